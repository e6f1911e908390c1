// Every stretch of the report that is prose is mended, cut into tokens and sentences, and read for times, names and
// quantities; at the end all positions are taken back to the text as it is shown.
#include "language/analyser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "language/names.h"
#include "language/quantities.h"
#include "language/sentences.h"
#include "language/text_tokens.h"
#include "language/times.h"
#include "language/tokeniser.h"
#include "lexicon/abbreviations.h"
#include "lexicon/calendar_words.h"
#include "lexicon/name_tables.h"
#include "lexicon/number_words.h"
#include "lexicon/quantity_words.h"
#include "lexicon/tense_words.h"
#include "lexicon/vocabulary.h"
#include "lexicon/word_set.h"
#include "text/mend.h"

namespace crossread::language {
namespace {

// One stretch of the report on its way through the stage.
struct Stretch {
  ByteSpan place;  // in the report's text
  MendedText mended;
  TokenList list;
  std::vector<TokenRange> sentences;
  std::vector<FoundTime> times;
  std::vector<bool> taken;  // by token: in a time expression
};

bool is_prose(FurnitureKind kind) {
  return kind == FurnitureKind::headline || kind == FurnitureKind::dateline || kind == FurnitureKind::caption;
}

// The ranges that are read, in order: the body, and of the furniture headlines, datelines and captions.
std::vector<ByteSpan> prose_ranges(const Report& report) {
  std::vector<ByteSpan> ranges = report.body;
  for (const Furniture& piece : report.furniture) {
    if (is_prose(piece.kind)) ranges.push_back(piece.span);
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

// Takes positions of the mended text back to the report's. Mending may join, split and swap characters; still the
// tokens come out in order and apart, and no visible character is lost: what lies between two tokens goes to the
// second.
class WayBack {
 public:
  explicit WayBack(const Stretch& stretch, std::string_view shown) : stretch_(stretch), shown_(shown) {
    tokens_.reserve(stretch.list.tokens.size());
    std::uint32_t from = stretch.place.begin;
    for (const TextToken& token : stretch.list.tokens) {
      tokens_.push_back(trimmed(token.span, from));
      from = tokens_.back().end;
    }
    if (!tokens_.empty()) tokens_.back().end = last_visible(from, stretch.place.end);
  }

  // Empty when the token has no bytes of its own.
  ByteSpan token(std::uint32_t at) const { return tokens_[at]; }

  // From the first token that has bytes to the last.
  ByteSpan span(TokenRange tokens) const {
    while (tokens.first < tokens.end && tokens_[tokens.first].empty()) ++tokens.first;
    if (tokens.first >= tokens.end) return {};
    return {tokens_[tokens.first].begin, tokens_[tokens.end - 1].end};
  }

 private:
  ByteSpan trimmed(ByteSpan mended, std::uint32_t from) const {
    ByteSpan span = stretch_.mended.map.original(mended);
    span.begin = std::max(span.begin + stretch_.place.begin, from);
    span.end = std::max(span.end + stretch_.place.begin, span.begin);
    span.begin = first_visible(from, span.begin);
    while (!span.empty() && is_blank(shown_[span.begin])) ++span.begin;
    while (!span.empty() && is_blank(shown_[span.end - 1])) --span.end;
    return span;
  }

  // The first ASCII sign or letter within [from, before), else `before`.
  std::uint32_t first_visible(std::uint32_t from, std::uint32_t before) const {
    for (std::uint32_t at = from; at < before; ++at) {
      if (is_visible(shown_[at])) return at;
    }
    return before;
  }

  // Behind the last ASCII sign or letter within [from, end), else `from`.
  std::uint32_t last_visible(std::uint32_t from, std::uint32_t end) const {
    while (end > from && !is_visible(shown_[end - 1])) --end;
    return end;
  }

  static bool is_visible(char c) { return c > ' ' && c < 0x7f; }
  static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

  const Stretch& stretch_;
  std::string_view shown_;
  std::vector<ByteSpan> tokens_;
};

}  // namespace

struct Analyser::Parts {
  explicit Parts(const std::filesystem::path& folder)
      : abbreviations(folder, vocabulary),
        joined_prefixes(folder / "joined_prefixes.tsv", vocabulary),
        number_suffixes(folder / "number_suffixes.tsv", vocabulary),
        function_words(folder / "function_words.tsv", vocabulary),
        calendar(folder, vocabulary),
        numbers(folder, vocabulary),
        tenses(folder, vocabulary),
        name_tables(folder, vocabulary),
        quantity_words(folder, vocabulary) {}

  Vocabulary vocabulary;
  Abbreviations abbreviations;
  WordSet joined_prefixes;
  WordSet number_suffixes;
  WordSet function_words;
  CalendarWords calendar;
  NumberWords numbers;
  TenseWords tenses;
  NameTables name_tables;
  QuantityWords quantity_words;
  Tokeniser tokeniser{{vocabulary, abbreviations, joined_prefixes, number_suffixes, function_words}};
  SentenceSplitter splitter{abbreviations, function_words};
  TimeReader time_reader{calendar, numbers};
  TimeFinder time_finder{time_reader, tenses};
  NameFinder name_finder{name_tables, function_words};
  QuantityFinder quantity_finder{{numbers, quantity_words, function_words, name_tables}};

  Stretch stretch(const Report& report, ByteSpan place, TimeContext& context) const {
    Stretch out;
    out.place = place;
    out.mended = mend(place.in(report.text));
    out.list = tokeniser.tokens(out.mended.utf8);
    out.sentences = splitter.sentences(out.mended.utf8, out.list);
    out.times = time_finder.times(out.mended.utf8, out.list, out.sentences, context);
    out.taken.resize(out.list.tokens.size());
    for (const FoundTime& found : out.times) {
      std::fill(out.taken.begin() + found.tokens.first, out.taken.begin() + found.tokens.end, true);
    }
    return out;
  }

  void add_words(const Stretch& stretch, const WayBack& back, Analysis& analysis) const;
  void add_times(const Stretch& stretch, const WayBack& back, const Report& report, Analysis& analysis) const;
  void add_quantities(const Stretch& stretch, const WayBack& back, Analysis& analysis) const;
  std::vector<FoundName> names(const std::vector<Stretch>& stretches) const;
};

void Analyser::Parts::add_words(const Stretch& stretch, const WayBack& back, Analysis& analysis) const {
  for (const TokenRange& sentence : stretch.sentences) {
    Sentence out;
    out.first_token = static_cast<std::uint32_t>(analysis.tokens.size());
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
      if (!back.token(at).empty()) analysis.tokens.emplace_back().span = back.token(at);
    }
    out.end_token = static_cast<std::uint32_t>(analysis.tokens.size());
    if (out.first_token == out.end_token) continue;
    out.span = {analysis.tokens[out.first_token].span.begin, analysis.tokens.back().span.end};
    analysis.sentences.push_back(out);
  }
}

void Analyser::Parts::add_times(const Stretch& stretch, const WayBack& back, const Report& report,
                                Analysis& analysis) const {
  for (const FoundTime& found : stretch.times) {
    TimeExpression time;
    time.span = back.span(found.tokens);
    if (time.span.empty()) continue;
    time.type = found.value.type;
    time.value = found.value.value;
    time.date = found.value.date;
    time.date.text = std::string(time.span.in(report.text));
    analysis.times.push_back(std::move(time));
  }
}

void Analyser::Parts::add_quantities(const Stretch& stretch, const WayBack& back, Analysis& analysis) const {
  for (const TokenRange& sentence : stretch.sentences) {
    for (FoundQuantity& found :
         quantity_finder.quantities(stretch.mended.utf8, stretch.list, sentence, stretch.taken)) {
      found.quantity.span = back.span(found.tokens);
      if (!found.quantity.span.empty()) analysis.quantities.push_back(std::move(found.quantity));
    }
  }
}

std::vector<FoundName> Analyser::Parts::names(const std::vector<Stretch>& stretches) const {
  std::vector<NameText> texts;
  texts.reserve(stretches.size());
  for (const Stretch& stretch : stretches) {
    texts.push_back({stretch.mended.utf8, stretch.list, stretch.sentences, stretch.taken});
  }
  return name_finder.names(texts);
}

Analyser::Analyser(const std::filesystem::path& data_folder)
    : parts_(std::make_unique<Parts>(data_folder / "lexicon" / "en")) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

Analysis Analyser::analyse(const Report& report) const {
  TimeContext context;
  if (report.published && report.published->start) context.published = report.published->start->day;
  std::vector<Stretch> stretches;
  for (const ByteSpan place : prose_ranges(report)) stretches.push_back(parts_->stretch(report, place, context));

  Analysis analysis;
  std::vector<WayBack> ways;
  ways.reserve(stretches.size());
  for (const Stretch& stretch : stretches) {
    ways.emplace_back(stretch, report.text);
    parts_->add_words(stretch, ways.back(), analysis);
    parts_->add_times(stretch, ways.back(), report, analysis);
    parts_->add_quantities(stretch, ways.back(), analysis);
  }
  for (const FoundName& name : parts_->names(stretches)) {
    const ByteSpan span = ways[name.text].span(name.tokens);
    if (!span.empty()) analysis.mentions.push_back({span, name.kind, MentionLevel::name, name.entity});
  }
  return analysis;
}

}  // namespace crossread::language
