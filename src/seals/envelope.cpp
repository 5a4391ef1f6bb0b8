#include "seals/envelope.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/base64.hpp"
#include "base/id.hpp"
#include "encoding/json.hpp"

namespace seals {
namespace {

using base::List;
using base::Object;
using base::Value;

constexpr char ed25519_type = 0x01;
constexpr std::array<std::string_view, 6> file_kinds{"text",  "translation", "scan",
                                                     "annex", "rulebook",    "other"};
/// Letters of a file's name, of a media type: what a header of HTTP bears without harm.
constexpr std::size_t longest_file_name = 200;
constexpr std::size_t longest_media_type = 100;

std::string_view shape_of(const Value& value) {
    if (value.string()) return "text";
    if (value.list()) return "list";
    if (value.object()) return "object";
    if (value.number()) return "number";
    return value.boolean() ? "yes-or-no" : "nothing";
}

// The first fault found ends the reading: it is thrown within this file alone.
struct Found {
    Fault fault;
};
[[noreturn]] void found(Code code, Facts facts) {
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    throw Found{{code, std::move(facts)}};
}
[[noreturn]] void wrong_shape(const Value& value, const std::string& at, std::string_view expected) {
    found(Code::wrong_shape,
          {{"at", at}, {"expected", std::string(expected)}, {"found", std::string(shape_of(value))}});
}

// An object of the entry, and where it stands.
class Reader {
public:
    Reader(const Value& value, std::string at) : at_(std::move(at)) {
        if (!value.object()) wrong_shape(value, at_, "object");
        object_ = value.object();
    }
    void only(std::initializer_list<std::string_view> keys) const {
        for (const auto& [key, value] : *object_) {
            if (std::ranges::find(keys, key) != keys.end()) continue;
            std::string expected;
            for (const auto one : keys) expected += (expected.empty() ? "" : ", ") + std::string(one);
            found(Code::unknown_key,
                  {{"at", encoding::pointer_to(at_, key)}, {"found", key}, {"expected", expected}});
        }
    }
    const Value* may(std::string_view key) const {
        const auto there = object_->find(key);
        return there == object_->end() ? nullptr : &there->second;
    }
    const Value& must(std::string_view key) const {
        const Value* value = may(key);
        if (!value) found(Code::missing_key, {{"at", at_}, {"key", std::string(key)}});
        return *value;
    }
    std::string at(std::string_view key) const { return at_ + "/" + std::string(key); }

    const std::string& text(std::string_view key) const {
        const Value& value = must(key);
        if (!value.string()) wrong_shape(value, at(key), "text");
        return *value.string();
    }
    std::uint64_t number(std::string_view key) const {
        const Value& value = must(key);
        if (!value.number() || *value.number() < 0) wrong_shape(value, at(key), "number");
        return static_cast<std::uint64_t>(*value.number());
    }
    // Never false: what is not so is left out.
    bool yes(std::string_view key) const {
        const Value* value = may(key);
        if (!value) return false;
        if (!value->boolean() || !*value->boolean()) wrong_shape(*value, at(key), "yes");
        return true;
    }
    std::string bytes(std::string_view key, std::size_t count) const {
        auto read = base::read_base64(text(key));
        if (!read || read->size() != count)
            found(Code::not_bytes, {{"at", at(key)}, {"expected", std::to_string(count)}});
        return std::move(*read);
    }
    merkle::Hash hash(std::string_view key) const { return *merkle::hash_of(bytes(key, 32)); }
    merkle::Hash hex_hash(std::string_view key) const {
        const auto read = base::read_hex(text(key));
        if (!read || read->size() != 32) found(Code::not_bytes, {{"at", at(key)}, {"expected", "32"}});
        return *merkle::hash_of(*read);
    }
    std::optional<base::Day> day(std::string_view key) const {
        if (!may(key)) return std::nullopt;
        const auto read = base::Day::read(text(key));
        if (!read) found(Code::not_a_day, {{"at", at(key)}, {"found", text(key)}});
        return read;
    }

private:
    const Object* object_ = nullptr;
    std::string at_;
};

Distribution read_distribution(const Reader& object) {
    Distribution made;
    const Value* value = object.may("distribution");
    if (!value) return made;
    if (const std::string* word = value->string()) {
        if (*word != "members")
            found(Code::not_a_word,
                  {{"at", object.at("distribution")}, {"found", *word}, {"expected", "members"}});
        made.kind = Distribution::Kind::members;
        return made;
    }
    const List* names = value->list();
    if (!names) wrong_shape(*value, object.at("distribution"), "list");
    made.kind = Distribution::Kind::named;
    for (const Value& name : *names) {
        if (!name.string() || !base::is_slug(*name.string()))
            found(Code::not_a_name, {{"at", object.at("distribution")}, {"found", std::string(name.text())}});
        if (!made.members.empty() && made.members.back() >= *name.string())
            found(Code::not_canonical, {{"at", object.at("distribution")}, {"found", *name.string()}});
        made.members.push_back(*name.string());
    }
    return made;
}

bool is_printable(std::string_view text, std::size_t longest) {
    return !text.empty() && text.size() <= longest && std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
}
bool is_media_type(std::string_view text) {
    const auto token = [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-';
        });
    };
    const auto slash = text.find('/');
    return text.size() <= longest_media_type && slash != std::string_view::npos &&
           token(text.substr(0, slash)) && token(text.substr(slash + 1));
}

FileNote read_file(const Value& value, const std::string& at) {
    const Reader object(value, at);
    object.only({"authentic", "commitment", "distribution", "kind", "language", "name", "personal", "release",
                 "sha256", "size", "type"});
    FileNote file;
    file.authentic = object.yes("authentic");
    file.personal = object.yes("personal");
    file.distribution = read_distribution(object);
    file.release = object.day("release");
    const bool open = file.distribution.kind == Distribution::Kind::open;
    if (open && file.release)
        found(Code::both_given,
              {{"at", object.at("release")}, {"found", "release"}, {"expected", "distribution"}});
    // What is not for everybody, or may be removed, is under a salted hash, and all else is not.
    if (open && !file.personal) {
        if (object.may("commitment"))
            found(Code::both_given, {{"at", at}, {"found", "commitment"}, {"expected", "sha256"}});
        file.sha256 = object.hex_hash("sha256");
    } else {
        if (object.may("sha256"))
            found(Code::both_given, {{"at", at}, {"found", "sha256"}, {"expected", "commitment"}});
        file.commitment = object.hash("commitment");
    }
    const auto kind = std::ranges::find(file_kinds, object.text("kind"));
    if (kind == file_kinds.end()) {
        std::string expected;
        for (const auto one : file_kinds) expected += (expected.empty() ? "" : ", ") + std::string(one);
        found(Code::not_a_word,
              {{"at", object.at("kind")}, {"found", object.text("kind")}, {"expected", expected}});
    }
    file.kind = static_cast<FileNote::Kind>(kind - file_kinds.begin());
    file.name = object.text("name");
    if (!is_printable(file.name, longest_file_name) || file.name.find('/') != std::string::npos)
        found(Code::not_a_name, {{"at", object.at("name")}, {"found", file.name}});
    if (object.may("language")) {
        file.language = object.text("language");
        const bool letters = file.language.size() >= 2 && file.language.size() <= 3 &&
                             std::ranges::all_of(file.language, [](char c) { return c >= 'a' && c <= 'z'; });
        if (!letters) found(Code::not_a_name, {{"at", object.at("language")}, {"found", file.language}});
    }
    file.type = object.text("type");
    if (!is_media_type(file.type)) found(Code::not_a_name, {{"at", object.at("type")}, {"found", file.type}});
    file.size = object.number("size");
    return file;
}

Seal read_seal(const Value& value, const std::string& at) {
    const Reader object(value, at);
    object.only({"after", "count", "key", "seal"});
    const Reader after(object.must("after"), object.at("after"));
    after.only({"root", "size"});
    Seal seal;
    seal.after = {.size = after.number("size"), .root = after.hash("root")};
    seal.count = object.number("count");
    seal.key = object.text("key");
    if (!public_key_of(seal.key)) found(Code::bad_key, {{"key", seal.key.substr(0, 64)}});
    seal.signature = object.bytes("seal", merkle::signature_bytes);
    return seal;
}

Entry read_object(const Value& value, Where where, bool sealed) {
    const Reader object(value, "");
    object.only({"body", "files", "known_on", "released", "seals", "v", "withheld"});
    const Value& version = object.must("v");
    if (version != Value(1)) wrong_shape(version, "/v", "1");

    Entry entry;
    entry.known_on = object.day("known_on");
    if (where == Where::submitted && entry.known_on) found(Code::known_on_given, {{"at", "/known_on"}});
    if (where == Where::in_log && !entry.known_on) found(Code::known_on_missing, {});

    if (const Value* withheld = object.may("withheld")) {
        for (const std::string_view other : {"body", "files", "released"}) {
            if (object.may(other))
                found(Code::both_given,
                      {{"at", object.at(other)}, {"found", std::string(other)}, {"expected", "withheld"}});
        }
        const Reader inside(*withheld, "/withheld");
        inside.only({"commitment", "distribution", "release"});
        entry.withheld = Withheld{.commitment = inside.hash("commitment"),
                                  .distribution = read_distribution(inside),
                                  .release = inside.day("release")};
        if (entry.withheld->distribution.kind == Distribution::Kind::open)
            found(Code::missing_key, {{"at", "/withheld"}, {"key", "distribution"}});
    } else {
        entry.body = object.must("body");
        if (!std::as_const(entry.body).object()) wrong_shape(entry.body, "/body", "object");
        if (const Value* files = object.may("files")) {
            const List* list = files->list();
            if (!list || list->empty()) wrong_shape(*files, "/files", "list");
            if (list->size() > most_files)
                found(Code::too_many_files, {{"limit", std::to_string(most_files)}});
            for (std::size_t i = 0; i < list->size(); ++i)
                entry.files.push_back(read_file((*list)[i], "/files/" + std::to_string(i)));
        }
        if (const Value* released = object.may("released")) {
            const Reader inside(*released, "/released");
            inside.only({"entry", "salt"});
            entry.released =
                Released{.entry = inside.number("entry"), .salt = inside.bytes("salt", salt_bytes)};
        }
    }
    const Value& seals = object.must("seals");
    const List* list = seals.list();
    if (!list) wrong_shape(seals, "/seals", "list");
    if (sealed && list->empty()) found(Code::no_seal, {});
    if (list->size() > most_seals) found(Code::too_many_seals, {{"limit", std::to_string(most_seals)}});
    entry.seals.reserve(list->size());
    for (std::size_t i = 0; i < list->size(); ++i)
        entry.seals.push_back(read_seal((*list)[i], "/seals/" + std::to_string(i)));
    return entry;
}

std::string excerpt(std::string_view text, std::size_t from) {
    constexpr std::size_t longest = 32;
    while (from > 0 && from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) --from;
    std::string_view rest = text.substr(std::min(from, text.size()), longest);
    while (!rest.empty() && from + rest.size() < text.size() &&
           (static_cast<unsigned char>(text[from + rest.size()]) & 0xC0) == 0x80)
        rest.remove_suffix(1);
    return std::string(rest);
}

// -- writing -----------------------------------------------------------------------------------------------

Value written(const Distribution& distribution) {
    if (distribution.kind == Distribution::Kind::members) return Value("members");
    return Value(List(distribution.members.begin(), distribution.members.end()));
}

Value written(const FileNote& file) {
    Object object;
    if (file.authentic) object.emplace("authentic", true);
    if (file.commitment) object.emplace("commitment", merkle::base64_of(*file.commitment));
    if (file.distribution.kind != Distribution::Kind::open)
        object.emplace("distribution", written(file.distribution));
    object.emplace("kind", name_of(file.kind));
    if (!file.language.empty()) object.emplace("language", file.language);
    object.emplace("name", file.name);
    if (file.personal) object.emplace("personal", true);
    if (file.release) object.emplace("release", *file.release);
    if (file.sha256) object.emplace("sha256", base::hex(merkle::bytes_of(*file.sha256)));
    object.emplace("size", static_cast<std::int64_t>(file.size));
    object.emplace("type", file.type);
    return Value(std::move(object));
}

// The members of an entry's object, each with its name, in the order in which they stand: the names of the
// envelope are so that the order of their bytes is that of RFC 8785. What is written without encoding/ has
// nothing that must be escaped: digits, days and base64.

void append_content(std::string& out, const Value& body, const std::vector<FileNote>& files) {
    out += "\"body\":";
    encoding::append_canonical_json(out, body);
    if (files.empty()) return;
    List list;
    for (const FileNote& file : files) list.push_back(written(file));
    out += ",\"files\":";
    encoding::append_canonical_json(out, Value(std::move(list)));
}

std::string known_on_member(base::Day known_on) { return "\"known_on\":\"" + known_on.text() + "\""; }

std::string released_member(const Released& released) {
    return "\"released\":{\"entry\":" + std::to_string(released.entry) + ",\"salt\":\"" +
           base::base64(released.salt) + "\"}";
}

std::string seals_member(const std::vector<Seal>& seals) {
    std::string out = "\"seals\":[";
    for (const Seal& seal : seals) {
        if (&seal != &seals.front()) out += ',';
        out.append("{\"after\":{\"root\":\"").append(merkle::base64_of(seal.after.root));
        out.append("\",\"size\":").append(std::to_string(seal.after.size));
        out.append("},\"count\":").append(std::to_string(seal.count));
        out.append(",\"key\":\"").append(seal.key);
        out.append("\",\"seal\":\"").append(base::base64(seal.signature)).append("\"}");
    }
    return out += ']';
}

std::size_t digits_of(std::uint64_t number) { return std::to_string(number).size(); }

// How long what `seals_member` makes is: numbers aside, always the same for a seal.
std::size_t length_of_seals(const std::vector<Seal>& seals) {
    static const std::size_t of_none = seals_member({}).size();
    static const std::size_t of_one = seals_member({Seal{}}).size() - of_none - 2 * digits_of(0);
    std::size_t length = of_none + (seals.empty() ? 0 : seals.size() - 1);
    for (const Seal& seal : seals)
        length += of_one + seal.key.size() + base::base64_size(seal.signature.size()) +
                  digits_of(seal.count) + digits_of(seal.after.size);
    return length;
}

// What follows the seals: the version, and what is withheld.
std::string end_of(const Entry& entry) {
    std::string out = "\"v\":1";
    if (entry.withheld) {
        Object withheld{{"commitment", merkle::base64_of(entry.withheld->commitment)},
                        {"distribution", written(entry.withheld->distribution)}};
        if (entry.withheld->release) withheld.emplace("release", *entry.withheld->release);
        out += ",\"withheld\":";
        encoding::append_canonical_json(out, Value(std::move(withheld)));
    }
    return out += '}';
}

enum class Seals { with, without };
std::string entry_text(const Entry& entry, const std::optional<base::Day>& known_on, Seals seals) {
    std::string out = "{";
    const auto append = [&](std::string_view member) {
        out.append(out.size() == 1 ? "" : ",").append(member);
    };
    if (!entry.withheld) append_content(out, entry.body, entry.files);
    if (known_on) append(known_on_member(*known_on));
    if (entry.released) append(released_member(*entry.released));
    if (seals == Seals::with) append(seals_member(entry.seals));
    append(end_of(entry));
    return out;
}

}  // namespace

std::string_view name_of(FileNote::Kind kind) { return file_kinds[static_cast<std::size_t>(kind)]; }

namespace {

Fault why_not_canonical(std::string_view bytes) {
    const auto value = encoding::read_json(bytes);
    if (!value)
        return {Code::not_canonical,
                {{"at", std::to_string(value.error().offset)},
                 {"why", std::string(encoding::name_of(value.error().code))}}};
    const std::string canonical = encoding::canonical_json(*value);
    const auto differs =
        static_cast<std::size_t>(std::ranges::mismatch(canonical, bytes).in2 - bytes.begin());
    return {Code::not_canonical,
            {{"at", std::to_string(differs)},
             {"found", excerpt(bytes, differs)},
             {"expected", excerpt(canonical, differs)}}};
}

std::expected<Entry, Fault> read_whole(std::string_view bytes, Where where, bool sealed) {
    const std::size_t longest = where == Where::in_log ? longest_entry : longest_entry - known_on_bytes;
    if (bytes.size() > longest)
        return std::unexpected(Fault{Code::too_long, {{"limit", std::to_string(longest)}}});
    const auto value = encoding::read_canonical_json(bytes);
    if (!value) return std::unexpected(why_not_canonical(bytes));
    try {
        return read_object(*value, where, sealed);
    } catch (Found& stopped) {
        return std::unexpected(std::move(stopped.fault));
    }
}

}  // namespace

std::expected<Entry, Fault> read_entry(std::string_view bytes, Where where) {
    return read_whole(bytes, where, true);
}

std::expected<Entry, Fault> read_unsealed(std::string_view bytes) {
    return read_whole(bytes, Where::submitted, false);
}

std::string write_entry(const Entry& entry) { return entry_text(entry, entry.known_on, Seals::with); }

std::string statement_of(const Entry& entry) { return entry_text(entry, std::nullopt, Seals::without); }

std::string statement_in(std::string_view bytes, const Entry& entry) {
    const std::string end = end_of(entry);
    const std::size_t seals_to = bytes.size() - end.size();  // the comma before the end included
    const std::size_t seals_from = seals_to - 1 - length_of_seals(entry.seals);
    const std::size_t released = entry.released ? released_member(*entry.released).size() + 1 : 0;
    const std::size_t known_on = entry.known_on ? known_on_bytes : 0;
    std::string statement;
    statement.reserve(bytes.size());
    statement.append(bytes.substr(0, seals_from - released - known_on));
    statement.append(bytes.substr(seals_from - released, released));
    return statement.append(end);
}

std::string with_known_on(std::string_view submitted, const Entry& entry, base::Day known_on) {
    const std::size_t released = entry.released ? released_member(*entry.released).size() + 1 : 0;
    const std::size_t at =
        submitted.size() - end_of(entry).size() - 1 - length_of_seals(entry.seals) - released;
    std::string bytes(submitted.substr(0, at));
    bytes.append(known_on_member(known_on)).append(",");
    return bytes.append(submitted.substr(at));
}

merkle::Hash digest_of(std::string_view origin, std::string_view statement) {
    constexpr std::string_view first = "depositary/act/v1\n";
    std::string sealed;
    sealed.reserve(first.size() + origin.size() + 1 + statement.size());
    sealed.append(first).append(origin).append("\n").append(statement);
    return merkle::sha256(sealed);
}

std::string sealed_text(std::string_view origin, const merkle::Hash& digest, const Seal& seal) {
    constexpr std::size_t usual = 256;
    std::string text;
    text.reserve(usual);
    text.append("depositary/seal/v1\n");
    text.append(origin).append("\n");
    text.append(seal.key).append("\n");
    text.append(std::to_string(seal.count)).append("\n");
    text.append(std::to_string(seal.after.size)).append("\n");
    text.append(merkle::base64_of(seal.after.root)).append("\n");
    text.append(merkle::base64_of(digest)).append("\n");
    return text;
}

std::string content_of(const base::Value& body, const std::vector<FileNote>& files) {
    std::string out = "{";
    append_content(out, body, files);
    return out += '}';
}

std::expected<Entry, Fault> read_content(std::string_view bytes) {
    // With what follows body and files in an entry it is one, and is read as strictly.
    std::string whole(bytes.substr(0, bytes.empty() ? 0 : bytes.size() - 1));
    whole.append(",\"seals\":[],\"v\":1}");
    auto entry = read_unsealed(whole);
    if (entry && content_of(entry->body, entry->files) != bytes)
        return std::unexpected(Fault{Code::wrong_shape, {{"at", ""}, {"expected", "body, files"}}});
    return entry;
}

merkle::Hash commitment_of(std::string_view salt, std::string_view bytes) {
    std::string both(salt);
    both.append(bytes);
    return merkle::sha256(both);
}

std::string key_text(std::string_view public_key) {
    std::string bytes(1, ed25519_type);
    bytes.append(public_key);
    return base::base64(bytes);
}

std::optional<std::string> public_key_of(std::string_view key_text) {
    constexpr std::size_t letters = 44;  // of 33 bytes
    if (key_text.size() != letters) return std::nullopt;
    auto bytes = base::read_base64(key_text);
    if (!bytes || bytes->size() != 1 + merkle::public_key_bytes || bytes->front() != ed25519_type)
        return std::nullopt;
    bytes->erase(0, 1);
    return bytes;
}

merkle::Hash next_of(std::string_view key_text) {
    return merkle::sha256(base::read_base64(key_text).value_or(std::string()));
}

Seal seal(const merkle::SecretKey& key, std::string_view origin, const merkle::Hash& digest,
          std::uint64_t count, const After& after) {
    Seal made{.key = key_text(key.public_key()), .count = count, .after = after, .signature = {}};
    made.signature = key.sign(sealed_text(origin, digest, made));
    return made;
}

std::optional<Fault> verify_seals(std::string_view origin, const merkle::Hash& digest,
                                  const std::vector<Seal>& seals) {
    std::set<std::string_view> keys;
    for (const Seal& seal : seals) {
        if (!keys.insert(seal.key).second) return Fault{Code::seal_twice, {{"key", seal.key}}};
        const auto public_key = public_key_of(seal.key);
        if (!public_key) return Fault{Code::bad_key, {{"key", seal.key}}};
        if (!merkle::verify_ed25519(*public_key, sealed_text(origin, digest, seal), seal.signature))
            return Fault{Code::bad_signature, {{"key", seal.key}}};
    }
    return std::nullopt;
}

}  // namespace seals
