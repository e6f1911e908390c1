// The way of a document: bytes are checked, its format is read, its text is laid out, and what page, caller and text
// say of outlet, time and language is put together. Precedence is told at `Reader::read`.
#include "intake/reader.h"

#include <algorithm>

#include "intake/language_guess.h"
#include "intake/layout.h"
#include "intake/page.h"
#include "intake/record.h"
#include "intake/web_address.h"
#include "text/unicode.h"

namespace crossread::intake {
namespace {

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

// Zero bytes, or more than one control character in twenty bytes: no text, whatever its name says.
bool looks_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (const char c : bytes.substr(0, 64 * 1024)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0) return true;
    if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B) || byte == 0x7F) {
      ++controls;
    }
  }
  return controls * 20 > std::min<std::size_t>(bytes.size(), 64 * 1024);
}

std::optional<Problem> flaw_of_text(std::string_view bytes) {
  if (blank(bytes)) return Problem{Fault::empty, ""};
  if (bytes.size() > kMostTextBytes) {
    return Problem{Fault::too_large, std::to_string(bytes.size()) + " bytes of text"};
  }
  if (looks_binary(bytes)) return Problem{Fault::binary, ""};
  if (!is_utf8(bytes)) return Problem{Fault::not_utf8, ""};
  return std::nullopt;
}

// What a document says of itself, whatever its format.
struct Told {
  std::string source_id;
  std::string text;  // as shown
  Sayings sayings;
  std::vector<KnownLine> known;
  std::optional<std::string> url;
  std::optional<Date> published;
  std::optional<std::string> language;
};

std::string shown(std::string_view utf8) {
  std::string text = normalised(utf8);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.pop_back();
  return text;
}

// A name or title on one line, NFC; empty if nothing is left of it.
std::optional<std::string> tidy(const std::optional<std::string>& written) {
  if (!written) return std::nullopt;
  std::string out;
  for (const char c : normalised(*written)) {
    const bool is_blank = static_cast<unsigned char>(c) <= ' ';
    if (!is_blank) out += c;
    if (is_blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.empty() ? std::nullopt : std::optional<std::string>(std::move(out));
}

}  // namespace

struct Reader::Parts {
  explicit Parts(const std::filesystem::path& lexicon_folder)
      : furniture(lexicon_folder),
        names(lexicon_folder),
        dates(lexicon_folder),
        towns(lexicon_folder),
        tracking(lexicon_folder),
        hints(lexicon_folder) {}

  FurnitureLexicon furniture;
  PressNames names;
  DateWords dates;
  TownNames towns;
  TrackingParameters tracking;
  PageHints hints;

  Result<Told> told_by_text(const Document& document) const {
    if (const auto flaw = flaw_of_text(document.bytes)) return *flaw;
    Told told;
    told.source_id = document.source_id;
    told.text = shown(document.bytes);
    return told;
  }

  Result<Told> told_by_page(std::string_view bytes) const {
    if (blank(bytes)) return Problem{Fault::empty, ""};
    if (bytes.size() > kMostDocumentBytes) return Problem{Fault::too_large, std::to_string(bytes.size()) + " bytes"};
    if (looks_binary(bytes)) return Problem{Fault::binary, ""};
    Result<Page> page = read_page(bytes, hints);
    if (!page) return page.problem();
    if (page->text.size() > kMostTextBytes) {
      return Problem{Fault::too_large, std::to_string(page->text.size()) + " bytes of text"};
    }
    Told told;
    told.text = std::move(page->text);
    told.known = std::move(page->known);
    PageMetadata& metadata = page->metadata;
    if (!metadata.title.empty()) told.sayings.title = std::move(metadata.title);
    told.sayings.outlet = std::move(metadata.outlet);
    told.sayings.byline = std::move(metadata.byline);
    told.url = std::move(metadata.url);
    told.published = metadata.published;
    told.language = std::move(metadata.language);
    return told;
  }

  Result<Told> told_by_record(const Document& document) const {
    Result<Record> record = read_record(document.bytes);
    if (!record) return record.problem();
    Told told;
    if (record->text) {
      if (const auto flaw = flaw_of_text(*record->text)) return *flaw;
      told.text = shown(*record->text);
    } else {
      Result<Told> page = told_by_page(*record->html);
      if (!page) return page.problem();
      told = std::move(*page);
    }
    told.source_id = record->id.value_or(document.source_id);
    if (record->title) told.sayings.title = record->title;
    if (record->outlet) told.sayings.outlet = record->outlet;
    if (record->byline) told.sayings.byline = record->byline;
    if (record->url) told.url = record->url;
    if (record->published) told.published = record->published;
    if (record->language) told.language = record->language;
    return told;
  }

  Result<Told> told_by(const Document& document) const {
    switch (document.format) {
      case DocumentFormat::text:
        return told_by_text(document);
      case DocumentFormat::record:
        return told_by_record(document);
      case DocumentFormat::html: {
        Result<Told> told = told_by_page(document.bytes);
        if (told) told->source_id = document.source_id;
        return told;
      }
      case DocumentFormat::conllu:
        break;  // has its words already: read_conllu()
    }
    return Problem{Fault::unknown_format, ""};
  }

  void date_report(const Told& told, const Given& given, const Layout& layout, Report& report) const {
    const std::optional<Date> in_address = report.url ? date_in_address(*report.url) : std::nullopt;
    const std::pair<const std::optional<Date>*, PublishedFrom> sources[] = {{&told.published, PublishedFrom::metadata},
                                                                            {&given.published, PublishedFrom::given},
                                                                            {&layout.published, PublishedFrom::text},
                                                                            {&in_address, PublishedFrom::url}};
    for (const auto& [date, from] : sources) {
      if (!*date) continue;
      report.published = **date;
      report.published_from = from;
      return;
    }
  }

  Report report_of(Told told, const Given& given) const {
    told.sayings = {tidy(told.sayings.title), tidy(told.sayings.outlet ? told.sayings.outlet : given.outlet),
                    tidy(told.sayings.byline)};
    Layout layout = lay_out(told.text, told.sayings, told.known, {furniture, names, dates, towns});
    Report report;
    report.source_id = std::move(told.source_id);
    report.outlet = told.sayings.outlet ? told.sayings.outlet : layout.outlet;
    if (told.url) report.url = canonical_address(*told.url, tracking);
    report.title = told.sayings.title ? *told.sayings.title : std::move(layout.title);
    report.byline = told.sayings.byline ? told.sayings.byline : layout.byline;
    report.dateline = layout.dateline;
    date_report(told, given, layout, report);
    const std::string said = told.language.value_or(given.language.value_or(""));
    report.language = language_code(said);
    if (report.language.empty()) report.language = guessed_language(told.text);
    report.text = std::move(told.text);
    report.body = std::move(layout.body);
    report.furniture = std::move(layout.furniture);
    report.credits = std::move(layout.credits);
    report.notices = std::move(layout.notices);
    report.id = report_id(report);
    return report;
  }
};

Reader::Reader(const std::filesystem::path& data_folder)
    : parts_(std::make_unique<const Parts>(data_folder / "lexicon")) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Result<Report> Reader::read(const Document& document, const Given& given) const {
  Result<Told> told = parts_->told_by(document);
  if (!told) return told.problem();
  Report report = parts_->report_of(std::move(*told), given);
  if (report.body.empty()) return Problem{Fault::no_body, "nothing but furniture"};
  return report;
}

}  // namespace crossread::intake
