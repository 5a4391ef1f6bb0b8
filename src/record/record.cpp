#include "record/record.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace record {
namespace {

// Counting sort in two passes over the same `emit`: first how many rows each key has, then the rows.
template <class Emit, class Row>
std::vector<std::uint32_t> group(std::size_t keys, std::vector<Row>& rows, Emit emit) {
    std::vector<std::uint32_t> starts(keys + 1, 0);
    emit([&](std::uint32_t key, const Row&) { ++starts[key + 1]; });
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    rows.resize(starts.back());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    emit([&](std::uint32_t key, const Row& row) { rows[next[key]++] = row; });
    return starts;
}

// Later effect first; of the same day, the later entry first.
template <class Row> bool decides_before(const Row& a, const Row& b) {
    if (a.effective_latest != b.effective_latest) return a.effective_latest > b.effective_latest;
    return a.entry > b.entry;
}

}  // namespace

Record Record::of(std::vector<Entry> entries) {
    Record record;
    record.entries_ = std::move(entries);
    record.kinds_.resize(std::variant_size_v<acts::Content>);
    for (EntryNumber i = 0; i < record.entries_.size(); ++i) {
        record.kinds_[record.entries_[i].act.content.index()].push_back(i);
    }
    record.index_annulments();
    record.index_subjects();
    record.index_positions();
    record.index_membership();
    return record;
}

std::size_t Record::known_by(base::Day day) const {
    const auto after = std::ranges::upper_bound(entries_, day, {}, &Entry::known_on);
    return static_cast<std::size_t>(after - entries_.begin());
}

void Record::index_subjects() {
    const std::size_t keys = base::names_in_use();
    subject_table_.starts = group(keys, subject_rows_, [&](auto row) {
        for (EntryNumber i = 0; i < entries_.size(); ++i) {
            // An act that names one thing twice is still listed once: roles are few, so look back.
            std::uint32_t seen[16];
            std::size_t count = 0;
            each_name(entries_[i].act.content, [&](std::string_view, auto id) {
                const std::uint32_t ordinal = id.ordinal();
                if (std::find(seen, seen + count, ordinal) != seen + count) return;
                if (count < std::size(seen)) seen[count++] = ordinal;
                row(ordinal, i);
            });
        }
    });
    event_table_.starts = group(keys, event_rows_, [&](auto row) {
        for (EntryNumber i = 0; i < entries_.size(); ++i) row(entries_[i].act.event.ordinal(), i);
    });
    id_table_.starts = group(keys, id_rows_, [&](auto row) {
        for (EntryNumber i = 0; i < entries_.size(); ++i) row(entries_[i].act.id.ordinal(), i);
    });
}

void Record::index_annulments() {
    annulled_.assign(entries_.size(), never);
    const auto annulments = of_kind<acts::Annulled>();
    if (annulments.empty()) return;
    std::vector<EntryNumber> by_ordinal(base::names_in_use(), never);
    for (EntryNumber i = 0; i < entries_.size(); ++i) by_ordinal[entries_[i].act.id.ordinal()] = i;
    for (const EntryNumber i : annulments) {
        const EntryNumber target =
            by_ordinal[std::get<acts::Annulled>(entries_[i].act.content).act.ordinal()];
        if (target < i) annulled_[target] = std::min(annulled_[target], i);
    }
}

void Record::index_positions() {
    const std::size_t keys = base::names_in_use();
    adoptions_.assign(keys, never);
    members_.assign(keys, {});
    for (const EntryNumber i : of_kind<acts::Adopted>()) {
        EntryNumber& first = adoptions_[std::get<acts::Adopted>(entries_[i].act.content).paper.ordinal()];
        first = std::min(first, i);
    }
    position_table_.starts = group(keys, positions_, [&](auto row) {
        for (const EntryNumber i : of_kind<acts::PositionTaken>()) {
            const auto& taken = std::get<acts::PositionTaken>(entries_[i].act.content);
            if (!taken.paper) continue;
            members_[taken.member.ordinal()] = taken.member;
            const base::Date& effect = taken.takes_effect ? *taken.takes_effect : entries_[i].act.on;
            row(taken.paper.ordinal(), Position{.member = taken.member.ordinal(),
                                                .effective_earliest = effect.earliest().number(),
                                                .effective_latest = effect.latest().number(),
                                                .entry = i,
                                                .annulled = annulled_[i],
                                                .stance = taken.stance});
        }
    });
    for (std::size_t k = 0; k + 1 < position_table_.starts.size(); ++k) {
        const auto first = positions_.begin() + position_table_.starts[k];
        const auto last = positions_.begin() + position_table_.starts[k + 1];
        if (last - first < 2) continue;
        std::sort(first, last, [](const Position& a, const Position& b) {
            return a.member != b.member ? a.member < b.member : decides_before(a, b);
        });
    }
}

void Record::index_membership() {
    using To = MembershipTurn::To;
    const auto turns = [&](auto row) {
        const auto add = [&]<class K>(const K*, To to) {
            for (const EntryNumber i : of_kind<K>()) {
                const base::MemberId member = std::get<K>(entries_[i].act.content).member;
                members_[member.ordinal()] = member;
                row(member.ordinal(),
                    MembershipTurn{.effective_earliest = entries_[i].act.on.earliest().number(),
                                   .effective_latest = entries_[i].act.on.latest().number(),
                                   .entry = i,
                                   .annulled = annulled_[i],
                                   .to = to});
            }
        };
        add(static_cast<const acts::Admitted*>(nullptr), To::member);
        add(static_cast<const acts::MembershipRestored*>(nullptr), To::member);
        add(static_cast<const acts::MembershipSuspended*>(nullptr), To::suspended);
        add(static_cast<const acts::Left*>(nullptr), To::outside);
        add(static_cast<const acts::Excluded*>(nullptr), To::outside);
    };
    membership_table_.starts = group(base::names_in_use(), memberships_, turns);
    for (std::size_t k = 0; k + 1 < membership_table_.starts.size(); ++k) {
        std::sort(memberships_.begin() + membership_table_.starts[k],
                  memberships_.begin() + membership_table_.starts[k + 1], decides_before<MembershipTurn>);
    }
}

std::span<const EntryNumber> Record::about_ordinal(std::uint32_t ordinal) const {
    return subject_table_.rows(subject_rows_, ordinal);
}
std::span<const EntryNumber> Record::accounts(base::EventId event) const {
    return event_table_.rows(event_rows_, event.ordinal());
}
std::optional<EntryNumber> Record::find(base::ActId id) const {
    const auto rows = id_table_.rows(id_rows_, id.ordinal());
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}
std::span<const Position> Record::positions(base::PaperId paper) const {
    return position_table_.rows(positions_, paper.ordinal());
}
std::span<const MembershipTurn> Record::membership(base::MemberId member) const {
    return membership_table_.rows(memberships_, member.ordinal());
}
base::MemberId Record::member_of(std::uint32_t ordinal) const {
    return ordinal < members_.size() ? members_[ordinal] : base::MemberId();
}
EntryNumber Record::adoption(base::PaperId paper) const {
    return paper.ordinal() < adoptions_.size() ? adoptions_[paper.ordinal()] : never;
}

}  // namespace record
