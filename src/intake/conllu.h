// Sentences and words that are given: CoNLL-U (universaldependencies.org/format.html), of which the forms, the words
// written as one (`3-4 don't`) and SpaceAfter=No are read. Tags, heads and empty nodes (`1.1`) are passed over.
//
//   # newdoc id = harbour-1
//   # text = They don't.
//   1     They  _ _ _ _ _ _ _ _
//   2-3   don't _ _ _ _ _ _ _ SpaceAfter=No
//   2     do    _ _ _ _ _ _ _ _
//   3     n't   _ _ _ _ _ _ _ _
//   4     .     _ _ _ _ _ _ _ _
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "intake/byte_stream.h"
#include "types/document.h"
#include "types/given_words.h"
#include "types/report.h"

namespace crossread::intake {

// Cuts a file into its documents: one begins where `# newdoc` stands or where `# source_id` names another; all is one
// document where neither does. Memory is bounded by one document.
class ConlluDocuments {
 public:
  explicit ConlluDocuments(ByteStream stream) : stream_(std::move(stream)) {}

  struct Part {
    std::string bytes;
    std::uint64_t first_line = 1;  // of the file
    bool too_large = false;        // longer than kMostDocumentBytes: `bytes` holds its beginning
  };
  // The next document that has a sentence; empty at the end. Fails as ByteStream does.
  Result<std::optional<Part>> next();

  std::uint64_t bytes_taken() const { return stream_.bytes_taken(); }

 private:
  // Lines up to a blank one, with what their comments say of the document.
  struct Block {
    Part part;
    bool starts = false;
    bool has_words = false;
    std::string name;
  };
  Result<std::optional<Block>> next_block();

  ByteStream stream_;
  std::uint64_t line_number_ = 0;
  std::optional<Block> ahead_;  // the first block of the next document
};

struct GivenReport {
  Report report;  // its text is built from the words; all of it is body
  GivenWords given;
};

// One document. The source id is what `# source_id`, else `# newdoc id` says, else the document's. Sentences are put
// apart by a blank, before `# newpar` by an empty line; `# text` is not needed. The words of `3-4 don't` share its
// characters: as their forms say, else in equal parts. Fails with bad_conllu (naming the line), not_utf8, too_large or
// empty.
Result<GivenReport> read_conllu(const Document& document, const Given& given);

}  // namespace crossread::intake
