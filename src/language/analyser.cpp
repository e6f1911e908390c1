// Every stretch of the report that is prose is mended, cut into tokens and sentences, and read for times, names and
// quantities; at the end all positions are taken back to the text as it is shown. Where words are given, their forms
// take the place of the mended text, and the rest is the same.
#include "language/analyser.h"

#include <algorithm>
#include <string>
#include <utility>

#include "language/coreference.h"
#include "language/name_labels.h"
#include "language/names.h"
#include "language/network.h"
#include "language/quantities.h"
#include "language/sentences.h"
#include "language/text_tokens.h"
#include "language/times.h"
#include "language/tokeniser.h"
#include "language/word_features.h"
#include "lexicon/abbreviations.h"
#include "lexicon/calendar_words.h"
#include "lexicon/coreference_tables.h"
#include "lexicon/lemmas.h"
#include "lexicon/meaning.h"
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
  std::vector<ByteSpan> shown;  // of each token, in the report's text; may be empty
  bool is_given = false;        // then words without bytes of their own stay
  std::vector<TokenRange> sentences;
  std::vector<SentenceTimes> phrases;
  std::vector<FoundTime> times;
  Readings readings;        // by token; empty without a network
  std::vector<bool> taken;  // by token: in a time expression
};

// Furniture in which names stand that belong to the report: who wrote it, where, whose copy it is.
bool is_read(FurnitureKind kind) {
  return kind == FurnitureKind::headline || kind == FurnitureKind::dateline || kind == FurnitureKind::caption ||
         kind == FurnitureKind::byline || kind == FurnitureKind::credit;
}

// The ranges that are read, in order: the body, and some of the furniture.
std::vector<ByteSpan> prose_ranges(const Report& report) {
  std::vector<ByteSpan> ranges = report.body;
  for (const Furniture& piece : report.furniture) {
    if (is_read(piece.kind)) ranges.push_back(piece.span);
  }
  std::sort(ranges.begin(), ranges.end());
  return ranges;
}

// Takes tokens of the mended text back to the report's. Mending may join, split and swap characters; still the tokens
// come out in order and apart, and no visible character is lost: what lies between two tokens goes to the second.
class WayBack {
 public:
  WayBack(const Stretch& stretch, std::string_view shown) : stretch_(stretch), shown_(shown) {}

  // Of each token; empty when it has no bytes of its own.
  std::vector<ByteSpan> spans() const {
    std::vector<ByteSpan> spans;
    spans.reserve(stretch_.list.tokens.size());
    std::uint32_t from = stretch_.place.begin;
    for (const TextToken& token : stretch_.list.tokens) {
      spans.push_back(trimmed(token.span, from));
      from = spans.back().end;
    }
    if (!spans.empty()) spans.back().end = last_visible(from, stretch_.place.end);
    return spans;
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
};

// In the report's text, from the first of these tokens that has bytes to the last; empty if none has.
ByteSpan shown_span(const Stretch& stretch, TokenRange tokens) {
  while (tokens.first < tokens.end && stretch.shown[tokens.first].empty()) ++tokens.first;
  if (tokens.first >= tokens.end) return {};
  return {stretch.shown[tokens.first].begin, stretch.shown[tokens.end - 1].end};
}

// The forms of given words one after the other, apart where they are in the report's text.
struct GivenText {
  std::string utf8;
  std::vector<ByteSpan> spans;  // in it, of each word
};

GivenText text_of(const Report& report, const std::vector<GivenWord>& words) {
  GivenText out;
  std::uint32_t from = 0;
  for (const GivenWord& word : words) {
    out.utf8 += std::string_view(report.text).substr(from, word.span.begin - from);
    const auto begin = static_cast<std::uint32_t>(out.utf8.size());
    out.utf8 += word.form;
    out.spans.push_back({begin, static_cast<std::uint32_t>(out.utf8.size())});
    from = word.span.end;
  }
  return out;
}

TimeContext context_of(const Report& report) {
  TimeContext context;
  if (report.published && report.published->start) context.published = report.published->start->day;
  return context;
}

// Fills in what the network read of a word. A governor that does not show gives way to its own.
void describe(const Stretch& stretch, const TokenRange& sentence, std::uint32_t at,
              std::span<const std::int32_t> numbers, const Lemmas& lemmas, Token& token) {
  if (stretch.readings.empty()) return;
  const WordReading& word = stretch.readings[at];
  token.upos = word.upos;
  token.xpos = word.xpos;
  token.relation = word.relation;
  std::int32_t head = word.head;
  while (head >= 0 && numbers[head] < 0) {
    token.relation = stretch.readings[sentence.first + head].relation;
    head = stretch.readings[sentence.first + head].head;
  }
  token.head = head < 0 ? kRootHead : numbers[head];
  lemmas.find(stretch.list.tokens[at].span.in(stretch.mended.utf8), token.upos, token.xpos, token.lemma);
}

void add_words(const Stretch& stretch, const Lemmas& lemmas, Analysis& analysis) {
  std::vector<std::int32_t> numbers;  // in the report, of each token of the sentence; -1 if it does not show
  for (const TokenRange& sentence : stretch.sentences) {
    Sentence out;
    out.first_token = static_cast<std::uint32_t>(analysis.tokens.size());
    numbers.clear();
    auto next = static_cast<std::int32_t>(out.first_token);
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
      numbers.push_back(stretch.is_given || !stretch.shown[at].empty() ? next++ : -1);
    }
    for (std::uint32_t at = sentence.first; at < sentence.end; ++at) {
      if (numbers[at - sentence.first] < 0) continue;
      Token& token = analysis.tokens.emplace_back();
      token.span = stretch.shown[at];
      describe(stretch, sentence, at, numbers, lemmas, token);
    }
    out.end_token = static_cast<std::uint32_t>(analysis.tokens.size());
    if (out.first_token == out.end_token) continue;
    out.span = {analysis.tokens[out.first_token].span.begin, analysis.tokens.back().span.end};
    analysis.sentences.push_back(out);
  }
}

void add_times(const Stretch& stretch, const Report& report, Analysis& analysis) {
  for (const FoundTime& found : stretch.times) {
    TimeExpression time;
    time.span = shown_span(stretch, found.tokens);
    if (time.span.empty()) continue;
    time.type = found.value.type;
    time.value = found.value.value;
    time.date = found.value.date;
    time.date.text = std::string(time.span.in(report.text));
    analysis.times.push_back(std::move(time));
  }
}

std::vector<NameText> texts_of(const std::vector<Stretch>& stretches) {
  std::vector<NameText> texts;
  texts.reserve(stretches.size());
  for (const Stretch& stretch : stretches) {
    texts.push_back({stretch.mended.utf8, stretch.list, stretch.sentences, stretch.taken});
  }
  return texts;
}

std::vector<FoundName> labelled_names(const std::vector<Stretch>& stretches, const std::vector<FoundName>& by_rule,
                                      const NameTables& tables) {
  std::vector<Readings> readings;
  readings.reserve(stretches.size());
  for (const Stretch& stretch : stretches) readings.push_back(stretch.readings);
  return labelled_names(texts_of(stretches), readings, by_rule, tables);
}

}  // namespace

struct Analyser::Parts {
  Parts(const std::filesystem::path& folder, const std::filesystem::path& models_folder, Models models)
      : abbreviations(folder, vocabulary),
        joined_prefixes(folder / "joined_prefixes.tsv", vocabulary),
        number_suffixes(folder / "number_suffixes.tsv", vocabulary),
        function_words(folder / "function_words.tsv", vocabulary),
        calendar(folder, vocabulary),
        numbers(folder, vocabulary),
        tenses(folder, vocabulary),
        name_tables(folder, vocabulary),
        quantity_words(folder, vocabulary),
        lemmas(folder),
        coreference_tables(folder, vocabulary),
        meaning(models_folder) {
    if (models != Models::none) network.emplace(models_folder, meaning);
    if (models == Models::all) coreference_model.emplace(models_folder / "coreference.weights");
  }

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
  Lemmas lemmas;
  CoreferenceTables coreference_tables;
  MeaningVectors meaning;
  std::optional<Network> network;
  std::optional<CoreferenceModel> coreference_model;
  Tokeniser tokeniser{{vocabulary, abbreviations, joined_prefixes, number_suffixes, function_words, quantity_words}};
  SentenceSplitter splitter{abbreviations, function_words};
  TimeReader time_reader{calendar, numbers};
  TimeFinder time_finder{time_reader, tenses};
  NameFinder name_finder{name_tables, function_words};
  QuantityFinder quantity_finder{{numbers, quantity_words, function_words, name_tables, lemmas}};
  WordFeatureReader feature_reader{name_tables, function_words, meaning};

  // Each cuts a part of the report into words and sentences; then the rest is the same for both.
  Stretch mended(const Report& report, ByteSpan place) const;
  Stretch given(const Report& report, const GivenWords& words) const;

  Analysis analysis(const Report& report, std::vector<Stretch> stretches) const;
  void find_times(Stretch& stretch) const;
  void resolve_times(Stretch& stretch, TimeContext& context) const;  // after the network has read
  void add_quantities(const std::vector<Stretch>& stretches, Analysis& analysis) const;
  std::vector<FoundName> names(const std::vector<Stretch>& stretches) const;  // by rule
  void read(std::vector<Stretch>& stretches, const std::vector<FoundName>& names) const;
  std::vector<std::vector<WordFeatures>> features(const std::vector<Stretch>& stretches,
                                                  const std::vector<FoundName>& names) const;
};

Stretch Analyser::Parts::mended(const Report& report, ByteSpan place) const {
  Stretch out;
  out.place = place;
  out.mended = mend(place.in(report.text));
  out.list = tokeniser.tokens(out.mended.utf8);
  out.shown = WayBack(out, report.text).spans();
  out.sentences = splitter.sentences(out.mended.utf8, out.list);
  return out;
}

Stretch Analyser::Parts::given(const Report& report, const GivenWords& words) const {
  Stretch out;
  out.is_given = true;
  out.place = {0, static_cast<std::uint32_t>(report.text.size())};
  GivenText text = text_of(report, words.words);
  out.mended.utf8 = std::move(text.utf8);
  out.list = tokeniser.described(out.mended.utf8, text.spans);
  for (const GivenWord& word : words.words) out.shown.push_back(word.span);
  for (const GivenSentence& sentence : words.sentences) {
    out.sentences.push_back({sentence.first_word, sentence.end_word});
  }
  return out;
}

void Analyser::Parts::find_times(Stretch& stretch) const {
  stretch.phrases = time_finder.phrases(stretch.mended.utf8, stretch.list, stretch.sentences);
  stretch.taken.resize(stretch.list.tokens.size());
  for (const SentenceTimes& times : stretch.phrases) {
    for (const TimePhrase& phrase : times.phrases) {
      std::fill(stretch.taken.begin() + phrase.tokens.first, stretch.taken.begin() + phrase.tokens.end, true);
    }
  }
}

void Analyser::Parts::resolve_times(Stretch& stretch, TimeContext& context) const {
  stretch.times = time_finder.resolved(stretch.mended.utf8, stretch.list, stretch.readings, stretch.phrases, context);
}

void Analyser::Parts::add_quantities(const std::vector<Stretch>& stretches, Analysis& analysis) const {
  std::vector<QuantityText> texts;
  texts.reserve(stretches.size());
  for (const Stretch& stretch : stretches) {
    texts.push_back({stretch.mended.utf8, stretch.list, stretch.sentences, stretch.taken, stretch.readings});
  }
  std::vector<std::optional<std::uint32_t>> places;  // in the report, of what was found; empty if it does not show
  for (FoundQuantity& found : quantity_finder.quantities(texts)) {
    found.quantity.span = shown_span(stretches[found.text], found.tokens);
    places.emplace_back();
    if (found.quantity.span.empty()) continue;
    places.back() = static_cast<std::uint32_t>(analysis.quantities.size());
    analysis.quantities.push_back(std::move(found.quantity));
  }
  for (Quantity& quantity : analysis.quantities) {
    if (quantity.part_of) quantity.part_of = places[*quantity.part_of];
  }
}

std::vector<FoundName> Analyser::Parts::names(const std::vector<Stretch>& stretches) const {
  return name_finder.names(texts_of(stretches));
}

std::vector<std::vector<WordFeatures>> Analyser::Parts::features(const std::vector<Stretch>& stretches,
                                                                 const std::vector<FoundName>& names) const {
  std::vector<std::vector<WordFeatures>> rows;
  feature_reader.read(texts_of(stretches), names, rows);
  return rows;
}

void Analyser::Parts::read(std::vector<Stretch>& stretches, const std::vector<FoundName>& names) const {
  if (!network) return;
  Network::Workspace space;
  Readings sentence_readings;
  const std::vector<std::vector<WordFeatures>> rows = features(stretches, names);
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    Stretch& stretch = stretches[s];
    stretch.readings.resize(rows[s].size());
    for (const TokenRange& sentence : stretch.sentences) {
      const std::span<const WordFeatures> words(rows[s]);
      network->read(words.subspan(sentence.first, sentence.end - sentence.first), space, sentence_readings);
      std::copy(sentence_readings.begin(), sentence_readings.end(), stretch.readings.begin() + sentence.first);
    }
  }
}

Analysis Analyser::Parts::analysis(const Report& report, std::vector<Stretch> stretches) const {
  Analysis analysis;
  for (Stretch& stretch : stretches) find_times(stretch);
  std::vector<FoundName> found = names(stretches);
  read(stretches, found);
  if (network) found = labelled_names(stretches, found, name_tables);
  TimeContext context = context_of(report);
  for (Stretch& stretch : stretches) resolve_times(stretch, context);
  for (const Stretch& stretch : stretches) {
    add_words(stretch, lemmas, analysis);
    add_times(stretch, report, analysis);
  }
  add_quantities(stretches, analysis);
  for (const FoundName& name : found) {
    const ByteSpan span = shown_span(stretches[name.text], name.tokens);
    if (!span.empty()) analysis.mentions.push_back({span, name.kind, MentionLevel::name, name.entity});
  }
  if (coreference_model) {
    CoreferenceResolver({vocabulary, coreference_tables, meaning}, *coreference_model).resolve(report.text, analysis);
  }
  return analysis;
}

Analyser::Analyser(const std::filesystem::path& data_folder, Models models)
    : parts_(std::make_unique<Parts>(data_folder / "lexicon" / "en", data_folder / "models", models)) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

Analysis Analyser::analyse(const Report& report) const {
  std::vector<Stretch> stretches;
  for (const ByteSpan place : prose_ranges(report)) stretches.push_back(parts_->mended(report, place));
  return parts_->analysis(report, std::move(stretches));
}

Analysis Analyser::analyse_given(const Report& report, const GivenWords& given) const {
  std::vector<Stretch> stretches;
  stretches.push_back(parts_->given(report, given));
  return parts_->analysis(report, std::move(stretches));
}

std::vector<WordFeatures> Analyser::word_features(const Report& report, const GivenWords& given) const {
  std::vector<Stretch> stretches;
  stretches.push_back(parts_->given(report, given));
  parts_->find_times(stretches.front());
  return parts_->features(stretches, parts_->names(stretches)).front();
}

}  // namespace crossread::language
