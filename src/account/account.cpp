#include "account/account.h"

#include <algorithm>

#include "account/events_status.h"
#include "account/sources.h"
#include "account/statements.h"
#include "account/things.h"

namespace crossread::account {

AccountReader::AccountReader(const std::filesystem::path& data_folder)
    : events_(data_folder),
      speech_{SpeechWords(data_folder / "lexicon" / "en"), SpeechModel(data_folder / "models" / "speech.tsv")} {}

namespace {

// Lines that name writers and agencies tell nothing: their words stay where they are, as words of no kind.
Analysis without_credits(const Report& report, const Analysis& analysis) {
  Analysis told = analysis;
  for (const Sentence& sentence : told.sentences) {
    const bool credit = std::ranges::any_of(report.furniture, [&](const Furniture& piece) {
      const bool names = piece.kind == FurnitureKind::byline || piece.kind == FurnitureKind::credit;
      return names && piece.span.contains(sentence.span);
    });
    for (std::uint32_t i = sentence.first_token; credit && i < sentence.end_token; ++i) {
      told.tokens[i].upos = Upos::x;
      told.tokens[i].lemma.clear();
    }
  }
  return told;
}

}  // namespace

Account AccountReader::read(const Report& report, const Analysis& all) const {
  const Analysis analysis = without_credits(report, all);
  Account account = account_of(report, analysis, events_.find(report, analysis));
  Things things(report, account);
  read_statements(report, analysis, speech_, things, account);
  find_sources(account);
  for (Event& event : account.events)
    if (event.source) event.status = status_within(account.statements[*event.source], event.trigger, event.status);
  return account;
}

}  // namespace crossread::account
