#include "words/chrome.hpp"

#include <gtest/gtest.h>

namespace words {
namespace {

TEST(Language, IsReadByItsCode) {
    for (const Language language : languages) EXPECT_EQ(read_language(code(language)), language);
    for (const char* other : {"", "EN", "en ", "fr", "e"}) EXPECT_EQ(read_language(other), std::nullopt);
}

TEST(Chrome, NamesTheOrganisationItIsGiven) {
    EXPECT_EQ(chrome::subtitle(Language::en, "the CSTO"), "An independent record on the CSTO");
    EXPECT_EQ(chrome::subtitle(Language::ru, "об ОДКБ"), "Независимые записи об ОДКБ");
    EXPECT_EQ(
        chrome::disclaimer(Language::en, "the CSTO"),
        "A record compiled from public reports. Not a site of the CSTO or of any state; nothing here is "
        "their statement.");
    EXPECT_EQ(chrome::disclaimer(Language::ru, "ОДКБ"),
              "Записи составлены по открытым сообщениям. Это не сайт ОДКБ и не сайт какого-либо государства; "
              "здесь нет их заявлений.");
}

}  // namespace
}  // namespace words
