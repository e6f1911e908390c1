// The program's version, from the build.
#pragma once

#include <string>

#ifndef CROSSREAD_VERSION
#define CROSSREAD_VERSION "0.0.0"
#endif

namespace crossread::cli {

inline std::string version_text() {
  return "crossread " CROSSREAD_VERSION;
}

}  // namespace crossread::cli
