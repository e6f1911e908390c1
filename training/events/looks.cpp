// event_looks DATA REPORTS [DEEDS]: what the program's models of events look at, for training/events.py, by the
// program's own code. REPORTS is JSON lines as `crossread analyze` takes them. Positions are bytes.
//
// Without DEEDS, a line a candidate:
//   report SOURCE_ID
//   deed TOKEN HEAD BEGIN END TYPE STATUS CONFIDENCE | KEYS | NUMBERS | SIGNS
// the looks of a verb, noun or adjective; type (- none), status and confidence: of what the frames drafted for it, if
// that was not dropped; numbers: its meanings; signs: PLACE:VALUE of its evidence for the types, row by row. With
// DEEDS, lines "SOURCE_ID TOKEN TYPE", the parties that each may have:
//   report SOURCE_ID
//   party TRIGGER TOKEN BEGIN END - - 0 | KEYS | NUMBERS
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "account/event_features.h"
#include "intake/inputs.h"
#include "intake/reader.h"
#include "language/analyser.h"

namespace {

using namespace crossread;
using namespace crossread::account;

struct Deed {
  TokenIndex token = 0;
  EventType type = EventType::assault;
};
using Deeds = std::map<std::string, std::vector<Deed>>;

template <typename Looks>
void print(const Looks& looks) {
  std::cout << " |";
  for (const std::uint32_t key : looks.keys) std::cout << ' ' << key;
  std::cout << " |";
  for (const MeaningVectors::Row& row : looks.meanings)
    for (const std::int8_t number : row) std::cout << ' ' << int{number};
}

class Printer {
 public:
  explicit Printer(const std::filesystem::path& data)
      : reader_(data),
        analyser_(data),
        frames_(data / "lexicon/en"),
        vectors_(data / "models"),
        tables_(data / "lexicon/en", vectors_),
        near_(frames_, vectors_) {}

  void print_report(const Document& document, const Deeds* deeds) const {
    const Result<Report> report = reader_.read(document, {});
    if (!report) return;
    const Analysis analysis = analyser_.analyse(*report);
    const EventText text(frames_, *report, analysis);
    const std::vector<Draft> drafts = drafts_of(text, near_);
    const EventLooks looks(text, tables_, vectors_, drafts);
    std::cout << "report " << report->source_id << '\n';
    if (deeds == nullptr) return print_deeds(text, looks, drafts);
    if (const auto found = deeds->find(report->source_id); found != deeds->end())
      for (const Deed& deed : found->second) print_parties(text, looks, deed);
  }

 private:
  static void print_deeds(const EventText& text, const EventLooks& looks, const std::vector<Draft>& drafts) {
    for (TokenIndex token = 0; token < text.tree().size(); ++token) {
      if (!looks.is_candidate(token)) continue;
      const Token& word = text.tree().at(token);
      std::cout << "deed " << token << ' ' << word.head << ' ' << word.span.begin << ' ' << word.span.end;
      const auto draft =
          std::ranges::find_if(drafts, [&](const Draft& each) { return each.trigger == token && !each.dropped; });
      if (draft == drafts.end()) {
        std::cout << " - - 0";
      } else {
        std::cout << ' ' << name_of(draft->type) << ' ' << name_of(draft->standing.status) << ' '
                  << draft->confidence.value_or(1000);
      }
      const DeedLooks deed = looks.deed(token);
      print(deed);
      std::cout << " |";
      for (std::size_t i = 0; i < kEventTypeCount * kSigns; ++i)
        if (const int value = deed.evidence[i / kSigns][i % kSigns]; value != 0) std::cout << ' ' << i << ':' << value;
      std::cout << '\n';
    }
  }

  static void print_parties(const EventText& text, const EventLooks& looks, const Deed& deed) {
    for (const TokenIndex party : looks.party_candidates(deed.token)) {
      const ByteSpan span = text.tree().at(party).span;
      std::cout << "party " << deed.token << ' ' << party << ' ' << span.begin << ' ' << span.end << " - - 0";
      print(looks.party(deed.token, looks.clause_of(deed.token), deed.type, party));
      std::cout << '\n';
    }
  }

  intake::Reader reader_;
  language::Analyser analyser_;
  EventFrames frames_;
  MeaningVectors vectors_;
  EventTables tables_;
  NearVerbs near_;
};

Deeds read_deeds(const std::string& file) {
  Deeds deeds;
  std::ifstream in(file);
  std::string id, type;
  for (TokenIndex token = 0; in >> id >> token >> type;) deeds[id].push_back({token, *event_type_named(type)});
  return deeds;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 4) {
    std::cerr << "usage: event_looks DATA REPORTS [DEEDS]\n";
    return 2;
  }
  const Printer printer{std::filesystem::path(arguments[1])};
  const Deeds deeds = count == 4 ? read_deeds(arguments[3]) : Deeds();
  intake::Inputs inputs({arguments[2]});
  while (const std::optional<Incoming> incoming = inputs.next())
    if (const Document* document = std::get_if<Document>(&*incoming))
      printer.print_report(*document, count == 4 ? &deeds : nullptr);
  return 0;
}
