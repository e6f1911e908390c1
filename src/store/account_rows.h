// An account as the blob that a row keeps: one layout byte, then every field in the order of types/account.h. Decoding
// takes any bytes and throws DamagedBytes unless they are whole; indexes and spans are not yet held against the text
// (faults_of() does that).
//
// Guarded by tests/store/account_rows_test.cpp and fuzz/store/rows.cpp.
#pragma once

#include <string>
#include <string_view>

#include "types/account.h"

namespace crossread {

// Everything but `report`, which the row's report says.
std::string encode_account(const Account& account);
void decode_account(std::string_view blob, Account& account);

}  // namespace crossread
