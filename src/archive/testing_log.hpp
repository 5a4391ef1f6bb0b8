// A log for tests: some six hundred entries made through a desk with fixed keys, so that every run makes the
// same bytes. Members, papers and positions; a representative whose key is rotated and recalled; an act that
// was withheld and released; files and an annex; three witnesses, two of whom make the quorum.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "archive/fetch.hpp"
#include "archive/layout.hpp"
#include "encoding/json.hpp"
#include "merkle/checkpoint.hpp"
#include "registry/desk.hpp"
#include "registry/enter.hpp"

namespace archive::testing_log {

inline constexpr std::string_view origin = "treaty.example/log";

inline merkle::SecretKey secret(char letter) { return *merkle::SecretKey::of(std::string(32, letter)); }

inline merkle::Signer witness(std::string_view name, char letter) {
    return {std::string(name), merkle::KeyType::cosignature, secret(letter)};
}

inline std::string rulebook_yaml() {
    return "rulebook: example\n"
           "names: {en: An Example Organisation, ru: Организация для примера}\n"
           "abbreviation: {en: EXO, ru: ОДП}\n"
           "languages: [en, ru]\n"
           "authentic: en\n"
           "compiled_on: 2020-01-01\n"
           "versions: [{id: first, from: 1970-01-01, by: a0, name: {en: The Statute, ru: Устав}}]\n"
           "members:\n"
           "  AA: {names: {en: Aland, ru: Аландия}}\n"
           "  BB: {names: {en: Borduria, ru: Бордурия}}\n"
           "orders: {en: [AA, BB], ru: [AA, BB]}\n"
           "bodies:\n"
           "  conference:\n"
           "    names: {en: Conference, ru: Конференция}\n"
           "    article: {en: \"Statute, article 1\", ru: \"Устав, статья 1\"}\n"
           "    says: {en: \"The members meet in conference.\", ru: \"Члены собираются на конференцию.\"}\n"
           "    chair: none\n"
           "rules:\n"
           "  - deciding: own-consent\n"
           "    bodies: [conference]\n"
           "    adopted_if: {empty: nobody}\n"
           "    effect: {binds: nobody, may_join_later: members}\n"
           "    late_objection: none\n"
           "    article: {en: \"Statute, article 2\", ru: \"Устав, статья 2\"}\n"
           "    says: {en: \"A decision binds those that join it.\", ru: \"Решение обязывает тех, кто к нему "
           "присоединился.\"}\n";
}

inline std::string sources_yaml() {
    return "sources:\n"
           "  register: {names: {en: The register, ru: Реестр}, kind: official, url: "
           "\"https://register.example/\"}\n";
}

inline store::File file_of(std::string bytes, std::string type) {
    store::File file{
        .sha256 = merkle::sha256(bytes), .media_type = std::move(type), .bytes = std::move(bytes)};
    return file;
}

inline base::Value body(std::string_view kind, const std::string& id, base::Object about,
                        base::Object content, const std::string& on = "2024-03-01") {
    return base::Value(base::Object{
        {"about", std::move(about)},
        {"cites", base::List{}},
        {"content", std::move(content)},
        {"id", id},
        {"kind", kind},
        {"on", on},
        {"sources", base::List{base::Value(base::Object{{"as", "official"}, {"id", "register"}})}}});
}
inline base::Value position(const std::string& id, std::string_view member, const std::string& paper) {
    return body("position-taken", id, {{"member", member}, {"paper", paper}}, {{"stance", "joined"}});
}
inline base::Value paper(const std::string& id, const std::string& name) {
    return body("adopted", id, {{"body", "conference"}, {"paper", name}},
                {{"paper_kind", "decision"},
                 {"title", base::Object{{"en", "Decision " + name}, {"ru", "Решение " + name}}}});
}

/// Who seals: a key with its own count.
struct Pen {
    merkle::SecretKey key;
    std::uint64_t count = 0;
    std::string text() const { return seals::key_text(key.public_key()); }
};

class World {
public:
    World() {
        const merkle::Policy policy{.logs = {},
                                    .witnesses = {{"alpha", alpha.verifier(), {}},
                                                  {"beta", beta.verifier(), {}},
                                                  {"gamma", gamma.verifier(), {}}},
                                    .groups = {{"capitals", 2, {"alpha", "beta", "gamma"}}},
                                    .quorum = "capitals"};
        auto opened = registry::Desk::open(
            {.store = *store, .log = log, .today = [this] { return today; }, .guard = {}});
        if (!opened) throw std::runtime_error("the desk does not open");
        desk = std::move(*opened);
        const auto made = registry::open_log(*desk, {.origin = std::string(origin),
                                                     .log = log,
                                                     .authority = authority.key,
                                                     .authority_next = seals::next_of(next_authority.text()),
                                                     .registrar = registrar.key,
                                                     .registrar_name = "registrar of the example",
                                                     .policy = policy.text(),
                                                     .today = today});
        if (!made) throw std::runtime_error("the log is not opened");
        authority.count = 2;
    }

    seals::After seen() const {
        const store::Head head = desk->head();
        return {.size = head.size(), .root = head.edge.root()};
    }
    seals::Entry sealed(seals::Entry entry, Pen& pen, std::optional<seals::After> after = {}) {
        registry::Sealer sealer(pen.key, std::string(origin), pen.count++, after.value_or(seen()));
        return sealer.seal(std::move(entry));
    }
    /// Where it stands; throws what it was refused for.
    std::uint64_t enter(seals::Entry entry, Pen& pen, std::vector<store::File> files = {},
                        std::vector<store::Annex> annexes = {}) {
        const auto outcome = desk->submit(
            {seals::write_entry(sealed(std::move(entry), pen)), std::move(files), std::move(annexes), {}});
        if (const auto* refusal = std::get_if<registry::Refusal>(&outcome))
            throw std::runtime_error("refused: " + registry::code_of(*refusal));
        return std::get<registry::Receipt>(outcome).entry;
    }
    std::uint64_t enter(const seals::RegistryAct& act, Pen& pen) {
        return enter(entry_of(seals::write_registry_act(act)), pen);
    }
    std::uint64_t enter(base::Value act, Pen& pen) { return enter(entry_of(std::move(act)), pen); }
    static seals::Entry entry_of(base::Value act) {
        seals::Entry entry;
        entry.body = std::move(act);
        return entry;
    }

    /// The whole story, up to `entries`.
    void fill(std::uint64_t entries = 600) {
        publish_rules();
        accredit("representative-accredited", representative, seals::next_of(next_representative.text()));
        for (const std::string_view member : {"AA", "BB"})
            enter(body("admitted", "admitted-" + std::string(member), {{"member", member}}, {}), registrar);
        for (std::uint64_t n = 0; desk->head().size() < entries; ++n) {
            if (n == 40) withhold();
            if (n == 60) rotate();
            if (n == 90) release();
            if (n == 110) recall();
            if (n == 120) with_annex();
            step(n);
        }
    }

    void cosign(std::uint64_t size, const std::vector<const merkle::Signer*>& by, std::uint64_t time) {
        const auto note = merkle::read_note(store->checkpoint(size)->value());
        for (const merkle::Signer* one : by) {
            const auto kept = store->keep({.size = size,
                                           .witness = one->verifier().name,
                                           .line = one->cosign(note->text, time).text()});
            if (!kept) throw std::runtime_error("a cosignature is not kept");
        }
    }

    Tree tree() const {
        auto layout = layout_of(*store);
        if (!layout) throw std::runtime_error(layout.error().problem);
        const auto paths = paths_of(*layout);
        const Fetch fetch = from_store(*store, std::move(*layout));
        Tree files;
        for (const std::string& path : paths) files.emplace(path, fetch(path, std::size_t{1} << 30)->value());
        return files;
    }

    merkle::Signer log{std::string(origin), merkle::KeyType::ed25519, secret('L')};
    merkle::Signer alpha = witness("witness.example/alpha", 'a');
    merkle::Signer beta = witness("witness.example/beta", 'b');
    merkle::Signer gamma = witness("witness.example/gamma", 'c');
    Pen authority{secret('A')}, next_authority{secret('B')}, registrar{secret('R')};
    Pen representative{secret('P')}, next_representative{secret('Q')}, third{secret('T')},
        stranger{secret('X')};
    base::Day today = *base::Day::read("2024-05-01");
    std::unique_ptr<store::Store> store = store::in_memory();
    std::unique_ptr<registry::Desk> desk;

    // Where things of the story stand.
    std::uint64_t withheld_at = 0, rotated_at = 0, released_at = 0, recalled_at = 0, annex_at = 0,
                  file_at = 0;

private:
    void publish_rules() {
        seals::Entry entry = entry_of(seals::write_registry_act(
            {.id = "rulebook-published",
             .on = today,
             .content = seals::RulebookPublished{.reason = "The rules, for the first time."}}));
        std::vector<store::File> files;
        for (auto& [name, bytes] :
             {std::pair{"rulebook.yaml", rulebook_yaml()}, {"sources.yaml", sources_yaml()}}) {
            files.push_back(file_of(bytes, "text/yaml"));
            entry.files.push_back(registry::note_of(files.back(), name, seals::FileNote::Kind::rulebook));
        }
        registrar.count = 0;
        enter(std::move(entry), registrar, std::move(files));
    }
    void accredit(const std::string& id, const Pen& pen, std::optional<merkle::Hash> next) {
        enter({.id = id,
               .on = today,
               .content = seals::KeyAccredited{.holder = "AA",
                                               .key = pen.text(),
                                               .name = "mission of Aland",
                                               .next = next,
                                               .use = seals::Use::representative}},
              authority);
    }
    // Papers of the registrar, with a file now and then, and positions of a member under its own key.
    void step(std::uint64_t n) {
        const std::string name = fmt::format("paper-{}", n);
        seals::Entry entry = entry_of(paper(fmt::format("adopted-{}", n), name));
        std::vector<store::File> files;
        if (n % 50 == 7) {
            files.push_back(file_of(fmt::format("The text of {}.\n", name), "text/plain"));
            entry.files.push_back(
                registry::note_of(files.back(), name + ".txt", seals::FileNote::Kind::text));
            entry.files.back().authentic = true;
            if (file_at == 0) file_at = desk->head().size();
        }
        enter(std::move(entry), registrar, std::move(files));
        if (n % 3 == 0) enter(position(fmt::format("joined-{}", n), "AA", name), *speaks_);
    }
    void withhold() {
        seals::Entry entry;
        const std::string content = seals::content_of(held_, {});
        entry.withheld =
            seals::Withheld{.commitment = seals::commitment_of(salt_, content),
                            .distribution = {.kind = seals::Distribution::Kind::members, .members = {}},
                            .release = {}};
        store::Annex annex{.commitment = entry.withheld->commitment,
                           .salt = salt_,
                           .media_type = "application/json",
                           .bytes = content};
        withheld_at = enter(std::move(entry), registrar, {}, {std::move(annex)});
    }
    void release() {
        seals::Entry entry = entry_of(held_);
        entry.released = seals::Released{.entry = withheld_at, .salt = salt_};
        released_at = enter(std::move(entry), registrar);
    }
    void rotate() {
        rotated_at = enter({.id = "representative-rotated",
                            .on = today,
                            .content = seals::KeyRotated{.from = representative.text(),
                                                         .key = next_representative.text(),
                                                         .next = {}}},
                           next_representative);
        speaks_ = &next_representative;
    }
    void recall() {
        recalled_at = enter({.id = "representative-recalled",
                             .on = today,
                             .content = seals::KeyRecalled{.key = next_representative.text(),
                                                           .why = seals::KeyRecalled::Why::lost,
                                                           .since = {}}},
                            authority);
        accredit("third-accredited", third, {});
        speaks_ = &third;
    }
    void with_annex() {
        seals::Entry entry = entry_of(paper("adopted-with-annex", "paper-with-annex"));
        const std::string bytes = "Not for everybody.\n";
        seals::FileNote note;
        note.commitment = seals::commitment_of(salt_, bytes);
        note.kind = seals::FileNote::Kind::annex;
        note.name = "list.txt";
        note.type = "text/plain";
        note.size = bytes.size();
        note.distribution.kind = seals::Distribution::Kind::members;
        store::Annex annex{
            .commitment = *note.commitment, .salt = salt_, .media_type = "text/plain", .bytes = bytes};
        entry.files.push_back(std::move(note));
        annex_at = enter(std::move(entry), registrar, {}, {std::move(annex)});
    }

    Pen* speaks_ = &representative;
    const std::string salt_ = std::string(32, 's');
    const base::Value held_ = paper("adopted-in-silence", "paper-in-silence");
};

/// The log of the story once for all tests: 600 entries, witnessed up to 560 by alpha and gamma, the newest
/// checkpoint by beta alone.
inline World& world() {
    static World& made = *[] {
        auto* fresh = new World;
        fresh->fill();
        fresh->cosign(560, {&fresh->gamma, &fresh->alpha}, 1'714'600'000);
        fresh->cosign(fresh->desk->head().size(), {&fresh->beta}, 1'714'600'060);
        return fresh;
    }();
    return made;
}

}  // namespace archive::testing_log
