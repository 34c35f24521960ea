// The official calendar (ext/data/calendar.tsv) and the names of the stages.
#ifndef NETRA_ELECTION_CALENDAR_HPP
#define NETRA_ELECTION_CALENDAR_HPP

#include <optional>
#include <string_view>

#include "data/tables.hpp"
#include "text/civil.hpp"

namespace netra::election {

const data::Stage* stage_of(std::string_view code) noexcept;  // null: no such stage

// A day, "YYYY-MM-DD", alone or before a time of day (" 10:30", "T10:30:00Z"). Nothing: malformed, or no such day.
std::optional<text::Civil> read_day(std::string_view text) noexcept;

// Does the row hold for this kind: its own rows, those of its family, and for a family those of its members.
bool holds_for(const data::CalendarRow& row, std::string_view kind);

// The stage of the shortest period that holds the day; a period that holds everywhere goes before one of some places. year 0: any.
const data::Stage* stage_at(const text::Civil& day, std::string_view kind, int year = 0);

// Is this a voting day of the kind, and of which year's election? 0: no, or of several. Only day and month are compared.
int voting_day(int month, int day, std::string_view kind);

// The year of the election that a report of this day about this kind is most probably about: the one whose calendar holds the
// day, else the next one, else the last one. 0: the calendar has no election of the kind.
int election_of(const text::Civil& day, std::string_view kind);

}  // namespace netra::election

#endif
