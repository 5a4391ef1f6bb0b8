#include "registry/enter.hpp"

#include <deque>
#include <fstream>
#include <future>
#include <iterator>
#include <utility>

#include "encoding/acts.hpp"

namespace registry {
namespace {

/// Acts under way at once: enough that the desk is never idle, and less than it lets wait.
constexpr std::size_t most_under_way = 4'096;

std::expected<Receipt, EnterFault> receipt_of(Outcome outcome) {
    if (auto* receipt = std::get_if<Receipt>(&outcome)) return std::move(*receipt);
    if (auto* refusal = std::get_if<Refusal>(&outcome)) return std::unexpected(std::move(*refusal));
    return std::unexpected(std::move(std::get<Closed>(outcome)));
}

seals::Entry entry_of(const seals::RegistryAct& act) {
    seals::Entry entry;
    entry.body = seals::write_registry_act(act);
    return entry;
}

seals::After after_of(const store::Head& head) { return {.size = head.size(), .root = head.edge.root()}; }

std::uint64_t count_of(const Desk& desk, const merkle::SecretKey& key) {
    std::uint64_t count = 0;
    desk.look([&](const Book& book) {
        if (const seals::Key* known = book.keys().find(seals::key_text(key.public_key())))
            count = known->count;
    });
    return count;
}

std::string origin_of(const Desk& desk) {
    std::string origin;
    desk.look([&](const Book& book) { origin = book.keys().origin(); });
    return origin;
}

}  // namespace

seals::Entry Sealer::seal(seals::Entry entry) {
    const auto digest = seals::digest_of(origin_, seals::statement_of(entry));
    entry.seals.push_back(seals::seal(key_, origin_, digest, ++count_, after_));
    return entry;
}

seals::FileNote note_of(const store::File& file, std::string name, seals::FileNote::Kind kind) {
    seals::FileNote note;
    note.sha256 = file.sha256;
    note.kind = kind;
    note.name = std::move(name);
    note.type = file.media_type;
    note.size = file.bytes.size();
    return note;
}

std::expected<void, EnterFault> open_log(Desk& desk, const NewLog& log) {
    const std::string authority = seals::key_text(log.authority.public_key());
    Sealer sealer(log.authority, log.origin, 0, seals::After{});
    const seals::RegistryAct opened{.id = "log-opened",
                                    .on = log.today,
                                    .content = seals::LogOpened{.origin = log.origin,
                                                                .log = log.log.verifier().text(),
                                                                .authority = authority,
                                                                .next = log.authority_next,
                                                                .policy = log.policy}};
    auto first = receipt_of(desk.submit({seals::write_entry(sealer.seal(entry_of(opened))), {}, {}, {}}));
    if (!first) return std::unexpected(std::move(first.error()));

    sealer.saw(after_of(desk.head()));
    const seals::RegistryAct registrar{
        .id = "registrar-accredited",
        .on = log.today,
        .content = seals::KeyAccredited{.holder = {},
                                        .key = seals::key_text(log.registrar.public_key()),
                                        .name = log.registrar_name,
                                        .next = {},
                                        .use = seals::Use::registrar}};
    auto second = receipt_of(desk.submit({seals::write_entry(sealer.seal(entry_of(registrar))), {}, {}, {}}));
    if (!second) return std::unexpected(std::move(second.error()));
    return {};
}

std::expected<std::size_t, EnterFault> enter_package(Desk& desk, const merkle::SecretKey& registrar,
                                                     const std::filesystem::path& folder,
                                                     const std::string& reason, base::Day today) {
    auto package = package::read(folder);
    if (!package) return std::unexpected(std::move(package.error()));

    const std::string origin = origin_of(desk);
    Sealer sealer(registrar, origin, count_of(desk, registrar), after_of(desk.head()));
    seals::Entry published = entry_of({.id = "rulebook-published-" + std::to_string(desk.head().size()),
                                       .on = today,
                                       .content = seals::RulebookPublished{.reason = reason}});
    Submission rules;
    for (const std::string_view name : package::rule_files) {
        std::ifstream in(folder / name, std::ios::binary);
        if (!in) continue;  // claims.yaml is not everybody's; the others were read a moment ago
        store::File file{.sha256 = {},
                         .media_type = "text/yaml",
                         .bytes = std::string((std::istreambuf_iterator<char>(in)), {})};
        file.sha256 = merkle::sha256(file.bytes);
        published.files.push_back(note_of(file, std::string(name), seals::FileNote::Kind::rulebook));
        rules.files.push_back(std::move(file));
    }
    rules.entry = seals::write_entry(sealer.seal(std::move(published)));
    auto kept = receipt_of(desk.submit(std::move(rules)));
    if (!kept) return std::unexpected(std::move(kept.error()));

    sealer.saw(after_of(desk.head()));
    std::deque<std::future<Outcome>> under_way;
    const auto wait = [&]() -> std::expected<Receipt, EnterFault> {
        auto outcome = under_way.front().get();
        under_way.pop_front();
        return receipt_of(std::move(outcome));
    };
    for (const record::Entry& known : package->entries) {
        seals::Entry entry;
        entry.body = encoding::encode(known.act, known.known_on)["body"];
        // Entered before: its seal has its number, and no new one is spent.
        const auto there = desk.find(seals::digest_of(origin, seals::statement_of(entry)));
        if (!there)
            return std::unexpected(Closed{Closed::Why::store_failed, {{"problem", there.error().problem}}});
        if (*there) continue;
        auto promise = std::make_shared<std::promise<Outcome>>();
        under_way.push_back(promise->get_future());
        desk.submit({seals::write_entry(sealer.seal(std::move(entry))), {}, {}, known.known_on},
                    [promise](Outcome outcome) { promise->set_value(std::move(outcome)); });
        if (under_way.size() < most_under_way) continue;
        if (auto one = wait(); !one) return std::unexpected(std::move(one.error()));
    }
    while (!under_way.empty()) {
        if (auto one = wait(); !one) return std::unexpected(std::move(one.error()));
    }
    return package->entries.size();
}

}  // namespace registry
