#include "words/layout.hpp"

#include <algorithm>

namespace words {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// U+0300 to U+036F, the accents that combine: CC 80 to CD AF.
bool combines(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return false;
    const auto first = static_cast<unsigned char>(text[at]);
    const auto second = static_cast<unsigned char>(text[at + 1]);
    return first == 0xCC || (first == 0xCD && second <= 0xAF);
}

// The bytes of the first `columns` columns.
std::size_t bytes_of(std::string_view text, std::size_t columns_wanted) {
    std::size_t taken = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (continues(text[i]) || combines(text, i)) continue;
        if (taken++ == columns_wanted) return i;
    }
    return text.size();
}

// The widest a column before the last may be: two of them leave room for the last.
constexpr std::size_t widest_column = 36;

}  // namespace

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!continues(text[i]) && !combines(text, i)) ++width;
    }
    return width;
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t hanging) {
    indent = std::min(indent, terminal_width / 2);
    hanging = std::min(hanging, terminal_width / 2);
    std::string out(indent, ' ');
    std::size_t column = indent;
    bool at_start = true;
    const auto new_line = [&] {
        out += '\n';
        out.append(hanging, ' ');
        column = hanging;
        at_start = true;
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        std::string_view word = text.substr(0, end);
        const bool break_after = end < text.size() && text[end] == '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!word.empty()) {
            std::size_t width = width_of(word);
            if (!at_start && column + 1 + width > terminal_width) new_line();
            if (!at_start) out += ' ', ++column;
            while (column + width > terminal_width) {
                const std::size_t bytes = std::max<std::size_t>(bytes_of(word, terminal_width - column), 1);
                out += word.substr(0, bytes);
                word.remove_prefix(bytes);
                width = width_of(word);
                new_line();
            }
            out += word;
            column += width;
            at_start = false;
        }
        if (break_after) new_line();
    }
    out += '\n';
    return out;
}

std::string columns(const std::vector<std::vector<std::string>>& rows, std::size_t indent) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], std::min(width_of(row[i]), widest_column));
    }
    std::string out;
    for (const auto& row : rows) {
        if (row.empty()) continue;
        std::string line;  // all cells but the last, padded
        std::size_t column = indent;
        std::size_t last = row.size() - 1;
        while (last > 0 && row[last].empty()) --last;
        for (std::size_t i = 0; i < last; ++i) {
            const std::size_t width = width_of(row[i]);
            line += row[i];
            const std::size_t pad = width < widths[i] ? widths[i] - width + 2 : 2;
            line.append(pad, ' ');
            column += width + pad;
        }
        if (column + 12 > terminal_width) {  // no room beside it: the last cell goes below
            out += wrapped(line.substr(0, line.find_last_not_of(' ') + 1), indent, indent + 2);
            out += wrapped(row[last], indent + 4, indent + 4);
            continue;
        }
        const std::string cell =
            wrapped(row[last], std::min(column, terminal_width / 2), std::min(column, terminal_width / 2));
        const std::size_t cut = std::min(column, terminal_width / 2);
        if (column <= terminal_width / 2) {
            out += std::string(indent, ' ') + line + cell.substr(cut);
        } else {  // a wide left side: what does not fit beside it continues under half the line
            const std::string whole = std::string(indent, ' ') + line + row[last];
            if (width_of(whole) <= terminal_width) {
                out += whole + "\n";
            } else {
                out += wrapped(line.substr(0, line.find_last_not_of(' ') + 1), indent, indent + 2);
                out += wrapped(row[last], indent + 4, indent + 4);
            }
        }
    }
    return out;
}

}  // namespace words
