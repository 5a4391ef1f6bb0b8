// A session on one screen: who came, the quorum, the papers, and what each answer of an absent member would
// do under each interpretation. And the list of all sessions, with the drawing of who came to which.
//
// Pure functions of answers: the site asks `session`, `quorum` and, for each absent member, `awaiting`, and
// passes what they answered. Serves any session: all came, nothing known of who came, several bodies, by
// video, announced and not on record as held. Names no organisation and no person.
#pragma once

#include <vector>

#include "pages/answer_parts.hpp"
#include "pages/components.hpp"
#include "questions/question.hpp"

namespace pages {

/// Is the session on record as held by the day of the answer? Then its page is laid out as a desk.
bool held(const questions::Answer& session);

struct SessionPage {
    const questions::Answer& session;  // of the question `session`
    const questions::Answer& quorum;   // of `quorum`, for the same session
    /// Of `awaiting`, for each member reported absent; papers of other sessions in it are passed over.
    std::vector<questions::Answer> awaiting;
    Setting setting;
    /// "Entry 214, unchanged as of …": the site knows the log, the page does not.
    Fragment proof = {};
    /// Of `agenda` and `counts`, for the sentences in short; may be left out.
    const questions::Answer* agenda = nullptr;
    const questions::Answer* counts = nullptr;
    /// The line by which this page can be cited (words::citation); empty: none.
    std::string citation = {};
};
/// The inside of <main>, in the layout of the desk.
Fragment session_page(const SessionPage& page);
/// The page's title alone: "Council session in Minsk, 23 November 2023".
std::string session_title(const Setting& setting, const questions::Answer& session);

struct SessionsPage {
    /// Answers of `session`, one for every session of the record, in any order; those not on record as held
    /// are listed apart.
    std::vector<questions::Answer> sessions;
    Setting setting;
};
/// The inside of <main>, in the layout of a page to read.
Fragment sessions_page(const SessionsPage& page);

}  // namespace pages
