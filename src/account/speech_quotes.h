// Words in quotation marks: “ ”, " ", '' '', ‘ ’, « », over sentences, and over paragraphs when each begins with a mark
// of its own.
#pragma once

#include <vector>

#include "account/speech_tree.h"

namespace crossread::account {

struct Quotation {
  TokenRun marked;         // with its marks
  bool closed = true;      // without a closing mark it ends with its paragraph
  bool continues = false;  // goes on from the one before, a paragraph earlier
  // Its words without the marks; empty when there are none.
  TokenRun words() const { return {marked.first + 1, closed ? marked.last - 1 : marked.last}; }
};

// In order, apart.
std::vector<Quotation> find_quotations(const SpeechTree& tree);

}  // namespace crossread::account
