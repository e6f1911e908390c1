// The command line, parsed and checked: one plain struct for each command.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/exit_code.h"
#include "types/account.h"
#include "types/document.h"

namespace crossread::cli {

struct Common {
  unsigned jobs = 0;   // 0: as many as the machine has
  std::string data;    // data folder, "" for the shipped one
  bool quiet = false;  // no progress, no summary for people
};

struct InputOptions {
  std::vector<std::string> inputs;
  Given given;
};

struct AddCommand {
  InputOptions in;
  std::string store;
  bool json = false;  // the summary
};

enum class StoryOrder { latest, reports, origins };

struct StoriesCommand {
  std::string store;
  std::string since;
  std::string outlet;
  std::string place;
  std::string person;
  StoryOrder order = StoryOrder::latest;
  std::uint64_t limit = 50;
  bool json = false;
};

struct StoryCommand {
  std::string store;
  std::string id;
  bool json = false;
};

enum class OutletsBy { outlet, owner, country, kind, control };

struct OutletsCommand {
  std::string store;
  std::string table;  // of the user's own, "" for none
  OutletsBy by = OutletsBy::outlet;
  std::uint64_t limit = 50;
  bool json = false;
};

struct BriefCommand {
  std::string store;
  std::string story;
  std::string storyline;
  std::string since;   // the number of a batch or a date, "" for no news
  std::string table;   // of outlets, of the user's own; "" for none
  std::string format;  // md, json, html, csv, svg
  std::string output;  // "" for standard output
};

enum class ExportFormat { json, jsonl, csv, plover, annotations };

struct ExportCommand {
  std::string store;
  std::string story;
  std::string storyline;
  std::string only;
  ExportFormat format = ExportFormat::json;
  std::string after;  // cursor: the id of the last row that the caller has
  std::optional<std::uint64_t> limit;
};

struct ExtractCommand {
  InputOptions in;
};

enum class AnalysisFormat { jsonl, conllu, html };

struct AnalyzeCommand {
  InputOptions in;
  AnalysisFormat format = AnalysisFormat::jsonl;
  bool given_words = false;  // --conllu-input: the inputs are CoNLL-U, whose sentences and words are kept
};

struct NamesCommand {
  std::string pairs;  // a file, or - for standard input
};

struct SearchCommand {
  std::string store;
  std::string query;    // "" with a speaker or a type
  std::string speaker;  // whose words are looked for
  std::string type;     // of the events that are looked for: "ASSAULT"
  std::string outlet;
  std::string since;
  std::string until;
  std::uint64_t limit = 20;
  bool json = false;
};

struct CheckCommand {
  std::string store;
  bool json = false;
};

struct RebuildCommand {
  std::string store;
  bool stale = false;
};

using Command = std::variant<AddCommand, StoriesCommand, StoryCommand, BriefCommand, ExportCommand, ExtractCommand,
                             AnalyzeCommand, NamesCommand, SearchCommand, CheckCommand, RebuildCommand, OutletsCommand>;

struct CommandLine {
  Common common;
  Command command;
};

// What to run, or the exit code when the words themselves settled it (--help, --version, a mistake; already printed).
std::variant<CommandLine, ExitCode> parse_command_line(int argc, char** argv);

}  // namespace crossread::cli
