#include "chronicle/news.h"

#include <algorithm>
#include <utility>

#include "chronicle/key_sentences.h"

namespace crossread {
namespace {

class Gathering {
 public:
  Gathering(const StoryFile& file, const Brief& brief, const Sentences& sentences, const Bearers& bearers,
            const Told& told, const OriginAt& origin_at)
      : file_(file), brief_(brief), sentences_(sentences), bearers_(bearers), told_(told), origin_at_(origin_at) {}

  BriefNews gathered() const {
    BriefNews news;
    news.since = *file_.since;
    for (std::uint32_t i = 0; i < file_.members.size(); ++i) {
      if (file_.members[i].fresh) news.reports.push_back(i);
    }
    for (std::uint32_t i = 0; i < brief_.origins.size(); ++i) {
      const auto& tree = brief_.origins[i].tree;
      if (std::ranges::all_of(tree, [&](const CopyNode& node) { return fresh(node.report); }))
        news.origins.push_back(i);
    }
    news.lines = key_sentences(sentences_, bearers_, told_, origin_at_,
                               [&](std::size_t sentence) { return is_new(sentence); }, {});
    std::erase_if(news.lines, [&](const BriefLine& line) { return !all_fresh(line.citations); });
    for (std::uint32_t i = 0; i < brief_.agreed.size(); ++i) {
      if (confirmed(brief_.agreed[i])) news.confirmed.push_back(i);
    }
    news.disputed = with_new_sides(brief_.disputed);
    news.revised = with_new_sides(brief_.revised);
    for (std::uint32_t i = 0; i < brief_.speakers.size(); ++i) {
      for (std::uint32_t k = 0; k < brief_.speakers[i].sayings.size(); ++k) {
        if (is_new(brief_.speakers[i].sayings[k].line.citations)) news.sayings.push_back({i, k});
      }
    }
    return news;
  }

 private:
  bool fresh(std::uint32_t report) const { return file_.members[report].fresh; }

  bool all_fresh(const std::vector<Citation>& places) const {
    return std::ranges::all_of(places, [&](const Citation& place) { return fresh(place.report); });
  }

  bool like_an_earlier(const Terms& words, std::uint32_t report) const {
    return std::ranges::any_of(bearers_.like(words, report),
                               [&](std::size_t other) { return !fresh(sentences_[other].place.report); });
  }

  bool is_new(std::size_t sentence) const {
    const std::uint32_t report = sentences_[sentence].place.report;
    return fresh(report) && !like_an_earlier(sentences_.terms(sentence), report);
  }

  bool is_new(const std::vector<Citation>& places) const {
    return all_fresh(places) && !like_an_earlier(sentences_.terms_of(places.front()), places.front().report);
  }

  // One origin had told it; by now more have.
  bool confirmed(const BriefLine& line) const {
    std::vector<Citation> earlier;
    std::ranges::copy_if(line.citations, std::back_inserter(earlier),
                         [&](const Citation& place) { return !fresh(place.report); });
    return !earlier.empty() && origin_at_.count(earlier) < 2 && line.origins > 1;
  }

  std::vector<std::uint32_t> with_new_sides(const std::vector<BriefParting>& partings) const {
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < partings.size(); ++i) {
      const auto is_new_side = [&](const BriefSide& side) { return all_fresh(side.values); };
      if (std::ranges::any_of(partings[i].sides, is_new_side)) found.push_back(i);
    }
    return found;
  }

  const StoryFile& file_;
  const Brief& brief_;
  const Sentences& sentences_;
  const Bearers& bearers_;
  const Told& told_;
  const OriginAt& origin_at_;
};

}  // namespace

std::optional<BriefNews> news(const StoryFile& file, const Brief& brief, const Sentences& sentences,
                              const Bearers& bearers, const Told& told, const OriginAt& origin_at) {
  if (!file.since) return std::nullopt;
  return Gathering(file, brief, sentences, bearers, told, origin_at).gathered();
}

}  // namespace crossread
