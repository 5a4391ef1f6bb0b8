// What changed between two days, over a million acts: by when it happened, and by when it became known.
//
//   bench_changes [ACTS=1000000] [QUESTIONS=200]
//
// One run measures, over the log of bench/synthetic.hpp, which stays text, and the same random pairs of days:
//   floor      a packed array of days in the order of the record, each compared with the two: it counts, and
//              reads and lists nothing
//   events     the question `changes` as it is asked: how many happened, and the first 500 as rows, by day
//   knowledge  the same by when they became known
// and the same of the whole record at once. Rows are made from acts that are read from the text when they are
// first looked at, as a long record is. Times are of this thread's CPU. Every count is compared with the
// floor's. The exit code is 1 where a count differs or an answer takes more than 50 ms.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "questions/question.hpp"
#include "rulebook/reader.hpp"
#include "synthetic.hpp"

namespace {

constexpr double most_milliseconds = 50.0;

struct Period {
    std::int32_t since, until;  // days of the log
};

/// Of this thread alone: on a machine that others use too, the clock on the wall says more about them.
double cpu_milliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Times {
    double p50 = 0, p99 = 0, most = 0;
};
template <class Answer> Times measure(const std::vector<Period>& periods, Answer answer) {
    std::vector<double> times;
    for (const Period& period : periods) {
        const double start = cpu_milliseconds();
        answer(period);
        times.push_back(cpu_milliseconds() - start);
    }
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 99 / 100], times.back()};
}

void print(const char* what, const Times& times, const Times& floor) {
    std::printf("  %-10s p50 %7.3f ms %5.1f x floor   p99 %7.3f ms   most %7.3f ms\n", what, times.p50,
                times.p50 / floor.p50, times.p99, times.most);
}

}  // namespace

int main(int argc, char** argv) {
    const std::int64_t count = argc > 1 ? std::atoll(argv[1]) : 1'000'000;
    const int asked = argc > 2 ? std::atoi(argv[2]) : 200;
    std::string text;
    std::vector<std::int32_t> told, known;  // by entry
    {
        const auto log = synthetic::make_log(count);
        text = synthetic::as_csv(log);
        for (const synthetic::Raw& raw : log) {
            const bool taken = raw.kind == 'J' || raw.kind == 'L';  // a position is told when it is known
            told.push_back(taken ? raw.recorded : raw.effect);
            known.push_back(raw.recorded);
        }
    }
    const auto rules = rulebook::read(synthetic::rulebook_yaml(), "rulebook.yaml");
    const auto record = record::Record::of(std::make_shared<const synthetic::Text>(text));
    std::vector<std::uint8_t> stands;  // not annulled, as far as all is known
    for (record::EntryNumber number = 0; number < record.size(); ++number)
        stands.push_back(record.annulled_by(number) == record::never ? 1 : 0);

    std::size_t wrong = 0;
    double most = 0;
    const auto compare = [&](const char* title, const std::vector<Period>& periods) {
        std::size_t expected = 0, counted = 0;
        const auto floor_of = [&](const std::vector<std::int32_t>& days, const Period& period) {
            expected = 0;
            for (std::size_t i = 0; i < days.size(); ++i)
                expected += days[i] > period.since && days[i] <= period.until ? stands[i] : 0U;
        };
        const auto ask = [&](const char* of, const Period& period) {
            // By knowledge the later day is that of what is known; all that is known stays known for the
            // count.
            const record::View view{rules.book, record, record.size(), synthetic::day(period.until), {}};
            const auto answer = questions::ask(
                view, {.question = "changes",
                       .parameters = {{"since", synthetic::day(period.since).text()}, {"of", of}}});
            counted = static_cast<std::size_t>(*answer->conclusion.answer["count"].number());
        };
        const Times floor = measure(periods, [&](const Period& period) { floor_of(told, period); });
        const Times events = measure(periods, [&](const Period& period) { ask("events", period); });
        const Times knowledge = measure(periods, [&](const Period& period) { ask("knowledge", period); });
        std::size_t sum = 0;
        for (const Period& period : periods) {
            floor_of(told, period);
            ask("events", period);
            wrong += counted != expected ? 1U : 0U;
            sum += counted;
            floor_of(known, {period.since, synthetic::no_day});
            ask("knowledge", period);
            wrong += counted != expected ? 1U : 0U;
        }
        std::printf("%s, %zu acts on average\n", title, sum / periods.size());
        print("floor", floor, floor);
        print("events", events, floor);
        print("knowledge", knowledge, floor);
        most = std::max({most, events.most, knowledge.most});
    };

    synthetic::Random random(20231123);
    std::vector<Period> some;
    for (int i = 0; i < asked; ++i) {
        const auto one = static_cast<std::int32_t>(random.below(synthetic::horizon));
        const auto other = static_cast<std::int32_t>(random.below(synthetic::horizon));
        some.push_back({std::min(one, other), std::max(one, other)});
    }
    std::printf("%lld acts: what changed after one day and up to another\n", static_cast<long long>(count));
    compare("two days at random", some);
    compare("the whole record", {{-1, synthetic::horizon + 1'000}});
    std::printf("wrong counts: %zu; every answer within %.0f ms: %s\n", wrong, most_milliseconds,
                most <= most_milliseconds ? "yes" : "NO");
    return wrong == 0 && most <= most_milliseconds ? 0 : 1;
}
