#include "words/listings.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "words/acts_said.hpp"
#include "words/dates.hpp"
#include "words/listing_facts.hpp"
#include "words/near_said.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

// What stands in a cell beside or instead of its pattern.
enum class Holds { pattern, acts_found, alterations };
// Whether the row's "near" is said beneath this cell: it is here that something is missing.
enum class Gap { none, here };

struct Column {
    Phrase heading;
    Phrase pattern;  // "{what}" is the act in a sentence; see listing_facts.hpp for what else there is
    std::string_view subject;  // the fact whose id the cell names; empty: none
    Gap gap = Gap::none;
    const Phrase* note = nullptr;  // a pattern too, smaller and beneath; left out where it says nothing
    Holds holds = Holds::pattern;
};

namespace col {
constexpr Column day{{"Day", "День"}, {"{on}", "{on}"}, ""};
constexpr Column told_on{{"Told on", "Сообщено"}, {"{on}", "{on}"}, ""};
constexpr Column what{{"What", "Что"}, {"{what:text}", "{what:text}"}, ""};
constexpr Column state{{"State", "Государство"}, {"[{member}]", "[{member}]"}, "member"};
constexpr Column paper{{"Paper", "Документ"}, {"{title}", "{title}"}, "paper"};
constexpr Column undated_paper{{"Paper", "Документ"}, {"{undated:text}", "{undated:text}"}, "paper"};
constexpr Column kind{{"Kind", "Вид"}, {"[{kind:paper-kind}]", "[{kind:paper-kind}]"}, ""};
constexpr Column became{{"What became of it", "Что стало"}, {"{became}", "{became}"}, ""};
constexpr Column body{{"Body", "Орган"}, {"[{body:body-label}]", "[{body:body-label}]"}, "body"};
constexpr Column period{{"Period", "Период"}, {"[{when}]", "[{when}]"}, ""};
constexpr Column remark{{"What is told of it", "Что об этом сообщается"}, {"[{says}]", "[{says}]"}, ""};
}  // namespace col

namespace notes {
constexpr Phrase reply{"[Invitation {reply}]", "[{reply}]"};
constexpr Phrase outcome_on{"[{outcome_on:date}]", "[{outcome_on:date}]"};
constexpr Phrase why{"[{why}]", "[{why}]"};
}  // namespace notes

constexpr Column acts_told[] = {col::day, col::what};
constexpr Column papers_told[] = {col::day, col::paper, col::kind, col::became, col::body};
constexpr Column steps_told[] = {
    {{"Step", "Шаг"}, {"{says}", "{says}"}, ""},
    {{"Day", "День"}, {"{on}", "{on}"}, "", Gap::here},
    {{"Hour", "Время"}, {"[{at}][; {hour}]", "[{at}][; {hour}]"}, ""},
    {{"What", "Что"}, {"[{measure}. ][{told:text}]", "[{measure}. ][{told:text}]"}, ""},
    {{"Who", "Кто"}, {"[{by:text}]", "[{by:text}]"}, ""},
    {{"After the step before", "После прошлого шага"}, {"[{days.day} after]", "[через {days.day}]"}, ""}};
constexpr Column offices_told[] = {
    col::told_on, {{"Office", "Пост"}, {"{office_said:text}", "{office_said:text}"}, "member"}};
constexpr Column priorities_told[] = {
    {{"Priority", "Приоритет"}, {"{says}", "{says}"}, ""},
    {{"Set out by", "Кто изложил"}, {"[{person}]", "[{person}]"}, "person"}};
constexpr Column announced_told[] = {
    {{"Announced on", "День объявления"}, {"{on}", "{on}"}, ""},
    {{"What", "Что"}, {"{undated:text}", "{undated:text}"}, "session", Gap::none, &notes::reply},
    {{"For", "На какой срок"}, {"[{when}]", "[{when}]"}, ""},
    {{"Certainty", "Степень уверенности"}, {"{certainty}", "{certainty}"}, ""},
    {{"Outcome", "Чем завершилось"}, {"{outcome}", "{outcome}"}, "", Gap::here, &notes::outcome_on}};
constexpr Column scale_told[] = {col::state, {{"Share", "Доля"}, {"{share}", "{share}"}, ""}};
constexpr Column budgets_told[] = {
    col::period,
    {{"Amount", "Сумма"}, {"{amount}", "{amount}"}, "", Gap::here},
    {{"Paper", "Документ"}, {"[{paper_title:text}]", "[{paper_title:text}]"}, "paper"},
    col::remark};
constexpr Column shares_told[] = {
    col::state, col::period, {{"Amount", "Сумма"}, {"{amount}", "{amount}"}, ""}};
constexpr Column payments_told[] = {
    col::day, col::state, col::period, {{"Payment", "Уплата"}, {"{paid}", "{paid}"}, ""}, col::remark};
constexpr Column arrears_told[] = {
    {{"What the rule says", "Что говорит правило"}, {"{says}[ {article}.]", "{says}[ {article}.]"}, "rule"},
    {{"What it does not do by itself", "Чего оно не делает само по себе"},
     {"{by_itself:text}", "{by_itself:text}"},
     ""}};
constexpr Column counts_told[] = {
    {{"Session", "Сессия"}, {"{session}", "{session}"}, "session"},
    {{"What was counted", "Что сосчитано"}, {"{counted}[; {scope:text}]", "{counted}[; {scope:text}]"}, ""},
    {{"Number", "Число"}, {"{number}", "{number}"}, ""}};
constexpr Column statements_told[] = {col::day,
                                      {{"Who", "Кто"}, {"[{speaker:text}]", "[{speaker:text}]"}, "who"},
                                      {{"Subject", "Тема"}, {"{topic}", "{topic}"}, "topic"},
                                      {{"Said", "Сказано"}, {"{says}", "{says}"}, ""}};
constexpr Column posts_told[] = {{{"Post", "Должность"}, {"{post:post-label}", "{post:post-label}"}, "post"},
                                 {{"Holder", "Кто занимает"}, {"{person}", "{person}"}, "person", Gap::here},
                                 col::state};
constexpr Column bodies_told[] = {
    {{"Body", "Орган"}, {"{body:body-label}", "{body:body-label}"}, "body"},
    {{"Established on", "День создания"}, {"{established:date}", "{established:date}"}, "", Gap::here},
    {{"What it is", "Что это"}, {"[{says}]", "[{says}]"}, ""},
    {.heading = {"What changed", "Что менялось"},
     .pattern = {"[{changes:text}]", "[{changes:text}]"},
     .subject = "",
     .holds = Holds::alterations}};
constexpr Column seated_told[] = {
    col::state,
    {{"Person", "Лицо"}, {"{person}[, {capacity}]", "{person}[, {capacity}]"}, "person"},
    {{"First on record", "Впервые в записях"}, {"{first:date}", "{first:date}"}, ""},
    {{"Last on record", "В последний раз"}, {"{last:date}", "{last:date}"}, ""},
    {{"Sessions", "Сессий"}, {"{sessions:number}", "{sessions:number}"}, ""}};
constexpr Column sessions_told[] = {col::day, {{"Session", "Сессия"}, {"{session}", "{session}"}, "session"}};
constexpr Column regions_told[] = {{{"Region", "Регион"}, {"{region:region}", "{region:region}"}, "region"},
                                   {{"What it is", "Что это"}, {"{says}", "{says}"}, ""}};
constexpr Column relations_told[] = {{{"Relation", "Связь"}, {"{relation}", "{relation}"}, ""},
                                     {{"With", "С чем"},
                                      {"[{to_paper_title:text}][{to_instrument}][{to_session}]",
                                       "[{to_paper_title:text}][{to_instrument}][{to_session}]"},
                                      "to_paper"}};
constexpr Column related_told[] = {
    {{"Paper", "Документ"}, {"{paper_title:text}", "{paper_title:text}"}, "paper"},
    {{"Relation", "Связь"}, {"{relation}", "{relation}"}, ""}};
constexpr Column texts_told[] = {
    {{"Number", "Номер"}, {"{number:text}", "{number:text}"}, ""},
    {{"Language", "Язык"}, {"[{language:text}]", "[{language:text}]"}, ""},
    {{"Authentic language", "Аутентичный язык"}, {"[{authentic:text}]", "[{authentic:text}]"}, ""}};
constexpr Column differences_told[] = {
    {{"Difference", "Расхождение"}, {"[{dispute}][{why}]", "[{dispute}][{why}]"}, "dispute"},
    {{"About", "О чём"}, {"[{event_said:text}]", "[{event_said:text}]"}, "event"},
    {{"Standing", "Состояние"}, {"{ruling:ruling}", "{ruling:ruling}"}, ""}};
constexpr Column sources_told[] = {
    {{"Source", "Источник"}, {"{source:source}", "{source:source}"}, "source"},
    {{"Published", "Опубликован"}, {"{published:date}", "{published:date}"}, ""},
    {{"Acts that rest on it", "Актов на его основе"}, {"{acts:number}", "{acts:number}"}, ""}};
constexpr Column claims_told[] = {{{"No.", "№"}, {"{claim:text}", "{claim:text}"}, ""},
                                  {{"What it says", "Что сообщается"}, {"{says}", "{says}"}, ""},
                                  {{"Checked against the record", "Сверка с записями"},
                                   {"[{standing:claim}]", "[{standing:claim}]"},
                                   "",
                                   Gap::none,
                                   &notes::why},
                                  {.heading = {"What the record has", "Что есть в записях"},
                                   .pattern = {"[{found:text}]", "[{found:text}]"},
                                   .subject = "",
                                   .holds = Holds::acts_found}};
constexpr Column subjects_told[] = {{{"Subject", "Тема"}, {"{subject}", "{subject}"}, ""}};
constexpr Column memoranda_told[] = {
    col::day,
    col::undated_paper,
    {{"With", "С кем"}, {"{with_organisations}", "{with_organisations}"}, ""},
    {{"Signed for the Organisation by", "Кто подписал от Организации"},
     {"{person}", "{person}"},
     "person",
     Gap::here}};
constexpr Column given_told[] = {
    col::day,
    {{"Status", "Статус"}, {"{status}", "{status}"}, ""},
    {{"Given to", "Кому предоставлен"}, {"[{organisation}][{member}]", "[{organisation}][{member}]"}, ""},
    {{"At", "При каком органе"}, {"[{body:body-label}]", "[{body:body-label}]"}, "body"}};
constexpr Column received_told[] = {
    col::day,
    {{"Status", "Статус"}, {"{status}", "{status}"}, ""},
    {{"Received from", "От кого получен"}, {"{organisation}", "{organisation}"}, ""},
    col::remark};
constexpr Column contacts_told[] = {
    col::day,
    {{"Kind", "Вид"}, {"{contact}", "{contact}"}, ""},
    {{"Between whom", "Между кем"}, {"[{between:text}]", "[{between:text}]"}, ""},
    {{"About", "О чём"}, {"{undated:text}", "{undated:text}"}, ""}};
constexpr Column quota_told[] = {
    col::day,   col::body, col::state, col::period, {{"Posts", "Должностей"}, {"[{posts}]", "[{posts}]"}, ""},
    col::remark};
constexpr Column quota_posts_told[] = {
    col::day,
    col::body,
    col::state,
    col::period,
    {{"Standing of the post", "Состояние должности"}, {"{filling}", "{filling}"}, ""},
    col::remark};

// Whether "none on record" is worth saying: of observers it is, of a person's visits it is not.
enum class WhenEmpty { said, left_out };

struct List {
    std::string_view question;
    std::string_view key;
    Phrase title;
    std::span<const Column> columns;
    WhenEmpty when_empty = WhenEmpty::said;
    const Phrase* group = nullptr;  // a pattern: rows of which it says the same stand together under it
    const Phrase* note = nullptr;   // said once over the table
};

namespace groups {
constexpr Phrase term{"{member}[, {when}][: supported by nothing. {rejected:text}]",
                      "{member}[, {when}][: ничем не подтверждено. {rejected:text}]"};
constexpr Phrase scale{"{scale_of:text}", "{scale_of:text}"};
constexpr Phrase unrelated{"[{unrelated:text}][. {unrelated_why:text}]",
                           "[{unrelated:text}][. {unrelated_why:text}]"};
}  // namespace groups

constexpr Phrase priorities_note{
    "Each priority stands as the sources in its row tell it. Where an account was examined and set aside, the heading over it says so, and why.",
    "Каждый приоритет приведён так, как о нём сообщают источники в его строке. Если версия проверена и отклонена, об этом сказано в заголовке над ней, с указанием причины."};
constexpr Phrase claims_note{
    "The numbers run through the claims of all the reports that were read claim by claim.",
    "Нумерация сквозная: она продолжается по всем сообщениям, разобранным по пунктам."};

constexpr List lists[] = {
    {"agenda", "subjects", {"Subjects discussed", "Обсуждавшиеся темы"}, subjects_told, WhenEmpty::left_out},
    {"agenda", "drafts", {"Papers and drafts", "Документы и проекты"}, papers_told, WhenEmpty::left_out},
    {"agenda",
     "parts",
     {"Parts of the session", "Составы, в которых шла сессия"},
     acts_told,
     WhenEmpty::left_out},
    {"agenda", "served_by", {"Held by means of", "Обеспечение"}, acts_told, WhenEmpty::left_out},
    {"announced",
     "announced",
     {"Announced, and what became of it", "Объявленное и чем оно завершилось"},
     announced_told},
    {"body", "altered", {"What it is charged with", "Мандат"}, acts_told, WhenEmpty::left_out},
    {"body", "posts", {"Posts", "Должности"}, posts_told, WhenEmpty::left_out},
    {"body", "seated", {"Who has sat in it", "Кто заседал в этом органе"}, seated_told, WhenEmpty::left_out},
    {"body",
     "statuses",
     {"Statuses it has given", "Предоставленные при органе статусы"},
     acts_told,
     WhenEmpty::left_out},
    {"body",
     "served",
     {"Sessions held by its means", "Сессии, проведённые средствами этого органа"},
     acts_told,
     WhenEmpty::left_out},
    {"body", "sessions", {"Sessions", "Сессии"}, sessions_told, WhenEmpty::left_out},
    {"body", "papers", {"Papers", "Документы"}, papers_told, WhenEmpty::left_out},
    {"bodies", "bodies", {"Bodies", "Органы"}, bodies_told},
    {"bodies",
     "regions",
     {"Regions of collective security", "Регионы коллективной безопасности"},
     regions_told},
    {"changes", "acts", {"What changed", "Что изменилось"}, acts_told},
    {"consultation", "steps", {"Steps", "Шаги"}, steps_told},
    {"contributions", "scale", {"Scale", "Шкала взносов"}, scale_told, WhenEmpty::said, &groups::scale},
    {"contributions", "budgets", {"Budgets", "Бюджеты"}, budgets_told, WhenEmpty::left_out},
    {"contributions", "shares", {"Shares as amounts", "Взносы в суммах"}, shares_told},
    {"contributions", "payments", {"Payments", "Уплата"}, payments_told},
    {"contributions",
     "arrears",
     {"The rule on unpaid shares", "Правило о неуплаченных взносах"},
     arrears_told,
     WhenEmpty::left_out},
    {"counts",
     "counts",
     {"Counts, each as its source has it", "Подсчёты, каждый по своему источнику"},
     counts_told},
    {"differences", "differences", {"Differences", "Расхождения"}, differences_told},
    {"document",
     "relations",
     {"Relations to other texts", "Связи с другими текстами"},
     relations_told,
     WhenEmpty::left_out},
    {"document",
     "related_by",
     {"Papers that refer to it", "Документы, связанные с ним"},
     related_told,
     WhenEmpty::left_out},
    {"document",
     "texts",
     {"Where the text can be read", "Где прочитать текст"},
     texts_told,
     WhenEmpty::left_out},
    {"documents", "papers", {"Papers", "Документы"}, papers_told},
    {"draft", "steps", {"The way of the draft", "Путь проекта"}, steps_told},
    {"person",
     "offices",
     {"Offices, as sources tell them", "Посты по сообщениям источников"},
     offices_told,
     WhenEmpty::left_out},
    {"person",
     "posts",
     {"Posts in the Organisation", "Должности в Организации"},
     acts_told,
     WhenEmpty::left_out},
    {"person", "sessions", {"Sessions", "Сессии"}, acts_told, WhenEmpty::left_out},
    {"person",
     "contacts",
     {"Visits, calls, ceremonies", "Визиты, разговоры, церемонии"},
     contacts_told,
     WhenEmpty::left_out},
    {"person", "said", {"Statements", "Заявления"}, statements_told, WhenEmpty::left_out},
    {"posts", "posts", {"Posts", "Должности"}, posts_told},
    {"priorities",
     "priorities",
     {"Priorities", "Приоритеты"},
     priorities_told,
     WhenEmpty::said,
     &groups::term,
     &priorities_note},
    {"quota", "periods", {"Posts allotted, by period", "Распределение должностей по периодам"}, quota_told},
    {"quota", "reported", {"Filled and vacant", "Занятые и вакантные"}, quota_posts_told},
    {"relations",
     "memoranda",
     {"Memoranda and joint positions", "Меморандумы и совместные позиции"},
     memoranda_told},
    {"relations", "observers", {"Observers at the Organisation", "Наблюдатели при Организации"}, given_told},
    {"relations", "partners", {"Partners of the Organisation", "Партнёры Организации"}, given_told},
    {"relations",
     "given",
     {"Statuses given, those at its bodies among them",
      "Предоставленные статусы, включая статусы при органах"},
     given_told},
    {"relations",
     "received",
     {"Statuses received from others", "Статусы, полученные от других"},
     received_told},
    {"relations", "contacts", {"Visits, calls, ceremonies", "Визиты, разговоры, церемонии"}, contacts_told},
    {"source",
     "claims",
     {"What it says, claim by claim", "Что он сообщает, по пунктам"},
     claims_told,
     WhenEmpty::left_out,
     &groups::unrelated,
     &claims_note},
    {"source", "cited_by", {"Acts that rest on it", "Акты, основанные на нём"}, acts_told},
    {"sources", "sources", {"Sources", "Источники"}, sources_told},
    {"statements", "statements", {"Statements", "Заявления"}, statements_told},
};

constexpr Phrase none_on_record{"None on record.", "В записях нет."};
constexpr Phrase not_on_record_word{"not on record", "в записях нет"};
constexpr Phrase missing_lists{"Not on record: ", "В записях нет: "};
constexpr Phrase settles_all{"What would settle what is not on record here: {what:text}.",
                             "Что могло бы подтвердить то, чего здесь нет: {what:text}."};
constexpr Phrase plans_title{"The plans side by side", "Планы рядом"};
constexpr Phrase step_column{"Step", "Шаг"};
constexpr Phrase in_full{"In full", "Подробно"};
constexpr Phrase open_page{"The plan’s page", "Страница плана"};
constexpr Phrase covers_column{"Covers", "Охватывает"};
constexpr Phrase reported_column{"Reported as done", "Доложено о выполнении"};
constexpr Phrase reported_pattern{"[{done}][ of {of}][ ({items})][. {says}]",
                                  "[{done}][ из {of}][ ({items})][. {says}]"};
constexpr Phrase plans_note{
    "The nearest steps on record before and after one that is not stand above and below it in the same column.",
    "Ближайшие шаги до и после того, которого в записях нет, стоят выше и ниже него в том же столбце."};

// A cell that lost what is optional at its beginning or its end.
std::string trimmed(std::string text) {
    while (text.ends_with(' ') || text.ends_with(';') || text.ends_with(',')) text.pop_back();
    while (text.starts_with(' ') || text.starts_with(';') || text.starts_with('.')) text.erase(0, 1);
    return capitalised(text);
}

// The codes of what would settle the gaps of these rows.
std::set<std::string> settling(const base::List& rows) {
    std::set<std::string> codes;
    for (const base::Value& row : rows) {
        if (!row["near"]["settled_by"].is_null()) codes.emplace(row["near"]["settled_by"].text());
    }
    return codes;
}

// Beneath what is missing: the nearest facts, and what would settle it where that is not said under the
// table.
void add_near(ListingCell& cell, const base::Value& near, bool settled_here, const Names& names) {
    if (!near.object()) return;
    if (ListingLine line = nearest_on_record(near, names, Facts::by_day); !line.empty())
        cell.notes.push_back(std::move(line));
    if (!settled_here) return;
    if (std::string said = would_settle(names.language(), near["settled_by"].text()); !said.empty())
        cell.notes.push_back({{std::move(said)}});
}

ListingCell cell_of(const Column& column, const base::Value& row, const base::Object& facts,
                    bool settled_here, const Names& names) {
    const Language language = names.language();
    ListingCell cell{.text = trimmed(fill(column.pattern(language), facts, names))};
    if (const auto found = facts.find(column.subject); found != facts.end())
        cell.subject = std::string(found->second.text());
    if (column.holds == Holds::acts_found) cell.things = acts_found(row, names);
    if (column.holds == Holds::alterations) cell.things = alterations(row, names);
    if (column.note) {
        if (std::string said = trimmed(fill((*column.note)(language), facts, names)); !said.empty())
            cell.notes.push_back({{std::move(said)}});
    }
    cell.missing = cell.text == capitalised(not_on_record_word(language));
    if (column.gap == Gap::here) add_near(cell, row["near"], settled_here, names);
    return cell;
}

// The rule of the steps in the rulebook's own words, with its article: what it leaves open is in them.
std::string rule_of_steps(const base::Value& answer, const Names& names) {
    for (const rulebook::Procedure& one : names.rules().procedures) {
        if (one.id.text() != answer["procedure"].text()) continue;
        const std::string article = names.text(one.article);
        return as_sentence(names.text(one.says)) + (article.empty() ? "" : " (" + article + ".)");
    }
    return {};
}

// Within each group the states in the alphabetical order of the language.
void in_order_of_states(std::vector<Listing::Row>& rows, const Names& names) {
    const auto state = [&](const Listing::Row& row) { return names.member((*row.of)["member"].text()); };
    for (auto first = rows.begin(); first != rows.end();) {
        const auto last = std::find_if(first, rows.end(),
                                       [&](const Listing::Row& row) { return row.group != first->group; });
        std::stable_sort(first, last, [&](const Listing::Row& a, const Listing::Row& b) {
            return alphabetically(names.language(), state(a), state(b));
        });
        first = last;
    }
}

// Does anything in the list say the act as a sentence? That costs more than all other facts together.
bool says_what(const List& list, Language language) {
    const auto names_it = [&](const Phrase& pattern) { return pattern(language).contains("what"); };
    return (list.group && names_it(*list.group)) ||
           std::ranges::any_of(list.columns, [&](const Column& column) {
               return names_it(column.pattern) || (column.note && names_it(*column.note));
           });
}

void add(std::vector<Listing>& all, const List& list, const base::Value& answer, const Names& names) {
    const Language language = names.language();
    Listing made{.title = std::string(list.title(language)), .none = std::string(none_on_record(language))};
    for (const Column& column : list.columns) made.headings.emplace_back(column.heading(language));
    const base::List none;
    const base::List* told = answer[list.key].list();
    const base::List& rows = told ? *told : none;
    const std::set<std::string> codes = settling(rows);
    const auto gaps =
        std::ranges::count_if(rows, [](const base::Value& row) { return row["near"].object(); });
    const bool said_under = codes.size() == 1 && gaps > 1;
    const What what = says_what(list, language) ? What::said : What::left_out;
    for (const base::Value& row : rows) {
        const base::Object facts = facts_for_columns(row, what, names);
        Listing::Row cells{.cells = {}, .of = &row};
        if (list.group) cells.group = trimmed(fill((*list.group)(language), facts, names));
        for (const Column& column : list.columns)
            cells.cells.push_back(cell_of(column, row, facts, !said_under, names));
        made.rows.push_back(std::move(cells));
    }
    if (list.key == "scale") in_order_of_states(made.rows, names);
    if (rows.empty()) {
        const base::Value& near = answer["near"][list.key];
        made.near = nearest_on_record(near, names, Facts::by_day);
        if (const std::string said = would_settle(language, near["settled_by"].text()); !said.empty())
            made.near.push_back({(made.near.empty() ? "" : " ") + said});
    } else {
        if (list.key == "steps") {
            if (std::string rule = rule_of_steps(answer, names); !rule.empty())
                made.before.push_back(std::move(rule));
        }
        if (list.note) made.before.emplace_back((*list.note)(language));
        if (said_under)
            made.after.push_back(fill(settles_all(language),
                                      {{"what", std::string(settled_by(language, *codes.begin()))}}, names));
    }
    if (!made.rows.empty() || list.when_empty == WhenEmpty::said) all.push_back(std::move(made));
}

constexpr std::array clauses{
    Pattern{"agenda",
            {"{session}: {subjects:number} subjects and {drafts:number} papers on record",
             "{session}: в записях тем — {subjects:number}, документов — {drafts:number}"}},
    Pattern{"announced",
            {"announced: {count}; without an outcome on record: {open:number}",
             "объявлено: {count}; нет сведений о том, чем завершилось: {open:number}"}},
    Pattern{"bodies",
            {"bodies: {count}; regions: {regions:number}", "органов: {count}; регионов: {regions:number}"}},
    Pattern{"body", {"{body:body-label}. {says}", "{body:body-label}. {says}"}},
    Pattern{"changes", {"after {since:date}: {count.act}", "после {since:date/gen}: {count.act}"}},
    Pattern{"consultation", {"{title}", "{title}"}},
    Pattern{
        "counts",
        {"[{session}: ]counts on record: {counts:number}[; sessions whose papers are counted differently: {differing:number}]",
         "[{session}: ]подсчётов в записях: {counts:number}[; сессий с разным числом документов: {differing:number}]"}},
    Pattern{"differences",
            {"differences on record: {count}; open: {open:number}",
             "расхождений в записях: {count}; открытых: {open:number}"}},
    Pattern{"document",
            {"{title}: {became}[, {on}]; its text is not held here",
             "{title}: {became}[, {on}]; текст здесь не хранится"}},
    Pattern{"documents", {"{count.paper} on record", "{count.paper} в записях"}},
    Pattern{"draft", {"{title}: {became}[, {on}]", "{title}: {became}[, {on}]"}},
    Pattern{"plan", {"plans on record: {count}", "планов в записях: {count}"}},
    Pattern{"posts", {"posts: {count}", "должностей: {count}"}},
    Pattern{"priorities",
            {"priorities on record: {count}; supported by nothing: {unsupported:number}",
             "приоритетов в записях: {count}; ничем не подтверждены: {unsupported:number}"}},
    Pattern{"quota",
            {"allotments on record: {periods:number}; reports of posts: {reported:number}",
             "распределений в записях: {periods:number}; сведений о должностях: {reported:number}"}},
    Pattern{"source",
            {"acts that rest on it: {acts:number}[; claims: {claims:number}]",
             "актов на его основе: {acts:number}[; пунктов: {claims:number}]"}},
    Pattern{"sources", {"sources: {count}", "источников: {count}"}},
    Pattern{"statements", {"statements on record: {count}", "заявлений в записях: {count}"}},
};

namespace nouns_of_a_person {
constexpr Noun post{{"entry on a post in the Organisation", "запись о должности в Организации"},
                    {"entries on a post in the Organisation", "записей о должности в Организации"},
                    "записи о должности в Организации"};
constexpr Noun session{{"presence at a session", "участие в сессии"},
                       {"presences at sessions", "участий в сессиях"},
                       "участия в сессиях"};
constexpr Noun contact{{"visit, call or ceremony", "визит, разговор или церемония"},
                       {"visits, calls and ceremonies", "визитов, разговоров и церемоний"},
                       "визита, разговора или церемонии"};
constexpr Noun statement{{"statement", "заявление"}, {"statements", "заявлений"}, "заявления"};
}  // namespace nouns_of_a_person

// "Minister of Foreign Affairs of Belarus (23 November 2023). On record: 6 statements": the offices named
// last, and how much of what is on record; what is not is left out.
std::string said_person(const base::Value& answer, const Names& names) {
    const bool ru = names.language() == Language::ru;
    const base::List none;
    const auto rows = [&](std::string_view key) -> const base::List& {
        const base::List* told = answer[key].list();
        return told ? *told : none;
    };
    const auto person = answer["person"].text();
    std::string said = !person.empty() ? names.person(person) : ru ? "лицо" : "a person";
    if (!rows("offices").empty()) {
        const base::Value& last = rows("offices").back();
        const base::Object facts = last.object() ? *last.object() : base::Object();
        const base::Object office = facts_said("office-attested", facts, names);
        said += ". " + capitalised(fill(ru ? "{office}[ {of_member/gen}][, {member}] ({on})"
                                           : "{office}[ of {of_member}][, {member}] ({on})",
                                        office, names));
    }
    std::vector<std::string> counted;
    const auto count_of = [&](std::size_t number, const Noun& noun) {
        if (number > 0) counted.push_back(count(names.language(), static_cast<std::int64_t>(number), noun));
    };
    const auto* statements = answer["statements"].number();
    count_of(rows("posts").size(), nouns_of_a_person::post);
    std::set<std::string> sessions;  // who was present may have presided too
    for (const base::Value& row : rows("sessions")) sessions.emplace(row["session"].text());
    count_of(sessions.size(), nouns_of_a_person::session);
    count_of(rows("contacts").size(), nouns_of_a_person::contact);
    count_of(statements ? static_cast<std::size_t>(*statements) : 0, nouns_of_a_person::statement);
    if (!counted.empty()) said += (ru ? ". В записях: " : ". On record: ") + names.list(counted);
    return said;
}

constexpr Noun month{{"month", "месяц"}, {"months", "месяцев"}, "месяца"};

// Each of the dates, said and listed.
std::string dates_listed(const base::Value& dates, const Names& names) {
    std::vector<std::string> said;
    for (const base::Value& one : *dates.list()) said.push_back(date(names.language(), one.text()));
    return names.list(said);
}

std::string said_right_to_vote(const base::Value& answer, const Names& names) {
    const bool ru = names.language() == Language::ru;
    const bool* has = answer["has_vote"].boolean();
    const base::Object facts = answer.object() ? *answer.object() : base::Object();
    const std::string_view outside = answer["outside"].text();
    if (outside == "not-a-member")
        return fill(ru ? "{member} на этот день не член, поэтому права голоса нет"
                       : "{member} is not a member on that day, so it has no vote",
                    facts, names);
    std::string said =
        outside == "participation-suspended"
            ? fill(ru ? "участие {member/gen} приостановлено, поэтому права голоса нет"
                      : "the participation of {member} is suspended, so it has no vote",
                   facts, names)
            : fill(!has || *has ? (ru ? "право голоса есть у {member/gen}" : "{member} has its vote")
                                : (ru ? "{member} без права голоса" : "{member} has no vote"),
                   facts, names);
    const base::List* unpaid = answer["unpaid"].list();
    if (!unpaid || unpaid->empty())
        return said + (ru ? "; неуплаченных взносов в записях нет" : "; no unpaid share is on record");
    const bool keeps = has && *has;
    if (keeps && answer["decision"].is_null())
        said += ru ? ", потому что решения о его лишении в записях нет"
                   : ", for no decision on record takes it away";
    said += (ru ? "; не уплачено за " : "; unpaid for ") + dates_listed(answer["unpaid"], names);
    if (const base::List* untold = answer["not_on_record"].list(); untold && !untold->empty())
        said += (ru ? ", об уплате за " : ", while for ") + dates_listed(answer["not_on_record"], names) +
                (ru ? " в записях ничего нет" : " nothing is on record");
    const auto* needed = answer["months_needed"].number();
    const bool* met = answer["condition_met"].boolean();
    if (keeps && met && *met)
        return said + (ru ? "; срок, после которого решением можно лишить голоса, прошёл"
                          : "; the time after which a decision may take it away has passed");
    if (keeps && needed && *needed > 0)
        said += (ru ? "; решение возможно, если не уплачено за "
                    : "; a decision may take it away once shares of ") +
                count(names.language(), *needed, month) + (ru ? "" : " are unpaid");
    return said;
}

// "3 observers", "none": a list that is empty is said in words, for there is no telling that there are none.
std::string said_relations(const base::Value& answer, const Names& names) {
    const bool ru = names.language() == Language::ru;
    const base::Object facts = answer.object() ? *answer.object() : base::Object();
    const auto none = [&](std::string_view key) {
        return !answer[key].list() || answer[key].list()->empty();
    };
    std::string said = fill(ru ? "меморандумов и совместных позиций в записях — {memoranda:number}"
                               : "memoranda and joint positions on record: {memoranda:number}",
                            facts, names);
    const auto add = [&](std::string_view key, const char* en, const char* ru_words) {
        if (!none(key)) said += "; " + fill(ru ? ru_words : en, facts, names);
    };
    add("observers", "observers at the Organisation: {observers:number}",
        "наблюдателей при Организации — {observers:number}");
    add("partners", "partners: {partners:number}", "партнёров — {partners:number}");
    if (none("observers") && none("partners"))
        said += ru ? "; наблюдателей и партнёров Организации в записях нет"
                   : "; no observers and no partners of the Organisation are on record";
    return said;
}

std::string said_contributions(const base::Value& answer, const Names& names) {
    const base::Object facts = answer.object() ? *answer.object() : base::Object();
    const bool ru = names.language() == Language::ru;
    const bool one = !answer["member"].is_null();
    if (one)
        return fill(
            ru ? "в записях о взносах {member/gen}: долей — {scale:number}, сумм — {shares:number}, сведений об уплате — {payments:number}"
               : "on record of {member}: shares in the scale {scale:number}, amounts {shares:number}, reports of payment {payments:number}",
            facts, names);
    return fill(
        ru ? "в записях бюджетов — {budgets:number}, долей членов — {scale:number}, сведений об уплате — {payments:number}"
           : "budgets on record: {budgets:number}; shares of members: {scale:number}; reports of payment: {payments:number}",
        facts, names);
}

// "18 February 2019 (the same day)", "10 February 2023 (31 days later)": with the days since the step before.
std::string day_of_step(const base::Value& row, Language language) {
    std::string said = date(language, row["on"].text());
    const auto* days = row["days"].number();
    if (!days) return said;
    if (*days == 0) return said + (language == Language::ru ? " (в тот же день)" : " (the same day)");
    const std::string counted = count(language, *days, nouns::day);
    return said + (language == Language::ru ? " (через " + counted + ")" : " (" + counted + " later)");
}

const base::List& list_in(const base::Value& value, std::string_view key) {
    static const base::List none;
    const base::List* told = value[key].list();
    return told ? *told : none;
}

// A step a row, a plan a column: which step was taken when, and which is not on record.
Listing plans_side_by_side(const base::Value& answer, const Names& names) {
    const Language language = names.language();
    Listing made{.title = std::string(plans_title(language)), .none = std::string(none_on_record(language))};
    const base::List& plans = list_in(answer, "plans");
    if (plans.empty()) return made;
    made.headings = {std::string(step_column(language))};
    for (const base::Value& plan : plans) made.headings.push_back(names.text(plan["title"]));
    static const base::Value no_row;  // the rows are steps, not acts
    const std::string missing = capitalised(not_on_record_word(language));

    const auto add_row = [&](ListingCell head, const auto& fill_cell) {
        Listing::Row row{.cells = {std::move(head)}, .of = &no_row};
        for (const base::Value& plan : plans) {
            ListingCell cell;
            fill_cell(plan, cell);
            cell.missing = cell.text.empty() && cell.things.empty();
            if (cell.missing) cell.text = missing;
            row.cells.push_back(std::move(cell));
        }
        made.rows.push_back(std::move(row));
    };
    add_row({std::string(covers_column(language))}, [&](const base::Value& plan, ListingCell& cell) {
        for (const base::Value& one : list_in(plan, "covers"))
            cell.things.push_back({without_stop(names.text(one["says"])), std::string(one["act"].text())});
    });

    struct Step {
        std::string id, name, settles;  // what would settle it where a plan lacks it
    };
    std::vector<Step> steps;
    for (const base::Value& plan : plans) {
        for (const base::Value& row : list_in(plan, "steps")) {
            auto found = std::ranges::find(steps, row["step"].text(), &Step::id);
            if (found == steps.end())
                found = steps.insert(found, {std::string(row["step"].text()), names.text(row["says"]), {}});
            if (row["act"].is_null())
                found->settles = would_settle(language, row["near"]["settled_by"].text());
        }
    }
    bool gaps = false;
    for (const Step& step : steps) {
        ListingCell head{step.name};
        if (!step.settles.empty()) head.notes.push_back({{step.settles}});
        gaps = gaps || !step.settles.empty();
        add_row(std::move(head), [&](const base::Value& plan, ListingCell& cell) {
            for (const base::Value& row : list_in(plan, "steps")) {
                if (row["step"].text() == step.id && !row["act"].is_null())
                    cell.things.push_back(
                        {capitalised(day_of_step(row, language)), std::string(row["act"].text())});
            }
        });
    }
    add_row({std::string(reported_column(language))}, [&](const base::Value& plan, ListingCell& cell) {
        for (const base::Value& one : list_in(plan, "reports"))
            cell.things.push_back(
                {without_stop(trimmed(fill(reported_pattern(language), *one.object(), names))),
                 std::string(one["act"].text())});
    });
    add_row({std::string(in_full(language))}, [&](const base::Value& plan, ListingCell& cell) {
        cell.text = open_page(language);
        cell.subject = plan["paper"].text();
    });
    if (std::string rule = rule_of_steps(plans.front(), names); !rule.empty())
        made.before.push_back(std::move(rule));
    if (gaps) made.after.emplace_back(plans_note(language));
    return made;
}

}  // namespace

std::string text_of(const ListingLine& line) {
    std::string all;
    for (const ListingPart& part : line) all += part.text;
    return all;
}

std::vector<Listing> listings_of(std::string_view question, const base::Value& answer, const Names& names) {
    std::vector<Listing> all;
    if (question == "plan") return {plans_side_by_side(answer, names)};
    for (const List& list : lists) {
        if (list.question == question) add(all, list, answer, names);
    }
    return all;
}

ListingLine without_rows(std::span<const Listing> listings, Language language) {
    std::string named;
    std::vector<ListingLine> near;  // several lists may have the same
    for (const Listing& listing : listings) {
        if (!listing.rows.empty()) continue;
        named += named.empty() ? std::string(missing_lists(language)) + uncapitalised(listing.title)
                               : "; " + uncapitalised(listing.title);
        const auto same = [&](const ListingLine& one) { return text_of(one) == text_of(listing.near); };
        if (!listing.near.empty() && std::ranges::none_of(near, same)) near.push_back(listing.near);
    }
    if (named.empty()) return {};
    ListingLine line{{named + "."}};
    for (const ListingLine& one : near) {
        line.push_back({" "});
        line.insert(line.end(), one.begin(), one.end());
    }
    return line;
}

bool has_listings(std::string_view question) {
    return question == "plan" || std::ranges::find(lists, question, &List::question) != std::end(lists);
}

std::string listing_clause(std::string_view question, const base::Value& answer, const Names& names) {
    if (question == "right-to-vote") return said_right_to_vote(answer, names);
    if (question == "relations") return said_relations(answer, names);
    if (question == "person") return said_person(answer, names);
    if (question == "contributions") return said_contributions(answer, names);
    const base::Object facts = answer.object() ? *answer.object() : base::Object();
    for (const Pattern& pattern : clauses) {
        if (pattern.key == question) return fill(pattern.says(names.language()), facts, names);
    }
    return {};
}

}  // namespace words
