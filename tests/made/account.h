// Accounts written by hand for the tests of identity and claim: every phrase is looked up in the text of its report.
//
//   Made one("a.txt", "2031-03-04", "Police fired on growers. Three died.");
//   one.event(EventType::assault, "fired", {"Police"}, {"growers"});
//   one.number("Three", 3, "person", "killed");   // of the event before it
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "made/story.h"
#include "types/account.h"

namespace crossread::made {

class Made {
 public:
  Made(std::string source, std::string_view published, std::string text)
      : report_(std::make_shared<Report>(report(source, "Outlet of " + source, "", published, std::move(text)))) {
    account_ = std::make_shared<Account>();
    account_->report = report_->id;
  }

  // A thing by its first words there; `name` false: "the police".
  EntityIndex entity(std::string_view words, EntityKind kind = EntityKind::other, bool name = true) {
    const auto known = std::ranges::find(account_->entities, words, &LocalEntity::name);
    if (known != account_->entities.end()) return static_cast<EntityIndex>(known - account_->entities.begin());
    const auto index = static_cast<EntityIndex>(account_->entities.size());
    account_->entities.push_back({kind, std::string(words), !name, {}, "", ""});
    account_->mentions.push_back(
        {span_of(report_->text, words), kind, name ? MentionLevel::name : MentionLevel::nominal, index});
    return index;
  }

  Event& event(EventType type, std::string_view trigger, std::vector<std::string_view> actors,
               std::vector<std::string_view> recipients, EventStatus status = EventStatus::asserted) {
    Event made;
    made.type = type;
    made.trigger = span_of(report_->text, trigger);
    made.sentence = sentence_of(made.trigger);
    made.status = status;
    for (const auto words : actors) made.actors.push_back({entity(words), std::nullopt});
    for (const auto words : recipients) made.recipients.push_back({entity(words), std::nullopt});
    account_->events.push_back(std::move(made));
    return account_->events.back();
  }

  Statement& statement(std::string_view speaker, Act act, std::string_view content) {
    Statement made;
    made.speakers = {{entity(speaker), span_of(report_->text, speaker)}};
    made.act = act;
    made.content = {span_of(report_->text, content)};
    account_->statements.push_back(std::move(made));
    return account_->statements.back();
  }

  // A number of the last event.
  StatedQuantity& number(std::string_view words, double value, std::string unit, std::string of) {
    account_->events.back().quantities.push_back(static_cast<QuantityIndex>(account_->quantities.size()));
    account_->quantities.push_back(
        {span_of(report_->text, words), value, value, value, std::move(unit), std::move(of), {}});
    return account_->quantities.back();
  }

  // The same words as another outlet's.
  Made copy(std::string source, std::string_view published) const {
    Made out(std::move(source), published, report_->text);
    const ReportId id = out.account_->report;
    *out.account_ = *account_;
    out.account_->report = id;
    return out;
  }

  const Report& written() const { return *report_; }
  Account& account() { return *account_; }
  ReadReport read() const { return {report_.get(), account_.get()}; }

 private:
  ByteSpan sentence_of(ByteSpan span) const {
    const std::string& text = report_->text;
    const std::size_t before = text.rfind(". ", span.begin);
    const std::size_t after = text.find(". ", span.end);
    return {before == std::string::npos ? 0u : static_cast<std::uint32_t>(before + 2),
            static_cast<std::uint32_t>(after == std::string::npos ? text.size() : after + 1)};
  }

  std::shared_ptr<Report> report_;
  std::shared_ptr<Account> account_;
};

}  // namespace crossread::made
