// What the pages on sessions, on papers and on what awaits a state have in common: the table of positions
// and effects under the boxes of its sides, statements on one point apart from the others, sentences on who
// came, versions of an answer that differs by side.
//
// Reads answers as questions/session_questions.cpp and questions/paper_questions.cpp shape them. Names no
// organisation, chooses no side, and says an effect only as the law concluded it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/value.hpp"
#include "pages/answer_parts.hpp"
#include "pages/components.hpp"
#include "questions/question.hpp"
#include "record/view.hpp"

namespace pages {

// -- answers -------------------------------------------------------------------------------------

/// What an answer is on each of its sides, or each candidate of an imprecise one; one value where it is
/// settled, and the facts at hand where it is not on record. Never empty.
std::vector<base::Value> versions(const law::Conclusion& conclusion);

/// How an answer stands, with the mark: "depends on interpretation" of a rule, "sources differ" on an event.
Fragment standing_said(const Setting& setting, const law::Conclusion& conclusion);

/// A paper's session, kind and format, as the first known act that adopted it has them.
struct PaperFacts {
    base::SessionId session;  // may be empty
    base::BodyId body;
    std::optional<acts::PaperKind> kind;
    std::optional<acts::Format> format;
    std::optional<base::Date> adopted_on;
};
/// Empty fields for a paper of which no adoption is known.
PaperFacts facts_of_paper(const record::View& view, base::PaperId paper);

// -- sentences -----------------------------------------------------------------------------------

/// "six members", «шесть членов»; in Russian after «из» in the genitive: «шести членов».
std::string members_counted(words::Language language, std::size_t number,
                            words::Case form = words::Case::nominative);
/// "Five of six members came; Armenia did not." from the answer to `session`, on one version of it.
std::string who_came_said(const words::Names& names, const base::Value& answer);
/// "23 November 2023"; "between …" is never said: a date is as exact as its source.
std::string day_said(words::Language language, const base::Value& edtf,
                     words::Length length = words::Length::full);
/// "Rule 14 of the Rules of procedure (8 of 9 papers)": of the disputes on which effects on papers depend
/// the one on which most do, as a link; without the numbers where all do. Nothing where no effect depends.
Fragment main_dispute(const Setting& setting, const std::vector<const base::Value*>& papers);

// -- statements ----------------------------------------------------------------------------------

/// Is the statement on a quorum or on lawfulness? Topics are the rulebook's; those on either point begin
/// with the law's own word for it ("quorum-…", "legality-…").
bool on_quorum(const base::Value& statement);
/// A claim whose sources do not say again the day that the speaker's line has said.
Claim short_claim(const Setting& setting, const base::Value& statement);
/// Are sources named, or do they unfold from behind the grade?
enum class Sources { named, behind_the_grade };
/// Neighbours with one speaker and day stand under one heading.
std::vector<Claim> short_claims(const Setting& setting, const std::vector<const base::Value*>& statements,
                                Sources sources = Sources::named);
/// Sources and grade of a row, without the day `said_on` in the names of sources.
Fragment rests_on_briefly(const Setting& setting, const base::Value& row, std::string_view said_on = {});
/// Content behind a summary.
Fragment folded(std::string_view summary, const Fragment& content);

// -- positions and effects -----------------------------------------------------------------------

/// The papers of the answer to `awaiting`, of one session or (empty) of all.
std::vector<const base::Value*> papers_awaiting(const questions::Answer& awaiting,
                                                std::string_view session = {});

/// Papers whose effects depend on the same disputes: those disputes as links (nothing where the effects
/// depend on none), and the table of positions and effects, whose columns bear the names of the sides.
/// Papers with equal positions and effects share their rows; equal answers too.
struct EffectsByDisputes {
    Fragment disputes;
    Fragment table;
};
/// The position of the state on each paper and what each answer it may give would do, by interpretation.
std::vector<EffectsByDisputes> positions_and_effects(const Setting& setting,
                                                     const questions::Answer& awaiting,
                                                     const std::vector<const base::Value*>& papers);
/// The same for a desk, where height is scarce: papers with equal positions and effects, the position, and a
/// table with a row for each side, which says there who holds it, and a column for each answer. The grade
/// alone stands beside a holder: the dispute's own page, one link away, has the sources. Of the papers on
/// which the same interpretations bear, those beyond the first table, and papers on which none does, unfold
/// beneath.
Fragment effects_on_desk(const Setting& setting, const questions::Answer& awaiting,
                         const std::vector<const base::Value*>& papers);

/// The latest position on record, with its mark, day, words and grade; or that one is awaited.
Fragment position_said(const Setting& setting, const base::Value& position);

// -- columns of sides ------------------------------------------------------------------------------

/// One version of "is it bound": "bound since 23 Nov 2023; decision of the organisation". `supposed`: the
/// state is supposed to join on the day asked about, so being bound since that day is "from that day".
enum class Joining { no, supposed };
Fragment effect_said(const Setting& setting, const base::Value& conclusion, base::Day on, Joining joining);

/// A column for the sides taken, {dispute: side}, under the name of those sides.
struct SideColumn {
    std::string name;
    base::Value taking;
};
/// Every combination of sides on which one of the conclusions (as law::to_object gives them) differs,
/// alphabetical by name. None where nothing depends.
std::vector<SideColumn> side_columns(const Setting& setting,
                                     const std::vector<const base::Value*>& conclusions);
/// What a conclusion on being bound is in each column; one text where there are no columns.
std::vector<Fragment> effects_by_side(const Setting& setting, const base::Value& conclusion,
                                      const std::vector<SideColumn>& sides, base::Day on, Joining joining);
/// Adds the texts as cells, equal neighbours as one.
void add_merged(Language language, Row& row, const std::vector<Fragment>& effects);

}  // namespace pages
