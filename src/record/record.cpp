#include "record/record.hpp"

#include <algorithm>
#include <atomic>
#include <map>
#include <numeric>

#include "base/packed.hpp"

namespace record {
namespace {

// Rows grouped by a key: rows of key k are [starts[k], starts[k + 1]).
template <class Row> struct Table {
    std::vector<std::uint32_t> starts{0};
    std::vector<Row> rows;

    std::span<const Row> of(std::uint32_t key) const {
        if (key + 1 >= starts.size()) return {};
        return std::span(rows).subspan(starts[key], starts[key + 1] - starts[key]);
    }
    std::span<Row> of(std::uint32_t key) {
        return std::span(rows).subspan(starts[key], starts[key + 1] - starts[key]);
    }
};

template <class Row> struct Keyed {
    std::uint32_t key;
    Row row;
};

// Counting sort; rows of one key keep their order.
template <class Row> Table<Row> group(std::size_t keys, const std::vector<Keyed<Row>>& all) {
    Table<Row> table{std::vector<std::uint32_t>(keys + 1, 0), std::vector<Row>(all.size())};
    for (const auto& one : all) ++table.starts[one.key + 1];
    std::partial_sum(table.starts.begin(), table.starts.end(), table.starts.begin());
    std::vector<std::uint32_t> next(table.starts.begin(), table.starts.end() - 1);
    for (const auto& one : all) table.rows[next[one.key]++] = one.row;
    return table;
}

// Later effect first; of the same day, the later entry first.
template <class Row> bool decides_before(const Row& a, const Row& b) {
    if (a.effective_latest != b.effective_latest) return a.effective_latest > b.effective_latest;
    return a.entry > b.entry;
}

// The size of a table by ordinal that grows with the names: half as much again each time.
std::size_t room_for(std::uint32_t ordinal, std::size_t size) {
    return std::max<std::size_t>(std::size_t{ordinal} + 1, size + size / 2);
}

// Where the entries of a day begin, among those of all days.
struct OfDay {
    base::Day day;
    std::uint32_t start;
};

// Small numbers for the names that are used in one place, so that tables over them are short.
class Numbering {
public:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t of(std::uint32_t ordinal) const {
        return ordinal < numbers_.size() ? numbers_[ordinal] : none;
    }
    std::uint32_t add(std::uint32_t ordinal) {
        if (ordinal >= numbers_.size()) numbers_.resize(room_for(ordinal, numbers_.size()), none);
        if (numbers_[ordinal] == none) numbers_[ordinal] = size_++;
        return numbers_[ordinal];
    }
    std::uint32_t size() const { return size_; }
    void pack(base::Packing& to) const {
        to.put(numbers_);
        to.put(size_);
    }
    static Numbering unpack(base::Unpacking& from) {
        Numbering made;
        made.numbers_ = from.list<std::uint32_t>();
        made.size_ = from.one<std::uint32_t>();
        return made;
    }
    void trim() {
        while (!numbers_.empty() && numbers_.back() == none) numbers_.pop_back();
        numbers_.shrink_to_fit();
    }

private:
    std::vector<std::uint32_t> numbers_;
    std::uint32_t size_ = 0;
};

}  // namespace

namespace {

struct Indexes {
    std::vector<base::Day> known_on;
    std::vector<EntryNumber> annulled;
    std::vector<std::vector<EntryNumber>> kinds{std::variant_size_v<acts::Content>};
    std::vector<EntryNumber> by_id;  // by ordinal of the act's id
    Numbering subjects;
    Table<EntryNumber> about;          // by number of the subject
    Numbering told_again;              // events of several accounts
    Table<EntryNumber> accounts;       // of those
    std::vector<EntryNumber> further;  // every account of an event but its first, ascending
    Table<Position> positions;         // by number of the paper among the subjects, as far as there are any
    Table<MembershipTurn> turns;       // by number of the member
    std::vector<Told> told_of_turns;
    std::vector<EntryNumber> by_day;         // by the day from which they are told, then by number
    std::vector<OfDay> days;                 // where each day's begin, earliest first
    std::vector<std::uint32_t> adoption_of;  // by number of the paper, the place in `adoptions`
    std::vector<Adoption> adoptions;
};

}  // namespace

struct Record::Indexed : Indexes {
    // Exactly one of the two holds the acts.
    std::vector<Entry> entries;
    std::shared_ptr<const Acts> acts;
    // Of acts that lie elsewhere, those that were looked at.
    std::unique_ptr<std::atomic<const Entry*>[]> looked_at;

    explicit Indexed(Indexes made) : Indexes(std::move(made)) {}
    Indexed(const Indexed&) = delete;
    Indexed& operator=(const Indexed&) = delete;
    ~Indexed() {
        for (std::size_t i = 0; looked_at && i < known_on.size(); ++i) delete looked_at[i].load();
    }

    const Entry& entry(EntryNumber number) const {
        if (!acts) return entries[number];
        auto& place = looked_at[number];
        if (const Entry* known = place.load(std::memory_order_acquire)) return *known;
        auto read = std::make_unique<const Entry>(acts->read(number));
        const Entry* expected = nullptr;
        if (place.compare_exchange_strong(expected, read.get(), std::memory_order_acq_rel))
            return *read.release();
        return *expected;  // another thread was quicker
    }
};

struct Record::Supposed {
    std::vector<Entry> entries;
    std::map<std::uint32_t, std::vector<EntryNumber>> about;     // by ordinal; those on record first
    std::map<std::size_t, std::vector<EntryNumber>> kinds;       // likewise
    std::map<std::uint32_t, EntryNumber> by_id;                  // by ordinal
    std::map<std::uint32_t, std::vector<EntryNumber>> accounts;  // by ordinal of the event, likewise
    std::map<EntryNumber, EntryNumber> annulled;
};

// -- making the indexes ------------------------------------------------------------------------------

class Record::Indexer {
public:
    explicit Indexer(std::size_t size) {
        made_.known_on.reserve(size);
        made_.by_id.reserve(base::names_in_use() + size);
        about_.reserve(size * 2);  // most acts name a member and a thing
        positions_.reserve(size);
        told_from_.reserve(size);
    }

    void add(const Entry& entry) {
        const auto number = static_cast<EntryNumber>(made_.known_on.size());
        const acts::Act& act = entry.act;
        made_.known_on.push_back(entry.known_on);
        made_.kinds[act.content.index()].push_back(number);
        const std::uint32_t id = act.id.ordinal();
        if (id >= made_.by_id.size()) made_.by_id.resize(room_for(id, made_.by_id.size()), never);
        if (made_.by_id[id] == never) made_.by_id[id] = number;
        if (act.event.ordinal() != id) further_.push_back({act.event.ordinal(), number});
        told_from_.push_back(
            static_cast<std::uint32_t>(told_from(act.on).number() - base::Day::first().number()));
        note_subjects(act.content, number);
        std::visit([&]<class K>(const K& content) { note(content, act, number); }, act.content);
    }

    std::size_t size() const { return made_.known_on.size(); }
    std::optional<EntryNumber> find(std::uint32_t ordinal) const {
        if (ordinal >= made_.by_id.size() || made_.by_id[ordinal] == never) return std::nullopt;
        return made_.by_id[ordinal];
    }

    std::shared_ptr<Indexed> finish() && {
        annul();
        gather_days();
        gather_accounts();
        made_.subjects.trim();
        made_.about = group(made_.subjects.size(), about_);
        about_ = {};
        gather_positions();
        gather_turns();
        for (auto& kind : made_.kinds) kind.shrink_to_fit();
        while (!made_.by_id.empty() && made_.by_id.back() == never) made_.by_id.pop_back();
        made_.by_id.shrink_to_fit();
        return std::make_shared<Indexed>(std::move(made_));
    }
    std::shared_ptr<const Indexed> finish_with(std::shared_ptr<const Acts> acts) && {
        auto made = std::move(*this).finish();
        made->looked_at = std::make_unique<std::atomic<const Entry*>[]>(made->known_on.size());
        made->acts = std::move(acts);
        return made;
    }

    // What `finish` makes is left out.
    void pack(base::Packing& to) const {
        to.put(made_.known_on);
        for (const auto& kind : made_.kinds) to.put(kind);
        to.put(made_.by_id);
        made_.subjects.pack(to);
        to.put(made_.adoption_of);
        to.put(made_.adoptions);
        to.put(told_from_);
        to.put(about_);
        to.put(further_);
        to.put(annulments_);
        to.put(ruled_);
        to.put(not_plain_);
        to.put(positions_);
        to.put(turns_);
    }
    static std::optional<Indexer> unpack(base::Unpacking& from) {
        Indexer made(0);
        made.made_.known_on = from.list<base::Day>();
        for (auto& kind : made.made_.kinds) kind = from.list<EntryNumber>();
        made.made_.by_id = from.list<EntryNumber>();
        made.made_.subjects = Numbering::unpack(from);
        made.made_.adoption_of = from.list<std::uint32_t>();
        made.made_.adoptions = from.list<Adoption>();
        made.told_from_ = from.list<std::uint32_t>();
        made.about_ = from.list<Keyed<EntryNumber>>();
        made.further_ = from.list<Keyed<EntryNumber>>();
        made.annulments_ = from.list<Keyed<EntryNumber>>();
        made.ruled_ = from.list<std::uint32_t>();
        made.not_plain_ = from.list<EntryNumber>();
        made.positions_ = from.list<Keyed<Position>>();
        made.turns_ = from.list<Keyed<MembershipTurn>>();
        if (!from.good()) return std::nullopt;
        return made;
    }

private:
    using To = MembershipTurn::To;

    void note_subjects(const acts::Content& content, EntryNumber number) {
        // An act that names one thing twice is still listed once: roles are few, so look back.
        std::uint32_t seen[16];
        std::size_t count = 0;
        each_name(content, [&](std::string_view, auto id) {
            const std::uint32_t ordinal = id.ordinal();
            if (std::find(seen, seen + count, ordinal) != seen + count) return;
            if (count < std::size(seen)) seen[count++] = ordinal;
            about_.push_back({made_.subjects.add(ordinal), number});
        });
    }

    void note(const auto&, const acts::Act&, EntryNumber) {}
    void note(const acts::Annulled& act, const acts::Act&, EntryNumber number) {
        annulments_.push_back({act.act.ordinal(), number});
    }
    void note(const acts::DifferenceNoted& noted, const acts::Act&, EntryNumber) {
        ruled_.push_back(noted.of.ordinal());
    }
    void note(const acts::Adopted& adopted, const acts::Act& act, EntryNumber number) {
        const std::uint32_t paper = made_.subjects.add(adopted.paper.ordinal());
        auto& places = made_.adoption_of;
        if (paper >= places.size()) places.resize(paper + 1, never);
        if (places[paper] != never) {
            made_.adoptions[places[paper]].told = Told::otherwise;
            return;
        }
        places[paper] = static_cast<std::uint32_t>(made_.adoptions.size());
        made_.adoptions.push_back({.entry = number,
                                   .on = act.on,
                                   .body = adopted.body,
                                   .kind = adopted.paper_kind,
                                   .format = adopted.format,
                                   .told = Told::plainly,
                                   .positions = Told::plainly});
    }
    void note(const acts::PositionTaken& taken, const acts::Act& act, EntryNumber number) {
        if (!taken.paper) return;
        const base::Date& effect = taken.takes_effect ? *taken.takes_effect : act.on;
        const std::uint32_t paper = made_.subjects.add(taken.paper.ordinal());
        positions_.push_back({paper,
                              {.member = taken.member,
                               .effective_earliest = effect.earliest().number(),
                               .effective_latest = effect.latest().number(),
                               .entry = number,
                               .annulled = never,
                               .stance = taken.stance}});
        const bool plain = effect.exact() &&
                           (taken.stance == acts::Stance::joined || taken.stance == acts::Stance::denounced);
        if (!plain) not_plain_.push_back(number);
    }
    void note(const acts::Admitted& act, const acts::Act& whole, EntryNumber number) {
        turn(act.member, To::member, whole, number);
    }
    void note(const acts::MembershipRestored& act, const acts::Act& whole, EntryNumber number) {
        turn(act.member, To::member, whole, number);
    }
    void note(const acts::MembershipSuspended& act, const acts::Act& whole, EntryNumber number) {
        turn(act.member, To::suspended, whole, number);
    }
    void note(const acts::Left& act, const acts::Act& whole, EntryNumber number) {
        turn(act.member, To::outside, whole, number);
    }
    void note(const acts::Excluded& act, const acts::Act& whole, EntryNumber number) {
        turn(act.member, To::outside, whole, number);
    }
    void turn(base::MemberId member, To to, const acts::Act& act, EntryNumber number) {
        turns_.push_back({made_.subjects.add(member.ordinal()),
                          {.effective_earliest = act.on.earliest().number(),
                           .effective_latest = act.on.latest().number(),
                           .entry = number,
                           .annulled = never,
                           .to = to}});
        if (!act.on.exact()) not_plain_.push_back(number);
    }

    void annul() {
        made_.annulled.assign(size(), never);
        for (const auto& [ordinal, by] : annulments_) {
            const auto target = find(ordinal);
            if (target && *target < by) made_.annulled[*target] = std::min(made_.annulled[*target], by);
        }
    }

    // Two counting sorts, by the lower and then by the upper half of a day's number: it has 22 bits.
    void gather_days() {
        constexpr unsigned bits = 11, mask = (1U << bits) - 1;
        std::vector<EntryNumber>& sorted = made_.by_day;
        sorted.resize(told_from_.size());
        std::iota(sorted.begin(), sorted.end(), 0U);
        std::vector<EntryNumber> next(sorted.size());
        for (const unsigned shift : {0U, bits}) {
            std::vector<std::uint32_t> places(mask + 2, 0);
            for (const std::uint32_t day : told_from_) ++places[((day >> shift) & mask) + 1];
            std::partial_sum(places.begin(), places.end(), places.begin());
            for (const EntryNumber number : sorted)
                next[places[(told_from_[number] >> shift) & mask]++] = number;
            sorted.swap(next);
        }
        for (std::uint32_t place = 0; place < sorted.size(); ++place) {
            const auto day =
                base::Day::first().plus(base::Days{static_cast<std::int32_t>(told_from_[sorted[place]])});
            if (made_.days.empty() || made_.days.back().day != day) made_.days.push_back({day, place});
        }
        made_.days.shrink_to_fit();
        told_from_ = {};
    }

    // The first account is in no list yet; put each event's together, and remember who is not plain.
    void gather_accounts() {
        std::vector<Keyed<EntryNumber>> rows;
        const std::size_t told_further = further_.size();
        for (std::size_t i = 0; i < told_further; ++i) {
            const std::uint32_t event = further_[i].key;
            made_.further.push_back(further_[i].row);
            const auto first = find(event);
            if (made_.told_again.of(event) == Numbering::none && first &&
                !std::ranges::binary_search(made_.further, *first)) {
                rows.push_back({made_.told_again.add(event), *first});
                not_plain_.push_back(*first);
            }
            rows.push_back({made_.told_again.add(event), further_[i].row});
            not_plain_.push_back(further_[i].row);
        }
        std::ranges::sort(rows, {}, &Keyed<EntryNumber>::row);
        made_.accounts = group(made_.told_again.size(), rows);
        for (const std::uint32_t event : ruled_) {
            if (const auto first = find(event)) not_plain_.push_back(*first);
        }
        std::ranges::sort(not_plain_);
    }

    bool plain(EntryNumber number) const { return !std::ranges::binary_search(not_plain_, number); }

    void gather_positions() {
        for (auto& [paper, position] : positions_) {
            position.annulled = made_.annulled[position.entry];
            if (not_plain_.empty() || plain(position.entry)) continue;
            if (paper < made_.adoption_of.size() && made_.adoption_of[paper] != never)
                made_.adoptions[made_.adoption_of[paper]].positions = Told::otherwise;
        }
        for (Adoption& adoption : made_.adoptions) {
            if (!plain(adoption.entry) || !adoption.on.exact()) adoption.told = Told::otherwise;
        }
        made_.positions = group(made_.subjects.size(), positions_);
        positions_ = {};
        for (std::uint32_t paper = 0; paper < made_.subjects.size(); ++paper) {
            const auto rows = made_.positions.of(paper);
            if (rows.size() < 2) continue;
            std::ranges::sort(rows, [](const Position& a, const Position& b) {
                return a.member != b.member ? a.member.ordinal() < b.member.ordinal() : decides_before(a, b);
            });
        }
    }

    void gather_turns() {
        made_.told_of_turns.assign(made_.subjects.size(), Told::plainly);
        for (auto& [member, one] : turns_) {
            one.annulled = made_.annulled[one.entry];
            if (!plain(one.entry)) made_.told_of_turns[member] = Told::otherwise;
        }
        made_.turns = group(made_.subjects.size(), turns_);
        for (std::uint32_t member = 0; member < made_.subjects.size(); ++member)
            std::ranges::sort(made_.turns.of(member), decides_before<MembershipTurn>);
    }

    Indexes made_;
    std::vector<std::uint32_t> told_from_;  // by entry, in days from the first there is
    std::vector<Keyed<EntryNumber>> about_;
    std::vector<Keyed<EntryNumber>> further_;     // accounts after an event's first, by its ordinal
    std::vector<Keyed<EntryNumber>> annulments_;  // by ordinal of what they annul
    std::vector<std::uint32_t> ruled_;            // events on which a difference was noted
    std::vector<EntryNumber> not_plain_;
    std::vector<Keyed<Position>> positions_;
    std::vector<Keyed<MembershipTurn>> turns_;
};

// -- the record --------------------------------------------------------------------------------------

Record::Record() {
    static const std::shared_ptr<const Indexed> nothing = Indexer(0).finish();
    indexed_ = nothing;
}

Record Record::of(std::vector<Entry> entries) {
    Indexer indexer(entries.size());
    for (const Entry& entry : entries) indexer.add(entry);
    auto made = std::move(indexer).finish();
    made->entries = std::move(entries);
    Record record;
    record.indexed_ = std::move(made);
    return record;
}

Record Record::of(std::shared_ptr<const Acts> acts) {
    const std::size_t size = acts->size();
    base::expect_names(size);
    Indexer indexer(size);
    for (EntryNumber i = 0; i < size; ++i) indexer.add(acts->read(i));
    Record record;
    record.indexed_ = std::move(indexer).finish_with(std::move(acts));
    return record;
}

Growing::Growing() : indexer_(std::make_unique<Record::Indexer>(0)) {}
Growing::Growing(Growing&&) noexcept = default;
Growing& Growing::operator=(Growing&&) noexcept = default;
Growing::~Growing() = default;

void Growing::add(const Entry& entry) { indexer_->add(entry); }
std::size_t Growing::size() const { return indexer_->size(); }
std::optional<EntryNumber> Growing::find(base::ActId id) const { return indexer_->find(id.ordinal()); }

Record Growing::with(std::shared_ptr<const Acts> acts) const {
    Record record;
    record.indexed_ = Record::Indexer(*indexer_).finish_with(std::move(acts));
    return record;
}

void Growing::pack(base::Packing& to) const { indexer_->pack(to); }

std::optional<Growing> Growing::unpack(base::Unpacking& from) {
    auto read = Record::Indexer::unpack(from);
    if (!read) return std::nullopt;
    Growing made;
    *made.indexer_ = std::move(*read);
    return made;
}

Record Record::supposing(std::vector<acts::Act> acts) const {
    auto all = supposed_ ? std::make_shared<Supposed>(*supposed_) : std::make_shared<Supposed>();
    const base::Day known = size() == 0 ? base::Day::first() : indexed_->known_on.back();
    for (acts::Act& act : acts) {
        const auto number = static_cast<EntryNumber>(size() + all->entries.size());
        const auto extend = [&](auto& lists, auto key, std::span<const EntryNumber> on_record) {
            const auto [list, fresh] = lists.try_emplace(key, on_record.begin(), on_record.end());
            if (list->second.empty() || list->second.back() != number) list->second.push_back(number);
        };
        each_name(act.content, [&](std::string_view, auto id) {
            extend(all->about, id.ordinal(), about_ordinal(id.ordinal()));
        });
        extend(all->kinds, act.content.index(), of_index(act.content.index()));
        extend(all->accounts, act.event.ordinal(), accounts(act.event));
        all->by_id.emplace(act.id.ordinal(), number);
        if (const auto* annulled = std::get_if<acts::Annulled>(&act.content)) {
            const auto own = all->by_id.find(annulled->act.ordinal());
            if (const auto target =
                    own != all->by_id.end() ? std::optional(own->second) : find(annulled->act))
                all->annulled.emplace(*target, number);
        }
        all->entries.push_back({std::move(act), known});
    }
    Record record;
    record.indexed_ = indexed_;
    record.supposed_ = std::move(all);
    return record;
}

std::size_t Record::size() const { return indexed_->known_on.size(); }

const Entry& Record::operator[](EntryNumber number) const {
    return number < size() ? indexed_->entry(number) : supposed_->entries[number - size()];
}

base::Day Record::known_on(EntryNumber number) const {
    return number < size() ? indexed_->known_on[number] : supposed_->entries[number - size()].known_on;
}

std::size_t Record::known_by(base::Day day) const {
    const auto after = std::ranges::upper_bound(indexed_->known_on, day);
    return static_cast<std::size_t>(after - indexed_->known_on.begin());
}

std::span<const EntryNumber> Record::about_ordinal(std::uint32_t ordinal) const {
    if (supposed_) {
        if (const auto found = supposed_->about.find(ordinal); found != supposed_->about.end())
            return found->second;
    }
    const std::uint32_t number = indexed_->subjects.of(ordinal);
    return number == Numbering::none ? std::span<const EntryNumber>() : indexed_->about.of(number);
}

std::span<const EntryNumber> Record::of_index(std::size_t index) const {
    if (supposed_) {
        if (const auto found = supposed_->kinds.find(index); found != supposed_->kinds.end())
            return found->second;
    }
    return indexed_->kinds[index];
}

std::span<const EntryNumber> Record::accounts(base::EventId event) const {
    if (supposed_) {
        if (const auto found = supposed_->accounts.find(event.ordinal()); found != supposed_->accounts.end())
            return found->second;
    }
    if (const std::uint32_t number = indexed_->told_again.of(event.ordinal()); number != Numbering::none)
        return indexed_->accounts.of(number);
    if (event.ordinal() >= indexed_->by_id.size()) return {};
    const EntryNumber& only = indexed_->by_id[event.ordinal()];
    // The id of an act that is itself a further account names no event.
    if (only == never || std::ranges::binary_search(indexed_->further, only)) return {};
    return {&only, 1};
}

std::optional<EntryNumber> Record::find(base::ActId id) const {
    if (supposed_) {
        if (const auto found = supposed_->by_id.find(id.ordinal()); found != supposed_->by_id.end())
            return found->second;
    }
    if (id.ordinal() >= indexed_->by_id.size()) return std::nullopt;
    const EntryNumber number = indexed_->by_id[id.ordinal()];
    return number == never ? std::nullopt : std::optional(number);
}

std::vector<EntryNumber> Record::told_between(base::Day after, base::Day until) const {
    if (until <= after) return {};
    const auto place_after = [&](base::Day day) {
        const auto next = std::ranges::upper_bound(indexed_->days, day, {}, &OfDay::day);
        return indexed_->by_day.begin() +
               (next == indexed_->days.end() ? std::ssize(indexed_->by_day) : std::ptrdiff_t{next->start});
    };
    std::vector<EntryNumber> found(place_after(after), place_after(until));
    for (EntryNumber number = static_cast<EntryNumber>(size()); number < end(); ++number) {  // supposed
        const auto day_of = [&](EntryNumber one) { return told_from((*this)[one].act.on); };
        const base::Day day = day_of(number);
        if (day > after && day <= until)
            found.insert(std::ranges::upper_bound(found, day, {}, day_of), number);
    }
    return found;
}

EntryNumber Record::annulled_by(EntryNumber number) const {
    if (supposed_) {
        if (const auto found = supposed_->annulled.find(number); found != supposed_->annulled.end())
            return found->second;
    }
    return number < size() ? indexed_->annulled[number] : never;
}

bool Record::visible(EntryNumber number, std::size_t known) const {
    const EntryNumber annulled = annulled_by(number);
    if (annulled != never && (annulled < known || annulled >= size())) return false;
    return number < known || number >= size();
}

EntryNumber Record::end() const {
    return static_cast<EntryNumber>(size() + (supposed_ ? supposed_->entries.size() : 0));
}

std::span<const Position> Record::positions(base::PaperId paper) const {
    const std::uint32_t number = indexed_->subjects.of(paper.ordinal());
    return number == Numbering::none ? std::span<const Position>()
                                     : std::as_const(indexed_->positions).of(number);
}

std::span<const MembershipTurn> Record::membership(base::MemberId member) const {
    const std::uint32_t number = indexed_->subjects.of(member.ordinal());
    return number == Numbering::none ? std::span<const MembershipTurn>()
                                     : std::as_const(indexed_->turns).of(number);
}

Told Record::told_of_membership(base::MemberId member) const {
    const std::uint32_t number = indexed_->subjects.of(member.ordinal());
    return number == Numbering::none ? Told::plainly : indexed_->told_of_turns[number];
}

const Adoption* Record::adoption(base::PaperId paper) const {
    const std::uint32_t number = indexed_->subjects.of(paper.ordinal());
    if (number >= indexed_->adoption_of.size() || indexed_->adoption_of[number] == never) return nullptr;
    return &indexed_->adoptions[indexed_->adoption_of[number]];
}

}  // namespace record
