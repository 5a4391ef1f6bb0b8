#include "store/pq.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <poll.h>

#include <fmt/format.h>

#include "store/growth.hpp"

namespace store::pq {
namespace {

// pg_type.dat
constexpr Oid bytea_type = 17, bigint_type = 20, text_type = 25, bytea_array = 1001, bigint_array = 1016;
constexpr std::uint64_t greatest_number = std::numeric_limits<std::int64_t>::max();

void add_network_order(std::string& bytes, std::uint64_t value, int width) {
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift);
}

std::string bigint(std::uint64_t value) {
    std::string bytes;
    add_network_order(bytes, std::min(value, greatest_number), 8);
    return bytes;
}

// The head of an array of one dimension, as array_recv reads it: dimensions, has no nulls, type of elements,
// how many, the index of the first.
std::string array_head(Oid elements, std::size_t count) {
    std::string bytes;
    add_network_order(bytes, 1, 4);
    add_network_order(bytes, 0, 4);
    add_network_order(bytes, elements, 4);
    add_network_order(bytes, count, 4);
    add_network_order(bytes, 1, 4);
    return bytes;
}

std::string trimmed(const char* words) {
    std::string text = words ? words : "";
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    return text;
}

std::string field(const PGresult* result, int code) {
    const char* found = PQresultErrorField(result, code);
    return found ? found : "";
}

}  // namespace

// Of the PostgreSQL manual, appendix A.
Trouble trouble_of(std::string_view sqlstate) {
    if (sqlstate == "53100") return Trouble::full;
    if (sqlstate == "XX001" || sqlstate == "XX002") return Trouble::damaged;
    // Data that cannot be represented, and limits of the server.
    if (sqlstate.starts_with("22") || sqlstate.starts_with("54")) return Trouble::unfit;
    return Trouble::failed;
}

std::uint64_t Rows::number(int row, int column) const {
    std::uint64_t value = 0;
    const std::string_view all = bytes(row, column);
    for (const char byte : all) value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

std::string_view Rows::bytes(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

Parameters& Parameters::add(Oid type, std::string_view bytes) {
    types_.push_back(type);
    values_.push_back(bytes);
    return *this;
}

Parameters& Parameters::number(std::uint64_t value) { return add(bigint_type, keep(bigint(value))); }
Parameters& Parameters::blob(std::string_view bytes) { return add(bytea_type, bytes); }
Parameters& Parameters::text(std::string_view text) { return add(text_type, text); }

Parameters& Parameters::numbers(const std::vector<std::uint64_t>& values) {
    std::string bytes = array_head(bigint_type, values.size());
    for (const std::uint64_t value : values) {
        add_network_order(bytes, 8, 4);
        add_network_order(bytes, std::min(value, greatest_number), 8);
    }
    return add(bigint_array, keep(std::move(bytes)));
}

Parameters& Parameters::blobs(const std::vector<std::string_view>& values) {
    std::string bytes = array_head(bytea_type, values.size());
    for (const std::string_view value : values) {
        add_network_order(bytes, value.size(), 4);
        bytes += value;
    }
    return add(bytea_array, keep(std::move(bytes)));
}

Expected<std::unique_ptr<Connection>> Connection::open(const std::string& address) {
    // What stands after another counts, so an address may say otherwise. The keepalives find a server that
    // went without a word.
    const std::array names = {"connect_timeout",           "keepalives_idle",
                              "keepalives_interval",       "tcp_user_timeout",
                              "fallback_application_name", "dbname",
                              "client_encoding",           static_cast<const char*>(nullptr)};
    const std::array values = {
        "10", "10", "5", "20000", "depositary", address.c_str(), "UTF8", static_cast<const char*>(nullptr)};
    std::unique_ptr<Connection> connection(new Connection(PQconnectdbParams(names.data(), values.data(), 1)));
    PGconn* handle = connection->handle_;
    if (!handle) return fault(Trouble::cannot_open, "out of memory");
    if (PQstatus(handle) != CONNECTION_OK)
        return fault(Trouble::cannot_open, trimmed(PQerrorMessage(handle)));
    PQsetNoticeProcessor(handle, [](void*, const char*) {}, nullptr);
    // Names are found in the system's own schema and where we say.
    if (auto done = connection->run("SET search_path = ''"); !done)
        return fault(Trouble::cannot_open, done.error().fault.problem);
    return connection;
}

Connection::~Connection() { PQfinish(handle_); }

PqExpected<Rows> Connection::checked(PGresult* result) {
    Rows rows(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) return rows;
    std::string sqlstate = result ? field(result, PG_DIAG_SQLSTATE) : "";
    std::string words = trimmed(result ? PQresultErrorMessage(result) : PQerrorMessage(handle_));
    return std::unexpected(PqFault{.fault = {.trouble = trouble_of(sqlstate), .problem = std::move(words)},
                                   .sqlstate = std::move(sqlstate),
                                   .constraint = result ? field(result, PG_DIAG_CONSTRAINT_NAME) : ""});
}

PqExpected<void> Connection::run(const char* sql) {
    auto done = checked(PQexec(handle_, sql));
    if (!done) return std::unexpected(std::move(done.error()));
    return {};
}

PqExpected<Rows> Connection::ask(const char* sql, const Parameters& parameters) {
    const int count = static_cast<int>(parameters.values_.size());
    auto found = prepared_.find(sql);
    if (found == prepared_.end()) {
        // Never the same name twice: one whose preparing failed may be there all the same.
        std::string next = fmt::format("statement {}", ++names_given_);
        auto prepared = checked(PQprepare(handle_, next.c_str(), sql, count, parameters.types_.data()));
        if (!prepared) return prepared;
        found = prepared_.emplace(sql, std::move(next)).first;
    }
    const std::string& name = found->second;
    std::vector<const char*> values;
    std::vector<int> lengths;
    for (const std::string_view value : parameters.values_) {
        // A null pointer would be NULL, which is not the same as no bytes.
        values.push_back(value.empty() ? "" : value.data());
        lengths.push_back(static_cast<int>(value.size()));
    }
    const std::vector<int> binary(values.size(), 1);
    return checked(
        PQexecPrepared(handle_, name.c_str(), count, values.data(), lengths.data(), binary.data(), 1));
}

// A server that ends a session says so first, so the end is found by reading on behind its last words.
bool Connection::alive() {
    while (PQstatus(handle_) == CONNECTION_OK) {
        pollfd waits{.fd = PQsocket(handle_), .events = POLLIN, .revents = 0};
        if (::poll(&waits, 1, 0) == 0) return true;
        if (PQconsumeInput(handle_) != 1) return false;
        (void)PQisBusy(handle_);  // takes what was read apart
    }
    return false;
}

}  // namespace store::pq
