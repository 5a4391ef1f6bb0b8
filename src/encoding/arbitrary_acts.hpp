// Acts made up from a seed, of every kind, with every role and fact now there and now not: for tests,
// fuzzing and benches. The same seed gives the same acts on any machine.
//
// They are well formed and mean nothing: their names are declared nowhere and their days lie anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "acts/act.hpp"

namespace encoding {

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
    bool coin() { return below(2) == 0; }

private:
    std::uint64_t state_;
};

class ArbitraryActs {
public:
    explicit ArbitraryActs(std::uint64_t seed) : chance_(seed) {}

    /// An act of the kind with that index in acts::Content, told under `id`.
    acts::Act act(std::size_t kind, std::string_view id) {
        acts::Act made{.id = base::ActId::of(id),
                       .on = date(),
                       .place = {},
                       .event = {},
                       .cites = {},
                       .sources = {},
                       .content = content(kind)};
        if (chance_.coin()) made.place = name<base::PlaceId>("place");
        const auto own = made.id.as<base::EventKind>();
        made.event = chance_.below(4) == 0 ? name<base::EventId>("event") : own;
        for (std::size_t i = chance_.below(3); i > 0; --i) made.cites.push_back(name<base::ActId>("act"));
        for (std::size_t i = chance_.below(4); i > 0; --i) {
            made.sources.push_back({name<base::SourceId>("source"), base::Support(chance_.below(4))});
        }
        return made;
    }
    /// An act of any kind.
    acts::Act act(std::string_view id) { return act(chance_.below(std::variant_size_v<acts::Content>), id); }

    base::Day day() {
        constexpr std::size_t days = 40'000;  // from 1950 to 2059
        return base::Day::from(1950, 1, 1)->plus(base::Days{static_cast<std::int32_t>(chance_.below(days))});
    }
    base::Date date() {
        const std::string a = day().text();
        const std::string year = a.substr(0, 4);
        switch (chance_.below(10)) {
            case 0:
                return *base::Date::read(year);
            case 1:
                return *base::Date::read(a.substr(0, 7));
            case 2:
                return *base::Date::read(year + "-34");
            case 3:
                return *base::Date::read("[.." + a + "]");
            case 4:
                return *base::Date::read("[" + year + "-01-31," + year + "-02-01]");
            case 5:
                return *base::Date::read(year + "-03/" + year + "-04-15");
            case 6:
                return *base::Date::read(a + "?");
            default:
                return *base::Date::read(a);
        }
    }
    base::Text text() {
        // Letters of one to four bytes, and those that JSON escapes.
        static constexpr const char* words[] = {"a",  "Совет",        "«тихо»",           "\"quoted\"",
                                                "\\", "\n\t\x01\x7F", "\xF0\x9F\x98\x82", "\xEE\x80\x80",
                                                "/"};
        base::Text::Languages languages;
        const std::size_t which = 1 + chance_.below(3);
        for (const char* language : {"en", "ru"}) {
            if (!(which & (*language == 'e' ? 1 : 2))) continue;
            std::string& said = languages[language];
            for (std::size_t i = 1 + chance_.below(4); i > 0; --i) {
                said += words[chance_.below(std::size(words))];
                said += ' ';
            }
        }
        return base::Text(std::move(languages));
    }

    // -- what the kinds describe -------------------------------------------------------------------

    template <class Kind> void role(std::string_view what, base::Id<Kind>& id) {
        id = name<base::Id<Kind>>(what == "field" ? "field" : what);
    }
    void may_role(std::string_view what, auto& id) {
        if (chance_.coin()) role(what, id);
    }
    void fact(std::string_view, base::Text& into) { into = text(); }
    void fact(std::string_view, acts::Count& into) {
        into = {static_cast<std::int64_t>(chance_.below(100)),
                static_cast<acts::Nearness>(chance_.below(acts::NamesOf<acts::Nearness>::names.size()))};
    }
    template <acts::Named E> void fact(std::string_view, E& into) {
        into = static_cast<E>(chance_.below(acts::NamesOf<E>::names.size()));
    }
    void may_fact(std::string_view what, base::Text& into) {
        if (chance_.coin()) fact(what, into);
    }
    void may_fact(std::string_view, std::optional<base::Date>& into) {
        if (chance_.coin()) into = date();
    }
    void may_fact(std::string_view what, std::optional<acts::Count>& into) {
        if (chance_.coin()) fact(what, into.emplace());
    }
    void may_fact(std::string_view, std::optional<base::Ratio>& into) {
        if (chance_.coin()) into = base::Ratio::read(std::to_string(chance_.below(3)) + "/7");
    }
    void may_fact(std::string_view, std::optional<base::Clock>& into) {
        constexpr const char* hours[] = {"00:00", "02:50", "19:30+06:00", "23:59-03:30", "12:00Z"};
        if (chance_.coin()) into = base::Clock::read(hours[chance_.below(std::size(hours))]);
    }
    void may_fact(std::string_view, std::optional<acts::Money>& into) {
        if (!chance_.coin()) return;
        into = acts::Money{.amount = static_cast<std::int64_t>(chance_.below(1'000'000'000)),
                           .currency = {'R', 'U', 'B'},
                           .about = chance_.coin()};
    }
    template <acts::Named E> void may_fact(std::string_view what, std::optional<E>& into) {
        if (chance_.coin()) fact(what, into.emplace());
    }
    template <class Kind> void may_fact(std::string_view what, std::vector<base::Id<Kind>>& into) {
        for (std::size_t i = chance_.below(3); i > 0; --i) into.push_back(name<base::Id<Kind>>(what));
    }

private:
    // One of a few names: "member-3"; underscores of a role become hyphens.
    template <class Id> Id name(std::string_view what) {
        constexpr std::size_t few = 12;
        std::string letters(what);
        for (char& c : letters) {
            if (c == '_') c = '-';
        }
        letters += '-';
        letters += std::to_string(chance_.below(few));
        return Id::of(letters);
    }
    acts::Content content(std::size_t kind) {
        return [&]<std::size_t... I>(std::index_sequence<I...>) {
            acts::Content made;
            (void)((I == kind && (made.emplace<I>(), true)) || ...);
            std::visit([&]<class K>(K& told) { K::fields(told, *this); }, made);
            return made;
        }(std::make_index_sequence<std::variant_size_v<acts::Content>>());
    }

    Chance chance_;
};

}  // namespace encoding
