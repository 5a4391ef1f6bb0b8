#include "archive/verdict.hpp"

#include <array>
#include <utility>

namespace archive {
namespace {

using base::List;
using base::Object;
using base::Value;

Value number(std::uint64_t count) { return Value(static_cast<std::int64_t>(count)); }

Value to_value(const merkle::Checkpoint& checkpoint) {
    return Value(Object{{"origin", checkpoint.origin},
                        {"root", merkle::base64_of(checkpoint.root)},
                        {"size", number(checkpoint.size)}});
}

Value to_value(const Failure& failure) {
    Object facts;
    for (const auto& [name, text] : failure.facts) facts.emplace(name, text);
    Object object{{"check", name_of(failure.check)}, {"code", failure.code}, {"facts", std::move(facts)}};
    if (failure.entry) object.emplace("entry", number(*failure.entry));
    if (!failure.path.empty()) object.emplace("path", failure.path);
    return Value(std::move(object));
}

}  // namespace

std::string_view name_of(Check check) {
    constexpr std::array<std::string_view, all_checks> names{
        "checkpoint", "witnesses", "entries", "tree",  "root",   "known",
        "seals",      "keys",      "form",    "files", "policy", "conclusions"};
    return names[static_cast<std::size_t>(check)];
}

std::string_view name_of(State state) {
    constexpr std::array<std::string_view, 4> names{"not_reached", "not_asked", "holds", "fails"};
    return names[static_cast<std::size_t>(state)];
}

std::string_view name_of(Warning warning) {
    constexpr std::array<std::string_view, 6> names{"trusts_copy", "no_quorum", "not_witnessed",
                                                    "annexes",     "withheld",  "one_act_alone"};
    return names[static_cast<std::size_t>(warning)];
}

Value to_value(const Verdict& verdict) {
    List checks, failures, warnings, witnesses;
    for (const auto& [check, looked] : verdict.looked)
        checks.push_back(Value(Object{
            {"check", name_of(check)}, {"count", number(looked.count)}, {"state", name_of(looked.state)}}));
    for (const Failure& failure : verdict.failures) failures.push_back(to_value(failure));
    for (const auto& [warning, count] : verdict.warnings)
        warnings.push_back(Value(Object{{"count", number(count)}, {"warning", name_of(warning)}}));
    for (const std::string& witness : verdict.standing.witnesses) witnesses.push_back(Value(witness));
    Object object{{"checks", std::move(checks)},
                  {"failures", std::move(failures)},
                  {"holds", verdict.holds()},
                  {"warnings", std::move(warnings)},
                  {"witnessed", verdict.standing.witnessed},
                  {"witnesses", std::move(witnesses)}};
    if (verdict.checkpoint) object.emplace("checkpoint", to_value(*verdict.checkpoint));
    if (verdict.newest) object.emplace("newest", to_value(*verdict.newest));
    if (verdict.standing.oldest != 0) object.emplace("oldest_cosignature", number(verdict.standing.oldest));
    return Value(std::move(object));
}

}  // namespace archive
