#include "record/fields.hpp"

#include <functional>
#include <variant>

namespace record {
namespace {

// Hands every comparable field of an act's content to `see` as text.
struct Reader {
    const std::function<void(std::string_view, std::string)>& see;

    template <class Kind> void role(std::string_view name, const base::Id<Kind>& id) const {
        if (id) see(name, std::string(id.text()));
    }
    void may_role(std::string_view name, const auto& id) const { role(name, id); }

    void fact(std::string_view, const base::Text&) const {}
    template <class Kind> void fact(std::string_view, const std::vector<base::Id<Kind>>&) const {}
    void fact(std::string_view name, const base::Date& date) const { see(name, date.text()); }
    void fact(std::string_view name, acts::Count count) const {
        const bool exact = count.nearness == acts::Nearness::exact;
        see(name,
            (exact ? "" : std::string(acts::name_of(count.nearness)) + " ") + std::to_string(count.number));
    }
    void fact(std::string_view name, base::Ratio share) const { see(name, share.text()); }
    void fact(std::string_view name, base::Clock hour) const { see(name, hour.text()); }
    void fact(std::string_view name, const acts::Money& money) const {
        see(name,
            (money.about ? "about " : "") + std::to_string(money.amount) + " " + std::string(money.code()));
    }
    template <acts::Named E> void fact(std::string_view name, E value) const {
        see(name, std::string(acts::name_of(value)));
    }
    template <class T> void fact(std::string_view name, const std::optional<T>& value) const {
        if (value) fact(name, *value);
    }
    void may_fact(std::string_view name, const auto& value) const { fact(name, value); }
};

void each_field(const acts::Act& act, const std::function<void(std::string_view, std::string)>& see) {
    see("on", act.on.text());
    if (act.place) see("place", std::string(act.place.text()));
    std::visit([&]<class K>(const K& content) { K::fields(content, Reader{see}); }, act.content);
}

// Every role and piece of content by its name, as an act is written.
struct Facts {
    base::Object& into;

    template <class Kind> void role(std::string_view name, const base::Id<Kind>& id) const {
        if (id) into.insert_or_assign(std::string(name), id);
    }
    void may_role(std::string_view name, const auto& id) const { role(name, id); }
    void fact(std::string_view name, const base::Text& text) const {
        base::Object words;
        for (const auto& [language, said] : text.languages()) words.emplace(language, said);
        if (!words.empty()) into.insert_or_assign(std::string(name), std::move(words));
    }
    template <class Kind> void fact(std::string_view name, const std::vector<base::Id<Kind>>& ids) const {
        if (!ids.empty()) into.insert_or_assign(std::string(name), ids);
    }
    void fact(std::string_view name, const base::Date& date) const {
        into.insert_or_assign(std::string(name), date);
    }
    void fact(std::string_view name, acts::Count count) const {
        base::Object told{{"number", count.number}, {"about", count.nearness == acts::Nearness::about}};
        if (!acts::is_near(count)) told.emplace("nearness", acts::name_of(count.nearness));
        into.insert_or_assign(std::string(name), std::move(told));
    }
    void fact(std::string_view name, base::Ratio share) const {
        into.insert_or_assign(std::string(name), share.text());
    }
    void fact(std::string_view name, base::Clock hour) const {
        into.insert_or_assign(std::string(name), hour.text());
    }
    void fact(std::string_view name, const acts::Money& money) const {
        into.insert_or_assign(
            std::string(name),
            base::Object{{"amount", money.amount}, {"about", money.about}, {"currency", money.code()}});
    }
    template <acts::Named E> void fact(std::string_view name, E value) const {
        into.insert_or_assign(std::string(name), acts::name_of(value));
    }
    template <class T> void fact(std::string_view name, const std::optional<T>& value) const {
        if (value) fact(name, *value);
    }
    void may_fact(std::string_view name, const auto& value) const { fact(name, value); }
};

}  // namespace

base::Object all_fields(const acts::Content& content) {
    base::Object fields;
    std::visit([&]<class K>(const K& told) { K::fields(told, Facts{fields}); }, content);
    return fields;
}

std::string field_text(const acts::Act& act, std::string_view field) {
    if (field == "on") return act.on.text();
    std::string found;
    each_field(act, [&](std::string_view name, std::string value) {
        if (name == field) found = std::move(value);
    });
    return found;
}

std::vector<std::string> comparable_fields(const acts::Act& act) {
    std::vector<std::string> names;
    each_field(act, [&](std::string_view name, const std::string&) { names.emplace_back(name); });
    return names;
}

}  // namespace record
