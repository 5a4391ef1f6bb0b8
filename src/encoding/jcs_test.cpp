// The canonical form against others: the vectors of the JCS project (RFC 8785), and the package
// `canonicalize` of npm.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "encoding/json.hpp"

namespace encoding {
namespace {

const std::filesystem::path vectors = "/work/shared/data/formats/jcs_rfc8785";

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Jcs, VectorsOfTheProjectComeOutAsTheySay) {
    if (!std::filesystem::exists(vectors)) GTEST_SKIP() << vectors << " is not there";
    int canonical = 0, not_whole = 0;
    for (const auto& file : std::filesystem::directory_iterator(vectors / "input")) {
        SCOPED_TRACE(file.path().filename());
        const auto read = read_json(bytes_of(file.path()), document_limits);
        // Numbers that are not whole have no place in an act (shares and amounts are texts): such input is
        // refused, where the RFC would write it.
        if (!read && read.error().code == JsonCode::not_whole) {
            ++not_whole;
            continue;
        }
        ASSERT_TRUE(read) << name_of(read.error().code);
        EXPECT_EQ(canonical_json(*read), bytes_of(vectors / "output" / file.path().filename()));
        ++canonical;
    }
    EXPECT_EQ(canonical + not_whole, 6);
    EXPECT_EQ(not_whole, 2);  // structures.json, values.json
    // What they should come to is canonical, but for those numbers.
    for (const auto& file : std::filesystem::directory_iterator(vectors / "output")) {
        SCOPED_TRACE(file.path().filename());
        const std::string text = bytes_of(file.path());
        if (read_json(text, document_limits)) EXPECT_TRUE(is_canonical(text, document_limits));
    }
}

// A value whose names and texts are of letters that are hard to order and to escape.
base::Value any_value(std::mt19937& random, int depth) {
    const std::vector<std::string> letters{"a",
                                           "Z",
                                           "\"",
                                           "\\",
                                           "/",
                                           "\n",
                                           "\x01",
                                           "\x1f",
                                           "\x7f",
                                           "\xC3\xA9",
                                           "e\xCC\x81",
                                           "\xE2\x80\xA8",
                                           "\xEE\x80\x80",
                                           "\xEF\xBF\xBD",
                                           "\xF0\x9F\x98\x80",
                                           "\xF4\x8F\xBF\xBF",
                                           "\xED\x9F\xBF",
                                           "\xD1\x8F",
                                           "1"};
    const auto text = [&] {
        std::string made;
        for (auto n = random() % 4; n > 0; --n) made += letters[random() % letters.size()];
        return made;
    };
    switch (random() % (depth > 0 ? 7 : 5)) {
        case 0:
            return base::Value();
        case 1:
            return base::Value(random() % 2 == 0);
        case 2: {
            const std::uint64_t wide = (std::uint64_t{random()} << 32 | random()) >> (random() % 64);
            const auto number = static_cast<std::int64_t>(wide % (std::uint64_t{1} << 53));
            return base::Value(random() % 2 ? number : -number);
        }
        case 3:
        case 4:
            return base::Value(text());
        case 5: {
            base::List list;
            for (auto n = random() % 4; n > 0; --n) list.push_back(any_value(random, depth - 1));
            return base::Value(std::move(list));
        }
        default: {
            base::Object object;
            for (auto n = random() % 6; n > 0; --n)
                object.insert_or_assign(text(), any_value(random, depth - 1));
            return base::Value(std::move(object));
        }
    }
}

// The same with every letter escaped, and members in any order.
std::string written_otherwise(const base::Value& value, std::mt19937& random) {
    if (const auto* list = value.list()) {
        std::string out = "[ ";
        for (const base::Value& item : *list)
            out += (out.size() > 2 ? " ,\t" : "") + written_otherwise(item, random);
        return out + " ]";
    }
    if (const auto* object = value.object()) {
        std::vector<std::string> members;
        for (const auto& [name, item] : *object)
            members.push_back(canonical_json(base::Value(name)) + " : " + written_otherwise(item, random));
        std::ranges::shuffle(members, random);
        std::string out = "{ ";
        for (const std::string& member : members) out += (out.size() > 2 ? ", " : "") + member;
        return out + " }";
    }
    std::string text = canonical_json(value);
    if (value.string()) {
        // A solidus may be escaped, and letters too; what is read is the same.
        for (std::size_t at = text.find('a'); at != std::string::npos; at = text.find('a', at + 6))
            text.replace(at, 1, "\\u0061");
    }
    return text;
}

// Installed as tests/browser installs what it needs; nothing is asked where there is no npm.
bool install(const std::filesystem::path& folder) {
    if (std::filesystem::exists(folder / "node_modules" / "canonicalize" / "package.json")) return true;
    std::filesystem::create_directories(folder);
    const std::string command =
        "command -v npm >/dev/null && npm install --no-save --no-package-lock --no-audit --no-fund "
        "--ignore-scripts --prefix " +
        folder.string() + " canonicalize >/dev/null 2>&1";
    return std::system(command.c_str()) == 0;
}

TEST(Jcs, AnotherProgramWritesTheSame) {
    const auto folder = std::filesystem::absolute("build/canonicalize");
    if (!install(folder)) GTEST_SKIP() << "npm cannot install canonicalize here";
    std::mt19937 random(8785);
    std::vector<std::string> ours;
    {
        std::ofstream in(folder / "in.txt", std::ios::binary);
        for (int i = 0; i < 5'000; ++i) {
            const base::Value value = any_value(random, 4);
            ours.push_back(canonical_json(value));
            in << written_otherwise(value, random) << '\n';
        }
    }
    std::ofstream(folder / "run.mjs")
        << "import canonicalize from 'canonicalize';\n"
           "import { readFileSync, writeFileSync } from 'node:fs';\n"
           "const lines = readFileSync(new URL('in.txt', import.meta.url), 'utf8').split('\\n').slice(0, -1);\n"
           "writeFileSync(new URL('out.txt', import.meta.url), lines.map((l) => canonicalize(JSON.parse(l)) + '\\n').join(''));\n";
    ASSERT_EQ(std::system(("node " + (folder / "run.mjs").string()).c_str()), 0);
    std::ifstream out(folder / "out.txt", std::ios::binary);
    std::string line;
    for (const std::string& expected : ours) {
        ASSERT_TRUE(std::getline(out, line));
        EXPECT_EQ(expected, line);
        EXPECT_TRUE(is_canonical(line, document_limits));
    }
    EXPECT_FALSE(std::getline(out, line));
}

}  // namespace
}  // namespace encoding
