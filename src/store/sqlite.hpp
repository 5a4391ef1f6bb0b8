// SQLite's C interface with errors as values: a connection, and statements that are prepared once and kept.
// A connection is used by one thread at a time.
#pragma once

#include <cstdint>
#include <expected>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "store/store.hpp"

namespace store::sqlite {

/// Numbers in a store are counts and places, and none comes near this: a greater one is bound as it.
inline constexpr std::uint64_t greatest_number = std::numeric_limits<std::int64_t>::max();

/// What an extended result code means for a store.
Trouble trouble_of(int code);

/// A statement on its way. When it goes, the statement is reset and its values forgotten: what was bound must
/// live as long as this.
class Query {
public:
    explicit Query(sqlite3_stmt* statement) : statement_(statement) {}
    Query(Query&& other) noexcept : statement_(other.statement_), code_(other.code_) {
        other.statement_ = nullptr;
    }
    Query& operator=(Query&&) = delete;
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    ~Query();

    /// Parameters are counted from 1.
    Query& number(int parameter, std::uint64_t value);
    Query& blob(int parameter, std::string_view bytes);
    Query& text(int parameter, std::string_view text);

    /// Is there a (further) row?
    Expected<bool> step();
    /// Runs a statement that gives no rows.
    Expected<void> run();
    /// SQLite's extended code of the last step.
    int code() const { return code_; }

    /// Columns are counted from 0. Bytes hold until the next step.
    std::uint64_t number_at(int column) const;
    std::string_view bytes_at(int column) const;

private:
    sqlite3_stmt* statement_;
    int code_ = SQLITE_OK;
};

class Connection {
public:
    /// `flags` as of sqlite3_open_v2.
    static Expected<std::unique_ptr<Connection>> open(const std::string& file, int flags);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// Several statements without results.
    Expected<void> run(const char* sql);
    /// `sql` is a literal: the statement is kept under its address.
    Expected<Query> query(const char* sql);
    /// The first column of the first row; `failed` where there is no row.
    Expected<std::uint64_t> number(const char* sql);
    /// Rows that the last statement changed.
    int changes() const { return sqlite3_changes(handle_); }
    sqlite3* handle() const { return handle_; }
    Fault last_fault() const;

private:
    explicit Connection(sqlite3* handle) : handle_(handle) {}
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    sqlite3* handle_;
    std::map<const char*, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

}  // namespace store::sqlite
