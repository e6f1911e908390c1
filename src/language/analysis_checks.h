// What holds for every Analysis, as one question: the tests and the fuzzer ask it of any text.
#pragma once

#include <string>

#include "types/analysis.h"
#include "types/report.h"

namespace crossread::language {

// The first promise that is broken, in words; "" if all hold. Spans lie within the ranges that were read; tokens are in
// order and apart and cover every byte there that is no blank; sentences consist of whole tokens; times, mentions and
// quantities lie within one sentence, each sort in order, times, names and quantities apart.
std::string flaw_of(const Report& report, const Analysis& analysis);

}  // namespace crossread::language
