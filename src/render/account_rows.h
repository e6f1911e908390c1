// What a report says, inside a row about the report.
#pragma once

#include <string_view>

#include "render/json_row.h"
#include "types/account.h"

namespace crossread {

// The fields "statements" and "events", as the rows of the dossier; things are their numbers in the account.
void write_told(Json& json, const Account& account, std::string_view text);

}  // namespace crossread
