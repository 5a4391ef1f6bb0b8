#include "cli/commands.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <ostream>

#include "cli/fault_lines.hpp"
#include "cli/log_commands.hpp"
#include "encoding/json.hpp"
#include "package/digest.hpp"
#include "package/organisation.hpp"
#include "questions/question.hpp"
#include "words/answers.hpp"
#include "words/command_line.hpp"
#include "words/names.hpp"
#include "words/reasons.hpp"
#include "words/refusals.hpp"

namespace cli {
namespace {

// The longest file of supposed acts: a what-if of ten thousand acts is no longer one.
constexpr std::size_t most_supposed_bytes = std::size_t{8} << 20;

int how_it_ends(const std::vector<package::Fault>& faults) {
    return package::is_unreadable(faults) ? unreadable : Exit::faults;
}

std::optional<package::Organisation> open(const std::string& folder, words::Language language,
                                          std::ostream& err, int& exit) {
    std::error_code error;
    if (folder.starts_with("postgres") || std::filesystem::is_regular_file(folder, error)) {
        auto stored = server::read_organisation(folder);
        if (stored) return std::move(*stored);
        err << say(stored.error(), language) << '\n';
        exit = end_of(stored.error());
        return std::nullopt;
    }
    auto opened = package::open(folder);
    if (opened) return std::move(*opened);
    print(opened.error(), folder, language, err);
    exit = how_it_ends(opened.error());
    return std::nullopt;
}

int misused(std::ostream& err, const std::string& sentence) {
    err << sentence << '\n';
    return misuse;
}

// How much is known: by the end of a day, or the first so many entries. Nothing given: everything.
struct Known {
    std::size_t entries = 0;
    base::Day day = base::Day::last();
};
std::optional<Known> known_from(const std::string& text, const record::Record& record, base::Day today) {
    if (text.empty()) return Known{record.size(), today};
    if (const auto day = base::Day::read(text)) {
        if (*day > today) return std::nullopt;  // nobody knows yet what will be known
        return Known{record.known_by(*day), *day};
    }
    std::size_t count = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || count > record.size()) return std::nullopt;
        count = count * 10 + static_cast<std::size_t>(c - '0');
    }
    if (count > record.size()) return std::nullopt;
    return Known{count, count == 0 ? base::Day::first()
                                   : record[static_cast<record::EntryNumber>(count - 1)].known_on};
}

}  // namespace

int check(const Check& command, words::Language language, std::ostream& out, std::ostream& err) {
    const auto found = package::check(command.package);
    if (!found.empty()) {
        print(found, command.package, language, err);
        return how_it_ends(found);
    }
    const auto opened = package::open(command.package);
    out << words::package_is_clean(command.package, opened->record.size(), opened->rulebook.sources.size(),
                                   opened->rulebook.cases.size(), language)
        << '\n';
    return answered;
}

int ask(const Ask& command, words::Language language, base::Day today, std::ostream& out, std::ostream& err) {
    if (command.output == Ask::Output::schema) {
        if (const auto* question = questions::find(command.question)) {
            out << encoding::pretty_json(questions::schema_of(*question));
            return answered;
        }
    }
    int exit = answered;
    const auto organisation = open(command.package, language, err, exit);
    if (!organisation) return exit;

    base::Day on = today;
    if (!command.on.empty()) {
        const auto day = base::Day::read(command.on);
        if (!day) return misused(err, words::not_a_day("--on", command.on, language));
        on = *day;
    }
    const auto known = known_from(command.known, organisation->record, today);
    if (!known)
        return misused(err,
                       words::not_known_by("--known", command.known, organisation->record.size(), language));

    // Acts that did not happen make a record of their own.
    std::optional<record::Record> supposed;
    std::string supposed_sha256;
    if (!command.suppose.empty()) {
        std::ifstream file(command.suppose, std::ios::binary);
        std::string lines((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (!file || lines.size() > most_supposed_bytes) {
            err << words::cannot_read(command.suppose, language) << '\n';
            return unreadable;
        }
        auto made = package::supposing(*organisation, known->entries, lines, command.suppose);
        if (!made) {
            print(made.error(), "", language, err);
            return Exit::faults;
        }
        supposed_sha256 = package::sha256(lines);
        supposed = std::move(*made);
    }
    const record::Record& record = supposed ? *supposed : organisation->record;
    record::View view{organisation->rulebook, record, known->entries, on, {}};
    const words::Names names(view, language, words::names_of(organisation->rulebook.sources));

    std::map<std::string, std::string> sides;
    for (const std::string& take : command.takes) {
        const auto equals = take.rfind('=');
        if (equals == std::string::npos || equals == 0)
            return misused(err, words::not_a_side(take, language));
        sides[take.substr(0, equals)] = take.substr(equals + 1);
    }
    const auto taking = questions::taking(view, sides);
    if (!taking) return misused(err, words::say(taking.error(), language));
    view.taken = *taking;

    questions::Asked asked{.question = command.question, .parameters = {}};
    const auto* question = questions::find(command.question);
    std::size_t place = 0;
    for (const std::string& word : command.words) {
        const auto equals = word.find('=');
        if (equals != std::string::npos) {
            asked.parameters[word.substr(0, equals)] = word.substr(equals + 1);
        } else if (question && place < question->parameters.size()) {
            asked.parameters[std::string(question->parameters[place++].name)] = word;
        } else if (question) {
            return misused(err, words::too_many_words(command.question, word, language));
        }
    }
    auto answer = questions::ask(view, asked);
    if (!answer) return misused(err, words::say(answer.error(), language));
    answer->known = known->day;
    answer->known_entries = known->entries;
    answer->reconstructed = !command.known.empty() && known->day < organisation->rulebook.compiled_on;

    if (command.output == Ask::Output::json) {
        const questions::Receipt receipt{.rulebook_sha256 = organisation->rulebook.sha256,
                                         .entries = known->entries,
                                         .record_sha256 = package::digest_of(*organisation, known->entries),
                                         .engine = std::string(questions::engine),
                                         .supposed_sha256 = supposed_sha256};
        base::Value value = questions::to_object(*answer, receipt);
        words::add_says(value, names);
        out << encoding::pretty_json(value);
    } else {
        out << words::as_text(*answer, names, command.why);
    }
    return answered;
}

int list(const List& command, words::Language language, base::Day today, std::ostream& out,
         std::ostream& err) {
    int exit = answered;
    const auto organisation = open(command.package, language, err, exit);
    if (!organisation) return exit;
    const record::View view{
        organisation->rulebook, organisation->record, organisation->record.size(), today, {}};
    const words::Names names(view, language, words::names_of(organisation->rulebook.sources));
    using questions::Names;
    const std::map<std::string, Names> lists{{"members", Names::member},  {"bodies", Names::body},
                                             {"posts", Names::post},      {"sessions", Names::session},
                                             {"papers", Names::paper},    {"instruments", Names::instrument},
                                             {"subjects", Names::subject}};
    if (command.what == "questions") {
        for (const questions::Question& question : questions::catalogue()) {
            out << question.name;
            for (const auto& parameter : question.parameters) {
                const bool optional = !parameter.required || !parameter.unless_given.empty();
                out << ' ' << (optional ? "[" : "") << parameter.name << '=' << (optional ? "]" : "");
            }
            out << "\n    " << words::asks(question, language) << '\n';
        }
        return answered;
    }
    if (command.what == "disputes") {
        for (const auto& dispute : law::disputes(view)) {
            out << dispute.id.text() << "  " << names.dispute(dispute.id) << '\n';
            for (const auto& side : dispute.sides)
                out << "    " << side.id.text() << "  " << names.side(dispute.id, side.id) << '\n';
        }
        return answered;
    }
    const auto found = lists.find(command.what);
    if (found == lists.end()) return misused(err, words::unknown_list(command.what, language));
    for (const std::string& id : questions::names_of(view, found->second))
        out << id << "  " << names.subject(id) << '\n';
    return answered;
}

}  // namespace cli
