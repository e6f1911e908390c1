// Named inputs become a list of files at once (names and sizes only); then file after file is opened and split. What a
// file is, its name says (kKinds); standard input is told by its first byte.
#include "intake/inputs.h"

#include <algorithm>
#include <array>
#include <deque>
#include <filesystem>
#include <string_view>

#include "intake/byte_stream.h"
#include "intake/conllu.h"
#include "intake/feed.h"
#include "intake/reader.h"
#include "intake/warc.h"

namespace crossread::intake {
namespace {

namespace fs = std::filesystem;

enum class FileKind {
  text,
  html,
  records,
  feed,
  maybe_feed,  // by its name: .xml and .json are many things
  warc,
  conllu  // never by its name alone
};

struct KindRow {
  std::string_view ending;
  FileKind kind;
};
constexpr std::array kKinds = {
    KindRow{".txt", FileKind::text},       KindRow{".text", FileKind::text},       KindRow{".html", FileKind::html},
    KindRow{".htm", FileKind::html},       KindRow{".xhtml", FileKind::html},      KindRow{".jsonl", FileKind::records},
    KindRow{".ndjson", FileKind::records}, KindRow{".rss", FileKind::feed},        KindRow{".atom", FileKind::feed},
    KindRow{".xml", FileKind::maybe_feed}, KindRow{".json", FileKind::maybe_feed}, KindRow{".warc", FileKind::warc}};
constexpr std::array<std::string_view, 4> kPacked = {".gz", ".zst", ".xz", ".bz2"};

std::string lower_ascii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return text;
}

std::optional<FileKind> kind_of(const std::string& name, InputKind asked) {
  std::string plain = lower_ascii(name);
  for (const std::string_view packed : kPacked) {
    if (plain.ends_with(packed)) {
      plain.resize(plain.size() - packed.size());
      break;
    }
  }
  if (asked == InputKind::conllu) return plain.ends_with(".conllu") ? std::optional(FileKind::conllu) : std::nullopt;
  for (const KindRow& row : kKinds) {
    if (plain.ends_with(row.ending)) return row.kind;
  }
  return std::nullopt;
}

// A file to open, or a problem that naming it had.
struct Source {
  std::string path;  // "-": standard input
  std::string source_id;
  std::optional<FileKind> kind;
  std::uint64_t size = 0;
  std::optional<Problem> problem;
  bool in_folder = false;  // not named by itself
};

Source bad_source(std::string source_id, Fault fault, std::string detail) {
  Source source;
  source.source_id = std::move(source_id);
  source.problem = Problem{fault, std::move(detail)};
  return source;
}

// What a folder holds, each by the name that sorts it: folders with their slash, so that walking in this order gives
// the order of whole relative paths.
struct Entry {
  std::string name;
  bool folder = false;
};

Result<std::vector<Entry>> entries_of(const fs::path& folder) {
  std::error_code fault;
  std::vector<Entry> entries;
  for (fs::directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code unknown;
    const bool is_folder = it->is_directory(unknown) && !it->is_symlink(unknown);  // a linked folder may be a ring
    entries.push_back({is_folder ? name + "/" : name, is_folder});
  }
  if (fault) return Problem{Fault::unreadable, fault.message()};
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  return entries;
}

void walk(const fs::path& root, const std::string& relative, InputKind asked, std::vector<Source>& out) {
  const Result<std::vector<Entry>> entries = entries_of(root / relative);
  if (!entries) {
    out.push_back(
        bad_source(relative.empty() ? root.string() : relative, entries.problem().fault, entries.problem().detail));
    return;
  }
  for (const Entry& entry : *entries) {
    const std::string path = relative + entry.name;
    if (entry.folder) {
      walk(root, path, asked, out);
      continue;
    }
    const auto kind = kind_of(entry.name, asked);
    std::error_code unknown;
    if (!kind || !fs::is_regular_file(root / path, unknown)) continue;
    const std::uintmax_t size = fs::file_size(root / path, unknown);
    out.push_back({(root / path).string(), path, kind, unknown ? 0 : size, std::nullopt, true});
  }
}

// "day.txt" of "news/day.txt", "news" of "news/".
std::string name_of(const fs::path& path) {
  return path.has_filename() ? path.filename().string() : path.parent_path().filename().string();
}

void append_sources(const std::string& named, InputKind asked, std::vector<Source>& out) {
  const std::optional<FileKind> any = asked == InputKind::conllu ? std::optional(FileKind::conllu) : std::nullopt;
  if (named == "-") {
    out.push_back({"-", "-", any, 0, std::nullopt, false});
    return;
  }
  std::error_code fault;
  const fs::file_status status = fs::status(named, fault);
  const std::string name = name_of(named);
  if (fs::is_directory(status)) return walk(named, "", asked, out);
  if (!fs::exists(status)) {
    out.push_back(bad_source(name, Fault::unreadable, named + ": " + (fault ? fault.message() : "no such file")));
    return;
  }
  const auto kind = any ? any : kind_of(name, asked);
  if (!kind) {
    out.push_back(bad_source(name, Fault::unknown_format, named));
    return;
  }
  const std::uintmax_t size = fs::is_regular_file(status) ? fs::file_size(named, fault) : 0;
  out.push_back({named, name, kind, fault ? 0 : size, std::nullopt, false});
}

FileKind sniffed(std::string_view head) {
  if (head.starts_with("WARC/")) return FileKind::warc;
  if (looks_like_feed(head)) return FileKind::feed;
  const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return FileKind::text;
  if (head[first] == '{') return FileKind::records;
  return head[first] == '<' ? FileKind::html : FileKind::text;
}

bool blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos;
}

Rejection rejection_of(std::string source_id, Problem problem) {
  return {std::move(source_id), "intake", std::move(problem)};
}

}  // namespace

struct Inputs::State {
  std::vector<Source> sources;
  std::size_t at = 0;                        // the source that `open` belongs to, or the next one
  std::optional<ByteStream> open;            // a file of records or an archive on its way
  std::optional<ConlluDocuments> documents;  // or one of CoNLL-U
  std::deque<Document> waiting;              // the items of a feed
  std::uint64_t line_number = 0;             // or the number of the page or document
  std::uint64_t bytes_total = 0;
  std::uint64_t bytes_done = 0;  // of the sources before `at`

  void leave_source() {
    bytes_done += sources[at].size;
    open.reset();
    documents.reset();
    line_number = 0;
    ++at;
  }

  Incoming rejected(Problem problem) {
    Rejection rejection = rejection_of(sources[at].source_id, std::move(problem));
    leave_source();
    return rejection;
  }

  // Opens the source; what holds many documents stays open, anything else is read whole.
  std::optional<Incoming> enter() {
    Source& source = sources[at];
    if (source.problem) return rejected(*source.problem);
    Result<ByteStream> stream = source.path == "-" ? ByteStream::standard_input() : ByteStream::open(source.path);
    if (!stream) return rejected(stream.problem());
    if (!source.kind || *source.kind == FileKind::maybe_feed) {
      const Result<std::string_view> head = stream->peek(4096);
      if (!head) return rejected(head.problem());
      if (source.kind && !looks_like_feed(*head)) return no_feed();
      source.kind = sniffed(*head);
    }
    if (*source.kind == FileKind::feed) return feed(*stream);
    if (*source.kind == FileKind::conllu) {
      documents.emplace(std::move(*stream));
      return std::nullopt;
    }
    if (*source.kind == FileKind::records || *source.kind == FileKind::warc) {
      open.emplace(std::move(*stream));
      return std::nullopt;
    }
    return whole(*stream);
  }

  // A file of settings in a folder is passed over like any kind without a reader.
  std::optional<Incoming> no_feed() {
    if (!sources[at].in_folder) return rejected({Fault::unknown_format, "it is no feed"});
    leave_source();
    return std::nullopt;
  }

  std::optional<Incoming> feed(ByteStream& stream) {
    const Result<std::string> bytes = stream.read(kMostDocumentBytes + 1);
    if (!bytes) return rejected(bytes.problem());
    if (bytes->size() > kMostDocumentBytes) return rejected({Fault::too_large, "a feed of more than the most bytes"});
    const Result<std::vector<WrittenRecord>> records = read_feed(*bytes);
    if (!records) return rejected(records.problem());
    std::size_t number = 0;
    for (const WrittenRecord& record : *records) {
      const std::string place = sources[at].source_id + ":" + std::to_string(++number);
      waiting.push_back({place, DocumentFormat::record, record_line(record)});
    }
    leave_source();
    return std::nullopt;
  }

  std::optional<Incoming> step() {
    if (documents) return given_words();
    if (!open) return enter();
    return *sources[at].kind == FileKind::warc ? page() : record();
  }

  // The next page of the open archive; empty when it has no more.
  std::optional<Incoming> page() {
    const Result<std::optional<WarcPage>> found = next_page(*open);
    if (!found) return rejected(found.problem());
    if (!found->has_value()) {
      leave_source();
      return std::nullopt;
    }
    const WarcPage& page = **found;
    const std::string place = sources[at].source_id + ":" + std::to_string(++line_number);
    if (!page.record) return rejection_of(page.url.empty() ? place : page.url, page.record.problem());
    return Document{place, DocumentFormat::record, record_line(*page.record)};
  }

  // The next document of the open CoNLL-U; empty when it has no more.
  std::optional<Incoming> given_words() {
    Result<std::optional<ConlluDocuments::Part>> part = documents->next();
    if (!part) return rejected(part.problem());
    if (!part->has_value()) {
      if (++line_number == 1) return rejected({Fault::empty, "no words"});
      leave_source();
      return std::nullopt;
    }
    ++line_number;
    const std::string place = sources[at].source_id + ":" + std::to_string((*part)->first_line);
    if ((*part)->too_large) {
      return rejection_of(place, {Fault::too_large, "more than " + std::to_string(kMostDocumentBytes) + " bytes"});
    }
    return Document{place, DocumentFormat::conllu, std::move((*part)->bytes), (*part)->first_line};
  }

  std::optional<Incoming> from_waiting() {
    if (waiting.empty()) return std::nullopt;
    Document document = std::move(waiting.front());
    waiting.pop_front();
    return document;
  }

  Incoming whole(ByteStream& stream) {
    const bool html = *sources[at].kind == FileKind::html;
    const std::size_t most = html ? kMostDocumentBytes : kMostTextBytes;
    Result<std::string> bytes = stream.read(most + 1);
    if (!bytes) return rejected(bytes.problem());
    if (bytes->size() > most) return rejected({Fault::too_large, "more than " + std::to_string(most) + " bytes"});
    Document document{sources[at].source_id, html ? DocumentFormat::html : DocumentFormat::text, std::move(*bytes)};
    leave_source();
    return document;
  }

  // The next record of the open file; empty when it has no more.
  std::optional<Incoming> record() {
    while (true) {
      Result<std::optional<ByteStream::Line>> line = open->line(kMostDocumentBytes);
      if (!line) return rejected(line.problem());
      if (!line->has_value()) {
        leave_source();
        return std::nullopt;
      }
      ++line_number;
      const std::string place = sources[at].source_id + ":" + std::to_string(line_number);
      if ((*line)->too_long) {
        const std::string limit = "a record of more than " + std::to_string(kMostDocumentBytes) + " bytes";
        return rejection_of(place, {Fault::too_large, limit});
      }
      if (!blank((*line)->bytes)) return Document{place, DocumentFormat::record, std::move((*line)->bytes)};
    }
  }
};

Inputs::Inputs(const std::vector<std::string>& named, InputKind kind) : state_(std::make_unique<State>()) {
  for (const std::string& name : named) append_sources(name, kind, state_->sources);
  for (const Source& source : state_->sources) state_->bytes_total += source.size;
}
Inputs::~Inputs() = default;
Inputs::Inputs(Inputs&&) noexcept = default;
Inputs& Inputs::operator=(Inputs&&) noexcept = default;

std::optional<Incoming> Inputs::next() {
  if (auto waiting = state_->from_waiting()) return waiting;
  while (state_->at < state_->sources.size()) {
    std::optional<Incoming> found = state_->step();
    if (!found) found = state_->from_waiting();
    if (found) return found;
  }
  return std::nullopt;
}

std::uint64_t Inputs::bytes_total() const {
  return state_->bytes_total;
}

std::uint64_t Inputs::bytes_done() const {
  const std::uint64_t of_open = state_->open ? state_->open->bytes_taken() : 0;
  return state_->bytes_done + of_open + (state_->documents ? state_->documents->bytes_taken() : 0);
}

}  // namespace crossread::intake
