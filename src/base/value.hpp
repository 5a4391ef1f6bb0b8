// A plain tree of values: what answers, facts and reasons are made of before they become JSON,
// a page or a sentence. Numbers are whole; a share is a string such as "2/3".
//
// Copying a value copies no tree: copies share their lists and objects, and the first that is changed takes
// its own. A pointer to a list or an object holds until the value it was asked of is changed or gone.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/id.hpp"

namespace base {

class Value;
using List = std::vector<Value>;
/// Names in byte order (RFC 8785 orders by UTF-16 unit: the same for the ASCII names we use).
using Object = std::map<std::string, Value, std::less<>>;

class Value {
public:
    Value() = default;  // null
    Value(bool b) : held_(b) {}
    Value(int n) : held_(std::int64_t{n}) {}
    Value(std::int64_t n) : held_(n) {}
    Value(std::size_t n) : held_(static_cast<std::int64_t>(n)) {}
    Value(const char* text) : held_(std::string(text)) {}
    Value(std::string_view text) : held_(std::string(text)) {}
    Value(std::string text) : held_(std::move(text)) {}
    Value(List list);
    Value(Object object);
    Value(Day day) : held_(day.text()) {}
    Value(const Date& date) : held_(date.text()) {}
    template <class Kind> Value(Id<Kind> id) : held_(std::string(id.text())) {}
    template <class T> Value(const std::vector<T>& items) : Value(List(items.begin(), items.end())) {}

    bool is_null() const { return held_.index() == 0; }
    const bool* boolean() const { return std::get_if<bool>(&held_); }
    const std::int64_t* number() const { return std::get_if<std::int64_t>(&held_); }
    const std::string* string() const { return std::get_if<std::string>(&held_); }
    const List* list() const {
        const auto* shared = std::get_if<Shared<List>>(&held_);
        return shared ? shared->get() : nullptr;
    }
    const Object* object() const {
        const auto* shared = std::get_if<Shared<Object>>(&held_);
        return shared ? shared->get() : nullptr;
    }
    /// To be changed: no other value shares what these give.
    List* list();
    Object* object();

    /// The member of an object; null when this is no object or has no such name.
    const Value& operator[](std::string_view name) const;
    /// The string held, or nothing.
    std::string_view text() const { return string() ? std::string_view(*string()) : std::string_view(); }

    friend bool operator==(const Value& a, const Value& b);

private:
    template <class Tree> using Shared = std::shared_ptr<Tree>;  // never null
    template <class Tree> Tree* own();
    std::variant<std::monostate, bool, std::int64_t, std::string, Shared<List>, Shared<Object>> held_;
};

}  // namespace base
