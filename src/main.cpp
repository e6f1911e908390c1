#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <variant>

#include "base/fault.h"
#include "cli/command_line.h"
#include "cli/commands.h"

namespace {

using namespace crossread;
using namespace crossread::cli;

int end_with(ExitCode code, const std::exception& fault) {
  fmt::print(stderr, "crossread: {}\n", fault.what());
  return static_cast<int>(code);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const ExitCode* code = std::get_if<ExitCode>(&parsed)) return static_cast<int>(*code);
    const CommandLine& line = std::get<CommandLine>(parsed);
    return static_cast<int>(std::visit([&](const auto& command) { return run(command, line.common); }, line.command));
  } catch (const StoreTrouble& fault) {
    return end_with(ExitCode::store, fault);
  } catch (const BrokenWorld& fault) {
    return end_with(ExitCode::broken_world, fault);
  } catch (const std::exception& fault) {
    return end_with(ExitCode::internal, fault);
  }
}
