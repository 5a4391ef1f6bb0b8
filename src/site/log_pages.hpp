// Pages of the log and of its entries, and what they give as data; the proofs and files that go out as they
// are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "http/request.hpp"
#include "http/response.hpp"
#include "office/csv.hpp"
#include "pages/log_parts.hpp"
#include "site/content.hpp"

namespace site {

/// The log; of a package, that it has none.
Content log_page(Asking& asking);
Content keys_page(Asking& asking);
/// Nothing where no entry has this number.
std::optional<Content> entry_page(Asking& asking, const std::string& number);
Content check_page(Asking& asking);

/// A row for each entry that is no public act of the organisation: acts of the registry, what is or was
/// withheld.
office::CsvTable log_table(Asking& asking);
office::CsvTable keys_table(Asking& asking);

/// The files that the entry carries, with the addresses of those that are public.
std::vector<pages::FileTold> files_of(const Asking& asking, std::uint64_t entry);

/// /files/SHA256/NAME, /proofs/N.LANG.html; nothing for another address. 404 for what
/// is not there or not public.
std::optional<http::Response> answer_as_is(const Shared& shared, const http::Request& request);

/// The beginnings of these addresses.
inline constexpr std::string_view files_prefix = "/files/";
inline constexpr std::string_view proofs_prefix = "/proofs/";

}  // namespace site
