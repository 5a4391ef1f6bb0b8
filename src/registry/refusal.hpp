// A refusal that its sender can show to others: a signed note by the log's key (docs/formats/refusal.md).
//
//   depositary/refusal/v1
//   ORIGIN
//   BASE64 of the SHA-256 of the bytes that were handed in
//   CODE
//   FAULTS, canonical JSON: [{"at":…?,"code":…,"facts":{…}},…]
//
// Its second line is no number, so it is no checkpoint.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "base/value.hpp"
#include "merkle/hash.hpp"
#include "merkle/note.hpp"
#include "registry/book.hpp"

namespace registry {

/// Faults that a note tells: whoever made more has enough to mend.
inline constexpr std::size_t most_faults_told = 32;
/// Letters of one fact: what was found stands in what was handed in, at the place that is told.
inline constexpr std::size_t longest_fact_told = 200;

/// What a refusal says.
struct Refused {
    std::string origin;
    merkle::Hash submitted{};  // SHA-256 of the bytes as they were handed in
    std::string code;          // the first
    base::Value faults;        // a list, never empty

    std::string text() const;
    friend bool operator==(const Refused&, const Refused&) = default;
};

/// A refusal as it is told: at most `most_faults_told` faults, long facts cut.
Refused refused_as(std::string_view origin, std::string_view submitted, const Refusal& refusal);
/// The signed note.
std::string signed_refusal(const merkle::Signer& log, const Refused& refused);
/// The signed note that tells the sender of these bytes why they were refused.
std::string refusal_note(const merkle::Signer& log, std::string_view submitted, const Refusal& refusal);

enum class RefusedFault {
    not_a_note,     // nor a signature of this log
    not_a_refusal,  // the text is none
};
/// A note signed by `log`, read.
std::expected<Refused, RefusedFault> read_refused(std::string_view note, const merkle::VerifierKey& log);

}  // namespace registry
