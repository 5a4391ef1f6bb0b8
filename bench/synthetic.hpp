// A long synthetic record, and the questions that are asked of it: who is bound by a decision, on a day,
// as known on a day?
//
// An organisation of many members in which nobody is bound by a vote: a decision is put to the members and
// each joins it, or not, and may denounce it. The log is deterministic (splitmix64): members accede, are
// suspended, come back and withdraw, decisions are adopted one after the other, consents and denunciations
// take effect up to sixty days before and a year after they become known, and two in a hundred acts annul
// an earlier one. A suspended member stays bound, so a suspension is written as an admission here.
//
// Used by bench/ and, on a short log, by the tests that hold the law against `Probe`.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/record.hpp"

namespace synthetic {

inline constexpr int horizon = 29220;  // days: 80 years
inline constexpr int members = 200;
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::max();

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::int64_t below(std::int64_t n) {
        state_ += 0x9E3779B97F4A7C15;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return static_cast<std::int64_t>((z ^ (z >> 31)) % static_cast<std::uint64_t>(n));
    }

private:
    std::uint64_t state_;
};

// One act of the log. Kinds: A accession, W withdrawal, S suspension, R reinstatement, D adoption,
// J consent, L denunciation, X annulment of act `ref`, counted from 1.
struct Raw {
    char kind;
    std::int32_t recorded, member, decision, effect;
    std::int64_t ref;
};

inline std::vector<Raw> make_log(std::int64_t count) {
    Random random(20260101);
    std::vector<Raw> log;
    std::vector<int> state(members, 0);  // 0 outside, 1 member, 2 suspended
    std::vector<bool> annulled(static_cast<std::size_t>(count) + 1, false);
    std::vector<std::pair<int, int>> consents;
    int decisions = 0;
    for (std::int64_t k = 1; k <= count; ++k) {
        const auto recorded = static_cast<std::int32_t>((k - 1) * horizon / count);
        Raw act{'J', recorded, -1, -1, recorded, 0};
        if (k <= members) {
            act.kind = 'A';
            act.member = static_cast<int>(k - 1);
            state[static_cast<std::size_t>(act.member)] = 1;
        } else {
            const auto u = random.below(1000);
            if (u < 10) {
                act.member = static_cast<int>(random.below(members));
                int& is = state[static_cast<std::size_t>(act.member)];
                if (is == 0) {
                    act.kind = 'A', is = 1;
                } else if (is == 2) {
                    act.kind = 'R', is = 1;
                } else if (random.below(4) == 0) {
                    act.kind = 'W', is = 0;
                } else {
                    act.kind = 'S', is = 2;
                }
                act.effect = std::max(0, recorded + static_cast<int>(random.below(61)) - 30);
            } else if (u < 30) {
                const auto back =
                    k - 1 -
                    random.below(std::min<std::int64_t>(k - 1 - members > 0 ? k - 1 - members : 1, 5000));
                if (back > 0 && !annulled[static_cast<std::size_t>(back)] &&
                    std::string_view("JLAWSR").contains(log[static_cast<std::size_t>(back - 1)].kind)) {
                    act.kind = 'X', act.ref = back;
                    annulled[static_cast<std::size_t>(back)] = true;
                }
            } else if (u < 50 || decisions == 0) {
                act.kind = 'D';
            } else if (u < 150 && !consents.empty()) {
                const auto& one = consents[static_cast<std::size_t>(
                    random.below(static_cast<std::int64_t>(consents.size())))];
                act.kind = 'L', act.member = one.first, act.decision = one.second;
                act.effect = recorded + static_cast<int>(random.below(366));
            }
            if (act.kind == 'J' && decisions == 0) act.kind = 'D';
            if (act.kind == 'J') {
                act.decision = random.below(2) == 0
                                   ? decisions - 1 - static_cast<int>(random.below(std::min(decisions, 200)))
                                   : static_cast<int>(random.below(decisions));
                act.member = static_cast<int>(random.below(members));
                act.effect = std::max(0, recorded + static_cast<int>(random.below(181)) - 60);
                consents.emplace_back(act.member, act.decision);
            } else if (act.kind == 'D') {
                act.decision = decisions++;
            }
        }
        log.push_back(act);
    }
    return log;
}

struct Question {
    int decision;
    std::int32_t on, known;
};

inline std::vector<Question> make_questions(const std::vector<Raw>& log, std::size_t count) {
    std::vector<std::int32_t> adopted;
    for (const Raw& act : log) {
        if (act.kind == 'D') adopted.push_back(act.recorded);
    }
    Random random(20260102);
    std::vector<Question> all;
    for (std::size_t i = 0; i < count; ++i) {
        const auto d = random.below(static_cast<std::int64_t>(adopted.size()));
        const auto a = adopted[static_cast<std::size_t>(d)];
        all.push_back({static_cast<int>(d), a + static_cast<int>(random.below(horizon + 180 - a)),
                       a + static_cast<int>(random.below(horizon - a))});
    }
    return all;
}

// -- the log as text ------------------------------------------------------------------------------

/// One line an act: kind,recorded,member,decision,effect,ref.
inline std::string as_csv(const std::vector<Raw>& log) {
    std::string text;
    text.reserve(log.size() * 32);
    for (const Raw& act : log) {
        text += act.kind;
        for (const std::int64_t number : {std::int64_t{act.recorded}, std::int64_t{act.member},
                                          std::int64_t{act.decision}, std::int64_t{act.effect}, act.ref}) {
            char digits[24];
            text += ',';
            text.append(digits, std::to_chars(digits, std::end(digits), number).ptr);
        }
        text += '\n';
    }
    return text;
}

/// The act whose line begins at `at`, which is moved behind it.
inline Raw read_line(const char*& at) {
    const auto number = [&at] {
        ++at;  // the comma
        const bool below = *at == '-';
        std::int64_t value = 0;
        for (at += below; *at >= '0' && *at <= '9'; ++at) value = value * 10 + (*at - '0');
        return below ? -value : value;
    };
    Raw act{};
    act.kind = *at++;
    act.recorded = static_cast<std::int32_t>(number());
    act.member = static_cast<std::int32_t>(number());
    act.decision = static_cast<std::int32_t>(number());
    act.effect = static_cast<std::int32_t>(number());
    act.ref = number();
    ++at;  // the end of the line
    return act;
}

inline std::vector<Raw> read_log(std::string_view text) {
    std::vector<Raw> log;
    for (const char* at = text.data(); at != text.data() + text.size();) log.push_back(read_line(at));
    return log;
}

// -- the probe: packed arrays and nothing else, the floor of the job -----------------------------------

class Probe {
public:
    explicit Probe(const std::vector<Raw>& log) {
        std::vector<std::int32_t> annulled(log.size() + 1, no_day);
        int decisions = 0;
        for (const Raw& act : log) {
            if (act.kind == 'X') annulled[static_cast<std::size_t>(act.ref)] = act.recorded;
            if (act.kind == 'D') ++decisions;
        }
        adopted_.resize(static_cast<std::size_t>(decisions));
        starts_.assign(static_cast<std::size_t>(decisions) + 1, 0);
        member_starts_.assign(members + 1, 0);
        for (const Raw& act : log) {
            if (act.kind == 'J' || act.kind == 'L') ++starts_[static_cast<std::size_t>(act.decision) + 1];
            if (std::string_view("AWSR").contains(act.kind))
                ++member_starts_[static_cast<std::size_t>(act.member) + 1];
            if (act.kind == 'D')
                adopted_[static_cast<std::size_t>(act.decision)] = {act.recorded, act.effect};
        }
        for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
        for (std::size_t i = 1; i < member_starts_.size(); ++i) member_starts_[i] += member_starts_[i - 1];
        consents_.resize(starts_.back());
        turns_.resize(member_starts_.back());
        auto next = starts_;
        auto next_turn = member_starts_;
        for (std::size_t i = log.size(); i-- > 0;) {
            const Raw& act = log[i];
            const Row row{act.effect, act.recorded, annulled[i + 1],
                          static_cast<std::uint16_t>(act.member < 0 ? 0 : act.member),
                          act.kind == 'J' || act.kind == 'A' || act.kind == 'S' || act.kind == 'R'};
            if (act.kind == 'J' || act.kind == 'L')
                consents_[next[static_cast<std::size_t>(act.decision)]++] = row;
            if (std::string_view("AWSR").contains(act.kind))
                turns_[next_turn[static_cast<std::size_t>(act.member)]++] = row;
        }
        for (std::size_t d = 0; d + 1 < starts_.size(); ++d) {
            std::stable_sort(consents_.begin() + starts_[d], consents_.begin() + starts_[d + 1],
                             [](const Row& a, const Row& b) {
                                 return a.member != b.member ? a.member < b.member : a.effect > b.effect;
                             });
        }
        for (std::size_t m = 0; m + 1 < member_starts_.size(); ++m) {
            std::stable_sort(turns_.begin() + member_starts_[m], turns_.begin() + member_starts_[m + 1],
                             [](const Row& a, const Row& b) { return a.effect > b.effect; });
        }
    }

    void answer(const Question& q, std::vector<std::uint16_t>& into) const {
        into.clear();
        const auto& adopted = adopted_[static_cast<std::size_t>(q.decision)];
        if (adopted.first > q.known || adopted.second > q.on) return;
        const auto seen = [&](const Row& row) {
            return row.effect <= q.on && row.recorded <= q.known && row.annulled > q.known;
        };
        std::size_t row = starts_[static_cast<std::size_t>(q.decision)];
        const std::size_t end = starts_[static_cast<std::size_t>(q.decision) + 1];
        while (row < end) {
            const auto member = consents_[row].member;
            bool found = false;
            bool joined = false;
            for (; row < end && consents_[row].member == member; ++row) {
                if (!found && seen(consents_[row])) found = true, joined = consents_[row].yes;
            }
            if (!joined) continue;
            for (std::size_t t = member_starts_[member]; t < member_starts_[member + 1U]; ++t) {
                if (!seen(turns_[t])) continue;
                if (turns_[t].yes) into.push_back(member);
                break;
            }
        }
    }

private:
    struct Row {
        std::int32_t effect, recorded, annulled;
        std::uint16_t member;
        bool yes;
    };
    std::vector<std::pair<std::int32_t, std::int32_t>> adopted_;
    std::vector<std::uint32_t> starts_, member_starts_;
    std::vector<Row> consents_, turns_;
};

// -- the same log as acts -------------------------------------------------------------------------------

inline base::Day day(std::int32_t number) { return base::Day::of_number(number); }
inline std::string member_name(std::int64_t number) { return "M" + std::to_string(1000 + number); }
inline std::string paper_name(std::int64_t number) { return "d" + std::to_string(number); }

/// `bodies: conference`, `instruments: none`; nobody is bound by deciding.
inline std::string rulebook_yaml() {
    std::string all;
    std::string order;
    for (int m = 0; m < members; ++m) {
        all += "  " + member_name(m) + ": {names: {en: Member " + std::to_string(1000 + m) + "}}\n";
        order += (m == 0 ? "" : ", ") + member_name(m);
    }
    return "rulebook: synthetic\n"
           "names: {en: A Synthetic Organisation}\n"
           "abbreviation: {en: SYN}\n"
           "languages: [en]\n"
           "authentic: en\n"
           "compiled_on: 2050-01-01\n"
           "versions: [{id: first, from: 1970-01-01, by: a0, name: {en: The Statute}}]\n"
           "members:\n" +
           all + "orders:\n  en: [" + order +
           "]\n"
           "bodies:\n"
           "  conference:\n"
           "    names: {en: Conference}\n"
           "    article: {en: \"Statute, article 1\"}\n"
           "    says: {en: \"The members meet in conference.\"}\n"
           "    chair: none\n"
           "rules:\n"
           "  - deciding: own-consent\n"
           "    bodies: [conference]\n"
           "    adopted_if: {empty: nobody}\n"
           "    effect: {binds: nobody, may_join_later: members}\n"
           "    late_objection: none\n"
           "    article: {en: \"Statute, article 2\"}\n"
           "    says: {en: \"A decision is put to the members; it binds those that join it.\"}\n";
}

/// The log's names, each made once.
class Names {
public:
    Names() {
        for (int m = 0; m < members; ++m) members_.push_back(base::MemberId::of(member_name(m)));
    }
    base::MemberId member(std::int32_t number) const {
        return number < 0 ? base::MemberId() : members_[static_cast<std::size_t>(number)];
    }
    int number_of(base::MemberId member) const {
        return std::stoi(std::string(member.text().substr(1))) - 1000;
    }
    /// Decisions are numbered as they are adopted, so most are asked for again.
    base::PaperId paper(std::int32_t number) const {
        const auto place = static_cast<std::size_t>(number);
        if (place >= papers_.size()) papers_.resize(place + 1);
        if (!papers_[place]) papers_[place] = base::PaperId::of(text_of<'d'>(number));
        return papers_[place];
    }
    /// The act in the log's line `number`, counted from 0.
    static base::ActId act(std::int64_t number) { return base::ActId::of(text_of<'a'>(number)); }
    static base::ActId new_act(std::int64_t number) { return base::ActId::of_new(text_of<'a'>(number)); }

private:
    template <char letter> static std::string_view text_of(std::int64_t number) {
        thread_local char text[24] = {letter};
        return {text, static_cast<std::size_t>(std::to_chars(text + 1, std::end(text), number).ptr - text)};
    }
    std::vector<base::MemberId> members_;
    mutable std::vector<base::PaperId> papers_;
};

inline record::Entry entry_of(const Raw& raw, std::int64_t number, const Names& names,
                              base::BodyId conference) {
    const base::ActId id = Names::new_act(number);
    record::Entry entry{acts::Act{.id = id,
                                  .on = base::Date::of(day(raw.effect)),
                                  .place = {},
                                  .event = id.as<struct base::EventKind>(),
                                  .cites = {},
                                  .sources = {},
                                  .content = {}},
                        day(raw.recorded)};
    acts::Act& act = entry.act;
    const base::MemberId member = names.member(raw.member);
    switch (raw.kind) {
        case 'A':
        case 'S':
        case 'R': {
            auto& content = act.content.emplace<acts::Admitted>();
            content.member = member;
            break;
        }
        case 'W': {
            auto& content = act.content.emplace<acts::Left>();
            content.member = member;
            break;
        }
        case 'D': {
            auto& content = act.content.emplace<acts::Adopted>();
            content.paper = names.paper(raw.decision);
            content.body = conference;
            break;
        }
        case 'X': {
            auto& content = act.content.emplace<acts::Annulled>();
            content.act = Names::act(raw.ref - 1);
            break;
        }
        default: {
            auto& content = act.content.emplace<acts::PositionTaken>();
            content.member = member;
            content.paper = names.paper(raw.decision);
            content.stance = raw.kind == 'J' ? acts::Stance::joined : acts::Stance::denounced;
            act.on = base::Date::of(day(raw.recorded));
            content.takes_effect = base::Date::of(day(raw.effect));
        }
    }
    return entry;
}

/// The acts of a log that stays text.
class Text : public record::Acts {
public:
    /// `text` must outlive this.
    explicit Text(std::string_view text) : text_(text) {
        for (const char* at = text.data(); at != text.data() + text.size();) {
            starts_.push_back(static_cast<std::uint32_t>(at - text.data()));
            at = static_cast<const char*>(std::memchr(at, '\n', text.size())) + 1;
        }
        starts_.shrink_to_fit();
    }
    std::size_t size() const override { return starts_.size(); }
    record::Entry read(record::EntryNumber number) const override {
        const char* at = text_.data() + starts_[number];
        return entry_of(read_line(at), number, names_, conference_);
    }
    const Names& names() const { return names_; }

private:
    std::string_view text_;
    std::vector<std::uint32_t> starts_;
    Names names_;
    base::BodyId conference_ = base::BodyId::of("conference");
};

}  // namespace synthetic
