#include "cli/following.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "questions/question.hpp"
#include "words/answers.hpp"
#include "words/names.hpp"

namespace cli {
namespace {

/// Questions that list everything, and would differ with every act.
constexpr std::array<std::string_view, 6> lists{"changes", "timeline", "documents",
                                                "sources", "source",   "gaps"};
/// Questions about one thing named several times over: an act names few.
constexpr std::size_t most_asked = 200;

std::vector<std::string> names_in(const acts::Act& act) {
    std::set<std::string> names;
    record::each_name(act.content, [&](std::string_view, const auto& id) { names.emplace(id.text()); });
    if (act.place) names.emplace(act.place.text());
    return {names.begin(), names.end()};
}

// Every way to put a question about these names: required parameters alone.
void each_asked(const record::View& view, const questions::Question& question,
                const std::vector<std::string>& names, std::vector<questions::Asked>& into) {
    std::vector<questions::Asked> made{{.question = std::string(question.name), .parameters = {}}};
    bool named = false;
    for (const questions::Parameter& parameter : question.parameters) {
        if (!parameter.required || !parameter.unless_given.empty()) continue;
        std::vector<std::string> fitting;
        for (const std::string& name : names) {
            if (questions::is_name_of(view, parameter.names, name)) fitting.push_back(name);
        }
        // Acts about all name no member, and bear upon each.
        if (fitting.empty() && parameter.names == questions::Names::member)
            fitting = questions::names_of(view, questions::Names::member);
        else if (!fitting.empty())
            named = true;
        std::vector<questions::Asked> more;
        for (const questions::Asked& one : made) {
            for (const std::string& name : fitting) {
                more.push_back(one);
                more.back().parameters.emplace(std::string(parameter.name), name);
            }
        }
        made = std::move(more);
    }
    if (!named && question.name != "awaiting" && question.name != "members" &&
        question.name != "right-to-vote")
        return;
    into.insert(into.end(), made.begin(), made.end());
}

std::optional<std::string> said(const record::View& view, const questions::Asked& asked,
                                const words::Names& names) {
    const auto answer = questions::ask(view, asked);
    if (!answer) return std::nullopt;
    // Of what was not there before, that nothing is on record of it is no news.
    const law::Conclusion& conclusion = answer->conclusion;
    if (conclusion.standing == law::Standing::not_on_record && conclusion.settled_by.empty())
        return std::nullopt;
    return words::headline(*answer, names);
}

}  // namespace

std::vector<Change> what_follows(const package::Organisation& organisation, const acts::Act& act,
                                 base::Day on, words::Language language) {
    const record::Record& before = organisation.record;
    const record::Record after = before.supposing({act});
    const record::View now{organisation.rulebook, before, before.size(), on, {}};
    const record::View then{organisation.rulebook, after, before.size(), on, {}};
    const auto sources = words::names_of(organisation.rulebook.sources);
    const words::Names names_now(now, language, sources);
    const words::Names names_then(then, language, sources);

    std::vector<questions::Asked> asked;
    for (const questions::Question& question : questions::catalogue()) {
        if (std::ranges::find(lists, question.name) != lists.end()) continue;
        each_asked(then, question, names_in(act), asked);
    }
    if (asked.size() > most_asked) asked.resize(most_asked);
    std::vector<Change> changes;
    for (const questions::Asked& one : asked) {
        const auto as_it_is = said(now, one, names_now);
        const auto as_it_would_be = said(then, one, names_then);
        if (!as_it_would_be || as_it_is == as_it_would_be) continue;
        changes.push_back({as_it_is.value_or(std::string()), *as_it_would_be});
    }
    return changes;
}

}  // namespace cli
