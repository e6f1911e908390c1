#include "pipeline/world.h"

#include <array>
#include <sstream>

namespace crossread::test {
namespace {

constexpr std::array kSyllables = {"ka",  "ro", "mi", "ten", "sul", "va", "dor",  "li",
                                   "ber", "na", "zo", "pri", "gal", "hu", "shen", "to"};
constexpr std::array kThings = {"bridge", "ferry",   "warehouse", "refinery",   "harbour", "school",
                                "tunnel", "market",  "reservoir", "convoy",     "clinic",  "railway",
                                "museum", "granary", "airfield",  "courthouse", "quarry",  "power station"};
constexpr std::array kDeeds = {"collapsed",   "was shut",      "caught fire", "was searched",
                               "flooded",     "was reopened",  "lost power",  "was sold",
                               "was guarded", "was evacuated", "was rebuilt", "was inspected"};
constexpr std::array kCircumstances = {"before dawn",
                                       "after a week of rain",
                                       "despite repeated warnings",
                                       "while crews were changing shifts",
                                       "under heavy snow",
                                       "for the third time this year",
                                       "in front of cameras",
                                       "without any notice",
                                       "as the ministers arrived",
                                       "hours after the vote",
                                       "during the spring fair",
                                       "at low tide"};
constexpr std::array kVerbs = {"said",      "told reporters", "wrote in a letter", "insisted",
                               "confirmed", "denied",         "explained"};

template <class List>
std::string one_of(const List& list, World& world) {
  return list[world.below(list.size())];
}

std::string capitalised(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> sentences;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = text.find(". ", begin);
    end = end == std::string::npos ? text.size() : end + 2;
    sentences.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return sentences;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += sentence;
  return text;
}

}  // namespace

std::string World::name() {
  std::string word;
  for (int i = 0; i < 3; ++i) word += one_of(kSyllables, *this);
  return capitalised(word);
}

std::string World::sentence(const std::string& person, const std::string& place) {
  std::ostringstream out;
  switch (below(4)) {
    case 0:
      out << "The " << one_of(kThings, *this) << " in " << place << " " << one_of(kDeeds, *this) << " "
          << one_of(kCircumstances, *this);
      break;
    case 1:
      out << person << " " << one_of(kVerbs, *this) << " that the " << one_of(kThings, *this) << " "
          << one_of(kDeeds, *this) << " " << one_of(kCircumstances, *this);
      break;
    case 2:
      out << 2 + below(97) << " people from " << place << " waited near the " << one_of(kThings, *this) << " "
          << one_of(kCircumstances, *this);
      break;
    default:
      out << "Engineers of " << name() << " had inspected the " << one_of(kThings, *this) << " "
          << one_of(kCircumstances, *this) << ", " << person << " " << one_of(kVerbs, *this);
  }
  out << ". ";
  return out.str();
}

// Whole, cut to the first half, every other sentence, or with a new lead.
std::string World::copied(const std::string& text) {
  std::vector<std::string> sentences = sentences_of(text);
  switch (below(4)) {
    case 0:
      return text;
    case 1:
      sentences.resize(sentences.size() / 2 + 1);
      return joined(sentences);
    case 2: {
      std::vector<std::string> kept;
      for (std::size_t i = 0; i < sentences.size(); i += 2) kept.push_back(sentences[i]);
      return joined(kept);
    }
    default:
      sentences[0] = sentence(name(), name());
      return joined(sentences);
  }
}

std::vector<WorldReport> World::reports(int events, int accounts, int copies) {
  std::vector<WorldReport> reports;
  for (int event = 0; event < events; ++event) {
    const std::string person = name() + " " + name();
    const std::string place = name();
    const int day = 1 + static_cast<int>(below(27));
    for (int account = 0; account < accounts; ++account) {
      std::string text;
      for (int i = 0; i < 12; ++i) text += sentence(person, place);
      for (int copy = 0; copy <= copies; ++copy) {
        WorldReport report;
        report.id = "w" + std::to_string(++made_);
        report.outlet = name() + " Post";
        report.published = "2024-03-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + "T" +
                           std::to_string(10 + copy / 4) + ":" + std::to_string(10 + copy % 4 * 10) + ":00Z";
        report.text = copy == 0 ? text : copied(text);
        report.title = place + " " + one_of(kThings, *this) + " report " + std::to_string(account);
        reports.push_back(report);
      }
    }
  }
  return reports;
}

std::string as_json_lines(const std::vector<WorldReport>& reports) {
  std::ostringstream out;
  for (const WorldReport& report : reports) {  // the world's words need no escaping
    out << R"({"id":")" << report.id << R"(","outlet":")" << report.outlet << R"(","published":")" << report.published
        << R"(","title":")" << report.title << R"(","text":")" << report.text << "\"}\n";
  }
  return out.str();
}

}  // namespace crossread::test
