// Point questions over a million acts: who is bound by a decision on a day, as known on a day?
//
//   bench_point_questions [ACTS=1000000] [QUESTIONS=10000]
//
// One run measures, over the same synthetic log (bench/synthetic.hpp) and the same random questions:
//   probe    packed arrays and nothing else, the floor of the job on this machine
//   sqlite   the same acts in SQLite, clustered on (decision, member, day falling)
//   law      law::bound_by_own_consent under the log's rulebook: the way `bound-by` takes where each member
//            binds itself
//   reasons  the same, and for each member law::grounds_of: the acts that bind it, and what they rest on
// and prints medians, 99th percentiles and ratios. Every answer is compared with the probe's.
//
// Loading begins at the log as text in memory and ends with the first answer; each is timed in a process of
// its own, five times in turn, and the median counts. Memory is what a process grew by while the record was
// made; the text itself was there before.
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include <malloc.h>
#include <sqlite3.h>

#include "law/papers.hpp"
#include "rulebook/reader.hpp"
#include "synthetic.hpp"

namespace {

using namespace synthetic;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// What `measured` returns in a child process, so that nothing an earlier measurement left is used or paid
// for.
template <class Measured> double in_child(Measured measured) {
    int ends[2];
    if (pipe(ends) != 0) std::exit(3);
    const pid_t child = fork();
    if (child == 0) {
        const double found = measured();
        _exit(write(ends[1], &found, sizeof found) == sizeof found ? 0 : 1);
    }
    double found = 0;
    if (read(ends[0], &found, sizeof found) != sizeof found) std::exit(3);
    close(ends[0]);
    close(ends[1]);
    waitpid(child, nullptr, 0);
    return found;
}

std::size_t resident_bytes() {
    malloc_trim(0);
    std::ifstream statm("/proc/self/statm");
    std::size_t whole = 0, resident = 0;
    statm >> whole >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
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
    std::printf("  %-10s p50 %8.2f us  %6.2f x probe    p99 %8.2f us  %6.2f x probe\n", what, times.p50,
                times.p50 / probe.p50, times.p99, times.p99 / probe.p99);
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const std::size_t asked = argc > 2 ? static_cast<std::size_t>(std::atoll(argv[2])) : 10'000;
    std::string text;
    std::vector<Question> questions_asked;
    {
        const auto log = make_log(count);
        questions_asked = make_questions(log, asked);
        text = as_csv(log);
    }
    auto rules = rulebook::read(rulebook_yaml(), "rulebook.yaml");
    if (!rules.faults.empty()) {
        std::fprintf(stderr, "the rulebook has faults\n");
        return 3;
    }
    std::printf(
        "%lld acts, %d members, %zu questions: who is bound by a decision, on a day, as known on a day\n",
        static_cast<long long>(count), members, asked);
    std::vector<std::uint16_t> expected, from_sqlite;
    std::vector<law::BoundBy> bound;

    const Question& first = questions_asked.front();
    const auto load_probe = [&] {
        const auto start = Clock::now();
        const Probe loaded(read_log(text));
        loaded.answer(first, expected);
        return seconds_since(start);
    };
    const auto load_record = [&] {
        const auto start = Clock::now();
        const auto lying = std::make_shared<const Text>(text);
        const record::Record loaded = record::Record::of(lying);
        const record::View view{rules.book, loaded, loaded.known_by(day(first.known)), day(first.on), {}};
        law::bound_by_own_consent(view, lying->names().paper(first.decision), bound);
        return seconds_since(start);
    };
    const auto load_sqlite = [&] {
        const auto start = Clock::now();
        Sqlite loaded(read_log(text));
        loaded.answer(first, from_sqlite);
        return seconds_since(start);
    };
    std::array<std::vector<double>, 3> loads;
    for (int round = 0; round < 5; ++round) {
        loads[0].push_back(in_child(load_probe));
        loads[1].push_back(in_child(load_record));
        if (round < 1) loads[2].push_back(in_child(load_sqlite));
    }
    for (auto& times : loads) std::ranges::sort(times);
    const auto median = [&](std::size_t which) { return loads[which][loads[which].size() / 2]; };
    std::printf("load to first answer: probe %.3f s, record %.3f s (%.2f x probe), sqlite %.3f s (%.2f x)\n",
                median(0), median(1), median(1) / median(0), median(2), median(2) / median(0));

    const Probe probe(read_log(text));
    Sqlite sqlite(read_log(text));
    const std::size_t before = resident_bytes();
    const auto acts = std::make_shared<const Text>(text);
    const record::Record record = record::Record::of(acts);
    const std::size_t grown = resident_bytes() - before;
    std::printf("the record's memory: %zu MB, %.0f bytes an act, names among them\n", grown >> 20,
                static_cast<double>(grown) / static_cast<double>(count));
    const auto view_of = [&](const Question& q) {
        return record::View{rules.book, record, record.known_by(day(q.known)), day(q.on), {}};
    };

    std::vector<base::PaperId> papers;
    for (const Question& q : questions_asked) papers.push_back(acts->names().paper(q.decision));
    std::size_t wrong = 0, wrong_sqlite = 0, members_bound = 0;
    for (std::size_t i = 0; i < asked; ++i) {
        const Question& q = questions_asked[i];
        probe.answer(q, expected);
        sqlite.answer(q, from_sqlite);
        const bool told = law::bound_by_own_consent(view_of(q), papers[i], bound);
        std::vector<std::uint16_t> ours;
        for (const law::BoundBy& one : bound)
            ours.push_back(static_cast<std::uint16_t>(acts->names().number_of(one.member)));
        std::ranges::sort(ours);
        wrong += !told || ours != expected ? 1U : 0U;
        wrong_sqlite += from_sqlite != expected ? 1U : 0U;
        members_bound += expected.size();
    }
    std::printf("%.1f members bound on average; wrong answers: record %zu, sqlite %zu\n",
                static_cast<double>(members_bound) / static_cast<double>(asked), wrong, wrong_sqlite);

    std::vector<record::View> views;
    views.reserve(asked);
    for (const Question& q : questions_asked) views.push_back(view_of(q));
    Times of_probe, of_law, with_reasons;
    std::vector<law::Grounds> grounds;
    for (int round = 0; round < 3; ++round) {
        of_probe = measure(asked, [&](std::size_t i) { probe.answer(questions_asked[i], expected); });
        of_law =
            measure(asked, [&](std::size_t i) { law::bound_by_own_consent(views[i], papers[i], bound); });
        with_reasons = measure(asked, [&](std::size_t i) {
            law::bound_by_own_consent(views[i], papers[i], bound);
            grounds.clear();
            for (const law::BoundBy& one : bound) grounds.push_back(law::grounds_of(views[i], one));
        });
    }
    const Times of_sqlite =
        measure(asked, [&](std::size_t i) { sqlite.answer(questions_asked[i], from_sqlite); });

    print("probe", of_probe, of_probe);
    print("law", of_law, of_probe);
    print("reasons", with_reasons, of_probe);
    print("sqlite", of_sqlite, of_probe);
    std::printf("  with reasons %.2f x the bare answer; sqlite %.1f x the bare answer\n",
                with_reasons.p50 / of_law.p50, of_sqlite.p50 / of_law.p50);
    return wrong == 0 ? 0 : 1;
}
