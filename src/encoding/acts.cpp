#include "encoding/acts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "base/nearest.hpp"
#include "encoding/json.hpp"

namespace encoding {
namespace {

using acts::Content;
using base::List;
using base::Object;
using base::Value;

// -- what the values are called --------------------------------------------------------------------

// The word for what an id names. A RuleId is a topic, but for the one role that names a field.
template <class Id> constexpr std::string_view name_kind() {
    if constexpr (std::is_same_v<Id, base::MemberId>) return "member";
    if constexpr (std::is_same_v<Id, base::BodyId>) return "body";
    if constexpr (std::is_same_v<Id, base::PostId>) return "post";
    if constexpr (std::is_same_v<Id, base::PersonId>) return "person";
    if constexpr (std::is_same_v<Id, base::InstrumentId>) return "instrument";
    if constexpr (std::is_same_v<Id, base::PaperId>) return "paper";
    if constexpr (std::is_same_v<Id, base::SessionId>) return "session";
    if constexpr (std::is_same_v<Id, base::OrganisationId>) return "organisation";
    if constexpr (std::is_same_v<Id, base::ConsultationId>) return "consultation";
    if constexpr (std::is_same_v<Id, base::ActId>) return "act";
    if constexpr (std::is_same_v<Id, base::EventId>) return "event";
    if constexpr (std::is_same_v<Id, base::DisputeId>) return "dispute";
    if constexpr (std::is_same_v<Id, base::SideId>) return "side";
    if constexpr (std::is_same_v<Id, base::RuleId>) return "topic";
}

constexpr std::string_view field_role = "field";

/// A field of an act, as `difference-noted` names it: "takes_effect".
bool is_field_name(std::string_view letters) {
    return !letters.empty() &&
           std::ranges::all_of(letters, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

// A language, and perhaps a declined form: "ru", "ru.gen".
bool is_language(std::string_view letters) {
    const auto small = [](std::string_view part) {
        return std::ranges::all_of(part, [](char c) { return c >= 'a' && c <= 'z'; });
    };
    const auto dot = letters.find('.');
    const std::string_view language = letters.substr(0, dot);
    if (language.size() < 2 || language.size() > 3 || !small(language)) return false;
    return dot == std::string_view::npos || (letters.size() == dot + 4 && small(letters.substr(dot + 1)));
}

std::string_view shape_of(const Value& value) {
    if (value.string()) return "text";
    if (value.list()) return "list";
    if (value.object()) return "object";
    if (value.number()) return "number";
    return value.boolean() ? "yes-or-no" : "nothing";
}

std::string joined(const auto& words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

bool is_among(const auto& words, std::string_view word) {
    return std::ranges::find(words, word) != std::ranges::end(words);
}

template <class E> constexpr const auto& words_of() { return acts::NamesOf<E>::names; }

// -- reading ---------------------------------------------------------------------------------------

// Where we are in the line, kept as a chain so that a path is written only when there is a fault.
struct Here {
    const Here* parent = nullptr;
    std::string_view name;

    std::string path() const { return parent ? pointer_to(parent->path(), name) : std::string(); }
};

class Reader {
public:
    explicit Reader(std::vector<ActFault>& faults) : faults_(faults) {}

    void fault(ActCode code, const Here& here, Facts facts = {}) {
        std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
        faults_.push_back({code, here.path(), std::move(facts)});
    }
    void wrong_shape(const Value& value, const Here& here, std::string_view expected) {
        fault(ActCode::wrong_shape, here,
              {{"expected", std::string(expected)}, {"found", std::string(shape_of(value))}});
    }

    const std::string* text(const Value& value, const Here& here) {
        if (!value.string()) wrong_shape(value, here, "text");
        return value.string();
    }
    const List* list(const Value& value, const Here& here) {
        if (!value.list()) wrong_shape(value, here, "list");
        return value.list();
    }
    const Object* object(const Value& value, const Here& here) {
        if (!value.object()) wrong_shape(value, here, "object");
        return value.object();
    }

    // `read` gives the value to `into`, or reports a fault and leaves it as it was.
    template <class Kind> void read(const Value& value, const Here& here, base::Id<Kind>& into) {
        const std::string* letters = text(value, here);
        if (!letters) return;
        const bool may_be = base::is_slug(*letters) || (here.name == field_role && is_field_name(*letters));
        if (!may_be) return fault(ActCode::not_a_name, here, {{"found", *letters}});
        into = base::Id<Kind>::of(*letters);
    }
    void read(const Value& value, const Here& here, std::optional<base::Date>& into) {
        const std::string* letters = text(value, here);
        if (!letters) return;
        into = base::Date::read(*letters);
        if (!into) fault(ActCode::not_a_date, here, {{"found", *letters}});
    }
    void read(const Value& value, const Here& here, std::optional<base::Day>& into) {
        const std::string* letters = text(value, here);
        if (!letters) return;
        into = base::Day::read(*letters);
        if (!into) fault(ActCode::not_a_day, here, {{"found", *letters}});
    }
    template <acts::Named E> void read(const Value& value, const Here& here, E& into) {
        read_word(value, here, words_of<E>(), [&](std::size_t place) { into = static_cast<E>(place); });
    }
    template <acts::Named E> void read(const Value& value, const Here& here, std::optional<E>& into) {
        read(value, here, into.emplace());
    }
    void read(const Value& value, const Here& here, base::Support& into) {
        constexpr std::array words{
            base::support_name(base::Support::official), base::support_name(base::Support::reported),
            base::support_name(base::Support::inferred), base::support_name(base::Support::unverified)};
        read_word(value, here, words, [&](std::size_t place) { into = static_cast<base::Support>(place); });
    }
    void read(const Value& value, const Here& here, base::Text& into) {
        const Object* languages = object(value, here);
        if (!languages) return;
        if (languages->empty()) return fault(ActCode::empty, here);
        base::Text::Languages words;
        for (const auto& [language, said] : *languages) {
            const Here inside{&here, language};
            if (!is_language(language)) fault(ActCode::not_a_language, inside, {{"found", language}});
            const std::string* letters = text(said, inside);
            if (!letters) continue;
            if (letters->empty()) fault(ActCode::empty, inside);
            words.emplace_hint(words.end(), language, *letters);
        }
        into = base::Text(std::move(words));
    }
    void read(const Value& value, const Here& here, acts::Count& into) {
        constexpr std::array<std::string_view, 3> all{"about", "at_least", "more_than"};
        read(value, here, into, all);
    }
    void read(const Value& value, const Here& here, acts::Count& into,
              std::span<const std::string_view> how) {
        const Object* not_exact = value.object();
        const Value* number = &value;
        Here at = here;
        std::string_view key = acts::name_of(acts::Nearness::exact);
        if (not_exact) {
            only_keys(*not_exact, here, how);
            const auto found =
                std::ranges::find_if(how, [&](std::string_view one) { return not_exact->contains(one); });
            key = found == how.end() ? how.front() : *found;
            at = {&here, key};
            if (not_exact->size() > 1) return wrong_shape(value, here, "number");
            number = must(*not_exact, here, key);
            if (!number) return;
        }
        if (!number->number()) return wrong_shape(*number, at, "number");
        into = {*number->number(), *acts::read_name<acts::Nearness>(key)};
        if (into.number < 0) {
            fault(ActCode::not_a_number, at, {{"found", std::to_string(into.number)}, {"smallest", "0"}});
        }
    }
    void read(const Value& value, const Here& here, std::optional<acts::Count>& into) {
        read(value, here, into.emplace());
    }
    void read(const Value& value, const Here& here, std::optional<base::Ratio>& into) {
        const std::string* letters = text(value, here);
        if (!letters) return;
        into = base::Ratio::read(*letters);
        if (!into || into->text() != *letters) fault(ActCode::not_a_share, here, {{"found", *letters}});
    }
    void read(const Value& value, const Here& here, std::optional<base::Clock>& into) {
        const std::string* letters = text(value, here);
        if (!letters) return;
        into = base::Clock::read(*letters);
        if (!into || into->text() != *letters) fault(ActCode::not_an_hour, here, {{"found", *letters}});
    }
    void read(const Value& value, const Here& here, std::optional<acts::Money>& into) {
        const Object* money = object(value, here);
        if (!money) return;
        acts::Money& made = into.emplace();
        only_keys(*money, here, std::array<std::string_view, 2>{"amount", "currency"});
        if (const Value* amount = must(*money, here, "amount")) {
            acts::Count count;
            constexpr std::array<std::string_view, 1> about{"about"};
            read(*amount, Here{&here, "amount"}, count, about);
            made.amount = count.number;
            made.about = count.nearness == acts::Nearness::about;
        }
        const Here at{&here, "currency"};
        const Value* currency = must(*money, here, "currency");
        const std::string* code = currency ? text(*currency, at) : nullptr;
        if (!code) return;
        const bool three_capitals = code->size() == made.currency.size() &&
                                    std::ranges::all_of(*code, [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!three_capitals) return fault(ActCode::not_a_currency, at, {{"found", *code}});
        std::ranges::copy(*code, made.currency.begin());
    }
    template <class T> void read(const Value& value, const Here& here, std::vector<T>& into) {
        const List* items = list(value, here);
        if (!items) return;
        for (std::size_t i = 0; i < items->size(); ++i) {
            const std::string place = std::to_string(i);
            T item{};
            read((*items)[i], Here{&here, place}, item);
            into.push_back(std::move(item));
        }
    }
    void read(const Value& value, const Here& here, acts::Cited& into) {
        const Object* cited = object(value, here);
        if (!cited) return;
        only_keys(*cited, here, std::array<std::string_view, 2>{"as", "id"});
        if (const Value* as = must(*cited, here, "as")) read(*as, Here{&here, "as"}, into.as);
        if (const Value* id = must(*cited, here, "id")) read(*id, Here{&here, "id"}, into.source);
    }

    const Value* must(const Object& object, const Here& here, std::string_view key) {
        const auto found = object.find(key);
        if (found != object.end()) return &found->second;
        fault(ActCode::missing_key, here, {{"key", std::string(key)}});
        return nullptr;
    }
    void only_keys(const Object& object, const Here& here, const auto& keys, const auto& elsewhere,
                   std::string_view belongs_in) {
        for (const auto& [key, value] : object) {
            if (is_among(keys, key)) continue;
            Facts facts{{"found", key}, {"expected", joined(keys)}, {"nearest", base::nearest(key, keys)}};
            if (is_among(elsewhere, key)) {
                facts = {{"found", key}, {"belongs_in", std::string(belongs_in)}};
            }
            fault(ActCode::unknown_key, Here{&here, key}, std::move(facts));
        }
    }
    void only_keys(const Object& object, const Here& here, const auto& keys) {
        only_keys(object, here, keys, std::array<std::string_view, 0>{}, "");
    }

private:
    void read_word(const Value& value, const Here& here, const auto& words, auto take) {
        const std::string* letters = text(value, here);
        if (!letters) return;
        const auto found = std::ranges::find(words, *letters);
        if (found != words.end()) return take(static_cast<std::size_t>(found - words.begin()));
        fault(
            ActCode::unknown_word, here,
            {{"found", *letters}, {"expected", joined(words)}, {"nearest", base::nearest(*letters, words)}});
    }

    std::vector<ActFault>& faults_;
};

// Fills one kind's roles and content, and counts what it found: whatever else is there is unknown.
struct ContentReader {
    Reader& reader;
    const Object& about;
    const Object& content;
    const Here& at_about;
    const Here& at_content;
    std::size_t* roles_found;
    std::size_t* facts_found;

    void role(std::string_view name, auto& into) const {
        if (!may(about, at_about, name, into, roles_found)) missing(at_about, name);
    }
    void may_role(std::string_view name, auto& into) const { may(about, at_about, name, into, roles_found); }
    void fact(std::string_view name, auto& into) const {
        if (!may(content, at_content, name, into, facts_found)) missing(at_content, name);
    }
    void may_fact(std::string_view name, auto& into) const {
        may(content, at_content, name, into, facts_found);
    }
    template <class T> void may_fact(std::string_view name, std::vector<T>& into) const {
        const bool there = may(content, at_content, name, into, facts_found);
        if (there && content.find(name)->second.list() && into.empty()) {
            reader.fault(ActCode::empty, Here{&at_content, name});
        }
    }

private:
    void missing(const Here& here, std::string_view name) const {
        reader.fault(ActCode::missing_key, here, {{"key", std::string(name)}});
    }
    bool may(const Object& object, const Here& here, std::string_view name, auto& into,
             std::size_t* found) const {
        const auto member = object.find(name);
        if (member == object.end()) return false;
        ++*found;
        reader.read(member->second, Here{&here, name}, into);
        return true;
    }
};

constexpr std::string_view event_role = "event";  // any kind's: the act that first told the same event

void report_unknown_fields(Reader& reader, const KindDescription& kind, const Object& about,
                           const Object& content, const Here& at_about, const Here& at_content) {
    std::vector<std::string_view> roles;
    std::vector<std::string_view> facts;
    for (const FieldDescription& field : kind.fields) {
        (field.in == FieldDescription::In::about ? roles : facts).push_back(field.name);
    }
    roles.push_back(event_role);
    reader.only_keys(about, at_about, roles, facts, "content");
    reader.only_keys(content, at_content, facts, roles, "about");
}

template <class K>
Content read_content(Reader& reader, const Object& about, const Object& content, const Here& at_about,
                     const Here& at_content) {
    Content made(std::in_place_type<K>);
    std::size_t roles_found = about.contains(event_role) ? 1 : 0;
    std::size_t facts_found = 0;
    K::fields(std::get<K>(made),
              ContentReader{reader, about, content, at_about, at_content, &roles_found, &facts_found});
    if (roles_found != about.size() || facts_found != content.size()) {
        report_unknown_fields(reader, *find_kind(K::kind), about, content, at_about, at_content);
    }
    return made;
}

using ReadContent = Content (*)(Reader&, const Object&, const Object&, const Here&, const Here&);

template <class Call> void each_kind(Call call) {
    [&]<class... K>(std::type_identity<std::variant<K...>>) {
        (call(std::type_identity<K>()), ...);
    }(std::type_identity<Content>());
}

ReadContent reader_of(std::string_view kind) {
    static const auto readers = [] {
        std::unordered_map<std::string_view, ReadContent> all;
        each_kind([&]<class K>(std::type_identity<K>) { all.emplace(K::kind, &read_content<K>); });
        return all;
    }();
    const auto found = readers.find(kind);
    return found == readers.end() ? nullptr : found->second;
}

// The act in the body, as far as it could be read: empty when its kind or its date could not.
std::optional<acts::Act> read_body(Reader& reader, const Object& body, const Here& here) {
    constexpr std::array<std::string_view, 8> keys{"about", "cites", "content", "id",
                                                   "kind",  "on",    "place",   "sources"};
    reader.only_keys(body, here, keys);

    const auto read_key = [&](std::string_view key, auto& into) {
        if (const Value* value = reader.must(body, here, key)) reader.read(*value, Here{&here, key}, into);
    };
    base::ActId id;
    std::optional<base::Date> on;
    base::PlaceId place;
    base::EventId event;
    std::vector<base::ActId> cites;
    std::vector<acts::Cited> sources;
    read_key("id", id);
    read_key("on", on);
    read_key("cites", cites);
    read_key("sources", sources);
    if (const auto found = body.find("place"); found != body.end()) {
        reader.read(found->second, Here{&here, "place"}, place);
    }

    const Here at_about{&here, "about"};
    const Here at_content{&here, "content"};
    const Value* about = reader.must(body, here, "about");
    const Value* content = reader.must(body, here, "content");
    const Object* roles = about ? reader.object(*about, at_about) : nullptr;
    const Object* facts = content ? reader.object(*content, at_content) : nullptr;
    if (roles) {
        if (const auto found = roles->find(event_role); found != roles->end()) {
            reader.read(found->second, Here{&at_about, event_role}, event);
            if (id && event == id.as<base::EventKind>()) {
                reader.fault(ActCode::event_is_itself, Here{&at_about, event_role},
                             {{"found", std::string(id.text())}});
            }
        }
    }

    const Value* kind = reader.must(body, here, "kind");
    const Here at_kind{&here, "kind"};
    const std::string* letters = kind ? reader.text(*kind, at_kind) : nullptr;
    if (!letters) return std::nullopt;
    const ReadContent read_kind = reader_of(*letters);
    if (!read_kind) {
        const auto kinds = std::views::transform(describe_kinds(), &KindDescription::kind);
        reader.fault(ActCode::unknown_kind, at_kind,
                     {{"found", *letters}, {"nearest", base::nearest(*letters, kinds)}});
        return std::nullopt;
    }
    if (!roles || !facts) return std::nullopt;
    Content made = read_kind(reader, *roles, *facts, at_about, at_content);
    if (!on) return std::nullopt;
    return acts::Act{.id = id,
                     .on = *on,
                     .place = place,
                     .event = event ? event : id.as<base::EventKind>(),
                     .cites = std::move(cites),
                     .sources = std::move(sources),
                     .content = std::move(made)};
}

// -- writing ---------------------------------------------------------------------------------------

template <class Kind> Value written(base::Id<Kind> id) { return Value(id); }
Value written(const base::Date& date) { return Value(date); }
template <acts::Named E> Value written(E word) { return Value(acts::name_of(word)); }
Value written(const base::Text& text) {
    Object languages;
    for (const auto& [language, words] : text.languages()) {
        languages.emplace_hint(languages.end(), language, words);
    }
    return Value(std::move(languages));
}
Value written(acts::Count count) {
    if (count.nearness == acts::Nearness::exact) return Value(count.number);
    return Value(Object{{std::string(acts::name_of(count.nearness)), Value(count.number)}});
}
template <class Kind> Value written(const std::vector<base::Id<Kind>>& ids) { return Value(ids); }
Value written(base::Ratio share) { return Value(share.text()); }
Value written(base::Clock hour) { return Value(hour.text()); }
Value written(const acts::Money& money) {
    return Value(Object{{"amount", written(acts::Count{money.amount, money.about ? acts::Nearness::about
                                                                                 : acts::Nearness::exact})},
                        {"currency", Value(money.code())}});
}

template <class T> bool is_there(const T& value) {
    if constexpr (requires { value.has_value(); }) {
        return value.has_value();
    } else {
        return !value.empty();
    }
}

struct ContentWriter {
    Object& about;
    Object& content;

    void role(std::string_view name, auto id) const { about.emplace(name, written(id)); }
    void may_role(std::string_view name, auto id) const {
        if (id) role(name, id);
    }
    void fact(std::string_view name, const auto& value) const { content.emplace(name, written(value)); }
    template <class T> void may_fact(std::string_view name, const std::optional<T>& value) const {
        if (value) fact(name, *value);
    }
    void may_fact(std::string_view name, const auto& value) const {
        if (is_there(value)) fact(name, value);
    }
};

// -- describing ------------------------------------------------------------------------------------

struct Describer {
    std::vector<FieldDescription>& fields;

    template <class Kind> void add_role(std::string_view name, const base::Id<Kind>&, bool required) const {
        const std::string_view holds = name == field_role ? field_role : name_kind<base::Id<Kind>>();
        fields.push_back(
            {.name = name, .in = FieldDescription::In::about, .required = required, .holds = holds});
    }
    void role(std::string_view name, const auto& id) const { add_role(name, id, true); }
    void may_role(std::string_view name, const auto& id) const { add_role(name, id, false); }

    template <class T> void add_fact(std::string_view name, const T&, bool required) const {
        FieldDescription field{.name = name, .in = FieldDescription::In::content, .required = required};
        if constexpr (std::is_same_v<T, base::Text>) {
            field.holds = "text";
        } else if constexpr (std::is_same_v<T, base::Date>) {
            field.holds = "date";
        } else if constexpr (std::is_same_v<T, acts::Count>) {
            field.holds = "count";
        } else if constexpr (std::is_same_v<T, base::Ratio>) {
            field.holds = "share";
        } else if constexpr (std::is_same_v<T, base::Clock>) {
            field.holds = "hour";
        } else if constexpr (std::is_same_v<T, acts::Money>) {
            field.holds = "amount";
        } else if constexpr (acts::Named<T>) {
            field.holds = "word";
            field.words.assign(words_of<T>().begin(), words_of<T>().end());
        } else {
            field.holds = name_kind<typename T::value_type>();
            field.several = true;
        }
        fields.push_back(std::move(field));
    }
    void fact(std::string_view name, const auto& value) const { add_fact(name, value, true); }
    template <class T> void may_fact(std::string_view name, const std::optional<T>&) const {
        if constexpr (std::is_same_v<T, base::Date>) {
            add_fact(name, base::Date::of(base::Day::first()), false);
        } else {
            add_fact(name, T{}, false);
        }
    }
    void may_fact(std::string_view name, const auto& value) const { add_fact(name, value, false); }
};

}  // namespace

std::string_view name_of(ActCode code) {
    constexpr std::array<std::string_view, 16> names{
        "wrong_shape",     "missing_key", "unknown_key", "unknown_kind",  "unknown_word",   "unknown_version",
        "not_a_name",      "not_a_date",  "not_a_day",   "not_a_number",  "not_a_language", "empty",
        "event_is_itself", "not_a_share", "not_an_hour", "not_a_currency"};
    return names[static_cast<std::size_t>(code)];
}

std::expected<acts::Act, std::vector<ActFault>> decode_body(const base::Value& body) {
    std::vector<ActFault> faults;
    Reader reader(faults);
    const Here here;
    const Here at_body{&here, "body"};
    std::optional<acts::Act> act;
    if (const Object* object = reader.object(body, at_body)) act = read_body(reader, *object, at_body);
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return std::move(*act);
}

std::expected<Decoded, std::vector<ActFault>> decode(const base::Value& line) {
    std::vector<ActFault> faults;
    Reader reader(faults);
    const Here here;
    const Object* envelope = reader.object(line, here);
    if (!envelope) return std::unexpected(std::move(faults));
    reader.only_keys(*envelope, here, std::array<std::string_view, 4>{"body", "known_on", "seals", "v"});

    std::optional<acts::Act> act;
    const Here at_body{&here, "body"};
    if (const Value* value = reader.must(*envelope, here, "body")) {
        if (const Object* body = reader.object(*value, at_body)) act = read_body(reader, *body, at_body);
    }
    std::optional<base::Day> known_on;
    if (const Value* value = reader.must(*envelope, here, "known_on")) {
        reader.read(*value, Here{&here, "known_on"}, known_on);
    }
    const List* seals = nullptr;
    if (const Value* value = reader.must(*envelope, here, "seals")) {
        seals = reader.list(*value, Here{&here, "seals"});
    }
    if (const Value* version = reader.must(*envelope, here, "v"); version && *version != Value(1)) {
        reader.fault(ActCode::unknown_version, Here{&here, "v"}, {{"found", canonical_json(*version)}});
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return Decoded{std::move(*act), *known_on, *seals};
}

base::Value encode(const acts::Act& act, base::Day known_on, base::List seals) {
    Object about;
    Object content;
    std::visit([&]<class K>(const K& told) { K::fields(told, ContentWriter{about, content}); }, act.content);
    if (act.event != act.id.as<base::EventKind>()) about.emplace(event_role, act.event);

    List sources;
    for (const acts::Cited& cited : act.sources) {
        sources.emplace_back(Object{{"as", base::support_name(cited.as)}, {"id", cited.source}});
    }
    Object body;
    body.emplace("about", std::move(about));
    body.emplace("cites", act.cites);
    body.emplace("content", std::move(content));
    body.emplace("id", act.id);
    body.emplace("kind", acts::kind_of(act.content));
    body.emplace("on", act.on);
    if (act.place) body.emplace("place", act.place);
    body.emplace("sources", std::move(sources));

    Object line;
    line.emplace("body", std::move(body));
    line.emplace("known_on", known_on);
    line.emplace("seals", std::move(seals));
    line.emplace("v", 1);
    return Value(std::move(line));
}

const std::vector<KindDescription>& describe_kinds() {
    static const std::vector<KindDescription> kinds = [] {
        std::vector<KindDescription> all;
        each_kind([&]<class K>(std::type_identity<K>) {
            KindDescription kind{.kind = K::kind, .group = K::group, .fields = {}};
            const K nothing{};
            K::fields(nothing, Describer{kind.fields});
            all.push_back(std::move(kind));
        });
        return all;
    }();
    return kinds;
}

const KindDescription* find_kind(std::string_view kind) {
    const auto& all = describe_kinds();
    const auto found = std::ranges::find(all, kind, &KindDescription::kind);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace encoding
