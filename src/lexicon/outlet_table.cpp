#include "lexicon/outlet_table.h"

#include <optional>

#include "lexicon/table.h"
#include "text/words.h"

namespace crossread {
namespace {

constexpr std::string_view kNone = "-";

// Folded words with one blank between them, without a leading "the".
std::string key_of(std::string_view name) {
  std::string key;
  for (const Word& word : words(name, {0, static_cast<std::uint32_t>(name.size())})) {
    const std::string part = folded(word.span.in(name));
    if (key.empty() && part == "the") continue;
    if (!key.empty()) key += ' ';
    key += part;
  }
  return key;
}

std::vector<std::string_view> parts_of(std::string_view cell) {
  std::vector<std::string_view> parts;
  while (!cell.empty() && cell != kNone) {
    const std::size_t end = cell.find("; ");
    parts.push_back(cell.substr(0, end));
    cell = end == std::string_view::npos ? std::string_view() : cell.substr(end + 2);
  }
  return parts;
}

std::string known(std::string_view cell) {
  return cell == kNone ? std::string() : std::string(cell);
}

// "www.example.org" of "https://www.example.org:80/a", "" of what has no scheme.
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

std::map<std::string, std::string> titles_of(const std::filesystem::path& file) {
  std::map<std::string, std::string> titles;
  const Table table(file, 2);
  for (const Table::Row& row : table.rows()) titles.emplace(row[0], row[1]);
  return titles;
}

}  // namespace

OutletTable::OutletTable(const std::filesystem::path& data_folder, const std::filesystem::path& own) {
  const std::map<std::string, std::string> countries = titles_of(data_folder / "lexicon/en/country_titles.tsv");
  if (!own.empty()) read(own, countries);
  read(data_folder / "lexicon/outlets.tsv", countries);
}

void OutletTable::read(const std::filesystem::path& file, const std::map<std::string, std::string>& countries) {
  const Table table(file, 7);
  Places names;
  Places hosts;
  for (const Table::Row& row : table.rows()) {
    OutletFacts facts;
    facts.name = row[0];
    facts.country = known(row[3]);
    const auto title = countries.find(facts.country);
    if (!facts.country.empty() && title == countries.end())
      table.refuse(row, "the country is no code of three letters");
    if (title != countries.end()) facts.country_name = title->second;
    facts.kind = static_cast<OutletKind>(table.choice(row, 4, {kOutletKindNames.begin(), kOutletKindNames.end()}));
    facts.control =
        static_cast<OutletControl>(table.choice(row, 5, {kOutletControlNames.begin(), kOutletControlNames.end()}));
    facts.owner = known(row[6]);
    if (!names.emplace(key_of(row[0]), facts_.size()).second) table.refuse(row, "the name stands twice");
    for (const std::string_view name : parts_of(row[1])) {
      const auto [at, is_new] = names.emplace(key_of(name), facts_.size());
      if (!is_new && at->second != facts_.size()) table.refuse(row, "another name stands twice");
    }
    for (const std::string_view host : parts_of(row[2])) {
      if (!hosts.emplace(host, facts_.size()).second) table.refuse(row, "the host stands twice");
    }
    facts_.push_back(std::move(facts));
  }
  names_.merge(names);  // what is known already stays
  hosts_.merge(hosts);
}

const OutletFacts* OutletTable::at_host(std::string_view host) const {
  while (host.find('.') != std::string_view::npos) {
    const auto at = hosts_.find(host);
    if (at != hosts_.end()) return &facts_[at->second];
    host.remove_prefix(host.find('.') + 1);
  }
  return nullptr;
}

const OutletFacts* OutletTable::find(std::string_view name, std::string_view url) const {
  const auto at = name.empty() ? names_.end() : names_.find(key_of(name));
  if (at != names_.end()) return &facts_[at->second];
  if (name.find(' ') == std::string_view::npos) {
    if (const OutletFacts* facts = at_host(name)) return facts;
  }
  return at_host(host_of(url));
}

}  // namespace crossread
