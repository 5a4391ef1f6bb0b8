// The language in which a rulebook says how a body decides: sets of members, four atoms, four
// connectives. Every threshold names its set, its base and its measure; an empty base makes a share
// false, so that there is no two thirds of nothing.
//
//   set       a name, or {both: [..]} {either: [..]} {minus: [a, b]}
//   atoms     {share: {of: SET, over: SET, by: MEASURE, at_least|more_than|at_most|less_than: 2/3}}
//             {number: {of: SET, by: MEASURE, at_least|more_than|at_most|less_than: 9}}
//             {empty: SET}   {fact: NAME}
//   connect   {all: [..]} {any: [..]} {not: ..} {use: RULE}
//
// `by` may be left out and then counts heads. A bound of `number` may be {fewest: {over: SET,
// by: MEASURE, more_than: RATIO}}: the size of the smallest group that holds more than that share.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "base/ratio.hpp"

namespace rulebook {

using SetId = base::Id<struct SetKind>;
using MeasureId = base::Id<struct MeasureKind>;
using FactId = base::Id<struct FactKind>;

/// A set of members: a name, or sets combined.
struct SetExpression {
    enum class Kind { name, both, either, minus };
    Kind kind = Kind::name;
    SetId name;                        // for Kind::name; the empty name is nobody
    std::vector<SetExpression> parts;  // for the others; `minus` takes the second from the first
};

enum class Comparison { at_least, more_than, at_most, less_than };

struct Share {
    SetExpression of;
    SetExpression over;
    MeasureId by;  // empty: heads
    Comparison comparison = Comparison::at_least;
    base::Ratio ratio = *base::Ratio::read("1");
};

/// The size of the smallest group within `over` whose measure exceeds `more_than` of it.
struct Fewest {
    SetExpression over;
    MeasureId by;
    base::Ratio more_than = *base::Ratio::read("1");
};

struct Number {
    SetExpression of;
    MeasureId by;
    Comparison comparison = Comparison::at_least;
    std::variant<std::int64_t, Fewest> bound = std::int64_t{0};
};

struct Empty {
    SetExpression set;
};

/// Holds when an act established the fact.
struct Fact {
    FactId name;
};

struct Formula;
struct All {
    std::vector<Formula> parts;
};
struct Any {
    std::vector<Formula> parts;
};
struct Not {
    std::shared_ptr<const Formula> part;
};
/// The formula of another rule of this rulebook.
struct Use {
    base::RuleId rule;
};

struct Formula {
    std::variant<Share, Number, Empty, Fact, All, Any, Not, Use> node;
};

}  // namespace rulebook
