#include "intake/byte_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace crossread::intake {
namespace {

constexpr std::size_t kBlock = 256 * 1024;

struct Close {
  void operator()(archive* opened) const { archive_read_free(opened); }
};
using Archive = std::unique_ptr<archive, Close>;

// One stream of bytes behind any of the usual compressions. `raw` takes it as a single entry, `empty` a file of none.
Archive new_archive() {
  Archive made(archive_read_new());
  if (!made) throw BrokenWorld("libarchive cannot be started: out of memory");
  archive_read_support_filter_gzip(made.get());
  archive_read_support_filter_zstd(made.get());
  archive_read_support_filter_xz(made.get());
  archive_read_support_filter_bzip2(made.get());
  archive_read_support_format_raw(made.get());
  archive_read_support_format_empty(made.get());
  return made;
}

Problem problem_of(archive* opened, Fault fault) {
  const char* message = archive_error_string(opened);
  return {fault, message == nullptr ? "" : message};
}

}  // namespace

struct ByteStream::State {
  Archive file;
  std::string buffer;  // what has been unpacked and not yet asked for lies from `at` on
  std::size_t at = 0;
  bool ended = false;

  std::size_t ready() const { return buffer.size() - at; }

  // One more block in the buffer, or `ended`.
  std::optional<Problem> fill() {
    buffer.erase(0, at);
    at = 0;
    const std::size_t before = buffer.size();
    buffer.resize(before + kBlock);
    const la_ssize_t got = archive_read_data(file.get(), buffer.data() + before, kBlock);
    buffer.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    if (got < 0) {
      ended = true;
      return problem_of(file.get(), archive_filter_count(file.get()) > 1 ? Fault::bad_archive : Fault::unreadable);
    }
    ended = got == 0;
    return std::nullopt;
  }

  std::string take(std::size_t count) {
    std::string taken = buffer.substr(at, count);
    at += taken.size();
    return taken;
  }
};

ByteStream::ByteStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

namespace {

// Steps to the one entry of an opened archive.
Result<bool> start(archive* opened, int how_opened) {
  // libarchive tells faults of its own from those of the system by their numbers.
  const bool by_system = archive_errno(opened) > 0 && archive_errno(opened) != EILSEQ;
  if (how_opened != ARCHIVE_OK) return problem_of(opened, by_system ? Fault::unreadable : Fault::bad_archive);
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(opened, &entry);
  if (status == ARCHIVE_EOF) return false;
  if (status < ARCHIVE_WARN) return problem_of(opened, Fault::bad_archive);
  return true;
}

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path) {
  auto state = std::make_unique<State>();
  state->file = new_archive();
  const Result<bool> any =
      start(state->file.get(), archive_read_open_filename(state->file.get(), path.c_str(), kBlock));
  if (!any) return any.problem();
  state->ended = !*any;
  return ByteStream(std::move(state));
}

Result<ByteStream> ByteStream::standard_input() {
  auto state = std::make_unique<State>();
  state->file = new_archive();
  const Result<bool> any = start(state->file.get(), archive_read_open_fd(state->file.get(), STDIN_FILENO, kBlock));
  if (!any) return any.problem();
  state->ended = !*any;
  return ByteStream(std::move(state));
}

Result<ByteStream> ByteStream::of(std::string_view bytes) {
  auto state = std::make_unique<State>();
  state->file = new_archive();
  const Result<bool> any =
      start(state->file.get(), archive_read_open_memory(state->file.get(), bytes.data(), bytes.size()));
  if (!any) return any.problem();
  state->ended = !*any;
  return ByteStream(std::move(state));
}

Result<std::uint64_t> ByteStream::skip(std::uint64_t count) {
  std::uint64_t skipped = 0;
  while (skipped < count) {
    if (state_->ready() == 0) {
      if (state_->ended) break;
      if (const auto problem = state_->fill()) return *problem;
    }
    const std::uint64_t now = std::min<std::uint64_t>(count - skipped, state_->ready());
    state_->at += now;
    skipped += now;
  }
  return skipped;
}

Result<std::string> ByteStream::read(std::size_t most) {
  while (!state_->ended && state_->ready() < most) {
    if (const auto problem = state_->fill()) return *problem;
  }
  return state_->take(most);
}

Result<std::string_view> ByteStream::peek(std::size_t least) {
  while (!state_->ended && state_->ready() < least) {
    if (const auto problem = state_->fill()) return *problem;
  }
  return std::string_view(state_->buffer).substr(state_->at);
}

Result<std::optional<ByteStream::Line>> ByteStream::line(std::size_t most) {
  Line line;
  while (true) {
    const std::size_t end = state_->buffer.find('\n', state_->at);
    const std::size_t stop = end == std::string::npos ? state_->buffer.size() : end;
    const std::size_t room = most - std::min(most, line.bytes.size());
    line.bytes.append(state_->buffer, state_->at, std::min(room, stop - state_->at));
    line.too_long = line.too_long || stop - state_->at > room;
    state_->at = end == std::string::npos ? stop : stop + 1;
    if (end != std::string::npos) break;
    if (state_->ended) {
      if (line.bytes.empty() && !line.too_long) return std::optional<Line>();
      break;
    }
    if (const auto problem = state_->fill()) return *problem;
  }
  if (!line.bytes.empty() && line.bytes.back() == '\r') line.bytes.pop_back();
  return std::optional<Line>(std::move(line));
}

std::uint64_t ByteStream::bytes_taken() const {
  const la_int64_t taken = archive_filter_bytes(state_->file.get(), -1);
  return taken > 0 ? static_cast<std::uint64_t>(taken) : 0;
}

}  // namespace crossread::intake
