// Crossread as a library: open a store, add reports, read the dossier. Everything else stays behind this page.
//
//   crossread::Library library("news.crossread");
//   library.add({"articles/"});
//   for (const crossread::StoryLine& story : library.stories()) std::puts(story.title.c_str());
//   std::string json = library.dossier_json();   // the document that the project's JSON Schema describes
//
// One Library is used by one thread at a time; several processes may read one store while one writes it.
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#if defined(_WIN32)
#define CROSSREAD_API
#else
#define CROSSREAD_API __attribute__((visibility("default")))
#endif

namespace crossread {

struct LibraryOptions {
  std::string data_folder;  // lexicons and models; empty: $CROSSREAD_DATA, else beside the installed library
  unsigned jobs = 0;        // threads; 0: as many as the machine has
};

// What inputs say too little of: used where an input itself does not tell.
struct Defaults {
  std::string outlet;
  std::string published;  // ISO 8601
  std::string language;   // ISO 639-1
};

// What one call of add() did.
struct Added {
  std::uint64_t added = 0;    // reports that the store did not have
  std::uint64_t known = 0;    // reports that it had
  std::uint64_t refused = 0;  // inputs that could not be read; each is a row of `rejections` in the dossier
};

struct StoryLine {
  std::string id;
  std::string storyline;
  std::string title;
  std::vector<std::string> reports;  // ids, in canonical order
};

// Thrown by every call when the store or the data folder cannot be used: not a store, busy, damaged, disk full.
class CROSSREAD_API StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class CROSSREAD_API Library {
 public:
  // Opens the store at `path`, making it if there is none.
  explicit Library(const std::string& path, const LibraryOptions& options = {});
  ~Library();
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;

  // Reads files, folders or "-" (standard input). A bad input is counted and kept as a rejection; it never stops the
  // others.
  Added add(const std::vector<std::string>& inputs, const Defaults& defaults = {});
  // Adds one report from memory.
  Added add_text(const std::string& source_id, const std::string& text, const Defaults& defaults = {});

  std::vector<StoryLine> stories() const;
  std::string dossier_json() const;
  // The brief of one story (empty: of all) as Markdown or as one self-contained HTML page.
  std::string brief_markdown(const std::string& story = {}) const;
  std::string brief_html(const std::string& story = {}) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace crossread
