// From answers to the parts of a page: values and conclusions of the law become grades, source links,
// trees of reasons, sides with their holders, quoted claims and the line that says how an answer stands.
//
// What a page needs beyond the answer itself is gathered in one `Setting`: the names, the links and the
// addresses of sources. Everything here follows from these; nothing is looked up in the world. Values are
// the trees that questions/ and law/values.hpp describe; a field that is missing leaves its part out.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/support.hpp"
#include "base/value.hpp"
#include "law/inquiry.hpp"
#include "pages/components.hpp"
#include "pages/frame.hpp"
#include "pages/links.hpp"
#include "questions/question.hpp"
#include "rulebook/source.hpp"
#include "words/listings.hpp"
#include "words/names.hpp"

namespace pages {

// -- what every page is written with --------------------------------------------------------------

/// Where a source can be read, by its id. A source without a web address is not in it.
using SourceAddresses = std::map<std::string, Url, std::less<>>;
SourceAddresses source_addresses(std::span<const rulebook::Source> sources);

/// The names in the page's language, its links, and the addresses of sources. All three outlive the page.
struct Setting {
    const words::Names& names;
    const Links& links;
    const SourceAddresses& sources;

    Language language() const { return names.language(); }
};

// -- grades and sources ---------------------------------------------------------------------------

Grade grade_of(base::Support support);
/// "reported" as answers write it; empty for anything else, null among it.
std::optional<Grade> grade_named(std::string_view support);
/// The items of a list; none for anything else.
const base::List& items(const base::Value& value);
/// What stands beside an answer under a name; null when nothing does.
const base::Value& beside(const questions::Answer& answer, std::string_view name);

/// The grade a row or reason has under "rests_on".
std::optional<Grade> grade_in(const base::Value& row);

/// Named links to sources, each to where it can be read; `ids` is a list of texts.
std::vector<SourceLink> sources_of(const Setting& setting, const base::Value& ids);
std::vector<SourceLink> sources_of(const Setting& setting, const std::vector<base::SourceId>& ids);
/// "Belarus.by, BelTA [reported]": what a row rests on by its "sources" and "rests_on".
Fragment rests_on(const Setting& setting, const base::Value& row);
/// Parts that stand in many rows of a list, each made once: what rows rest on, links to what they name.
class MadeOnce {
public:
    explicit MadeOnce(const Setting& setting) : setting_(setting) {}
    const Fragment& rests_on(const base::Value& row);
    const Fragment& subject_link(std::string_view id);
    /// What `make` makes of what the row rests on.
    template <class Make> const Fragment& of_sources(const base::Value& row, Make make) {
        const auto [kept, fresh] = rests_on_.try_emplace(key_of(row));
        if (fresh) kept->second = make();
        return kept->second;
    }

private:
    static std::string key_of(const base::Value& row);
    const Setting& setting_;
    std::unordered_map<std::string, Fragment> rests_on_;  // by the sources and the grade
    std::unordered_map<std::string, Fragment> links_;
};
/// The framed word alone, or nothing.
Fragment grade_tag(Language language, std::optional<Grade> grade);

// -- names as links -------------------------------------------------------------------------------

Fragment member_link(const Setting& setting, words::IdText id);
/// "Armenia, Belarus and Kazakhstan", each a link, alphabetical in the page's language; of no ids: "none".
Fragment member_links(const Setting& setting, const base::Value& ids);
/// The page of whatever has this id: a state, a person, a paper, a source, an act; nothing where it has none.
std::optional<Url> address_of(const words::Names& names, const Links& links, words::IdText id);
/// Its name, "Chair of the Council", as a link to its page; as plain text where it has none.
Fragment subject_link(const Setting& setting, words::IdText id);
/// What an act names, each once, as `subject_link` has it.
std::vector<Fragment> subjects_of(const Setting& setting, const acts::Act& act);
/// Text under which its subject has a page leads there: a person to the person's, an act to the act's.
Fragment named_link(const Setting& setting, const std::string& text, const std::string& subject);
Fragment line_of(const Setting& setting, const words::ListingLine& line);
/// "Nearest on record: before, …; after, …." of a "near" (questions/near.hpp), each a link; empty for null.
Fragment nearest_on_record(const Setting& setting, const base::Value& near);
/// In a cell: `missing`, and beneath it, smaller, what stands nearest.
Fragment with_nearest(const Setting& setting, Fragment missing, const base::Value& near);
/// A body whose chair is spoken of, for after "the chair of the" or «кто председательствует»: "Council",
/// «в Совете».
std::string chaired_body(const Setting& setting, words::IdText id);
/// A dispute of the rulebook or of accounts, as a link to its page.
Fragment dispute_link(const Setting& setting, words::IdText id);
/// "a, b and c" of fragments: the list of `words::Names::list`, for links.
Fragment listed(Language language, const std::vector<Fragment>& items);
/// A date as its source gives it, marked with a wave and the word where it is not one day. `to`: where the
/// date leads.
Fragment date_told(const Setting& setting, const base::Value& edtf,
                   const std::optional<Url>& to = std::nullopt);

// -- reasons --------------------------------------------------------------------------------------

/// A reason with its sentence, article, sources, grade and what it follows from.
Reason reason(const Setting& setting, const law::Reason& reason);
/// The same from its value: {"code","facts","article","sources","rests_on","because"}.
Reason reason(const Setting& setting, const base::Value& reason);
std::vector<Reason> reasons_of(const Setting& setting, const std::vector<law::Reason>& reasons);
std::vector<Reason> reasons_of(const Setting& setting, const base::Value& reasons);
/// Everything a reader may unfold beneath an answer: its reasons (of each side under the side's name, where
/// it depends) behind `summary`, and what was examined and changes nothing.
Fragment reasons_of_answer(const Setting& setting, const law::Conclusion& conclusion,
                           std::string_view summary, Fold fold = Fold::closed);

// -- how an answer stands -------------------------------------------------------------------------

Mark mark_of(law::Standing standing);
/// Of "settled", "depends" …; anything else is not on record.
Mark mark_named(std::string_view standing);
/// Where the line of a standing stands, and so whether it begins with a capital letter.
enum class Opening { sentence, after_colon };
/// "[mark] Settled. Rests on reports." or "[mark] Depends on interpretation: Rule 14 of the Rules of
/// procedure. Rests on …": the disputes are links to their pages. What would settle a gap is added.
Fragment standing_line(const Setting& setting, const law::Conclusion& conclusion,
                       Opening opening = Opening::sentence);
/// The same, and of what is not on record what stands nearest to it.
Fragment standing_line(const Setting& setting, const questions::Answer& answer,
                       Opening opening = Opening::sentence);
/// The same beneath a sentence of words::headline, which has said already what would settle a gap.
Fragment standing_under_headline(const Setting& setting, const questions::Answer& answer);
/// The same from its value: {"standing","rests_on","disputes"?,"settled_by"?}.
Fragment standing_line(const Setting& setting, const base::Value& conclusion);

// -- sides ----------------------------------------------------------------------------------------

/// Who stands on a side, in which words the record has it: a state, body or person with the day, or the
/// source of an account.
Holder holder(const Setting& setting, const law::Holder& holder);
/// The same from {"who","kind","on","sources","rests_on","person"?}.
Holder holder(const Setting& setting, const base::Value& holder);
/// The sides of a dispute with their sentences and dated holders, alphabetical by their names.
std::vector<Side> sides_of(const Setting& setting, const law::DisputeTold& dispute);
/// The same from {"id","sides":[{"id","held_by"}]}.
std::vector<Side> sides_of(const Setting& setting, const base::Value& dispute);
/// The names of the sides taken, each after its dispute where there is more than one: "participation is
/// needed"; "Rule 14: …; the day of return: …".
std::string taking_said(const Setting& setting, const law::Taking& taking);

/// The sides of a conclusion that depends, each as a box: what is taken, what it makes of the answer (by
/// `answer`, from the side's own answer), and who holds it. Nothing for a conclusion without sides.
template <class Say>
Fragment answers_by_side(const Setting& setting, const law::Conclusion& conclusion, Say answer);
/// One such box. Alphabetical order is the caller's.
Side side_of(const Setting& setting, const law::BySide& side, Fragment answer);
/// The sides of a conclusion in the order of their names in the page's language.
std::vector<const law::BySide*> sides_in_order(const Setting& setting, const law::Conclusion& conclusion);

/// What the frame offers to choose: the disputes on which an answer of the page depends, as the view knows
/// them, with the side taken. A dispute named twice is offered once.
std::vector<Offered> offered(const Setting& setting, const std::vector<base::DisputeId>& disputes);

/// The rules over whose meaning a dispute is, in the rulebook's order: those that name it, and the one it is
/// said to be about.
std::vector<const rulebook::Rule*> rules_of_dispute(const rulebook::Rulebook& rules, base::DisputeId dispute);

// -- statements -----------------------------------------------------------------------------------

/// A statement as a claim, from {"on","says","sources","rests_on"} and, who speaks, "member", "body",
/// "person"; "quote" stands word for word. `speaks_for` speaks where the row names no state or body
/// (a declaration of the state the page is about).
Claim claim(const Setting& setting, const base::Value& row, std::string_view speaks_for = {});
std::vector<Claim> claims_of(const Setting& setting, const base::Value& rows,
                             std::string_view speaks_for = {});

// -- parts ----------------------------------------------------------------------------------------

template <class Say>
Fragment answers_by_side(const Setting& setting, const law::Conclusion& conclusion, Say answer) {
    if (conclusion.by_side.empty()) return {};
    std::vector<Side> boxes;
    for (const law::BySide* side : sides_in_order(setting, conclusion)) {
        boxes.push_back(side_of(setting, *side, answer(side->answer)));
    }
    return sides(setting.language(), boxes);
}

}  // namespace pages
