#include "law/deciding.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <functional>
#include <iterator>
#include <utility>
#include <variant>

namespace law {
namespace {

using rulebook::Comparison;
using rulebook::SetExpression;

__extension__ using Wide = __int128;

constexpr std::array<std::string_view, 8> vote_names{"for",    "against",  "abstain", "object",
                                                     "silent", "accepted", "present", "absent"};

template <class... Ts> struct Overloaded : Ts... {
    using Ts::operator()...;
};

/// The table of a measure that counts on a day; null before the first.
const rulebook::Measure::Table* table_on(const rulebook::Rulebook& book, rulebook::MeasureId id,
                                         base::Day day) {
    const auto measure = std::ranges::find(book.measures, id, &rulebook::Measure::id);
    const rulebook::Measure::Table* latest = nullptr;
    if (measure == book.measures.end()) return latest;
    for (const auto& table : measure->tables) {
        if (table.from <= day) latest = &table;
    }
    return latest;
}

/// Weighs sets by one measure on one day; the empty measure counts heads.
class Scale {
public:
    Scale(const rulebook::Rulebook& book, rulebook::MeasureId by, base::Day day)
        : heads_(by.empty()), table_(heads_ ? nullptr : table_on(book, by, day)) {}

    std::int64_t weight(base::MemberId member) const {
        if (heads_) return 1;
        if (!table_) return 0;
        const auto found = table_->of.find(member);
        return found == table_->of.end() ? 0 : found->second;
    }
    std::int64_t weight(const Members& members) const {
        if (heads_) return static_cast<std::int64_t>(members.size());
        std::int64_t sum = 0;
        for (const base::MemberId member : members) sum += weight(member);
        return sum;
    }

private:
    bool heads_;
    const rulebook::Measure::Table* table_;
};

/// The last whole number that `comparison` with `bound`/`divisor` accepts: the least for at_least and
/// more_than, the most for at_most and less_than.
std::int64_t threshold(Comparison comparison, Wide bound, Wide divisor) {
    const Wide down = bound / divisor;
    const bool exact = bound % divisor == 0;
    switch (comparison) {
        case Comparison::at_least:
            return static_cast<std::int64_t>(exact ? down : down + 1);
        case Comparison::more_than:
            return static_cast<std::int64_t>(down + 1);
        case Comparison::at_most:
            return static_cast<std::int64_t>(down);
        case Comparison::less_than:
            return static_cast<std::int64_t>(exact ? down - 1 : down);
    }
    std::unreachable();
}

void compare(Tally& tally, Wide bound, Wide divisor) {
    tally.needed = threshold(tally.comparison, bound, divisor);
    const bool from_below =
        tally.comparison == Comparison::at_least || tally.comparison == Comparison::more_than;
    tally.slack = from_below ? tally.counted - tally.needed : tally.needed - tally.counted;
    tally.holds = tally.slack >= 0;
}

/// The size of the smallest group within `over` that weighs more than the share: the heaviest first.
std::int64_t fewest(const rulebook::Fewest& bound, const Members& over, const Scale& scale) {
    std::vector<std::int64_t> weights;
    for (const base::MemberId member : over) weights.push_back(scale.weight(member));
    std::ranges::sort(weights, std::greater{});
    const std::int64_t whole = scale.weight(over);
    std::int64_t held = 0;
    std::int64_t size = 0;
    for (const std::int64_t weight : weights) {
        held += weight;
        ++size;
        if (bound.more_than.compare(held, whole) > 0) break;
    }
    return size;
}

class Evaluation {
public:
    Evaluation(const rulebook::Rulebook& book, const Ballot& ballot) : book_(book), ballot_(ballot) {}

    Tally operator()(const rulebook::Formula& formula) const {
        return std::visit(Overloaded{
                              [&](const rulebook::Share& share) { return of(share); },
                              [&](const rulebook::Number& number) { return of(number); },
                              [&](const rulebook::Empty& empty) { return of(empty); },
                              [&](const rulebook::Fact& fact) {
                                  Tally tally = made(Tally::Kind::fact, ballot_.facts.contains(fact.name));
                                  tally.fact = fact.name;
                                  return tally;
                              },
                              [&](const rulebook::All& all) {
                                  Tally tally = parts_of(Tally::Kind::all, all.parts);
                                  tally.holds = std::ranges::all_of(tally.parts, &Tally::holds);
                                  return tally;
                              },
                              [&](const rulebook::Any& any) {
                                  Tally tally = parts_of(Tally::Kind::any, any.parts);
                                  tally.holds = std::ranges::any_of(tally.parts, &Tally::holds);
                                  return tally;
                              },
                              [&](const rulebook::Not& negation) {
                                  Tally tally = made(Tally::Kind::negation, false);
                                  tally.parts.push_back((*this)(*negation.part));
                                  tally.holds = !tally.parts.front().holds;
                                  return tally;
                              },
                              [&](const rulebook::Use& use) {
                                  Tally tally = made(Tally::Kind::use, false);
                                  tally.rule = use.rule;
                                  const rulebook::Formula* used = formula_of(use.rule);
                                  assert(used && "the reader admits only rules with a formula");
                                  tally.parts.push_back((*this)(*used));
                                  tally.holds = tally.parts.front().holds;
                                  return tally;
                              },
                          },
                          formula.node);
    }

    Members members(const SetExpression& set) const {
        switch (set.kind) {
            case SetExpression::Kind::name:
                return named(set.name);
            case SetExpression::Kind::either: {
                Members all;
                for (const SetExpression& part : set.parts) all.merge(members(part));
                return all;
            }
            case SetExpression::Kind::both: {
                if (set.parts.empty()) return {};
                Members common = members(set.parts.front());
                for (const SetExpression& part : std::span(set.parts).subspan(1)) {
                    const Members other = members(part);
                    std::erase_if(common, [&](base::MemberId member) { return !other.contains(member); });
                }
                return common;
            }
            case SetExpression::Kind::minus: {
                Members left = members(set.parts.at(0));
                for (const base::MemberId member : members(set.parts.at(1))) left.erase(member);
                return left;
            }
        }
        std::unreachable();
    }

private:
    static Tally made(Tally::Kind kind, bool holds) {
        Tally tally;
        tally.kind = kind;
        tally.holds = holds;
        return tally;
    }

    Tally parts_of(Tally::Kind kind, const std::vector<rulebook::Formula>& parts) const {
        Tally tally = made(kind, false);
        for (const rulebook::Formula& part : parts) tally.parts.push_back((*this)(part));
        return tally;
    }

    Tally of(const rulebook::Share& share) const {
        Tally tally = made(Tally::Kind::share, false);
        const Scale scale(book_, share.by, ballot_.on);
        tally.of_set = share.of;
        tally.over_set = share.over;
        tally.by = share.by;
        tally.comparison = share.comparison;
        tally.ratio = share.ratio;
        tally.over = members(share.over);
        tally.of = members(share.of);
        std::erase_if(tally.of, [&](base::MemberId member) { return !tally.over.contains(member); });
        tally.counted = scale.weight(tally.of);
        tally.base = scale.weight(tally.over);
        tally.empty_base = tally.base == 0;
        if (!tally.empty_base) {
            compare(tally, static_cast<Wide>(tally.base) * share.ratio.numerator(),
                    share.ratio.denominator());
        }
        return tally;
    }

    Tally of(const rulebook::Number& number) const {
        Tally tally = made(Tally::Kind::number, false);
        tally.of_set = number.of;
        tally.by = number.by;
        tally.comparison = number.comparison;
        tally.of = members(number.of);
        tally.counted = Scale(book_, number.by, ballot_.on).weight(tally.of);
        const auto* least = std::get_if<rulebook::Fewest>(&number.bound);
        const std::int64_t bound =
            least ? fewest(*least, members(least->over), Scale(book_, least->by, ballot_.on))
                  : std::get<std::int64_t>(number.bound);
        compare(tally, bound, 1);
        return tally;
    }

    Tally of(const rulebook::Empty& empty) const {
        Tally tally = made(Tally::Kind::empty, false);
        tally.of_set = empty.set;
        tally.comparison = Comparison::at_most;
        tally.of = members(empty.set);
        tally.counted = static_cast<std::int64_t>(tally.of.size());
        compare(tally, 0, 1);
        return tally;
    }

    Members named(rulebook::SetId name) const {
        if (const auto found = ballot_.sets.find(name); found != ballot_.sets.end()) return found->second;
        const auto of_class = book_.classes.find(name);
        if (of_class == book_.classes.end()) return {};
        return Members(of_class->second.begin(), of_class->second.end());
    }

    /// The formula of the rule of that name in force on the day, else of its last version.
    const rulebook::Formula* formula_of(base::RuleId id) const {
        const rulebook::Formula* last = nullptr;
        for (const auto& rule : book_.deciding) {
            if (rule.id != id || !rule.reading.adopted_if) continue;
            last = &*rule.reading.adopted_if;
            if (book_.applies(rule, ballot_.on)) return last;
        }
        for (const auto& rule : book_.quorum) {
            if (rule.id != id || !rule.opens) continue;
            last = &*rule.opens;
            if (book_.applies(rule, ballot_.on)) return last;
        }
        return last;
    }

    const rulebook::Rulebook& book_;
    const Ballot& ballot_;
};

}  // namespace

std::string_view name_of(Vote vote) { return vote_names[static_cast<std::size_t>(vote)]; }

std::optional<Vote> read_vote(std::string_view name) {
    const auto found = std::ranges::find(vote_names, name);
    if (found == vote_names.end()) return std::nullopt;
    return static_cast<Vote>(found - vote_names.begin());
}

std::string_view name_of(Outcome outcome) {
    constexpr std::array<std::string_view, 5> names{"not_read", "not_open", "no_quorum", "adopted",
                                                    "not_adopted"};
    return names[static_cast<std::size_t>(outcome)];
}

Ballot ballot_of(const Poll& poll, base::Day on) {
    const auto set = [](std::string_view name) { return rulebook::SetId::of(name); };
    Ballot ballot{.on = on, .sets = {}, .facts = {}};
    Members entitled = poll.members;
    for (const base::MemberId member : poll.suspended) entitled.erase(member);
    for (const base::MemberId member : poll.excluded) entitled.erase(member);

    std::array<Members, vote_names.size()> standing;
    Members present;
    for (const base::MemberId member : entitled) {
        const auto named = poll.votes.find(member);
        const Vote vote = named == poll.votes.end() ? poll.others : named->second;
        standing[static_cast<std::size_t>(vote)].insert(member);
        if (vote != Vote::absent) present.insert(member);
    }
    for (std::size_t i = 0; i < vote_names.size(); ++i) ballot.sets[set(vote_names[i])] = standing[i];
    Members voting = standing[static_cast<std::size_t>(Vote::in_favour)];
    voting.merge(Members(standing[static_cast<std::size_t>(Vote::against)]));

    ballot.sets[set("members")] = poll.members;
    ballot.sets[set("suspended")] = poll.suspended;
    ballot.sets[set("excluded")] = poll.excluded;
    ballot.sets[set("participating")] = poll.participating.value_or(entitled);
    ballot.sets[set("entitled")] = std::move(entitled);
    ballot.sets[set("represented")] = present;
    ballot.sets[set("present")] = std::move(present);
    ballot.sets[set("voting")] = std::move(voting);
    return ballot;
}

Tally evaluate(const rulebook::Rulebook& book, const rulebook::Formula& formula, const Ballot& ballot) {
    return Evaluation(book, ballot)(formula);
}

Members members_of(const rulebook::Rulebook& book, const rulebook::SetExpression& set, const Ballot& ballot) {
    return Evaluation(book, ballot).members(set);
}

Decision decide(const rulebook::Rulebook& book, const rulebook::Deciding& rule,
                const rulebook::Reading& reading, const Ballot& ballot) {
    const Evaluation evaluation(book, ballot);
    Decision decision;
    if (rule.opens_if) {
        decision.opens_if = evaluation(*rule.opens_if);
        if (!decision.opens_if->holds) return decision.outcome = Outcome::not_open, decision;
    }
    if (rule.quorum) {
        decision.quorum = evaluation(*rule.quorum);
        if (!decision.quorum->holds) return decision.outcome = Outcome::no_quorum, decision;
    }
    decision.reverse = reading.adopted_unless.has_value();
    const auto& formula = decision.reverse ? reading.adopted_unless : reading.adopted_if;
    if (!formula) return decision;
    decision.vote = evaluation(*formula);
    const bool adopted = decision.vote->holds != decision.reverse;
    decision.outcome = adopted ? Outcome::adopted : Outcome::not_adopted;
    const rulebook::Effect* effect = adopted ? &reading.effect : nullptr;
    if (!adopted) {
        decision.is = reading.otherwise_is;
        if (reading.otherwise) effect = &*reading.otherwise;
    }
    if (!effect) return decision;
    decision.binds = evaluation.members(effect->binds);
    if (effect->may_join_later) decision.may_join = evaluation.members(*effect->may_join_later);
    return decision;
}

const rulebook::Reading* reading_of(const rulebook::Deciding& rule, base::SideId side) {
    if (rule.dispute.empty()) return &rule.reading;
    const auto found = rule.by_side.find(side);
    return found == rule.by_side.end() ? nullptr : &found->second;
}

std::optional<Tally> evaluate_quorum(const rulebook::Rulebook& book, const rulebook::Quorum& rule,
                                     base::SideId side, const Ballot& ballot) {
    if (!rule.dispute.empty()) {
        const auto found = rule.by_side.find(side);
        if (found == rule.by_side.end()) return std::nullopt;
        return evaluate(book, found->second, ballot);
    }
    if (!rule.opens) return std::nullopt;
    return evaluate(book, *rule.opens, ballot);
}

base::Value to_value(const rulebook::SetExpression& set) {
    constexpr std::array<std::string_view, 4> names{"name", "both", "either", "minus"};
    if (set.kind == SetExpression::Kind::name) return set.name.empty() ? "nobody" : set.name.text();
    base::List parts;
    for (const SetExpression& part : set.parts) parts.push_back(to_value(part));
    return base::Object{{std::string(names[static_cast<std::size_t>(set.kind)]), std::move(parts)}};
}

base::Value to_value(const Tally& tally) {
    constexpr std::array<std::string_view, 8> kinds{"share", "number", "empty", "fact",
                                                    "all",   "any",    "not",   "use"};
    constexpr std::array<std::string_view, 4> comparisons{"at_least", "more_than", "at_most", "less_than"};
    base::Object object{{"kind", kinds[static_cast<std::size_t>(tally.kind)]}, {"holds", tally.holds}};
    const auto list = [](const Members& members) {
        return base::Value(std::vector<base::MemberId>(members.begin(), members.end()));
    };
    switch (tally.kind) {
        case Tally::Kind::share:
            object["over"] = to_value(tally.over_set);
            object["base"] = tally.base;
            object["ratio"] = tally.ratio->text();
            [[fallthrough]];
        case Tally::Kind::number:
            object["comparison"] = comparisons[static_cast<std::size_t>(tally.comparison)];
            if (!tally.by.empty()) object["by"] = tally.by;
            [[fallthrough]];
        case Tally::Kind::empty:
            object["of"] = to_value(tally.of_set);
            object["members"] = list(tally.of);
            object["counted"] = tally.counted;
            if (tally.empty_base) {
                object["empty_base"] = true;
            } else {
                object["needed"] = tally.needed;
                object["slack"] = tally.slack;
            }
            break;
        case Tally::Kind::fact:
            object["fact"] = tally.fact;
            break;
        case Tally::Kind::use:
            object["rule"] = tally.rule;
            [[fallthrough]];
        case Tally::Kind::all:
        case Tally::Kind::any:
        case Tally::Kind::negation: {
            base::List parts;
            for (const Tally& part : tally.parts) parts.push_back(to_value(part));
            object["parts"] = std::move(parts);
            break;
        }
    }
    return object;
}

}  // namespace law
