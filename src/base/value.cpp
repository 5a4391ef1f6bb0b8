#include "base/value.hpp"

namespace base {

const Value& Value::operator[](std::string_view name) const {
    static const Value nothing;
    const Object* members = object();
    if (!members) return nothing;
    const auto found = members->find(name);
    return found == members->end() ? nothing : found->second;
}

}  // namespace base
