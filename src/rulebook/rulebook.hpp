// A rulebook: what one organisation's own papers lay down, as values. No rule of any organisation is
// in C++; if a rule cannot be said here, the language grows.
//
// Every rule carries the article it comes from, the versions of the law it belongs to (`since` and
// `until`, half-open: until names the first version without it), whether its text has been read, and
// where in the file it stands. Reading lives in reader.hpp; conclusions live in law/.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "base/id.hpp"
#include "base/text.hpp"
#include "rulebook/formula.hpp"
#include "rulebook/mark.hpp"
#include "rulebook/source.hpp"

namespace rulebook {

using PlaceId = base::PlaceId;

/// A name in every working language. Russian declines: forms "ru.gen", "ru.dat", "ru.acc", "ru.ins",
/// "ru.pre" may stand beside "ru"; a form that is missing is the nominative.
using Name = base::Text;

/// What every rule has. Each kind of rule has a `kind` besides: its word, as a rulebook writes it.
struct Rule {
    base::RuleId id;
    base::Text article;  // "Charter, article 12"
    base::Text says;     // the rule in a sentence of ours
    bool read = true;    // false: nobody who keeps this record has read the text
    Name called;         // "Consensus"; empty for what has a name of its own, and where the book gives none
    std::vector<base::SourceId> sources;  // where the text was read, or, unread, where it is told of
    base::VersionId since;                // empty: from the beginning
    base::VersionId until;                // empty: still
    Mark mark;
};

struct Version {
    base::VersionId id;
    base::Day from = base::Day::first();
    base::ActId by;  // the act that brought it into force
    Name name;
    Mark mark;
};

/// A state that is or was concerned with the organisation.
struct Member {
    base::MemberId id;
    Name name;
    Name formal;
    std::vector<std::string> aliases;
    Mark mark;
};

struct Person {
    base::PersonId id;
    Name name;
    std::vector<std::string> aliases;
    Mark mark;
};

/// Another organisation: the United Nations, a body of a neighbouring one.
struct Organisation {
    base::OrganisationId id;
    Name name;
    Name abbreviation;  // may be empty
    std::vector<std::string> aliases;
    Mark mark;
};

struct Place {
    PlaceId id;
    Name name;  // "ru.pre" with its preposition's case: Минске
    Mark mark;
};

/// How a state comes to be bound by an instrument, and what stands in where its papers are not on
/// record.
enum class Consent { signature, ratification };
enum class WithoutDeposit { not_bound, infer_from_signature };

/// When an instrument enters into force.
struct InForce {
    /// all_members: of the body of States whose members are found by the rules of membership.
    enum class When { announced, all_signatories, all_members, number, other_instrument };
    When when = When::announced;
    int parties_needed = 0;   // for When::number
    base::InstrumentId with;  // for When::other_instrument
    base::Days delay;         // from the deposit that completed the condition
};

struct Instrument : Rule {
    static constexpr std::string_view kind = "instrument";
    base::InstrumentId instrument;
    Name name;
    Name abbreviation;
    Consent consent = Consent::ratification;
    WithoutDeposit without_deposit = WithoutDeposit::not_bound;
    InForce in_force;
    std::optional<base::Months> term;  // then it ends, except for those who extended it
    base::InstrumentId extended_by;
    std::optional<base::Months> withdrawal_notice;
    base::InstrumentId amends;
};

/// How the chair of a body is found.
enum class ChairBy { none, rotation, election, state_in_chair };

struct Body : Rule {
    static constexpr std::string_view kind = "body";
    base::BodyId body;
    Name name;
    Name abbreviation;
    ChairBy chair = ChairBy::none;
    base::BodyId chair_of;  // election and state_in_chair: of which body's rotation
    bool meets = true;      // a working body holds no sessions and adopts no papers: none is looked for
};

struct Post : Rule {
    static constexpr std::string_view kind = "post";
    base::PostId post;
    Name name;
    base::BodyId body;                 // whose post it is; may be empty
    std::optional<base::Months> term;  // empty: no fixed term
    bool chairs = false;               // who holds it chairs `body`, which has no other rule on its chair
};

/// A region the organisation speaks of as one.
struct Region : Rule {
    static constexpr std::string_view kind = "region";
    base::RegionId region;
    Name name;
};

/// A step that acts of these kinds are; of these, those of `body` where one is named.
struct Step {
    base::RuleId id;
    Name name;
    std::vector<std::string> kinds;
    base::BodyId body;
    bool read = true;  // false: that there is such a step is known from practice or from officials
    Mark mark;
};

/// The steps something goes through, in order: a draft on its way, consultations in a crisis.
struct Procedure : Rule {
    static constexpr std::string_view kind = "procedure";
    enum class Of { consultation, paper };
    Of of = Of::paper;
    std::vector<std::string> papers;  // of a paper: the kinds that go this way; empty: all others
    std::vector<Step> steps;
};

/// What becomes of a member that does not pay its share.
struct Arrears : Rule {
    static constexpr std::string_view kind = "arrears";
    base::Months after;       // of unpaid shares
    base::BodyId decided_by;  // empty: the vote is lost without a decision
    base::DisputeId dispute;  // whether the share of a member outside the decision on the budget is due
    base::SideId due_side;    // the side under which it is
};

/// What papers of some kinds do by being adopted. A kind of which no such rule speaks starts with its
/// adoption and binds as its way of deciding says.
struct PaperLaw : Rule {
    static constexpr std::string_view kind = "paper";
    /// By consent: for those who sign and ratify it, as an agreement does. Not read: no rule on it was read.
    enum class By { adoption, consent, not_read };
    std::vector<std::string> papers;  // kinds of paper
    By starts = By::adoption;
    By binds = By::adoption;
    By joining = By::adoption;  // what it would mean to join it later; never by consent
};

/// What a provision is on, in the terms of the law of treaties and of international organisations.
enum class Subject {
    admission,
    withdrawal,
    suspension,
    expulsion,
    obligations,
    voting,
    observers,
    partners,
    signature,
    ratification,
    reservations,
    entry_into_force,
    amendment,
    termination,
    authentic_text,
    depositary,
    languages,
    settlement_of_disputes,
    privileges_and_immunities,
    finance,
};

/// The words of a rulebook for them, in the order of the list above.
inline constexpr std::array<std::string_view, 20> subject_names{"admission",
                                                                "withdrawal",
                                                                "suspension",
                                                                "expulsion",
                                                                "obligations",
                                                                "voting",
                                                                "observers",
                                                                "partners",
                                                                "signature",
                                                                "ratification",
                                                                "reservations",
                                                                "entry-into-force",
                                                                "amendment",
                                                                "termination",
                                                                "authentic-text",
                                                                "depositary",
                                                                "languages",
                                                                "settlement-of-disputes",
                                                                "privileges-and-immunities",
                                                                "finance"};

constexpr std::string_view name_of(Subject subject) {
    return subject_names[static_cast<std::size_t>(subject)];
}

/// What an article or a practice says, in a sentence of ours: shown, found and cited. Nothing is concluded
/// from it; what a conclusion needs stands in a rule of another kind.
struct Provision : Rule {
    static constexpr std::string_view kind = "provision";
    std::vector<Subject> subjects;  // at least one, as the book has them; it is listed under the first
    base::DisputeId dispute;        // it is understood in different ways; may be empty
};

/// Who the members are, by one version of the law.
struct Membership : Rule {
    static constexpr std::string_view kind = "membership";
    enum class Of { treaty, organisation };
    Of of = Of::organisation;
    base::InstrumentId instrument;  // its parties are the members, but for acts of membership
};

/// Whose turn the chair is.
struct Rotation : Rule {
    static constexpr std::string_view kind = "rotation";
    enum class HandOver { session_day, calendar_year };
    enum class Turn { stays, open };
    base::BodyId body;
    std::string order;  // the name of an order of members: "ru"
    HandOver hand_over = HandOver::session_day;
    Turn of_a_state_that_froze = Turn::open;  // whether a declared freeze leaves its turn open
};

/// A formula, or the reason there is none: the text has not been read.
struct Quorum : Rule {
    static constexpr std::string_view kind = "quorum";
    std::vector<base::BodyId> bodies;
    std::optional<Formula> opens;  // empty when not read
    base::DisputeId dispute;       // sides give formulas of their own
    std::map<base::SideId, Formula> by_side;
};

/// What an adopted (or failed) paper does to members. `binds` with the empty name binds nobody.
struct Effect {
    SetExpression binds;
    std::optional<SetExpression> may_join_later;
};

/// One reading of a way of deciding: by `adopted_if`, or, in a reverse vote, adopted unless the
/// formula of `adopted_unless` holds. Without either its text has not been read.
struct Reading {
    std::optional<Formula> adopted_if;
    std::optional<Formula> adopted_unless;
    Effect effect;                    // when adopted
    std::optional<Effect> otherwise;  // when not adopted by this reading: what the papers are then
    base::RuleId otherwise_is;        // how such a paper is called: "papers-of-those-present"
    Name otherwise_name;              // the same in the working languages; may be empty
};

/// What a member that objects after the adoption brings about, where the rule has been read.
enum class LateObjection { not_read, none };

/// A way in which a body decides.
struct Deciding : Rule {
    static constexpr std::string_view kind = "deciding";
    std::vector<base::BodyId> bodies;
    std::string format = "ordinary";    // or "limited", as the paper says; or one of Rulebook::formats
    std::vector<std::string> subjects;  // kinds of paper, or of Rulebook::subjects; empty: every paper
    std::optional<Formula> opens_if;
    std::optional<Formula> quorum;  // a quorum for deciding, where it differs from opening
    Reading reading;                // when no dispute is named
    base::DisputeId dispute;
    std::map<base::SideId, Reading> by_side;
    base::DisputeId applies;    // whether this way applies at all to these subjects
    base::SideId applies_side;  // the side under which it does
    LateObjection late_objection = LateObjection::not_read;
};

struct Side {
    base::SideId id;
    Name name;
    base::Text says;
    Mark mark;
};

/// A rule understood in two ways or more; holders are acts (`interpretation-stated`).
struct Dispute {
    base::DisputeId id;
    Name name;
    base::Text article;
    base::RuleId about;
    std::vector<Side> sides;  // in byte order of their ids
    Mark mark;
};

/// A question on which statements are grouped side by side.
struct Topic {
    base::RuleId id;
    Name name;
    std::vector<base::RuleId> rules;  // on whose application the statements bear
    Mark mark;
};

/// A case that `check` executes: a ballot, and what the rule must make of it.
struct Case {
    base::RuleId rule;            // a way of deciding, or a quorum
    std::optional<base::Day> on;  // whose law and measures count; empty: the day the book was compiled
    std::optional<std::vector<base::MemberId>> members;  // empty: every member the rulebook declares
    base::SideId side;                                   // where the rule is disputed
    std::string others = "absent";                       // the ballot of every member not named
    std::map<std::string, std::vector<base::MemberId>> ballot;
    std::map<SetId, std::vector<base::MemberId>> sets;
    std::vector<base::MemberId> suspended;
    std::vector<base::MemberId> excluded;
    std::optional<std::vector<base::MemberId>> participating;
    std::map<FactId, bool> facts;
    std::string expect;  // adopted | not_adopted | no_quorum | not_open; for a quorum: quorum | no_quorum
    base::RuleId is;     // what a paper that was not adopted is called then: Reading::otherwise_is
    std::optional<std::vector<base::MemberId>> binds;
    std::optional<std::vector<base::MemberId>> may_join;
    Mark mark;
};

/// A table of numbers per member, with the day from which each version counts, earliest first.
struct Measure {
    struct Table {
        base::Day from = base::Day::first();
        std::map<base::MemberId, std::int64_t> of;
    };
    MeasureId id;
    std::vector<Table> tables;
    Mark mark;
};

struct Rulebook {
    std::string id;
    Name name;
    Name abbreviation;
    std::vector<std::string> languages;
    std::string authentic_language;
    base::Day compiled_on = base::Day::first();
    std::vector<Version> versions;  // earliest first
    std::vector<Member> members;
    std::map<std::string, std::vector<base::MemberId>, std::less<>> orders;
    std::map<SetId, std::vector<base::MemberId>> classes;
    std::vector<Measure> measures;
    std::vector<SetId> sets;            // sets an act fills, beside those the law fills for every paper
    std::vector<FactId> facts;          // facts an act may establish
    std::vector<std::string> subjects;  // what papers may be about, beside the kinds of paper of acts/
    std::vector<std::string> formats;   // ways of adopting, beside "ordinary" and "limited"
    std::vector<Person> persons;
    std::vector<Organisation> organisations;
    std::vector<Region> regions;
    std::vector<Procedure> procedures;
    std::vector<Arrears> arrears;
    std::vector<PaperLaw> papers;
    std::vector<Provision> provisions;
    std::vector<Place> places;
    std::vector<Instrument> instruments;
    std::vector<Body> bodies;
    std::vector<Post> posts;
    std::vector<Membership> membership;
    std::vector<Rotation> rotation;
    std::vector<Quorum> quorum;
    std::vector<Deciding> deciding;
    std::vector<Dispute> disputes;
    std::vector<Topic> topics;
    std::vector<Case> cases;
    std::vector<Source> sources;  // beside it in the package: what its record rests on
    std::string sha256;           // of the file's bytes, set by whoever read them

    /// Calls `take` with every rule as what it is: a Membership, a Rotation, … a Procedure.
    template <class Take> void each_rule(Take take) const {
        const auto all = [&](const auto& rules) {
            for (const auto& rule : rules) take(rule);
        };
        all(membership), all(arrears), all(provisions), all(rotation), all(quorum), all(deciding),
            all(papers), all(bodies);
        all(posts), all(procedures), all(instruments), all(regions);
    }

    /// The version in force on a day; empty before the first.
    base::VersionId version_on(base::Day day) const;
    /// Does a rule belong to the law of that day?
    bool applies(const Rule& rule, base::Day day) const;

    const Member* find(base::MemberId id) const;
    const Person* find(base::PersonId id) const;
    const Place* find(PlaceId id) const;
    const Organisation* find(base::OrganisationId id) const;
    const Region* find(base::RegionId id) const;
    const Instrument* find(base::InstrumentId id) const;
    const Body* find(base::BodyId id) const;
    const Post* find(base::PostId id) const;
    const Dispute* find(base::DisputeId id) const;
    const Topic* topic(base::RuleId id) const;
};

}  // namespace rulebook
