#include "law/inquiry.hpp"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <unordered_map>

#include "record/fields.hpp"

namespace law {
namespace {

using record::EntryNumber;

base::DisputeId dispute_over(base::EventId event, std::string_view field) {
    return base::DisputeId::of(std::string(event.text()) + "." + std::string(field));
}

bool is_date_field(std::string_view field) {
    return field == "on" || field == "takes_effect" || field == "from" || field == "until" || field == "when";
}

// How an event's accounts were resolved, as far as the view knows.
struct Rulings {
    std::set<base::ActId> rejected;
    std::set<base::ActId> separate;
    std::map<std::string, std::string> preferred;  // by field; "" when the act names none
};

Rulings rulings(const record::View& view, base::EventId event) {
    Rulings found;
    for (const EntryNumber number : view.record.about(event)) {
        if (!view.sees(number)) continue;
        const auto* difference = std::get_if<acts::DifferenceNoted>(&view.act(number).content);
        if (!difference || difference->of != event) continue;
        const acts::DifferenceNoted& noted = *difference;
        switch (noted.ruling) {
            case acts::Ruling::open:
                break;
            case acts::Ruling::prefer:
                found.preferred[std::string(noted.field.text())] = std::string(noted.value.in("en"));
                break;
            case acts::Ruling::reject:
                found.rejected.insert(noted.account);
                break;
            case acts::Ruling::separate:
                found.separate.insert(noted.account);
                break;
        }
    }
    return found;
}

// The accounts of an event that the view sees and no ruling set aside.
struct Accounts {
    std::vector<EntryNumber> its_own;
    std::vector<EntryNumber> apart;  // ruled to tell of something else: each of an event of its own
};

// `kind`: that of the acts; empty for any.
Accounts accounts_of(const record::View& view, base::EventId event, std::optional<std::size_t> kind = {}) {
    const Rulings ruled = rulings(view, event);
    Accounts found;
    for (const EntryNumber number : view.record.accounts(event)) {
        const acts::Act& told = view.act(number);
        if (!view.sees(number) || (kind && told.content.index() != *kind) || ruled.rejected.contains(told.id))
            continue;
        (ruled.separate.contains(told.id) ? found.apart : found.its_own).push_back(number);
    }
    return found;
}

// The values of a field that stand beside each other: equal ones once, and of dates only those that
// no other account tells more exactly.
std::vector<std::string> standing_values(const record::View& view, const Event& event,
                                         std::string_view field) {
    std::vector<std::string> values;
    for (const EntryNumber number : event.accounts) {
        std::string value = record::field_text(view.act(number), field);
        if (!value.empty()) values.push_back(std::move(value));
    }
    std::ranges::sort(values);
    values.erase(std::ranges::unique(values).begin(), values.end());
    if (values.size() < 2) return values;
    if (is_date_field(field)) {
        const std::vector<std::string> all = values;
        std::erase_if(values, [&](const std::string& coarse) {
            const auto wide = *base::Date::read(coarse);
            return std::ranges::any_of(all, [&](const std::string& other) {
                const auto narrow = *base::Date::read(other);
                return other != coarse && wide.refined_by(narrow) && !narrow.refined_by(wide);
            });
        });
        if (values.size() < 2) return values;
    }
    // That no source told it is less exact than any account that does.
    if (field == "format") std::erase(values, acts::name_of(acts::Format::not_on_record));
    if (values.size() < 2) return values;
    const auto preferred = rulings(view, event.id).preferred;
    for (const std::string& key : {std::string(field), std::string()}) {
        if (const auto found = preferred.find(key);
            found != preferred.end() && std::ranges::find(values, found->second) != values.end()) {
            return {found->second};
        }
    }
    return values;
}

// The day of an event that one account tells, whatever else is told; null for other fields and events.
const base::Date* only_day(const record::View& view, const Event& event, std::string_view field) {
    return event.accounts.size() == 1 && field == "on" ? &view.act(event.accounts.front()).on : nullptr;
}

// Does an account tell this value, exactly or less exactly?
bool tells(const acts::Act& act, std::string_view field, const std::string& value) {
    const std::string told = record::field_text(act, field);
    if (told == value) return true;
    if (told.empty() || !is_date_field(field)) return false;
    return base::Date::read(told)->refined_by(*base::Date::read(value));
}

// An account less exact than the difference fits several values and takes no side.
bool tells_several(const acts::Act& act, std::string_view field, const std::vector<std::string>& values) {
    return std::ranges::count_if(values, [&](const std::string& value) { return tells(act, field, value); }) >
           1;
}

std::vector<base::SourceId> sources_of(const acts::Act& act) {
    std::vector<base::SourceId> sources;
    for (const acts::Cited& cited : act.sources) {
        if (cited.source) sources.push_back(cited.source);  // a supposed act has none
    }
    return sources;
}

void sort_holders(std::vector<Holder>& holders) {
    std::ranges::sort(holders, [](const Holder& a, const Holder& b) {
        if (a.who != b.who) return a.who < b.who;
        if (a.on.earliest() != b.on.earliest()) return a.on.earliest() < b.on.earliest();
        return a.act < b.act;
    });
}

std::vector<Holder> holders_of_side(const record::View& view, base::DisputeId dispute, base::SideId side) {
    std::vector<Holder> holders;
    for (const EntryNumber number : view.record.about(dispute)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const auto* stated = std::get_if<acts::InterpretationStated>(&act.content);
        if (!stated || stated->dispute != dispute || stated->side != side) continue;
        Holder holder{.who = {},
                      .who_kind = {},
                      .person = std::string(stated->person.text()),
                      .on = act.on,
                      .act = act.id,
                      .sources = sources_of(act),
                      .support = acts::support_of(act)};
        if (stated->member) {
            holder.who = stated->member.text(), holder.who_kind = "member";
        } else if (stated->body) {
            holder.who = stated->body.text(), holder.who_kind = "body";
        } else {
            holder.who = stated->person.text(), holder.who_kind = "person";
        }
        holders.push_back(std::move(holder));
    }
    sort_holders(holders);
    return holders;
}

}  // namespace

Reasons::operator const std::vector<Reason>&() const {
    static const std::vector<Reason> none;
    return shared_ ? *shared_ : none;
}
const Reason* Reasons::begin() const { return shared_ ? shared_->data() : nullptr; }
const Reason* Reasons::end() const { return begin() + size(); }
std::size_t Reasons::size() const { return shared_ ? shared_->size() : 0; }
const Reason& Reasons::operator[](std::size_t place) const { return (*shared_)[place]; }
const Reason& Reasons::front() const { return shared_->front(); }

std::vector<Reason>& Reasons::own() {
    if (!shared_) {
        shared_ = std::make_shared<std::vector<Reason>>();
    } else if (shared_.use_count() > 1) {
        shared_ = std::make_shared<std::vector<Reason>>(*shared_);
    }
    std::atomic_thread_fence(std::memory_order_acquire);  // as base::Value does
    return *shared_;
}
void Reasons::push_back(Reason reason) { own().push_back(std::move(reason)); }
void Reasons::push_front(Reason reason) { own().insert(own().begin(), std::move(reason)); }

bool operator==(const Reasons& a, const Reasons& b) {
    const std::vector<Reason>&one = a, &other = b;
    return a.shared_ == b.shared_ || one == other;
}

base::Support rests_on(const std::vector<Reason>& reasons) {
    base::Support weakest = base::Support::official;
    for (const Reason& reason : reasons) {
        if (!reason.support) continue;
        weakest = base::weaker(weakest, *reason.support);
        weakest = base::weaker(weakest, rests_on(reason.because));
    }
    return weakest;
}

// -- events ------------------------------------------------------------------------------------------

std::vector<Event> Inquiry::collect(std::span<const EntryNumber> entries, std::size_t kind) const {
    std::vector<Event> events;
    std::set<base::EventId> seen;  // of several accounts
    for (const EntryNumber number : entries) {
        const acts::Act& first = act(number);
        if (first.content.index() != kind || !view_.sees(number)) continue;
        if (view_.record.accounts(first.event).size() > 1 && !seen.insert(first.event).second) continue;
        Accounts told = accounts_of(view_, first.event, kind);
        if (!told.its_own.empty()) events.push_back({first.event, std::move(told.its_own)});
        for (const EntryNumber account : told.apart)
            events.push_back({act(account).id.as<struct base::EventKind>(), {account}});
    }
    return events;
}

std::string Inquiry::choose_value(const Event& event, std::string_view field,
                                  const std::vector<std::string>& values) {
    const base::DisputeId dispute = dispute_over(event.id, field);
    if (const auto taken = view_.taken.find(dispute); taken != view_.taken.end()) {
        const std::string wanted(taken->second.text());
        if (std::ranges::find(values, wanted) != values.end()) return wanted;
    }
    return values[choose(
        {.dispute = dispute, .what = {}, .options = values, .taken = 0, .earliest = {}, .latest = {}})];
}

std::optional<base::Date> Inquiry::date(const Event& event, std::string_view field) {
    if (const base::Date* only = only_day(view_, event, field)) return *only;
    const auto values = told(event, field);
    if (values.empty()) return std::nullopt;
    return base::Date::read(values.size() == 1 ? values.front() : choose_value(event, field, values));
}

std::optional<base::Date> Inquiry::undisputed(const Event& event, std::string_view field) const {
    if (const base::Date* only = only_day(view_, event, field)) return *only;
    const auto values = told(event, field);
    return values.size() == 1 ? base::Date::read(values.front()) : std::nullopt;
}

std::string Inquiry::text(const Event& event, std::string_view field) {
    const auto values = told(event, field);
    if (values.empty()) return {};
    return values.size() == 1 ? values.front() : choose_value(event, field, values);
}

void Inquiry::examined(const Event& event, std::string_view field) {
    if (event.accounts.size() > 1 && told(event, field).size() > 1) examined(dispute_over(event.id, field));
}

bool Inquiry::passed(const Event& event, std::string_view field, base::Day day, Note note) {
    const auto what = [&] { return std::string(event.id.text()) + "." + std::string(field); };
    if (const base::Date* only = only_day(view_, event, field)) {
        const base::Tri told_by = by(*only, day);
        return told_by == base::Tri::maybe ? come(*only, what(), day) : told_by == base::Tri::yes;
    }
    const auto values = told(event, field);
    if (values.empty()) return false;
    bool all_yes = true;
    bool all_no = true;
    for (const std::string& value : values) {
        const base::Tri by = this->by(*base::Date::read(value), day);
        all_yes = all_yes && by == base::Tri::yes;
        all_no = all_no && by == base::Tri::no;
    }
    if (all_yes || all_no) {
        // A difference about what lies ahead on every account is not worth a line.
        if (values.size() > 1 && all_yes && note == Note::examined) examined(dispute_over(event.id, field));
        return all_yes;
    }
    const std::string value = values.size() == 1 ? values.front() : choose_value(event, field, values);
    return come(*base::Date::read(value), what(), day);
}

bool Inquiry::come(const base::Date& date, const std::string& what, base::Day day) {
    const base::Tri by = this->by(date, day);
    if (by != base::Tri::maybe) return by == base::Tri::yes;
    return choose({.dispute = {},
                   .what = what + "@" + day.text(),
                   .options = {"came", "not yet"},
                   .taken = 0,
                   .earliest = date.earliest(),
                   .latest = date.latest()}) == 0;
}

std::size_t Inquiry::alternative(const std::string& of, std::string_view field,
                                 std::vector<std::string> options) {
    if (options.size() == 1) return 0;
    return choose({.dispute = {},
                   .what = of + "." + std::string(field),
                   .options = std::move(options),
                   .taken = 0,
                   .earliest = {},
                   .latest = {}});
}

Reason Inquiry::because_of(const Event& event, std::string code, base::Object facts) const {
    Reason reason{.code = std::move(code),
                  .facts = std::move(facts),
                  .article = {},
                  .acts = {},
                  .sources = {},
                  .support = base::Support::unverified,
                  .because = {}};
    for (const EntryNumber number : event.accounts) {
        const acts::Act& told = act(number);
        reason.acts.push_back(told.id);
        reason.support = base::stronger(*reason.support, acts::support_of(told));
        for (const base::SourceId source : sources_of(told)) {
            if (std::ranges::find(reason.sources, source) == reason.sources.end())
                reason.sources.push_back(source);
        }
    }
    return reason;
}

// -- choices -----------------------------------------------------------------------------------------

std::size_t Inquiry::choose(Choice choice) {
    std::size_t place = 0;
    while (place < met_ && (choices_[place].dispute != choice.dispute || choices_[place].what != choice.what))
        ++place;
    if (place == met_) {
        if (met_ == choices_.size()) choices_.push_back(std::move(choice));
        ++met_;
    }
    asked_.push_back(place);
    return choices_[place].taken;
}

// -- what was concluded before -----------------------------------------------------------------------

namespace {

struct HashOfPoint {
    std::size_t operator()(const Point& point) const {
        const std::uint64_t things = (std::uint64_t{point.one} << 32) | point.other;
        return std::hash<std::uint64_t>()(things * 8 + static_cast<std::uint64_t>(point.of));
    }
};

}  // namespace

class Inquiry::Drawn : public record::Concluded {
public:
    explicit Drawn(const record::View& view)
        : record_(&view.record), known_(view.known), taken_(view.taken) {}
    bool fits(const record::View& view) const {
        return record_ == &view.record && known_ == view.known && taken_ == view.taken;
    }

    /// A conclusion, the choices it met, each once and in this order, and the days for which it holds.
    struct Kept {
        Span holds;
        std::vector<Choice> met;
        std::vector<base::DisputeId> noted;
        std::shared_ptr<const void> found;
    };
    std::unordered_map<Point, std::vector<Kept>, HashOfPoint> conclusions;
    std::size_t size = 0;                                               // of all of them
    std::unordered_map<std::uint32_t, std::vector<std::string>> sides;  // held by somebody, by dispute
    std::unordered_map<std::uint64_t, std::vector<Event>> events;       // by kind and by what they are about
    // By an event's first account, how many there are, and the field.
    std::map<std::tuple<EntryNumber, std::size_t, std::string>, std::vector<std::string>> told;

private:
    const record::Record* record_;
    std::size_t known_;
    Taking taken_;
};

std::shared_ptr<record::Concluded> Inquiry::drawn_for(const record::View& view) {
    if (view.concluded && static_cast<const Drawn&>(*view.concluded).fits(view)) return view.concluded;
    return std::make_shared<Drawn>(view);
}

void remember(record::View& view) { view.concluded = Inquiry::drawn_for(view); }
std::size_t remembered(const record::View& view) {
    return view.concluded ? static_cast<const Inquiry::Drawn&>(*view.concluded).size : 0;
}

Inquiry::Inquiry(const record::View& view) : Inquiry(view, drawn_for(view)) {}
Inquiry::Inquiry(const record::View& view, std::shared_ptr<record::Concluded> drawn)
    : view_(view), drawn_(std::move(drawn)) {}
Inquiry::Drawn& Inquiry::drawn() const { return static_cast<Drawn&>(*drawn_); }

const std::vector<Event>& Inquiry::collected(std::span<const EntryNumber> entries, std::size_t kind,
                                             std::uint32_t about) const {
    auto [found, fresh] = drawn().events.try_emplace(std::uint64_t{about} << 8 | kind);
    if (fresh) found->second = collect(entries, kind);
    return found->second;
}

std::vector<std::string> Inquiry::told(const Event& event, std::string_view field) const {
    auto [found, fresh] =
        drawn().told.try_emplace({event.accounts.front(), event.accounts.size(), std::string(field)});
    if (fresh) found->second = standing_values(view_, event, field);
    return found->second;
}

base::Tri Inquiry::by(const base::Date& date, base::Day day) {
    const base::Tri by = date.by(day);
    if (by != base::Tri::no) holds_.first = std::max(holds_.first, date.earliest());
    if (by == base::Tri::yes) holds_.first = std::max(holds_.first, date.latest());
    if (by == base::Tri::no) holds_.last = std::min(holds_.last, date.earliest().previous());
    if (by == base::Tri::maybe) that_day_only(day);  // the choice that follows is one about this day
    return by;
}

bool Inquiry::come(base::Day first, base::Day day) {
    return by(base::Date::of(first), day) == base::Tri::yes;
}

void Inquiry::law_of(base::Day day) {
    for (const rulebook::Version& version : rules().versions) come(version.from, day);
}

Inquiry::Opened Inquiry::open(base::Day day) {
    Opened outer{holds_, day_, asked_.size(), noted_.size()};
    holds_ = {};
    day_ = day;
    return outer;
}

// What holds for these days was part of what is being concluded: that holds no longer than its parts.
void Inquiry::close_span(const Opened& outer, const Span& holds, base::Day day) {
    holds_ = outer.holds;
    day_ = outer.day;
    if (day != day_) return;  // a question of another day, which does not move with this one
    holds_.first = std::max(holds_.first, holds.first);
    holds_.last = std::min(holds_.last, holds.last);
}

void Inquiry::close(const Point& point, const Opened& outer, std::shared_ptr<const void> found) {
    Drawn::Kept kept{.holds = holds_, .met = {}, .noted = {}, .found = std::move(found)};
    std::set<std::size_t> met;
    for (std::size_t i = outer.met; i < asked_.size(); ++i) {
        if (met.insert(asked_[i]).second) kept.met.push_back(choices_[asked_[i]]);
    }
    kept.noted.assign(noted_.begin() + static_cast<std::ptrdiff_t>(outer.noted), noted_.end());
    close_span(outer, kept.holds, day_);
    drawn().conclusions[point].push_back(std::move(kept));
    ++drawn().size;
}

const void* Inquiry::recall(const Point& point, base::Day day) {
    const auto known = drawn().conclusions.find(point);
    if (known == drawn().conclusions.end()) return nullptr;
    std::vector<const Drawn::Kept*> left;
    for (const Drawn::Kept& kept : known->second) {
        if (kept.holds.first <= day && day <= kept.holds.last) left.push_back(&kept);
    }
    // Those that went the same way so far meet the same choice next, as the law would.
    for (std::size_t step = 0; !left.empty(); ++step) {
        const Drawn::Kept& first = *left.front();
        if (step == first.met.size()) {
            for (const base::DisputeId dispute : first.noted) examined(dispute);
            close_span({holds_, day_}, first.holds, day);
            return first.found.get();
        }
        Choice next = first.met[step];
        next.taken = 0;  // as the law would ask it
        const std::size_t taken = choose(std::move(next));
        std::erase_if(left, [&](const Drawn::Kept* kept) { return kept->met[step].taken != taken; });
    }
    return nullptr;
}

base::SideId Inquiry::side(base::DisputeId dispute_id) {
    if (const auto taken = view_.taken.find(dispute_id); taken != view_.taken.end()) return taken->second;
    auto [sides, fresh] = drawn().sides.try_emplace(dispute_id.ordinal());
    const std::vector<std::string>& options = sides->second;
    if (fresh) {
        if (const auto told_dispute = dispute(view_, dispute_id)) {
            for (const SideTold& one : told_dispute->sides) sides->second.emplace_back(one.id.text());
        }
    }
    if (options.empty()) return {};
    if (options.size() == 1) return base::SideId::of(options.front());
    return base::SideId::of(options[choose(
        {.dispute = dispute_id, .what = {}, .options = options, .taken = 0, .earliest = {}, .latest = {}})]);
}

// -- merging -----------------------------------------------------------------------------------------

namespace {

struct Grouped {  // all passes that stand on the same sides
    Taking taking;
    std::vector<Leaf> leaves;
    std::optional<base::Day> earliest, latest;  // of the imprecise dates met among them
};

struct Merged {
    Taking taking;
    Standing standing;
    base::Value answer;
    std::vector<Reason> reasons;
    std::string settled_by;
    base::Support support;

    bool same_answer(const Merged& other) const {
        return standing == other.standing && answer == other.answer;
    }
};

// A leaf as one of several candidates: one that is not on record says so.
base::Value candidate(const Leaf& leaf) {
    if (leaf.on_record) return leaf.answer;
    const base::Object* known = leaf.answer.object();
    base::Object object = known ? *known : base::Object();
    object.insert_or_assign("standing", standing_name(Standing::not_on_record));
    if (!leaf.settled_by.empty()) object.insert_or_assign("settled_by", leaf.settled_by);
    return object;
}

// What all leaves have in common.
base::Value common(const std::vector<Leaf>& leaves) {
    const base::Object* first = leaves.front().answer.object();
    if (!first) return {};
    base::Object object = *first;
    std::erase_if(object, [&](const auto& field) {
        return std::ranges::any_of(
            leaves, [&](const Leaf& leaf) { return leaf.answer[field.first] != field.second; });
    });
    return object;
}

// Candidates in the order in which they were met, each once. Where none is on record there are none: the
// answer is not on record, and holds what is the same on all of them.
Merged merge(const Grouped& group) {
    const Leaf& first = group.leaves.front();
    Merged merged{.taking = group.taking,
                  .standing = first.on_record ? Standing::settled : Standing::not_on_record,
                  .answer = first.answer,
                  .reasons = first.reasons,
                  .settled_by = first.settled_by,
                  .support = rests_on(first.reasons)};
    base::List candidates;
    std::vector<std::map<std::string, std::set<std::string>>> under;  // of each candidate
    for (const Leaf& leaf : group.leaves) {
        base::Value one = candidate(leaf);
        const auto at = std::ranges::find(candidates, one);
        const auto place = static_cast<std::size_t>(at - candidates.begin());
        if (at == candidates.end()) {
            candidates.push_back(std::move(one));
            under.emplace_back();
        }
        for (const auto& [field, option] : leaf.under) under[place][field].insert(option);
        merged.support = base::weaker(merged.support, rests_on(leaf.reasons));
    }
    if (candidates.size() == 1) return merged;
    const bool none_on_record = std::ranges::none_of(group.leaves, &Leaf::on_record);
    if (!none_on_record) merged.standing = Standing::imprecise;
    for (const Leaf& leaf : group.leaves) {
        for (const Reason& reason : leaf.reasons) {
            if (std::ranges::find(merged.reasons, reason) == merged.reasons.end())
                merged.reasons.push_back(reason);
        }
    }
    if (none_on_record) {
        merged.answer = common(group.leaves);
        return merged;
    }
    merged.settled_by.clear();
    for (std::size_t place = 0; place < candidates.size(); ++place) {
        base::Object* one = candidates[place].object();
        for (const auto& [field, options] : under[place]) {
            if (one && options.size() == 1) one->insert_or_assign(field, *options.begin());
        }
    }
    base::Object answer{{"candidates", candidates}};
    if (group.earliest) answer.emplace("between", base::List{*group.earliest, *group.latest});
    merged.answer = std::move(answer);
    return merged;
}

bool compatible(const Taking& a, const Taking& b, base::DisputeId but) {
    return std::ranges::all_of(a, [&](const auto& taken) {
        const auto found = b.find(taken.first);
        return taken.first == but || found == b.end() || found->second == taken.second;
    });
}

// A dispute matters if two passes that differ in it alone come to different answers.
bool matters(const std::vector<Merged>& all, base::DisputeId dispute) {
    for (const Merged& a : all) {
        for (const Merged& b : all) {
            const auto x = a.taking.find(dispute);
            const auto y = b.taking.find(dispute);
            if (x == a.taking.end() || y == b.taking.end() || x->second == y->second) continue;
            if (compatible(a.taking, b.taking, dispute) && !a.same_answer(b)) return true;
        }
    }
    return false;
}

void forget(std::vector<Merged>& all, base::DisputeId dispute) {
    std::vector<Merged> kept;
    for (Merged& merged : all) {
        merged.taking.erase(dispute);
        const auto twin = std::ranges::find(kept, merged.taking, &Merged::taking);
        if (twin == kept.end()) {
            kept.push_back(std::move(merged));
        } else {
            twin->support = base::weaker(twin->support, merged.support);
        }
    }
    all = std::move(kept);
}

}  // namespace

Conclusion conclude(const record::View& view, const std::function<Leaf(Inquiry&)>& law) {
    std::vector<Grouped> groups;
    std::set<base::DisputeId> met;
    std::set<base::DisputeId> examined;
    std::vector<Inquiry::Choice> script;
    std::size_t passes = 0;
    Conclusion conclusion;
    const auto drawn = Inquiry::drawn_for(view);
    while (true) {
        Inquiry inquiry(view, drawn);
        inquiry.follow(script);
        Leaf leaf = law(inquiry);
        examined.insert(inquiry.examined().begin(), inquiry.examined().end());
        script = inquiry.choices();
        Taking taking;
        std::optional<base::Day> earliest, latest;
        for (const auto& choice : script) {
            if (choice.dispute) {
                met.insert(choice.dispute);
                taking.emplace(choice.dispute, base::SideId::of(choice.options[choice.taken]));
            } else if (!choice.earliest) {
                leaf.under.emplace("if_" + choice.what.substr(choice.what.rfind('.') + 1),
                                   choice.options[choice.taken]);
            } else {
                earliest = earliest ? std::min(*earliest, *choice.earliest) : choice.earliest;
                latest = latest ? std::max(*latest, *choice.latest) : choice.latest;
            }
        }
        auto group = std::ranges::find(groups, taking, &Grouped::taking);
        if (group == groups.end()) {
            groups.push_back({taking, {}, earliest, latest});
            group = groups.end() - 1;
        }
        if (earliest) group->earliest = group->earliest ? std::min(*group->earliest, *earliest) : *earliest;
        if (latest) group->latest = group->latest ? std::max(*group->latest, *latest) : *latest;
        group->leaves.push_back(std::move(leaf));
        ++passes;
        while (!script.empty() && script.back().taken + 1 == script.back().options.size()) script.pop_back();
        if (script.empty()) break;
        ++script.back().taken;
        if (passes == most_leaves) {
            conclusion.too_many_sides = true;
            break;
        }
    }

    if (conclusion.too_many_sides) {
        conclusion.standing = Standing::depends;
        conclusion.disputes.assign(met.begin(), met.end());
        conclusion.rests_on = base::Support::unverified;
        return conclusion;
    }

    std::vector<Merged> merged;
    for (const Grouped& group : groups) merged.push_back(merge(group));
    for (const base::DisputeId dispute_id : met) {
        if (matters(merged, dispute_id)) {
            conclusion.disputes.push_back(dispute_id);
        } else {
            examined.insert(dispute_id);
            forget(merged, dispute_id);
        }
    }
    for (const base::DisputeId dispute_id : examined) {
        if (std::ranges::find(conclusion.disputes, dispute_id) == conclusion.disputes.end())
            conclusion.examined.push_back(dispute_id);
    }

    const Merged& first = merged.front();
    if (merged.size() == 1) {
        conclusion.standing = first.standing;
        conclusion.rests_on = first.support;
        conclusion.answer = first.answer;
        conclusion.reasons = first.reasons;
        conclusion.settled_by = first.settled_by;
        return conclusion;
    }
    conclusion.standing = Standing::depends;
    std::ranges::sort(merged, {}, &Merged::taking);
    for (Merged& one : merged) {
        conclusion.rests_on = base::weaker(conclusion.rests_on, one.support);
        const auto twin = std::ranges::find_if(conclusion.by_side, [&](const BySide& by_side) {
            return by_side.standing == one.standing && by_side.answer == one.answer;
        });
        BySide& by_side = twin != conclusion.by_side.end() ? *twin : conclusion.by_side.emplace_back();
        if (by_side.taking.empty()) {
            by_side.standing = one.standing;
            by_side.rests_on = one.support;
            by_side.answer = std::move(one.answer);
            by_side.reasons = std::move(one.reasons);
            by_side.settled_by = one.settled_by;
        }
        for (const auto& [dispute_id, side] : one.taking) {
            const auto told = dispute(view, dispute_id);
            if (!told) continue;
            for (const SideTold& candidate : told->sides) {
                if (candidate.id != side) continue;
                for (const Holder& holder : candidate.held_by) {
                    const bool listed = std::ranges::any_of(
                        by_side.held_by, [&](const Holder& known) { return known.act == holder.act; });
                    if (!listed) by_side.held_by.push_back(holder);
                }
            }
        }
        by_side.taking.push_back(std::move(one.taking));
    }
    return conclusion;
}

// -- disputes ----------------------------------------------------------------------------------------

namespace {

std::optional<DisputeTold> of_rulebook(const record::View& view, const rulebook::Dispute& declared) {
    DisputeTold told{.id = declared.id, .event = {}, .field = {}, .sides = {}};
    for (const rulebook::Side& side : declared.sides) {
        auto holders = holders_of_side(view, declared.id, side.id);
        if (!holders.empty()) told.sides.push_back({side.id, std::move(holders)});
    }
    std::ranges::sort(told.sides, {}, &SideTold::id);
    return told;
}

std::optional<DisputeTold> of_accounts(const record::View& view, const Event& event,
                                       const std::string& field) {
    const auto values = standing_values(view, event, field);
    if (values.size() < 2) return std::nullopt;
    DisputeTold told{.id = dispute_over(event.id, field), .event = event.id, .field = field, .sides = {}};
    for (const std::string& value : values) {
        SideTold side{base::SideId::of(value), {}};
        for (const EntryNumber number : event.accounts) {
            const acts::Act& act = view.act(number);
            if (!tells(act, field, value) || tells_several(act, field, values)) continue;
            for (const acts::Cited& cited : act.sources) {
                side.held_by.push_back({.who = std::string(cited.source.text()),
                                        .who_kind = "source",
                                        .person = {},
                                        .on = act.on,
                                        .act = act.id,
                                        .sources = {cited.source},
                                        .support = cited.as});
            }
        }
        sort_holders(side.held_by);
        told.sides.push_back(std::move(side));
    }
    return told;
}

// The event's accounts as the view sees them, whatever their kind.
std::optional<Event> event_of(const record::View& view, base::EventId id) {
    Event event{id, accounts_of(view, id).its_own};
    return event.accounts.empty() ? std::nullopt : std::optional(std::move(event));
}

}  // namespace

std::optional<DisputeTold> dispute(const record::View& view, std::string_view letters) {
    if (const auto id = base::DisputeId::known(letters)) {
        if (const auto* declared = view.rulebook.find(*id)) return of_rulebook(view, *declared);
    }
    const auto dot = letters.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    const auto event_id = base::EventId::known(letters.substr(0, dot));
    if (!event_id) return std::nullopt;
    const auto event = event_of(view, *event_id);
    return event ? of_accounts(view, *event, std::string(letters.substr(dot + 1))) : std::nullopt;
}

std::vector<DisputeTold> disputes(const record::View& view) {
    std::vector<DisputeTold> all;
    for (const rulebook::Dispute& declared : view.rulebook.disputes) {
        if (auto told = of_rulebook(view, declared); told && !told->sides.empty())
            all.push_back(std::move(*told));
    }
    std::set<base::EventId> looked_at;
    view.each([&](EntryNumber number) {
        const base::EventId id = view.act(number).event;
        if (view.record.accounts(id).size() < 2 || !looked_at.insert(id).second) return;
        const auto event = event_of(view, id);
        if (!event || event->accounts.size() < 2) return;
        std::set<std::string> fields;
        for (const EntryNumber account : event->accounts) {
            for (std::string& field : record::comparable_fields(view.act(account)))
                fields.insert(std::move(field));
        }
        for (const std::string& field : fields) {
            if (auto told = of_accounts(view, *event, field)) all.push_back(std::move(*told));
        }
    });
    std::ranges::sort(all, {}, &DisputeTold::id);
    return all;
}

}  // namespace law
