#include "intake/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "text/unicode.h"

namespace crossread::intake {
namespace {

constexpr std::size_t kHeadBytes = 4096;   // within which a page declares its encoding
constexpr std::size_t kMostBroken = 1000;  // one broken character in so many is an accident, more is another encoding

struct CloseConverter {
  void operator()(UConverter* opened) const { ucnv_close(opened); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

std::string declared_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  const std::string head = lower_ascii(bytes.substr(0, kHeadBytes));
  for (const std::string_view sign : {"charset=", "encoding="}) {
    std::size_t at = head.find(sign);
    if (at == std::string::npos) continue;
    at += sign.size();
    while (at < head.size() && (head[at] == '"' || head[at] == '\'' || head[at] == ' ')) ++at;
    const std::size_t end = head.find_first_of("\"' ;/>\r\n\t", at);
    if (end != std::string::npos && end > at && end - at < 40) return head.substr(at, end - at);
  }
  return {};
}

Problem not_utf8(const std::string& encoding) {
  return {Fault::not_utf8, encoding.empty() ? "the page declares no encoding" : "the page declares " + encoding};
}

}  // namespace

Result<std::string> page_to_utf8(std::string_view bytes, std::string_view served_as) {
  if (is_utf8(bytes)) return std::string(bytes);
  const std::string encoding = served_as.empty() ? declared_encoding(bytes) : lower_ascii(served_as);
  if (encoding.empty()) return not_utf8(encoding);
  UErrorCode status = U_ZERO_ERROR;
  // Browsers read Latin-1 as Windows-1252.
  const bool latin = encoding == "iso-8859-1" || encoding == "latin1" || encoding == "us-ascii" || encoding == "ascii";
  const Converter converter(ucnv_open(latin ? "windows-1252" : encoding.c_str(), &status));
  if (U_FAILURE(status)) return not_utf8(encoding);
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return not_utf8(encoding);
  std::size_t broken = 0;
  for (std::int32_t i = 0; i < text.length(); ++i) broken += text.charAt(i) == 0xFFFD ? 1 : 0;
  if (broken * kMostBroken > static_cast<std::size_t>(text.length()) + kMostBroken) return not_utf8(encoding);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

}  // namespace crossread::intake
