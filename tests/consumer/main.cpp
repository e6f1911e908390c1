// The smallest program that embeds Crossread: reads the inputs named and prints what it found.
#include <crossread/crossread.h>

#include <cstdio>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  try {
    crossread::Library library(argv[1]);
    const crossread::Added added = library.add({argv + 2, argv + argc});
    const std::string dossier = library.dossier_json();
    std::printf("%llu reports added, %zu stories, %zu bytes of dossier\n", static_cast<unsigned long long>(added.added),
                library.stories().size(), dossier.size());
    return added.added > 0 && !library.stories().empty() && dossier.size() > 1000 ? 0 : 1;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
  }
}
