// The order of an alphabet, and large letters. The only file of words/ that knows ICU.
#include <cassert>
#include <memory>

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "words/names.hpp"

namespace words {
namespace {

const icu::Collator& collator(Language language) {
    const auto make = [](const char* locale) {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made(icu::Collator::createInstance(icu::Locale(locale), error));
        assert(U_SUCCESS(error) && made);  // ICU's own data has both
        return made;
    };
    static const std::unique_ptr<const icu::Collator> english = make("en");
    static const std::unique_ptr<const icu::Collator> russian = make("ru");
    return language == Language::ru ? *russian : *english;
}

}  // namespace

bool alphabetically(Language language, std::string_view a, std::string_view b) {
    const auto piece = [](std::string_view text) {
        return icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()));
    };
    UErrorCode error = U_ZERO_ERROR;
    const auto order = collator(language).compareUTF8(piece(a), piece(b), error);
    // Words that the alphabet holds equal still have one order, the same on every machine.
    if (U_FAILURE(error) || order == UCOL_EQUAL) return a < b;
    return order == UCOL_LESS;
}

std::string capitalised(std::string_view text) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = static_cast<std::int32_t>(text.size());
    std::int32_t next = 0;
    UChar32 first = 0;
    if (size == 0) return {};
    U8_NEXT(bytes, next, size, first);
    if (first < 0) return std::string(text);
    std::uint8_t large[U8_MAX_LENGTH];
    std::int32_t length = 0;
    UBool failed = false;
    U8_APPEND(large, length, U8_MAX_LENGTH, u_toupper(first), failed);
    if (failed) return std::string(text);
    return std::string(reinterpret_cast<const char*>(large), static_cast<std::size_t>(length)) +
           std::string(text.substr(static_cast<std::size_t>(next)));
}

}  // namespace words
