// The map of the site for search engines (sitemaps.org), every page with its other languages.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "words/language.hpp"

namespace office {

/// One page: its whole address in each language.
using PageAddresses = std::vector<std::pair<words::Language, std::string>>;
std::string sitemap(const std::vector<PageAddresses>& pages);

}  // namespace office
