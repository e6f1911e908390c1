#include "language/coreference.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_map>

#include "base/fault.h"
#include "base/hash.h"
#include "language/name_links.h"

namespace crossread::language {
namespace {

// How far back a mention looks, in things and sentences: caps that keep the time linear. Not tuned.
constexpr std::uint32_t kMostThings = 30;
constexpr std::uint32_t kMostThingsOfName = 12;
constexpr std::uint32_t kMostSentencesOfPronoun = 6;
constexpr std::size_t kMostSameHead = 4;

bool means_something(Upos upos) {
  return upos == Upos::noun || upos == Upos::propn || upos == Upos::adj || upos == Upos::num || upos == Upos::verb;
}

std::uint32_t sort_of(const Candidate& candidate, Wording wording) {
  auto sort = static_cast<std::uint32_t>(wording);
  if (!candidate.pronoun) return sort;
  const PronounFacts& pronoun = *candidate.pronoun;
  sort += 16 * (1 + pronoun.person);
  sort = sort * 4 + static_cast<std::uint32_t>(pronoun.number);
  sort = sort * 8 + static_cast<std::uint32_t>(pronoun.gender);
  return sort * 8 + static_cast<std::uint32_t>(pronoun.kase);
}

Wording wording_of(const Candidate& candidate) {
  if (candidate.list) return Wording::list;
  if (candidate.level == MentionLevel::name) return Wording::name;
  if (candidate.level == MentionLevel::pronoun) return Wording::pronoun;
  switch (candidate.article) {
    case Article::definite:
      return Wording::definite;
    case Article::indefinite:
      return Wording::indefinite;
    case Article::pointing:
      return Wording::pointing;
    case Article::possessive:
      return Wording::possessive;
    case Article::quantity:
      return Wording::quantity;
    case Article::none:
      break;
  }
  return Wording::bare;
}

Traits traits_of(const Candidate& candidate, const TreeWords& words) {
  Traits out;
  out.wording = wording_of(candidate);
  out.sort = sort_of(candidate, out.wording);
  out.pronoun = candidate.level == MentionLevel::pronoun;
  if (candidate.pronoun) out.person = candidate.pronoun->person;
  out.kind = candidate.kind;
  out.known_kind = candidate.known_kind;
  out.number = candidate.number;
  out.gender = candidate.gender;
  out.head_key = words.lemmas[candidate.head];
  out.form_key = words.keys[candidate.head];
  out.relation = static_cast<std::uint32_t>(universal(words.relation(candidate.head)));
  out.governor = words.governor(candidate.head);
  out.governor_key = out.governor == kNowhere ? 0 : words.lemmas[out.governor];
  out.quote = words.quotes[candidate.head];
  out.sentence = words.sentences[candidate.head];
  out.phrase = candidate.phrase;
  out.length = candidate.tokens.end - candidate.tokens.first;
  if (candidate.phrase.first > 0) out.before_key = words.keys[candidate.phrase.first - 1];
  if (candidate.phrase.end < words.keys.size()) out.after_key = words.keys[candidate.phrase.end];
  std::uint64_t joined = 0;
  for (std::uint32_t at = candidate.tokens.first; at < candidate.tokens.end; ++at) {
    const Token& token = words.analysis.tokens[at];
    if (token.upos == Upos::det && at == candidate.tokens.first) continue;
    joined = mix(joined, words.keys[at]);
    if (candidate.level == MentionLevel::name) {
      if (means_something(token.upos)) out.called.push_back(words.lemmas[at]);
    } else if (at != candidate.head && means_something(token.upos) && out.modifiers.size() < kMostModifiers) {
      out.modifiers.push_back(words.lemmas[at]);
    }
  }
  out.words_key = static_cast<std::uint32_t>(joined);
  for (const std::uint32_t noun : candidate.called) out.called.push_back(words.lemmas[noun]);
  return out;
}

void note_meaning(Traits& traits, const Candidate& candidate, const MeaningVectors& vectors, const TreeWords& words) {
  if (traits.pronoun) return;
  const std::string& lemma = words.analysis.tokens[candidate.head].lemma;
  std::string scratch;
  MeaningVectors::Row made;
  const auto row = vectors.of(word_key(lemma.empty() ? words.form(candidate.head) : lemma, scratch), made);
  std::copy(row.begin(), row.end(), traits.meaning.begin());
  for (const std::int8_t x : traits.meaning) traits.meaning_square += std::int32_t{x} * x;
}

// "the ambassador, Kelly Craft": the phrase is one more mention of the one who is named.
void link_appositions(CoreferenceText& text) {
  std::unordered_map<std::uint32_t, std::uint32_t> by_head;
  for (std::uint32_t index = 0; index < text.found.size(); ++index) {
    if (!text.found[index].list) by_head.try_emplace(text.found[index].head, index);
  }
  for (std::uint32_t index = 0; index < text.found.size(); ++index) {
    for (const std::uint32_t noun : text.found[index].called) {
      const auto other = by_head.find(noun);
      if (other == by_head.end() || other->second == index) continue;
      const std::uint32_t a = std::min(index, other->second);
      const std::uint32_t b = std::max(index, other->second);
      if (text.names[a] == kNowhere && text.names[b] != kNowhere) {
        text.names[a] = text.names[b];
      } else if (text.names[b] == kNowhere) {
        text.firm[b] = a;
      }
    }
  }
}

// Who speaks in each quotation: the subject of a verb of speech that stands outside of it in a sentence that it reaches
// into, else whoever spoke last in the paragraph.
class Speakers {
 public:
  Speakers(const CoreferenceText& text, const CoreferenceTables& tables) : text_(text), words_(text.words) {
    for (std::uint32_t index = 0; index < text.found.size(); ++index) {
      if (!text.found[index].list) by_head_.try_emplace(text.found[index].head, index);
    }
    for (std::uint32_t verb = 0; verb < words_.ids.size(); ++verb) {
      if (words_.quotes[verb] == 0 && tables.is_speech_verb(words_.lemma_ids[verb])) note_verb(verb);
    }
  }

  std::uint32_t of_quote(std::uint32_t quote, std::uint32_t token) {
    const auto own = by_quote_.find(quote);
    if (own != by_quote_.end()) return own->second;
    const auto before = by_quote_.find(quote - 1);
    if (before == by_quote_.end() || !in_one_paragraph(text_.found[before->second].head, token)) return kNowhere;
    by_quote_.emplace(quote, before->second);
    return before->second;
  }

 private:
  void note_verb(std::uint32_t verb) {
    for (std::uint32_t k = words_.first_kid[verb]; k < words_.first_kid[verb + 1]; ++k) {
      const std::uint32_t subject = words_.kid[k];
      if (words_.relation(subject) != Relation::nsubj || words_.quotes[subject] != 0) continue;
      const auto who = by_head_.find(subject);
      if (who == by_head_.end()) continue;
      const Sentence& sentence = words_.analysis.sentences[words_.sentences[verb]];
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        if (words_.quotes[at] != 0) by_quote_.try_emplace(words_.quotes[at], who->second);
      }
    }
  }

  bool in_one_paragraph(std::uint32_t a, std::uint32_t b) const {
    const std::uint32_t from = words_.analysis.tokens[std::min(a, b)].span.end;
    const std::uint32_t to = words_.analysis.tokens[std::max(a, b)].span.begin;
    return words_.text.substr(from, to - from).find('\n') == std::string_view::npos;
  }

  const CoreferenceText& text_;
  const TreeWords& words_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_head_;
  std::unordered_map<std::uint32_t, std::uint32_t> by_quote_;
};

void note_speakers(CoreferenceText& text, const CoreferenceTables& tables) {
  text.speaker.assign(text.found.size(), kNowhere);
  Speakers speakers(text, tables);
  for (std::uint32_t index = 0; index < text.found.size(); ++index) {
    const Candidate& mention = text.found[index];
    const std::uint32_t quote = text.traits[index].quote;
    if (quote == 0 || !mention.pronoun || mention.pronoun->person != 1 || mention.pronoun->number != Number::one) {
      continue;
    }
    const std::uint32_t who = speakers.of_quote(quote, mention.head);
    if (who != kNowhere && text.traits[who].person == 3) text.speaker[index] = who;
  }
}

void keep_some(std::vector<std::uint32_t>& keys, std::uint32_t key) {
  if (holds(keys, key)) return;
  if (keys.size() >= kMostHeads) keys.erase(keys.begin());
  keys.push_back(key);
}

bool tells(Gender gender) {
  return gender == Gender::feminine || gender == Gender::masculine;
}

}  // namespace

// ---- the model ----------------------------------------------------------------------------------------------------

namespace {
constexpr std::string_view kMagic = "crossread coreference 1\n";
}

CoreferenceModel::CoreferenceModel(const std::filesystem::path& file) : weights_(kWeightCount) {
  std::ifstream in(file, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (bytes.size() != kMagic.size() + 2 * weights_.size() || !bytes.starts_with(kMagic)) {
    throw BrokenWorld(file.string() + ": no weights of coreference, or of another version");
  }
  for (std::size_t at = 0; at < weights_.size(); ++at) {
    const auto low = static_cast<unsigned char>(bytes[kMagic.size() + 2 * at]);
    const auto high = static_cast<unsigned char>(bytes[kMagic.size() + 2 * at + 1]);
    weights_[at] = static_cast<std::int16_t>(static_cast<std::uint16_t>(low | (high << 8)));
  }
}

// ---- the text -----------------------------------------------------------------------------------------------------

CoreferenceText::CoreferenceText(std::string_view text, const CoreferenceWords& known, const Analysis& analysis)
    : words(text, known.vocabulary, analysis), found(candidates(words, known.tables)) {
  traits.reserve(found.size());
  for (const Candidate& candidate : found) {
    const bool opens = traits.empty() || words.sentences[candidate.head] != traits.back().sentence;
    traits.push_back(traits_of(candidate, words));
    traits.back().opens_sentence = opens;
    note_meaning(traits.back(), candidate, known.meaning, words);
  }
  names = name_links(words, known.tables, found);
  firm.assign(found.size(), kNowhere);
  link_appositions(*this);
  note_speakers(*this, known.tables);
}

// ---- clusters -----------------------------------------------------------------------------------------------------

bool Clustering::waits(std::uint32_t candidate) {
  const std::uint32_t speaker = text_.speaker[candidate];
  if (speaker == kNowhere || speaker < candidate) return false;
  waiting_.push_back(candidate);
  return true;
}

void Clustering::join_waiting(std::uint32_t speaker) {
  const auto mine = [&](std::uint32_t candidate) { return text_.speaker[candidate] == speaker; };
  for (const std::uint32_t candidate : waiting_) {
    if (mine(candidate)) join(candidate, of_[speaker]);
  }
  std::erase_if(waiting_, mine);
}

bool Clustering::settle_firmly(std::uint32_t candidate) {
  if (text_.speaker[candidate] != kNowhere) {
    join(candidate, of_[text_.speaker[candidate]]);
    return true;
  }
  const std::uint32_t name = text_.names[candidate];
  if (name != kNowhere && name < by_name_.size() && by_name_[name] != kNowhere) {
    join(candidate, by_name_[name]);
    return true;
  }
  const std::uint32_t before = text_.firm[candidate];
  if (before == kNowhere || of_[before] == kNowhere) return false;
  if (name != kNowhere && clusters_[of_[before]].name != kNowhere) return false;
  join(candidate, of_[before]);
  return true;
}

void Clustering::fill_options(std::uint32_t candidate) {
  choice_.candidate = candidate;
  choice_.things.clear();
  const Candidate& mention = text_.found[candidate];
  const Traits& traits = text_.traits[candidate];
  const std::uint32_t most = mention.level == MentionLevel::name ? kMostThingsOfName : kMostThings;
  std::uint32_t seen = 0;
  for (std::size_t at = recent_.size(); at-- > 0 && seen < most;) {
    const std::uint32_t thing = recent_[at];
    if (recent_place_[thing] != at) continue;
    if (is_option(traits, mention, clusters_[thing], seen)) choice_.things.push_back(thing);
    ++seen;
  }
  if (mention.level != MentionLevel::nominal) return;
  const auto same = by_head_.find(traits.head_key);
  if (same == by_head_.end()) return;
  for (auto thing = same->second.rbegin(); thing != same->second.rend(); ++thing) {
    if (!holds(choice_.things, *thing)) choice_.things.push_back(*thing);
  }
}

bool Clustering::is_option(const Traits& traits, const Candidate& mention, const Cluster& thing,
                           std::uint32_t rank) const {
  const std::uint32_t distance = traits.sentence - text_.traits[thing.last].sentence;
  if (mention.level == MentionLevel::name) return thing.name == kNowhere && distance <= kMostSentencesOfPronoun;
  if (mention.level == MentionLevel::pronoun) {
    if (traits.person != 3) return thing.speaker || distance <= 2;
    if (traits.gender == Gender::masculine && thing.gender == Gender::feminine) return false;
    if (traits.gender == Gender::feminine && thing.gender == Gender::masculine) return false;
    return distance <= kMostSentencesOfPronoun;
  }
  if (holds(thing.heads, traits.head_key)) return true;
  if (traits.wording == Wording::indefinite || traits.wording == Wording::quantity) return false;
  return distance <= kMostSentencesOfPronoun && rank < kMostThings;
}

Surroundings Clustering::surroundings(std::uint32_t candidate) const {
  Surroundings around;
  around.mentions_before = candidate;
  const auto same = by_head_.find(text_.traits[candidate].head_key);
  if (same != by_head_.end())
    around.head_matches = static_cast<std::uint32_t>(std::min<std::size_t>(same->second.size(), 2));
  return around;
}

std::uint32_t Clustering::open(std::uint32_t candidate) {
  const auto number = static_cast<std::uint32_t>(clusters_.size());
  clusters_.emplace_back().first = candidate;
  recent_place_.push_back(kNowhere);
  join(candidate, number);
  return number;
}

void Clustering::join(std::uint32_t candidate, std::uint32_t number) {
  const Traits& traits = text_.traits[candidate];
  Cluster& thing = clusters_[number];
  of_[candidate] = number;
  thing.last = std::max(thing.last, candidate);
  ++thing.size;
  if (traits.pronoun) {
    thing.pronoun_key = traits.form_key;
    thing.speaker = thing.speaker || traits.person != 3;
  } else {
    thing.last_noun = candidate;
    note_heads(traits, number);
  }
  if (traits.known_kind && (!thing.known_kind || traits.wording == Wording::name)) {
    thing.kind = traits.kind;
    thing.known_kind = true;
  }
  if (thing.number == Number::any) thing.number = traits.number;
  if (tells(traits.gender) || thing.gender == Gender::unknown) thing.gender = traits.gender;
  const std::uint32_t name = text_.names[candidate];
  if (name != kNowhere) {
    thing.name = name;
    if (name >= by_name_.size()) by_name_.resize(name + 1, kNowhere);
    by_name_[name] = number;
  }
  recent_place_[number] = static_cast<std::uint32_t>(recent_.size());
  recent_.push_back(number);
}

void Clustering::note_heads(const Traits& traits, std::uint32_t number) {
  Cluster& thing = clusters_[number];
  const auto note = [&](std::uint32_t key) {
    keep_some(thing.heads, key);
    std::vector<std::uint32_t>& same = by_head_[key];
    if (const auto place = std::find(same.begin(), same.end(), number); place != same.end()) same.erase(place);
    if (same.size() >= kMostSameHead) same.erase(same.begin());
    same.push_back(number);
  };
  note(traits.head_key);
  for (const std::uint32_t key : traits.called) note(key);
  for (const std::uint32_t key : traits.modifiers) keep_some(thing.modifiers, key);
  keep_some(thing.wordings, traits.words_key);
}

// ---- what comes of it ---------------------------------------------------------------------------------------------

namespace {

class ScoreSink {
 public:
  ScoreSink(const CoreferenceModel& model, std::int32_t& score) : model_(model), score_(score) {}
  void operator()(std::uint32_t place) { score_ += model_.weight(place); }

 private:
  const CoreferenceModel& model_;
  std::int32_t& score_;
};

// Takes the option with the highest score; of equals a new thing, then the nearest.
class BestChooser {
 public:
  explicit BestChooser(const CoreferenceModel& model) : model_(model) {}
  void begin(std::uint32_t) { scores_.clear(); }
  ScoreSink sink() { return {model_, scores_.emplace_back(0)}; }
  std::uint32_t choose(const Choice&) const {
    return static_cast<std::uint32_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
  }

 private:
  const CoreferenceModel& model_;
  std::vector<std::int32_t> scores_;
};

ByteSpan span_of(const TreeWords& words, TokenRange tokens) {
  return {words.analysis.tokens[tokens.first].span.begin, words.analysis.tokens[tokens.end - 1].span.end};
}

bool is_plain(std::string_view form) {
  return std::none_of(form.begin(), form.end(),
                      [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

// The noun with the plain words around it: "ambassador" of "Iran's ambassador to the UN". What other names and numbers
// stand in a noun phrase are mentions of their own; who reads names off the page must not meet them twice.
TokenRange plain_part(const TreeWords& words, const Candidate& candidate) {
  const auto plain = [&](std::uint32_t token) {
    const bool opens = words.sentences[token] != words.sentences[candidate.head] || token == candidate.tokens.first;
    return is_plain(words.form(token)) || (opens && words.analysis.tokens[token].upos == Upos::det);
  };
  bool all_plain = true;
  for (std::uint32_t at = candidate.tokens.first; at < candidate.tokens.end; ++at) all_plain = all_plain && plain(at);
  if (all_plain) return candidate.tokens;
  TokenRange part = {candidate.head, candidate.head + 1};
  while (part.first > candidate.tokens.first && plain(part.first - 1)) --part.first;
  while (part.end < candidate.tokens.end && plain(part.end)) ++part.end;
  const auto is_joint = [&](std::uint32_t token) {
    const Upos tag = words.analysis.tokens[token].upos;
    return tag != Upos::noun && tag != Upos::adj && tag != Upos::verb && tag != Upos::propn;
  };
  while (part.end > candidate.head + 1 && is_joint(part.end - 1)) --part.end;
  while (part.first < candidate.head && is_joint(part.first) && words.analysis.tokens[part.first].upos != Upos::det) {
    ++part.first;
  }
  return part;
}

}  // namespace

std::vector<Mention> settled_mentions(const CoreferenceText& text, const Clustering& clustering) {
  std::vector<Mention> mentions;
  for (std::uint32_t index = 0; index < text.found.size(); ++index) {
    const std::uint32_t cluster = clustering.of()[index];
    const Cluster& thing = clustering.clusters()[cluster];
    const Candidate& candidate = text.found[index];
    if (thing.size < 2 && candidate.name == kNowhere) continue;
    const ByteSpan span = candidate.name == kNowhere ? span_of(text.words, plain_part(text.words, candidate))
                                                     : text.words.analysis.mentions[candidate.name].span;
    if (!span.empty()) mentions.push_back({span, thing.kind, candidate.level, cluster});
  }
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span < b.span; });
  std::vector<std::uint32_t> numbers(clustering.clusters().size(), kNowhere);
  std::uint32_t next = 0;
  for (Mention& mention : mentions) {
    std::uint32_t& number = numbers[mention.entity];
    if (number == kNowhere) number = next++;
    mention.entity = number;
  }
  return mentions;
}

void CoreferenceResolver::resolve(std::string_view text, Analysis& analysis) const {
  const CoreferenceText prepared(text, known_, analysis);
  Clustering clustering(prepared);
  BestChooser chooser(model_);
  clustering.run(chooser);
  analysis.mentions = settled_mentions(prepared, clustering);
}

}  // namespace crossread::language
