// What stands on each page: an address to questions, their answers to the inside of <main>.
#pragma once

#include <optional>
#include <string>

#include "pages/frame.hpp"
#include "site/asking.hpp"

namespace site {

struct Content {
    std::string title;
    pages::Fragment main;
    std::optional<pages::Section> section;
    pages::Frame::Layout layout = pages::Frame::Layout::page;
    int status = 200;
    /// What the page's JSON is, where it is not the answers to questions.
    std::optional<base::Value> data = {};
};

/// The page at `parts`; a page that says what is not there, with its neighbours, where nothing is
/// (status 404).
Content content_of(Asking& asking, const Address& address);

}  // namespace site
