#include "words/phrasing.hpp"

#include <array>
#include <optional>
#include <utility>

#include "words/figures.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

using Said = std::optional<std::string>;  // nothing: the fact is missing

// How a fact is said.
enum class As {
    member,
    members,
    body,
    body_label,
    bodies,
    post,
    post_label,
    person,
    paper,
    paper_or_instrument,
    session,
    instrument,
    place,
    dispute,
    side,
    topic,
    source,
    rule,
    stance,
    outcome,
    decision,
    stands_as,
    certainty,
    step,
    counted,
    paper_kind,
    session_kind,
    format,
    hand_over,
    date,
    when,
    since,
    from,
    until,
    text,
    quote,
    number,
    share,
    money,
    hour,
    organisation,
    the_organisation,
    consultation,
    reply,
    part,
    draft_answer,
    relation,
    items,
    paid,
    filling,
    measure,
    status,
    contact,
    became,
    region,
    ruling,
    claim,
    of_member,
    of_paper,
    of_signature,
    of_deposit,
    of_act,
    of_day,
};

struct Word {
    std::string_view name;
    As as;
};

// The words that may follow a colon.
constexpr std::array words_for_as{
    Word{"member", As::member},
    Word{"members", As::members},
    Word{"body", As::body},
    Word{"body-label", As::body_label},
    Word{"bodies", As::bodies},
    Word{"post", As::post},
    Word{"post-label", As::post_label},
    Word{"person", As::person},
    Word{"paper", As::paper},
    Word{"paper-or-instrument", As::paper_or_instrument},
    Word{"session", As::session},
    Word{"instrument", As::instrument},
    Word{"place", As::place},
    Word{"dispute", As::dispute},
    Word{"side", As::side},
    Word{"topic", As::topic},
    Word{"source", As::source},
    Word{"rule", As::rule},
    Word{"stance", As::stance},
    Word{"outcome", As::outcome},
    Word{"decision", As::decision},
    Word{"stands-as", As::stands_as},
    Word{"certainty", As::certainty},
    Word{"step", As::step},
    Word{"counted", As::counted},
    Word{"paper-kind", As::paper_kind},
    Word{"session-kind", As::session_kind},
    Word{"format", As::format},
    Word{"hand-over", As::hand_over},
    Word{"date", As::date},
    Word{"when", As::when},
    Word{"since", As::since},
    Word{"from", As::from},
    Word{"until", As::until},
    Word{"text", As::text},
    Word{"quote", As::quote},
    Word{"number", As::number},
    Word{"share", As::share},
    Word{"money", As::money},
    Word{"hour", As::hour},
    Word{"organisation", As::organisation},
    Word{"the-organisation", As::the_organisation},
    Word{"consultation", As::consultation},
    Word{"region", As::region},
    Word{"ruling", As::ruling},
    Word{"claim", As::claim},
};

// What a fact is by its name alone.
constexpr std::array words_for_facts{
    Word{"member", As::member},
    Word{"members", As::members},
    Word{"in_place_of", As::member},
    Word{"succeeds", As::member},
    Word{"to", As::member},
    Word{"last", As::member},
    Word{"next", As::member},
    Word{"of_member", As::member},
    Word{"by_member", As::member},
    Word{"with_member", As::member},
    Word{"by_person", As::person},
    Word{"with_person", As::person},
    Word{"to_person", As::person},
    Word{"organisation", As::organisation},
    Word{"with_organisations", As::organisation},
    Word{"consultation", As::consultation},
    Word{"became", As::became},
    Word{"to_paper", As::paper},
    Word{"to_instrument", As::instrument},
    Word{"to_session", As::session},
    Word{"share", As::share},
    Word{"amount", As::money},
    Word{"at", As::hour},
    Word{"hour", As::text},
    Word{"office", As::text},
    Word{"reply", As::reply},
    Word{"part", As::part},
    Word{"answer", As::draft_answer},
    Word{"relation", As::relation},
    Word{"items", As::items},
    Word{"paid", As::paid},
    Word{"filling", As::filling},
    Word{"measure", As::measure},
    Word{"status", As::status},
    Word{"contact", As::contact},
    Word{"done", As::number},
    Word{"of", As::number},
    Word{"posts", As::number},
    Word{"body", As::body},
    Word{"bodies", As::bodies},
    Word{"post", As::post},
    Word{"person", As::person},
    Word{"paper", As::paper},
    Word{"session", As::session},
    Word{"instrument", As::instrument},
    Word{"extension", As::instrument},
    Word{"with", As::instrument},
    Word{"place", As::place},
    Word{"dispute", As::dispute},
    Word{"side", As::side},
    Word{"topic", As::topic},
    Word{"rule", As::rule},
    Word{"stance", As::stance},
    Word{"outcome", As::outcome},
    Word{"stands_as", As::stands_as},
    Word{"certainty", As::certainty},
    Word{"step", As::step},
    Word{"counted", As::counted},
    Word{"paper_kind", As::paper_kind},
    Word{"session_kind", As::session_kind},
    Word{"format", As::format},
    Word{"hand_over", As::hand_over},
    Word{"on", As::date},
    Word{"since", As::date},
    Word{"decided_on", As::date},
    Word{"passed_on", As::date},
    Word{"reckoned_from", As::from},
    Word{"ended_on", As::date},
    Word{"effect", As::date},
    Word{"after", As::date},
    Word{"before", As::date},
    Word{"takes_effect", As::date},
    Word{"announced_on", As::date},
    Word{"when", As::date},
    Word{"title", As::text},
    Word{"says", As::text},
    Word{"why", As::text},
    Word{"subject", As::text},
    Word{"capacity", As::text},
    Word{"takes_part", As::text},
    Word{"article", As::text},
    Word{"number", As::number},
    Word{"year", As::number},
    Word{"count", As::number},
    Word{"present", As::number},
    Word{"all", As::number},
    Word{"deposits", As::number},
    Word{"signed_by", As::number},
};

constexpr std::array nouns_of_counts{
    Word{"member", As::of_member},   Word{"paper", As::of_paper}, Word{"signature", As::of_signature},
    Word{"deposit", As::of_deposit}, Word{"act", As::of_act},     Word{"day", As::of_day},
};

template <class Table> std::optional<As> look_up(const Table& table, std::string_view name) {
    for (const Word& word : table) {
        if (word.name == name) return word.as;
    }
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, Case>, 6> cases{{{"nom", Case::nominative},
                                                                  {"gen", Case::genitive},
                                                                  {"dat", Case::dative},
                                                                  {"acc", Case::accusative},
                                                                  {"ins", Case::instrumental},
                                                                  {"pre", Case::prepositional}}};

// "{from:member/gen}" without its braces.
struct Place {
    std::string_view fact;
    As as = As::text;
    Case form = Case::nominative;
    std::string_view agreeing;  // the word that agrees with the fact and stands in its place
};

std::optional<Place> read_place(std::string_view inside) {
    Place place;
    if (const auto tilde = inside.find('~'); tilde != std::string_view::npos) {
        place.agreeing = inside.substr(tilde + 1);
        if (place.agreeing.empty()) return std::nullopt;
        inside = inside.substr(0, tilde);
    }
    if (const auto slash = inside.find('/'); slash != std::string_view::npos) {
        bool known = false;
        for (const auto& [name, form] : cases) {
            if (name == inside.substr(slash + 1)) place.form = form, known = true;
        }
        if (!known) return std::nullopt;
        inside = inside.substr(0, slash);
    }
    std::optional<As> as;
    if (const auto colon = inside.find(':'); colon != std::string_view::npos) {
        place.fact = inside.substr(0, colon);
        as = look_up(words_for_as, inside.substr(colon + 1));
    } else if (const auto dot = inside.find('.'); dot != std::string_view::npos) {
        place.fact = inside.substr(0, dot);
        as = look_up(nouns_of_counts, inside.substr(dot + 1));
    } else {
        place.fact = inside;
        as = look_up(words_for_facts, inside);
    }
    if (!as || place.fact.empty()) return std::nullopt;
    place.as = *as;
    return place;
}

std::string or_itself(std::string_view words, std::string_view itself) {
    return std::string(words.empty() ? itself : words);
}

std::string said_date(const base::Value& value, const Names& names, As as, Case form) {
    const Language language = names.language();
    if (const base::List* several = value.list()) {  // accounts differ: each as it is told
        std::vector<std::string> said;
        for (const base::Value& one : *several) said.push_back(said_date(one, names, as, form));
        return names.list(said);
    }
    const auto read = base::Date::read(value.text());
    if (!read) return std::string(value.text());
    switch (as) {
        case As::when:
            return when(language, *read);
        case As::since:
            return since(language, *read);
        case As::from:
            return from(language, *read);
        case As::until:
            return until(language, *read);
        default:
            return date(language, *read, form);
    }
}

// Another organisation in a sentence: "the United Nations", «Организации Объединённых Наций». A name of one
// word has no article: "Interpol".
std::string the_organisation(std::string_view id, const Names& names, Case form) {
    const auto known = base::OrganisationId::known(id);
    const auto* found = known ? names.rules().find(*known) : nullptr;
    std::string said = found && !found->name.empty() ? names.text(found->name, form) : std::string(id);
    const bool article = names.language() == Language::en && said.contains(' ') && !said.starts_with("the ");
    return article ? "the " + said : said;
}

// «наблюдатель», «наблюдателя»: the two cases that sentences ask for.
std::string status(std::string_view name, Language language, Case form) {
    const auto value = acts::read_name<acts::Status>(name);
    if (!value) return std::string(name);
    if (language == Language::en || form != Case::genitive) return std::string(words::say(language, *value));
    switch (*value) {
        case acts::Status::observer:
            return "наблюдателя";
        case acts::Status::partner:
            return "партнёра";
    }
    std::unreachable();
}

// Of the paper these facts are about: as the record names it, else by the kind the row has.
Gender gender_of_paper(const base::Object& facts, const Names& names) {
    const auto paper = facts.find("paper");
    if (paper != facts.end()) return names.gender_of_paper(paper->second.text());
    if (const auto kind = facts.find("kind"); kind != facts.end()) {
        if (const auto known = acts::read_name<acts::PaperKind>(kind->second.text()))
            return gender_of(*known);
    }
    return Gender::neuter;
}

// With what a word about this fact agrees. Several states are a plural; what is said after «документ» is
// masculine as that noun is.
Gender gender_of_fact(const Place& place, const base::Value& value, const Names& names) {
    if (value.list()) {
        if (value.list()->size() != 1) return Gender::plural;
        return gender_of_fact(place, value.list()->front(), names);
    }
    switch (place.as) {
        case As::member:
        case As::members:
            return names.gender_of_member(value.text());
        case As::body:
        case As::body_label:
            return names.gender_of_body(value.text());
        case As::instrument:
            return names.gender_of_instrument(value.text());
        case As::person:
            return names.gender_of_person(value.text());
        default:
            return Gender::masculine;
    }
}

Said say(const Place& place, const base::Object& facts, const Names& names) {
    const auto found = facts.find(place.fact);
    if (found == facts.end() || found->second.is_null()) return std::nullopt;
    const base::Value& value = found->second;
    const std::string_view text = value.text();
    const Language language = names.language();
    const auto named = [&](std::string_view words) { return or_itself(words, text); };
    const auto counted = [&](const Noun& noun) { return count(language, told_count(value), noun); };
    if (value.string() && text.empty()) return std::nullopt;
    if (!place.agreeing.empty()) return agreeing(place.agreeing, gender_of_fact(place, value, names));
    switch (place.as) {
        case As::member:
            return value.list() ? names.members(value, place.form) : names.the_member(text, place.form);
        case As::members:
            return names.members(value, place.form);
        case As::body:
            return value.list() ? names.bodies(value, place.form) : names.the_body(text, place.form);
        case As::body_label:
            return names.body(text, place.form);
        case As::bodies:
            return names.bodies(value, place.form);
        case As::post:
            return names.the_post(text, place.form);
        case As::post_label:
            return names.post(text, place.form);
        case As::person:
            return names.person(text, place.form);
        case As::paper:
            return names.the_paper(text, place.form);
        case As::paper_or_instrument:
            return names.the_paper_or_instrument(text, place.form);
        case As::session:
            return names.the_session(text, place.form);
        case As::instrument:
            return names.the_instrument(text, place.form);
        case As::place:
            return names.in_place(text);
        case As::dispute:
            return names.dispute(text);
        case As::side: {
            const auto dispute = facts.find("dispute");
            return names.quoted(
                names.side(dispute == facts.end() ? std::string_view() : dispute->second.text(), text));
        }
        case As::topic:
            return names.topic(text);
        case As::source:
            return names.source(text);
        case As::rule:
            return or_itself(names.rule_article(text), text);
        case As::stance:
            return named(say_named<acts::Stance>(language, text));
        case As::outcome:
            return named(say_named<acts::Outcome>(language, text));
        case As::decision: {
            for (const auto outcome :
                 {law::Outcome::not_read, law::Outcome::not_open, law::Outcome::no_quorum,
                  law::Outcome::adopted, law::Outcome::not_adopted}) {
                if (law::name_of(outcome) != text) continue;
                // Joined to the paper before it: «документ „…“ принят», «документ „…“: правило не прочитано».
                if (language == Language::ru && outcome == law::Outcome::adopted) return " принят";
                if (language == Language::ru && outcome == law::Outcome::not_adopted) return " не принят";
                return ": " + std::string(words::say(language, outcome));
            }
            return std::string(text);
        }
        case As::stands_as:
            return names.stands_as_clause(text);
        case As::certainty:
            return named(say_named<acts::Certainty>(language, text));
        case As::step:
            return named(say_named<acts::Step>(language, text));
        case As::counted:
            return named(say_named<acts::Counted>(language, text));
        case As::paper_kind:
            return named(say_named<acts::PaperKind>(language, text));
        case As::session_kind:
            return named(say_named<acts::SessionKind>(language, text));
        case As::format:
            return named(say_named<acts::Format>(language, text));
        case As::hand_over:
            return named(say_named<acts::HandOver>(language, text));
        case As::date:
        case As::when:
        case As::since:
        case As::from:
        case As::until:
            return said_date(value, names, place.as, place.form);
        case As::text: {
            std::string said = names.text(value);
            return said.empty() ? Said() : Said(std::move(said));
        }
        case As::quote: {
            const std::string said = names.text(value);
            return said.empty() ? Said() : Said(names.quoted(said));
        }
        case As::became:
            return named(became(language, text, gender_of_paper(facts, names)));
        case As::region:
            return names.region(text);
        case As::ruling:
            return named(say_named<acts::Ruling>(language, text));
        case As::claim:
            return named(claim_standing(language, text));
        case As::share:
            return share(language, text);
        case As::money:
            return money(language, value);
        case As::hour:
            return hour(language, text);
        case As::organisation:
            return value.list() ? names.other_organisations(value) : names.other_organisation(text);
        case As::the_organisation:
            return the_organisation(text, names, place.form);
        case As::consultation:
            return names.quoted(names.consultation(text));
        case As::reply:
            return named(say_named<acts::Reply>(language, text));
        case As::part:
            return named(say_named<acts::Part>(language, text));
        case As::draft_answer:
            return named(say_named<acts::DraftAnswer>(language, text));
        case As::relation:
            return named(say_named<acts::Relation>(language, text));
        case As::items:
            return named(say_named<acts::Items>(language, text));
        case As::paid:
            return named(say_named<acts::Paid>(language, text));
        case As::filling:
            return named(say_named<acts::Filling>(language, text));
        case As::measure:
            return named(say_named<acts::CrisisMeasure>(language, text));
        case As::status:
            return status(text, language, place.form);
        case As::contact:
            return named(say_named<acts::ContactKind>(language, text));
        case As::number:
            if (value.string()) return std::string(text);
            return count(language, told_count(value));
        case As::of_member:
            return counted(nouns::member);
        case As::of_paper:
            return counted(nouns::paper);
        case As::of_signature:
            return counted(nouns::signature);
        case As::of_deposit:
            return counted(nouns::deposit);
        case As::of_act:
            return counted(nouns::act);
        case As::of_day:
            return counted(nouns::day);
    }
    std::unreachable();
}

constexpr Phrase missing{"not on record", "в записях нет"};

// Fills one stretch of a pattern. Nothing when `may_be_left_out` and a fact in it is missing.
Said fill_stretch(std::string_view stretch, const base::Object& facts, const Names& names,
                  bool may_be_left_out) {
    std::string out;
    while (!stretch.empty()) {
        const auto open = stretch.find('{');
        out += stretch.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = stretch.find('}', open);
        const auto place = read_place(stretch.substr(open + 1, close - open - 1));
        const Said said = place ? say(*place, facts, names) : Said();
        if (!said && may_be_left_out) return std::nullopt;
        out += said ? *said : std::string(missing(names.language()));
        stretch.remove_prefix(close + 1);
    }
    return out;
}

}  // namespace

std::string fill(std::string_view pattern, const base::Object& facts, const Names& names) {
    std::string out;
    while (!pattern.empty()) {
        const auto open = pattern.find('[');
        out += *fill_stretch(pattern.substr(0, open), facts, names, false);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find(']', open);
        out += fill_stretch(pattern.substr(open + 1, close - open - 1), facts, names, true).value_or("");
        pattern.remove_prefix(close + 1);
    }
    return out;
}

bool well_formed(std::string_view pattern) {
    bool in_brackets = false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '[' || pattern[i] == ']') {
            if (in_brackets != (pattern[i] == ']')) return false;
            in_brackets = !in_brackets;
        } else if (pattern[i] == '{') {
            const auto close = pattern.find('}', i);
            if (close == std::string_view::npos || !read_place(pattern.substr(i + 1, close - i - 1)))
                return false;
            i = close;
        } else if (pattern[i] == '}') {
            return false;
        }
    }
    return !in_brackets;
}

std::string as_sentence(std::string_view clause) {
    std::string sentence = capitalised(clause);
    if (sentence.empty()) return sentence;
    for (const std::string_view end : {".", "!", "?", ".”", ".»", "…"}) {
        if (sentence.ends_with(end)) return sentence;
    }
    return sentence + ".";
}

}  // namespace words
