// Each value has a list of places where pages keep it, the most trustworthy first; the first that holds one wins.
#include "intake/page_metadata.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "intake/lines.h"

namespace crossread::intake {
namespace {

namespace dom = simdjson::dom;

std::string collapsed(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool no_break = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
    if (static_cast<unsigned char>(text[i]) <= ' ' || no_break) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      if (no_break) ++i;
    } else {
      out += text[i];
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return out;
}

// ---- JSON-LD ----

struct LinkedData {
  std::string headline;
  std::string publisher;
  std::string author;
  std::string published;
  std::string url;
  std::string language;
  std::string body;
};

std::string string_in(const dom::element& element) {
  std::string_view text;
  return element.get_string().get(text) == simdjson::SUCCESS ? collapsed(text) : std::string();
}

// Things that other parts of the page's data refer to by `@id`.
using Things = std::map<std::string, std::string, std::less<>>;  // their names

// The name of a person or organisation, written as text, as an object, or as a list of them.
std::string name_in(const dom::element& element, const Things& things, int depth = 0) {
  if (depth > 3) return {};
  if (std::string text = string_in(element); !text.empty()) return text;
  dom::array list;
  if (element.get_array().get(list) == simdjson::SUCCESS) {
    std::string all;
    for (const dom::element item : list) {
      const std::string name = name_in(item, things, depth + 1);
      if (name.empty()) continue;
      if (!all.empty()) all += ", ";
      all += name;
    }
    return all;
  }
  dom::element name;
  if (element.at_key("name").get(name) == simdjson::SUCCESS) return name_in(name, things, depth + 1);
  if (element.at_key("@id").get(name) != simdjson::SUCCESS) return {};
  const auto found = things.find(string_in(name));
  return found == things.end() ? std::string() : found->second;
}

// Collects names by `@id`, for articles that only refer to their publisher.
void read_things(const dom::element& element, Things& things, int depth = 0) {
  if (depth > 4) return;
  dom::array list;
  if (element.get_array().get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) read_things(item, things, depth + 1);
    return;
  }
  dom::element graph;
  if (element.at_key("@graph").get(graph) == simdjson::SUCCESS) read_things(graph, things, depth + 1);
  dom::element id;
  dom::element name;
  if (element.at_key("@id").get(id) == simdjson::SUCCESS && element.at_key("name").get(name) == simdjson::SUCCESS) {
    things.emplace(string_in(id), string_in(name));
  }
}

bool is_article_type(const dom::element& type) {
  dom::array list;
  if (type.get_array().get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) {
      if (is_article_type(item)) return true;
    }
    return false;
  }
  const std::string name = string_in(type);
  return name.ends_with("Article") || name.ends_with("Posting") || name == "Report" || name == "Review" ||
         name == "Recipe" || name == "LiveBlogPosting";
}

void read_article(const dom::object& object, const Things& things, LinkedData& data) {
  const auto take = [&](const char* key, std::string& place, bool name) {
    dom::element value;
    if (!place.empty() || object.at_key(key).get(value) != simdjson::SUCCESS) return;
    place = name ? name_in(value, things) : string_in(value);
  };
  take("headline", data.headline, false);
  take("publisher", data.publisher, true);
  take("author", data.author, true);
  take("datePublished", data.published, false);
  take("url", data.url, false);
  take("inLanguage", data.language, false);
  std::string_view body;
  if (data.body.empty() && object.at_key("articleBody").get_string().get(body) == simdjson::SUCCESS) data.body = body;
}

// Articles may lie in lists and in `@graph`.
void read_linked(const dom::element& element, const Things& things, LinkedData& data, int depth) {
  if (depth > 4) return;
  dom::array list;
  if (element.get_array().get(list) == simdjson::SUCCESS) {
    for (const dom::element item : list) read_linked(item, things, data, depth + 1);
    return;
  }
  dom::object object;
  if (element.get_object().get(object) != simdjson::SUCCESS) return;
  dom::element type;
  if (object.at_key("@type").get(type) == simdjson::SUCCESS && is_article_type(type))
    read_article(object, things, data);
  dom::element graph;
  if (object.at_key("@graph").get(graph) == simdjson::SUCCESS) read_linked(graph, things, data, depth + 1);
  if (object.at_key("mainEntity").get(graph) == simdjson::SUCCESS) read_linked(graph, things, data, depth + 1);
}

LinkedData linked_data(const PageTree& page) {
  LinkedData data;
  dom::parser parser;
  for (const PageNode& node : page.nodes) {
    if (node.tag != Tag::text || page.nodes[node.parent].tag != Tag::json_ld) continue;
    const std::string_view json = page.text_of(node);
    dom::element root;
    if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) continue;
    Things things;
    read_things(root, things);
    read_linked(root, things, data, 0);
  }
  return data;
}

// ---- the head of the page ----

using Meta = std::map<std::string, std::string, std::less<>>;  // by name, property or itemprop; the first one counts

Meta meta_of(const PageTree& page) {
  Meta meta;
  for (const PageNode& node : page.nodes) {
    if (node.tag != Tag::meta) continue;
    const std::string content = collapsed(page.attribute(node, "content"));
    if (content.empty()) continue;
    for (const std::string_view key : {"property", "name", "itemprop"}) {
      const std::string_view name = page.attribute(node, key);
      if (!name.empty()) meta.emplace(lower_ascii(name), content);
    }
  }
  return meta;
}

std::string text_within(const PageTree& page, std::uint32_t at) {
  std::string text;
  for (std::uint32_t i = at; i < page.nodes[at].end; ++i) {
    if (page.nodes[i].tag == Tag::text) text += page.text_of(page.nodes[i]);
    if (page.nodes[i].tag == Tag::br) text += ' ';
  }
  return collapsed(text);
}

std::string first_meta(const Meta& meta, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (const auto found = meta.find(name); found != meta.end()) return found->second;
  }
  return {};
}

std::optional<std::string> unless_empty(std::string text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(std::move(text));
}

std::optional<Date> first_date(std::initializer_list<std::string_view> written) {
  for (const std::string_view text : written) {
    if (auto date = parse_timestamp(text)) {
      const bool whole_day = date->grain == Grain::day || date->grain == Grain::minute;
      if (whole_day && date->start && civil_of(date->start->day).year >= 1980) return date;
    }
  }
  return std::nullopt;
}

bool is_url(std::string_view text) {
  return text.find("://") != std::string_view::npos || text.starts_with("www.") || text.starts_with('/') ||
         text.starts_with('@');
}

// ---- the title: what the head gives, without the name of the site ----

std::vector<LineToken> tokens_of(std::string_view text) {
  return line_tokens(text, {0, static_cast<std::uint32_t>(text.size())});
}

bool begins_with(std::string_view longer, std::string_view shorter) {
  const auto a = tokens_of(longer);
  const auto b = tokens_of(shorter);
  return b.size() >= 3 && a.size() >= b.size() &&
         std::equal(b.begin(), b.end(), a.begin(),
                    [](const LineToken& x, const LineToken& y) { return x.form == y.form; });
}

// "Rains cut road to Kindu | Congo Courier" without the last part, if it is a name or short.
std::string without_site(const std::string& title, const std::string& site) {
  static constexpr std::array<std::string_view, 8> kBars = {" | ", " – ", " — ", " - ", " :: ", " » ", " · ", " • "};
  for (const std::string_view bar : kBars) {
    const std::size_t at = title.rfind(bar);
    if (at == std::string::npos || at == 0) continue;
    const std::string tail = title.substr(at + bar.size());
    const auto head_words = tokens_of(title.substr(0, at)).size();
    const auto tail_words = tokens_of(tail).size();
    const bool is_site = !site.empty() && (lower_ascii(tail).find(lower_ascii(site)) != std::string::npos ||
                                           lower_ascii(site).find(lower_ascii(tail)) != std::string::npos);
    if (is_site || (tail_words <= 4 && head_words >= 4 && head_words > tail_words))
      return without_site(title.substr(0, at), site);
  }
  return title;
}

std::string title_element(const PageTree& page) {
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag == Tag::title) return text_within(page, i);
  }
  return {};
}

// The name behind the last bar of the title, if the page shows it by itself too, or in its copyright line.
std::string outlet_in_title(const PageTree& page, const std::string& title) {
  static constexpr std::array<std::string_view, 5> kBars = {" | ", " – ", " — ", " - ", " · "};
  std::size_t at = std::string::npos;
  std::size_t size = 0;
  for (const std::string_view bar : kBars) {
    const std::size_t found = title.rfind(bar);
    if (found == std::string::npos || (at != std::string::npos && found < at)) continue;
    at = found;
    size = bar.size();
  }
  if (at == std::string::npos) return {};
  const std::string name = title.substr(at + size);
  const std::string wanted = lower_ascii(name);
  if (name.empty() || tokens_of(name).size() > 5) return {};
  for (const PageNode& node : page.nodes) {
    if (node.tag != Tag::text || page.nodes[node.parent].tag == Tag::title ||
        page.nodes[node.parent].tag == Tag::json_ld)
      continue;
    const std::string text = lower_ascii(collapsed(page.text_of(node)));
    if (text == wanted) return name;
    const bool legal = text.find("copyright") != std::string::npos || text.find("\xC2\xA9") != std::string::npos;
    if (legal && text.size() < 300 && text.find(wanted) != std::string::npos) return name;
  }
  return {};
}

std::vector<std::string> headings(const PageTree& page) {
  std::vector<std::string> found;
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    if (page.nodes[i].tag != Tag::h1) continue;
    std::string text = text_within(page, i);
    if (!text.empty()) found.push_back(std::move(text));
  }
  return found;
}

// The first heading that the head of the page knows too, else what the head says.
std::string title_of(const PageTree& page, const LinkedData& linked, const Meta& meta, const std::string& outlet) {
  const std::string social =
      first_meta(meta, {"og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title"});
  const std::string element = title_element(page);
  const std::vector<std::string> shown = headings(page);
  for (const std::string& heading : shown) {
    for (const std::string* known : {&linked.headline, &social, &element}) {
      if (!known->empty() && (begins_with(*known, heading) || same_words(tokens_of(*known), tokens_of(heading))))
        return heading;
    }
  }
  if (!linked.headline.empty()) return linked.headline;
  if (!social.empty()) return without_site(social, outlet);
  if (!element.empty()) return without_site(element, outlet);
  return shown.empty() ? std::string() : shown.front();
}

// ---- time, names, address in the body of the page ----

std::string first_time(const PageTree& page) {
  for (const PageNode& node : page.nodes) {
    if (node.tag == Tag::time && parse_timestamp(page.attribute(node, "datetime")))
      return std::string(page.attribute(node, "datetime"));
  }
  return {};
}

std::string by_itemprop(const PageTree& page, std::string_view name) {
  for (std::uint32_t i = 1; i < page.nodes.size(); ++i) {
    if (page.attribute(page.nodes[i], "itemprop") != name) continue;
    const std::string content = collapsed(page.attribute(page.nodes[i], "content"));
    if (!content.empty()) return content;
    const std::string datetime = collapsed(page.attribute(page.nodes[i], "datetime"));
    if (!datetime.empty()) return datetime;
    return text_within(page, i);
  }
  return {};
}

std::string canonical_link(const PageTree& page) {
  for (const PageNode& node : page.nodes) {
    if (node.tag == Tag::link && lower_ascii(page.attribute(node, "rel")) == "canonical")
      return std::string(page.attribute(node, "href"));
  }
  return {};
}

std::string language_attribute(const PageTree& page) {
  for (const PageNode& node : page.nodes) {
    if (node.tag == Tag::html) return std::string(page.attribute(node, "lang"));
  }
  return {};
}

std::string byline_of(const PageTree& page, const LinkedData& linked, const Meta& meta) {
  const std::string candidates[] = {
      linked.author,
      first_meta(meta, {"author", "byl", "dc.creator", "parsely-author", "sailthru.author", "article:author"}),
      by_itemprop(page, "author")};
  for (std::string name : candidates) {
    if (name.starts_with("By ") || name.starts_with("by ")) name.erase(0, 3);
    if (!name.empty() && !is_url(name) && tokens_of(name).size() <= 20) return name;
  }
  return {};
}

}  // namespace

PageMetadata read_metadata(const PageTree& page) {
  const LinkedData linked = linked_data(page);
  const Meta meta = meta_of(page);
  PageMetadata found;
  found.body = linked.body;
  found.summary = first_meta(meta, {"og:description", "description", "twitter:description"});
  std::string outlet = first_meta(meta, {"og:site_name"});
  if (outlet.empty() || is_url(outlet)) outlet = linked.publisher;
  if (outlet.empty()) outlet = first_meta(meta, {"application-name", "dc.publisher", "twitter:app:name:iphone"});
  if (is_url(outlet)) outlet.clear();
  if (outlet.empty()) outlet = outlet_in_title(page, title_element(page));
  found.title = title_of(page, linked, meta, outlet);
  found.outlet = unless_empty(outlet);
  found.byline = unless_empty(byline_of(page, linked, meta));
  std::string url = canonical_link(page);
  if (url.empty()) url = first_meta(meta, {"og:url"});
  if (url.empty()) url = linked.url;
  found.url = unless_empty(url);
  std::string language = language_attribute(page);
  if (language.empty()) language = first_meta(meta, {"og:locale", "language", "dc.language"});
  if (language.empty()) language = linked.language;
  found.language = unless_empty(language);
  found.published =
      first_date({linked.published,
                  first_meta(meta, {"article:published_time", "article:published", "og:published_time", "datepublished",
                                    "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date",
                                    "dc.date.issued", "dcterms.created", "sailthru.date", "parsely-pub-date",
                                    "article.published", "cxenseparse:recs:publishtime", "ptime"}),
                  by_itemprop(page, "datePublished"), first_time(page)});
  return found;
}

}  // namespace crossread::intake
