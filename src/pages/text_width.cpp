#include "pages/text_width.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace pages {
namespace {

// Advance widths in thousandths of an em. ASCII from the space on; Cyrillic А to я.
struct Advances {
    std::array<std::int16_t, 95> ascii;
    std::array<std::int16_t, 64> cyrillic;
};
constexpr Advances regular = {
    {260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
     572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
     519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
     566, 572, 329, 372, 329, 572, 444, 281, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
     258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572},
    {639, 615, 650, 524, 691, 556, 854, 588, 768,  768,  618, 708, 907, 741, 781,  731,
     605, 632, 556, 624, 804, 586, 741, 698, 1037, 1041, 692, 858, 642, 633, 1052, 639,
     561, 599, 576, 433, 581, 564, 750, 490, 643,  643,  529, 578, 746, 637, 605,  624,
     615, 480, 476, 510, 725, 529, 632, 613, 898,  906,  696, 778, 594, 494, 836,  559}};
constexpr Advances semibold = {
    {260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572,
     572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560,
     549, 724, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667,
     624, 579, 331, 413, 331, 572, 411, 362, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620,
     305, 982, 657, 619, 633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572},
    {690, 638, 672, 561, 764, 560, 943, 648, 823,  823,  672, 745, 943, 765, 796,  745,
     628, 637, 579, 663, 860, 667, 781, 728, 1078, 1114, 727, 906, 638, 663, 1070, 665,
     604, 622, 629, 478, 664, 591, 873, 555, 720,  720,  619, 645, 844, 662, 619,  652,
     633, 514, 553, 569, 814, 578, 688, 656, 969,  985,  710, 850, 614, 512, 877,  593}};

int advance(char32_t c, const Advances& of) {
    if (c >= 0x20 && c < 0x7f) return of.ascii[c - 0x20];
    if (c >= 0x410 && c < 0x450) return of.cyrillic[c - 0x410];
    if (c == 0x401 || c == 0x451) return 600;  // Ё ё
    if (c == 0xa0) return 260;                 // no-break space
    if (c == 0x2013) return 500;               // en dash
    if (c < 0x20) return 0;
    return c < 0x250 || (c >= 0xab && c <= 0xbb) ? 700 : 1000;
}

/// The next character of a UTF-8 text; a byte that fits nowhere counts as one character.
char32_t next_character(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at++);
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    char32_t c = more == 3 ? first & 0x07U : more == 2 ? first & 0x0fU : more == 1 ? first & 0x1fU : first;
    for (int i = 0; i < more && at < text.size() && (byte(at) & 0xc0U) == 0x80U; ++i)
        c = (c << 6U) | (byte(at++) & 0x3fU);
    return c;
}

}  // namespace

int text_width(std::string_view text, Weight weight, int tenths) {
    const Advances& advances = weight == Weight::regular ? regular : semibold;
    int total = 0;
    for (std::size_t at = 0; at < text.size();) total += advance(next_character(text, at), advances);
    return (total * tenths + 9999) / 10000;
}

}  // namespace pages
