#include "account/sources.h"

#include <algorithm>

namespace crossread::account {
namespace {

bool tells(const Statement& statement, ByteSpan trigger) {
  if (statement.carrier) return false;
  if (statement.cue && statement.cue->overlaps(trigger)) return true;
  return std::any_of(statement.content.begin(), statement.content.end(),
                     [&](ByteSpan content) { return content.contains(trigger); });
}

std::uint32_t width(const Statement& statement) {
  std::uint32_t bytes = 0;
  for (const ByteSpan content : statement.content) bytes += content.size();
  return bytes;
}

}  // namespace

void find_sources(Account& account) {
  for (Event& event : account.events) {
    event.source.reset();
    for (StatementIndex i = 0; i < account.statements.size(); ++i) {
      if (!tells(account.statements[i], event.trigger)) continue;
      if (!event.source || width(account.statements[i]) < width(account.statements[*event.source])) event.source = i;
    }
  }
}

}  // namespace crossread::account
