#include "words/dates.hpp"

#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

namespace words {
namespace {

// -- the parts of a date, as its text has them -----------------------------------------------------

struct Part {
    enum class Is { year, quarter, month, day };
    Is is = Is::day;
    int year = 0;
    int number = 0;  // of the month, or of the quarter
    int day = 0;
};

struct Told {
    enum class Is { one, one_of, within, no_later, period };
    Is is = Is::one;
    Part first;
    Part last;  // of one_of, within and period
    bool uncertain = false;
};

Part part_of(base::Day day) { return {Part::Is::day, day.year(), day.month(), day.day_of_month()}; }

// base::Date has read the text, so it is of the profile.
Part part_of(std::string_view text) {
    const auto digits = [&](std::size_t at, std::size_t size) {
        int value = 0;
        for (const char c : text.substr(at, size)) value = value * 10 + (c - '0');
        return value;
    };
    const int year = digits(0, 4);
    if (text.size() == 4) return {Part::Is::year, year, 0, 0};
    const int number = digits(5, 2);
    if (text.size() == 10) return {Part::Is::day, year, number, digits(8, 2)};
    if (number > 12) return {Part::Is::quarter, year, number - 32, 0};
    return {Part::Is::month, year, number, 0};
}

Told told_of(const base::Date& date) {
    const std::string text = date.text();
    std::string_view rest = text;
    Told told;
    told.uncertain = date.uncertain();
    if (told.uncertain) rest.remove_suffix(1);
    if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        told.is = Told::Is::period;
        told.first = part_of(rest.substr(0, slash));
        told.last = part_of(rest.substr(slash + 1));
    } else if (rest.starts_with("[..")) {
        told.is = Told::Is::no_later;
        told.first = part_of(rest.substr(3, rest.size() - 4));
    } else if (const auto dots = rest.find(".."); dots != std::string_view::npos) {
        told.is = Told::Is::within;
        told.first = part_of(rest.substr(1, dots - 1));
        told.last = part_of(rest.substr(dots + 2, rest.size() - dots - 3));
    } else if (rest.starts_with('[')) {
        const auto comma = rest.find(',');
        told.is = Told::Is::one_of;
        told.first = part_of(rest.substr(1, comma - 1));
        told.last = part_of(rest.substr(comma + 1, rest.size() - comma - 2));
    } else {
        told.first = part_of(rest);
    }
    return told;
}

// -- words -----------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 12> english_months{"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> english_brief{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// Nominative (also accusative), genitive, dative, instrumental, prepositional.
struct RussianMonth {
    std::string_view nominative, genitive, dative, instrumental, prepositional, brief;
};
// Abbreviations as in GOST R 7.0.12: «май», «июнь», «июль» are not shortened.
constexpr std::array<RussianMonth, 12> russian_months{{
    {"январь", "января", "январю", "январём", "январе", "янв."},
    {"февраль", "февраля", "февралю", "февралём", "феврале", "февр."},
    {"март", "марта", "марту", "мартом", "марте", "марта"},
    {"апрель", "апреля", "апрелю", "апрелем", "апреле", "апр."},
    {"май", "мая", "маю", "маем", "мае", "мая"},
    {"июнь", "июня", "июню", "июнем", "июне", "июня"},
    {"июль", "июля", "июлю", "июлем", "июле", "июля"},
    {"август", "августа", "августу", "августом", "августе", "авг."},
    {"сентябрь", "сентября", "сентябрю", "сентябрём", "сентябре", "сент."},
    {"октябрь", "октября", "октябрю", "октябрём", "октябре", "окт."},
    {"ноябрь", "ноября", "ноябрю", "ноябрём", "ноябре", "нояб."},
    {"декабрь", "декабря", "декабрю", "декабрём", "декабре", "дек."},
}};

std::string_view in_case(const RussianMonth& month, Case form) {
    switch (form) {
        case Case::nominative:
        case Case::accusative:
            return month.nominative;
        case Case::genitive:
            return month.genitive;
        case Case::dative:
            return month.dative;
        case Case::instrumental:
            return month.instrumental;
        case Case::prepositional:
            return month.prepositional;
    }
    std::unreachable();
}

// «год» and «квартал» decline alike but in the prepositional.
std::string_view ending(Case form) {
    switch (form) {
        case Case::nominative:
        case Case::accusative:
            return "";
        case Case::genitive:
            return "а";
        case Case::dative:
            return "у";
        case Case::instrumental:
            return "ом";
        case Case::prepositional:
            return "е";
    }
    std::unreachable();
}
std::string year_word(Case form) {
    return "год" + std::string(form == Case::prepositional ? std::string_view("у") : ending(form));
}

constexpr std::array<std::string_view, 4> roman{"I", "II", "III", "IV"};
constexpr std::array<std::string_view, 4> quarters{"first", "second", "third", "fourth"};

/// How much of a part is said: the first of "22 or 23 December 2014" is the day alone.
enum class Much { all, no_year, day_only };

std::size_t index(int number) { return static_cast<std::size_t>(number - 1); }

std::string english(const Part& part, Length length, Much much) {
    const std::string year = much == Much::all ? " " + std::to_string(part.year) : std::string();
    const bool brief = length == Length::brief;
    switch (part.is) {
        case Part::Is::year:
            return std::to_string(part.year);
        case Part::Is::quarter:
            if (brief) return "Q" + std::to_string(part.number) + year;
            return "the " + std::string(quarters[index(part.number)]) + " quarter" +
                   (much == Much::all ? " of" + year : "");
        case Part::Is::month:
            return std::string((brief ? english_brief : english_months)[index(part.number)]) + year;
        case Part::Is::day:
            if (much == Much::day_only) return std::to_string(part.day);
            return std::to_string(part.day) + " " +
                   std::string((brief ? english_brief : english_months)[index(part.number)]) + year;
    }
    std::unreachable();
}

std::string russian(const Part& part, Case form, Length length, Much much) {
    const bool brief = length == Length::brief;
    const std::string year =
        much == Much::all ? " " + std::to_string(part.year) + (brief ? "" : " года") : std::string();
    switch (part.is) {
        case Part::Is::year:
            return std::to_string(part.year) + (brief ? std::string() : " " + year_word(form));
        case Part::Is::quarter:
            return std::string(roman[index(part.number)]) +
                   (brief ? " кв." : " квартал" + std::string(ending(form))) + year;
        case Part::Is::month: {
            const RussianMonth& month = russian_months[index(part.number)];
            // Standing alone, «марта» and «мая» would be genitives.
            const bool shortened = brief && month.brief.ends_with('.');
            return std::string(shortened ? month.brief : in_case(month, form)) + year;
        }
        case Part::Is::day: {
            if (much == Much::day_only) return std::to_string(part.day);
            const RussianMonth& month = russian_months[index(part.number)];
            return std::to_string(part.day) + " " + std::string(brief ? month.brief : month.genitive) + year;
        }
    }
    std::unreachable();
}

std::string said(Language language, const Part& part, Case form, Length length, Much much = Much::all) {
    return language == Language::ru ? russian(part, form, length, much) : english(part, length, much);
}

// What need not be said twice of two dates that stand side by side.
Much shared(const Part& a, const Part& b) {
    if (a.year != b.year || a.is != b.is || a.is == Part::Is::year) return Much::all;
    if (a.is == Part::Is::day && a.number == b.number) return Much::day_only;
    return Much::no_year;
}

std::string pair(Language language, const Part& a, const Part& b, std::string_view between, Case form,
                 Length length) {
    // «2023 или 2024 год»: the word itself stands once.
    if (language == Language::ru && a.is == Part::Is::year && b.is == Part::Is::year) {
        return std::to_string(a.year) + std::string(between) + russian(b, form, length, Much::all);
    }
    return said(language, a, form, length, shared(a, b)) + std::string(between) +
           said(language, b, form, length);
}

// «годы», «годов»: of more than one.
std::string_view years_word(Case form) {
    switch (form) {
        case Case::nominative:
        case Case::accusative:
            return "годы";
        case Case::genitive:
            return "годов";
        case Case::dative:
            return "годам";
        case Case::instrumental:
            return "годами";
        case Case::prepositional:
            return "годах";
    }
    std::unreachable();
}

// From one to the other, without a preposition: "12 to 13 February 2023", «12–13 февраля 2023 года»,
// «30 апреля — 2 мая 2017 года», «2024–2026 годы».
std::string span(Language language, const Part& a, const Part& b, Case form, Length length) {
    if (language == Language::en) return pair(language, a, b, " to ", form, length);
    if (a.is == Part::Is::year && b.is == Part::Is::year) {
        const std::string both = std::to_string(a.year) + "–" + std::to_string(b.year);
        return length == Length::brief ? both : both + " " + std::string(years_word(form));
    }
    const bool numbers = shared(a, b) == Much::day_only;  // figures stand on both sides: no blanks
    return pair(language, a, b, numbers ? "–" : " — ", form, length);
}

constexpr Phrase or_between{" or ", " или "};
constexpr Phrase not_sure{" (the source is not sure)", " (источник не уверен)"};

std::string with_doubt(Language language, const Told& told, std::string text) {
    if (told.uncertain) text += not_sure(language);
    return text;
}

// «в 2023 году», «во II квартале»; a day needs no preposition.
std::string russian_in(const Part& part) {
    if (part.is == Part::Is::day) return "";
    return part.is == Part::Is::quarter && part.number == 2 ? "во " : "в ";
}
// «с 1 января», «со 2 января», «со II квартала».
std::string russian_since(const Part& part) {
    const bool second =
        (part.is == Part::Is::day && part.day == 2) || (part.is == Part::Is::quarter && part.number == 2);
    return second ? "со " : "с ";
}

std::string english_in(const Part& part) { return part.is == Part::Is::day ? "on " : "in "; }

std::string no_later_than(Language language, const Part& part) {
    return language == Language::ru ? "не позднее " + russian(part, Case::genitive, Length::full, Much::all)
                                    : "no later than " + english(part, Length::full, Much::all);
}

// "between 1 and 13 January 2026", «между 1 и 13 января 2026 года»: of days; of months and years the
// Russian asks for the instrumental.
std::string within(Language language, const Told& told, Length length) {
    constexpr Phrase between{"between ", "между "};
    constexpr Phrase and_then{" and ", " и "};
    return std::string(between(language)) +
           pair(language, told.first, told.last, and_then(language), Case::instrumental, length);
}

std::string period(Language language, const Told& told) {
    const Much first = shared(told.first, told.last);
    if (language == Language::en) {
        return "from " + english(told.first, Length::full, first) + " to " +
               english(told.last, Length::full, Much::all);
    }
    // Neighbouring days are said by themselves: «2–3 мая 2017 года», «30 апреля — 2 мая 2017 года».
    if (told.first.is == Part::Is::day && told.last.is == Part::Is::day && told.first.year == told.last.year)
        return span(language, told.first, told.last, Case::genitive, Length::full);
    // «с 2024 по 2026 год»: the word itself stands once.
    const bool years = told.first.is == Part::Is::year && told.last.is == Part::Is::year;
    return russian_since(told.first) +
           (years ? std::to_string(told.first.year)
                  : russian(told.first, Case::genitive, Length::full, first)) +
           " по " + russian(told.last, Case::accusative, Length::full, Much::all);
}

// A date after a word that asks for a case: "since", «с» with the genitive.
std::string bounded(Language language, const base::Date& date, std::string_view english_word, bool is_end) {
    const Told told = told_of(date);
    const Case form = is_end ? Case::accusative : Case::genitive;
    const std::string word = language == Language::en ? std::string(english_word)
                             : is_end                 ? std::string("по ")
                                                      : russian_since(told.first);
    switch (told.is) {
        case Told::Is::one:
            return with_doubt(language, told, word + said(language, told.first, form, Length::full));
        case Told::Is::one_of:
            return with_doubt(
                language, told,
                word + pair(language, told.first, told.last, or_between(language), form, Length::full));
        case Told::Is::within:
            return with_doubt(
                language, told,
                std::string(language == Language::ru ? (is_end ? "по один из дней " : "с одного из дней ")
                                                     : std::string(english_word) + "a day ") +
                    within(language, told, Length::full));
        case Told::Is::no_later:
            return with_doubt(language, told,
                              word + said(language, told.first, form, Length::full) +
                                  (language == Language::ru ? " или ранее" : " or earlier"));
        case Told::Is::period: {
            const Part& end = is_end ? told.last : told.first;
            return with_doubt(language, told, word + said(language, end, form, Length::full));
        }
    }
    std::unreachable();
}

}  // namespace

std::string day(Language language, base::Day day, Length length) {
    return said(language, part_of(day), Case::nominative, length);
}

std::string date(Language language, const base::Date& date, Case form, Length length) {
    const Told told = told_of(date);
    switch (told.is) {
        case Told::Is::one:
            return with_doubt(language, told, said(language, told.first, form, length));
        case Told::Is::one_of:
            return with_doubt(language, told,
                              pair(language, told.first, told.last, or_between(language), form, length));
        case Told::Is::within:
            return with_doubt(language, told, within(language, told, length));
        case Told::Is::no_later: {
            if (length == Length::full)
                return with_doubt(language, told, no_later_than(language, told.first));
            return with_doubt(language, told,
                              (language == Language::ru ? "до " : "by ") +
                                  said(language, told.first, Case::genitive, length));
        }
        case Told::Is::period:
            return with_doubt(language, told, span(language, told.first, told.last, form, length));
    }
    std::unreachable();
}

std::string date(Language language, std::string_view edtf, Case form, Length length) {
    const auto read = base::Date::read(edtf);
    return read ? date(language, *read, form, length) : std::string(edtf);
}

std::string when(Language language, const base::Date& date) {
    const Told told = told_of(date);
    const bool ru = language == Language::ru;
    switch (told.is) {
        case Told::Is::one:
            return with_doubt(language, told,
                              (ru ? russian_in(told.first) : english_in(told.first)) +
                                  said(language, told.first, Case::prepositional, Length::full));
        case Told::Is::one_of: {
            if (told.first.is != told.last.is) {  // "in 2014 or on 1 January 2015"
                const std::string first = (ru ? russian_in(told.first) : english_in(told.first)) +
                                          said(language, told.first, Case::prepositional, Length::full);
                const std::string last = (ru ? russian_in(told.last) : english_in(told.last)) +
                                         said(language, told.last, Case::prepositional, Length::full);
                return with_doubt(language, told, first + std::string(or_between(language)) + last);
            }
            return with_doubt(language, told,
                              (ru ? russian_in(told.first) : english_in(told.first)) +
                                  pair(language, told.first, told.last, or_between(language),
                                       Case::prepositional, Length::full));
        }
        case Told::Is::within:
            return with_doubt(language, told, within(language, told, Length::full));
        case Told::Is::no_later:
            return with_doubt(language, told, no_later_than(language, told.first));
        case Told::Is::period:
            return with_doubt(language, told, period(language, told));
    }
    std::unreachable();
}

std::string since(Language language, const base::Date& date) {
    return bounded(language, date, "since ", false);
}
std::string from(Language language, const base::Date& date) {
    return bounded(language, date, "from ", false);
}
std::string until(Language language, const base::Date& date) {
    return bounded(language, date, "until ", true);
}

std::string between(Language language, base::Day first, base::Day last) {
    const bool ru = language == Language::ru;
    return (ru ? "между " : "between ") + pair(language, part_of(first), part_of(last), ru ? " и " : " and ",
                                               Case::instrumental, Length::full);
}

std::string as_of(Language language, base::Day on) {
    return (language == Language::ru ? "на " : "on ") + day(language, on);
}

// -- counts ----------------------------------------------------------------------------------------

namespace {
enum class Form { one, few, many };
Form russian_form(std::int64_t number) {
    const std::int64_t hundred = std::abs(number % 100);
    if (hundred >= 11 && hundred <= 14) return Form::many;
    const std::int64_t ten = hundred % 10;
    if (ten == 1) return Form::one;
    return ten >= 2 && ten <= 4 ? Form::few : Form::many;
}
}  // namespace

std::string_view plural(Language language, std::int64_t number, const Noun& noun) {
    if (language == Language::en) return number == 1 ? noun.one(language) : noun.many(language);
    switch (russian_form(number)) {
        case Form::one:
            return noun.one(language);
        case Form::few:
            return noun.few;
        case Form::many:
            return noun.many(language);
    }
    std::unreachable();
}

std::string count(Language language, std::int64_t number, const Noun& noun) {
    return std::to_string(number) + " " + std::string(plural(language, number, noun));
}

std::string count(Language language, acts::Count count_told, const Noun& noun) {
    if (count_told.nearness == acts::Nearness::exact) return count(language, count_told.number, noun);
    // «около», «не менее» and «более» ask for the genitive: «около 21 документа», «более 22 документов».
    const std::string_view form = language == Language::en ? plural(language, count_told.number, noun)
                                  : russian_form(count_told.number) == Form::one ? noun.few
                                                                                 : noun.many(language);
    return count(language, count_told) + " " + std::string(form);
}

std::string count(Language language, acts::Count count_told) {
    constexpr std::array<Phrase, 3> how{
        {{"about ", "около "}, {"at least ", "не менее "}, {"more than ", "более "}}};
    const std::string number = std::to_string(count_told.number);
    if (count_told.nearness == acts::Nearness::exact) return number;
    return std::string(how[static_cast<std::size_t>(count_told.nearness) - 1](language)) + number;
}

std::string numeral(Language language, std::int64_t number, Case form) {
    struct Numeral {
        std::string_view english, nominative, oblique, dative, instrumental;
    };
    // Oblique: genitive and prepositional, which coincide from two on.
    constexpr std::array<Numeral, 11> words{{
        {"none", "ноль", "нуля", "нулю", "нулём"},
        {"one", "один", "одного", "одному", "одним"},
        {"two", "два", "двух", "двум", "двумя"},
        {"three", "три", "трёх", "трём", "тремя"},
        {"four", "четыре", "четырёх", "четырём", "четырьмя"},
        {"five", "пять", "пяти", "пяти", "пятью"},
        {"six", "шесть", "шести", "шести", "шестью"},
        {"seven", "семь", "семи", "семи", "семью"},
        {"eight", "восемь", "восьми", "восьми", "восемью"},
        {"nine", "девять", "девяти", "девяти", "девятью"},
        {"ten", "десять", "десяти", "десяти", "десятью"},
    }};
    if (number < 0 || number > 10) return std::to_string(number);
    const Numeral& word = words[static_cast<std::size_t>(number)];
    if (language == Language::en) return std::string(word.english);
    switch (form) {
        case Case::nominative:
        case Case::accusative:
            return std::string(word.nominative);
        case Case::genitive:
        case Case::prepositional:
            return std::string(number == 1 && form == Case::prepositional ? "одном" : word.oblique);
        case Case::dative:
            return std::string(word.dative);
        case Case::instrumental:
            return std::string(word.instrumental);
    }
    std::unreachable();
}

std::string ordinal(Language language, std::int64_t number) {
    if (language == Language::ru) return std::to_string(number) + "-й";
    const std::int64_t hundred = std::abs(number % 100);
    const std::int64_t ten = hundred % 10;
    const bool teens = hundred >= 11 && hundred <= 13;
    const std::string_view suffix = teens || ten == 0 || ten > 3 ? "th"
                                    : ten == 1                   ? "st"
                                    : ten == 2                   ? "nd"
                                                                 : "rd";
    return std::to_string(number) + std::string(suffix);
}

}  // namespace words
