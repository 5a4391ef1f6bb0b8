// The log for programs (docs/formats/api.md):
//
//   GET  /log/checkpoint          the largest checkpoint with a quorum, with its cosignatures
//   GET  /log/newest              the newest that the log signed
//   GET  /log/checkpoint.newest   the same, where it is larger than the confirmed one
//   GET  /log/tile/…              tiles and bundles (c2sp.org/tlog-tiles)
//   GET  /log/policy              whose signatures are asked for (c2sp.org/tlog-policy)
//   GET  /log/charter.json        the first entry
//   GET  /log/entry/N             the bytes of an entry
//   GET  /log/proof/N             its proof (c2sp.org/tlog-proof)
//   GET  /log/keys.json           every key with its count: what the next seal needs
//   GET  /log/files/SHA256        a public file
//   POST /log/submit              hands in (registry/submission.hpp); answered when it is durable, or refused
//   POST /log/refusals            puts a refusal on record, at the demand of the one who was refused
#pragma once

#include <optional>

#include "http/server.hpp"
#include "server/station.hpp"

namespace server {

/// Nothing where the address is none of these.
std::optional<http::Response> answer_log(const Station& station, const http::Request& request);
/// Sees to any POST: what is none of these is not found.
void take_post(Station& station, http::Request request, http::Reply reply);

/// A receipt, a refusal, or why nothing is taken, as JSON with its sentences; 200 or 201, 422, 503.
/// `refusal_note`: the signed refusal (registry/refusal.hpp); empty: none.
http::Response response_to(const registry::Outcome& outcome, const std::string& refusal_note);

}  // namespace server
