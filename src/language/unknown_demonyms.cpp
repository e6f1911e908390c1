#include "language/unknown_demonyms.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace crossread::language {
namespace {

class UnknownDemonyms {
 public:
  UnknownDemonyms(std::span<const NameText> texts, std::span<const Readings> readings, const NameTables& tables)
      : texts_(texts), readings_(readings), tables_(tables) {}

  void take_from(std::vector<FoundName>& names) const {
    std::map<std::string_view, bool> always;
    for (const FoundName& name : names) {
      if (!could_be(name)) continue;
      const bool describes = stands_before_noun(name);
      const auto [place, fresh] = always.try_emplace(form_of(name), describes);
      place->second = place->second && describes;
    }
    std::erase_if(names, [&](const FoundName& name) {
      const auto found = always.find(form_of(name));
      if (found == always.end() || !found->second) return false;
      return is_single(name) || starts_title(name.text, name.tokens.first + 1);
    });
  }

 private:
  static bool is_single(const FoundName& name) { return name.tokens.end - name.tokens.first == 1; }

  std::string_view form_of(const FoundName& name) const {
    const NameText& text = texts_[name.text];
    return text.list.tokens[name.tokens.first].span.in(text.text);
  }

  bool could_be(const FoundName& name) const {
    if (!is_single(name) || !ends_so(form_of(name), readings_[name.text][name.tokens.first].upos)) return false;
    const std::span<const WordId> words(&texts_[name.text].list.words[name.tokens.first], 1);
    return !tables_.places().whole(words) && !tables_.organisations().whole(words) &&
           !tables_.forenames().has(words.front()) && !tables_.surnames().has(words.front());
  }

  // Of the last two endings only adjectives.
  static bool ends_so(std::string_view form, Upos upos) {
    static constexpr std::array<std::string_view, 7> kEndings = {"ic", "ian", "ean", "ish", "ese", "an", "i"};
    const std::size_t count = upos == Upos::adj ? kEndings.size() : kEndings.size() - 2;
    return form.size() > 4 && std::any_of(kEndings.begin(), kEndings.begin() + static_cast<std::ptrdiff_t>(count),
                                          [&](std::string_view ending) { return form.ends_with(ending); });
  }

  // Words between describe, too, or stand beside it: "Norlandic and Zavian airspace".
  bool stands_before_noun(const FoundName& name) const {
    const Readings& words = readings_[name.text];
    const auto describes = [&](std::size_t at) {
      return at < words.size() && (words[at].upos == Upos::adj || words[at].upos == Upos::propn);
    };
    if (!describes(name.tokens.first)) return false;
    std::size_t at = name.tokens.end;
    while (at < words.size() && !starts_title(name.text, at)) {
      if (words[at].upos == Upos::adj) {
        ++at;
      } else if (words[at].upos == Upos::cconj && describes(at + 1)) {
        at += 2;
      } else {
        break;
      }
    }
    return at < words.size() && (words[at].upos == Upos::noun || starts_title(name.text, at));
  }

  bool starts_title(std::uint32_t text, std::size_t at) const {
    const std::vector<WordId>& words = texts_[text].list.words;
    return at < words.size() && tables_.titles().longest(words, at);
  }

  std::span<const NameText> texts_;
  std::span<const Readings> readings_;
  const NameTables& tables_;
};

}  // namespace

void leave_out_unknown_demonyms(std::span<const NameText> texts, std::span<const Readings> readings,
                                const NameTables& tables, std::vector<FoundName>& names) {
  UnknownDemonyms(texts, readings, tables).take_from(names);
}

}  // namespace crossread::language
