// An inquiry: one pass of the law over a view, in which disputed and imprecise points are decided as
// they are met.
//
// The law asks "which side of this dispute?" or "had this happened by that day?" wherever it needs
// to. Where the view takes a side, that is the answer. Where it takes none, `conclude` runs the law
// again for each side, so that the answer forks there and only there; equal answers merge, and a
// dispute that changes nothing is listed as examined. An imprecise date ("April 2017") forks in the
// same way, into candidates rather than sides; a candidate that is not on record has "standing" and
// "settled_by" among its fields.
//
// Same view, same function: the same conclusion, byte for byte. Beyond `most_leaves` passes the
// conclusion names the disputes and stops.
//
// The same point is asked many times: who the members were on the day of a session, for each of its papers
// and each member. What was concluded on a view is kept with it (`remember`), with the choices that were met
// on the way and the days for which it holds, and is concluded again only where these differ.
#pragma once

#include <functional>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "law/reason.hpp"
#include "record/view.hpp"

namespace law {

/// More would be no answer any more: six disputes of two sides each fill a page.
inline constexpr std::size_t most_leaves = 64;

enum class Standing { settled, imprecise, depends, not_on_record };
constexpr std::string_view standing_name(Standing standing) {
    constexpr std::string_view names[] = {"settled", "imprecise", "depends", "not_on_record"};
    return names[static_cast<int>(standing)];
}

/// Who stands on a side, since when, by which source.
struct Holder {
    std::string who;       // a member's, body's or person's id; for accounts of an event, a source's
    std::string who_kind;  // "member", "body", "person" or "source"
    std::string person;    // who spoke, where a state or body is the holder; may be empty
    base::Date on;
    base::ActId act;
    std::vector<base::SourceId> sources;
    base::Support support = base::Support::reported;
};

struct SideTold {
    base::SideId id;
    std::vector<Holder> held_by;  // as far as the view knows, in byte order of `who`, then by date
};

/// A point on which the answer may fork. `event` is empty for a dispute of the rulebook.
struct DisputeTold {
    base::DisputeId id;
    base::EventId event;
    std::string field;
    std::vector<SideTold> sides;  // in byte order of their ids
};

using Taking = std::map<base::DisputeId, base::SideId>;

/// What one pass found.
struct Leaf {
    bool on_record = true;
    base::Value answer;
    std::vector<Reason> reasons;
    /// For what is not on record: what would settle it, by code.
    std::string settled_by;
    /// The alternatives on which the pass stood, put there by `conclude`: {"if_format", "limited"}.
    std::map<std::string, std::string> under;
};

struct BySide {
    std::vector<Taking> taking;  // one or more: takings with the same answer stand together
    std::vector<Holder> held_by;
    Standing standing = Standing::settled;
    base::Support rests_on = base::Support::official;
    base::Value answer;
    std::vector<Reason> reasons;
    std::string settled_by;
};

struct Conclusion {
    Standing standing = Standing::settled;
    base::Support rests_on = base::Support::official;
    base::Value answer;  // null where it depends
    std::vector<BySide> by_side;
    std::vector<Reason> reasons;
    std::vector<base::DisputeId> disputes;  // on which the answer depends
    std::vector<base::DisputeId> examined;  // met on the way, but they change nothing
    std::string settled_by;
    bool too_many_sides = false;
};

/// One event as the view knows it: its accounts, all of one kind of act.
struct Event {
    base::EventId id;
    std::vector<record::EntryNumber> accounts;  // earliest known first; never empty
};

/// What is concluded once and kept: an institution's conclusion on up to two things.
struct Point {
    enum class Of { in_force, party, membership, members, paper };
    Of of{};
    std::uint32_t one = 0, other = 0;  // ordinals of their names
    friend bool operator==(const Point&, const Point&) = default;
};

/// From here on `view`, and copies of it that differ in the day alone, share what is concluded on them.
void remember(record::View& view);
/// How many conclusions are kept with the view: what its memory grows with. 0 where none are.
std::size_t remembered(const record::View& view);

class Inquiry {
public:
    explicit Inquiry(const record::View& view);

    const record::View& view() const { return view_; }
    const rulebook::Rulebook& rules() const { return view_.rulebook; }
    const acts::Act& act(record::EntryNumber number) const { return view_.act(number); }

    // -- disputes --------------------------------------------------------------------------------

    /// The side on which this pass stands. Empty when the rulebook has no such dispute, or when no
    /// one is known yet to hold any side: then the point is a gap, not a dispute.
    base::SideId side(base::DisputeId dispute);

    /// Notes a dispute that was met and could not change the answer.
    void examined(base::DisputeId dispute) {
        examined_.insert(dispute);
        noted_.push_back(dispute);
    }

    // -- events ----------------------------------------------------------------------------------

    /// The known events of one kind of act that name `id`, in the order in which they became known.
    /// The list stays as it is for as long as anything is concluded on the view.
    template <class K, class Kind> const std::vector<Event>& events(base::Id<Kind> id) const {
        return collected(view_.record.about(id), kind_index<K>(), id.ordinal());
    }
    template <class K> const std::vector<Event>& events() const {
        return collected(view_.record.of_kind<K>(), kind_index<K>(), of_all);
    }

    /// The first account's content; fields on which accounts may differ are asked one by one.
    template <class K> const K& content(const Event& event) const {
        return std::get<K>(act(event.accounts.front()).content);
    }

    /// A date among the event's fields as this pass takes it: "on", "takes_effect", "from", "until".
    /// Empty when no account gives one. Opens the dispute EVENT.field where accounts differ.
    std::optional<base::Date> date(const Event& event, std::string_view field);
    base::Date on(const Event& event) { return *date(event, "on"); }

    /// Had the event happened by the end of `day`? Forks only if accounts disagree about that, or the
    /// date is too imprecise to say.
    ///
    /// A difference that leaves no doubt by that day is noted as examined, unless the caller has not
    /// yet found out whether the event matters (`Note::later`).
    enum class Note { examined, later };
    bool happened(const Event& event, base::Day day, Note note = Note::examined) {
        return passed(event, "on", day, note);
    }
    /// The same of another date among its fields; not passed when no account gives one.
    bool passed(const Event& event, std::string_view field, base::Day day, Note note = Note::examined);
    /// Notes the field's difference as examined, if there is one.
    void examined(const Event& event, std::string_view field);

    /// Whether `date` had come by the end of `day`; forks into candidates where the date cannot say.
    /// `what` names the point, so that one pass answers it once.
    bool come(const base::Date& date, const std::string& what, base::Day day);

    /// Which of several possibilities this pass stands on where no source tells and nobody holds a side:
    /// "which format" of a paper's adoption. An answer that is not the same under each has candidates, each
    /// with the `field` it holds under as "if_FIELD". The place among `options`; `of` names the thing.
    std::size_t alternative(const std::string& of, std::string_view field, std::vector<std::string> options);

    /// The same two questions of a day and of a date that leave nothing to choose.
    bool come(base::Day first, base::Day day);
    base::Tri by(const base::Date& date, base::Day day);

    /// Another field as text: "calendar-year" against "session-day"; empty when no account gives it.
    std::string text(const Event& event, std::string_view field);
    /// The values that stand beside each other for a field, in byte order, without deciding: one
    /// value unless accounts differ.
    std::vector<std::string> told(const Event& event, std::string_view field) const;

    /// A date field on which the accounts do not differ; empty where they do, or give none. For what
    /// an answer shows beside its point without depending on it.
    std::optional<base::Date> undisputed(const Event& event, std::string_view field) const;

    /// A reason that says the event happened, citing all its accounts and the best support they have.
    Reason because_of(const Event& event, std::string code, base::Object facts = {}) const;

    // -- what was concluded before ---------------------------------------------------------------

    /// What `draw` finds about the point on `day`; what it found before, where that holds for this day and
    /// the same choices are met. `draw` compares days with `day` only by `happened`, `passed`, `come`, `by`
    /// and `law_of`; where it does so by other means it says `that_day_only`.
    /// What it returns stays as it is for as long as anything is concluded on the view.
    template <class Found, class Draw> const Found& once(const Point& point, base::Day day, Draw draw) {
        if (const auto known = recall(point, day)) return *static_cast<const Found*>(known);
        const Opened outer = open(day);
        const auto found = std::make_shared<const Found>(draw());
        close(point, outer, found);
        return *found;
    }
    /// What is being concluded holds for this day, and nothing is known of others.
    void that_day_only(base::Day day) { holds_ = {day, day}; }
    /// What is being concluded holds while the same version of the rules does.
    void law_of(base::Day day);

    // -- used by `conclude` ------------------------------------------------------------------------

    struct Choice {
        base::DisputeId dispute;  // empty: an imprecise date
        std::string what;  // for an imprecise date: the event and field; for an alternative: thing and field
        std::vector<std::string> options;  // side ids, or "came", "not yet"
        std::size_t taken = 0;
        std::optional<base::Day> earliest, latest;  // of the imprecise date
    };
    void follow(std::vector<Choice> choices) { choices_ = std::move(choices); }
    const std::vector<Choice>& choices() const { return choices_; }
    const std::set<base::DisputeId>& examined() const { return examined_; }

private:
    class Drawn;
    struct Span {
        base::Day first = base::Day::first();
        base::Day last = base::Day::last();
    };
    struct Opened {  // what was being concluded when another conclusion began
        Span holds;
        base::Day day = base::Day::first();
        std::size_t met = 0, noted = 0;
    };
    static constexpr std::uint32_t of_all = std::numeric_limits<std::uint32_t>::max();
    friend void remember(record::View& view);
    friend std::size_t remembered(const record::View& view);
    friend Conclusion conclude(const record::View& view, const std::function<Leaf(Inquiry&)>& law);
    Inquiry(const record::View& view, std::shared_ptr<record::Concluded> drawn);
    static std::shared_ptr<record::Concluded> drawn_for(const record::View& view);
    Drawn& drawn() const;

    const void* recall(const Point& point, base::Day day);
    Opened open(base::Day day);
    void close(const Point& point, const Opened& outer, std::shared_ptr<const void> found);
    void close_span(const Opened& outer, const Span& holds, base::Day day);
    const std::vector<Event>& collected(std::span<const record::EntryNumber> entries, std::size_t kind,
                                        std::uint32_t about) const;

    template <class K> static std::size_t kind_index() {
        static const std::size_t index = acts::Content(K{}).index();
        return index;
    }
    std::vector<Event> collect(std::span<const record::EntryNumber> entries, std::size_t kind) const;
    std::size_t choose(Choice choice);
    std::string choose_value(const Event& event, std::string_view field,
                             const std::vector<std::string>& values);

    const record::View& view_;
    std::shared_ptr<record::Concluded> drawn_;  // a Drawn
    std::vector<Choice> choices_;               // those to follow, then those met
    std::size_t met_ = 0;
    std::set<base::DisputeId> examined_;
    // As they came, again and again: of which a conclusion that is kept takes its part.
    std::vector<std::size_t> asked_;  // places among the choices
    std::vector<base::DisputeId> noted_;
    // Of the conclusion that is being drawn.
    Span holds_;
    base::Day day_ = base::Day::first();
};

/// Runs `law` once per combination of undecided points, and merges.
Conclusion conclude(const record::View& view, const std::function<Leaf(Inquiry&)>& law);

/// A dispute of the rulebook, or of accounts (EVENT.field), as the view knows it; nothing when there
/// is none under that name. It takes a name, not an id: a difference of accounts has no id until it is
/// looked for.
std::optional<DisputeTold> dispute(const record::View& view, std::string_view name);
inline std::optional<DisputeTold> dispute(const record::View& view, base::DisputeId id) {
    return dispute(view, id.text());
}
/// Every dispute the view knows: the rulebook's with a known holder, and open differences between
/// accounts.
std::vector<DisputeTold> disputes(const record::View& view);

}  // namespace law
