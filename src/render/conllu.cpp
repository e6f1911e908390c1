// CoNLL-U (universaldependencies.org/format.html): a line a token, ten columns, sentences apart. The columns of the
// models to come are `_`.
#include <fmt/format.h>

#include <iterator>

#include "render/export_json.h"

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

// A token is joined to what follows when no blank stands behind it.
std::string_view misc(const Report& report, const Token& token) {
  const bool joined = token.span.end < report.text.size() && !blank(report.text[token.span.end]);
  return joined ? "SpaceAfter=No" : "_";
}

}  // namespace

std::string analysis_conllu(const Report& report, const Analysis& analysis) {
  std::string out;
  const std::string source = one_line(report.source_id);
  std::size_t number = 0;
  for (const Sentence& sentence : analysis.sentences) {
    if (sentence.first_token >= sentence.end_token) continue;
    fmt::format_to(std::back_inserter(out), "# source_id = {}\n# sent_id = {}-{}\n# text = {}\n", source, source,
                   ++number, one_line(sentence.span.in(report.text)));
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = analysis.tokens[i];
      fmt::format_to(std::back_inserter(out), "{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", i - sentence.first_token + 1,
                     one_line(token.span.in(report.text)), misc(report, token));
    }
    out += '\n';
  }
  return out;
}

}  // namespace crossread
