#include "search/letters.hpp"

#include <cassert>
#include <cstdint>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace search {
namespace {

using Find = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& form(Find find) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* found = find(error);
    assert(U_SUCCESS(error) && found);  // ICU's own data has it
    return *found;
}
const icu::Normalizer2& casefold() {
    static const icu::Normalizer2& found = form(icu::Normalizer2::getNFKCCasefoldInstance);
    return found;
}
const icu::Normalizer2& nfc() {
    static const icu::Normalizer2& found = form(icu::Normalizer2::getNFCInstance);
    return found;
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

std::string normalised(const icu::Normalizer2& normalizer, std::string_view text) {
    std::string out;
    icu::StringByteSink<std::string> sink(&out);
    UErrorCode error = U_ZERO_ERROR;
    normalizer.normalizeUTF8(0, piece(text), sink, nullptr, error);
    assert(U_SUCCESS(error));  // it fails for want of memory alone
    return out;
}

template <class See> void each_letter(std::string_view text, See see) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t from = at;
        UChar32 letter = 0;
        U8_NEXT(bytes, at, size, letter);  // NOLINT(bugprone-inc-dec-in-conditions): ICU's own macro
        see(letter < 0 ? U'\uFFFD' : static_cast<char32_t>(letter), static_cast<std::size_t>(from),
            static_cast<std::size_t>(at - from));
    }
}

}  // namespace

std::string folded(std::string_view text) {
    std::string out;
    for (const std::string folded_text = normalised(casefold(), text);
         const char32_t letter : letters_of(folded_text)) {
        const char32_t plain = letter == U'ё' ? U'е' : letter;
        std::uint8_t bytes[U8_MAX_LENGTH];
        std::int32_t length = 0;
        U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(plain));
        out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    }
    return out;
}

std::string composed(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    if (nfc().isNormalizedUTF8(piece(text), error)) return std::string(text);
    return normalised(nfc(), text);
}

std::vector<char32_t> letters_of(std::string_view text) {
    std::vector<char32_t> all;
    each_letter(text, [&](char32_t letter, std::size_t, std::size_t) { all.push_back(letter); });
    return all;
}

char32_t without_mark(char32_t letter) {
    icu::UnicodeString apart;
    if (!nfc().getDecomposition(static_cast<UChar32>(letter), apart)) return letter;
    return without_mark(static_cast<char32_t>(apart.char32At(0)));
}

bool of_a_word(char32_t letter) {
    const auto point = static_cast<UChar32>(letter);
    return u_isalnum(point) || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

bool quotation_mark(char32_t letter) { return std::u32string_view(U"\"“”„«»").contains(letter); }

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> all;
    bool within = false;
    each_letter(text, [&](char32_t letter, std::size_t from, std::size_t size) {
        if (!of_a_word(letter)) {
            within = false;
            return;
        }
        if (!within) all.emplace_back();
        all.back().append(text.substr(from, size));
        within = true;
    });
    return all;
}

}  // namespace search
