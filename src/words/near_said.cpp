#include "words/near_said.hpp"

#include <utility>

#include "words/dates.hpp"
#include "words/page_words.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

constexpr Phrase nearest_word{"Nearest on record: ", "Ближайшее в записях: "};
constexpr Phrase before_word{"before, ", "до — "};
constexpr Phrase after_word{"after, ", "после — "};
constexpr Phrase settles{"What would settle it: {what}.", "Что могло бы это подтвердить: {what}."};

template <class... K> bool is_one(std::string_view kind) { return ((kind == K::kind) || ...); }

ListingPart named(const base::Value& fact, const Names& names, Facts facts) {
    const std::string_view kind = fact["kind"].text();
    std::string act(fact["act"].text());
    const std::string when =
        date(names.language(), (fact["when"].is_null() ? fact["on"] : fact["when"]).text());
    if (is_one<acts::Held>(kind))
        return {names.the_session(fact["session"].text()), std::string(fact["session"].text())};
    if (is_one<acts::Appointed, acts::Acting, acts::Attested, acts::Relieved>(kind))
        return {names.person(fact["person"].text()) + ", " + when, std::move(act)};
    if (facts == Facts::in_words || is_one<acts::StatusGiven>(kind)) {
        std::string said = names.act(act);
        while (said.ends_with('.')) said.pop_back();
        const std::string day = date(names.language(), fact["on"].text());
        if (!said.contains(day)) said += ", " + day;  // a title may say it
        return {std::move(said), std::move(act)};
    }
    return {when, std::move(act)};
}

}  // namespace

ListingLine nearest_on_record(const base::Value& near, const Names& names, Facts facts) {
    const Language language = names.language();
    ListingLine line;
    const auto add = [&](const base::Value& fact, const Phrase& side) {
        if (!fact.object()) return;
        line.push_back(
            {std::string(line.empty() ? nearest_word(language) : "; ") + std::string(side(language))});
        line.push_back(named(fact, names, facts));
    };
    add(near["before"], before_word);
    add(near["after"], after_word);
    if (!line.empty()) line.push_back({"."});
    return line;
}

std::string would_settle(Language language, std::string_view code) {
    const std::string_view what = settled_by(language, code);
    return what.empty() ? std::string() : fill_in(settles(language), {{"what", what}});
}

}  // namespace words
