#include "law/values.hpp"

namespace law {
namespace {

template <class T> base::List each(const std::vector<T>& items) {
    base::List list;
    for (const T& item : items) list.push_back(to_value(item));
    return list;
}

base::Value taken(const Taking& taking) {
    base::Object object;
    for (const auto& [dispute, side] : taking) object.emplace(dispute.text(), side);
    return object;
}

enum class Why { left_out, told };

base::Value to_value(const BySide& by_side, Why why) {
    base::Object object{{"taking", taken(by_side.taking.front())},
                        {"held_by", each(by_side.held_by)},
                        {"standing", standing_name(by_side.standing)},
                        {"rests_on", base::support_name(by_side.rests_on)},
                        {"answer", by_side.answer}};
    if (why == Why::told) object.emplace("reasons", to_value(by_side.reasons));
    if (by_side.taking.size() > 1) {
        base::List also;
        for (std::size_t i = 1; i < by_side.taking.size(); ++i) also.push_back(taken(by_side.taking[i]));
        object.emplace("also", std::move(also));
    }
    if (!by_side.settled_by.empty()) object.emplace("settled_by", by_side.settled_by);
    return object;
}

}  // namespace

base::Value to_value(const base::Text& text) {
    base::Object object;
    for (const auto& [language, words] : text.languages()) object.emplace(language, words);
    return object;
}

base::Value to_value(const Reason& reason) {
    base::Object object{{"code", reason.code},
                        {"facts", reason.facts},
                        {"acts", reason.acts},
                        {"sources", reason.sources},
                        {"because", to_value(reason.because)}};
    object.emplace("article", reason.article.empty() ? base::Value() : to_value(reason.article));
    object.emplace("rests_on",
                   reason.support ? base::Value(base::support_name(*reason.support)) : base::Value());
    return object;
}

base::Value to_value(const std::vector<Reason>& reasons) { return each(reasons); }

base::Value to_value(const Holder& holder) {
    base::Object object{{"who", holder.who},         {"kind", holder.who_kind},
                        {"on", holder.on},           {"act", holder.act},
                        {"sources", holder.sources}, {"rests_on", base::support_name(holder.support)}};
    if (!holder.person.empty()) object.emplace("person", holder.person);
    return object;
}

base::Value to_value(const DisputeTold& dispute) {
    base::List sides;
    for (const SideTold& side : dispute.sides) {
        sides.push_back(base::Object{{"id", side.id}, {"held_by", each(side.held_by)}});
    }
    base::Object object{{"id", dispute.id}, {"sides", std::move(sides)}};
    if (dispute.event) {
        object.emplace("event", dispute.event);
        object.emplace("field", dispute.field);
    }
    return object;
}

namespace {

base::Object written(const Conclusion& conclusion, Why why) {
    base::Object object{{"standing", standing_name(conclusion.standing)},
                        {"rests_on", base::support_name(conclusion.rests_on)},
                        {"answer", conclusion.answer}};
    if (why == Why::told) object.emplace("reasons", to_value(conclusion.reasons));
    if (!conclusion.by_side.empty()) {
        base::List sides;
        for (const BySide& side : conclusion.by_side) sides.push_back(to_value(side, why));
        object.emplace("by_side", std::move(sides));
    }
    if (!conclusion.disputes.empty()) object.emplace("disputes", conclusion.disputes);
    if (!conclusion.examined.empty()) object.emplace("examined", conclusion.examined);
    if (!conclusion.settled_by.empty()) object.emplace("settled_by", conclusion.settled_by);
    if (conclusion.too_many_sides) object.emplace("too_many_sides", true);
    return object;
}

}  // namespace

base::Object to_object(const Conclusion& conclusion) { return written(conclusion, Why::told); }
base::Object without_reasons(const Conclusion& conclusion) { return written(conclusion, Why::left_out); }

}  // namespace law
