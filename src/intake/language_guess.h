// The language of a text by its letters (CLD2).
#pragma once

#include <string>
#include <string_view>

namespace crossread::intake {

// ISO 639-1, or "" when unsure: too short, mixed, or no language that has such a code.
std::string guessed_language(std::string_view utf8);

// A language as people and pages write it ("en-GB", "EN", "eng", "pt_BR") as ISO 639-1; "" if it is none.
std::string language_code(std::string_view written);

}  // namespace crossread::intake
