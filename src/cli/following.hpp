// What would follow from an act: the answers that would be others if it were on record.
#pragma once

#include <string>
#include <vector>

#include "acts/act.hpp"
#include "package/organisation.hpp"
#include "words/language.hpp"

namespace cli {

struct Change {
    std::string now;  // sentences; empty: the question could not be put before
    std::string then;
};

/// Every question of the catalogue about whatever the act names, and what each member then has before it,
/// asked for `on` without the act and with it; those whose answer differs, in the order of the catalogue.
std::vector<Change> what_follows(const package::Organisation& organisation, const acts::Act& act,
                                 base::Day on, words::Language language);

}  // namespace cli
