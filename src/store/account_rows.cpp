// Each value's fields are listed once, by a template that both the writing and the reading half run through: what is
// written is what is read.
#include "store/account_rows.h"

#include <bit>
#include <concepts>
#include <type_traits>

#include "store/bytes.h"
#include "store/fields.h"

namespace crossread {
namespace {

template <class Enum>
struct LastOf;
template <>
struct LastOf<Act> : std::integral_constant<Act, static_cast<Act>(kActCount - 1)> {};
template <>
struct LastOf<EventType> : std::integral_constant<EventType, static_cast<EventType>(kEventTypeCount - 1)> {};
template <>
struct LastOf<EventMode> : std::integral_constant<EventMode, static_cast<EventMode>(kEventModeCount - 1)> {};
template <>
struct LastOf<EventContext> : std::integral_constant<EventContext, static_cast<EventContext>(kEventContextCount - 1)> {
};
template <>
struct LastOf<EventStatus> : std::integral_constant<EventStatus, static_cast<EventStatus>(kEventStatusCount - 1)> {};
template <>
struct LastOf<EntityKind> : std::integral_constant<EntityKind, static_cast<EntityKind>(kEntityKinds - 1)> {};
template <>
struct LastOf<MentionLevel> : std::integral_constant<MentionLevel, MentionLevel::pronoun> {};

class Writing {
 public:
  void operator()(const std::string& text) { out_.text(text); }
  void operator()(bool value) { out_.number(value ? 1 : 0); }
  void operator()(std::uint16_t value) { out_.number(value); }
  void operator()(std::uint32_t value) { out_.number(value); }
  void operator()(double value) { out_.fixed64(std::bit_cast<std::uint64_t>(value)); }
  void operator()(ByteSpan span) { write_span(span, previous_, out_); }
  void operator()(const Date& date) { write_date(date, out_); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void operator()(Enum value) {
    write_enum(value, out_);
  }
  template <class Value>
  void operator()(const std::optional<Value>& value) {
    out_.number(value ? 1 : 0);
    if (value) (*this)(*value);
  }
  template <class Value>
  void operator()(const std::vector<Value>& values) {
    out_.number(values.size());
    for (const Value& value : values) (*this)(value);
  }
  template <class Value>
    requires std::is_class_v<Value>
  void operator()(const Value& value) {
    fields(*this, value);
  }
  ByteWriter& out() { return out_; }

 private:
  ByteWriter out_;
  std::uint32_t previous_ = 0;
};

class Reading {
 public:
  explicit Reading(std::string_view blob) : in_(blob) {}
  void operator()(std::string& text) { text = in_.text(); }
  void operator()(bool& value) { value = in_.number_up_to(1) == 1; }
  void operator()(std::uint16_t& value) { value = static_cast<std::uint16_t>(in_.number_up_to(UINT16_MAX)); }
  void operator()(std::uint32_t& value) { value = in_.number32(); }
  void operator()(double& value) { value = std::bit_cast<double>(in_.fixed64()); }
  void operator()(ByteSpan& span) { span = read_span(previous_, in_); }
  void operator()(Date& date) { date = read_date(in_); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void operator()(Enum& value) {
    value = read_enum<Enum, LastOf<Enum>::value>(in_);
  }
  template <class Value>
  void operator()(std::optional<Value>& value) {
    value.reset();
    if (in_.number_up_to(1) == 1) (*this)(value.emplace());
  }
  template <class Value>
  void operator()(std::vector<Value>& values) {
    values.clear();
    values.resize(in_.count());  // an item takes a byte or more
    for (Value& value : values) (*this)(value);
  }
  template <class Value>
    requires std::is_class_v<Value>
  void operator()(Value& value) {
    fields(*this, value);
  }
  ByteReader& in() { return in_; }

 private:
  ByteReader in_;
  std::uint32_t previous_ = 0;
};

// What a template below lists: the value itself when read, a constant one when written.
template <class Given, class Value>
concept Of = std::same_as<std::remove_const_t<Given>, Value>;

template <class Half>
void fields(Half& half, Of<Role> auto& role) {
  half(role.role);
  half(role.span);
}

template <class Half>
void fields(Half& half, Of<LocalEntity> auto& entity) {
  half(entity.kind);
  half(entity.name);
  half(entity.nameless);
  half(entity.roles);
  half(entity.country);
  half(entity.sector);
}

template <class Half>
void fields(Half& half, Of<Mention> auto& mention) {
  half(mention.span);
  half(mention.kind);
  half(mention.level);
  half(mention.entity);
}

template <class Half>
void fields(Half& half, Of<Party> auto& party) {
  half(party.entity);
  half(party.span);
}

template <class Half>
void fields(Half& half, Of<StatedDate> auto& date) {
  half(date.date);
  half(date.span);
}

template <class Half>
void fields(Half& half, Of<Passer> auto& passer) {
  half(passer.entity);
  half(passer.span);
}

template <class Half>
void fields(Half& half, Of<Statement> auto& statement) {
  half(statement.speakers);
  half(statement.speaker_text);
  half(statement.addressee);
  half(statement.act);
  half(statement.cue);
  half(statement.content);
  half(statement.quotes);
  half(statement.translated);
  half(statement.within);
  half(statement.via);
  half(statement.carrier);
  half(statement.anonymous);
  half(statement.negated);
  half(statement.date);
  half(statement.confidence);
}

template <class Half>
void fields(Half& half, Of<StatedQuantity> auto& quantity) {
  half(quantity.span);
  half(quantity.value);
  half(quantity.low);
  half(quantity.high);
  half(quantity.unit);
  half(quantity.of);
  half(quantity.part_of);
}

template <class Half>
void fields(Half& half, Of<Event> auto& event) {
  half(event.type);
  half(event.mode);
  half(event.contexts);
  half(event.actors);
  half(event.recipients);
  half(event.instrument);
  half(event.place);
  half(event.trigger);
  half(event.sentence);
  half(event.date);
  half(event.status);
  half(event.source);
  half(event.causes);
  half(event.background);
  half(event.quantities);
  half(event.confidence);
}

template <class Half>
void fields(Half& half, Of<Account> auto& account) {
  half(account.entities);
  half(account.mentions);
  half(account.quantities);
  half(account.statements);
  half(account.events);
}

}  // namespace

std::string encode_account(const Account& account) {
  Writing writing;
  write_layout(writing.out());
  writing(account);
  return writing.out().take();
}

void decode_account(std::string_view blob, Account& account) {
  Reading reading(blob);
  read_layout(reading.in());
  reading(account);
  reading.in().expect_end();
}

}  // namespace crossread
