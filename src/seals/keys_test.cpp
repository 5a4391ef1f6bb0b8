// Who may seal what, and when: as a table.

#include "seals/keys.hpp"

#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "merkle/ed25519.hpp"
#include "seals/testing_faults.hpp"
#include "seals/testing_log.hpp"

namespace seals {
namespace {

using namespace testing;

const std::string salt(32, 's');

KeyAccredited accredited(std::string holder, char key, Use use, std::optional<merkle::Hash> next = {}) {
    return {.holder = std::move(holder),
            .key = key_of(key),
            .name = std::string("the key ") + key,
            .next = next,
            .use = use};
}
KeyRotated rotated(char from, char to, std::optional<merkle::Hash> next = {}) {
    return {.from = key_of(from), .key = key_of(to), .next = next};
}
KeyRecalled recalled(char key, KeyRecalled::Why why = KeyRecalled::Why::retired) {
    return {.key = key_of(key), .why = why, .since = {}};
}

// A: the organisation's authority (B is its next key), R its registrar (S its next).
// T: the authority of Atlantis (U its next), P its representative (O its next), D another.
// Q: the representative of Lemuria, which has no authority of its own.  W: of the council, a body.
// Entry 8 is an act of Atlantis that is withheld.
Log log_of_two_members() {
    Log log;
    const auto add = [&](const Entry& entry, std::initializer_list<char> letters) {
        const auto fault = log.add(log.by(entry, letters));
        ASSERT_FALSE(fault) << name_of(fault->code);
    };
    add(entry_of("log-opened", opened()), {'A'});
    add(entry_of("registrar", accredited("", 'R', Use::registrar, next('S'))), {'A'});
    add(entry_of("authority-atlantis", accredited("atlantis", 'T', Use::authority, next('U'))), {'A'});
    add(entry_of("rep-atlantis", accredited("atlantis", 'P', Use::representative, next('O'))), {'T'});
    add(entry_of("deputy-atlantis", accredited("atlantis", 'D', Use::representative)), {'T'});
    add(entry_of("rep-lemuria", accredited("lemuria", 'Q', Use::representative)), {'A'});
    add(entry_of("rep-council", accredited("council", 'W', Use::representative)), {'A'});
    add(entry_of("rules", RulebookPublished{.reason = "First publication."}), {'R'});
    add(testing::withheld(act_of("secret", "atlantis"), salt), {'P'});
    return log;
}

struct Row {
    std::string what;
    Entry entry;
    std::vector<char> by;
    std::string answer = "";  // the code; empty: it may
};

Entry by(const Log& log, Entry entry, const std::vector<char>& letters) {
    for (const char letter : letters) entry = log.by(std::move(entry), {letter});
    return entry;
}

void expect(const Log& log, const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const auto fault = log.examine(by(log, row.entry, row.by));
        EXPECT_EQ(fault ? name_of(fault->code) : "", row.answer);
    }
}

Entry deed(std::string kind, base::Object about) {
    return testing::with_body(base::Value(base::Object{
        {"about", std::move(about)}, {"id", "a1"}, {"kind", std::move(kind)}, {"on", testing::today}}));
}

TEST(WhoMay, EnterActs) {
    const Log log = log_of_two_members();
    expect(
        log,
        {
            {"the registrar enters an act of anybody", act_of("a1", "atlantis"), {'R'}},
            {"the registrar enters an act of nobody", act_of("a1", ""), {'R'}},
            {"the organisation's authority enters what the registrar may", act_of("a1", "lemuria"), {'A'}},
            {"a member's representative enters the member's act", act_of("a1", "atlantis"), {'P'}},
            {"two of them together", act_of("a1", "atlantis"), {'P', 'D'}},
            {"a representative accredited by the organisation", act_of("a1", "lemuria"), {'Q'}},
            {"a representative and the registrar", act_of("a1", "atlantis"), {'P', 'R'}},
            {"a representative enters another member's act", act_of("a1", "lemuria"), {'P'}, "not_their_act"},
            {"a representative enters an act of nobody", act_of("a1", ""), {'P'}, "not_their_act"},
            {"of two members one for the other", act_of("a1", "atlantis"), {'P', 'Q'}, "not_their_act"},
            {"a body's representative enters a member's act",
             act_of("a1", "atlantis"),
             {'W'},
             "not_their_act"},
            {"a body's representative enters the body's act", deed("adopted", {{"body", "council"}}), {'W'}},
            {"a body's representative enters another body's act",
             deed("adopted", {{"body", "assembly"}}),
             {'W'},
             "not_their_act"},
            {"a member restores itself",
             deed("membership-restored", {{"member", "atlantis"}}),
             {'P'},
             "not_authorised"},
            {"a member gives itself the vote back",
             deed("vote-given-back", {{"body", "council"}, {"member", "atlantis"}}),
             {'P'},
             "not_their_act"},
            {"a member appoints its own national",
             deed("appointed",
                  {{"member", "atlantis"}, {"person", "somebody"}, {"post", "secretary-general"}}),
             {'P'},
             "not_their_act"},
            {"the registrar enters what was done to a member",
             deed("membership-suspended", {{"member", "atlantis"}}),
             {'R'}},
            {"a member's authority enters its act", act_of("a1", "atlantis"), {'T'}, "not_authorised"},
            {"a key that nobody knows", act_of("a1", "atlantis"), {'X'}, "unknown_key_id"},
            {"a known one and one that nobody knows", act_of("a1", "atlantis"), {'P', 'X'}, "unknown_key_id"},
            {"the next key before it takes its place", act_of("a1", "atlantis"), {'O'}, "unknown_key_id"},
            {"a representative withholds its act", testing::withheld(act_of("a2", "lemuria"), salt), {'Q'}},
            {"the registrar withholds an act", testing::withheld(act_of("a2", "lemuria"), salt), {'R'}},
            {"an authority withholds an act",
             testing::withheld(act_of("a2", "lemuria"), salt),
             {'T'},
             "not_authorised"},
        });
}

TEST(WhoMay, Release) {
    const Log log = log_of_two_members();
    const Entry act = act_of("secret", "atlantis");
    Entry file = act;
    file.files.push_back({.sha256 = merkle::sha256("x"),
                          .commitment = {},
                          .name = "x",
                          .language = {},
                          .type = "a/b",
                          .release = {}});
    expect(log,
           {
               {"the registrar", testing::released(act, 8, salt), {'R'}},
               {"the organisation's authority", testing::released(act, 8, salt), {'A'}},
               {"the registrar with the member", testing::released(act, 8, salt), {'P', 'R'}},
               {"the member alone", testing::released(act, 8, salt), {'P'}, "not_authorised"},
               {"another act than was withheld",
                testing::released(act_of("other", "atlantis"), 8, salt),
                {'R'},
                "commitment_differs"},
               {"with a file more", testing::released(file, 8, salt), {'R'}, "commitment_differs"},
               {"another salt", testing::released(act, 8, std::string(32, 't')), {'R'}, "commitment_differs"},
               {"an entry that was never withheld", testing::released(act, 7, salt), {'R'}, "not_withheld"},
               {"an entry that is not there yet", testing::released(act, 9, salt), {'R'}, "no_such_entry"},
               {"under an act of the registry",
                testing::released(entry_of("x", recalled('P')), 8, salt),
                {'P'},
                "both_given"},
           });
    Log after = log;
    ASSERT_EQ(after.keys().withheld().size(), 1u);
    ASSERT_EQ(after.add(after.by(testing::released(act, 8, salt), {'R'})), std::nullopt);
    EXPECT_TRUE(after.keys().withheld().empty());
    EXPECT_EQ(after.keys().released(), (std::map<std::uint64_t, std::uint64_t>{{8, 9}}));
    expect(after, {{"a second time", testing::released(act, 8, salt), {'R'}, "released_already"}});
}

TEST(WhoMay, ChangeKeys) {
    const Log log = log_of_two_members();
    const auto representative = [](std::string holder, char key) {
        return entry_of("x", accredited(std::move(holder), key, Use::representative));
    };
    const auto authority = [](std::string holder, char key) {
        return entry_of("x", accredited(std::move(holder), key, Use::authority));
    };
    expect(
        log,
        {
            {"a member's authority accredits its representative", representative("atlantis", 'N'), {'T'}},
            {"the organisation's authority may not, where the member has its own",
             representative("atlantis", 'N'),
             {'A'},
             "not_authorised"},
            {"and may where it has none", representative("lemuria", 'N'), {'A'}},
            {"a member's authority does not for another member",
             representative("lemuria", 'N'),
             {'T'},
             "not_authorised"},
            {"the registrar accredits nobody", representative("lemuria", 'N'), {'R'}, "not_authorised"},
            {"a representative accredits nobody", representative("atlantis", 'N'), {'P'}, "not_authorised"},
            {"a key is accredited once", representative("lemuria", 'P'), {'A'}, "key_in_use"},
            {"the organisation gives a member its authority", authority("lemuria", 'N'), {'A'}},
            {"nobody else does", authority("lemuria", 'N'), {'T'}, "not_authorised"},
            {"not a second one", authority("atlantis", 'N'), {'A'}, "authority_exists"},
            {"nor by itself", authority("atlantis", 'N'), {'T'}, "authority_exists"},
            {"nor for the organisation", authority("", 'N'), {'A'}, "authority_exists"},
            {"another registrar, by the organisation's authority",
             entry_of("x", accredited("", 'N', Use::registrar)),
             {'A'}},
            {"not by the registrar",
             entry_of("x", accredited("", 'N', Use::registrar)),
             {'R'},
             "not_authorised"},
            {"a member makes no registrar of its own",
             entry_of("x", accredited("atlantis", 'N', Use::registrar)),
             {'T'},
             "both_given"},
            {"nor the organisation one for a member",
             entry_of("x", accredited("atlantis", 'N', Use::registrar)),
             {'A'},
             "both_given"},
            {"a representative speaks for somebody",
             entry_of("x", accredited("", 'N', Use::representative)),
             {'A'},
             "missing_key"},

            {"a member recalls its representative", entry_of("x", recalled('P')), {'T'}},
            {"the organisation does not, where the member has an authority",
             entry_of("x", recalled('P')),
             {'A'},
             "not_authorised"},
            {"and does where it has none", entry_of("x", recalled('Q')), {'A'}},
            {"who holds a key recalls it", entry_of("x", recalled('P')), {'P'}},
            {"a colleague does not", entry_of("x", recalled('P')), {'D'}, "not_authorised"},
            {"the registrar does not", entry_of("x", recalled('Q')), {'R'}, "not_authorised"},
            {"a member does not recall another's", entry_of("x", recalled('Q')), {'T'}, "not_authorised"},
            {"the organisation does not recall a member's authority",
             entry_of("x", recalled('T')),
             {'A'},
             "not_authorised"},
            {"the authority recalls itself", entry_of("x", recalled('T')), {'T'}},
            {"the organisation's authority recalls the registrar", entry_of("x", recalled('R')), {'A'}},
            {"a key that nobody knows", entry_of("x", recalled('X')), {'A'}, "unknown_key_id"},

            {"a key gives way to the one whose hash it named", entry_of("x", rotated('P', 'O')), {'O'}},
            {"the registrar's", entry_of("x", rotated('R', 'S')), {'S'}},
            {"a member's authority", entry_of("x", rotated('T', 'U')), {'U'}},
            {"the organisation's authority", entry_of("x", rotated('A', 'B')), {'B'}},
            {"not to another, not even by its holder",
             entry_of("x", rotated('P', 'N')),
             {'P'},
             "not_authorised"},
            {"nor by both", entry_of("x", rotated('P', 'N')), {'P', 'N'}, "wrong_next"},
            {"nor by the next key of somebody else", entry_of("x", rotated('P', 'U')), {'U'}, "wrong_next"},
            {"the next key itself seals, not the one that goes",
             entry_of("x", rotated('P', 'O')),
             {'P'},
             "not_authorised"},
            {"a key that named no next one stays", entry_of("x", rotated('Q', 'N')), {'N'}, "no_next"},
            {"into a key that is there", entry_of("x", rotated('P', 'D')), {'D'}, "key_in_use"},
            {"from one that nobody knows", entry_of("x", rotated('X', 'O')), {'O'}, "unknown_key_id"},
        });
}

TEST(WhoMay, DoWhatTheRegistryDoes) {
    const Log log = log_of_two_members();
    const PolicyChanged policy{.policy = opened().policy};
    const RulebookPublished rules{.reason = "A correction."};
    const AnnexRemoved annex{.commitment = next('x'), .reason = "At the person's request."};
    const RefusalLogged refusal{.submitted = next('x'), .code = "bad_signature"};
    std::vector<Row> rows;
    for (const char anybody : {'A', 'R', 'T', 'P', 'Q', 'W'}) {
        const std::string who = std::string("by ") + anybody;
        const bool registry = anybody == 'A' || anybody == 'R';
        rows.push_back(
            {"policy " + who, entry_of("x", policy), {anybody}, anybody == 'A' ? "" : "not_authorised"});
        rows.push_back(
            {"rulebook " + who, entry_of("x", rules), {anybody}, registry ? "" : "not_authorised"});
        rows.push_back({"annex " + who, entry_of("x", annex), {anybody}, registry ? "" : "not_authorised"});
        rows.push_back(
            {"refusal " + who, entry_of("x", refusal), {anybody}, registry ? "" : "not_authorised"});
        rows.push_back({"opened again " + who, entry_of("x", opened()), {anybody}, "not_first"});
    }
    expect(log, rows);
}

TEST(Opening, IsTheFirstEntryAndSealedByTheKeyItNames) {
    const Log nothing;
    expect(
        nothing,
        {
            {"by the authority", entry_of("log-opened", opened()), {'A'}},
            {"by another", entry_of("log-opened", opened()), {'B'}, "unknown_key_id"},
            {"by the authority and another", entry_of("log-opened", opened()), {'A', 'R'}, "unknown_key_id"},
            {"an act", act_of("a1", "atlantis"), {'A'}, "not_opened"},
            {"a key", entry_of("x", accredited("", 'R', Use::registrar)), {'A'}, "not_opened"},
        });
    const Entry entry = sealed(entry_of("log-opened", opened()), 'A', 1, {});
    const auto examined = Keys("other.example/log").examine(0, entry, *understand(entry), [](std::uint64_t) {
        return std::optional(merkle::empty_root());
    });
    ASSERT_TRUE(examined);
    EXPECT_EQ(*examined, (Fault{Code::other_origin,
                                {{"found", std::string(origin)}, {"expected", "other.example/log"}}}));
}

// -- keys over time
// ---------------------------------------------------------------------------------------------

TEST(KeyOverTime, CountsFromTheEntryAfterItsAccreditationToTheOneThatEndsIt) {
    Log log = log_of_two_members();
    ASSERT_EQ(log.add(log.by(act_of("a1", "atlantis"), {'P'})), std::nullopt);
    ASSERT_EQ(
        log.add(log.by(
            entry_of("r", KeyRecalled{.key = key_of('P'), .why = KeyRecalled::Why::compromised, .since = 9}),
            {'T'})),
        std::nullopt);
    const auto fault = log.examine(log.by(act_of("a2", "atlantis"), {'P'}));
    ASSERT_TRUE(fault);
    EXPECT_EQ(*fault,
              (Fault{Code::ended_key, {{"key", key_of('P')}, {"ended", "10"}, {"why", "compromised"}}}));
    const Key* known = log.keys().find(key_of('P'));
    ASSERT_TRUE(known);
    EXPECT_EQ(known->accredited, 3u);
    EXPECT_EQ(known->ended, 10u);
    EXPECT_EQ(known->contested_since, 9u);
    // What it sealed before stays: a claim that it was stolen earlier marks, and takes nothing away.
    EXPECT_EQ(known->count, 2u);
    expect(log, {
                    {"recalled again", entry_of("x", recalled('P')), {'T'}, "ended_key"},
                    {"a representative does not come back by its next key",
                     entry_of("x", rotated('P', 'O')),
                     {'O'},
                     "ended_key"},
                    {"nor is its key accredited again",
                     entry_of("x", accredited("atlantis", 'P', Use::representative)),
                     {'T'},
                     "key_in_use"},
                });
}

TEST(KeyOverTime, IsRotatedByWhoeverHasTheNextOne) {
    Log log = log_of_two_members();
    ASSERT_EQ(log.add(log.by(entry_of("x", rotated('T', 'U', next('V'))), {'U'})), std::nullopt);
    expect(log,
           {
               {"the new one does what the old one did",
                entry_of("x", accredited("atlantis", 'N', Use::representative)),
                {'U'}},
               {"the old one does nothing",
                entry_of("x", accredited("atlantis", 'N', Use::representative)),
                {'T'},
                "ended_key"},
               {"the old one is not rotated again", entry_of("x", rotated('T', 'N')), {'N'}, "ended_key"},
               {"the new one gives way in turn", entry_of("x", rotated('U', 'V')), {'V'}},
               {"there is no second authority",
                entry_of("x", accredited("atlantis", 'N', Use::authority)),
                {'A'},
                "authority_exists"},
           });
    EXPECT_EQ(log.keys().find(key_of('T'))->why_ended, "rotated");
    EXPECT_EQ(log.keys().find(key_of('U'))->holder, "atlantis");
    EXPECT_EQ(log.keys().find(key_of('U'))->count, 1u);
}

TEST(KeyOverTime, AnAuthorityThatAThiefRecalledComesBackByItsNextKey) {
    Log log = log_of_two_members();
    ASSERT_EQ(log.add(log.by(entry_of("x", recalled('T', KeyRecalled::Why::compromised)), {'T'})),
              std::nullopt);
    expect(log, {
                    {"the thief does nothing more",
                     entry_of("x", accredited("atlantis", 'N', Use::representative)),
                     {'T'},
                     "ended_key"},
                    {"the organisation does not take the member's place",
                     entry_of("x", accredited("atlantis", 'N', Use::representative)),
                     {'A'},
                     "not_authorised"},
                    {"nor gives it another authority",
                     entry_of("x", accredited("atlantis", 'N', Use::authority)),
                     {'A'},
                     "authority_exists"},
                    {"the next key", entry_of("x", rotated('T', 'U')), {'U'}},
                });
    ASSERT_EQ(log.add(log.by(entry_of("x", rotated('T', 'U')), {'U'})), std::nullopt);
    // One that named no next key ends for good; then the organisation gives the member another.
    ASSERT_EQ(log.add(log.by(entry_of("x", recalled('U')), {'U'})), std::nullopt);
    expect(log, {
                    {"nothing to rotate", entry_of("x", rotated('U', 'V')), {'V'}, "ended_key"},
                    {"a new authority", entry_of("x", accredited("atlantis", 'N', Use::authority)), {'A'}},
                    {"the organisation recalls what is left", entry_of("x", recalled('P')), {'A'}},
                });
}

TEST(Count, GoesUpByOneWithEachSeal) {
    Log log = log_of_two_members();
    const auto answer = [&](char key, std::uint64_t count) {
        const auto fault =
            log.examine(sealed(act_of("a", key == 'P' ? "atlantis" : "lemuria"), key, count, log.after()));
        return fault ? *fault : Fault{Code::no_seal, {}};
    };
    const Fault taken{Code::no_seal, {}};
    EXPECT_EQ(answer('P', 2), taken);  // it withheld an act before
    EXPECT_EQ(answer('P', 1),
              (Fault{Code::count_used, {{"key", key_of('P')}, {"found", "1"}, {"expected", "2"}}}));
    EXPECT_EQ(answer('P', 0).code, Code::count_used);
    EXPECT_EQ(answer('P', 3),
              (Fault{Code::count_skipped, {{"key", key_of('P')}, {"found", "3"}, {"expected", "2"}}}));
    EXPECT_EQ(answer('Q', 1), taken);
    EXPECT_EQ(answer('Q', 9'007'199'254'740'991).code, Code::count_skipped);
}

TEST(After, IsACheckpointThatTheSealersHaveSeen) {
    Log log = log_of_two_members();
    const auto answer = [&](const After& after) {
        const auto fault = log.examine(sealed(act_of("a", "atlantis"), 'D', 1, after));
        return fault ? *fault : Fault{Code::no_seal, {}};
    };
    const Fault taken{Code::no_seal, {}};
    EXPECT_EQ(answer(log.after()), taken);
    EXPECT_EQ(answer(log.after(5)), taken);  // the entry that accredits it is the fifth
    EXPECT_EQ(answer(log.after(4)), (Fault{Code::after_stale, {{"found", "4"}, {"expected", "5"}}}));
    EXPECT_EQ(answer({}).code, Code::after_stale);
    EXPECT_EQ(answer({.size = 10, .root = next('x')}),
              (Fault{Code::after_beyond, {{"found", "10"}, {"size", "9"}}}));
    // Of another history: proof of a fork, signed by the one who was shown it.
    EXPECT_EQ(answer({.size = 8, .root = next('x')}), (Fault{Code::after_differs, {{"found", "8"}}}));
    EXPECT_EQ(answer({.size = 8, .root = log.after(7).root}).code, Code::after_differs);

    ASSERT_EQ(log.add(sealed(act_of("a", "atlantis"), 'D', 1, log.after(7))), std::nullopt);
    EXPECT_EQ(log.examine(sealed(act_of("b", "atlantis"), 'D', 2, log.after(7))), std::nullopt);
    EXPECT_EQ(log.examine(sealed(act_of("b", "atlantis"), 'D', 2, log.after(6))),
              (Fault{Code::after_stale, {{"found", "6"}, {"expected", "7"}}}));
}

TEST(RegistryAct, IsReadAsItWasWrittenOrRefused) {
    for (const RegistryContent& content : std::initializer_list<RegistryContent>{
             opened(), accredited("atlantis", 'P', Use::representative, next('O')),
             accredited("", 'R', Use::registrar), rotated('P', 'O'), rotated('P', 'O', next('N')),
             recalled('P'), KeyRecalled{.key = key_of('P'), .why = KeyRecalled::Why::compromised, .since = 3},
             PolicyChanged{opened().policy}, RulebookPublished{"Because."},
             AnnexRemoved{next('x'), "Because."}, RefusalLogged{next('x'), "bad_signature"}}) {
        const auto body = entry_of("x", content).body;
        const auto read = read_registry_act(body);
        ASSERT_TRUE(read) << name_of(read.error().code);
        EXPECT_EQ(write_registry_act(*read), body);
        EXPECT_TRUE(is_registry_kind(kind_of(body)));
    }
    // A change to the content or the whole of a body, and the fault.
    const auto with = [](const RegistryContent& content, std::string_view half, std::string_view name,
                         base::Value value) {
        base::Value body = entry_of("x", content).body;
        base::Object whole = *body.object();
        if (half.empty()) {
            if (value.is_null())
                whole.erase(std::string(name));
            else
                whole.insert_or_assign(std::string(name), value);
        } else {
            base::Object part = *whole.at(std::string(half)).object();
            if (value.is_null())
                part.erase(std::string(name));
            else
                part.insert_or_assign(std::string(name), value);
            whole.insert_or_assign(std::string(half), base::Value(part));
        }
        return base::Value(whole);
    };
    const auto key = accredited("atlantis", 'P', Use::representative);
    const std::string low_order = key_text(std::string("\x01") + std::string(31, '\0'));
    const std::string not_canonical = key_text(std::string(31, '\xff') + "\x7f");
    const struct {
        std::string what;
        base::Value body;
        Code code;
        Facts facts;
    } rows[] = {
        {"a key of low order", with(key, "content", "key", low_order), Code::bad_key, {{"key", low_order}}},
        {"a key that is not canonical", with(key, "content", "key", not_canonical), Code::bad_key, {}},
        {"a key that is none", with(key, "content", "key", "AAAA"), Code::bad_key, {{"key", "AAAA"}}},
        {"no key", with(key, "content", "key", {}), Code::missing_key, {{"key", "key"}}},
        {"a use nobody knows", with(key, "content", "use", "king"), Code::not_a_word, {{"found", "king"}}},
        {"a next key that is no hash",
         with(key, "content", "next", "AAAA"),
         Code::not_bytes,
         {{"at", "/body/content/next"}, {"expected", "32"}}},
        {"a holder that is no name",
         with(key, "about", "holder", "the Atlantis"),
         Code::not_a_name,
         {{"found", "the Atlantis"}}},
        {"about somebody else",
         with(key, "about", "member", "lemuria"),
         Code::unknown_key,
         {{"at", "/body/about/member"}}},
        {"something more",
         with(key, "content", "wish", 1),
         Code::unknown_key,
         {{"at", "/body/content/wish"}}},
        {"something more beside", with(key, "", "place", "x"), Code::unknown_key, {{"at", "/body/place"}}},
        {"with sources",
         with(key, "", "sources", base::Value(base::List{base::Value("x")})),
         Code::wrong_shape,
         {{"at", "/body/sources"}}},
        {"without citations", with(key, "", "cites", {}), Code::wrong_shape, {{"at", "/body/cites"}}},
        {"no id", with(key, "", "id", {}), Code::not_a_name, {{"at", "/body/id"}}},
        {"no day", with(key, "", "on", "soon"), Code::not_a_day, {{"found", "soon"}}},
        {"a policy that is none",
         with(PolicyChanged{opened().policy}, "content", "policy", "quorum\n"),
         Code::bad_policy,
         {{"line", "1"}}},
        {"an origin with a space",
         with(opened(), "content", "origin", "a b"),
         Code::not_a_name,
         {{"found", "a b"}}},
        {"a log by another name than its key's",
         with(opened(), "content", "origin", "a.example"),
         Code::other_origin,
         {{"found", std::string(origin)}, {"expected", "a.example"}}},
        {"no key of a log", with(opened(), "content", "log", "x+y+z"), Code::bad_key, {}},
        {"contested, but only retired",
         with(recalled('P'), "content", "since", 3),
         Code::wrong_shape,
         {{"at", "/body/content/since"}}},
        {"a reason without end",
         with(RulebookPublished{"x"}, "content", "reason", std::string(2'001, 'x')),
         Code::too_long,
         {{"limit", "2000"}}},
        {"an empty reason",
         with(RulebookPublished{"x"}, "content", "reason", ""),
         Code::wrong_shape,
         {{"at", "/body/content/reason"}}},
    };
    for (const auto& row : rows) {
        SCOPED_TRACE(row.what);
        const auto read = read_registry_act(row.body);
        if (read) {
            ADD_FAILURE() << "was read";
            continue;
        }
        testing::expect_fault(read.error(), row.code, row.facts);
    }
}

// -- any history
// --------------------------------------------------------------------------------------------------

// Random steps by random keys against a model that knows only sets: who lives, for whom.
TEST(Keys, FoldOfAnyHistoryIsTheModels) {
    for (unsigned seed = 0; seed < 40; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
        Log log = log_of_two_members();
        std::map<char, std::string> living{{'P', "atlantis"}, {'D', "atlantis"}, {'Q', "lemuria"}};
        std::set<char> used{'A', 'B', 'R', 'T', 'P', 'D', 'Q', 'W'};
        for (int step = 0; step < 40; ++step) {
            const char who = static_cast<char>('a' + below(12));
            const std::string holder = below(2) ? "atlantis" : "lemuria";
            const char over = holder == "atlantis" ? 'T' : 'A';
            switch (below(3)) {
                case 0: {
                    const bool may = !used.contains(who);
                    const auto fault =
                        log.add(log.by(entry_of("x", accredited(holder, who, Use::representative)), {over}));
                    EXPECT_EQ(!fault, may);
                    if (may) living[who] = holder, used.insert(who);
                    break;
                }
                case 1: {
                    const bool may = living.contains(who) && living.at(who) == holder;
                    const auto fault = log.add(log.by(entry_of("x", recalled(who)), {over}));
                    EXPECT_EQ(!fault, may) << (fault ? name_of(fault->code) : "");
                    if (may) living.erase(who);
                    break;
                }
                default: {
                    const bool may = living.contains(who) && living.at(who) == holder;
                    const auto fault =
                        log.add(log.by(act_of("a" + std::to_string(log.size()), holder), {who}));
                    EXPECT_EQ(!fault, may) << (fault ? name_of(fault->code) : "");
                }
            }
        }
        std::set<std::string> ours;
        for (const auto& [key, holder] : living) ours.insert(key_of(key));
        for (const Key& key : log.keys().all()) {
            if (key.use == Use::representative && key.holder != "council")
                EXPECT_EQ(!key.ended, ours.contains(key.key)) << key.name;
        }
    }
}

}  // namespace
}  // namespace seals
