#include "base/day.hpp"

#include <algorithm>

namespace base {
namespace {

struct Civil {
    int year;
    int month;
    int day;
};

Civil civil(std::int32_t number) {
    const std::int32_t z = number + 719468;
    const std::int32_t era = (z >= 0 ? z : z - 146096) / 146097;
    const std::int32_t doe = z - era * 146097;
    const std::int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const std::int32_t mp = (5 * doy + 2) / 153;
    const int day = doy - (153 * mp + 2) / 5 + 1;
    const int month = mp < 10 ? mp + 3 : mp - 9;
    return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

void put_padded(std::string& out, int value, int width) {
    std::string digits = std::to_string(value);
    out.append(static_cast<std::size_t>(std::max(0, width - static_cast<int>(digits.size()))), '0');
    out += digits;
}

}  // namespace

int days_in_month(int year, int month) { return detail::month_length(year, month); }

std::optional<Day> Day::from(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12) return std::nullopt;
    if (day < 1 || day > detail::month_length(year, month)) return std::nullopt;
    return Day(detail::number_of(year, month, day));
}

std::optional<Day> Day::read(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i == 4 || i == 7) {
            ++part;
        } else if (text[i] >= '0' && text[i] <= '9') {
            parts[part] = parts[part] * 10 + (text[i] - '0');
        } else {
            return std::nullopt;
        }
    }
    return from(parts[0], parts[1], parts[2]);
}

int Day::year() const { return civil(number_).year; }
int Day::month() const { return civil(number_).month; }
int Day::day_of_month() const { return civil(number_).day; }

std::string Day::text() const {
    const Civil c = civil(number_);
    std::string out;
    put_padded(out, c.year, 4);
    out += '-';
    put_padded(out, c.month, 2);
    out += '-';
    put_padded(out, c.day, 2);
    return out;
}

Day Day::plus(Months months, MissingDay rule) const {
    const Civil c = civil(number_);
    const int total = c.year * 12 + (c.month - 1) + months.count;
    const int year = total / 12;
    const int month = total % 12 + 1;
    const int length = days_in_month(year, month);
    if (c.day <= length) return Day(detail::number_of(year, month, c.day));
    const Day last_of_month(detail::number_of(year, month, length));
    return rule == MissingDay::last_of_month ? last_of_month : last_of_month.next();
}

}  // namespace base
