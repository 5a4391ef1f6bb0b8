#include "words/listings.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "words/acts_said.hpp"
#include "words/layout.hpp"
#include "words/phrasing.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

struct Column {
    Phrase heading;
    Phrase pattern;            // "{what}" is the act in a sentence
    std::string_view subject;  // the fact whose id the cell names; empty: none
};

namespace col {
constexpr Column day{{"Day", "День"}, {"{on}", "{on}"}, ""};
constexpr Column what{{"What", "Что"}, {"{what:text}", "{what:text}"}, ""};
constexpr Column state{{"State", "Государство"}, {"[{member}]", "[{member}]"}, "member"};
constexpr Column paper{{"Paper", "Документ"}, {"{title}", "{title}"}, "paper"};
constexpr Column kind{{"Kind", "Вид"}, {"[{kind:paper-kind}]", "[{kind:paper-kind}]"}, ""};
constexpr Column became{{"What became of it", "Что стало"}, {"{became}", "{became}"}, ""};
constexpr Column body{{"Body", "Орган"}, {"[{body:body-label}]", "[{body:body-label}]"}, "body"};
constexpr Column period{{"Period", "Период"}, {"[{when}]", "[{when}]"}, ""};
}  // namespace col

constexpr Column acts_told[] = {col::day, col::what};
constexpr Column papers_told[] = {col::day, col::paper, col::kind, col::became, col::body};
constexpr Column steps_told[] = {
    {{"Step", "Шаг"}, {"{says}", "{says}"}, ""},
    {{"Day", "День"}, {"{on}", "{on}"}, ""},
    {{"Hour", "Время"}, {"[{at}][; {hour}]", "[{at}][; {hour}]"}, ""},
    {{"What", "Что"},
     {"[{measure}. ][{told:text}][{body:body-label}][ ({person})]",
      "[{measure}. ][{told:text}][{body:body-label}][ ({person})]"},
     ""},
    {{"Days since the step before", "Дней от прошлого шага"}, {"[{days:number}]", "[{days:number}]"}, ""},
    {{"Rule on the step", "Правило о шаге"}, {"[not read{unread:text}]", "[не прочитано{unread:text}]"}, ""}};
constexpr Column offices_told[] = {
    col::day,
    {{"Office", "Пост"}, {"{office}[, {organisation}]", "{office}[, {organisation}]"}, ""},
    col::state};
constexpr Column priorities_told[] = {
    col::state,
    col::period,
    {{"Priority", "Приоритет"}, {"{says}", "{says}"}, ""},
    {{"Set out by", "Кто изложил"}, {"[{person}]", "[{person}]"}, "person"},
    {{"Support", "Подтверждение"},
     {"[supported by nothing. {rejected:text}]", "[ничем не подтверждено. {rejected:text}]"},
     ""}};
constexpr Column announced_told[] = {
    {{"Announced on", "День объявления"}, {"{on}", "{on}"}, ""},
    {{"What", "Что"}, {"{title}", "{title}"}, "session"},
    {{"For", "На какой срок"}, {"[{when}]", "[{when}]"}, ""},
    {{"Certainty", "Степень уверенности"}, {"{certainty}", "{certainty}"}, ""},
    {{"Invitation", "Приглашение"}, {"[{reply}]", "[{reply}]"}, ""},
    {{"Outcome", "Исход"}, {"{outcome}[, {outcome_on:date}]", "{outcome}[, {outcome_on:date}]"}, ""}};
constexpr Column scale_told[] = {col::state, {{"Share", "Доля"}, {"{share}", "{share}"}, ""}, col::period};
constexpr Column budgets_told[] = {
    col::period,
    {{"Amount", "Сумма"}, {"{amount}", "{amount}"}, ""},
    {{"Paper or remark", "Документ или пояснение"}, {"[{paper}. ][{says}]", "[{paper}. ][{says}]"}, "paper"}};
constexpr Column shares_told[] = {
    col::state, col::period, {{"Amount", "Сумма"}, {"{amount}", "{amount}"}, ""}};
constexpr Column payments_told[] = {
    col::day, col::state, col::period, {{"Payment", "Уплата"}, {"{paid}[. {says}]", "{paid}[. {says}]"}, ""}};
constexpr Column counts_told[] = {
    {{"What was counted", "Что сосчитано"}, {"{counted}[; {scope:text}]", "{counted}[; {scope:text}]"}, ""},
    {{"Number", "Число"}, {"{number}", "{number}"}, ""}};
constexpr Column statements_told[] = {
    col::day,
    {{"Who", "Кто"},
     {"[{person}, ][{member}][{body:body-label}]", "[{person}, ][{member}][{body:body-label}]"},
     "person"},
    {{"Subject", "Тема"}, {"{topic}", "{topic}"}, "topic"},
    {{"Said", "Сказано"}, {"{says}", "{says}"}, ""}};
constexpr Column posts_told[] = {{{"Post", "Должность"}, {"{post:post-label}", "{post:post-label}"}, "post"},
                                 {{"Holder", "Кто занимает"}, {"{person}", "{person}"}, "person"},
                                 col::state};
constexpr Column bodies_told[] = {
    {{"Body", "Орган"}, {"{body:body-label}", "{body:body-label}"}, "body"},
    {{"Established", "Создан"}, {"{established:date}", "{established:date}"}, ""},
    {{"What it is", "Что это"}, {"[{says}]", "[{says}]"}, ""},
    {{"What changed", "Что менялось"}, {"[{changes:text}]", "[{changes:text}]"}, ""}};
constexpr Column seated_told[] = {
    col::state,
    {{"Person", "Лицо"}, {"{person}[, {capacity}]", "{person}[, {capacity}]"}, "person"},
    {{"First on record", "Впервые в записях"}, {"{first:date}", "{first:date}"}, ""},
    {{"Last on record", "В последний раз"}, {"{last:date}", "{last:date}"}, ""},
    {{"Sessions", "Сессий"}, {"{sessions:number}", "{sessions:number}"}, ""}};
constexpr Column sessions_told[] = {col::day, {{"Session", "Сессия"}, {"{session}", "{session}"}, "session"}};
constexpr Column regions_told[] = {{{"Region", "Регион"}, {"{region:region}", "{region:region}"}, "region"},
                                   {{"What it is", "Что это"}, {"{says}", "{says}"}, ""}};
constexpr Column relations_told[] = {
    {{"Relation", "Связь"}, {"{relation}", "{relation}"}, ""},
    {{"With", "С чем"},
     {"[{to_paper}][{to_instrument}][{to_session}]", "[{to_paper}][{to_instrument}][{to_session}]"},
     "to_paper"}};
constexpr Column related_told[] = {{{"Paper", "Документ"}, {"{paper}", "{paper}"}, "paper"},
                                   {{"Relation", "Связь"}, {"{relation}", "{relation}"}, ""}};
constexpr Column texts_told[] = {{{"Number", "Номер"}, {"{number:text}", "{number:text}"}, ""},
                                 {{"Language", "Язык"}, {"[{language:text}]", "[{language:text}]"}, ""}};
constexpr Column differences_told[] = {
    {{"Difference", "Расхождение"}, {"[{dispute}][{why}]", "[{dispute}][{why}]"}, "dispute"},
    {{"Standing", "Состояние"}, {"{ruling:ruling}", "{ruling:ruling}"}, ""}};
constexpr Column sources_told[] = {
    {{"Source", "Источник"}, {"{source:source}", "{source:source}"}, "source"},
    {{"Published", "Опубликован"}, {"{published:date}", "{published:date}"}, ""},
    {{"Acts that rest on it", "Актов на его основе"}, {"{acts:number}", "{acts:number}"}, ""}};
constexpr Column claims_told[] = {
    {{"No.", "№"}, {"{claim:text}", "{claim:text}"}, ""},
    {{"What it says", "Что сообщается"}, {"{says}", "{says}"}, ""},
    {{"In the record", "В записях"}, {"{standing:claim}[. {why}]", "{standing:claim}[. {why}]"}, ""},
    {{"What the record has", "Что в записях"}, {"[{found:text}]", "[{found:text}]"}, "first"}};
constexpr Column subjects_told[] = {{{"Subject", "Тема"}, {"{subject}", "{subject}"}, ""}};
// Whether "none on record" is worth a heading: of observers it is, of a person's visits it is not.
enum class WhenEmpty { said, left_out };

struct List {
    std::string_view question;
    std::string_view key;
    Phrase title;
    std::span<const Column> columns;
    WhenEmpty when_empty = WhenEmpty::said;
};

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
    {"contributions", "scale", {"Scale", "Шкала взносов"}, scale_told},
    {"contributions", "budgets", {"Budgets", "Бюджеты"}, budgets_told},
    {"contributions", "shares", {"Shares as amounts", "Взносы в суммах"}, shares_told},
    {"contributions", "payments", {"Payments", "Уплата"}, payments_told},
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
     {"Offices, as sources name them", "Посты, как их называют источники"},
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
     acts_told,
     WhenEmpty::left_out},
    {"person", "said", {"Statements", "Заявления"}, statements_told, WhenEmpty::left_out},
    {"posts", "posts", {"Posts", "Должности"}, posts_told},
    {"priorities", "priorities", {"Priorities", "Приоритеты"}, priorities_told},
    {"quota", "periods", {"Posts allotted, by period", "Распределение должностей по периодам"}, acts_told},
    {"quota", "reported", {"Filled and vacant", "Занятые и вакантные"}, acts_told},
    {"relations",
     "memoranda",
     {"Memoranda and joint positions", "Меморандумы и совместные позиции"},
     acts_told},
    {"relations", "observers", {"Observers at the Organisation", "Наблюдатели при Организации"}, acts_told},
    {"relations", "partners", {"Partners of the Organisation", "Партнёры Организации"}, acts_told},
    {"relations",
     "given",
     {"Statuses given, those at its bodies among them",
      "Предоставленные статусы, включая статусы при органах"},
     acts_told},
    {"relations", "received", {"Statuses received from others", "Статусы, полученные от других"}, acts_told},
    {"relations", "contacts", {"Visits, calls, ceremonies", "Визиты, разговоры, церемонии"}, acts_told},
    {"source", "claims", {"What it says, claim by claim", "Что он сообщает, по пунктам"}, claims_told},
    {"source", "cited_by", {"Acts that rest on it", "Акты, основанные на нём"}, acts_told},
    {"sources", "sources", {"Sources", "Источники"}, sources_told},
    {"statements", "statements", {"Statements", "Заявления"}, statements_told},
};

constexpr Phrase none_on_record{"None on record.", "В записях нет."};
constexpr Phrase not_on_record_word{"not on record", "в записях нет"};
constexpr Phrase plans_title{"The plans side by side", "Планы рядом"};
constexpr Phrase step_column{"Step", "Шаг"};
constexpr Phrase in_full{"In full", "Подробно"};
constexpr Phrase open_page{"The plan’s page", "Страница плана"};
constexpr Phrase covers_column{"Covers", "Охватывает"};
constexpr Phrase reported_column{"Reported as done", "Доложено о выполнении"};

// A page without a date says that something is so, and not since when.
constexpr Phrase since_not_told{"since when is not on record", "с какого дня, в записях нет"};

std::string without_stop(std::string text) {
    while (text.ends_with('.')) text.pop_back();
    return text;
}

// A row with what only words can say beside its facts: the act as a sentence, a step that was not read.
base::Object told(const base::Value& row, const Names& names) {
    base::Object facts = row.object() ? *row.object() : base::Object();
    if (!row["act"].text().empty()) facts.insert_or_assign("what", capitalised(describe_row(row, names)));
    if (const base::List* acts = row["acts"].list(); acts && !acts->empty()) {  // of a claim
        std::string all;
        for (const base::Value& one : *acts)
            all += (all.empty() ? "" : "; ") + without_stop(names.act(one.text()));
        facts.insert_or_assign("found", std::move(all));
        facts.insert_or_assign("first", acts->front());
    }
    if (const bool* read = row["read"].boolean(); read && !*read) facts.insert_or_assign("unread", "\u200B");
    if (const base::List* altered = row["altered"].list(); altered && !altered->empty()) {
        std::string all;
        for (const base::Value& one : *altered) {
            const auto on = base::Date::read(one["on"].text());
            const bool dated =
                on && on->earliest() > base::Day::first();  // "that day or earlier" dates nothing
            all += (all.empty() ? "" : "; ") + (dated ? date(names.language(), *on) + ": " : "") +
                   without_stop(names.text(one["says"]));
            if (!dated) all += " (" + std::string(since_not_told(names.language())) + ")";
        }
        facts.insert_or_assign("changes", std::move(all));
    }
    if (const bool* open = row["open"].boolean(); open && *open) facts.insert_or_assign("ruling", "open");
    return facts;
}

// A cell that lost what is optional at its beginning or its end.
std::string trimmed(std::string text) {
    while (text.ends_with(' ') || text.ends_with(';') || text.ends_with(',')) text.pop_back();
    while (text.starts_with(' ') || text.starts_with(';')) text.erase(0, 1);
    return capitalised(text);
}

void add(std::vector<Listing>& all, const List& list, const base::Value& answer, const Names& names) {
    const Language language = names.language();
    Listing made{.title = std::string(list.title(language)), .none = std::string(none_on_record(language))};
    for (const Column& column : list.columns) made.headings.emplace_back(column.heading(language));
    if (const base::List* rows = answer[list.key].list()) {
        for (const base::Value& row : *rows) {
            const base::Object facts = told(row, names);
            Listing::Row cells{.cells = {}, .of = &row};
            for (const Column& column : list.columns) {
                ListingCell cell{.text = trimmed(fill(column.pattern(language), facts, names)),
                                 .subject = {}};
                if (const auto found = facts.find(column.subject); found != facts.end())
                    cell.subject = std::string(found->second.text());
                cells.cells.push_back(std::move(cell));
            }
            made.rows.push_back(std::move(cells));
        }
    }
    if (!made.rows.empty() || list.when_empty == WhenEmpty::said) all.push_back(std::move(made));
}

constexpr std::array clauses{
    Pattern{"agenda",
            {"{session}: {subjects:number} subjects and {drafts:number} papers on record",
             "{session}: в записях тем — {subjects:number}, документов — {drafts:number}"}},
    Pattern{"announced",
            {"announced: {count}; without an outcome on record: {open:number}",
             "объявлено: {count}; без исхода в записях: {open:number}"}},
    Pattern{"bodies",
            {"bodies: {count}; regions: {regions:number}", "органов: {count}; регионов: {regions:number}"}},
    Pattern{"body", {"{body:body-label}. {says}", "{body:body-label}. {says}"}},
    Pattern{"changes", {"after {since:date}: {count.act}", "после {since:date/gen}: {count.act}"}},
    Pattern{"consultation", {"{consultation}[ ({member})]", "{consultation}[ ({member})]"}},
    Pattern{
        "contributions",
        {"budgets on record: {budgets:number}; shares of members: {scale:number}; reports of payment: {payments:number}",
         "в записях бюджетов — {budgets:number}, долей членов — {scale:number}, сведений об уплате — {payments:number}"}},
    Pattern{
        "counts",
        {"{session}: counts on record: {counts:number}", "{session}: подсчётов в записях: {counts:number}"}},
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
    Pattern{
        "relations",
        {"memoranda on record: {memoranda:number}; observers at the organisation: {observers:number}; partners: {partners:number}",
         "меморандумов в записях: {memoranda:number}; наблюдателей при организации: {observers:number}; партнёров: {partners:number}"}},
    Pattern{"source",
            {"{source:source}. Acts that rest on it: {acts:number}",
             "{source:source}. Актов на его основе: {acts:number}"}},
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

// "Belarus: Minister of Foreign Affairs (23 November 2023). On record: 6 statements": the offices named last,
// and how much of what is on record; what is not is left out.
std::string said_person(const base::Value& answer, const Names& names) {
    const bool ru = names.language() == Language::ru;
    const base::List none;
    const auto rows = [&](std::string_view key) -> const base::List& {
        return answer[key].list() ? *answer[key].list() : none;
    };
    const auto person = answer["person"].text();
    std::string said = !person.empty() ? names.person(person) : ru ? "лицо" : "a person";
    if (!rows("offices").empty()) {
        const base::Value& last = rows("offices").back();
        const base::Object facts = last.object() ? *last.object() : base::Object();
        said += fill(last["member"].is_null() ? ". {office} ({on})" : ". {member}: {office} ({on})", facts,
                     names);
    }
    std::vector<std::string> counted;
    const auto count_of = [&](std::size_t number, const Noun& noun) {
        if (number > 0) counted.push_back(count(names.language(), static_cast<std::int64_t>(number), noun));
    };
    const auto* statements = answer["statements"].number();
    count_of(rows("posts").size(), nouns_of_a_person::post);
    count_of(rows("sessions").size(), nouns_of_a_person::session);
    count_of(rows("contacts").size(), nouns_of_a_person::contact);
    count_of(statements ? static_cast<std::size_t>(*statements) : 0, nouns_of_a_person::statement);
    if (!counted.empty()) said += (ru ? ". В записях: " : ". On record: ") + names.list(counted);
    return said;
}

std::string said_right_to_vote(const base::Value& answer, const Names& names) {
    const bool ru = names.language() == Language::ru;
    const bool* has = answer["has_vote"].boolean();
    const base::Object facts = answer.object() ? *answer.object() : base::Object();
    std::string said = fill(!has || *has ? (ru ? "право голоса есть у {member/gen}" : "{member} has its vote")
                                         : (ru ? "{member} без права голоса" : "{member} has no vote"),
                            facts, names);
    const base::List* unpaid = answer["unpaid"].list();
    if (!unpaid || unpaid->empty())
        return said + (ru ? "; неуплаченных взносов в записях нет" : "; no unpaid share is on record");
    std::vector<std::string> periods;
    for (const base::Value& one : *unpaid) periods.push_back(date(names.language(), one.text()));
    said += (ru ? "; не уплачено за " : "; unpaid for ") + names.list(periods);
    const bool* met = answer["condition_met"].boolean();
    if (has && *has && met && *met)
        said +=
            ru ? "; срок, после которого решением можно лишить голоса, прошёл, но такого решения в записях нет"
               : "; the time after which a decision may take it away has passed, and no decision is on record";
    return said;
}

// The days on which a step of a plan was taken: "10 February 2023 (31 days)"; not on record where it was not.
std::string days_of_step(const base::Value& plan, std::string_view step, const Names& names) {
    std::string said;
    for (const base::Value& row : plan["steps"].list() ? *plan["steps"].list() : base::List()) {
        const auto on = base::Date::read(row["on"].text());
        if (row["step"].text() != step || !on) continue;
        said += (said.empty() ? "" : "; ") + date(names.language(), *on);
        if (const auto* days = row["days"].number())
            said += " (+" + count(names.language(), *days, nouns::day) + ")";
    }
    return said.empty() ? std::string(not_on_record_word(names.language())) : said;
}

// A step a row, a plan a column: which step was taken when, and which is not on record.
Listing plans_side_by_side(const base::Value& answer, const Names& names) {
    const Language language = names.language();
    Listing made{.title = std::string(plans_title(language)), .none = std::string(none_on_record(language))};
    const base::List none;
    const base::List& plans = answer["plans"].list() ? *answer["plans"].list() : none;
    std::vector<std::pair<std::string, std::string>> steps;  // id, name
    for (const base::Value& plan : plans) {
        for (const base::Value& row : plan["steps"].list() ? *plan["steps"].list() : none) {
            std::pair<std::string, std::string> step(row["step"].text(), names.text(row["says"]));
            if (std::ranges::find(steps, step) == steps.end()) steps.push_back(std::move(step));
        }
    }
    static const base::Value no_row;  // the rows are steps, not acts
    const auto add_row = [&](const std::string& name, const auto& say) {
        Listing::Row row{.cells = {{name, {}}}, .of = &no_row};
        for (const base::Value& plan : plans) row.cells.push_back({capitalised(say(plan)), {}});
        made.rows.push_back(std::move(row));
    };
    const auto joined = [&](const base::Value& plan, std::string_view key, const auto& say) {
        std::string all;
        for (const base::Value& one : plan[key].list() ? *plan[key].list() : none)
            all += (all.empty() ? "" : "; ") + without_stop(say(one));
        return all.empty() ? std::string(not_on_record_word(language)) : all;
    };
    made.headings = {std::string(step_column(language))};
    for (const base::Value& plan : plans) made.headings.push_back(names.text(plan["title"]));
    add_row(std::string(covers_column(language)), [&](const base::Value& plan) {
        return joined(plan, "covers", [&](const base::Value& one) { return names.text(one["says"]); });
    });
    for (const auto& [id, name] : steps) {
        add_row(name, [&, step = id](const base::Value& plan) { return days_of_step(plan, step, names); });
    }
    add_row(std::string(reported_column(language)), [&](const base::Value& plan) {
        return joined(plan, "reports", [&](const base::Value& one) { return describe_row(one, names); });
    });
    Listing::Row whole{.cells = {{std::string(in_full(language)), {}}}, .of = &no_row};
    for (const base::Value& plan : plans)
        whole.cells.push_back({std::string(open_page(language)), std::string(plan["paper"].text())});
    made.rows.push_back(std::move(whole));
    if (plans.empty()) made.rows.clear();  // steps of no plan
    return made;
}

}  // namespace

std::vector<Listing> listings_of(std::string_view question, const base::Value& answer, const Names& names) {
    std::vector<Listing> all;
    if (question == "plan") return {plans_side_by_side(answer, names)};
    for (const List& list : lists) {
        if (list.question == question) add(all, list, answer, names);
    }
    return all;
}

bool has_listings(std::string_view question) {
    return question == "plan" || std::ranges::find(lists, question, &List::question) != std::end(lists);
}

std::string listing_clause(std::string_view question, const base::Value& answer, const Names& names) {
    if (question == "right-to-vote") return said_right_to_vote(answer, names);
    if (question == "person") return said_person(answer, names);
    const base::Object facts = answer.object() ? *answer.object() : base::Object();
    for (const Pattern& pattern : clauses) {
        if (pattern.key == question) return fill(pattern.says(names.language()), facts, names);
    }
    return {};
}

}  // namespace words
