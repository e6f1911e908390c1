#include "intake/feed.h"

#include <simdjson.h>
#include <pugixml.hpp>

#include <algorithm>

#include "base/ascii.h"
#include "intake/encoding.h"
#include "types/date.h"

namespace crossread::intake {
namespace {

namespace dom = simdjson::dom;

std::string_view without_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

// ---- XML ----

// The name without its prefix: `dc:creator` is `creator`.
std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string child_text(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& child : node.children()) {
    if (local_name(child) == name) {
      const std::string_view text = trimmed(child.text().get());
      if (!text.empty()) return std::string(text);
    }
  }
  return {};
}

std::string first_text(const pugi::xml_node& node, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string text = child_text(node, name);
    if (!text.empty()) return text;
  }
  return {};
}

struct Writer : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

// The content of an Atom entry: text, escaped HTML, or XHTML as nodes.
std::string markup_of(const pugi::xml_node& content) {
  if (std::string_view(content.attribute("type").value()) != "xhtml") return std::string(trimmed(content.text().get()));
  Writer writer;
  for (const pugi::xml_node& child : content.children()) child.print(writer, "", pugi::format_raw);
  return writer.text;
}

std::string child_markup(const pugi::xml_node& entry, std::string_view name) {
  for (const pugi::xml_node& child : entry.children()) {
    if (local_name(child) == name) return markup_of(child);
  }
  return {};
}

// RSS has the address as text, Atom as an attribute of the link that is the article itself.
std::string link_of(const pugi::xml_node& item) {
  std::string other;
  for (const pugi::xml_node& child : item.children()) {
    if (local_name(child) != "link") continue;
    const std::string_view text = trimmed(child.text().get());
    if (!text.empty()) return std::string(text);
    const std::string_view rel = child.attribute("rel").value();
    if (rel.empty() || rel == "alternate") return child.attribute("href").value();
    if (other.empty()) other = child.attribute("href").value();
  }
  return other;
}

std::string author_of(const pugi::xml_node& item) {
  for (const pugi::xml_node& child : item.children()) {
    const std::string_view name = local_name(child);
    if (name != "author" && name != "creator") continue;
    const std::string person = child_text(child, "name");
    if (!person.empty()) return person;
    const std::string_view text = trimmed(child.text().get());
    if (!text.empty()) return std::string(text);
  }
  return {};
}

// A time that names its zone by letters nobody knows is still a day: "Mon, 05 May 2025 09:12:00 EAT".
std::string known_time(std::string written) {
  if (written.empty() || parse_timestamp(written)) return written;
  const std::size_t blank = written.rfind(' ');
  if (blank == std::string::npos) return {};
  written.resize(blank);
  return parse_timestamp(written) ? written : std::string();
}

WrittenRecord record_of(const pugi::xml_node& item, const WrittenRecord& channel) {
  WrittenRecord record = channel;
  record.id = first_text(item, {"guid", "id"});
  record.url = link_of(item);
  if (record.id.empty()) record.id = record.url;
  record.title = child_text(item, "title");
  record.published = known_time(first_text(item, {"pubDate", "published", "date", "issued", "updated"}));
  record.byline = author_of(item);
  for (const std::string_view name : {"encoded", "content", "description", "summary"}) {
    record.html = child_markup(item, name);
    if (!record.html.empty()) break;
  }
  return record;
}

bool is_item(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  return name == "item" || name == "entry";
}

// Items lie in the channel (RSS 2), beside it (RSS 1) or in the feed (Atom).
Result<std::vector<WrittenRecord>> read_xml(std::string_view utf8) {
  pugi::xml_document document;
  const pugi::xml_parse_result parsed =
      document.load_buffer(utf8.data(), utf8.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!parsed)
    return Problem{Fault::bad_feed, std::string(parsed.description()) + " at byte " + std::to_string(parsed.offset)};
  const pugi::xml_node root = document.document_element();
  const std::string_view kind = local_name(root);
  if (kind != "rss" && kind != "RDF" && kind != "feed") return Problem{Fault::bad_feed, "neither RSS nor Atom"};
  pugi::xml_node channel = root;
  for (const pugi::xml_node& child : root.children()) {
    if (local_name(child) == "channel") channel = child;
  }
  WrittenRecord common;
  common.outlet = child_text(channel, "title");
  common.language = child_text(channel, "language");
  if (common.language.empty()) common.language = root.attribute("xml:lang").value();
  std::vector<WrittenRecord> records;
  for (const pugi::xml_node& holder : {root, channel}) {
    for (const pugi::xml_node& item : holder.children()) {
      if (is_item(item)) records.push_back(record_of(item, common));
    }
    if (channel == root) break;
  }
  return records;
}

// ---- JSON Feed ----

std::string text_at(const dom::object& object, const char* key) {
  std::string_view text;
  return object.at_key(key).get_string().get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::string authors_of(const dom::object& item) {
  std::string all;
  dom::array authors;
  if (item.at_key("authors").get_array().get(authors) == simdjson::SUCCESS) {
    for (const dom::element author : authors) {
      std::string_view name;
      if (author.at_key("name").get_string().get(name) != simdjson::SUCCESS) continue;
      if (!all.empty()) all += ", ";
      all += name;
    }
  }
  dom::object author;
  if (all.empty() && item.at_key("author").get_object().get(author) == simdjson::SUCCESS) all = text_at(author, "name");
  return all;
}

Result<std::vector<WrittenRecord>> read_json(std::string_view bytes) {
  dom::parser parser;
  dom::object feed;
  dom::array items;
  const auto parsed = parser.parse(bytes.data(), bytes.size());
  if (parsed.error() != simdjson::SUCCESS) return Problem{Fault::bad_feed, simdjson::error_message(parsed.error())};
  if (parsed.get_object().get(feed) != simdjson::SUCCESS ||
      feed.at_key("items").get_array().get(items) != simdjson::SUCCESS) {
    return Problem{Fault::bad_feed, "a JSON Feed without `items`"};
  }
  std::vector<WrittenRecord> records;
  for (const dom::element element : items) {
    dom::object item;
    if (element.get_object().get(item) != simdjson::SUCCESS)
      return Problem{Fault::bad_feed, "an item that is no object"};
    WrittenRecord record;
    record.outlet = text_at(feed, "title");
    record.language = text_at(item, "language");
    if (record.language.empty()) record.language = text_at(feed, "language");
    record.id = text_at(item, "id");
    record.url = text_at(item, "url");
    record.title = text_at(item, "title");
    record.published = known_time(text_at(item, "date_published"));
    record.byline = authors_of(item);
    record.html = text_at(item, "content_html");
    if (record.html.empty()) record.text = text_at(item, "content_text");
    if (record.html.empty() && record.text.empty()) record.text = text_at(item, "summary");
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace

bool looks_like_feed(std::string_view head) {
  head = trimmed(without_mark(head));
  if (head.starts_with('{')) return head.find("jsonfeed.org/version") != std::string_view::npos;
  if (!head.starts_with('<')) return false;
  for (const std::string_view root : {"<rss", "<feed", "<rdf:RDF"}) {
    if (head.find(root) != std::string_view::npos) return true;
  }
  return false;
}

Result<std::vector<WrittenRecord>> read_feed(std::string_view bytes) {
  bytes = without_mark(bytes);
  const Result<std::string> utf8 = page_to_utf8(bytes);
  if (!utf8) return utf8.problem();
  Result<std::vector<WrittenRecord>> records = trimmed(*utf8).starts_with('{') ? read_json(*utf8) : read_xml(*utf8);
  if (!records) return records;
  std::erase_if(*records, [](const WrittenRecord& record) { return record.html.empty() && record.text.empty(); });
  return records;
}

}  // namespace crossread::intake
