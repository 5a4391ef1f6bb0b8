// What a page shows, as linked data for search engines and catalogues (JSON-LD, the words of schema.org):
// sessions as events, papers and instruments as legislation, holders of posts as persons.
//
// Only what the page shows and what is settled: a fact on which sides differ, a day known only to the
// month, and what is not on record are left out. Null where nothing can be said.
#pragma once

#include <string>

#include "base/value.hpp"
#include "office/letterhead.hpp"
#include "questions/question.hpp"

namespace office {

/// The organisation, with its members on the day of the answer to `members`.
base::Value organisation_data(const Letterhead& head, const questions::Answer& members,
                              const std::string& at);
/// From the answer to `session`.
base::Value session_data(const Letterhead& head, const questions::Answer& session, const std::string& at);
/// From the answers to `outcome` and `in-force` about a paper.
base::Value paper_data(const Letterhead& head, const questions::Answer& outcome,
                       const questions::Answer& in_force, const std::string& at);
/// From the answer to `in-force` about an instrument.
base::Value instrument_data(const Letterhead& head, const questions::Answer& in_force, const std::string& at);
/// From the answer to `holder`.
base::Value holder_data(const Letterhead& head, const questions::Answer& holder, const std::string& at);

}  // namespace office
