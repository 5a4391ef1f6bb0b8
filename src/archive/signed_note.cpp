#include "archive/signed_note.hpp"

#include <set>
#include <utility>

#include "merkle/note.hpp"

namespace archive {
namespace {

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

}  // namespace

Failure failed(Check check, std::string code, std::string_view path, seals::Facts facts) {
    return {.check = check,
            .code = std::move(code),
            .entry = {},
            .path = std::string(path),
            .facts = std::move(facts)};
}

std::expected<Signed, Failure> read_signed(const std::string& whole, const merkle::Policy& policy,
                                           Check check, std::string_view path) {
    const auto note = merkle::read_note(whole);
    if (!note)
        return std::unexpected(
            failed(check, "not_a_note", path, {{"why", std::string(merkle::name_of(note.error()))}}));
    auto checkpoint = merkle::read_checkpoint(note->text);
    if (!checkpoint)
        return std::unexpected(failed(check, "not_a_checkpoint", path,
                                      {{"why", std::string(merkle::name_of(checkpoint.error()))}}));
    std::set<std::string> logs;
    for (const merkle::Policy::Log& log : policy.logs) logs.insert(log.key.name);
    if (!logs.contains(checkpoint->origin))
        return std::unexpected(
            failed(check, "other_log", path, {{"found", checkpoint->origin}, {"expected", joined(logs)}}));
    auto standing = merkle::standing_of(*note, policy);
    const bool unsigned_note =
        standing ? !standing->logged : standing.error() == merkle::NoteFault::no_known_key;
    if (unsigned_note)
        return std::unexpected(failed(check, "not_signed", path, {{"found", checkpoint->origin}}));
    if (!standing)
        return std::unexpected(
            failed(check, "bad_line", path, {{"why", std::string(merkle::name_of(standing.error()))}}));
    return Signed{std::move(*checkpoint), std::move(*standing)};
}

void judge_witnesses(Verdict& verdict, const merkle::Policy& policy, bool unwitnessed,
                     std::string_view path) {
    const std::set<std::string>& witnesses = verdict.standing.witnesses;
    Looked& looked = verdict.looked[Check::witnesses];
    looked = {State::not_asked, witnesses.size()};
    if (policy.quorum.empty()) {
        verdict.warnings.emplace(Warning::no_quorum, 0);
    } else if (verdict.standing.witnessed) {
        looked.state = State::holds;
    } else if (unwitnessed) {
        verdict.warnings.emplace(Warning::not_witnessed, verdict.checkpoint->size);
    } else {
        looked.state = State::fails;
        verdict.failures.push_back(
            failed(Check::witnesses, "too_few_witnesses", path,
                   {{"found", std::to_string(witnesses.size())}, {"names", joined(witnesses)}}));
    }
}

}  // namespace archive
