// The words by which the dossier calls the values of each enumeration. Public: people script against them.
#pragma once

#include <string_view>

#include "types/analysis.h"
#include "types/date.h"
#include "types/dossier.h"
#include "types/lineage.h"
#include "types/report.h"

namespace crossread {

std::string_view word_of(FurnitureKind kind);
std::string_view word_of(NoticeKind kind);
std::string_view word_of(PublishedFrom from);
std::string_view word_of(Grain grain);
std::string_view word_of(Anchor anchor);
std::string_view word_of(CopyKind kind);
std::string_view word_of(CopyDirection direction);
std::string_view word_of(EntityKind kind);
std::string_view word_of(MentionLevel level);
std::string_view word_of(TimeType type);  // as TimeML: "DATE"

}  // namespace crossread
