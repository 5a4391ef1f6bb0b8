#include "site/rulebook_data.hpp"

#include <type_traits>
#include <utility>

#include "law/values.hpp"

namespace site {

base::Object rulebook_data(const rulebook::Rulebook& rules, std::string_view id) {
    const auto put_day = [&](base::Object& row, const char* name, base::VersionId version) {
        for (const rulebook::Version& one : rules.versions) {
            if (one.id == version) row.emplace(name, one.from);
        }
    };
    base::List all;
    rules.each_rule([&](const auto& rule) {
        if (!id.empty() && rule.id.text() != id) return;
        base::Object row{{"rule", rule.id},
                         {"kind", rule.kind},
                         {"article", law::to_value(rule.article)},
                         {"says", law::to_value(rule.says)},
                         {"read", rule.read},
                         {"sources", rule.sources}};
        if (!rule.called.empty()) row.emplace("names", law::to_value(rule.called));
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(rule)>, rulebook::Provision>) {
            base::List subjects;
            for (const rulebook::Subject subject : rule.subjects) subjects.emplace_back(name_of(subject));
            row.emplace("subjects", std::move(subjects));
            if (rule.dispute) row.emplace("dispute", rule.dispute);
        }
        put_day(row, "since", rule.since);
        put_day(row, "until", rule.until);
        all.emplace_back(std::move(row));
    });
    return {{"rules", std::move(all)}};
}

}  // namespace site
