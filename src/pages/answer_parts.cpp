#include "pages/answer_parts.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "words/answers.hpp"
#include "words/dates.hpp"
#include "words/listing_facts.hpp"
#include "words/near_said.hpp"
#include "words/page_words.hpp"
#include "words/reasons.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
using html::el;
using html::group;
using html::link;

namespace {

/// The rule of that name, so that a reason can lead to it.
bool has_rule(const words::Names& names, std::string_view id) { return !names.rule_says(id).empty(); }

}  // namespace

SourceAddresses source_addresses(std::span<const rulebook::Source> sources) {
    SourceAddresses all;
    for (const rulebook::Source& source : sources) {
        if (auto url = Url::read(source.url); url && !source.url.empty())
            all.emplace(source.id.text(), std::move(*url));
    }
    return all;
}

// -- grades and sources ---------------------------------------------------------------------------

Grade grade_of(base::Support support) {
    switch (support) {
        case base::Support::official:
            return Grade::official;
        case base::Support::reported:
            return Grade::reported;
        case base::Support::inferred:
            return Grade::inferred;
        case base::Support::unverified:
            return Grade::unverified;
    }
    std::unreachable();
}

std::optional<Grade> grade_named(std::string_view support) {
    const auto read = base::read_support(support);
    return read ? std::optional(grade_of(*read)) : std::nullopt;
}

const base::List& items(const base::Value& value) {
    static const base::List none;
    const base::List* list = value.list();
    return list ? *list : none;
}

const base::Value& beside(const questions::Answer& answer, std::string_view name) {
    static const base::Value none;
    const auto at = answer.besides.find(name);
    return at == answer.besides.end() ? none : at->second;
}

std::optional<Grade> grade_in(const base::Value& row) { return grade_named(row["rests_on"].text()); }

Fragment grade_tag(Language language, std::optional<Grade> graded) {
    return graded ? grade(language, *graded) : Fragment();
}

namespace {

SourceLink source_of(const Setting& setting, std::string_view id) {
    const auto at = setting.sources.find(id);
    return {setting.names.source(id), at == setting.sources.end() ? std::nullopt : std::optional(at->second)};
}

}  // namespace

std::vector<SourceLink> sources_of(const Setting& setting, const base::Value& ids) {
    std::vector<SourceLink> all;
    for (const base::Value& id : items(ids)) all.push_back(source_of(setting, id.text()));
    return all;
}

std::vector<SourceLink> sources_of(const Setting& setting, const std::vector<base::SourceId>& ids) {
    std::vector<SourceLink> all;
    for (const base::SourceId id : ids) all.push_back(source_of(setting, id.text()));
    return all;
}

Fragment rests_on(const Setting& setting, const base::Value& row) {
    Fragment out = source_links(sources_of(setting, row["sources"]));
    if (const auto graded = grade_in(row)) {
        if (!out.empty()) out += " ";
        out += grade(setting.language(), *graded);
    }
    return out;
}

std::string MadeOnce::key_of(const base::Value& row) {
    std::string key(row["rests_on"].text());
    if (const base::List* sources = row["sources"].list()) {
        for (const base::Value& source : *sources) key.append(1, ' ').append(source.text());
    }
    return key;
}

const Fragment& MadeOnce::rests_on(const base::Value& row) {
    return of_sources(row, [&] { return pages::rests_on(setting_, row); });
}

const Fragment& MadeOnce::subject_link(std::string_view id) {
    const auto [kept, fresh] = links_.try_emplace(std::string(id));
    if (fresh) kept->second = pages::subject_link(setting_, id);
    return kept->second;
}

// -- names as links -------------------------------------------------------------------------------

Fragment member_link(const Setting& setting, words::IdText id) {
    return link(setting.links.member(id.letters), setting.names.member(id));
}

Fragment listed(Language language, const std::vector<Fragment>& items) {
    Fragment out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += i + 1 == items.size() ? page_words::and_word(language) : ", ";
        out += items[i];
    }
    return out;
}

Fragment member_links(const Setting& setting, const base::Value& ids) {
    std::vector<Fragment> links;
    for (const std::string& id : setting.names.sorted_members(ids)) links.push_back(member_link(setting, id));
    return links.empty() ? Fragment(page_words::none(setting.language())) : listed(setting.language(), links);
}

std::optional<Url> address_of(const words::Names& names, const Links& links, words::IdText id) {
    using words::Kind;
    const std::string_view letters = id.letters;
    switch (names.kind_of(id)) {
        case Kind::member:
            return links.member(letters);
        case Kind::body:
            return links.body(letters);
        case Kind::post:
            return links.post(letters);
        case Kind::instrument:
            return links.instrument(letters);
        case Kind::person:
            return links.person(letters);
        case Kind::dispute:
            return links.dispute(letters);
        case Kind::region:
            return links.rule(letters);
        case Kind::session:
            return links.session(letters);
        case Kind::paper:
            return links.paper(letters);
        case Kind::consultation:
            return links.consultation(letters);
        case Kind::topic:
            return links.topic(letters);
        case Kind::source:
            return links.source(letters);
        case Kind::act:
            return links.act(letters);
        case Kind::organisation:
            return std::nullopt;
        case Kind::nothing:
            break;
    }
    // A difference of accounts is named by its event and field.
    return letters.contains('.') ? std::optional(links.dispute(letters)) : std::nullopt;
}

Fragment subject_link(const Setting& setting, words::IdText id) {
    const auto to = address_of(setting.names, setting.links, id);
    const std::string name = setting.names.subject(id);
    return to ? link(*to, name) : Fragment(name);
}

std::vector<Fragment> subjects_of(const Setting& setting, const acts::Act& act) {
    std::vector<Fragment> all;
    std::set<std::string> seen;
    record::each_name(act.content, [&](std::string_view role, auto id) {
        if (!seen.insert(std::string(id.text())).second) return;
        if (role == "act" || role == "announcement") {
            all.push_back(link(setting.links.act(id.text()), words::capitalised(setting.names.act(id))));
        } else {
            all.push_back(subject_link(setting, id));
        }
    });
    return all;
}

Fragment named_link(const Setting& setting, const std::string& text, const std::string& subject) {
    if (subject.empty() || text.empty()) return Fragment(text);
    const auto to = address_of(setting.names, setting.links, subject);
    return to ? link(*to, Fragment(text)) : Fragment(text);
}

Fragment line_of(const Setting& setting, const words::ListingLine& line) {
    Fragment out;
    for (const words::ListingPart& part : line) out += named_link(setting, part.text, part.subject);
    return out;
}

Fragment nearest_on_record(const Setting& setting, const base::Value& near) {
    return line_of(setting, words::nearest_on_record(near, setting.names, words::Facts::in_words));
}

Fragment with_nearest(const Setting& setting, Fragment missing, const base::Value& near) {
    const Fragment nearest = nearest_on_record(setting, near);
    // The blank is for who copies the cell or hears it read.
    return nearest.empty() ? missing : group(missing, " ", el<"span">(html::attr<"class">("note"), nearest));
}

std::string chaired_body(const Setting& setting, words::IdText id) {
    if (setting.language() == Language::en) return setting.names.body(id);
    const std::string name = setting.names.the_body(id, words::Case::prepositional);
    return std::string(words::russian_in(name)) + " " + name;
}

Fragment dispute_link(const Setting& setting, words::IdText id) {
    return link(setting.links.dispute(id.letters), words::capitalised(setting.names.dispute(id)));
}

Fragment date_told(const Setting& setting, const base::Value& edtf, const std::optional<Url>& to) {
    const Language language = setting.language();
    const auto leading = [&](const Fragment& text) { return to ? link(*to, text) : text; };
    if (const base::List* several = edtf.list()) {  // accounts that differ
        Fragment out;
        for (const base::Value& one : *several) {
            if (!out.empty()) out += page_words::or_word(language);
            out += words::date(language, one.text());
        }
        return several->size() < 2
                   ? leading(out)
                   : Fragment(group(marked(Mark::depends, page_words::sources_differ(language)), ": ",
                                    leading(out)));
    }
    if (edtf.text().empty()) return leading("—");
    const auto date = base::Date::read(edtf.text());
    const std::string said = words::date(language, edtf.text());
    if (!date || date->exact()) return leading(said);
    return group(leading(said), " ", marked(Mark::imprecise, page_words::imprecise(language)));
}

// -- reasons --------------------------------------------------------------------------------------

Reason reason(const Setting& setting, const law::Reason& from) {
    Reason out;
    out.says = words::sentence(from, setting.names);
    out.article = setting.names.text(from.article);
    if (const auto rule = from.facts.find("rule");
        rule != from.facts.end() && has_rule(setting.names, rule->second.text())) {
        out.article_at = setting.links.rule(rule->second.text());
    }
    if (from.support) out.grade = grade_of(*from.support);
    out.sources = sources_of(setting, from.sources);
    out.because = reasons_of(setting, from.because);
    return out;
}

Reason reason(const Setting& setting, const base::Value& from) {
    Reason out;
    if (const base::Object* object = from.object()) out.says = words::sentence(*object, setting.names);
    out.article = setting.names.text(from["article"]);
    if (const auto rule = from["facts"]["rule"].text(); !rule.empty() && has_rule(setting.names, rule)) {
        out.article_at = setting.links.rule(rule);
    }
    out.grade = grade_in(from);
    out.sources = sources_of(setting, from["sources"]);
    out.because = reasons_of(setting, from["because"]);
    return out;
}

std::vector<Reason> reasons_of(const Setting& setting, const std::vector<law::Reason>& from) {
    std::vector<Reason> all;
    for (const std::size_t i : words::reading_order(from, setting.names))
        all.push_back(reason(setting, from[i]));
    return all;
}

std::vector<Reason> reasons_of(const Setting& setting, const base::Value& from) {
    std::vector<Reason> all;
    const base::List& list = items(from);
    for (const std::size_t i : words::reading_order(list, setting.names))
        all.push_back(reason(setting, list[i]));
    return all;
}

namespace {

/// The takings that lead to one answer, by name.
std::string takings_said(const Setting& setting, const std::vector<law::Taking>& takings) {
    std::string said;
    for (const law::Taking& taking : takings) {
        if (!said.empty()) said += page_words::or_word(setting.language());
        said += taking_said(setting, taking);
    }
    return said;
}

}  // namespace

Fragment reasons_of_answer(const Setting& setting, const law::Conclusion& conclusion,
                           std::string_view summary, Fold fold) {
    std::vector<Reason> tree;
    for (const law::BySide* side : sides_in_order(setting, conclusion)) {
        Reason one;
        one.says = words::fill_in(page_words::if_side(setting.language()),
                                  {{"side", takings_said(setting, side->taking)}});
        one.because = reasons_of(setting, side->reasons);
        tree.push_back(std::move(one));
    }
    for (Reason& one : reasons_of(setting, conclusion.reasons)) tree.push_back(std::move(one));
    Fragment out;
    if (!tree.empty()) out += reasons(setting.language(), summary, tree, fold);
    std::vector<std::string> changes_nothing;
    for (const base::DisputeId id : conclusion.examined) changes_nothing.push_back(setting.names.dispute(id));
    out += examined(setting.language(), changes_nothing);
    return out;
}

// -- how an answer stands -------------------------------------------------------------------------

Mark mark_of(law::Standing standing) {
    switch (standing) {
        case law::Standing::settled:
            return Mark::settled;
        case law::Standing::imprecise:
            return Mark::imprecise;
        case law::Standing::depends:
            return Mark::depends;
        case law::Standing::not_on_record:
            return Mark::not_on_record;
    }
    std::unreachable();
}

Mark mark_named(std::string_view standing) {
    for (const auto one : {law::Standing::settled, law::Standing::imprecise, law::Standing::depends}) {
        if (law::standing_name(one) == standing) return mark_of(one);
    }
    return Mark::not_on_record;
}

namespace {

/// "depends on interpretation" of a rule, "sources differ" about an event.
std::string_view depends_on(const Setting& setting, const std::vector<base::DisputeId>& disputes) {
    bool rules = false;
    bool accounts = false;
    for (const base::DisputeId id : disputes) (setting.names.rules().find(id) ? rules : accounts) = true;
    return (rules && accounts ? page_words::depends_on_both
            : accounts        ? page_words::sources_differ
                              : page_words::depends_on_rule)(setting.language());
}

/// "Settled" at the beginning of a sentence, "settled" after a colon.
std::string opened(std::string_view standing, Opening opening) {
    return opening == Opening::sentence ? words::capitalised(standing) : std::string(standing);
}

Fragment said_standing(const Setting& setting, Mark mark, const std::vector<base::DisputeId>& disputes,
                       std::optional<base::Support> support, const base::Value& near,
                       std::string_view settled_by, Opening opening) {
    const Language language = setting.language();
    Fragment out;
    switch (mark) {
        case Mark::depends: {
            out += marked(mark, opened(depends_on(setting, disputes), opening));
            Fragment list;
            for (const base::DisputeId id : disputes)
                list += group(list.empty() ? ": " : "; ", dispute_link(setting, id));
            out += list;
            break;
        }
        case Mark::imprecise:
            out += marked(mark, opened(page_words::imprecise(language), opening));
            break;
        case Mark::settled:
            out += marked(mark, opened(page_words::settled(language), opening));
            break;
        default:
            out += marked(Mark::not_on_record, opened(page_words::not_on_record(language), opening));
            break;
    }
    out += ".";
    const auto add = [&](const Fragment& said) {
        if (!said.empty()) out += group(" ", said);
    };
    if (support && mark != Mark::not_on_record)
        add(words::fill_in(page_words::rests_on(language), {{"what", words::rests_on(language, *support)}}));
    add(nearest_on_record(setting, near));
    add(words::would_settle(language, settled_by));
    return out;
}

Fragment said_standing(const Setting& setting, const law::Conclusion& conclusion, const base::Value& near,
                       std::string_view settled_by, Opening opening) {
    Fragment out = said_standing(setting, mark_of(conclusion.standing), conclusion.disputes,
                                 conclusion.rests_on, near, settled_by, opening);
    if (conclusion.too_many_sides) out += group(" ", page_words::too_many_sides(setting.language()));
    return out;
}

}  // namespace

Fragment standing_line(const Setting& setting, const law::Conclusion& conclusion, Opening opening) {
    return said_standing(setting, conclusion, {}, conclusion.settled_by, opening);
}

Fragment standing_line(const Setting& setting, const questions::Answer& answer, Opening opening) {
    return said_standing(setting, answer.conclusion, answer.near, answer.conclusion.settled_by, opening);
}

Fragment standing_under_headline(const Setting& setting, const questions::Answer& answer) {
    const bool said = answer.conclusion.standing == law::Standing::not_on_record;
    return said_standing(setting, answer.conclusion, answer.near,
                         said ? std::string_view() : answer.conclusion.settled_by, Opening::sentence);
}

Fragment standing_line(const Setting& setting, const base::Value& conclusion) {
    std::vector<base::DisputeId> disputes;
    for (const base::Value& id : items(conclusion["disputes"])) {
        if (const auto known = base::DisputeId::known(id.text())) disputes.push_back(*known);
    }
    return said_standing(setting, mark_named(conclusion["standing"].text()), disputes,
                         base::read_support(conclusion["rests_on"].text()), {},
                         conclusion["settled_by"].text(), Opening::sentence);
}

// -- sides ----------------------------------------------------------------------------------------

namespace {

Holder holder_of(const Setting& setting, std::string_view who, std::string_view kind, std::string_view person,
                 std::string_view on) {
    const words::Names& names = setting.names;
    Holder out;
    out.who = kind == "member"   ? names.member(who)
              : kind == "body"   ? names.body(who)
              : kind == "person" ? names.person(who)
                                 : names.source(who);
    if (!person.empty() && kind != "person") out.who += " (" + names.person(person) + ")";
    // A source has its own day in its name; the day of the act would be that of the event.
    if (kind != "source" && !on.empty()) out.when = words::date(setting.language(), on);
    return out;
}

/// An account is told by its source: its first source is the holder itself and is not named twice.
void add_sources(Holder& out, std::string_view kind, std::vector<SourceLink> sources) {
    if (kind == "source") {
        std::erase_if(sources,
                      [&](const SourceLink& source) { return source.name == out.who && !source.at; });
        for (SourceLink& source : sources) {
            if (source.name == out.who) out.who.clear();  // the link itself says who
        }
    }
    out.sources = std::move(sources);
}

template <class T> void alphabetical(Language language, std::vector<T>& items, auto name) {
    std::ranges::sort(
        items, [&](const T& a, const T& b) { return words::alphabetically(language, name(a), name(b)); });
}

}  // namespace

Holder holder(const Setting& setting, const law::Holder& from) {
    Holder out = holder_of(setting, from.who, from.who_kind, from.person, from.on.text());
    out.grade = grade_of(from.support);
    add_sources(out, from.who_kind, sources_of(setting, from.sources));
    return out;
}

Holder holder(const Setting& setting, const base::Value& from) {
    Holder out =
        holder_of(setting, from["who"].text(), from["kind"].text(), from["person"].text(), from["on"].text());
    out.grade = grade_in(from);
    add_sources(out, from["kind"].text(), sources_of(setting, from["sources"]));
    return out;
}

std::vector<Side> sides_of(const Setting& setting, const law::DisputeTold& dispute) {
    std::vector<Side> all;
    for (const law::SideTold& told : dispute.sides) {
        Side side{words::capitalised(setting.names.side(dispute.id, told.id)),
                  setting.names.side_says(dispute.id, told.id),
                  {}};
        for (const law::Holder& one : told.held_by) side.holders.push_back(holder(setting, one));
        all.push_back(std::move(side));
    }
    alphabetical(setting.language(), all, [](const Side& side) { return std::string_view(side.name); });
    return all;
}

std::vector<Side> sides_of(const Setting& setting, const base::Value& dispute) {
    std::vector<Side> all;
    const std::string_view id = dispute["id"].text();
    for (const base::Value& told : items(dispute["sides"])) {
        Side side{words::capitalised(setting.names.side(id, told["id"].text())),
                  setting.names.side_says(id, told["id"].text()),
                  {}};
        for (const base::Value& one : items(told["held_by"])) side.holders.push_back(holder(setting, one));
        all.push_back(std::move(side));
    }
    alphabetical(setting.language(), all, [](const Side& side) { return std::string_view(side.name); });
    return all;
}

std::string taking_said(const Setting& setting, const law::Taking& taking) {
    std::string said;
    for (const auto& [dispute, side] : taking) {
        if (!said.empty()) said += "; ";
        if (taking.size() > 1) said += setting.names.dispute(dispute) + ": ";
        said += setting.names.side(dispute, side);
    }
    return said;
}

Side side_of(const Setting& setting, const law::BySide& from, Fragment answer) {
    Side side{words::capitalised(takings_said(setting, from.taking)), std::move(answer), {}};
    for (const law::Holder& one : from.held_by) side.holders.push_back(holder(setting, one));
    return side;
}

std::vector<const law::BySide*> sides_in_order(const Setting& setting, const law::Conclusion& conclusion) {
    std::vector<std::pair<std::string, const law::BySide*>> named;
    for (const law::BySide& side : conclusion.by_side)
        named.emplace_back(takings_said(setting, side.taking), &side);
    // Days in the order of the calendar, names in that of the alphabet.
    const auto first_day = [](const law::BySide& side) -> std::optional<base::Day> {
        const auto& taking = side.taking.front();
        const auto date = taking.empty() ? std::nullopt : base::Date::read(taking.begin()->second.text());
        return date ? std::optional(date->earliest()) : std::nullopt;
    };
    std::ranges::sort(named, [&](const auto& a, const auto& b) {
        const auto left = first_day(*a.second);
        const auto right = first_day(*b.second);
        if (left && right) return *left < *right;
        return words::alphabetically(setting.language(), a.first, b.first);
    });
    std::vector<const law::BySide*> all;
    for (const auto& [name, side] : named) all.push_back(side);
    return all;
}

std::vector<Offered> offered(const Setting& setting, const std::vector<base::DisputeId>& disputes) {
    std::vector<Offered> all;
    for (const base::DisputeId id : disputes) {
        if (std::ranges::any_of(all, [&](const Offered& one) { return one.dispute == id.text(); })) continue;
        const auto told = law::dispute(setting.names.view(), id);
        if (!told) continue;
        Offered one{std::string(id.text()), words::capitalised(setting.names.dispute(id)), {}};
        for (const law::SideTold& side : told->sides) {
            one.sides.push_back(
                {std::string(side.id.text()), words::capitalised(setting.names.side(id, side.id))});
        }
        alphabetical(setting.language(), one.sides,
                     [](const auto& side) { return std::string_view(side.name); });
        const auto& taken = setting.names.view().taken;
        if (const auto side = taken.find(id); side != taken.end()) one.taken = side->second.text();
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<const rulebook::Rule*> rules_of_dispute(const rulebook::Rulebook& rules,
                                                    base::DisputeId dispute) {
    const rulebook::Dispute* declared = rules.find(dispute);
    std::vector<const rulebook::Rule*> all;
    const auto look = [&](const auto& some, auto names_it) {
        for (const auto& rule : some) {
            if (names_it(rule) || (declared && declared->about && declared->about == rule.id))
                all.push_back(&rule);
        }
    };
    const auto never = [](const auto&) { return false; };
    look(rules.membership, never);
    look(rules.arrears, [&](const rulebook::Arrears& rule) { return rule.dispute == dispute; });
    look(rules.provisions, [&](const rulebook::Provision& rule) { return rule.dispute == dispute; });
    look(rules.rotation, never);
    look(rules.quorum, [&](const rulebook::Quorum& rule) { return rule.dispute == dispute; });
    look(rules.deciding,
         [&](const rulebook::Deciding& rule) { return rule.dispute == dispute || rule.applies == dispute; });
    look(rules.bodies, never);
    look(rules.posts, never);
    look(rules.instruments, never);
    return all;
}

// -- statements -----------------------------------------------------------------------------------

Claim claim(const Setting& setting, const base::Value& row, std::string_view speaks_for) {
    const words::Names& names = setting.names;
    const Language language = setting.language();
    Claim out;
    if (const auto member = row["member"].text(); !member.empty()) {
        out.speaker = names.member(member);
    } else if (const auto body = row["body"].text(); !body.empty()) {
        out.speaker = names.body(body);
    } else if (!speaks_for.empty()) {
        out.speaker = names.member(speaks_for);
    }
    if (const auto person = row["person"].text(); !person.empty()) {
        if (!out.speaker.empty()) out.speaker += ", ";
        out.speaker += names.person(person);
    }
    // Nobody in particular is said to have said it: the outlet speaks.
    if (out.speaker.empty()) out.speaker = words::outlet(row, names);
    // Told on several days by several accounts: the speaker's line has them all.
    std::string day;
    if (const base::List* days = row["on"].list()) {
        for (const base::Value& one : *days) {
            if (!day.empty()) day += page_words::or_word(language);
            day += words::date(language, one.text());
        }
    } else if (!row["on"].text().empty()) {
        day = words::date(language, row["on"].text());
    }
    if (!day.empty()) out.speaker += (out.speaker.empty() ? "" : ", ") + day;
    std::string says = names.text(row["says"]);
    if (const std::string quote = names.text(row["quote"]); !quote.empty()) {
        if (!says.empty()) says += " ";
        out.words = group(says, quotation(language, quote));
    } else {
        out.words = says;
    }
    out.sources = sources_of(setting, row["sources"]);
    out.grade = grade_in(row);
    return out;
}

std::vector<Claim> claims_of(const Setting& setting, const base::Value& rows, std::string_view speaks_for) {
    std::vector<Claim> all;
    for (const base::Value& row : items(rows)) all.push_back(claim(setting, row, speaks_for));
    return all;
}

}  // namespace pages
