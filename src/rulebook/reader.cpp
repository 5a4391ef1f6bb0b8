#include "rulebook/reader.hpp"

#include <utility>

#include "rulebook/book_reader.hpp"

namespace rulebook {

Rulebook BookReader::read(const yaml::Node& root) {
    if (root.kind == yaml::Node::Kind::broken) return {};
    collect(root);
    {
        Keys keys(root, faults_);
        read_head(keys);
        if (const Node* node = keys.must("versions")) read_versions(*node);
        if (const Node* node = keys.must("members")) read_members(*node);
        if (const Node* node = keys.may("orders")) read_orders(*node);
        if (const Node* node = keys.may("classes")) read_classes(*node);
        if (const Node* node = keys.may("measures")) read_measures(*node);
        read_words_declared(keys);
        if (const Node* node = keys.may("places")) {
            each(*node, book_.places, [&](const yaml::Entry& entry) {
                Place place{.mark = entry.mark};
                if (is_name(entry, faults_)) place.id = PlaceId::of(entry.key);
                Keys inside(entry.value, faults_);
                place.name = words(inside.must("names"));
                return place;
            });
        }
        if (const Node* node = keys.may("persons")) read_persons(*node);
        if (const Node* node = keys.may("organisations")) read_organisations(*node);
        if (const Node* node = keys.may("topics")) {
            each(*node, book_.topics, [&](const yaml::Entry& entry) {
                Topic topic{.mark = entry.mark};
                if (is_name(entry, faults_)) topic.id = base::RuleId::of(entry.key);
                Keys inside(entry.value, faults_);
                topic.name = words(inside.must("names"));
                if (const Node* rules = inside.may("rules"))
                    topic.rules = ids<base::RuleId>(*rules, Declared::rule);
                return topic;
            });
        }
        if (const Node* node = keys.may("instruments")) read_instruments(*node);
        if (const Node* node = keys.may("bodies")) read_bodies(*node);
        if (const Node* node = keys.may("posts")) read_posts(*node);
        if (const Node* node = keys.may("regions")) read_regions(*node);
        if (const Node* node = keys.may("disputes")) read_disputes(*node);
        if (const Node* node = keys.may("procedures")) read_procedures(*node);
        if (const Node* node = keys.may("rules")) read_rules(*node);
        if (const Node* node = keys.may("cases")) read_cases(*node);
    }
    check_whole();
    return std::move(book_);
}

ReadResult read(std::string_view yaml_text, std::string_view file_name) {
    Faults faults(file_name);
    const yaml::Node root = yaml::parse(yaml_text, faults);
    ReadResult result;
    result.book = BookReader(faults).read(root);
    result.faults = std::move(faults).in_order();
    return result;
}

}  // namespace rulebook
