// The style and the script of the HTML brief, built in from src/render/assets.
#pragma once

#include <string_view>

namespace crossread {

std::string_view brief_css();
std::string_view brief_js();

}  // namespace crossread
