// Pages that stand beside the answers: how to check, the sources, accessibility, and what is
// said where there is no page or no such question.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/answer_parts.hpp"
#include "questions/citing.hpp"

namespace pages {

/// What the reasons, grades, marks and the receipt are, and how to work an answer out again. `receipt`: of
/// the record as this page sees it.
Fragment how_to_check_page(const Setting& setting, const Receipt& receipt);

/// Every source at `#SOURCE`, by the day it was published. `citing`: how many known entries cite it.
Fragment sources_page(const Setting& setting, std::span<const rulebook::Source> sources,
                      const questions::Citing& citing = {});

Fragment accessibility_page(const Setting& setting);

/// What the pages cannot answer where they were written out as files.
Fragment static_copy_page(const Setting& setting);

/// For an address that leads nowhere. `name`: what was looked for, as given; empty where the address has no
/// name in it. `nearest`: pages whose names are near, nearest first.
Fragment not_found_page(const Setting& setting, std::string_view name, const std::vector<Link>& nearest);

/// For an address that begins with no language of ours: the same in each. `name`: the address.
Fragment no_language_page(const Setting& setting, std::string_view name,
                          const std::vector<Frame::Translation>& offers);

/// For a question that cannot be put: why, and the nearest right word; `nearest` leads to its page.
Fragment misasked_page(const Setting& setting, const questions::Misasked& misasked,
                       const std::vector<Link>& nearest);

}  // namespace pages
