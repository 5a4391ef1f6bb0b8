// What has come and what is still ahead, of things in their order: who was elected last, who is next.
#pragma once

#include <vector>

namespace law {

template <class T> struct Around {
    const T* last = nullptr;  // null where nothing has come yet
    const T* next = nullptr;  // null where nothing is ahead
};

/// The last of `all` that `came` says has come, and the first that it says has not; they point into `all`.
/// `came` is asked of each once, in their order: an inquiry meets its choices so.
template <class T, class Came> Around<T> around(const std::vector<T>& all, Came came) {
    Around<T> found;
    for (const T& one : all) {
        if (came(one)) {
            found.last = &one;
        } else if (!found.next) {
            found.next = &one;
        }
    }
    return found;
}
template <class T, class Came> Around<T> around(std::vector<T>&& all, Came came) = delete;

}  // namespace law
