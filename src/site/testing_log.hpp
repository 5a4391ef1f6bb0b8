// A site with a log, for tests: the story of archive/testing_log.hpp, and of it the snapshot that a server
// makes.
#pragma once

#include <memory>
#include <utility>

#include "archive/testing_log.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "registry/book.hpp"
#include "site/log.hpp"
#include "site/site.hpp"

namespace site::testing_log {

/// The snapshot; `world` outlives it. `witnessed`: the size whose checkpoint is shown as the confirmed one,
/// with the cosignatures that are kept of it; 0: none.
inline std::shared_ptr<Log> snapshot(archive::testing_log::World& world, std::uint64_t witnessed) {
    auto log = std::make_shared<Log>();
    world.desk->look([&](const registry::Book& book) {
        log->origin = book.keys().origin();
        log->key = book.keys().log_key();
        log->policy = book.keys().policy();
        log->size = book.size();
        log->leaves = book.leaves();
        log->files = book.files();
        log->registry_acts = book.registry_acts();
        log->keys = book.keys().all();
        log->withheld = book.keys().withheld();
        log->released = book.keys().released();
    });
    const store::Store* store = world.store.get();
    log->newest = store->checkpoint(log->size)->value();
    const auto policy = merkle::read_policy(log->policy);
    for (const auto& witness : policy->witnesses)
        log->witnesses.push_back({witness.name, witness.key.text()});
    if (witnessed > 0) {
        log->witnessed = witnessed;
        log->largest = store->checkpoint(witnessed)->value();
        for (const store::Cosignature& line : *store->cosignatures(witnessed)) log->largest += line.line;
        log->confirmations = merkle::standing_of(*merkle::read_note(log->largest), *policy)->witnesses.size();
    }
    log->read = [store](std::uint64_t entry) -> std::optional<std::string> {
        auto read = store->entries(entry, 1);
        if (!read || read->empty()) return std::nullopt;
        return std::move(read->front());
    };
    log->path = [store](std::uint64_t entry, std::uint64_t size) {
        return merkle::inclusion_path(entry, size, store::nodes_of(*store, size));
    };
    log->file = [store](const merkle::Hash& sha256) -> std::optional<store::File> {
        auto file = store->file(sha256);
        if (!file) return std::nullopt;
        return std::move(*file);
    };
    return log;
}

inline package::Organisation organisation(archive::testing_log::World& world) {
    std::optional<package::Organisation> made;
    world.desk->look([&](const registry::Book& book) { made = book.organisation(); });
    return std::move(*made);
}

}  // namespace site::testing_log
