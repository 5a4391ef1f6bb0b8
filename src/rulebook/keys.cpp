#include "rulebook/keys.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/id.hpp"
#include "base/nearest.hpp"

namespace rulebook {
namespace {

using yaml::Node;

template <class Words> std::string listed(const Words& words) {
    std::string list;
    for (const auto& word : words) {
        if (!list.empty()) list += ", ";
        list += word;
    }
    return list;
}

std::string_view shape_of(const Node& node) {
    if (node.nothing()) return "nothing";
    switch (node.kind) {
        case Node::Kind::text:
            return "text";
        case Node::Kind::list:
            return "list";
        case Node::Kind::mapping:
            return "mapping";
        case Node::Kind::broken:
            break;
    }
    return "";
}

bool is_shape(const Node& node, Node::Kind kind, const char* expected, Faults& faults) {
    if (node.kind == Node::Kind::broken) return false;
    if (node.kind == kind && !node.nothing()) return true;
    if (node.nothing()) {
        faults.add(node.mark, FaultCode::no_value);
    } else {
        faults.add(node.mark, FaultCode::wrong_shape,
                   {{"expected", expected}, {"found", std::string(shape_of(node))}});
    }
    return false;
}

/// `node` as text that `code` would complain about.
bool complain(const Node& node, FaultCode code, Faults& faults, Facts facts = {}) {
    facts["found"] = node.text;
    faults.add(node.mark, code, std::move(facts));
    return false;
}

/// A whole number of at most this many digits, or nothing.
std::optional<std::int64_t> digits(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.starts_with('-'))
        return std::nullopt;
    return value;
}

/// A period of ISO 8601 with years and months, or with days alone.
struct Period {
    std::int32_t months = 0;
    std::int32_t days = 0;
};

std::optional<Period> period_of(std::string_view text) {
    // No treaty we know of counts in more than centuries: the limit keeps sums within a day's range.
    constexpr std::int64_t most = 9999;
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    Period period;
    std::string_view units = "YMD";
    while (!text.empty()) {
        const auto unit = text.find_first_not_of("0123456789");
        if (unit == 0 || unit == std::string_view::npos) return std::nullopt;
        const auto count = digits(text.substr(0, unit));
        const auto place = units.find(text[unit]);
        if (!count || *count > most || place == std::string_view::npos) return std::nullopt;
        switch (text[unit]) {
            case 'Y':
                period.months += static_cast<std::int32_t>(*count) * 12;
                break;
            case 'M':
                period.months += static_cast<std::int32_t>(*count);
                break;
            default:
                period.days += static_cast<std::int32_t>(*count);
                break;
        }
        units.remove_prefix(place + 1);
        text.remove_prefix(unit + 1);
    }
    return period;
}

/// "ru" of "ru.gen"; nothing when the part behind the dot is no case we know.
std::optional<std::string_view> language_of(std::string_view key) {
    constexpr std::array<std::string_view, 5> forms{"gen", "dat", "acc", "ins", "pre"};
    const auto dot = key.find('.');
    if (dot == std::string_view::npos) return key;
    if (std::ranges::find(forms, key.substr(dot + 1)) == forms.end()) return std::nullopt;
    return key.substr(0, dot);
}

}  // namespace

Keys::Keys(const Node& node, Faults& faults) : node_(node), faults_(faults) {
    (void)rulebook::is_mapping(node, faults);
}

Keys::~Keys() {
    for (const yaml::Entry& entry : node_.entries) {
        if (faults_.full()) return;
        if (std::ranges::find(asked_, entry.key) != asked_.end()) continue;
        if (entry.value.nothing() && entry.value.text.empty()) {
            faults_.add(entry.mark, FaultCode::unquoted_comma, {{"found", entry.key}});
            continue;
        }
        faults_.add(entry.mark, FaultCode::unknown_key,
                    {{"found", entry.key},
                     {"expected", listed(asked_)},
                     {"nearest", base::nearest(entry.key, asked_)}});
    }
}

const Node* Keys::may(std::string_view key) {
    if (!has(key)) return nullptr;
    const Node* value = node_.find(key);
    if (value->nothing()) {
        faults_.add(mark_of(key), FaultCode::no_value, {{"key", std::string(key)}});
        return nullptr;
    }
    return value->kind == Node::Kind::broken ? nullptr : value;
}

const Node* Keys::must(std::string_view key) {
    if (!has(key) && is_mapping()) {
        faults_.add(node_.mark, FaultCode::missing_key, {{"key", std::string(key)}});
    }
    return may(key);
}

bool Keys::has(std::string_view key) {
    if (std::ranges::find(asked_, key) == asked_.end()) asked_.push_back(key);
    return node_.find(key) != nullptr;
}

Mark Keys::mark_of(std::string_view key) const {
    const auto found = std::ranges::find(node_.entries, key, &yaml::Entry::key);
    return found == node_.entries.end() ? node_.mark : found->mark;
}

std::optional<std::string_view> Keys::one_of(std::span<const std::string_view> keys, Need need) {
    std::vector<std::string_view> there;
    for (const std::string_view key : keys) {
        if (has(key)) there.push_back(key);
    }
    std::ranges::sort(there, {}, [&](std::string_view key) { return mark_of(key); });
    if (there.size() > 1) {
        faults_.add(mark_of(there[1]), FaultCode::several_of, {{"found", listed(there)}});
    }
    if (there.empty() && need == Need::must && is_mapping()) {
        faults_.add(node_.mark, FaultCode::missing_one_of, {{"expected", listed(keys)}});
    }
    return there.empty() ? std::nullopt : std::optional(there.front());
}

bool is_text(const Node& node, Faults& faults) { return is_shape(node, Node::Kind::text, "text", faults); }
bool is_list(const Node& node, Faults& faults) { return is_shape(node, Node::Kind::list, "list", faults); }
bool is_mapping(const Node& node, Faults& faults) {
    return is_shape(node, Node::Kind::mapping, "mapping", faults);
}

std::optional<std::string> read_text(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    // A text written over several lines (`|`, `>`) ends in a line break that nobody means.
    return node.text.substr(0, node.text.find_last_not_of('\n') + 1);
}

std::optional<std::string> read_slug(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    if (!base::is_slug(node.text)) return complain(node, FaultCode::not_a_name, faults), std::nullopt;
    return node.text;
}

bool is_name(const yaml::Entry& entry, Faults& faults) {
    if (base::is_slug(entry.key)) return true;
    faults.add(entry.mark, FaultCode::not_a_name, {{"found", entry.key}});
    return false;
}

std::optional<std::size_t> read_word(const Node& node, std::span<const std::string_view> words,
                                     Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    const auto found = std::ranges::find(words, node.text);
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    complain(node, FaultCode::unknown_word, faults,
             {{"expected", listed(words)}, {"nearest", base::nearest(node.text, words)}});
    return std::nullopt;
}

std::optional<bool> read_yes_or_no(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    if (node.plain && (node.text == "yes" || node.text == "true")) return true;
    if (node.plain && (node.text == "no" || node.text == "false")) return false;
    complain(node, FaultCode::not_yes_or_no, faults);
    return std::nullopt;
}

std::optional<base::Day> read_day(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    const auto day = base::Day::read(node.text);
    if (!day) complain(node, FaultCode::not_a_day, faults);
    return day;
}

std::optional<base::Ratio> read_ratio(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    const auto ratio = base::Ratio::read(node.text);
    if (!ratio) complain(node, FaultCode::not_a_ratio, faults);
    return ratio;
}

std::optional<std::int64_t> read_number(const Node& node, std::int64_t smallest, std::int64_t largest,
                                        Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    const auto number = digits(node.text);
    if (number && *number >= smallest && *number <= largest) return number;
    complain(node, FaultCode::not_a_number, faults,
             {{"smallest", std::to_string(smallest)}, {"largest", std::to_string(largest)}});
    return std::nullopt;
}

std::optional<base::Months> read_months(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    const auto period = period_of(node.text);
    if (period && period->days == 0 && period->months > 0) return base::Months{period->months};
    complain(node, FaultCode::not_a_period, faults, {{"allowed", "months"}});
    return std::nullopt;
}

std::optional<base::Days> read_days(const Node& node, Faults& faults) {
    if (!is_text(node, faults)) return std::nullopt;
    const auto period = period_of(node.text);
    if (period && period->months == 0) return base::Days{period->days};
    complain(node, FaultCode::not_a_period, faults, {{"allowed", "days"}});
    return std::nullopt;
}

base::Text read_words(const Node& node, std::span<const std::string> languages, Faults& faults) {
    base::Text::Languages words;
    if (node.kind == Node::Kind::list) {
        faults.add(node.mark, FaultCode::wrong_shape, {{"expected", "words"}, {"found", "list"}});
        return {};
    }
    if (node.kind != Node::Kind::mapping) {
        if (!is_text(node, faults)) return {};
        for (const std::string& language : languages) words[language] = *read_text(node, faults);
        return base::Text(std::move(words));
    }
    for (const yaml::Entry& entry : node.entries) {
        const auto language = language_of(entry.key);
        // A book without languages has been told so; its texts are not all told the same again.
        const bool known =
            languages.empty() || (language && std::ranges::find(languages, *language) != languages.end());
        if (!known && entry.value.nothing() && entry.value.text.empty()) {
            faults.add(entry.mark, FaultCode::unquoted_comma, {{"found", entry.key}});
        } else if (!known) {
            faults.add(entry.mark, FaultCode::language_not_listed,
                       {{"found", entry.key},
                        {"expected", listed(languages)},
                        {"nearest", base::nearest(entry.key, languages)}});
        } else if (const auto text = read_text(entry.value, faults)) {
            words[entry.key] = *text;
        }
    }
    std::vector<std::string_view> missing;
    for (const std::string& language : languages) {
        if (!node.find(language)) missing.push_back(language);
    }
    if (!missing.empty()) faults.add(node.mark, FaultCode::missing_language, {{"missing", listed(missing)}});
    return base::Text(std::move(words));
}

}  // namespace rulebook
