#include "pages/check_page.hpp"

#include "words/check_words.hpp"
#include "words/log_words.hpp"

namespace pages {

namespace say = words::log_words;
using html::attr;
using html::each;
using html::el;
using html::group;

namespace {

// What the script says, by its codes. A template is shown to nobody.
Fragment sayings(Language language) {
    return el<"template">(attr<"id">("says"), each(words::check_words::all, [&](const auto& said) {
                              return el<"p">(attr<"data-code">(said.code), said.says(language));
                          }));
}

Fragment file_field(Language language) {
    return el<"div">(
        attr<"class">("field drop"), attr<"id">("drop"),
        el<"label">(attr<"for">("proof"), say::choose_file(language)),
        el<"div">(attr<"class">("hint"), attr<"id">("proof-hint"), say::choose_hint(language)),
        el<"input">(attr<"type">("file"), attr<"id">("proof"), attr<"aria-describedby">("proof-hint"),
                    attr<"accept">(".html,.txt,.tlog-proof,text/html,text/plain")));
}

Fragment policy_field(Language language, const std::string& policy) {
    const words::Phrase& hint = policy.empty() ? say::policy_hint_none : say::policy_hint;
    return el<"div">(attr<"class">("field"), el<"label">(attr<"for">("policy"), say::policy_label(language)),
                     el<"div">(attr<"class">("hint"), attr<"id">("policy-hint"), hint(language)),
                     el<"textarea">(attr<"id">("policy"), attr<"rows">(8), attr<"spellcheck">("false"),
                                    attr<"autocomplete">("off"), attr<"aria-describedby">("policy-hint"),
                                    "\n", policy));  // HTML drops the first line end
}

Fragment command() { return el<"p">(el<"code">("depositary verify PROOF --policy FILE")); }

}  // namespace

Fragment check_page(const Setting& setting, const std::string& policy) {
    const Language language = setting.language();
    // The form waits for the script, which shows it: without one it would do nothing.
    return group(
        heading(say::check_title(language), say::check_sentence(language)),
        el<"noscript">(el<"div">(attr<"class">("notice"), paragraph(say::no_script(language)), command())),
        el<"form">(
            attr<"class">("display"), attr<"id">("check"), attr<"hidden">(true),
            attr<"aria-label">(say::check_title(language)),
            el<"div">(attr<"class">("fields columns"), file_field(language), policy_field(language, policy)),
            el<"p">(attr<"class">("send"),
                    el<"button">(attr<"class">("btn"), attr<"type">("submit"), say::check_button(language)))),
        el<"section">(attr<"id">("outcome"), attr<"aria-label">(say::result(language)),
                      el<"p">(attr<"id">("said"), attr<"role">("status"), attr<"class">("outcome")),
                      el<"ul">(attr<"id">("checks"), attr<"class">("was checks"))),
        section("without", say::without_page(language),
                group(paragraph(say::without_page_says(language)), command())),
        sayings(language));
}

}  // namespace pages
