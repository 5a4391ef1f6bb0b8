// Cases: ballots with the result that the rule must give.

#include <algorithm>
#include <array>

#include "rulebook/book_reader.hpp"

namespace rulebook {
namespace {

constexpr std::array<std::string_view, 8> stances{"for",    "against", "abstain",  "object",
                                                  "absent", "silent",  "accepted", "present"};
constexpr std::array<std::string_view, 4> decisions{"adopted", "not_adopted", "no_quorum", "not_open"};
/// What cases may expect of a quorum rule.
constexpr std::array<std::string_view, 2> quorums{"quorum", "no_quorum"};

}  // namespace

void BookReader::read_cases(const Node& node) {
    if (!is_list(node, faults_)) return;
    for (const Node& item : node.items) {
        const std::size_t before = faults_.size();
        Case made = read_case(item);
        if (faults_.size() == before) check_case(made, item);
        if (faults_.size() == before) book_.cases.push_back(std::move(made));
    }
}

Case BookReader::read_case(const Node& node) {
    constexpr std::array<std::string_view, 5> expected{"adopted", "not_adopted", "no_quorum", "not_open",
                                                       "quorum"};
    Case made;
    made.mark = node.mark;
    Keys keys(node, faults_);
    if (const Node* value = keys.must("rule")) made.rule = id<base::RuleId>(*value, Declared::rule);
    if (const Node* value = keys.may("on")) made.on = read_day(*value, faults_);
    if (const Node* value = keys.may("side")) {
        // Of which dispute is known once the rule is: check_case looks the side up.
        made.side = base::SideId::of(read_slug(*value, faults_).value_or(""));
    }
    const auto members = [&](std::string_view key) -> std::optional<std::vector<base::MemberId>> {
        const Node* value = keys.may(key);
        return value ? std::optional(ids<base::MemberId>(*value, Declared::member)) : std::nullopt;
    };
    made.members = members("members");
    made.suspended = members("suspended").value_or(std::vector<base::MemberId>{});
    made.excluded = members("excluded").value_or(std::vector<base::MemberId>{});
    made.participating = members("participating");
    made.binds = members("binds");
    made.may_join = members("may_join");
    if (const Node* value = keys.may("others")) {
        if (const auto place = read_word(*value, stances, faults_)) made.others = stances[*place];
    }
    if (const Node* value = keys.may("ballot")) {
        Keys inside(*value, faults_);
        for (const std::string_view stance : stances) {
            const Node* who = inside.may(stance);
            if (who) made.ballot[std::string(stance)] = ids<base::MemberId>(*who, Declared::member);
        }
    }
    if (const Node* value = keys.may("sets"); value && is_mapping(*value, faults_)) {
        for (const yaml::Entry& entry : value->entries) {
            if (is_declared(Declared::set, entry.key)) {
                made.sets[SetId::of(entry.key)] = ids<base::MemberId>(entry.value, Declared::member);
            } else {
                report_undeclared(entry.mark, "set", entry.key, declared_[Declared::set]);
            }
        }
    }
    if (const Node* value = keys.may("facts"); value && is_mapping(*value, faults_)) {
        for (const yaml::Entry& entry : value->entries) {
            if (!is_declared(Declared::fact, entry.key)) {
                report_undeclared(entry.mark, "fact", entry.key, declared_[Declared::fact]);
            } else if (const auto established = read_yes_or_no(entry.value, faults_)) {
                made.facts[FactId::of(entry.key)] = *established;
            }
        }
    }
    if (const Node* value = keys.must("expect")) {
        if (const auto place = read_word(*value, expected, faults_)) made.expect = expected[*place];
    }
    if (const Node* value = keys.may("is")) {
        made.is = base::RuleId::of(read_slug(*value, faults_).value_or(""));
    }
    return made;
}

/// What a case must fit: the rule in force that day, its dispute, and the members of the case.
void BookReader::check_case(const Case& read, const Node& node) {
    // Without its day nothing can be said of a case; that the day is missing was reported.
    if (!read.on && book_.compiled_on == base::Day::first()) return;
    const base::Day day = read.on.value_or(book_.compiled_on);
    const auto of_the_case = [&](const Rule& rule) {
        return rule.id == read.rule && book_.applies(rule, day);
    };
    const auto deciding = std::ranges::find_if(book_.deciding, of_the_case);
    const auto quorum = std::ranges::find_if(book_.quorum, of_the_case);
    const bool decides = deciding != book_.deciding.end();
    const bool opens = quorum != book_.quorum.end();
    const auto place = [&](std::string_view key) {
        const auto found = std::ranges::find(node.entries, key, &yaml::Entry::key);
        return found == node.entries.end() ? node.mark : found->value.mark;
    };
    if (!decides && !opens) {
        if (left_out_.contains(read.rule)) return;  // for a fault of its own, reported already
        if (!decisions_.contains(read.rule)) {
            faults_.add(place("rule"), FaultCode::undeclared,
                        {{"kind", "decision"}, {"found", std::string(read.rule.text())}});
            return;
        }
        faults_.add(place("rule"), FaultCode::case_out_of_force,
                    {{"rule", std::string(read.rule.text())}, {"day", day.text()}});
        return;
    }
    const base::DisputeId dispute = decides ? deciding->dispute : quorum->dispute;
    if (!dispute.empty() && read.side.empty()) {
        faults_.add(node.mark, FaultCode::case_needs_side, {{"dispute", std::string(dispute.text())}});
    } else if (!read.side.empty() && !sides_[std::string(dispute.text())].contains(read.side.text())) {
        report_undeclared(place("side"), "side", read.side.text(), sides_[std::string(dispute.text())]);
    }
    const auto& valid = decides ? std::span<const std::string_view>(decisions) : quorums;
    if (std::ranges::find(valid, read.expect) == valid.end()) {
        faults_.add(place("expect"), FaultCode::case_expects_other,
                    {{"found", read.expect}, {"expected", decides ? "decision" : "quorum"}});
    }
    std::set<base::MemberId> placed;
    for (const auto& [stance, who] : read.ballot) {
        for (const base::MemberId member : who) {
            if (!placed.insert(member).second) {
                faults_.add(place("ballot"), FaultCode::case_placed_twice,
                            {{"member", std::string(member.text())}});
            }
            if (read.members && std::ranges::find(*read.members, member) == read.members->end()) {
                faults_.add(place("ballot"), FaultCode::case_not_member,
                            {{"member", std::string(member.text())}});
            }
        }
    }
}

}  // namespace rulebook
