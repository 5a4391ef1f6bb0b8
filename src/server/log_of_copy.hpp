// The log as pages speak of it, from the files of a copy and nothing else: whoever has the files has the same
// pages, whether they lie in a store, in a folder or on another server.
#pragma once

#include <memory>

#include "archive/fetch.hpp"
#include "registry/book.hpp"
#include "site/log.hpp"

namespace server {

/// `book`: of the same log, read up to its last entry. A checkpoint that cannot be read is none. Nothing is
/// written here, and no proofs are made: the tiles lie beside the pages.
std::shared_ptr<const site::Log> log_of_copy(const registry::Book& book, const archive::Fetch& fetch);

}  // namespace server
