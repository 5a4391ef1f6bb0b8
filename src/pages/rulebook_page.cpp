#include "pages/rulebook_page.hpp"

#include <algorithm>
#include <set>
#include <type_traits>
#include <utility>

#include "law/deciding.hpp"
#include "pages/differ_page.hpp"
#include "pages/provision_parts.hpp"
#include "words/answers.hpp"
#include "words/page_words.hpp"
#include "words/rulebook_words.hpp"
#include "words/vocabulary.hpp"

namespace pages {

namespace page_words = words::page_words;
namespace say = words::rulebook_words;
using html::attr;
using html::el;
using html::group;
using html::link;
using words::fill_in;

namespace {

/// What a page has to know of a rule, whatever kind of rule it is.
struct Told {
    const rulebook::Rule* rule = nullptr;
    std::string called;
    std::vector<base::BodyId> bodies;  // whose rule it is; empty: of the organisation as a whole
    std::vector<base::DisputeId> disputes;
    std::vector<std::string> questions;       // of the catalogue, that lean on it
    std::vector<rulebook::Subject> subjects;  // of a provision
    enum class Place { organisation, provision, body, procedure, instrument, region };
    Place place = Place::organisation;
};

/// The name the book gives the rule, else a word for its kind.
std::string called(const words::Names& names, const rulebook::Rule& rule, const words::Phrase& kind) {
    return rule.called.empty() ? std::string(kind(names.language())) : names.text(rule.called);
}

void tell(Told& told, const words::Names& names, const rulebook::Membership& rule) {
    told.called = called(names, rule, say::called_membership);
    told.questions = {"members", "status"};
}
void tell(Told& told, const words::Names& names, const rulebook::Arrears& rule) {
    told.called = called(names, rule, say::called_arrears);
    if (rule.dispute) told.disputes = {rule.dispute};
    told.questions = {"right-to-vote"};
}
void tell(Told& told, const words::Names& names, const rulebook::PaperLaw& rule) {
    told.called = called(names, rule, say::called_paper);
    told.questions = {"in-force", "bound"};
}
/// The question of the catalogue that somebody who asks about the subject goes on to; empty for none.
std::string_view question_on(rulebook::Subject subject) {
    switch (subject) {
        using enum rulebook::Subject;
        case admission:
            return "members";
        case withdrawal:
        case suspension:
        case expulsion:
        case termination:
        case obligations:
            return "status";
        case voting:
            return "outcome";
        case observers:
        case partners:
            return "relations";
        case signature:
            return "awaiting";
        case ratification:
        case reservations:
        case entry_into_force:
        case amendment:
            return "in-force";
        case authentic_text:
        case depositary:
            return "documents";
        case finance:
            return "right-to-vote";
        case languages:
        case settlement_of_disputes:
        case privileges_and_immunities:
            return {};
    }
    std::unreachable();
}

void tell(Told& told, const words::Names& names, const rulebook::Provision& rule) {
    told.called = called(names, rule, say::called_provision);
    told.place = Told::Place::provision;
    told.subjects = rule.subjects;
    if (rule.dispute) told.disputes = {rule.dispute};
    for (const rulebook::Subject subject : rule.subjects) {
        const std::string question(question_on(subject));
        if (!question.empty() && std::ranges::find(told.questions, question) == told.questions.end())
            told.questions.push_back(question);
    }
}
void tell(Told& told, const words::Names& names, const rulebook::Rotation& rule) {
    told.called = called(names, rule, say::called_chair);
    told.place = Told::Place::body;
    told.bodies = {rule.body};
    told.questions = {"chair", "chairs"};
}
void tell(Told& told, const words::Names& names, const rulebook::Quorum& rule) {
    told.called = called(names, rule, say::called_quorum);
    told.place = Told::Place::body;
    told.bodies = rule.bodies;
    if (rule.dispute) told.disputes = {rule.dispute};
    told.questions = {"quorum"};
}
void tell(Told& told, const words::Names& names, const rulebook::Deciding& rule) {
    told.called = called(names, rule, say::called_deciding);
    told.place = Told::Place::body;
    told.bodies = rule.bodies;
    for (const base::DisputeId dispute : {rule.dispute, rule.applies}) {
        if (dispute) told.disputes.push_back(dispute);
    }
    told.questions = {"outcome", "bound", "bound-by", "awaiting"};
}
void tell(Told& told, const words::Names& names, const rulebook::Body& rule) {
    told.called = names.body(rule.body);
    told.place = Told::Place::body;
    told.bodies = {rule.body};
    told.questions = {"bodies"};
    if (rule.chair != rulebook::ChairBy::none) told.questions.emplace_back("chair");
}
void tell(Told& told, const words::Names& names, const rulebook::Post& rule) {
    told.called = names.post(rule.post);
    if (rule.body) {
        told.place = Told::Place::body;
        told.bodies = {rule.body};
    }
    told.questions = {"holder", "posts"};
}
void tell(Told& told, const words::Names& names, const rulebook::Procedure& rule) {
    told.called = called(names, rule, say::called_procedure);
    told.place = Told::Place::procedure;
    if (rule.of == rulebook::Procedure::Of::consultation) {
        told.questions = {"consultation"};
    } else {
        told.questions = {"draft"};
        if (!rule.papers.empty()) told.questions.emplace_back("plan");
    }
}
void tell(Told& told, const words::Names& names, const rulebook::Instrument& rule) {
    told.called = names.instrument(rule.instrument);
    told.place = Told::Place::instrument;
    told.questions = {"parties", "in-force"};
}
void tell(Told& told, const words::Names& names, const rulebook::Region& rule) {
    told.called = names.region(rule.region);
    told.place = Told::Place::region;
    told.questions = {"bodies"};
}

/// Every rule, as the book has them: institution by institution.
std::vector<Told> all_rules(const words::Names& names) {
    std::vector<Told> all;
    names.rules().each_rule([&](const auto& rule) {
        Told told;
        tell(told, names, rule);
        told.rule = &rule;
        for (const rulebook::Dispute& dispute : names.rules().disputes) {
            if (dispute.about && dispute.about == rule.id &&
                std::ranges::find(told.disputes, dispute.id) == told.disputes.end())
                told.disputes.push_back(dispute.id);
        }
        all.push_back(std::move(told));
    });
    return all;
}

/// The first day of a version; empty where a rule names none.
const rulebook::Version* version_of(const rulebook::Rulebook& rules, base::VersionId id) {
    const auto found = std::ranges::find(rules.versions, id, &rulebook::Version::id);
    return !id || found == rules.versions.end() ? nullptr : &*found;
}

std::string validity(const Setting& setting, const rulebook::Rule& rule) {
    const Language language = setting.language();
    const auto* since = version_of(setting.names.rules(), rule.since);
    const auto* until = version_of(setting.names.rules(), rule.until);
    const std::string from = since ? words::day(language, since->from) : std::string();
    const std::string before = until ? words::day(language, until->from) : std::string();
    if (since && until) return fill_in(say::from_before(language), {{"from", from}, {"until", before}});
    if (since) return fill_in(say::from_day(language), {{"day", from}});
    if (until) return fill_in(say::before_day(language), {{"day", before}});
    return std::string(say::all_versions(language));
}

Fragment was_read(Language language, const rulebook::Rule& rule) {
    return rule.read ? marked(Mark::settled, page_words::text_read(language))
                     : marked(Mark::not_on_record, page_words::text_not_read(language));
}

// -- by institution --------------------------------------------------------------------------------

Row row_of(const Setting& setting, const Told& told, std::set<std::string>& placed) {
    const Language language = setting.language();
    const rulebook::Rule& rule = *told.rule;
    const std::string id(rule.id.text());
    // The place of a rule on the page bears its id once: where it first stands.
    const bool first = placed.insert(id).second;
    Fragment head = el<"span">(attr<"id">(first ? std::optional(id) : std::nullopt),
                               link(setting.links.rule(id), words::capitalised(told.called)));
    Fragment says = setting.names.text(rule.says);
    for (const base::DisputeId dispute : told.disputes) {
        says += group(el<"br">(), marked(Mark::depends, page_words::understood_differently(language)), " ",
                      dispute_link(setting, dispute));
    }
    Row out;
    out.cells = {row_head(std::move(head)),
                 {std::move(says)},
                 {Fragment(setting.names.text(rule.article))},
                 {Fragment(validity(setting, rule))},
                 {was_read(language, rule)}};
    if (!setting.names.rules().applies(rule, setting.names.view().on)) out.look = Row::Look::light_rule;
    return out;
}

Table rules_table(Language language, std::string_view caption) {
    return Table{.caption = std::string(caption),
                 .caption_shown = Table::Shown::to_screen_readers,
                 .columns = {{std::string(page_words::rule_column(language)), 20},
                             {std::string(say::what_it_says(language)), 35},
                             {std::string(page_words::article_column(language)), 20},
                             {std::string(say::in_force_column(language)), 15},
                             {std::string(page_words::read_column(language)), 0}},
                 .groups = {}};
}

class Lists {
public:
    Lists(const Setting& setting, const std::vector<Told>& all) : setting_(setting), all_(all) {}

    /// The rules in this place, in one table.
    Fragment of(Told::Place place, std::string_view id, const words::Phrase& title) {
        RowGroup rows;
        for (const Told& told : all_) {
            if (told.place == place) rows.rows.push_back(row_of(setting_, told, placed_));
        }
        if (rows.rows.empty()) return {};
        Table made = table_named(title);
        made.groups.push_back(std::move(rows));
        return section(id, title(setting_.language()), table(made));
    }

    /// The provisions, each subject a group of rows under its name.
    Fragment of_provisions() {
        const Language language = setting_.language();
        Table made = table_named(say::provisions);
        for (std::size_t i = 0; i < rulebook::subject_names.size(); ++i) {
            const auto subject = static_cast<rulebook::Subject>(i);
            RowGroup rows{.heading = say::subject_of(subject)(language), .rows = {}};
            for (const Told& told : all_) {
                if (told.place == Told::Place::provision && told.subjects.front() == subject)
                    rows.rows.push_back(row_of(setting_, told, placed_));
            }
            if (!rows.rows.empty()) made.groups.push_back(std::move(rows));
        }
        if (made.groups.empty()) return {};
        return section("provisions", say::provisions(language),
                       group(paragraph(say::provisions_note(language), Size::small), table(made)));
    }

    /// The rules of every body, each body a group of rows under its name.
    Fragment of_bodies() {
        Table made = table_named(page_words::rules_bodies);
        for (const rulebook::Body& body : setting_.names.rules().bodies) {
            RowGroup rows{.heading = link(setting_.links.body(body.body.text()),
                                          words::capitalised(setting_.names.body(body.body))),
                          .rows = {}};
            const auto add = [&](bool of_itself) {
                for (const Told& told : all_) {
                    const bool its_own = told.rule == &body;
                    if (told.place != Told::Place::body || its_own != of_itself ||
                        std::ranges::find(told.bodies, body.body) == told.bodies.end())
                        continue;
                    Told shown = told;
                    if (its_own) shown.called = std::string(say::called_body(setting_.language()));
                    rows.rows.push_back(row_of(setting_, shown, placed_));
                }
            };
            add(true), add(false);
            made.groups.push_back(std::move(rows));
        }
        if (made.groups.empty()) return {};
        return section("bodies", page_words::rules_bodies(setting_.language()), table(made));
    }

private:
    Table table_named(const words::Phrase& title) const {
        return rules_table(setting_.language(), title(setting_.language()));
    }

    const Setting& setting_;
    const std::vector<Told>& all_;
    std::set<std::string> placed_;
};

// -- by article ------------------------------------------------------------------------------------

/// The text with every number written in six digits: "article 2" comes before "article 13".
std::string by_number(std::string_view text) {
    constexpr std::size_t digits = 6;
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789", i), text.size());
        if (end == i) {
            out += text[i++];
            continue;
        }
        if (end - i < digits) out.append(digits - (end - i), '0');
        out += text.substr(i, end - i);
        i = end;
    }
    return out;
}

/// "Charter, article 12; Rules of procedure, rule 14" names two articles.
std::vector<std::string> articles_in(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        const std::string_view one = text.substr(0, end);
        const auto begin = one.find_first_not_of(' ');
        if (begin != std::string_view::npos)
            all.push_back(words::capitalised(std::string(one.substr(begin))));
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return all;
}

Fragment by_article(const Setting& setting, const std::vector<Told>& all) {
    const Language language = setting.language();
    std::vector<std::pair<std::string, const Told*>> rows;
    for (const Told& told : all) {
        for (std::string& article : articles_in(setting.names.text(told.rule->article)))
            rows.emplace_back(std::move(article), &told);
    }
    if (rows.empty()) return {};
    std::ranges::stable_sort(rows, [&](const auto& a, const auto& b) {
        return words::alphabetically(language, by_number(a.first), by_number(b.first));
    });
    Table made{.caption = std::string(say::by_article(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {{std::string(page_words::article_column(language)), 40},
                           {std::string(page_words::rule_column(language)), 30},
                           {std::string(say::in_force_column(language)), 20},
                           {std::string(page_words::read_column(language)), 0}},
               .groups = {{}}};
    for (const auto& [article, told] : rows) {
        Row row;
        row.cells = {row_head(article),
                     {link(setting.links.rule(told->rule->id.text()), words::capitalised(told->called))},
                     {Fragment(validity(setting, *told->rule))},
                     {was_read(language, *told->rule)}};
        made.groups.front().rows.push_back(std::move(row));
    }
    const Fragment inside =
        group(paragraph(say::by_article_note(language), Size::small), table(merge_equal(made, {0})));
    return section("by-article", say::by_article(language), inside);
}

// -- the parts of the list -------------------------------------------------------------------------

Fragment versions(const Setting& setting) {
    const Language language = setting.language();
    std::vector<Fact> all;
    for (const rulebook::Version& version : setting.names.rules().versions) {
        all.push_back({words::day(language, version.from), setting.names.version(version.id),
                       version.by ? Fragment(link(setting.links.act(version.by.text()),
                                                  words::capitalised(setting.names.act(version.by))))
                                  : Fragment()});
    }
    if (all.empty()) return {};
    return section("versions", page_words::rulebook_versions(language),
                   group(paragraph(page_words::rulebook_versions_note(language), Size::small), facts(all)));
}

/// The dispute with every side the rulebook declares, those among them that nobody is known to hold.
law::DisputeTold with_every_side(const Setting& setting, const rulebook::Dispute& declared) {
    const auto told = law::dispute(setting.names.view(), declared.id.text());
    law::DisputeTold whole{.id = declared.id, .event = {}, .field = {}, .sides = {}};
    for (const rulebook::Side& side : declared.sides) {
        whole.sides.push_back({.id = side.id, .held_by = {}});
        if (!told) continue;
        const auto found = std::ranges::find(told->sides, side.id, &law::SideTold::id);
        if (found != told->sides.end()) whole.sides.back().held_by = found->held_by;
    }
    return whole;
}

Fragment disputed(const Setting& setting) {
    const Language language = setting.language();
    Fragment inside;
    std::vector<const rulebook::Dispute*> all;
    for (const rulebook::Dispute& one : setting.names.rules().disputes) all.push_back(&one);
    std::ranges::sort(all, [&](const auto* a, const auto* b) {
        return words::alphabetically(language, setting.names.dispute(a->id), setting.names.dispute(b->id));
    });
    for (const rulebook::Dispute* one : all) {
        inside += el<"h3">(dispute_link(setting, one->id));
        if (const std::string article = setting.names.text(one->article); !article.empty())
            inside += paragraph(group(article, "."), Size::small);
        inside += sides(language, sides_of(setting, with_every_side(setting, *one)));
    }
    if (inside.empty()) return {};
    return section("disputed", say::disputed_points(language),
                   group(paragraph(say::disputed_points_note(language), Size::small), inside));
}

Fragment places_on_page(Language language, bool with_provisions, bool with_disputes) {
    std::vector<Link> all{{std::string(say::by_institution(language)), Url::place("institutions")},
                          {std::string(say::by_article(language)), Url::place("by-article")}};
    if (with_provisions) all.push_back({std::string(say::provisions(language)), Url::place("provisions")});
    if (with_disputes) all.push_back({std::string(say::disputed_points(language)), Url::place("disputed")});
    return question_list(all);
}

}  // namespace

Fragment rulebook_page(const Setting& setting) {
    const Language language = setting.language();
    const auto all = all_rules(setting.names);
    const auto read = std::ranges::count_if(all, [](const Told& told) { return told.rule->read; });
    Fragment out = heading(
        page_words::rulebook_title(language),
        words::capitalised(fill_in(page_words::rulebook_sentence(language),
                                   {{"count", words::count(language, static_cast<std::int64_t>(all.size()),
                                                           page_words::nouns::rule)},
                                    {"read", words::count(language, read, page_words::nouns::rule_read)}})));
    const Fragment points = disputed(setting);
    out += places_on_page(language, !setting.names.rules().provisions.empty(), !points.empty());
    out += versions(setting);
    Lists lists(setting, all);
    out += el<"div">(attr<"id">("institutions"),
                     lists.of(Told::Place::organisation, "organisation", say::the_organisation),
                     lists.of_provisions(), lists.of_bodies(),
                     lists.of(Told::Place::procedure, "procedures", say::procedures),
                     lists.of(Told::Place::instrument, "instruments", say::instruments),
                     lists.of(Told::Place::region, "regions", say::regions));
    out += by_article(setting, all);
    out += points;
    return out;
}

// -- one rule --------------------------------------------------------------------------------------

namespace {

/// The rules of this name, with what they are.
std::vector<Told> told_of(const words::Names& names, std::string_view id) {
    std::vector<Told> all = all_rules(names);
    std::erase_if(all, [&](const Told& told) { return told.rule->id.text() != id; });
    std::ranges::stable_sort(all, {}, [&](const Told& told) {
        const auto* since = version_of(names.rules(), told.rule->since);
        return since ? since->from : base::Day::first();
    });
    return all;
}

Fragment links_of(Language language, const std::vector<Fragment>& all) { return listed(language, all); }

Fragment body_links(const Setting& setting, const std::vector<base::BodyId>& bodies) {
    std::vector<Fragment> all;
    for (const base::BodyId body : bodies)
        all.push_back(link(setting.links.body(body.text()), words::capitalised(setting.names.body(body))));
    return links_of(setting.language(), all);
}

Fragment source_list(const Setting& setting, const rulebook::Rule& rule) {
    if (rule.sources.empty()) return say::source_not_noted(setting.language());
    std::vector<Fragment> all;
    for (const base::SourceId source : rule.sources)
        all.push_back(link(setting.links.source(source.text()), setting.names.source(source)));
    Fragment out;
    for (const Fragment& one : all) out += group(out.empty() ? Fragment() : Fragment(el<"br">()), one);
    return out;
}

Fragment begins_with(const Setting& setting, const rulebook::Rule& rule) {
    const auto* since = version_of(setting.names.rules(), rule.since);
    if (!since) return {};
    Fragment out = setting.names.version(since->id);
    if (since->by)
        out += group(" (", link(setting.links.act(since->by.text()), setting.names.act(since->by)), ")");
    return out;
}

/// The rule before it or after it: of the same kind and institution, meeting it at a version.
void add_neighbours(const Setting& setting, const Told& told, const std::vector<Told>& all,
                    std::vector<Fact>& facts) {
    const auto same = [&](const Told& other) {
        return other.rule != told.rule && other.place == told.place && other.bodies == told.bodies &&
               other.questions == told.questions && other.subjects == told.subjects;
    };
    for (const Told& other : all) {
        if (!same(other)) continue;
        const Fragment to = link(setting.links.rule(other.rule->id.text()), words::capitalised(other.called));
        if (told.rule->since && other.rule->until == told.rule->since)
            facts.push_back({std::string(say::replaces(setting.language())), to, {}});
        if (told.rule->until && other.rule->since == told.rule->until)
            facts.push_back({std::string(say::replaced_by(setting.language())), to, {}});
    }
}

void add_own(const Setting& setting, const rulebook::Rule& rule, std::vector<Fact>& facts) {
    const Language language = setting.language();
    const rulebook::Rulebook& rules = setting.names.rules();
    for (const rulebook::Deciding& one : rules.deciding) {
        if (&one != &rule) continue;
        std::vector<std::string> kinds;
        for (const std::string& subject : one.subjects) {
            const std::string_view word = words::say_named<acts::PaperKind>(language, subject);
            kinds.emplace_back(word.empty() ? std::string_view(subject) : word);
        }
        facts.push_back({std::string(say::papers(language)),
                         kinds.empty() ? Fragment(say::every_paper(language))
                                       : Fragment(words::capitalised(setting.names.list(kinds))),
                         {}});
        facts.push_back({std::string(say::late_objection(language)),
                         one.late_objection == rulebook::LateObjection::none
                             ? Fragment(say::late_objection_none(language))
                             : marked(Mark::not_on_record, say::late_objection_not_read(language)),
                         {}});
    }
    for (const rulebook::Rotation& one : rules.rotation) {
        const auto order = rules.orders.find(one.order);
        if (&one != &rule || order == rules.orders.end()) continue;
        std::vector<Fragment> states;
        for (const base::MemberId member : order->second) states.push_back(member_link(setting, member));
        Fragment said;
        for (const Fragment& state : states) said += group(said.empty() ? "" : ", ", state);
        facts.push_back({std::string(say::order(language)), std::move(said), {}});
    }
}

std::string subjects_said(const Setting& setting, const std::vector<rulebook::Subject>& subjects) {
    std::string out;
    for (const rulebook::Subject subject : subjects)
        out += (out.empty() ? "" : "; ") + std::string(say::subject_of(subject)(setting.language()));
    return out;
}

Fragment text_read(Language language, const Told& told) {
    if (told.rule->read) return marked(Mark::settled, say::read_long(language));
    const words::Phrase& not_read = told.place != Told::Place::provision ? say::not_read_long
                                    : told.rule->sources.empty()         ? say::provision_without_source
                                                                         : say::provision_not_read;
    return marked(Mark::not_on_record, not_read(language));
}

Fragment facts_of(const Setting& setting, const Told& told, const std::vector<Told>& all) {
    const Language language = setting.language();
    const rulebook::Rule& rule = *told.rule;
    std::vector<Fact> facts{
        {std::string(say::article(language)), Fragment(setting.names.text(rule.article)), {}}};
    if (!told.subjects.empty())
        facts.push_back({std::string(say::subject(language)), subjects_said(setting, told.subjects), {}});
    if (!told.bodies.empty())
        facts.push_back({std::string(say::institution(language)), body_links(setting, told.bodies), {}});
    facts.push_back({std::string(say::in_force(language)), words::capitalised(validity(setting, rule)),
                     begins_with(setting, rule)});
    facts.push_back({std::string(say::text(language)), text_read(language, told), {}});
    facts.push_back(
        {std::string((rule.read ? say::read_in : say::told_in)(language)), source_list(setting, rule), {}});
    add_own(setting, rule, facts);
    add_neighbours(setting, told, all, facts);
    return pages::facts(facts);
}

Fragment interpretations(const Setting& setting, const Told& told) {
    const Language language = setting.language();
    Fragment out;
    for (const base::DisputeId id : told.disputes) {
        const rulebook::Dispute* declared = setting.names.rules().find(id);
        if (!declared) continue;
        Fragment inside = sides(language, sides_of(setting, with_every_side(setting, *declared)));
        const auto statements = statements_on(setting, id);
        if (statements.empty()) {
            inside += paragraph(say::no_statement(language));
        } else {
            inside += group(el<"h3">(say::statements(language)), claims(language, statements));
        }
        inside += paragraph(link(setting.links.dispute(id.text()), say::full_dispute(language)), Size::small);
        out += section(std::string(id.text()),
                       fill_in(say::interpretations(language), {{"dispute", setting.names.dispute(id)}}),
                       inside);
    }
    return out;
}

Fragment said_section(const Setting& setting, const Told& told) {
    const Language language = setting.language();
    const auto all = said_on(setting, told.rule->id);
    if (all.empty()) return {};
    return section("said", say::said_on_it(language),
                   group(paragraph(say::said_on_it_note(language), Size::small), claims(language, all)));
}

/// "Belarus and Russia for; Armenia absent": the others last, by what is said of them.
std::string vote_of(const Setting& setting, const rulebook::Case& one) {
    const Language language = setting.language();
    std::vector<base::MemberId> all;
    if (one.members) {
        all = *one.members;
    } else {
        for (const rulebook::Member& member : setting.names.rules().members) all.push_back(member.id);
    }
    std::set<base::MemberId> placed;
    std::vector<std::string> parts;
    const auto add = [&](const std::vector<base::MemberId>& members, std::string_view word) {
        if (members.empty()) return;
        const words::Phrase* said = say::stance(word);
        base::List ids;
        for (const base::MemberId member : members) ids.emplace_back(std::string(member.text()));
        parts.push_back(fill_in(say::in_set(language),
                                {{"members", setting.names.members(ids)},
                                 {"set", said ? setting.names.agreed(*said, ids) : std::string(word)}}));
    };
    for (const auto& [word, members] : one.ballot) {
        for (const base::MemberId member : members) placed.insert(member);
    }
    std::vector<base::MemberId> others;
    std::ranges::copy_if(all, std::back_inserter(others),
                         [&](base::MemberId member) { return !placed.contains(member); });
    add(others, one.others);
    for (const auto& [word, members] : one.ballot) add(members, word);
    for (const auto& [set, members] : one.sets) add(members, set.text());
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
    return out;
}

std::string members_or_nobody(const Setting& setting, const std::vector<base::MemberId>& members) {
    if (members.empty()) return std::string(say::nobody(setting.language()));
    base::List ids;
    for (const base::MemberId member : members) ids.emplace_back(std::string(member.text()));
    return setting.names.members(ids);
}

/// What a case that was not adopted is called, where the rule has a name for it: papers of those present.
base::RuleId called_in(const rulebook::Rulebook& rules, const rulebook::Case& one) {
    if (one.is || one.expect != "not_adopted" || !one.binds || one.binds->empty()) return one.is;
    for (const rulebook::Deciding& rule : rules.deciding) {
        if (rule.id != one.rule) continue;
        if (const auto* reading = law::reading_of(rule, one.side)) return reading->otherwise_is;
    }
    return {};
}

Fragment worked_cases(const Setting& setting, const Told& told) {
    const Language language = setting.language();
    Table made{.caption = std::string(say::worked_cases(language)),
               .caption_shown = Table::Shown::to_screen_readers,
               .columns = {},
               .groups = {{}}};
    bool sided = false;
    for (const rulebook::Case& one : setting.names.rules().cases)
        sided = sided || (one.rule == told.rule->id && one.side);
    made.columns.push_back({std::string(say::case_vote(language)), 40});
    if (sided) made.columns.push_back({std::string(say::case_side(language)), 20});
    made.columns.push_back({std::string(say::case_outcome(language)), sided ? 15 : 20});
    made.columns.push_back({std::string(say::case_binds(language)), 0});
    for (const rulebook::Case& one : setting.names.rules().cases) {
        if (one.rule != told.rule->id) continue;
        Row row;
        row.cells.push_back({Fragment(vote_of(setting, one))});
        if (sided) {
            std::string side;
            for (const base::DisputeId dispute : told.disputes) {
                const auto* declared = setting.names.rules().find(dispute);
                if (declared && one.side &&
                    std::ranges::find(declared->sides, one.side, &rulebook::Side::id) !=
                        declared->sides.end())
                    side = words::capitalised(setting.names.side(dispute, one.side));
            }
            row.cells.push_back({Fragment(side)});
        }
        const words::Phrase* outcome = say::outcome(one.expect);
        std::string came_to = outcome ? std::string((*outcome)(language)) : one.expect;
        if (const base::RuleId is = called_in(setting.names.rules(), one))
            came_to = setting.names.stands_as_beside(is.text(), words::Gender::neuter);
        row.cells.push_back({Fragment(words::capitalised(came_to))});
        std::string binds =
            one.binds ? members_or_nobody(setting, *one.binds) : std::string(say::whoever_not_said(language));
        if (one.may_join && !one.may_join->empty())
            binds += "; " + fill_in(say::case_may_join(language),
                                    {{"members", members_or_nobody(setting, *one.may_join)}});
        row.cells.push_back({Fragment(words::capitalised(binds))});
        made.groups.front().rows.push_back(std::move(row));
    }
    if (made.groups.front().rows.empty()) return {};
    return section("cases", say::worked_cases(language),
                   group(paragraph(say::worked_cases_note(language), Size::small), table(made)));
}

Fragment steps(const Setting& setting, const Told& told) {
    const Language language = setting.language();
    for (const rulebook::Procedure& one : setting.names.rules().procedures) {
        if (&one != told.rule) continue;
        Table made{.caption = std::string(say::steps(language)),
                   .caption_shown = Table::Shown::to_screen_readers,
                   .columns = {{std::string(say::step_column(language)), 45},
                               {std::string(say::by_body_column(language)), 30},
                               {std::string(page_words::read_column(language)), 0}},
                   .groups = {{}}};
        for (const rulebook::Step& step : one.steps) {
            Row row;
            row.cells = {row_head(setting.names.text(step.name)),
                         {step.body ? Fragment(link(setting.links.body(step.body.text()),
                                                    words::capitalised(setting.names.body(step.body))))
                                    : Fragment("—")},
                         {step.read ? marked(Mark::settled, page_words::text_read(language))
                                    : marked(Mark::not_on_record, page_words::text_not_read(language))}};
            made.groups.front().rows.push_back(std::move(row));
        }
        return section("steps", say::steps(language),
                       group(paragraph(say::steps_note(language), Size::small), table(made)));
    }
    return {};
}

/// Where a question that leans on the rule is answered.
Url page_answering(const Setting& setting, const Told& told, std::string_view question) {
    const Links& links = setting.links;
    const std::string id(told.rule->id.text());
    if (question == "members" || question == "status") return links.members();
    if (question == "right-to-vote") return links.contributions();
    if ((question == "chair" || question == "chairs") && !told.bodies.empty())
        return links.chairs(told.bodies.front().text());
    if (question == "quorum") return links.sessions();
    if (question == "outcome" || question == "bound" || question == "bound-by") return links.papers();
    if (question == "awaiting") return links.members();
    if (question == "holder") return links.post(id);
    if (question == "posts") return links.posts();
    if (question == "consultation") return links.consultations();
    if (question == "draft") return links.documents();
    if (question == "plan") return links.plans();
    if (question == "relations") return links.relations();
    if (question == "documents") return links.documents();
    if (question == "parties" || question == "in-force")
        return told.place == Told::Place::instrument ? links.instrument(id) : links.papers();
    if (question == "bodies" && !told.bodies.empty()) return links.body(told.bodies.front().text());
    return links.bodies();
}

Fragment leaning(const Setting& setting, const Told& told) {
    std::vector<Link> all;
    for (const std::string& name : told.questions) {
        if (const auto* question = questions::find(name))
            all.push_back({words::asks(*question, setting.language()), page_answering(setting, told, name)});
    }
    if (all.empty()) return {};
    const words::Phrase& title = told.place == Told::Place::provision ? say::touching : say::leaning;
    return section("leaning", title(setting.language()), question_list(all));
}

}  // namespace

std::vector<const rulebook::Rule*> rules_named(const rulebook::Rulebook& rules, std::string_view id) {
    std::vector<const rulebook::Rule*> all;
    rules.each_rule([&](const rulebook::Rule& rule) {
        if (rule.id.text() == id) all.push_back(&rule);
    });
    return all;
}

std::vector<std::string> rule_names(const rulebook::Rulebook& rules) {
    std::vector<std::string> all;
    rules.each_rule([&](const rulebook::Rule& rule) {
        if (std::string id(rule.id.text()); std::ranges::find(all, id) == all.end())
            all.push_back(std::move(id));
    });
    return all;
}

std::string rule_title(const words::Names& names, std::string_view id) {
    const auto all = told_of(names, id);
    return all.empty() ? std::string(id) : words::capitalised(all.back().called);
}

Fragment rule_page(const Setting& setting, std::string_view id) {
    const Language language = setting.language();
    const auto all = all_rules(setting.names);
    Fragment out;
    for (const Told& told : told_of(setting.names, id)) {
        const std::string says = setting.names.text(told.rule->says);
        if (out.empty()) {
            out += heading(words::capitalised(told.called), says);
        } else {
            out += group(el<"h2">(words::capitalised(told.called)), paragraph(says));
        }
        if (!setting.names.rules().applies(*told.rule, setting.names.view().on)) {
            out += notice(fill_in(say::not_of_the_day(language),
                                  {{"day", words::day(language, setting.names.view().on)}}));
        }
        if (told.place == Told::Place::provision) out += notice(say::nothing_concluded(language));
        out += facts_of(setting, told, all);
        out += interpretations(setting, told);
        out += said_section(setting, told);
        out += steps(setting, told);
        out += worked_cases(setting, told);
        out += leaning(setting, told);
    }
    if (out.empty()) return out;
    return group(out, paragraph(link(setting.links.rulebook(), say::whole_rulebook(language)), Size::small));
}

}  // namespace pages
