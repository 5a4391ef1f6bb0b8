// Reading a mapping whose keys are known, and the small values found under them: every reader of our
// YAML files is written with these, so that all of them report the same faults in the same words.
//
//   Keys keys(node, faults);
//   if (const auto* value = keys.must("url")) url = read_text(*value, faults);
//   if (const auto* value = keys.may("published")) published = read_day(*value, faults);
//   // when `keys` goes, each key nobody asked for is an unknown key, with the nearest that was
//
// A function that reads a value gives it, or reports a fault at its place and gives nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "base/ratio.hpp"
#include "base/text.hpp"
#include "rulebook/fault.hpp"
#include "rulebook/yaml.hpp"

namespace rulebook {

class Keys {
public:
    /// A node that is no mapping is reported here; then nothing is found in it, nor missed.
    Keys(const yaml::Node& node, Faults& faults);
    /// Reports the keys nobody asked for.
    ~Keys();
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;

    /// The value of a key that may be absent. Null when it is, and when its value was reported broken;
    /// a key without a value is reported.
    const yaml::Node* may(std::string_view key);
    /// The same for a key that must be there; its absence is reported.
    const yaml::Node* must(std::string_view key);
    /// Is the key there? (Asking makes it a known key.)
    bool has(std::string_view key);
    /// Where the key stands, or the mapping when it does not.
    Mark mark_of(std::string_view key) const;
    Mark mark() const { return node_.mark; }
    bool is_mapping() const { return node_.kind == yaml::Node::Kind::mapping; }

    /// Reports when two of `keys` or more are there, or (`must`) none. Gives the first in the file.
    enum class Need { may, must };
    std::optional<std::string_view> one_of(std::span<const std::string_view> keys, Need need);

private:
    const yaml::Node& node_;
    Faults& faults_;
    std::vector<std::string_view> asked_;
};

/// Is it of this kind? Reported when not; a broken node was reported before.
bool is_text(const yaml::Node& node, Faults& faults);
bool is_list(const yaml::Node& node, Faults& faults);
bool is_mapping(const yaml::Node& node, Faults& faults);

std::optional<std::string> read_text(const yaml::Node& node, Faults& faults);
/// A name for a thing: base::is_slug.
std::optional<std::string> read_slug(const yaml::Node& node, Faults& faults);
/// The same of a key of a mapping.
bool is_name(const yaml::Entry& entry, Faults& faults);
/// The place of the word among `words`.
std::optional<std::size_t> read_word(const yaml::Node& node, std::span<const std::string_view> words,
                                     Faults& faults);
/// `yes`, `no`, `true` or `false` without quotes.
std::optional<bool> read_yes_or_no(const yaml::Node& node, Faults& faults);
std::optional<base::Day> read_day(const yaml::Node& node, Faults& faults);
/// Of exactly `2/3`, `65%`, `0` or `1`; a decimal fraction is refused.
std::optional<base::Ratio> read_ratio(const yaml::Node& node, Faults& faults);
std::optional<std::int64_t> read_number(const yaml::Node& node, std::int64_t smallest, std::int64_t largest,
                                        Faults& faults);
/// `P5Y`, `P6M`, `P1Y6M`.
std::optional<base::Months> read_months(const yaml::Node& node, Faults& faults);
/// `P30D`.
std::optional<base::Days> read_days(const yaml::Node& node, Faults& faults);

/// A text in the working languages: a mapping from language to text, or one text for all of them. Every
/// language of `languages` must be there; a declined form ("ru.gen") may be.
base::Text read_words(const yaml::Node& node, std::span<const std::string> languages, Faults& faults);

}  // namespace rulebook
