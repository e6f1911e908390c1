// Compares reports from the accounts that people made of them, so that what is lost in reading is told from what is
// lost in comparing:
//
//   corpus/tools/convert.py accounts --split dev --out G; corpus/tools/convert.py dossier --split dev --out G
//   claims_from_gold G/accounts.jsonl --settled G --data data --out D      # a dossier a story, D/<story>.json
//
// --settled holds <story>.dossier.json (gold's, or a crossread export under that name): origins, copies, stories.
// --identity gold takes over who is who. --pairs FOLDER writes the signs of pairs of tellings and numbers, to fit
// models.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "claim/align.h"
#include "claim/counters.h"
#include "claim/item.h"
#include "claim/pair_signs.h"
#include "claim/settle.h"
#include "gold_accounts.h"
#include "identity/identify.h"
#include "render/export_json.h"

namespace crossread {
namespace {

struct Options {
  std::filesystem::path accounts;
  std::filesystem::path settled;
  std::filesystem::path data = "data";
  std::filesystem::path out;
  std::filesystem::path pairs;
  bool gold_identity = false;
};

using StoryReports = std::vector<gold::GoldReport>;

std::map<std::string, StoryReports> by_story(std::vector<gold::GoldReport> reports) {
  std::map<std::string, StoryReports> out;
  for (gold::GoldReport& report : reports) out[report.story].push_back(std::move(report));
  return out;
}

std::vector<ReadReport> read_reports(const StoryReports& story) {
  std::vector<ReadReport> out;
  for (const gold::GoldReport& report : story) out.push_back({&report.report, &report.account});
  return out;
}

// Gold's keys as identities: named after the first report that speaks of them.
Identities gold_identities(const StoryReports& story, Identities ours) {
  std::map<std::string, std::uint32_t> known;
  Identities out;
  for (std::size_t i = 0; i < story.size(); ++i) {
    out.entity_of.emplace_back();
    for (std::size_t k = 0; k < story[i].keys.size(); ++k) {
      const auto [at, fresh] = known.emplace(story[i].keys[k], static_cast<std::uint32_t>(known.size()));
      if (fresh) out.entities.push_back(ours.entities[ours.entity_of[i][k]]);
      out.entity_of[i].push_back(at->second);
    }
  }
  return out;
}

// NAME.tsv, a row a pair, and NAME.signs, its signs as whole numbers of two bytes, the low one first.
class PairWriter {
 public:
  void open(const std::filesystem::path& name) {
    rows_.open(name.string() + ".tsv");
    signs_.open(name.string() + ".signs", std::ios::binary);
  }
  void write(const std::string& story, const std::string& a, const std::string& b, const claim::PairSigns& signs) {
    rows_ << story << '\t' << a << '\t' << b << '\n';
    for (const std::int32_t sign : signs) {
      const auto number = static_cast<std::uint16_t>(sign);
      signs_.put(static_cast<char>(number & 0xFF)).put(static_cast<char>(number >> 8));
    }
  }

 private:
  std::ofstream rows_;
  std::ofstream signs_;
};

class Measuring {
 public:
  explicit Measuring(const Options& options)
      : options_(options),
        names_(options.data / "lexicon/en"),
        tables_(options.data / "lexicon/en", options.data / "models") {
    if (options.pairs.empty()) return;
    std::filesystem::create_directories(options.pairs);
    same_.open(options.pairs / "same");
    counters_.open(options.pairs / "counters");
    numbers_.open(options.pairs / "numbers.tsv");
  }

  void run() {
    for (const auto& [name, story] : by_story(gold::read_accounts(options_.accounts))) measure(name, story);
  }

 private:
  void measure(const std::string& name, const StoryReports& story) {
    const auto settled = gold::read_settled(options_.settled / (name + ".dossier.json"), story);
    const std::vector<ReadReport> reports = read_reports(story);
    Identities identities = identity::identify(reports, names_);
    if (options_.gold_identity) identities = gold_identities(story, std::move(identities));
    const auto storyline = claim::storyline_reports(reports, identities, settled.origins, settled.stories);
    if (numbers_.is_open()) {
      write_pairs(name, story, storyline);
      write_numbers(name, story, storyline);
    }
    if (!options_.out.empty()) write_dossier(name, dossier_of(settled, storyline));
  }

  Dossier dossier_of(const gold::Settled& settled, const claim::StorylineReports& storyline) const {
    Dossier dossier;
    dossier.producer.crossread = "0.0.0";
    dossier.producer.tables = "gold accounts";
    for (std::size_t i = 0; i < storyline.reports.size(); ++i) {
      dossier.reports.push_back({*storyline.reports[i].report, storyline.origin_of[i], std::nullopt, 1});
      AccountEntry entry{*storyline.reports[i].account, {}};
      for (const std::uint32_t entity : storyline.identities.entity_of[i])
        entry.entity_of.push_back(storyline.identities.entities[entity].id);
      dossier.accounts.push_back(std::move(entry));
    }
    dossier.origins = settled.origins;
    dossier.lineage = settled.links;
    dossier.stories = settled.stories;
    dossier.entities = storyline.identities.entities;
    dossier.claims = claim::settle(storyline, tables_);
    return dossier;
  }

  void write_dossier(const std::string& name, const Dossier& dossier) const {
    std::filesystem::create_directories(options_.out);
    std::ofstream out(options_.out / (name + ".json"));
    write_json(dossier, out);
  }

  std::string gold_id(const StoryReports& story, const claim::StorylineReports& storyline,
                      const claim::Item& item) const {
    for (const gold::GoldReport& report : story) {
      if (report.report.id != storyline.reports[item.report].report->id) continue;
      return item.is_event ? report.events[item.index] : report.statements[item.index];
    }
    return {};
  }

  // Every pair of tellings, and those of which one may stand against the other.
  void write_pairs(const std::string& name, const StoryReports& story, const claim::StorylineReports& storyline) {
    const std::vector<claim::Item> items =
        claim::items_of(storyline, {tables_.background, tables_.vectors, tables_.counters});
    const claim::Comparison comparison(storyline, items);
    std::vector<std::string> ids;
    for (const claim::Item& item : items) ids.push_back(gold_id(story, storyline, item));
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) same_.write(name, ids[k], ids[i], comparison.signs(items[k], items[i]));
    }
    for (const auto& [a, b] : claim::counter_pairs(storyline, items))
      counters_.write(name, ids[a], ids[b], claim::counter_signs(comparison, items[a], items[b], tables_.weights));
  }

  // The signs of numbers of one unit.
  void write_numbers(const std::string& name, const StoryReports& story, const claim::StorylineReports& storyline) {
    const std::vector<claim::Item> items =
        claim::items_of(storyline, {tables_.background, tables_.vectors, tables_.counters});
    const auto group_of = claim::groups_of_items(claim::align(storyline, items, tables_.weights), items.size());
    const std::vector<claim::Count> counts =
        claim::counts_of(storyline, items, {tables_.background, tables_.vectors, tables_.counters}, tables_.parts);
    const claim::CountComparison comparison(storyline, items, group_of, counts, tables_.weights.same);
    const auto id = [&](const claim::Count& count) {
      const ReportId report = storyline.reports[items[count.item].report].report->id;
      return std::ranges::find(story, report, [](const auto& r) { return r.report.id; })->quantities[count.quantity];
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        if (!comparison.comparable(counts[k], counts[i])) continue;
        const int same = comparison.is_equal(counts[k], counts[i]) ? 1000 : 0;
        numbers_ << fmt::format("{}\t{}\t{}\t{}\t{}\n", name, id(counts[k]), id(counts[i]), same,
                                fmt::join(comparison.signs(counts[k], counts[i]), "\t"));
      }
    }
  }

  const Options& options_;
  identity::Tables names_;
  claim::Tables tables_;
  PairWriter same_;
  PairWriter counters_;
  std::ofstream numbers_;
};

}  // namespace
}  // namespace crossread

int main(int argc, char** argv) {
  crossread::Options options;
  CLI::App app("Claims from gold accounts");
  app.add_option("accounts", options.accounts, "JSON lines of corpus/tools/convert.py accounts")->required();
  app.add_option("--settled", options.settled, "folder with <story>.dossier.json")->required();
  app.add_option("--data", options.data, "the data folder");
  app.add_option("--out", options.out, "folder for the dossiers");
  app.add_option("--pairs", options.pairs, "folder for the signs of pairs");
  app.add_flag("--gold-identity", options.gold_identity, "take over who is who");
  CLI11_PARSE(app, argc, argv);
  try {
    crossread::Measuring(options).run();
  } catch (const std::exception& problem) {
    std::cerr << problem.what() << "\n";
    return 1;
  }
  return 0;
}
