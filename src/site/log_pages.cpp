#include "site/log_pages.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/base64.hpp"
#include "http/target.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "pages/check_page.hpp"
#include "pages/entry_page.hpp"
#include "pages/log_page.hpp"
#include "site/proved.hpp"
#include "words/entry_faults.hpp"
#include "words/log_words.hpp"
#include "words/page_words.hpp"

namespace site {
namespace {

namespace say = words::log_words;

std::int64_t number(std::uint64_t value) { return static_cast<std::int64_t>(value); }

bool is_public(const seals::FileNote& note) {
    return note.sha256 && !note.personal && note.distribution.kind == seals::Distribution::Kind::open;
}

std::optional<std::uint64_t> entry_named(const Log& log, std::string_view text) {
    const auto entry = merkle::read_decimal(text);
    return entry && *entry < log.size ? entry : std::nullopt;
}

/// The largest confirmed checkpoint where the entry is in it, else the newest.
struct Under {
    std::uint64_t size;
    const std::string& checkpoint;
};
Under checkpoint_over(const Log& log, std::uint64_t entry) {
    if (log.grade_of(entry) == Grade::witnessed) return {log.witnessed, log.largest};
    return {log.size, log.newest};
}

/// The act of the record that stands in the entry, where it is one and the view knows it.
std::optional<record::EntryNumber> act_in(const Asking& asking, std::uint64_t entry) {
    const registry::Leaves& leaves = asking.log()->leaves;
    const auto found = std::ranges::lower_bound(leaves, entry);
    if (found == leaves.end() || *found != entry) return std::nullopt;
    const auto at = static_cast<record::EntryNumber>(found - leaves.begin());
    return at < asking.view().known ? std::optional(at) : std::nullopt;
}

// The policy with the log's own key in it: a log's entries name the witnesses, and may leave the key out that
// the first of them names.
std::string whole_policy(const Log& log) {
    auto policy = merkle::read_policy(log.policy);
    auto key = merkle::VerifierKey::read(log.key);
    if (!policy || !key) return log.policy;
    if (policy->logs.empty()) policy->logs.push_back({.key = *std::move(key), .url = {}});
    return policy->text();
}

pages::Url plain(const std::string& path) { return *pages::Url::read(path); }

// -- data ------------------------------------------------------------------------------------------

base::Value data_of(const seals::Key& key) {
    base::Object data{{"key", key.key},
                      {"name", key.name},
                      {"holder", key.holder},
                      {"use", seals::name_of(key.use)},
                      {"accredited", number(key.accredited)}};
    if (key.ended) {
        data.emplace("ended", number(*key.ended));
        data.emplace("why", key.why_ended);
    }
    if (key.contested_since) data.emplace("contested_since", number(*key.contested_since));
    return data;
}

base::Value data_of(const std::vector<seals::Key>& keys) {
    base::List all;
    for (const seals::Key& key : keys) all.push_back(data_of(key));
    return all;
}

std::string_view word_of(seals::Distribution::Kind kind) {
    constexpr std::array<std::string_view, 3> words{"open", "members", "named"};
    return words[static_cast<std::size_t>(kind)];
}

base::Value data_of(std::uint64_t entry, const seals::Withheld& withheld) {
    base::Object data{{"entry", number(entry)},
                      {"commitment", merkle::base64_of(withheld.commitment)},
                      {"distribution", word_of(withheld.distribution.kind)}};
    if (withheld.distribution.kind == seals::Distribution::Kind::named)
        data.emplace("members", withheld.distribution.members);
    if (withheld.release) data.emplace("release", *withheld.release);
    return data;
}

base::Value data_of(const std::vector<pages::FileTold>& files) {
    base::List all;
    for (const pages::FileTold& file : files) {
        base::Object one{{"name", file.note.name},
                         {"kind", words::say(words::Language::en, file.note.kind)},
                         {"type", file.note.type},
                         {"size", number(file.note.size)},
                         {"authentic", file.note.authentic}};
        if (!file.note.language.empty()) one.emplace("language", file.note.language);
        if (file.note.sha256) one.emplace("sha256", base::hex(merkle::bytes_of(*file.note.sha256)));
        if (file.at) one.emplace("at", file.at->text());
        all.push_back(std::move(one));
    }
    return all;
}

base::Value data_of(const Log& log, const std::optional<base::Day>& confirmed_on) {
    base::List witnesses, acts, withheld, released;
    for (const Witness& one : log.witnesses) {
        base::Object witness{{"name", one.name}, {"key", one.key}, {"size", number(one.size)}};
        if (one.size > 0) witness.emplace("time", number(one.time));
        witnesses.push_back(std::move(witness));
    }
    for (const auto& [entry, act] : log.registry_acts)
        acts.push_back(base::Object{{"entry", number(entry)}, {"body", seals::write_registry_act(act)}});
    for (const auto& [entry, one] : log.withheld) withheld.push_back(data_of(entry, one));
    for (const auto& [entry, by] : log.released)
        released.push_back(base::Object{{"entry", number(entry)}, {"by", number(by)}});
    base::Object data{{"origin", log.origin},
                      {"key", log.key},
                      {"policy", log.policy},
                      {"size", number(log.size)},
                      {"newest", log.newest},
                      {"witnessed", number(log.witnessed)},
                      {"confirmations", number(log.confirmations)},
                      {"witnesses", std::move(witnesses)},
                      {"keys", data_of(log.keys)},
                      {"registry_acts", std::move(acts)},
                      {"withheld", std::move(withheld)},
                      {"released", std::move(released)},
                      {"writes", log.writes}};
    if (!log.largest.empty()) data.emplace("confirmed", log.largest);
    if (confirmed_on) data.emplace("confirmed_on", *confirmed_on);
    if (!log.closed.empty()) data.emplace("closed", log.closed);
    return data;
}

base::Value data_of(const Asking& asking, const pages::EntryPage& page) {
    base::List seals, path;
    for (const seals::Seal& seal : page.entry.seals) {
        seals.push_back(base::Object{{"key", seal.key},
                                     {"count", number(seal.count)},
                                     {"after", base::Object{{"size", number(seal.after.size)},
                                                            {"root", merkle::base64_of(seal.after.root)}}},
                                     {"signature", base::base64(seal.signature)}});
    }
    for (const merkle::Hash& hash : page.path) path.emplace_back(merkle::base64_of(hash));
    base::Object data{{"log", proof_data(asking, page.proved)},
                      {"leaf", merkle::base64_of(page.leaf)},
                      {"digest", merkle::base64_of(page.digest)},
                      {"seals", std::move(seals)},
                      {"path_to", number(page.path_to)},
                      {"path", std::move(path)},
                      {"checkpoint", page.checkpoint},
                      {"bytes", page.bytes}};
    if (page.entry.known_on) data.emplace("known_on", *page.entry.known_on);
    if (page.act) data.emplace("act", asking.view().act(*page.act).id);
    if (page.registry) data.emplace("registry_act", seals::write_registry_act(*page.registry));
    if (page.entry.withheld) data.emplace("withheld", data_of(page.proved.entry, *page.entry.withheld));
    if (page.released_in) data.emplace("released_in", number(*page.released_in));
    if (!page.files.empty()) data.emplace("files", data_of(page.files));
    return data;
}

Content of_log(std::string title, pages::Fragment main, std::string_view name, base::Value data) {
    return {.title = std::move(title),
            .main = std::move(main),
            .section = {},
            .data = base::Object{{std::string(name), std::move(data)}},
            .proof = Proof::placed};
}

}  // namespace

// -- pages -----------------------------------------------------------------------------------------

Content log_page(Asking& asking) {
    const words::Language language = asking.names().language();
    const std::string title(say::title(language));
    const Log* log = asking.log();
    if (!log) return of_log(title, pages::no_log_page(asking.setting()), "log", base::Value());
    pages::LogPage page{.origin = log->origin,
                        .key = log->key,
                        .policy = log->policy,
                        .size = log->size,
                        .newest = log->newest,
                        .witnessed = log->witnessed,
                        .confirmed = log->largest,
                        .confirmed_on = asking.confirmed_on(),
                        .copies = number(log->confirmations),
                        .witnesses = {},
                        .keys = log->keys,
                        .acts = log->registry_acts,
                        .withheld = log->withheld,
                        .released = log->released,
                        .writes = log->writes};
    for (const Witness& one : log->witnesses)
        page.witnesses.push_back({one.name, one.key, one.size, one.time});
    if (!log->closed.empty()) page.closed = words::say_closed(log->closed, {}, language);
    return of_log(title, pages::log_page(asking.setting(), page), "log",
                  data_of(*log, asking.confirmed_on()));
}

Content keys_page(Asking& asking) {
    const std::vector<seals::Key>& keys = asking.log()->keys;
    return of_log(std::string(say::keys(asking.names().language())), pages::keys_page(asking.setting(), keys),
                  "keys", data_of(keys));
}

std::optional<Content> entry_page(Asking& asking, const std::string& name) {
    const Log& log = *asking.log();
    const auto index = entry_named(log, name);
    if (!index) return std::nullopt;
    const auto bytes = log.read(*index);
    const auto entry = bytes ? seals::read_entry(*bytes, seals::Where::in_log)
                             : std::expected<seals::Entry, seals::Fault>(std::unexpect);
    const Under under = checkpoint_over(log, *index);
    const auto path = log.path(*index, under.size);
    if (!entry || !path) return std::nullopt;
    const auto act = log.registry_acts.find(*index);
    const auto released = log.released.find(*index);
    const std::string number = std::to_string(*index);
    const std::string_view language = words::code(asking.names().language());
    const pages::EntryPage page{
        .proved = proved(asking, *index),
        .size = log.size,
        .entry = *entry,
        .bytes = *bytes,
        .digest = seals::digest_of(log.origin, seals::statement_of(*entry)),
        .leaf = merkle::leaf_hash(*bytes),
        .path_to = under.size,
        .path = *path,
        .checkpoint = under.checkpoint,
        .act = act_in(asking, *index),
        .registry = act == log.registry_acts.end() ? nullptr : &act->second,
        .released_in = released == log.released.end() ? std::nullopt : std::optional(released->second),
        .keys = log.keys,
        .files = files_of(asking, *index),
        .proof_file = log.proof ? std::optional(plain(std::string(proofs_prefix) + number + "." +
                                                      std::string(language) + ".html"))
                                : std::nullopt,
        .proof_text = plain("/log/proof/" + number)};
    const std::string title =
        words::fill_in(say::entry_of_log(asking.names().language()), {{"entry", number}});
    return of_log(title, pages::entry_page(asking.setting(), page), "entry", data_of(asking, page));
}

Content check_page(Asking& asking) {
    const std::string policy = asking.log() ? whole_policy(*asking.log()) : std::string();
    return {.title = std::string(say::check_title(asking.names().language())),
            .main = pages::check_page(asking.setting(), policy),
            .section = {},
            .checks = true};
}

// -- tables ----------------------------------------------------------------------------------------

office::CsvTable log_table(Asking& asking) {
    office::CsvTable table{.columns = {"entry", "kind", "on", "says", "act", "released_in"}, .rows = {}};
    const Log* log = asking.log();
    if (!log) return table;
    const words::KeyName key_name = pages::names_of_keys(log->keys);
    for (const auto& [entry, act] : log->registry_acts) {
        table.rows.push_back({std::to_string(entry), std::string(seals::kind_of(act.content)), act.on.text(),
                              words::registry_act_said(act, asking.names(), key_name), act.id, ""});
    }
    for (const auto& [entry, withheld] : log->withheld) {
        table.rows.push_back({std::to_string(entry), "withheld",
                              withheld.release ? withheld.release->text() : std::string(),
                              words::withheld_said(entry, withheld, asking.names()), "", ""});
    }
    for (const auto& [entry, by] : log->released) {
        table.rows.push_back({std::to_string(entry), "released", "",
                              words::fill_in(say::released_by(asking.names().language()),
                                             {{"entry", std::to_string(entry)}, {"by", std::to_string(by)}}),
                              "", std::to_string(by)});
    }
    std::ranges::stable_sort(table.rows, {}, [](const std::vector<std::string>& row) {
        return merkle::read_decimal(row.front()).value_or(0);
    });
    return table;
}

office::CsvTable keys_table(Asking& asking) {
    office::CsvTable table{
        .columns = {"key", "name", "holder", "use", "accredited", "ended", "why", "contested_since"},
        .rows = {}};
    const auto told = [](const std::optional<std::uint64_t>& entry) {
        return entry ? std::to_string(*entry) : std::string();
    };
    for (const seals::Key& key : asking.log()->keys) {
        table.rows.push_back({key.key, key.name, key.holder, std::string(seals::name_of(key.use)),
                              std::to_string(key.accredited), told(key.ended), std::string(key.why_ended),
                              told(key.contested_since)});
    }
    return table;
}

std::vector<pages::FileTold> files_of(const Asking& asking, std::uint64_t entry) {
    std::vector<pages::FileTold> told;
    const auto found = asking.log()->files.find(entry);
    if (found == asking.log()->files.end()) return told;
    for (const seals::FileNote& note : found->second) {
        pages::FileTold one{.note = note};
        if (is_public(note)) {
            one.at = plain(std::string(files_prefix) + base::hex(merkle::bytes_of(*note.sha256)) + "/" +
                           http::percent_encoded(note.name));
        }
        told.push_back(std::move(one));
    }
    return told;
}

// -- as they are -----------------------------------------------------------------------------------

namespace {

constexpr const char* for_ever = "public, max-age=31536000, immutable";  // an address that names its bytes

/// What browsers show without executing anything of it. Everything else is only ever saved.
constexpr std::array<std::string_view, 6> shown_types{"application/pdf", "text/plain", "image/png",
                                                      "image/jpeg",      "image/gif",  "image/webp"};
constexpr const char* unknown_type = "application/octet-stream";
/// Of a registered media type each half has at most 127 letters (RFC 6838, section 4.2).
constexpr std::size_t longest_half = 127;

bool is_half(std::string_view text) {
    constexpr std::string_view letters =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$&-^_.+";
    return !text.empty() && text.size() <= longest_half &&
           text.find_first_not_of(letters) == std::string_view::npos;
}

// A type without parameters, as it may stand in a header; what is none is unknown.
std::string media_type(std::string_view type) {
    const auto slash = type.find('/');
    if (slash == std::string_view::npos || !is_half(type.substr(0, slash)) ||
        !is_half(type.substr(slash + 1)))
        return unknown_type;
    return std::string(type);
}

http::Response guarded(http::Response response) {
    return std::move(response)
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
}

http::Response not_there() {
    return guarded(http::text("Not found.\n", 404)).with("Cache-Control", "no-cache");
}

// RFC 6266: the name in RFC 8187's form, which has room for every script.
std::string disposition(std::string_view how, std::string_view name) {
    return std::string(how) + "; filename*=UTF-8''" + http::percent_encoded(name);
}

const seals::FileNote* public_note(const Log& log, const merkle::Hash& sha256, std::string_view name) {
    for (const auto& [entry, notes] : log.files) {
        for (const seals::FileNote& note : notes) {
            if (is_public(note) && *note.sha256 == sha256 && note.name == name) return &note;
        }
    }
    return nullptr;
}

http::Response file(const Log& log, std::string_view rest, const http::Request& request) {
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return not_there();
    const auto bytes = base::read_hex(rest.substr(0, slash));
    const auto sha256 = bytes ? merkle::hash_of(*bytes) : std::nullopt;
    if (!sha256) return not_there();
    const seals::FileNote* note = public_note(log, *sha256, rest.substr(slash + 1));
    if (!note) return not_there();
    const std::string etag = "\"" + std::string(rest.substr(0, slash)) + "\"";
    if (request.holds(etag)) return http::not_modified(etag);
    auto found = log.file(*sha256);
    if (!found) return not_there();
    std::string type = media_type(note->type);
    const bool shown = std::ranges::find(shown_types, type) != shown_types.end();
    if (type == "text/plain") type += "; charset=utf-8";
    return guarded(http::content(std::move(type), std::move(found->bytes)))
        .with("Content-Disposition", disposition(shown ? "inline" : "attachment", note->name))
        .with("Cache-Control", for_ever)
        .with("ETag", etag);
}

http::Response proof_for_people(const Shared& shared, std::uint64_t entry, words::Language language) {
    const auto& proof = shared.log->proof;
    auto page = proof ? proof(entry, language, shared.organisation) : std::nullopt;
    if (!page) return not_there();
    return guarded(http::html(*std::move(page)))
        .with("Content-Disposition",
              disposition("attachment", "entry-" + std::to_string(entry) + "-" +
                                            std::string(words::code(language)) + ".html"))
        .with("Cache-Control", "no-cache");
}

http::Response proof(const Shared& shared, std::string_view rest) {
    const auto dot = rest.find('.');
    const auto entry = entry_named(*shared.log, rest.substr(0, dot));
    if (dot == std::string_view::npos || !entry) return not_there();
    const std::string_view form = rest.substr(dot + 1);
    for (const words::Language language : words::languages) {
        if (form == std::string(words::code(language)) + ".html")
            return proof_for_people(shared, *entry, language);
    }
    return not_there();
}

}  // namespace

std::optional<http::Response> answer_as_is(const Shared& shared, const http::Request& request) {
    const std::string_view path = request.path;
    const bool is_file = path.starts_with(files_prefix);
    if (!is_file && !path.starts_with(proofs_prefix)) return std::nullopt;
    if (!shared.log) return not_there();
    return is_file ? file(*shared.log, path.substr(files_prefix.size()), request)
                   : proof(shared, path.substr(proofs_prefix.size()));
}

}  // namespace site
