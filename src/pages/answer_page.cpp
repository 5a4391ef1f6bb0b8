#include "pages/answer_page.hpp"

#include "words/answers.hpp"

namespace pages {

using html::attr;
using html::el;

Fragment answer_page(const Setting& setting, const questions::Answer& answer) {
    const auto* question = questions::find(answer.question);
    const std::string title = question ? words::asks(*question, setting.language()) : answer.question;
    const std::string sentence = words::headline(answer, setting.names);
    Fragment page = heading(title, sentence);
    page += paragraph(standing_line(setting, answer.conclusion), Size::small);
    page += el<"pre">(attr<"class">("answer"), words::as_text(answer, setting.names, false));
    page += reasons_of_answer(setting, answer.conclusion, sentence);
    return page;
}

}  // namespace pages
