// CoNLL-U (universaldependencies.org/format.html): a line a word, ten columns, sentences apart. Names are marked in the
// last column as the coreference treebanks do: `Entity=(e4-person` where a mention opens, `Entity=e4)` where it closes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "render/export_json.h"
#include "render/names.h"

namespace crossread {
namespace {

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Runs of blanks as one space: no value in this format may hold a tab or a line end.
std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (!blank(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

// ---- words written as one -----------------------------------------------------------------------------------------

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the English treebanks count `word`, which is glued to `before`, as written in one with it: "do|n't",
// "can|not", "Iran|'s", "workers|'".
bool leans_on(const std::string& before, std::string word, Xpos tag) {
  for (std::size_t at = word.find("\u2019"); at != std::string::npos; at = word.find("\u2019"))
    word.replace(at, 3, "'");
  if (word == "'") return tag == Xpos::pos;
  if (word == "not") return before == "can";
  if (word == "na") return is_one_of(before, {"gon", "wan"});
  if (word == "ta") return before == "got";
  const auto last = static_cast<unsigned char>(before.back());
  const bool after_word = (last >= 'a' && last <= 'z') || (last >= '0' && last <= '9') || last >= 0x80 || last == '.';
  return after_word && is_one_of(word, {"n't", "'s", "'m", "'d", "'re", "'ve", "'ll"});
}

// What would have been given, had the program's own words been.
GivenWords own_words(const Report& report, const Analysis& analysis) {
  GivenWords own;
  for (const Sentence& sentence : analysis.sentences) {
    own.sentences.push_back({sentence.first_token, sentence.end_token, ""});
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = analysis.tokens[i];
      own.words.push_back({one_line(token.span.in(report.text)), token.span});
      if (i == sentence.first_token || analysis.tokens[i - 1].span.end != token.span.begin) continue;
      if (!leans_on(lower_ascii(own.words[i - 1].form), lower_ascii(own.words[i].form), token.xpos)) continue;
      if (!own.together.empty() && own.together.back().end_word == i) {
        own.together.back().end_word = i + 1;
      } else {
        own.together.push_back({i - 1, i + 1, ""});
      }
    }
  }
  for (WrittenTogether& together : own.together) {
    const std::uint32_t begin = own.words[together.first_word].span.begin;
    together.form = one_line(ByteSpan{begin, own.words[together.end_word - 1].span.end}.in(report.text));
  }
  return own;
}

// ---- names --------------------------------------------------------------------------------------------------------

// Of each token, what `Entity=` says there; "" mostly. Where mentions nest, the longest opens first and closes last.
std::vector<std::string> entity_marks(const Analysis& analysis) {
  std::vector<std::string> opening(analysis.tokens.size());
  std::vector<std::string> closing(analysis.tokens.size());
  std::vector<const Mention*> longest_first;
  for (const Mention& mention : analysis.mentions) longest_first.push_back(&mention);
  std::stable_sort(longest_first.begin(), longest_first.end(),
                   [](const Mention* a, const Mention* b) { return a->span.size() > b->span.size(); });
  for (const Mention* mention : longest_first) {
    const auto first = std::partition_point(analysis.tokens.begin(), analysis.tokens.end(),
                                            [&](const Token& token) { return token.span.end <= mention->span.begin; });
    const auto end = std::partition_point(first, analysis.tokens.end(),
                                          [&](const Token& token) { return token.span.begin < mention->span.end; });
    if (first == end) continue;
    const auto at_first = static_cast<std::size_t>(first - analysis.tokens.begin());
    const auto at_last = static_cast<std::size_t>(end - analysis.tokens.begin()) - 1;
    opening[at_first] += fmt::format("(e{}-{}", mention->entity + 1, word_of(mention->kind));
    if (at_first == at_last) {
      opening[at_first] += ')';
    } else {
      closing[at_last].insert(0, fmt::format("e{})", mention->entity + 1));
    }
  }
  for (std::size_t i = 0; i < closing.size(); ++i) opening[i] += closing[i];
  return opening;
}

// ---- lines --------------------------------------------------------------------------------------------------------

class Page {
 public:
  Page(const Report& report, const Analysis& analysis, const GivenWords& words)
      : report_(report),
        analysis_(analysis),
        words_(words),
        source_(one_line(report.source_id)),
        marks_(entity_marks(analysis)) {}

  std::string text() {
    for (std::size_t i = 0; i < words_.sentences.size(); ++i) add_sentence(i);
    return std::move(out_);
  }

 private:
  template <class... Args>
  void put(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Args>(args)...);
  }

  void add_sentence(std::size_t number) {
    const GivenSentence& sentence = words_.sentences[number];
    if (sentence.first_word >= sentence.end_word) return;
    if (number == 0) put("# newdoc id = {}\n# global.Entity = eid-etype\n", source_);
    put("# source_id = {}\n", source_);
    if (number > 0 && begins_paragraph(number)) put("# newpar\n");
    const std::string id = sentence.id.empty() ? fmt::format("{}-{}", source_, number + 1) : sentence.id;
    const ByteSpan span = analysis_.sentences[number].span;
    put("# sent_id = {}\n# text = {}\n", id, one_line(span.in(report_.text)));
    for (std::uint32_t i = sentence.first_word; i < sentence.end_word; ++i) add_word(sentence.first_word, i);
    out_ += '\n';
  }

  bool begins_paragraph(std::size_t number) const {
    const ByteSpan between = {analysis_.sentences[number - 1].span.end, analysis_.sentences[number].span.begin};
    return between.begin < between.end && between.in(report_.text).find("\n\n") != std::string_view::npos;
  }

  void add_word(std::uint32_t first, std::uint32_t i) {
    while (next_together_ < words_.together.size() && words_.together[next_together_].end_word <= i) ++next_together_;
    const WrittenTogether* together =
        next_together_ < words_.together.size() ? &words_.together[next_together_] : nullptr;
    const bool inside = together != nullptr && together->first_word <= i;
    if (inside && together->first_word == i) {
      const std::uint32_t last = together->end_word - 1;
      put("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i - first + 1, last - first + 1, together->form, misc("", last));
    }
    const Token& token = analysis_.tokens[i];
    const std::int32_t head = token.head < 0 ? 0 : token.head - static_cast<std::int32_t>(first) + 1;
    put("{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i - first + 1, words_.words[i].form,
        token.lemma.empty() ? "_" : one_line(token.lemma), name_of(token.upos), name_of(token.xpos), head,
        name_of(token.relation), inside ? entity(i) : misc(entity(i), i));
  }

  std::string entity(std::uint32_t i) const { return marks_[i].empty() ? "_" : "Entity=" + marks_[i]; }

  // With SpaceAfter=No when no blank stands behind the word.
  std::string misc(std::string_view entity, std::uint32_t i) const {
    const std::uint32_t end = words_.words[i].span.end;
    const bool joined = end < report_.text.size() && !blank(report_.text[end]);
    const bool has_entity = !entity.empty() && entity != "_";
    if (!joined) return has_entity ? std::string(entity) : "_";
    return has_entity ? fmt::format("{}|SpaceAfter=No", entity) : "SpaceAfter=No";
  }

  const Report& report_;
  const Analysis& analysis_;
  const GivenWords& words_;
  std::string source_;
  std::vector<std::string> marks_;
  std::size_t next_together_ = 0;
  std::string out_;
};

}  // namespace

std::string analysis_conllu(const Report& report, const Analysis& analysis) {
  return analysis_conllu(report, analysis, own_words(report, analysis));
}

std::string analysis_conllu(const Report& report, const Analysis& analysis, const GivenWords& given) {
  return Page(report, analysis, given).text();
}

}  // namespace crossread
