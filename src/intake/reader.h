// Bytes to a Report: the first stage. Pure: the same document, the same words of the caller and the same tables give
// the same report, on every machine and in every thread.
//
//   const intake::Reader reader(data_folder());
//   Result<Report> report = reader.read(document, given);
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "types/document.h"
#include "types/report.h"

namespace crossread::intake {

// Changes whenever a document may read differently than before; part of the key under which results are kept.
inline constexpr std::string_view kVersion = "intake-1";

// The most bytes that the text of one report may have; a book is no report.
inline constexpr std::size_t kMostTextBytes = std::size_t{2} * 1024 * 1024;
// The most bytes of one page or one record, tags and scripts and other fields included.
inline constexpr std::size_t kMostDocumentBytes = std::size_t{16} * 1024 * 1024;

class Reader {
 public:
  // Loads the tables of `data_folder`/lexicon. Throws BrokenWorld if one is missing or bad.
  explicit Reader(const std::filesystem::path& data_folder);
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // The report of a document, complete. What a record or page says of itself goes before what the caller gives; both go
  // before what the text shows. Fails with empty, too_large, binary, not_utf8, bad_json, bad_field, missing_field or
  // no_body. Any number of threads may read at once.
  Result<Report> read(const Document& document, const Given& given) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace crossread::intake
