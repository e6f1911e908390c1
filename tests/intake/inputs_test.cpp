#include "intake/inputs.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "intake/reader.h"

namespace crossread::intake {
namespace {

namespace fs = std::filesystem;

class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "crossread-inputs-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return (path_ / name).string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

// "a.txt text: ..." or "a.bin unknown_format", one a row.
std::vector<std::string> listed(const std::vector<std::string>& named) {
  static constexpr std::string_view kFormats[] = {"text", "html", "record"};
  std::vector<std::string> rows;
  Inputs inputs(named);
  while (const auto incoming = inputs.next()) {
    if (const auto* document = std::get_if<Document>(&*incoming)) {
      rows.push_back(document->source_id + " " + std::string(kFormats[static_cast<std::size_t>(document->format)]) +
                     ": " + document->bytes);
    } else {
      const auto& rejection = std::get<Rejection>(*incoming);
      EXPECT_EQ(rejection.stage, "intake");
      rows.push_back(rejection.source_id + " " + std::string(name_of(rejection.problem.fault)));
    }
  }
  EXPECT_EQ(inputs.bytes_done(), inputs.bytes_total());
  return rows;
}

TEST(Inputs, The_files_of_a_folder_come_by_relative_path_without_hidden_and_unknown_ones) {
  const Folder folder;
  folder.write("b.txt", "B");
  folder.write("a/z.html", "<p>Z");
  folder.write("a-1.txt", "A1");
  folder.write("a.txt", "A");
  folder.write("a/.hidden.txt", "no");
  folder.write(".git/c.txt", "no");
  folder.write("picture.png", "no");
  EXPECT_EQ(listed({folder.path()}),
            (std::vector<std::string>{"a-1.txt text: A1", "a.txt text: A", "a/z.html html: <p>Z", "b.txt text: B"}));
}

TEST(Inputs, Records_come_line_by_line_with_their_place) {
  const Folder folder;
  const std::string file = folder.write("day.jsonl", "{\"id\": 1}\n\n  \r\n{\"id\": 2}\r\nnot json");
  EXPECT_EQ(listed({file}),
            (std::vector<std::string>{"day.jsonl:1 record: {\"id\": 1}", "day.jsonl:4 record: {\"id\": 2}",
                                      "day.jsonl:5 record: not json"}));
}

TEST(Inputs, A_bad_input_never_stops_the_others) {
  const Folder folder;
  const std::string good = folder.write("good.txt", "Rain");
  const std::string odd = folder.write("odd.docx", "?");
  EXPECT_EQ(listed({folder.path() + "/none.txt", odd, good, folder.path() + "/none/"}),
            (std::vector<std::string>{"none.txt unreadable", "odd.docx unknown_format", "good.txt text: Rain",
                                      "none unreadable"}));
}

TEST(Inputs, A_file_that_is_too_long_is_told_without_being_read_whole) {
  const Folder folder;
  const std::string big = folder.write("big.txt", std::string(kMostTextBytes + 1, 'a'));
  const std::string records = folder.write("big.jsonl", std::string(kMostDocumentBytes + 5, ' ') + "x\n{}\n");
  EXPECT_EQ(listed({big, records}),
            (std::vector<std::string>{"big.txt too_large", "big.jsonl:1 too_large", "big.jsonl:2 record: {}"}));
}

TEST(Inputs, An_empty_file_is_a_document_without_bytes) {
  const Folder folder;
  EXPECT_EQ(listed({folder.write("empty.txt", "")}), (std::vector<std::string>{"empty.txt text: "}));
}

TEST(Inputs, Compressed_files_are_unpacked_on_the_way) {
  const Folder folder;
  const std::string file = folder.write("day.jsonl", "{\"id\": 1}\n");
  if (std::system(("gzip -k " + file).c_str()) != 0) GTEST_SKIP() << "no gzip here";
  EXPECT_EQ(listed({file + ".gz"}), (std::vector<std::string>{"day.jsonl.gz:1 record: {\"id\": 1}"}));
}

TEST(Inputs, Compressed_bytes_that_break_off_are_a_bad_archive) {
  const Folder folder;
  const std::string file = folder.write("day.jsonl", std::string(100000, 'x') + "\n");
  if (std::system(("gzip -k " + file).c_str()) != 0) GTEST_SKIP() << "no gzip here";
  fs::resize_file(file + ".gz", 60);
  EXPECT_EQ(listed({file + ".gz"}), (std::vector<std::string>{"day.jsonl.gz bad_archive"}));
}

TEST(Inputs, A_feed_is_as_many_records_as_it_has_items) {
  const Folder folder;
  const std::string rss =
      "<rss><channel><title>C</title><item><guid>1</guid><description>It rained.</description></item>"
      "<item><guid>2</guid><description>It stopped.</description></item></channel></rss>";
  folder.write("a.rss", rss);
  folder.write("b.xml", rss);
  folder.write("config.xml", "<config/>");
  folder.write("gold.json", "{}");
  const std::vector<std::string> rows = listed({folder.path()});
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[1], R"(a.rss:2 record: {"id":"2","outlet":"C","html":"It stopped."})");
  EXPECT_EQ(listed({folder.path() + "/gold.json"}), (std::vector<std::string>{"gold.json unknown_format"}));
  EXPECT_EQ(listed({folder.write("bad.rss", "<rss>")}), (std::vector<std::string>{"bad.rss bad_feed"}));
}

TEST(Inputs, An_archive_is_read_page_by_page_and_its_break_is_told) {
  const Folder folder;
  const std::string page =
      "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: "
      "text/plain\r\nContent-Length: "
      "10\r\n\r\nIt rained.\r\n\r\n";
  EXPECT_EQ(listed({folder.write("day.warc", page + page.substr(0, 40))}),
            (std::vector<std::string>{
                R"(day.warc:1 record: {"id":"https://a.example/","url":"https://a.example/","text":"It rained."})",
                "day.warc bad_archive"}));
}

TEST(Inputs, Progress_grows_within_a_file_of_records) {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 60000; ++i) lines += "{\"id\": 1234567890}\n";
  const std::string file = folder.write("day.jsonl", lines);
  Inputs inputs({file});
  EXPECT_EQ(inputs.bytes_total(), lines.size());
  ASSERT_TRUE(inputs.next());
  EXPECT_LT(inputs.bytes_done(), inputs.bytes_total());
  while (inputs.next()) {
  }
  EXPECT_EQ(inputs.bytes_done(), lines.size());
}

}  // namespace
}  // namespace crossread::intake
