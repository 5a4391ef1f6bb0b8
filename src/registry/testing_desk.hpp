// For tests and bench/: a small organisation whose log is opened and whose rulebook is published, keys from
// fixed seeds.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.hpp"
#include "registry/desk.hpp"
#include "registry/enter.hpp"
#include "seals/testing_log.hpp"

namespace registry::testing {

using seals::testing::day;
using seals::testing::key_of;
using seals::testing::origin;
using seals::testing::secret;

/// `article`: of the only rule, so that there are rulebooks that differ.
inline std::string rulebook_yaml(std::string_view members = "atlantis, lemuria",
                                 std::string_view article = "Statute, article 2") {
    std::string declared;
    for (std::size_t at = 0; at < members.size();) {
        const std::size_t end = std::min(members.find(", ", at), members.size());
        const std::string name(members.substr(at, end - at));
        declared += "  " + name + ": {names: {en: " + name + "}}\n";
        at = end + 2;
    }
    return "rulebook: example\nnames: {en: An Organisation}\nabbreviation: {en: ORG}\nlanguages: [en]\n"
           "authentic: en\ncompiled_on: 2031-01-01\n"
           "versions: [{id: first, from: 1970-01-01, by: a0, name: {en: The Statute}}]\nmembers:\n" +
           declared + "orders:\n  en: [" + std::string(members) +
           "]\nbodies:\n  conference:\n    names: {en: Conference}\n    article: {en: \"Statute, article 1\"}\n"
           "    says: {en: \"The members meet in conference.\"}\n    chair: none\nrules:\n"
           "  - deciding: own-consent\n    bodies: [conference]\n    adopted_if: {empty: nobody}\n"
           "    effect: {binds: nobody, may_join_later: members}\n    late_objection: none\n    article: {en: \"" +
           std::string(article) +
           "\"}\n    says: {en: \"A decision is put to the members; it binds those that join it.\"}\n";
}
inline constexpr std::string_view sources_yaml =
    "sources:\n  register: {names: {en: The register}, kind: official, url: \"https://register.example/\"}\n";

/// An act of a member, with `more` letters in its id to make it longer.
inline base::Value left(std::string id, std::string member, std::string on = "1970-01-01") {
    return base::Value(base::Object{
        {"about", base::Object{{"member", std::move(member)}}},
        {"cites", base::List{}},
        {"content", base::Object{}},
        {"id", std::move(id)},
        {"kind", "left"},
        {"on", std::move(on)},
        {"sources", base::List{base::Value(base::Object{{"as", "official"}, {"id", "register"}})}}});
}

inline const merkle::Signer& log_signer() {
    static const merkle::Signer signer(std::string(origin), merkle::KeyType::ed25519, secret('L'));
    return signer;
}

inline store::File file_of(std::string bytes, std::string type = "text/yaml") {
    return {.sha256 = merkle::sha256(bytes), .media_type = std::move(type), .bytes = std::move(bytes)};
}

/// Hands in what the keys of fixed seeds have sealed, with their next counts.
class Hands {
public:
    explicit Hands(Desk& desk) : desk_(desk) {}

    std::string sealed(seals::Entry entry, std::string_view letters) {
        const store::Head head = desk_.head();
        for (const char letter : letters)
            entry = seals::testing::sealed(std::move(entry), letter, ++counts_[letter],
                                           {.size = head.size(), .root = head.edge.root()});
        return seals::write_entry(entry);
    }
    Outcome hand_in(seals::Entry entry, std::string_view letters, std::vector<store::File> files = {},
                    std::vector<store::Annex> annexes = {}) {
        const auto before = counts_;
        Outcome outcome =
            desk_.submit({sealed(std::move(entry), letters), std::move(files), std::move(annexes), {}});
        if (!std::holds_alternative<Receipt>(outcome)) counts_ = before;
        return outcome;
    }
    Outcome act(std::string id, std::string member, std::string_view letters) {
        return hand_in(seals::testing::with_body(left(std::move(id), std::move(member))), letters);
    }
    /// The rulebook as files, published by the registrar.
    Outcome publish(const std::string& rulebook, std::string id = "rules") {
        seals::Entry entry =
            seals::testing::entry_of(std::move(id), seals::RulebookPublished{.reason = "Published."});
        std::vector<store::File> files{file_of(rulebook), file_of(std::string(sources_yaml))};
        entry.files = {note_of(files[0], "rulebook.yaml", seals::FileNote::Kind::rulebook),
                       note_of(files[1], "sources.yaml", seals::FileNote::Kind::rulebook)};
        return hand_in(std::move(entry), "R", std::move(files));
    }
    /// Of what stands in the log: to go on after it was opened anew.
    void learn_counts() {
        desk_.look([&](const Book& book) {
            for (int letter = 0; letter < 256; ++letter) {
                const auto c = static_cast<char>(letter);
                if (const seals::Key* known = book.keys().find(key_of(c))) counts_[c] = known->count;
            }
        });
    }
    std::map<char, std::uint64_t>& counts() { return counts_; }

private:
    Desk& desk_;
    std::map<char, std::uint64_t> counts_;
};

/// Opens the log, accredits the registrar R, publishes the rulebook, and accredits P for Atlantis and Q for
/// Lemuria: entries 0 to 4. False where anything of it is refused.
inline bool set_up(Desk& desk, Hands& hands, const std::string& rulebook = rulebook_yaml()) {
    const auto done = [](const Outcome& outcome) { return std::holds_alternative<Receipt>(outcome); };
    const auto representative = [](const std::string& holder, char key) {
        return seals::testing::entry_of("rep-" + holder,
                                        seals::KeyAccredited{.holder = holder,
                                                             .key = key_of(key),
                                                             .name = "representative",
                                                             .next = {},
                                                             .use = seals::Use::representative});
    };
    (void)desk;
    return done(hands.hand_in(seals::testing::entry_of("log-opened", seals::testing::opened()), "A")) &&
           done(hands.hand_in(
               seals::testing::entry_of("registrar", seals::KeyAccredited{.holder = {},
                                                                          .key = key_of('R'),
                                                                          .name = "registrar",
                                                                          .next = {},
                                                                          .use = seals::Use::registrar}),
               "A")) &&
           done(hands.publish(rulebook)) && done(hands.hand_in(representative("atlantis", 'P'), "A")) &&
           done(hands.hand_in(representative("lemuria", 'Q'), "A"));
}

}  // namespace registry::testing
