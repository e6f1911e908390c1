#include "chronicle/bearers.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace crossread {
namespace {

// Not tuned; see sentences.cpp.
constexpr std::uint64_t kShare = 60;     // percent of rarity
constexpr std::uint64_t kTouching = 33;  // and of what may tell a part
constexpr std::size_t kMostUses = 1000;  // sentences found by one term, beyond which it finds nothing

}  // namespace

Bearers::Bearers(const Sentences& sentences) : sentences_(sentences) {
  for (std::size_t i = 0; i < sentences.all().size(); ++i) {
    for (const Terms::Term& term : sentences.terms(i).terms) users_[term.key].push_back(i);
  }
}

// The terms that fewest have, until the rest is too light to bear the words out by itself.
std::vector<std::uint64_t> Bearers::prefix_of(const Terms& words, std::uint64_t percent) const {
  std::vector<std::tuple<std::size_t, std::uint64_t, std::uint64_t>> order;  // uses, key, rarity
  for (const Terms::Term& term : words.terms) {
    const auto at = users_.find(term.key);
    order.emplace_back(at == users_.end() ? 0 : at->second.size(), term.key, term.rarity);
  }
  std::ranges::sort(order);
  std::vector<std::uint64_t> prefix;
  std::uint64_t left = words.rarity();
  for (const auto& [uses, key, rarity] : order) {
    if (left * 100 < words.rarity() * percent) break;
    if (uses > 0 && uses <= kMostUses) prefix.push_back(key);
    left -= rarity;
  }
  return prefix;
}

std::vector<std::size_t> Bearers::found_by(const Terms& words, std::uint64_t percent) const {
  std::set<std::size_t> found;
  for (const std::uint64_t key : prefix_of(words, percent)) {
    const std::vector<std::size_t>& users = users_.at(key);
    found.insert(users.begin(), users.end());
  }
  return {found.begin(), found.end()};
}

std::vector<std::size_t> Bearers::of(const Terms& words, std::uint32_t report) const {
  std::map<std::uint32_t, std::pair<std::uint64_t, std::size_t>> best;  // by report: how much is shared, by which
  for (const std::size_t sentence : found_by(words, kShare)) {
    const std::uint32_t of = sentences_[sentence].place.report;
    const Terms& terms = sentences_.terms(sentence);
    if (of == report || !bears_out(words, terms, kShare)) continue;
    const auto [at, is_new] = best.try_emplace(of, 0, sentence);
    if (shared(words, terms) > at->second.first) at->second = {shared(words, terms), sentence};
  }
  std::vector<std::size_t> bearers;
  for (const auto& [of, one] : best) bearers.push_back(one.second);
  return bearers;
}

std::vector<std::size_t> Bearers::like(const Terms& words, std::uint32_t report) const {
  std::vector<std::size_t> alike = found_by(words, kShare);
  std::erase_if(alike, [&](std::size_t sentence) {
    const bool own = sentences_[sentence].place.report == report;
    return own || shared(words, sentences_.terms(sentence)) * 100 < words.rarity() * kShare;
  });
  return alike;
}

std::vector<std::size_t> Bearers::touching(const Terms& words, std::uint32_t report) const {
  std::vector<std::size_t> found = found_by(words, kTouching);
  std::erase_if(found, [&](std::size_t sentence) {
    return sentences_[sentence].place.report == report || !touches(words, sentences_.terms(sentence));
  });
  return found;
}

}  // namespace crossread
