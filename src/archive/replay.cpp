#include "archive/replay.hpp"

#include <utility>

#include "seals/envelope.hpp"

namespace archive {
namespace {

std::string line_of(const Failure& failure) {
    std::string line = failure.code;
    if (failure.entry) line += " entry=" + std::to_string(*failure.entry);
    if (!failure.path.empty()) line += " path=" + failure.path;
    for (const auto& [name, value] : failure.facts) line += " " + name + "=" + value;
    return line;
}

std::expected<Prepared, Failure> prepare(std::uint64_t index, std::string_view bytes,
                                         const std::string& origin) {
    Prepared prepared;
    prepared.leaf = merkle::leaf_hash(bytes);
    auto entry = seals::read_entry(bytes, seals::Where::in_log);
    if (!entry) return std::unexpected(failure_of(Check::entries, index, {std::move(entry.error())}));
    const merkle::Hash digest = seals::digest_of(origin, seals::statement_of(*entry));
    if (auto fault = seals::verify_seals(origin, digest, entry->seals))
        return std::unexpected(failure_of(Check::seals, index, {std::move(*fault)}));
    auto read = registry::decode(std::move(*entry));
    if (!read) return std::unexpected(failure_of(Check::form, index, read.error()));
    prepared.read = std::move(*read);
    return prepared;
}

}  // namespace

LogReplay::LogReplay(Fetch fetch, std::string origin)
    : fetch_(std::move(fetch)), origin_(std::move(origin)), reading_(fetch_, origin_) {}

std::expected<void, std::string> LogReplay::replay(std::uint64_t first,
                                                   const std::vector<std::string>& entries) {
    if (first != reading_.tree().size()) return std::unexpected("out of order");
    Slice slice;
    for (const std::string& bytes : entries) {
        auto prepared = prepare(first + slice.entries.size(), bytes, origin_);
        if (!prepared) return std::unexpected(line_of(prepared.error()));
        slice.entries.push_back(std::move(*prepared));
    }
    const auto nothing_signed = [](std::uint64_t) -> std::optional<Failure> { return std::nullopt; };
    if (const auto failure = reading_.take(std::move(slice), nothing_signed))
        return std::unexpected(line_of(*failure));
    return {};
}

}  // namespace archive
