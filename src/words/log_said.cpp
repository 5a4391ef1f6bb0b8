#include "words/log_said.hpp"

#include <algorithm>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "merkle/policy.hpp"
#include "words/figures.hpp"
#include "words/log_words.hpp"
#include "words/page_words.hpp"

namespace words {

namespace says = log_words;

namespace {

template <class... Cases> struct Overloaded : Cases... {
    using Cases::operator()...;
};

// «1 независимой копией», «2 независимыми копиями», «21 независимой копией».
bool takes_singular(std::int64_t number) { return number % 10 == 1 && number % 100 != 11; }

std::string quoted(Language language, std::string_view name) {
    return language == Language::ru ? fmt::format("«{}»", name) : fmt::format("“{}”", name);
}

// A reason is told in the words of whoever gave it, in one language.
std::string reason_given(Language language, std::string_view reason) {
    if (reason.empty()) return {};
    const std::string_view stop = std::string_view(".!?").contains(reason.back()) ? "" : ".";
    return language == Language::ru ? fmt::format(" Указанная причина: «{}»{}", reason, stop)
                                    : fmt::format(" Reason given: “{}”{}", reason, stop);
}

// The name of a member or body where it has one, else its id; the organisation where there is no holder.
std::string holder_named(std::string_view holder, const Names& names) {
    if (holder.empty()) return std::string(says::the_organisation(names.language()));
    const auto kind = names.kind_of(holder);
    return kind == Kind::member || kind == Kind::body ? names.subject(holder) : std::string(holder);
}

// What a key of this use may do, as the end of a sentence.
std::string_view may(Language language, seals::Use use) {
    static constexpr Phrase authority{"it accredits and recalls keys", "удостоверяет и отзывает ключи"};
    static constexpr Phrase registrar{"it enters acts of every kind", "вносит акты любого вида"};
    static constexpr Phrase representative{"it enters what its holder does",
                                           "вносит действия своего держателя"};
    switch (use) {
        case seals::Use::authority:
            return authority(language);
        case seals::Use::registrar:
            return registrar(language);
        case seals::Use::representative:
            return representative(language);
    }
    std::unreachable();
}

}  // namespace

std::string by_copies(Language language, std::int64_t copies) {
    const std::string number = grouped(language, copies);
    if (language == Language::en) return number + (copies == 1 ? " independent copy" : " independent copies");
    return number + (takes_singular(copies) ? " независимой копией" : " независимыми копиями");
}

std::string entries_said(Language language, std::uint64_t entries) {
    const auto number = static_cast<std::int64_t>(entries);
    return grouped(language, number) + " " + std::string(plural(language, number, nouns::entry));
}

std::string proved_said(Language language, const Proved& proved) {
    const bool several = proved.of > 1;
    const Phrase& phrase = [&]() -> const Phrase& {
        if (!proved.witnessed) return several ? says::logged_of : says::logged;
        if (!proved.since) return several ? says::witnessed_of_undated : says::witnessed_undated;
        return several ? says::witnessed_of : says::witnessed;
    }();
    return fill_in(
        phrase(language),
        {{"entry", std::to_string(proved.entry)},
         {"count", entries_said(language, static_cast<std::uint64_t>(proved.of))},
         {"day", proved.since ? day(language, *proved.since, several ? Length::brief : Length::full)
                              : std::string()},
         {"copies", by_copies(language, proved.copies)}});
}

std::string registry_act_said(const seals::RegistryAct& act, const Names& names, const KeyName& key_name) {
    const Language language = names.language();
    const bool en = language == Language::en;
    const auto named = [&](std::string_view key) { return quoted(language, key_name(key)); };
    return std::visit(
        Overloaded{
            [&](const seals::LogOpened& opened) {
                const auto policy = merkle::read_policy(opened.policy);
                if (!policy || policy->witnesses.empty())
                    return en ? fmt::format(
                                    "The log {} is opened. Named are its key and the key of the organisation’s "
                                    "authority.",
                                    opened.origin)
                              : fmt::format(
                                    "Открыт журнал {}. Названы его ключ и удостоверяющий ключ организации.",
                                    opened.origin);
                return en ? fmt::format(
                                "The log {} is opened. Named are its key, the key of the organisation’s "
                                "authority, and the copy-holders.",
                                opened.origin)
                          : fmt::format(
                                "Открыт журнал {}. Названы его ключ, удостоверяющий ключ организации и "
                                "держатели копий.",
                                opened.origin);
            },
            [&](const seals::KeyAccredited& accredited) {
                const std::string holder = holder_named(accredited.holder, names);
                const std::string name = quoted(language, accredited.name);
                return en ? fmt::format("The key {} is accredited (holder: {}): {}.", name, holder,
                                        may(language, accredited.use))
                          : fmt::format("Удостоверен ключ {} (держатель: {}): {}.", name, holder,
                                        may(language, accredited.use));
            },
            [&](const seals::KeyRotated& rotated) {
                return en ? fmt::format("The key {} gives way to a new one, whose hash was given beforehand.",
                                        named(rotated.from))
                          : fmt::format("Ключ {} заменён новым, хэш которого был назван заранее.",
                                        named(rotated.from));
            },
            [&](const seals::KeyRecalled& recalled) {
                const std::string name = named(recalled.key);
                switch (recalled.why) {
                    case seals::KeyRecalled::Why::retired:
                        return en ? fmt::format("The key {} is retired.", name)
                                  : fmt::format("Ключ {} выведен из употребления.", name);
                    case seals::KeyRecalled::Why::lost:
                        return en ? fmt::format("The key {} was lost and ends here.", name)
                                  : fmt::format("Ключ {} утрачен и прекращён.", name);
                    case seals::KeyRecalled::Why::compromised:
                        break;
                }
                std::string out = en ? fmt::format("The key {} came into other hands and ends here.", name)
                                     : fmt::format("Ключ {} попал в чужие руки и прекращён.", name);
                if (recalled.since) {
                    out += " " +
                           fill_in(says::contested(language), {{"entry", std::to_string(*recalled.since)}});
                }
                return out;
            },
            [&](const seals::PolicyChanged&) {
                return std::string(
                    en ? "It is stated anew which independent copies must confirm the log."
                       : "Заново указано, какие независимые копии должны подтверждать журнал.");
            },
            [&](const seals::RulebookPublished& published) {
                return std::string(en ? "A rulebook is published and holds from here on."
                                      : "Опубликован свод правил; с этой записи действует он.") +
                       reason_given(language, published.reason);
            },
            [&](const seals::AnnexRemoved& removed) {
                return std::string(en ? "An annex was taken away for good; its salted hash remains."
                                      : "Приложение удалено навсегда; его хэш с солью остаётся.") +
                       reason_given(language, removed.reason);
            },
            [&](const seals::RefusalLogged& refused) {
                return en ? fmt::format(
                                "Something handed in was refused ({}), and its sender asked for that to "
                                "be on record.",
                                refused.code)
                          : fmt::format(
                                "Переданное не принято ({}); отправитель попросил внести отказ в журнал.",
                                refused.code);
            },
        },
        act.content);
}

std::string key_holder(const seals::Key& key, const Names& names) { return holder_named(key.holder, names); }

std::string say(Language language, seals::Use use) { return std::string(may(language, use)); }

std::string why_key_ended(Language language, std::string_view why) {
    static constexpr std::pair<std::string_view, Phrase> all[] = {
        {"rotated", {"replaced by a new key", "заменён новым ключом"}},
        {"retired", {"retired", "выведен из употребления"}},
        {"lost", {"lost", "утрачен"}},
        {"compromised", {"came into other hands", "попал в чужие руки"}},
    };
    for (const auto& [word, phrase] : all) {
        if (word == why) return std::string(phrase(language));
    }
    return std::string(why);
}

std::string withheld_said(std::uint64_t entry, const seals::Withheld& withheld, const Names& names) {
    const Language language = names.language();
    const std::string number = std::to_string(entry);
    std::string out = withheld.release
                          ? fill_in(says::withheld_on(language),
                                    {{"entry", number}, {"day", day(language, *withheld.release)}})
                          : fill_in(says::withheld_until_act(language), {{"entry", number}});
    using Kind = seals::Distribution::Kind;
    switch (withheld.distribution.kind) {
        case Kind::open:
            return out;
        case Kind::members:
            return out + " " + std::string(says::for_members(language));
        case Kind::named:
            break;
    }
    if (withheld.distribution.members.empty()) return out + " " + std::string(says::for_nobody(language));
    std::vector<std::string> members;
    for (const std::string& member : withheld.distribution.members)
        members.push_back(holder_named(member, names));
    std::ranges::sort(
        members, [&](const std::string& a, const std::string& b) { return alphabetically(language, a, b); });
    return out + " " + fill_in(says::for_named(language), {{"members", names.list(members)}});
}

std::string say(Language language, seals::FileNote::Kind kind) {
    using Kind = seals::FileNote::Kind;
    const bool en = language == Language::en;
    switch (kind) {
        case Kind::text:
            return en ? "text" : "текст";
        case Kind::translation:
            return en ? "translation" : "перевод";
        case Kind::scan:
            return en ? "scanned paper" : "снимок документа";
        case Kind::annex:
            return en ? "annex" : "приложение";
        case Kind::rulebook:
            return en ? "rulebook" : "свод правил";
        case Kind::other:
            return en ? "other" : "иное";
    }
    std::unreachable();
}

std::string bytes_said(Language language, std::uint64_t bytes) {
    const auto number = static_cast<std::int64_t>(bytes);
    return grouped(language, number) + " " + std::string(plural(language, number, says::byte));
}

std::string file_language(std::string_view code) {
    const auto ours = read_language(code);
    return ours ? std::string(own_name(*ours)) : std::string(code);
}

std::string moment_said(Language language, std::uint64_t seconds) {
    constexpr std::uint64_t day_seconds = 86'400;
    constexpr std::uint64_t last_day = 2'932'896;  // 31 December 9999: beyond it nothing is a moment of ours
    const std::uint64_t days = seconds / day_seconds;
    if (days > last_day) return std::to_string(seconds);
    const std::uint64_t minutes = seconds % day_seconds / 60;
    return fmt::format("{}, {:02}:{:02}",
                       day(language, base::Day::of_number(static_cast<std::int32_t>(days))), minutes / 60,
                       minutes % 60);
}

}  // namespace words
