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

// A note taken apart: what the log signed, and the lines of others.
struct Apart {
    std::string by_log;
    std::vector<store::Cosignature> others;
};
std::optional<Apart> take_apart(const std::string& whole, const merkle::Checkpoint& checkpoint,
                                const merkle::VerifierKey& log) {
    const auto note = merkle::read_note(whole);
    if (!note) return std::nullopt;
    Apart apart;
    merkle::Note by_log{.text = note->text, .lines = {}};
    for (const merkle::SignatureLine& line : note->lines) {
        if (line.name == log.name && line.id == log.id()) {
            by_log.lines.push_back(line);
        } else {
            apart.others.push_back({.size = checkpoint.size, .witness = line.name, .line = line.text()});
        }
    }
    apart.by_log = by_log.whole();
    return apart;
}

class Import {
public:
    Import(const Fetch& from, store::Store& to) : from_(from), to_(to) {}

    std::expected<Imported, ImportFault> run(Verdict verdict, const merkle::VerifierKey& log) {
        if (auto kept = keep_files(verdict); !kept) return std::unexpected(std::move(kept.error()));
        if (auto kept = keep_up_to(*verdict.checkpoint, verdict, checkpoint_file, log); !kept)
            return std::unexpected(std::move(kept.error()));
        if (verdict.newest) {
            if (auto kept = keep_up_to(*verdict.newest, verdict, newest_file, log); !kept)
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
                                                std::string_view path, const merkle::VerifierKey& log) {
        const auto whole = from_(path, merkle::longest_note);
        const auto apart = whole && *whole ? take_apart(**whole, checkpoint, log) : std::nullopt;
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

}  // namespace

std::expected<Imported, ImportFault> import_log(const Fetch& from, store::Store& to,
                                                const VerifyOptions& options) {
    const auto head = to.head();
    if (!head) return std::unexpected(ImportFault(head.error()));
    if (head->size() != 0) return fault(store::Trouble::exists, "the store holds a log already");

    std::optional<merkle::VerifierKey> log;
    VerifyOptions reading = options;
    reading.read = [&](const registry::Book& book) {
        if (const auto key = merkle::VerifierKey::read(book.keys().log_key())) log = *key;
        if (options.read) options.read(book);
    };
    Verdict verdict = verify(from, reading);
    if (!verdict.holds()) return std::unexpected(ImportFault(NotImported{std::move(verdict)}));
    if (!log || verdict.checkpoint->size == 0) return fault(store::Trouble::failed, "the log has no entries");
    return Import(from, to).run(std::move(verdict), *log);
}

}  // namespace archive
