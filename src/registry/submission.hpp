// What is handed in, with its files, as bytes (docs/formats/submission.md).
//
//   depositary/submission@v1 LF
//   entry LENGTH LF
//   (file TYPE LENGTH LF | annex TYPE SALT LENGTH LF)*     SALT: base64 of 32 bytes
//   LF
//   the bytes of all of them, one after the other
//
// The entry alone, beginning with "{", is a submission too.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "registry/desk.hpp"

namespace registry {

/// Bytes of a submission with its files: a scanned agreement of a hundred pages.
inline constexpr std::size_t longest_submission = std::size_t{32} << 20;

enum class SubmissionFault { too_long, bad_header, bad_length, bad_type, bad_salt, too_many };
std::string_view name_of(SubmissionFault fault);

std::expected<Submission, SubmissionFault> read_submission(std::string_view bytes);
std::string write_submission(const Submission& submission);

}  // namespace registry
