#include "words/agreement.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace words {
namespace {

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

template <std::size_t N> bool ends_in(std::string_view word, const std::array<std::string_view, N>& endings) {
    return std::ranges::any_of(endings, [&](auto ending) { return word.ends_with(ending); });
}

std::string_view without(std::string_view word, std::string_view ending) {
    return word.substr(0, word.size() - ending.size());
}

}  // namespace

Gender gender_of(std::string_view name, std::string_view genitive) {
    constexpr std::array<std::string_view, 2> feminine{"а", "я"};
    constexpr std::array<std::string_view, 4> neuter{"о", "е", "у", "ю"};
    constexpr std::array<std::string_view, 2> plural{"ы", "и"};
    const std::string_view word = first_word(name);
    const std::string_view of = first_word(genitive);
    // «Второй и третий протоколы»: two adjectives of one noun.
    if (word.ends_with("й") && name.substr(word.size()).starts_with(" и ")) return Gender::plural;
    if (ends_in(word, feminine)) return Gender::feminine;
    // «Нидерланды, Нидерландов» is a plural; «Чили, Чили» does not decline and is neuter.
    if (ends_in(word, plural)) return word == of ? Gender::neuter : Gender::plural;
    if (word.ends_with("ые") || word.ends_with("ие")) {
        // «Соединённые Штаты» is a plural; «Соглашение, Соглашения» a noun in the singular.
        const bool noun = word.ends_with("ие") && (of.empty() || of.ends_with("ия"));
        return noun ? Gender::neuter : Gender::plural;
    }
    if (ends_in(word, neuter)) return Gender::neuter;
    if (word.ends_with("ь")) return of.ends_with("я") ? Gender::masculine : Gender::feminine;
    return Gender::masculine;
}

Gender gender_of_person(std::string_view name, std::string_view genitive) {
    if (genitive.empty()) {  // «Примерова», «Броневая»
        constexpr std::array<std::string_view, 6> surnames{"ова", "ева", "ёва", "ина", "ына", "ая"};
        return ends_in(name, surnames) ? Gender::feminine : Gender::masculine;
    }
    const bool feminine = name == genitive || genitive.ends_with("ой") || genitive.ends_with("ей");
    return feminine ? Gender::feminine : Gender::masculine;
}

Gender gender_of(acts::PaperKind kind) {
    using Kind = acts::PaperKind;
    switch (kind) {
        case Kind::plan:
        case Kind::protocol:
        case Kind::budget:
        case Kind::memorandum:
            return Gender::masculine;
        case Kind::declaration:
        case Kind::resolution:
        case Kind::strategy:
        case Kind::programme:
            return Gender::feminine;
        case Kind::decision:
        case Kind::protocol_decision:
        case Kind::statement:
        case Kind::regulation:
        case Kind::agreement:
        case Kind::appointment:
            return Gender::neuter;
    }
    std::unreachable();
}

std::string agreeing(std::string_view masculine, Gender gender) {
    if (gender == Gender::masculine) return std::string(masculine);
    const auto form = static_cast<std::size_t>(gender) - 1;
    if (masculine.ends_with("лся")) {
        constexpr std::array<std::string_view, 3> endings{"лась", "лось", "лись"};
        return std::string(without(masculine, "лся")) + std::string(endings[form]);
    }
    if (masculine.ends_with("шёл")) {
        constexpr std::array<std::string_view, 3> endings{"шла", "шло", "шли"};
        return std::string(without(masculine, "шёл")) + std::string(endings[form]);
    }
    if (masculine.ends_with("л")) {
        constexpr std::array<std::string_view, 3> endings{"а", "о", "и"};
        return std::string(masculine) + std::string(endings[form]);
    }
    constexpr std::array<std::string_view, 3> endings{"а", "о", "ы"};
    // «обязателен» loses a vowel, «обязательна»; «утверждён» keeps its own, «утверждена».
    if (masculine.ends_with("телен")) {
        return std::string(without(masculine, "телен")) + "тельн" + std::string(endings[form]);
    }
    if (masculine.ends_with("ён")) {
        return std::string(without(masculine, "ён")) + "ен" + std::string(endings[form]);
    }
    if (!masculine.ends_with("т") && !masculine.ends_with("н")) return std::string(masculine);
    return std::string(masculine) + std::string(endings[form]);
}

}  // namespace words
