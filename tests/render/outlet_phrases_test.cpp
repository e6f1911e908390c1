#include "render/outlet_phrases.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace crossread {
namespace {

OutletFacts outlet(std::string name, std::string country, OutletControl control, std::string owner) {
  return {std::move(name), country, country == "IRN" ? "Iran" : "France", OutletKind::daily, control, std::move(owner)};
}

Brief brief_of(std::vector<std::optional<OutletFacts>> outlets) {
  Brief brief;
  brief.reports.resize(outlets.size());
  brief.outlets = std::move(outlets);
  return brief;
}

std::string company(const Brief& brief) {
  std::vector<Citation> places;
  for (std::uint32_t i = 0; i < brief.reports.size(); ++i) places.push_back({i, {0, 4}});
  return company_phrase(brief, places);
}

TEST(OutletPhrase, Names_who_directs_it_only_where_that_is_not_a_company) {
  EXPECT_EQ(outlet_phrase(outlet("A", "IRN", OutletControl::state, "IRIB")), "state daily, Iran, IRIB");
  EXPECT_EQ(outlet_phrase(outlet("A", "FRA", OutletControl::private_, "")), "daily, France");
}

TEST(CompanyPhrase, Says_what_all_tellers_have_in_common) {
  const OutletFacts state = outlet("A", "IRN", OutletControl::state, "X");
  const OutletFacts other = outlet("B", "IRN", OutletControl::state, "Y");
  const OutletFacts far = outlet("C", "FRA", OutletControl::state, "Z");
  const OutletFacts chain = outlet("D", "FRA", OutletControl::private_, "Z");
  EXPECT_EQ(company(brief_of({state})), "state media of Iran only");
  EXPECT_EQ(company(brief_of({state, other})), "state media of Iran only");
  EXPECT_EQ(company(brief_of({state, far})), "");
  EXPECT_EQ(company(brief_of({far, chain})), "outlets of Z only");
  EXPECT_EQ(company(brief_of({chain})), "") << "one outlet has one owner";
  EXPECT_EQ(company(brief_of({state, std::nullopt})), "") << "of one of them nothing is known";
}

TEST(CompanyPhrase, Says_nothing_of_words_that_come_from_elsewhere) {
  Brief brief = brief_of({outlet("A", "IRN", OutletControl::state, "X")});
  BriefOrigin lender;
  lender.lent = {{0, {2, 3}}};
  brief.origins = {lender};
  EXPECT_EQ(company(brief), "");
}

}  // namespace
}  // namespace crossread
