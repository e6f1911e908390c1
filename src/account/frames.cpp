#include "account/frames.h"

#include <algorithm>
#include <array>

#include "lexicon/table.h"

namespace crossread::account {
namespace {

const std::vector<std::string_view> kClassNames = {"verb", "noun", "adjective"};
const std::vector<std::string_view> kCueNames = {"promise", "refuse", "plan", "threat", "maybe",
                                                 "request", "allege", "deny", "fail",   "light"};

std::vector<std::string_view> split(std::string_view cell, char at) {
  std::vector<std::string_view> parts;
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find(at), cell.size());
    if (end > 0) parts.push_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return parts;
}

std::optional<FrameRole> role_named(std::string_view name) {
  constexpr std::string_view kLetters = "aripn";
  const std::size_t at = name.size() == 1 ? kLetters.find(name[0]) : std::string_view::npos;
  return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<FrameRole>(at));
}

// "a:b" as {"a", "b"}; empty without the mark.
std::optional<std::array<std::string_view, 2>> halves(std::string_view text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos || at == 0 || at + 1 == text.size()) return {};
  return std::array{text.substr(0, at), text.substr(at + 1)};
}

}  // namespace

EventFrames::EventFrames(const std::filesystem::path& language_folder) {
  read_words(language_folder / "event_words.tsv");
  read_frames(language_folder / "event_frames.tsv");
}

void EventFrames::read_words(const std::filesystem::path& file) {
  const Table table(file, 3);
  for (const Table::Row& row : table.rows()) {
    const auto word_class = table.choice(row, 1, kClassNames);
    const auto kind = halves(row[2], ':');
    if (!kind) table.refuse(row, "a kind is cue:NAME, weapon:MODE or class:NAME");
    const auto& [what, name] = *kind;
    if (what == "cue") {
      const auto at = std::ranges::find(kCueNames, name);
      if (at == kCueNames.end()) table.refuse(row, "no such cue");
      cues_[word_class].emplace(row[0], static_cast<Cue>(at - kCueNames.begin()));
    } else if (what == "weapon") {
      const std::optional<EventMode> mode = event_mode_named(name);
      if (!mode || !has_mode(EventType::assault, *mode)) table.refuse(row, "no mode of ASSAULT");
      weapons_.emplace(row[0], *mode);
    } else if (what == "class") {
      classes_[std::string(name)].emplace(row[0]);
    } else {
      table.refuse(row, "a kind is cue:NAME, weapon:MODE or class:NAME");
    }
  }
}

std::vector<std::string> EventFrames::words_of(std::string_view cell) const {
  std::vector<std::string> words;
  if (cell == "*") return words;
  for (const std::string_view word : split(cell, '|')) {
    if (word[0] != '@') {
      words.emplace_back(word);
    } else if (const auto listed = classes_.find(word.substr(1)); listed != classes_.end()) {
      words.insert(words.end(), listed->second.begin(), listed->second.end());
    } else {
      return {"@"};
    }
  }
  std::ranges::sort(words);
  return words;
}

void EventFrames::read_frames(const std::filesystem::path& file) {
  const Table table(file, 7);
  for (const Table::Row& row : table.rows()) {
    const auto word_class = table.choice(row, 1, kClassNames);
    Frame frame;
    if (row[2] != "-") {
      for (const std::string_view atom : split(row[2], ' ')) {
        const auto condition = halves(atom, '=');
        if (!condition) table.refuse(row, "a condition is SLOT=WORDS");
        frame.conditions.push_back({std::string((*condition)[0]), words_of((*condition)[1])});
        if (frame.conditions.back().words == std::vector<std::string>{"@"}) table.refuse(row, "no such class of words");
      }
    }
    if (row[3] != "-") {
      frame.type = event_type_named(row[3]);
      if (!frame.type) table.refuse(row, "no such type");
    }
    if (row[4] != "-") {
      frame.mode = event_mode_named(row[4]);
      if (!frame.type || !frame.mode || !has_mode(*frame.type, *frame.mode)) table.refuse(row, "no mode of this type");
    }
    if (row[5] != "-") {
      for (const std::string_view part : split(row[5], ' ')) {
        const auto role = halves(part, ':');
        const auto played = role ? role_named((*role)[1]) : std::nullopt;
        if (!played) table.refuse(row, "a role is SLOT:a, r, i, p or n");
        frame.roles.push_back({std::string((*role)[0]), *played});
      }
    }
    frame.confidence = static_cast<std::uint16_t>(table.number(row, 6, 0, 1000));
    frames_[word_class][std::string(row[0])].push_back(std::move(frame));
  }
  for (auto& of_class : frames_)
    for (auto& [lemma, frames] : of_class)
      std::ranges::stable_sort(frames, std::greater<>(), [](const Frame& frame) { return frame.conditions.size(); });
  for (const auto& [lemma, frames] : frames_[0]) verbs_.push_back(lemma);
  std::ranges::sort(verbs_);
}

std::span<const Frame> EventFrames::of(std::string_view lemma, WordClass word_class) const {
  const auto& frames = frames_[static_cast<std::size_t>(word_class)];
  const auto found = frames.find(lemma);
  return found == frames.end() ? std::span<const Frame>() : std::span<const Frame>(found->second);
}

std::optional<Cue> EventFrames::cue(std::string_view lemma, WordClass word_class) const {
  const auto& cues = cues_[static_cast<std::size_t>(word_class)];
  const auto found = cues.find(lemma);
  return found == cues.end() ? std::nullopt : std::optional(found->second);
}

std::optional<EventMode> EventFrames::mode_of_weapon(std::string_view lemma) const {
  const auto found = weapons_.find(lemma);
  return found == weapons_.end() ? std::nullopt : std::optional(found->second);
}

bool EventFrames::in_class(std::string_view name, std::string_view lemma) const {
  const auto found = classes_.find(name);
  return found != classes_.end() && found->second.contains(lemma);
}

}  // namespace crossread::account
