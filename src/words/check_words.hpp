// What the page that checks a proof says of it: its script fills the places in braces and chooses by code.
// Nothing here is inflected by a number or a name that is put in.
#pragma once

#include <string_view>

#include "words/language.hpp"

namespace words::check_words {

struct Said {
    std::string_view code;
    Phrase says;
};

inline constexpr Said all[] = {
    // the sentence on top
    {"working", {"Checking…", "Проверяется…"}},
    {"holds",
     {"This proof holds: entry {entry} of the log {origin} is the one described below, and enough independent "
      "copies confirm it.",
      "Доказательство верно: запись {entry} журнала {origin} — та, что описана ниже, и независимых копий, которые "
      "её подтвердили, достаточно."}},
    {"holds_logged",
     {"This proof holds as far as the log itself: entry {entry} of {origin} is the one described below. "
      "Independent copies have not confirmed it as you ask.",
      "Доказательство верно в пределах самого журнала: запись {entry} журнала {origin} — та, что описана ниже. "
      "Независимые копии не подтвердили её так, как вы требуете."}},
    {"fails",
     {"This proof does not hold. What does not is marked below.",
      "Доказательство неверно. Что именно не сходится, отмечено ниже."}},
    {"unknown",
     {"This browser cannot verify the signatures (Ed25519), so nothing can be concluded here. The program can: "
      "depositary verify FILE",
      "Этот браузер не умеет проверять подписи Ed25519, поэтому заключить ничего нельзя. Программа умеет: "
      "depositary verify ФАЙЛ"}},
    {"no_policy",
     {"Say above whose signatures you ask for: without that a proof proves nothing.",
      "Укажите выше, чьи подписи вы требуете: без этого доказательство ничего не доказывает."}},
    {"no_file", {"Choose a file first.", "Сначала выберите файл."}},
    {"gone",
     {"The file was changed or moved after it was chosen. Choose it again.",
      "Файл изменён или перемещён после выбора. Выберите его снова."}},
    {"too_long", {"The file is longer than any proof.", "Файл длиннее любого доказательства."}},
    // how each check came out
    {"good", {"holds", "верно"}},
    {"bad", {"does not hold", "неверно"}},
    {"open", {"not checked", "не проверено"}},
    {"note", {"to know", "к сведению"}},
    // the checks
    {"armour_good", {"The file has a proof in it.", "В файле есть доказательство."}},
    {"armour_bad",
     {"There is no proof in this file: no lines BEGIN and END of a Depositary proof with text between them.",
      "В файле нет доказательства: нет строк BEGIN и END с текстом между ними."}},
    {"format_bad", {"The proof cannot be read: {what}.", "Доказательство не читается: {what}."}},
    {"policy_good",
     {"The proof names the same copy-holders as you do.",
      "Доказательство называет тех же держателей копий, что и вы."}},
    {"policy_other",
     {"The proof names other copy-holders than you do. Yours were asked for, not its own.",
      "Доказательство называет других держателей копий, чем вы. Требовались ваши, а не его."}},
    {"policy_bad",
     {"What you gave as a policy cannot be read (line {line}).",
      "Ваши правила не читаются (строка {line})."}},
    {"entry_good",
     {"The entry’s bytes are canonical: known since {known_on}, {what}.",
      "Байты записи в каноническом виде: известно с {known_on}, {what}."}},
    {"entry_bad", {"The entry cannot be read: {what}.", "Запись не читается: {what}."}},
    {"entry_act", {"act “{id}” ({kind})", "акт «{id}» ({kind})"}},
    {"entry_withheld", {"its act is not public", "её акт не открыт"}},
    {"log_good",
     {"The log {origin} signed a checkpoint of {size} entries.",
      "Журнал {origin} подписал контрольную точку; записей в ней: {size}."}},
    {"log_bad",
     {"The log you ask for did not sign this checkpoint ({origin}).",
      "Журнал, который вы указали, эту контрольную точку ({origin}) не подписывал."}},
    {"inclusion_good",
     {"Entry {entry} is among them: its leaf and its path give the root that was signed.",
      "Запись {entry} среди них: лист и путь дают подписанный корень."}},
    {"inclusion_bad",
     {"Entry {entry} is not among them: its leaf and its path give another root than the one that was signed.",
      "Записи {entry} среди них нет: лист и путь дают другой корень, не подписанный."}},
    {"witness_good", {"{name} confirmed this checkpoint on {time}.", "{name}: точка подтверждена {time}."}},
    {"witness_bad",
     {"The line in the name of {name} is not by its key.",
      "Строка от имени {name} поставлена не ключом этого держателя копии."}},
    {"quorum_good", {"That is enough by the policy: {names}.", "По правилам этого достаточно: {names}."}},
    {"quorum_bad",
     {"That is not enough by the policy. Confirmed by: {names}.",
      "По правилам этого мало. Подтвердили: {names}."}},
    {"quorum_none", {"The policy asks for no copy-holders.", "Правила не требуют держателей копий."}},
    {"nobody", {"nobody", "никто"}},
    {"seal_good",
     {"Sealed by {name} ({key}), number {count}, after {size} entries seen.",
      "Печать: {name} ({key}), номер {count}, при виденных записях: {size}."}},
    {"seal_bad",
     {"The seal of {name} ({key}) does not hold for entry {entry}.",
      "Печать {name} ({key}) к записи {entry} не подходит."}},
    {"key_good",
     {"That key was accredited before, in entry {entry} of the same log, by whoever may.",
      "Этот ключ удостоверен раньше, записью {entry} того же журнала, тем, кто вправе."}},
    {"key_bad",
     {"It is not shown that the keys under entry {entry} were accredited before by whoever may ({what}).",
      "Не показано, что ключи под записью {entry} удостоверены раньше тем, кто вправе ({what})."}},
    {"around",
     {"Words around the block in the file are for reading; they are proved by nothing.",
      "Слова вокруг блока в файле — для чтения; их ничто не доказывает."}},
    {"recall",
     {"Whether a key was recalled before this entry can be seen from the whole log only.",
      "Не был ли ключ отозван до этой записи, видно только из всего журнала."}},
    {"bytes", {"The exact bytes of the entry", "Точные байты записи"}},
};

}  // namespace words::check_words
