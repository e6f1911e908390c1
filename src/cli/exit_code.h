// What the program says to its caller when it ends. Stable: scripts depend on it.
#pragma once

namespace crossread::cli {

enum class ExitCode : int {
  done = 0,
  internal = 1,       // a fault of ours
  usage = 2,          // a command line that cannot be understood
  some_refused = 3,   // some inputs could not be read; everything else is in the store or on the output
  all_refused = 4,    // no input could be read
  store = 5,          // not a store, busy, of a newer version, or damaged
  broken_world = 6,   // disk full, tables missing, output closed
  not_found = 7,      // a story, storyline or report of that id is not in the store
  interrupted = 130,  // Ctrl-C; whole batches are kept
};

}  // namespace crossread::cli
