#include "rulebook/yaml.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include <yaml.h>

namespace rulebook::yaml {
namespace {

Mark mark_of(const yaml_mark_t& mark) {
    return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

/// The mark of a byte, for faults that libyaml places by offset alone.
Mark mark_of_byte(std::string_view bytes, std::size_t offset) {
    Mark mark{1, 1};
    for (const char c : bytes.substr(0, offset)) {
        if (c == '\n') {
            ++mark.line;
            mark.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++mark.column;
        }
    }
    return mark;
}

std::string_view letters(const yaml_char_t* text) {
    return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

std::string place(Mark mark) { return std::to_string(mark.line) + ":" + std::to_string(mark.column); }

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
    });
}

/// Owns one event.
class Event {
public:
    Event() = default;
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    ~Event() { yaml_event_delete(&event_); }
    yaml_event_t* get() { return &event_; }
    yaml_event_type_t type() const { return event_.type; }
    Mark mark() const { return mark_of(event_.start_mark); }
    const yaml_event_t* operator->() const { return &event_; }

private:
    yaml_event_t event_{};
};

class Parser {
public:
    Parser(std::string_view bytes, Faults& faults) : bytes_(bytes), faults_(faults) {
        if (!yaml_parser_initialize(&parser_)) throw std::bad_alloc();
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        // libyaml does not take a null pointer, which is what an empty view may hold.
        const char* const data = bytes.empty() ? "" : bytes.data();
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(data), bytes.size());
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { yaml_parser_delete(&parser_); }

    /// The one document; broken when there is no such tree.
    Node document() {
        Node root;
        bool seen = false;
        while (true) {
            Event event;
            if (!next(event)) return {};
            switch (event.type()) {
                case YAML_STREAM_END_EVENT:
                    if (!seen) faults_.add({1, 1}, FaultCode::empty_file);
                    return root;
                case YAML_DOCUMENT_START_EVENT:
                    if (seen) {
                        faults_.add(event.mark(), FaultCode::several_documents);
                        return root;
                    }
                    seen = true;
                    root = node(0);
                    if (stopped_) return {};
                    break;
                default:
                    break;
            }
        }
    }

private:
    /// The next event; false after a fault that ends the reading.
    bool next(Event& event) {
        if (stopped_) return false;
        if (yaml_parser_parse(&parser_, event.get())) return true;
        report_not_yaml();
        stopped_ = true;
        return false;
    }

    void report_not_yaml() {
        const auto text = [](const char* words) { return std::string(words ? words : ""); };
        if (parser_.error == YAML_READER_ERROR) {
            faults_.add(mark_of_byte(bytes_, parser_.problem_offset), FaultCode::not_yaml,
                        {{"problem", text(parser_.problem)}});
            return;
        }
        faults_.add(mark_of(parser_.problem_mark), FaultCode::not_yaml,
                    {{"problem", text(parser_.problem)},
                     {"context", text(parser_.context)},
                     {"context_at", parser_.context ? place(mark_of(parser_.context_mark)) : ""}});
    }

    Node node(int depth) {
        Event event;
        if (!next(event)) return {};
        return node_of(event, depth);
    }

    Node node_of(Event& event, int depth) {
        const Mark mark = event.mark();
        switch (event.type()) {
            case YAML_ALIAS_EVENT:
                faults_.add(mark, FaultCode::alias,
                            {{"found", std::string(letters(event->data.alias.anchor))}});
                return {.mark = mark};
            case YAML_SCALAR_EVENT: {
                const auto& scalar = event->data.scalar;
                refuse_decoration(mark, scalar.anchor, scalar.tag);
                // Escapes within double quotes ("\x01") bring in what the file itself may not hold.
                if (has_control_character({reinterpret_cast<const char*>(scalar.value), scalar.length})) {
                    faults_.add(mark, FaultCode::not_yaml,
                                {{"problem", "control characters are not allowed"}});
                    return {.mark = mark};
                }
                return {.kind = Node::Kind::text,
                        .mark = mark,
                        .text = std::string(reinterpret_cast<const char*>(scalar.value), scalar.length),
                        .plain = scalar.style == YAML_PLAIN_SCALAR_STYLE};
            }
            case YAML_SEQUENCE_START_EVENT:
                refuse_decoration(mark, event->data.sequence_start.anchor, event->data.sequence_start.tag);
                return deep_enough(mark, depth) ? list(mark, depth) : Node{};
            case YAML_MAPPING_START_EVENT:
                refuse_decoration(mark, event->data.mapping_start.anchor, event->data.mapping_start.tag);
                return deep_enough(mark, depth) ? mapping(mark, depth) : Node{};
            default:
                return {};
        }
    }

    Node list(Mark mark, int depth) {
        Node made{.kind = Node::Kind::list, .mark = mark};
        while (true) {
            Event event;
            if (!next(event)) return {};
            if (event.type() == YAML_SEQUENCE_END_EVENT) return made;
            made.items.push_back(node_of(event, depth + 1));
        }
    }

    Node mapping(Mark mark, int depth) {
        Node made{.kind = Node::Kind::mapping, .mark = mark};
        std::map<std::string, int, std::less<>> first_lines;
        while (true) {
            Event event;
            if (!next(event)) return {};
            if (event.type() == YAML_MAPPING_END_EVENT) return made;
            Node key = node_of(event, depth + 1);
            Node value = node(depth + 1);
            if (stopped_) return {};
            if (key.kind == Node::Kind::broken) continue;
            if (key.kind != Node::Kind::text) {
                faults_.add(key.mark, FaultCode::key_not_text);
                continue;
            }
            const auto [first, is_new] = first_lines.emplace(key.text, key.mark.line);
            if (!is_new) {
                faults_.add(key.mark, FaultCode::duplicate_key,
                            {{"found", key.text}, {"first_line", std::to_string(first->second)}});
                continue;
            }
            made.entries.push_back({std::move(key.text), key.mark, std::move(value)});
        }
    }

    bool deep_enough(Mark mark, int depth) {
        if (depth < deepest) return true;
        faults_.add(mark, FaultCode::too_deep, {{"limit", std::to_string(deepest)}});
        stopped_ = true;
        return false;
    }

    void refuse_decoration(Mark mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
        if (anchor) faults_.add(mark, FaultCode::anchor, {{"found", std::string(letters(anchor))}});
        if (tag) faults_.add(mark, FaultCode::tag, {{"found", std::string(letters(tag))}});
    }

    yaml_parser_t parser_{};
    std::string_view bytes_;
    Faults& faults_;
    bool stopped_ = false;
};

}  // namespace

bool Node::nothing() const {
    if (kind != Kind::text) return false;
    if (text.find_first_not_of(" \n\t") == std::string::npos) return true;
    if (!plain) return false;
    return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

const Node* Node::find(std::string_view key) const {
    const auto found = std::ranges::find(entries, key, &Entry::key);
    return found == entries.end() ? nullptr : &found->value;
}

Node parse(std::string_view bytes, Faults& faults) {
    if (bytes.size() > largest_file) {
        faults.add({1, 1}, FaultCode::too_large, {{"limit", std::to_string(largest_file)}});
        return {};
    }
    return Parser(bytes, faults).document();
}

}  // namespace rulebook::yaml
