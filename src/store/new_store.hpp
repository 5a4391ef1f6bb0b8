// A store that is being made. Where filling it fails it is taken away again, with what came to lie beside it:
// half a log is no log, and stands in the way of the next attempt.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/store.hpp"

namespace store {

class NewStore {
public:
    /// As store::create. `beside`: files that whoever fills it makes. Of these, and of those that belong to a
    /// store, whatever is there by now is never taken away.
    static Expected<NewStore> create(const std::string& address, const std::vector<std::string>& beside = {});

    Store& operator*() const { return *store_; }

    /// Closes it and takes away what was made. A database is left as it is; then, and where a file cannot be
    /// taken away, the fault says so.
    Expected<void> take_away();

private:
    NewStore(std::unique_ptr<Store> store, std::vector<std::string> files)
        : store_(std::move(store)), files_(std::move(files)) {}

    std::unique_ptr<Store> store_;
    std::vector<std::string> files_;  // none: a database
};

}  // namespace store
