#include "registry/shelf.hpp"

#include <stdexcept>
#include <utility>

#include "registry/book.hpp"

namespace registry {

struct Shelf::Chunk {
    std::array<std::uint64_t, chunk_size> leaves{};
    std::unique_ptr<std::array<std::optional<record::Entry>, chunk_size>> acts;  // null: in the store
};

Shelf::Shelf(ReadEntry read)
    : read_(std::move(read)), chunks_(std::make_unique<std::array<std::unique_ptr<Chunk>, most_chunks>>()) {}
Shelf::~Shelf() = default;

bool Shelf::keeps_next() const {
    // Others may be reading in a chunk that was begun, so it stays as it was made.
    if (size_ % chunk_size != 0) return (*chunks_)[size_ / chunk_size]->acts != nullptr;
    return !read_ || size_ < acts_in_memory;
}

void Shelf::add(std::optional<record::Entry> act, std::uint64_t entry, bool in_memory) {
    auto& chunk = chunks_->at(size_ / chunk_size);
    if (!chunk) {
        chunk = std::make_unique<Chunk>();
        if (in_memory) chunk->acts = std::make_unique<std::array<std::optional<record::Entry>, chunk_size>>();
    }
    chunk->leaves[size_ % chunk_size] = entry;
    if (chunk->acts) (*chunk->acts)[size_ % chunk_size] = std::move(act);
    ++size_;
}

void Shelf::put(record::Entry act, std::uint64_t entry) { add(std::move(act), entry, keeps_next()); }
void Shelf::put(std::uint64_t entry) { add({}, entry, false); }

std::uint64_t Shelf::leaf(record::EntryNumber number) const {
    return (*chunks_)[number / chunk_size]->leaves[number % chunk_size];
}

record::Entry Shelf::read(record::EntryNumber number) const {
    const Chunk& chunk = *(*chunks_)[number / chunk_size];
    if (chunk.acts) {
        if (const auto& kept = (*chunk.acts)[number % chunk_size]) return *kept;
    }
    const std::uint64_t entry = leaf(number);
    if (const auto bytes = read_ ? read_(entry) : std::nullopt) {
        auto made = registry::read(*bytes, seals::Where::in_log);
        if (made && made->act) return {std::move(*made->act), *made->entry.known_on};
    }
    throw std::runtime_error("entry " + std::to_string(entry) + " of the log cannot be read again");
}

std::shared_ptr<const record::Acts> Shelf::acts() const {
    class Now : public record::Acts {
    public:
        explicit Now(std::shared_ptr<const Shelf> shelf) : shelf_(std::move(shelf)), size_(shelf_->size()) {}
        std::size_t size() const override { return size_; }
        record::Entry read(record::EntryNumber number) const override { return shelf_->read(number); }

    private:
        std::shared_ptr<const Shelf> shelf_;
        std::size_t size_;
    };
    return std::make_shared<Now>(shared_from_this());
}

}  // namespace registry
