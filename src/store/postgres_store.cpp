// A store in a PostgreSQL database, for several servers: one appends, the others read.
//
// The pen is an advisory lock of the writer's own session. It goes with the session, so when the writer's
// connection dies another program can take it; and the head moves only from where the writer left it, so even
// two that both believe to hold the pen cannot fork the log.
#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <fmt/format.h>

#include "store/growth.hpp"
#include "store/idle.hpp"
#include "store/postgres_schema.hpp"
#include "store/pq.hpp"
#include "store/store.hpp"

namespace store {
namespace {

using merkle::Hash;
using pq::Connection;
using pq::Parameters;
using pq::plain;
using pq::PqExpected;
using pq::Rows;

/// Rows fetched in one go while all entries are read: at most 32 MiB.
constexpr std::size_t entries_at_once = 512;
/// How often the head is looked at where the server tells nothing (a standby cannot LISTEN).
constexpr int look_again_ms = 250;

// -- opening ---------------------------------------------------------------------------------------

// Whatever hinders opening is `cannot_open`, save a store of ours that is broken.
Fault when_opening(const pq::PqFault& met) {
    Trouble trouble = met.fault.trouble == Trouble::damaged ? Trouble::damaged : Trouble::cannot_open;
    const bool not_there = met.sqlstate == "42P01" || met.sqlstate == "3F000";
    return {.trouble = trouble,
            .problem = not_there ? "there is no store in this database" : met.fault.problem};
}

Expected<void> check_is_ours(Connection& connection) {
    const auto found = connection.ask("SELECT version FROM depositary.format");
    if (!found) return std::unexpected(when_opening(found.error()));
    const std::uint64_t version = found->count() == 1 ? found->number(0, 0) : 0;
    if (version == pq::format_version) return {};
    return fault(Trouble::cannot_open,
                 fmt::format("a store of format {}; this program knows {}", version, pq::format_version));
}

Expected<std::unique_ptr<Connection>> connect_to_ours(const std::string& database) {
    auto connection = Connection::open(database);
    if (!connection) return connection;
    if (auto ours = check_is_ours(**connection); !ours) return std::unexpected(ours.error());
    return connection;
}

// Commits must be on the disk when the server says so.
Expected<void> check_is_durable(Connection& connection) {
    const auto found = connection.ask(
        "SELECT pg_is_in_recovery()::text, current_setting('fsync'), current_setting('full_page_writes'), "
        "current_setting('data_sync_retry'), "
        "set_config('synchronous_commit', CASE WHEN current_setting('synchronous_commit') IN ('off', 'local') "
        "THEN 'on' ELSE current_setting('synchronous_commit') END, false)");
    if (!found) return std::unexpected(when_opening(found.error()));
    if (found->bytes(0, 0) != "false")
        return fault(Trouble::cannot_open, "the server is a standby: nothing can be written");
    if (found->bytes(0, 1) != "on" || found->bytes(0, 2) != "on" || found->bytes(0, 3) != "off")
        return fault(Trouble::cannot_open,
                     "the server must have fsync on, full_page_writes on and "
                     "data_sync_retry off: a record is kept here");
    return {};
}

// The number is ours alone: the letters "DpstPen" and 1.
Expected<void> take_pen(Connection& connection) {
    const auto found = connection.ask("SELECT pg_try_advisory_lock(4931258207911800321)::text");
    if (!found) return std::unexpected(when_opening(found.error()));
    if (found->bytes(0, 0) != "true")
        return fault(Trouble::other_holds_pen, "another session holds the advisory lock");
    return {};
}

// -- reading ---------------------------------------------------------------------------------------

Expected<Hash> hash_in(const Rows& rows, int row, int column) {
    const auto hash = merkle::hash_of(rows.bytes(row, column));
    if (!hash) return fault(Trouble::damaged, "a hash has not 32 bytes");
    return *hash;
}

Expected<std::vector<Hash>> hashes_in(const Rows& rows, int column) {
    std::vector<Hash> found;
    for (int row = 0; row < rows.count(); ++row) {
        const auto hash = hash_in(rows, row, column);
        if (!hash) return std::unexpected(hash.error());
        found.push_back(*hash);
    }
    return found;
}

// The places in column 0 follow each other from `first`.
Expected<Rows> without_gaps(Expected<Rows> rows, std::uint64_t first) {
    if (!rows) return rows;
    for (int row = 0; row < rows->count(); ++row)
        if (const std::uint64_t expected = first + static_cast<std::uint64_t>(row);
            rows->number(row, 0) != expected)
            return fault(Trouble::damaged,
                         fmt::format("{} is missing; the next is {}", expected, rows->number(row, 0)));
    return rows;
}

Expected<Head> head_in(const Expected<Rows>& rows) {
    if (!rows) return std::unexpected(rows.error());
    if (rows->count() != 1) return fault(Trouble::damaged, "the log has no head");
    return head_of(rows->number(0, 0), rows->bytes(0, 1), std::string(rows->bytes(0, 2)));
}

// -- writing ---------------------------------------------------------------------------------------

class PostgresTransaction final : public Transaction {
public:
    explicit PostgresTransaction(Connection& connection) : connection_(connection) {}
    ~PostgresTransaction() override {
        if (PQtransactionStatus(connection_.handle()) != PQTRANS_IDLE) (void)connection_.run("ROLLBACK");
    }
    Expected<void> begin() { return plain(connection_.run("BEGIN")); }

    Expected<Head> head() override {
        return head_in(plain(
            connection_.ask("SELECT size, peaks, checkpoint FROM depositary.head WHERE id = 1 FOR UPDATE")));
    }

    Expected<void> put_entries(std::uint64_t first, const std::vector<NewEntry>& entries,
                               const std::vector<Hash>& leaves) override {
        std::vector<std::uint64_t> places;
        std::vector<std::string_view> digests, hashes, bytes;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            places.push_back(first + i);
            digests.push_back(merkle::bytes_of(entries[i].digest));
            hashes.push_back(merkle::bytes_of(leaves[i]));
            bytes.push_back(entries[i].bytes);
        }
        const auto done = connection_.ask(
            "INSERT INTO depositary.entry(idx, digest, leaf, data) SELECT * FROM unnest($1, $2, $3, $4)",
            Parameters().numbers(places).blobs(digests).blobs(hashes).blobs(bytes));
        if (done) return {};
        if (done.error().constraint == "entry_digest")
            return fault(Trouble::exists, done.error().fault.problem);
        if (done.error().sqlstate == "23505") return fault(Trouble::damaged, done.error().fault.problem);
        return std::unexpected(done.error().fault);
    }

    Expected<void> read_back(std::uint64_t first, std::size_t count, const LookAtEntry& look) override {
        const auto rows = plain(connection_.ask(
            "SELECT idx, digest, leaf, data FROM depositary.entry WHERE idx >= $1 ORDER BY idx LIMIT $2",
            Parameters().number(first).number(count)));
        if (!rows) return std::unexpected(rows.error());
        for (int row = 0; row < rows->count(); ++row) {
            const auto digest = hash_in(*rows, row, 1);
            const auto leaf = hash_in(*rows, row, 2);
            if (!digest || !leaf) return fault(Trouble::damaged, "a hash has not 32 bytes");
            look({.index = rows->number(row, 0),
                  .digest = *digest,
                  .leaf = *leaf,
                  .bytes = rows->bytes(row, 3)});
        }
        return {};
    }

    Expected<void> put_files(const std::vector<File>& files) override {
        for (const File& file : files) {
            auto done =
                put("INSERT INTO depositary.file(sha256, media_type, data) VALUES($1, $2, $3) "
                    "ON CONFLICT DO NOTHING",
                    Parameters().blob(merkle::bytes_of(file.sha256)).text(file.media_type).blob(file.bytes));
            if (!done) return done;
        }
        return {};
    }

    Expected<void> put_annexes(const std::vector<Annex>& annexes) override {
        for (const Annex& annex : annexes) {
            auto done =
                put("INSERT INTO depositary.annex(commitment, salt, media_type, data) "
                    "VALUES($1, $2, $3, $4) ON CONFLICT DO NOTHING",
                    Parameters()
                        .blob(merkle::bytes_of(annex.commitment))
                        .blob(annex.salt)
                        .text(annex.media_type)
                        .blob(annex.bytes));
            if (!done) return done;
        }
        return {};
    }

    Expected<void> put_tiles(const std::vector<FullTile>& tiles) override {
        for (const FullTile& tile : tiles) {
            auto done = put("INSERT INTO depositary.tile(level, n, root, hashes) VALUES($1, $2, $3, $4)",
                            Parameters()
                                .number(tile.level)
                                .number(tile.n)
                                .blob(merkle::bytes_of(tile.root))
                                .blob(tile.hashes));
            if (!done) return done;
        }
        return {};
    }

    Expected<void> move_head(std::uint64_t from, const Head& to) override {
        const std::string peaks = bytes_of(to.edge.peaks());
        const auto moved = plain(connection_.ask(
            "WITH published AS (INSERT INTO depositary.checkpoint(size, note) VALUES($1, $2)), "
            "moved AS (UPDATE depositary.head SET size = $1, peaks = $3, checkpoint = $2 "
            "WHERE id = 1 AND size = $4 RETURNING 1) "
            "SELECT (SELECT count(*) FROM moved), pg_notify('depositary', '')::text",
            Parameters().number(to.size()).blob(to.checkpoint).blob(peaks).number(from)));
        if (!moved) return std::unexpected(moved.error());
        if (moved->number(0, 0) != 1) return fault(Trouble::pen_lost, "the head is not where it was left");
        return {};
    }

    Expected<void> commit() override { return plain(connection_.run("COMMIT")); }

private:
    Expected<void> put(const char* sql, const Parameters& parameters) {
        const auto done = plain(connection_.ask(sql, parameters));
        if (!done) return std::unexpected(done.error());
        return {};
    }

    Connection& connection_;
};

// -- hearing of new entries ------------------------------------------------------------------------

// A thread with a connection of its own that knows how long the log is, for as many as wait for it. It begins
// when the first one waits.
class Listener {
public:
    explicit Listener(std::string database) : database_(std::move(database)) {}
    ~Listener() {
        thread_.request_stop();
        wake();
        if (thread_.joinable()) thread_.join();
        if (wake_ >= 0) ::close(wake_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    std::uint64_t wait_beyond(std::uint64_t size, std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        if (!thread_.joinable()) {
            wake_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
            thread_ = std::jthread([this](const std::stop_token& stop) { listen(stop); });
        }
        grew_.wait_for(lock, at_most, [&] { return size_ > size; });
        return size_;
    }

private:
    void wake() const {
        const std::uint64_t one = 1;
        if (wake_ >= 0) (void)!::write(wake_, &one, sizeof one);
    }

    void listen(const std::stop_token& stop) {
        std::unique_ptr<Connection> connection;
        while (!stop.stop_requested()) {
            if (!connection) {
                auto opened = Connection::open(database_);
                if (opened) connection = std::move(*opened);
                // A standby refuses; then it is looked at by the clock.
                if (connection) (void)connection->run("LISTEN depositary");
            }
            if (connection && !look(*connection)) connection.reset();
            pollfd waits[] = {
                {.fd = wake_, .events = POLLIN, .revents = 0},
                {.fd = connection ? PQsocket(connection->handle()) : -1, .events = POLLIN, .revents = 0}};
            ::poll(waits, 2, look_again_ms);
            if (!connection || !connection->alive()) {
                connection.reset();
                continue;
            }
            while (PGnotify* told = PQnotifies(connection->handle())) PQfreemem(told);
        }
    }

    bool look(Connection& connection) {
        const auto rows = connection.ask("SELECT size FROM depositary.head WHERE id = 1");
        if (!rows || rows->count() != 1) return false;
        const std::lock_guard lock(mutex_);
        size_ = rows->number(0, 0);
        grew_.notify_all();
        return true;
    }

    const std::string database_;
    std::mutex mutex_;  // over all below
    std::condition_variable grew_;
    std::uint64_t size_ = 0;
    int wake_ = -1;
    std::jthread thread_;
};

class PostgresStore final : public Store {
public:
    PostgresStore(std::string database, std::unique_ptr<Connection> writer)
        : database_(std::move(database)),
          mode_(writer ? Mode::append : Mode::read),
          writer_(std::move(writer)),
          has_pen_(writer_ != nullptr),
          listener_(database_) {}

    ~PostgresStore() override { lay_pen_down(); }

    /// For one with the pen, before it is used.
    Expected<void> look_at_edge() {
        auto open = check_edge(*this);
        if (!open) return std::unexpected(open.error());
        open_ = std::move(*open);
        return {};
    }

    // -- reading

    Expected<Head> head() const override {
        return head_in(ask("SELECT size, peaks, checkpoint FROM depositary.head WHERE id = 1"));
    }

    Expected<std::vector<std::string>> entries(std::uint64_t first, std::size_t count) const override {
        const auto rows = some_entries(first, count);
        if (!rows) return std::unexpected(rows.error());
        std::vector<std::string> found;
        for (int row = 0; row < rows->count(); ++row) found.emplace_back(rows->bytes(row, 1));
        return found;
    }

    Expected<std::vector<Hash>> leaves(std::uint64_t first, std::size_t count) const override {
        const auto rows =
            without_gaps(ask("SELECT idx, leaf FROM depositary.entry WHERE idx >= $1 ORDER BY idx LIMIT $2",
                             Parameters().number(first).number(count)),
                         first);
        if (!rows) return std::unexpected(rows.error());
        return hashes_in(*rows, 1);
    }

    Expected<void> each_entry(
        std::uint64_t first,
        const std::function<bool(std::uint64_t, std::string_view)>& look) const override {
        for (;;) {
            const auto rows = some_entries(first, entries_at_once);
            if (!rows) return std::unexpected(rows.error());
            for (int row = 0; row < rows->count(); ++row)
                if (!look(first++, rows->bytes(row, 1))) return {};
            if (static_cast<std::size_t>(rows->count()) < entries_at_once) return {};
        }
    }

    Expected<std::optional<std::uint64_t>> find(const Hash& digest) const override {
        return number_of(ask("SELECT idx FROM depositary.entry WHERE digest = $1",
                             Parameters().blob(merkle::bytes_of(digest))));
    }

    Expected<std::vector<std::optional<std::uint64_t>>> find_all(
        const std::vector<Hash>& digests) const override {
        std::string together;
        for (const Hash& digest : digests) together += merkle::bytes_of(digest);
        const auto rows =
            ask("SELECT idx, digest FROM depositary.entry WHERE digest IN "
                "(SELECT substr($1, 32 * i::int + 1, 32) FROM generate_series(0, $2::bigint - 1) AS i)",
                Parameters().blob(together).number(digests.size()));
        if (!rows) return std::unexpected(rows.error());
        std::map<std::string, std::uint64_t, std::less<>> places;
        for (int row = 0; row < rows->count(); ++row)
            places.emplace(rows->bytes(row, 1), rows->number(row, 0));
        std::vector<std::optional<std::uint64_t>> found;
        for (const Hash& digest : digests) {
            const auto place = places.find(merkle::bytes_of(digest));
            found.push_back(place == places.end() ? std::nullopt : std::optional(place->second));
        }
        return found;
    }

    Expected<std::optional<std::string>> tile(unsigned level, std::uint64_t n) const override {
        return bytes_of_one(ask("SELECT hashes FROM depositary.tile WHERE level = $1 AND n = $2",
                                Parameters().number(level).number(n)));
    }

    Expected<std::vector<Hash>> tile_roots(unsigned level, std::uint64_t first,
                                           std::size_t count) const override {
        const auto rows = without_gaps(
            ask("SELECT n, root FROM depositary.tile WHERE level = $1 AND n >= $2 ORDER BY n LIMIT $3",
                Parameters().number(level).number(first).number(count)),
            first);
        if (!rows) return std::unexpected(rows.error());
        return hashes_in(*rows, 1);
    }

    Expected<std::optional<std::string>> checkpoint(std::uint64_t size) const override {
        return bytes_of_one(
            ask("SELECT note FROM depositary.checkpoint WHERE size = $1", Parameters().number(size)));
    }

    Expected<std::vector<std::uint64_t>> checkpoint_sizes(std::uint64_t above,
                                                          std::size_t count) const override {
        const auto rows = ask("SELECT size FROM depositary.checkpoint WHERE size > $1 ORDER BY size LIMIT $2",
                              Parameters().number(above).number(count));
        if (!rows) return std::unexpected(rows.error());
        std::vector<std::uint64_t> found;
        for (int row = 0; row < rows->count(); ++row) found.push_back(rows->number(row, 0));
        return found;
    }

    Expected<std::vector<Cosignature>> cosignatures(std::uint64_t size) const override {
        const auto rows =
            ask("SELECT witness, line FROM depositary.cosignature WHERE size = $1 ORDER BY witness",
                Parameters().number(size));
        if (!rows) return std::unexpected(rows.error());
        std::vector<Cosignature> found;
        for (int row = 0; row < rows->count(); ++row)
            found.push_back({.size = size,
                             .witness = std::string(rows->bytes(row, 0)),
                             .line = std::string(rows->bytes(row, 1))});
        return found;
    }

    Expected<std::optional<std::uint64_t>> cosigned_size(std::uint64_t at_most) const override {
        return number_of(
            ask("SELECT size FROM depositary.cosignature WHERE size <= $1 ORDER BY size DESC LIMIT 1",
                Parameters().number(at_most)));
    }

    Expected<std::optional<File>> file(const Hash& sha256) const override {
        const auto rows = ask("SELECT media_type, data FROM depositary.file WHERE sha256 = $1",
                              Parameters().blob(merkle::bytes_of(sha256)));
        if (!rows) return std::unexpected(rows.error());
        if (rows->count() == 0) return std::nullopt;
        File file{.sha256 = sha256,
                  .media_type = std::string(rows->bytes(0, 0)),
                  .bytes = std::string(rows->bytes(0, 1))};
        if (auto sound = verify(file); !sound) return std::unexpected(sound.error());
        return file;
    }

    Expected<std::vector<Hash>> files() const override {
        const auto rows = ask("SELECT sha256 FROM depositary.file ORDER BY sha256");
        if (!rows) return std::unexpected(rows.error());
        return hashes_in(*rows, 0);
    }

    Expected<std::optional<Annex>> annex(const Hash& commitment) const override {
        const auto rows = ask("SELECT salt, media_type, data FROM depositary.annex WHERE commitment = $1",
                              Parameters().blob(merkle::bytes_of(commitment)));
        if (!rows) return std::unexpected(rows.error());
        if (rows->count() == 0) return std::nullopt;
        Annex annex{.commitment = commitment,
                    .salt = std::string(rows->bytes(0, 0)),
                    .media_type = std::string(rows->bytes(0, 1)),
                    .bytes = std::string(rows->bytes(0, 2))};
        if (auto sound = verify(annex); !sound) return std::unexpected(sound.error());
        return annex;
    }

    Expected<std::vector<Hash>> annexes() const override {
        const auto rows = ask("SELECT commitment FROM depositary.annex ORDER BY commitment");
        if (!rows) return std::unexpected(rows.error());
        return hashes_in(*rows, 0);
    }

    Expected<std::optional<std::string>> setting(std::string_view name) const override {
        return bytes_of_one(
            ask("SELECT value FROM depositary.setting WHERE name = $1", Parameters().text(name)));
    }

    Expected<std::uint64_t> wait_beyond(std::uint64_t size,
                                        std::chrono::milliseconds at_most) const override {
        const auto now = head();
        if (!now) return std::unexpected(now.error());
        if (now->size() > size || at_most.count() <= 0) return now->size();
        return std::max(now->size(), listener_.wait_beyond(size, at_most));
    }

    // -- writing

    bool has_pen() const override {
        // While somebody writes, the session is in use, and the one who writes will see.
        const std::unique_lock lock(writing_, std::try_to_lock);
        if (lock && writer_ && !writer_->alive()) has_pen_ = false;
        return has_pen_;
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
            const auto done = connection.ask(
                "INSERT INTO depositary.cosignature(size, witness, line) VALUES($1, $2, $3) "
                "ON CONFLICT(size, witness) DO UPDATE SET line = excluded.line",
                Parameters().number(cosignature.size).text(cosignature.witness).blob(cosignature.line));
            if (done) return {};
            if (done.error().constraint == "cosignature_checkpoint")
                return fault(Trouble::unfit, "no checkpoint of this size was published");
            return std::unexpected(done.error().fault);
        });
    }

    Expected<bool> remove_annex(const Hash& commitment) override {
        return writing([&](Connection& connection) -> Expected<bool> {
            const auto removed =
                plain(connection.ask("DELETE FROM depositary.annex WHERE commitment = $1 RETURNING 1::bigint",
                                     Parameters().blob(merkle::bytes_of(commitment))));
            if (!removed) return std::unexpected(removed.error());
            return removed->count() > 0;
        });
    }

    Expected<void> set(std::string_view name, std::string_view text) override {
        return writing([&](Connection& connection) -> Expected<void> {
            const auto done =
                plain(connection.ask("INSERT INTO depositary.setting(name, value) VALUES($1, $2) "
                                     "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
                                     Parameters().text(name).blob(text)));
            if (!done) return std::unexpected(done.error());
            return {};
        });
    }

private:
    // A connection that was kept may have died meanwhile; then a new one is asked, once.
    Expected<Rows> ask(const char* sql, const Parameters& parameters = {}) const {
        if (auto kept = idle_.take()) {
            auto rows = kept->ask(sql, parameters);
            if (kept->alive()) {
                idle_.give_back(std::move(kept));
                return plain(std::move(rows));
            }
        }
        auto opened = Connection::open(database_);
        if (!opened) return fault(Trouble::failed, opened.error().problem);
        (void)(*opened)->run("SET default_transaction_read_only = on");
        auto rows = (*opened)->ask(sql, parameters);
        if ((*opened)->alive()) idle_.give_back(std::move(*opened));
        return plain(std::move(rows));
    }

    Expected<Rows> some_entries(std::uint64_t first, std::size_t count) const {
        return without_gaps(
            ask("SELECT idx, data FROM depositary.entry WHERE idx >= $1 ORDER BY idx LIMIT $2",
                Parameters().number(first).number(count)),
            first);
    }

    static Expected<std::optional<std::uint64_t>> number_of(const Expected<Rows>& rows) {
        if (!rows) return std::unexpected(rows.error());
        if (rows->count() == 0) return std::nullopt;
        return rows->number(0, 0);
    }
    static Expected<std::optional<std::string>> bytes_of_one(const Expected<Rows>& rows) {
        if (!rows) return std::unexpected(rows.error());
        if (rows->count() == 0) return std::nullopt;
        return std::string(rows->bytes(0, 0));
    }

    template <class Write> auto writing(Write write) -> decltype(write(std::declval<Connection&>())) {
        if (mode_ == Mode::read) return fault(Trouble::read_only, "opened for reading");
        const std::lock_guard lock(writing_);
        if (!writer_) return fault(Trouble::pen_lost, "the pen was laid down");
        auto done = write(*writer_);
        if ((!done && lays_pen_down(done.error().trouble)) || !writer_->alive()) {
            lay_pen_down();
        }
        return done;
    }

    // The server ends a session when it comes to it; the lock is given back at once.
    void lay_pen_down() {
        has_pen_ = false;
        if (writer_ && writer_->alive()) (void)writer_->ask("SELECT pg_advisory_unlock_all()::text");
        writer_.reset();
    }

    template <class Write> Expected<Head> in_transaction(Write write) {
        return writing([&](Connection& connection) -> Expected<Head> {
            PostgresTransaction transaction(connection);
            if (auto begun = transaction.begin(); !begun) return std::unexpected(begun.error());
            return write(transaction);
        });
    }

    const std::string database_;
    const Mode mode_;
    mutable std::mutex writing_;  // over writer_ and open_
    std::unique_ptr<Connection> writer_;
    OpenTiles open_;
    mutable std::atomic<bool> has_pen_;
    mutable Idle<Connection> idle_;
    mutable Listener listener_;
};

}  // namespace

Expected<std::unique_ptr<Store>> create_postgres(const std::string& database) {
    auto connection = Connection::open(database);
    if (!connection) return std::unexpected(connection.error());
    if (auto made = (*connection)->run(pq::schema); !made) {
        if (made.error().sqlstate == "42P06") return fault(Trouble::exists, made.error().fault.problem);
        return std::unexpected(when_opening(made.error()));
    }
    return open_postgres(database, Mode::append);
}

Expected<std::unique_ptr<Store>> open_postgres(const std::string& database, Mode mode) {
    auto connection = connect_to_ours(database);
    if (!connection) return std::unexpected(connection.error());
    if (mode == Mode::read) return std::make_unique<PostgresStore>(database, nullptr);
    if (auto durable = check_is_durable(**connection); !durable) return std::unexpected(durable.error());
    if (auto taken = take_pen(**connection); !taken) return std::unexpected(taken.error());
    auto store = std::make_unique<PostgresStore>(database, std::move(*connection));
    if (auto sound = store->look_at_edge(); !sound) return std::unexpected(sound.error());
    return store;
}

}  // namespace store
