#include "questions/done_by.hpp"

#include <utility>

#include "law/finding.hpp"
#include "law/papers.hpp"

namespace questions {

void put_paper_of(law::Inquiry& inquiry, base::PaperId paper, law::Leaf& leaf) {
    if (!paper) return;
    const auto& standing = law::standing_of(inquiry, paper, inquiry.view().on);
    if (standing.value.is != law::PaperStanding::Is::adopted) return;
    leaf.reasons.push_back(
        law::beside(law::concluded("done-by-paper", {{"paper", paper}}, {standing.reason})));
}

}  // namespace questions
