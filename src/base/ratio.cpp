#include "base/ratio.hpp"

#include <charconv>

namespace base {
namespace {

// Denominators of real rules stay far below this; the limit keeps products within 128 bits.
__extension__ using Wide = __int128;

constexpr std::int64_t largest_term = 1'000'000'000;

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    if (value < 0 || value > largest_term) return std::nullopt;
    return value;
}

}  // namespace

std::optional<Ratio> Ratio::read(std::string_view text) {
    std::optional<std::int64_t> n;
    std::optional<std::int64_t> d = 1;
    if (text.ends_with('%')) {
        n = whole(text.substr(0, text.size() - 1));
        d = 100;
    } else if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        n = whole(text.substr(0, slash));
        d = whole(text.substr(slash + 1));
    } else {
        n = whole(text);
    }
    if (!n || !d || *d == 0 || *n > *d) return std::nullopt;
    return Ratio(*n, *d);
}

int Ratio::compare(std::int64_t part, std::int64_t whole_count) const {
    const Wide left = static_cast<Wide>(part) * denominator_;
    const Wide right = static_cast<Wide>(whole_count) * numerator_;
    return left < right ? -1 : (left > right ? 1 : 0);
}

}  // namespace base
