// The closed list of acts: what can happen in the life of a treaty organisation, as its papers and
// the reports about it say it. An act holds what was said and nothing worked out from it.
//
// Each kind names its roles (who and what it is about) and its content through `fields`, the one
// description from which reading, writing, indexing, the form and docs/acts/ are made:
//
//   role      a declared name, required        may_role   the same, may be absent
//   fact      a piece of content, required     may_fact   the same, may be absent
//
// Knows no law: "absent" here means that somebody reported an absence, not what follows from it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/clock.hpp"
#include "base/date.hpp"
#include "base/id.hpp"
#include "base/ratio.hpp"
#include "base/text.hpp"

namespace acts {

/// The names of an enumeration, in order, as acts and answers write them.
template <class E> struct NamesOf;

template <class E>
concept Named = requires { NamesOf<E>::names; };

template <Named E> constexpr std::string_view name_of(E value) {
    return NamesOf<E>::names[static_cast<std::size_t>(value)];
}
template <Named E> constexpr std::optional<E> read_name(std::string_view text) {
    for (std::size_t i = 0; i < NamesOf<E>::names.size(); ++i) {
        if (NamesOf<E>::names[i] == text) return static_cast<E>(i);
    }
    return std::nullopt;
}

/// How near the number of a source is to what was counted: "15", "about 20", "14 or more", "more than 20".
enum class Nearness { exact, about, at_least, more_than };
template <> struct NamesOf<Nearness> {
    static constexpr std::array<std::string_view, 4> names{"exact", "about", "at_least", "more_than"};
};

/// A count as a source gives it.
struct Count {
    std::int64_t number = 0;
    Nearness nearness = Nearness::exact;
    friend bool operator==(Count, Count) = default;
};
/// Is the number the count itself, or about it, and no bound of it?
constexpr bool is_near(Count count) {
    return count.nearness == Nearness::exact || count.nearness == Nearness::about;
}

/// What a state did at home on its way to being bound.
enum class Step { lower_house, upper_house, parliament, law, ratified };
template <> struct NamesOf<Step> {
    static constexpr std::array<std::string_view, 5> names{"lower-house", "upper-house", "parliament", "law",
                                                           "ratified"};
};

/// When a passing of the chair takes effect.
enum class HandOver { session_day, calendar_year, stated_day };
template <> struct NamesOf<HandOver> {
    static constexpr std::array<std::string_view, 3> names{"session-day", "calendar-year", "stated-day"};
};

enum class Certainty { will, may, expected };
template <> struct NamesOf<Certainty> {
    static constexpr std::array<std::string_view, 3> names{"will", "may", "expected"};
};

enum class Outcome { held, moved, not_held, done, not_done };
template <> struct NamesOf<Outcome> {
    static constexpr std::array<std::string_view, 5> names{"held", "moved", "not-held", "done", "not-done"};
};

/// `not_told`: a session, and no source says of which kind.
enum class SessionKind {
    regular,
    extraordinary,
    informal,
    jubilee,
    joint,
    written,
    ordinary_meeting,
    not_told,
};
template <> struct NamesOf<SessionKind> {
    static constexpr std::array<std::string_view, 8> names{"regular", "extraordinary", "informal", "jubilee",
                                                           "joint",   "written",       "meeting",  "session"};
};

/// How somebody who represents no member takes part in a session: as a guest, or in an office of the
/// organisation.
enum class TakesPart { as_guest, by_office };
template <> struct NamesOf<TakesPart> {
    static constexpr std::array<std::string_view, 2> names{"as-guest", "by-office"};
};

/// Why the chair passes: a body decided it, as a source says, or practice has it so.
enum class Ground { decision, practice };
template <> struct NamesOf<Ground> {
    static constexpr std::array<std::string_view, 2> names{"decision", "practice"};
};

enum class Mode { in_person, video, hybrid, correspondence };
template <> struct NamesOf<Mode> {
    static constexpr std::array<std::string_view, 4> names{"in-person", "video", "hybrid", "correspondence"};
};

enum class PaperKind {
    decision,
    protocol_decision,
    declaration,
    statement,
    resolution,
    regulation,
    plan,
    strategy,
    agreement,
    protocol,
    budget,
    appointment,
    programme,
    memorandum,
};
template <> struct NamesOf<PaperKind> {
    static constexpr std::array<std::string_view, 14> names{
        "decision",  "protocol-decision", "declaration", "statement", "resolution", "regulation",
        "plan",      "strategy",          "agreement",   "protocol",  "budget",     "appointment",
        "programme", "memorandum"};
};

/// In which format a paper was adopted: by all, or by those who wished to; `not_on_record` where either may
/// have been used and no source tells which. An act that gives none means the ordinary one.
enum class Format { ordinary, limited, not_on_record };
template <> struct NamesOf<Format> {
    static constexpr std::array<std::string_view, 3> names{"ordinary", "limited", "not-on-record"};
};

/// Where a state stands on a paper. "Absent" is no stance: it is about a session.
enum class Stance {
    signed_it,
    signed_with_reservation,
    no_objection,
    will_consider,
    joined,
    abstains,
    objects,
    objects_to_format,
    abstains_in_vote,
    against,
    denounced,
};
template <> struct NamesOf<Stance> {
    static constexpr std::array<std::string_view, 11> names{
        "signed",  "signed-with-reservation", "no-objection",     "will-consider", "joined",   "abstains",
        "objects", "objects-to-format",       "abstains-in-vote", "against",       "denounced"};
};

/// What a source counted.
enum class Counted { prepared, on_agenda, submitted, adopted, signed_papers, adopted_and_signed };
template <> struct NamesOf<Counted> {
    static constexpr std::array<std::string_view, 6> names{"prepared", "on-agenda", "submitted",
                                                           "adopted",  "signed",    "adopted-and-signed"};
};

/// How a difference between accounts of one event was resolved.
enum class Ruling { open, prefer, reject, separate };
template <> struct NamesOf<Ruling> {
    static constexpr std::array<std::string_view, 4> names{"open", "prefer", "reject", "separate"};
};

/// How somebody invited answered.
enum class Reply { accepted, declined };
template <> struct NamesOf<Reply> {
    static constexpr std::array<std::string_view, 2> names{"accepted", "declined"};
};

/// A part of a session: the leaders alone, or with their delegations.
enum class Part { narrow, expanded };
template <> struct NamesOf<Part> {
    static constexpr std::array<std::string_view, 2> names{"narrow", "expanded"};
};

/// What a state answered to a draft sent to it for agreement.
enum class DraftAnswer { agrees, comments, objects };
template <> struct NamesOf<DraftAnswer> {
    static constexpr std::array<std::string_view, 3> names{"agrees", "comments", "objects"};
};

/// What a paper does to another text; `text_of`: it is the text of that instrument, `starts_with`: it starts
/// when that instrument is in force, `ends`: what the other paper was for is over.
enum class Relation { amends, repeals, revises, implements, annex_of, approves, text_of, starts_with, ends };
template <> struct NamesOf<Relation> {
    static constexpr std::array<std::string_view, 9> names{"amends",     "repeals",     "revises",
                                                           "implements", "annex-of",    "approves",
                                                           "text-of",    "starts-with", "ends"};
};

/// What a report on a plan counts.
enum class Items { measures, decisions };
template <> struct NamesOf<Items> {
    static constexpr std::array<std::string_view, 2> names{"measures", "decisions"};
};

enum class Paid { paid, in_part, unpaid };
template <> struct NamesOf<Paid> {
    static constexpr std::array<std::string_view, 3> names{"paid", "in-part", "unpaid"};
};

/// How a post allotted to a state stands.
enum class Filling { filled, vacant, recalled };
template <> struct NamesOf<Filling> {
    static constexpr std::array<std::string_view, 3> names{"filled", "vacant", "recalled"};
};

/// What was decided in a crisis; `withdrawal`: those who were sent return.
enum class CrisisMeasure { peacekeepers, mission, aid, statement, withdrawal };
template <> struct NamesOf<CrisisMeasure> {
    static constexpr std::array<std::string_view, 5> names{"peacekeepers", "mission", "aid", "statement",
                                                           "return"};
};

enum class Status { observer, partner };
template <> struct NamesOf<Status> {
    static constexpr std::array<std::string_view, 2> names{"observer", "partner"};
};

enum class ContactKind { visit, call, meeting, ceremony, address };
template <> struct NamesOf<ContactKind> {
    static constexpr std::array<std::string_view, 5> names{"visit", "call", "meeting", "ceremony", "address"};
};

/// An amount of money in whole units of a currency (ISO 4217: "RUB"), as exact as its source.
struct Money {
    std::int64_t amount = 0;
    std::array<char, 3> currency{};
    bool about = false;

    std::string_view code() const { return {currency.data(), currency.size()}; }
    friend bool operator==(const Money&, const Money&) = default;
};

// -- instruments ---------------------------------------------------------------------------------

/// A state signed an instrument.
struct Signed {
    static constexpr std::string_view kind = "signed", group = "instruments";
    base::MemberId member;
    base::InstrumentId instrument;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.role("instrument", self.instrument);
    }
};

/// A state that could have signed an instrument did not.
struct NotSigned {
    static constexpr std::string_view kind = "not-signed", group = "instruments";
    base::MemberId member;
    base::InstrumentId instrument;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.role("instrument", self.instrument);
    }
};

/// A state took a step at home towards being bound: a vote of parliament, a law.
struct NationalStep {
    static constexpr std::string_view kind = "national-step", group = "instruments";
    base::MemberId member;
    base::InstrumentId instrument;
    Step step{};
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.role("instrument", self.instrument);
        v.fact("step", self.step);
    }
};

/// A state's instrument of ratification, acceptance, approval or accession reached the depositary.
struct Deposited {
    static constexpr std::string_view kind = "deposited", group = "instruments";
    base::MemberId member;
    base::InstrumentId instrument;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.role("instrument", self.instrument);
    }
};

/// An instrument entered into force on the day of this act, as announced or as a legal base has it.
struct EnteredIntoForce {
    static constexpr std::string_view kind = "entered-into-force", group = "instruments";
    base::InstrumentId instrument;
    static void fields(auto& self, auto&& v) { v.role("instrument", self.instrument); }
};

/// An instrument was registered with the United Nations or another registry.
struct Registered {
    static constexpr std::string_view kind = "registered", group = "instruments";
    base::InstrumentId instrument;
    base::Text with;
    static void fields(auto& self, auto&& v) {
        v.role("instrument", self.instrument);
        v.fact("with", self.with);
    }
};

/// A party notified that it withdraws from an instrument; `takes_effect` as the notice states it.
struct WithdrawalNotified {
    static constexpr std::string_view kind = "withdrawal-notified", group = "instruments";
    base::MemberId member;
    base::InstrumentId instrument;
    std::optional<base::Date> takes_effect;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.role("instrument", self.instrument);
        v.may_fact("takes_effect", self.takes_effect);
    }
};

// -- membership ----------------------------------------------------------------------------------

/// A state was admitted to the organisation.
struct Admitted {
    static constexpr std::string_view kind = "admitted", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// A former or suspended member has its membership again.
struct MembershipRestored {
    static constexpr std::string_view kind = "membership-restored", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// A member asked that its membership be suspended.
struct SuspensionRequested {
    static constexpr std::string_view kind = "suspension-requested", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// The organisation suspended a membership: the state leaves the members until it is restored.
struct MembershipSuspended {
    static constexpr std::string_view kind = "membership-suspended", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// The organisation suspended a member's participation in its bodies: it stays a member.
struct ParticipationSuspended {
    static constexpr std::string_view kind = "participation-suspended", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// A member takes part in the bodies again.
struct ParticipationRestored {
    static constexpr std::string_view kind = "participation-restored", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// A state ceased to be a member on the day of this act.
struct Left {
    static constexpr std::string_view kind = "left", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// The organisation excluded a member.
struct Excluded {
    static constexpr std::string_view kind = "excluded", group = "membership";
    base::MemberId member;
    static void fields(auto& self, auto&& v) { v.role("member", self.member); }
};

/// A state declared politically that it does not take part ("frozen"); no notice, no decision.
struct ParticipationDeclaredFrozen {
    static constexpr std::string_view kind = "participation-declared-frozen", group = "membership";
    base::MemberId member;
    base::PersonId person;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("person", self.person);
        v.fact("says", self.says);
    }
};

// -- bodies and posts ----------------------------------------------------------------------------

/// A body came into being.
struct BodyEstablished {
    static constexpr std::string_view kind = "body-established", group = "bodies-and-posts";
    base::BodyId body;
    static void fields(auto& self, auto&& v) { v.role("body", self.body); }
};

/// A person was appointed to a post. `from` and `until` are the first and last day of the term where
/// they are stated; without `from` the term begins on the day of the act.
struct Appointed {
    static constexpr std::string_view kind = "appointed", group = "bodies-and-posts";
    base::PostId post;
    base::PersonId person;
    base::MemberId member;  // whose national the person is
    base::BodyId body;      // that appointed
    base::SessionId session;
    base::PaperId paper;
    std::optional<base::Date> from;
    std::optional<base::Date> until;
    static void fields(auto& self, auto&& v) {
        v.role("post", self.post);
        v.role("person", self.person);
        v.may_role("member", self.member);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
        v.may_fact("from", self.from);
        v.may_fact("until", self.until);
    }
};

/// A person began to act in a post that has no holder.
struct Acting {
    static constexpr std::string_view kind = "acting", group = "bodies-and-posts";
    base::PostId post;
    base::PersonId person;
    base::MemberId member;
    std::optional<base::Date> until;
    static void fields(auto& self, auto&& v) {
        v.role("post", self.post);
        v.role("person", self.person);
        v.may_role("member", self.member);
        v.may_fact("until", self.until);
    }
};

/// A source says that a person held a post on that day.
struct Attested {
    static constexpr std::string_view kind = "attested", group = "bodies-and-posts";
    base::PostId post;
    base::PersonId person;
    base::MemberId member;
    static void fields(auto& self, auto&& v) {
        v.role("post", self.post);
        v.role("person", self.person);
        v.may_role("member", self.member);
    }
};

/// A person ceased to hold a post: recalled, resigned, relieved. The day of the act is the last.
struct Relieved {
    static constexpr std::string_view kind = "relieved", group = "bodies-and-posts";
    base::PostId post;
    base::PersonId person;
    static void fields(auto& self, auto&& v) {
        v.role("post", self.post);
        v.role("person", self.person);
    }
};

/// A body elected its chair. `succeeds` is the state that had the chair until then.
struct ElectedChair {
    static constexpr std::string_view kind = "elected-chair", group = "bodies-and-posts";
    base::BodyId body;
    base::PersonId person;
    base::MemberId member;
    base::MemberId succeeds;
    base::SessionId session;
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.may_role("person", self.person);
        v.role("member", self.member);
        v.may_role("succeeds", self.succeeds);
        v.may_role("session", self.session);
    }
};

/// The chair of a body passes to a state; by practice unless `ground` says otherwise. `hand_over` says when
/// that takes effect: after the day of the session, with the next calendar year, or on the day stated in
/// `takes_effect`.
struct ChairmanshipPasses {
    static constexpr std::string_view kind = "chairmanship-passes", group = "bodies-and-posts";
    base::BodyId body;
    base::MemberId member;       // to whom
    base::MemberId from;         // from whom
    base::MemberId in_place_of;  // whose turn it was
    base::SessionId session;
    base::PaperId paper;  // by which it was decided
    std::optional<Ground> ground;
    std::optional<HandOver> hand_over;
    std::optional<base::Date> takes_effect;
    std::optional<base::Date> until;
    base::Text label;  // as the source writes the term: "2021-2022"
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.role("member", self.member);
        v.may_role("from", self.from);
        v.may_role("in_place_of", self.in_place_of);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
        v.may_fact("ground", self.ground);
        v.may_fact("hand_over", self.hand_over);
        v.may_fact("takes_effect", self.takes_effect);
        v.may_fact("until", self.until);
        v.may_fact("label", self.label);
    }
};

/// A source says that a state was in the chair of a body on that day.
struct ChairAttested {
    static constexpr std::string_view kind = "chair-attested", group = "bodies-and-posts";
    base::BodyId body;
    base::MemberId member;
    base::PersonId person;
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.role("member", self.member);
        v.may_role("person", self.person);
    }
};

/// A source says that a person held on that day an office that is no post of this organisation: of a
/// state, or of another organisation.
struct OfficeAttested {
    static constexpr std::string_view kind = "office-attested", group = "bodies-and-posts";
    base::PersonId person;
    base::MemberId member;  // whose office it is
    base::OrganisationId organisation;
    base::Text office;
    static void fields(auto& self, auto&& v) {
        v.role("person", self.person);
        v.may_role("member", self.member);
        v.may_role("organisation", self.organisation);
        v.fact("office", self.office);
    }
};

/// The composition, the mandate or the structure of a body changed, or a source says what it was.
struct BodyAltered {
    static constexpr std::string_view kind = "body-altered", group = "bodies-and-posts";
    base::BodyId body;
    base::SessionId session;
    base::PaperId paper;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
        v.fact("says", self.says);
    }
};

// -- sessions ------------------------------------------------------------------------------------

/// Something was announced: a session, a visit, a hand-over of papers. `session` is declared by its
/// first announcement or by its holding.
struct Announced {
    static constexpr std::string_view kind = "announced", group = "sessions";
    base::SessionId session;
    base::BodyId body;
    base::MemberId member;
    base::PersonId person;
    base::SessionId at;  // the session at which it was announced
    base::Text title;
    std::optional<base::Date> when;
    Certainty certainty{};
    static void fields(auto& self, auto&& v) {
        v.may_role("session", self.session);
        v.may_role("body", self.body);
        v.may_role("member", self.member);
        v.may_role("person", self.person);
        v.may_role("at", self.at);
        v.fact("title", self.title);
        v.may_fact("when", self.when);
        v.fact("certainty", self.certainty);
    }
};

/// What became of something announced; `cites` names the announcement.
struct CameAbout {
    static constexpr std::string_view kind = "came-about", group = "sessions";
    base::ActId announcement;
    Outcome outcome{};
    static void fields(auto& self, auto&& v) {
        v.role("announcement", self.announcement);
        v.fact("outcome", self.outcome);
    }
};

/// A body, or several together, met.
struct Held {
    static constexpr std::string_view kind = "held", group = "sessions";
    base::SessionId session;
    base::BodyId body;
    std::vector<base::BodyId> with;  // other bodies that met together with it
    SessionKind session_kind{};
    std::optional<Mode> mode;
    base::Text title;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.role("body", self.body);
        v.may_fact("with", self.with);
        v.fact("session_kind", self.session_kind);
        v.may_fact("mode", self.mode);
        v.fact("title", self.title);
    }
};

/// A member was represented at a session.
struct Present {
    static constexpr std::string_view kind = "present", group = "sessions";
    base::SessionId session;
    base::MemberId member;
    base::PersonId person;
    base::Text capacity;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.role("member", self.member);
        v.may_role("person", self.person);
        v.may_fact("capacity", self.capacity);
    }
};

/// A member was not represented at a session.
struct Absent {
    static constexpr std::string_view kind = "absent", group = "sessions";
    base::SessionId session;
    base::MemberId member;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.role("member", self.member);
    }
};

/// Somebody who is not a member's representative took part; as a guest unless `takes_part` says otherwise.
struct Guest {
    static constexpr std::string_view kind = "guest", group = "sessions";
    base::SessionId session;
    base::PersonId person;
    base::MemberId member;  // the state of the guest, where it is declared
    base::Text capacity;
    std::optional<TakesPart> takes_part;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.may_role("person", self.person);
        v.may_role("member", self.member);
        v.may_fact("capacity", self.capacity);
        v.may_fact("takes_part", self.takes_part);
    }
};

/// A state, by a person, presided over a session.
struct Presided {
    static constexpr std::string_view kind = "presided", group = "sessions";
    base::SessionId session;
    base::BodyId body;  // where several bodies met together
    base::MemberId member;
    base::PersonId person;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.may_role("body", self.body);
        v.role("member", self.member);
        v.may_role("person", self.person);
    }
};

/// A session spoke about a subject.
struct Discussed {
    static constexpr std::string_view kind = "discussed", group = "sessions";
    base::SessionId session;
    base::Text subject;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.fact("subject", self.subject);
    }
};

/// Somebody was invited to what was announced.
struct Invited {
    static constexpr std::string_view kind = "invited", group = "sessions";
    base::ActId announcement;
    base::PersonId person;
    base::MemberId member;
    base::MemberId by_member;
    base::PersonId by_person;
    static void fields(auto& self, auto&& v) {
        v.role("announcement", self.announcement);
        v.may_role("person", self.person);
        v.may_role("member", self.member);
        v.may_role("by_member", self.by_member);
        v.may_role("by_person", self.by_person);
    }
};

/// Somebody invited accepted or declined.
struct InvitationAnswered {
    static constexpr std::string_view kind = "invitation-answered", group = "sessions";
    base::ActId announcement;
    base::PersonId person;
    base::MemberId member;
    Reply reply{};
    static void fields(auto& self, auto&& v) {
        v.role("announcement", self.announcement);
        v.may_role("person", self.person);
        v.may_role("member", self.member);
        v.fact("reply", self.reply);
    }
};

/// A session sat in a part of its own: the leaders alone, or with their delegations.
struct PartHeld {
    static constexpr std::string_view kind = "part-held", group = "sessions";
    base::SessionId session;
    Part part{};
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.fact("part", self.part);
        v.may_fact("says", self.says);
    }
};

/// A working body served a session: by its means the session was held.
struct BodyServed {
    static constexpr std::string_view kind = "body-served", group = "sessions";
    base::BodyId body;
    base::SessionId session;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.role("session", self.session);
        v.may_fact("says", self.says);
    }
};

// -- papers --------------------------------------------------------------------------------------

/// A body adopted a paper, as announced; `period` is what it is for, where it is for a time.
struct Adopted {
    static constexpr std::string_view kind = "adopted", group = "papers";
    base::PaperId paper;
    base::BodyId body;
    base::SessionId session;
    PaperKind paper_kind{};
    base::Text title;
    std::optional<Format> format;
    std::optional<base::Date> period;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.role("body", self.body);
        v.may_role("session", self.session);
        v.fact("paper_kind", self.paper_kind);
        v.fact("title", self.title);
        v.may_fact("format", self.format);
        v.may_fact("period", self.period);
    }
};

/// A draft came before a body and was not adopted: sent back, put off, no consensus.
struct NotAdopted {
    static constexpr std::string_view kind = "not-adopted", group = "papers";
    base::PaperId paper;
    base::BodyId body;
    base::SessionId session;
    PaperKind paper_kind{};
    base::Text title;
    base::Text why;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.fact("paper_kind", self.paper_kind);
        v.fact("title", self.title);
        v.may_fact("why", self.why);
    }
};

/// A state took a position on a paper, or on all the papers of a session.
struct PositionTaken {
    static constexpr std::string_view kind = "position-taken", group = "papers";
    base::MemberId member;
    base::PaperId paper;
    base::SessionId session;
    base::PersonId person;
    Stance stance{};
    std::optional<base::Date> takes_effect;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("paper", self.paper);
        v.may_role("session", self.session);
        v.may_role("person", self.person);
        v.fact("stance", self.stance);
        v.may_fact("takes_effect", self.takes_effect);
        v.may_fact("says", self.says);
    }
};

/// A paper, or the papers of a session, were handed to a state that was absent.
struct HandedOver {
    static constexpr std::string_view kind = "handed-over", group = "papers";
    base::MemberId member;
    base::PaperId paper;
    base::SessionId session;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("paper", self.paper);
        v.may_role("session", self.session);
    }
};

/// A draft was prepared.
struct Drafted {
    static constexpr std::string_view kind = "drafted", group = "papers";
    base::PaperId paper;
    base::BodyId body;        // that prepares it
    base::MemberId member;    // that prepares it
    base::SessionId session;  // for which it is prepared
    PaperKind paper_kind{};
    base::Text title;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("body", self.body);
        v.may_role("member", self.member);
        v.may_role("session", self.session);
        v.fact("paper_kind", self.paper_kind);
        v.fact("title", self.title);
    }
};

/// A draft was sent to the states for agreement, to be answered by the deadline where one is told.
struct DraftCirculated {
    static constexpr std::string_view kind = "draft-circulated", group = "papers";
    base::PaperId paper;
    base::BodyId body;  // that sent it
    std::optional<base::Date> deadline;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("body", self.body);
        v.may_fact("deadline", self.deadline);
    }
};

/// A state answered to a draft sent to it.
struct DraftAnswered {
    static constexpr std::string_view kind = "draft-answered", group = "papers";
    base::PaperId paper;
    base::MemberId member;
    DraftAnswer answer{};
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.role("member", self.member);
        v.fact("answer", self.answer);
        v.may_fact("says", self.says);
    }
};

/// A body examined a draft.
struct DraftExamined {
    static constexpr std::string_view kind = "draft-examined", group = "papers";
    base::PaperId paper;
    base::BodyId body;
    base::SessionId session;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.role("body", self.body);
        v.may_role("session", self.session);
    }
};

/// A body agreed a draft: the text is settled, and goes on.
struct DraftAgreed {
    static constexpr std::string_view kind = "draft-agreed", group = "papers";
    base::PaperId paper;
    base::BodyId body;
    base::SessionId session;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.role("body", self.body);
        v.may_role("session", self.session);
    }
};

/// A draft was submitted to those who adopt or approve it.
struct Submitted {
    static constexpr std::string_view kind = "submitted", group = "papers";
    base::PaperId paper;
    base::BodyId body;         // to which
    base::PersonId to_person;  // to whom
    base::SessionId session;   // at which
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("body", self.body);
        v.may_role("to_person", self.to_person);
        v.may_role("session", self.session);
    }
};

/// A draft was withdrawn, at the request of a member where one is told.
struct Withdrawn {
    static constexpr std::string_view kind = "withdrawn", group = "papers";
    base::PaperId paper;
    base::MemberId member;
    base::SessionId session;
    base::Text why;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("member", self.member);
        v.may_role("session", self.session);
        v.may_fact("why", self.why);
    }
};

/// A person approved a paper by signature, as the chair of a body where one is named.
struct Approved {
    static constexpr std::string_view kind = "approved", group = "papers";
    base::PaperId paper;
    base::PersonId person;
    base::MemberId member;
    base::BodyId body;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("person", self.person);
        v.may_role("member", self.member);
        v.may_role("body", self.body);
    }
};

/// A paper amends, repeals, revises, implements, approves, ends another text, is an annex of it, is the text
/// of an instrument, or starts with one.
struct PaperRelated {
    static constexpr std::string_view kind = "paper-related", group = "papers";
    base::PaperId paper;
    base::PaperId to_paper;
    base::InstrumentId to_instrument;
    base::SessionId to_session;  // whose decisions it implements
    Relation relation{};
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("to_paper", self.to_paper);
        v.may_role("to_instrument", self.to_instrument);
        v.may_role("to_session", self.to_session);
        v.fact("relation", self.relation);
    }
};

/// The text of a paper or an instrument can be read, where the sources of the act say.
struct TextPublished {
    static constexpr std::string_view kind = "text-published", group = "papers";
    base::PaperId paper;
    base::InstrumentId instrument;
    base::Text number;  // as issued
    base::Text language;
    base::Text authentic;
    static void fields(auto& self, auto&& v) {
        v.may_role("paper", self.paper);
        v.may_role("instrument", self.instrument);
        v.may_fact("number", self.number);
        v.may_fact("language", self.language);
        v.may_fact("authentic", self.authentic);
    }
};

/// Somebody set out, or is said to have set out, a priority of a term in the chair.
struct PriorityStated {
    static constexpr std::string_view kind = "priority-stated", group = "programme";
    base::MemberId member;
    base::BodyId body;
    base::PersonId person;
    base::SessionId session;
    std::optional<base::Date> when;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("body", self.body);
        v.may_role("person", self.person);
        v.may_role("session", self.session);
        v.may_fact("when", self.when);
        v.fact("says", self.says);
    }
};

/// What a plan is made of: the decisions of a session, the priorities of a member.
struct PlanCovers {
    static constexpr std::string_view kind = "plan-covers", group = "programme";
    base::PaperId paper;
    base::SessionId session;
    base::MemberId member;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_role("session", self.session);
        v.may_role("member", self.member);
        v.fact("says", self.says);
    }
};

/// Somebody reported how much of a plan was done.
struct ImplementationReported {
    static constexpr std::string_view kind = "implementation-reported", group = "programme";
    base::PaperId paper;
    base::PersonId person;
    base::SessionId session;
    std::optional<Count> done;
    std::optional<Count> of;
    std::optional<Items> items;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.may_role("paper", self.paper);
        v.may_role("person", self.person);
        v.may_role("session", self.session);
        v.may_fact("done", self.done);
        v.may_fact("of", self.of);
        v.may_fact("items", self.items);
        v.may_fact("says", self.says);
    }
};

/// The budget of a period, as a decision or a source has it.
struct BudgetStated {
    static constexpr std::string_view kind = "budget-stated", group = "means";
    base::PaperId paper;
    std::optional<base::Date> when;
    std::optional<Money> amount;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.may_role("paper", self.paper);
        v.may_fact("when", self.when);
        v.may_fact("amount", self.amount);
        v.may_fact("says", self.says);
    }
};

/// The share of a member in the budget: as a part of the whole, or an amount.
struct ShareStated {
    static constexpr std::string_view kind = "share-stated", group = "means";
    base::MemberId member;
    base::PaperId paper;
    std::optional<base::Date> when;
    std::optional<base::Ratio> share;
    std::optional<Money> amount;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("paper", self.paper);
        v.may_fact("when", self.when);
        v.may_fact("share", self.share);
        v.may_fact("amount", self.amount);
    }
};

/// Whether a member paid its share of a period.
struct PaymentReported {
    static constexpr std::string_view kind = "payment-reported", group = "means";
    base::MemberId member;
    std::optional<base::Date> when;
    Paid paid{};
    std::optional<Money> amount;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_fact("when", self.when);
        v.fact("paid", self.paid);
        v.may_fact("amount", self.amount);
        v.may_fact("says", self.says);
    }
};

/// The organisation decided that a member in arrears has no vote until it has paid.
struct VoteTakenAway {
    static constexpr std::string_view kind = "vote-taken-away", group = "means";
    base::MemberId member;
    base::BodyId body;
    base::SessionId session;
    base::PaperId paper;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
    }
};

/// A member that had lost its vote has it again.
struct VoteGivenBack {
    static constexpr std::string_view kind = "vote-given-back", group = "means";
    base::MemberId member;
    base::BodyId body;
    base::SessionId session;
    base::PaperId paper;
    static void fields(auto& self, auto&& v) {
        v.role("member", self.member);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
    }
};

/// Posts of a working body were allotted to the members for a period; to one of them where it is named.
struct QuotaDistributed {
    static constexpr std::string_view kind = "quota-distributed", group = "means";
    base::BodyId body;
    base::MemberId member;
    base::PaperId paper;
    base::SessionId session;
    std::optional<base::Date> when;
    std::optional<Count> posts;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.may_role("member", self.member);
        v.may_role("paper", self.paper);
        v.may_role("session", self.session);
        v.may_fact("when", self.when);
        v.may_fact("posts", self.posts);
        v.may_fact("says", self.says);
    }
};

/// How posts allotted to a member stand: filled, vacant, their holders recalled.
struct QuotaPostReported {
    static constexpr std::string_view kind = "quota-post-reported", group = "means";
    base::BodyId body;
    base::MemberId member;
    Filling filling{};
    std::optional<base::Date> when;
    std::optional<Count> posts;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("body", self.body);
        v.role("member", self.member);
        v.fact("filling", self.filling);
        v.may_fact("when", self.when);
        v.may_fact("posts", self.posts);
        v.may_fact("says", self.says);
    }
};

/// A member asked for consultations, or for help, in a crisis.
struct ConsultationRequested {
    static constexpr std::string_view kind = "consultation-requested", group = "consultation";
    base::ConsultationId consultation;
    base::MemberId member;
    base::PersonId person;
    std::optional<base::Clock> at;
    base::Text hour;  // as the source words it
    base::Text title;
    static void fields(auto& self, auto&& v) {
        v.role("consultation", self.consultation);
        v.role("member", self.member);
        v.may_role("person", self.person);
        v.may_fact("at", self.at);
        v.may_fact("hour", self.hour);
        v.fact("title", self.title);
    }
};

/// Consultations were opened.
struct ConsultationOpened {
    static constexpr std::string_view kind = "consultation-opened", group = "consultation";
    base::ConsultationId consultation;
    base::BodyId body;
    base::MemberId member;
    base::PersonId person;
    base::SessionId session;
    std::optional<base::Clock> at;
    base::Text hour;
    static void fields(auto& self, auto&& v) {
        v.role("consultation", self.consultation);
        v.may_role("body", self.body);
        v.may_role("member", self.member);
        v.may_role("person", self.person);
        v.may_role("session", self.session);
        v.may_fact("at", self.at);
        v.may_fact("hour", self.hour);
    }
};

/// A measure was decided in a crisis.
struct MeasureDecided {
    static constexpr std::string_view kind = "measure-decided", group = "consultation";
    base::ConsultationId consultation;
    base::BodyId body;
    base::SessionId session;
    base::PaperId paper;
    base::PersonId person;  // who announced it
    CrisisMeasure measure{};
    std::optional<base::Clock> at;
    base::Text hour;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("consultation", self.consultation);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
        v.may_role("person", self.person);
        v.fact("measure", self.measure);
        v.may_fact("at", self.at);
        v.may_fact("hour", self.hour);
        v.may_fact("says", self.says);
    }
};

/// A step in carrying out a measure: the mission left, the forces arrived.
struct MeasureCarriedOut {
    static constexpr std::string_view kind = "measure-carried-out", group = "consultation";
    base::ConsultationId consultation;
    base::SessionId session;
    base::PersonId person;
    std::optional<base::Clock> at;
    base::Text hour;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("consultation", self.consultation);
        v.may_role("session", self.session);
        v.may_role("person", self.person);
        v.may_fact("at", self.at);
        v.may_fact("hour", self.hour);
        v.fact("says", self.says);
    }
};

/// A body heard a report on the crisis or the measure, and what it made of it.
struct MeasureReported {
    static constexpr std::string_view kind = "measure-reported", group = "consultation";
    base::ConsultationId consultation;
    base::BodyId body;
    base::SessionId session;
    base::PersonId person;
    std::optional<base::Clock> at;
    base::Text hour;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("consultation", self.consultation);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.may_role("person", self.person);
        v.may_fact("at", self.at);
        v.may_fact("hour", self.hour);
        v.fact("says", self.says);
    }
};

/// The measure or the consultations ended.
struct ConsultationEnded {
    static constexpr std::string_view kind = "consultation-ended", group = "consultation";
    base::ConsultationId consultation;
    base::BodyId body;
    base::SessionId session;
    std::optional<base::Clock> at;
    base::Text hour;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("consultation", self.consultation);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.may_fact("at", self.at);
        v.may_fact("hour", self.hour);
        v.may_fact("says", self.says);
    }
};

/// The organisation and others signed a memorandum or a joint position.
struct MemorandumSigned {
    static constexpr std::string_view kind = "memorandum-signed", group = "relations";
    base::PaperId paper;  // declared by its signing
    std::vector<base::OrganisationId> with_organisations;
    base::BodyId body;  // that signed for the organisation
    base::PersonId person;
    base::Text title;
    static void fields(auto& self, auto&& v) {
        v.role("paper", self.paper);
        v.may_fact("with_organisations", self.with_organisations);
        v.may_role("body", self.body);
        v.may_role("person", self.person);
        v.fact("title", self.title);
    }
};

/// The organisation, or a body of it, gave a state or another organisation the status of observer or partner.
struct StatusGiven {
    static constexpr std::string_view kind = "status-given", group = "relations";
    base::OrganisationId organisation;
    base::MemberId member;
    base::BodyId body;  // at which it holds; without it, at the organisation
    Status status{};
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.may_role("organisation", self.organisation);
        v.may_role("member", self.member);
        v.may_role("body", self.body);
        v.fact("status", self.status);
        v.may_fact("says", self.says);
    }
};

/// Another organisation gave this one the status of observer or partner.
struct StatusReceived {
    static constexpr std::string_view kind = "status-received", group = "relations";
    base::OrganisationId organisation;
    Status status{};
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("organisation", self.organisation);
        v.fact("status", self.status);
        v.may_fact("says", self.says);
    }
};

/// A visit, a call, a meeting, a ceremony, an address to a meeting.
struct Contacted {
    static constexpr std::string_view kind = "contact", group = "relations";
    ContactKind contact{};
    base::PersonId person;
    base::PersonId with_person;
    base::MemberId member;
    base::MemberId with_member;
    base::BodyId body;
    base::SessionId session;
    base::Text title;
    static void fields(auto& self, auto&& v) {
        v.fact("contact", self.contact);
        v.may_role("person", self.person);
        v.may_role("with_person", self.with_person);
        v.may_role("member", self.member);
        v.may_role("with_member", self.with_member);
        v.may_role("body", self.body);
        v.may_role("session", self.session);
        v.fact("title", self.title);
    }
};

// -- statements and claims -----------------------------------------------------------------------

/// A state, a body or a person stated an understanding of a rule: it holds a side of a dispute.
struct InterpretationStated {
    static constexpr std::string_view kind = "interpretation-stated", group = "statements";
    base::DisputeId dispute;
    base::SideId side;
    base::MemberId member;
    base::BodyId body;
    base::PersonId person;
    base::Text says;
    static void fields(auto& self, auto&& v) {
        v.role("dispute", self.dispute);
        v.role("side", self.side);
        v.may_role("member", self.member);
        v.may_role("body", self.body);
        v.may_role("person", self.person);
        v.may_fact("says", self.says);
    }
};

/// Somebody said something about the organisation. `topic` groups statements on one question.
struct Stated {
    static constexpr std::string_view kind = "stated", group = "statements";
    base::RuleId topic;
    base::MemberId member;
    base::BodyId body;
    base::PersonId person;
    base::MemberId of_member;  // the state it is about
    base::InstrumentId instrument;
    base::SessionId session;
    base::PaperId paper;
    base::Text says;
    base::Text quote;
    static void fields(auto& self, auto&& v) {
        v.role("topic", self.topic);
        v.may_role("member", self.member);
        v.may_role("body", self.body);
        v.may_role("person", self.person);
        v.may_role("of_member", self.of_member);
        v.may_role("instrument", self.instrument);
        v.may_role("session", self.session);
        v.may_role("paper", self.paper);
        v.fact("says", self.says);
        v.may_fact("quote", self.quote);
    }
};

/// A source counted papers of a session.
struct Tallied {
    static constexpr std::string_view kind = "counted", group = "statements";
    base::SessionId session;
    Counted counted{};
    Count number;
    base::Text scope;
    static void fields(auto& self, auto&& v) {
        v.role("session", self.session);
        v.fact("counted", self.counted);
        v.fact("number", self.number);
        v.may_fact("scope", self.scope);
    }
};

// -- claims about the record ---------------------------------------------------------------------

/// Accounts of one event differ in a field, and how that was resolved. `prefer` names the value that
/// holds, `reject` the account that does not count; the dissent stays listed.
struct DifferenceNoted {
    static constexpr std::string_view kind = "difference-noted", group = "record";
    base::EventId of;
    base::ActId account;
    base::Text why;
    Ruling ruling{};
    base::Text value;
    base::RuleId field;
    static void fields(auto& self, auto&& v) {
        v.role("of", self.of);
        v.may_role("account", self.account);
        v.may_role("field", self.field);
        v.fact("ruling", self.ruling);
        v.may_fact("value", self.value);
        v.fact("why", self.why);
    }
};

/// An earlier act of this record was entered by mistake; it no longer counts.
struct Annulled {
    static constexpr std::string_view kind = "annulled", group = "record";
    base::ActId act;
    base::Text why;
    static void fields(auto& self, auto&& v) {
        v.role("act", self.act);
        v.fact("why", self.why);
    }
};

using Content = std::variant<
    Signed, NotSigned, NationalStep, Deposited, EnteredIntoForce, Registered, WithdrawalNotified, Admitted,
    MembershipRestored, SuspensionRequested, MembershipSuspended, ParticipationSuspended,
    ParticipationRestored, Left, Excluded, ParticipationDeclaredFrozen, BodyEstablished, Appointed, Acting,
    Attested, Relieved, ElectedChair, ChairmanshipPasses, ChairAttested, Announced, CameAbout, Held, Present,
    Absent, Guest, Presided, Discussed, Adopted, NotAdopted, PositionTaken, HandedOver, InterpretationStated,
    Stated, Tallied, DifferenceNoted, Annulled, OfficeAttested, BodyAltered, Invited, InvitationAnswered,
    PartHeld, BodyServed, Drafted, DraftCirculated, DraftAnswered, DraftExamined, DraftAgreed, Submitted,
    Withdrawn, Approved, PaperRelated, TextPublished, PriorityStated, PlanCovers, ImplementationReported,
    BudgetStated, ShareStated, PaymentReported, VoteTakenAway, VoteGivenBack, QuotaDistributed,
    QuotaPostReported, ConsultationRequested, ConsultationOpened, MeasureDecided, MeasureCarriedOut,
    MeasureReported, ConsultationEnded, MemorandumSigned, StatusGiven, StatusReceived, Contacted>;

}  // namespace acts
