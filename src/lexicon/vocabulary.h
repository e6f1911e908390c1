// Words as small numbers, so that a token is looked up once and every table is then asked by index.
#pragma once

#include <tsl/robin_map.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

using WordId = std::uint32_t;
inline constexpr WordId kNoWord = 0;  // the word stands in no table

// The form under which tables are asked: lower case; a curly apostrophe as a straight one; a word with other letters
// than ASCII without its accents (as folded() of text/words.h). `scratch` holds the result where it is not `word`.
std::string_view word_key(std::string_view word, std::string& scratch);

class Vocabulary {
 public:
  WordId add(std::string_view word);  // the word's number, a new one if it is new
  WordId find(std::string_view word, std::string& scratch) const;
  std::size_t size() const { return ids_.size() + 1; }  // one more than the highest number

 private:
  struct Hash {
    std::size_t operator()(std::uint64_t key) const noexcept { return key; }
  };
  // By hash64 of the key. That two words of one language share all 64 bits is left out of account, as for page names
  // and tables of towns: the shipped tables hold a hundred thousand.
  tsl::robin_map<std::uint64_t, WordId, Hash> ids_;
};

}  // namespace crossread
