#include "server/log_api.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "archive/layout.hpp"
#include "base/base64.hpp"
#include "encoding/json.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/proof.hpp"
#include "merkle/tiles.hpp"
#include "registry/submission.hpp"
#include "words/entry_faults.hpp"

namespace server {
namespace {

constexpr const char* for_ever = "public, max-age=31536000, immutable";
constexpr const char* a_moment = "public, max-age=2";
constexpr std::string_view prefix = "/log/";

http::Response text(std::string body, const char* cache) {
    return http::text(std::move(body)).with("Cache-Control", cache);
}
http::Response bytes(std::string type, std::string body) {
    return http::content(std::move(type), std::move(body))
        .with("Cache-Control", for_ever)
        .with("Content-Security-Policy", "default-src 'none'; sandbox");
}
http::Response failed() { return http::text("The store could not be read.\n", 503).with("Retry-After", "5"); }
http::Response nothing() { return http::text("Nothing of the log is here.\n", 404); }

// The bytes of a tile or bundle as the log has it by now; nothing where it is not that wide yet.
std::optional<std::expected<std::string, store::Fault>> tile_bytes(const store::Store& store,
                                                                   const merkle::TilePath& path,
                                                                   std::uint64_t size) {
    if (merkle::width_at(path.level, path.n, size) < path.width) return std::nullopt;
    const std::uint64_t first = path.n * merkle::tile_width;
    if (!path.level) {
        const auto entries = store.entries(first, path.width);
        if (!entries) return std::unexpected(entries.error());
        return merkle::bundle(*entries);
    }
    if (path.width == merkle::tile_width) {
        const auto tile = store.tile(*path.level, path.n);
        if (!tile) return std::unexpected(tile.error());
        if (*tile) return std::move(**tile);
    }
    const auto hashes = *path.level == 0 ? store.leaves(first, path.width)
                                         : store.tile_roots(*path.level - 1, first, path.width);
    if (!hashes) return std::unexpected(hashes.error());
    std::string made;
    for (const merkle::Hash& hash : *hashes) made += merkle::bytes_of(hash);
    return made;
}

std::optional<std::uint64_t> size_of(const std::string& note) {
    const auto read = merkle::read_note(note);
    if (!read) return std::nullopt;
    const auto checkpoint = merkle::read_checkpoint(read->text);
    if (!checkpoint) return std::nullopt;
    return checkpoint->size;
}

http::Response proof(const Station& station, std::uint64_t entry) {
    // Against what is confirmed where that goes so far, else against what is logged.
    for (const std::string& note : {station.checkpoint(), station.newest()}) {
        const auto size = size_of(note);
        if (!size || entry >= *size) continue;
        const auto kept = station.store();
        auto path = merkle::inclusion_path(entry, *size, store::nodes_of(*kept, *size));
        if (!path) return failed();
        const merkle::LogProof proof{
            .extra = {}, .index = entry, .path = std::move(*path), .checkpoint = note};
        return text(proof.text(), a_moment);
    }
    return nothing();
}

http::Response keys_json(const seals::Keys& keys) {
    base::List list;
    for (const seals::Key& key : keys.all()) {
        base::Object one{{"accredited", static_cast<std::int64_t>(key.accredited)},
                         {"count", static_cast<std::int64_t>(key.count)},
                         {"holder", key.holder},
                         {"key", key.key},
                         {"name", key.name},
                         {"use", seals::name_of(key.use)}};
        if (key.ended) {
            one.emplace("ended", static_cast<std::int64_t>(*key.ended));
            one.emplace("why", key.why_ended);
        }
        list.push_back(std::move(one));
    }
    const base::Object all{{"keys", std::move(list)}, {"origin", keys.origin()}};
    return http::json(encoding::pretty_json(all)).with("Cache-Control", "no-cache");
}

http::Response misread(std::string_view code) {
    const auto said = [&](words::Language language) {
        return words::say_trouble("bad_submission", {{"why", std::string(code)}}, language);
    };
    const base::Object body{
        {"code", code},
        {"facts", base::Object{}},
        {"says", base::Object{{"en", said(words::Language::en)}, {"ru", said(words::Language::ru)}}}};
    return http::json(encoding::pretty_json(body), 400);
}

// A refusal that its sender wants to be on record: "refusal LENGTH", the note of that length, and the entry
// that was refused.
void log_refusal(const std::shared_ptr<registry::Desk>& desk, std::string_view body, http::Reply reply) {
    constexpr std::string_view head = "refusal ";
    const auto end = body.find('\n');
    const auto length = end != std::string_view::npos && body.starts_with(head)
                            ? merkle::read_decimal(body.substr(head.size(), end - head.size()))
                            : std::nullopt;
    if (!length || *length > body.size() - end - 1) return reply(misread("bad_header"));
    desk->log_refusal(
        body.substr(end + 1, *length), body.substr(end + 1 + *length),
        [reply = std::move(reply)](registry::Outcome outcome) mutable { reply(response_to(outcome, {})); });
}

}  // namespace

std::optional<http::Response> answer_log(const Station& station, const http::Request& request) {
    std::string_view path = request.path;
    if (!path.starts_with(prefix)) return std::nullopt;
    path.remove_prefix(prefix.size());
    const auto kept = station.store();
    // The first is always there; the second, as in an export, where it says more than what is confirmed.
    if (path == "newest" || path == "checkpoint" || path == "checkpoint.newest") {
        std::string note = path == "checkpoint" ? station.checkpoint() : station.newest();
        if (path == "checkpoint.newest" && size_of(note) == size_of(station.checkpoint())) return nothing();
        if (path == "checkpoint" && note.empty()) note = station.newest();
        return note.empty() ? nothing() : text(std::move(note), a_moment);
    }
    const auto number_after = [&](std::string_view folder) -> std::optional<std::uint64_t> {
        if (!path.starts_with(folder)) return std::nullopt;
        return merkle::read_decimal(path.substr(folder.size()));
    };
    if (const auto tile = merkle::TilePath::read(path)) {
        const auto head = kept->head();
        if (!head) return failed();
        auto found = tile_bytes(*kept, *tile, head->size());
        if (!found) return nothing();
        return *found ? bytes("application/octet-stream", std::move(**found)) : failed();
    }
    if (path == "charter.json") {
        const auto first = kept->entries(0, 1);
        if (!first) return failed();
        return first->empty() ? nothing() : bytes("application/json", first->front());
    }
    if (const auto entry = number_after("entry/")) {
        const auto read = kept->entries(*entry, 1);
        if (!read) return failed();
        return read->empty() ? nothing() : bytes("application/json", read->front());
    }
    if (const auto entry = number_after("proof/")) return proof(station, *entry);
    if (path.starts_with("files/")) {
        const auto hash = base::read_hex(path.substr(6));
        const auto sha256 = hash ? merkle::hash_of(*hash) : std::nullopt;
        if (!sha256) return nothing();
        auto file = kept->file(*sha256);
        if (!file) return failed();
        return *file ? bytes("application/octet-stream", std::move((*file)->bytes)) : nothing();
    }
    // As an export has it: who verifies compares it byte for byte with what the log says.
    if (path == "policy") {
        const auto policy = archive::policy_of(station.keys());
        return policy ? text(policy->text(), "no-cache") : nothing();
    }
    if (path == "keys.json") return keys_json(station.keys());
    return nothing();
}

http::Response response_to(const registry::Outcome& outcome, const std::string& refusal_note) {
    const auto said = [](auto say, std::string_view code, const seals::Facts& facts) {
        return base::Object{{"en", say(code, facts, words::Language::en)},
                            {"ru", say(code, facts, words::Language::ru)}};
    };
    const auto facts_of = [](const seals::Facts& facts) {
        base::Object object;
        for (const auto& [name, value] : facts) object.emplace(name, value);
        return object;
    };
    if (const auto* receipt = std::get_if<registry::Receipt>(&outcome)) {
        base::Object body{{"digest", merkle::base64_of(receipt->digest)},
                          {"entry", static_cast<std::int64_t>(receipt->entry)},
                          {"was_on_record", receipt->was_on_record}};
        if (receipt->path) {
            const merkle::LogProof proof{.extra = {},
                                         .index = receipt->entry,
                                         .path = *receipt->path,
                                         .checkpoint = receipt->checkpoint};
            body.emplace("proof", proof.text());
        }
        if (!receipt->was_on_record) body.emplace("known_on", receipt->known_on);
        return http::json(encoding::pretty_json(body), receipt->was_on_record ? 200 : 201);
    }
    const auto* refusal = std::get_if<registry::Refusal>(&outcome);
    const StationFault fault = refusal ? fault_of(*refusal) : fault_of(std::get<registry::Closed>(outcome));
    base::Object body{{"code", fault.code},
                      {"facts", facts_of(fault.facts)},
                      {"says", refusal ? said(words::say_entry_fault, fault.code, fault.facts)
                                       : said(words::say_closed, fault.code, fault.facts)}};
    if (!refusal_note.empty()) body.emplace("refusal", refusal_note);
    auto response = http::json(encoding::pretty_json(body), refusal ? 422 : 503);
    return refusal ? std::move(response) : std::move(response).with("Retry-After", "5");
}

void take_post(Station& station, http::Request request, http::Reply reply) {
    const auto desk = station.desk();
    if (request.path == "/log/refusals") {
        if (desk) return log_refusal(desk, request.body, std::move(reply));
        return reply(response_to(registry::Closed{registry::Closed::Why::pen_lost, {}}, {}));
    }
    if (request.path != "/log/submit") return reply(nothing());
    auto submission = registry::read_submission(request.body);
    if (!submission) return reply(misread(registry::name_of(submission.error())));
    std::string entry = submission->entry;
    // Called by the desk's own thread: it may not hold the desk, which would wait for itself when it ends.
    station.submit(std::move(*submission), [reply = std::move(reply), &station,
                                            entry = std::move(entry)](registry::Outcome outcome) mutable {
        const auto* refusal = std::get_if<registry::Refusal>(&outcome);
        reply(response_to(outcome, refusal ? station.refusal_note(entry, *refusal) : std::string()));
    });
}

}  // namespace server
