// What settling asks of a store: who is tied to whom, what was settled together, and where stories stand.
#include "store/column.h"
#include "store/connection.h"
#include "store/row_reading.h"
#include "store/store.h"

namespace crossread {
namespace {

std::vector<ReportNumber> numbers_in(Query query, ReportNumber of) {
  query.integer(of.value);
  std::vector<ReportNumber> found;
  while (query.step()) found.push_back({query.number_at(0)});
  return found;
}

}  // namespace

std::vector<CopyNeighbour> StoreReader::copy_neighbours_of(ReportNumber number) const {
  std::vector<CopyNeighbour> found;
  for (const char* sql :
       {"SELECT other, kind FROM copy_link WHERE report = ?", "SELECT report, kind FROM copy_link WHERE other = ?"}) {
    Query query = connection_->query(sql);
    query.integer(number.value);
    while (query.step()) {
      found.push_back({{query.number_at(0)}, enum_at<CopyKind, CopyKind::quoted>(*connection_, query, 1, "copy_link")});
    }
  }
  return found;
}

std::optional<ReportNumber> StoreReader::story_number_of(ReportNumber member) const {
  Query query = connection_->query("SELECT story FROM member WHERE number = ?");
  query.integer(member.value);
  if (!query.step() || query.is_null(0)) return std::nullopt;
  return ReportNumber{query.number_at(0)};
}

std::string StoreReader::story_title(ReportNumber first) const {
  Query query = connection_->query("SELECT title FROM story WHERE first = ?");
  query.integer(first.value);
  return query.step() ? query.text_at(0) : std::string();
}

std::vector<ReportNumber> StoreReader::members_of_story(ReportNumber first) const {
  return numbers_in(connection_->query("SELECT number FROM member WHERE story = ? ORDER BY number"), first);
}

std::vector<ReportNumber> StoreReader::settled_with(ReportNumber member) const {
  return numbers_in(connection_->query("SELECT number FROM member WHERE block = "
                                       "(SELECT block FROM member WHERE number = ?) ORDER BY number"),
                    member);
}

std::optional<std::size_t> StoreReader::settled_at_step(ReportNumber member) const {
  Query query = connection_->query("SELECT step FROM member WHERE number = ?");
  query.integer(member.value);
  if (!query.step() || query.is_null(0)) return std::nullopt;
  return static_cast<std::size_t>(query.integer_at(0));
}

StoryPlace StoreReader::story_place(ReportNumber first) const {
  Query query = connection_->query("SELECT kin, kinship, storyline FROM story WHERE first = ?");
  query.integer(first.value);
  if (!query.step()) damaged(*connection_, "story", first.value, "it is not there");
  StoryPlace place{first, {}, static_cast<std::uint16_t>(query.integer_at(1)), {digest_of(query.integer_at(2))}};
  if (!query.is_null(0)) place.picked = ReportNumber{query.number_at(0)};
  return place;
}

std::vector<ReportNumber> StoreReader::stories_that_picked(ReportNumber first) const {
  return numbers_in(connection_->query("SELECT first FROM story WHERE kin = ? ORDER BY first"), first);
}

}  // namespace crossread
