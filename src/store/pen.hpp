// The right to append to a store that is a file: a lock on FILE.pen. The system gives it back when the
// program ends, however it ends.
#pragma once

#include <memory>
#include <string>

#include "store/store.hpp"

namespace store {

class Pen {
public:
    /// `other_holds_pen` where another holds it, in this program or in another.
    static Expected<std::unique_ptr<Pen>> take(const std::string& file);
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;
    ~Pen();

    /// No longer, where FILE.pen was taken away or replaced, so that another could take one of its own.
    bool holds() const;

private:
    Pen(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    std::string path_;
    int descriptor_;
};

}  // namespace store
