#include "base/nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace base {
namespace {

// Costs are in halves of a slip, so that a mere change of case or of `-` for `_` is less than one.
constexpr int slip = 2;
constexpr int small_slip = 1;
constexpr int most_slips = 3;
// Longer words are names of nothing (a slug has at most 80 letters): comparing them would be waste.
constexpr std::size_t longest_word = 80;

/// Code points of UTF-8; a byte that is not UTF-8 stands for itself.
std::vector<char32_t> code_points(std::string_view text) {
    std::vector<char32_t> points;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (size == 1 || i + size > text.size()) {
            points.push_back(lead);
            ++i;
            continue;
        }
        char32_t point = lead & (0xFFU >> (size + 1));
        for (std::size_t k = 1; k < size; ++k) {
            point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        }
        points.push_back(point);
        i += size;
    }
    return points;
}

/// Small letters for the two alphabets rulebooks are written in; `_` becomes `-`.
char32_t folded(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= U'А' && c <= U'Я') return c + 32;
    if (c == U'Ё') return U'ё';
    return c == U'_' ? U'-' : c;
}

int cost_of_replacing(char32_t a, char32_t b) {
    if (a == b) return 0;
    return folded(a) == folded(b) ? small_slip : slip;
}

int cost_between(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
    // Capitals throughout are one small slip and not one for each letter.
    if (std::ranges::equal(a, b, {}, folded, folded)) return a == b ? 0 : small_slip;
    const std::size_t width = b.size() + 1;
    std::vector<int> rows(3 * width);
    int* before_last = rows.data();
    int* last = before_last + width;
    int* now = last + width;
    for (std::size_t j = 0; j < width; ++j) last[j] = static_cast<int>(j) * slip;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = static_cast<int>(i) * slip;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            now[j] = std::min(
                {last[j] + slip, now[j - 1] + slip, last[j - 1] + cost_of_replacing(a[i - 1], b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before_last[j - 2] + slip);
            }
        }
        int* const spare = before_last;
        before_last = last;
        last = now;
        now = spare;
    }
    return last[b.size()];
}

}  // namespace

Nearest::Nearest(std::string_view found) {
    if (found.size() <= 4 * longest_word) found_ = code_points(found);
    if (found_.size() > longest_word) found_.clear();
}

void Nearest::consider(std::string_view word) {
    if (found_.empty() || word.empty() || word.size() > 4 * longest_word) return;
    const auto points = code_points(word);
    const int length = static_cast<int>(points.size());
    // A word of one letter resembles every other: only its case may be wrong.
    const int allowed = length == 1 ? small_slip : slip * std::clamp(length / 3, 1, most_slips);
    if (std::abs(length - static_cast<int>(found_.size())) * slip > allowed) return;
    const int cost = cost_between(found_, points);
    if (cost > allowed) return;
    if (best_.empty() || cost < best_cost_ || (cost == best_cost_ && word < best_)) {
        best_ = word;
        best_cost_ = cost;
    }
}

}  // namespace base
