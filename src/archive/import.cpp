#include "archive/import.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "archive/audit.hpp"
#include "archive/layout.hpp"
#include "merkle/note.hpp"
#include "registry/book.hpp"
#include "seals/envelope.hpp"

namespace archive {
namespace {

std::unexpected<ImportFault> fault(store::Trouble trouble, std::string problem) {
    return std::unexpected(ImportFault(store::Fault{trouble, std::move(problem)}));
}

/// Whose lines are kept: the log's, and those of the witnesses of its policy.
struct Signers {
    merkle::VerifierKey log;
    std::vector<merkle::VerifierKey> witnesses;
};
std::optional<Signers> signers_of(const seals::Keys& keys) {
    const auto log = merkle::VerifierKey::read(keys.log_key());
    const auto policy = policy_of(keys);
    if (!log || !policy) return std::nullopt;
    Signers signers{.log = *log, .witnesses = {}};
    for (const merkle::Policy::Witness& witness : policy->witnesses) signers.witnesses.push_back(witness.key);
    return signers;
}

// A note taken apart: what the log signed, and the lines of its witnesses. Whoever had the copy can have
// written more lines under it, in a witness's name too: what does not verify is left behind.
struct Apart {
    std::string by_log;
    std::vector<store::Cosignature> others;
};
std::optional<Apart> take_apart(const std::string& whole, const merkle::Checkpoint& checkpoint,
                                const Signers& signers) {
    const auto note = merkle::read_note(whole);
    if (!note) return std::nullopt;
    const auto is_by = [&](const merkle::SignatureLine& line, const merkle::VerifierKey& key) {
        return line.name == key.name && line.id == key.id() && merkle::verifies(key, note->text, line);
    };
    Apart apart;
    merkle::Note by_log{.text = note->text, .lines = {}};
    for (const merkle::SignatureLine& line : note->lines) {
        if (by_log.lines.empty() && is_by(line, signers.log)) {
            by_log.lines.push_back(line);
        } else if (std::ranges::any_of(signers.witnesses,
                                       [&](const auto& key) { return is_by(line, key); })) {
            apart.others.push_back({.size = checkpoint.size, .witness = line.name, .line = line.text()});
        }
    }
    if (by_log.lines.empty()) return std::nullopt;
    apart.by_log = by_log.whole();
    return apart;
}

class Import {
public:
    Import(const Fetch& from, store::Store& to) : from_(from), to_(to) {}

    std::expected<Imported, ImportFault> run(Verdict verdict, const Signers& signers) {
        if (auto kept = keep_files(verdict); !kept) return std::unexpected(std::move(kept.error()));
        if (auto kept = keep_up_to(*verdict.checkpoint, verdict, checkpoint_file, signers); !kept)
            return std::unexpected(std::move(kept.error()));
        if (verdict.newest) {
            if (auto kept = keep_up_to(*verdict.newest, verdict, newest_file, signers); !kept)
                return std::unexpected(std::move(kept.error()));
        }
        imported_.verdict = std::move(verdict);
        return std::move(imported_);
    }

private:
    // The entries of a bundle as a log of `size` entries has it.
    std::expected<std::vector<std::string>, ImportFault> entries_of(std::uint64_t n,
                                                                    std::uint64_t size) const {
        const merkle::TilePath path{std::nullopt, n, merkle::width_at(std::nullopt, n, size)};
        const auto bytes = fetch_tile(from_, path, Check::entries);
        auto entries = bytes ? merkle::read_bundle(*bytes, path.width) : std::nullopt;
        if (!entries) return fault(store::Trouble::failed, path.text());
        return std::move(*entries);
    }

    // Files come first: each alone, so that one at a time is in memory. They were compared with their hashes.
    std::expected<void, ImportFault> keep_files(const Verdict& verdict) {
        const std::uint64_t size = size_of(verdict);
        std::set<merkle::Hash> seen;
        for (std::uint64_t n = 0; n * merkle::tile_width < size; ++n) {
            const auto entries = entries_of(n, size);
            if (!entries) return std::unexpected(entries.error());
            for (const std::string& bytes : *entries) {
                const auto entry = seals::read_entry(bytes, seals::Where::in_log);
                if (!entry) return fault(store::Trouble::failed, "an entry changed while it was read");
                for (const seals::FileNote& file : entry->files) {
                    if (!file.sha256 || !seen.insert(*file.sha256).second) continue;
                    if (auto kept = keep_file(file); !kept) return kept;
                }
            }
        }
        return {};
    }
    std::expected<void, ImportFault> keep_file(const seals::FileNote& file) {
        const std::string path = path_of_file(*file.sha256);
        auto bytes = from_(path, longest_file);
        if (!bytes || !*bytes) return fault(store::Trouble::failed, path);
        store::Batch batch;
        batch.files.push_back({.sha256 = *file.sha256, .media_type = file.type, .bytes = std::move(**bytes)});
        const auto none = [](std::uint64_t, const merkle::Hash&) -> std::expected<std::string, std::string> {
            return std::unexpected("nothing is to be signed");
        };
        if (auto kept = to_.append(0, batch, none); !kept) return std::unexpected(ImportFault(kept.error()));
        ++imported_.files;
        return {};
    }

    std::expected<void, ImportFault> keep_up_to(const merkle::Checkpoint& checkpoint, const Verdict& verdict,
                                                std::string_view path, const Signers& signers) {
        const auto whole = from_(path, merkle::longest_note);
        const auto apart = whole && *whole ? take_apart(**whole, checkpoint, signers) : std::nullopt;
        if (!apart) return fault(store::Trouble::failed, std::string(path));
        store::Batch batch;
        const std::uint64_t first = imported_.entries;
        const std::uint64_t size = size_of(verdict);
        for (std::uint64_t n = first / merkle::tile_width; n * merkle::tile_width < checkpoint.size; ++n) {
            auto entries = entries_of(n, size);
            if (!entries) return std::unexpected(entries.error());
            for (std::size_t i = 0; i < entries->size(); ++i) {
                const std::uint64_t index = n * merkle::tile_width + i;
                if (index < first || index >= checkpoint.size) continue;
                const auto entry = seals::read_entry((*entries)[i], seals::Where::in_log);
                if (!entry) return fault(store::Trouble::failed, "an entry changed while it was read");
                batch.entries.push_back(
                    {.digest = seals::digest_of(checkpoint.origin, seals::statement_of(*entry)),
                     .bytes = std::move((*entries)[i])});
            }
        }
        // The store works out the root from what it kept: another one is not the one that was signed.
        const auto sign = [&](std::uint64_t to,
                              const merkle::Hash& root) -> std::expected<std::string, std::string> {
            if (to != checkpoint.size || root != checkpoint.root)
                return std::unexpected("this is not the root that was signed");
            return apart->by_log;
        };
        if (auto kept = to_.append(first, batch, sign); !kept)
            return std::unexpected(ImportFault(kept.error()));
        imported_.entries = checkpoint.size;
        for (const store::Cosignature& one : apart->others) {
            if (auto kept = to_.keep(one); !kept) return std::unexpected(ImportFault(kept.error()));
        }
        return {};
    }

    static std::uint64_t size_of(const Verdict& verdict) {
        return (verdict.newest ? *verdict.newest : *verdict.checkpoint).size;
    }

    const Fetch& from_;
    store::Store& to_;
    Imported imported_;
};

std::expected<void, ImportFault> expect_empty(const store::Store& to) {
    const auto head = to.head();
    if (!head) return std::unexpected(ImportFault(head.error()));
    if (head->size() != 0) return fault(store::Trouble::exists, "the store holds a log already");
    return {};
}

}  // namespace

std::expected<Imported, ImportFault> import_log(const Fetch& from, const MakeStore& make,
                                                const VerifyOptions& options) {
    std::optional<Signers> signers;
    VerifyOptions reading = options;
    reading.read = [&](const registry::Book& book) {
        signers = signers_of(book.keys());
        if (options.read) options.read(book);
    };
    Verdict verdict = verify(from, reading);
    if (!verdict.holds()) return std::unexpected(ImportFault(NotImported{std::move(verdict)}));
    if (!signers || verdict.checkpoint->size == 0)
        return fault(store::Trouble::failed, "the log has no entries");
    const auto to = make();
    if (!to) return std::unexpected(ImportFault(to.error()));
    if (auto empty = expect_empty(**to); !empty) return std::unexpected(std::move(empty.error()));
    return Import(from, **to).run(std::move(verdict), *signers);
}

std::expected<Imported, ImportFault> import_log(const Fetch& from, store::Store& to,
                                                const VerifyOptions& options) {
    if (auto empty = expect_empty(to); !empty) return std::unexpected(std::move(empty.error()));
    return import_log(from, [&to]() -> store::Expected<store::Store*> { return &to; }, options);
}

}  // namespace archive
