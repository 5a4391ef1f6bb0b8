#include "pages/display_page.hpp"

#include "pages/forms.hpp"
#include "words/display_words.hpp"

namespace pages {

namespace say = words::display;
using html::attr;
using html::el;
using html::link;

Fragment display_page(Language language, const Look& look, const Url& back) {
    Fragment fields;
    for (std::size_t i = 0; i < look_field_count; ++i) {
        const LookField& asked = look_fields()[i];
        RadioField field{.name = std::string(asked.name),
                         .legend = std::string(asked.legend(language)),
                         .choices = {},
                         .chosen = std::string(look.chosen(i).value)};
        for (const LookField::Option& option : asked.options)
            field.choices.push_back({std::string(option.value), std::string(option.label(language))});
        fields += radio_field(language, field);
    }
    return html::group(
        heading(say::title(language), say::sentence(language)),
        el<"form">(attr<"class">("display"), attr<"method">("get"), attr<"action">(Url("/display")),
                   hidden_field("back", back.text()), el<"div">(attr<"class">("fields"), fields),
                   el<"p">(attr<"class">("send"), submit_button(say::keep(language)),
                           link(Url("/display").with("back", back.text()), say::usual(language)),
                           link(back, say::unchanged(language)))));
}

}  // namespace pages
