#include "witness/witness.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>
#include <system_error>
#include <utility>

#include "base/base64.hpp"
#include "merkle/policy.hpp"

namespace witness {
namespace {

constexpr std::string_view nothing_cosigned = "none\n";

std::string hex_of(std::string_view bytes) { return base::hex(merkle::bytes_of(merkle::sha256(bytes))); }

std::unexpected<OpenFault> fault(OpenFault::Code code, std::string what) {
    return std::unexpected(OpenFault{.code = code, .what = std::move(what)});
}

std::string_view first_line(std::string_view text) { return text.substr(0, text.find('\n')); }

/// What `text` of a size 0 with another root than that of no leaves would be, were it right otherwise: its
/// root is read as one of size 1.
bool is_bad_empty_root(std::string_view text) {
    const std::size_t first = text.find('\n');
    if (first == text.npos || text.substr(first, 3) != "\n0\n") return false;
    return merkle::read_checkpoint(std::string(text.substr(0, first)) + "\n1\n" +
                                   std::string(text.substr(first + 3)))
        .has_value();
}

/// The lines of a note that were verified, and no others: a line in the witness's own name that somebody
/// forged would come back to it, and make it refuse what it keeps itself.
merkle::Note only_verified(const merkle::Note& note, const std::vector<merkle::Verified>& verified) {
    merkle::Note kept{.text = note.text, .lines = {}};
    for (const merkle::Verified& one : verified) kept.lines.push_back(note.lines[one.line]);
    return kept;
}

/// Where an operator wrote lines of logs alone, no quorum is meant.
std::expected<merkle::Policy, merkle::PolicyFault> read_logs_file(const std::string& text) {
    auto policy = merkle::read_policy(text);
    if (policy || policy.error().code != merkle::PolicyFault::Code::no_quorum) return policy;
    return merkle::read_policy(text + (text.ends_with('\n') ? "" : "\n") + "quorum none\n");
}

std::vector<Log> logs_of(const merkle::Policy& policy) {
    std::vector<Log> logs;
    for (const merkle::Policy::Log& line : policy.logs) {
        auto log = std::ranges::find(logs, line.key.name, &Log::origin);
        if (log == logs.end())
            log = logs.insert(logs.end(), {.origin = line.key.name, .keys = {}, .url = {}});
        log->keys.push_back(line.key);
        if (!line.url.empty()) log->url = line.url;
    }
    return logs;
}

}  // namespace

/// A request whose form and signatures are right; where the log is and what it should be tied to comes next.
struct Witness::Asked {
    Held* held;
    std::uint64_t old_size;
    std::vector<merkle::Hash> path;
    merkle::Checkpoint checkpoint;
    merkle::Note note;  // with the lines that were verified
};

std::string Log::hex() const { return hex_of(origin); }

std::string_view name_of(Verdict verdict) {
    constexpr std::array<std::string_view, 11> names{
        "cosigned",       "unknown_origin", "not_signed", "malformed",       "old_beyond_new", "other_size",
        "bad_empty_root", "other_root",     "bad_proof",  "clock_went_back", "not_kept"};
    return names[static_cast<std::size_t>(verdict)];
}

std::string_view name_of(OpenFault::Code code) {
    constexpr std::array<std::string_view, 6> names{"disk",    "in_use",     "bad_logs",
                                                    "bad_key", "lost_state", "unreadable"};
    return names[static_cast<std::size_t>(code)];
}

std::uint64_t system_seconds() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return static_cast<std::uint64_t>(std::max<std::int64_t>(0, now.time_since_epoch().count()));
}

// -- opening
// -------------------------------------------------------------------------------------------------

std::expected<std::unique_ptr<Witness>, OpenFault> Witness::open(Setup setup) {
    std::unique_ptr<Witness> witness(new Witness(std::move(setup)));
    if (auto read = witness->read_folder(); !read) return std::unexpected(std::move(read.error()));
    return witness;
}

std::expected<void, OpenFault> Witness::read_folder() {
    const merkle::VerifierKey& own = setup_.signer.verifier();
    if (own.type != merkle::KeyType::cosignature) return fault(OpenFault::Code::bad_key, own.name);
    if (setup_.replayer) {
        const merkle::VerifierKey& second = setup_.replayer->verifier();
        // What is signed does not hold the cosigner's name, so one key for both would make them one
        // statement.
        if (second.type != merkle::KeyType::cosignature || second.public_key == own.public_key ||
            second.name == own.name)
            return fault(OpenFault::Code::bad_key, second.name);
    }
    auto lock = FolderLock::take(setup_.folder);
    if (!lock) return fault(OpenFault::Code::disk, std::move(lock.error()));
    if (!*lock) return fault(OpenFault::Code::in_use, setup_.folder.string());
    lock_ = std::move(*lock);
    for (const char* part : {"known", "checkpoints", "replayed", "evidence"}) {
        if (auto made = make_folder(setup_.folder / part); !made)
            return fault(OpenFault::Code::disk, std::move(made.error()));
    }
    if (auto read = read_logs(); !read) return read;
    for (const auto& [hex, held] : held_) {
        if (auto read = read_state(*held); !read) return read;
        if (auto read = read_replayed(*held); !read) return read;
        if (auto behind = read_behind(*held); !behind) return behind;
    }
    return {};
}

// What was replayed or copied was cosigned before: where it is more, the state is an older one, put back, and
// could be led into a fork.
std::expected<void, OpenFault> Witness::read_behind(Held& held) const {
    const std::uint64_t cosigned = held.last ? held.last->size : 0;
    const Path mirrored = setup_.folder / "mirror" / held.log->hex();
    const auto bytes = read_file(mirrored / "checkpoint", merkle::longest_note);
    if (!bytes) return fault(OpenFault::Code::disk, bytes.error());
    const auto note = merkle::read_note(bytes->value_or(std::string()));
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    const std::uint64_t copied =
        checkpoint && merkle::verify_note(*note, held.log->keys) ? checkpoint->size : 0;
    if (std::max(copied, held.replayed_size) <= cosigned) return {};
    if (!setup_.first_use) return fault(OpenFault::Code::lost_state, held.log->origin);
    // It begins anew, and so do the copy and the second statement.
    std::error_code error;
    const Path aside = mirrored.string() + ".put-aside";
    std::filesystem::remove_all(aside, error);
    if (std::filesystem::exists(mirrored, error)) std::filesystem::rename(mirrored, aside, error);
    if (!error) std::filesystem::remove(setup_.folder / "replayed" / held.log->hex(), error);
    if (error) return fault(OpenFault::Code::disk, error.message());
    held.replayed_size = 0;
    held.replayed_note.clear();
    return {};
}

std::expected<void, OpenFault> Witness::read_logs() {
    const Path file = setup_.folder / "logs";
    const auto text = read_file(file, merkle::longest_policy);
    if (!text) return fault(OpenFault::Code::disk, text.error());
    if (!*text) return fault(OpenFault::Code::bad_logs, file.string());
    const auto policy = read_logs_file(**text);
    if (!policy) {
        return fault(OpenFault::Code::bad_logs, file.string() + ":" + std::to_string(policy.error().line) +
                                                    ": " + std::string(merkle::name_of(policy.error().code)));
    }
    logs_ = logs_of(*policy);
    if (logs_.empty()) return fault(OpenFault::Code::bad_logs, file.string());
    for (const Log& log : logs_) {
        auto held = std::make_unique<Held>();
        held->log = &log;
        held_.emplace(log.hex(), std::move(held));
    }
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(setup_.folder / "evidence", ignored)) {
        const std::string name = entry.path().filename().string();
        if (Held* held = find(first_line(name).substr(0, name.find('.')));
            held != nullptr && name.find(".unproved.") != name.npos)
            ++held->unproved;
    }
    return {};
}

std::expected<void, OpenFault> Witness::read_state(Held& held) {
    const std::string hex = held.log->hex();
    const Path file = setup_.folder / "checkpoints" / hex;
    const Path marker = setup_.folder / "known" / hex;
    auto bytes = read_file(file, merkle::longest_note);
    if (!bytes) return fault(OpenFault::Code::disk, std::move(bytes.error()));
    if (!*bytes) {
        const auto known = read_file(marker, merkle::longest_name + 1);
        if (!known) return fault(OpenFault::Code::disk, known.error());
        if (*known && !setup_.first_use) return fault(OpenFault::Code::lost_state, held.log->origin);
        // First the state, then the mark that there is one: between the two the log is merely new.
        if (auto kept = replace_file(file, nothing_cosigned); !kept)
            return fault(OpenFault::Code::disk, std::move(kept.error()));
        *bytes = nothing_cosigned;
    }
    if (auto kept = keep_file(marker, held.log->origin + "\n"); !kept)
        return fault(OpenFault::Code::disk, std::move(kept.error()));
    if (**bytes == nothing_cosigned) return {};

    const auto note = merkle::read_note(**bytes);
    const auto verified = note ? merkle::verify_note(*note, held.log->keys) : std::unexpected(note.error());
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    if (!verified || !checkpoint || checkpoint->origin != held.log->origin)
        return fault(OpenFault::Code::unreadable, file.string());
    note_time(*note, setup_.signer.verifier());
    held.last = *checkpoint;
    held.note = **std::move(bytes);
    return {};
}

std::expected<void, OpenFault> Witness::read_replayed(Held& held) {
    const Path file = setup_.folder / "replayed" / held.log->hex();
    auto bytes = read_file(file, merkle::longest_note);
    if (!bytes) return fault(OpenFault::Code::disk, std::move(bytes.error()));
    if (!*bytes) return {};  // the statement is made anew once all is replayed
    const auto note = merkle::read_note(**bytes);
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    if (!checkpoint || !merkle::verify_note(*note, held.log->keys))
        return fault(OpenFault::Code::unreadable, file.string());
    if (setup_.replayer) note_time(*note, setup_.replayer->verifier());
    held.replayed_size = checkpoint->size;
    held.replayed_note = **std::move(bytes);
    return {};
}

void Witness::note_time(const merkle::Note& note, const merkle::VerifierKey& key) {
    for (const merkle::SignatureLine& line : note.lines) {
        if (merkle::verifies(key, note.text, line))
            last_time_ = std::max(last_time_, merkle::time_of(line).value_or(0));
    }
}

// -- answering
// -----------------------------------------------------------------------------------------------

Witness::Held* Witness::find(std::string_view hex) const {
    const auto found = held_.find(hex);
    return found == held_.end() ? nullptr : found->second.get();
}

Answer Witness::add_checkpoint(std::string_view body) {
    const auto asked = examine(body);
    if (!asked) return {.verdict = asked.error()};
    const std::lock_guard lock(asked->held->mutex);
    return decide(*asked->held, *asked);
}

/// What can be told without the state, in the order of the specification's table.
std::expected<Witness::Asked, Verdict> Witness::examine(std::string_view body) {
    auto request = merkle::read_add_checkpoint(body);
    if (!request) return std::unexpected(Verdict::malformed);
    const auto note = merkle::read_note(request->checkpoint);
    if (!note) return std::unexpected(Verdict::malformed);
    Held* const held = find(hex_of(first_line(note->text)));
    if (held == nullptr) return std::unexpected(Verdict::unknown_origin);
    const auto verified = merkle::verify_note(*note, held->log->keys);
    if (!verified) return std::unexpected(Verdict::not_signed);
    const auto checkpoint = merkle::read_checkpoint(note->text);
    if (!checkpoint) {
        return std::unexpected(is_bad_empty_root(note->text) ? Verdict::bad_empty_root : Verdict::malformed);
    }
    if (request->old_size > checkpoint->size) return std::unexpected(Verdict::old_beyond_new);
    return Asked{.held = held,
                 .old_size = request->old_size,
                 .path = std::move(request->path),
                 .checkpoint = *checkpoint,
                 .note = only_verified(*note, *verified)};
}

/// With the log's mutex held: from here to the new state nobody else comes in between.
Answer Witness::decide(Held& held, const Asked& asked) {
    const std::uint64_t size = held.last ? held.last->size : 0;
    // Two of one size are evidence whatever the sender believes that we hold.
    const bool split = held.last && asked.checkpoint.size == size && asked.checkpoint.root != held.last->root;
    if (split) accuse(held, asked, Evidence::Kind::split);
    if (asked.old_size != size) return {.verdict = Verdict::other_size, .size = size};
    if (split) return {.verdict = Verdict::other_root};
    const merkle::Hash& root = held.last ? held.last->root : merkle::empty_root();
    if (!merkle::proves_consistency(size, root, asked.checkpoint.size, asked.checkpoint.root, asked.path)) {
        // At one size, and from nothing, no path is due: one that came says nothing about the log.
        if (size > 0 && asked.checkpoint.size > size) accuse(held, asked, Evidence::Kind::unproved);
        return {.verdict = Verdict::bad_proof};
    }
    return cosign(held, asked);
}

Answer Witness::cosign(Held& held, const Asked& asked) {
    const auto time = time_to_say();
    if (!time) return {.verdict = Verdict::clock_went_back};
    merkle::Note note = asked.note;
    note.lines.push_back(setup_.signer.cosign(note.text, *time));
    std::string whole = note.whole();
    if (!keep(setup_.folder / "checkpoints" / held.log->hex(), whole)) return {.verdict = Verdict::not_kept};
    held.last = asked.checkpoint;
    held.note = std::move(whole);
    setup_.kept();
    return {.verdict = Verdict::cosigned, .lines = note.lines.back().text()};
}

bool Witness::keep(const Path& file, const std::string& note) {
    if (disk_failed_) return false;
    const auto kept = replace_file(file, note);
    if (kept) return true;
    // What lies there now is not known, and asking again would be answered with what is in memory.
    disk_failed_ = true;
    setup_.report(kept.error());
    return false;
}

std::optional<std::uint64_t> Witness::time_to_say() {
    const std::lock_guard lock(time_mutex_);
    const std::uint64_t now = setup_.now();
    if (now < last_time_ && last_time_ - now > setup_.most_clock_back) {
        setup_.report("the clock went back by " + std::to_string(last_time_ - now) + " s");
        return std::nullopt;
    }
    last_time_ = std::max(last_time_, now);
    return last_time_;
}

void Witness::accuse(Held& held, const Asked& asked, Evidence::Kind kind) {
    if (kind == Evidence::Kind::unproved && held.unproved >= setup_.most_unproved) return;
    const auto kept =
        keep_evidence({.kind = kind,
                       .seen_at = setup_.now(),
                       .older = held.note,
                       .newer = asked.note.whole(),
                       .path = kind == Evidence::Kind::split ? std::vector<merkle::Hash>{} : asked.path});
    if (kept && kind == Evidence::Kind::unproved) ++held.unproved;
    setup_.report(kept ? "evidence against " + held.log->origin + ": " + *kept
                       : "evidence against " + held.log->origin + " could not be kept: " + kept.error());
}

OnDisk<std::string> Witness::keep_evidence(const Evidence& evidence) {
    const std::string name = hex_of(first_line(evidence.older)) + "." + std::string(name_of(evidence.kind)) +
                             "." +
                             hex_of(evidence.older.substr(0, evidence.older.rfind("\n\n")) + "\n" +
                                    evidence.newer.substr(0, evidence.newer.rfind("\n\n")));
    const auto kept = keep_file(setup_.folder / "evidence" / name, evidence.text());
    if (!kept) return std::unexpected(kept.error());
    return name;  // `differs`: the same two checkpoints at another time, or with another path
}

std::optional<std::string> Witness::checkpoint(std::string_view hex) const {
    const Held* const held = find(hex);
    if (held == nullptr) return std::nullopt;
    const std::lock_guard lock(held->mutex);
    return held->last ? std::optional(held->note) : std::nullopt;
}

std::optional<std::string> Witness::replayed(std::string_view hex) const {
    const Held* const held = find(hex);
    if (held == nullptr) return std::nullopt;
    const std::lock_guard lock(held->mutex);
    return held->replayed_note.empty() ? std::nullopt : std::optional(held->replayed_note);
}

Verdict Witness::keep_replayed(std::string_view hex, std::string_view cosigned_note) {
    Held* const held = find(hex);
    if (held == nullptr || !setup_.replayer) return Verdict::unknown_origin;
    const auto note = merkle::read_note(cosigned_note);
    const auto checkpoint =
        note ? merkle::read_checkpoint(note->text) : std::unexpected(merkle::CheckpointFault::missing_line);
    if (!checkpoint || checkpoint->origin != held->log->origin) return Verdict::malformed;
    const auto log_lines = merkle::verify_note(*note, held->log->keys);
    const merkle::VerifierKey own = setup_.signer.verifier();
    if (!log_lines || !merkle::verify_note(*note, std::span(&own, 1))) return Verdict::not_signed;

    const std::lock_guard lock(held->mutex);
    if (checkpoint->size < held->replayed_size) return Verdict::other_size;
    const auto time = time_to_say();
    if (!time) return Verdict::clock_went_back;
    merkle::Note stated = only_verified(*note, *log_lines);
    stated.lines.push_back(setup_.replayer->cosign(stated.text, *time));
    std::string whole = stated.whole();
    if (!keep(setup_.folder / "replayed" / held->log->hex(), whole)) return Verdict::not_kept;
    held->replayed_size = checkpoint->size;
    held->replayed_note = std::move(whole);
    return Verdict::cosigned;
}

}  // namespace witness
