// Why a conclusion is as it is: data first, sentences (in words/) after that.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/support.hpp"
#include "base/text.hpp"
#include "base/value.hpp"

namespace law {

/// One step of reasoning. Tests compare `code` and `facts`.
///
/// `support` is empty for a reason that does not carry the conclusion but stands beside it: the
/// nearest fact before a gap, a statement somebody made, a precedent.
struct Reason {
    std::string code;
    base::Object facts;
    base::Text article;
    std::vector<base::ActId> acts;
    std::vector<base::SourceId> sources;
    std::optional<base::Support> support;
    std::vector<Reason> because;

    friend bool operator==(const Reason&, const Reason&) = default;
};

/// The weakest support among the reasons that carry a conclusion; official when there is none.
base::Support rests_on(const std::vector<Reason>& reasons);

}  // namespace law
