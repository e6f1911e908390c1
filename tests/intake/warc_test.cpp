#include "intake/warc.h"

#include <gtest/gtest.h>

namespace crossread::intake {
namespace {

std::string record(std::string_view type, std::string_view url, std::string_view content,
                   std::string_view media = "application/http") {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Target-URI: " + std::string(url) +
         "\r\nContent-Type: " + std::string(media) + "\r\nContent-Length: " + std::to_string(content.size()) +
         "\r\n\r\n" + std::string(content) + "\r\n\r\n";
}

std::string answer(std::string_view fields, std::string_view body, std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n\r\n" + std::string(body);
}

// "url html:... " or "url fault", a row for each page; the archive's own fault at the end.
std::string printed(const std::string& bytes) {
  Result<ByteStream> stream = ByteStream::of(bytes);
  if (!stream) return std::string(name_of(stream.problem().fault));
  std::string out;
  while (true) {
    const auto page = next_page(*stream);
    if (!page) return out + std::string(name_of(page.problem().fault)) + "\n";
    if (!*page) return out;
    const auto& read = (*page)->record;
    out += (*page)->url + " " +
           (read ? (read->html.empty() ? "text:" + read->text : "html:" + read->html)
                 : std::string(name_of(read.problem().fault))) +
           "\n";
  }
}

TEST(Warc, Pages_are_taken_and_other_records_passed_over) {
  const std::string archive =
      record("warcinfo", "", "software: x") + record("request", "https://a.example/", "GET / HTTP/1.1\r\n\r\n") +
      record("response", "https://a.example/world/", answer("Content-Type: text/html; charset=utf-8", "<p>Rain</p>")) +
      record("response", "https://a.example/x.png", answer("Content-Type: image/png", "...")) +
      record("response", "https://a.example/gone", answer("Content-Type: text/html", "<p>Gone</p>", "404 Not Found")) +
      record("resource", "https://a.example/t", "It rained.", "text/plain");
  EXPECT_EQ(printed(archive), "https://a.example/world/ html:<p>Rain</p>\nhttps://a.example/t text:It rained.\n");
}

TEST(Warc, Chunks_are_joined_and_encodings_converted) {
  const std::string archive =
      record("response", "https://a.example/1",
             answer("Content-Type: text/html\r\nTransfer-Encoding: chunked",
                    "4\r\n<p>R\r\n7;x=1\r\nain</p>\r\n0\r\n\r\n")) +
      record("response", "https://a.example/2",
             answer("Content-Type: text/html; charset=\"windows-1252\"", "<p>caf\xE9</p>")) +
      record("response", "https://a.example/3", answer("Content-Type: text/html", "<p>caf\xE9</p>")) +
      record("response", "https://a.example/4", answer("Content-Type: text/html\r\nContent-Encoding: br", "???"));
  EXPECT_EQ(printed(archive),
            "https://a.example/1 html:<p>Rain</p>\nhttps://a.example/2 html:<p>café</p>\nhttps://a.example/3 not_utf8\n"
            "https://a.example/4 bad_archive\n");
}

TEST(Warc, An_archive_that_breaks_off_says_so_and_gives_what_came_before) {
  const std::string whole = record("response", "https://a.example/1", answer("Content-Type: text/html", "<p>Rain</p>"));
  EXPECT_EQ(printed(whole + whole.substr(0, whole.size() - 20)), "https://a.example/1 html:<p>Rain</p>\nbad_archive\n");
  EXPECT_EQ(printed(whole + "WARC/1.0\r\nWARC-Type: response\r\n"),
            "https://a.example/1 html:<p>Rain</p>\nbad_archive\n");
  EXPECT_EQ(printed(whole + "<html>"), "https://a.example/1 html:<p>Rain</p>\nbad_archive\n");
  EXPECT_EQ(printed("WARC/1.0\r\nWARC-Type: response\r\n\r\n"), "bad_archive\n");
  EXPECT_EQ(printed(""), "");
}

}  // namespace
}  // namespace crossread::intake
