#include "account/account.h"

#include "account/events_status.h"
#include "account/sources.h"
#include "account/statements.h"
#include "account/things.h"

namespace crossread::account {

AccountReader::AccountReader(const std::filesystem::path& data_folder)
    : events_(data_folder), speech_(data_folder / "lexicon" / "en") {}

Account AccountReader::read(const Report& report, const Analysis& analysis) const {
  Account account = account_of(report, analysis, events_.find(report, analysis));
  Things things(report, account);
  read_statements(report, analysis, speech_, things, account);
  find_sources(account);
  for (Event& event : account.events)
    if (event.source) event.status = status_within(account.statements[*event.source], event.trigger, event.status);
  return account;
}

}  // namespace crossread::account
