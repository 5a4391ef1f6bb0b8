// How fast a log is checked from its bytes alone: everything that `depositary verify` does, against libsodium
// verifying the same seals and nothing else.
//
//   bench_audit [ACTS=50000] [PASSES=5]
//
// Prints seals a second of the bare verification, of the audit with one thread and with two, and the two
// ratios of what was measured one after the other, each the median of the passes: one thread should reach
// 0.80 of the bare rate, two threads 1.80 of one. Rates of one thread are of processor time; those of two of
// time, so the machine should do nothing else.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <future>
#include <memory>
#include <stdexcept>
#include <vector>

#include <sodium.h>

#include "archive/layout.hpp"
#include "archive/verify.hpp"
#include "encoding/acts.hpp"
#include "registry/desk.hpp"
#include "registry/enter.hpp"
#include "synthetic.hpp"

namespace {

constexpr std::string_view origin = "bench.example/log";

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}
double seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// One seal as libsodium sees it.
struct Sealed {
    std::string key, text, signature;
};

// The log in memory, and its files.
class Log {
public:
    explicit Log(std::int64_t acts) {
        auto opened = registry::Desk::open(
            {.store = *store_, .log = signer_, .today = [] { return base::Day::last(); }, .guard = {}});
        if (!opened) throw std::runtime_error("no desk");
        desk_ = std::move(*opened);
        if (!registry::open_log(*desk_, {.origin = std::string(origin),
                                         .log = signer_,
                                         .authority = authority_,
                                         .authority_next = {},
                                         .registrar = registrar_,
                                         .registrar_name = "registrar",
                                         .policy = "quorum none\n",
                                         .today = base::Day::of_number(0)}))
            throw std::runtime_error("not opened");
        publish();
        enter(acts);
        desk_.reset();
        layout_ = archive::layout_of(*store_).value();
        const archive::Fetch fetch = archive::from_store(*store_, *layout_);
        for (const std::string& path : archive::paths_of(*layout_))
            tree_.emplace(path, fetch(path, std::size_t{1} << 30)->value());
    }

    const archive::Tree& tree() const { return tree_; }

    std::vector<Sealed> seals() const {
        std::vector<Sealed> all;
        (void)store_->each_entry(0, [&](std::uint64_t, std::string_view bytes) {
            const auto entry = seals::read_entry(bytes, seals::Where::in_log).value();
            const auto digest = seals::digest_of(origin, seals::statement_of(entry));
            for (const seals::Seal& seal : entry.seals)
                all.push_back({*seals::public_key_of(seal.key), seals::sealed_text(origin, digest, seal),
                               seal.signature});
            return true;
        });
        return all;
    }

private:
    void publish() {
        seals::Entry entry;
        entry.body =
            seals::write_registry_act({.id = "rulebook-published",
                                       .on = base::Day::of_number(0),
                                       .content = seals::RulebookPublished{.reason = "For the bench."}});
        registry::Submission rules;
        const std::pair<const char*, std::string> files[] = {
            {"rulebook.yaml", synthetic::rulebook_yaml()},
            {"sources.yaml",
             "sources:\n  register: {names: {en: The register}, kind: official, url: "
             "\"https://register.example/\"}\n"}};
        for (const auto& [name, bytes] : files) {
            store::File file{.sha256 = merkle::sha256(bytes), .media_type = "text/yaml", .bytes = bytes};
            entry.files.push_back(registry::note_of(file, name, seals::FileNote::Kind::rulebook));
            rules.files.push_back(std::move(file));
        }
        rules.entry = seals::write_entry(sealer().seal(std::move(entry)));
        if (!std::holds_alternative<registry::Receipt>(desk_->submit(std::move(rules))))
            throw std::runtime_error("the rules are refused");
    }

    registry::Sealer sealer() {
        const store::Head head = desk_->head();
        return {registrar_, std::string(origin), count_, {.size = head.size(), .root = head.edge.root()}};
    }

    void enter(std::int64_t acts) {
        const synthetic::Names names;
        const auto conference = base::BodyId::of("conference");
        std::int64_t number = 0;
        count_ = 1;
        registry::Sealer sealer = this->sealer();
        std::vector<std::future<registry::Outcome>> under_way;
        const auto wait = [&] {
            for (auto& one : under_way) {
                const registry::Outcome outcome = one.get();
                if (const auto* refusal = std::get_if<registry::Refusal>(&outcome))
                    throw std::runtime_error("refused: " + registry::code_of(*refusal));
            }
            under_way.clear();
            const store::Head head = desk_->head();
            sealer.saw({.size = head.size(), .root = head.edge.root()});
        };
        for (synthetic::Raw raw : synthetic::make_log(acts)) {
            if (std::string_view("AWSR").contains(raw.kind)) raw.effect = std::min(raw.effect, raw.recorded);
            record::Entry known = synthetic::entry_of(raw, number++, names, conference);
            known.act.sources = {{base::SourceId::of("register"), base::Support::official}};
            const auto words = [](std::string en) { return base::Text({{"en", std::move(en)}}); };
            if (auto* adopted = std::get_if<acts::Adopted>(&known.act.content))
                adopted->title = words("Decision " + std::to_string(raw.decision));
            if (auto* annulled = std::get_if<acts::Annulled>(&known.act.content))
                annulled->why = words("Entered in error.");
            seals::Entry entry;
            entry.body = encoding::encode(known.act, known.known_on)["body"];
            auto promise = std::make_shared<std::promise<registry::Outcome>>();
            under_way.push_back(promise->get_future());
            desk_->submit({seals::write_entry(sealer.seal(std::move(entry))), {}, {}, known.known_on},
                          [promise](registry::Outcome outcome) { promise->set_value(std::move(outcome)); });
            if (under_way.size() == 512) wait();
        }
        wait();
    }

    merkle::Signer signer_{std::string(origin), merkle::KeyType::ed25519,
                           *merkle::SecretKey::of(std::string(32, 'L'))};
    merkle::SecretKey authority_ = *merkle::SecretKey::of(std::string(32, 'A'));
    merkle::SecretKey registrar_ = *merkle::SecretKey::of(std::string(32, 'R'));
    std::unique_ptr<store::Store> store_ = store::in_memory();
    std::unique_ptr<registry::Desk> desk_;
    std::uint64_t count_ = 0;
    std::optional<archive::Layout> layout_;
    archive::Tree tree_;
};

double bare(const std::vector<Sealed>& seals) {
    const double begun = processor_seconds();
    for (const Sealed& seal : seals) {
        const auto bytes = [](const std::string& text) {
            return reinterpret_cast<const unsigned char*>(text.data());
        };
        if (crypto_sign_verify_detached(bytes(seal.signature), bytes(seal.text), seal.text.size(),
                                        bytes(seal.key)) != 0)
            throw std::runtime_error("a seal does not hold");
    }
    return static_cast<double>(seals.size()) / (processor_seconds() - begun);
}

// Seals a second, by `clock`.
double audit(const archive::Tree& tree, unsigned threads, double (*clock)()) {
    const double begun = clock();
    const archive::Verdict verdict = archive::verify(archive::from_memory(tree), {.threads = threads});
    const double taken = clock() - begun;
    if (!verdict.holds()) throw std::runtime_error("the log does not hold: " + verdict.failures.front().code);
    return static_cast<double>(verdict.looked.at(archive::Check::seals).count) / taken;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
    const Log log(argc > 1 ? std::atoll(argv[1]) : 50'000);
    const std::vector<Sealed> seals = log.seals();
    std::vector<double> alone, one, two, of_alone, of_one;
    for (int pass = 0; pass < (argc > 2 ? std::atoi(argv[2]) : 5); ++pass) {
        alone.push_back(bare(seals));
        one.push_back(audit(log.tree(), 1, processor_seconds));
        of_alone.push_back(one.back() / alone.back());
        const double by_time = audit(log.tree(), 1, seconds);
        two.push_back(audit(log.tree(), 2, seconds));
        of_one.push_back(two.back() / by_time);
    }
    std::printf("seals %zu\n", seals.size());
    std::printf("libsodium alone %.0f a second\n", median(alone));
    std::printf("audit, one thread %.0f a second: %.2f of libsodium alone (wanted: 0.80)\n", median(one),
                median(of_alone));
    std::printf("audit, two threads %.0f a second: %.2f of one (wanted: 1.80)\n", median(two),
                median(of_one));
    return 0;
}
