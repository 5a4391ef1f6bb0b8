#include "office/csv.hpp"

#include <algorithm>
#include <array>
#include <cassert>

namespace office {

std::string csv_cell(std::string_view text) {
    // Full-width signs are signs to some spreadsheets, too.
    constexpr std::array<std::string_view, 11> formulas{"=",  "+",  "-",  "@",  "\t", "\r",
                                                        "\n", "＝", "＋", "－", "＠"};
    const bool formula =
        std::ranges::any_of(formulas, [&](std::string_view sign) { return text.starts_with(sign); });
    std::string safe = formula ? "'" : "";
    safe += text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + "\"";
}

std::string csv(const CsvTable& table) {
    std::string out;
    const auto line = [&](const auto& cells) {
        assert(cells.size() == table.columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) out += ',';
            out += csv_cell(cells[i]);
        }
        out += "\r\n";
    };
    line(table.columns);
    for (const auto& row : table.rows) line(row);
    return out;
}

}  // namespace office
