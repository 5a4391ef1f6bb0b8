// A store in an SQLite file.
//
// SQLite before 3.51.3 can lose committed pages when two connections write or checkpoint at the same instant.
// So one connection of one process, the one that holds the pen, makes all writes and all checkpoints of the
// write-ahead log; every other is opened for reading and told never to checkpoint. Recovery after a crash is
// SQLite's own.
#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <fmt/format.h>

#include "store/growth.hpp"
#include "store/idle.hpp"
#include "store/pen.hpp"
#include "store/sqlite.hpp"
#include "store/sqlite_schema.hpp"
#include "store/store.hpp"

namespace store {
namespace {

using merkle::Hash;
using sqlite::Connection;
using sqlite::Query;

/// Entries read in one go, so that a long reading does not keep the write-ahead log from being taken back.
constexpr std::size_t entries_at_once = 4096;
/// How often one who waits looks, where another program appends.
constexpr std::chrono::milliseconds between_looks{20};

/// Pages of 4 KiB in the write-ahead log from which on it is taken back into the file: in a pause, or before
/// anything else is written. Taking back a thousand takes some ten milliseconds.
constexpr int pages_for_a_pause = 250;
constexpr int pages_at_most = 1000;
/// Nobody wrote for so long: a pause.
constexpr std::chrono::milliseconds pause_length{5};

// -- opening ---------------------------------------------------------------------------------------

/// How long one waits for a lock: of a shell that writes, of one who recovers after a crash.
constexpr int busy_ms = 5000;

constexpr const char* settings_of_all = R"sql(
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
PRAGMA mmap_size = 0;
PRAGMA foreign_keys = ON;
PRAGMA recursive_triggers = ON;
)sql";

// `secure_delete`: an annex that is taken away is overwritten. The cache is of 64 MiB: digests lie anywhere
// in their index.
constexpr const char* settings_of_writer = R"sql(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA secure_delete = ON;
PRAGMA wal_autocheckpoint = 0;
PRAGMA journal_size_limit = 16777216;
PRAGMA cache_size = -65536;
)sql";

// To read a file with a write-ahead log, SQLite makes files beside it. On a disk that is read-only it cannot;
// where no log is there, nobody writes and the file is all of it.
bool is_all_there_is(const std::string& file) {
    struct statvfs disk{};
    struct stat log{};
    return ::statvfs(file.c_str(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0 &&
           ::stat((file + "-wal").c_str(), &log) != 0 && errno == ENOENT;
}

// The file as one that cannot change, in the words of https://sqlite.org/uri.html.
std::string unchanging(const std::string& file) {
    std::string uri = "file:";
    for (const char c : file) {
        if (c == '%' || c == '?' || c == '#')
            uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

bool reads_as_unchanging(const Connection& connection) {
    return sqlite3_uri_boolean(sqlite3_db_filename(connection.handle(), "main"), "immutable", 0) != 0;
}

// Whatever hinders opening is `cannot_open`, save a file that is ours and broken.
Fault when_opening(const std::string& file, const Fault& met, int code) {
    const bool broken = met.trouble == Trouble::damaged && (code & 0xff) != SQLITE_NOTADB;
    return {.trouble = broken ? Trouble::damaged : Trouble::cannot_open,
            .problem = file + ": " + met.problem};
}

void turn_on(Connection& connection, int setting) {
    sqlite3_db_config(connection.handle(), setting, 1, nullptr);
}

Expected<void> check_is_ours(Connection& connection) {
    const auto application = connection.number("PRAGMA application_id");
    if (!application) return std::unexpected(application.error());
    const auto version = connection.number("PRAGMA user_version");
    if (!version) return std::unexpected(version.error());
    if (*application != sqlite::application_id) return fault(Trouble::cannot_open, "not a store of a log");
    if (*version != sqlite::format_version)
        return fault(Trouble::cannot_open, fmt::format("a store of format {}; this program knows {}",
                                                       *version, sqlite::format_version));
    return {};
}

Expected<std::unique_ptr<Connection>> connect(const std::string& file, Mode mode) {
    const bool unchanged = mode == Mode::read && is_all_there_is(file);
    auto opened = unchanged ? Connection::open(unchanging(file), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
                            : Connection::open(
                                  file, mode == Mode::append ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
    if (!opened) return opened;
    sqlite3_busy_timeout((*opened)->handle(), busy_ms);
    turn_on(**opened, SQLITE_DBCONFIG_DEFENSIVE);
    if (mode == Mode::read) turn_on(**opened, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE);
    if (auto done = (*opened)->run(settings_of_all); !done) return std::unexpected(done.error());
    return opened;
}

Expected<void> make_writer_of(Connection& connection) {
    if (auto done = connection.run(settings_of_writer); !done) return done;
    auto mode = connection.query("PRAGMA journal_mode");
    if (!mode) return std::unexpected(mode.error());
    if (auto row = mode->step(); !row) return std::unexpected(row.error());
    if (mode->bytes_at(0) != "wal") return fault(Trouble::cannot_open, "cannot keep a write-ahead log");
    return {};
}

std::string folder_of(const std::string& file) {
    const std::size_t slash = file.rfind('/');
    return slash == std::string::npos ? "." : file.substr(0, slash + 1);
}

// Nothing is changed in a file before it is known to be ours.
Expected<std::unique_ptr<Connection>> connect_to_ours(const std::string& file, Mode mode) {
    auto opened = connect(file, mode);
    if (!opened) return std::unexpected(when_opening(file, opened.error(), SQLITE_OK));
    Connection& connection = **opened;
    auto done = check_is_ours(connection);
    if (done && mode == Mode::append) done = make_writer_of(connection);
    if (done) return opened;
    const int code = sqlite3_errcode(connection.handle());
    auto met = when_opening(file, done.error(), code);
    const bool beside = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
    if (beside && ::access(folder_of(file).c_str(), W_OK) != 0)
        met.problem = fmt::format("{}: its files -wal and -shm cannot be made beside it: {}", file,
                                  std::generic_category().message(errno));
    return std::unexpected(std::move(met));
}

// One name for one file, so that there is one pen: links are followed, and a file with two names is refused.
Expected<std::string> real_name(const std::string& file) {
    const auto words = [&] { return file + ": " + std::generic_category().message(errno); };
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(file.c_str(), nullptr), &std::free);
    struct stat found{};
    if (!real || ::stat(real.get(), &found) != 0) return fault(Trouble::cannot_open, words());
    if (!S_ISREG(found.st_mode)) return fault(Trouble::cannot_open, file + ": not a file");
    if (found.st_nlink > 1)
        return fault(Trouble::cannot_open, file + ": has a second name (a hard link), so a second pen");
    return std::string(real.get());
}

// -- reading ---------------------------------------------------------------------------------------

// Runs a question and calls `row` at each row; `row` gives what hinders it, or nothing.
template <class Bind, class Row>
Expected<void> ask(Connection& connection, const char* sql, Bind bind, Row row) {
    auto query = connection.query(sql);
    if (!query) return std::unexpected(query.error());
    bind(*query);
    for (;;) {
        const auto there = query->step();
        if (!there) return std::unexpected(there.error());
        if (!*there) return {};
        if (Expected<bool> more = row(*query); !more)
            return std::unexpected(more.error());
        else if (!*more)
            return {};
    }
}

std::unexpected<Fault> gap(std::uint64_t expected, std::uint64_t found) {
    return fault(Trouble::damaged, fmt::format("entry {} is missing; the next is {}", expected, found));
}

Expected<Hash> hash_at(const Query& row, int column) {
    const auto hash = merkle::hash_of(row.bytes_at(column));
    if (!hash) return fault(Trouble::damaged, "a hash has not 32 bytes");
    return *hash;
}

Expected<Head> head_in(Connection& connection) {
    Expected<Head> head = fault(Trouble::damaged, "the log has no head");
    const auto asked = ask(
        connection, "SELECT size, peaks, checkpoint FROM head WHERE id = 1", [](Query&) {},
        [&](const Query& row) -> Expected<bool> {
            head = head_of(row.number_at(0), row.bytes_at(1), std::string(row.bytes_at(2)));
            return true;
        });
    if (!asked) return std::unexpected(asked.error());
    return head;
}

Expected<std::vector<Hash>> leaves_in(Connection& connection, std::uint64_t first, std::size_t count) {
    std::vector<Hash> found;
    const auto asked = ask(
        connection, "SELECT idx, leaf FROM entry WHERE idx >= ?1 ORDER BY idx LIMIT ?2",
        [&](Query& query) { query.number(1, first).number(2, count); },
        [&](const Query& row) -> Expected<bool> {
            if (row.number_at(0) != first + found.size()) return gap(first + found.size(), row.number_at(0));
            const auto leaf = hash_at(row, 1);
            if (!leaf) return std::unexpected(leaf.error());
            found.push_back(*leaf);
            return true;
        });
    if (!asked) return std::unexpected(asked.error());
    return found;
}

Expected<std::vector<Hash>> tile_roots_in(Connection& connection, unsigned level, std::uint64_t first,
                                          std::size_t count) {
    std::vector<Hash> found;
    const auto asked = ask(
        connection, "SELECT n, root FROM tile WHERE level = ?1 AND n >= ?2 ORDER BY n LIMIT ?3",
        [&](Query& query) { query.number(1, level).number(2, first).number(3, count); },
        [&](const Query& row) -> Expected<bool> {
            if (row.number_at(0) != first + found.size())
                return fault(Trouble::damaged,
                             fmt::format("tile {} of level {} is missing", first + found.size(), level));
            const auto root = hash_at(row, 1);
            if (!root) return std::unexpected(root.error());
            found.push_back(*root);
            return true;
        });
    if (!asked) return std::unexpected(asked.error());
    return found;
}

// Calls `look` with each entry from `first`, at most `count`; `look` says whether to go on. How many there
// were.
Expected<std::size_t> look_at_entries(Connection& connection, std::uint64_t first, std::size_t count,
                                      const std::function<bool(std::uint64_t, std::string_view)>& look,
                                      bool& goes_on) {
    std::size_t seen = 0;
    const auto asked = ask(
        connection, "SELECT idx, data FROM entry WHERE idx >= ?1 ORDER BY idx LIMIT ?2",
        [&](Query& query) { query.number(1, first).number(2, count); },
        [&](const Query& row) -> Expected<bool> {
            if (row.number_at(0) != first + seen) return gap(first + seen, row.number_at(0));
            ++seen;
            goes_on = look(first + seen - 1, row.bytes_at(1));
            return goes_on;
        });
    if (!asked) return std::unexpected(asked.error());
    return seen;
}

// The value of `made` at the only row, or nothing.
template <class Made, class Bind, class Make>
Expected<std::optional<Made>> one(Connection& connection, const char* sql, Bind bind, Make make) {
    std::optional<Made> found;
    const auto asked = ask(connection, sql, bind, [&](const Query& row) -> Expected<bool> {
        Expected<Made> made = make(row);
        if (!made) return std::unexpected(made.error());
        found = std::move(*made);
        return false;
    });
    if (!asked) return std::unexpected(asked.error());
    return found;
}

Expected<std::vector<Hash>> hashes_in(Connection& connection, const char* sql) {
    std::vector<Hash> found;
    const auto asked = ask(
        connection, sql, [](Query&) {},
        [&](const Query& row) -> Expected<bool> {
            const auto hash = hash_at(row, 0);
            if (!hash) return std::unexpected(hash.error());
            found.push_back(*hash);
            return true;
        });
    if (!asked) return std::unexpected(asked.error());
    return found;
}

Expected<std::optional<std::uint64_t>> place_of(Connection& connection, const Hash& digest) {
    return one<std::uint64_t>(
        connection, "SELECT idx FROM entry WHERE digest = ?1",
        [&](Query& query) { query.blob(1, merkle::bytes_of(digest)); },
        [](const Query& row) -> Expected<std::uint64_t> { return row.number_at(0); });
}

// In one transaction: each of its own would take and give back the locks.
Expected<std::vector<std::optional<std::uint64_t>>> places_of(Connection& connection,
                                                              const std::vector<Hash>& digests) {
    std::vector<std::optional<std::uint64_t>> places;
    if (auto begun = connection.run("BEGIN"); !begun) return std::unexpected(begun.error());
    Expected<void> sound;
    for (const Hash& digest : digests) {
        auto place = place_of(connection, digest);
        if (!place) {
            sound = std::unexpected(place.error());
            break;
        }
        places.push_back(*place);
    }
    auto ended = connection.run("END");
    if (!sound) return std::unexpected(sound.error());
    if (!ended) return std::unexpected(ended.error());
    return places;
}

// -- writing ---------------------------------------------------------------------------------------

class SqliteTransaction final : public Transaction {
public:
    explicit SqliteTransaction(Connection& connection) : connection_(connection) {}
    ~SqliteTransaction() override {
        if (sqlite3_get_autocommit(connection_.handle()) == 0) (void)connection_.run("ROLLBACK");
    }
    Expected<void> begin() { return connection_.run("BEGIN IMMEDIATE"); }

    Expected<Head> head() override { return head_in(connection_); }

    Expected<void> put_entries(std::uint64_t first, const std::vector<NewEntry>& entries,
                               const std::vector<Hash>& leaves) override {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto& [digest, bytes] = entries[i];
            auto insert =
                connection_.query("INSERT INTO entry(idx, digest, leaf, data) VALUES(?1, ?2, ?3, ?4)");
            if (!insert) return std::unexpected(insert.error());
            const auto done = insert->number(1, first + i)
                                  .blob(2, merkle::bytes_of(digest))
                                  .blob(3, merkle::bytes_of(leaves[i]))
                                  .blob(4, bytes)
                                  .run();
            if (done) continue;
            if ((insert->code() & 0xff) != SQLITE_CONSTRAINT) return done;
            return why_not_added(digest, done.error());
        }
        return {};
    }

    Expected<void> read_back(std::uint64_t first, std::size_t count, const LookAtEntry& look) override {
        return ask(
            connection_, "SELECT idx, digest, leaf, data FROM entry WHERE idx >= ?1 ORDER BY idx LIMIT ?2",
            [&](Query& query) { query.number(1, first).number(2, count); },
            [&](const Query& row) -> Expected<bool> {
                const auto digest = hash_at(row, 1);
                const auto leaf = hash_at(row, 2);
                if (!digest || !leaf) return fault(Trouble::damaged, "a hash has not 32 bytes");
                look({.index = row.number_at(0), .digest = *digest, .leaf = *leaf, .bytes = row.bytes_at(3)});
                return true;
            });
    }

    Expected<void> put_files(const std::vector<File>& files) override {
        for (const File& file : files) {
            auto insert = connection_.query(
                "INSERT INTO file(sha256, media_type, data) SELECT ?1, ?2, ?3 "
                "WHERE NOT EXISTS(SELECT 1 FROM file WHERE sha256 = ?1)");
            if (!insert) return std::unexpected(insert.error());
            insert->blob(1, merkle::bytes_of(file.sha256)).text(2, file.media_type).blob(3, file.bytes);
            if (auto done = insert->run(); !done) return done;
        }
        return {};
    }

    Expected<void> put_annexes(const std::vector<Annex>& annexes) override {
        for (const Annex& annex : annexes) {
            auto insert = connection_.query(
                "INSERT INTO annex(commitment, salt, media_type, data) SELECT ?1, ?2, ?3, ?4 "
                "WHERE NOT EXISTS(SELECT 1 FROM annex WHERE commitment = ?1)");
            if (!insert) return std::unexpected(insert.error());
            insert->blob(1, merkle::bytes_of(annex.commitment))
                .blob(2, annex.salt)
                .text(3, annex.media_type)
                .blob(4, annex.bytes);
            if (auto done = insert->run(); !done) return done;
        }
        return {};
    }

    Expected<void> put_tiles(const std::vector<FullTile>& tiles) override {
        for (const FullTile& tile : tiles) {
            auto insert =
                connection_.query("INSERT INTO tile(level, n, root, hashes) VALUES(?1, ?2, ?3, ?4)");
            if (!insert) return std::unexpected(insert.error());
            insert->number(1, tile.level)
                .number(2, tile.n)
                .blob(3, merkle::bytes_of(tile.root))
                .blob(4, tile.hashes);
            if (auto done = insert->run(); !done) return done;
        }
        return {};
    }

    Expected<void> move_head(std::uint64_t from, const Head& to) override {
        auto publish = connection_.query("INSERT INTO checkpoint(size, note) VALUES(?1, ?2)");
        if (!publish) return std::unexpected(publish.error());
        if (auto done = publish->number(1, to.size()).blob(2, to.checkpoint).run(); !done) return done;
        const std::string peaks = bytes_of(to.edge.peaks());
        auto move = connection_.query(
            "UPDATE head SET size = ?1, peaks = ?2, checkpoint = ?3 "
            "WHERE id = 1 AND size = ?4");
        if (!move) return std::unexpected(move.error());
        move->number(1, to.size()).blob(2, peaks).blob(3, to.checkpoint).number(4, from);
        if (auto done = move->run(); !done) return done;
        if (connection_.changes() != 1) return fault(Trouble::pen_lost, "the head is not where it was left");
        return {};
    }

    Expected<void> commit() override {
        auto commit = connection_.query("COMMIT");
        if (!commit) return std::unexpected(commit.error());
        return commit->run();
    }

private:
    Expected<void> why_not_added(const Hash& digest, Fault met) {
        const auto there = place_of(connection_, digest);
        if (!there) return std::unexpected(there.error());
        if (*there) return fault(Trouble::exists, fmt::format("entry {} has this digest", **there));
        return fault(Trouble::damaged, std::move(met.problem));
    }

    Connection& connection_;
};

class SqliteStore final : public Store {
public:
    SqliteStore(std::string file, std::unique_ptr<Pen> pen, std::unique_ptr<Connection> writer)
        : file_(std::move(file)),
          mode_(pen ? Mode::append : Mode::read),
          pen_(std::move(pen)),
          writer_(std::move(writer)) {}

    // The writer goes last: it takes the write-ahead log back into the file.
    ~SqliteStore() override {
        {
            // With the lock, so that the thread is either before its look at `stop` or asleep.
            const std::lock_guard lock(writing_);
            taking_back_.request_stop();
            many_pages_.notify_all();
            closing_.notify_all();
        }
        if (taking_back_.joinable()) taking_back_.join();
        idle_.close();
    }

    /// For one with the pen, before it is used.
    Expected<void> look_at_edge() {
        auto open = check_edge(*this);
        if (!open) return std::unexpected(open.error());
        open_ = std::move(*open);
        sqlite3_wal_hook(writer_->handle(), note_pages, this);
        taking_back_ = std::jthread([this](const std::stop_token& stop) { take_back_in_pauses(stop); });
        return {};
    }

    // -- reading

    Expected<Head> head() const override { return reading(head_in); }

    Expected<std::vector<std::string>> entries(std::uint64_t first, std::size_t count) const override {
        return reading([&](Connection& connection) -> Expected<std::vector<std::string>> {
            std::vector<std::string> found;
            bool goes_on = true;
            const auto looked = look_at_entries(
                connection, first, count,
                [&](std::uint64_t, std::string_view bytes) {
                    found.emplace_back(bytes);
                    return true;
                },
                goes_on);
            if (!looked) return std::unexpected(looked.error());
            return found;
        });
    }

    Expected<std::vector<Hash>> leaves(std::uint64_t first, std::size_t count) const override {
        return reading([&](Connection& connection) { return leaves_in(connection, first, count); });
    }

    Expected<void> each_entry(
        std::uint64_t first,
        const std::function<bool(std::uint64_t, std::string_view)>& look) const override {
        return reading([&](Connection& connection) -> Expected<void> {
            bool goes_on = true;
            while (goes_on) {
                const auto seen = look_at_entries(connection, first, entries_at_once, look, goes_on);
                if (!seen) return std::unexpected(seen.error());
                if (*seen < entries_at_once) return {};
                first += *seen;
            }
            return {};
        });
    }

    Expected<std::optional<std::uint64_t>> find(const Hash& digest) const override {
        return reading([&](Connection& connection) { return place_of(connection, digest); });
    }

    Expected<std::vector<std::optional<std::uint64_t>>> find_all(
        const std::vector<Hash>& digests) const override {
        const auto find_in = [&](Connection& connection) { return places_of(connection, digests); };
        if (mode_ == Mode::append) {
            const std::lock_guard lock(writing_);
            if (writer_) return find_in(*writer_);
        }
        return reading(find_in);  // whoever laid the pen down still reads
    }

    Expected<std::optional<std::string>> tile(unsigned level, std::uint64_t n) const override {
        return reading([&](Connection& connection) {
            return one<std::string>(
                connection, "SELECT hashes FROM tile WHERE level = ?1 AND n = ?2",
                [&](Query& query) { query.number(1, level).number(2, n); }, bytes);
        });
    }

    Expected<std::vector<Hash>> tile_roots(unsigned level, std::uint64_t first,
                                           std::size_t count) const override {
        return reading(
            [&](Connection& connection) { return tile_roots_in(connection, level, first, count); });
    }

    Expected<std::optional<std::string>> checkpoint(std::uint64_t size) const override {
        return reading([&](Connection& connection) {
            return one<std::string>(
                connection, "SELECT note FROM checkpoint WHERE size = ?1",
                [&](Query& query) { query.number(1, size); }, bytes);
        });
    }

    Expected<std::vector<std::uint64_t>> checkpoint_sizes(std::uint64_t above,
                                                          std::size_t count) const override {
        return reading([&](Connection& connection) -> Expected<std::vector<std::uint64_t>> {
            std::vector<std::uint64_t> found;
            const auto asked = ask(
                connection, "SELECT size FROM checkpoint WHERE size > ?1 ORDER BY size LIMIT ?2",
                [&](Query& query) { query.number(1, above).number(2, count); },
                [&](const Query& row) -> Expected<bool> {
                    found.push_back(row.number_at(0));
                    return true;
                });
            if (!asked) return std::unexpected(asked.error());
            return found;
        });
    }

    Expected<std::vector<Cosignature>> cosignatures(std::uint64_t size) const override {
        return reading([&](Connection& connection) -> Expected<std::vector<Cosignature>> {
            std::vector<Cosignature> found;
            const auto asked = ask(
                connection, "SELECT witness, line FROM cosignature WHERE size = ?1 ORDER BY witness",
                [&](Query& query) { query.number(1, size); },
                [&](const Query& row) -> Expected<bool> {
                    found.push_back({.size = size,
                                     .witness = std::string(row.bytes_at(0)),
                                     .line = std::string(row.bytes_at(1))});
                    return true;
                });
            if (!asked) return std::unexpected(asked.error());
            return found;
        });
    }

    Expected<std::optional<std::uint64_t>> cosigned_size(std::uint64_t at_most) const override {
        return reading([&](Connection& connection) {
            return one<std::uint64_t>(
                connection, "SELECT size FROM cosignature WHERE size <= ?1 ORDER BY size DESC LIMIT 1",
                [&](Query& query) { query.number(1, at_most); }, number);
        });
    }

    Expected<std::optional<File>> file(const Hash& sha256) const override {
        return reading([&](Connection& connection) {
            return one<File>(
                connection, "SELECT media_type, data FROM file WHERE sha256 = ?1",
                [&](Query& query) { query.blob(1, merkle::bytes_of(sha256)); },
                [&](const Query& row) -> Expected<File> {
                    File file{.sha256 = sha256,
                              .media_type = std::string(row.bytes_at(0)),
                              .bytes = std::string(row.bytes_at(1))};
                    if (auto sound = verify(file); !sound) return std::unexpected(sound.error());
                    return file;
                });
        });
    }

    Expected<std::vector<Hash>> files() const override {
        return reading([](Connection& connection) {
            return hashes_in(connection, "SELECT sha256 FROM file ORDER BY sha256");
        });
    }

    Expected<std::optional<Annex>> annex(const Hash& commitment) const override {
        return reading([&](Connection& connection) {
            return one<Annex>(
                connection, "SELECT salt, media_type, data FROM annex WHERE commitment = ?1",
                [&](Query& query) { query.blob(1, merkle::bytes_of(commitment)); },
                [&](const Query& row) -> Expected<Annex> {
                    Annex annex{.commitment = commitment,
                                .salt = std::string(row.bytes_at(0)),
                                .media_type = std::string(row.bytes_at(1)),
                                .bytes = std::string(row.bytes_at(2))};
                    if (auto sound = verify(annex); !sound) return std::unexpected(sound.error());
                    return annex;
                });
        });
    }

    Expected<std::vector<Hash>> annexes() const override {
        return reading([](Connection& connection) {
            return hashes_in(connection, "SELECT commitment FROM annex ORDER BY commitment");
        });
    }

    Expected<std::optional<std::string>> setting(std::string_view name) const override {
        return reading([&](Connection& connection) {
            return one<std::string>(
                connection, "SELECT value FROM setting WHERE name = ?1",
                [&](Query& query) { query.text(1, name); }, bytes);
        });
    }

    Expected<std::uint64_t> wait_beyond(std::uint64_t size,
                                        std::chrono::milliseconds at_most) const override {
        const auto until = std::chrono::steady_clock::now() + at_most;
        for (;;) {
            std::uint64_t appended = 0;
            {
                const std::lock_guard lock(growing_);
                appended = appended_;
            }
            const auto found = reading([](Connection& connection) {
                return connection.number("SELECT size FROM head WHERE id = 1");
            });
            if (!found || *found > size) return found;
            const auto now = std::chrono::steady_clock::now();
            if (now >= until) return found;
            // Nobody else appends while we hold the pen.
            const auto next = has_pen() ? until : std::min(until, now + between_looks);
            std::unique_lock lock(growing_);
            grew_.wait_until(lock, next, [&] { return appended_ != appended; });
        }
    }

    Expected<void> back_up(const std::string& to) const;

    // -- writing

    bool has_pen() const override {
        const std::lock_guard lock(growing_);
        return pen_ && pen_->holds();
    }

    Expected<Head> append(std::uint64_t expected_size, const Batch& batch, const Sign& sign) override {
        if (mode_ == Mode::append)
            if (auto fit = examine(batch); !fit) return std::unexpected(fit.error());
        return in_transaction([&](Transaction& transaction) {
            return append_within(transaction, open_, expected_size, batch, sign);
        });
    }

    Expected<Head> sign_head(const Sign& sign) override {
        return in_transaction([&](Transaction& transaction) { return sign_head_within(transaction, sign); });
    }

    Expected<void> keep(const Cosignature& cosignature) override {
        return writing([&](Connection& connection) -> Expected<void> {
            auto insert = connection.query(
                "INSERT INTO cosignature(size, witness, line) VALUES(?1, ?2, ?3) "
                "ON CONFLICT(size, witness) DO UPDATE SET line = excluded.line");
            if (!insert) return std::unexpected(insert.error());
            auto done = insert->number(1, cosignature.size)
                            .text(2, cosignature.witness)
                            .blob(3, cosignature.line)
                            .run();
            if (insert->code() == SQLITE_CONSTRAINT_FOREIGNKEY)
                return fault(Trouble::unfit, "no checkpoint of this size was published");
            return done;
        });
    }

    Expected<bool> remove_annex(const Hash& commitment) override {
        return writing([&](Connection& connection) -> Expected<bool> {
            auto remove = connection.query("DELETE FROM annex WHERE commitment = ?1");
            if (!remove) return std::unexpected(remove.error());
            if (auto done = remove->blob(1, merkle::bytes_of(commitment)).run(); !done)
                return std::unexpected(done.error());
            const bool was_there = connection.changes() > 0;
            if (was_there) {
                wipes_log_ = true;
                log_pages_ = pages_at_most;  // the next one takes it back, or the thread in a pause
            }
            return was_there;
        });
    }

    Expected<void> set(std::string_view name, std::string_view text) override {
        return writing([&](Connection& connection) -> Expected<void> {
            auto insert = connection.query(
                "INSERT INTO setting(name, value) VALUES(?1, ?2) "
                "ON CONFLICT(name) DO UPDATE SET value = excluded.value");
            if (!insert) return std::unexpected(insert.error());
            return insert->text(1, name).blob(2, text).run();
        });
    }

private:
    static Expected<std::uint64_t> number(const Query& row) { return row.number_at(0); }
    static Expected<std::string> bytes(const Query& row) { return std::string(row.bytes_at(0)); }

    template <class Read> auto reading(Read read) const -> decltype(read(std::declval<Connection&>())) {
        auto connection = idle_.take();
        if (!connection) {
            auto opened = connect_to_ours(file_, Mode::read);
            if (!opened) return std::unexpected(opened.error());
            connection = std::move(*opened);
        }
        auto found = read(*connection);
        // After trouble a connection may hold what it should not: the next reader gets a new one. So does one
        // of a disk that is read-only here, where another machine may begin to write.
        if (found && !reads_as_unchanging(*connection)) idle_.give_back(std::move(connection));
        return found;
    }

    template <class Write> auto writing(Write write) -> decltype(write(std::declval<Connection&>())) {
        if (mode_ == Mode::read) return fault(Trouble::read_only, "opened for reading");
        const std::unique_lock lock(writing_);
        if (writer_ && log_pages_ >= pages_at_most) take_back();
        if (!writer_) return fault(Trouble::pen_lost, "the pen was laid down");
        if (!has_pen()) {
            lay_pen_down();
            return fault(Trouble::pen_lost, file_ + ".pen was taken away");
        }
        auto done = write(*writer_);
        if (!done && lays_pen_down(done.error().trouble)) lay_pen_down();
        ++writes_;
        if (log_pages_ >= pages_for_a_pause) many_pages_.notify_all();
        return done;
    }

    // -- the write-ahead log

    // SQLite calls it after each commit, in the thread that writes.
    static int note_pages(void* self, sqlite3*, const char*, int pages) {
        auto& store = *static_cast<SqliteStore*>(self);
        store.log_pages_ = store.wipes_log_ ? std::max(pages, pages_for_a_pause) : pages;
        return SQLITE_OK;
    }

    // Takes the write-ahead log back into the file, as far as readers let it. With the lock.
    void take_back() {
        log_pages_ = 0;
        // An annex that was taken away is to leave the log too, for which nobody may be reading.
        const int how = wipes_log_ ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE;
        sqlite3_busy_timeout(writer_->handle(), 0);
        const int code = sqlite3_wal_checkpoint_v2(writer_->handle(), nullptr, how, nullptr, nullptr);
        sqlite3_busy_timeout(writer_->handle(), busy_ms);
        if (code == SQLITE_OK) wipes_log_ = false;
        if (wipes_log_) log_pages_ = pages_for_a_pause;  // somebody reads: again in the next pause
        // What is in the log stays there; but a disk that fails is not written to again.
        if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY && lays_pen_down(sqlite::trouble_of(code)))
            lay_pen_down();
    }

    void take_back_in_pauses(const std::stop_token& stop) {
        std::unique_lock lock(writing_);
        while (!stop.stop_requested()) {
            many_pages_.wait(lock, [&] { return stop.stop_requested() || log_pages_ >= pages_for_a_pause; });
            while (!stop.stop_requested() && log_pages_ >= pages_for_a_pause && log_pages_ < pages_at_most) {
                const std::uint64_t before = writes_;
                closing_.wait_for(lock, pause_length, [&] { return stop.stop_requested(); });
                if (writes_ == before) break;
            }
            if (!stop.stop_requested() && writer_ && log_pages_ >= pages_for_a_pause) take_back();
            if (!writer_) return;
        }
    }

    template <class Write> Expected<Head> in_transaction(Write write) {
        auto done = writing([&](Connection& connection) -> Expected<Head> {
            SqliteTransaction transaction(connection);
            if (auto begun = transaction.begin(); !begun) return std::unexpected(begun.error());
            return write(transaction);
        });
        const std::lock_guard lock(growing_);
        ++appended_;
        grew_.notify_all();
        return done;
    }

    // With the connection goes what it had cached, and nothing is taken from the write-ahead log into the
    // file: after an error of the disk the one who opens the store anew looks what is there.
    void lay_pen_down() {
        sqlite3_db_config(writer_->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        writer_.reset();
        const std::lock_guard lock(growing_);
        pen_.reset();
    }

    const std::string file_;
    const Mode mode_;

    mutable std::mutex growing_;  // over pen_ and appended_; taken last
    mutable std::condition_variable grew_;
    std::unique_ptr<Pen> pen_;
    std::uint64_t appended_ = 0;

    mutable std::mutex writing_;  // over all down to wipes_log_
    std::unique_ptr<Connection> writer_;
    OpenTiles open_;
    std::uint64_t writes_ = 0;
    int log_pages_ = 0;
    bool wipes_log_ = false;
    std::condition_variable many_pages_;
    std::condition_variable
        closing_;  // of its own, so that one who waits for a pause is not woken by a write
    std::jthread taking_back_;

    mutable Idle<Connection> idle_;
};

// -- files -----------------------------------------------------------------------------------------

Expected<std::unique_ptr<Store>> open_to_append(const std::string& file) {
    auto pen = Pen::take(file);
    if (!pen) return std::unexpected(pen.error());
    auto writer = connect_to_ours(file, Mode::append);
    if (!writer) return std::unexpected(writer.error());
    auto store = std::make_unique<SqliteStore>(file, std::move(*pen), std::move(*writer));
    if (auto sound = store->look_at_edge(); !sound) return std::unexpected(sound.error());
    return store;
}

Expected<void> make_tables(const std::string& file) {
    auto opened = connect(file, Mode::append);
    if (!opened) return std::unexpected(opened.error());
    Connection& connection = **opened;
    if (auto done = make_writer_of(connection); !done) return done;
    const std::string sql =
        fmt::format("BEGIN EXCLUSIVE; PRAGMA application_id = {}; PRAGMA user_version = {}; {} COMMIT;",
                    sqlite::application_id, sqlite::format_version, sqlite::schema);
    return connection.run(sql.c_str());
}

// Makes the entry of a file in its folder durable.
Expected<void> sync_folder_of(const std::string& file) {
    const std::string folder = folder_of(file);
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int why = errno;
    if (descriptor >= 0) ::close(descriptor);
    if (!done) return fault(Trouble::failed, folder + ": " + std::generic_category().message(why));
    return {};
}

// A new empty file, readable by its owner alone; `exists` where there is one.
Expected<void> make_empty(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const Trouble trouble = errno == EEXIST ? Trouble::exists : Trouble::cannot_open;
        return fault(trouble, file + ": " + std::generic_category().message(errno));
    }
    ::close(descriptor);
    return {};
}

void take_away(const std::string& file) {
    for (const char* end : {"", "-wal", "-shm", "-journal"}) ::unlink((file + end).c_str());
}

Expected<void> copy_all(Connection& from, const std::string& file) {
    auto to = Connection::open(file, SQLITE_OPEN_READWRITE);
    if (!to) return std::unexpected(to.error());
    sqlite3_backup* copy = sqlite3_backup_init((*to)->handle(), "main", from.handle(), "main");
    if (!copy) return std::unexpected((*to)->last_fault());
    const bool whole = sqlite3_backup_step(copy, -1) == SQLITE_DONE;
    if (sqlite3_backup_finish(copy) != SQLITE_OK) return std::unexpected((*to)->last_fault());
    if (!whole) return fault(Trouble::failed, "another uses the store alone");
    return {};
}

// The copy has its name only when it is whole and on the disk.
Expected<void> SqliteStore::back_up(const std::string& to) const {
    if (::access(to.c_str(), F_OK) == 0) return fault(Trouble::exists, to + " is there");
    const std::string part = to + ".part";
    if (auto made = make_empty(part); !made) return made;
    auto done = reading([&](Connection& from) { return copy_all(from, part); });
    if (done && ::rename(part.c_str(), to.c_str()) != 0)
        done = fault(Trouble::failed, to + ": " + std::generic_category().message(errno));
    if (done) done = sync_folder_of(to);
    if (!done) take_away(part);
    return done;
}

}  // namespace

Expected<std::unique_ptr<Store>> create_sqlite(const std::string& file) {
    // Of a store that was moved away, perhaps with entries that are nowhere else: SQLite would empty them.
    for (const char* end : {"-wal", "-journal"}) {
        struct stat found{};
        if (::lstat((file + end).c_str(), &found) == 0)
            return fault(Trouble::exists,
                         file + end + ": left by another store; move it to where that one is");
    }
    if (auto made = make_empty(file); !made) return std::unexpected(made.error());
    auto done = make_tables(file);
    if (done) done = sync_folder_of(file);
    if (!done) {
        take_away(file);
        return std::unexpected(when_opening(file, done.error(), SQLITE_OK));
    }
    auto opened = open_sqlite(file, Mode::append);
    if (!opened && opened.error().trouble != Trouble::other_holds_pen) take_away(file);
    return opened;
}

Expected<std::unique_ptr<Store>> open_sqlite(const std::string& file, Mode mode) {
    const auto real = real_name(file);
    if (!real) return std::unexpected(real.error());
    if (mode == Mode::append) return open_to_append(*real);
    auto reader = connect_to_ours(*real, Mode::read);
    if (!reader) return std::unexpected(reader.error());
    return std::make_unique<SqliteStore>(*real, nullptr, nullptr);
}

Expected<void> back_up(const Store& store, const std::string& file) {
    const auto* sqlite = dynamic_cast<const SqliteStore*>(&store);
    if (!sqlite) return fault(Trouble::unfit, "only a store in a file is copied as a file");
    return sqlite->back_up(file);
}

}  // namespace store
