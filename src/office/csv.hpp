// Tables as comma-separated values (RFC 4180), in UTF-8, with a header and CR LF at the end of every line.
//
// A spreadsheet takes a cell that begins with = + - or @ for a formula and may execute it. Such a cell gets
// an apostrophe before it, whoever wrote its text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace office {

struct CsvTable {
    std::vector<std::string_view> columns;  // literals: the same in every language, for ever (docs/tables.md)
    std::vector<std::vector<std::string>> rows;  // as long as `columns`
};
std::string csv(const CsvTable& table);

/// One cell: made harmless, and quoted where it holds a comma, a quotation mark or a line end.
std::string csv_cell(std::string_view text);

}  // namespace office
