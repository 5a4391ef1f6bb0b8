#include "words/chrome.hpp"

namespace words::chrome {

std::string subtitle(Language language, std::string_view about) {
    constexpr Phrase record_on{"An independent record on ", "Независимые записи "};
    return std::string(record_on(language)).append(about);
}

std::string disclaimer(Language language, std::string_view of) {
    constexpr Phrase before{"A record compiled from public reports. Not a site of ",
                            "Записи составлены по открытым сообщениям. Это не сайт "};
    constexpr Phrase after{" or of any state; nothing here is their statement.",
                           " и не сайт какого-либо государства; здесь нет их заявлений."};
    return std::string(before(language)).append(of).append(after(language));
}

}  // namespace words::chrome
