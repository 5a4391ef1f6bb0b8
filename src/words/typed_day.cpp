#include "words/typed_day.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "words/dates.hpp"
#include "words/page_words.hpp"
#include "words/search_words.hpp"

namespace words {
namespace {

/// Longer than any day that is written out, with its weekday and «года».
constexpr std::size_t longest_day = 120;
/// A year of two digits from here on is of the last century.
constexpr int first_of_the_last_century = 70;

std::string small(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto second = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
        if (c >= 'A' && c <= 'Z') {
            out += static_cast<char>(c - 'A' + 'a');
        } else if (c == '\xD0' && second >= 0x90 && second <= 0x9F) {  // А to П
            out += c;
            out += static_cast<char>(second + 0x20);
            ++i;
        } else if (c == '\xD0' && second >= 0xA0 && second <= 0xAF) {  // Р to Я
            out += '\xD1';
            out += static_cast<char>(second - 0x20);
            ++i;
        } else {
            out += c;
        }
    }
    return out;
}

struct MonthWords {
    std::string_view english;
    std::string_view russian;  // without its ending
    std::string_view endings;  // after a space each; the ending of none is a lone space
};
constexpr std::array<MonthWords, 12> months{{{"january", "январ", " ь я е "},
                                             {"february", "феврал", " ь я е "},
                                             {"march", "март", "  а е "},
                                             {"april", "апрел", " ь я е "},
                                             {"may", "ма", " й я е "},
                                             {"june", "июн", " ь я е "},
                                             {"july", "июл", " ь я е "},
                                             {"august", "август", "  а е "},
                                             {"september", "сентябр", " ь я е "},
                                             {"october", "октябр", " ь я е "},
                                             {"november", "ноябр", " ь я е "},
                                             {"december", "декабр", " ь я е "}}};
// A month may be cut short after three letters; Cyrillic letters are two bytes.
constexpr std::size_t shortest_english = 3;
constexpr std::size_t shortest_russian = 6;

std::optional<int> month_of(std::string_view word) {
    for (std::size_t i = 0; i < months.size(); ++i) {
        const MonthWords& month = months[i];
        const bool english = word.size() >= shortest_english && month.english.starts_with(word);
        const bool shortened = word.size() >= shortest_russian && month.russian.starts_with(word);
        const bool whole = word.starts_with(month.russian) && word.size() > month.russian.size() &&
                           month.endings.contains(" " + std::string(word.substr(month.russian.size())) + " ");
        if (english || shortened || whole || word == month.russian) {
            if (word != "ма") return static_cast<int>(i) + 1;
        }
    }
    return std::nullopt;
}

/// Words that say nothing about which day it is. A weekday is not compared with the day.
bool idle(std::string_view word) {
    constexpr std::array<std::string_view, 34> all{
        "on",        "the",      "of",      "in",       "st",      "nd",          "rd",
        "th",        "day",      "на",      "в",        "от",      "г",           "год",
        "года",      "году",     "го",      "е",        "числа",   "monday",      "tuesday",
        "wednesday", "thursday", "friday",  "saturday", "sunday",  "понедельник", "вторник",
        "среда",     "среду",    "четверг", "пятница",  "суббота", "воскресенье"};
    return std::ranges::find(all, word) != all.end();
}

struct Piece {
    bool number = false;
    int value = 0;
    std::size_t digits = 0;
    std::string word;
    char before = ' ';  // the mark between it and the piece before: '-', '.', '/' or a space
};

/// Numbers and words; empty where there is anything that stands in no day.
std::optional<std::vector<Piece>> pieces_of(std::string_view text) {
    std::vector<Piece> all;
    char between = ' ';
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c >= '0' && c <= '9') {
            Piece piece{.number = true, .word = {}, .before = between};
            for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
                if (++piece.digits > 4) return std::nullopt;
                piece.value = piece.value * 10 + (text[i] - '0');
            }
            all.push_back(std::move(piece));
        } else if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            Piece piece{.number = false, .word = {}, .before = between};
            for (; i < text.size() &&
                   ((text[i] >= 'a' && text[i] <= 'z') || static_cast<unsigned char>(text[i]) >= 0x80);
                 ++i)
                piece.word += text[i];
            if (!idle(piece.word)) all.push_back(std::move(piece));
        } else if (c == '-' || c == '.' || c == '/') {
            if (between != ' ') return std::nullopt;
            between = c;
            ++i;
            continue;
        } else if (c == ' ' || c == ',') {
            ++i;
            continue;
        } else {
            return std::nullopt;
        }
        between = ' ';
    }
    return all;
}

std::string padded(int number, std::size_t width) {
    std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

TypedDay day_of(int year, int month, int day) {
    if (const auto found = base::Day::from(year, month, day))
        return {.date = base::Date::of(*found), .nearest = {}, .month_first = {}};
    TypedDay none;
    if (month > 12 && day <= 12) none.nearest = base::Day::from(year, day, month);
    if (none.nearest || year < 1) return none;
    const int near = std::clamp(month, 1, 12);
    none.nearest = base::Day::from(year, near, std::clamp(day, 1, base::days_in_month(year, near)));
    return none;
}

std::optional<TypedDay> period(const std::string& edtf) {
    auto date = base::Date::read(edtf);
    if (!date) return std::nullopt;
    return TypedDay{.date = std::move(date), .nearest = {}, .month_first = {}};
}

bool year_written_out(const Piece& piece) { return piece.number && piece.digits == 4; }
bool short_number(const Piece& piece) { return piece.number && piece.digits <= 2; }

/// 2023-11-23, 23.11.2023, 23.11.23, 03/04/2023.
std::optional<TypedDay> of_three_numbers(const Piece& a, const Piece& b, const Piece& c) {
    if (b.before == ' ' || b.before != c.before || !short_number(b)) return std::nullopt;
    if (year_written_out(a) && short_number(c)) return day_of(a.value, b.value, c.value);
    if (!short_number(a) || (!year_written_out(c) && c.digits != 2)) return std::nullopt;
    int year = c.value;
    if (c.digits == 2) year += c.value >= first_of_the_last_century ? 1900 : 2000;
    if (b.before == '/' && b.value > 12 && a.value <= 12) return day_of(year, a.value, b.value);
    TypedDay read = day_of(year, b.value, a.value);
    if (b.before == '/' && read.date && a.value <= 12 && a.value != b.value)
        read.month_first = base::Day::from(year, a.value, b.value);
    return read;
}

}  // namespace

std::optional<TypedDay> read_typed_day(std::string_view typed) {
    if (typed.size() > longest_day) return std::nullopt;
    const auto read = pieces_of(small(typed));
    if (!read) return std::nullopt;
    const std::vector<Piece>& all = *read;
    const auto month = [&](std::size_t i) { return all[i].number ? std::nullopt : month_of(all[i].word); };
    switch (all.size()) {
        case 1:
            return year_written_out(all[0]) ? period(padded(all[0].value, 4)) : std::nullopt;
        case 2:
            for (const auto& [at, year] : {std::pair<std::size_t, std::size_t>{0, 1}, {1, 0}}) {
                if (month(at) && year_written_out(all[year]))
                    return period(padded(all[year].value, 4) + "-" + padded(*month(at), 2));
            }
            // 2023-11, 11.2023
            if (year_written_out(all[0]) && short_number(all[1]) && all[1].before == '-')
                return period(padded(all[0].value, 4) + "-" + padded(all[1].value, 2));
            if (short_number(all[0]) && year_written_out(all[1]) && all[1].before != ' ')
                return period(padded(all[1].value, 4) + "-" + padded(all[0].value, 2));
            return std::nullopt;
        case 3:
            if (all[0].number && all[1].number && all[2].number)
                return of_three_numbers(all[0], all[1], all[2]);
            if (short_number(all[0]) && month(1) && year_written_out(all[2]))
                return day_of(all[2].value, *month(1), all[0].value);
            if (month(0) && short_number(all[1]) && year_written_out(all[2]))
                return day_of(all[2].value, *month(0), all[1].value);
            if (year_written_out(all[0]) && month(1) && short_number(all[2]))
                return day_of(all[0].value, *month(1), all[2].value);
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

std::string known_in_the_future(const Names& names, base::Day today) {
    const Language language = names.language();
    return fill_in(search_words::known_in_the_future(language), {{"day", day(language, today)}});
}

std::string no_such_day(const Names& names, std::string_view text, const TypedDay& typed) {
    const Language language = names.language();
    std::string says = fill_in(search_words::no_such_day(language), {{"typed", names.quoted(text)}});
    if (typed.nearest)
        says += " " + fill_in(search_words::nearest_day(language), {{"day", day(language, *typed.nearest)}});
    return says;
}

}  // namespace words
