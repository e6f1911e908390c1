#include "lexicon/lemmas.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "lexicon/table.h"

namespace crossread {
namespace {

constexpr char kWhole = '^';  // before a whole word in the tables
constexpr char kBefore = 0;   // the letter before the first of a word, in the tree

enum class Letters { lower, capital, all_capitals };
const std::vector<std::string_view> kLettersNames = {"aa", "Aa", "AA"};

enum class Written { lower, as_written, first_capital };
const std::vector<std::string_view> kWrittenNames = {"lower", "as_written", "first_capital"};

constexpr std::size_t kTagClasses = kXposCount * (1 + kUposCount);
constexpr std::size_t kLetterClasses = kXposCount * 3;

std::size_t class_of(Xpos xpos) {
  return static_cast<std::size_t>(xpos);
}

std::size_t class_of(Upos upos, Xpos xpos) {
  return kXposCount * (1 + static_cast<std::size_t>(upos)) + class_of(xpos);
}

std::size_t class_of(Xpos xpos, Letters letters) {
  return class_of(xpos) * kLettersNames.size() + static_cast<std::size_t>(letters);
}

// "VBD", or "AUX VBD".
std::size_t class_named(const Table& table, const Table::Row& row) {
  const std::string_view name = row[0];
  const std::size_t blank = name.find(' ');
  const auto xpos = xpos_named(blank == std::string_view::npos ? name : name.substr(blank + 1));
  if (!xpos) table.refuse(row, "no such tag");
  if (blank == std::string_view::npos) return class_of(*xpos);
  const auto upos = upos_named(name.substr(0, blank));
  if (!upos) table.refuse(row, "no such part of speech");
  return class_of(*upos, *xpos);
}

bool stays_as_written(Xpos xpos) {
  return xpos == Xpos::nnp || xpos == Xpos::nnps || xpos == Xpos::add;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether a comma parts thousands: a digit before it, and just three after it.
bool parts_thousands(std::string_view form, std::size_t comma) {
  const auto digit = [&](std::size_t at) { return at < form.size() && is_digit(form[at]); };
  return comma > 0 && digit(comma - 1) && digit(comma + 1) && digit(comma + 2) && digit(comma + 3) && !digit(comma + 4);
}

constexpr std::string_view kCurly = "\u2019";

bool is_plain(std::string_view form, Xpos xpos) {
  return form.find(kCurly) == std::string_view::npos && (xpos != Xpos::cd || form.find(',') == std::string_view::npos);
}

// With straight apostrophes, and numbers without the commas of thousands.
std::string plain(std::string_view form, Xpos xpos) {
  std::string out;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form.substr(i).starts_with(kCurly)) {
      out += '\'';
      i += kCurly.size() - 1;
    } else if (xpos != Xpos::cd || form[i] != ',' || !parts_thousands(form, i)) {
      out += form[i];
    }
  }
  return out;
}

// The same for words of other letters than ASCII, by ICU.
Letters lower_case_of_any(std::string_view form, std::string& lower) {
  const auto whole = icu::UnicodeString::fromUTF8({form.data(), static_cast<std::int32_t>(form.size())});
  icu::UnicodeString low(whole);
  icu::UnicodeString up(whole);
  low.toLower(icu::Locale::getRoot());
  up.toUpper(icu::Locale::getRoot());
  lower.clear();
  low.toUTF8String(lower);
  if (low == whole) return Letters::lower;
  return up == whole && whole.countChar32() > 1 ? Letters::all_capitals : Letters::capital;
}

// The form in lower case, and which letters it was written in.
Letters lower_case(std::string_view form, std::string& lower) {
  bool any_lower = false;
  bool any_upper = false;
  bool ascii = true;
  lower.assign(form);
  for (char& c : lower) {
    const bool upper = c >= 'A' && c <= 'Z';
    any_upper |= upper;
    any_lower |= c >= 'a' && c <= 'z';
    ascii &= static_cast<unsigned char>(c) < 0x80;
    if (upper) c = static_cast<char>(c | 0x20);
  }
  if (!ascii) return lower_case_of_any(form, lower);
  if (!any_upper) return Letters::lower;
  return any_lower || form.size() < 2 ? Letters::capital : Letters::all_capitals;
}

void raise_first(std::string& word) {
  if (word.empty()) return;
  if (static_cast<unsigned char>(word[0]) < 0x80) {
    if (word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] & ~0x20);
    return;
  }
  icu::UnicodeString whole = icu::UnicodeString::fromUTF8(word);
  whole.replace(0, whole.moveIndex32(0, 1), icu::UnicodeString(u_toupper(whole.char32At(0))));
  word.clear();
  whole.toUTF8String(word);
}

}  // namespace

struct EndingTree::Building {
  std::map<char, Building> below;
  int value = kNone;
};

EndingTree::EndingTree(const std::vector<Row>& rows, std::size_t classes) : nodes_(1), roots_(classes, 0) {
  std::vector<Building> trees(classes);
  for (const Row& row : rows) {
    Building* at = &trees[row.of_class];
    const bool whole = row.ending.starts_with(kWhole);
    for (std::size_t i = row.ending.size(); i > (whole ? 1U : 0U); --i) at = &at->below[row.ending[i - 1]];
    if (whole) at = &at->below[kBefore];
    at->value = row.value;
  }
  for (std::size_t i = 0; i < classes; ++i) {
    if (trees[i].below.empty()) continue;
    roots_[i] = static_cast<std::uint32_t>(nodes_.size());
    nodes_.emplace_back();
    add_below(trees[i], roots_[i]);
  }
}

void EndingTree::add_below(const Building& tree, std::uint32_t place) {
  const auto first = static_cast<std::uint32_t>(nodes_.size());
  nodes_[place].first = first;
  nodes_[place].children = static_cast<std::uint16_t>(tree.below.size());
  for (const auto& [letter, below] : tree.below) nodes_.push_back({0, 0, letter, below.value});
  std::uint32_t child = first;
  for (const auto& [letter, below] : tree.below) add_below(below, child++);
}

const EndingTree::Node* EndingTree::child(const Node& node, char letter) const {
  const Node* const first = nodes_.data() + node.first;
  for (const Node* at = first; at != first + node.children; ++at) {
    if (at->letter == letter) return at;
  }
  return nullptr;
}

int EndingTree::find(std::size_t of_class, std::string_view word) const {
  int found = kNone;
  const Node* at = &nodes_[roots_[of_class]];
  for (std::size_t i = word.size(); i > 0; --i) {
    at = child(*at, word[i - 1]);
    if (at == nullptr) return found;
    if (at->value != kNone) found = at->value;
  }
  const Node* whole = child(*at, kBefore);
  return whole != nullptr ? whole->value : found;
}

Lemmas::Lemmas(const std::filesystem::path& language_folder) {
  read_endings(language_folder / "lemmas.tsv");
  read_capitals(language_folder / "lemma_capitals.tsv");
}

void Lemmas::read_endings(const std::filesystem::path& file) {
  const Table table(file, 3);
  std::vector<EndingTree::Row> rows;
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const Table::Row& row : table.rows()) {
    const bool whole = row[1].starts_with(kWhole);
    const std::string_view ending = std::string_view(row[1]).substr(whole ? 1 : 0);
    if (ending.empty()) table.refuse(row, "no ending");
    if (whole && row[2].empty()) table.refuse(row, "nothing is left of the word");
    if (!seen.emplace(row[0], row[1]).second) table.refuse(row, "the ending stands twice");
    rows.push_back({class_named(table, row), std::string(row[1]), static_cast<int>(changes_.size())});
    changes_.push_back(change(ending, row[2]));
  }
  endings_ = EndingTree(rows, kTagClasses);
}

Lemmas::Change Lemmas::change(std::string_view ending, std::string_view replacement) {
  const auto [left, added] = std::mismatch(ending.begin(), ending.end(), replacement.begin(), replacement.end());
  return {static_cast<std::size_t>(ending.end() - left), std::string(added, replacement.end())};
}

void Lemmas::read_capitals(const std::filesystem::path& file) {
  const Table table(file, 4);
  std::vector<EndingTree::Row> rows;
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
  for (const Table::Row& row : table.rows()) {
    const auto xpos = xpos_named(row[0]);
    if (!xpos) table.refuse(row, "no such tag");
    if (row[2].empty() || row[2] == std::string_view(&kWhole, 1)) table.refuse(row, "no ending");
    if (!seen.emplace(row[0], row[1], row[2]).second) table.refuse(row, "the ending stands twice");
    const auto letters = static_cast<Letters>(table.choice(row, 1, kLettersNames));
    rows.push_back(
        {class_of(*xpos, letters), std::string(row[2]), static_cast<int>(table.choice(row, 3, kWrittenNames))});
  }
  capitals_ = EndingTree(rows, kLetterClasses);
}

const Lemmas::Change* Lemmas::change_of(std::string_view lower, Upos upos, Xpos xpos) const {
  const std::size_t of_both = class_of(upos, xpos);
  const int found = endings_.find(endings_.has(of_both) ? of_both : class_of(xpos), lower);
  return found == EndingTree::kNone ? nullptr : &changes_[static_cast<std::size_t>(found)];
}

void Lemmas::find(std::string_view form, Upos upos, Xpos xpos, std::string& lemma) const {
  std::string mended;
  if (!is_plain(form, xpos)) form = mended = plain(form, xpos);
  const Letters letters = lower_case(form, lemma);
  const Change* const change = change_of(lemma, upos, xpos);
  const int listed = capitals_.find(class_of(xpos, letters), lemma);
  const Written usual = stays_as_written(xpos) ? Written::as_written : Written::lower;
  const Written written = listed == EndingTree::kNone ? usual : static_cast<Written>(listed);
  if (written == Written::as_written && (form.size() == lemma.size() || change == nullptr)) lemma.assign(form);
  if (change != nullptr && change->cut <= lemma.size())
    lemma.replace(lemma.size() - change->cut, change->cut, change->added);
  if (lemma.empty()) lemma.assign(form);  // an ending alone
  if (written == Written::first_capital) raise_first(lemma);
}

}  // namespace crossread
