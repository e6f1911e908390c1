// A word weighs
//
//   count / (count + 1) * sqrt(rarity above that of everyday words)
//
// where a word near the top of the report counts more than one further down (news tells the event first, then the
// background that it shares with other events), and a word of the title more than one of the body. Square roots and
// fractions only: the same bits on every machine.
#include "story/profile.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/hash.h"
#include "lexicon/background.h"
#include "lexicon/calendar_words.h"
#include "lexicon/vocabulary.h"
#include "text/stem.h"
#include "text/words.h"

namespace crossread {
namespace {

// Tuned together with relate.cpp and settle.cpp on ECB+ (train, dev), NeuS (train), AllSides and our corpus, one
// setting for all, by B-cubed F1, 2026-11-22; docs/design/story.md has the scores.
constexpr std::size_t kTerms = 64;  // 56 or 80 change little
constexpr std::size_t kKeys = 24;   // 12 lose 0.07 of recall on our corpus, 20 lose 0.04; 32 gain nothing more
constexpr int kKeyRarity = 420;     // keys are rarer than this if there are enough: on a hot name hangs half the store
constexpr double kHalfWay = 60;     // the word at which a mention counts half
constexpr double kTitleCount = 2;   // what a mention in the title counts
constexpr int kEverydayRarity = 150;  // centibels; 100 takes 0.015 from ECB+ dev
constexpr int kLeastRarity = 330;     // what is more frequent (about 170 words) says nothing of the event
// Beyond it, all are alike: a name that the table happens to know must not weigh less than one that it does not, or a
// world with other names falls into other stories. 700 gives our corpus 0.005 more and fails that.
constexpr int kMostRarity = 600;
constexpr double kVectorLength = 10'000;

// Numbers are not in the table: how rare one is says its length.
constexpr int kRarityOfDigits[] = {330, 330, 400, 450, 450, 600};

// How rare words are, and which of them only say when.
struct WordTables {
  explicit WordTables(const std::filesystem::path& folder)
      : background(folder / "background.tsv"), calendar_words(folder, vocabulary) {}

  bool is_calendar_word(const std::string& form) const {
    std::string scratch;
    const CalendarWord& word = calendar_words[vocabulary.find(form, scratch)];
    return word.month != 0 || word.weekday >= 0;
  }

  Background background;
  Vocabulary vocabulary;
  CalendarWords calendar_words;
};

// A term of the report under count: all forms of one word.
struct Count {
  std::uint64_t term = 0;
  double count = 0;
  int rarity = 0;              // of its most frequent form
  std::uint32_t mentions = 0;  // where a capital would tell: neither first in a sentence nor in a title in capitals
  std::uint32_t names = 0;     // of these, as part of a name
  bool number = false;
  bool calendar = false;
};

struct Weighed {
  std::uint64_t term = 0;
  double weight = 0;
  bool hot = false;  // too common for a key
  TermKind kind = TermKind::word;
};

bool is_number(std::string_view form) {
  return std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether a word stands where every word has a capital: after a full stop, a colon, a quotation mark or a line's end.
bool is_first_of_sentence(std::string_view text, std::uint32_t begin) {
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  if (begin == 0) return true;
  const char before = text[begin - 1];
  const bool of_a_word = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
  const bool joins = before == ',' || before == ';' || before == '-' || before == '(' || before == '/';
  return !of_a_word && !joins && !(before >= '0' && before <= '9');
}

// Headlines In This Manner say nothing about names.
bool is_in_capitals(const std::vector<Word>& title) {
  const auto capitals = std::count_if(title.begin(), title.end(), [](const Word& word) { return word.capital; });
  return static_cast<std::size_t>(capitals) * 5 > title.size() * 3;
}

// Goes through the name mentions of an analysis in step with the words of the text.
class NameSpans {
 public:
  explicit NameSpans(const Analysis& analysis) : mentions_(analysis.mentions) {}
  bool cover(ByteSpan word) {
    while (at_ < mentions_.size() &&
           (mentions_[at_].level != MentionLevel::name || mentions_[at_].span.end <= word.begin))
      ++at_;
    return at_ < mentions_.size() && mentions_[at_].span.overlaps(word);
  }

 private:
  const std::vector<Mention>& mentions_;
  std::size_t at_ = 0;
};

// Counts the words of a report.
class Tally {
 public:
  explicit Tally(const WordTables& tables) : tables_(tables) {}

  void title(const std::string& text) {
    const std::vector<Word> title = words(text, {0, static_cast<std::uint32_t>(text.size())});
    const bool capitals = is_in_capitals(title);
    for (const Word& word : title) {
      const bool tells = !capitals && !is_first_of_sentence(text, word.span.begin);
      add(text, word, kTitleCount, tells, word.capital);
    }
  }

  // Names are those of the analysis; without one, words that have a capital where it tells.
  void body(const Report& report, const Analysis& analysis) {
    std::size_t place = 0;
    NameSpans names(analysis);
    for (const Word& word : body_words(report)) {
      const double count = kHalfWay / (kHalfWay + static_cast<double>(place++));
      if (analysis.tokens.empty()) {
        add(report.text, word, count, !is_first_of_sentence(report.text, word.span.begin), word.capital);
      } else {
        add(report.text, word, count, true, names.cover(word.span));
      }
    }
  }

  // Heaviest first.
  std::vector<Weighed> weighed() const {
    std::vector<Weighed> all;
    all.reserve(counts_.size());
    for (const Count& count : counts_) {
      if (count.rarity >= kLeastRarity)
        all.push_back({count.term, weight_of(count), count.rarity < kKeyRarity, kind_of(count)});
    }
    std::sort(all.begin(), all.end(), [](const Weighed& a, const Weighed& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
    });
    return all;
  }

 private:
  void add(const std::string& text, const Word& word, double count, bool tells, bool name) {
    Count& entry = counts_[place_of(text, word)];
    entry.count += count;
    entry.mentions += tells ? 1 : 0;
    entry.names += tells && name ? 1 : 0;
  }

  // Where the term of this word is counted. A form is folded and cut once a report.
  std::size_t place_of(const std::string& text, const Word& word) {
    const auto [form, is_new_form] = forms_.try_emplace(word.hash, 0);
    if (!is_new_form) return form->second;
    const std::string folded_word = folded(word.span.in(text));
    const bool number = is_number(folded_word);
    const int rarity = number ? kRarityOfDigits[std::min<std::size_t>(folded_word.size(), 5)]
                              : std::min(tables_.background.rarity(word.hash), kMostRarity);
    const std::uint64_t term = hash64(stem(folded_word));
    const auto [place, is_new_term] = terms_.try_emplace(term, counts_.size());
    if (is_new_term) counts_.push_back({term, 0, rarity, 0, 0, number, tables_.is_calendar_word(folded_word)});
    counts_[place->second].rarity = std::min(counts_[place->second].rarity, rarity);
    return form->second = place->second;
  }

  static double weight_of(const Count& count) {
    return count.count / (count.count + 1) * std::sqrt(count.rarity - kEverydayRarity);
  }

  static TermKind kind_of(const Count& count) {
    if (count.number) return TermKind::number;
    if (count.calendar) return TermKind::word;
    return count.names * 2 > count.mentions ? TermKind::name : TermKind::word;
  }

  const WordTables& tables_;
  std::unordered_map<std::uint64_t, std::size_t> forms_;
  std::unordered_map<std::uint64_t, std::size_t> terms_;
  std::vector<Count> counts_;
};

double length_of(const std::vector<Weighed>& terms) {
  double square = 0;
  for (const Weighed& term : terms) square += term.weight * term.weight;
  return std::sqrt(square);
}

// The heaviest of the terms, hot ones only if there are too few others; in order.
std::vector<std::uint64_t> keys_of(std::vector<Weighed> heaviest_first) {
  std::stable_partition(heaviest_first.begin(), heaviest_first.end(), [](const Weighed& term) { return !term.hot; });
  if (heaviest_first.size() > kKeys) heaviest_first.resize(kKeys);
  std::vector<std::uint64_t> keys;
  keys.reserve(heaviest_first.size());
  for (const Weighed& term : heaviest_first) keys.push_back(term.term);
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace

struct Profiler::Tables {
  WordTables words;
};

Profiler::Profiler(const std::filesystem::path& data_folder)
    : tables_(new Tables{WordTables(data_folder / "lexicon/en")}) {}
Profiler::~Profiler() = default;

StoryProfile Profiler::profile(const Report& report, const Analysis& analysis) const {
  Tally tally(tables_->words);
  tally.title(report.title);
  tally.body(report, analysis);
  std::vector<Weighed> terms = tally.weighed();
  const double length = length_of(terms);
  if (terms.size() > kTerms) terms.resize(kTerms);

  StoryProfile profile;
  const CanonicalKey key = canonical_key(report);
  profile.report = key.id;
  profile.minutes = key.minutes;
  for (const Weighed& term : terms) {
    const auto weight = static_cast<std::uint16_t>(std::lround(term.weight / length * kVectorLength));
    profile.terms.push_back({static_cast<std::uint32_t>(term.term >> 32), weight, term.kind});
  }
  const auto by_key = [](const StoryProfile::Term& a, const StoryProfile::Term& b) { return a.key < b.key; };
  std::sort(profile.terms.begin(), profile.terms.end());
  profile.terms.erase(std::unique(profile.terms.begin(), profile.terms.end(),
                                  [&](const auto& a, const auto& b) { return !by_key(a, b) && !by_key(b, a); }),
                      profile.terms.end());
  profile.keys = keys_of(std::move(terms));
  return profile;
}

}  // namespace crossread
