// The log's side, with witnesses that are well, slow, dead and lying.

#include "witness/feeder.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>

#include <gtest/gtest.h>

#include "http/server.hpp"
#include "witness/serve.hpp"
#include "witness/testing_log.hpp"

namespace witness {
namespace {

using namespace std::chrono_literals;
using testing::Folder;
using testing::signer;
using testing::TestLog;

constexpr auto patience = 20s;  // no test waits longer for anything
constexpr std::uint64_t noon = 1'760'000'000;

/// Answers as it is told to, on a port of its own.
class Host {
public:
    using Post = std::function<void(const http::Request&, http::Reply)>;
    using Get = std::function<http::Response(const http::Request&)>;
    explicit Host(
        const Post& post, const Get& get = [](const http::Request&) { return http::text("", 404); })
        : server_(*http::Server::listen([get](const http::Request& request) { return get(request); },
                                        [this, post](const http::Request& request, http::Reply reply) {
                                            ++asked_;
                                            post(request, std::move(reply));
                                        },
                                        {.threads = 1, .limits = {.grace = 10ms}})),
          thread_([this] { server_.run(); }) {
        ::setenv("no_proxy", "*", 1);
    }
    ~Host() { server_.stop(); }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;
    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/"; }
    int asked() const { return asked_; }

private:
    std::atomic<int> asked_ = 0;
    http::Server server_;
    std::jthread thread_;
};

merkle::Signer key_of(const std::string& name, char fill) {
    return signer(name, merkle::KeyType::cosignature, fill);
}

/// A capital that is well.
class Capital {
public:
    Capital(const TestLog& log, const std::string& name, char fill, std::uint64_t time = noon)
        : witness_(open(folder_, log, key_of(name, fill), time)),
          host_([this](const http::Request& request,
                       http::Reply reply) { reply(answer_post(*witness_, request)); },
                [this](const http::Request& request) { return answer(*witness_, request); }) {}
    Witness& witness() { return *witness_; }
    const Host& host() const { return host_; }
    merkle::Policy::Witness line(const std::string& name) const {
        return {name, witness_->setup().signer.verifier(), host_.url()};
    }

private:
    static std::unique_ptr<Witness> open(const Path& folder, const TestLog& log, merkle::Signer key,
                                         std::uint64_t time) {
        (void)replace_file(folder / "logs", "log " + log.key().verifier().text() + "\n");
        return *Witness::open({.folder = folder, .signer = std::move(key), .now = [time] { return time; }});
    }
    Folder folder_;
    std::unique_ptr<Witness> witness_;
    Host host_;
};

/// What came of feeding.
class Desk {
public:
    void brought(const Brought& cosignature) {
        const std::lock_guard lock(mutex_);
        brought_.push_back(cosignature);
        changed_.notify_all();
    }
    void alarm(const Alarm& alarm) {
        const std::lock_guard lock(mutex_);
        alarms_.push_back(alarm);
        changed_.notify_all();
    }
    bool waits_for(
        const std::function<bool(const std::vector<Brought>&, const std::vector<Alarm>&)>& enough) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, patience, [&] { return enough(brought_, alarms_); });
    }
    bool has(const std::string& witness, std::uint64_t size) {
        return waits_for([&](const auto& all, const auto&) {
            return std::ranges::any_of(
                all, [&](const Brought& one) { return one.witness == witness && one.size == size; });
        });
    }
    std::vector<Brought> all() {
        const std::lock_guard lock(mutex_);
        return brought_;
    }
    std::vector<Alarm> alarms() {
        const std::lock_guard lock(mutex_);
        return alarms_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Brought> brought_;
    std::vector<Alarm> alarms_;
};

Feeder::Setup setup_for(const TestLog& log, Desk& desk, std::vector<merkle::Policy::Witness> witnesses) {
    return {.log = log.keys(),
            .witnesses = std::move(witnesses),
            .nodes = [&log](std::uint64_t) { return log.nodes(); },
            .brought = [&desk](const Brought& one) { desk.brought(one); },
            .alarm = [&desk](const Alarm& one) { desk.alarm(one); },
            .now = [] { return noon; },
            .tick = 0ms,
            .first_pause = 5ms,
            .longest_pause = 20ms,
            .answer_within = 60'000ms};
}

/// How it stands with a witness, once `enough`.
Standing standing_of(const Feeder& feeder, const std::string& name,
                     const std::function<bool(const Standing&)>& enough) {
    Standing found;
    for (const auto until = std::chrono::steady_clock::now() + patience;
         std::chrono::steady_clock::now() < until;) {
        for (const Standing& one : feeder.standings()) {
            if (one.witness == name) found = one;
        }
        if (enough(found)) return found;
        std::this_thread::sleep_for(1ms);
    }
    ADD_FAILURE() << name << " stands at " << name_of(found.last) << ": " << found.problem;
    return found;
}

TEST(Feeder, BringsEveryCheckpointToEveryWitnessAndTheLinesHome) {
    TestLog log;
    log.grow_to(300);
    Capital alpha(log, "witness.example/alpha", 'A');
    Capital beta(log, "witness.example/beta", 'B');
    Desk desk;
    Feeder feeder(setup_for(log, desk, {alpha.line("alpha"), beta.line("beta")}));
    for (const std::uint64_t size : {1U, 2U, 200U, 256U, 300U}) {
        ASSERT_TRUE(feeder.offer(log.note(size)));
        ASSERT_TRUE(desk.has("alpha", size));
        ASSERT_TRUE(desk.has("beta", size));
    }
    for (const Brought& one : desk.all()) {
        const Capital& from = one.witness == "alpha" ? alpha : beta;
        EXPECT_TRUE(merkle::verifies(from.line("").key, log.checkpoint(one.size).text(), one.line));
    }
    EXPECT_TRUE(desk.alarms().empty());
    for (const Standing& one : feeder.standings()) {
        EXPECT_EQ(one.last, Feeding::cosigned);
        EXPECT_EQ(one.size, 300U);
        EXPECT_EQ(one.cosigned_at, noon);
    }
}

TEST(Feeder, TakesOnlyCheckpointsOfThisLogThatDoNotShrink) {
    TestLog log, stranger(std::string(testing::origin), 'X'), elsewhere("other.example/log");
    for (TestLog* one : {&log, &stranger, &elsewhere}) one->grow_to(30);
    Desk desk;
    Feeder feeder(setup_for(log, desk, {}));
    EXPECT_TRUE(feeder.offer(log.note(20)));
    EXPECT_TRUE(feeder.offer(log.note(20)));
    EXPECT_FALSE(feeder.offer(log.note(19)));
    EXPECT_FALSE(feeder.offer(stranger.note(30)));
    EXPECT_FALSE(feeder.offer(elsewhere.note(30)));
    EXPECT_FALSE(feeder.offer("hello"));
    EXPECT_TRUE(feeder.offer(log.note(30)));
}

TEST(Feeder, LearnsWhereAWitnessIs) {
    TestLog log;
    log.grow_to(300);
    Capital alpha(log, "witness.example/alpha", 'A');
    ASSERT_EQ(alpha.witness().add_checkpoint(log.request(0, 200)).verdict, Verdict::cosigned);
    Desk desk;
    Feeder feeder(setup_for(log, desk, {alpha.line("alpha")}));
    ASSERT_TRUE(feeder.offer(log.note(300)));
    EXPECT_TRUE(desk.has("alpha", 300));
    EXPECT_EQ(alpha.host().asked(), 2);  // 409 is news, and is answered at once
    EXPECT_TRUE(desk.alarms().empty());
}

TEST(Feeder, AsksAnewWhenNothingChangedSoThatTimesStayFresh) {
    TestLog log;
    log.grow_to(30);
    Capital alpha(log, "witness.example/alpha", 'A');
    Desk desk;
    auto setup = setup_for(log, desk, {alpha.line("alpha")});
    setup.refresh = 5ms;
    Feeder feeder(std::move(setup));
    ASSERT_TRUE(feeder.offer(log.note(30)));
    EXPECT_TRUE(desk.waits_for([](const auto& all, const auto&) { return all.size() >= 4; }));
}

TEST(Feeder, IsHeldUpByNoneThatIsSlowOrDead) {
    TestLog log;
    log.grow_to(300);
    Capital alpha(log, "witness.example/alpha", 'A');
    // One never answers, and one is not there.
    std::vector<http::Reply> unanswered;
    std::mutex mutex;
    Host silent([&](const http::Request&, http::Reply reply) {
        const std::lock_guard lock(mutex);
        unanswered.push_back(std::move(reply));
    });
    const merkle::VerifierKey other = key_of("witness.example/o", 'O').verifier();
    const merkle::VerifierKey third = key_of("witness.example/p", 'P').verifier();
    Desk desk;
    {
        Feeder feeder(setup_for(log, desk,
                                {{"silent", other, silent.url()},
                                 {"dead", third, "http://127.0.0.1:1"},
                                 {"without address", key_of("witness.example/q", 'Q').verifier(), ""},
                                 alpha.line("alpha")}));
        for (std::uint64_t size = 1; size <= 300; size += 13) {
            ASSERT_TRUE(feeder.offer(log.note(size)));
            ASSERT_TRUE(desk.has("alpha", size));
        }
        EXPECT_LE(silent.asked(), 2);
        const Standing dead =
            standing_of(feeder, "dead", [](const Standing& one) { return one.failures >= 3; });
        EXPECT_EQ(dead.last, Feeding::not_reached);
        EXPECT_FALSE(dead.problem.empty());
        EXPECT_EQ(feeder.standings().size(), 3U);
    }  // ends, though one has not answered yet
    for (const Brought& one : desk.all()) EXPECT_EQ(one.witness, "alpha");
}

TEST(Feeder, OffersAllTheSameCheckpointOfATick) {
    TestLog log;
    log.grow_to(300);
    std::mutex mutex;
    std::map<int, std::vector<std::string>> offered;
    const auto note_of = [](const http::Request& request) {
        return merkle::read_note(merkle::read_add_checkpoint(request.body)->checkpoint)->text;
    };
    const auto host = [&](int which) {
        return std::make_unique<Host>([&, which](const http::Request& request, http::Reply reply) {
            {
                const std::lock_guard lock(mutex);
                offered[which].push_back(note_of(request));
            }
            reply(http::text("not today\n", 500));
        });
    };
    const auto one = host(1), other = host(2);
    const merkle::VerifierKey key = key_of("witness.example/k", 'K').verifier();
    const merkle::VerifierKey key_of_other = key_of("witness.example/l", 'M').verifier();
    Desk desk;
    auto setup = setup_for(log, desk, {{"one", key, one->url()}, {"other", key_of_other, other->url()}});
    setup.tick = std::chrono::hours(1);
    {
        Feeder feeder(std::move(setup));
        // The first is offered at once; the others wait for the next tick, which this test does not live to
        // see.
        ASSERT_TRUE(feeder.offer(log.note(100)));
        for (const char* name : {"one", "other"})
            standing_of(feeder, name, [](const Standing& it) { return it.failures >= 2; });
        for (std::uint64_t size = 101; size < 120; ++size) ASSERT_TRUE(feeder.offer(log.note(size)));
        for (const char* name : {"one", "other"}) {
            const unsigned failures =
                standing_of(feeder, name, [](const Standing&) { return true; }).failures;
            standing_of(feeder, name, [&](const Standing& it) { return it.failures > failures + 2; });
        }
    }
    const std::lock_guard lock(mutex);
    for (const int which : {1, 2}) {
        ASSERT_GE(offered[which].size(), 4U);
        for (const std::string& text : offered[which]) EXPECT_EQ(text, log.checkpoint(100).text());
    }
}

// -- liars
// ---------------------------------------------------------------------------------------------------

TEST(Feeder, HandsOnNothingThatDoesNotHold) {
    TestLog log, fork;
    log.grow_to(30);
    fork.grow_to(30, "other");
    const merkle::Signer own = key_of("witness.example/k", 'K');
    const merkle::Signer other = key_of("witness.example/k", 'O');
    const merkle::Signer renamed = key_of("witness.example/j", 'K');
    const std::string text = log.checkpoint(30).text();
    struct Row {
        const char* what;
        http::Response says;
        Feeding feeding;
    };
    const auto size = [](std::string number) {
        return http::content("text/x.tlog.size", std::move(number), 409);
    };
    const Row rows[] = {
        {"a line by another key", http::text(other.cosign(text, noon).text()), Feeding::bad_line},
        {"a line in another name", http::text(renamed.cosign(text, noon).text()), Feeding::bad_line},
        {"a line for another text", http::text(own.cosign(fork.checkpoint(30).text(), noon).text()),
         Feeding::bad_line},
        {"a line for another size", http::text(own.cosign(log.checkpoint(29).text(), noon).text()),
         Feeding::bad_line},
        {"a line and a half", http::text(own.cosign(text, noon).text() + "\xE2\x80\x94 wit"),
         Feeding::bad_line},
        {"no line", http::text(""), Feeding::bad_line},
        {"a page", http::html("<p>Welcome</p>"), Feeding::bad_line},
        {"a time that is not yet", http::text(own.cosign(text, noon + 121).text()), Feeding::future_time},
        {"a time far off", http::text(own.cosign(text, INT64_MAX).text()), Feeding::future_time},
        {"a size that is none", size("many\n"), Feeding::bad_answer},
        {"a size without an end", size("30"), Feeding::bad_answer},
        {"a size with a sign", size("-1\n"), Feeding::bad_answer},
        {"one size after another", size("7\n"), Feeding::bad_answer},
        {"a huge size", size("9223372036854775807\n"), Feeding::beyond_us},
        {"not found", http::text("", 404), Feeding::refused},
        {"forbidden", http::text("", 403), Feeding::refused},
        {"a bad proof", http::text("", 422), Feeding::refused},
        {"elsewhere", http::redirect("/", 307), Feeding::refused},
        {"much", http::text(std::string(100'000, 'x')), Feeding::not_reached},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        Host host([&](const http::Request&, http::Reply reply) { reply(row.says); });
        Desk desk;
        {
            Feeder feeder(setup_for(log, desk, {{"k", own.verifier(), host.url()}}));
            ASSERT_TRUE(feeder.offer(log.note(30)));
            const Standing standing =
                standing_of(feeder, "k", [](const Standing& one) { return one.failures >= 2; });
            EXPECT_EQ(name_of(standing.last), name_of(row.feeding)) << standing.problem;
        }
        EXPECT_TRUE(desk.all().empty());
        // Whoever claims to know more and shows nothing rings, and proves nothing.
        EXPECT_EQ(!desk.alarms().empty(), row.feeding == Feeding::beyond_us);
        for (const Alarm& alarm : desk.alarms()) EXPECT_EQ(alarm.proof, "");
    }
}

TEST(Feeder, HandsOnNoTimeBeforeTheLast) {
    TestLog log;
    log.grow_to(30);
    const merkle::Signer own = key_of("witness.example/k", 'K');
    std::atomic<std::uint64_t> time = noon + 100;
    Host host([&](const http::Request& request, http::Reply reply) {
        const auto note = merkle::read_note(merkle::read_add_checkpoint(request.body)->checkpoint);
        reply(http::text(own.cosign(note->text, time).text()));
    });
    Desk desk;
    Feeder feeder(setup_for(log, desk, {{"k", own.verifier(), host.url()}}));
    ASSERT_TRUE(feeder.offer(log.note(20)));
    ASSERT_TRUE(desk.has("k", 20));
    time = noon + 99;
    ASSERT_TRUE(feeder.offer(log.note(30)));
    standing_of(feeder, "k", [](const Standing& one) { return one.last == Feeding::earlier_time; });
    time = noon + 100;
    EXPECT_TRUE(desk.has("k", 30));
}

TEST(Feeder, IsToldByProofThatItsLogWentBack) {
    TestLog whole, restored;
    whole.grow_to(30);
    restored.grow_to(20);
    Capital alpha(whole, "witness.example/alpha", 'A');
    ASSERT_EQ(alpha.witness().add_checkpoint(whole.request(0, 30)).verdict, Verdict::cosigned);
    Desk desk;
    Feeder feeder(setup_for(restored, desk, {alpha.line("alpha")}));
    ASSERT_TRUE(feeder.offer(restored.note(20)));
    ASSERT_TRUE(desk.waits_for([](const auto&, const auto& alarms) { return !alarms.empty(); }));
    const Alarm alarm = desk.alarms().front();
    EXPECT_EQ(alarm.witness, "alpha");
    EXPECT_EQ(alarm.size, 30U);
    EXPECT_EQ(merkle::read_note(alarm.proof)->text, whole.checkpoint(30).text());
    EXPECT_TRUE(merkle::verify_note(*merkle::read_note(alarm.proof), restored.keys()).has_value());
    EXPECT_TRUE(desk.all().empty());
}

TEST(Feeder, IsToldByProofThatItsLogWentAnotherWay) {
    TestLog whole, other;
    whole.grow_to(30);
    other.grow_to(20).grow_to(50, "other");
    Capital alpha(whole, "witness.example/alpha", 'A');
    ASSERT_EQ(alpha.witness().add_checkpoint(whole.request(0, 30)).verdict, Verdict::cosigned);
    Desk desk;
    Feeder feeder(setup_for(other, desk, {alpha.line("alpha")}));
    ASSERT_TRUE(feeder.offer(other.note(50)));
    ASSERT_TRUE(desk.waits_for([](const auto&, const auto& alarms) { return !alarms.empty(); }));
    EXPECT_EQ(merkle::read_note(desk.alarms().front().proof)->text, whole.checkpoint(30).text());
}

// -- what witnesses show
// -------------------------------------------------------------------------------------

TEST(Asking, FindsTheGreatestSizeThatAnyWitnessKnows) {
    TestLog log;
    log.grow_to(300);
    Capital alpha(log, "witness.example/alpha", 'A');
    Capital beta(log, "witness.example/beta", 'B');
    Capital fresh(log, "witness.example/fresh", 'F');
    ASSERT_EQ(alpha.witness().add_checkpoint(log.request(0, 100)).verdict, Verdict::cosigned);
    ASSERT_EQ(beta.witness().add_checkpoint(log.request(0, 200)).verdict, Verdict::cosigned);
    TestLog impostor(std::string(testing::origin), 'X');
    impostor.grow_to(1'000);
    Host liar([](const http::Request&, const http::Reply&) {},
              [&](const http::Request&) { return http::text(impostor.note(1'000)); });
    const auto asked = ask_all({alpha.line("alpha"),
                                beta.line("beta"),
                                fresh.line("fresh"),
                                {"dead", key_of("d.example", 'D').verifier(), "http://127.0.0.1:1"},
                                {"liar", key_of("l.example", 'Z').verifier(), liar.url()},
                                {"without address", key_of("q.example", 'Q').verifier(), ""}},
                               log.keys(), 5'000ms);
    ASSERT_EQ(asked.size(), 5U);
    EXPECT_EQ(asked.at("alpha").value()->checkpoint.size, 100U);
    EXPECT_TRUE(asked.at("alpha").value()->line.has_value());
    EXPECT_EQ(asked.at("beta").value()->checkpoint.size, 200U);
    EXPECT_FALSE(asked.at("fresh").value().has_value());
    EXPECT_FALSE(asked.at("dead").has_value());
    EXPECT_EQ(asked.at("liar").error(), "no_known_key");
    EXPECT_EQ(greatest_size(asked), 200U);
    EXPECT_EQ(greatest_size({}), 0U);
}

TEST(Feeder, LooksNowAndThenForTheStatementsOfReplayers) {
    TestLog log;
    log.grow_to(300);
    const merkle::Signer replayer = key_of("witness.example/r", 'R');
    std::mutex mutex;
    std::optional<std::string> shown;
    Host host([](const http::Request&, const http::Reply&) {},
              [&](const http::Request&) {
                  const std::lock_guard lock(mutex);
                  return shown ? http::text(*shown) : http::text("", 404);
              });
    const auto show = [&](const TestLog& of, std::uint64_t size, std::uint64_t time) {
        const std::lock_guard lock(mutex);
        shown = of.note(size, {replayer.cosign(of.checkpoint(size).text(), time)});
    };
    Desk desk;
    auto setup = setup_for(log, desk, {});
    setup.replayers = {{"r", replayer.verifier(), host.url()}};
    setup.look = 2ms;
    Feeder feeder(std::move(setup));
    ASSERT_TRUE(feeder.offer(log.note(300)));
    standing_of(feeder, "r", [](const Standing& one) { return one.last == Feeding::waiting; });
    show(log, 200, noon);
    EXPECT_TRUE(desk.has("r", 200));
    show(log, 250, noon + 500);
    standing_of(feeder, "r", [](const Standing& one) { return one.last == Feeding::future_time; });
    show(log, 300, noon + 1);
    EXPECT_TRUE(desk.has("r", 300));
    TestLog fork;
    fork.grow_to(300, "other");
    show(fork, 300, noon + 2);
    EXPECT_TRUE(desk.waits_for([](const auto&, const auto& alarms) { return !alarms.empty(); }));
    EXPECT_EQ(merkle::read_note(desk.alarms().front().proof)->text, fork.checkpoint(300).text());
}

}  // namespace
}  // namespace witness
