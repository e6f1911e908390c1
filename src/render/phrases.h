// How briefs say dates, counts and shares in English, for Markdown and HTML alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "types/brief.h"

namespace crossread {

// "4 March 2031, 08:10 UTC", "4 March 2031", "3–9 March 2031", "March 2031"; "undated" when nothing is known.
std::string date_phrase(const std::optional<Date>& date);

// As date_phrase(), with the weekday before a single day: "Mon 3 March 2031".
std::string weekday_phrase(const Date& date);

// From the first day of one to the last of the other: "4–5 March 2031", "30 March – 2 April 2031".
std::string period_phrase(const std::optional<Date>& start, const std::optional<Date>& end);

// "1 report", "4 reports"; 12,000 has its comma.
std::string count_phrase(std::size_t count, std::string_view noun);
std::string grouped(std::size_t count);

// Thousandths as "61 %", halves up, with a no-break space.
std::string percent_phrase(std::uint32_t thousandths);

// The outlet, else the host of its URL, else its source id.
std::string outlet_name(const Report& report);

// The title, or else the first words of the text.
std::string title_phrase(const Report& report);

// The story's title, or else that of its first report.
std::string story_title(const Brief& brief);

// The place in Brief::reports; that of a report which is not there lies behind them.
std::uint32_t place_of(const Brief& brief, ReportId id);

// What a link says of the report that took: "abridged", "nearly the same text".
std::string_view kind_phrase(CopyKind kind);

// The words by which exports call parts, stances and acts.
std::string_view name_of(BriefPart part);
std::string_view name_of(Stance stance);
std::string_view name_of(ActKind what);

// Headings: "Agreed", "On one origin only".
std::string_view part_phrase(BriefPart part);

// What a row of the matrix is about: the line, "How many: missile launched", "Tolk: nobody was hurt".
std::string row_phrase(const Brief& brief, const MatrixRow& row);

// The value of the side that a report takes; "" where there are no sides.
std::string side_phrase(const Brief& brief, const MatrixRow& row, const MatrixCell& cell);

// "said", "did", "done to them", with the status of what is no plain fact: "did (denied)".
std::string act_phrase(const BriefAct& act);

// What tellers part over: "How many persons killed", "When", "Whether it is so".
std::string parting_phrase(const BriefParting& parting);

// "through state TV, Irna: ", innermost first; "" when nobody passed it on.
std::string through_phrase(const BriefSaying& saying);

// " (said)" of words said, "" of what happened.
std::string_view time_of_phrase(TimeOf time_of);

// Names for origins: A to Z, then AA, AB ...
std::string letters(std::size_t index);

}  // namespace crossread
