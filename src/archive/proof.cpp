#include "archive/proof.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "archive/layout.hpp"
#include "archive/signed_note.hpp"
#include "base/base64.hpp"
#include "merkle/checkpoint.hpp"
#include "merkle/tree.hpp"
#include "registry/book.hpp"
#include "seals/envelope.hpp"

namespace archive {
namespace {

using Fault = ActProofFault;

constexpr std::string_view header = "depositary/proof@v1";
constexpr std::size_t armour_width = 64;

std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == text.npos) return std::nullopt;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

// "WORD LENGTH" or "WORD LENGTH LENGTH": the lengths, `count` of them.
std::optional<std::vector<std::size_t>> read_lengths(std::string_view line, std::string_view word,
                                                     std::size_t count) {
    if (!line.starts_with(word)) return std::nullopt;
    line.remove_prefix(word.size());
    std::vector<std::size_t> lengths;
    while (!line.empty()) {
        if (line.front() != ' ') return std::nullopt;
        line.remove_prefix(1);
        const auto end = std::min(line.find(' '), line.size());
        const auto length = merkle::read_decimal(line.substr(0, end));
        if (!length || *length > longest_act_proof) return std::nullopt;
        lengths.push_back(static_cast<std::size_t>(*length));
        line.remove_prefix(end);
    }
    if (lengths.size() != count) return std::nullopt;
    return lengths;
}

struct Lengths {
    std::size_t entry = 0, log_proof = 0, policy = 0;
    std::vector<std::pair<std::size_t, std::size_t>> keys;

    std::size_t all() const {
        std::size_t sum = entry + log_proof + policy;
        for (const auto& [entry_of_key, proof] : keys) sum += entry_of_key + proof;
        return sum;
    }
};

std::expected<Lengths, Fault> take_head(std::string_view& bytes) {
    if (take_line(bytes) != header) return std::unexpected(Fault::bad_header);
    Lengths lengths;
    for (auto& [word, length] : {std::pair{"entry", &lengths.entry},
                                 {"log-proof", &lengths.log_proof},
                                 {"policy", &lengths.policy}}) {
        const auto line = take_line(bytes);
        const auto read = line ? read_lengths(*line, word, 1) : std::nullopt;
        if (!read) return std::unexpected(Fault::bad_length);
        *length = read->front();
    }
    for (;;) {
        const auto line = take_line(bytes);
        if (!line) return std::unexpected(Fault::bad_length);
        if (line->empty()) return lengths;
        const auto read = read_lengths(*line, "key", 2);
        if (!read) return std::unexpected(Fault::bad_length);
        if (lengths.keys.size() == most_keys) return std::unexpected(Fault::too_many_keys);
        lengths.keys.emplace_back((*read)[0], (*read)[1]);
    }
}

std::string_view take(std::string_view& bytes, std::size_t count) {
    const std::string_view taken = bytes.substr(0, count);
    bytes.remove_prefix(taken.size());
    return taken;
}

}  // namespace

std::string_view name_of(Fault fault) {
    constexpr std::array<std::string_view, 9> names{"too_long",      "no_block",         "bad_base64",
                                                    "bad_header",    "bad_length",       "too_many_keys",
                                                    "bad_log_proof", "other_checkpoint", "out_of_order"};
    return names[static_cast<std::size_t>(fault)];
}

// -- text --------------------------------------------------------------------------------------------------

std::string ActProof::text() const {
    const std::string path = proof.text();
    std::string head(header);
    head += "\nentry " + std::to_string(entry.size()) + "\nlog-proof " + std::to_string(path.size()) +
            "\npolicy " + std::to_string(policy.size()) + "\n";
    std::string rest = entry + path + policy;
    for (const KeyProof& key : keys) {
        const std::string key_path = key.proof.text();
        head += "key " + std::to_string(key.entry.size()) + " " + std::to_string(key_path.size()) + "\n";
        rest += key.entry + key_path;
    }
    return head + "\n" + rest;
}

std::string ActProof::armoured() const {
    const std::string letters = base::base64(text());
    std::string block = std::string(proof_begin) + "\n";
    for (std::size_t at = 0; at < letters.size(); at += armour_width)
        block += letters.substr(at, armour_width) + "\n";
    return block + std::string(proof_end) + "\n";
}

std::expected<ActProof, Fault> read_act_proof(std::string_view bytes) {
    if (bytes.size() > longest_act_proof) return std::unexpected(Fault::too_long);
    const auto lengths = take_head(bytes);
    if (!lengths) return std::unexpected(lengths.error());
    if (lengths->all() != bytes.size()) return std::unexpected(Fault::bad_length);

    ActProof made;
    made.entry = take(bytes, lengths->entry);
    auto proof = merkle::read_log_proof(take(bytes, lengths->log_proof));
    if (!proof) return std::unexpected(Fault::bad_log_proof);
    made.proof = std::move(*proof);
    made.policy = take(bytes, lengths->policy);
    for (const auto& [entry, path] : lengths->keys) {
        KeyProof key{.entry = std::string(take(bytes, entry)), .proof = {}};
        auto read = merkle::read_log_proof(take(bytes, path));
        if (!read) return std::unexpected(Fault::bad_log_proof);
        key.proof = std::move(*read);
        if (key.proof.checkpoint != made.proof.checkpoint) return std::unexpected(Fault::other_checkpoint);
        if (!made.keys.empty() && made.keys.back().proof.index >= key.proof.index)
            return std::unexpected(Fault::out_of_order);
        made.keys.push_back(std::move(key));
    }
    return made;
}

bool holds_act_proof(std::string_view file) { return file.find(proof_begin) != file.npos; }

std::expected<ActProof, Fault> find_act_proof(std::string_view file) {
    if (file.size() > longest_proof_file) return std::unexpected(Fault::too_long);
    const auto begin = file.find(proof_begin);
    if (begin == file.npos) return std::unexpected(Fault::no_block);
    const auto first = begin + proof_begin.size();
    const auto end = file.find(proof_end, first);
    // Two blocks in one file: a reader could take the one and a verifier the other.
    if (end == file.npos || file.find(proof_begin, first) != file.npos)
        return std::unexpected(Fault::no_block);
    std::string letters;
    for (const char c : file.substr(first, end - first)) {
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t') letters += c;
    }
    const auto bytes = base::read_base64(letters);
    if (!bytes) return std::unexpected(Fault::bad_base64);
    return read_act_proof(*bytes);
}

// -- making ------------------------------------------------------------------------------------------------

namespace {

std::unexpected<store::Fault> damaged(std::string problem) {
    return std::unexpected(store::Fault{store::Trouble::damaged, std::move(problem)});
}

store::Expected<std::string> entry_at(const store::Store& store, std::uint64_t index) {
    auto found = store.entries(index, 1);
    if (!found) return std::unexpected(found.error());
    if (found->size() != 1) return damaged("no entry " + std::to_string(index));
    return std::move(found->front());
}

// The key that an entry brings into being, and, of a rotation, the one that it takes the place of.
struct Brought {
    std::string key;
    std::string from;
};
std::optional<Brought> brought_by(const seals::Understood& understood) {
    if (!understood.registry) return std::nullopt;
    const seals::RegistryContent& content = understood.registry->content;
    if (const auto* opened = std::get_if<seals::LogOpened>(&content)) return Brought{opened->authority, {}};
    if (const auto* accredited = std::get_if<seals::KeyAccredited>(&content))
        return Brought{accredited->key, {}};
    if (const auto* rotated = std::get_if<seals::KeyRotated>(&content))
        return Brought{rotated->key, rotated->from};
    return std::nullopt;
}

// The entries that brought the keys of `bytes`, and those that brought the keys that sealed these, down to
// the first entry of the log.
store::Expected<std::map<std::uint64_t, std::string>> chain_of(const store::Store& store,
                                                               const seals::Keys& keys, std::uint64_t index,
                                                               const std::string& bytes) {
    std::map<std::uint64_t, std::string> chain;
    std::vector<std::pair<std::uint64_t, std::string>> open{{index, bytes}};
    while (!open.empty()) {
        const auto [at, text] = std::move(open.back());
        open.pop_back();
        const auto entry = seals::read_entry(text, seals::Where::in_log);
        const auto understood = entry ? seals::understand(*entry) : std::unexpected(entry.error());
        if (!understood) return damaged("entry " + std::to_string(at));
        std::vector<std::string> needed;
        for (const seals::Seal& seal : entry->seals) needed.push_back(seal.key);
        if (const auto brought = brought_by(*understood); brought && !brought->from.empty())
            needed.push_back(brought->from);
        for (const std::string& key : needed) {
            const seals::Key* known = keys.find(key);
            if (!known) return damaged("entry " + std::to_string(at) + ": a key that nobody accredited");
            if (known->accredited == index || chain.contains(known->accredited)) continue;
            auto found = entry_at(store, known->accredited);
            if (!found) return std::unexpected(found.error());
            chain.emplace(known->accredited, *found);
            open.emplace_back(known->accredited, std::move(*found));
        }
    }
    return chain;
}

}  // namespace

store::Expected<ActProof> make_proof(const store::Store& store, const seals::Keys& keys,
                                     std::uint64_t index) {
    const auto head = store.head();
    if (!head) return std::unexpected(head.error());
    if (index >= head->size()) return damaged("no entry " + std::to_string(index));
    const auto policy = policy_of(keys);
    if (!policy) return damaged("the policy of the log cannot be read");

    ActProof made;
    made.policy = policy->text();
    auto note = witnessed_checkpoint(store, head->size(), *policy);
    if (!note) return std::unexpected(note.error());
    auto checkpoint = merkle::read_checkpoint(note->substr(0, note->find("\n\n") + 1));
    if (checkpoint && checkpoint->size <= index) {
        note = cosigned_checkpoint(store, head->size());
        if (!note) return std::unexpected(note.error());
        checkpoint = merkle::read_checkpoint(note->substr(0, note->find("\n\n") + 1));
    }
    if (!checkpoint) return damaged("a checkpoint cannot be read");

    const auto nodes = store::nodes_of(store, checkpoint->size);
    const auto proof_of = [&](std::uint64_t at) -> store::Expected<merkle::LogProof> {
        auto path = merkle::inclusion_path(at, checkpoint->size, nodes);
        if (!path) return damaged("a path of the tree cannot be read");
        return merkle::LogProof{.extra = {}, .index = at, .path = std::move(*path), .checkpoint = *note};
    };
    auto entry = entry_at(store, index);
    if (!entry) return std::unexpected(entry.error());
    made.entry = std::move(*entry);
    auto proof = proof_of(index);
    if (!proof) return std::unexpected(proof.error());
    made.proof = std::move(*proof);
    auto chain = chain_of(store, keys, index, made.entry);
    if (!chain) return std::unexpected(chain.error());
    for (auto& [at, bytes] : *chain) {
        auto path = proof_of(at);
        if (!path) return std::unexpected(path.error());
        made.keys.push_back({.entry = std::move(bytes), .proof = std::move(*path)});
    }
    return made;
}

// -- verifying ---------------------------------------------------------------------------------------------

namespace {

class Proving {
public:
    Proving(std::string_view file, const ProofOptions& options) : file_(file), options_(options) {}

    Proven run() {
        auto read = find_act_proof(file_);
        if (!read) {
            fail(failed(Check::entries, "not_a_proof", {}, {{"why", std::string(name_of(read.error()))}}));
            return std::move(proven_);
        }
        const ActProof proof = std::move(*read);
        proven_.index = proof.proof.index;
        if (!take_policy(proof) || !take_checkpoint(proof)) return std::move(proven_);
        for (const std::string& whole : options_.known) take_known(whole);
        proven_.verdict.warnings.emplace(Warning::one_act_alone, 0);
        // The keys first, in the order of the log: each entry may need those before it.
        for (const KeyProof& key : proof.keys) {
            if (key.proof.index >= proof.proof.index) break;
            if (!take_entry(key.entry, key.proof, false)) return std::move(proven_);
        }
        if (take_entry(proof.entry, proof.proof, true)) conclude();
        return std::move(proven_);
    }

private:
    Looked& looked(Check check) { return proven_.verdict.looked[check]; }
    void fail(Failure failure) {
        looked(failure.check).state = State::fails;
        proven_.verdict.failures.push_back(std::move(failure));
    }
    void fail_once(Failure failure) {
        if (looked(failure.check).state != State::fails) fail(std::move(failure));
    }
    bool fail_entry(Check check, std::string code, std::uint64_t entry, seals::Facts facts = {}) {
        fail(
            {.check = check, .code = std::move(code), .entry = entry, .path = {}, .facts = std::move(facts)});
        return false;
    }

    bool take_policy(const ActProof& proof) {
        if (options_.policy) {
            policy_ = *options_.policy;
            return true;
        }
        auto policy = merkle::read_policy(proof.policy);
        if (!policy) {
            fail(failed(Check::policy, "not_a_policy", {},
                        {{"why", std::string(merkle::name_of(policy.error().code))},
                         {"line", std::to_string(policy.error().line)}}));
            return false;
        }
        policy_ = std::move(*policy);
        proven_.verdict.warnings.emplace(Warning::trusts_copy, 0);
        return true;
    }

    bool take_checkpoint(const ActProof& proof) {
        auto read = read_signed(proof.proof.checkpoint, policy_, Check::checkpoint, {});
        if (!read) {
            fail(std::move(read.error()));
            return false;
        }
        proven_.verdict.checkpoint = std::move(read->checkpoint);
        proven_.verdict.standing = std::move(read->standing);
        looked(Check::checkpoint) = {State::holds, 1};
        judge_witnesses(proven_.verdict, policy_, options_.unwitnessed, {});
        return true;
    }

    // Of one size there is one root; two roots are two histories. Between two sizes the proof has no path.
    void take_known(const std::string& whole) {
        auto read = read_signed(whole, policy_, Check::known, {});
        if (!read) return fail_once(std::move(read.error()));
        const merkle::Checkpoint& ours = *proven_.verdict.checkpoint;
        const merkle::Checkpoint& known = read->checkpoint;
        if (known.origin != ours.origin)
            return fail_once(
                failed(Check::known, "other_log", {}, {{"found", known.origin}, {"expected", ours.origin}}));
        if (known.size != ours.size) return proven_.not_compared.push_back(known.size);
        if (known.root != ours.root)
            return fail_once(
                failed(Check::known, "known_differs", {}, {{"size", std::to_string(known.size)}}));
        if (looked(Check::known).state != State::fails) looked(Check::known).state = State::holds;
        ++looked(Check::known).count;
    }

    // In the tree, canonical, sealed, and by keys that entries before it brought.
    bool take_entry(const std::string& bytes, const merkle::LogProof& proof, bool is_act) {
        const merkle::Checkpoint& checkpoint = *proven_.verdict.checkpoint;
        const std::uint64_t index = proof.index;
        if (!merkle::proves_inclusion(index, checkpoint.size, merkle::leaf_hash(bytes), proof.path,
                                      checkpoint.root))
            return fail_entry(Check::root, "not_included", index);
        ++looked(Check::root).count;
        auto entry = seals::read_entry(bytes, seals::Where::in_log);
        auto understood = entry ? seals::understand(*entry) : std::unexpected(entry.error());
        if (!understood)
            return fail_entry(Check::entries, std::string(seals::name_of(understood.error().code)), index,
                              understood.error().facts);
        ++looked(Check::entries).count;
        const auto digest = seals::digest_of(checkpoint.origin, seals::statement_of(*entry));
        if (auto fault = seals::verify_seals(checkpoint.origin, digest, entry->seals))
            return fail_entry(Check::seals, std::string(seals::name_of(fault->code)), index, fault->facts);
        looked(Check::seals).count += entry->seals.size();
        if (!take_keys(*entry, *understood, index)) return false;
        if (is_act) {
            if (entry->withheld) proven_.verdict.warnings.emplace(Warning::withheld, 1);
            for (const seals::Seal& seal : entry->seals) proven_.sealed.push_back(keys_.at(seal.key));
            proven_.entry = std::move(*entry);
        }
        return true;
    }

    // Who sealed it was accredited before; and what it does to keys may be done by who sealed it.
    bool take_keys(const seals::Entry& entry, const seals::Understood& understood, std::uint64_t index) {
        const auto brought = brought_by(understood);
        const std::string_view fresh =
            brought && !std::holds_alternative<seals::KeyAccredited>(understood.registry->content)
                ? std::string_view(brought->key)
                : std::string_view();
        if (fresh.empty() ? entry.seals.empty()
                          : std::ranges::find(entry.seals, fresh, &seals::Seal::key) == entry.seals.end())
            return fail_entry(Check::keys, "not_authorised", index, {{"key", std::string(fresh)}});
        for (const seals::Seal& seal : entry.seals) {
            if (seal.key == fresh) continue;
            const auto known = keys_.find(seal.key);
            if (known == keys_.end())
                return fail_entry(Check::keys, "key_not_accredited", index, {{"key", seal.key}});
            if (seal.after.size > index)
                return fail_entry(
                    Check::keys, "after_beyond", index,
                    {{"found", std::to_string(seal.after.size)}, {"size", std::to_string(index)}});
            if (seal.after.size <= known->second.accredited)
                return fail_entry(Check::keys, "after_stale", index,
                                  {{"found", std::to_string(seal.after.size)},
                                   {"expected", std::to_string(known->second.accredited + 1)}});
        }
        return !brought || bring(entry, *understood.registry, index);
    }

    bool bring(const seals::Entry& entry, const seals::RegistryAct& act, std::uint64_t index) {
        if (const auto* opened = std::get_if<seals::LogOpened>(&act.content)) {
            if (index != 0) return fail_entry(Check::keys, "not_first", index);
            if (opened->origin != proven_.verdict.checkpoint->origin)
                return fail_entry(
                    Check::keys, "other_origin", index,
                    {{"found", opened->origin}, {"expected", proven_.verdict.checkpoint->origin}});
            return add({.key = opened->authority,
                        .name = opened->origin,
                        .holder = {},
                        .use = seals::Use::authority,
                        .accredited = index},
                       index, opened->next);
        }
        if (const auto* accredited = std::get_if<seals::KeyAccredited>(&act.content)) {
            const bool may = std::ranges::any_of(entry.seals, [&](const seals::Seal& seal) {
                const Sealed& by = keys_.at(seal.key);
                return by.use == seals::Use::authority &&
                       (by.holder.empty() || by.holder == accredited->holder);
            });
            if (!may)
                return fail_entry(Check::keys, "not_authorised", index,
                                  {{"key", entry.seals.front().key}, {"kind", "key-accredited"}});
            return add({.key = accredited->key,
                        .name = accredited->name,
                        .holder = accredited->holder,
                        .use = accredited->use,
                        .accredited = index},
                       index, accredited->next);
        }
        const auto& rotated = std::get<seals::KeyRotated>(act.content);
        const auto from = keys_.find(rotated.from);
        if (from == keys_.end())
            return fail_entry(Check::keys, "key_not_accredited", index, {{"key", rotated.from}});
        const auto next = next_.find(rotated.from);
        if (next == next_.end()) return fail_entry(Check::keys, "no_next", index, {{"key", rotated.from}});
        if (next->second != seals::next_of(rotated.key))
            return fail_entry(Check::keys, "wrong_next", index, {{"key", rotated.key}});
        Sealed successor = from->second;
        successor.key = rotated.key;
        successor.accredited = index;
        return add(std::move(successor), index, rotated.next);
    }

    bool add(Sealed key, std::uint64_t index, const std::optional<merkle::Hash>& next) {
        if (next) next_.insert_or_assign(key.key, *next);
        if (!keys_.try_emplace(key.key, key).second)
            return fail_entry(Check::keys, "key_in_use", index, {{"key", key.key}});
        looked(Check::keys).count = keys_.size();
        return true;
    }

    void conclude() {
        for (const Check check : {Check::root, Check::entries, Check::seals, Check::keys})
            looked(check).state = State::holds;
        for (std::size_t i = 0; i < all_checks; ++i) {
            if (!proven_.verdict.looked.contains(static_cast<Check>(i)))
                looked(static_cast<Check>(i)).state = State::not_asked;
        }
    }

    std::string_view file_;
    const ProofOptions& options_;
    merkle::Policy policy_;
    std::map<std::string, Sealed, std::less<>> keys_;
    std::map<std::string, merkle::Hash, std::less<>> next_;
    Proven proven_;
};

}  // namespace

Proven verify_proof(std::string_view file, const ProofOptions& options) {
    return Proving(file, options).run();
}
Proven verify_proof(std::string_view file, const std::optional<merkle::Policy>& policy) {
    return verify_proof(file, ProofOptions{.policy = policy});
}

}  // namespace archive
