// The acts of a growing log, under their numbers in the record: the first ones in memory, those of a long log
// in its store, from where they are read again when somebody looks at one.
//
// One thread puts acts there; those that were there when a record was made of them are read from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "record/record.hpp"

namespace registry {

/// The bytes of an entry, from any thread; empty where they cannot be had.
using ReadEntry = std::function<std::optional<std::string>(std::uint64_t entry)>;

/// Acts of one log that are kept in memory, where there is a store to read the others from: some 25 MiB.
inline constexpr std::size_t acts_in_memory = 65'536;

class Shelf : public std::enable_shared_from_this<Shelf> {
public:
    /// Without `read` all acts stay in memory.
    explicit Shelf(ReadEntry read);
    ~Shelf();
    Shelf(const Shelf&) = delete;
    Shelf& operator=(const Shelf&) = delete;

    /// The next act, which stands in this entry of the log.
    void put(record::Entry act, std::uint64_t entry);
    /// The same without the act: it will be read where it is wanted.
    void put(std::uint64_t entry);
    std::size_t size() const { return size_; }
    /// Will the next act stay in memory?
    bool keeps_next() const;
    /// The entry of the log in which an act stands.
    std::uint64_t leaf(record::EntryNumber number) const;
    /// Throws std::runtime_error where its entry cannot be read again.
    record::Entry read(record::EntryNumber number) const;

    /// All acts that are there now.
    std::shared_ptr<const record::Acts> acts() const;

private:
    struct Chunk;
    static constexpr std::size_t chunk_size = 4'096;
    static constexpr std::size_t most_chunks = 16'384;  // 67 million acts

    void add(std::optional<record::Entry> act, std::uint64_t entry, bool in_memory);

    ReadEntry read_;
    std::size_t size_ = 0;
    // A place is written before the acts in it are shown to anybody, and never again.
    std::unique_ptr<std::array<std::unique_ptr<Chunk>, most_chunks>> chunks_;
};

}  // namespace registry
