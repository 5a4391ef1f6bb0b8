#include "questions/rows.hpp"

#include <set>

namespace questions {

base::Object act_row(const acts::Act& act) {
    base::Object row = record::all_fields(act.content);
    row.insert_or_assign("on", act.on);
    if (act.place) row.insert_or_assign("place", act.place);
    put_sources(row, act);
    return row;
}

void put_differences(const law::Inquiry& inquiry, const law::Event& event, base::Object& row) {
    const record::View& view = inquiry.view();
    for (const auto number : view.record.about(event.id)) {
        if (!view.sees(number)) continue;
        const auto* noted = std::get_if<acts::DifferenceNoted>(&view.act(number).content);
        if (!noted || noted->of != event.id || noted->ruling != acts::Ruling::reject) continue;
        if (noted->account == view.act(event.accounts.front()).id)
            row.insert_or_assign("rejected", law::to_value(noted->why));
    }
    if (event.accounts.size() < 2) return;
    base::Object differs;
    for (const std::string& field : record::comparable_fields(view.act(event.accounts.front()))) {
        const auto values = inquiry.told(event, field);
        if (values.size() == 1 &&
            values.front() != record::field_text(view.act(event.accounts.front()), field))
            row.insert_or_assign(field, values.front());  // another account was preferred
        if (values.size() > 1) differs.emplace(field, base::List(values.begin(), values.end()));
    }
    if (!differs.empty()) row.insert_or_assign("differs", std::move(differs));
}

namespace {
constexpr std::size_t exact_day = std::string_view("2023-11-23").size();
}

base::List as_list(std::vector<std::pair<base::Day, base::Object>> rows) {
    // Of one first day the more exact stands first: "14 June" before "14 or 15 June".
    const auto last_day = [](const base::Object& row) {
        const auto on = row.find("on");
        const std::string_view text = on == row.end() ? std::string_view() : on->second.text();
        if (text.size() == exact_day) return std::string(text);
        const auto date = base::Date::read(text);
        return date ? date->latest().text() : std::string(text);
    };
    std::ranges::stable_sort(rows, [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : last_day(a.second) < last_day(b.second);
    });
    base::List list;
    for (auto& [day, row] : rows) list.emplace_back(std::move(row));
    return list;
}

namespace {

// The weakest support of the rows anywhere in an answer.
void weaken(base::Support& weakest, const base::Value& value) {
    if (const base::List* list = value.list()) {
        for (const base::Value& one : *list) weaken(weakest, one);
    } else if (const base::Object* object = value.object()) {
        if (const auto support = base::read_support(value["rests_on"].text()))
            weakest = base::weaker(weakest, *support);
        for (const auto& [name, one] : *object) weaken(weakest, one);
    }
}

template <class K> bool is(const acts::Content& content) { return std::holds_alternative<K>(content); }

}  // namespace

void conclude_rows(Answer& answer, base::Object object, bool on_record) {
    base::Support weakest = on_record ? base::Support::official : base::Support::inferred;
    base::Value value(std::move(object));
    weaken(weakest, value);
    answer.conclusion.standing = on_record ? law::Standing::settled : law::Standing::not_on_record;
    answer.conclusion.rests_on = weakest;
    answer.conclusion.answer = std::move(value);
}

std::optional<PaperTold> paper_told(const record::View& view, base::PaperId paper) {
    // A later step on the way counts over an earlier one, whatever their days; adoption over all of them.
    const auto rank = [](const acts::Content& content) {
        if (is<acts::Drafted>(content)) return 1;
        if (is<acts::NotAdopted>(content)) return 2;
        if (is<acts::Withdrawn>(content)) return 3;
        if (is<acts::Approved>(content) || is<acts::MemorandumSigned>(content)) return 4;
        return is<acts::Adopted>(content) ? 5 : 0;
    };
    constexpr const char* became[] = {"", "draft", "not-adopted", "withdrawn", "approved", "adopted"};
    const law::Inquiry inquiry(view);
    std::optional<PaperTold> found;
    int best = 0;
    for (const auto number : view.record.about(paper)) {
        if (!view.sees(number)) continue;
        const acts::Act& act = view.act(number);
        const int this_rank = rank(act.content);
        if (this_rank == 0 || told_from(act.on) > view.on) continue;
        // It is the paper told of, and not one named beside it; and the account was not set aside.
        const bool tells_of_it = std::visit(
            [&]<class K>(const K& content) {
                if constexpr (requires { content.paper == paper; }) {
                    return content.paper == paper &&
                           std::ranges::any_of(inquiry.events<K>(paper), [&](const law::Event& event) {
                               return std::ranges::find(event.accounts, number) != event.accounts.end();
                           });
                }
                return false;
            },
            act.content);
        if (!tells_of_it) continue;
        PaperTold& told = found ? *found : found.emplace();
        std::visit(
            [&]<class K>(const K& content) {
                if constexpr (requires { content.title; }) {
                    if (told.title.empty()) told.title = content.title;
                }
                if constexpr (requires { content.paper_kind; }) {
                    told.kind = content.paper_kind;
                    told.has_kind = true;
                }
                if (this_rank <= best) return;
                if constexpr (requires { content.body; }) {
                    if (content.body) told.body = content.body;
                }
                if constexpr (requires { content.session; }) {
                    if (content.session) told.session = content.session;
                }
            },
            act.content);
        if (this_rank <= best) continue;
        best = this_rank;
        told.paper = paper;
        told.became = is<acts::MemorandumSigned>(act.content) ? "signed-with-others" : became[this_rank];
        told.on = act.on;
        told.entry = number;
    }
    return found;
}

namespace {

std::vector<PaperTold> told_of(const record::View& view, const std::set<base::PaperId>& papers) {
    std::vector<PaperTold> all;
    for (const base::PaperId id : papers) {
        if (auto told = paper_told(view, id)) all.push_back(std::move(*told));
    }
    std::ranges::stable_sort(all, {}, [](const PaperTold& told) { return told_from(*told.on); });
    return all;
}

}  // namespace

std::vector<PaperTold> papers_told(const record::View& view) {
    std::set<base::PaperId> ids;
    const auto add = [&]<class K>(K) {
        for (const auto number : view.record.of_kind<K>()) {
            if (view.sees(number)) ids.insert(std::get<K>(view.act(number).content).paper);
        }
    };
    add(acts::Drafted{}), add(acts::Adopted{}), add(acts::NotAdopted{}), add(acts::MemorandumSigned{});
    return told_of(view, ids);
}

std::vector<PaperTold> papers_told(const record::View& view, base::SessionId session) {
    std::set<base::PaperId> ids;
    for (const auto number : view.record.about(session)) {
        if (!view.sees(number)) continue;
        std::visit(
            [&](const auto& content) {
                if constexpr (requires { ids.insert(content.paper); }) {
                    if (is_name_of(view, Names::paper, content.paper.text())) ids.insert(content.paper);
                }
            },
            view.act(number).content);
    }
    std::vector<PaperTold> all = told_of(view, ids);
    std::erase_if(all, [&](const PaperTold& told) { return told.session != session; });
    return all;
}

base::Object paper_row(const record::View& view, const PaperTold& told) {
    base::Object row{{"paper", told.paper},
                     {"title", law::to_value(told.title)},
                     {"became", told.became},
                     {"on", *told.on}};
    if (told.has_kind) row.emplace("kind", acts::name_of(told.kind));
    if (told.body) row.emplace("body", told.body);
    if (told.session) row.emplace("session", told.session);
    put_sources(row, view.act(told.entry));
    return row;
}

}  // namespace questions
