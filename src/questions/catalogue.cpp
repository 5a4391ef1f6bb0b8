#include "questions/parts.hpp"

namespace questions {

const std::vector<Question>& catalogue() {
    static const std::vector<Question> all{
        {"awaiting",
         "What lies before a state: papers adopted without it, and the effect of each answer it may give.",
         {{"state", Names::member, true, {}}},
         answer_awaiting},
        {"bound",
         "Is a state bound by a paper or an instrument, and since when?",
         {{"state", Names::member, true, {}}, {"paper", Names::paper_or_instrument, true, {}}},
         answer_bound},
        {"chair",
         "Which state, and which person, chairs a body?",
         {{"body", Names::body, true, {}}},
         answer_chair},
        {"chairs",
         "The chairs of a body, past and coming.",
         {{"body", Names::body, true, {}}, {"which", Names::which_terms, false, "all"}},
         answer_chairs},
        {"gaps", "What this record does not know.", {}, answer_gaps},
        {"holder", "Who holds a post?", {{"post", Names::post, true, {}}}, answer_holder},
        {"in-force",
         "Is an instrument or a paper in force, and since when?",
         {{"paper", Names::paper_or_instrument, true, {}}},
         answer_in_force},
        {"members", "Who is a member?", {}, answer_members},
        {"outcome",
         "What became of a paper, and as what does it stand?",
         {{"paper", Names::paper, true, {}}},
         answer_outcome},
        {"parties",
         "Which states are parties to an instrument?",
         {{"instrument", Names::instrument, true, {}}},
         answer_parties},
        {"quorum",
         "Was there a quorum at a session?",
         {{"session", Names::session, true, {}}},
         answer_quorum},
        {"session",
         "Who came to a session, who presided, what was adopted there?",
         {{"session", Names::session, true, {}}},
         answer_session},
        {"status",
         "How does a state stand in the organisation?",
         {{"state", Names::member, true, {}}},
         answer_status},
        {"timeline",
         "What is on record about a state, body, post, person, session, paper or instrument, by day.",
         {{"about", Names::subject, true, {}}},
         answer_timeline},
    };
    return all;
}

}  // namespace questions
