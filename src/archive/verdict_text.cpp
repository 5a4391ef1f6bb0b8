#include "archive/verdict_text.hpp"

#include "words/verdict.hpp"

namespace archive {

std::string text_of(const Verdict& verdict, words::Language language) {
    words::FaultFacts facts{{"witnesses", std::to_string(verdict.standing.witnesses.size())}};
    if (verdict.checkpoint) {
        facts.emplace("origin", verdict.checkpoint->origin);
        facts.emplace("size", std::to_string(verdict.checkpoint->size));
        facts.emplace("entries",
                      std::to_string((verdict.newest ? *verdict.newest : *verdict.checkpoint).size));
    }
    return words::say_holds(verdict.holds(), verdict.standing.witnessed, facts, language) + "\n\n" +
           lines_of(verdict, language);
}

std::string lines_of(const Verdict& verdict, words::Language language) {
    std::string text;
    for (const Failure& failure : verdict.failures) {
        text += words::say_failure(failure.code, failure.facts, failure.entry, failure.path, language) + "\n";
        text += words::say_meaning(name_of(failure.check), failure.code, language) + "\n\n";
    }
    for (const auto& [check, looked] : verdict.looked) {
        if (looked.state == State::not_asked && looked.count == 0) continue;
        text += "  " + words::say_check(name_of(check), name_of(looked.state), looked.count, language) + "\n";
    }
    const bool confirmed = verdict.holds() && verdict.standing.oldest != 0;
    if (confirmed || !verdict.warnings.empty()) text += "\n";
    if (confirmed) text += words::say_confirmed_last(verdict.standing.oldest, language) + "\n";
    for (const auto& [warning, count] : verdict.warnings)
        text += words::say_warning(name_of(warning), count, language) + "\n";
    return text;
}

}  // namespace archive
