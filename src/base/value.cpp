#include "base/value.hpp"

#include <atomic>

namespace base {

Value::Value(List list) : held_(std::make_shared<List>(std::move(list))) {}
Value::Value(Object object) : held_(std::make_shared<Object>(std::move(object))) {}

template <class Tree> Tree* Value::own() {
    auto* shared = std::get_if<Shared<Tree>>(&held_);
    if (!shared) return nullptr;
    if (shared->use_count() > 1) *shared = std::make_shared<Tree>(**shared);
    // Another thread may have let go of it just now: what it read came before what is written here.
    std::atomic_thread_fence(std::memory_order_acquire);
    return shared->get();
}
List* Value::list() { return own<List>(); }
Object* Value::object() { return own<Object>(); }

bool operator==(const Value& a, const Value& b) {
    if (a.held_ == b.held_) return true;  // one and the same tree, or equal words
    const List* list = a.list();
    const Object* object = a.object();
    return (list && b.list() && *list == *b.list()) || (object && b.object() && *object == *b.object());
}

const Value& Value::operator[](std::string_view name) const {
    static const Value nothing;
    const Object* members = object();
    if (!members) return nothing;
    const auto found = members->find(name);
    return found == members->end() ? nothing : found->second;
}

}  // namespace base
