// `names`: for each line of two names whether they name the same, and how likely.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "base/data_folder.h"
#include "cli/commands.h"
#include "lexicon/name_likeness.h"
#include "text/unicode.h"

namespace crossread::cli {
namespace {

// What is wrong with a line, or nothing.
std::optional<std::string> flaw_of(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (!is_utf8(line)) return "its bytes are no UTF-8";
  if (tab == std::string_view::npos) return "there is no tab: write two names with a tab between";
  if (line.find('\t', tab + 1) != std::string_view::npos) return "there is more than one tab: write two names a line";
  for (const std::string_view name : {line.substr(0, tab), line.substr(tab + 1)}) {
    if (name.find_first_not_of(' ') == std::string_view::npos) return "a name is empty";
  }
  return std::nullopt;
}

std::string answer(const NameLikeness& names, std::string_view line) {
  const std::size_t tab = line.find('\t');
  const std::int32_t weight = names.weight(names.read(line.substr(0, tab)), names.read(line.substr(tab + 1)));
  return fmt::format("{}\t{:.3f}\n", weight > 0 ? "same" : "different", NameLikeness::likeness_of(weight));
}

void print(const std::string& text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
    throw BrokenWorld("cannot write to standard output");
}

ExitCode answer_all(const NameLikeness& names, std::istream& in, const std::string& path) {
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (const std::optional<std::string> flaw = flaw_of(line)) {
      fmt::print(stderr, "crossread: {}:{}: {}\n", path, number, *flaw);
      return number == 1 ? ExitCode::all_refused : ExitCode::some_refused;
    }
    print(answer(names, line));
  }
  if (in.bad()) throw BrokenWorld("cannot read " + path);
  return ExitCode::done;
}

}  // namespace

// Ends at the first bad line: an answer left out would put all that follow beside the wrong pair.
ExitCode run(const NamesCommand& command, const Common& common) {
  const NameLikeness names(data_folder(common.data) / "lexicon/en");
  if (command.pairs == "-") return answer_all(names, std::cin, "standard input");
  std::ifstream file(command.pairs, std::ios::binary);
  if (!file) {
    fmt::print(stderr, "crossread: {}: cannot be read; check that it exists and its permissions\n", command.pairs);
    return ExitCode::all_refused;
  }
  return answer_all(names, file, command.pairs);
}

}  // namespace crossread::cli
