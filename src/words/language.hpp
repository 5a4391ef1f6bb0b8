// The languages the program speaks, and a text that exists in each of them.
//
// A `Phrase` cannot be made without its text in every language: one that is forgotten does not compile.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace words {

enum class Language { en, ru };

inline constexpr std::array languages = {Language::en, Language::ru};

/// "en", "ru": as in addresses, `lang` attributes and the package.
constexpr std::string_view code(Language language) {
    switch (language) {
        case Language::en:
            return "en";
        case Language::ru:
            return "ru";
    }
    std::unreachable();
}

/// Reads exactly "en" or "ru"; empty for anything else.
constexpr std::optional<Language> read_language(std::string_view text) {
    for (const Language language : languages) {
        if (text == code(language)) return language;
    }
    return std::nullopt;
}

/// A fixed text in every language.
class Phrase {
public:
    consteval Phrase(const char* english, const char* russian) : english_(english), russian_(russian) {
        if (english_.empty() || russian_.empty()) throw "a phrase is said in every language";
    }
    constexpr std::string_view operator()(Language language) const {
        return language == Language::en ? english_ : russian_;
    }

private:
    std::string_view english_;
    std::string_view russian_;
};

/// The language's name in itself.
inline constexpr Phrase own_name{"English", "Русский"};

}  // namespace words
