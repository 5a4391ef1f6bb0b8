// For tests: is a refusal the one that was expected?
#pragma once

#include <gtest/gtest.h>

#include "seals/fault.hpp"

namespace seals::testing {

/// The code, and of the facts those that are named.
inline void expect_fault(const Fault& fault, Code code, const Facts& facts) {
    EXPECT_EQ(name_of(fault.code), name_of(code));
    for (const auto& [name, fact] : facts)
        EXPECT_EQ(fault.facts.contains(name) ? fault.facts.at(name) : "(no such fact)", fact) << name;
}

}  // namespace seals::testing
