// Searching an organisation: everything on record as documents of an index, and what was found as a page.
//
// Every name in either language, former and formal ones and other spellings among them, is a document of what
// it names; so is every act, with its own words. What is shown of them is what the page's view knows: an act
// that became known later is not found on an earlier day of knowledge, nor is what only later acts name.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/value.hpp"
#include "package/organisation.hpp"
#include "pages/search_page.hpp"
#include "search/index.hpp"

namespace site {

class Asking;

/// What there is to find in an organisation. Safe from several threads at once.
class Searchable {
public:
    /// Reads every act once: some tens of milliseconds for the acts of an organisation. `organisation` must
    /// outlive it.
    explicit Searchable(const package::Organisation& organisation);
    Searchable(Searchable&&) noexcept;
    ~Searchable();

    struct Result {
        pages::SearchPage page;
        base::Value data;  // the same for programs
        int status = 200;  // 400: nothing that can be searched for; 503: the index could not be made
    };
    /// What was found for `typed`, in the language and by the knowledge of `asking`. The empty text asks for
    /// nothing and gets the lists.
    Result find(const Asking& asking, std::string_view typed) const;

private:
    struct State;
    std::unique_ptr<const State> state_;
};

/// The same, made when it is wanted first: a server answers questions before anybody searches.
class Searching {
public:
    const Searchable& of(const package::Organisation& organisation) const {
        std::call_once(once_, [&] { made_.emplace(organisation); });
        return *made_;
    }

private:
    mutable std::once_flag once_;
    mutable std::optional<Searchable> made_;
};

}  // namespace site
