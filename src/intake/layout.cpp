#include "intake/layout.h"

namespace crossread::intake {

Layout lay_out(std::string_view text, const Sayings& sayings, const std::vector<KnownLine>& known,
               const FurnitureLexicon& lexicon, const PressNames& names) {
  (void)known;
  (void)lexicon;
  (void)names;
  Layout layout;
  layout.title = sayings.title.value_or("");
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const std::size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos) {
      const std::size_t last = line.find_last_not_of(" \t");
      layout.body.push_back({static_cast<std::uint32_t>(at + first), static_cast<std::uint32_t>(at + last + 1)});
    }
    at = end + 1;
  }
  return layout;
}

}  // namespace crossread::intake
