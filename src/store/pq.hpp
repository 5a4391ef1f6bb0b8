// libpq with errors as values, in binary: a connection, statements that are prepared once, parameters, rows.
// A connection is used by one thread at a time.
#pragma once

#include <cstdint>
#include <deque>
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "store/store.hpp"

namespace store::pq {

/// What an SQLSTATE means for a store; `failed` for most.
Trouble trouble_of(std::string_view sqlstate);

struct PqFault {
    Fault fault;
    std::string sqlstate;    // empty: the connection
    std::string constraint;  // that was violated; empty: none
};
template <class T> using PqExpected = std::expected<T, PqFault>;
/// Drops what only this room's own stores look at.
template <class T> Expected<T> plain(PqExpected<T> found) {
    if (!found) return std::unexpected(std::move(found.error().fault));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*found);
}

/// Rows. All of them are here; they hold as long as this.
class Rows {
public:
    explicit Rows(PGresult* result) : result_(result) {}
    int count() const { return PQntuples(result_.get()); }
    /// A bigint; 0 where the column is none.
    std::uint64_t number(int row, int column) const;
    /// A bytea or a text.
    std::string_view bytes(int row, int column) const;
    PGresult* handle() const { return result_.get(); }

private:
    struct Clear {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clear> result_;
};

/// $1, $2, … in order. Bytes are not copied and must live until the question was asked; arrays are.
class Parameters {
public:
    Parameters& number(std::uint64_t value);
    Parameters& blob(std::string_view bytes);
    Parameters& text(std::string_view text);
    Parameters& numbers(const std::vector<std::uint64_t>& values);
    Parameters& blobs(const std::vector<std::string_view>& values);

private:
    friend class Connection;
    Parameters& add(Oid type, std::string_view bytes);
    std::string& keep(std::string bytes) { return kept_.emplace_back(std::move(bytes)); }
    std::vector<Oid> types_;
    std::vector<std::string_view> values_;
    std::deque<std::string> kept_;
};

class Connection {
public:
    /// An address as libpq reads one. `cannot_open` where it does not answer.
    static Expected<std::unique_ptr<Connection>> open(const std::string& address);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// Statements without parameters and results; several are one transaction.
    PqExpected<void> run(const char* sql);
    /// `sql` is a literal: the prepared statement is kept under its address.
    PqExpected<Rows> ask(const char* sql, const Parameters& parameters = {});
    /// Does the server still answer to this connection, as far as is known without asking?
    bool alive();
    PGconn* handle() const { return handle_; }

private:
    explicit Connection(PGconn* handle) : handle_(handle) {}
    PqExpected<Rows> checked(PGresult* result);
    PGconn* handle_;
    std::map<const char*, std::string> prepared_;
    std::uint64_t names_given_ = 0;
};

}  // namespace store::pq
