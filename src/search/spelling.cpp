#include "search/spelling.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "search/letters.hpp"

namespace search {
namespace {

/// Letters of Cyrillic as Latin ones; the same spellings are then folded below.
std::optional<std::string_view> latin_for(char32_t letter) {
    constexpr std::array<std::pair<char32_t, std::string_view>, 49> table{{
        {U'а', "a"},  {U'б', "b"},  {U'в', "v"},  {U'г', "g"},  {U'ґ', "g"},  {U'ғ', "g"},  {U'д', "d"},
        {U'е', "e"},  {U'ё', "e"},  {U'є', "e"},  {U'ж', "zh"}, {U'җ', "zh"}, {U'ҷ', "zh"}, {U'з', "z"},
        {U'и', "i"},  {U'ӣ', "i"},  {U'і', "i"},  {U'ї', "i"},  {U'й', "y"},  {U'к', "k"},  {U'қ', "k"},
        {U'л', "l"},  {U'м', "m"},  {U'н', "n"},  {U'ң', "n"},  {U'о', "o"},  {U'ө', "o"},  {U'п', "p"},
        {U'р', "r"},  {U'с', "s"},  {U'т', "t"},  {U'у', "u"},  {U'ӯ', "u"},  {U'ү', "u"},  {U'ұ', "u"},
        {U'ў', "u"},  {U'ф', "f"},  {U'х', "kh"}, {U'ҳ', "kh"}, {U'һ', "kh"}, {U'ц', "ts"}, {U'ч', "ch"},
        {U'ш', "sh"}, {U'щ', "sh"}, {U'ъ', ""},   {U'ы', "y"},  {U'ь', ""},   {U'э', "e"},  {U'ю', "yu"},
    }};
    if (letter == U'я') return "ya";
    if (letter == U'ә') return "a";
    const auto* found = std::ranges::find(table, letter, &std::pair<char32_t, std::string_view>::first);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// Latin letters whose mark says more than their base letter does; all other marks are dropped.
std::optional<std::string_view> plain_for(char32_t letter) {
    constexpr std::array<std::pair<char32_t, std::string_view>, 10> table{{{U'š', "sh"},
                                                                           {U'ş', "sh"},
                                                                           {U'ž', "zh"},
                                                                           {U'č', "ch"},
                                                                           {U'ç', "ch"},
                                                                           {U'ć', "ch"},
                                                                           {U'ł', "l"},
                                                                           {U'ı', "i"},
                                                                           {U'ŭ', "u"},
                                                                           {U'’', ""}}};
    const auto* found = std::ranges::find(table, letter, &std::pair<char32_t, std::string_view>::first);
    return found == table.end() ? std::nullopt : std::optional(found->second);
}

/// The word in the letters a to z; empty where it has others.
std::optional<std::string> in_latin(std::string_view word) {
    std::string out;
    for (const char32_t letter : letters_of(folded(word))) {
        if (letter >= U'a' && letter <= U'z') {
            out += static_cast<char>(letter);
        } else if (const auto latin = latin_for(letter)) {
            out += *latin;
        } else if (const auto plain = plain_for(letter)) {
            out += *plain;
        } else if (const char32_t base = without_mark(letter); base >= U'a' && base <= U'z') {
            out += static_cast<char>(base);
        } else {
            return std::nullopt;
        }
    }
    return out;
}

bool vowel(char letter) { return std::string_view("aeiouy").contains(letter); }

struct Spelled {
    std::string_view letters;
    std::string_view sound;
};
// Longer spellings first: the first that fits is taken.
constexpr std::array<Spelled, 23> spelled{{
    {"shch", "x"}, {"tsch", "c"}, {"sch", "x"}, {"tch", "c"}, {"dzh", "j"}, {"sh", "x"},
    {"ch", "c"},   {"zh", "j"},   {"dj", "j"},  {"kh", "h"},  {"ph", "f"},  {"ck", "k"},
    {"tz", "ts"},  {"yu", "u"},   {"yo", "i"},  {"q", "k"},   {"c", "k"},   {"w", "v"},
    {"o", "a"},    {"e", "i"},    {"y", "i"},   {"a", "a"},   {"u", "u"},
}};

/// What letters of two readings stand for.
enum class Reading { x_is_ks_and_j_is_zh, x_is_kh_and_j_is_y };

/// `x` and `j` written as what they stand for by one reading. Before a consonant or at the end j is a vowel
/// by both: Sergej, Alejnik.
std::string read_by(Reading reading, std::string_view latin) {
    std::string out;
    for (std::size_t i = 0; i < latin.size(); ++i) {
        const bool before_vowel = i + 1 < latin.size() && vowel(latin[i + 1]);
        if (latin[i] == 'x') {
            out += reading == Reading::x_is_ks_and_j_is_zh ? "ks" : "kh";
        } else if (latin[i] == 'j' && i > 0 && latin[i - 1] == 'd') {
            out += 'j';  // dj
        } else if (latin[i] == 'j') {
            out += reading == Reading::x_is_ks_and_j_is_zh && before_vowel ? "zh" : "y";
        } else {
            out += latin[i];
        }
    }
    return out;
}

std::string sound_of(std::string_view latin) {
    std::string out;
    const auto add = [&](std::string_view sound) {
        for (const char letter : sound) {
            if (out.empty() || out.back() != letter) out += letter;
        }
    };
    for (std::size_t i = 0; i < latin.size();) {
        // A glide: y or i before another vowel is not heard by itself, nor written by everybody.
        const bool glide = (latin[i] == 'y' || latin[i] == 'i') && i + 1 < latin.size() &&
                           vowel(latin[i + 1]) && latin[i + 1] != 'y' && latin[i + 1] != 'i' &&
                           !(latin[i] == 'y' && i > 0 && latin[i + 1] == 'o');
        if (glide) {
            ++i;
            continue;
        }
        const auto* fits = std::ranges::find_if(
            spelled, [&](const Spelled& one) { return latin.substr(i).starts_with(one.letters); });
        if (fits == spelled.end()) {
            add(latin.substr(i, 1));
            ++i;
        } else {
            add(fits->sound);
            i += fits->letters.size();
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> sounds(std::string_view word) {
    std::vector<std::string> all;
    const auto latin = in_latin(word);
    if (!latin) return all;
    for (const Reading reading : {Reading::x_is_ks_and_j_is_zh, Reading::x_is_kh_and_j_is_y}) {
        std::string sound = sound_of(read_by(reading, *latin));
        if (sound.size() >= shortest_sound && std::ranges::find(all, sound) == all.end())
            all.push_back(std::move(sound));
    }
    return all;
}

}  // namespace search
