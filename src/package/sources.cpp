#include "package/sources.hpp"

#include <algorithm>
#include <ranges>
#include <utility>

#include "base/nearest.hpp"
#include "rulebook/keys.hpp"
#include "rulebook/yaml.hpp"

namespace package {
namespace {

// The reports the work started from are numbered from 0 to 4.
constexpr int last_report = 4;

rulebook::Source read_source(const rulebook::yaml::Entry& entry, std::span<const std::string> languages,
                             rulebook::Faults& faults) {
    rulebook::Source source{.mark = entry.mark};
    if (rulebook::is_name(entry, faults)) source.id = base::SourceId::of(entry.key);
    rulebook::Keys keys(entry.value, faults);
    if (const auto* names = keys.must("names")) source.name = rulebook::read_words(*names, languages, faults);
    if (const auto* kind = keys.must("kind")) {
        if (const auto place = rulebook::read_word(*kind, rulebook::source_kind_names, faults)) {
            source.kind = static_cast<rulebook::SourceKind>(*place);
        }
    }
    if (const auto* published = keys.may("published"))
        source.published = rulebook::read_day(*published, faults);
    if (const auto* url = keys.may("url")) source.url = rulebook::read_text(*url, faults).value_or("");
    if (const auto* report = keys.may("report")) {
        if (const auto number = rulebook::read_number(*report, 0, last_report, faults)) {
            source.report = static_cast<int>(*number);
        }
    }
    return source;
}

}  // namespace

namespace {

base::SourceId source_named(const rulebook::yaml::Node& node, std::span<const base::SourceId> sources,
                            rulebook::Faults& faults) {
    const auto name = rulebook::read_slug(node, faults);
    if (!name) return {};
    const auto id = base::SourceId::of(*name);
    if (std::ranges::find(sources, id) != sources.end()) return id;
    faults.add(node.mark, rulebook::FaultCode::undeclared,
               {{"kind", "source"},
                {"found", *name},
                {"nearest", base::nearest(*name, sources | std::views::transform(&base::SourceId::text))}});
    return {};
}

void read_claim(const rulebook::yaml::Entry& entry, std::span<const std::string> languages,
                std::span<const base::SourceId> sources, rulebook::Faults& faults, ClaimsRead& read) {
    const std::size_t before = faults.size();
    rulebook::Claim claim{.mark = entry.mark};
    if (rulebook::is_name(entry, faults)) claim.id = entry.key;
    base::SourceId source;
    rulebook::Keys keys(entry.value, faults);
    if (const auto* node = keys.must("source")) source = source_named(*node, sources, faults);
    if (const auto* node = keys.must("says")) claim.says = rulebook::read_words(*node, languages, faults);
    if (const auto* node = keys.must("standing")) {
        if (const auto place = rulebook::read_word(*node, rulebook::claim_standing_names, faults))
            claim.standing = static_cast<rulebook::ClaimStanding>(*place);
    }
    if (const auto* node = keys.may("why")) claim.why = rulebook::read_words(*node, languages, faults);
    if (const auto* node = keys.may("ask")) claim.ask = rulebook::read_text(*node, faults).value_or("");
    if (const auto* node = keys.may("acts"); node && rulebook::is_list(*node, faults)) {
        for (const auto& item : node->items) {
            if (const auto name = rulebook::read_slug(item, faults))
                claim.acts.push_back(base::ActId::of(*name));
        }
    }
    if (const auto* node = keys.may("sources"); node && rulebook::is_list(*node, faults)) {
        for (const auto& item : node->items) claim.sources.push_back(source_named(item, sources, faults));
    }
    if (faults.size() == before) read.by_source[source].push_back(std::move(claim));
}

// Calls `take` with every entry of the one mapping that the file holds, under `key`.
template <class Take>
void each_entry(std::string_view yaml, std::string_view key, rulebook::Faults& faults, Take take) {
    const rulebook::yaml::Node root = rulebook::yaml::parse(yaml, faults);
    if (root.kind == rulebook::yaml::Node::Kind::broken) return;
    rulebook::Keys keys(root, faults);
    const auto* all = keys.must(key);
    if (!all || !rulebook::is_mapping(*all, faults)) return;
    for (const auto& entry : all->entries) take(entry);
}

}  // namespace

ClaimsRead read_claims(std::string_view yaml, std::string_view file_name,
                       std::span<const std::string> languages, std::span<const base::SourceId> sources) {
    rulebook::Faults faults(file_name);
    ClaimsRead read;
    each_entry(yaml, "claims", faults, [&](const rulebook::yaml::Entry& entry) {
        read_claim(entry, languages, sources, faults, read);
    });
    read.faults = std::move(faults).in_order();
    return read;
}

SourcesRead read_sources(std::string_view yaml, std::string_view file_name,
                         std::span<const std::string> languages) {
    rulebook::Faults faults(file_name);
    SourcesRead read;
    each_entry(yaml, "sources", faults, [&](const rulebook::yaml::Entry& entry) {
        const std::size_t before = faults.size();
        rulebook::Source source = read_source(entry, languages, faults);
        if (faults.size() == before) read.sources.push_back(std::move(source));
    });
    read.faults = std::move(faults).in_order();
    return read;
}

}  // namespace package
