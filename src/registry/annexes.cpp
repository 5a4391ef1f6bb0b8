#include "registry/annexes.hpp"

#include <deque>
#include <set>
#include <utility>

#include "registry/book.hpp"

namespace registry {
namespace {

using Of = CarryFault::Of;

/// Bytes of annexes that are kept in one step.
constexpr std::size_t most_at_once = std::size_t{16} << 20;

std::unexpected<CarryFault> failed(Of of, store::Fault fault) {
    return std::unexpected(CarryFault{of, std::move(fault)});
}

// What the entries of a log say of annexes.
struct Told {
    std::set<merkle::Hash> named;
    std::set<merkle::Hash> acts;  // of `named`: of acts that were withheld
    std::set<merkle::Hash> taken_away;

    void read(const seals::Entry& entry) {
        if (entry.withheld) {
            named.insert(entry.withheld->commitment);
            acts.insert(entry.withheld->commitment);
        }
        for (const seals::FileNote& note : entry.files) {
            if (note.commitment) named.insert(*note.commitment);
        }
        const auto understood = seals::understand(entry);
        if (!understood || !understood->registry) return;
        if (const auto* removed = std::get_if<seals::AnnexRemoved>(&understood->registry->content))
            taken_away.insert(removed->commitment);
    }
};

store::Expected<Told> told_in(const store::Store& store) {
    Told told;
    const auto read = store.each_entry(0, [&](std::uint64_t, std::string_view bytes) {
        if (const auto entry = seals::read_entry(bytes, seals::Where::in_log)) told.read(*entry);
        return true;
    });
    if (!read) return std::unexpected(read.error());
    return told;
}

class Carrying {
public:
    Carrying(const store::Store& from, store::Store& to) : from_(from), to_(to) {}

    std::expected<Carried, CarryFault> carry() {
        auto told = told_in(to_);
        if (!told) return failed(Of::to, std::move(told.error()));
        auto before = told_in(from_);
        if (!before) return failed(Of::from, std::move(before.error()));
        told->taken_away.merge(before->taken_away);
        std::deque<merkle::Hash> open(told->named.begin(), told->named.end());
        for (; !open.empty(); open.pop_front()) {
            const merkle::Hash commitment = open.front();
            if (told->taken_away.contains(commitment)) continue;
            auto annex = take(commitment);
            if (!annex) return std::unexpected(std::move(annex.error()));
            if (!*annex || !told->acts.contains(commitment)) continue;
            const auto act = seals::read_content((*annex)->bytes);
            if (!act) continue;
            for (const seals::FileNote& note : act->files) {
                if (note.commitment && told->named.insert(*note.commitment).second)
                    open.push_back(*note.commitment);
            }
        }
        if (auto done = keep(); !done) return std::unexpected(std::move(done.error()));
        return carried_;
    }

private:
    // From where it is; it is on its way to the other store then.
    std::expected<std::optional<store::Annex>, CarryFault> take(const merkle::Hash& commitment) {
        auto there = to_.annex(commitment);
        if (!there) return failed(Of::to, std::move(there.error()));
        if (*there) return std::move(*there);
        auto found = from_.annex(commitment);
        if (!found) return failed(Of::from, std::move(found.error()));
        if (!*found) {
            ++carried_.missing;
            return std::nullopt;
        }
        batch_.annexes.push_back(**found);
        bytes_ += (*found)->bytes.size();
        ++carried_.annexes;
        if (bytes_ > most_at_once) {
            if (auto done = keep(); !done) return std::unexpected(std::move(done.error()));
        }
        return std::move(*found);
    }

    // A batch without entries signs nothing.
    std::expected<void, CarryFault> keep() {
        if (batch_.annexes.empty()) return {};
        const auto head = to_.head();
        if (!head) return failed(Of::to, head.error());
        const auto kept = to_.append(head->size(), batch_, [](std::uint64_t, const merkle::Hash&) {
            return std::unexpected(std::string("nothing is signed here"));
        });
        if (!kept) return failed(Of::to, kept.error());
        batch_.annexes.clear();
        bytes_ = 0;
        return {};
    }

    const store::Store& from_;
    store::Store& to_;
    store::Batch batch_;
    std::size_t bytes_ = 0;
    Carried carried_;
};

}  // namespace

std::expected<Carried, CarryFault> carry_annexes(const store::Store& from, store::Store& to) {
    return Carrying(from, to).carry();
}

}  // namespace registry
