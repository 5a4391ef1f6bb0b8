// Exact fractions, so that two thirds of three is two and 65 % is never 64.99.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace base {

/// A fraction from 0 to 1, as written: "2/3", "55/100", "65%", "1".
class Ratio {
public:
    Ratio() = default;  // nothing: 0/1
    /// Empty when the text is no fraction, its denominator is zero, or it exceeds one.
    static std::optional<Ratio> read(std::string_view text);

    std::int64_t numerator() const { return numerator_; }
    std::int64_t denominator() const { return denominator_; }
    std::string text() const { return std::to_string(numerator_) + "/" + std::to_string(denominator_); }

    /// Exactly compares part/whole with this fraction, without division: -1 below, 0 equal, 1 above.
    /// `whole` must be positive: a share of nothing is the caller's question.
    int compare(std::int64_t part, std::int64_t whole) const;

    friend bool operator==(Ratio, Ratio) = default;

private:
    Ratio(std::int64_t n, std::int64_t d) : numerator_(n), denominator_(d) {}
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

}  // namespace base
