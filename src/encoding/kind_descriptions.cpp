#include "encoding/kind_descriptions.hpp"

#include <algorithm>
#include <array>

namespace encoding {
namespace {

struct Words {
    std::string_view of;
    std::string_view say;
};
struct FieldWords {
    std::string_view kind;
    std::string_view field;
    std::string_view say;
};

constexpr Words kinds[] = {
    {"signed", "A state signed an instrument."},
    {"not-signed", "A state that could have signed an instrument did not."},
    {"national-step", "A state took a step at home towards being bound: a vote of parliament, a law."},
    {"deposited",
     "A state's instrument of ratification, acceptance, approval or accession reached the depositary."},
    {"entered-into-force",
     "An instrument entered into force on the day of this act, as announced or as a legal base has it."},
    {"registered", "An instrument was registered with the United Nations or another registry."},
    {"withdrawal-notified", "A party notified that it withdraws from an instrument."},
    {"admitted", "A state was admitted to the organisation."},
    {"membership-restored", "A former or suspended member has its membership again."},
    {"suspension-requested", "A member asked that its membership be suspended."},
    {"membership-suspended",
     "The organisation suspended a membership: the state leaves the members until it is restored."},
    {"participation-suspended",
     "The organisation suspended a member's participation in its bodies: it stays a member."},
    {"participation-restored", "A member takes part in the bodies again."},
    {"left", "A state ceased to be a member on the day of this act."},
    {"excluded", "The organisation excluded a member."},
    {"participation-declared-frozen",
     "A state declared politically that it does not take part (\"frozen\"), without a notice or a decision."},
    {"body-established", "A body came into being."},
    {"appointed", "A person was appointed to a post."},
    {"acting", "A person began to act in a post that has no holder."},
    {"attested", "A source says that a person held a post on that day."},
    {"relieved",
     "A person ceased to hold a post: recalled, resigned, relieved. The day of the act is the last."},
    {"elected-chair", "A body elected its chair."},
    {"chairmanship-passes", "The chair of a body passes to a state."},
    {"chair-attested", "A source says that a state was in the chair of a body on that day."},
    {"announced", "Something was announced: a session, a visit, a hand-over of papers."},
    {"came-about", "What became of something announced."},
    {"held", "A body, or several together, met."},
    {"present", "A member was represented at a session."},
    {"absent", "A member was not represented at a session."},
    {"guest",
     "Somebody who is not a member's representative took part: as a guest unless `takes_part` says otherwise."},
    {"presided", "A state, by a person, presided over a session."},
    {"discussed", "A session spoke about a subject."},
    {"adopted", "A body adopted a paper, as announced."},
    {"not-adopted", "A draft came before a body and was not adopted: sent back, put off, no consensus."},
    {"position-taken", "A state took a position on a paper, or on all the papers of a session."},
    {"handed-over", "A paper, or the papers of a session, were handed to a state that was absent."},
    {"interpretation-stated",
     "A state, a body or a person stated an understanding of a rule: it holds a side of a dispute."},
    {"stated", "Somebody said something about the organisation."},
    {"counted", "A source counted papers of a session."},
    {"difference-noted", "Accounts of one event differ in a field, and how that was resolved."},
    {"annulled", "An earlier act of this record was entered by mistake; it no longer counts."},
    {"office-attested",
     "A source says that a person held on that day an office that is no post of this organisation: of a state, or of another organisation."},
    {"body-altered",
     "The composition, the mandate or the structure of a body changed, or a source says what it was."},
    {"invited", "Somebody was invited to what was announced."},
    {"invitation-answered", "Somebody invited accepted or declined."},
    {"part-held", "A session sat in a part of its own: the leaders alone, or with their delegations."},
    {"body-served", "A working body served a session: by its means the session was held."},
    {"drafted", "A draft was prepared."},
    {"draft-circulated",
     "A draft was sent to the states for agreement, to be answered by the deadline where one is told."},
    {"draft-answered", "A state answered to a draft sent to it."},
    {"draft-examined", "A body examined a draft."},
    {"draft-agreed", "A body agreed a draft: the text is settled, and goes on."},
    {"submitted", "A draft was submitted to those who adopt or approve it."},
    {"withdrawn", "A draft was withdrawn, at the request of a member where one is told."},
    {"approved", "A person approved a paper by signature, as the chair of a body where one is named."},
    {"paper-related",
     "A paper amends, repeals, revises, implements, approves, ends another text, is an annex of it, is the text of an instrument, or starts with one."},
    {"text-published", "The text of a paper or an instrument can be read, where the sources of the act say."},
    {"priority-stated", "Somebody set out, or is said to have set out, a priority of a term in the chair."},
    {"plan-covers", "What a plan is made of: the decisions of a session, the priorities of a member."},
    {"implementation-reported", "Somebody reported how much of a plan was done."},
    {"budget-stated", "The budget of a period, as a decision or a source has it."},
    {"share-stated", "The share of a member in the budget: as a part of the whole, or an amount."},
    {"payment-reported", "Whether a member paid its share of a period."},
    {"vote-taken-away", "The organisation decided that a member in arrears has no vote until it has paid."},
    {"vote-given-back", "A member that had lost its vote has it again."},
    {"quota-distributed",
     "Posts of a working body were allotted to the members for a period; to one of them where it is named."},
    {"quota-post-reported", "How posts allotted to a member stand: filled, vacant, their holders recalled."},
    {"consultation-requested", "A member asked for consultations, or for help, in a crisis."},
    {"consultation-opened", "Consultations were opened."},
    {"measure-decided", "A measure was decided in a crisis."},
    {"measure-carried-out", "A step in carrying out a measure: the mission left, the forces arrived."},
    {"measure-reported", "A body heard a report on the crisis or the measure, and what it made of it."},
    {"consultation-ended", "The measure or the consultations ended."},
    {"memorandum-signed", "The organisation and others signed a memorandum or a joint position."},
    {"status-given",
     "The organisation, or a body of it, gave a state or another organisation the status of observer or partner."},
    {"status-received", "Another organisation gave this one the status of observer or partner."},
    {"contact", "A visit, a call, a meeting, a ceremony, an address to a meeting."},
};

constexpr Words also_asked[] = {
    {"position-taken", "A paper or a session is named."},
    {"handed-over", "A paper or a session is named."},
    {"interpretation-stated",
     "Somebody speaks: a member, a body or a person is named. The side is one of the dispute's."},
    {"text-published", "A paper or an instrument is named."},
    {"paper-related",
     "Another paper, an instrument or a session is named; an instrument for `text-of` and `starts-with`."},
    {"share-stated", "A share or an amount is given."},
    {"status-given", "An organisation or a state is named."},
    {"difference-noted", "The field is one of the event's kind."},
};

constexpr FieldWords notes[] = {
    {"withdrawal-notified", "takes_effect", "as the notice states it"},
    {"appointed", "member", "whose national the person is"},
    {"appointed", "body", "that appointed"},
    {"appointed", "from", "the first day of the term; without it the term begins on the day of the act"},
    {"appointed", "until", "the last day of the term"},
    {"acting", "member", "whose national the person is"},
    {"acting", "until", "the last day"},
    {"attested", "member", "whose national the person is"},
    {"elected-chair", "succeeds", "the state that had the chair until then"},
    {"chairmanship-passes", "member", "to whom"},
    {"chairmanship-passes", "from", "from whom"},
    {"chairmanship-passes", "in_place_of", "whose turn it was"},
    {"chairmanship-passes", "paper", "by which it was decided"},
    {"chairmanship-passes", "ground", "a decision that a source tells of; without it, practice"},
    {"chairmanship-passes", "hand_over",
     "when it takes effect: after the day of the session, with the next calendar year, or on the day in `takes_effect`"},
    {"chairmanship-passes", "label", "the term as the source writes it: \"2021-2022\""},
    {"announced", "session", "declared by its first announcement or by its holding"},
    {"announced", "at", "the session at which it was announced"},
    {"announced", "when", "the day announced; it may lie ahead"},
    {"held", "session", "declared by its first announcement or by its holding"},
    {"held", "with", "other bodies that met together with it"},
    {"guest", "member", "the state of the guest, where it is declared"},
    {"guest", "takes_part", "in an office of the organisation, or as a guest"},
    {"presided", "body", "where several bodies met together"},
    {"drafted", "paper", "declared by its draft"},
    {"adopted", "paper", "declared by its adoption, or by not being adopted"},
    {"adopted", "format",
     "by all, or by those who wished to; `not-on-record` where either may have been used and no source tells "
     "which"},
    {"adopted", "period", "what it is for, where it is for a time"},
    {"not-adopted", "paper", "declared by its adoption, or by not being adopted"},
    {"position-taken", "session", "then the position is on all papers of the session"},
    {"position-taken", "person", "who spoke or signed for the state"},
    {"handed-over", "session", "then all papers of the session were handed over"},
    {"interpretation-stated", "person", "who spoke, alone or for the member or body"},
    {"stated", "topic", "groups statements on one question"},
    {"stated", "of_member", "the state it is about"},
    {"stated", "says", "in our words"},
    {"stated", "quote", "in the speaker's words"},
    {"counted", "scope", "what exactly was counted, as the source puts it"},
    {"office-attested", "member", "whose office it is"},
    {"drafted", "session", "for which it is prepared"},
    {"draft-circulated", "body", "that sent it"},
    {"submitted", "body", "to which"},
    {"submitted", "to_person", "to whom"},
    {"submitted", "session", "at which"},
    {"paper-related", "to_instrument", "of which it is the text, or with which it starts"},
    {"paper-related", "to_session", "whose decisions it implements"},
    {"text-published", "number", "as issued"},
    {"consultation-requested", "hour", "as the source words it"},
    {"measure-decided", "person", "who announced it"},
    {"memorandum-signed", "paper", "declared by its signing"},
    {"memorandum-signed", "body", "that signed for the organisation"},
    {"status-given", "body", "at which it holds; without it, at the organisation"},
    {"difference-noted", "of", "the event, by the act that told it first"},
    {"difference-noted", "account", "the account that is rejected or belongs to another event"},
    {"difference-noted", "field", "of the event's kind, or `on` or `place`; without it, the whole account"},
    {"difference-noted", "value", "the value that holds, where one is preferred"},
};

constexpr Words groups[] = {
    {"instruments", "Instruments"},
    {"membership", "Membership"},
    {"bodies-and-posts", "Bodies and posts"},
    {"sessions", "Sessions"},
    {"papers", "Papers"},
    {"programme", "Programme"},
    {"means", "Means"},
    {"consultation", "Consultations in a crisis"},
    {"relations", "Relations"},
    {"statements", "Statements and claims"},
    {"record", "Claims about the record"},
};

std::string_view look_up(const auto& table, std::string_view of) {
    const auto found = std::ranges::find(table, of, &Words::of);
    return found == std::end(table) ? std::string_view() : found->say;
}

}  // namespace

std::string_view says_of(std::string_view kind) { return look_up(kinds, kind); }
std::string_view also_asked_of(std::string_view kind) { return look_up(also_asked, kind); }
std::string_view title_of_group(std::string_view group) { return look_up(groups, group); }

std::string_view note_on(std::string_view kind, std::string_view field) {
    const auto found = std::ranges::find_if(
        notes, [&](const FieldWords& note) { return note.kind == kind && note.field == field; });
    return found == std::end(notes) ? std::string_view() : found->say;
}

}  // namespace encoding
