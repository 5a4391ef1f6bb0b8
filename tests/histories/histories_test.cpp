// Histories that happened: command lines with the JSON they must answer, one row a test.
//
// A row of tests/histories/*.jsonl:
//   {"ask":"status UZ --on 2000-01-01","expect":{..}}     the answer holds at least this
//   {"ask":"chair cscx","exit":2,"says":"did you mean"}   the line is misuse, and says so
//   {"ask":"members --lang ru","text":"Шесть членов"}      the terminal's text has these words, however
//   broken
//                                                          into lines; a row may hold "expect" as well
// What is expected of an object may be a part of it; a list is expected whole, except
// {"has":[..]}: each of these somewhere in the list. Rows with "what" say what they are about.
// facts.jsonl has a row for every fact of the five reports; one without "ask" says "why" nothing answers it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "encoding/json.hpp"

namespace {

using base::Value;

constexpr base::Day today = base::Day::of_number(20778);  // 21 November 2026: the package's compiled_on

struct Row {
    std::string file;
    int line = 0;
    Value row;
};

std::vector<Row> rows() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator("tests/histories")) {
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Row> found;
    for (const auto& file : files) {
        std::ifstream in(file);
        std::string text;
        for (int line = 1; std::getline(in, text); ++line) {
            if (text.empty()) continue;
            auto value = encoding::read_json(text, encoding::document_limits);
            if (value && (*value)["ask"].is_null() && (*value)["why"].string()) continue;
            found.push_back({file.stem().string(), line, value ? std::move(*value) : Value()});
        }
    }
    return found;
}

// Words as a shell splits them, double quotes kept together.
std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> words;
    std::string word;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            if (!word.empty()) words.push_back(std::move(word));
            word.clear();
        } else {
            word += c;
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

// The text as one line, every run of spaces and line ends a single space.
std::string on_one_line(const std::string& text) {
    std::istringstream in(text);
    std::string line;
    for (std::string word; in >> word;) line += (line.empty() ? "" : " ") + word;
    return line;
}

// Where `got` lacks what is expected; empty when it holds all of it.
std::string missing(const Value& expected, const Value& got, const std::string& path) {
    if (const auto* object = expected.object()) {
        if (const auto* some = expected["has"].list(); some && object->size() == 1) {
            const auto* all = got.list();
            if (!all) return path + " is no list";
            for (const Value& one : *some) {
                if (std::ranges::none_of(
                        *all, [&](const Value& candidate) { return missing(one, candidate, "").empty(); })) {
                    return path + " has no " + encoding::canonical_json(one);
                }
            }
            return {};
        }
        for (const auto& [name, value] : *object) {
            std::string where = missing(value, got[name], path + "/" + name);
            if (!where.empty()) return where;
        }
        return {};
    }
    if (const auto* list = expected.list()) {
        const auto* all = got.list();
        if (!all || all->size() != list->size()) {
            return path + ": expected " + encoding::canonical_json(expected) + ", got " +
                   encoding::canonical_json(got).substr(0, 400);
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            std::string where = missing((*list)[i], (*all)[i], path + "/" + std::to_string(i));
            if (!where.empty()) return where;
        }
        return {};
    }
    if (expected == got) return {};
    return path + ": expected " + encoding::canonical_json(expected) + ", got " +
           encoding::canonical_json(got).substr(0, 400);
}

class History : public testing::Test {
public:
    explicit History(Row row) : row_(std::move(row)) {}

    void TestBody() override {
        ASSERT_TRUE(row_.row.object()) << "not JSON: " << row_.file << ":" << row_.line;
        const std::string line(row_.row["ask"].text());
        SCOPED_TRACE("depositary ask organisations/csto " + line);
        std::vector<std::string> words{"ask", "organisations/csto"};
        for (std::string& word : split(line)) words.push_back(std::move(word));
        const bool misuse = !row_.row["exit"].is_null();
        if (const auto* text = row_.row["text"].string()) {
            std::ostringstream out, err;
            const auto arguments = cli::read_arguments(words);
            ASSERT_TRUE(arguments.has_value());
            EXPECT_EQ(cli::ask(std::get<cli::Ask>(arguments->command), arguments->language, today, out, err),
                      0)
                << err.str();
            EXPECT_NE(on_one_line(out.str()).find(*text), std::string::npos) << out.str();
            if (row_.row["expect"].is_null()) return;
        }
        if (!misuse) words.push_back("--json");
        std::ostringstream out;
        std::ostringstream err;
        int exit = 0;
        const auto arguments = cli::read_arguments(words);
        if (arguments) {
            exit = cli::ask(std::get<cli::Ask>(arguments->command), arguments->language, today, out, err);
        } else {
            exit = arguments.error().exit;
            err << arguments.error().text;
        }
        if (misuse) {
            EXPECT_EQ(exit, *row_.row["exit"].number()) << err.str();
            EXPECT_NE(err.str().find(row_.row["says"].text()), std::string::npos) << err.str();
            EXPECT_EQ(std::ranges::count(err.str(), '\n'), 1) << "one line: " << err.str();
            EXPECT_TRUE(out.str().empty());
            return;
        }
        ASSERT_EQ(exit, 0) << err.str();
        const auto answer = encoding::read_json(out.str(), encoding::document_limits);
        ASSERT_TRUE(answer.has_value());
        EXPECT_EQ(missing(row_.row["expect"], *answer, ""), "");
    }

private:
    Row row_;
};

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    for (Row& row : rows()) {
        const std::string name = "line_" + std::to_string(row.line);
        const std::string suite = "History_" + row.file;
        testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                              [row]() -> testing::Test* { return new History(row); });
    }
    return RUN_ALL_TESTS();
}
