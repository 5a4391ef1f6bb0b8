// Addresses of the site, kept for ever: /en/sessions/minsk-2023-11-23 is the same page in ten years.
//
// A link keeps the situation of the page it stands on: the day asked about, what was known, the sides
// taken. Order of the query is canonical: on, known, take (in byte order).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/day.hpp"
#include "base/id.hpp"
#include "pages/html.hpp"
#include "words/language.hpp"

namespace pages {

class Links {
public:
    /// What a link carries on; nothing for what is the same as today's answer.
    struct Carry {
        std::optional<base::Day> on;
        std::optional<base::Day> known;
        std::map<base::DisputeId, base::SideId> taken;
    };
    Links(words::Language language, Carry carry) : language_(language), carry_(std::move(carry)) {}

    words::Language language() const { return language_; }
    const Carry& carry() const { return carry_; }

    html::Url start() const { return to({}); }
    html::Url members() const { return to({"members"}); }
    html::Url member(std::string_view id) const { return to({"states", id}); }
    html::Url awaiting(std::string_view member) const { return to({"states", member, "awaiting"}); }
    html::Url chairs(std::string_view body) const { return to({"chairs", body}); }
    html::Url sessions() const { return to({"sessions"}); }
    html::Url session(std::string_view id) const { return to({"sessions", id}); }
    html::Url papers() const { return to({"papers"}); }
    html::Url paper(std::string_view id) const { return to({"papers", id}); }
    html::Url instrument(std::string_view id) const { return to({"instruments", id}); }
    html::Url person(std::string_view id) const { return to({"persons", id}); }
    html::Url persons() const { return to({"persons"}); }
    html::Url bodies() const { return to({"bodies"}); }
    html::Url body(std::string_view id) const { return to({"bodies", id}); }
    html::Url documents() const { return to({"documents"}); }
    html::Url plans() const { return to({"plans"}); }
    html::Url priorities() const { return to({"priorities"}); }
    html::Url announced() const { return to({"announced"}); }
    html::Url consultations() const { return to({"consultations"}); }
    html::Url consultation(std::string_view id) const { return to({"consultations", id}); }
    html::Url contributions() const { return to({"contributions"}); }
    html::Url quota() const { return to({"quota"}); }
    html::Url relations() const { return to({"relations"}); }
    html::Url changes() const { return to({"changes"}); }
    html::Url statements() const { return to({"statements"}); }
    html::Url topic(std::string_view id) const { return to({"statements", id}); }
    html::Url sources() const { return to({"sources"}); }
    html::Url posts() const { return to({"posts"}); }
    html::Url post(std::string_view id) const { return to({"posts", id}); }
    html::Url differences() const { return to({"differ"}); }
    /// A dispute of the rulebook, or of accounts (EVENT.field).
    html::Url dispute(std::string_view id) const { return to({"differ", id}); }
    html::Url gaps() const { return to({"gaps"}); }
    html::Url timeline(std::string_view subject) const { return to({"timeline", subject}); }
    html::Url source(std::string_view id) const { return to({"sources", id}); }
    /// One act, whatever became of it.
    html::Url act(std::string_view id) const { return to({"acts", id}); }
    /// The log behind the record, one of its entries, and the page that checks a proof.
    html::Url log() const { return to({"log"}); }
    html::Url log_entry(std::uint64_t entry) const { return to({"log", std::to_string(entry)}); }
    html::Url log_keys() const { return to({"log", "keys"}); }
    html::Url check() const { return to({"check"}); }
    html::Url how_to_check() const { return to({"how-to-check"}); }
    html::Url rulebook() const { return to({"rulebook"}); }
    html::Url rule(std::string_view id) const { return to({"rulebook", id}); }
    html::Url accessibility() const { return to({"accessibility"}); }

    /// The page of `parts` for another day, all else kept.
    html::Url on(std::initializer_list<std::string_view> parts, base::Day day) const;
    html::Url to(std::initializer_list<std::string_view> parts) const;
    /// An address with a query of its own, which comes first, and after it what a link carries on.
    html::Url carrying(html::Url own) const;

private:
    words::Language language_;
    Carry carry_;
};

}  // namespace pages
