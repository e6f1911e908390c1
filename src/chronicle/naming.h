// By which words of its reports a brief names a person, a body or a place.
#pragma once

#include <optional>

#include "chronicle/told.h"
#include "lexicon/country_names.h"

namespace crossread {

// Whether it can say and do: people and bodies that have a name, and of places only countries: "London said" is for a
// table of capitals to tell.
bool may_act(const Entity& entity, const CountryNames& countries);

// The fullest name that the reports of the brief give; none when they only describe it.
std::optional<BriefNaming> name_in(const Entity& entity, const Told& told);

// The first of its offices that they give.
std::optional<BriefNaming> office_in(const Entity& entity, const Told& told);

// The words hold the name of another person: "commander Arden" is nobody but him.
bool names_another(const Entity& entity, const Told& told, const Citation& words);

// A name of it in this report: in these words if it stands there, else the first one.
std::optional<BriefNaming> name_near(const Entity& entity, const Told& told, const Citation& words);

}  // namespace crossread
