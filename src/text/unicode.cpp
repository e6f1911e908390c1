#include "text/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include "base/fault.h"

namespace crossread {
namespace {

constexpr std::uint32_t kStride = 64;

bool is_ascii(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

// Line ends as LF; byte order marks and zero bytes left out.
std::string plain_lines(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (utf8.substr(i, 3) == "\xEF\xBB\xBF") {
      i += 2;
    } else if (utf8[i] == '\r') {
      if (i + 1 == utf8.size() || utf8[i + 1] != '\n') out += '\n';
    } else if (utf8[i] != '\0') {
      out += utf8[i];
    }
  }
  return out;
}

std::string nfc(std::string text) {
  if (is_ascii(text)) return text;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  normalizer->normalizeUTF8(0, text, sink, nullptr, status);
  if (U_FAILURE(status)) throw BrokenWorld("ICU cannot normalise text; its data files are missing");
  return out;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int32_t>(bytes.size());
  std::int32_t i = 0;
  while (i < size) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    if (c < 0) return false;
  }
  return true;
}

std::string normalised(std::string_view utf8) {
  return nfc(plain_lines(utf8));
}

CodePoints::CodePoints(std::string_view text)
    : bytes_(static_cast<std::uint32_t>(text.size())), ascii_(is_ascii(text)), text_(text) {
  if (ascii_) return;
  before_.reserve(text.size() / kStride + 1);
  std::uint32_t seen = 0;
  for (std::uint32_t i = 0; i < bytes_; ++i) {
    if (i % kStride == 0) before_.push_back(seen);
    if (starts_character(text[i])) ++seen;
  }
  if (bytes_ % kStride == 0) before_.push_back(seen);
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
  if (ascii_) return byte;
  std::uint32_t seen = before_[byte / kStride];
  for (std::uint32_t i = byte / kStride * kStride; i < byte; ++i) {
    if (starts_character(text_[i])) ++seen;
  }
  return seen;
}

}  // namespace crossread
