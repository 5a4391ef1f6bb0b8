#include "store/sqlite.hpp"

#include <algorithm>
#include <utility>

#include "store/growth.hpp"

namespace store::sqlite {
namespace {

Fault fault_of(sqlite3* handle, int code) {
    return {.trouble = trouble_of(code), .problem = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)};
}

}  // namespace

Trouble trouble_of(int code) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return Trouble::full;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return Trouble::damaged;
        // Somebody writes who does not hold the pen.
        case SQLITE_BUSY:
            return Trouble::pen_lost;
        // Too long for SQLite itself.
        case SQLITE_TOOBIG:
            return Trouble::unfit;
        default:
            return Trouble::failed;
    }
}

Query::~Query() {
    if (!statement_) return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

Query& Query::number(int parameter, std::uint64_t value) {
    if (code_ == SQLITE_OK)
        code_ =
            sqlite3_bind_int64(statement_, parameter,
                               static_cast<sqlite3_int64>(std::min<std::uint64_t>(value, greatest_number)));
    return *this;
}

Query& Query::blob(int parameter, std::string_view bytes) {
    // A null pointer would be bound as NULL, which is not the same as no bytes.
    const char* begin = bytes.empty() ? "" : bytes.data();
    if (code_ == SQLITE_OK)
        code_ = sqlite3_bind_blob64(statement_, parameter, begin, bytes.size(), SQLITE_STATIC);
    return *this;
}

Query& Query::text(int parameter, std::string_view text) {
    const char* begin = text.empty() ? "" : text.data();
    if (code_ == SQLITE_OK)
        code_ = sqlite3_bind_text64(statement_, parameter, begin, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Expected<bool> Query::step() {
    if (code_ != SQLITE_OK && code_ != SQLITE_ROW)
        return std::unexpected(fault_of(sqlite3_db_handle(statement_), code_));
    code_ = sqlite3_step(statement_);
    if (code_ == SQLITE_ROW) return true;
    if (code_ == SQLITE_DONE) return false;
    return std::unexpected(fault_of(sqlite3_db_handle(statement_), code_));
}

Expected<void> Query::run() {
    const auto row = step();
    if (!row) return std::unexpected(row.error());
    return {};
}

std::uint64_t Query::number_at(int column) const {
    return static_cast<std::uint64_t>(sqlite3_column_int64(statement_, column));
}

std::string_view Query::bytes_at(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return bytes ? std::string_view(static_cast<const char*>(bytes), size) : std::string_view();
}

Expected<std::unique_ptr<Connection>> Connection::open(const std::string& file, int flags) {
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(file.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle));
    if (code != SQLITE_OK) return std::unexpected(fault_of(handle, code));
    return connection;
}

Connection::~Connection() {
    statements_.clear();
    sqlite3_close_v2(handle_);
}

Expected<void> Connection::run(const char* sql) {
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(fault_of(handle_, code));
    return {};
}

Expected<Query> Connection::query(const char* sql) {
    auto& kept = statements_[sql];
    if (!kept) {
        sqlite3_stmt* statement = nullptr;
        const int code = sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK) return std::unexpected(fault_of(handle_, code));
        kept.reset(statement);
    }
    return Query(kept.get());
}

Expected<std::uint64_t> Connection::number(const char* sql) {
    auto asked = query(sql);
    if (!asked) return std::unexpected(asked.error());
    const auto row = asked->step();
    if (!row) return std::unexpected(row.error());
    if (!*row) return fault(Trouble::failed, std::string("no answer to ") + sql);
    return asked->number_at(0);
}

Fault Connection::last_fault() const { return fault_of(handle_, sqlite3_extended_errcode(handle_)); }

}  // namespace store::sqlite
