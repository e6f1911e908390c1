#include "lineage/origins.h"
namespace crossread {
std::vector<Origin> origins(std::span<const Report* const>, std::span<const CopyLink>) { return {}; }
}
