// How a reader wants pages to look: text size, typeface, letter spacing, colours, pictures.
//
// A page is made without a look, and one page serves all readers. The look is put on last, as the class of
// <html>; what the classes mean is the stylesheet's business ("looks" in pages/style.css). A look is kept
// in a cookie, as its classes with full stops between: "text-150.colours-blue". Knows no request.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "words/language.hpp"

namespace pages {

/// One thing that can be chosen. Its first option is the usual look and needs no class.
struct LookField {
    struct Option {
        std::string_view value;  // "150"; the class is "text-150"
        words::Phrase label;
    };
    std::string_view name;  // "text": in the form, and before the dash of a class
    words::Phrase legend;
    std::span<const Option> options;
};
inline constexpr std::size_t look_field_count = 5;
/// In the order of the form.
const std::array<LookField, look_field_count>& look_fields();

class Look {
public:
    /// What a cookie says; words that are none of ours are passed over, and of two on one thing the last
    /// counts.
    static Look read(std::string_view cookie);
    /// Chooses `value` for the field `name`; changes nothing where there is no such field or value.
    void choose(std::string_view name, std::string_view value);

    /// The option chosen for a field.
    const LookField::Option& chosen(std::size_t field) const;
    bool usual() const { return *this == Look(); }
    /// The classes in the order of the fields; empty for the usual look.
    std::string classes() const { return joined(' '); }
    /// The same as a cookie keeps them: letters, digits, dashes and full stops alone.
    std::string text() const { return joined('.'); }

    friend bool operator==(const Look&, const Look&) = default;

private:
    std::string joined(char between) const;
    std::array<std::uint8_t, look_field_count> option_{};
};

/// `page` (as pages::page makes it) with the look's classes on its <html>.
std::string wearing(const Look& look, std::string_view page);

}  // namespace pages
