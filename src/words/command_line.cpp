#include "words/command_line.hpp"

#include <utility>

namespace words {
namespace {

std::string text(Language language, std::string english, std::string russian) {
    return language == Language::en ? std::move(english) : std::move(russian);
}
std::string s(std::string_view view) { return std::string(view); }
std::string n(std::size_t number) { return std::to_string(number); }

}  // namespace

std::string not_a_day(std::string_view option, std::string_view given, Language language) {
    return text(language, s(option) + ": «" + s(given) + "» is no day; write a day that exists as 2023-11-23",
                s(option) + ": «" + s(given) + "» — не день; напишите существующий день так: 2023-11-23");
}
std::string not_known_by(std::string_view option, std::string_view given, std::size_t entries,
                         Language language) {
    return text(
        language,
        s(option) + ": «" + s(given) +
            "» is neither a day up to today (2023-11-23) nor a number of entries from 0 to " + n(entries),
        s(option) + ": «" + s(given) +
            "» — не день не позднее сегодняшнего (2023-11-23) и не число записей от 0 до " + n(entries));
}
std::string not_a_side(std::string_view given, Language language) {
    return text(
        language,
        "--take: «" + s(given) + "» takes no side; write DISPUTE=SIDE, for example rule-14=silence-suffices",
        "--take: «" + s(given) +
            "» не называет стороны; пишите СПОР=СТОРОНА, например rule-14=silence-suffices");
}
std::string cannot_read(std::string_view file, Language language) {
    return text(language, s(file) + ": cannot be read, or is too large; give a file of acts, one a line",
                s(file) + ": не читается или слишком велик; нужен файл актов, по одному в строке");
}
std::string cannot_listen(std::string_view address, std::size_t port, std::string_view reason,
                          Language language) {
    return text(language,
                "cannot listen on " + s(address) + " port " + n(port) + ": " + s(reason) +
                    "; choose another with --port",
                "не удаётся принимать соединения на " + s(address) + ", порт " + n(port) + ": " + s(reason) +
                    "; выберите другой порт: --port");
}
std::string too_many_words(std::string_view question, std::string_view word, Language language) {
    return text(language,
                "«" + s(word) + "» is one word too many for the question «" + s(question) +
                    "»; 'depositary list PACKAGE questions' shows its parameters",
                "«" + s(word) + "» — лишнее слово в вопросе «" + s(question) +
                    "»; параметры показывает 'depositary list ПАКЕТ questions'");
}
std::string unknown_list(std::string_view given, Language language) {
    return text(
        language,
        "there is no list «" + s(given) +
            "»; there are questions, members, bodies, posts, sessions, papers, instruments, subjects and disputes",
        "нет списка «" + s(given) +
            "»; есть questions, members, bodies, posts, sessions, papers, instruments, subjects и disputes");
}
std::string package_is_clean(std::string_view folder, std::size_t acts, std::size_t sources,
                             std::size_t cases, Language language) {
    return text(language,
                s(folder) + ": no faults; " + n(acts) + " acts, " + n(sources) + " sources, " + n(cases) +
                    " cases as expected",
                s(folder) + ": ошибок нет; актов — " + n(acts) + ", источников — " + n(sources) +
                    ", случаев с ожидаемым итогом — " + n(cases));
}
std::string serving(std::string_view organisation, std::string_view url, Language language) {
    return text(language, s(organisation) + " at " + s(url) + " (end with Ctrl-C)",
                s(organisation) + ": " + s(url) + " (завершить: Ctrl-C)");
}

}  // namespace words
