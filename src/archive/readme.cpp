#include "archive/readme.hpp"

#include "archive/layout.hpp"
#include "words/archive_words.hpp"
#include "words/page_words.hpp"

namespace archive {

std::string readme(const Layout& layout, words::Language language) {
    namespace say = words::archive_words;
    const auto fill = [&](const words::Phrase& phrase) {
        return words::fill_in(phrase(language), {{"origin", layout.checkpoint.origin},
                                                 {"entries", std::to_string(layout.size())},
                                                 {"size", std::to_string(layout.checkpoint.size)},
                                                 {"files", std::to_string(layout.files.size())}});
    };
    std::string text = fill(say::readme_title);
    const auto add = [&](const words::Phrase& phrase) { text += "\n" + fill(phrase); };
    add(say::readme_what);
    add(layout.policy.quorum.empty() ? say::readme_signed : say::readme_witnessed);
    if (layout.newest) add(say::readme_newest);
    add(say::readme_files);
    add(say::readme_check);
    add(say::readme_others);
    add(say::readme_trust);
    add(say::readme_not_here);
    return text;
}

}  // namespace archive
