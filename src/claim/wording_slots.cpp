// The words of a quotation in which the tellings of one statement differ: two translations, or one cut short. They
// stand side by side and exclude nothing.
#include <algorithm>
#include <map>

#include "claim/slots.h"
#include "claim/stance.h"
#include "text/words.h"

namespace crossread::claim {
namespace {

// Thousandths of the words' weight that two writings of one quotation share at least. Not tuned.
constexpr std::int32_t kOneQuotation = 400;

struct Quotation {
  std::uint32_t item = 0;
  ByteSpan span;
  std::string words;  // folded
};

std::vector<Quotation> quotations_of(const Tellings& tellings) {
  std::vector<Quotation> out;
  for (const std::uint32_t index : tellings.group) {
    const Item& item = tellings.items[index];
    if (item.is_event) continue;
    const std::string_view text = tellings.storyline.reports[item.report].report->text;
    for (const ByteSpan quote : statement_of(tellings.storyline, item).quotes) {
      std::string words_of;
      for (const Word& word : words(text, quote)) words_of += folded(word.span.in(text)) + " ";
      if (!words_of.empty()) out.push_back({index, quote, std::move(words_of)});
    }
  }
  return out;
}

bool is_within(const std::string& a, const std::string& b) {
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

// Whether two quotations of two reports are writings of one that differ.
bool differ(const Tellings& tellings, const Quotation& a, const Quotation& b) {
  const Item& x = tellings.items[a.item];
  const Item& y = tellings.items[b.item];
  return x.report != y.report && x.speakers == y.speakers && !is_within(a.words, b.words) &&
         likeness(x.trigger, y.trigger) >= kOneQuotation;
}

}  // namespace

std::vector<Slot> wording_slots(const Tellings& tellings) {
  const std::vector<Quotation> quotations = quotations_of(tellings);
  std::map<std::string, Stance> stances;
  std::vector<std::string> order;
  for (const Quotation& quotation : quotations) {
    if (std::ranges::none_of(quotations, [&](const Quotation& other) { return differ(tellings, quotation, other); }))
      continue;
    if (!stances.contains(quotation.words)) order.push_back(quotation.words);
    add_to(stances[quotation.words], tellings, quotation.item, quotation.span);
  }
  if (order.size() < 2) return {};
  Slot slot;
  slot.slot = SlotKind::wording;
  slot.verdict = Verdict::compatible;
  for (const std::string& words : order) {
    Position position = position_of(tellings, stances.at(words));
    const Evidence& first = stances.at(words).evidence.front();
    for (const ReadReport& read : tellings.storyline.reports) {
      if (read.report->id == first.report) position.value = std::string(first.span.in(read.report->text));
    }
    slot.positions.push_back(std::move(position));
  }
  return {slot};
}

}  // namespace crossread::claim
