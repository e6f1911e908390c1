// The ways in which one input can be bad. A fault costs one report, never the batch; what breaks the program's own
// world (a full disk, a missing table) is a BrokenWorld instead.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace crossread {

enum class Fault {
  unreadable,      // the file or folder cannot be opened or read
  empty,           // there are no bytes, or nothing but blanks
  too_large,       // longer than intake takes
  binary,          // not text: it holds zero bytes or is mostly control characters
  not_utf8,        // neither UTF-8 nor an encoding that the page declares
  unknown_format,  // no reader for this kind of file
  bad_json,        // a line that is not a JSON object
  bad_field,       // a field of the wrong kind, or a date that is none
  missing_field,   // a record without the text or the id that it must have
  no_body,         // a page in which no report was found
  bad_feed,        // a feed that is not well formed
  bad_archive,     // an archive that breaks off or cannot be unpacked
  bad_conllu,      // a line that is not CoNLL-U
};

// The stable, machine-readable name: "not_utf8".
std::string_view name_of(Fault fault);

// One line for people: what it means and what to do.
std::string_view gloss_of(Fault fault);

// Every enumerator, in order; tests walk it.
inline constexpr Fault kAllFaults[] = {
    Fault::unreadable,     Fault::empty,       Fault::too_large, Fault::binary,        Fault::not_utf8,
    Fault::unknown_format, Fault::bad_json,    Fault::bad_field, Fault::missing_field, Fault::no_body,
    Fault::bad_feed,       Fault::bad_archive, Fault::bad_conllu};

// A fault with its place and circumstances: "line 7: `published` is not a date: \"soon\"".
struct Problem {
  Fault fault = Fault::unreadable;
  std::string detail;
  friend bool operator==(const Problem&, const Problem&) = default;
};

// The program's own world is broken: disk full, table missing, store corrupt. Thrown; caught at the edges only.
class BrokenWorld : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// The store is what is broken: no store, locked by another writer, of a newer program, or damaged.
class StoreTrouble : public BrokenWorld {
 public:
  using BrokenWorld::BrokenWorld;
};

}  // namespace crossread
