// A checkpoint as a verifier takes it: a note that a log of the policy signed.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "archive/verdict.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/policy.hpp"

namespace archive {

struct Signed {
    merkle::Checkpoint checkpoint;
    merkle::Standing standing;
};

/// Every line of a known key holds, and that of the log whose origin it names is there.
std::expected<Signed, Failure> read_signed(const std::string& whole, const merkle::Policy& policy,
                                           Check check, std::string_view path);

/// What the cosignatures come to: a failure where the policy asks for more of them, warnings where it asks
/// for none or the caller takes it without.
void judge_witnesses(Verdict& verdict, const merkle::Policy& policy, bool unwitnessed, std::string_view path);

Failure failed(Check check, std::string code, std::string_view path = {}, seals::Facts facts = {});

}  // namespace archive
