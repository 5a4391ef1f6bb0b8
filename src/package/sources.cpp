#include "package/sources.hpp"

#include <utility>

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
    if (const auto* url = keys.must("url")) source.url = rulebook::read_text(*url, faults).value_or("");
    if (const auto* report = keys.may("report")) {
        if (const auto number = rulebook::read_number(*report, 0, last_report, faults)) {
            source.report = static_cast<int>(*number);
        }
    }
    return source;
}

}  // namespace

SourcesRead read_sources(std::string_view yaml, std::string_view file_name,
                         std::span<const std::string> languages) {
    rulebook::Faults faults(file_name);
    SourcesRead read;
    const rulebook::yaml::Node root = rulebook::yaml::parse(yaml, faults);
    if (root.kind != rulebook::yaml::Node::Kind::broken) {
        rulebook::Keys keys(root, faults);
        const auto* sources = keys.must("sources");
        if (sources && rulebook::is_mapping(*sources, faults)) {
            for (const auto& entry : sources->entries) {
                const std::size_t before = faults.size();
                rulebook::Source source = read_source(entry, languages, faults);
                if (faults.size() == before) read.sources.push_back(std::move(source));
            }
        }
    }
    read.faults = std::move(faults).in_order();
    return read;
}

}  // namespace package
