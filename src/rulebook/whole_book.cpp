// What only the whole book shows: rules that overlap or compete, formulas that use each other in a
// circle, chairs without a rotation.

#include <algorithm>
#include <map>
#include <ranges>
#include <tuple>

#include "rulebook/book_reader.hpp"

namespace rulebook {
namespace {

// A formula with everything it uses; the largest we know (the EU's common policy) has twenty parts. The
// limit also bounds how deep an evaluation goes.
constexpr std::size_t largest_formula = 1000;

/// The versions of a rule as places in the list of versions: from the first to before the second.
struct Period {
    std::size_t since = 0;
    std::size_t until = 0;
    bool overlaps(const Period& other) const { return since < other.until && other.since < until; }
};

Period period_of(const Rule& rule, const std::vector<Version>& versions) {
    const auto place = [&](base::VersionId id, std::size_t otherwise) {
        const auto found = std::ranges::find(versions, id, &Version::id);
        return id.empty() || found == versions.end() ? otherwise
                                                     : static_cast<std::size_t>(found - versions.begin()) + 1;
    };
    return {place(rule.since, 0), place(rule.until, versions.size() + 1)};
}

std::string text(auto id) { return std::string(id.text()); }

bool share_a_subject(const Deciding& a, const Deciding& b) {
    if (a.subjects.empty() || b.subjects.empty()) return a.subjects.empty() && b.subjects.empty();
    return std::ranges::any_of(a.subjects, [&](const std::string& subject) {
        return std::ranges::find(b.subjects, subject) != b.subjects.end();
    });
}

/// The names of a circle, "a → b → a".
template <class Id> std::string path_of(const std::vector<Id>& circle) {
    std::string path;
    for (const Id id : circle) path += text(id) + " → ";
    return path + text(circle.front());
}

/// The circle that following `next` from `start` runs into, `start` first; empty when it ends, or when
/// `start` only leads to a circle of others.
template <class Id> std::vector<Id> circle_from(Id start, const std::map<Id, Id>& next) {
    std::vector<Id> path;
    std::set<Id> seen;
    for (Id id = start; seen.insert(id).second;) {
        path.push_back(id);
        const auto step = next.find(id);
        if (step == next.end()) return {};
        id = step->second;
        if (id == start) return path;
    }
    return {};
}

}  // namespace

void BookReader::check_whole() {
    check_periods();
    check_overlaps();
    check_competing();
    check_kinds_of_paper();
    check_used();
    check_uses();
    check_chairs();
    check_instruments();
}

void BookReader::check_periods() {
    const auto check = [&](const auto& rules) {
        for (const Rule& rule : rules) {
            if (rule.since.empty() || rule.until.empty()) continue;
            const Period period = period_of(rule, book_.versions);
            if (period.since < period.until) continue;
            faults_.add(rule.mark, FaultCode::until_before_since,
                        {{"since", text(rule.since)}, {"until", text(rule.until)}});
        }
    };
    check(book_.instruments);
    check(book_.bodies);
    check(book_.posts);
    check(book_.membership);
    check(book_.rotation);
    check(book_.quorum);
    check(book_.deciding);
    check(book_.papers);
    check(book_.provisions);
}

/// A rule replaced by id: the periods of the items that share an id must not overlap.
void BookReader::check_overlaps() {
    std::map<base::RuleId, std::vector<const Rule*>> by_id;
    const auto gather = [&](const auto& rules) {
        for (const Rule& rule : rules) by_id[rule.id].push_back(&rule);
    };
    gather(book_.membership);
    gather(book_.rotation);
    gather(book_.quorum);
    gather(book_.deciding);
    gather(book_.papers);
    gather(book_.provisions);
    for (auto& [id, rules] : by_id) {
        std::ranges::sort(rules, {}, [&](const Rule* rule) {
            return std::tuple(period_of(*rule, book_.versions).since, rule->mark);
        });
        for (std::size_t i = 1; i < rules.size(); ++i) {
            const Period before = period_of(*rules[i - 1], book_.versions);
            if (!before.overlaps(period_of(*rules[i], book_.versions))) continue;
            const auto [first, second] = std::minmax(rules[i - 1]->mark, rules[i]->mark);
            faults_.add(second, FaultCode::rules_overlap,
                        {{"rule", text(id)}, {"first_line", std::to_string(first.line)}});
        }
    }
}

/// Two ways of deciding for the same body, format and subject: nobody could say which governs. A way
/// with subjects goes before one without, so these two do not compete.
void BookReader::check_competing() {
    std::map<std::tuple<base::BodyId, std::string, bool>, std::vector<const Deciding*>> groups;
    for (const Deciding& rule : book_.deciding) {
        for (const base::BodyId body : rule.bodies) {
            groups[{body, rule.format, rule.applies.empty()}].push_back(&rule);
        }
    }
    for (const auto& [key, rules] : groups) {
        for (std::size_t i = 0; i < rules.size(); ++i) {
            for (std::size_t k = i + 1; k < rules.size(); ++k) {
                if (rules[i]->id == rules[k]->id || !share_a_subject(*rules[i], *rules[k])) continue;
                const Period period = period_of(*rules[i], book_.versions);
                if (!period.overlaps(period_of(*rules[k], book_.versions))) continue;
                faults_.add(rules[k]->mark, FaultCode::rules_compete,
                            {{"rule", text(rules[k]->id)},
                             {"other", text(rules[i]->id)},
                             {"body", text(std::get<0>(key))}});
            }
        }
    }
}

/// Two rules on one kind of paper at one time.
void BookReader::check_kinds_of_paper() {
    for (std::size_t i = 0; i < book_.papers.size(); ++i) {
        for (std::size_t k = i + 1; k < book_.papers.size(); ++k) {
            const PaperLaw& one = book_.papers[i];
            const PaperLaw& other = book_.papers[k];
            if (one.id == other.id ||
                !period_of(one, book_.versions).overlaps(period_of(other, book_.versions)))
                continue;
            for (const std::string& kind : other.papers) {
                if (std::ranges::find(one.papers, kind) == one.papers.end()) continue;
                faults_.add(other.mark, FaultCode::rules_compete,
                            {{"rule", text(other.id)}, {"other", text(one.id)}, {"body", kind}});
            }
        }
    }
}

/// `{use: RULE}` needs a rule with one formula, readable without taking a side.
void BookReader::check_used() {
    std::map<base::RuleId, FaultCode> unfit;
    const auto judge = [&](base::RuleId rule, base::DisputeId dispute, bool has_formula) {
        if (!dispute.empty()) {
            unfit[rule] = FaultCode::use_of_disputed;
        } else if (!has_formula) {
            unfit.emplace(rule, FaultCode::use_without_formula);
        }
    };
    for (const Deciding& rule : book_.deciding) {
        judge(rule.id, rule.dispute, rule.reading.adopted_if.has_value());
    }
    for (const Quorum& rule : book_.quorum) judge(rule.id, rule.dispute, rule.opens.has_value());
    for (const auto& [user, used] : uses_) {
        for (const auto& [id, mark] : used) {
            if (!decisions_.contains(id)) {
                faults_.add(mark, FaultCode::undeclared, {{"kind", "decision"}, {"found", text(id)}});
            } else if (const auto found = unfit.find(id); found != unfit.end()) {
                faults_.add(mark, found->second, {{"rule", text(id)}});
            }
        }
    }
}

void BookReader::check_uses() {
    // Rules are settled once everything they use is; what can never be settled lies on a circle or
    // leads to one. (No recursion: a file may chain more rules than a stack has room for.)
    std::map<base::RuleId, std::size_t> waiting_for;
    std::map<base::RuleId, std::vector<base::RuleId>> users;
    std::vector<base::RuleId> settled;
    for (const auto& [rule, nodes] : formula_nodes_) {
        if (!uses_.contains(rule)) settled.push_back(rule);
    }
    for (const auto& [rule, used] : uses_) {
        for (const auto& [id, mark] : used) {
            if (!formula_nodes_.contains(id)) continue;
            ++waiting_for[rule];
            users[id].push_back(rule);
        }
        if (!waiting_for.contains(rule)) settled.push_back(rule);
    }
    auto size = formula_nodes_;
    for (std::size_t i = 0; i < settled.size(); ++i) {
        const base::RuleId rule = settled[i];
        if (size[rule] > largest_formula && uses_.contains(rule)) {
            faults_.add(uses_[rule].front().second, FaultCode::formula_too_large,
                        {{"limit", std::to_string(largest_formula)}});
        }
        for (const base::RuleId user : users[rule]) {
            // No larger than one step over the limit: sizes of nested uses multiply.
            size[user] = std::min(size[user] + size[rule], largest_formula + 1);
            if (--waiting_for[user] == 0) settled.push_back(user);
        }
    }
    std::erase_if(waiting_for, [](const auto& rule) { return rule.second == 0; });
    std::map<base::RuleId, base::RuleId> next;
    for (const auto& [rule, count] : waiting_for) {
        for (const auto& [id, mark] : uses_[rule]) {
            if (waiting_for.contains(id)) next.emplace(rule, id);
        }
    }
    std::set<base::RuleId> told;
    for (const auto& [rule, used] : next) {
        const auto circle = circle_from(rule, next);
        if (circle.empty() || !told.insert(std::ranges::min(circle)).second) continue;
        faults_.add(uses_[rule].front().second, FaultCode::use_cycle, {{"path", path_of(circle)}});
    }
}

void BookReader::check_chairs() {
    for (const Body& body : book_.bodies) {
        const bool has =
            std::ranges::find(book_.rotation, body.body, &Rotation::body) != book_.rotation.end();
        if (body.chair != ChairBy::rotation || has || !left_out_.empty()) continue;
        faults_.add(body.mark, FaultCode::rotation_missing, {{"body", text(body.body)}});
    }
}

/// An instrument that enters into force with itself, or amends itself, by way of others.
void BookReader::check_instruments() {
    const auto check = [&](const std::map<base::InstrumentId, base::InstrumentId>& next) {
        std::set<base::InstrumentId> told;
        for (const Instrument& instrument : book_.instruments) {
            const auto circle = circle_from(instrument.instrument, next);
            if (circle.empty() || !told.insert(std::ranges::min(circle)).second) continue;
            faults_.add(instrument.mark, FaultCode::instrument_cycle, {{"path", path_of(circle)}});
        }
    };
    std::map<base::InstrumentId, base::InstrumentId> with;
    std::map<base::InstrumentId, base::InstrumentId> amends;
    for (const Instrument& instrument : book_.instruments) {
        if (!instrument.in_force.with.empty()) with[instrument.instrument] = instrument.in_force.with;
        if (!instrument.amends.empty()) amends[instrument.instrument] = instrument.amends;
    }
    check(with);
    check(amends);
}

}  // namespace rulebook
