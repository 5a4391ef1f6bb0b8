// The paper by which an act was done, beside what the act brought about.
#pragma once

#include <utility>

#include "law/inquiry.hpp"
#include "law/reason.hpp"

namespace questions {

/// The paper by which the first of the acts that carry the reason was done; empty where none is named.
template <class Act> base::PaperId done_by(const law::Inquiry& inquiry, const law::Reason& reason) {
    for (const base::ActId id : reason.acts) {
        const auto number = inquiry.view().record.find(id);
        if (!number) continue;
        if (const auto* done = std::get_if<Act>(&inquiry.act(*number).content); done && done->paper)
            return done->paper;
    }
    return {};
}

/// What was done, was done; the paper by which it was done may stand as several things. The standing is told
/// beside, so that the disputes on which it depends are among those examined. Nothing for the empty paper.
void put_paper_of(law::Inquiry& inquiry, base::PaperId paper, law::Leaf& leaf);

/// Gives the leaf its reason, which acts of the kind `Act` carry, and beside it the paper by which they were
/// done.
template <class Act> void put_reason(law::Inquiry& inquiry, law::Reason reason, law::Leaf& leaf) {
    const base::PaperId paper = done_by<Act>(inquiry, reason);
    leaf.reasons = {std::move(reason)};
    put_paper_of(inquiry, paper, leaf);
}

}  // namespace questions
