// Due and proper form: may this act enter the record?
//
// The form sends back what nobody could make sense of later: an unknown name, an id used twice, a day
// that had not come when the thing was known to have happened. It never judges: an act that was late,
// irregular or without effect did happen, is recorded, and law/ says what follows from it.
//
// Pure. Knows the rulebook and what the record declared so far; no file, no clock, no language.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "acts/act.hpp"
#include "base/day.hpp"
#include "base/id.hpp"
#include "rulebook/rulebook.hpp"

namespace base {
class Packing;
class Unpacking;
}  // namespace base

namespace form {

/// All there is to refuse. The facts each code carries are named beside it; `nearest`, where given, is
/// the declared name that was probably meant.
enum class Code {
    undeclared,    // kind, found, nearest: nothing of that kind is declared by this name; dispute, of a side
    duplicate_id,  // found: another act of the record has it
    known_on_falls,       // found, previous: became known before the act that stands before it
    not_yet_happened,     // found, known_on: the earliest day it can have been lies after the day it became
                          // known
    not_yet_established,  // kind (body, post), found, established, on: used before it can have come into
                          // being
    language_missing,     // language: a working language in which the text is not given
    no_source,
    about_no_paper,      // neither a paper nor a session is named
    nobody_speaks,       // neither a member, a body nor a person is named
    related_to_nothing,  // a relation without its other end
    no_figure,           // neither a share nor an amount
    given_to_nobody,     // a status, and neither a state nor an organisation
    other_kind,          // found, expected: a further account of an event, but of another kind than the event
};
/// "not_yet_happened": as tests and JSON write it.
std::string_view name_of(Code code);

using Facts = std::map<std::string, std::string, std::less<>>;

struct Refusal {
    Code code;
    /// The role, fact or part of the act: "member", "title", "on"; in a list with its place from 0,
    /// "cites/1". Empty: the act as a whole.
    std::string field;
    Facts facts;
    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// The names that may be used: those of the rulebook and the sources, and those that acts declare as
/// they are kept. A session is declared by its first announcement or its holding, a paper by its
/// adoption or failure, an event by the act that first told it.
class Declared {
    // Names of one kind: a flag for each ordinal of the pool, so that asking costs one look.
    template <class Id> class Names {
    public:
        void add(Id id) {
            if (has(id)) return;
            if (id.ordinal() >= flags_.size()) flags_.resize(std::size_t{base::names_in_use()} * 2);
            flags_[id.ordinal()] = true;
            all_.push_back(id);
        }
        bool has(Id id) const { return id.ordinal() < flags_.size() && flags_[id.ordinal()]; }
        const std::vector<Id>& all() const { return all_; }

    private:
        std::vector<bool> flags_;
        std::vector<Id> all_;
    };
    struct Told {  // of an act on record
        base::EventId event;
        std::uint32_t kind = 0;  // index in acts::Content
    };

public:
    /// What the acts on record declared: whatever the rulebook, it stays.
    class ByActs {
    public:
        void keep(const acts::Act& act, base::Day known_on);
        /// As bytes, for a process in which the same names have the same ordinals.
        void pack(base::Packing& to) const;
        /// Empty where the bytes are of something else.
        static std::optional<ByActs> unpack(base::Unpacking& from);

    private:
        friend class Declared;
        friend class Examination;

        Names<base::SessionId> sessions_;
        Names<base::PaperId> papers_;
        Names<base::ConsultationId> consultations_;
        Names<base::ActId> acts_;
        Names<base::EventId> events_;
        std::vector<Told> told_;                         // by ordinal of the act's id
        std::map<base::BodyId, base::Day> established_;  // the earliest day it can have been
        base::Day latest_known_on_ = base::Day::first();
    };

    /// `rulebook` must outlive this. `before`: what acts declared that are on record already.
    Declared(const rulebook::Rulebook& rulebook, std::span<const base::SourceId> sources);
    Declared(const rulebook::Rulebook& rulebook, std::span<const base::SourceId> sources, ByActs before);

    /// The act is on record from now on, whether its form was good or not.
    void keep(const acts::Act& act, base::Day known_on) { by_acts_.keep(act, known_on); }
    const ByActs& by_acts() const { return by_acts_; }

private:
    friend class Examination;

    const rulebook::Rulebook& rulebook_;
    Names<base::MemberId> members_;
    Names<base::BodyId> bodies_;
    Names<base::PostId> posts_;
    Names<base::PersonId> persons_;
    Names<base::PlaceId> places_;
    Names<base::InstrumentId> instruments_;
    Names<base::OrganisationId> organisations_;
    Names<base::DisputeId> disputes_;
    Names<base::RuleId> topics_;
    Names<base::SourceId> sources_;
    ByActs by_acts_;
};

/// Why `act`, which became known on `known_on`, may not follow what is on record; empty when it may.
std::vector<Refusal> examine(const Declared& declared, const acts::Act& act, base::Day known_on);

}  // namespace form
