// How wide a short text will be on the page, so that drawings can place words without a browser.
#pragma once

#include <string_view>

namespace pages {

enum class Weight { regular, semibold };

/// The width of `text` in whole pixels, rounded up, at `tenths` tenths of a pixel font size.
///
/// The widths are those of Noto Sans, which is wider than the system fonts that may stand in for it, so
/// the estimate errs towards too wide. Letters outside Latin and Cyrillic count as a full em.
int text_width(std::string_view text, Weight weight, int tenths = 125);

}  // namespace pages
