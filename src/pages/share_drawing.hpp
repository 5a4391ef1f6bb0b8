// Shares as bars: each state's part of a whole, several scales side by side over one measure.
//
// A state of which a scale says nothing has a dotted line there. Two renderings (pages/svg.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/ratio.hpp"
#include "pages/html.hpp"
#include "pages/svg.hpp"

namespace pages {

struct ShareBar {
    std::optional<base::Ratio> share;  // empty: not on record
    std::string figure;                // "30%"; the exact share, as the table has it
};
struct ShareScale {
    std::string name;            // of which year, of which budget
    std::vector<ShareBar> bars;  // one for each state
};
struct ShareChart {
    std::string id;  // unique on the page; a slug
    std::string title;
    std::string description;
    std::vector<std::string> states;
    std::vector<ShareScale> scales;
    std::string not_on_record;
    std::vector<LegendItem> legend;
    std::string caption = {};
};
/// All bars have one measure: the largest share on record fills its room. Empty where no share is on record.
html::Fragment share_chart(const ShareChart& chart);

}  // namespace pages
