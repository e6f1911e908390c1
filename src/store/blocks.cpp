#include "store/blocks.h"

#include "store/column.h"
#include "store/connection.h"

namespace crossread {
namespace {

std::int64_t place_of(std::uint32_t segment, std::uint32_t number) {
  return static_cast<std::int64_t>(std::uint64_t{segment} << 32 | number);
}

std::uint32_t number_of(std::int64_t place) {
  return static_cast<std::uint32_t>(place);
}

}  // namespace

std::vector<BlockStore::Segment> BlockRows::segments(std::string_view name) const {
  const std::string wanted(name);
  Query query = connection_.query("SELECT id, level, postings FROM segment WHERE name = ? ORDER BY id");
  query.text(wanted);
  std::vector<Segment> found;
  while (query.step()) {
    found.push_back({query.number_at(0), query.number_at(1), static_cast<std::uint64_t>(query.integer_at(2))});
  }
  return found;
}

std::uint32_t BlockRows::new_segment(std::string_view name, std::uint32_t level, std::uint64_t postings) {
  const std::string kept(name);
  Query query = connection_.query("INSERT INTO segment (name, level, postings) VALUES (?, ?, ?)");
  query.text(kept).integer(level).integer(static_cast<std::int64_t>(postings)).run();
  return static_cast<std::uint32_t>(connection_.last_row());
}

void BlockRows::put_block(std::uint32_t segment, std::uint32_t number, std::uint64_t first_key,
                          std::string_view bytes) {
  Query query = connection_.query("INSERT INTO block (place, segment, first_key, bytes) VALUES (?, ?, ?, ?)");
  query.integer(place_of(segment, number)).integer(segment).integer(column_of(first_key)).blob(bytes).run();
}

void BlockRows::drop_segment(std::uint32_t segment) {
  connection_.query("DELETE FROM block WHERE place BETWEEN ? AND ?")
      .integer(place_of(segment, 0))
      .integer(place_of(segment, UINT32_MAX))
      .run();
  connection_.query("DELETE FROM segment WHERE id = ?").integer(segment).run();
}

void BlockRows::blocks_with(std::uint32_t segment, std::uint64_t key,
                            const std::function<void(std::uint32_t number, std::string_view bytes)>& visit) const {
  Query below = connection_.query(
      "SELECT place, bytes FROM block WHERE segment = ? AND first_key < ? ORDER BY first_key DESC, place DESC LIMIT 1");
  below.integer(segment).integer(column_of(key));
  if (below.step()) visit(number_of(below.integer_at(0)), below.blob_at(1));
  Query equal = connection_.query("SELECT place, bytes FROM block WHERE segment = ? AND first_key = ? ORDER BY place");
  equal.integer(segment).integer(column_of(key));
  while (equal.step()) visit(number_of(equal.integer_at(0)), equal.blob_at(1));
}

std::string BlockRows::block(std::uint32_t segment, std::uint32_t number) const {
  Query query = connection_.query("SELECT bytes FROM block WHERE place = ?");
  query.integer(place_of(segment, number));
  return query.step() ? std::string(query.blob_at(0)) : std::string();
}

}  // namespace crossread
