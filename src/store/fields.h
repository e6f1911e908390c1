// The fields that rows.cpp and account_rows.cpp write: spans, dates, enumerators, each with its reader, which throws
// DamagedBytes for bytes that its writer did not write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/bytes.h"
#include "types/date.h"
#include "types/span.h"

namespace crossread {

// The byte that a blob begins with.
void write_layout(ByteWriter& out);
void read_layout(ByteReader& in);

// An enumerator by its number; `Last` is the last there is.
template <class Enum, Enum Last>
Enum read_enum(ByteReader& in) {
  return static_cast<Enum>(in.number_up_to(static_cast<std::uint64_t>(Last)));
}

template <class Enum>
void write_enum(Enum value, ByteWriter& out) {
  out.number(static_cast<std::uint64_t>(value));
}

// A span is its begin, as a step from the end of the span before it, and its size: spans mostly come in order.
void write_span(ByteSpan span, std::uint32_t& previous, ByteWriter& out);
ByteSpan read_span(std::uint32_t& previous, ByteReader& in);

void write_optional(const std::optional<std::string>& text, ByteWriter& out);
std::optional<std::string> read_optional(ByteReader& in);

void write_date(const Date& date, ByteWriter& out);
Date read_date(ByteReader& in);
void write_date(const std::optional<Date>& date, ByteWriter& out);
std::optional<Date> read_optional_date(ByteReader& in);

}  // namespace crossread
