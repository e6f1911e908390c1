#include "intake/conllu.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "intake/reader.h"
#include "text/unicode.h"

namespace crossread::intake {
namespace {

// `# key = value`; the value is empty where there is none.
struct Comment {
  std::string_view key;
  std::string_view value;
};

Comment comment_of(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return {trimmed(line.substr(1)), {}};
  return {trimmed(line.substr(1, equals - 1)), trimmed(line.substr(equals + 1))};
}

bool starts_document(std::string_view key) {
  return key == "newdoc" || key == "newdoc id";
}

// The name that a comment gives its document, else "".
std::string_view document_name(const Comment& comment) {
  return comment.key == "source_id" || comment.key == "newdoc id" ? comment.value : std::string_view();
}

struct Row {
  std::string_view id;
  std::string_view form;
  std::string_view misc;
};

constexpr std::size_t kColumns = 10;

// The columns, or how many there are if not ten.
std::variant<Row, std::size_t> row_of(std::string_view line) {
  std::string_view cells[kColumns];
  std::size_t count = 0;
  for (std::size_t at = 0; at != std::string_view::npos; ++count) {
    const std::size_t tab = line.find('\t', at);
    if (count < kColumns) cells[count] = line.substr(at, tab == std::string_view::npos ? tab : tab - at);
    at = tab == std::string_view::npos ? tab : tab + 1;
  }
  if (count != kColumns) return count;
  return Row{cells[0], trimmed(cells[1]), cells[kColumns - 1]};
}

bool space_after(std::string_view misc) {
  for (std::size_t at = misc.find("SpaceAfter=No"); at != std::string_view::npos;
       at = misc.find("SpaceAfter=No", at + 1)) {
    if (at == 0 || misc[at - 1] == '|') return false;
  }
  return true;
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, fault] = std::from_chars(digits.data(), end, number);
  if (fault != std::errc() || stop != end) return std::nullopt;
  return number;
}

// Where each of `count` parts begins when `form` is shared out by characters, and its end.
std::vector<std::uint32_t> equal_parts(std::string_view form, std::size_t count) {
  std::vector<std::uint32_t> borders;
  for (std::size_t at = 0; at < form.size(); ++at) {
    if ((static_cast<unsigned char>(form[at]) & 0xC0) != 0x80) borders.push_back(static_cast<std::uint32_t>(at));
  }
  const std::size_t characters = borders.size();
  borders.push_back(static_cast<std::uint32_t>(form.size()));
  std::vector<std::uint32_t> begins;
  for (std::size_t part = 0; part <= count; ++part) {
    begins.push_back(borders[characters >= count ? part * characters / count : std::min(part, characters)]);
  }
  return begins;
}

// Reads the lines of one document in order and builds its text as it goes.
class DocumentWalk {
 public:
  explicit DocumentWalk(const Document& document) : line_number_(document.first_line) {
    out_.report.source_id = document.source_id;
  }

  // Fails at the first line that is none.
  std::optional<Problem> take(std::string_view line) {
    std::optional<Problem> problem;
    if (!is_utf8(line)) {
      problem = Problem{Fault::not_utf8, at_line("")};
    } else if (trimmed(line).empty()) {
      problem = end_sentence();
    } else if (line.front() == '#') {
      read_comment(comment_of(line));
    } else {
      problem = read_row(line);
    }
    ++line_number_;
    return problem;
  }

  std::optional<Problem> end_sentence() {
    const std::uint32_t first = first_word_;
    if (inside_together()) return bad(fmt::format("the sentence ends before word {}", together_end_ - first));
    sentence_.first_word = first;
    sentence_.end_word = words();
    if (first < words()) out_.given.sentences.push_back(std::move(sentence_));
    sentence_ = {};
    new_paragraph_ = false;
    first_word_ = words();
    together_end_ = words();
    return std::nullopt;
  }

  GivenReport result() { return std::move(out_); }
  std::size_t text_bytes() const { return out_.report.text.size(); }

 private:
  std::uint32_t words() const { return static_cast<std::uint32_t>(out_.given.words.size()); }
  bool inside_together() const { return words() < together_end_; }
  std::string at_line(const std::string& what) const {
    return fmt::format("line {}{}{}", line_number_, what.empty() ? "" : ": ", what);
  }
  Problem bad(const std::string& what) const { return {Fault::bad_conllu, at_line(what)}; }

  void read_comment(const Comment& comment) {
    if (comment.key == "sent_id") sentence_.id = comment.value;
    if (comment.key == "newpar" || comment.key == "newpar id" || starts_document(comment.key)) {
      new_paragraph_ = true;
    }
    const std::string_view name = document_name(comment);
    const bool is_source = comment.key == "source_id";
    if (name.empty() || (named_by_source_ && !is_source)) return;
    out_.report.source_id = name;
    named_by_source_ = is_source;
  }

  std::optional<Problem> read_row(std::string_view line) {
    const auto read = row_of(line);
    if (const std::size_t* count = std::get_if<std::size_t>(&read)) {
      return bad(fmt::format("{} column{} with tabs between them where ten should be", *count, *count == 1 ? "" : "s"));
    }
    const Row& row = std::get<Row>(read);
    if (row.id.find('.') != std::string_view::npos) return read_empty_node(row);
    if (row.form.empty()) return bad("a word without a form");
    if (row.form.find('\0') != std::string_view::npos) return bad("a zero byte");
    const std::size_t dash = row.id.find('-');
    return dash == std::string_view::npos ? read_word(row) : read_range(row, dash);
  }

  std::optional<Problem> read_empty_node(const Row& row) const {
    const std::size_t stop = row.id.find('.');
    const bool numbers = number_of(row.id.substr(0, stop)) && number_of(row.id.substr(stop + 1));
    return numbers ? std::nullopt : std::optional(bad(fmt::format("`{}` is no word's number", row.id)));
  }

  std::optional<Problem> read_word(const Row& row) {
    const std::uint32_t due = words() - first_word_ + 1;
    const auto number = number_of(row.id);
    if (!number) return bad(fmt::format("`{}` is no word's number", row.id));
    if (*number != due) return bad(fmt::format("word {} where word {} should be", *number, due));
    if (!inside_together()) {
      const ByteSpan span = write(row.form, space_after(row.misc));
      out_.given.words.push_back({std::string(row.form), span});
      return std::nullopt;
    }
    out_.given.words.push_back({std::string(row.form), {}});
    if (!inside_together()) share_out();
    return std::nullopt;
  }

  std::optional<Problem> read_range(const Row& row, std::size_t dash) {
    const std::uint32_t due = words() - first_word_ + 1;
    const auto first = number_of(row.id.substr(0, dash));
    const auto last = number_of(row.id.substr(dash + 1));
    if (!first || !last) return bad(fmt::format("`{}` is no range of words", row.id));
    if (inside_together()) return bad(fmt::format("the range {} within another", row.id));
    if (*first != due) return bad(fmt::format("the range {} where word {} should be", row.id, due));
    if (*last < *first || *last - *first > kMostTogether) return bad(fmt::format("`{}` is no range of words", row.id));
    together_end_ = first_word_ + *last;
    surface_ = write(row.form, space_after(row.misc));
    if (*last > *first) out_.given.together.push_back({words(), together_end_, std::string(row.form)});
    return std::nullopt;
  }

  // Puts the form behind the text and says where it stands.
  ByteSpan write(std::string_view form, bool blank_after) {
    std::string& text = out_.report.text;
    const bool begins = words() == first_word_;
    if (!text.empty()) text += begins && new_paragraph_ ? "\n\n" : blank_due_ ? " " : "";
    blank_due_ = blank_after;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += form;
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  // Gives the words written as one their parts of it, now that all are read.
  void share_out() {
    const std::string_view surface = surface_.in(out_.report.text);
    const std::uint32_t first = out_.given.together.empty() || out_.given.together.back().end_word != together_end_
                                    ? together_end_ - 1
                                    : out_.given.together.back().first_word;
    std::vector<std::uint32_t> begins = {0};
    std::string all;
    for (std::uint32_t word = first; word < together_end_; ++word) {
      all += out_.given.words[word].form;
      begins.push_back(static_cast<std::uint32_t>(all.size()));
    }
    if (all != surface) begins = equal_parts(surface, together_end_ - first);
    for (std::uint32_t word = first; word < together_end_; ++word) {
      out_.given.words[word].span = {surface_.begin + begins[word - first], surface_.begin + begins[word - first + 1]};
    }
  }

  static constexpr std::uint32_t kMostTogether = 100;  // against made-up ranges
  GivenReport out_;
  std::uint64_t line_number_;
  GivenSentence sentence_;          // under way
  bool new_paragraph_ = false;      // it begins one
  std::uint32_t first_word_ = 0;    // of it
  std::uint32_t together_end_ = 0;  // behind the last word of the range under way
  ByteSpan surface_;                // of that range
  bool blank_due_ = false;
  bool named_by_source_ = false;
};

void complete(Report& report, const Given& given) {
  report.outlet = given.outlet;
  report.language = given.language.value_or("");
  if (given.published) {
    report.published = given.published;
    report.published_from = PublishedFrom::given;
  }
  report.body = {{0, static_cast<std::uint32_t>(report.text.size())}};
  report.id = report_id(report);
}

}  // namespace

Result<std::optional<ConlluDocuments::Block>> ConlluDocuments::next_block() {
  Block block;
  block.part.first_line = line_number_ + 1;
  while (true) {
    Result<std::optional<ByteStream::Line>> line = stream_.line(kMostDocumentBytes);
    if (!line) return line.problem();
    if (!line->has_value()) break;
    ++line_number_;
    const ByteStream::Line& read = **line;
    if (trimmed(read.bytes).empty()) {
      block.part.bytes += '\n';
      if (block.part.bytes.size() > 1) return std::optional(std::move(block));
      continue;
    }
    if (read.bytes.front() == '#') {
      const Comment comment = comment_of(read.bytes);
      block.starts = block.starts || starts_document(comment.key);
      if (const std::string_view name = document_name(comment); !name.empty()) block.name = name;
    } else {
      block.has_words = true;
    }
    block.part.too_large =
        block.part.too_large || read.too_long || block.part.bytes.size() + read.bytes.size() > kMostDocumentBytes;
    if (!block.part.too_large) block.part.bytes += read.bytes + "\n";
  }
  return block.part.bytes.empty() ? std::nullopt : std::optional(std::move(block));
}

Result<std::optional<ConlluDocuments::Part>> ConlluDocuments::next() {
  std::optional<Block> whole = std::exchange(ahead_, std::nullopt);
  while (true) {
    Result<std::optional<Block>> block = next_block();
    if (!block) return block.problem();
    if (!block->has_value()) break;
    Block& read = **block;
    if (!whole) {
      whole = std::move(read);
      continue;
    }
    const bool other = read.starts || (!read.name.empty() && read.name != whole->name);
    if (other && whole->has_words) {
      ahead_ = std::move(read);
      break;
    }
    if (!read.name.empty()) whole->name = std::move(read.name);
    whole->has_words = whole->has_words || read.has_words;
    Part& part = whole->part;
    part.too_large =
        part.too_large || read.part.too_large || part.bytes.size() + read.part.bytes.size() > kMostDocumentBytes;
    if (!part.too_large) part.bytes += read.part.bytes;
  }
  if (!whole || !whole->has_words) return std::optional<Part>();
  return std::optional(std::move(whole->part));
}

Result<GivenReport> read_conllu(const Document& document, const Given& given) {
  if (document.bytes.size() > kMostDocumentBytes) return Problem{Fault::too_large, ""};
  DocumentWalk walk(document);
  const std::string_view bytes = document.bytes;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = bytes.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (const auto problem = walk.take(line)) return *problem;
    at = end + 1;
  }
  if (const auto problem = walk.end_sentence()) return *problem;
  if (walk.text_bytes() > kMostTextBytes)
    return Problem{Fault::too_large, fmt::format("{} bytes of text", walk.text_bytes())};
  GivenReport read = walk.result();
  if (read.given.words.empty()) return Problem{Fault::empty, "no words"};
  complete(read.report, given);
  return read;
}

}  // namespace crossread::intake
