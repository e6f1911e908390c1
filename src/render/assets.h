// The styles and the script of the HTML pages, built in from src/render/assets.
#pragma once

#include <string_view>

namespace crossread {

std::string_view brief_css();
std::string_view brief_js();
std::string_view analysis_css();

}  // namespace crossread
