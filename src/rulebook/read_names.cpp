// Names a rulebook declares: collected first, then read.

#include <algorithm>
#include <array>
#include <limits>
#include <type_traits>
#include <variant>

#include "acts/kinds.hpp"
#include "base/nearest.hpp"
#include "rulebook/book_reader.hpp"

namespace rulebook {
namespace {

// The sets that the law fills whenever it judges a paper, and `nobody`.
constexpr std::array<std::string_view, 21> sets_of_the_law{
    "members",      "entitled",  "participating", "present", "absent",    "represented",
    "for",          "against",   "abstain",       "object",  "silent",    "objects_to_format",
    "no_objection", "accepted",  "joined",        "voting",  "concerned", "chair",
    "signed",       "suspended", "excluded"};

// A table counts votes, people, money in whole units; 10^12 of them for each of a million members still
// adds up within 64 bits.
constexpr std::int64_t largest_measure = 1'000'000'000'000;

/// Names of sets, facts and measures may be written with underscores, as the law's own are.
bool is_word(std::string_view name) {
    return !name.empty() && name.size() <= 80 && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    });
}

bool is_language(std::string_view code) {
    return (code.size() == 2 || code.size() == 3) &&
           std::ranges::all_of(code, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::string_view word_for(Declared kind) {
    constexpr std::array<std::string_view, 16> words{
        "version", "member", "order",   "set",  "measure", "fact",   "body",         "instrument",
        "place",   "person", "dispute", "rule", "subject", "format", "organisation", "kind"};
    return words[static_cast<std::size_t>(kind)];
}

/// Notes every name the file declares anywhere. Reports nothing: the readers below do.
void BookReader::collect(const Node& root) {
    const auto keys_of = [&](std::string_view key, Declared kind) {
        const Node* node = root.find(key);
        if (!node) return;
        for (const yaml::Entry& entry : node->entries) declared_[kind].insert(entry.key);
    };
    const auto items_of = [&](std::string_view key, Declared kind) {
        const Node* node = root.find(key);
        if (!node) return;
        for (const Node& item : node->items) declared_[kind].insert(item.text);
    };
    keys_of("members", Declared::member);
    keys_of("orders", Declared::order);
    keys_of("classes", Declared::set);
    keys_of("measures", Declared::measure);
    keys_of("places", Declared::place);
    keys_of("persons", Declared::person);
    keys_of("organisations", Declared::organisation);
    keys_of("instruments", Declared::instrument);
    keys_of("bodies", Declared::body);
    keys_of("disputes", Declared::dispute);
    items_of("sets", Declared::set);
    items_of("facts", Declared::fact);
    items_of("subjects", Declared::subject);
    items_of("formats", Declared::format);
    declared_[Declared::set].insert(sets_of_the_law.begin(), sets_of_the_law.end());
    declared_[Declared::set].insert("nobody");
    for (const auto name : acts::NamesOf<acts::PaperKind>::names) declared_[Declared::subject].emplace(name);
    [&]<class... K>(std::type_identity<std::variant<K...>>) {
        (declared_[Declared::kind].emplace(K::kind), ...);
    }(std::type_identity<acts::Content>());
    for (const auto name : acts::NamesOf<acts::Format>::names) declared_[Declared::format].emplace(name);
    if (const Node* versions = root.find("versions")) {
        for (const Node& version : versions->items) {
            if (const Node* name = version.find("id")) declared_[Declared::version].insert(name->text);
        }
    }
    if (const Node* rules = root.find("rules")) {
        for (const Node& rule : rules->items) {
            for (const char* kind :
                 {"membership", "rotation", "quorum", "deciding", "arrears", "paper", "provision"}) {
                if (const Node* name = rule.find(kind)) declared_[Declared::rule].insert(name->text);
            }
        }
    }
    if (const Node* disputes = root.find("disputes")) {
        for (const yaml::Entry& dispute : disputes->entries) {
            Words& sides = sides_[dispute.key];
            if (const Node* under = dispute.value.find("sides")) {
                for (const yaml::Entry& side : under->entries) sides.insert(side.key);
            }
        }
    }
    for (auto& [kind, names] : declared_) names.erase("");
}

void BookReader::read_head(Keys& keys) {
    if (const Node* node = keys.must("rulebook")) book_.id = read_slug(*node, faults_).value_or("");
    if (const Node* node = keys.must("languages"); node && is_list(*node, faults_)) {
        std::map<std::string, int, std::less<>> lines;
        for (const Node& item : node->items) {
            const auto code = read_text(item, faults_);
            if (!code) continue;
            const auto [first, is_new] = lines.emplace(*code, item.mark.line);
            if (!is_language(*code)) {
                faults_.add(item.mark, FaultCode::not_a_language, {{"found", *code}});
            } else if (!is_new) {
                faults_.add(item.mark, FaultCode::listed_twice,
                            {{"found", *code}, {"first_line", std::to_string(first->second)}});
            } else {
                book_.languages.push_back(*code);
            }
        }
        if (node->items.empty()) faults_.add(node->mark, FaultCode::too_few, {{"smallest", "1"}});
    }
    book_.name = words(keys.must("names"));
    book_.abbreviation = words(keys.may("abbreviation"));
    if (const Node* node = keys.may("authentic")) {
        const std::vector<std::string_view> languages(book_.languages.begin(), book_.languages.end());
        if (const auto place = read_word(*node, languages, faults_)) {
            book_.authentic_language = languages[*place];
        }
    } else if (!book_.languages.empty()) {
        book_.authentic_language = book_.languages.front();
    }
    if (const Node* node = keys.must("compiled_on")) {
        book_.compiled_on = read_day(*node, faults_).value_or(base::Day::first());
    }
}

void BookReader::read_versions(const Node& node) {
    if (!is_list(node, faults_)) return;
    if (node.items.empty()) faults_.add(node.mark, FaultCode::too_few, {{"smallest", "1"}});
    std::map<std::string, int, std::less<>> lines;
    std::optional<Version> previous;
    for (const Node& item : node.items) {
        const std::size_t before = faults_.size();
        Version version{.mark = item.mark};
        {
            Keys keys(item, faults_);
            if (const Node* value = keys.must("id")) {
                if (const auto name = read_slug(*value, faults_)) {
                    version.id = base::VersionId::of(*name);
                    const auto [first, is_new] = lines.emplace(*name, value->mark.line);
                    if (!is_new) {
                        faults_.add(value->mark, FaultCode::listed_twice,
                                    {{"found", *name}, {"first_line", std::to_string(first->second)}});
                    }
                }
            }
            if (const Node* value = keys.must("from")) {
                if (const auto day = read_day(*value, faults_)) {
                    version.from = *day;
                    if (previous && *day <= previous->from) {
                        faults_.add(value->mark, FaultCode::versions_out_of_order,
                                    {{"version", std::string(version.id.text())},
                                     {"previous", std::string(previous->id.text())}});
                    }
                }
            }
            if (const Node* value = keys.must("by")) {
                if (const auto name = read_slug(*value, faults_)) version.by = base::ActId::of(*name);
            }
            version.name = words(keys.must("name"));
        }
        if (faults_.size() != before) continue;
        previous = version;
        book_.versions.push_back(std::move(version));
    }
}

void BookReader::own_name(std::map<std::string, std::string, std::less<>>& owners, std::string_view owner,
                          const Name& name, const std::vector<std::string>& aliases, Mark mark) {
    const auto take = [&](const std::string& text) {
        const auto [taken, is_new] = owners.emplace(text, owner);
        if (!is_new && taken->second != owner) {
            faults_.add(mark, FaultCode::alias_taken, {{"found", text}, {"owner", taken->second}});
        }
    };
    for (const auto& [language, text] : name.languages()) take(text);
    for (const std::string& alias : aliases) take(alias);
}

void BookReader::read_members(const Node& node) {
    std::map<std::string, std::string, std::less<>> owners;
    each(node, book_.members, [&](const yaml::Entry& entry) {
        Member member{.mark = entry.mark};
        if (is_name(entry, faults_)) member.id = base::MemberId::of(entry.key);
        Keys keys(entry.value, faults_);
        member.name = words(keys.must("names"));
        member.formal = words(keys.may("formal"));
        member.aliases = texts(keys.may("aliases"));
        own_name(owners, entry.key, member.name, member.aliases, entry.mark);
        return member;
    });
    if (node.kind == Node::Kind::mapping && node.entries.empty()) {
        faults_.add(node.mark, FaultCode::too_few, {{"smallest", "1"}});
    }
}

void BookReader::read_persons(const Node& node) {
    std::map<std::string, std::string, std::less<>> owners;
    each(node, book_.persons, [&](const yaml::Entry& entry) {
        Person person{.mark = entry.mark};
        if (is_name(entry, faults_)) person.id = base::PersonId::of(entry.key);
        Keys keys(entry.value, faults_);
        person.name = words(keys.must("names"));
        person.aliases = texts(keys.may("aliases"));
        own_name(owners, entry.key, person.name, person.aliases, entry.mark);
        return person;
    });
}

void BookReader::read_organisations(const Node& node) {
    std::map<std::string, std::string, std::less<>> owners;
    each(node, book_.organisations, [&](const yaml::Entry& entry) {
        Organisation made{.mark = entry.mark};
        if (is_name(entry, faults_)) made.id = base::OrganisationId::of(entry.key);
        Keys keys(entry.value, faults_);
        made.name = words(keys.must("names"));
        made.abbreviation = words(keys.may("abbreviation"));
        made.aliases = texts(keys.may("aliases"));
        own_name(owners, entry.key, made.name, made.aliases, entry.mark);
        return made;
    });
}

void BookReader::read_orders(const Node& node) {
    if (!is_mapping(node, faults_)) return;
    for (const yaml::Entry& entry : node.entries) {
        if (!is_name(entry, faults_)) continue;
        const auto order = list_of(entry.value, Declared::member);
        if (entry.value.kind != Node::Kind::list) continue;
        std::string missing;
        for (const std::string& member : declared_[Declared::member]) {
            if (std::ranges::find(order, member) != order.end()) continue;
            missing += (missing.empty() ? "" : ", ") + member;
        }
        if (!missing.empty()) {
            faults_.add(entry.mark, FaultCode::order_incomplete,
                        {{"order", entry.key}, {"missing", missing}});
        }
        auto& members = book_.orders[entry.key];
        for (const std::string& member : order) members.push_back(base::MemberId::of(member));
    }
}

void BookReader::read_classes(const Node& node) {
    if (!is_mapping(node, faults_)) return;
    for (const yaml::Entry& entry : node.entries) {
        if (!is_word(entry.key)) {
            faults_.add(entry.mark, FaultCode::not_a_name, {{"found", entry.key}});
            continue;
        }
        if (std::ranges::find(sets_of_the_law, entry.key) != sets_of_the_law.end() || entry.key == "nobody") {
            faults_.add(entry.mark, FaultCode::alias_taken, {{"found", entry.key}, {"owner", "law"}});
        }
        book_.classes[SetId::of(entry.key)] = ids<base::MemberId>(entry.value, Declared::member);
    }
}

Measure::Table BookReader::read_table(const Node& node) {
    Measure::Table table;
    Keys keys(node, faults_);
    if (const Node* value = keys.must("from")) {
        table.from = read_day(*value, faults_).value_or(base::Day::first());
    }
    const Node* of = keys.must("of");
    if (!of || !is_mapping(*of, faults_)) return table;
    for (const yaml::Entry& entry : of->entries) {
        if (!is_declared(Declared::member, entry.key)) {
            report_undeclared(entry.mark, "member", entry.key, declared_[Declared::member]);
        } else if (const auto number = read_number(entry.value, 0, largest_measure, faults_)) {
            table.of[base::MemberId::of(entry.key)] = *number;
        }
    }
    return table;
}

void BookReader::read_measures(const Node& node) {
    each(node, book_.measures, [&](const yaml::Entry& entry) {
        Measure measure{.mark = entry.mark};
        if (is_word(entry.key)) {
            measure.id = MeasureId::of(entry.key);
        } else {
            faults_.add(entry.mark, FaultCode::not_a_name, {{"found", entry.key}});
        }
        if (!is_list(entry.value, faults_)) return measure;
        if (entry.value.items.empty()) faults_.add(entry.mark, FaultCode::too_few, {{"smallest", "1"}});
        for (const Node& item : entry.value.items) {
            Measure::Table table = read_table(item);
            if (!measure.tables.empty() && table.from <= measure.tables.back().from) {
                faults_.add(item.mark, FaultCode::table_out_of_order,
                            {{"found", table.from.text()}, {"previous", measure.tables.back().from.text()}});
            }
            measure.tables.push_back(std::move(table));
        }
        return measure;
    });
}

void BookReader::read_words_declared(Keys& keys) {
    const auto read_list = [&](std::string_view key, auto keep) {
        const Node* node = keys.may(key);
        if (!node || !is_list(*node, faults_)) return;
        std::map<std::string, int, std::less<>> lines;
        for (const Node& item : node->items) {
            const auto name = read_text(item, faults_);
            if (!name) continue;
            const auto [first, is_new] = lines.emplace(*name, item.mark.line);
            if (!is_word(*name)) {
                faults_.add(item.mark, FaultCode::not_a_name, {{"found", *name}});
            } else if (!is_new) {
                faults_.add(item.mark, FaultCode::listed_twice,
                            {{"found", *name}, {"first_line", std::to_string(first->second)}});
            } else {
                keep(*name);
            }
        }
    };
    read_list("sets", [&](const std::string& name) { book_.sets.push_back(SetId::of(name)); });
    read_list("facts", [&](const std::string& name) { book_.facts.push_back(FactId::of(name)); });
    read_list("subjects", [&](const std::string& name) { book_.subjects.push_back(name); });
    read_list("formats", [&](const std::string& name) { book_.formats.push_back(name); });
}

// -- looking names up ----------------------------------------------------------------------------

bool BookReader::is_declared(Declared kind, std::string_view name) const {
    const auto names = declared_.find(kind);
    return names != declared_.end() && names->second.contains(name);
}

void BookReader::report_undeclared(Mark mark, std::string_view kind, std::string_view found,
                                   const Words& valid) {
    if (faults_.full()) return;
    faults_.add(mark, FaultCode::undeclared,
                {{"kind", std::string(kind)},
                 {"found", std::string(found)},
                 {"nearest", base::nearest(found, valid)}});
}

std::optional<std::string> BookReader::named(const Node& node, Declared kind) {
    const auto name = read_text(node, faults_);
    if (!name) return std::nullopt;
    if (is_declared(kind, *name)) return name;
    report_undeclared(node.mark, word_for(kind), *name, declared_[kind]);
    return std::nullopt;
}

std::vector<std::string> BookReader::list_of(const Node& node, Declared kind) {
    std::vector<std::string> names;
    if (!is_list(node, faults_)) return names;
    std::map<std::string, int, std::less<>> lines;
    for (const Node& item : node.items) {
        auto name = named(item, kind);
        if (!name) continue;
        const auto [first, is_new] = lines.emplace(*name, item.mark.line);
        if (is_new) {
            names.push_back(std::move(*name));
        } else {
            faults_.add(item.mark, FaultCode::listed_twice,
                        {{"found", *name}, {"first_line", std::to_string(first->second)}});
        }
    }
    return names;
}

std::vector<std::string> BookReader::texts(const Node* node) {
    std::vector<std::string> all;
    if (!node || !is_list(*node, faults_)) return all;
    for (const Node& item : node->items) {
        if (auto text = read_text(item, faults_)) all.push_back(std::move(*text));
    }
    return all;
}

}  // namespace rulebook
