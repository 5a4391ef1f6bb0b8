// A small organisation for tests of the law: written in the rulebook language and as acts, so that a
// case costs a line.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "law/inquiry.hpp"
#include "record/view.hpp"
#include "rulebook/reader.hpp"

namespace law::testing {

template <class IdType> IdType id(std::string_view letters) { return IdType::of(letters); }
inline base::MemberId state(std::string_view letters) { return base::MemberId::of(letters); }
inline base::Day day(std::string_view text) { return *base::Day::read(text); }

/// A record under a rulebook, grown act by act; each act is known on its own last day unless said.
class World {
public:
    explicit World(std::string_view yaml) {
        auto read = rulebook::read(yaml, "test.yaml");
        EXPECT_TRUE(read.faults.empty()) << "the test's rulebook has faults";
        for (const auto& fault : read.faults) {
            std::string facts;
            for (const auto& [name, value] : fault.facts) facts += " " + name + "=" + value;
            ADD_FAILURE() << "line " << fault.mark.line << ":" << fault.mark.column << facts;
        }
        rules_ = std::move(read.book);
    }

    struct Options {
        std::string_view event = {};  // a further account of this event
        base::Support as = base::Support::official;
        std::string_view source = "source";
        std::string_view known_on = {};
    };
    World& add(std::string_view name, std::string_view on, acts::Content content) {
        return add(name, on, std::move(content), Options{});
    }
    World& add(std::string_view name, std::string_view on, acts::Content content, Options options) {
        const auto act_id = base::ActId::of(name);
        const base::Date date = *base::Date::read(on);
        const auto event = base::EventId::of(options.event.empty() ? name : options.event);
        const base::Day known = options.known_on.empty() ? date.latest() : day(options.known_on);
        entries_.push_back({acts::Act{.id = act_id,
                                      .on = date,
                                      .place = {},
                                      .event = event,
                                      .cites = {},
                                      .sources = {{base::SourceId::of(options.source), options.as}},
                                      .content = std::move(content)},
                            known});
        return *this;
    }

    record::View view(std::string_view on, Taking taken = {}) {
        record_ = record::Record::of(entries_);
        return {rules_, record_, record_.size(), day(on), std::move(taken)};
    }
    record::View known(std::size_t count, std::string_view on) {
        record_ = record::Record::of(entries_);
        return {rules_, record_, count, day(on), {}};
    }
    const rulebook::Rulebook& rules() const { return rules_; }

private:
    rulebook::Rulebook rules_;
    std::vector<record::Entry> entries_;
    record::Record record_;
};

inline constexpr std::string_view three_states = R"(
rulebook: test
names: {en: Test Organisation}
abbreviation: {en: TO}
languages: [en]
authentic: en
compiled_on: 2026-01-01
versions: [{id: first, from: 1900-01-01, by: first-text, name: {en: First text}}]
members:
  AA: {names: {en: Aland}}
  BB: {names: {en: Beland}}
  CC: {names: {en: Celand}}
orders:
  en: [AA, BB, CC]
)";

}  // namespace law::testing
