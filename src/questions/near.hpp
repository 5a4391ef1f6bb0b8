// What stands nearest on record to a gap, and what would settle it: beside every "not on record" of a list.
//
// {"before"?: fact, "after"?: fact, "settled_by"?: code}, a fact being {"act","on"} and what names it. What
// would settle a gap follows from the kind of act that is missing; which codes there are is in
// words/vocabulary.
#pragma once

#include <span>
#include <string_view>

#include "base/value.hpp"
#include "questions/question.hpp"

namespace questions {

/// The code of what would settle whether an act of this kind happened; empty for a kind nobody looks for.
std::string_view settled_by(std::string_view kind);

/// A row of an answer as a fact beside a gap: its "act" and "on", and of "kind", "session", "when", "person"
/// what it has. Null for a row without an act.
base::Value fact_of(const base::Value& row);
base::Value fact_of(const acts::Act& act);

/// Null facts are left out.
base::Object near(base::Value before, base::Value after, std::string_view settled_by);

/// Puts "near" into every row of `rows` that `missing` says lacks something: the nearest rows before and
/// after it that do not lack it, of those that are `alike`: of one thing.
template <class Missing, class Alike>
void put_near(base::List& rows, Missing missing, std::string_view settled_by, Alike alike) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!missing(rows[i])) continue;
        base::Value before;
        base::Value after;
        for (std::size_t b = i; b > 0 && before.is_null(); --b) {
            if (!missing(rows[b - 1]) && alike(rows[i], rows[b - 1])) before = fact_of(rows[b - 1]);
        }
        for (std::size_t a = i + 1; a < rows.size() && after.is_null(); ++a) {
            if (!missing(rows[a]) && alike(rows[i], rows[a])) after = fact_of(rows[a]);
        }
        rows[i].object()->insert_or_assign("near", near(std::move(before), std::move(after), settled_by));
    }
}

template <class Missing> void put_near(base::List& rows, Missing missing, std::string_view settled_by) {
    put_near(rows, missing, settled_by, [](const base::Value&, const base::Value&) { return true; });
}

/// The same of a conclusion that is not on record: of the acts beside its reasons, or, where none stands
/// there, of those that name one of the things it is `about`, the nearest to the day on either side of it.
/// Beside a rule whose text was not read no act stands. Null where it is on record, or there is nothing to
/// say.
base::Value near_of(const record::View& view, const law::Conclusion& conclusion,
                    std::span<const base::ActId> about = {});
/// The same of an answer: about what its parameters name.
base::Value near_of(const record::View& view, const Answer& answer);

}  // namespace questions
