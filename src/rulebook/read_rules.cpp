// Instruments, bodies, posts, rules and disputes.

#include <algorithm>
#include <array>
#include <functional>
#include <variant>

#include "rulebook/book_reader.hpp"

namespace rulebook {
namespace {

// No treaty needs more consents than there could be states.
constexpr std::int64_t most_parties = 10'000;

constexpr std::array<std::string_view, 7> rule_kinds{"membership", "rotation", "quorum",   "deciding",
                                                     "arrears",    "paper",    "provision"};
// A way of deciding may have a key `quorum` of its own, so there the word names no kind.
constexpr std::array<std::string_view, 6> kinds_beside_quorum{"membership", "rotation", "deciding",
                                                              "arrears",    "paper",    "provision"};

}  // namespace

Rule BookReader::read_rule_fields(Keys& keys, std::string_view name, Mark mark, Keys::Need need) {
    Rule rule;
    rule.id = base::RuleId::of(name);
    rule.mark = mark;
    const bool must = need == Keys::Need::must;
    rule.article = words(must ? keys.must("article") : keys.may("article"));
    rule.says = words(must ? keys.must("says") : keys.may("says"));
    if (const Node* node = keys.may("read")) rule.read = read_yes_or_no(*node, faults_).value_or(true);
    if (const Node* node = keys.may("sources")) rule.sources = read_sources(*node);
    rule.since = id_at<base::VersionId>(keys, "since", Declared::version);
    rule.until = id_at<base::VersionId>(keys, "until", Declared::version);
    return rule;
}

// Sources are declared beside the rulebook, so the package looks them up; here they are names, none of them
// twice.
std::vector<base::SourceId> BookReader::read_sources(const Node& node) {
    std::vector<base::SourceId> all;
    if (!is_list(node, faults_)) return all;
    for (const Node& item : node.items) {
        const auto name = read_slug(item, faults_);
        if (!name) continue;
        const auto id = base::SourceId::of(*name);
        if (std::ranges::find(all, id) != all.end()) {
            faults_.add(item.mark, FaultCode::listed_twice, {{"found", *name}});
        } else {
            all.push_back(id);
        }
    }
    return all;
}

// -- instruments, bodies, posts ------------------------------------------------------------------

void BookReader::read_instruments(const Node& node) {
    each(node, book_.instruments, [&](const yaml::Entry& entry) { return read_instrument(entry); });
}

Instrument BookReader::read_instrument(const yaml::Entry& entry) {
    constexpr std::array<std::string_view, 2> consents{"signature", "ratification"};
    constexpr std::array<std::string_view, 2> without{"not-bound", "infer-from-signature"};
    Instrument made;
    const bool named_well = is_name(entry, faults_);
    Keys keys(entry.value, faults_);
    static_cast<Rule&>(made) =
        read_rule_fields(keys, named_well ? entry.key : "", entry.mark, Keys::Need::may);
    if (named_well) made.instrument = base::InstrumentId::of(entry.key);
    made.name = words(keys.must("names"));
    made.abbreviation = words(keys.may("abbreviation"));
    if (const Node* value = keys.may("consent")) {
        made.consent = static_cast<Consent>(read_word(*value, consents, faults_).value_or(1));
    }
    if (const Node* value = keys.may("without_deposit")) {
        made.without_deposit = static_cast<WithoutDeposit>(read_word(*value, without, faults_).value_or(0));
    }
    if (const Node* value = keys.may("in_force")) made.in_force = read_in_force(*value);
    if (const Node* value = keys.may("term")) made.term = read_months(*value, faults_);
    made.extended_by = id_at<base::InstrumentId>(keys, "extended_by", Declared::instrument);
    if (const Node* value = keys.may("withdrawal_notice")) {
        made.withdrawal_notice = read_months(*value, faults_);
    }
    made.amends = id_at<base::InstrumentId>(keys, "amends", Declared::instrument);
    return made;
}

InForce BookReader::read_in_force(const Node& node) {
    constexpr std::array<std::string_view, 3> plain{"announced", "all-signatories", "all-members"};
    constexpr std::array<std::string_view, 2> kinds{"number", "with"};
    InForce made;
    if (node.kind != Node::Kind::mapping) {
        made.when = static_cast<InForce::When>(read_word(node, plain, faults_).value_or(0));
        return made;
    }
    Keys keys(node, faults_);
    const auto kind = keys.one_of(kinds, Keys::Need::must);
    if (const Node* value = keys.may("number")) {
        made.when = InForce::When::number;
        made.parties_needed = static_cast<int>(read_number(*value, 1, most_parties, faults_).value_or(1));
    }
    if (const Node* value = keys.may("with"); value && kind == "with") {
        made.when = InForce::When::other_instrument;
        made.with = id<base::InstrumentId>(*value, Declared::instrument);
    }
    if (const Node* value = keys.may("delay")) {
        made.delay = read_days(*value, faults_).value_or(base::Days{});
    }
    return made;
}

void BookReader::read_bodies(const Node& node) {
    each(node, book_.bodies, [&](const yaml::Entry& entry) { return read_body(entry); });
}

Body BookReader::read_body(const yaml::Entry& entry) {
    constexpr std::array<std::string_view, 2> plain{"none", "rotation"};
    constexpr std::array<std::string_view, 2> kinds{"election", "state-in-chair"};
    Body made;
    const bool named_well = is_name(entry, faults_);
    Keys keys(entry.value, faults_);
    static_cast<Rule&>(made) =
        read_rule_fields(keys, named_well ? entry.key : "", entry.mark, Keys::Need::may);
    if (named_well) made.body = base::BodyId::of(entry.key);
    made.name = words(keys.must("names"));
    made.abbreviation = words(keys.may("abbreviation"));
    if (const Node* value = keys.may("meets")) made.meets = read_yes_or_no(*value, faults_).value_or(true);
    const Node* chair = keys.may("chair");
    if (!chair) return made;
    if (chair->kind != Node::Kind::mapping) {
        made.chair = static_cast<ChairBy>(read_word(*chair, plain, faults_).value_or(0));
        return made;
    }
    Keys inside(*chair, faults_);
    const auto kind = inside.one_of(kinds, Keys::Need::must);
    if (!kind) return made;
    made.chair = *kind == "election" ? ChairBy::election : ChairBy::state_in_chair;
    made.chair_of = id_at<base::BodyId>(inside, *kind, Declared::body);
    return made;
}

void BookReader::read_posts(const Node& node) {
    each(node, book_.posts, [&](const yaml::Entry& entry) { return read_post(entry); });
}

Post BookReader::read_post(const yaml::Entry& entry) {
    Post made;
    const bool named_well = is_name(entry, faults_);
    Keys keys(entry.value, faults_);
    static_cast<Rule&>(made) =
        read_rule_fields(keys, named_well ? entry.key : "", entry.mark, Keys::Need::may);
    if (named_well) made.post = base::PostId::of(entry.key);
    made.name = words(keys.must("names"));
    made.body = id_at<base::BodyId>(keys, "body", Declared::body);
    if (const Node* value = keys.may("term")) made.term = read_months(*value, faults_);
    if (const Node* value = keys.may("chairs")) made.chairs = read_yes_or_no(*value, faults_).value_or(false);
    return made;
}

void BookReader::read_regions(const Node& node) {
    each(node, book_.regions, [&](const yaml::Entry& entry) {
        Region made;
        const bool named_well = is_name(entry, faults_);
        Keys keys(entry.value, faults_);
        static_cast<Rule&>(made) =
            read_rule_fields(keys, named_well ? entry.key : "", entry.mark, Keys::Need::must);
        if (named_well) made.region = base::RegionId::of(entry.key);
        made.name = words(keys.must("names"));
        return made;
    });
}

void BookReader::read_procedures(const Node& node) {
    each(node, book_.procedures, [&](const yaml::Entry& entry) { return read_procedure(entry); });
}

Procedure BookReader::read_procedure(const yaml::Entry& entry) {
    constexpr std::array<std::string_view, 2> kinds{"consultation", "paper"};
    Procedure made;
    const bool named_well = is_name(entry, faults_);
    Keys keys(entry.value, faults_);
    static_cast<Rule&>(made) =
        read_rule_fields(keys, named_well ? entry.key : "", entry.mark, Keys::Need::must);
    made.called = words(keys.may("names"));
    if (const Node* value = keys.must("of")) {
        made.of = static_cast<Procedure::Of>(read_word(*value, kinds, faults_).value_or(1));
    }
    if (const Node* value = keys.may("papers")) made.papers = list_of(*value, Declared::subject);
    const Node* steps = keys.must("steps");
    if (!steps || !is_list(*steps, faults_)) return made;
    if (steps->items.empty()) faults_.add(steps->mark, FaultCode::too_few, {{"smallest", "1"}});
    for (const Node& item : steps->items) {
        Step step = read_step(item);
        if (step.id && std::ranges::find(made.steps, step.id, &Step::id) != made.steps.end())
            faults_.add(item.mark, FaultCode::listed_twice, {{"found", std::string(step.id.text())}});
        made.steps.push_back(std::move(step));
    }
    return made;
}

Step BookReader::read_step(const Node& node) {
    Step made{.mark = node.mark};
    Keys keys(node, faults_);
    if (const Node* value = keys.must("step")) {
        if (const auto name = read_slug(*value, faults_)) made.id = base::RuleId::of(*name);
    }
    made.name = words(keys.must("names"));
    if (const Node* value = keys.must("kinds")) made.kinds = list_of(*value, Declared::kind);
    made.body = id_at<base::BodyId>(keys, "body", Declared::body);
    if (const Node* value = keys.may("read")) made.read = read_yes_or_no(*value, faults_).value_or(true);
    return made;
}

// -- rules ---------------------------------------------------------------------------------------

void BookReader::read_rules(const Node& node) {
    if (!is_list(node, faults_)) return;
    for (const Node& item : node.items) read_rule(item);
}

void BookReader::read_rule(const Node& node) {
    const std::size_t before = faults_.size();
    std::optional<std::string_view> kind;
    std::variant<std::monostate, Membership, Rotation, Quorum, Deciding, Arrears, PaperLaw, Provision> made;
    {
        Keys keys(node, faults_);
        kind = keys.one_of(kinds_beside_quorum, Keys::Need::may);
        if (!kind) kind = keys.one_of(rule_kinds, Keys::Need::must);
        if (!kind) {
            // Whatever else stands there belongs to a rule of an unknown kind: one fault says enough.
            for (const yaml::Entry& entry : node.entries) (void)keys.has(entry.key);
            return;
        }
        const Node* value = keys.may(*kind);
        const auto name = value ? read_slug(*value, faults_) : std::nullopt;
        Rule rule = read_rule_fields(keys, name.value_or(""), node.mark, Keys::Need::must);
        rule.called = words(keys.may("names"));
        reading_rule_ = rule.id;
        if (*kind == "quorum" || *kind == "deciding") decisions_.insert(rule.id);
        if (*kind == "membership") {
            made = read_membership(keys, std::move(rule));
        } else if (*kind == "rotation") {
            made = read_rotation(keys, std::move(rule));
        } else if (*kind == "arrears") {
            made = read_arrears(keys, std::move(rule));
        } else if (*kind == "paper") {
            made = read_paper_law(keys, std::move(rule));
        } else if (*kind == "provision") {
            made = read_provision(keys, std::move(rule));
        } else if (*kind == "quorum") {
            made = read_quorum(keys, std::move(rule));
        } else {
            made = read_deciding(keys, std::move(rule));
        }
    }
    if (faults_.size() != before) {
        left_out_.insert(reading_rule_);
        return;
    }
    if (auto* membership = std::get_if<Membership>(&made)) book_.membership.push_back(std::move(*membership));
    if (auto* rotation = std::get_if<Rotation>(&made)) book_.rotation.push_back(std::move(*rotation));
    if (auto* quorum = std::get_if<Quorum>(&made)) book_.quorum.push_back(std::move(*quorum));
    if (auto* deciding = std::get_if<Deciding>(&made)) book_.deciding.push_back(std::move(*deciding));
    if (auto* arrears = std::get_if<Arrears>(&made)) book_.arrears.push_back(std::move(*arrears));
    if (auto* papers = std::get_if<PaperLaw>(&made)) book_.papers.push_back(std::move(*papers));
    if (auto* provision = std::get_if<Provision>(&made)) book_.provisions.push_back(std::move(*provision));
}

Membership BookReader::read_membership(Keys& keys, Rule rule) {
    constexpr std::array<std::string_view, 2> kinds{"treaty", "organisation"};
    Membership made;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("of")) {
        made.of = static_cast<Membership::Of>(read_word(*value, kinds, faults_).value_or(1));
    }
    if (const Node* value = keys.must("parties_of")) {
        made.instrument = id<base::InstrumentId>(*value, Declared::instrument);
    }
    return made;
}

Rotation BookReader::read_rotation(Keys& keys, Rule rule) {
    constexpr std::array<std::string_view, 2> hand_overs{"session-day", "calendar-year"};
    constexpr std::array<std::string_view, 2> turns{"stays", "open"};
    Rotation made;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("body")) made.body = id<base::BodyId>(*value, Declared::body);
    if (const Node* value = keys.must("order")) made.order = named(*value, Declared::order).value_or("");
    if (const Node* value = keys.must("hand_over")) {
        made.hand_over = static_cast<Rotation::HandOver>(read_word(*value, hand_overs, faults_).value_or(0));
    }
    if (const Node* value = keys.may("declared_freeze")) {
        made.of_a_state_that_froze =
            static_cast<Rotation::Turn>(read_word(*value, turns, faults_).value_or(1));
    }
    return made;
}

Arrears BookReader::read_arrears(Keys& keys, Rule rule) {
    Arrears made;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("after")) {
        if (const auto months = read_months(*value, faults_)) made.after = *months;
    }
    made.decided_by = id_at<base::BodyId>(keys, "decided_by", Declared::body);
    if (const Node* due = keys.may("share_due")) {
        Keys inside(*due, faults_);
        if (const Node* value = inside.must("dispute")) made.dispute = read_dispute_named(*value);
        const Node* side = inside.must("side");
        if (side && !made.dispute.empty()) made.due_side = read_side_of(made.dispute, *side);
    }
    return made;
}

PaperLaw BookReader::read_paper_law(Keys& keys, Rule rule) {
    using By = PaperLaw::By;
    constexpr std::array<std::string_view, 3> ways{"adoption", "consent", "not-read"};
    constexpr std::array<std::string_view, 2> joinings{"adoption", "not-read"};
    PaperLaw made;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("kinds")) made.papers = list_of(*value, Declared::subject);
    const auto way = [&](const char* key, By& into) {
        const Node* value = keys.may(key);
        if (value) into = static_cast<By>(read_word(*value, ways, faults_).value_or(0));
    };
    way("starts", made.starts);
    way("binds", made.binds);
    if (const Node* value = keys.may("joining"))
        made.joining = read_word(*value, joinings, faults_).value_or(0) == 0 ? By::adoption : By::not_read;
    return made;
}

Provision BookReader::read_provision(Keys& keys, Rule rule) {
    Provision made;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("subject")) made.subjects = read_subjects(*value);
    if (const Node* value = keys.may("dispute")) made.dispute = read_dispute_named(*value);
    return made;
}

/// One word of the field, or a list of them, none of them twice.
std::vector<Subject> BookReader::read_subjects(const Node& node) {
    std::vector<Subject> all;
    const auto add = [&](const Node& item) {
        const auto place = read_word(item, subject_names, faults_);
        if (!place) return;
        const auto subject = static_cast<Subject>(*place);
        if (std::ranges::find(all, subject) != all.end()) {
            faults_.add(item.mark, FaultCode::listed_twice, {{"found", std::string(name_of(subject))}});
        } else {
            all.push_back(subject);
        }
    };
    if (node.kind != Node::Kind::list) {
        add(node);
        return all;
    }
    if (node.items.empty()) faults_.add(node.mark, FaultCode::too_few, {{"smallest", "1"}});
    for (const Node& item : node.items) add(item);
    return all;
}

Quorum BookReader::read_quorum(Keys& keys, Rule rule) {
    constexpr std::array<std::string_view, 2> ways{"opens", "dispute"};
    Quorum made;
    const bool text_was_read = rule.read;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("bodies")) made.bodies = ids<base::BodyId>(*value, Declared::body);
    keys.one_of(ways, text_was_read ? Keys::Need::must : Keys::Need::may);
    if (const Node* value = keys.may("opens")) made.opens = read_formula(*value);
    if (const Node* value = keys.may("dispute")) {
        made.dispute = read_dispute_named(*value);
        read_sides(keys, made.dispute, [&](base::SideId side, const Node& under) {
            if (auto formula = read_formula(under)) made.by_side[side] = std::move(*formula);
        });
    }
    return made;
}

Deciding BookReader::read_deciding(Keys& keys, Rule rule) {
    constexpr std::array<std::string_view, 2> late_objections{"not-read", "none"};
    constexpr std::array<std::string_view, 3> ways{"adopted_if", "adopted_unless", "dispute"};
    Deciding made;
    const bool text_was_read = rule.read;
    static_cast<Rule&>(made) = std::move(rule);
    if (const Node* value = keys.must("bodies")) made.bodies = ids<base::BodyId>(*value, Declared::body);
    if (const Node* value = keys.may("format")) made.format = named(*value, Declared::format).value_or("");
    if (const Node* value = keys.may("subjects")) made.subjects = list_of(*value, Declared::subject);
    if (const Node* value = keys.may("opens_if")) made.opens_if = read_formula(*value);
    if (const Node* value = keys.may("quorum")) made.quorum = read_formula(*value);
    keys.one_of(ways, text_was_read ? Keys::Need::must : Keys::Need::may);
    if (const Node* value = keys.may("dispute")) {
        made.dispute = read_dispute_named(*value);
        read_sides(keys, made.dispute, [&](base::SideId side, const Node& under) {
            Keys inside(under, faults_);
            made.by_side[side] = read_reading(inside, text_was_read ? Keys::Need::must : Keys::Need::may);
        });
    } else {
        made.reading = read_reading(keys, Keys::Need::may);  // that one is missing was reported above
    }
    if (const Node* value = keys.may("applies")) {
        Keys inside(*value, faults_);
        if (const Node* dispute = inside.must("dispute")) made.applies = read_dispute_named(*dispute);
        const Node* side = inside.must("side");
        if (side && !made.applies.empty()) made.applies_side = read_side_of(made.applies, *side);
    }
    if (const Node* value = keys.may("late_objection")) {
        made.late_objection =
            static_cast<LateObjection>(read_word(*value, late_objections, faults_).value_or(0));
    }
    return made;
}

Reading BookReader::read_reading(Keys& keys, Keys::Need need) {
    constexpr std::array<std::string_view, 2> ways{"adopted_if", "adopted_unless"};
    Reading made;
    if (keys.one_of(ways, need) == "adopted_unless" && keys.has("adopted_if")) return made;
    if (const Node* value = keys.may("adopted_if")) made.adopted_if = read_formula(*value);
    if (const Node* value = keys.may("adopted_unless")) made.adopted_unless = read_formula(*value);
    if (const Node* value = keys.may("effect")) {
        Keys inside(*value, faults_);
        made.effect = read_effect(inside);
    }
    if (const Node* value = keys.may("otherwise")) {
        Keys inside(*value, faults_);
        if (const Node* is = inside.must("is")) {
            made.otherwise_is = base::RuleId::of(read_slug(*is, faults_).value_or(""));
        }
        made.otherwise_name = words(inside.may("names"));
        made.otherwise = read_effect(inside);
    }
    return made;
}

Effect BookReader::read_effect(Keys& keys) {
    Effect made;
    if (const Node* value = keys.may("binds")) made.binds = read_set(*value).value_or(SetExpression{});
    if (const Node* value = keys.may("may_join_later")) made.may_join_later = read_set(*value);
    return made;
}

// -- disputes ------------------------------------------------------------------------------------

void BookReader::read_disputes(const Node& node) {
    each(node, book_.disputes, [&](const yaml::Entry& entry) { return read_dispute(entry); });
}

Dispute BookReader::read_dispute(const yaml::Entry& entry) {
    Dispute made{.mark = entry.mark};
    if (is_name(entry, faults_)) made.id = base::DisputeId::of(entry.key);
    Keys keys(entry.value, faults_);
    made.name = words(keys.must("names"));
    made.article = words(keys.must("article"));
    made.about = id_at<base::RuleId>(keys, "about", Declared::rule);
    const Node* sides = keys.must("sides");
    if (!sides || !is_mapping(*sides, faults_)) return made;
    for (const yaml::Entry& side : sides->entries) made.sides.push_back(read_side(side));
    if (sides->entries.size() < 2) {
        faults_.add(keys.mark_of("sides"), FaultCode::too_few, {{"smallest", "2"}});
    }
    std::ranges::sort(made.sides, {}, &Side::id);
    return made;
}

Side BookReader::read_side(const yaml::Entry& entry) {
    Side made{.mark = entry.mark};
    if (is_name(entry, faults_)) made.id = base::SideId::of(entry.key);
    Keys keys(entry.value, faults_);
    made.name = words(keys.must("names"));
    made.says = words(keys.must("says"));
    return made;
}

base::DisputeId BookReader::read_dispute_named(const Node& node) {
    return id<base::DisputeId>(node, Declared::dispute);
}

base::SideId BookReader::read_side_of(base::DisputeId dispute, const Node& node) {
    const auto name = read_text(node, faults_);
    if (!name) return {};
    const Words& sides = sides_[std::string(dispute.text())];
    if (sides.contains(*name)) return base::SideId::of(*name);
    report_undeclared(node.mark, "side", *name, sides);
    return {};
}

void BookReader::read_sides(Keys& keys, base::DisputeId dispute,
                            const std::function<void(base::SideId, const Node&)>& read) {
    const Node* node = keys.must("sides");
    if (!node || dispute.empty() || !is_mapping(*node, faults_)) return;
    const Words& declared = sides_[std::string(dispute.text())];
    for (const yaml::Entry& entry : node->entries) {
        if (declared.contains(entry.key)) {
            read(base::SideId::of(entry.key), entry.value);
        } else {
            report_undeclared(entry.mark, "side", entry.key, declared);
        }
    }
    for (const std::string& side : declared) {
        if (node->find(side)) continue;
        faults_.add(keys.mark_of("sides"), FaultCode::missing_side,
                    {{"dispute", std::string(dispute.text())}, {"side", side}});
    }
}

}  // namespace rulebook
