#include "site/rulebook_data.hpp"

#include "law/values.hpp"

namespace site {

base::Object rulebook_data(const rulebook::Rulebook& rules, std::string_view id) {
    const auto put_day = [&](base::Object& row, const char* name, base::VersionId version) {
        for (const rulebook::Version& one : rules.versions) {
            if (one.id == version) row.emplace(name, one.from);
        }
    };
    base::List all;
    rules.each_rule([&](const rulebook::Rule& rule) {
        if (!id.empty() && rule.id.text() != id) return;
        base::Object row{{"rule", rule.id},
                         {"article", law::to_value(rule.article)},
                         {"says", law::to_value(rule.says)},
                         {"read", rule.read},
                         {"sources", rule.sources}};
        if (!rule.called.empty()) row.emplace("names", law::to_value(rule.called));
        put_day(row, "since", rule.since);
        put_day(row, "until", rule.until);
        all.emplace_back(std::move(row));
    });
    return {{"rules", std::move(all)}};
}

}  // namespace site
