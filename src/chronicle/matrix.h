// Which report tells which line of a brief, takes which side, and leaves what out.
#pragma once

#include <vector>

#include "chronicle/bearers.h"

namespace crossread {

// A row for each line that the brief agrees on, is parted over, has on one origin or has somebody say; in that order.
// A report tells a line when the line cites it. Where it does not, but has a sentence that may tell a part of it in
// words of its own (Bearers::touching), whether it does is left open.
std::vector<MatrixRow> matrix(const Brief& brief, const Sentences& sentences, const Bearers& bearers);

}  // namespace crossread
