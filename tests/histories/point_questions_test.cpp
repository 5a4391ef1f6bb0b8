// The same question three ways: the record's packed tables, the law member by member, and a probe that
// knows neither. Over a synthetic record of six thousand acts and random days they must agree.
#include <set>

#include <gtest/gtest.h>

#include "bench/synthetic.hpp"
#include "law/papers.hpp"
#include "rulebook/reader.hpp"

namespace {

using namespace synthetic;

class PointQuestions : public testing::Test {
protected:
    void SetUp() override {
        auto read = rulebook::read(rulebook_yaml(), "rulebook.yaml");
        ASSERT_TRUE(read.faults.empty());
        rules_ = std::move(read.book);
    }
    record::View view(const record::Record& record, const Question& q) {
        return {rules_, record, record.known_by(day(q.known)), day(q.on), {}};
    }
    rulebook::Rulebook rules_;
};

std::set<int> numbers(const std::vector<std::uint16_t>& members) { return {members.begin(), members.end()}; }

TEST_F(PointQuestions, AreAnsweredAlikeByTablesLawAndProbe) {
    const auto log = make_log(6'000);
    const std::string text = as_csv(log);
    const auto acts = std::make_shared<const Text>(text);
    const record::Record record = record::Record::of(acts);
    const Probe probe(log);
    std::vector<std::uint16_t> expected;
    std::vector<law::BoundBy> bound;
    std::size_t some = 0;
    for (const Question& q : make_questions(log, 80)) {
        SCOPED_TRACE("decision " + std::to_string(q.decision) + " on " + day(q.on).text() + " known " +
                     day(q.known).text());
        probe.answer(q, expected);
        const record::View seen = view(record, q);
        const base::PaperId paper = acts->names().paper(q.decision);
        ASSERT_TRUE(law::bound_by_own_consent(seen, paper, bound));
        std::set<int> from_tables;
        for (const law::BoundBy& one : bound) {
            from_tables.insert(acts->names().number_of(one.member));
            const law::Grounds grounds = law::grounds_of(seen, one);
            EXPECT_EQ(grounds.consent, seen.act(one.consent).id);
            EXPECT_EQ(std::get<acts::PositionTaken>(seen.act(one.consent).content).member, one.member);
        }
        EXPECT_EQ(from_tables, numbers(expected));
        some += expected.empty() ? 0U : 1U;
        // The law itself for a dozen members: those bound and as many others.
        for (int m = 0; m < members; m += 17) {
            law::Inquiry inquiry(seen);
            const auto found = law::bound(inquiry, acts->names().member(m), paper, seen.on);
            EXPECT_EQ(found.value.is == law::Bound::Is::bound, from_tables.contains(m)) << member_name(m);
        }
        for (const int m : from_tables) {
            law::Inquiry inquiry(seen);
            EXPECT_EQ(law::bound(inquiry, acts->names().member(m), paper, seen.on).value.is,
                      law::Bound::Is::bound)
                << member_name(m);
        }
    }
    EXPECT_GT(some, 30U) << "questions whose answer is nobody prove little";
}

TEST_F(PointQuestions, AreTheSameWhereTheActsLieInMemory) {
    const auto log = make_log(3'000);
    const std::string text = as_csv(log);
    const auto elsewhere = std::make_shared<const Text>(text);
    std::vector<record::Entry> entries;
    for (record::EntryNumber i = 0; i < elsewhere->size(); ++i) entries.push_back(elsewhere->read(i));
    const record::Record kept = record::Record::of(std::move(entries));
    const record::Record read_again = record::Record::of(elsewhere);
    std::vector<law::BoundBy> a, b;
    for (const Question& q : make_questions(log, 200)) {
        ASSERT_TRUE(law::bound_by_own_consent(view(kept, q), elsewhere->names().paper(q.decision), a));
        ASSERT_TRUE(law::bound_by_own_consent(view(read_again, q), elsewhere->names().paper(q.decision), b));
        ASSERT_EQ(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i) EXPECT_EQ(a[i].member, b[i].member);
    }
}

// The log is that of the generator it was ported from, as far as its published counts tell.
TEST(SyntheticLog, HasThePublishedCounts) {
    std::map<char, int> count;
    for (const Raw& act : make_log(1'000'000)) ++count[act.kind];
    EXPECT_EQ(count['J'], 850'462);
    EXPECT_EQ(count['L'], 100'162);
    EXPECT_EQ(count['D'], 20'008);
    EXPECT_EQ(count['X'], 19'144);
    EXPECT_EQ(count['A'] + count['W'] + count['S'] + count['R'], 10'224);
}

// Where the law has more to consider than the tables show, the tables do not answer.
TEST_F(PointQuestions, AreLeftToTheLawWhereTheRecordIsNotPlain) {
    const auto log = make_log(3'000);
    const std::string text = as_csv(log);
    const auto lying = std::make_shared<const Text>(text);
    const base::PaperId paper = lying->names().paper(0);
    const auto plain = [&](auto change) {
        std::vector<record::Entry> entries;
        for (record::EntryNumber i = 0; i < lying->size(); ++i) entries.push_back(lying->read(i));
        change(entries);
        const record::Record record = record::Record::of(std::move(entries));
        std::vector<law::BoundBy> bound;
        return law::bound_by_own_consent({rules_, record, record.size(), day(horizon), {}}, paper, bound);
    };
    const auto first_position = [&](std::vector<record::Entry>& entries) -> acts::PositionTaken& {
        for (record::Entry& entry : entries) {
            auto* taken = std::get_if<acts::PositionTaken>(&entry.act.content);
            if (taken && taken->paper == paper) return *taken;
        }
        throw std::logic_error("nobody consented");
    };
    EXPECT_TRUE(plain([](auto&) {}));
    EXPECT_FALSE(plain([&](auto& entries) {
        first_position(entries).takes_effect = base::Date::read("1985");
    })) << "a day that is not certain";
    EXPECT_FALSE(plain([&](auto& entries) { first_position(entries).stance = acts::Stance::objects; }))
        << "an objection has effects of its own";
    EXPECT_FALSE(plain([&](auto& entries) {
        record::Entry again = entries.back();
        for (const record::Entry& entry : entries) {
            const auto* taken = std::get_if<acts::PositionTaken>(&entry.act.content);
            if (!taken || taken->paper != paper) continue;
            again.act = entry.act;
            again.act.id = base::ActId::of("told-again");
            break;
        }
        entries.push_back(again);
    })) << "one event, two accounts";
    EXPECT_FALSE(plain([&](auto& entries) {
        for (record::Entry& entry : entries) {
            if (auto* adopted = std::get_if<acts::Adopted>(&entry.act.content)) {
                if (adopted->paper == paper) entry.act.on = *base::Date::read("1970-01");
            }
        }
    })) << "adopted some day of a month";
    EXPECT_FALSE(plain([&](auto& entries) {
        record::Entry notice = entries.back();
        notice.act.id = base::ActId::of("notice");
        notice.act.event = notice.act.id.as<struct base::EventKind>();
        notice.act.content = acts::WithdrawalNotified{};
        entries.push_back(notice);
    })) << "somebody withdrew from a treaty";
    const record::Record record = record::Record::of(lying);
    std::vector<law::BoundBy> bound;
    EXPECT_FALSE(law::bound_by_own_consent({rules_, record.supposing({}), record.size(), day(horizon), {}},
                                           paper, bound))
        << "a supposition";
}

}  // namespace
