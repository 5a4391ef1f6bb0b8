// Writes the synthetic organisation of bench/synthetic.hpp as a package, to be checked, asked and served
// like any other.
//
//   bench_package FOLDER [ACTS=20000]
//
// An act of membership is dated no later than the day it became known, as the form of a record asks; all
// else is the log as it is, but that its days are drawn together so that all of them have passed.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "encoding/acts.hpp"
#include "encoding/json.hpp"
#include "synthetic.hpp"

namespace {

// The log's last day becomes one of 2024.
std::int32_t passed(std::int32_t day) {
    constexpr std::int64_t last = 20'000;
    return static_cast<std::int32_t>(day * last / synthetic::horizon);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace synthetic;
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_package FOLDER [ACTS=20000]\n");
        return 2;
    }
    const std::filesystem::path folder = argv[1];
    std::filesystem::create_directories(folder / "record");
    std::ofstream(folder / "rulebook.yaml") << rulebook_yaml();
    std::ofstream(folder / "sources.yaml")
        << "sources:\n  register: {names: {en: The register}, kind: official, url: \"https://register.example/\"}\n";
    std::ofstream record(folder / "record" / "acts.jsonl");
    const Names names;
    const auto conference = base::BodyId::of("conference");
    std::string line;
    std::int64_t number = 0;
    for (Raw raw : make_log(argc > 2 ? std::atoll(argv[2]) : 20'000)) {
        raw.recorded = passed(raw.recorded);
        raw.effect = passed(raw.effect);
        if (std::string_view("AWSR").contains(raw.kind)) raw.effect = std::min(raw.effect, raw.recorded);
        record::Entry entry = entry_of(raw, number++, names, conference);
        entry.act.sources = {{base::SourceId::of("register"), base::Support::official}};
        // What a record on file says besides: titles, and why an act was annulled.
        const auto words = [](std::string en) { return base::Text({{"en", std::move(en)}}); };
        if (auto* adopted = std::get_if<acts::Adopted>(&entry.act.content))
            adopted->title = words("Decision " + std::to_string(raw.decision));
        if (auto* annulled = std::get_if<acts::Annulled>(&entry.act.content))
            annulled->why = words("Entered in error.");
        line.clear();
        encoding::append_canonical_json(line, encoding::encode(entry.act, entry.known_on));
        record << line << '\n';
    }
    return record.flush() ? 0 : 3;
}
