#include "words/names.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "words/acts_said.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

std::string_view case_key(Case form) {
    switch (form) {
        case Case::nominative:
            return "ru";
        case Case::genitive:
            return "ru.gen";
        case Case::dative:
            return "ru.dat";
        case Case::accusative:
            return "ru.acc";
        case Case::instrumental:
            return "ru.ins";
        case Case::prepositional:
            return "ru.pre";
    }
    std::unreachable();
}

// Names of states that take an article in a sentence: "the United Kingdom", "the Russian Federation".
bool takes_article(std::string_view name) {
    constexpr std::array<std::string_view, 9> starts{"United ",  "Republic of",  "Kingdom of",
                                                     "Union of", "Federa",       "Commonwealth",
                                                     "State of", "Principality", "Grand Duchy"};
    constexpr std::array<std::string_view, 8> ends{" Federation", " Republic", " Islands",  " Union",
                                                   " Kingdom",    " States",   " Emirates", "Netherlands"};
    return std::ranges::any_of(starts, [&](auto s) { return name.starts_with(s); }) ||
           std::ranges::any_of(ends, [&](auto s) { return name.ends_with(s); });
}

std::string with_article(std::string_view name) {
    const bool has_it = name.starts_with("the ") || name.starts_with("The ");
    return has_it ? "the " + std::string(name.substr(4)) : "the " + std::string(name);
}

/// `text` (UTF-8) with a mark of replacement, U+FFFD, for each control character and each mark that changes
/// the direction of what follows it (UAX #9, section 2): such a thing would turn the sentence around it.
std::string without_controls(std::string_view text) {
    static constexpr std::string_view replacement = "\xef\xbf\xbd";
    const auto control_bytes = [](std::string_view at) -> std::size_t {
        const auto byte = [&](std::size_t i) {
            return i < at.size() ? static_cast<unsigned char>(at[i]) : 0U;
        };
        if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
        if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;   // U+0080 to U+009F
        if (byte(0) == 0xD8 && byte(1) == 0x9C) return 2;  // U+061C
        const unsigned last = byte(2);
        const bool general = byte(0) == 0xE2 && byte(1) == 0x80 &&
                             (last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE));
        const bool isolates = byte(0) == 0xE2 && byte(1) == 0x81 && last >= 0xA6 && last <= 0xA9;
        return general || isolates ? 3 : 0;
    };
    std::string shown;
    while (!text.empty()) {
        const std::size_t control = control_bytes(text);
        shown += control > 0 ? replacement : text.substr(0, 1);
        text.remove_prefix(control > 0 ? control : 1);
    }
    return shown;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

// A Russian noun in all its cases, nominative first.
using Declined = std::array<std::string_view, 6>;
constexpr Declined paper_noun{"документ", "документа", "документу", "документ", "документом", "документе"};
constexpr Declined body_noun{"орган", "органа", "органу", "орган", "органом", "органе"};
std::string_view in_case(const Declined& noun, Case form) { return noun[static_cast<std::size_t>(form)]; }

// The gender of the noun with which a paper's title begins: «Декларация Совета», «Антинаркотическая
// стратегия». Nothing for a title that begins with a preposition («О медали») or whose ending leaves it open.
std::optional<Gender> gender_of_title(std::string_view title) {
    constexpr std::array<std::string_view, 8> prepositions{"О", "Об", "Обо", "К", "По", "На", "В", "Во"};
    const std::string_view word = title.substr(0, title.find(' '));
    const bool russian = word.starts_with("\xD0") || word.starts_with("\xD1");
    if (!russian || std::ranges::find(prepositions, word) != prepositions.end()) return std::nullopt;
    if (word == "Правила") return Gender::plural;
    if (word.ends_with("ь")) return std::nullopt;
    return gender_of(word, {});
}

struct SessionNoun {
    std::string_view english;
    Declined russian;
};
constexpr Declined session_noun{"сессия", "сессии", "сессии", "сессию", "сессией", "сессии"};

SessionNoun noun_of(std::optional<acts::SessionKind> kind) {
    using Kind = acts::SessionKind;
    if (!kind) return {"session", session_noun};
    switch (*kind) {
        case Kind::regular:
        case Kind::not_told:
            return {"session", session_noun};
        case Kind::extraordinary:
            return {"extraordinary session",
                    {"внеочередная сессия", "внеочередной сессии", "внеочередной сессии",
                     "внеочередную сессию", "внеочередной сессией", "внеочередной сессии"}};
        case Kind::informal:
            return {"informal meeting",
                    {"неформальная встреча", "неформальной встречи", "неформальной встрече",
                     "неформальную встречу", "неформальной встречей", "неформальной встрече"}};
        case Kind::jubilee:
            return {"jubilee session",
                    {"юбилейная сессия", "юбилейной сессии", "юбилейной сессии", "юбилейную сессию",
                     "юбилейной сессией", "юбилейной сессии"}};
        case Kind::joint:
            return {"joint meeting",
                    {"совместное заседание", "совместного заседания", "совместному заседанию",
                     "совместное заседание", "совместным заседанием", "совместном заседании"}};
        case Kind::written:
            return {"written procedure",
                    {"письменная процедура", "письменной процедуры", "письменной процедуре",
                     "письменную процедуру", "письменной процедурой", "письменной процедуре"}};
        case Kind::ordinary_meeting:
            return {"meeting",
                    {"заседание", "заседания", "заседанию", "заседание", "заседанием", "заседании"}};
    }
    std::unreachable();
}

// A name in Russian in one case; empty where it is not told so.
std::string_view russian(const base::Text& name, Case form) {
    const auto found = name.languages().find(case_key(form));
    return found == name.languages().end() ? std::string_view() : std::string_view(found->second);
}

Gender gender_of_name(const base::Text& name) {
    return gender_of(russian(name, Case::nominative), russian(name, Case::genitive));
}

constexpr SessionNoun extraordinary_meeting{
    "extraordinary meeting",
    {"внеочередное заседание", "внеочередного заседания", "внеочередному заседанию", "внеочередное заседание",
     "внеочередным заседанием", "внеочередном заседании"}};

// Some bodies hold sessions and others meetings: an extraordinary one is called as its title calls it.
bool is_meeting(const std::string& title, Language language) {
    return language == Language::ru ? title.contains("заседани") || title.contains("Заседани")
                                    : title.contains("meeting") || title.contains("Meeting");
}

template <class IdType, class Find> auto found_by(std::string_view letters, const Find& find) {
    const auto id = IdType::known(letters);
    return id ? find(*id) : nullptr;
}

// Does a name have the form a Russian sentence asks for? Without it the name stays as it is, in quotes, and
// a noun before it declines: «под документом „Protocol“».
bool declines(const base::Text& name, Language language, Case form) {
    if (language != Language::ru || form == Case::nominative || name.languages().contains(case_key(form)))
        return true;
    // A thing without life is in the accusative as in the nominative, unless it is feminine: «подписал
    // Протокол». What has no Russian name does not decline.
    return form == Case::accusative && !russian(name, Case::nominative).empty() &&
           gender_of_name(name) != Gender::feminine;
}

bool is_vowel(std::string_view letter) {
    constexpr std::string_view vowels[] = {"а", "э", "и", "о", "у", "А", "Э", "И", "О", "У"};
    return std::ranges::find(vowels, letter) != std::end(vowels);
}
bool is_consonant(std::string_view letter) {
    constexpr std::string_view all = "бвгджзйклмнпрстфхцчшщьБВГДЖЗЙКЛМНПРСТФХЦЧШЩ";
    return letter.size() == 2 && all.find(letter) % 2 == 0;
}
// The first and second letters; Cyrillic ones have two bytes each.
std::pair<std::string_view, std::string_view> letters_of(std::string_view word) {
    while (word.starts_with("«") || word.starts_with("„")) word.remove_prefix(word.starts_with("«") ? 2 : 3);
    return {word.substr(0, 2), word.size() > 2 ? word.substr(2, 2) : std::string_view()};
}
bool is_one_of(std::string_view letter, std::initializer_list<std::string_view> all) {
    return std::ranges::find(all, letter) != all.end();
}

}  // namespace

SourceNames names_of(std::span<const rulebook::Source> sources) {
    SourceNames names;
    for (const rulebook::Source& source : sources) names.emplace(source.id, source.name);
    return names;
}

Names::Names(const record::View& view, Language language, SourceNames sources)
    : Names(view, language, std::make_shared<const SourceNames>(std::move(sources))) {}
Names::Names(const record::View& view, Language language, std::shared_ptr<const SourceNames> sources)
    : view_(view), language_(language), sources_(std::move(sources)) {}

// -- texts -------------------------------------------------------------------------------------------

std::string Names::text(const base::Text& text, Case form) const {
    if (language_ == Language::ru && form != Case::nominative) {
        if (const auto found = text.languages().find(case_key(form)); found != text.languages().end())
            return found->second;
    }
    return std::string(text.in(code(language_)));
}

std::string Names::text(const base::Value& text) const {
    if (text.string()) return *text.string();
    const base::Object* told = text.object();
    if (!told || told->empty()) return {};
    const auto found = told->find(code(language_));
    return std::string((found != told->end() ? found->second : told->begin()->second).text());
}

std::string Names::quoted(std::string_view text) const {
    std::string shown = without_controls(text);
    if (language_ == Language::ru)
        return "«" + replaced(replaced(std::move(shown), "«", "„"), "»", "“") + "»";
    return "“" + replaced(replaced(std::move(shown), "“", "‘"), "”", "’") + "”";
}

// -- labels ------------------------------------------------------------------------------------------

std::string Names::member(IdText id, Case form) const {
    const auto* found = found_by<base::MemberId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name, form) : std::string(id.letters);
}

std::string Names::formal_member(IdText id, Case form) const {
    const auto* found = found_by<base::MemberId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->formal.empty() ? text(found->formal, form) : member(id, form);
}

std::string Names::body(IdText id, Case form) const {
    const auto* found = found_by<base::BodyId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name, form) : std::string(id.letters);
}

std::string Names::short_body(IdText id) const {
    const auto* found = found_by<base::BodyId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->abbreviation.empty() ? text(found->abbreviation) : body(id);
}

std::string Names::short_instrument(IdText id) const {
    const auto* found = found_by<base::InstrumentId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->abbreviation.empty() ? text(found->abbreviation) : instrument(id);
}

std::string Names::post(IdText id, Case form) const {
    const auto* found = found_by<base::PostId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name, form) : std::string(id.letters);
}

std::string Names::person(IdText id, Case form) const {
    const auto* found = found_by<base::PersonId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name, form) : std::string(id.letters);
}

std::string Names::instrument(IdText id, Case form) const {
    const auto* found = found_by<base::InstrumentId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name, form) : std::string(id.letters);
}

std::string Names::place(IdText id, Case form) const {
    const auto* found = found_by<base::PlaceId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name, form) : std::string(id.letters);
}

const base::Text* Names::paper_title(base::PaperId id) const {
    for (const auto number : view_.record.about(id)) {
        if (!view_.sees(number)) continue;
        const acts::Content& content = view_.act(number).content;
        if (const auto* adopted = std::get_if<acts::Adopted>(&content);
            adopted && adopted->paper == id && !adopted->title.empty()) {
            return &adopted->title;
        }
        if (const auto* draft = std::get_if<acts::NotAdopted>(&content);
            draft && draft->paper == id && !draft->title.empty()) {
            return &draft->title;
        }
        if (const auto* drafted = std::get_if<acts::Drafted>(&content); drafted && drafted->paper == id)
            return &drafted->title;
        if (const auto* signed_by = std::get_if<acts::MemorandumSigned>(&content);
            signed_by && signed_by->paper == id) {
            return &signed_by->title;
        }
    }
    return nullptr;
}

std::string Names::paper(IdText id) const {
    const auto known = base::PaperId::known(id.letters);
    const base::Text* title = known ? paper_title(*known) : nullptr;
    return title ? text(*title) : std::string(id.letters);
}

const base::Text* Names::session_title(base::SessionId id) const {
    const base::Text* announced = nullptr;
    for (const auto number : view_.record.about(id)) {
        if (!view_.sees(number)) continue;
        const acts::Content& content = view_.act(number).content;
        if (const auto* held = std::get_if<acts::Held>(&content);
            held && held->session == id && !held->title.empty()) {
            return &held->title;
        }
        if (const auto* said = std::get_if<acts::Announced>(&content);
            said && said->session == id && !announced && !said->title.empty()) {
            announced = &said->title;
        }
    }
    return announced;
}

std::string Names::session(IdText id) const {
    const auto known = base::SessionId::known(id.letters);
    const base::Text* title = known ? session_title(*known) : nullptr;
    return title ? text(*title) : std::string(id.letters);
}

bool Names::names_source(base::SourceId id) const {
    if (!sources_) return false;
    const auto found = sources_->find(id);
    return found != sources_->end() && !found->second.empty();
}

std::string Names::source(IdText id) const {
    const auto known = base::SourceId::known(id.letters);
    if (!known) return std::string(id.letters);
    return names_source(*known) ? text(sources_->at(*known)) : std::string(id.letters);
}

std::string Names::dispute(IdText id) const {
    const auto* found = found_by<base::DisputeId>(id.letters, [&](auto one) { return rules().find(one); });
    if (found) return found->name.empty() ? std::string(id.letters) : text(found->name);
    return dispute_of_accounts(id.letters);
}

std::string Names::dispute_of_accounts(std::string_view letters) const {
    const auto dot = letters.rfind('.');
    if (dot == std::string_view::npos) return std::string(letters);
    const auto event = base::EventId::known(letters.substr(0, dot));
    const std::string_view told = field(language_, letters.substr(dot + 1));
    if (!event || told.empty()) return std::string(letters);
    for (const auto number : view_.record.accounts(*event)) {
        if (!view_.sees(number)) continue;
        const acts::Act& act = view_.act(number);
        std::string point(told);
        const bool of_one_year = act.on.earliest().year() == act.on.latest().year();
        if (of_one_year && letters.substr(dot + 1) != "on")
            point += ", " + std::to_string(act.on.latest().year());
        return describe(act, *this) + " (" + point + ")";
    }
    return std::string(letters);
}

namespace {
const rulebook::Side* side_of(const rulebook::Rulebook& rules, std::string_view dispute,
                              std::string_view side) {
    const auto* found = found_by<base::DisputeId>(dispute, [&](auto one) { return rules.find(one); });
    if (!found) return nullptr;
    const auto one =
        std::ranges::find_if(found->sides, [&](const rulebook::Side& s) { return s.id.text() == side; });
    return one == found->sides.end() ? nullptr : &*one;
}
}  // namespace

std::string Names::side(IdText dispute_id, IdText side_id) const {
    if (const auto* found = side_of(rules(), dispute_id.letters, side_id.letters)) {
        return found->name.empty() ? std::string(side_id.letters) : text(found->name);
    }
    const std::string_view letters = side_id.letters;
    const auto dot = dispute_id.letters.rfind('.');
    const std::string_view of =
        dot == std::string_view::npos ? std::string_view() : dispute_id.letters.substr(dot + 1);
    if (const auto date_told = base::Date::read(letters)) return date(language_, *date_told);
    if (of == "hand_over") {
        if (const auto words = say_named<acts::HandOver>(language_, letters); !words.empty())
            return std::string(words);
    }
    if (of == "format" || of == "session_kind" || of == "mode" || of == "stance" || of == "paper_kind") {
        for (const std::string_view words :
             {say_named<acts::Format>(language_, letters), say_named<acts::SessionKind>(language_, letters),
              say_named<acts::Mode>(language_, letters), say_named<acts::Stance>(language_, letters),
              say_named<acts::PaperKind>(language_, letters)}) {
            if (!words.empty()) return std::string(words);
        }
    }
    if (of == "member" || of == "from" || of == "in_place_of" || of == "succeeds") return member(letters);
    if (of == "person") return person(letters);
    if (of == "place") return place(letters);
    if (of == "body") return body(letters);
    const auto space = letters.find(' ');
    if (const auto nearness = acts::read_name<acts::Nearness>(letters.substr(0, space));
        nearness && space != std::string_view::npos) {  // "about 20", "at_least 14"
        std::int64_t number = 0;
        const std::string_view digits = letters.substr(space + 1);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc())
            return count(language_, acts::Count{number, *nearness});
    }
    return std::string(letters);
}

std::string Names::side_says(IdText dispute_id, IdText side_id) const {
    const auto* found = side_of(rules(), dispute_id.letters, side_id.letters);
    return found ? text(found->says) : std::string();
}

std::string Names::topic(IdText id) const {
    const auto* found = found_by<base::RuleId>(id.letters, [&](auto one) { return rules().topic(one); });
    return found && !found->name.empty() ? text(found->name) : std::string(id.letters);
}

std::string Names::other_organisation(IdText id) const {
    const auto* found =
        found_by<base::OrganisationId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name) : std::string(id.letters);
}

std::string Names::short_other_organisation(IdText id) const {
    const auto* found =
        found_by<base::OrganisationId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->abbreviation.empty() ? text(found->abbreviation) : other_organisation(id);
}

std::string Names::region(IdText id) const {
    const auto* found = found_by<base::RegionId>(id.letters, [&](auto one) { return rules().find(one); });
    return found && !found->name.empty() ? text(found->name) : std::string(id.letters);
}

const base::Text* Names::consultation_title(base::ConsultationId id) const {
    for (const auto number : view_.record.about(id)) {
        if (!view_.sees(number)) continue;
        const auto* asked = std::get_if<acts::ConsultationRequested>(&view_.act(number).content);
        if (asked) return &asked->title;
    }
    return nullptr;
}

std::string Names::consultation(IdText id) const {
    const auto known = base::ConsultationId::known(id.letters);
    const base::Text* title = known ? consultation_title(*known) : nullptr;
    return title ? text(*title) : std::string(id.letters);
}

namespace {
const rulebook::Rule* rule_of(const rulebook::Rulebook& rules, std::string_view id) {
    const rulebook::Rule* found = nullptr;
    const auto look = [&](const auto& all) {
        for (const auto& rule : all) {
            if (!found && rule.id.text() == id) found = &rule;
        }
    };
    look(rules.membership), look(rules.rotation), look(rules.quorum), look(rules.deciding);
    look(rules.bodies), look(rules.posts), look(rules.instruments);
    look(rules.regions), look(rules.procedures), look(rules.arrears), look(rules.papers);
    look(rules.provisions);
    return found;
}
}  // namespace

std::string Names::rule_article(IdText id) const {
    const auto* rule = rule_of(rules(), id.letters);
    return rule ? text(rule->article) : std::string();
}

std::string Names::rule_says(IdText id) const {
    const auto* rule = rule_of(rules(), id.letters);
    return rule ? text(rule->says) : std::string();
}

std::string Names::version(IdText id) const {
    for (const rulebook::Version& version : rules().versions) {
        if (version.id.text() == id.letters && !version.name.empty()) return text(version.name);
    }
    return std::string(id.letters);
}

std::string Names::stands_as(std::string_view code) const {
    for (const rulebook::Deciding& rule : rules().deciding) {
        const auto named = [&](const rulebook::Reading& reading) {
            return reading.otherwise_is.text() == code && !reading.otherwise_name.empty();
        };
        if (named(rule.reading)) return text(rule.reading.otherwise_name);
        for (const auto& [side, reading] : rule.by_side) {
            if (named(reading)) return text(reading.otherwise_name);
        }
    }
    const std::string_view known = words::stands_as(language_, code);
    return std::string(known.empty() ? code : known);
}

std::string Names::stands_as_clause(std::string_view code, Gender paper) const {
    if (language_ == Language::en) return "it stands as: " + stands_as(code);
    const std::string said = stands_as(code);
    const bool of_the_rulebook = said != words::stands_as(language_, code);
    const std::string_view clause = of_the_rulebook ? std::string_view() : stands_as_predicate(code);
    if (clause.empty()) return "статус: " + said;
    // The predicates of a participle are given in the masculine.
    return clause.ends_with("принят") ? agreeing(clause, paper) : std::string(clause);
}

std::string Names::stands_as_beside(std::string_view code, Gender paper) const {
    return language_ == Language::en ? stands_as(code) : stands_as_clause(code, paper);
}

std::string Names::organisation(Case form) const { return text(rules().name, form); }
std::string Names::short_organisation() const {
    return rules().abbreviation.empty() ? organisation() : text(rules().abbreviation);
}

Kind Names::find_kind(base::ActId id) const {
    const auto declared = [&](auto one) { return rules().find(one) != nullptr; };
    if (declared(id.as<struct base::MemberKind>())) return Kind::member;
    if (declared(id.as<struct base::BodyKind>())) return Kind::body;
    if (declared(id.as<struct base::PostKind>())) return Kind::post;
    if (declared(id.as<struct base::InstrumentKind>())) return Kind::instrument;
    if (declared(id.as<struct base::PersonKind>())) return Kind::person;
    if (declared(id.as<struct base::DisputeKind>())) return Kind::dispute;
    if (declared(id.as<struct base::OrganisationKind>())) return Kind::organisation;
    if (declared(id.as<struct base::RegionKind>())) return Kind::region;
    if (session_title(id.as<struct base::SessionKind>())) return Kind::session;
    if (paper_title(id.as<struct base::PaperKind>())) return Kind::paper;
    if (consultation_title(id.as<struct base::ConsultationKind>())) return Kind::consultation;
    if (rules().topic(id.as<struct base::RuleKind>())) return Kind::topic;
    if (names_source(id.as<struct base::SourceKind>())) return Kind::source;
    return view_.record.find(id) ? Kind::act : Kind::nothing;
}

Kind Names::kind_of(IdText id) const {
    const auto known = base::ActId::known(id.letters);
    if (!known || known->empty()) return Kind::nothing;
    const auto [kept, fresh] = kinds_.try_emplace(*known, Kind::nothing);
    if (fresh) kept->second = find_kind(*known);
    return kept->second;
}

std::string Names::subject(IdText id) const {
    switch (kind_of(id)) {
        case Kind::member:
            return member(id);
        case Kind::body:
            return body(id);
        case Kind::post:
            return post(id);
        case Kind::instrument:
            return instrument(id);
        case Kind::person:
            return person(id);
        case Kind::dispute:
            return dispute(id);
        case Kind::organisation:
            return other_organisation(id);
        case Kind::region:
            return region(id);
        case Kind::session:
            return session(id);
        case Kind::paper:
            return paper(id);
        case Kind::consultation:
            return consultation(id);
        case Kind::topic:
            return topic(id);
        case Kind::source:
            return source(id);
        case Kind::act:
        case Kind::nothing:
            break;
    }
    return act(id);
}

const acts::Act* Names::act_of(std::string_view id) const {
    const auto known = base::ActId::known(id);
    const auto number = known ? view_.record.find(*known) : std::nullopt;
    return number ? &view_.act(*number) : nullptr;
}

std::string Names::act(IdText id) const {
    const acts::Act* found = act_of(id.letters);
    return found ? describe(*found, *this) : std::string(id.letters);
}

// -- phrases -----------------------------------------------------------------------------------------

std::string Names::the_member(IdText id, Case form) const {
    std::string name = member(id, form);
    return language_ == Language::en && takes_article(name) ? with_article(name) : name;
}

std::string Names::the_body(IdText id, Case form) const {
    const auto* found = found_by<base::BodyId>(id.letters, [&](auto one) { return rules().find(one); });
    if (found && !declines(found->name, language_, form)) {
        return std::string(in_case(body_noun, form)) + " " + quoted(text(found->name));
    }
    const std::string name = body(id, form);
    return language_ == Language::en && name != id.letters ? with_article(name) : name;
}

std::string Names::the_post(IdText id, Case form) const {
    const auto* found = found_by<base::PostId>(id.letters, [&](auto one) { return rules().find(one); });
    if (found && !declines(found->name, language_, form)) return quoted(text(found->name));
    const std::string name = post(id, form);
    return language_ == Language::en && name != id.letters ? with_article(name) : name;
}

std::string Names::the_instrument(IdText id, Case form) const {
    const auto* found = found_by<base::InstrumentId>(id.letters, [&](auto one) { return rules().find(one); });
    if (found && !declines(found->name, language_, form)) {
        return std::string(in_case(paper_noun, form)) + " " + quoted(text(found->name));
    }
    const std::string name = instrument(id, form);
    // "Protocols 2 and 3" is known by its numbers and has no article.
    const auto second = name.find(' ');
    const bool numbered = second != std::string::npos && name.find_first_of("0123456789") == second + 1;
    return language_ == Language::en && name != id.letters && !numbered ? with_article(name) : name;
}

std::string Names::the_paper(IdText id, Case form) const {
    const std::string title = paper(id);
    if (language_ == Language::en) return quoted(title);
    return std::string(in_case(paper_noun, form)) + " " + quoted(title);
}

std::string Names::the_paper_or_instrument(IdText id, Case form) const {
    const auto known = base::InstrumentId::known(id.letters);
    return known && rules().find(*known) ? the_instrument(id, form) : the_paper(id, form);
}

std::string Names::the_session(IdText id, Case form) const {
    const auto known = base::SessionId::known(id.letters);
    if (!known) return std::string(id.letters);
    const acts::Act* announcement = nullptr;
    const auto said = [&](std::optional<acts::SessionKind> kind, const base::Value& of,
                          base::PlaceId place_id, const std::optional<base::Date>& on) {
        const bool meeting = kind == acts::SessionKind::extraordinary && is_meeting(session(id), language_);
        const SessionNoun noun = meeting ? extraordinary_meeting : noun_of(kind);
        std::string phrase = language_ == Language::ru ? std::string(in_case(noun.russian, form))
                                                       : "the " + std::string(noun.english);
        if (of.list() && !of.list()->empty()) {
            phrase += (language_ == Language::ru ? " " : " of ") + bodies(of, Case::genitive);
        }
        if (place_id) phrase += " " + in_place(place_id);
        if (on) phrase += " " + when(language_, *on);
        return phrase;
    };
    for (const auto number : view_.record.about(*known)) {
        if (!view_.sees(number)) continue;
        const acts::Act& act = view_.act(number);
        if (const auto* held = std::get_if<acts::Held>(&act.content); held && held->session == *known) {
            base::List of{held->body};
            for (const base::BodyId other : held->with) of.push_back(other);
            return said(held->session_kind, of, act.place, act.on);
        }
        if (const auto* one = std::get_if<acts::Announced>(&act.content);
            one && one->session == *known && !announcement) {
            announcement = &act;
        }
    }
    if (!announcement) return std::string(id.letters);
    const auto& one = std::get<acts::Announced>(announcement->content);
    return said(std::nullopt, one.body ? base::Value(base::List{one.body}) : base::Value(),
                announcement->place, one.when);
}

std::string Names::session_kind(IdText id, std::string_view kind) const {
    if (kind == acts::name_of(acts::SessionKind::extraordinary) && is_meeting(session(id), language_)) {
        return language_ == Language::ru ? std::string(extraordinary_meeting.russian[0])
                                         : std::string(extraordinary_meeting.english);
    }
    return std::string(say_named<acts::SessionKind>(language_, kind));
}

std::string Names::in_place(IdText id) const {
    const std::string name = place(id, Case::prepositional);
    if (language_ == Language::en) return "in " + name;
    return std::string(russian_in(name)) + " " + name;
}

// -- genders -----------------------------------------------------------------------------------------

Gender Names::gender_of_member(IdText id) const {
    const auto* found = found_by<base::MemberId>(id.letters, [&](auto one) { return rules().find(one); });
    return found ? gender_of_name(found->name) : Gender::masculine;
}

std::string Names::agreed(const Phrase& word, const base::Value& members) const {
    const base::List* all = members.list();
    if (language_ == Language::en || !all || all->empty()) return std::string(word(language_));
    return agreeing(word(language_),
                    all->size() > 1 ? Gender::plural : gender_of_member(all->front().text()));
}

Gender Names::gender_of_body(IdText id) const {
    const auto* found = found_by<base::BodyId>(id.letters, [&](auto one) { return rules().find(one); });
    return found ? gender_of_name(found->name) : Gender::masculine;
}

Gender Names::gender_of_instrument(IdText id) const {
    const auto* found = found_by<base::InstrumentId>(id.letters, [&](auto one) { return rules().find(one); });
    return found ? gender_of_name(found->name) : Gender::masculine;
}

Gender Names::gender_of_person(IdText id) const {
    const auto* found = found_by<base::PersonId>(id.letters, [&](auto one) { return rules().find(one); });
    if (!found) return Gender::masculine;
    return words::gender_of_person(russian(found->name, Case::nominative),
                                   russian(found->name, Case::genitive));
}

Gender Names::gender_of_paper(IdText id) const {
    const auto known = base::PaperId::known(id.letters);
    if (!known) return Gender::masculine;
    const std::string title = paper(id);
    if (const auto of_title = title == id.letters ? std::nullopt : gender_of_title(title)) return *of_title;
    for (const auto number : view_.record.about(*known)) {
        if (!view_.sees(number)) continue;
        const acts::Content& content = view_.act(number).content;
        std::optional<acts::PaperKind> kind;
        if (const auto* adopted = std::get_if<acts::Adopted>(&content); adopted && adopted->paper == *known)
            kind = adopted->paper_kind;
        if (const auto* refused = std::get_if<acts::NotAdopted>(&content);
            refused && refused->paper == *known)
            kind = refused->paper_kind;
        if (const auto* draft = std::get_if<acts::Drafted>(&content); draft && draft->paper == *known)
            kind = draft->paper_kind;
        if (kind) return gender_of(*kind);
    }
    return Gender::masculine;
}

// -- lists -------------------------------------------------------------------------------------------

std::string Names::list(const std::vector<std::string>& items) const {
    constexpr Phrase none{"none", "нет"};
    constexpr Phrase last{" and ", " и "};
    if (items.empty()) return std::string(none(language_));
    std::string joined = items.front();
    for (std::size_t i = 1; i < items.size(); ++i) {
        joined += i + 1 == items.size() ? std::string(last(language_)) : ", ";
        joined += items[i];
    }
    return joined;
}

std::vector<std::string> Names::sorted_members(const base::Value& ids) const {
    std::vector<std::string> sorted;
    if (const base::List* all = ids.list()) {
        for (const base::Value& one : *all) {
            if (one.string()) sorted.push_back(*one.string());
        }
    } else if (ids.string()) {
        sorted.push_back(*ids.string());
    }
    std::ranges::sort(sorted, [&](const std::string& a, const std::string& b) {
        return alphabetically(language_, member(a), member(b));
    });
    return sorted;
}

std::string Names::members(const base::Value& ids, Case form) const {
    std::vector<std::string> said;
    for (const std::string& id : sorted_members(ids)) said.push_back(the_member(id, form));
    return list(said);
}

std::string Names::bodies(const base::Value& ids, Case form) const {
    std::vector<std::string> said;
    if (const base::List* all = ids.list()) {
        for (const base::Value& one : *all) said.push_back(the_body(one.text(), form));
    }
    return list(said);
}

std::string Names::other_organisations(const base::Value& ids) const {
    std::vector<std::string> said;
    if (const base::List* all = ids.list()) {
        for (const base::Value& one : *all) said.push_back(other_organisation(one.text()));
    }
    return list(said);
}

std::string Names::sources(const base::Value& ids) const {
    std::string joined;
    if (const base::List* all = ids.list()) {
        for (const base::Value& one : *all) joined += (joined.empty() ? "" : "; ") + source(one.text());
    }
    return joined;
}

std::string in_language(Language language, std::string_view name) {
    constexpr std::string_view adjective = "кий";
    if (language == Language::en) return std::string(name);
    const bool one_word = name.find_first_of(" ,;") == std::string_view::npos;
    if (!one_word || !name.ends_with(adjective)) return "язык: " + std::string(name);
    return "на " + std::string(name.substr(0, name.size() - adjective.size())) + "ком";
}

// -- Russian prepositions ----------------------------------------------------------------------------

std::string_view russian_about(std::string_view word) {
    return is_vowel(letters_of(word).first) ? "об" : "о";
}

std::string_view russian_in(std::string_view word) {
    const auto [first, second] = letters_of(word);
    return is_one_of(first, {"в", "В", "ф", "Ф"}) && is_consonant(second) ? "во" : "в";
}

std::string_view russian_with(std::string_view word) {
    const auto [first, second] = letters_of(word);
    const bool hard = is_one_of(first, {"с", "С", "з", "З", "ш", "Ш", "ж", "Ж"}) && is_consonant(second);
    return hard || is_one_of(first, {"щ", "Щ"}) ? "со" : "с";
}

}  // namespace words
