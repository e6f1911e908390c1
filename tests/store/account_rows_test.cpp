// Accounts come back as they were written; damaged ones are refused.
#include "store/account_rows.h"

#include <gtest/gtest.h>

#include <random>

#include "store/bytes.h"
#include "store/sample_reports.h"
#include "store/store.h"

namespace crossread {
namespace {

class Inventor {
 public:
  explicit Inventor(std::uint64_t seed) : random_(seed) {}

  Account account() {
    Account made;
    fill(made.entities, [&] { return entity(); });
    fill(made.mentions, [&] {
      return Mention{span(), kind<EntityKind>(kEntityKinds), kind<MentionLevel>(3), below(100)};
    });
    fill(made.quantities, [&] { return quantity(); });
    fill(made.statements, [&] { return statement(); });
    fill(made.events, [&] { return event(); });
    return made;
  }

 private:
  std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(random_() % bound); }
  bool heads() { return below(2) == 0; }
  ByteSpan span() { return {below(5000), below(5000)}; }
  std::string text() { return test::random_text(random_, below(4)); }
  template <class Enum>
  Enum kind(std::size_t count) {
    return static_cast<Enum>(below(static_cast<std::uint32_t>(count)));
  }
  template <class Make>
  auto maybe(const Make& make) {
    return heads() ? std::optional(make()) : std::nullopt;
  }
  template <class List, class Make>
  void fill(List& list, const Make& make) {
    for (std::uint32_t i = below(4); i > 0; --i) list.push_back(make());
  }
  double number() { return below(4000) / 4.0 - 500; }
  Party party() {
    return {below(50), maybe([&] { return span(); })};
  }
  StatedDate date() {
    Date day = *parse_timestamp(heads() ? "2020-01-08" : "2031-03-05T09:30:00+03:30");
    day.text = text();
    return {day, maybe([&] { return span(); })};
  }
  std::uint16_t confidence() { return static_cast<std::uint16_t>(below(1001)); }

  LocalEntity entity() {
    LocalEntity made;
    made.kind = kind<EntityKind>(kEntityKinds);
    made.name = text();
    made.nameless = heads();
    fill(made.roles, [&] { return Role{text(), maybe([&] { return span(); })}; });
    made.country = heads() ? "FRA" : "";
    made.sector = heads() ? "MIL" : "";
    return made;
  }

  StatedQuantity quantity() {
    return {span(),
            maybe([&] { return number(); }),
            maybe([&] { return number(); }),
            maybe([&] { return number(); }),
            text(),
            text(),
            maybe([&] { return below(9); })};
  }

  Statement statement() {
    Statement made;
    fill(made.speakers, [&] { return party(); });
    made.speaker_text = maybe([&] { return span(); });
    made.addressee = maybe([&] { return party(); });
    made.act = kind<Act>(kActCount);
    made.cue = maybe([&] { return span(); });
    fill(made.content, [&] { return span(); });
    fill(made.quotes, [&] { return span(); });
    made.translated = heads();
    made.within = maybe([&] { return below(9); });
    fill(made.via, [&] { return Passer{maybe([&] { return below(9); }), span()}; });
    made.carrier = heads();
    made.anonymous = heads();
    made.negated = heads();
    made.date = maybe([&] { return date(); });
    made.confidence = maybe([&] { return confidence(); });
    return made;
  }

  Event event() {
    Event made;
    made.type = kind<EventType>(kEventTypeCount);
    made.mode = maybe([&] { return kind<EventMode>(kEventModeCount); });
    fill(made.contexts, [&] { return kind<EventContext>(kEventContextCount); });
    fill(made.actors, [&] { return party(); });
    fill(made.recipients, [&] { return party(); });
    made.instrument = maybe([&] { return party(); });
    made.place = maybe([&] { return party(); });
    made.trigger = span();
    made.sentence = span();
    made.date = maybe([&] { return date(); });
    made.status = kind<EventStatus>(kEventStatusCount);
    made.source = maybe([&] { return below(9); });
    fill(made.causes, [&] { return below(9); });
    made.background = heads();
    fill(made.quantities, [&] { return below(9); });
    made.confidence = maybe([&] { return confidence(); });
    return made;
  }

  std::mt19937_64 random_;
};

TEST(AccountRows, Come_back_as_they_were) {
  Inventor inventor(1);
  for (int round = 0; round < 300; ++round) {
    const Account account = inventor.account();
    Account back;
    decode_account(encode_account(account), back);
    EXPECT_EQ(back, account);
  }
}

TEST(AccountRows, A_blob_cut_anywhere_is_refused) {
  Account account;
  for (Inventor inventor(2); account.events.empty() || account.statements.empty(); account = inventor.account()) {
  }
  const std::string blob = encode_account(account);
  for (std::size_t size = 0; size < blob.size(); ++size) {
    Account back;
    EXPECT_THROW(decode_account(std::string_view(blob).substr(0, size), back), DamagedBytes) << size;
  }
}

TEST(AccountRows, An_account_that_does_not_fit_its_text_is_a_damaged_row) {
  const test::TempFolder folder;
  const Report report = test::simple_report("a.txt", "Flood", "The river rose.");
  Account account;
  account.report = report.id;
  account.entities.push_back({EntityKind::place, "river", false, {}, "", ""});
  account.mentions.push_back({{4, 9}, EntityKind::place, MentionLevel::name, 0});
  Store store = Store::open(folder / "s.crossread");
  Batch batch = store.begin_batch("2031-01-01T00:00:00Z");
  const ReportNumber number = batch.append(report, report.text, DocumentFormat::text);
  EXPECT_EQ(store.account(report, number), std::nullopt);
  batch.put_account(number, report, account);
  EXPECT_EQ(store.account(report, number), account);
  account.mentions[0].span.end = 900;
  batch.put_account(number, report, account);
  EXPECT_THROW(store.account(report, number), StoreTrouble);
}

}  // namespace
}  // namespace crossread
