// Why a conclusion is as it is: data first, sentences (in words/) after that.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/support.hpp"
#include "base/text.hpp"
#include "base/value.hpp"

namespace law {

struct Reason;

/// The reasons beneath a reason. Copies share them: a conclusion hands the same reasons up many times, and
/// nobody changes what lies beneath. Adding to one that is shared makes a list of its own.
class Reasons {
public:
    Reasons() = default;
    Reasons(std::vector<Reason> reasons);
    Reasons(std::initializer_list<Reason> reasons);

    operator const std::vector<Reason>&() const;
    const Reason* begin() const;
    const Reason* end() const;
    bool empty() const { return !shared_; }
    std::size_t size() const;
    const Reason& operator[](std::size_t place) const;
    const Reason& front() const;

    void push_back(Reason reason);
    void push_front(Reason reason);

    friend bool operator==(const Reasons& a, const Reasons& b);

private:
    std::vector<Reason>& own();
    std::shared_ptr<std::vector<Reason>> shared_;  // null: none
};

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
    Reasons because;

    friend bool operator==(const Reason&, const Reason&) = default;
};

inline Reasons::Reasons(std::vector<Reason> reasons) {
    if (!reasons.empty()) shared_ = std::make_shared<std::vector<Reason>>(std::move(reasons));
}
inline Reasons::Reasons(std::initializer_list<Reason> reasons) : Reasons(std::vector<Reason>(reasons)) {}

/// The weakest support among the reasons that carry a conclusion; official when there is none.
base::Support rests_on(const std::vector<Reason>& reasons);

}  // namespace law
