// A witness on a folder, for tests that ask it from outside.
//
//   witness_main FOLDER NAME SEED [REPLAYER SEED]
//
// SEED is 64 hexadecimal digits. Prints "PORT VKEY [VKEY]" when it listens, and serves until it is told to
// end. The replayer's replay finds no fault with anything.

#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include <fmt/format.h>

#include "base/base64.hpp"
#include "witness/serve.hpp"

namespace {

std::optional<merkle::Signer> signer(const std::string& name, const std::string& seed) {
    auto key = merkle::SecretKey::of(base::read_hex(seed).value_or(""));
    if (!key) return std::nullopt;
    return merkle::Signer(name, merkle::KeyType::cosignature, *std::move(key));
}

class Content final : public witness::Replay {
    std::expected<void, std::string> replay(std::uint64_t, const std::vector<std::string>&) override {
        return {};
    }
};

std::string told(const witness::ServeFault& fault) {
    if (const auto* open = std::get_if<witness::OpenFault>(&fault))
        return fmt::format("{}: {}", witness::name_of(open->code), open->what);
    return std::get<http::ListenFault>(fault).reason;
}

}  // namespace

int main(int count, char** words) {
    if (count != 4 && count != 6) return 2;
    auto first = signer(words[2], words[3]);
    if (!first) return 2;
    std::string said = first->verifier().text();
    std::optional<merkle::Signer> second;
    if (count == 6) {
        second = signer(words[4], words[5]);
        if (!second) return 2;
        said += " " + second->verifier().text();
    }
    const auto served = witness::serve(
        {.setup = {.folder = words[1],
                   .signer = *std::move(first),
                   .replayer = std::move(second),
                   .report = [](const std::string& line) { fmt::print(stderr, "{}\n", line); }},
         .replay = [](const std::string&) { return std::make_unique<Content>(); }},
        [&](std::uint16_t port) {
            fmt::print("{} {}\n", port, said);
            std::fflush(stdout);
        });
    if (served) return 0;
    fmt::print(stderr, "{}\n", told(served.error()));
    return 1;
}
