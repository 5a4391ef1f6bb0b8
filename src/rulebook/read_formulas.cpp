// Formulas: sets of members, four atoms, four connectives (formula.hpp says how they are written).

#include <array>

#include "rulebook/book_reader.hpp"

namespace rulebook {
namespace {

constexpr std::array<std::string_view, 4> comparisons{"at_least", "more_than", "at_most", "less_than"};
constexpr std::array<std::string_view, 8> operators{"share", "number", "empty", "fact",
                                                    "all",   "any",    "not",   "use"};
constexpr std::array<std::string_view, 3> set_operators{"both", "either", "minus"};
// More members than any organisation could have, so that a slip of digits is noticed.
constexpr std::int64_t largest_bound = 1'000'000'000'000'000;

std::size_t place_of(std::string_view word, std::span<const std::string_view> words) {
    std::size_t place = 0;
    while (words[place] != word) ++place;
    return place;
}

}  // namespace

std::optional<Formula> BookReader::read_formula(const Node& node) {
    ++formula_nodes_[reading_rule_];
    Keys keys(node, faults_);
    const auto op = keys.one_of(operators, Keys::Need::must);
    const Node* value = op ? keys.may(*op) : nullptr;
    if (!value) return std::nullopt;
    // Keys after the first operator were reported; the first is still read, for its own faults.
    switch (place_of(*op, operators)) {
        case 0:
            if (auto share = read_share(*value)) return Formula{std::move(*share)};
            return std::nullopt;
        case 1:
            if (auto number = read_number_atom(*value)) return Formula{std::move(*number)};
            return std::nullopt;
        case 2:
            if (auto set = read_set(*value)) return Formula{Empty{std::move(*set)}};
            return std::nullopt;
        case 3:
            return Formula{Fact{id<FactId>(*value, Declared::fact)}};
        case 4:
            return Formula{All{read_formulas(*value)}};
        case 5:
            return Formula{Any{read_formulas(*value)}};
        case 6:
            if (auto part = read_formula(*value)) {
                return Formula{Not{std::make_shared<const Formula>(std::move(*part))}};
            }
            return std::nullopt;
        default: {
            const auto rule = id<base::RuleId>(*value, Declared::rule);
            if (!rule.empty()) uses_[reading_rule_].emplace_back(rule, value->mark);
            return Formula{Use{rule}};
        }
    }
}

std::vector<Formula> BookReader::read_formulas(const Node& node) {
    std::vector<Formula> parts;
    if (!is_list(node, faults_)) return parts;
    // All of nothing would be true and any of nothing false: surely neither was meant.
    if (node.items.empty()) faults_.add(node.mark, FaultCode::too_few, {{"smallest", "1"}});
    for (const Node& item : node.items) {
        if (auto part = read_formula(item)) parts.push_back(std::move(*part));
    }
    return parts;
}

std::optional<Share> BookReader::read_share(const Node& node) {
    Share share;
    Keys keys(node, faults_);
    const Node* of = keys.must("of");
    const Node* over = keys.must("over");
    share.by = read_by(keys);
    const auto comparison = keys.one_of(comparisons, Keys::Need::must);
    const Node* bound = comparison ? keys.may(*comparison) : nullptr;
    auto of_set = of ? read_set(*of) : std::nullopt;
    auto over_set = over ? read_set(*over) : std::nullopt;
    const auto ratio = bound ? read_ratio(*bound, faults_) : std::nullopt;
    if (!of_set || !over_set || !ratio) return std::nullopt;
    share.of = std::move(*of_set);
    share.over = std::move(*over_set);
    share.comparison = static_cast<Comparison>(place_of(*comparison, comparisons));
    share.ratio = *ratio;
    return share;
}

std::optional<Number> BookReader::read_number_atom(const Node& node) {
    Number number;
    Keys keys(node, faults_);
    const Node* of = keys.must("of");
    number.by = read_by(keys);
    const auto comparison = keys.one_of(comparisons, Keys::Need::must);
    const Node* bound = comparison ? keys.may(*comparison) : nullptr;
    auto of_set = of ? read_set(*of) : std::nullopt;
    if (!bound) return std::nullopt;
    if (bound->kind == Node::Kind::mapping) {
        Keys inside(*bound, faults_);
        const Node* value = inside.must("fewest");
        auto fewest = value ? read_fewest(*value) : std::nullopt;
        if (!fewest) return std::nullopt;
        number.bound = std::move(*fewest);
    } else if (const auto whole = read_number(*bound, 0, largest_bound, faults_)) {
        number.bound = *whole;
    } else {
        return std::nullopt;
    }
    if (!of_set) return std::nullopt;
    number.of = std::move(*of_set);
    number.comparison = static_cast<Comparison>(place_of(*comparison, comparisons));
    return number;
}

std::optional<Fewest> BookReader::read_fewest(const Node& node) {
    Fewest fewest;
    Keys keys(node, faults_);
    const Node* over = keys.must("over");
    fewest.by = read_by(keys);
    const Node* bound = keys.must("more_than");
    auto over_set = over ? read_set(*over) : std::nullopt;
    const auto ratio = bound ? read_ratio(*bound, faults_) : std::nullopt;
    if (!over_set || !ratio) return std::nullopt;
    fewest.over = std::move(*over_set);
    fewest.more_than = *ratio;
    return fewest;
}

MeasureId BookReader::read_by(Keys& keys) { return id_at<MeasureId>(keys, "by", Declared::measure); }

std::optional<SetExpression> BookReader::read_set(const Node& node) {
    if (node.kind == Node::Kind::list) {
        faults_.add(node.mark, FaultCode::wrong_shape, {{"expected", "set"}, {"found", "list"}});
        return std::nullopt;
    }
    if (node.kind != Node::Kind::mapping) {
        const auto name = named(node, Declared::set);
        if (!name) return std::nullopt;
        return SetExpression{.kind = SetExpression::Kind::name,
                             .name = *name == "nobody" ? SetId() : SetId::of(*name),
                             .parts = {}};
    }
    Keys keys(node, faults_);
    const auto op = keys.one_of(set_operators, Keys::Need::must);
    const Node* value = op ? keys.may(*op) : nullptr;
    if (!value || !is_list(*value, faults_)) return std::nullopt;
    SetExpression made;
    made.kind = static_cast<SetExpression::Kind>(1 + place_of(*op, set_operators));
    if (value->items.size() < 2) faults_.add(value->mark, FaultCode::too_few, {{"smallest", "2"}});
    if (made.kind == SetExpression::Kind::minus && value->items.size() > 2) {
        faults_.add(value->mark, FaultCode::too_many, {{"largest", "2"}});
    }
    for (const Node& item : value->items) {
        if (auto part = read_set(item)) made.parts.push_back(std::move(*part));
    }
    return made;
}

}  // namespace rulebook
