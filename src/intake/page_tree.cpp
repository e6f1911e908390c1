#include "intake/page_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "base/fault.h"

namespace crossread::intake {
namespace {

struct TagRow {
  std::string_view name;
  Tag tag;
};
constexpr std::array kTags = {
    TagRow{"a", Tag::a},
    TagRow{"article", Tag::article},
    TagRow{"aside", Tag::aside},
    TagRow{"audio", Tag::skipped},
    TagRow{"blockquote", Tag::blockquote},
    TagRow{"body", Tag::body},
    TagRow{"br", Tag::br},
    TagRow{"button", Tag::skipped},
    TagRow{"canvas", Tag::skipped},
    TagRow{"center", Tag::div},
    TagRow{"dd", Tag::dd},
    TagRow{"div", Tag::div},
    TagRow{"dl", Tag::list},
    TagRow{"dt", Tag::dt},
    TagRow{"fieldset", Tag::div},
    TagRow{"figcaption", Tag::figcaption},
    TagRow{"figure", Tag::figure},
    TagRow{"footer", Tag::footer},
    TagRow{"form", Tag::form},
    TagRow{"h1", Tag::h1},
    TagRow{"h2", Tag::h2},
    TagRow{"h3", Tag::h3},
    TagRow{"h4", Tag::h4},
    TagRow{"h5", Tag::h5},
    TagRow{"h6", Tag::h6},
    TagRow{"head", Tag::head},
    TagRow{"header", Tag::header},
    TagRow{"hr", Tag::hr},
    TagRow{"html", Tag::html},
    TagRow{"iframe", Tag::skipped},
    TagRow{"li", Tag::li},
    TagRow{"link", Tag::link},
    TagRow{"main", Tag::main},
    TagRow{"math", Tag::other},
    TagRow{"meta", Tag::meta},
    TagRow{"nav", Tag::nav},
    TagRow{"noscript", Tag::skipped},
    TagRow{"object", Tag::skipped},
    TagRow{"ol", Tag::list},
    TagRow{"option", Tag::skipped},
    TagRow{"p", Tag::p},
    TagRow{"pre", Tag::pre},
    TagRow{"script", Tag::skipped},
    TagRow{"section", Tag::section},
    TagRow{"select", Tag::skipped},
    TagRow{"style", Tag::skipped},
    TagRow{"svg", Tag::skipped},
    TagRow{"table", Tag::table},
    TagRow{"td", Tag::td},
    TagRow{"template", Tag::skipped},
    TagRow{"textarea", Tag::skipped},
    TagRow{"th", Tag::td},
    TagRow{"time", Tag::time},
    TagRow{"title", Tag::title},
    TagRow{"tr", Tag::tr},
    TagRow{"ul", Tag::list},
    TagRow{"video", Tag::skipped},
};

Tag tag_of(std::string_view name) {
  const auto found = std::lower_bound(kTags.begin(), kTags.end(), name,
                                      [](const TagRow& row, std::string_view key) { return row.name < key; });
  return found != kTags.end() && found->name == name ? found->tag : Tag::other;
}

constexpr std::array<std::string_view, 16> kAttributes = {
    "aria-hidden", "class", "content", "data-testid", "datetime", "hidden", "href",  "id",
    "itemprop",    "lang",  "name",    "property",    "rel",      "role",   "style", "type"};

bool wanted(std::string_view name) {
  return std::binary_search(kAttributes.begin(), kAttributes.end(), name);
}

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// Builds the tree from the parser's events.
class Builder {
 public:
  Builder() {
    tree_.nodes.push_back({Tag::other, 0, 0, 0, 0, 0, 0, false});
    open_.push_back(0);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    PageNode node;
    node.tag = tag_of(name);
    node.parent = open_.back();
    node.attributes = static_cast<std::uint32_t>(tree_.attributes.size());
    for (std::size_t i = 0; attributes != nullptr && attributes[i] != nullptr; i += 2) {
      if (wanted(view(attributes[i]))) {
        tree_.attributes.push_back({std::string(view(attributes[i])), std::string(view(attributes[i + 1]))});
      }
    }
    node.attribute_count = static_cast<std::uint32_t>(tree_.attributes.size()) - node.attributes;
    node.hidden = is_hidden(node);
    if (name == "script" && tree_.attribute(node, "type").find("ld+json") != std::string_view::npos)
      node.tag = Tag::json_ld;
    if (skipping_ > 0 || node.tag == Tag::skipped) ++skipping_;
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size()));
    tree_.nodes.push_back(node);
  }

  void end() {
    if (open_.size() < 2) return;
    PageNode& node = tree_.nodes[open_.back()];
    node.end = static_cast<std::uint32_t>(tree_.nodes.size());
    if (skipping_ > 0) --skipping_;
    open_.pop_back();
  }

  void characters(std::string_view text) {
    if (skipping_ > 0) return;
    PageNode& last = tree_.nodes.back();
    const bool goes_on = last.tag == Tag::text && last.parent == open_.back() && last.text_end == tree_.text.size();
    if (!goes_on) {
      PageNode node;
      node.tag = Tag::text;
      node.parent = open_.back();
      node.text_begin = static_cast<std::uint32_t>(tree_.text.size());
      node.end = static_cast<std::uint32_t>(tree_.nodes.size()) + 1;
      tree_.nodes.push_back(node);
    }
    tree_.text += text;
    tree_.nodes.back().text_end = static_cast<std::uint32_t>(tree_.text.size());
  }

  PageTree take() {
    while (open_.size() > 1) end();
    tree_.nodes.front().end = static_cast<std::uint32_t>(tree_.nodes.size());
    return std::move(tree_);
  }

 private:
  bool is_hidden(const PageNode& node) const {
    bool hidden = false;
    for (std::uint32_t i = node.attributes; i < node.attributes + node.attribute_count; ++i) {
      const PageAttribute& attribute = tree_.attributes[i];
      hidden = hidden || attribute.name == "hidden" || (attribute.name == "aria-hidden" && attribute.value == "true");
      if (attribute.name != "style") continue;
      std::string style;
      std::copy_if(attribute.value.begin(), attribute.value.end(), std::back_inserter(style),
                   [](char c) { return c != ' '; });
      hidden = hidden || style.find("display:none") != std::string::npos ||
               style.find("visibility:hidden") != std::string::npos;
    }
    return hidden;
  }

  PageTree tree_;
  std::vector<std::uint32_t> open_;
  std::size_t skipping_ = 0;  // open elements from the skipped one inwards
};

void on_start(void* builder, const xmlChar* name, const xmlChar** attributes) {
  static_cast<Builder*>(builder)->start(view(name), attributes);
}
void on_end(void* builder, const xmlChar*) {
  static_cast<Builder*>(builder)->end();
}
void on_characters(void* builder, const xmlChar* text, int size) {
  static_cast<Builder*>(builder)->characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
}

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

std::string_view PageTree::attribute(const PageNode& node, std::string_view name) const {
  for (std::uint32_t i = node.attributes; i < node.attributes + node.attribute_count; ++i) {
    if (attributes[i].name == name) return attributes[i].value;
  }
  return {};
}

PageTree read_tree(std::string_view html) {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  Builder builder;
  if (html.empty()) return builder.take();
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(html.data(), static_cast<int>(html.size())));
  if (!context) throw BrokenWorld("libxml2 cannot be started: out of memory");
  htmlSAXHandler* sax = context->sax;
  *sax = {};
  sax->startElement = on_start;
  sax->endElement = on_end;
  sax->characters = on_characters;
  sax->ignorableWhitespace = on_characters;
  sax->cdataBlock = on_characters;
  context->userData = &builder;
  htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                        HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
  htmlParseDocument(context.get());
  return builder.take();
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::other:
    case Tag::text:
    case Tag::a:
    case Tag::br:
    case Tag::td:
    case Tag::time:
    case Tag::skipped:
    case Tag::meta:
    case Tag::link:
    case Tag::json_ld:
      return false;
    default:
      return true;
  }
}

bool is_heading(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6;
}

}  // namespace crossread::intake
