#include "pages/awaiting_page.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "pages/session_parts.hpp"
#include "words/answers.hpp"
#include "words/dates.hpp"
#include "words/page_words.hpp"
#include "words/session_words.hpp"

namespace pages {

namespace say = words::session_words;
using html::el;
using html::group;
using html::link;
using html::when;
using words::fill_in;

namespace {

struct OfSession {
    std::string session;
    std::vector<const base::Value*> papers;
};

/// The papers by session, the latest session first.
std::vector<OfSession> by_session(const std::vector<const base::Value*>& papers) {
    std::vector<OfSession> all;
    for (const base::Value* paper : papers) {
        const std::string_view session = (*paper)["session"].text();
        const auto at = std::ranges::find(all, session, &OfSession::session);
        if (at == all.end()) {
            all.push_back({std::string(session), {paper}});
        } else {
            at->papers.push_back(paper);
        }
    }
    // The answer has the sessions in the order in which they were held.
    std::ranges::reverse(all);
    return all;
}

Fragment boxes_of_sides(const Setting& setting, const questions::Answer& awaiting) {
    Fragment out;
    for (const base::Value& dispute : items(beside(awaiting, "disputes"))) {
        out += group(el<"h3">(dispute_link(setting, dispute["id"].text())),
                     sides(setting.language(), sides_of(setting, dispute)));
    }
    if (out.empty()) return {};
    return section("sides", say::sides_stand_here(setting.language()),
                   group(paragraph(say::sides_note(setting.language()), Size::small), out));
}

}  // namespace

Fragment awaiting_page(const AwaitingPage& page) {
    const Setting& setting = page.setting;
    const words::Names& names = setting.names;
    const Language language = setting.language();
    const questions::Answer& awaiting = page.awaiting;
    const base::Value& answer = awaiting.conclusion.answer;
    const std::string_view member = answer["member"].text();
    const auto papers = papers_awaiting(awaiting);

    Fragment out = heading(
        fill_in(say::what_awaits(language), {{"member", names.the_member(member, words::Case::genitive)}}),
        words::capitalised(words::clause("awaiting", answer, awaiting.on, names)) + ".");
    out += paragraph(group(say::see_state(language), " ", member_link(setting, member), "."), Size::small);
    if (papers.empty()) return out;

    out += paragraph(standing_line(setting, awaiting));
    out += boxes_of_sides(setting, awaiting);
    for (const OfSession& of : by_session(papers)) {
        Fragment content;
        for (const EffectsByDisputes& one : positions_and_effects(setting, awaiting, of.papers)) {
            if (!one.disputes.empty()) content += el<"h3">(one.disputes);
            content += one.table;
        }
        out += section("session-" + of.session,
                       link(setting.links.session(of.session), names.session(of.session)), content);
    }
    out += reasons_of_answer(setting, awaiting.conclusion,
                             fill_in(say::reasons_for(language), {{"what", say::adoption_short(language)}}));
    if (!page.proof.empty()) out += paragraph(page.proof, Size::small);
    return out;
}

}  // namespace pages
