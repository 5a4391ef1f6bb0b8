// An answer as plain text for a terminal.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "law/values.hpp"
#include "words/acts_said.hpp"
#include "words/answers.hpp"
#include "words/figures.hpp"
#include "words/layout.hpp"
#include "words/listing_facts.hpp"
#include "words/listings.hpp"
#include "words/near_said.hpp"
#include "words/phrasing.hpp"
#include "words/reasons.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// Writes one answer; every part adds to `out`.
class Page {
public:
    Page(const questions::Answer& answer, const Names& names)
        : answer_(answer),
          names_(names),
          language_(names.language()),
          tree_(law::to_object(answer.conclusion)) {}

    std::string written(bool why) {
        out_ += wrapped(headline(answer_, names_));
        if (const auto line = nearest_on_record(answer_.near, names_, Facts::in_words); !line.empty())
            out_ += wrapped(text_of(line));
        standing();
        sides();
        lists();
        besides();
        if (why) reasons();
        examined();
        return std::move(out_);
    }

private:
    const char* pick(const char* english, const char* russian) const {
        return language_ == Language::ru ? russian : english;
    }
    std::string text(std::string_view words, const base::Value& otherwise) const {
        return std::string(words.empty() ? otherwise.text() : words);
    }
    std::string day_of(const base::Value& value) const {
        if (value.list()) {
            std::string all;
            for (const base::Value& one : *value.list()) {
                all += (all.empty() ? "" : pick(" or ", " или ")) + date(language_, one.text());
            }
            return all;
        }
        return date(language_, value.text());
    }
    // A title with its day, unless the title says the day already.
    std::string titled(const std::string& title, const base::Value& on) const {
        std::string said = day_of(on);
        if (said.empty()) return title;
        std::string bare = said;
        if (bare.starts_with("the ")) bare.erase(0, 4);
        if (bare.ends_with(" года")) bare.resize(bare.size() - std::string_view(" года").size());
        return title.find(bare) != std::string::npos ? title : title + ", " + said;
    }
    void heading(const std::string& words) { out_ += "\n" + wrapped(capitalised(words)); }
    void line(const std::string& words, std::size_t indent = 2) {
        out_ += wrapped(words, indent, indent + 2);
    }

    // "(reported: Asia-Plus, 23 November 2023)"
    std::string support_of(const base::Value& row) const {
        std::string said(support_named(language_, row["rests_on"].text()));
        const std::string from = names_.sources(row["sources"]);
        if (!from.empty()) said += (said.empty() ? "" : ": ") + from;
        return said.empty() ? said : "(" + said + ")";
    }
    void with_support(const std::string& words, const base::Value& row, std::size_t indent = 2) {
        const std::string support = support_of(row);
        line(support.empty() ? words : words + " " + support, indent);
    }

    // -- standing and sides ----------------------------------------------------------------------------

    std::string rests(const base::Value& held) const {
        const auto support = base::read_support(held.text());
        return std::string(support ? rests_on(language_, *support) : held.text());
    }

    void standing() {
        const law::Conclusion& conclusion = answer_.conclusion;
        out_ += "\n";
        line(std::string(pick("Standing: ", "Статус ответа: ")) +
                 std::string(say(language_, conclusion.standing)) + pick(". Rests on ", ". Опора: ") +
                 rests(tree_.at("rests_on")) + ".",
             0);
        const bool nothing_known = answer_.known_entries == 0;
        line(
            std::string(pick("Situation ", "Положение ")) + as_of(language_, answer_.on) +
                (nothing_known ? pick("; nothing was known here yet.", "; здесь ещё ничего не было известно.")
                               : pick(", from everything known ", " по всему, что известно ") +
                                     as_of(language_, answer_.known) + "."),
            0);
        if (questions::beyond_knowledge(answer_)) line(std::string(beyond_knowledge(language_)), 0);
        if (answer_.reconstructed && !nothing_known) {
            line(
                pick(
                    "What was known then is worked out afterwards, from the days on which the sources were published.",
                    "Известное на тот день восстановлено позднее, по дням публикации источников."),
                0);
        }
        if (!answer_.taken.empty()) {
            base::Object taken;
            for (const auto& [dispute, side] : answer_.taken) taken.emplace(dispute.text(), side);
            line(std::string(pick("Taking: ", "Принято: ")) + words::taking(taken, names_) + ".", 0);
        }
    }

    void sides() {
        const auto found = tree_.find("by_side");
        if (found == tree_.end() || !found->second.list()) return;
        for (const base::Value& side : *found->second.list()) {
            heading(takings(side, names_));
            if (const base::Object* taken = side["taking"].object(); taken && taken->size() == 1) {
                const std::string says =
                    names_.side_says(taken->begin()->first, taken->begin()->second.text());
                if (!says.empty()) line(says);
            }
            if (const base::List* held = side["held_by"].list(); held && !held->empty()) {
                line(pick("Held by:", "Придерживаются:"));
                std::vector<std::pair<std::string, base::Value>> lines;
                for (const base::Value& holder : *held) {
                    if (!holder.object()) continue;
                    // A source that tells an account is its own source.
                    base::Object shown = *holder.object();
                    if (holder["kind"].text() == "source") shown.erase("sources");
                    lines.emplace_back(holders(base::List{holder}, names_), std::move(shown));
                }
                std::ranges::sort(lines, [&](const auto& a, const auto& b) {
                    return alphabetically(language_, a.first, b.first);
                });
                for (const auto& [who, row] : lines) with_support(who, row, 4);
            }
            line(as_sentence(side_clause(side)));
            line(std::string(pick("Standing: ", "Статус: ")) +
                 text(standing_named(language_, side["standing"].text()), side["standing"]) +
                 pick(". Rests on ", ". Опора: ") + rests(side["rests_on"]) + ".");
        }
    }

    std::string side_clause(const base::Value& side) const {
        if (side["standing"].text() == "settled")
            return clause(answer_.question, side["answer"], answer_.on, names_, tense_of(answer_));
        if (const base::List* candidates = side["answer"]["candidates"].list()) {
            std::string said;
            for (const base::Value& one : *candidates) {
                said += (said.empty() ? ""
                                      : (one["if_format"].is_null() ? pick("; or else ", "; либо ") : "; ")) +
                        alternative(one, names_) +
                        clause(answer_.question, one, answer_.on, names_, tense_of(answer_));
            }
            return said;
        }
        std::string said = pick("not on record", "в записях нет");
        if (const auto settles = settled_by(language_, side["settled_by"].text()); !settles.empty()) {
            said += std::string(pick("; what would settle it: ", "; что могло бы это подтвердить: ")) +
                    std::string(settles);
        }
        return said;
    }

    // -- lists that are the answer -----------------------------------------------------------------------

    void lists() {
        const base::Value& answer = answer_.conclusion.answer;
        if (answer_.question == "session") attendance(answer);
        if (answer_.question == "awaiting") awaiting(answer);
        if (answer_.question == "chairs") chairs(answer);
        if (answer_.question == "timeline") timeline(answer);
        if (answer_.question == "gaps") gaps(answer);
        const std::vector<Listing> all = listings_of(answer_.question, answer, names_);
        for (const Listing& listing : all) listed(listing);
        if (const std::string none = text_of(without_rows(all, language_)); !none.empty()) {
            out_ += "\n";
            line(none, 0);
        }
    }

    static std::string stopped(std::string said) {
        while (said.ends_with('.')) said.pop_back();
        return said;
    }
    static std::string text_in(const ListingCell& cell) {
        std::string said = stopped(cell.text);
        for (const ListingPart& thing : cell.things) said += (said.empty() ? "" : "; ") + stopped(thing.text);
        for (const ListingLine& note : cell.notes)
            said += (said.empty() ? "" : " (") + stopped(text_of(note)) + (said.empty() ? "" : ")");
        return said;
    }

    // A row a line: its cells as sentences, those that say nothing left out.
    void listed(const Listing& listing) {
        if (listing.rows.empty()) return;
        heading(listing.title);
        for (const std::string& note : listing.before) line(note);
        std::string group;
        for (const Listing::Row& row : listing.rows) {
            if (row.group != group && !row.group.empty()) line(row.group + ":");
            group = row.group;
            std::string said;
            for (const ListingCell& cell : row.cells) {
                const std::string one = text_in(cell);
                if (!one.empty()) said += (said.empty() ? "" : ". ") + one;
            }
            with_support(said, *row.of, group.empty() ? 2 : 4);
        }
        for (const std::string& note : listing.after) line(note);
    }

    void attendance(const base::Value& answer) {
        const base::List* all = answer["attendance"].list();
        if (!all || all->empty()) return;
        if (answer["title"].object()) heading(names_.text(answer["title"]));
        std::string how(say_named<acts::SessionKind>(language_, answer["kind"].text()));
        if (answer["mode"].string())
            how += ", " + std::string(say_named<acts::Mode>(language_, answer["mode"].text()));
        if (!how.empty()) line(capitalised(how));
        heading(pick("Attendance", "Участие"));
        std::map<std::string, const base::Value*> rows;
        for (const base::Value& row : *all) rows.emplace(row["member"].text(), &row);
        base::List ids;
        for (const auto& [id, row] : rows) ids.emplace_back(id);
        Rows table;
        for (const std::string& id : names_.sorted_members(ids)) {
            const base::Value& row = *rows.at(id);
            std::string who = row["person"].string() ? names_.person(row["person"].text()) : std::string();
            if (const std::string as = capacity_said(row["capacity"], names_); !as.empty())
                who += (who.empty() ? "" : ", ") + as;
            const std::string support = support_of(row);
            if (!support.empty()) who += (who.empty() ? "" : " ") + support;
            table.push_back(
                {names_.member(id), text(attendance_named(language_, row["was"].text()), row["was"]), who});
        }
        out_ += columns(table, 2);
    }

    std::string effect_clause(const base::Value& answer) const {
        if (answer["standing"].text() == "not_on_record") return pick("not on record", "в записях нет");
        std::string said = answer["bound"].boolean() && *answer["bound"].boolean()
                               ? pick("bound", "обязателен")
                               : pick("not bound", "не обязателен");
        if (const auto day = base::Date::read(answer["since"].text())) said += " " + since(language_, *day);
        if (answer["may_join"].boolean() && *answer["may_join"].boolean())
            said += pick("; may join", "; присоединение возможно");
        if (!answer["stands_as"].text().empty())
            said += "; " + names_.stands_as_beside(answer["stands_as"].text());
        return said;
    }
    std::string effect_on(const base::Value& held) const {
        if (held["standing"].text() == "not_on_record") {
            std::string said = pick("not on record", "в записях нет");
            if (const auto settles = settled_by(language_, held["settled_by"].text()); !settles.empty()) {
                said += "; " + std::string(pick("what would settle it: ", "что могло бы это подтвердить: ")) +
                        std::string(settles);
            }
            return said;
        }
        if (const base::List* candidates = held["answer"]["candidates"].list()) {
            std::string said;
            for (const base::Value& one : *candidates)
                said += (said.empty() ? ""
                                      : (one["if_format"].is_null() ? pick("; or else ", "; либо ") : "; ")) +
                        alternative(one, names_) + effect_clause(one);
            return said;
        }
        return effect_clause(held["answer"]);
    }

    // The effects of each answer a state may give, as rows: the answer, the side, the effect.
    Rows effects_of(const base::Value& paper) const {
        Rows rows;
        const base::List* all = paper["effects"].list();
        if (!all) return rows;
        for (const base::Value& effect : *all) {
            const std::string_view answer_given = effect["if"].text();
            std::string given = answer_given == "joins" ? pick("if it joins", "при присоединении")
                                : answer_given == "none" && paper["position"].is_null()
                                    ? pick("if it gives none", "без ответа")
                                : answer_given == "none" ? pick("if it keeps to that", "если не изменит")
                                                         : pick("if it objects", "при возражении");
            const base::List* by_side = effect["by_side"].list();
            if (!by_side || by_side->empty()) {
                rows.push_back({given, effect_on(effect)});
                continue;
            }
            for (const base::Value& side : *by_side) {
                rows.push_back({given, words::taking(side["taking"], names_) + ": " + effect_on(side)});
                given.clear();
            }
        }
        return rows;
    }

    void awaiting(const base::Value& answer) {
        const base::List* papers = answer["papers"].list();
        if (!papers) return;
        struct Group {
            std::string session;
            std::string position;
            std::string handed;
            Rows effects;
            std::vector<const base::Value*> papers;
        };
        std::vector<Group> groups;
        for (const base::Value& paper : *papers) {
            Group one{.session = std::string(paper["session"].text()),
                      .position = position_of(paper["position"]),
                      .handed = paper["handed_over"].is_null() ? std::string() : day_of(paper["handed_over"]),
                      .effects = effects_of(paper),
                      .papers = {}};
            const auto same = std::ranges::find_if(groups, [&](const Group& g) {
                return g.session == one.session && g.position == one.position && g.handed == one.handed &&
                       g.effects == one.effects;
            });
            Group& group = same == groups.end() ? groups.emplace_back(std::move(one)) : *same;
            group.papers.push_back(&paper);
        }
        for (const Group& group : groups) {
            heading(names_.the_session(group.session));
            for (const base::Value* paper : group.papers) {
                line(names_.text((*paper)["title"]) + " (" +
                     text(say_named<acts::PaperKind>(language_, (*paper)["kind"].text()), (*paper)["kind"]) +
                     ")");
            }
            line(std::string(pick("Position: ", "Позиция: ")) + group.position);
            line(std::string(pick("Handed over: ", "Передача: ")) +
                 (group.handed.empty() ? pick("not on record", "в записях нет") : group.handed));
            line(pick("Effect of its answer:", "Последствия ответа:"));
            out_ += columns(group.effects, 4);
        }
    }

    std::string position_of(const base::Value& position) const {
        if (position.is_null()) return pick("none on record", "в записях нет");
        std::string said =
            text(say_named<acts::Stance>(language_, position["stance"].text()), position["stance"]);
        said += ", " + day_of(position["on"]);
        if (position["on_all_papers"].boolean() && *position["on_all_papers"].boolean()) {
            said +=
                pick(" (of all the papers of the session together)", " (обо всех документах сессии вместе)");
        }
        if (const std::string says = names_.text(position["says"]); !says.empty()) said += ". " + says;
        const std::string support = support_of(position);
        return support.empty() ? said : said + " " + support;
    }

    void chairs(const base::Value& answer) {
        // Each day is a conclusion of its own: one day, or one for each account, earliest first.
        const auto days = [&](const base::Value& held) {
            std::vector<base::Date> told;
            const auto add = [&](const base::Value& day_told) {
                if (const auto read = base::Date::read(day_told.text())) told.push_back(*read);
            };
            add(held["answer"]);
            if (const base::List* sides = held["by_side"].list()) {
                for (const base::Value& side : *sides) add(side["answer"]);
            }
            std::ranges::sort(told, {}, &base::Date::earliest);
            std::string all;
            for (const base::Date& one : told) {
                all += all.empty() ? from(language_, one)
                                   : pick(" or ", " или ") + date(language_, one, Case::genitive);
            }
            return all;
        };
        const auto table = [&](const char* name, const char* words) {
            const base::List* all = answer[name].list();
            if (!all || all->empty()) return;
            heading(words);
            Rows rows;
            for (const base::Value& row : *all) {
                std::string who = names_.member(row["member"].text());
                if (!row["in_place_of"].is_null()) {
                    who +=
                        pick(" for ", " вместо ") + names_.member(row["in_place_of"].text(), Case::genitive);
                }
                if (row["by_order"].boolean()) {
                    const bool open = row["open"].boolean() && *row["open"].boolean();
                    rows.push_back({who, std::to_string(*row["year"].number()),
                                    std::string(open ? pick("open", "под вопросом")
                                                     : pick("by the order of the chair",
                                                            "по порядку председательства")) +
                                        " " + support_of(row)});
                    continue;
                }
                std::string term = days(row["from"]);
                const std::string_view standing_name = row["from"]["standing"].text();
                if (standing_name != "settled")
                    term +=
                        " (" + text(standing_named(language_, standing_name), row["from"]["standing"]) + ")";
                const std::string next = days(row["until"]);
                if (!next.empty()) {
                    term += pick("; the next ", "; следующее ") + next;
                } else if (row["until_standing"].text() == "not_on_record") {
                    term += pick("; end not on record", "; окончание в записях нет");
                }
                rows.push_back({who, term + " " + support_of(row)});
            }
            out_ += columns(rows, 2);
        };
        table("past", pick("Chairs on record", "Председательства в записях"));
        table("coming", pick("To come", "Предстоящие"));
        if (answer_.besides.contains("rule")) {
            if (const base::Object* rule = answer_.besides.at("rule").object()) {
                out_ += "\n";
                line(sentence(*rule, names_) + article(answer_.besides.at("rule")), 0);
            }
        }
    }

    void timeline(const base::Value& answer) {
        const base::List* all = answer["acts"].list();
        if (!all || all->empty()) return;
        out_ += "\n";
        Rows rows;
        for (const base::Value& row : *all) {
            const std::string support = support_of(row);
            rows.push_back({date(language_, row["on"].text(), Case::nominative, Length::brief),
                            capitalised(describe_row(row, names_)) + (support.empty() ? "" : " " + support)});
        }
        out_ += columns(rows, 2);
    }

    void gaps(const base::Value& answer) {
        const base::List* all = answer["gaps"].list();
        if (!all) return;
        static const base::Object none;
        std::vector<std::string> kinds;  // in the order in which they are met
        std::map<std::string, std::vector<std::string>> by_kind;
        for (const base::Value& row : *all) {
            const std::string kind(row["gap"].text());
            if (!by_kind.contains(kind)) kinds.push_back(kind);
            const base::Object* facts = row["facts"].object();
            by_kind[kind].push_back(gap_sentence(kind, facts ? *facts : none, names_));
        }
        for (const std::string& kind : kinds) {
            out_ += "\n";
            for (const std::string& said : by_kind.at(kind)) line(said, 2);
        }
    }

    // -- what stands beside the answer -------------------------------------------------------------------

    const base::List* rows_beside(const char* name) const {
        const auto found = answer_.besides.find(name);
        if (found == answer_.besides.end() || !found->second.list() || found->second.list()->empty())
            return nullptr;
        return found->second.list();
    }
    template <class Say> void beside(const char* name, const char* words, Say say_row) {
        const base::List* all = rows_beside(name);
        if (!all) return;
        heading(words);
        for (const base::Value& row : *all) with_support(say_row(row), row);
    }

    std::string who_of(const base::Value& row) const {
        std::string who;
        for (const auto& [role, name] : {std::pair{"member", &Names::member}, std::pair{"body", &Names::body},
                                         std::pair{"person", &Names::person}}) {
            if (!row[role].string()) continue;
            who += (who.empty() ? "" : ", ") + (names_.*name)(row[role].text(), Case::nominative);
        }
        return who;
    }

    std::string statement(const base::Value& row) const {
        std::string said = who_of(row);
        if (said.empty()) said = outlet(row, names_);  // nobody in particular is said to have said it
        said += (said.empty() ? "" : ", ") + day_of(row["on"]) + ": " + names_.text(row["says"]);
        if (const std::string quote = names_.text(row["quote"]); !quote.empty())
            said += " " + names_.quoted(quote);
        return said;
    }

    void besides() {
        beside("presided", pick("Presided", "Председательствовали"),
               [&](const base::Value& row) { return who_of(row); });
        beside("guests", pick("Guests, and those who take part by office", "Гости и участники по должности"),
               [&](const base::Value& row) {
                   const std::string as = capacity_said(row["capacity"], names_);
                   const std::string who = who_of(row);
                   return who + (who.empty() || as.empty() ? "" : ", ") + as;
               });
        beside("subjects", pick("Subjects discussed", "Обсуждалось"),
               [&](const base::Value& row) { return names_.text(row["subject"]); });
        beside("counts", pick("Papers, as sources count them", "Документы по счёту источников"),
               [&](const base::Value& row) {
                   std::string said =
                       count(language_, told_count(row)) + ", " +
                       text(say_named<acts::Counted>(language_, row["counted"].text()), row["counted"]);
                   const std::string scope = names_.text(row["scope"]);
                   return scope.empty() ? said : said + " (" + scope + ")";
               });
        beside("papers", pick("Papers adopted", "Принятые документы"), [&](const base::Value& row) {
            return names_.text(row["title"]) + " (" +
                   text(say_named<acts::PaperKind>(language_, row["kind"].text()), row["kind"]) + ")";
        });
        beside("not_adopted", pick("Not adopted", "Не принято"), [&](const base::Value& row) {
            const std::string why = names_.text(row["why"]);
            return names_.text(row["title"]) + (why.empty() ? "" : ": " + within_sentence(why, names_));
        });
        beside("announced", pick("Announced, and what became of it", "Что объявлено и чем завершилось"),
               [&](const base::Value& row) {
                   std::string said = titled(names_.text(row["title"]), row["when"]);
                   const base::Value& outcome = row["outcome"];
                   said += ": " +
                           (outcome.is_null()
                                ? std::string(pick("no outcome on record", "чем завершилось, в записях нет"))
                                : text(say_named<acts::Outcome>(language_, outcome["outcome"].text()),
                                       outcome["outcome"]) +
                                      ", " + day_of(outcome["on"]));
                   return said;
               });
        beside("chair_passes", pick("The chair passes", "Переход председательства"),
               [&](const base::Value& row) {
                   return describe("chairmanship-passes",
                                   {{"body", row["body"]}, {"member", row["to"]}, {"from", row["from"]}},
                                   names_) +
                          ", " + day_of(row["takes_effect"]);
               });
        beside("requests", pick("Requests", "Просьбы"), [&](const base::Value& row) {
            return std::string(act_kind(language_, row["kind"].text())) + ", " + day_of(row["on"]);
        });
        beside("notices", pick("Notices of withdrawal", "Уведомления о выходе"), [&](const base::Value& row) {
            return titled(names_.instrument(row["instrument"].text()), row["on"]);
        });
        beside("suspensions", pick("Suspensions", "Приостановления"), [&](const base::Value& row) {
            return std::string(act_kind(language_, row["kind"].text())) + ", " + day_of(row["on"]);
        });
        beside("declared", pick("Declared by the state", "Заявления государства"),
               [&](const base::Value& row) { return statement(row); });
        beside("not_signed", pick("Not signed", "Не подписано"), [&](const base::Value& row) {
            return titled(names_.instrument(row["instrument"].text()), row["on"]);
        });
        beside(
            "missed", pick("Sessions it was absent from", "Сессии без его участия"),
            [&](const base::Value& row) { return titled(names_.session(row["session"].text()), row["on"]); });
        beside("said_of_it", pick("Said of it", "Высказывания"),
               [&](const base::Value& row) { return statement(row); });
        beside("statements", pick("Statements", "Высказывания"),
               [&](const base::Value& row) { return statement(row); });
        if (const base::List* all = rows_beside("precedents")) {
            constexpr Phrase was_absent{"absent", "отсутствовал"};
            heading(pick("Earlier absences", "Прежние случаи отсутствия"));
            for (const base::Value& row : *all) {
                line(names_.the_session(row["session"].text()) + ": " +
                     names_.agreed(was_absent, row["absent"]) + pick(": ", " ") +
                     names_.members(row["absent"]) +
                     pick("; papers adopted, on record: ", "; принятых документов в записях: ") +
                     std::to_string(row["papers"].number() ? *row["papers"].number() : 0));
                if (const base::List* said = row["statements"].list()) {
                    for (const base::Value& one : *said) with_support(statement(one), one, 4);
                }
            }
        }
        if (answer_.question != "awaiting" && answer_.besides.contains("position")) {
            heading(pick("Its position on the paper", "Позиция по документу"));
            line(position_of(answer_.besides.at("position")));
        }
        // Sides of an answer that forks were shown with it.
        if (const base::List* all = rows_beside("disputes"); all && answer_.conclusion.by_side.empty()) {
            heading(pick("Where interpretations or accounts differ", "Где расходятся толкования или версии"));
            for (const base::Value& dispute : *all) {
                line(names_.dispute(dispute["id"].text()));
                if (const base::List* each = dispute["sides"].list()) {
                    for (const base::Value& side : *each) {
                        line(names_.side(dispute["id"].text(), side["id"].text()) + ": " +
                                 holders(side["held_by"], names_),
                             4);
                    }
                }
            }
        }
    }

    // -- reasons -----------------------------------------------------------------------------------------

    std::string article(const base::Value& reason) const {
        const std::string said = names_.text(reason["article"]);
        return said.empty() ? said : " [" + said + "]";
    }

    void tree(const base::Value& all, std::size_t indent) {
        const base::List* list = all.list();
        if (!list) return;
        for (const std::size_t i : reading_order(*list, names_)) {
            const base::Value& reason = (*list)[i];
            if (!reason.object()) continue;
            std::string said = "- " + sentence(*reason.object(), names_) + article(reason);
            const std::string support = support_of(reason);
            if (!support.empty()) said += " " + support;
            line(said, indent);
            tree(reason["because"], indent + 2);
        }
    }

    void reasons() {
        if (const auto found = tree_.find("reasons");
            found != tree_.end() && found->second.list() && !found->second.list()->empty()) {
            heading(pick("Reasons", "Основания"));
            tree(found->second, 2);
        }
        const auto found = tree_.find("by_side");
        if (found == tree_.end() || !found->second.list()) return;
        for (const base::Value& side : *found->second.list()) {
            heading(std::string(pick("Reasons: ", "Основания: ")) + takings(side, names_));
            tree(side["reasons"], 2);
        }
    }

    void examined() {
        const auto& all = answer_.conclusion.examined;
        if (all.empty()) return;
        std::string said;
        for (const base::DisputeId id : all) said += (said.empty() ? "" : "; ") + names_.dispute(id);
        out_ += "\n";
        line(std::string(pick("Examined, changes nothing here: ", "Рассмотрено, ничего не меняет: ")) +
                 as_sentence(said),
             0);
    }

    const questions::Answer& answer_;
    const Names& names_;
    Language language_;
    base::Object tree_;
    std::string out_;
};

}  // namespace

std::string as_text(const questions::Answer& answer, const Names& names, bool why) {
    return Page(answer, names).written(why);
}

}  // namespace words
