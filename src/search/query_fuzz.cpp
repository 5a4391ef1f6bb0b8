// Any bytes as what was typed: words come out, or why there are none; an index of a few documents answers
// them without a fault, and what was read reads the same again.

#include "search/query.hpp"

#include <cstdint>
#include <cstdlib>

#include "search/index.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

const search::Index& index() {
    static const auto made = search::Index::of({
        {.title = "Declaration of the Council", .names = {}, .body = "Заявление Совета, Минск"},
        {.title = "Sergei Aleinik", .names = "Алейник", .body = {}},
    });
    require(made.has_value());
    return *made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto query = search::read_query({reinterpret_cast<const char*>(data), size});
    if (!query) return 0;
    require(!query->terms.empty());
    std::string again;
    for (const search::Term& term : query->terms) {
        require(!term.words.empty());
        const char* mark = term.words.size() > 1 ? "\"" : "";
        again += mark;
        for (const std::string& word : term.words) again += word + " ";
        again += mark;
    }
    if (again.size() <= search::longest_query) require(search::read_query(again) == query);
    require(index().find(*query, 10).has_value());
    for (const search::Term& term : query->terms) require(index().nearest(term.words.front(), 3).size() <= 3);
    return 0;
}
