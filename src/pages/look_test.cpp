#include "pages/look.hpp"

#include <gtest/gtest.h>

#include "pages/assets.hpp"

namespace pages {
namespace {

TEST(Look, IsReadStrictlyFromACookie) {
    struct Row {
        const char* what;
        const char* cookie;
        const char* classes;
    };
    const Row rows[] = {
        {"nothing", "", ""},
        {"one", "text-150", "text-150"},
        {"all, in another order", "pictures-off.colours-blue.spacing-wider.typeface-serif.text-200",
         "text-200 typeface-serif spacing-wider colours-blue pictures-off"},
        {"the usual look needs no class", "text-100.colours-device", ""},
        {"unknown values", "text-300.colours-red.text-125", "text-125"},
        {"unknown fields", "border-wide.text-125.-.text", "text-125"},
        {"the last counts", "text-125.text-200", "text-200"},
        {"markup stays outside", "text-150\" onload=\"alert(1)", ""},
        {"full stops alone", "....", ""},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const Look look = Look::read(row.cookie);
        EXPECT_EQ(look.classes(), row.classes);
        EXPECT_EQ(Look::read(look.text()), look);
        EXPECT_EQ(look.usual(), look.classes().empty());
    }
}

TEST(Look, IsWornByAPageAndByNothingElseInIt) {
    const Look look = Look::read("text-150.colours-black");
    EXPECT_EQ(wearing(look, "<!doctype html>\n<html lang=\"en\"><p>&lt;html</p>"),
              "<!doctype html>\n<html class=\"text-150 colours-black\" lang=\"en\"><p>&lt;html</p>");
    EXPECT_EQ(wearing(Look(), "<html lang=\"ru\">"), "<html lang=\"ru\">");
}

TEST(Look, HasARuleInTheStylesheetForEveryOption) {
    const std::string css(stylesheet());
    for (const LookField& field : look_fields()) {
        for (std::size_t i = 1; i < field.options.size(); ++i) {
            const std::string selector =
                "." + std::string(field.name) + "-" + std::string(field.options[i].value);
            EXPECT_NE(css.find(selector), std::string::npos) << selector;
        }
    }
}

}  // namespace
}  // namespace pages
