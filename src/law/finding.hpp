// What the law finds on one point, with the reason.
#pragma once

#include <string_view>
#include <utility>

#include "law/reason.hpp"

namespace law {

template <class T> struct Finding {
    T value;
    Reason reason;
};

/// A reason that rests on a rule of the rulebook: unverified when its text has not been read.
template <class Rule> Reason by_rule(const Rule& rule, std::string_view code, base::Object facts = {}) {
    facts.emplace("rule", rule.id);
    return {.code = std::string(code),
            .facts = std::move(facts),
            .article = rule.article,
            .acts = {},
            .sources = {},
            .support = rule.read ? base::Support::official : base::Support::unverified,
            .because = {}};
}

/// A reason that concludes from those beneath it.
inline Reason concluded(std::string code, base::Object facts, Reasons because,
                        base::Support support = base::Support::official) {
    return {.code = std::move(code),
            .facts = std::move(facts),
            .article = {},
            .acts = {},
            .sources = {},
            .support = support,
            .because = std::move(because)};
}

/// A reason that stands beside a conclusion without carrying it.
inline Reason beside(Reason reason) {
    reason.support.reset();
    return reason;
}

}  // namespace law
