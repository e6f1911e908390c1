#include "lexicon/name_letters.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/fault.h"
#include "text/unicode.h"

namespace crossread {
namespace {

constexpr char32_t kBadByte = 0xFFFD;

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

char32_t next_of(std::string_view text, std::int32_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 c = 0;
  U8_NEXT(data, at, static_cast<std::int32_t>(text.size()), c);
  return c < 0 ? kBadByte : static_cast<char32_t>(c);
}

// What a look over the letters tells of the scripts of a name.
struct Scripts {
  bool latin = true;  // and nothing else
  bool no_vowels = false;
};

Scripts scripts_of(std::string_view name) {
  Scripts found;
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(name.size());) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(next_of(name, at)), &status);
    if (script == USCRIPT_LATIN || script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    found.latin = false;
    if (script == USCRIPT_ARABIC || script == USCRIPT_HEBREW) found.no_vowels = true;
  }
  return found;
}

// ICU's transliterators are shared by all threads, one at a time: names in other scripts are rare.
class Romaniser {
 public:
  Romaniser() {
    UErrorCode status = U_ZERO_ERROR;
    rules_.reset(icu::Transliterator::createInstance("Russian-Latin/BGN; Any-Latin; NFC", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) throw BrokenWorld("ICU cannot write names in Latin letters; its data files are missing");
  }

  std::string romanised(std::string_view name) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
    const std::lock_guard<std::mutex> one_at_a_time(mutex_);
    rules_->transliterate(text);
    std::string out;
    return text.toUTF8String(out);
  }

 private:
  std::unique_ptr<icu::Transliterator> rules_;
  std::mutex mutex_;
};

std::string romanised(std::string_view name) {
  static Romaniser romaniser;
  return romaniser.romanised(name);
}

// A letter with a mark that changes its sound: how we write it, and the letter without it.
struct Marked {
  char letter;
  char plain;
};

struct MarkedLetters {
  std::u32string_view written;
  Marked as;
};

constexpr std::array<MarkedLetters, 14> kMarked = {{
    {U"šşșś", {'S', 's'}},
    {U"čćç", {'C', 'c'}},
    {U"žźż", {'Z', 'z'}},
    {U"ğ", {'G', 'g'}},
    {U"ñńň", {'N', 'n'}},
    {U"äæ", {'A', 'a'}},
    {U"öøœ", {'O', 'o'}},
    {U"ü", {'U', 'u'}},
    {U"ł", {'l', 'l'}},
    {U"đð", {'d', 'd'}},
    {U"ı", {'i', 'i'}},
    {U"ə", {'a', 'a'}},
    {U"ħ", {'h', 'h'}},
    {U"ŋ", {'n', 'n'}},
}};

Marked marked(char32_t c) {
  for (const MarkedLetters& row : kMarked) {
    if (row.written.find(c) != std::u32string_view::npos) return row.as;
  }
  return {0, 0};
}

// The ASCII letter under the marks; 0 if there is none.
char base_letter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  static const icu::Normalizer2* const kNormalizer = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString parts;
  if (kNormalizer == nullptr || !kNormalizer->getDecomposition(static_cast<UChar32>(c), parts)) return 0;
  const char16_t first = parts.charAt(0);
  return first < 0x80 && u_isalnum(first) ? static_cast<char>(u_tolower(first)) : static_cast<char>(0);
}

bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'ʻ' || c == U'ʿ' || c == U'ʾ' || c == U'`' ||
         c == U'´' || c == U'ʹ' || c == U'ʺ' || c == U'·' || c == U'′' || c == U'″';
}

bool is_hyphen(char32_t c) {
  return c == U'-' || (c >= U'‐' && c <= U'―') || c == U'־';
}

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR || type == U_MODIFIER_LETTER || type == U_MODIFIER_SYMBOL;
}

// Puts words together letter by letter.
class WordMaker {
 public:
  explicit WordMaker(NameWords& into) : name_(into) {}

  void letter(char letter, char plain, bool capital) {
    if (name_.size >= NameWords::kMostLetters || name_.count >= NameWords::kMostWords) return;
    if (letters() == 0) first_capital_ = capital;
    last_capital_ = capital;
    name_.letters[name_.size] = letter;
    name_.plain[name_.size] = plain;
    ++name_.size;
  }

  std::size_t letters() const { return static_cast<std::size_t>(name_.size - begin_); }

  // A stop within a word.
  void stop() { dotted_ = true; }

  // Ends the word, if there is one.
  void end(bool hyphen = false) {
    if (letters() > 0) take_word();
    hyphen_ = hyphen;
  }

 private:
  void take_word() {
    NameWords::Word& word = name_.words[name_.count++];
    word.begin = begin_;
    word.size = static_cast<std::uint8_t>(letters());
    word.hyphen = hyphen_;
    word.dotted = dotted_;
    word.acronym = word.size > 1 && first_capital_ && last_capital_;
    begin_ = name_.size;
    dotted_ = false;
  }

  NameWords& name_;
  std::uint8_t begin_ = 0;
  bool hyphen_ = false;
  bool dotted_ = false;
  bool first_capital_ = false;  // or a digit
  bool last_capital_ = false;
};

// Where a possessive 's ends that begins at the apostrophe before `at`; `at` if there is none.
std::int32_t behind_possessive(std::string_view text, std::int32_t at) {
  if (at >= static_cast<std::int32_t>(text.size()) || (text[at] != 's' && text[at] != 'S')) return at;
  std::int32_t next = at + 1;
  if (next == static_cast<std::int32_t>(text.size())) return next;
  return u_isalnum(static_cast<UChar32>(next_of(text, next))) ? at : at + 1;
}

// "U.N." and "J.S." run on over their stops: the letter before the stop stands alone, and so does the one behind it.
bool runs_on(std::string_view text, std::int32_t at, std::size_t letters) {
  const auto size = static_cast<std::int32_t>(text.size());
  const auto alpha = [&](std::int32_t i) { return i < size && u_isalpha(static_cast<UChar32>(text[i])); };
  if (letters == 0) return false;
  const std::int32_t before = at - 3;  // the letter two before this one, of a run that goes on
  const bool first = letters == 1;
  const bool later = before >= 0 && text[before] == '.';
  return (first || later) && alpha(at) && (at + 1 == size || text[at + 1] == '.');
}

void read_words(std::string_view text, NameWords& name) {
  WordMaker maker(name);
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(text.size());) {
    const char32_t c = next_of(text, at);
    if (c < 0x80 && u_isalnum(static_cast<UChar32>(c))) {
      const char small = static_cast<char>(u_tolower(static_cast<UChar32>(c)));
      maker.letter(small, small, c < U'a');
    } else if (c == U'.') {
      if (runs_on(text, at, maker.letters())) {
        maker.stop();
      } else {
        maker.end();
      }
    } else if (is_apostrophe(c)) {
      at = behind_possessive(text, at);
    } else if (is_hyphen(c)) {
      maker.end(true);
    } else if (c == U'ß' || c == U'þ') {
      maker.letter(c == U'ß' ? 's' : 't', c == U'ß' ? 's' : 't', false);
      maker.letter(c == U'ß' ? 's' : 'h', c == U'ß' ? 's' : 'h', false);
    } else if (c < 0x80 || c == kBadByte) {
      maker.end();
      if (c == U',' && name.comma == 0) name.comma = name.count;
    } else if (!is_mark(c)) {
      const bool capital = u_isupper(static_cast<UChar32>(c));
      const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
      const Marked mark = marked(small);
      const char base = mark.letter != 0 ? mark.letter : base_letter(small);
      if (base != 0) {
        maker.letter(base, mark.letter != 0 ? mark.plain : base, capital);
      } else if (!u_isalpha(static_cast<UChar32>(c))) {
        maker.end();
      }
    }
  }
  maker.end();
  if (name.comma == name.count) name.comma = 0;
}

}  // namespace

NameWords name_words(std::string_view name) {
  NameWords out;
  if (is_ascii(name)) {
    read_words(name, out);
    return out;
  }
  const Scripts scripts = scripts_of(name);
  out.other_script = !scripts.latin;
  out.no_vowels = scripts.no_vowels;
  if (!scripts.latin) {
    std::string latin = romanised(name);
    if (name.find('-') == std::string_view::npos) std::erase(latin, '-');  // ICU parts syllables of Hangul by them
    read_words(latin, out);
  } else {
    read_words(is_utf8(name) ? normalised(name) : std::string(name), out);
  }
  return out;
}

}  // namespace crossread
