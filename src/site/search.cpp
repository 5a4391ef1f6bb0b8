#include "site/search.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <type_traits>
#include <utility>
#include <vector>

#include "law/inquiry.hpp"
#include "pages/rulebook_page.hpp"
#include "search/letters.hpp"
#include "site/asking.hpp"
#include "words/acts_said.hpp"
#include "words/chrome.hpp"
#include "words/page_words.hpp"
#include "words/rulebook_words.hpp"
#include "words/search_words.hpp"
#include "words/typed_day.hpp"

namespace site {
namespace {

namespace search_words = words::search_words;
using words::Language;

/// Of one kind; a search that finds more wants one word more.
constexpr std::size_t most_listed = 60;
/// Of the whole index, before what is not known on the day is left out.
constexpr std::size_t most_found = 2'000;
constexpr std::size_t most_nearest = 3;

enum class Kind { member, person, body, post, session, paper, instrument, dispute, act, rule, source, list };
constexpr std::array<std::string_view, 12> kind_names{"member",  "person", "body",       "post",
                                                      "session", "paper",  "instrument", "dispute",
                                                      "act",     "rule",   "source",     "list"};

/// Under which heading a kind stands.
const words::Phrase& heading_of(Kind kind) {
    switch (kind) {
        case Kind::member:
            return search_words::members;
        case Kind::person:
            return search_words::persons;
        case Kind::body:
        case Kind::post:
            return search_words::bodies;
        case Kind::session:
            return search_words::sessions;
        case Kind::paper:
            return search_words::papers;
        case Kind::instrument:
            return search_words::instruments;
        case Kind::dispute:
            return search_words::disputes;
        case Kind::act:
            return search_words::acts;
        case Kind::rule:
            return search_words::rules;
        case Kind::source:
            return search_words::sources;
        case Kind::list:
            return search_words::lists_found;
    }
    std::unreachable();
}

/// What is named by the words comes before what only has them: acts, then sources, then lists.
int rank_of(Kind kind) {
    switch (kind) {
        case Kind::act:
            return 1;
        case Kind::source:
            return 2;
        case Kind::list:
            return 3;
        default:
            return 0;
    }
}

/// What a document stands for. `entry` is set where an act tells of it: then it is known from that act on.
struct Target {
    Kind kind{};
    std::string id;
    std::optional<record::EntryNumber> entry = {};
};

struct Lists {
    pages::Section section;
    std::string_view id;
};
constexpr std::array<Lists, 7> all_lists{{{pages::Section::members, "members"},
                                          {pages::Section::chair, "chair"},
                                          {pages::Section::sessions, "sessions"},
                                          {pages::Section::papers, "papers"},
                                          {pages::Section::posts, "posts"},
                                          {pages::Section::sources_differ, "differ"},
                                          {pages::Section::not_on_record, "gaps"}}};

// -- documents -------------------------------------------------------------------------------------

std::string joined(const base::Text& text) {
    std::string all;
    for (const auto& [language, words] : text.languages()) all += words + "\n";
    return all;
}
std::string joined(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& one : texts) all += one + "\n";
    return all;
}

/// The words an act itself brings: titles, what was said, quotations, subjects.
struct TextVisitor {
    std::string& all;
    void role(std::string_view, const auto&) const {}
    void may_role(std::string_view, const auto&) const {}
    void fact(std::string_view, const auto& value) const {
        if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, base::Text>) all += joined(value);
    }
    void may_fact(std::string_view name, const auto& value) const { fact(name, value); }
};
std::string texts_of(const acts::Content& content) {
    std::string all;
    std::visit([&]<class K>(const K& act) { K::fields(act, TextVisitor{all}); }, content);
    return all;
}

class Documents {
public:
    explicit Documents(const package::Organisation& organisation)
        : organisation_(organisation),
          view_{
              organisation.rulebook, organisation.record, organisation.record.size(), base::Day::last(), {}},
          english_(view_, Language::en),
          russian_(view_, Language::ru) {
        names_of_the_rulebook();
        rules();
        disputes();
        for (record::EntryNumber number = 0; number < organisation.record.size(); ++number) act(number);
        for (const rulebook::Source& source : organisation.rulebook.sources)
            add({Kind::source, std::string(source.id.text())}, joined(source.name), {}, source.url);
        for (const Lists& list : all_lists) {
            add({Kind::list, std::string(list.id)}, said([&](const words::Names& names) {
                    return std::string(pages::name_of(names.language(), list.section));
                }),
                {}, {});
        }
    }

    std::vector<Target> targets;
    std::vector<search::Document> documents;

private:
    void add(Target target, std::string title, std::string names, std::string body) {
        targets.push_back(std::move(target));
        documents.push_back({std::move(title), std::move(names), std::move(body)});
    }
    /// In either language, one after the other.
    template <class Say> std::string said(Say say) const {
        return say(english_) + "\n" + say(russian_) + "\n";
    }

    void names_of_the_rulebook() {
        const rulebook::Rulebook& book = organisation_.rulebook;
        const auto id_of = [](auto id) { return std::string(id.text()); };
        for (const auto& member : book.members) {
            add({Kind::member, id_of(member.id)}, joined(member.formal),
                joined(member.name) + joined(member.aliases), id_of(member.id));
        }
        for (const auto& person : book.persons)
            add({Kind::person, id_of(person.id)}, {}, joined(person.name) + joined(person.aliases), {});
        for (const auto& body : book.bodies)
            add({Kind::body, id_of(body.body)}, joined(body.name) + joined(body.abbreviation), {}, {});
        for (const auto& post : book.posts) add({Kind::post, id_of(post.post)}, joined(post.name), {}, {});
        for (const auto& instrument : book.instruments) {
            add({Kind::instrument, id_of(instrument.instrument)},
                joined(instrument.name) + joined(instrument.abbreviation), {}, joined(instrument.says));
        }
    }

    void rules() {
        organisation_.rulebook.each_rule([&](const auto& rule) {
            std::string title = joined(rule.called) + joined(rule.article);
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(rule)>, rulebook::Provision>) {
                for (const rulebook::Subject subject : rule.subjects)
                    title += said([&](const words::Names& names) {
                        return std::string(words::rulebook_words::subject_of(subject)(names.language()));
                    });
            }
            add({Kind::rule, std::string(rule.id.text())}, std::move(title), {}, joined(rule.says));
        });
    }

    void disputes() {
        for (const law::DisputeTold& told : law::disputes(view_)) {
            std::string sides;
            for (const law::SideTold& side : told.sides) {
                sides += said([&](const words::Names& names) {
                    return names.side(told.id, side.id) + " " + names.side_says(told.id, side.id);
                });
            }
            add({Kind::dispute, std::string(told.id.text())},
                said([&](const words::Names& names) { return names.dispute(told.id); }), {},
                std::move(sides));
        }
    }

    /// What an act tells is found at the paper or session it first of all tells of, else as an act.
    void act(record::EntryNumber number) {
        const acts::Act& act = organisation_.record[number].act;
        const std::string words = texts_of(act.content);
        std::string place;
        if (const rulebook::Place* found = organisation_.rulebook.find(act.place))
            place = joined(found->name);
        std::string body = said([&](const words::Names& names) {
            return words::describe(act, names) + " " + words::date(names.language(), act.on);
        });
        Target target{Kind::act, std::string(act.id.text()), number};
        if (const auto* adopted = std::get_if<acts::Adopted>(&act.content)) {
            target = {Kind::paper, std::string(adopted->paper.text()), number};
        } else if (const auto* draft = std::get_if<acts::NotAdopted>(&act.content)) {
            target = {Kind::paper, std::string(draft->paper.text()), number};
        } else if (const auto* held = std::get_if<acts::Held>(&act.content)) {
            target = {Kind::session, std::string(held->session.text()), number};
        } else if (const auto* announced = std::get_if<acts::Announced>(&act.content);
                   announced && announced->session) {
            target = {Kind::session, std::string(announced->session.text()), number};
        } else if (const auto* stated = std::get_if<acts::Stated>(&act.content)) {
            if (const rulebook::Topic* topic = organisation_.rulebook.topic(stated->topic))
                body += joined(topic->name);
        }
        const bool titled = target.kind != Kind::act;
        // The place of an act that only happened there says less about it than about a session there.
        if (!titled) body += words + std::exchange(place, {});
        add(std::move(target), titled ? words : std::string(), std::move(place), std::move(body));
    }

    const package::Organisation& organisation_;
    record::View view_;
    words::Names english_, russian_;
};

// -- what is shown ---------------------------------------------------------------------------------

/// The thing on whose timeline an act is read: the most particular that it is about.
std::string told_of(const acts::Act& act) {
    constexpr std::array<std::string_view, 11> most_particular_first{
        "person", "paper",     "session", "at",   "post", "instrument",
        "member", "of_member", "from",    "body", "of"};
    std::map<std::string_view, std::string> by_role;
    record::each_name(act.content,
                      [&](std::string_view role, auto id) { by_role.emplace(role, std::string(id.text())); });
    for (const std::string_view role : most_particular_first) {
        if (const auto found = by_role.find(role); found != by_role.end()) return found->second;
    }
    return {};
}

class Showing {
public:
    explicit Showing(const Asking& asking)
        : asking_(asking), names_(asking.names()), links_(asking.links()), view_(asking.view()) {}

    /// Empty for what the view does not know.
    std::optional<pages::SearchHit> hit(const Target& target) const {
        if (target.entry && !view_.sees(*target.entry)) return std::nullopt;
        const std::string& id = target.id;
        const rulebook::Rulebook& book = view_.rulebook;
        switch (target.kind) {
            case Kind::member: {
                const auto* member = book.find(base::MemberId::of(id));
                return pages::SearchHit{names_.member(id), names_.formal_member(id) + also(member->aliases),
                                        links_.member(id)};
            }
            case Kind::person:
                return person(id);
            case Kind::body:
                return pages::SearchHit{words::capitalised(names_.body(id)), names_.short_body(id),
                                        links_.chairs(id)};
            case Kind::post:
                return pages::SearchHit{words::capitalised(names_.post(id)), {}, links_.post(id)};
            case Kind::session:
                return pages::SearchHit{words::capitalised(names_.session(id)), held_on(*target.entry),
                                        links_.session(id)};
            case Kind::paper:
                return pages::SearchHit{words::capitalised(names_.paper(id)), date(view_.act(*target.entry)),
                                        links_.paper(id)};
            case Kind::instrument:
                return pages::SearchHit{words::capitalised(names_.instrument(id)), {}, links_.instrument(id)};
            case Kind::dispute:
                if (!law::dispute(view_, id)) return std::nullopt;
                return pages::SearchHit{words::capitalised(names_.dispute(id)), {}, links_.dispute(id)};
            case Kind::act:
                return act(*target.entry);
            case Kind::rule:
                return pages::SearchHit{title_of_rule(id), names_.rule_says(id), links_.rule(id)};
            case Kind::source:
                return source(id);
            case Kind::list:
                return list(id);
        }
        std::unreachable();
    }

    std::optional<pages::SearchHit> act(record::EntryNumber number) const {
        const acts::Act& act = view_.act(number);
        const std::string about = told_of(act);
        if (about.empty()) return std::nullopt;
        const auto day = std::max(act.on.earliest(), base::Day::first());
        // A timeline ends with the day asked about: what came later is read on its own day.
        const pages::Url to =
            day > view_.on ? links_.on({"timeline", about}, act.on.latest()) : links_.timeline(about);
        return pages::SearchHit{words::capitalised(words::describe(act, names_)), date(act), to};
    }

private:
    std::string also(const std::vector<std::string>& aliases) const {
        if (aliases.empty()) return {};
        std::string all;
        for (const std::string& one : aliases) all += (all.empty() ? "" : ", ") + one;
        return ". " + words::fill_in(search_words::also_written(names_.language()), {{"names", all}});
    }

    /// "Consensus: Charter, article 12"; the article alone where the book gives the rule no name.
    std::string title_of_rule(const std::string& id) const {
        const auto rules = pages::rules_named(view_.rulebook, id);
        if (rules.empty() || rules.back()->called.empty()) return names_.rule_article(id);
        return words::capitalised(names_.text(rules.back()->called)) + ": " +
               names_.text(rules.back()->article);
    }

    std::optional<pages::SearchHit> person(const std::string& id) const {
        const auto* person = view_.rulebook.find(base::PersonId::of(id));
        const auto about = view_.record.about(person->id);
        if (std::ranges::none_of(about, [&](auto number) { return view_.sees(number); })) return std::nullopt;
        std::vector<std::string> others;
        for (const Language language : words::languages) {
            if (language != names_.language()) others.emplace_back(person->name.in(words::code(language)));
        }
        others.insert(others.end(), person->aliases.begin(), person->aliases.end());
        std::string note = also(others);
        note.erase(0, std::min<std::size_t>(2, note.size()));
        return pages::SearchHit{names_.person(id), std::move(note), links_.person(id)};
    }

    std::optional<pages::SearchHit> source(const std::string& id) const {
        for (const rulebook::Source& one : asking_.sources()) {
            if (one.id.text() != id) continue;
            if (one.published && *one.published > asking_.known()) return std::nullopt;
            return pages::SearchHit{
                names_.source(id),
                one.published ? words::day(names_.language(), *one.published) : std::string(),
                links_.source(id)};
        }
        return std::nullopt;
    }

    std::optional<pages::SearchHit> list(const std::string& id) const {
        for (const Lists& one : all_lists) {
            if (one.id != id) continue;
            const std::string name(pages::name_of(names_.language(), one.section));
            if (one.section != pages::Section::chair) return pages::SearchHit{name, {}, links_.to({id})};
            for (const rulebook::Rotation& rule : view_.rulebook.rotation)
                return pages::SearchHit{name, {}, links_.chairs(rule.body.text())};
        }
        return std::nullopt;
    }

    /// An announcement bears its own day, which is not the session's.
    std::string held_on(record::EntryNumber number) const {
        const acts::Act& act = view_.act(number);
        return std::holds_alternative<acts::Held>(act.content) ? date(act) : std::string();
    }
    std::string date(const acts::Act& act) const { return words::date(names_.language(), act.on); }

    const Asking& asking_;
    const words::Names& names_;
    const pages::Links& links_;
    const record::View& view_;
};

/// What bears the date that was typed, a day's acts in the order in which they became known.
std::vector<pages::SearchHit> acts_on(const Asking& asking, const Showing& showing, const base::Date& date) {
    std::vector<std::pair<base::Day, pages::SearchHit>> found;
    const record::View& view = asking.view();
    std::set<base::EventId> told;
    view.each([&](record::EntryNumber number) {
        const acts::Act& act = view.act(number);
        if (act.on.earliest() < date.earliest() || act.on.latest() > date.latest()) return;
        if (!told.insert(act.event).second) return;  // another account of the same event
        if (auto hit = showing.act(number)) found.emplace_back(act.on.earliest(), std::move(*hit));
    });
    std::ranges::stable_sort(found, {}, &std::pair<base::Day, pages::SearchHit>::first);
    std::vector<pages::SearchHit> all;
    for (auto& [day, hit] : found) {
        if (date.exact()) hit.note.clear();
        all.push_back(std::move(hit));
    }
    return all;
}

pages::SearchedDay day_found(const Asking& asking, const Showing& showing, const words::TypedDay& typed,
                             std::string_view as_typed) {
    const Language language = asking.names().language();
    const auto situation = [&](base::Day day) {
        return pages::Link{
            words::fill_in(search_words::situation_on(language), {{"day", words::day(language, day)}}),
            asking.links().on({}, day)};
    };
    pages::SearchedDay out;
    if (!typed.date) {
        out.no_such_day = words::no_such_day(asking.names(), as_typed, typed);
        if (typed.nearest) out.situations.push_back(situation(*typed.nearest));
        return out;
    }
    out.date = words::capitalised(words::date(language, *typed.date));
    out.situations.push_back(situation(typed.date->earliest()));
    if (typed.date->latest() != typed.date->earliest())
        out.situations.push_back(situation(typed.date->latest()));
    if (typed.month_first) {
        out.read_as =
            words::fill_in(search_words::read_as(language), {{"day", words::date(language, *typed.date)}});
        out.other = pages::Link{words::day(language, *typed.month_first),
                                asking.links().to({"search"}).with("q", typed.month_first->text())};
    }
    out.acts = acts_on(asking, showing, *typed.date);
    return out;
}

}  // namespace

struct Searchable::State {
    std::vector<Target> targets;
    std::expected<search::Index, search::Fault> index;

    /// Every thing found once, best first, grouped by heading; the groups in the order of their best.
    struct Group {
        Kind kind{};
        std::vector<std::pair<const Target*, pages::SearchHit>> hits;
        bool cut_short = false;
    };
    std::vector<Group> grouped(const Showing& showing, const search::Found& found) const;
    std::vector<pages::Link> near(const Asking& asking, const Showing& showing,
                                  const search::Query& query) const;
};

std::vector<Searchable::State::Group> Searchable::State::grouped(const Showing& showing,
                                                                 const search::Found& found) const {
    std::vector<Group> groups;
    std::set<std::pair<Kind, std::string_view>> met;
    for (const search::DocumentNumber number : found.documents) {
        const Target& target = targets[number];
        if (met.contains({target.kind, target.id})) continue;
        auto hit = showing.hit(target);
        if (!hit) continue;
        met.emplace(target.kind, target.id);
        const words::Phrase& heading = heading_of(target.kind);
        auto group =
            std::ranges::find_if(groups, [&](const Group& one) { return &heading_of(one.kind) == &heading; });
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{.kind = target.kind, .hits = {}});
        if (group->hits.size() == most_listed) {
            group->cut_short = true;
        } else {
            group->hits.emplace_back(&target, std::move(*hit));
        }
    }
    std::ranges::stable_sort(groups, {}, [](const Group& group) { return rank_of(group.kind); });
    return groups;
}

std::vector<pages::Link> Searchable::State::near(const Asking& asking, const Showing& showing,
                                                 const search::Query& query) const {
    std::vector<pages::Link> all;
    for (const search::Term& term : query.terms) {
        for (const std::string& word : term.words) {
            for (const std::string& meant : index->nearest(word, most_nearest)) {
                const auto read = search::read_query(meant);
                const auto found = read ? index->find(*read, most_found) : search::Found{};
                if (!found || grouped(showing, *found).empty()) continue;  // not known on the day asked about
                all.push_back({meant, asking.links().to({"search"}).with("q", meant)});
            }
        }
    }
    return all;
}

Searchable::Searchable(const package::Organisation& organisation) {
    Documents documents(organisation);
    state_ =
        std::make_unique<State>(State{std::move(documents.targets), search::Index::of(documents.documents)});
}
Searchable::Searchable(Searchable&&) noexcept = default;
Searchable::~Searchable() = default;

Searchable::Result Searchable::find(const Asking& asking, std::string_view typed) const {
    const Language language = asking.names().language();
    const Showing showing(asking);
    Result result;
    pages::SearchPage& page = result.page;
    base::Object data{{"search", typed}, {"on", asking.view().on}, {"known", asking.known()}};
    const auto refused = [&](std::string sentence, int status) {
        page.sentence = std::move(sentence);
        page.lists = true;
        result.status = status;
        data.emplace("says", page.sentence);
        result.data = std::move(data);
        return std::move(result);
    };
    if (typed.empty()) return refused(std::string(search_words::no_words(language)), 200);
    const auto query = search::read_query(typed);
    if (!query && query.error() == search::Unreadable::no_words)
        return refused(std::string(search_words::only_marks(language)), 400);
    if (!query) {
        data.erase("search");
        return refused(words::fill_in(search_words::too_long(language),
                                      {{"letters", std::to_string(search::longest_query)},
                                       {"words", std::to_string(search::most_words)}}),
                       400);
    }
    if (!state_->index) return refused(std::string(search_words::out_of_order(language)), 503);
    auto found = state_->index->find(*query, most_found);
    if (!found) return refused(std::string(search_words::out_of_order(language)), 503);

    if (const auto day = words::read_typed_day(typed)) {
        page.day = day_found(asking, showing, *day, typed);
        // Words of a date are no names: what is on record for it is listed by its date.
        if (!day->date || found->match == search::Match::some) found->documents.clear();
        data.emplace("day", day->date ? base::Value(day->date->text()) : base::Value());
        if (day->nearest) data.emplace("nearest_day", *day->nearest);
    }
    std::size_t count = 0;
    base::List rows;
    for (const State::Group& group : state_->grouped(showing, *found)) {
        if (page.day && group.kind == Kind::act) continue;  // what bears the date is listed by it
        pages::SearchGroup shown{.heading = std::string(heading_of(group.kind)(language)),
                                 .hits = {},
                                 .cut_short = group.cut_short};
        for (const auto& [target, hit] : group.hits) {
            rows.push_back(base::Object{{"kind", kind_names[static_cast<std::size_t>(target->kind)]},
                                        {"id", target->id},
                                        {"name", hit.name},
                                        {"at", hit.to.text()}});
            shown.hits.push_back(hit);
        }
        count += shown.hits.size();
        page.groups.push_back(std::move(shown));
    }
    const std::string quoted = asking.names().quoted(typed);
    const std::string counted = words::count(language, static_cast<std::int64_t>(count), search_words::hit);
    if (page.day && page.day->no_such_day.empty()) {
        page.sentence = words::fill_in(search_words::found_day(language), {{"typed", quoted}});
    } else if (page.day) {
        page.sentence = page.day->no_such_day;
    } else if (count == 0) {
        page.sentence = words::fill_in(search_words::nothing(language), {{"typed", quoted}});
        page.nearest = state_->near(asking, showing, *query);
        page.lists = true;
    } else {
        const auto& says =
            found->match == search::Match::all ? search_words::found : search_words::found_some;
        page.sentence = words::fill_in(says(language), {{"typed", quoted}, {"count", counted}});
        if (found->match == search::Match::some) page.nearest = state_->near(asking, showing, *query);
    }
    data.emplace("match", found->match == search::Match::all ? "all" : "some");
    data.emplace("found", std::move(rows));
    base::List nearest;
    for (const pages::Link& one : page.nearest) nearest.emplace_back(one.text);
    if (!nearest.empty()) data.emplace("nearest", std::move(nearest));
    result.data = std::move(data);
    return result;
}

}  // namespace site
