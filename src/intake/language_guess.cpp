#include "intake/language_guess.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>

namespace crossread::intake {
namespace {

constexpr std::size_t kEnoughBytes = 20000;  // more does not change the guess
constexpr int kMostOf = 70;                  // per cent of the text; not tuned

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

std::string_view head_of(std::string_view utf8) {
  if (utf8.size() <= kEnoughBytes) return utf8;
  std::size_t end = kEnoughBytes;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) --end;
  return utf8.substr(0, end);
}

}  // namespace

std::string guessed_language(std::string_view utf8) {
  const std::string_view head = head_of(utf8);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int text_bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(head.data(), static_cast<int>(head.size()), true, languages.data(), percents.data(),
                              &text_bytes, &reliable);
  if (!reliable || percents[0] < kMostOf) return {};
  return language_code(CLD2::LanguageCode(languages[0]));
}

std::string language_code(std::string_view written) {
  std::string head;
  for (const char c : written.substr(0, written.find_first_of("-_"))) {
    if (!is_letter(c)) return {};
    head += static_cast<char>(c | 0x20);
  }
  if (head.size() == 2) return head == "un" || head == "xx" ? "" : head;
  if (head.size() != 3) return {};
  UErrorCode status = U_ZERO_ERROR;  // ICU gives the two-letter code for a three-letter one where there is one
  std::array<char, ULOC_LANG_CAPACITY> code{};
  const std::int32_t size = uloc_getLanguage(head.c_str(), code.data(), ULOC_LANG_CAPACITY, &status);
  return U_SUCCESS(status) && size == 2 ? std::string(code.data(), 2) : "";
}

}  // namespace crossread::intake
