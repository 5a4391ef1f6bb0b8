#include "words/figures.hpp"

#include <cstdint>
#include <cstdlib>

#include "base/clock.hpp"
#include "base/ratio.hpp"
#include "words/dates.hpp"

namespace words {
namespace {

constexpr std::string_view no_break_space = "\u00A0";

}  // namespace

std::string grouped(Language language, std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::string_view mark = language == Language::ru ? no_break_space : std::string_view(",");
    const std::size_t sign = number < 0 ? 1 : 0;
    for (std::size_t at = digits.size(); at > 3 + sign;) {
        at -= 3;
        digits.insert(at, mark);
    }
    return digits;
}

namespace {

// The word after a whole number; «около» before the number asks for the genitive.
enum class Said { exactly, about };
std::string_view rouble(Language language, std::int64_t number, Said how) {
    if (language == Language::en) return number == 1 ? "rouble" : "roubles";
    const auto tens = number % 100;
    const auto ones = number % 10;
    if (tens >= 11 && tens <= 14) return "рублей";
    if (how == Said::about) return ones == 1 ? "рубля" : "рублей";
    return ones == 1 ? "рубль" : ones >= 2 && ones <= 4 ? "рубля" : "рублей";
}

}  // namespace

std::string share(Language language, std::string_view fraction) {
    const auto read = base::Ratio::read(fraction);
    if (!read) return std::string(fraction);
    if (read->numerator() * 100 % read->denominator() != 0) return read->text();
    return std::to_string(read->numerator() * 100 / read->denominator()) +
           (language == Language::ru ? std::string(no_break_space) + "%" : "%");
}

acts::Count told_count(const base::Value& value) {
    using acts::Nearness;
    if (value.number()) return {*value.number()};
    if (value.list()) return {static_cast<std::int64_t>(value.list()->size())};
    if (const auto* number = value["number"].number()) {
        const bool about = value["about"].boolean() && *value["about"].boolean();
        const auto bound = acts::read_name<Nearness>(value["nearness"].text());
        return {*number, bound ? *bound : about ? Nearness::about : Nearness::exact};
    }
    for (const Nearness one : {Nearness::about, Nearness::at_least, Nearness::more_than}) {
        if (const auto* number = value[acts::name_of(one)].number()) return {*number, one};
    }
    return {};
}

std::string money(Language language, const base::Value& money) {
    const base::Value& amount = money["amount"];
    const bool as_written = amount.object() != nullptr;  // {"about": ..}
    const std::int64_t* number = as_written ? amount["about"].number() : amount.number();
    if (!number) return {};
    const bool* about = money["about"].boolean();
    const bool is_about = as_written || (about && *about);
    std::string said = grouped(language, *number) + " ";
    if (money["currency"].text() == "RUB") {
        said += rouble(language, *number, is_about ? Said::about : Said::exactly);
    } else {
        said += money["currency"].text();
    }
    if (!is_about) return said;
    return (language == Language::ru ? "около " : "about ") + said;
}

std::string hour(Language language, std::string_view clock) {
    const auto read = base::Clock::read(clock);
    if (!read) return {};
    const bool ru = language == Language::ru;
    const std::string local(clock.substr(0, 5));
    const auto offset = read->offset();
    if (!offset) return local + (ru ? " (пояс не указан)" : " (zone not stated)");
    if (*offset == 0) return local + " (UTC)";
    const int east = std::abs(*offset);
    std::string zone = std::to_string(east / 60);
    if (east % 60 != 0) zone += (east % 60 < 10 ? ":0" : ":") + std::to_string(east % 60);
    return local + " (UTC" + (*offset < 0 ? "−" : "+") + zone + ")";
}

}  // namespace words
