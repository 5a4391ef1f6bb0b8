// What a store promises: entries in order, each at its place for ever; the signed checkpoint of every size
// that was published; files and annexes beside them.
//
// The bytes of the entries and the signed checkpoints are the truth; tiles and the edge are derived, and can
// be worked out again. A store knows no act: entries are bytes with a digest by which they are found.
//
// One holds the pen of a store and appends; any number read. One suite of tests holds every store to this
// contract (store_contract_test.cpp).
#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "merkle/tree.hpp"

namespace store {

enum class Trouble {
    cannot_open,      // not there, not ours, no right to it
    other_holds_pen,  // another program appends to this store
    pen_lost,  // another took the pen meanwhile, or the head is not where it was left: nothing was kept
    failed,   // reading or writing failed (a disk, a connection), and the pen is laid down: nothing of it can
              // be seen; a store opened anew has all of it (its last step failed after all) or nothing
    full,     // no room on the disk: nothing was kept
    damaged,  // what lies in the store is not what was put there
    not_signed,  // whoever was asked to sign did not: nothing was kept
    exists,      // a store is already there (create), or the digest is on record
    read_only,   // opened without the pen
    unfit,       // an entry too long, a file or an annex that is not what its hash says, a cosignature for a
                 // checkpoint that was not published: nothing was kept
};
/// "other_holds_pen": as tests and JSON write it.
std::string_view name_of(Trouble trouble);

struct Fault {
    Trouble trouble;
    std::string problem;  // the system's words; for those who run the server
};
template <class T> using Expected = std::expected<T, Fault>;

/// An entry to be appended. Its index is given by its place in the batch.
struct NewEntry {
    merkle::Hash digest;  // of the sealed bytes: unique in the store
    std::string bytes;    // of the leaf: at most merkle::longest_entry
};

/// A file, found by its SHA-256. The same file twice is kept once; its type is that of the first.
struct File {
    merkle::Hash sha256;
    std::string media_type;  // "application/pdf"
    std::string bytes;
};

/// What a salted hash in the log stands for: restricted content or personal data, with its salt. It can be
/// taken away; the hash remains.
struct Annex {
    merkle::Hash commitment;  // SHA-256 of salt and bytes
    std::string salt;         // 32 bytes
    std::string media_type;
    std::string bytes;
};

/// Everything that becomes durable at once.
struct Batch {
    std::vector<NewEntry> entries;
    std::vector<File> files;
    std::vector<Annex> annexes;
};

/// How far the log has come: its edge, and the newest checkpoint as the log signed it.
struct Head {
    merkle::Edge edge;
    std::string checkpoint;  // a signed note; empty: nothing was signed yet
    std::uint64_t size() const { return edge.size(); }
};

/// Signs a checkpoint over `size` leaves with this root, or does not, and says why.
using Sign =
    std::function<std::expected<std::string, std::string>(std::uint64_t size, const merkle::Hash& root)>;

/// A line of a cosignature for the checkpoint of `size`.
struct Cosignature {
    std::uint64_t size;
    std::string witness;  // the name of its key
    std::string line;     // whole, with its end
    friend bool operator==(const Cosignature&, const Cosignature&) = default;
};

/// All of it may be called from several threads at once.
class Store {
public:
    Store() = default;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    virtual ~Store() = default;

    // -- reading
    // ---------------------------------------------------------------------------------------------

    virtual Expected<Head> head() const = 0;
    /// Up to `count` entries from `first`, in order; fewer at the end.
    virtual Expected<std::vector<std::string>> entries(std::uint64_t first, std::size_t count) const = 0;
    /// The same for their leaf hashes, as they were kept (a scrubber compares them with the entries).
    virtual Expected<std::vector<merkle::Hash>> leaves(std::uint64_t first, std::size_t count) const = 0;
    /// Calls `look` with the bytes of every entry from `first`, until it says no. The bytes hold for the
    /// call.
    virtual Expected<void> each_entry(
        std::uint64_t first, const std::function<bool(std::uint64_t, std::string_view)>& look) const = 0;
    virtual Expected<std::optional<std::uint64_t>> find(const merkle::Hash& digest) const = 0;
    /// Where each of these stands, in their order: for the thread that appends. In a file this asks the
    /// connection that writes, which has at hand what it wrote, and waits while that one writes.
    virtual Expected<std::vector<std::optional<std::uint64_t>>> find_all(
        const std::vector<merkle::Hash>& digests) const = 0;
    /// 256 hashes of a tile that is full; nothing where it is not yet.
    virtual Expected<std::optional<std::string>> tile(unsigned level, std::uint64_t n) const = 0;
    /// The roots of full tiles from tile `first` on, up to `count`, as they were kept: these are the hashes
    /// of the tiles one level up, full or not.
    virtual Expected<std::vector<merkle::Hash>> tile_roots(unsigned level, std::uint64_t first,
                                                           std::size_t count) const = 0;
    /// The checkpoint of that size as the log signed it; nothing where none was published at this size.
    virtual Expected<std::optional<std::string>> checkpoint(std::uint64_t size) const = 0;
    /// The sizes of all checkpoints above `above`, smallest first, at most `count`.
    virtual Expected<std::vector<std::uint64_t>> checkpoint_sizes(std::uint64_t above,
                                                                  std::size_t count) const = 0;
    virtual Expected<std::vector<Cosignature>> cosignatures(std::uint64_t size) const = 0;
    /// The greatest size for which there are cosignatures, at most `at_most`; nothing where there is none.
    virtual Expected<std::optional<std::uint64_t>> cosigned_size(std::uint64_t at_most) const = 0;
    virtual Expected<std::optional<File>> file(const merkle::Hash& sha256) const = 0;
    virtual Expected<std::vector<merkle::Hash>> files() const = 0;
    virtual Expected<std::optional<Annex>> annex(const merkle::Hash& commitment) const = 0;
    virtual Expected<std::vector<merkle::Hash>> annexes() const = 0;
    /// A small text by its name; nothing where there is none. For what belongs to the server and not to the
    /// log.
    virtual Expected<std::optional<std::string>> setting(std::string_view name) const = 0;
    /// Returns when the head has more than `size` entries, or after `at_most`. The size it found.
    virtual Expected<std::uint64_t> wait_beyond(std::uint64_t size,
                                                std::chrono::milliseconds at_most) const = 0;

    // -- writing, with the pen
    // -------------------------------------------------------------------------------

    /// Is the pen still ours? After `failed`, `pen_lost` or `damaged` it no longer is, and nothing can be
    /// appended by this object; the one who wants to go on opens the store anew and looks what is there.
    virtual bool has_pen() const = 0;

    /// Keeps the batch in one durable step and returns the new head. Within it: the entries are written, read
    /// back, and their leaves and the new root worked out from what was read; then `sign` is asked; then the
    /// checkpoint is kept with them. Nothing of it can be seen before all of it is durable, and nothing of it
    /// remains where an error is returned. `expected_size` is where the caller believes the log ends;
    /// another end is `pen_lost`. A batch without entries keeps its files alone and signs nothing.
    virtual Expected<Head> append(std::uint64_t expected_size, const Batch& batch, const Sign& sign) = 0;
    /// Signs and keeps a checkpoint of the present size where there is none: of the empty log.
    virtual Expected<Head> sign_head(const Sign& sign) = 0;
    /// Keeps a line for a checkpoint that was published; a newer one of the same witness takes its place.
    virtual Expected<void> keep(const Cosignature& cosignature) = 0;
    /// Takes an annex away for good. Says whether there was one.
    virtual Expected<bool> remove_annex(const merkle::Hash& commitment) = 0;
    virtual Expected<void> set(std::string_view name, std::string_view text) = 0;
};

enum class Mode { read, append };

/// In memory, gone when it goes: for tests and for what is only looked at.
std::unique_ptr<Store> in_memory();
/// An SQLite file on a local disk. `create` makes a new one; the pen is a lock on a file beside it.
Expected<std::unique_ptr<Store>> create_sqlite(const std::string& file);
Expected<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode);
/// A PostgreSQL database, named as libpq names one ("postgresql://host/name"), in a schema of its own.
Expected<std::unique_ptr<Store>> create_postgres(const std::string& database);
Expected<std::unique_ptr<Store>> open_postgres(const std::string& database, Mode mode);

/// "postgresql://…" or "postgres://…".
bool names_a_database(std::string_view address);
/// Either, by the look of the address: of a database, else of a file.
Expected<std::unique_ptr<Store>> create(const std::string& address);
Expected<std::unique_ptr<Store>> open(const std::string& address, Mode mode);

/// A consistent copy of an SQLite store in a new file, made from the writer's own connection or a reader's.
Expected<void> back_up(const Store& store, const std::string& file);

/// Nodes of the tree out of a store: full tiles, and the leaves beyond them. For proofs. What was read is
/// kept (some 8 MiB at most), so one such reader serves many proofs; by one thread at a time. Holds as long
/// as the store. Nothing for nodes that the first `size` leaves do not have, and where reading fails.
merkle::ReadNode nodes_of(const Store& store, std::uint64_t size);

}  // namespace store
