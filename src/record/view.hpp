// A view of the record: what was known, on which day we stand, which sides are taken.
//
// Three times are never merged: `known` says which entries may be used at all, `on` is the day asked
// about, and the law that judges an event is that of the event's own day.
#pragma once

#include <map>
#include <memory>
#include <optional>

#include "record/record.hpp"
#include "rulebook/rulebook.hpp"

namespace record {

/// What law/ concluded on a view already; it alone looks inside.
struct Concluded {
    Concluded() = default;
    Concluded(const Concluded&) = delete;
    Concluded& operator=(const Concluded&) = delete;
    virtual ~Concluded() = default;
};

struct View {
    const rulebook::Rulebook& rulebook;
    const Record& record;
    /// The first so many entries are known.
    std::size_t known;
    base::Day on;
    std::map<base::DisputeId, base::SideId> taken;
    /// Null: every conclusion begins anew. Copies share it, so that they stay in one thread.
    std::shared_ptr<Concluded> concluded = {};

    bool sees(EntryNumber number) const { return record.visible(number, known); }
    const acts::Act& act(EntryNumber number) const { return record[number].act; }
    /// Calls `look` with the number of every entry the view sees, in the order in which they became
    /// known; those supposed come last.
    template <class Look> void each(Look look) const {
        for (EntryNumber number = 0; number < record.end(); ++number) {
            if (sees(number)) look(number);
        }
    }
};

}  // namespace record
