// What is written comes back; batches are whole; groups are replaced; removed reports leave a tombstone.
#include "store/store.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "store/sample_reports.h"

namespace crossread {
namespace {

using test::random_report;
using test::random_span;
using test::simple_report;
using test::TempFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAreArray;

constexpr std::string_view kNow = "2020-01-08T09:12:00Z";

Story story_of(const std::vector<Report>& reports) {
  Story story;
  for (const Report& report : reports) story.reports.push_back(report.id);
  story.id = {reports.front().id.value};
  story.storyline = {reports.front().id.value};
  story.title = reports.front().title;
  story.start = reports.front().published;
  story.end = reports.back().published;
  return story;
}

Origin origin_of(const std::vector<Report>& reports) {
  Origin origin;
  for (const Report& report : reports) origin.reports.push_back(report.id);
  origin.id = {reports.front().id.value};
  origin.label = "Agency";
  return origin;
}

void put_alone(Batch& batch, const Report& report) {
  const ReportId members[] = {report.id};
  const Origin origins[] = {origin_of({report})};
  const Story stories[] = {story_of({report})};
  batch.put_origins(members, origins);
  batch.put_stories(members, stories);
}

ReportNumber append(Batch& batch, const Report& report) {
  return batch.append(report, report.text, DocumentFormat::text);
}

TEST(Store, Random_reports_come_back_equal) {
  TempFolder folder;
  std::mt19937_64 random(1);
  std::vector<Report> reports;
  std::vector<ReportNumber> numbers;
  {
    Store store = Store::open(folder / "a.crossread");
    Batch batch = store.begin_batch(kNow);
    for (int i = 0; i < 300; ++i) {
      reports.push_back(random_report(random));
      numbers.push_back(append(batch, reports.back()));
      put_alone(batch, reports.back());
    }
    batch.commit();
  }
  const StoreReader store = StoreReader::open(folder / "a.crossread");
  EXPECT_EQ(store.reports(numbers), reports);
  EXPECT_EQ(store.counts().reports, 300U);
  for (std::size_t i = 0; i < reports.size(); ++i) {
    EXPECT_EQ(store.number_of(reports[i].id), numbers[i]);
    const ReportHead head = store.head(numbers[i]);
    EXPECT_EQ(head.key, canonical_key(reports[i]));
    EXPECT_EQ(head.title, reports[i].title);
    EXPECT_EQ(head.outlet, reports[i].outlet);
    EXPECT_EQ(head.article, hash64(reports[i].article_key()));
  }
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST(Store, Reports_are_walked_in_canonical_order_and_from_a_cursor) {
  TempFolder folder;
  std::mt19937_64 random(2);
  std::vector<Report> reports;
  Store store = Store::open(folder / "a.crossread");
  Batch batch = store.begin_batch(kNow);
  for (int i = 0; i < 100; ++i) append(batch, reports.emplace_back(random_report(random)));
  batch.commit();
  std::sort(reports.begin(), reports.end(),
            [](const Report& a, const Report& b) { return canonical_key(a) < canonical_key(b); });
  std::vector<Report> walked;
  const auto collect = [&](ReportNumber, const Report& report) {
    walked.push_back(report);
    return walked.size() % 30 != 0;
  };
  After after;
  do {
    store.for_each_report(after, collect);
    after = canonical_key(walked.back());
  } while (walked.size() % 30 == 0);
  EXPECT_EQ(walked, reports);
}

TEST(Store, An_original_comes_back_byte_for_byte) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  Batch batch = store.begin_batch(kNow);
  const Report report = simple_report("a", "Flood", "The river rose again on Friday.");
  const std::string page("<html>\0\xFF The river rose again on Friday.", 40);
  const ReportNumber html = batch.append(report, page, DocumentFormat::html);
  const Report other = simple_report("b", "Flood", "The river fell.");
  const ReportNumber same = batch.append(other, other.text, DocumentFormat::text);
  const Report empty = simple_report("c", "", "");
  const ReportNumber none = batch.append(empty, "", DocumentFormat::record);
  batch.commit();
  EXPECT_EQ(store.original(html), (Original{DocumentFormat::html, page}));
  EXPECT_EQ(store.original(same), (Original{DocumentFormat::text, other.text}));
  EXPECT_EQ(store.original(none), (Original{DocumentFormat::record, ""}));
}

TEST(Store, A_batch_that_is_not_committed_leaves_nothing) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const Report report = simple_report("a", "Flood", "The river rose.");
  {
    Batch batch = store.begin_batch(kNow);
    append(batch, report);
    EXPECT_TRUE(store.number_of(report.id));
  }
  EXPECT_FALSE(store.number_of(report.id));
  EXPECT_EQ(store.counts(), StoreCounts{});
  EXPECT_THAT(store.search({.words = "river"}).hits, IsEmpty());
}

TEST(Store, Readers_see_whole_batches_only) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const StoreReader reader = StoreReader::open(folder / "a.crossread");
  const Report report = simple_report("a", "Flood", "The river rose.");
  Batch batch = store.begin_batch(kNow);
  append(batch, report);
  EXPECT_FALSE(reader.number_of(report.id));
  batch.commit();
  EXPECT_TRUE(reader.number_of(report.id));
}

TEST(Store, A_snapshot_keeps_its_view) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const StoreReader reader = StoreReader::open(folder / "a.crossread");
  const Report report = simple_report("a", "Flood", "The river rose.");
  {
    const auto snapshot = reader.snapshot();
    Batch batch = store.begin_batch(kNow);
    append(batch, report);
    batch.commit();
    EXPECT_FALSE(reader.number_of(report.id));
  }
  EXPECT_TRUE(reader.number_of(report.id));
}

TEST(Store, The_same_report_cannot_be_written_twice) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const Report report = simple_report("a", "Flood", "The river rose.");
  Batch batch = store.begin_batch(kNow);
  append(batch, report);
  EXPECT_THROW(append(batch, report), BrokenWorld);
}

TEST(Store, Links_are_found_from_both_ends) {
  TempFolder folder;
  std::mt19937_64 random(3);
  Store store = Store::open(folder / "a.crossread");
  std::vector<Report> reports;
  std::vector<CopyLink> copies;
  std::vector<StoryLink> links;
  Batch batch = store.begin_batch(kNow);
  for (int i = 0; i < 20; ++i) append(batch, reports.emplace_back(random_report(random)));
  std::sort(reports.begin(), reports.end(),
            [](const Report& a, const Report& b) { return canonical_key(a) < canonical_key(b); });
  for (std::size_t i = 1; i < reports.size(); ++i) {
    CopyLink link{reports[i].id, reports[random() % i].id, CopyKind::abridged, CopyDirection::from, 70, 100, 90, {}};
    link.passages = {{random_span(random, reports[i].text), {0, 0}}};
    copies.push_back(link);
    links.push_back({link.other, link.report, static_cast<std::uint16_t>(i * 7), 900});
  }
  batch.put_copy_links(copies);
  batch.put_story_links(links);
  copies.front().kind = CopyKind::same;
  batch.put_copy_links({copies.data(), 1});  // replaces
  batch.commit();

  std::vector<CopyLink> walked;
  store.for_each_copy_link({}, [&](const CopyLink& link) {
    walked.push_back(link);
    return true;
  });
  EXPECT_EQ(walked, copies);
  for (const Report& report : reports) {
    std::vector<CopyLink> expected;
    std::copy_if(copies.begin(), copies.end(), std::back_inserter(expected),
                 [&](const CopyLink& link) { return link.report == report.id || link.other == report.id; });
    const ReportNumber number = store.number_of(report.id).value_or(ReportNumber{});
    EXPECT_EQ(store.copy_links_of(number), expected);
    std::vector<StoryLink> told;
    std::copy_if(links.begin(), links.end(), std::back_inserter(told),
                 [&](const StoryLink& link) { return link.a == report.id || link.b == report.id; });
    EXPECT_THAT(store.story_links_of(number), UnorderedElementsAreArray(told));
  }
}

TEST(Store, A_profile_comes_back_and_is_replaced) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const Report report = simple_report("a", "Flood", "The river rose.");
  Batch batch = store.begin_batch(kNow);
  const ReportNumber number = append(batch, report);
  EXPECT_FALSE(store.profile(number));
  StoryProfile profile{report.id, canonical_key(report).minutes, {{7, 300, TermKind::name}}, {1, UINT64_MAX}};
  batch.put_profile(number, profile);
  profile.terms.push_back({UINT32_MAX, 65535, TermKind::number});
  batch.put_profile(number, profile);
  EXPECT_EQ(store.profile(number), profile);
}

TEST(Store, Groups_are_replaced_as_wholes) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  std::vector<Report> reports;
  Batch batch = store.begin_batch(kNow);
  for (const char* day : {"2020-01-06", "2020-01-07", "2020-01-08"}) {
    append(batch, reports.emplace_back(simple_report(day, day, std::string("Text of ") + day, day)));
    put_alone(batch, reports.back());
  }
  std::vector<ReportId> members;
  members.reserve(reports.size());
  for (const Report& report : reports) members.push_back(report.id);
  Origin origin = origin_of(reports);
  origin.passages = {{reports[1].id, {2, 5}}};
  Story story = story_of(reports);
  story.follows = {{77}};
  batch.put_origins(members, {&origin, 1});
  batch.put_stories(members, {&story, 1});
  batch.commit();

  EXPECT_EQ(store.counts().origins, 1U);
  EXPECT_EQ(store.counts().stories, 1U);
  for (const Report& report : reports) {
    EXPECT_EQ(store.origin_of(report.id), origin);
    EXPECT_EQ(store.story_of(report.id), story);
    EXPECT_EQ(store.story_id_of(report.id), story.id);
  }
  EXPECT_EQ(store.story(story.id), story);
  EXPECT_EQ(store.origin(origin.id), origin);
  EXPECT_THAT(store.stories_of(story.storyline), ElementsAre(story.id));
  std::vector<Story> walked;
  store.for_each_story({}, [&](const Story& one) {
    walked.push_back(one);
    return true;
  });
  EXPECT_THAT(walked, ElementsAre(story));
}

TEST(Store, A_group_cannot_lose_some_of_its_members) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const Report a = simple_report("a", "A", "Text of a");
  const Report b = simple_report("b", "B", "Text of b");
  Batch batch = store.begin_batch(kNow);
  append(batch, a);
  append(batch, b);
  const ReportId both[] = {a.id, b.id};
  const Origin origin = origin_of({a, b});
  batch.put_origins(both, {&origin, 1});
  const Origin alone = origin_of({b});
  EXPECT_THROW(batch.put_origins({&b.id, 1}, {&alone, 1}), BrokenWorld);
}

TEST(Store, Versions_of_an_article_are_found_by_its_key) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  Batch batch = store.begin_batch(kNow);
  const ReportNumber first = append(batch, simple_report("a", "A", "It rained."));
  append(batch, simple_report("b", "B", "It rained."));
  const ReportNumber second = append(batch, simple_report("a", "A", "It rained a lot."));
  EXPECT_THAT(store.numbers_of_article("a"), ElementsAre(first, second));
  EXPECT_THAT(store.numbers_of_article("c"), IsEmpty());
}

TEST(Store, Rejections_are_kept_once_and_in_order) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const Rejection late{"z.txt", "intake", {Fault::not_utf8, "at byte 7"}};
  const Rejection early{"a.txt", "intake", {Fault::empty, ""}};
  for (int i = 0; i < 2; ++i) {
    Batch batch = store.begin_batch(kNow);
    batch.reject(late);
    batch.reject(early);
    batch.commit();
  }
  std::vector<Rejection> kept;
  store.for_each_rejection([&](const Rejection& rejection) {
    kept.push_back(rejection);
    return true;
  });
  EXPECT_THAT(kept, ElementsAre(early, late));
}

TEST(Store, Changes_tell_their_batch_and_are_found_from_the_old_id) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const std::string from[] = {"s0000000000000001", "s0000000000000002"};
  const std::string to[] = {"s0000000000000003"};
  Batch batch = store.begin_batch(kNow);
  batch.change(ChangeKind::story_merged, from, to);
  batch.commit();
  const Change expected{1, std::string(kNow), ChangeKind::story_merged, {from[0], from[1]}, {to[0]}};
  std::vector<Change> changes;
  store.for_each_change([&](const Change& change) {
    changes.push_back(change);
    return true;
  });
  EXPECT_THAT(changes, ElementsAre(expected));
  EXPECT_THAT(store.changes_from(from[1]), ElementsAre(expected));
  EXPECT_THAT(store.changes_from(to[0]), IsEmpty());
}

TEST(Store, A_removed_report_leaves_a_tombstone) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  const Report report = simple_report("a", "Flood", "The river rose.");
  const Report other = simple_report("b", "Flood", "The river rose, they said.");
  {
    Batch batch = store.begin_batch(kNow);
    for (const Report* one : {&report, &other}) {
      append(batch, *one);
      put_alone(batch, *one);
    }
    const CopyLink link{other.id, report.id, CopyKind::near, CopyDirection::from, 3, 5, 3, {}};
    batch.put_copy_links({&link, 1});
    batch.commit();
  }
  Batch batch = store.begin_batch(kNow);
  EXPECT_TRUE(batch.remove(report.id));
  EXPECT_FALSE(batch.remove(report.id));
  EXPECT_FALSE(batch.remove({12345}));
  batch.commit();

  const ReportNumber number = *store.number_of(report.id);
  EXPECT_TRUE(store.head(number).removed);
  EXPECT_EQ(store.report(number), report);
  EXPECT_EQ(store.counts().reports, 1U);
  EXPECT_EQ(store.counts().removed, 1U);
  EXPECT_EQ(store.counts().copy_links, 0U);
  EXPECT_FALSE(store.story_of(report.id));
  EXPECT_EQ(store.search({.words = "river"}).hits.size(), 1U);
  EXPECT_THAT(store.changes_from(report.id.str()), testing::SizeIs(1));
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST(Store, Meta_values_are_replaced) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  EXPECT_FALSE(store.meta("stages"));
  Batch batch = store.begin_batch(kNow);
  batch.put_meta("stages", "one");
  batch.put_meta("stages", "two");
  batch.commit();
  EXPECT_EQ(store.meta("stages"), "two");
}

TEST(Store, Blocks_are_found_by_key_and_number) {
  TempFolder folder;
  Store store = Store::open(folder / "a.crossread");
  Batch batch = store.begin_batch(kNow);
  BlockStore& blocks = batch.blocks();
  const std::uint32_t other = blocks.new_segment("other", 0, 1);
  blocks.put_block(other, 0, 5, "other");
  const std::uint32_t segment = blocks.new_segment("traces", 2, UINT64_MAX >> 1);
  const std::uint64_t high = UINT64_MAX - 3;
  blocks.put_block(segment, 0, 3, "a");
  blocks.put_block(segment, 1, 5, "b");
  blocks.put_block(segment, 2, 5, "c");
  blocks.put_block(segment, 3, high, "d");
  const auto with = [&](std::uint64_t key) {
    std::string found;
    blocks.blocks_with(segment, key, [&](std::uint32_t, std::string_view bytes) { found += bytes; });
    return found;
  };
  EXPECT_EQ(with(2), "");
  EXPECT_EQ(with(3), "a");
  EXPECT_EQ(with(4), "a");
  EXPECT_EQ(with(5), "abc");
  EXPECT_EQ(with(6), "c");
  EXPECT_EQ(with(high), "cd");
  EXPECT_EQ(with(UINT64_MAX), "d");
  EXPECT_EQ(blocks.block(segment, 1), "b");
  EXPECT_EQ(blocks.block(segment, 4), "");
  ASSERT_EQ(blocks.segments("traces").size(), 1U);
  EXPECT_EQ(blocks.segments("traces")[0].level, 2U);
  blocks.drop_segment(segment);
  batch.commit();
  EXPECT_THAT(store.blocks().segments("traces"), IsEmpty());
  EXPECT_EQ(store.blocks().block(other, 0), "other");
}

}  // namespace
}  // namespace crossread
