// The start page: one sentence, one thing to do first, the days of the reports the record began with, the
// questions people bring, and the situation of the day asked about.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "pages/answer_parts.hpp"
#include "questions/history.hpp"

namespace pages {

/// A day on which a report was published, and the session it tells of (empty: none).
struct ReportDay {
    base::Day on;
    std::string source;
    std::string session = {};
};

struct HomePage {
    const questions::Answer& members;
    /// Of every state that ever was one: those among today's members that declared something are noted.
    const std::vector<questions::StateHistory>& history;
    struct Chaired {
        const questions::Answer& chair;
        const questions::Answer& chairs;
    };
    std::optional<Chaired> chaired;  // of the body whose chair rotates; empty: no such body
    std::vector<questions::Answer> posts =
        {};  // `holder` of the posts to name; those not on record are left out
    std::optional<questions::AnnouncedSession> next = {};
    std::optional<base::Date> last_act = {};
    std::size_t differences = 0;
    std::size_t gaps = 0;

    struct Featured {
        std::string session;
        std::vector<std::string> absent;  // members reported absent from it
    };
    std::optional<Featured> featured = {};
    std::vector<ReportDay> reports = {};      // in the order in which they are to stand
    std::optional<base::Day> first_day = {};  // from which days may be asked about
};
Fragment home_page(const Setting& setting, const HomePage& page);

}  // namespace pages
