#include "lexicon/name_key.h"

#include <array>

#include "lexicon/name_letters.h"

namespace crossread {
namespace {

// Groups of letters that are one sound, the longer ones first, and the class of each letter; the first that fits
// counts. Vowels, h, y and j (Josef, Yosef) have none, digits are their own. Of nine sets of classes this one was
// shared by most variants for the number of keys: by 81 in 100 pairs of one name in the training files of
// name_edits.tsv, and by 20 in 100 near pairs of two names (2026-11-22).
struct Sound {
  std::string_view letters;
  char key;  // 0: none
};
constexpr std::array<Sound, 37> kSounds = {
    {{"tsch", 's'}, {"tch", 's'}, {"sch", 's'}, {"sh", 's'}, {"ch", 's'}, {"cz", 's'}, {"tz", 's'}, {"ts", 's'},
     {"zh", 's'},   {"ph", 'f'},  {"ce", 's'},  {"ci", 's'}, {"cy", 's'}, {"dj", 0},   {"b", 'p'},  {"c", 'k'},
     {"d", 't'},    {"f", 'f'},   {"g", 'k'},   {"k", 'k'},  {"l", 'l'},  {"m", 'm'},  {"n", 'n'},  {"p", 'p'},
     {"q", 'k'},    {"r", 'r'},   {"s", 's'},   {"t", 't'},  {"v", 'f'},  {"w", 'f'},  {"x", 'k'},  {"z", 's'},
     {"S", 's'},    {"C", 's'},   {"Z", 's'},   {"G", 'k'},  {"N", 'n'}}};

constexpr std::array<std::string_view, 4> kArticles = {"al", "el", "the", "ul"};

Sound sound_at(std::string_view letters) {
  if (letters[0] >= '0' && letters[0] <= '9') return {letters.substr(0, 1), letters[0]};
  for (const Sound& sound : kSounds) {
    if (letters.starts_with(sound.letters)) return sound;
  }
  return {letters.substr(0, 1), 0};
}

void append_key(std::string_view letters, std::string_view plain, std::string& key) {
  const std::size_t begin = key.size();
  for (std::size_t at = 0; at < letters.size();) {
    const Sound sound = sound_at(letters.substr(at));
    at += sound.letters.size();
    if (sound.key != 0 && (key.size() == begin || key.back() != sound.key)) key += sound.key;
  }
  if (key.size() == begin) key += plain[0];
}

bool is_article(std::string_view word) {
  for (const std::string_view article : kArticles) {
    if (word == article) return true;
  }
  return false;
}

}  // namespace

std::string name_key(std::string_view name) {
  const NameWords words = name_words(name);
  std::string key;
  for (std::size_t i = 0; i < words.count; ++i) {
    if (words.count > 1 && is_article(words.plain_of(i))) continue;
    if (!key.empty()) key += ' ';
    append_key(words.letters_of(i), words.plain_of(i), key);
  }
  return key;
}

}  // namespace crossread
