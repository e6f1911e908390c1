#include "cli/spool.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/fault.h"

namespace crossread::cli {
namespace {

[[noreturn]] void refuse(const char* what) {
  throw BrokenWorld(std::string(what) + " a temporary file: " + std::strerror(errno) +
                    " (is the folder for temporary files full?)");
}

}  // namespace

Spool::Spool() : file_(std::tmpfile()) {
  if (!file_) refuse("cannot make");
}

void Spool::put(const std::string& line) {
  std::FILE* file = file_.get();
  if (std::fwrite(line.data(), 1, line.size(), file) != line.size() || std::fputc('\n', file) == EOF)
    refuse("cannot write");
}

void Spool::for_each(const std::function<void(const std::string& line)>& take) {
  std::FILE* file = file_.get();
  if (std::fflush(file) != 0 || std::fseek(file, 0, SEEK_SET) != 0) refuse("cannot write");
  char* line = nullptr;
  std::size_t room = 0;
  for (ssize_t size = 0; (size = getline(&line, &room, file)) > 0;)
    take(std::string(line, static_cast<std::size_t>(size) - 1));
  const bool failed = std::ferror(file) != 0;
  std::free(line);
  if (failed) refuse("cannot read");
}

}  // namespace crossread::cli
