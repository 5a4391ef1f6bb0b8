#include "merkle/policy.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>

#include "merkle/checkpoint.hpp"
#include "merkle/path_lines.hpp"

namespace merkle {
namespace {

using Code = PolicyFault::Code;

// The name of a quorum that asks for nobody; nobody else may bear it.
constexpr std::string_view none = "none";

std::string threshold_text(const Policy::Group& group) {
    if (group.needed == group.members.size()) return "all";
    return group.needed == 1 ? "any" : std::to_string(group.needed);
}

std::string with_url(const std::string& line, const std::string& url) {
    return url.empty() ? line + "\n" : line + " " + url + "\n";
}

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t begin = line.find_first_not_of(" \t");
        if (begin == line.npos) return words;
        line.remove_prefix(begin);
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        words.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

bool is_bad(unsigned char byte) { return (byte < 0x20 && byte != '\t') || byte == 0x7F; }

// Reads a file line by line; each reader of a line gives what is wrong with it.
class Reader {
public:
    std::optional<Code> line(std::string_view line) {
        if (std::ranges::any_of(line, is_bad)) return Code::bad_character;
        const auto words = words_of(line);
        if (words.empty() || words.front().starts_with('#')) return std::nullopt;
        if (words.front() == "log") return log(words);
        if (words.front() == "witness") return witness(words);
        if (words.front() == "group") return group(words);
        if (words.front() == "quorum") return quorum(words);
        return Code::unknown_word;
    }
    bool has_quorum() const { return has_quorum_; }
    Policy take() { return std::move(policy_); }

private:
    using Words = std::vector<std::string_view>;

    std::optional<Code> log(const Words& words) {
        if (words.size() < 2 || words.size() > 3) return Code::wrong_count;
        VerifierKey key;
        if (const auto fault = take_key(words[1], KeyType::ed25519, key)) return fault;
        policy_.logs.push_back({std::move(key), std::string(words.size() > 2 ? words[2] : "")});
        return std::nullopt;
    }

    std::optional<Code> witness(const Words& words) {
        if (words.size() < 3 || words.size() > 4) return Code::wrong_count;
        if (!is_free(words[1])) return Code::repeated_name;
        VerifierKey key;
        if (const auto fault = take_key(words[2], KeyType::cosignature, key)) return fault;
        names_.emplace(words[1]);
        policy_.witnesses.push_back(
            {std::string(words[1]), std::move(key), std::string(words.size() > 3 ? words[3] : "")});
        return std::nullopt;
    }

    std::optional<Code> group(const Words& words) {
        if (words.size() < 4) return Code::wrong_count;
        if (!is_free(words[1])) return Code::repeated_name;
        if (is_full()) return Code::too_many;
        Policy::Group group{std::string(words[1]), 0, {words.begin() + 3, words.end()}};
        for (const std::string& member : group.members) {
            if (!names_.contains(member)) return Code::unknown_member;
            // Of one group or of two: each witness comes to the quorum in one way only.
            if (!members_.insert(member).second) return Code::member_twice;
        }
        const std::size_t count = group.members.size();
        if (words[2] == "all") {
            group.needed = count;
        } else if (words[2] == "any") {
            group.needed = 1;
        } else {
            const auto needed = read_decimal(words[2]);
            if (!needed || *needed < 1 || *needed > count) return Code::bad_threshold;
            group.needed = static_cast<std::size_t>(*needed);
        }
        names_.insert(group.name);
        policy_.groups.push_back(std::move(group));
        return std::nullopt;
    }

    std::optional<Code> quorum(const Words& words) {
        if (words.size() != 2) return Code::wrong_count;
        if (std::exchange(has_quorum_, true)) return Code::second_quorum;
        if (words[1] == none) return std::nullopt;
        if (!names_.contains(words[1])) return Code::unknown_quorum;
        policy_.quorum = std::string(words[1]);
        return std::nullopt;
    }

    std::optional<Code> take_key(std::string_view text, KeyType type, VerifierKey& key) {
        if (is_full()) return Code::too_many;
        auto read = VerifierKey::read(text);
        if (!read && read.error() == NoteFault::unknown_type) return Code::wrong_type;
        if (!read) return Code::bad_key;
        if (read->type != type) return Code::wrong_type;
        if (!keys_.insert(read->public_key).second) return Code::repeated_key;
        key = std::move(*read);
        return std::nullopt;
    }

    bool is_free(std::string_view name) const { return name != none && !names_.contains(name); }
    bool is_full() const {
        return policy_.logs.size() + policy_.witnesses.size() + policy_.groups.size() >= most_policy_names;
    }

    Policy policy_;
    bool has_quorum_ = false;
    std::set<std::string, std::less<>> names_;    // of witnesses and groups
    std::set<std::string, std::less<>> members_;  // of any group
    std::set<std::string, std::less<>> keys_;     // public ones, whatever their names
};

}  // namespace

std::string Policy::text() const {
    std::string text;
    for (const Log& log : logs) text += with_url("log " + log.key.text(), log.url);
    for (const Witness& witness : witnesses)
        text += with_url("witness " + witness.name + " " + witness.key.text(), witness.url);
    for (const Group& group : groups) {
        text += "group " + group.name + " " + threshold_text(group);
        for (const std::string& member : group.members) text += " " + member;
        text += "\n";
    }
    return text + "quorum " + (quorum.empty() ? std::string(none) : quorum) + "\n";
}

bool Policy::satisfied_by(const std::set<std::string>& signed_by) const {
    if (quorum.empty()) return true;
    std::set<std::string> satisfied, keys;
    for (const Witness& witness : witnesses) {
        if (signed_by.contains(witness.name) && keys.insert(witness.key.public_key).second)
            satisfied.insert(witness.name);
    }
    // A group names only those before it.
    for (const Group& group : groups) {
        const auto count = std::ranges::count_if(
            group.members, [&](const std::string& member) { return satisfied.contains(member); });
        if (static_cast<std::size_t>(count) >= group.needed) satisfied.insert(group.name);
    }
    return satisfied.contains(quorum);
}

std::string_view name_of(Code code) {
    constexpr std::array<std::string_view, 15> names{
        "too_long",      "bad_character", "unknown_word",  "wrong_count",    "bad_key",
        "wrong_type",    "repeated_name", "repeated_key",  "unknown_member", "member_twice",
        "bad_threshold", "no_quorum",     "second_quorum", "unknown_quorum", "too_many"};
    return names[static_cast<std::size_t>(code)];
}

std::expected<Policy, PolicyFault> read_policy(std::string_view text) {
    if (text.size() > longest_policy) return std::unexpected(PolicyFault{Code::too_long, 0});
    Reader reader;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto ended = take_line(text);
        const std::string_view line = ended ? *ended : std::exchange(text, {});
        if (const auto fault = reader.line(line)) return std::unexpected(PolicyFault{*fault, number});
    }
    if (!reader.has_quorum()) return std::unexpected(PolicyFault{Code::no_quorum, 0});
    return reader.take();
}

std::expected<Standing, NoteFault> standing_of(const Note& note, const Policy& policy) {
    std::vector<VerifierKey> known;
    for (const Policy::Log& log : policy.logs) known.push_back(log.key);
    for (const Policy::Witness& witness : policy.witnesses) known.push_back(witness.key);
    const auto verified = verify_note(note, known);
    if (!verified) return std::unexpected(verified.error());

    const std::string_view origin = std::string_view(note.text).substr(0, note.text.find('\n'));
    Standing standing;
    for (const Verified& one : *verified) {
        if (one.key < policy.logs.size()) {
            standing.logged = standing.logged || known[one.key].name == origin;
            continue;
        }
        standing.witnesses.insert(policy.witnesses[one.key - policy.logs.size()].name);
        const std::uint64_t time = one.time.value_or(0);
        standing.oldest = standing.oldest == 0 ? time : std::min(standing.oldest, time);
    }
    standing.witnessed = !policy.quorum.empty() && policy.satisfied_by(standing.witnesses);
    return standing;
}

}  // namespace merkle
