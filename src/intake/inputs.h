// The inputs that a person names, one document at a time: files, folders, `-` for standard input. Memory stays bounded
// by one document and the list of file names, however large a file of records is.
//
//   intake::Inputs inputs({"news/", "late.jsonl", "-"});
//   while (std::optional<Incoming> incoming = inputs.next()) ...
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "types/document.h"

namespace crossread::intake {

// What named files are taken for: what their names say, or CoNLL-U, whatever their names (in folders: *.conllu).
enum class InputKind : std::uint8_t { by_name, conllu };

class Inputs {
 public:
  // Walks folders at once for names and sizes, and opens nothing. Inputs come in the order given; the files of a folder
  // by the bytes of their relative path. Within folders, hidden files and kinds without a reader are passed over; a
  // file named by itself that has no reader is a Rejection.
  explicit Inputs(const std::vector<std::string>& named, InputKind kind = InputKind::by_name);
  ~Inputs();
  Inputs(Inputs&&) noexcept;
  Inputs& operator=(Inputs&&) noexcept;

  // The next document, or what could not be opened or split; empty at the end. One bad input never stops the others.
  // The source id is the path within the folder, or the name of a file named by itself; for a record
  // "<that>:<line>", until the reader finds the record's own id.
  std::optional<Incoming> next();

  // For progress, as the bytes lie on the disk (compressed if they are). Standard input does not say how much it is.
  std::uint64_t bytes_total() const;
  std::uint64_t bytes_done() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace crossread::intake
