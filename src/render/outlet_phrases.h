// How briefs speak of outlets.
#pragma once

#include <span>
#include <string>

#include "types/brief.h"

namespace crossread {

// "state agency, Iran", "daily, India, The Hindu Group": kind, country and owner, as far as they are known.
std::string outlet_phrase(const OutletFacts& facts);

// What all these tellers have in common that a reader should know: "state media of Iran only" of one or more,
// "outlets of News Corp only" of two or more different ones. "" when they have nothing such in common, when an outlet
// of them is in no table, or when words of them were lifted from another origin.
std::string company_phrase(const Brief& brief, std::span<const Citation> places);

}  // namespace crossread
