#include "store/new_store.hpp"

#include <filesystem>
#include <system_error>

#include "store/growth.hpp"

namespace store {
namespace {

namespace fs = std::filesystem;

bool is_there(const std::string& file) {
    std::error_code error;
    return fs::symlink_status(file, error).type() != fs::file_type::not_found;
}

// The files that a store of this name consists of, and those beside it, as far as they are not there yet.
std::vector<std::string> not_there_yet(const std::string& store, const std::vector<std::string>& beside) {
    std::vector<std::string> files;
    for (const char* end : {"", "-wal", "-shm", "-journal", ".pen"}) files.push_back(store + end);
    files.insert(files.end(), beside.begin(), beside.end());
    std::erase_if(files, is_there);
    return files;
}

}  // namespace

Expected<NewStore> NewStore::create(const std::string& address, const std::vector<std::string>& beside) {
    std::vector<std::string> files;
    if (!names_a_database(address)) files = not_there_yet(address, beside);
    auto made = store::create(address);
    if (!made) return std::unexpected(made.error());
    return NewStore(std::move(*made), std::move(files));
}

Expected<void> NewStore::take_away() {
    store_.reset();
    if (files_.empty()) return fault(Trouble::unfit, "a database is left as it is");
    Expected<void> done;
    for (const std::string& file : files_) {
        std::error_code error;
        fs::remove(file, error);
        if (error && done) done = fault(Trouble::failed, file + ": " + error.message());
    }
    return done;
}

}  // namespace store
