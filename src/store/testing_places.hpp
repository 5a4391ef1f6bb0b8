// For tests: places where a store can lie, and batches to put there.
#pragma once

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "merkle/hash.hpp"
#include "merkle/tree.hpp"
#include "store/store.hpp"
#include "store/testing_postgres.hpp"

namespace store::testing {

/// A folder of its own, gone when it goes.
class Folder {
public:
    explicit Folder(const std::filesystem::path& above = std::filesystem::temp_directory_path()) {
        std::string pattern = (above / "store_test_XXXXXX").string();
        if (!::mkdtemp(pattern.data())) std::abort();
        path_ = pattern;
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    std::string file(std::string_view name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

/// Where one store lies.
class Place {
public:
    Place() = default;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    virtual ~Place() = default;
    virtual Expected<std::unique_ptr<Store>> create() = 0;
    virtual Expected<std::unique_ptr<Store>> open(Mode mode) = 0;
    /// Is it still there when the store was closed?
    virtual bool lasts() const { return true; }
};

class InMemory final : public Place {
public:
    Expected<std::unique_ptr<Store>> create() override { return in_memory(); }
    Expected<std::unique_ptr<Store>> open(Mode) override {
        return std::unexpected(Fault{Trouble::cannot_open, "in memory"});
    }
    bool lasts() const override { return false; }
};

class InFile final : public Place {
public:
    Expected<std::unique_ptr<Store>> create() override { return store::create(file()); }
    Expected<std::unique_ptr<Store>> open(Mode mode) override { return store::open(file(), mode); }
    std::string file() const { return folder_.file("log.sqlite"); }

private:
    Folder folder_;
};

class InDatabase final : public Place {
public:
    explicit InDatabase(PostgresServer& server) : server_(server), address_(server.take_database()) {}
    ~InDatabase() override { server_.give_back(address_); }
    Expected<std::unique_ptr<Store>> create() override { return store::create(address_); }
    Expected<std::unique_ptr<Store>> open(Mode mode) override { return store::open(address_, mode); }
    const std::string& address() const { return address_; }
    /// What psql says.
    std::string ask(std::string_view sql) const { return server_.ask(address_, sql); }

private:
    PostgresServer& server_;
    std::string address_;
};

/// Entry `number` of a log for tests: some are empty, some long.
inline std::string entry_text(std::uint64_t number) {
    if (number % 97 == 5) return "";
    return fmt::format("entry {} ", number) + std::string(number % 131 == 7 ? 3000 : number % 40, 'e');
}

inline merkle::Hash digest_of(std::uint64_t number) {
    return merkle::sha256(fmt::format("digest {}", number));
}

inline Batch batch_of(std::uint64_t first, std::uint64_t count) {
    Batch batch;
    for (std::uint64_t i = first; i < first + count; ++i)
        batch.entries.push_back({.digest = digest_of(i), .bytes = entry_text(i)});
    return batch;
}

/// What `note_signer` makes of a size and a root.
inline std::string note_of(std::uint64_t size, const merkle::Hash& root) {
    return fmt::format("log.example\n{}\n{}\n", size, merkle::base64_of(root));
}
inline std::expected<std::string, std::string> note_signer(std::uint64_t size, const merkle::Hash& root) {
    return note_of(size, root);
}

inline File file_of(std::string bytes, std::string media_type = "application/pdf") {
    return {.sha256 = merkle::sha256(bytes), .media_type = std::move(media_type), .bytes = std::move(bytes)};
}

inline Annex annex_of(std::string bytes) {
    std::string salt(32, 's');
    return {.commitment = merkle::sha256(salt + bytes),
            .salt = salt,
            .media_type = "text/plain",
            .bytes = std::move(bytes)};
}

/// The edge of the first `size` entries for tests, worked out by itself.
inline merkle::Edge edge_of_texts(std::uint64_t size) {
    merkle::Edge edge;
    for (std::uint64_t i = 0; i < size; ++i) edge.append(merkle::leaf_hash(entry_text(i)));
    return edge;
}

}  // namespace store::testing
