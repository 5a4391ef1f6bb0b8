#include "seals/registry_act.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base64.hpp"
#include "base/id.hpp"
#include "encoding/json.hpp"
#include "merkle/ed25519.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "seals/envelope.hpp"

namespace seals {
namespace {

using base::Object;
using base::Value;

constexpr std::array<std::string_view, 3> uses{"authority", "registrar", "representative"};
constexpr std::array<std::string_view, 3> whys{"retired", "lost", "compromised"};
/// A sentence of a registrar, not a treatise.
constexpr std::size_t longest_reason = 2'000;

struct Found {
    Fault fault;
};
[[noreturn]] void found(Code code, Facts facts) { throw Found{{code, std::move(facts)}}; }

class Content {
public:
    explicit Content(const Value& body) : body_(body) {
        if (!body.object()) found(Code::wrong_shape, {{"at", "/body"}, {"expected", "object"}});
        for (const auto& [key, value] : *body.object()) {
            constexpr std::array<std::string_view, 7> keys{"about", "cites", "content", "id",
                                                           "kind",  "on",    "sources"};
            if (std::ranges::find(keys, key) == keys.end())
                found(Code::unknown_key, {{"at", encoding::pointer_to("/body", key)}, {"found", key}});
        }
        for (const std::string_view list : {"cites", "sources"}) {
            const Value& value = body[list];
            if (!value.list() || !value.list()->empty())
                found(Code::wrong_shape, {{"at", "/body/" + std::string(list)}, {"expected", "empty list"}});
        }
        for (const std::string_view object : {"about", "content"}) {
            if (!body[object].object())
                found(Code::wrong_shape, {{"at", "/body/" + std::string(object)}, {"expected", "object"}});
        }
    }
    // Every name of `content`, and whether the role `holder` may be given.
    void only(std::initializer_list<std::string_view> facts, bool holder) const {
        for (const auto& [key, value] : *body_["content"].object()) {
            if (std::ranges::find(facts, key) == facts.end())
                found(Code::unknown_key,
                      {{"at", encoding::pointer_to("/body/content", key)}, {"found", key}});
        }
        for (const auto& [key, value] : *body_["about"].object()) {
            if (!holder || key != "holder")
                found(Code::unknown_key, {{"at", encoding::pointer_to("/body/about", key)}, {"found", key}});
        }
    }
    const Value& fact(std::string_view name) const { return body_["content"][name]; }
    std::string text(std::string_view name, std::size_t longest = 64 * 1024) const {
        const Value& value = fact(name);
        if (value.is_null()) found(Code::missing_key, {{"at", "/body/content"}, {"key", std::string(name)}});
        if (!value.string() || value.string()->empty())
            found(Code::wrong_shape, {{"at", at(name)}, {"expected", "text"}});
        if (value.string()->size() > longest) found(Code::too_long, {{"limit", std::to_string(longest)}});
        return *value.string();
    }
    std::string key(std::string_view name) const {
        std::string letters = text(name);
        const auto bytes = public_key_of(letters);
        if (!bytes || !merkle::acceptable_public_key(*bytes))
            found(Code::bad_key, {{"key", letters.substr(0, 64)}});
        return letters;
    }
    merkle::Hash hash(std::string_view name) const {
        const auto read = merkle::read_hash(text(name));
        if (!read) found(Code::not_bytes, {{"at", at(name)}, {"expected", "32"}});
        return *read;
    }
    std::optional<merkle::Hash> may_hash(std::string_view name) const {
        if (fact(name).is_null()) return std::nullopt;
        return hash(name);
    }
    template <std::size_t N>
    std::size_t word(std::string_view name, const std::array<std::string_view, N>& words) const {
        const std::string letters = text(name);
        const auto there = std::ranges::find(words, letters);
        if (there != words.end()) return static_cast<std::size_t>(there - words.begin());
        std::string expected;
        for (const auto one : words) expected += (expected.empty() ? "" : ", ") + std::string(one);
        found(Code::not_a_word, {{"at", at(name)}, {"found", letters}, {"expected", expected}});
    }
    std::string holder() const {
        const Value& value = body_["about"]["holder"];
        if (value.is_null()) return {};
        if (!value.string() || !base::is_slug(*value.string()))
            found(Code::not_a_name, {{"at", "/body/about/holder"}, {"found", std::string(value.text())}});
        return *value.string();
    }
    std::string policy(std::string_view name) const {
        std::string letters = text(name);
        const auto read = merkle::read_policy(letters);
        if (!read)
            found(Code::bad_policy, {{"line", std::to_string(read.error().line)},
                                     {"why", std::string(merkle::name_of(read.error().code))}});
        return letters;
    }
    std::string id() const {
        const Value& value = body_["id"];
        if (!value.string() || !base::is_slug(*value.string()))
            found(Code::not_a_name, {{"at", "/body/id"}, {"found", std::string(value.text())}});
        return *value.string();
    }
    base::Day on() const {
        const auto read = base::Day::read(body_["on"].text());
        if (!read) found(Code::not_a_day, {{"at", "/body/on"}, {"found", std::string(body_["on"].text())}});
        return *read;
    }

private:
    static std::string at(std::string_view name) { return "/body/content/" + std::string(name); }
    const Value& body_;
};

RegistryContent read_content(const Content& body, std::string_view kind) {
    if (kind == LogOpened::kind) {
        body.only({"authority", "log", "next", "origin", "policy"}, false);
        LogOpened opened{.origin = body.text("origin"),
                         .log = body.text("log"),
                         .authority = body.key("authority"),
                         .next = body.hash("next"),
                         .policy = body.policy("policy")};
        if (!merkle::acceptable_name(opened.origin))
            found(Code::not_a_name, {{"at", "/body/content/origin"}, {"found", opened.origin}});
        const auto log = merkle::VerifierKey::read(opened.log);
        if (!log || log->type != merkle::KeyType::ed25519) found(Code::bad_key, {{"key", opened.log}});
        // A checkpoint's first line and the name of the key that signs it are one.
        if (log->name != opened.origin)
            found(Code::other_origin, {{"found", log->name}, {"expected", opened.origin}});
        return opened;
    }
    if (kind == KeyAccredited::kind) {
        body.only({"key", "name", "next", "use"}, true);
        KeyAccredited accredited{.holder = body.holder(),
                                 .key = body.key("key"),
                                 .name = body.text("name", merkle::longest_name),
                                 .next = body.may_hash("next"),
                                 .use = static_cast<Use>(body.word("use", uses))};
        // A registrar enters acts of everybody, so it is the organisation's; a representative speaks for
        // somebody.
        if (accredited.use == Use::registrar && !accredited.holder.empty())
            found(Code::both_given,
                  {{"at", "/body/about/holder"}, {"found", "holder"}, {"expected", "registrar"}});
        if (accredited.use == Use::representative && accredited.holder.empty())
            found(Code::missing_key, {{"at", "/body/about"}, {"key", "holder"}});
        return accredited;
    }
    if (kind == KeyRotated::kind) {
        body.only({"from", "key", "next"}, false);
        return KeyRotated{.from = body.key("from"), .key = body.key("key"), .next = body.may_hash("next")};
    }
    if (kind == KeyRecalled::kind) {
        body.only({"key", "since", "why"}, false);
        KeyRecalled recalled{.key = body.key("key"),
                             .why = static_cast<KeyRecalled::Why>(body.word("why", whys)),
                             .since = {}};
        const Value& since = body.fact("since");
        if (!since.is_null()) {
            if (!since.number() || *since.number() < 0 || recalled.why != KeyRecalled::Why::compromised)
                found(Code::wrong_shape, {{"at", "/body/content/since"}, {"expected", "number"}});
            recalled.since = static_cast<std::uint64_t>(*since.number());
        }
        return recalled;
    }
    if (kind == PolicyChanged::kind) {
        body.only({"policy"}, false);
        return PolicyChanged{.policy = body.policy("policy")};
    }
    if (kind == RulebookPublished::kind) {
        body.only({"reason"}, false);
        return RulebookPublished{.reason = body.text("reason", longest_reason)};
    }
    if (kind == AnnexRemoved::kind) {
        body.only({"commitment", "reason"}, false);
        return AnnexRemoved{.commitment = body.hash("commitment"),
                            .reason = body.text("reason", longest_reason)};
    }
    if (kind == RefusalLogged::kind) {
        body.only({"code", "submitted"}, false);
        return RefusalLogged{.submitted = body.hash("submitted"), .code = body.text("code", 100)};
    }
    found(Code::unknown_kind, {{"found", std::string(kind)}});
}

void put(Object& content, std::string_view name, const std::optional<merkle::Hash>& hash) {
    if (hash) content.emplace(std::string(name), merkle::base64_of(*hash));
}

struct Writer {
    Object& about;
    Object& content;
    void operator()(const LogOpened& act) const {
        content = {{"authority", act.authority},
                   {"log", act.log},
                   {"next", merkle::base64_of(act.next)},
                   {"origin", act.origin},
                   {"policy", act.policy}};
    }
    void operator()(const KeyAccredited& act) const {
        if (!act.holder.empty()) about.emplace("holder", act.holder);
        content = {{"key", act.key}, {"name", act.name}, {"use", name_of(act.use)}};
        put(content, "next", act.next);
    }
    void operator()(const KeyRotated& act) const {
        content = {{"from", act.from}, {"key", act.key}};
        put(content, "next", act.next);
    }
    void operator()(const KeyRecalled& act) const {
        content = {{"key", act.key}, {"why", whys[static_cast<std::size_t>(act.why)]}};
        if (act.since) content.emplace("since", static_cast<std::int64_t>(*act.since));
    }
    void operator()(const PolicyChanged& act) const { content = {{"policy", act.policy}}; }
    void operator()(const RulebookPublished& act) const { content = {{"reason", act.reason}}; }
    void operator()(const AnnexRemoved& act) const {
        content = {{"commitment", merkle::base64_of(act.commitment)}, {"reason", act.reason}};
    }
    void operator()(const RefusalLogged& act) const {
        content = {{"code", act.code}, {"submitted", merkle::base64_of(act.submitted)}};
    }
};

}  // namespace

std::string_view name_of(Use use) { return uses[static_cast<std::size_t>(use)]; }

bool is_registry_kind(std::string_view kind) {
    return []<class... K>(std::string_view word, std::type_identity<std::variant<K...>>) {
        return ((word == K::kind) || ...);
    }(kind, std::type_identity<RegistryContent>());
}

std::string_view kind_of(const base::Value& body) { return body["kind"].text(); }

std::string_view kind_of(const RegistryContent& content) {
    return std::visit([]<class K>(const K&) { return K::kind; }, content);
}

std::expected<RegistryAct, Fault> read_registry_act(const base::Value& body) {
    try {
        const Content content(body);
        return RegistryAct{
            .id = content.id(), .on = content.on(), .content = read_content(content, kind_of(body))};
    } catch (Found& stopped) {
        return std::unexpected(std::move(stopped.fault));
    }
}

base::Value write_registry_act(const RegistryAct& act) {
    Object about, content;
    std::visit(Writer{about, content}, act.content);
    return Value(Object{{"about", std::move(about)},
                        {"cites", base::List{}},
                        {"content", std::move(content)},
                        {"id", act.id},
                        {"kind", kind_of(act.content)},
                        {"on", act.on},
                        {"sources", base::List{}}});
}

}  // namespace seals
