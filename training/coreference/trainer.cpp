// The part of training/coreference.py that shares code with the program: learns weights from documents with gold
// clusters, or reads documents with given weights and prints what it finds.
//
//   coreference_trainer learn DATA DOCUMENTS WEIGHTS [EPOCHS]
//   coreference_trainer read DATA DOCUMENTS WEIGHTS      one line a mention: document, begin, end, cluster, level, kind
//
// DOCUMENTS, written by training/coreference.py; positions are bytes:
//   document NAME SHARE              SHARE: how much its mentions weigh in learning, in hundredths
//   text BYTES, a line end, the text, a line end
//   token BEGIN END UPOS XPOS RELATION GOVERNOR LEMMA      tab-separated, GOVERNOR an index of a token, -1 for a root
//   sentence FIRST END               tokens
//   gold BEGIN END CLUSTER
//   end
// A document without tokens is given those of the program. Names are always the program's.
//
// Learning: for each mention the options are a new thing and the things before it; the loss is the logarithm of the
// probability of all right options together, with the wrong ones handicapped by their cost (Durrett and Klein 2013,
// section 3.2), lessened by AdaGrad with the mentions in order, documents shuffled by a fixed rule.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "base/fault.h"
#include "base/hash.h"
#include "language/analyser.h"
#include "language/coreference.h"
#include "lexicon/coreference_tables.h"

namespace crossread::language {
namespace {

constexpr double kFalseNew = 2.0;  // costs; Durrett and Klein 2013: 3, 0.1, 1
constexpr double kFalseLink = 0.3;
constexpr double kWrongLink = 1.0;
constexpr double kStep = 0.04;
constexpr double kDecay = 2.5e-3;  // L1, a step
constexpr double kScale = 512;     // of the whole numbers that are stored

struct GoldMention {
  ByteSpan span;
  std::uint32_t cluster = 0;
};

struct Document {
  std::string name;
  double share = 1;
  std::string text;
  Analysis analysis;
  std::vector<GoldMention> gold;
};

Token token_of(std::istringstream& row) {
  Token token;
  std::string upos, xpos, relation;
  row >> token.span.begin >> token.span.end >> upos >> xpos >> relation >> token.head;
  row.get();
  std::getline(row, token.lemma);
  token.upos = upos_named(upos).value_or(Upos::x);
  token.xpos = xpos_named(xpos).value_or(Xpos::fw);
  token.relation = relation_named(relation).value_or(Relation::dep);
  return token;
}

bool read_document(std::istream& in, Document& out) {
  out = {};
  std::string line;
  while (std::getline(in, line)) {
    std::istringstream row(line);
    std::string word;
    row >> word;
    if (word == "document") {
      row >> out.name >> out.share;
      out.share /= 100;
    } else if (word == "text") {
      std::size_t bytes = 0;
      row >> bytes;
      out.text.resize(bytes);
      in.read(out.text.data(), static_cast<std::streamsize>(bytes));
      in.get();
    } else if (word == "token") {
      out.analysis.tokens.push_back(token_of(row));
    } else if (word == "sentence") {
      Sentence& sentence = out.analysis.sentences.emplace_back();
      row >> sentence.first_token >> sentence.end_token;
    } else if (word == "gold") {
      GoldMention& gold = out.gold.emplace_back();
      row >> gold.span.begin >> gold.span.end >> gold.cluster;
    } else if (word == "end") {
      return true;
    }
  }
  return false;
}

std::vector<Document> read_documents(const std::string& file, const Analyser& analyser) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw BrokenWorld(file + ": cannot be read");
  std::vector<Document> documents;
  for (Document document; read_document(in, document);) {
    Report report;
    report.text = document.text;
    report.body = {{0, static_cast<std::uint32_t>(document.text.size())}};
    Analysis ours = analyser.analyse(report);
    std::erase_if(ours.mentions, [](const Mention& mention) { return mention.level != MentionLevel::name; });
    if (document.analysis.tokens.empty()) {
      document.analysis = std::move(ours);
    } else {
      document.analysis.mentions = std::move(ours.mentions);
    }
    documents.push_back(std::move(document));
  }
  return documents;
}

// ---- gold ---------------------------------------------------------------------------------------------------------

// The gold cluster of each candidate, kNowhere for none: the mention with the same words, else the one that shares the
// head.
std::vector<std::uint32_t> gold_of(const CoreferenceText& text, const std::vector<GoldMention>& gold) {
  std::vector<std::uint32_t> of(text.found.size(), kNowhere);
  const auto& tokens = text.words.analysis.tokens;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> exact;
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_head;
  for (std::uint32_t index = 0; index < text.found.size(); ++index) {
    exact.try_emplace({text.found[index].tokens.first, text.found[index].tokens.end}, index);
    if (!text.found[index].list) by_head[text.found[index].head].push_back(index);
  }
  for (const bool exactly : {true, false}) {
    for (const GoldMention& mention : gold) {
      const auto first = static_cast<std::uint32_t>(
          std::partition_point(tokens.begin(), tokens.end(),
                               [&](const Token& token) { return token.span.end <= mention.span.begin; }) -
          tokens.begin());
      auto end = first;
      while (end < tokens.size() && tokens[end].span.begin < mention.span.end) ++end;
      if (const auto same = exact.find({first, end}); same != exact.end()) {
        if (exactly) of[same->second] = mention.cluster;
        continue;
      }
      if (exactly) continue;
      for (std::uint32_t at = first; at < end; ++at) {
        const std::uint32_t up = text.words.governor(at);
        if (up != kNowhere && up >= first && up < end) continue;
        if (tokens[at].upos == Upos::punct) continue;
        const auto found = by_head.find(at);
        if (found != by_head.end() && of[found->second.front()] == kNowhere)
          of[found->second.front()] = mention.cluster;
        break;
      }
    }
  }
  return of;
}

// ---- learning -----------------------------------------------------------------------------------------------------

struct Weights {
  std::vector<double> value = std::vector<double>(kWeightCount);
  std::vector<double> squares = std::vector<double>(kWeightCount);

  void move(std::uint32_t place, double gradient) {
    squares[place] += gradient * gradient;
    const double rate = kStep / (1e-3 + std::sqrt(squares[place]));
    double moved = value[place] - rate * gradient;
    const double shrink = rate * kDecay;
    moved = moved > 0 ? std::max(0.0, moved - shrink) : std::min(0.0, moved + shrink);
    value[place] = moved;
  }
};

class ListSink {
 public:
  explicit ListSink(std::vector<std::uint32_t>& places) : places_(places) {}
  void operator()(std::uint32_t place) { places_.push_back(place); }

 private:
  std::vector<std::uint32_t>& places_;
};

// Scores the options, moves the weights towards the right ones, and goes on with one of them.
class Learner {
 public:
  Learner(Weights& weights, const std::vector<std::uint32_t>& gold, double share, bool on_policy)
      : weights_(weights), gold_(gold), share_(share), on_policy_(on_policy) {}

  void attach(const Clustering& clustering) { clustering_ = &clustering; }

  void begin(std::uint32_t) { used_ = 0; }
  ListSink sink() {
    if (used_ == options_.size()) options_.emplace_back();
    options_[used_].clear();
    return ListSink(options_[used_++]);
  }

  std::uint32_t choose(const Choice& choice) {
    update_members(choice.candidate);
    right_.assign(used_, false);
    bool any = false;
    const std::uint32_t wanted = gold_[choice.candidate];
    for (std::size_t at = 1; at < used_; ++at) {
      const auto& members = members_[choice.things[at - 1]];
      right_[at] = wanted != kNowhere && members.contains(wanted);
      any = any || right_[at];
    }
    right_[0] = !any;
    score(any);
    learn();
    loss += std::log(all_) - std::log(good_);
    return pick();
  }

  double loss = 0;

 private:
  // Candidates that came to their clusters by rule are noted late, here; some wait for a later one.
  void update_members(std::uint32_t until) {
    members_.resize(clustering_->clusters().size());
    for (; noted_ < until; ++noted_) unnoted_.push_back(noted_);
    std::erase_if(unnoted_, [&](std::uint32_t candidate) {
      const std::uint32_t cluster = clustering_->of()[candidate];
      if (cluster != kNowhere && gold_[candidate] != kNowhere) members_[cluster].insert(gold_[candidate]);
      return cluster != kNowhere;
    });
  }

  void score(bool any) {
    plain_.assign(used_, 0);
    for (std::size_t at = 0; at < used_; ++at) {
      for (const std::uint32_t place : options_[at]) plain_[at] += weights_.value[place];
    }
    costly_ = plain_;
    for (std::size_t at = 0; at < used_; ++at) {
      if (right_[at]) continue;
      costly_[at] += at == 0 ? kFalseNew : any ? kWrongLink : kFalseLink;
    }
    const double top = *std::max_element(costly_.begin(), costly_.end());
    all_ = good_ = 0;
    for (std::size_t at = 0; at < used_; ++at) {
      const double share = std::exp(costly_[at] - top);
      all_ += share;
      if (right_[at]) good_ += share;
    }
    top_ = top;
    good_ = std::max(good_, 1e-300);
  }

  void learn() {
    for (std::size_t at = 0; at < used_; ++at) {
      const double share = std::exp(costly_[at] - top_);
      const double gradient = share / all_ - (right_[at] ? share / good_ : 0);
      if (std::abs(gradient) < 1e-4) continue;
      for (const std::uint32_t place : options_[at]) weights_.move(place, gradient * share_);
    }
  }

  std::uint32_t pick() const {
    std::size_t best = 0;
    bool found = false;
    for (std::size_t at = 0; at < used_; ++at) {
      if (!on_policy_ && !right_[at]) continue;
      if (!found || plain_[at] > plain_[best]) best = at;
      found = true;
    }
    return static_cast<std::uint32_t>(best);
  }

  Weights& weights_;
  const std::vector<std::uint32_t>& gold_;
  double share_;
  bool on_policy_;
  const Clustering* clustering_ = nullptr;
  std::vector<std::vector<std::uint32_t>> options_;
  std::size_t used_ = 0;
  std::vector<std::set<std::uint32_t>> members_;  // by cluster: the gold clusters of its mentions
  std::uint32_t noted_ = 0;
  std::vector<std::uint32_t> unnoted_;
  std::vector<bool> right_;
  std::vector<double> plain_;
  std::vector<double> costly_;
  double all_ = 0, good_ = 0, top_ = 0;
};

void write_weights(const std::vector<double>& weights, const std::string& file) {
  std::ofstream out(file, std::ios::binary);
  out << "crossread coreference 1\n";
  for (const double value : weights) {
    const auto whole = static_cast<std::int16_t>(std::clamp(std::lround(value * kScale), -32768L, 32767L));
    const auto bits = static_cast<std::uint16_t>(whole);
    out.put(static_cast<char>(bits & 0xff)).put(static_cast<char>(bits >> 8));
  }
}

struct Prepared {
  Prepared(const Document& document, const CoreferenceWords& known)
      : text(document.text, known, document.analysis), gold(gold_of(text, document.gold)) {}
  CoreferenceText text;
  std::vector<std::uint32_t> gold;
};

void learn(const std::vector<Document>& documents, const CoreferenceWords& known, const std::string& file, int epochs) {
  std::vector<Prepared> prepared;
  prepared.reserve(documents.size());
  std::size_t mentions = 0, found = 0;
  for (const Document& document : documents) {
    prepared.emplace_back(document, known);
    mentions += document.gold.size();
    for (const std::uint32_t cluster : prepared.back().gold) found += cluster != kNowhere;
  }
  std::printf("%zu documents, %zu gold mentions, %zu of them candidates\n", documents.size(), mentions, found);
  Weights weights;
  std::vector<double> mean(kWeightCount);  // over the second half of the epochs
  for (int epoch = 0; epoch < epochs; ++epoch) {
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (std::size_t at = 0; at < documents.size(); ++at) {
      order.emplace_back(mix(hash64(documents[at].name), static_cast<std::uint64_t>(epoch)), at);
    }
    std::sort(order.begin(), order.end());
    double loss = 0;
    for (const auto& [key, at] : order) {
      Learner learner(weights, prepared[at].gold, documents[at].share, epoch >= epochs / 2);
      Clustering clustering(prepared[at].text);
      learner.attach(clustering);
      clustering.run(learner);
      loss += learner.loss;
    }
    std::printf("epoch %d: loss %.0f\n", epoch + 1, loss);
    if (epoch < epochs / 2) continue;
    for (std::size_t at = 0; at < kWeightCount; ++at) mean[at] += weights.value[at] / (epochs - epochs / 2);
  }
  write_weights(mean, file);
}

void print(const Document& document, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions) {
    std::printf("%s\t%u\t%u\t%u\t%d\t%d\n", document.name.c_str(), mention.span.begin, mention.span.end, mention.entity,
                static_cast<int>(mention.level), static_cast<int>(mention.kind));
  }
}

int run(const std::vector<std::string>& arguments) {
  if (arguments.size() < 4) {
    std::cerr << "usage: coreference_trainer learn|read DATA DOCUMENTS WEIGHTS [EPOCHS]\n";
    return 2;
  }
  const std::filesystem::path data = arguments[1];
  Vocabulary vocabulary;
  const CoreferenceTables tables(data / "lexicon" / "en", vocabulary);
  const MeaningVectors meaning(data / "models");
  const CoreferenceWords known{vocabulary, tables, meaning};
  std::vector<Document> documents = read_documents(arguments[2], Analyser(data, Models::reading));
  if (arguments[0] == "learn") {
    learn(documents, known, arguments[3], arguments.size() > 4 ? std::stoi(arguments[4]) : 6);
    return 0;
  }
  const CoreferenceModel model{std::filesystem::path(arguments[3])};
  const CoreferenceResolver resolver(known, model);
  for (Document& document : documents) {
    resolver.resolve(document.text, document.analysis);
    print(document, document.analysis.mentions);
  }
  return 0;
}

}  // namespace
}  // namespace crossread::language

int main(int count, char** values) {
  return crossread::language::run({values + 1, values + count});
}
