#include "chronicle/moments.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace crossread {
namespace {

struct Dated {
  std::size_t sentence = 0;
  const StatedDate* date = nullptr;
};

bool has_come(EventStatus status) {
  return status == EventStatus::asserted || status == EventStatus::alleged;
}

class Gathering {
 public:
  Gathering(const Sentences& sentences, const Told& told, const OriginAt& origin_at)
      : sentences_(sentences), told_(told), origin_at_(origin_at) {}

  std::vector<BriefMoment> gathered() {
    for (const Claim& claim : told_.claims()) take(claim);
    std::ranges::stable_sort(moments_, std::greater{}, [](const BriefMoment& moment) {
      return std::tuple(moment.line.origins, moment.line.citations.size());
    });
    std::vector<BriefMoment> kept;
    for (BriefMoment& moment : moments_) {
      if (kept.size() < kMaxMoments && adds(moment, kept)) kept.push_back(std::move(moment));
    }
    std::ranges::stable_sort(kept, {}, [](const BriefMoment& moment) {
      return std::tuple(moment.date.start->day, moment.date.grain, moment.date.start->minute, moment.words);
    });
    return kept;
  }

 private:
  void take(const Claim& claim) {
    std::vector<Dated> dated;
    std::vector<std::size_t> all;
    for (const Support& support : claim.support) {
      const std::optional<Citation> place = told_.citation(support.evidence);
      const std::optional<std::size_t> sentence = place ? sentences_.at(*place) : std::nullopt;
      if (!sentence) continue;
      all.push_back(*sentence);
      const StatedDate* date = date_in(support.by, sentences_[*sentence]);
      if (date != nullptr && !lies_ahead(*date, told_.report(place->report))) dated.push_back({*sentence, date});
    }
    if (dated.empty()) return;
    const Dated& first = *std::ranges::min_element(dated, {}, [&](const Dated& one) {
      return std::tuple(sentences_[one.sentence].leans_back, sentences_[one.sentence].length, one.sentence);
    });
    std::vector<std::size_t> lines = {first.sentence};
    for (const std::size_t other : all) {
      if (bears_out(sentences_.terms(first.sentence), sentences_.terms(other))) lines.push_back(other);
    }
    BriefMoment moment;
    moment.date = first.date->date;
    moment.words = {sentences_[first.sentence].place.report, *first.date->span};
    moment.time_of = claim.kind == ClaimKind::event ? TimeOf::happening : TimeOf::saying;
    moment.line = line_of(lines, sentences_, told_, origin_at_);
    moment.line.claim = claim.id;
    moments_.push_back(std::move(moment));
  }

  // What a report tells of a later day has not happened yet.
  static bool lies_ahead(const StatedDate& date, const Report& report) {
    return report.published && report.published->end && date.date.start->day > report.published->end->day;
  }

  // The day that stands in the sentence for what has happened or was said.
  const StatedDate* date_in(const ToldBy& by, const Telling& telling) const {
    const StatedDate* date = nullptr;
    if (const EventId* id = std::get_if<EventId>(&by)) {
      const auto at = told_.find(*id);
      if (at && at->event->date && has_come(at->event->status)) date = &*at->event->date;
    } else {
      const auto at = told_.find(std::get<StatementId>(by));
      if (at && at->statement->date && !at->statement->negated) date = &*at->statement->date;
    }
    const bool shown = date != nullptr && date->span && telling.whole && telling.place.span.contains(*date->span);
    if (!shown || !date->date.start || !date->date.end || date->date.grain > Grain::month) return nullptr;
    return date;
  }

  // No other moment is dated by the same words, or says the same of the same day. Where both a deed and a saying are
  // dated by the same words, they date the saying: "On Thursday he said that".
  bool adds(const BriefMoment& moment, std::vector<BriefMoment>& kept) const {
    const std::size_t sentence = *sentences_.at(moment.line.citations.front());
    for (BriefMoment& other : kept) {
      if (other.words == moment.words) {
        other.time_of = std::max(other.time_of, moment.time_of);
        return false;
      }
      const std::size_t shown = *sentences_.at(other.line.citations.front());
      if (other.date.start->day == moment.date.start->day &&
          covered(sentences_.terms(sentence), sentences_.terms(shown)))
        return false;
    }
    return true;
  }

  const Sentences& sentences_;
  const Told& told_;
  const OriginAt& origin_at_;
  std::vector<BriefMoment> moments_;
};

}  // namespace

std::vector<BriefMoment> moments(const Sentences& sentences, const Told& told, const OriginAt& origin_at) {
  return Gathering(sentences, told, origin_at).gathered();
}

}  // namespace crossread
