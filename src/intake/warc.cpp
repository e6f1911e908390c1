#include "intake/warc.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/ascii.h"
#include "intake/encoding.h"
#include "intake/reader.h"

namespace crossread::intake {
namespace {

constexpr std::size_t kMostLine = 64 * 1024;
constexpr std::size_t kMostFields = 1000;

using Fields = std::map<std::string, std::string, std::less<>>;  // names in lower case

void take_field(std::string_view line, Fields& fields) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || fields.size() >= kMostFields) return;
  fields.emplace(ascii_lower(trimmed(line.substr(0, colon))), std::string(trimmed(line.substr(colon + 1))));
}

std::string field(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

std::optional<std::uint64_t> length_of(const Fields& fields) {
  const std::string written = field(fields, "content-length");
  std::uint64_t length = 0;
  const auto [end, fault] = std::from_chars(written.data(), written.data() + written.size(), length);
  if (fault != std::errc() || written.empty() || end != written.data() + written.size()) return std::nullopt;
  return length;
}

Problem broken(std::string detail) {
  return {Fault::bad_archive, std::move(detail)};
}

// The header of the next record; empty at the end.
Result<std::optional<Fields>> next_header(ByteStream& archive) {
  using Line = std::optional<ByteStream::Line>;
  Result<Line> line = archive.line(kMostLine);
  while (line && *line && (*line)->bytes.empty()) line = archive.line(kMostLine);
  if (!line) return line.problem();
  if (!*line) return std::optional<Fields>();
  if (!(*line)->bytes.starts_with("WARC/")) return broken("a record that does not begin with WARC/");
  Fields fields;
  while (true) {
    line = archive.line(kMostLine);
    if (!line) return line.problem();
    if (!*line) return broken("it breaks off within a header");
    if ((*line)->bytes.empty()) return std::optional<Fields>(std::move(fields));
    take_field((*line)->bytes, fields);
  }
}

struct Answer {
  int status = 0;
  Fields fields;
  std::string_view content;
};

std::optional<Answer> read_answer(std::string_view http) {
  Answer answer;
  const std::size_t blank = http.find(' ');
  if (!http.starts_with("HTTP/") || blank == std::string_view::npos) return std::nullopt;
  std::from_chars(http.data() + blank + 1, http.data() + std::min(http.size(), blank + 4), answer.status);
  bool first = true;
  while (true) {
    const std::size_t end = http.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = trimmed(http.substr(0, end));
    http.remove_prefix(end + 1);
    if (line.empty()) break;
    if (!first) take_field(line, answer.fields);
    first = false;
  }
  answer.content = http;
  return answer;
}

// Chunks as servers send them: a length in hexadecimal, that many bytes, and so on. What breaks off is kept so far.
std::string unchunked(std::string_view body) {
  std::string whole;
  while (true) {
    const std::size_t end = body.find('\n');
    if (end == std::string_view::npos) return whole;
    const std::string_view written = trimmed(body.substr(0, body.find_first_of(";\r\n")));
    std::size_t size = 0;
    const auto [after, fault] = std::from_chars(written.data(), written.data() + written.size(), size, 16);
    if (fault != std::errc() || after == written.data() || size == 0) return whole;
    body.remove_prefix(end + 1);
    whole += body.substr(0, size);
    body.remove_prefix(std::min(body.size(), size));
    body.remove_prefix(std::min(body.size(), std::min(body.find('\n'), body.size() - 1) + 1));
  }
}

std::string charset_of(const std::string& content_type) {
  const std::string type = ascii_lower(content_type);
  const std::size_t at = type.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(type).substr(at + 8);
  std::string_view name = rest.substr(0, rest.find_first_of("; \t"));
  while (!name.empty() && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '"' || name.back() == '\'')) name.remove_suffix(1);
  return std::string(name);
}

enum class Media { other, html, text };

Media media_of(const std::string& content_type) {
  const std::string type = ascii_lower(content_type);
  if (type.starts_with("text/html") || type.starts_with("application/xhtml")) return Media::html;
  return type.starts_with("text/plain") ? Media::text : Media::other;
}

Result<std::string> plain_content(const Answer& answer) {
  std::string content(answer.content);
  if (ascii_lower(field(answer.fields, "transfer-encoding")).find("chunked") != std::string::npos)
    content = unchunked(content);
  const std::string packed = ascii_lower(field(answer.fields, "content-encoding"));
  if (packed.empty() || packed == "identity") return content;
  if (packed.find("gzip") == std::string::npos && packed.find("zstd") == std::string::npos) {
    return Problem{Fault::bad_archive, "a page packed with " + packed};
  }
  Result<ByteStream> stream = ByteStream::of(content);
  if (!stream) return stream.problem();
  Result<std::string> unpacked = stream->read(kMostDocumentBytes + 1);
  if (unpacked && unpacked->size() > kMostDocumentBytes) return Problem{Fault::too_large, "unpacked"};
  return unpacked;
}

Result<WrittenRecord> record_of(const std::string& url, Media media, std::string_view charset,
                                std::string_view content) {
  const Result<std::string> utf8 = page_to_utf8(content, charset);
  if (!utf8) return utf8.problem();
  WrittenRecord record;
  record.id = record.url = url;
  (media == Media::html ? record.html : record.text) = *utf8;
  return record;
}

// The page that the content of a record is; empty if it is none.
std::optional<WarcPage> page_of(const Fields& header, const std::string& content) {
  std::string url = field(header, "warc-target-uri");
  if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
  if (field(header, "warc-type") == "resource") {
    const std::string type = field(header, "content-type");
    if (media_of(type) == Media::other) return std::nullopt;
    return WarcPage{url, record_of(url, media_of(type), charset_of(type), content)};
  }
  const auto answer = read_answer(content);
  if (!answer || answer->status != 200) return std::nullopt;
  const std::string type = field(answer->fields, "content-type");
  if (media_of(type) == Media::other) return std::nullopt;
  const Result<std::string> plain = plain_content(*answer);
  if (!plain) return WarcPage{url, plain.problem()};
  return WarcPage{url, record_of(url, media_of(type), charset_of(type), *plain)};
}

}  // namespace

Result<std::optional<WarcPage>> next_page(ByteStream& archive) {
  while (true) {
    const Result<std::optional<Fields>> header = next_header(archive);
    if (!header) return header.problem();
    if (!*header) return std::optional<WarcPage>();
    const auto length = length_of(**header);
    if (!length) return broken("a record without its length");
    const std::string type = field(**header, "warc-type");
    const bool wanted = type == "response" || type == "resource";
    if (!wanted || *length > kMostDocumentBytes) {
      const Result<std::uint64_t> skipped = archive.skip(*length);
      if (!skipped) return skipped.problem();
      if (*skipped < *length) return broken("it breaks off within a record");
      if (!wanted) continue;
      return std::optional<WarcPage>(
          WarcPage{field(**header, "warc-target-uri"), Problem{Fault::too_large, "a page in an archive"}});
    }
    const Result<std::string> content = archive.read(static_cast<std::size_t>(*length));
    if (!content) return content.problem();
    if (content->size() < *length) return broken("it breaks off within a record");
    std::optional<WarcPage> page = page_of(**header, *content);
    if (page) return page;
  }
}

}  // namespace crossread::intake
