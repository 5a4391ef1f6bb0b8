// Point questions over a million acts: who is bound by a decision on a day, as known on a day?
//
//   bench_point_questions [ACTS=1000000] [QUESTIONS=10000]
//
// One run measures, over the same synthetic log and the same random questions:
//   probe      packed arrays and nothing else, the floor of the job on this machine
//   sqlite     the same acts in SQLite, clustered on (decision, member, day falling)
//   record     our record's packed positions: law::consenting_members
// and prints medians, 99th percentiles and ratios. Every answer is compared with the probe's.
//
// The log (deterministic, splitmix64): 200 members, decisions adopted one after the other, consents (J),
// denunciations (L), annulments (X), accessions, withdrawals, suspensions and reinstatements. An act is
// known from the day it was recorded; of the known acts in effect the latest decides, of one day the later.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include <sys/resource.h>

#include <sqlite3.h>

#include "law/papers.hpp"
#include "record/record.hpp"

namespace {

using Clock = std::chrono::steady_clock;
constexpr int horizon = 29220;  // days: 80 years
constexpr int members = 200;
constexpr std::int32_t no_day = INT32_MAX;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

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
// J consent, L denunciation, X annulment of act `ref`.
struct Raw {
    char kind;
    std::int32_t recorded, member, decision, effect;
    std::int64_t ref;
};

std::vector<Raw> make_log(std::int64_t count) {
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

std::vector<Question> make_questions(const std::vector<Raw>& log, std::size_t count) {
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

// -- the probe: packed arrays, one pass ------------------------------------------------------------

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

// -- our record ------------------------------------------------------------------------------------

base::Day day(std::int32_t number) { return base::Day::of_number(number); }

struct Names {
    std::vector<base::MemberId> members;
    std::vector<base::PaperId> papers;
};

record::Record make_record(const std::vector<Raw>& log, Names& names) {
    for (int m = 0; m < members; ++m)
        names.members.push_back(base::MemberId::of("M" + std::to_string(1000 + m)));
    std::vector<record::Entry> entries;
    entries.reserve(log.size());
    std::vector<base::ActId> ids;
    ids.reserve(log.size());
    const auto body = base::BodyId::of("conference");
    char buffer[16];
    for (std::size_t i = 0; i < log.size(); ++i) {
        const Raw& raw = log[i];
        const int size = std::snprintf(buffer, sizeof buffer, "a%zu", i);
        const auto id = base::ActId::of({buffer, static_cast<std::size_t>(size)});
        ids.push_back(id);
        const auto member =
            raw.member < 0 ? base::MemberId() : names.members[static_cast<std::size_t>(raw.member)];
        acts::Content content;
        switch (raw.kind) {
            case 'A': {
                acts::Admitted act;
                act.member = member;
                content = act;
                break;
            }
            case 'R':  // a suspended member keeps its bonds here: participation is suspended, not membership
            case 'S': {
                acts::Admitted act;
                act.member = member;
                content = act;
                break;
            }
            case 'W': {
                acts::Left act;
                act.member = member;
                content = act;
                break;
            }
            case 'D': {
                names.papers.push_back(base::PaperId::of("d" + std::to_string(raw.decision)));
                acts::Adopted act;
                act.paper = names.papers.back();
                act.body = body;
                content = act;
                break;
            }
            case 'X': {
                acts::Annulled act;
                act.act = ids[static_cast<std::size_t>(raw.ref - 1)];
                content = act;
                break;
            }
            default: {
                acts::PositionTaken act;
                act.member = member;
                act.paper = names.papers[static_cast<std::size_t>(raw.decision)];
                act.stance = raw.kind == 'J' ? acts::Stance::joined : acts::Stance::denounced;
                content = act;
            }
        }
        entries.push_back({acts::Act{.id = id,
                                     .on = base::Date::of(day(raw.effect)),
                                     .place = {},
                                     .event = id.as<struct base::EventKind>(),
                                     .cites = {},
                                     .sources = {},
                                     .content = std::move(content)},
                           day(raw.recorded)});
    }
    return record::Record::of(std::move(entries));
}

// -- SQLite ----------------------------------------------------------------------------------------

class Sqlite {
public:
    explicit Sqlite(const std::vector<Raw>& log) {
        sqlite3_open(":memory:", &db_);
        run("create table con(d int,m int,eff int,seq int,rec int,ann int,j int, primary key(d,m,eff desc,seq desc)) without rowid;"
            "create table mem(m int,eff int,seq int,rec int,ann int,j int, primary key(m,eff desc,seq desc)) without rowid;"
            "create table adop(d integer primary key,rec int,eff int); begin;");
        std::vector<std::int32_t> annulled(log.size() + 1, no_day);
        for (const Raw& act : log) {
            if (act.kind == 'X') annulled[static_cast<std::size_t>(act.ref)] = act.recorded;
        }
        sqlite3_stmt* con = prepare("insert into con values(?,?,?,?,?,?,?)");
        sqlite3_stmt* mem = prepare("insert into mem values(?,?,?,?,?,?)");
        sqlite3_stmt* adop = prepare("insert into adop values(?,?,?)");
        for (std::size_t i = 0; i < log.size(); ++i) {
            const Raw& act = log[i];
            const int seq = static_cast<int>(i);
            if (act.kind == 'J' || act.kind == 'L') {
                step(con, {act.decision, act.member, act.effect, seq, act.recorded, annulled[i + 1],
                           act.kind == 'J'});
            } else if (act.kind == 'D') {
                step(adop, {act.decision, act.recorded, act.effect});
            } else if (act.kind != 'X') {
                step(mem, {act.member, act.effect, seq, act.recorded, annulled[i + 1], act.kind != 'W'});
            }
        }
        for (auto* statement : {con, mem, adop}) sqlite3_finalize(statement);
        run("commit; analyze;");
        query_ = prepare(
            "with s as (select m, j, row_number() over (partition by m order by eff desc, seq desc) r from con "
            "where d=?1 and eff<=?2 and rec<=?3 and ann>?3) "
            "select m from s where r=1 and j=1 and exists(select 1 from adop where d=?1 and rec<=?3 and eff<=?2) and "
            "(select j from mem where mem.m=s.m and eff<=?2 and rec<=?3 and ann>?3 order by eff desc, seq desc limit 1)=1 order by m");
    }
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;
    ~Sqlite() {
        sqlite3_finalize(query_);
        sqlite3_close(db_);
    }
    void answer(const Question& q, std::vector<std::uint16_t>& into) {
        into.clear();
        sqlite3_bind_int(query_, 1, q.decision);
        sqlite3_bind_int(query_, 2, q.on);
        sqlite3_bind_int(query_, 3, q.known);
        while (sqlite3_step(query_) == SQLITE_ROW)
            into.push_back(static_cast<std::uint16_t>(sqlite3_column_int(query_, 0)));
        sqlite3_reset(query_);
    }

private:
    void run(const char* sql) {
        if (sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "sqlite: %s\n", sqlite3_errmsg(db_));
            std::exit(3);
        }
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr);
        return statement;
    }
    static void step(sqlite3_stmt* statement, std::initializer_list<int> values) {
        int place = 0;
        for (const int value : values) sqlite3_bind_int(statement, ++place, value);
        sqlite3_step(statement);
        sqlite3_reset(statement);
    }
    sqlite3* db_ = nullptr;
    sqlite3_stmt* query_ = nullptr;
};

struct Times {
    double p50 = 0, p99 = 0;
};
template <class Answer> Times measure(std::size_t count, Answer answer) {
    std::vector<double> times;
    times.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto start = Clock::now();
        answer(i);
        times.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

void print(const char* what, Times times, const Times& probe) {
    std::printf("  %-28s p50 %9.2f us   p99 %9.2f us   %7.2f x probe\n", what, times.p50, times.p99,
                times.p50 / probe.p50);
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const std::size_t asked = argc > 2 ? static_cast<std::size_t>(std::atoll(argv[2])) : 10'000;
    const auto log = make_log(count);
    const auto questions_asked = make_questions(log, asked);
    std::printf(
        "%zu acts, %d members, %zu questions: who is bound by a decision, on a day, as known on a day\n",
        log.size(), members, asked);

    auto start = Clock::now();
    const Probe probe(log);
    const double probe_load = seconds_since(start);
    start = Clock::now();
    Names names;
    const record::Record record = make_record(log, names);
    const double record_load = seconds_since(start);
    start = Clock::now();
    Sqlite sqlite(log);
    const double sqlite_load = seconds_since(start);
    std::printf("loading from memory: probe %.3f s, record %.3f s (%.1f x), sqlite %.3f s\n", probe_load,
                record_load, record_load / probe_load, sqlite_load);

    std::vector<std::uint16_t> expected, from_sqlite;
    std::vector<base::MemberId> found;
    std::size_t wrong = 0, wrong_sqlite = 0, bound = 0;
    for (const Question& q : questions_asked) {
        probe.answer(q, expected);
        sqlite.answer(q, from_sqlite);
        law::consenting_members(record, record.known_by(day(q.known)),
                                names.papers[static_cast<std::size_t>(q.decision)], day(q.on), found);
        std::vector<std::uint16_t> ours;
        for (const base::MemberId id : found)
            ours.push_back(static_cast<std::uint16_t>(std::stoi(std::string(id.text().substr(1))) - 1000));
        std::ranges::sort(ours);
        wrong += ours != expected ? 1U : 0U;
        wrong_sqlite += from_sqlite != expected ? 1U : 0U;
        bound += expected.size();
    }
    std::printf("%.1f members bound on average; wrong answers: record %zu, sqlite %zu\n",
                static_cast<double>(bound) / static_cast<double>(asked), wrong, wrong_sqlite);

    std::vector<std::size_t> known;
    for (const Question& q : questions_asked) known.push_back(record.known_by(day(q.known)));
    Times probe_times, record_times, sqlite_times;
    for (int round = 0; round < 3; ++round) {
        probe_times = measure(asked, [&](std::size_t i) { probe.answer(questions_asked[i], expected); });
        record_times = measure(asked, [&](std::size_t i) {
            const Question& q = questions_asked[i];
            law::consenting_members(record, known[i], names.papers[static_cast<std::size_t>(q.decision)],
                                    day(q.on), found);
        });
    }
    sqlite_times = measure(asked, [&](std::size_t i) { sqlite.answer(questions_asked[i], from_sqlite); });

    print("probe", probe_times, probe_times);
    print("record", record_times, probe_times);
    print("sqlite", sqlite_times, probe_times);
    std::printf("  sqlite / record %.1f\n", sqlite_times.p50 / record_times.p50);

    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak memory of this run %ld MB\n", usage.ru_maxrss / 1024);
    return wrong == 0 ? 0 : 1;
}
