#include "words/faults.hpp"

#include <array>
#include <utility>

#include <fmt/format.h>

namespace words {
namespace {

using rulebook::Fault;
using rulebook::FaultCode;

/// What is wrong, and what was expected; the second may be empty.
struct Said {
    std::string wrong;
    std::string expected;
};

/// A word of a fault's facts that is said differently in each language.
struct Term {
    std::string_view fact;
    Phrase said;
};

template <std::size_t Size>
std::string term(const std::array<Term, Size>& terms, std::string_view fact, Language language) {
    for (const Term& each : terms) {
        if (each.fact == fact) return std::string(each.said(language));
    }
    return std::string(fact);
}

// As the thing that is missing: "there is no member", «нет члена».
constexpr std::array kinds{
    Term{"version", {"version", "версии"}},
    Term{"member", {"member", "члена"}},
    Term{"order", {"order of members", "порядка членов"}},
    Term{"set", {"set of members", "множества членов"}},
    Term{"measure", {"measure", "меры"}},
    Term{"fact", {"fact", "факта"}},
    Term{"body", {"body", "органа"}},
    Term{"instrument", {"instrument", "документа"}},
    Term{"place", {"place", "места"}},
    Term{"person", {"person", "лица"}},
    Term{"dispute", {"dispute", "спорного толкования"}},
    Term{"side", {"side of this dispute", "стороны этого спора"}},
    Term{"rule", {"rule", "правила"}},
    Term{"subject", {"subject of papers", "предмета документов"}},
    Term{"format", {"format of adoption", "формата принятия"}},
    Term{"decision", {"way of deciding or quorum", "порядка решения или кворума"}},
    Term{"source", {"source", "источника"}},
};

constexpr std::array where_declared{
    Term{"version", {"versions are declared under «versions»", "версии объявляются в разделе «versions»"}},
    Term{"member", {"members are declared under «members»", "члены объявляются в разделе «members»"}},
    Term{"order", {"orders are declared under «orders»", "порядки объявляются в разделе «orders»"}},
    Term{"set",
         {"a set is one that the law fills, a class under «classes», or a name under «sets»",
          "множество — это заполняемое самим законом, класс из «classes» или имя из «sets»"}},
    Term{"measure", {"measures are declared under «measures»", "меры объявляются в разделе «measures»"}},
    Term{"fact", {"facts are declared under «facts»", "факты объявляются в разделе «facts»"}},
    Term{"body", {"bodies are declared under «bodies»", "органы объявляются в разделе «bodies»"}},
    Term{"instrument",
         {"instruments are declared under «instruments»", "документы объявляются в разделе «instruments»"}},
    Term{"place", {"places are declared under «places»", "места объявляются в разделе «places»"}},
    Term{"person", {"persons are declared under «persons»", "лица объявляются в разделе «persons»"}},
    Term{"dispute", {"disputes are declared under «disputes»", "споры объявляются в разделе «disputes»"}},
    Term{"side", {"sides are declared with their dispute", "стороны объявляются вместе со спором"}},
    Term{"rule", {"rules are declared under «rules»", "правила объявляются в разделе «rules»"}},
    Term{"subject",
         {"a subject is a kind of paper, or a name under «subjects»",
          "предмет — это вид документа или имя из раздела «subjects»"}},
    Term{"format",
         {"a format is «ordinary», «limited», or a name under «formats»",
          "формат — это «ordinary», «limited» или имя из раздела «formats»"}},
    Term{"decision",
         {"it must be an item «deciding» or «quorum» of «rules»",
          "нужен пункт «deciding» или «quorum» раздела «rules»"}},
};

constexpr std::array shapes{
    Term{"text", {"a text", "текст"}},
    Term{"list", {"a list", "список"}},
    Term{"mapping", {"keys with values", "ключи со значениями"}},
    Term{"words", {"a text, or a text for each language", "текст или текст на каждом языке"}},
    Term{"set",
         {"the name of a set, «both», «either» or «minus»", "имя множества, «both», «either» или «minus»"}},
};

// What libyaml says, in words for somebody who does not know YAML.
constexpr std::array problems{
    Term{"mapping values are not allowed in this context",
         {"a colon and a space stand within a text, or the indentation is wrong; a text with a colon needs "
          "quotes",
          "двоеточие с пробелом стоит внутри текста или нарушен отступ; текст с двоеточием берут в кавычки"}},
    Term{"did not find expected key",
         {"no key stands here where one is needed: look at the indentation, and for a quotation mark within "
          "a text",
          "здесь нужен ключ: проверьте отступ и кавычки внутри текста"}},
    Term{"did not find expected ',' or '}'",
         {"a comma or «}» is missing; a text with a comma or a bracket needs quotes",
          "не хватает запятой или «}»; текст с запятой или скобкой берут в кавычки"}},
    Term{"did not find expected ',' or ']'",
         {"a comma or «]» is missing; a text with a comma or a bracket needs quotes",
          "не хватает запятой или «]»; текст с запятой или скобкой берут в кавычки"}},
    Term{"did not find expected '-' indicator",
         {"an item of a list begins with «-» at the same indentation as the others",
          "пункт списка начинается с «-» на том же отступе, что и остальные"}},
    Term{"could not find expected ':'",
         {"a colon is missing after the key", "после ключа не хватает двоеточия"}},
    Term{
        "found character that cannot start any token",
        {"a text cannot begin with this character, nor a line with a tab; put the text in quotes, indent with "
         "spaces",
         "текст не может начинаться с этого знака, а строка — с табуляции; возьмите текст в кавычки, отступ "
         "делайте пробелами"}},
    Term{"found unexpected end of stream",
         {"the file ends within a quoted text: a quotation mark is not closed",
          "файл кончается внутри текста в кавычках: кавычка не закрыта"}},
    Term{"found unexpected document indicator",
         {"a line of «---» or «...» stands within a quoted text: a quotation mark is not closed",
          "строка «---» или «...» стоит внутри текста в кавычках: кавычка не закрыта"}},
    Term{"found unknown escape character",
         {"after «\\» within double quotes stands a letter that means nothing there; use single quotes",
          "после «\\» в двойных кавычках стоит буква без значения; используйте одинарные кавычки"}},
    Term{"did not find expected <document start>",
         {"something stands after the end of the mapping: look at the indentation",
          "после конца перечня ключей стоит что-то ещё: проверьте отступ"}},
    Term{"block sequence entries are not allowed in this context",
         {"a list cannot begin here: put it on a line of its own",
          "список не может начинаться здесь: перенесите его на новую строку"}},
    Term{"control characters are not allowed",
         {"an invisible control character stands here", "здесь стоит невидимый управляющий знак"}},
    Term{"invalid leading UTF-8 octet", {"the file is not UTF-8 here", "здесь файл не в UTF-8"}},
    Term{"invalid trailing UTF-8 octet", {"the file is not UTF-8 here", "здесь файл не в UTF-8"}},
    Term{"incomplete UTF-8 octet sequence", {"the file is not UTF-8 here", "здесь файл не в UTF-8"}},
    Term{"invalid length of a UTF-8 sequence", {"the file is not UTF-8 here", "здесь файл не в UTF-8"}},
    Term{"invalid Unicode character", {"the file is not UTF-8 here", "здесь файл не в UTF-8"}},
};

constexpr std::array compared{
    Term{"outcome", {"the outcome", "итог"}},
    Term{"is", {"the name of such a paper", "название такого документа"}},
    Term{"binds", {"who is bound", "кого связывает"}},
    Term{"may_join", {"who may join later", "кто может присоединиться позже"}},
};

/// Facts by name, said within «» where they are words of the file.
class Told {
public:
    explicit Told(const Fault& fault) : facts_(fault.facts) {}
    std::string operator()(std::string_view name) const {
        const auto found = facts_.find(name);
        return found == facts_.end() ? std::string() : found->second;
    }
    bool has(std::string_view name) const { return facts_.find(name) != facts_.end(); }

private:
    const rulebook::Facts& facts_;
};

Said english(const Fault& fault) {
    const Told f(fault);
    const Language en = Language::en;
    switch (fault.code) {
        case FaultCode::not_yaml: {
            std::string wrong = term(problems, f("problem"), en);
            if (wrong == f("problem")) wrong = "this is not YAML: " + wrong;
            if (!f.has("context_at")) return {wrong, ""};
            return {wrong, fmt::format("what cannot be read begins at {}", f("context_at"))};
        }
        case FaultCode::too_large:
            return {"the file is too large", fmt::format("at most {} bytes", f("limit"))};
        case FaultCode::too_deep:
            return {"this nests too deep", fmt::format("at most {} levels", f("limit"))};
        case FaultCode::empty_file:
            return {"the file is empty", ""};
        case FaultCode::several_documents:
            return {"a second document begins here", "one file holds one document"};
        case FaultCode::alias:
            return {fmt::format("«*{}» stands for something written elsewhere", f("found")),
                    "write it out, so that every line can be read by itself"};
        case FaultCode::anchor:
            return {fmt::format("«&{}» gives a value a name for repeating it", f("found")),
                    "leave it out; values are not repeated by reference"};
        case FaultCode::tag:
            return {fmt::format("the tag «{}» gives a value a type", f("found")),
                    "leave it out; what a value is follows from its key"};
        case FaultCode::key_not_text:
            return {"a key must be a text", ""};
        case FaultCode::duplicate_key:
            return {fmt::format("the key «{}» stands here twice; the first is in line {}", f("found"),
                                f("first_line")),
                    ""};
        case FaultCode::too_many_faults:
            return {fmt::format("more than {} faults: reading stopped to list them", f("limit")), ""};
        case FaultCode::wrong_shape:
            return {fmt::format("here stands {}", term(shapes, f("found"), en)),
                    fmt::format("expected is {}", term(shapes, f("expected"), en))};
        case FaultCode::no_value:
            if (!f.has("key")) return {"no value stands here", ""};
            return {fmt::format("«{}» has no value", f("key")), "give it one, or leave the key out"};
        case FaultCode::unknown_key:
            return {fmt::format("there is no key «{}» here", f("found")),
                    f.has("expected") ? "known keys: " + f("expected") : "nothing may stand here"};
        case FaultCode::unquoted_comma:
            return {fmt::format("«{}» has no value and is no key", f("found")),
                    "if the comma before it belongs to a text, put that text in quotes"};
        case FaultCode::missing_key:
            return {fmt::format("the key «{}» is missing", f("key")), ""};
        case FaultCode::missing_one_of:
            return {"one of these keys is missing: " + f("expected"), ""};
        case FaultCode::several_of:
            return {"only one of these keys may stand here: " + f("found"), ""};
        case FaultCode::unknown_word:
            return {fmt::format("«{}» is no word for this place", f("found")), "valid are: " + f("expected")};
        case FaultCode::undeclared:
            return {fmt::format("there is no {} «{}»", term(kinds, f("kind"), en), f("found")),
                    term(where_declared, f("kind"), en)};
        case FaultCode::not_a_name:
            return {fmt::format("«{}» cannot be a name", f("found")),
                    "a name has Latin letters, digits and hyphens, at most 80"};
        case FaultCode::not_a_day:
            return {fmt::format("«{}» is no day of the calendar", f("found")),
                    "a day is written year-month-day: 2023-11-23"};
        case FaultCode::not_a_ratio:
            return {fmt::format("«{}» is no share", f("found")),
                    "a share is written 2/3 or 65%, from nothing to the whole"};
        case FaultCode::not_a_period:
            return {
                fmt::format("«{}» is no period for this place", f("found")),
                f("allowed") == "days" ? "days are written P30D" : "years and months are written P5Y or P6M"};
        case FaultCode::not_a_number:
            return {fmt::format("«{}» is no number for this place", f("found")),
                    fmt::format("a whole number from {} to {}", f("smallest"), f("largest"))};
        case FaultCode::not_yes_or_no:
            return {fmt::format("«{}» is neither yes nor no", f("found")), "yes or no, without quotes"};
        case FaultCode::not_a_language:
            return {fmt::format("«{}» is no code of a language", f("found")),
                    "two or three small letters: en, ru"};
        case FaultCode::language_not_listed:
            return {fmt::format("«{}» is none of this rulebook's languages", f("found")),
                    fmt::format("{}, or such a code with .gen, .dat, .acc, .ins or .pre", f("expected"))};
        case FaultCode::missing_language:
            return {fmt::format("not said in: {}", f("missing")),
                    "«languages» promises every text in each of them"};
        case FaultCode::listed_twice:
            return {
                fmt::format("«{}» stands here twice; the first is in line {}", f("found"), f("first_line")),
                ""};
        case FaultCode::too_few:
            return {fmt::format("at least {} must stand here", f("smallest")), ""};
        case FaultCode::too_many:
            return {fmt::format("at most {} may stand here", f("largest")), ""};
        case FaultCode::alias_taken:
            return {fmt::format("the name «{}» already means «{}»", f("found"), f("owner")),
                    "one name, one meaning"};
        case FaultCode::order_incomplete:
            return {fmt::format("the order «{}» lacks: {}", f("order"), f("missing")),
                    "an order names every declared member once"};
        case FaultCode::versions_out_of_order:
            return {fmt::format("the version «{}» does not begin after «{}» before it", f("version"),
                                f("previous")),
                    "versions stand earliest first"};
        case FaultCode::until_before_since:
            return {fmt::format("the rule ends with «{}» before it begins with «{}»", f("until"), f("since")),
                    "until names the first version without the rule"};
        case FaultCode::rules_overlap:
            return {fmt::format("the rule «{}» is in force twice at once; the other is in line {}", f("rule"),
                                f("first_line")),
                    "a rule is replaced: the older ends where the newer begins"};
        case FaultCode::rules_compete:
            return {fmt::format("«{}» and «{}» both govern the same papers of «{}»", f("rule"), f("other"),
                                f("body")),
                    "different subjects or formats, or different versions"};
        case FaultCode::missing_side:
            return {fmt::format("the side «{}» of «{}» is missing", f("side"), f("dispute")),
                    "a disputed rule says what it is on every side"};
        case FaultCode::use_cycle:
            return {fmt::format("rules use each other in a circle: {}", f("path")), ""};
        case FaultCode::use_of_disputed:
            return {fmt::format("the rule «{}» is disputed, so it has no one formula to use", f("rule")),
                    "write the formula out on each side"};
        case FaultCode::use_without_formula:
            return {fmt::format("the rule «{}» has no formula to use", f("rule")), ""};
        case FaultCode::formula_too_large:
            return {"with everything it uses, this formula is too large",
                    fmt::format("at most {} parts", f("limit"))};
        case FaultCode::rotation_missing:
            return {fmt::format("the chair of «{}» rotates, but no rule says how", f("body")),
                    "a rule «rotation» for this body"};
        case FaultCode::instrument_cycle:
            return {fmt::format("instruments depend on each other in a circle: {}", f("path")), ""};
        case FaultCode::table_out_of_order:
            return {fmt::format("the table from {} does not begin after the one from {}", f("found"),
                                f("previous")),
                    "tables stand earliest first"};
        case FaultCode::case_out_of_force:
            return {
                fmt::format("the rule «{}» is not in force on {}, the day of this case", f("rule"), f("day")),
                "give the case a day with «on»"};
        case FaultCode::case_not_member:
            return {fmt::format("«{}» votes, but is not among the members of this case", f("member")), ""};
        case FaultCode::case_placed_twice:
            return {fmt::format("«{}» stands in this ballot twice", f("member")), ""};
        case FaultCode::case_needs_side:
            return {fmt::format("the rule depends on the dispute «{}»", f("dispute")),
                    "the case says on which side it stands, with «side»"};
        case FaultCode::case_expects_other:
            return {fmt::format("«{}» cannot come out of this rule", f("found")),
                    f("expected") == "quorum" ? "quorum or no_quorum"
                                              : "adopted, not_adopted, no_quorum or not_open"};
    }
    std::unreachable();
}

Said russian(const Fault& fault) {
    const Told f(fault);
    const Language ru = Language::ru;
    switch (fault.code) {
        case FaultCode::not_yaml: {
            std::string wrong = term(problems, f("problem"), ru);
            if (wrong == f("problem")) wrong = "это не YAML: " + wrong;
            if (!f.has("context_at")) return {wrong, ""};
            return {wrong, fmt::format("непрочитанное начинается в {}", f("context_at"))};
        }
        case FaultCode::too_large:
            return {"файл слишком велик", fmt::format("не более {} байт", f("limit"))};
        case FaultCode::too_deep:
            return {"слишком глубокая вложенность", fmt::format("уровней не более {}", f("limit"))};
        case FaultCode::empty_file:
            return {"файл пуст", ""};
        case FaultCode::several_documents:
            return {"здесь начинается второй документ YAML", "в файле должен быть один"};
        case FaultCode::alias:
            return {fmt::format("«*{}» отсылает к написанному в другом месте", f("found")),
                    "напишите полностью, чтобы строка читалась сама по себе"};
        case FaultCode::anchor:
            return {fmt::format("«&{}» даёт значению имя для повторения", f("found")),
                    "уберите его: значения не повторяются по ссылке"};
        case FaultCode::tag:
            return {fmt::format("метка «{}» задаёт вид значения", f("found")),
                    "уберите её: вид значения следует из ключа"};
        case FaultCode::key_not_text:
            return {"ключ должен быть текстом", ""};
        case FaultCode::duplicate_key:
            return {fmt::format("ключ «{}» стоит здесь дважды; первый — в строке {}", f("found"),
                                f("first_line")),
                    ""};
        case FaultCode::too_many_faults:
            return {fmt::format("ошибок больше {}: остальные не перечисляются", f("limit")), ""};
        case FaultCode::wrong_shape:
            return {fmt::format("здесь стоит {}", term(shapes, f("found"), ru)),
                    fmt::format("должно быть: {}", term(shapes, f("expected"), ru))};
        case FaultCode::no_value:
            if (!f.has("key")) return {"здесь нет значения", ""};
            return {fmt::format("у ключа «{}» нет значения", f("key")), "задайте его или уберите ключ"};
        case FaultCode::unknown_key:
            return {fmt::format("здесь нет ключа «{}»", f("found")), f.has("expected")
                                                                         ? "известные ключи: " + f("expected")
                                                                         : "здесь ничего не должно стоять"};
        case FaultCode::unquoted_comma:
            return {fmt::format("у «{}» нет значения, и это не ключ", f("found")),
                    "если запятая перед ним — часть текста, возьмите этот текст в кавычки"};
        case FaultCode::missing_key:
            return {fmt::format("нет ключа «{}»", f("key")), ""};
        case FaultCode::missing_one_of:
            return {"нет ни одного из ключей: " + f("expected"), ""};
        case FaultCode::several_of:
            return {"здесь может стоять только один из ключей: " + f("found"), ""};
        case FaultCode::unknown_word:
            return {fmt::format("слово «{}» здесь не подходит", f("found")), "подходят: " + f("expected")};
        case FaultCode::undeclared:
            return {fmt::format("нет {} «{}»", term(kinds, f("kind"), ru), f("found")),
                    term(where_declared, f("kind"), ru)};
        case FaultCode::not_a_name:
            return {fmt::format("«{}» не может быть именем", f("found")),
                    "имя состоит из латинских букв, цифр и дефисов, не более 80"};
        case FaultCode::not_a_day:
            return {fmt::format("«{}» — нет такого дня", f("found")),
                    "день пишется год-месяц-день: 2023-11-23"};
        case FaultCode::not_a_ratio:
            return {fmt::format("«{}» — не доля", f("found")), "доля пишется 2/3 или 65%, от нуля до целого"};
        case FaultCode::not_a_period:
            return {fmt::format("«{}» — не срок для этого места", f("found")),
                    f("allowed") == "days" ? "дни пишутся P30D" : "годы и месяцы пишутся P5Y или P6M"};
        case FaultCode::not_a_number:
            return {fmt::format("«{}» — не число для этого места", f("found")),
                    fmt::format("целое число от {} до {}", f("smallest"), f("largest"))};
        case FaultCode::not_yes_or_no:
            return {fmt::format("«{}» — ни да, ни нет", f("found")), "yes или no, без кавычек"};
        case FaultCode::not_a_language:
            return {fmt::format("«{}» — не код языка", f("found")), "две или три строчные буквы: en, ru"};
        case FaultCode::language_not_listed:
            return {fmt::format("языка «{}» нет среди языков этого свода правил", f("found")),
                    fmt::format("{} или такой код с .gen, .dat, .acc, .ins или .pre", f("expected"))};
        case FaultCode::missing_language:
            return {fmt::format("не сказано на языках: {}", f("missing")),
                    "«languages» обещает каждый текст на всех языках"};
        case FaultCode::listed_twice:
            return {
                fmt::format("«{}» стоит здесь дважды; первый раз — в строке {}", f("found"), f("first_line")),
                ""};
        case FaultCode::too_few:
            return {fmt::format("здесь должно стоять не менее {}", f("smallest")), ""};
        case FaultCode::too_many:
            return {fmt::format("здесь может стоять не более {}", f("largest")), ""};
        case FaultCode::alias_taken:
            return {fmt::format("имя «{}» уже означает «{}»", f("found"), f("owner")),
                    "одно имя — одно значение"};
        case FaultCode::order_incomplete:
            return {fmt::format("в порядке «{}» не хватает: {}", f("order"), f("missing")),
                    "порядок называет каждого объявленного члена один раз"};
        case FaultCode::versions_out_of_order:
            return {fmt::format("версия «{}» начинается не позже стоящей перед ней «{}»", f("version"),
                                f("previous")),
                    "версии идут от самой ранней"};
        case FaultCode::until_before_since:
            return {fmt::format("правило кончается версией «{}» раньше, чем начинается версией «{}»",
                                f("until"), f("since")),
                    "until называет первую версию без этого правила"};
        case FaultCode::rules_overlap:
            return {fmt::format("правило «{}» действует дважды в одно время; другое — в строке {}", f("rule"),
                                f("first_line")),
                    "правило заменяется: прежнее кончается там, где начинается новое"};
        case FaultCode::rules_compete:
            return {fmt::format("«{}» и «{}» вместе определяют одни и те же документы органа «{}»", f("rule"),
                                f("other"), f("body")),
                    "нужны разные предметы, форматы или версии"};
        case FaultCode::missing_side:
            return {fmt::format("нет стороны «{}» спора «{}»", f("side"), f("dispute")),
                    "спорное правило излагается для каждой стороны"};
        case FaultCode::use_cycle:
            return {fmt::format("правила ссылаются друг на друга по кругу: {}", f("path")), ""};
        case FaultCode::use_of_disputed:
            return {fmt::format("правило «{}» спорное: у него нет единой формулы", f("rule")),
                    "напишите формулу для каждой стороны"};
        case FaultCode::use_without_formula:
            return {fmt::format("у правила «{}» нет формулы", f("rule")), ""};
        case FaultCode::formula_too_large:
            return {"вместе со всем, на что она ссылается, формула слишком велика",
                    fmt::format("частей не более {}", f("limit"))};
        case FaultCode::rotation_missing:
            return {fmt::format("председательство в «{}» переходит по очереди, но правила очереди нет",
                                f("body")),
                    "нужно правило «rotation» для этого органа"};
        case FaultCode::instrument_cycle:
            return {fmt::format("документы зависят друг от друга по кругу: {}", f("path")), ""};
        case FaultCode::table_out_of_order:
            return {fmt::format("таблица с {} начинается не позже таблицы с {}", f("found"), f("previous")),
                    "таблицы идут от самой ранней"};
        case FaultCode::case_out_of_force:
            return {fmt::format("правило «{}» не действует {} — в день этого примера", f("rule"), f("day")),
                    "задайте день примера ключом «on»"};
        case FaultCode::case_not_member:
            return {fmt::format("«{}» голосует, но не входит в число членов этого примера", f("member")), ""};
        case FaultCode::case_placed_twice:
            return {fmt::format("«{}» стоит в этом голосовании дважды", f("member")), ""};
        case FaultCode::case_needs_side:
            return {fmt::format("правило зависит от спора «{}»", f("dispute")),
                    "пример называет сторону ключом «side»"};
        case FaultCode::case_expects_other:
            return {fmt::format("по этому правилу не бывает «{}»", f("found")),
                    f("expected") == "quorum" ? "quorum или no_quorum"
                                              : "adopted, not_adopted, no_quorum или not_open"};
    }
    std::unreachable();
}

std::string at(std::string_view file, rulebook::Mark mark) {
    if (mark.line == 0) return fmt::format("{}: ", file);
    return fmt::format("{}:{}:{}: ", file, mark.line, mark.column);
}

}  // namespace

std::string say_what(const Fault& fault, Language language) {
    const Said said = language == Language::en ? english(fault) : russian(fault);
    std::string sentence = said.wrong;
    if (!said.expected.empty()) sentence += "; " + said.expected;
    if (const auto nearest = fault.facts.find("nearest"); nearest != fault.facts.end()) {
        constexpr Phrase question{"did you mean", "может быть,"};
        sentence += fmt::format("; {} «{}»?", question(language), nearest->second);
    }
    return sentence;
}

std::string say(const Fault& fault, Language language) {
    return at(fault.file, fault.mark) + say_what(fault, language);
}

std::string say(const law::CaseFailure& failure, std::string_view file, Language language) {
    constexpr Phrase nothing{"nobody", "никого"};
    const auto shown = [&](const std::string& text) {
        return text.empty() ? std::string(nothing(language)) : text;
    };
    std::string where(failure.rule.text());
    if (!failure.side.empty()) where += fmt::format(" / {}", failure.side.text());
    const std::string place = at(file, failure.mark);
    if (failure.what == "rule") {
        constexpr Phrase absent{"no such rule is in force on the day of this case",
                                "такое правило не действует в день этого примера"};
        return fmt::format("{}«{}»: {}", place, where, absent(language));
    }
    constexpr Phrase sentence{"{}case of «{}»: {}: expected {}, but the rule gives {}",
                              "{}пример к «{}», {}: ожидалось {}, а по правилу — {}"};
    return fmt::format(fmt::runtime(sentence(language)), place, where, term(compared, failure.what, language),
                       shown(failure.expected), shown(failure.got));
}

}  // namespace words
