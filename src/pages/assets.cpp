#include "pages/assets.hpp"

namespace pages {

std::string_view stylesheet() {
    // style.css is CSS between the two lines that make it a raw string literal. That needs nothing of the
    // build, and compilers and caches know the file as one that is included.
    static constexpr std::string_view css =
#include "pages/style.css"
        ;
    return css;
}

std::string_view check_script() {
    static constexpr std::string_view script =
#include "pages/check.js"
        ;
    return script;
}

}  // namespace pages
