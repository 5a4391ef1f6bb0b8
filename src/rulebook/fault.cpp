#include "rulebook/fault.hpp"

#include <algorithm>
#include <tuple>

namespace rulebook {

std::string_view name_of(FaultCode code) {
    switch (code) {
#define NAME(c)        \
    case FaultCode::c: \
        return #c
        NAME(not_yaml);
        NAME(too_large);
        NAME(too_deep);
        NAME(empty_file);
        NAME(several_documents);
        NAME(alias);
        NAME(anchor);
        NAME(tag);
        NAME(key_not_text);
        NAME(duplicate_key);
        NAME(too_many_faults);
        NAME(wrong_shape);
        NAME(no_value);
        NAME(unknown_key);
        NAME(unquoted_comma);
        NAME(missing_key);
        NAME(missing_one_of);
        NAME(several_of);
        NAME(unknown_word);
        NAME(undeclared);
        NAME(not_a_name);
        NAME(not_a_day);
        NAME(not_a_ratio);
        NAME(not_a_period);
        NAME(not_a_number);
        NAME(not_yes_or_no);
        NAME(not_a_language);
        NAME(language_not_listed);
        NAME(missing_language);
        NAME(listed_twice);
        NAME(too_few);
        NAME(too_many);
        NAME(alias_taken);
        NAME(order_incomplete);
        NAME(versions_out_of_order);
        NAME(until_before_since);
        NAME(rules_overlap);
        NAME(rules_compete);
        NAME(missing_side);
        NAME(use_cycle);
        NAME(use_of_disputed);
        NAME(use_without_formula);
        NAME(formula_too_large);
        NAME(rotation_missing);
        NAME(instrument_cycle);
        NAME(table_out_of_order);
        NAME(case_out_of_force);
        NAME(case_not_member);
        NAME(case_placed_twice);
        NAME(case_needs_side);
        NAME(case_expects_other);
#undef NAME
    }
    std::unreachable();
}

void Faults::add(Mark mark, FaultCode code, Facts facts) {
    if (found_.size() > most) return;
    if (found_.size() == most) {
        code = FaultCode::too_many_faults;
        facts = {{"limit", std::to_string(most)}};
    }
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    found_.push_back({file_, mark, code, std::move(facts)});
}

std::vector<Fault> Faults::in_order() && {
    std::ranges::sort(found_, [](const Fault& a, const Fault& b) {
        return std::tie(a.mark, a.code, a.facts) < std::tie(b.mark, b.code, b.facts);
    });
    return std::move(found_);
}

}  // namespace rulebook
