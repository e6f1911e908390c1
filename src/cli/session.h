// What commands share: threads, the clock, Ctrl-C, and how refusals are told.
#pragma once

#include <atomic>
#include <string>

#include "cli/command_line.h"
#include "store/store.h"
#include "types/report.h"

namespace crossread::cli {

unsigned threads_of(const Common& common);

std::string utc_now();  // ISO 8601, to the second

// From now on Ctrl-C and SIGTERM turn interrupt_flag() true; a second one ends the program at once.
void watch_for_interrupts();
const std::atomic<bool>& interrupt_flag();

// "refused day1.jsonl:7: bad_field: `published` is not a date: "soon" (a field has ...)"
std::string refusal_text(const Rejection& rejection);

// An existing store, for reading. Says what the path is when it is none.
StoreReader open_existing(const std::string& path);

// What a run over inputs ends with: all read, some refused, or nothing read.
ExitCode exit_code_of(std::uint64_t read, std::uint64_t refused);

}  // namespace crossread::cli
