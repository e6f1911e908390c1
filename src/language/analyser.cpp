#include "language/analyser.h"

namespace crossread::language {

struct Analyser::Parts {};

Analyser::Analyser(const std::filesystem::path&) : parts_(std::make_unique<Parts>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

Analysis Analyser::analyse(const Report&) const {
  return {};
}

}  // namespace crossread::language
