#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <utility>

#include "cli/version.h"

namespace crossread::cli {
namespace {

constexpr const char* kStoreHelp = "the store: one file, made by `crossread add`";
constexpr const char* kInputsHelp = "files, folders or - for standard input: .txt, .html, .jsonl and more";

// Options that end up in `Given` are kept as words until all are read.
struct GivenWords {
  std::string outlet;
  std::string published;
  std::string language;
};

std::string timestamp_problem(const std::string& written) {
  if (parse_timestamp(written)) return {};
  return fmt::format("\"{}\" is no date: write 2020-01-08 or 2020-01-08T09:12+00:00", written);
}

std::string since_problem(const std::string& written) {
  const bool number =
      !written.empty() && written.size() < 10 && written.find_first_not_of("0123456789") == std::string::npos;
  if (number || parse_timestamp(written)) return {};
  return fmt::format("\"{}\" is no batch and no date: write 3, 2020-01-08 or 2020-01-08T09:12+00:00", written);
}

void add_inputs(CLI::App& app, InputOptions& in, GivenWords& given) {
  app.add_option("INPUT", in.inputs, kInputsHelp)->required()->type_name("");
  app.add_option("--outlet", given.outlet, "the outlet, for inputs that do not say")->type_name("NAME");
  app.add_option("--published", given.published, "the date, for inputs that do not say")
      ->type_name("DATE")
      ->check(CLI::Validator(timestamp_problem, ""));
  app.add_option("--language", given.language, "the language (en), for inputs that do not say")->type_name("CODE");
}

Given given_of(const GivenWords& words) {
  Given given;
  if (!words.outlet.empty()) given.outlet = words.outlet;
  if (!words.published.empty()) given.published = parse_timestamp(words.published);
  if (!words.language.empty()) given.language = words.language;
  return given;
}

CLI::Option* add_format(CLI::App& app, std::string& format, const std::vector<std::string>& names) {
  return app.add_option("--format", format, fmt::format("one of: {}", fmt::join(names, ", ")))
      ->check(CLI::IsMember(names))
      ->default_str(names.front())
      ->type_name("FORMAT");
}

void add_store(CLI::App& app, std::string& store) {
  app.add_option("STORE", store, kStoreHelp)->required()->type_name("");
}

void add_outlet_table(CLI::App& app, std::string& table) {
  app.add_option("--outlet-table", table,
                 "a table of outlets of your own, before the shipped one (see its columns there)")
      ->type_name("FILE")
      ->check(CLI::ExistingFile);
}

void add_group(CLI::App& app, std::string& story, std::string& storyline) {
  auto* one = app.add_option("--story", story, "this story only: an id, or the beginning of one")->type_name("ID");
  app.add_option("--storyline", storyline, "this storyline only")->type_name("ID")->excludes(one);
}

// The whole grammar: one subcommand each, filling the struct of its command.
class Grammar {
 public:
  Grammar()
      : app_("Crossread reads many accounts of one event and reconstructs the story that they jointly tell.",
             "crossread") {
    app_.set_version_flag("--version", version_text());
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.get_formatter()->column_width(34);
    app_.add_option("--jobs", common_.jobs, "threads to use (default: all)")
        ->type_name("N")
        ->check(CLI::Range(0, 4096));
    app_.add_option("--data", common_.data, "folder with lexicon/ and models/ (default: the shipped one)")
        ->type_name("FOLDER");
    app_.add_flag("--quiet,-q", common_.quiet, "print no progress and no summary");
    app_.footer(
        "Examples:\n"
        "  crossread add articles/ --into news.crossread\n"
        "  crossread stories news.crossread\n"
        "  crossread brief news.crossread --format html --output brief.html\n"
        "  crossread export news.crossread --format json > dossier.json\n\n"
        "Exit codes: 0 done; 2 usage; 3 some inputs refused; 4 all refused; 5 store unusable; 6 disk full or\n"
        "tables missing; 7 no such story; 130 interrupted; 1 a fault of ours. `crossread COMMAND --help` tells more.");
    define_add();
    define_stories();
    define_story();
    define_outlets();
    define_brief();
    define_export();
    define_extract();
    define_analyze();
    define_names();
    define_search();
    define_check();
    define_rebuild();
  }

  CommandLine parse(int argc, char** argv) {
    app_.parse(argc, argv);
    return {common_, checked()};
  }

  int explain(const CLI::ParseError& fault) { return app_.exit(fault); }

 private:
  Command checked() {
    add_.in.given = extract_.in.given = analyze_.in.given = given_of(given_);
    add_.json = stories_.json = story_.json = outlets_.json = search_.json = check_.json = format_ == "json";
    brief_.format = format_;
    export_.format = export_format();
    analyze_.format = analysis_format();
    const std::string name = app_.get_subcommands().front()->get_name();
    if (name == "add") return add_;
    if (name == "stories") return stories_;
    if (name == "story") return story_;
    if (name == "outlets") return outlets_;
    if (name == "brief") return brief_;
    if (name == "export") return checked_export();
    if (name == "extract") return extract_;
    if (name == "analyze") return analyze_;
    if (name == "names") return names_;
    if (name == "search") return checked_search();
    if (name == "check") return check_;
    return rebuild_;
  }

  AnalysisFormat analysis_format() const {
    if (format_ == "conllu") return AnalysisFormat::conllu;
    return format_ == "html" ? AnalysisFormat::html : AnalysisFormat::jsonl;
  }

  ExportFormat export_format() const {
    if (format_ == "jsonl") return ExportFormat::jsonl;
    if (format_ == "csv") return ExportFormat::csv;
    if (format_ == "plover") return ExportFormat::plover;
    return format_ == "annotations" ? ExportFormat::annotations : ExportFormat::json;
  }

  Command checked_export() {
    const bool rows = export_.format != ExportFormat::json;
    if (export_.format == ExportFormat::plover && export_.only.empty()) export_.only = "events";
    if (rows && export_.only.empty())
      throw CLI::ValidationError("--format " + format_ + " needs --only KEY: rows of one array");
    if (!rows && (!export_.after.empty() || export_.limit)) {
      throw CLI::ValidationError("--after and --limit page through rows: they need --only KEY --format jsonl");
    }
    const bool told = export_.only == "events" || (export_.only == "statements" && format_ != "plover");
    if (rows && export_.format != ExportFormat::jsonl && !told) {
      throw CLI::ValidationError("--format " + format_ + " is of --only events" +
                                 (format_ == "plover" ? "" : " or --only statements"));
    }
    return export_;
  }

  Command checked_search() {
    if (search_.query.empty() && search_.speaker.empty() && search_.type.empty())
      throw CLI::ValidationError("search wants QUERY, --speaker or --type");
    if (!search_.type.empty() && !event_type_named(search_.type))
      throw CLI::ValidationError("--type takes a type of event: AGREE, CONSULT, ASSAULT, ACCIDENT, ELECTION ...");
    return search_;
  }

  void define_add() {
    CLI::App* app = app_.add_subcommand("add", "read reports into a store");
    add_inputs(*app, add_.in, given_);
    app->add_option("--into", add_.store, "the store to add to; made if there is none")->required()->type_name("STORE");
    add_format(*app, format_, {"text", "json"});
    app->footer(
        "Adding the same report again changes nothing; a changed one is a new version.\n"
        "A bad input is told, kept as a rejection, and stops no other (exit code 3).\n\n"
        "Examples:\n"
        "  crossread add articles/ more.jsonl --into news.crossread\n"
        "  curl -s https://example.org/page | crossread add - --outlet 'Example' --into news.crossread");
  }

  void define_stories() {
    CLI::App* app = app_.add_subcommand("stories", "list the stories of a store, latest first");
    add_store(*app, stories_.store);
    app->add_option("--since", stories_.since, "with a report of this day or later")
        ->type_name("DATE")
        ->check(CLI::Validator(timestamp_problem, ""));
    app->add_option("--outlet", stories_.outlet, "told by this outlet, letter for letter")->type_name("NAME");
    app->add_option("--place", stories_.place, "that name a place of these words")->type_name("NAME");
    app->add_option("--person", stories_.person, "that name a person of these words")->type_name("NAME");
    const std::map<std::string, StoryOrder> orders{
        {"latest", StoryOrder::latest}, {"reports", StoryOrder::reports}, {"origins", StoryOrder::origins}};
    app->add_option("--sort", stories_.order, "latest first, or most reports or independent origins first")
        ->transform(CLI::CheckedTransformer(orders))
        ->type_name("latest|reports|origins");
    app->add_option("--limit", stories_.limit, "at most so many")->type_name("N")->capture_default_str();
    add_format(*app, format_, {"text", "json"});
    app->footer(
        "Examples:\n"
        "  crossread stories news.crossread --limit 10\n"
        "  crossread stories news.crossread --outlet 'Arab News' --sort reports\n"
        "  crossread stories news.crossread --person Tolk --format json\n"
        "  crossread stories news.crossread --since 2024-10-16 --place Nairobi --sort origins");
  }

  void define_outlets() {
    CLI::App* app = app_.add_subcommand("outlets", "who writes, who copies, from whom and how fast");
    add_store(*app, outlets_.store);
    const std::map<std::string, OutletsBy> groups{{"outlet", OutletsBy::outlet},
                                                  {"owner", OutletsBy::owner},
                                                  {"country", OutletsBy::country},
                                                  {"kind", OutletsBy::kind},
                                                  {"control", OutletsBy::control}};
    app->add_option("--by", outlets_.by, "count those of one owner, country, kind or control together")
        ->transform(CLI::CheckedTransformer(groups))
        ->type_name("outlet|owner|country|kind|control");
    add_outlet_table(*app, outlets_.table);
    app->add_option("--limit", outlets_.limit, "at most so many")->type_name("N")->capture_default_str();
    add_format(*app, format_, {"text", "json"});
    app->footer(
        "What is known of outlets stands in data/lexicon/outlets.tsv: name, other names, hosts, country, kind, "
        "control\n"
        "(state, public, party, private, nonprofit), owner, with tabs between. --outlet-table adds rows of yours.\n\n"
        "Examples:\n"
        "  crossread outlets news.crossread\n"
        "  crossread outlets news.crossread --by owner --limit 10\n"
        "  crossread outlets news.crossread --outlet-table our_outlets.tsv --format json");
  }

  void define_story() {
    CLI::App* app = app_.add_subcommand("story", "show one story: its reports, who copied from whom, its origins");
    add_store(*app, story_.store);
    app->add_option("ID", story_.id, "the story's id, or the beginning of it")->required()->type_name("");
    add_format(*app, format_, {"text", "json"});
    app->footer("Example:\n  crossread story news.crossread s3f9a");
  }

  void define_brief() {
    CLI::App* app = app_.add_subcommand("brief", "tell a story, every line tied to the words it rests on");
    add_store(*app, brief_.store);
    add_group(*app, brief_.story, brief_.storyline);
    app->add_option("--since", brief_.since,
                    "tell first what is new after this batch, or since this time; stories without news are left out")
        ->type_name("BATCH|DATE")
        ->check(CLI::Validator(since_problem, ""));
    add_outlet_table(*app, brief_.table);
    add_format(*app, format_, {"md", "html", "json", "csv", "svg"});
    app->add_option("--output,-o", brief_.output, "write here (default: standard output)")->type_name("FILE");
    app->footer(
        "csv is the matrix: a row for each line and report, who tells it, who differs, who leaves it out.\n"
        "svg is the situation: how the parties treat one another, day by day. html has both.\n\n"
        "Examples:\n"
        "  crossread brief news.crossread --format html --output brief.html\n"
        "  crossread brief news.crossread --story s3f9a\n"
        "  crossread brief news.crossread --since 2024-10-16\n"
        "  crossread brief news.crossread --storyline l81c --format csv > who_tells_what.csv\n"
        "  crossread brief news.crossread --story s3f9a --format svg > situation.svg");
  }

  void define_export() {
    CLI::App* app = app_.add_subcommand("export", "write the dossier for other programs");
    add_store(*app, export_.store);
    add_group(*app, export_.story, export_.storyline);
    app->add_option("--only", export_.only, "one array of the dossier: reports, stories, lineage, origins ...")
        ->type_name("KEY");
    add_format(*app, format_, {"json", "jsonl", "csv", "plover", "annotations"});
    app->add_option("--after", export_.after, "begin behind the row of this id")->type_name("CURSOR");
    app->add_option("--limit", export_.limit, "at most so many rows")->type_name("N");
    app->footer(
        "Examples:\n"
        "  crossread export news.crossread --format json > dossier.json\n"
        "  crossread export news.crossread --only stories --format jsonl --limit 100\n"
        "  crossread export news.crossread --only statements --format csv > statements.csv\n"
        "  crossread export news.crossread --format plover > events.jsonl\n"
        "  crossread export news.crossread --only events --format annotations   # W3C Web Annotations, one a line");
  }

  void define_extract() {
    CLI::App* app = app_.add_subcommand("extract", "find the report on each page; no store");
    add_inputs(*app, extract_.in, given_);
    add_format(*app, format_, {"jsonl"});
    app->footer("Example:\n  crossread extract pages/ --format jsonl > pages.jsonl");
  }

  void define_analyze() {
    CLI::App* app = app_.add_subcommand("analyze", "print what every word of each report is; no store");
    add_inputs(*app, analyze_.in, given_);
    add_format(*app, format_, {"jsonl", "conllu", "html"});
    app->add_flag("--conllu-input", analyze_.given_words,
                  "the inputs are CoNLL-U (in folders: *.conllu): keep their sentences and words, find the rest");
    app->footer(
        "Examples:\n"
        "  crossread analyze report.txt --published 2020-01-10 --format jsonl\n"
        "  crossread analyze news/ --format conllu > news.conllu\n"
        "  crossread analyze report.txt --format html > report.html   # look at names, times, numbers and trees\n"
        "  crossread analyze treebank.conllu --conllu-input --format conllu");
  }

  void define_names() {
    CLI::App* app = app_.add_subcommand("names", "tell which pairs of names name the same; no store");
    app->add_option("--pairs", names_.pairs, "two names a line with a tab between; - for standard input")
        ->required()
        ->type_name("FILE");
    app->footer(
        "Prints for each line `same` or `different`, a tab, and how likely they are the same, from 0 to 1.\n"
        "Ends at the first line that is not two names, and tells which it is.\n\n"
        "Example:\n  printf 'Qassem Soleimani\\tGen. Suleimani\\n' | crossread names --pairs -");
  }

  void define_search() {
    CLI::App* app = app_.add_subcommand("search", "find reports by words, newest first, with the passages marked");
    add_store(*app, search_.store);
    app->add_option("QUERY", search_.query, "words; \"a phrase\"; -not; one OR other; title:word")->type_name("");
    app->add_option("--speaker", search_.speaker, "what this person or body said, in any spelling of the name")
        ->type_name("NAME");
    app->add_option("--type", search_.type, "events of this type: ASSAULT, CONSULT, ...")->type_name("TYPE");
    app->add_option("--outlet", search_.outlet, "of this outlet only")->type_name("NAME");
    const CLI::Validator date(timestamp_problem, "");
    app->add_option("--since", search_.since, "published on or after")->type_name("DATE")->check(date);
    app->add_option("--until", search_.until, "published on or before")->type_name("DATE")->check(date);
    app->add_option("--limit", search_.limit, "at most so many")->type_name("N")->capture_default_str();
    add_format(*app, format_, {"text", "json"});
    app->footer(
        "With --speaker or --type it finds what was said or done, one statement or event after the other.\n\n"
        "Examples:\n"
        "  crossread search news.crossread '\"drone strike\" -football' --since 2020-01-01\n"
        "  crossread search news.crossread --speaker 'Kelly Craft'\n"
        "  crossread search news.crossread sanctions --type ASSAULT --limit 5");
  }

  void define_check() {
    CLI::App* app = app_.add_subcommand("check", "verify that a store is whole");
    add_store(*app, check_.store);
    add_format(*app, format_, {"text", "json"});
    app->footer("Prints each finding; exit code 5 if there is one.\n\nExample:\n  crossread check news.crossread");
  }

  void define_rebuild() {
    CLI::App* app = app_.add_subcommand("rebuild", "work everything out anew from the original bytes");
    add_store(*app, rebuild_.store);
    app->add_flag("--stale", rebuild_.stale, "only if the program or its tables changed since");
    app->footer(
        "The old store stays whole until the new one is complete.\n\nExample:\n  crossread rebuild news.crossread "
        "--stale");
  }

  CLI::App app_;
  Common common_;
  GivenWords given_;
  std::string format_;
  AddCommand add_;
  StoriesCommand stories_;
  StoryCommand story_;
  OutletsCommand outlets_;
  BriefCommand brief_;
  ExportCommand export_;
  ExtractCommand extract_;
  AnalyzeCommand analyze_;
  NamesCommand names_;
  SearchCommand search_;
  CheckCommand check_;
  RebuildCommand rebuild_;
};

}  // namespace

std::variant<CommandLine, ExitCode> parse_command_line(int argc, char** argv) {
  Grammar grammar;
  try {
    return grammar.parse(argc, argv);
  } catch (const CLI::ParseError& fault) {
    return grammar.explain(fault) == 0 ? ExitCode::done : ExitCode::usage;
  }
}

}  // namespace crossread::cli
