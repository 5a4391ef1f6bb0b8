// Fixed texts of the pages on the log, of its entries, of the files of an act, and of the page that checks a
// proof. What is said of one entry comes from log_said.hpp.
//
// A place in braces ({entry}) is filled by `words::fill_in` (words/page_words.hpp).
#pragma once

#include "words/dates.hpp"

namespace words::log_words {

// -- the proof line --------------------------------------------------------------------------------

inline constexpr Phrase how_to_check{"How to check", "Как проверить"};
inline constexpr Phrase no_log{"From a package without a log: no independent copy confirms it.",
                               "По пакету без журнала: независимыми копиями не подтверждено."};
inline constexpr Phrase witnessed{"Entry {entry}, unchanged as of {day}, confirmed by {copies}.",
                                  "Запись {entry}, без изменений на {day}, подтверждена {copies}."};
inline constexpr Phrase witnessed_undated{"Entry {entry}, confirmed by {copies}.",
                                          "Запись {entry}, подтверждена {copies}."};
inline constexpr Phrase logged{"Entry {entry}, logged; not confirmed by independent copies yet.",
                               "Запись {entry} внесена в журнал; независимыми копиями пока не подтверждена."};
inline constexpr Phrase witnessed_of{
    "Rests on {count}; the latest, entry {entry}: unchanged as of {day}, confirmed by {copies}.",
    "Опора: {count}; последняя, {entry}, без изменений на {day}, подтверждена {copies}."};
inline constexpr Phrase witnessed_of_undated{
    "Rests on {count}; the latest, entry {entry}: confirmed by {copies}.",
    "Опора: {count}; последняя, {entry}, подтверждена {copies}."};
inline constexpr Phrase logged_of{
    "Rests on {count}; the latest, entry {entry}: logged, not confirmed by independent copies yet.",
    "Опора: {count}; последняя, {entry}, внесена в журнал и независимыми копиями пока не подтверждена."};

// -- the page of the log ---------------------------------------------------------------------------

inline constexpr Phrase title{"The log", "Журнал"};
inline constexpr Phrase sentence_none{
    "This site was made from a package: a folder of files, without a log. Nobody signs it, and no independent copy confirms it.",
    "Этот сайт составлен по пакету: папке с файлами, без журнала. Его никто не подписывает, и независимые копии его не подтверждают."};
inline constexpr Phrase sentence_witnessed{
    "{entries} in order, each at its place for ever; the first {witnessed} confirmed by {copies}.",
    "{entries} по порядку, каждая навсегда на своём месте; первые {witnessed} подтверждены {copies}."};
inline constexpr Phrase sentence_logged{
    "{entries} in order, each at its place for ever; no independent copy has confirmed them yet.",
    "{entries} по порядку, каждая навсегда на своём месте; независимые копии их пока не подтвердили."};
inline constexpr Phrase what_it_is{
    "Independent copy-holders sign how long the log is and what is in it. What they have confirmed, whoever runs this "
    "server cannot change, drop or move unnoticed; and anybody can compare.",
    "Независимые держатели копий подписывают длину и содержание журнала. Подтверждённое ими тот, кто ведёт этот сервер, "
    "не может незаметно изменить, убрать или переставить; сравнить может каждый."};
inline constexpr Phrase origin{"Name of the log", "Имя журнала"};
inline constexpr Phrase entries{"Entries", "Записей"};
inline constexpr Phrase newest{"Newest checkpoint", "Новейшая контрольная точка"};
inline constexpr Phrase newest_of{"{entries}, signed by the log", "{entries}, подписано журналом"};
inline constexpr Phrase confirmed{"Confirmed checkpoint", "Подтверждённая контрольная точка"};
inline constexpr Phrase confirmed_of{"{entries}, confirmed by {copies} as of {day}",
                                     "{entries}, подтверждено {copies} по состоянию на {day}"};
inline constexpr Phrase none_confirmed{"none yet", "пока нет"};
inline constexpr Phrase log_key{"Key of the log", "Ключ журнала"};
inline constexpr Phrase writing{"New entries", "Новые записи"};
inline constexpr Phrase writes{"this server takes them", "этот сервер их принимает"};
inline constexpr Phrase reads_only{"this server shows the log and takes none",
                                   "этот сервер показывает журнал и записей не принимает"};

inline constexpr Phrase check_section{"How to check", "Как проверить"};
inline constexpr Phrase check_log{
    "Take a copy of the log and go through all of it with the program, or with any program that reads C2SP "
    "checkpoints and tiles. Who has a proof of one entry as a file can check it on its own.",
    "Возьмите копию журнала и проверьте её всю нашей программой или любой программой, которая читает контрольные точки "
    "и плитки C2SP. Доказательство одной записи, сохранённое файлом, проверяется само по себе."};
inline constexpr Phrase check_against_log{"Compare with independent copies",
                                          "Сверьте с независимыми копиями"};
inline constexpr Phrase check_file{"Check a proof in this browser", "Проверить доказательство в браузере"};
inline constexpr Phrase exact_newest{"The newest checkpoint, as it was signed",
                                     "Новейшая контрольная точка, как подписана"};
inline constexpr Phrase exact_confirmed{"The confirmed checkpoint with its signatures",
                                        "Подтверждённая контрольная точка с подписями"};
inline constexpr Phrase exact_policy{"Whose signatures are asked for", "Чьи подписи требуются"};

inline constexpr Phrase witnesses{"Who confirms", "Кто подтверждает"};
inline constexpr Phrase no_witnesses{"No copy-holder is named.", "Держатели копий не названы."};
inline constexpr Phrase witness{"Copy-holder", "Держатель копии"};
inline constexpr Phrase witness_confirmed{"Confirmed", "Подтверждено"};
inline constexpr Phrase witness_when{"When (UTC)", "Когда (UTC)"};
inline constexpr Phrase first_entries{"the first {entries}", "первые {entries}"};
inline constexpr Phrase first_entry{"the first entry", "первая запись"};
inline constexpr Phrase nothing_yet{"nothing yet", "пока ничего"};
inline constexpr Phrase key{"Key", "Ключ"};

inline constexpr Phrase keys{"Keys", "Ключи"};
inline constexpr Phrase keys_sentence{
    "Who could seal entries, from the entry after the one that accredited the key to the one that ended it.",
    "Кто мог заверять записи: от записи, следующей за удостоверившей ключ, до записи, которая его прекратила."};
inline constexpr Phrase all_keys{"All keys of the log", "Все ключи журнала"};
inline constexpr Phrase key_name{"Name", "Название"};
inline constexpr Phrase holder{"Holder", "Держатель"};
inline constexpr Phrase the_organisation{"the organisation", "организация"};
inline constexpr Phrase use{"What for", "Для чего"};
inline constexpr Phrase accredited{"Accredited", "Удостоверен"};
inline constexpr Phrase ended{"Ended", "Прекращён"};
inline constexpr Phrase in_entry{"entry {entry}", "запись {entry}"};
inline constexpr Phrase ended_why{"entry {entry}: {why}", "запись {entry}: {why}"};
inline constexpr Phrase holds{"no", "нет"};
inline constexpr Phrase contested{"What it sealed from entry {entry} on is contested.",
                                  "Заверенное им начиная с записи {entry} оспаривается."};

inline constexpr Phrase registry_acts{"Acts of the registry", "Акты регистратуры"};
inline constexpr Phrase registry_acts_sentence{
    "What was done to the log itself and to those who may write in it.",
    "Что сделано с самим журналом и с теми, кто вправе в нём писать."};
inline constexpr Phrase entry_column{"Entry", "Запись"};
inline constexpr Phrase what_column{"What", "Что"};
inline constexpr Phrase day_column{"Day", "День"};

inline constexpr Phrase withheld{"Not public", "Не открыто"};
inline constexpr Phrase nothing_withheld{"Every entry is public.", "Открыты все записи."};
inline constexpr Phrase released_by{"Entry {entry} was not public at first; entry {by} opened it.",
                                    "Запись {entry} сначала была закрыта; её раскрыла запись {by}."};
inline constexpr Phrase withheld_on{"Entry {entry} is not public; it may be released from {day}.",
                                    "Запись {entry} закрыта и может быть раскрыта с {day}."};
inline constexpr Phrase withheld_until_act{"Entry {entry} is not public until an act releases it.",
                                           "Запись {entry} закрыта, пока её не раскроет другой акт."};
inline constexpr Phrase for_members{"For members.", "Для членов организации."};
inline constexpr Phrase for_named{"For {members}.", "Для кого: {members}."};
inline constexpr Phrase for_nobody{"For the registry alone.", "Только для регистратуры."};

// -- the page of an entry --------------------------------------------------------------------------

inline constexpr Phrase entry_title{"Entry {entry}", "Запись {entry}"};
inline constexpr Phrase entry_of_log{"Entry {entry} of the log", "Запись {entry} журнала"};
inline constexpr Phrase place_in_log{"Place in the log", "Место в журнале"};
inline constexpr Phrase place{"Place", "Место"};
inline constexpr Phrase place_of{"entry {entry}; the log counts from 0 and has {entries}",
                                 "запись {entry}; счёт идёт с 0, всего в журнале {entries}"};

inline constexpr Phrase known_on{"Known since", "Известно с"};
inline constexpr Phrase proof{"Proof", "Доказательство"};
inline constexpr Phrase seals{"Seals", "Печати"};
inline constexpr Phrase seals_sentence{
    "Each names a checkpoint that its maker had seen, and carries the key's own number.",
    "Каждая ссылается на контрольную точку, которую видел тот, кто её поставил, и несёт свой номер этого ключа."};
inline constexpr Phrase seal_count{"Number", "Номер"};
inline constexpr Phrase seal_saw{"Its maker had seen", "Поставивший видел"};
inline constexpr Phrase saw_nothing{"no checkpoint (before the first)", "точек ещё не было"};
inline constexpr Phrase saw_log{"the log with {entries}", "журнал, {entries}"};
inline constexpr Phrase digest{"Digest of what is sealed", "Отпечаток заверенного"};
inline constexpr Phrase leaf{"Leaf hash", "Хэш листа"};
inline constexpr Phrase path{"Path to the root of {entries}", "Путь к корню: {entries}"};
inline constexpr Phrase whole_tree{"no hashes: the entry is all of it", "без хэшей: других записей нет"};
inline constexpr Phrase exact_bytes{"The exact bytes", "Точные байты"};
inline constexpr Phrase checkpoint_of_entry{"The checkpoint that includes it",
                                            "Контрольная точка, куда она входит"};
inline constexpr Phrase proof_file{"The proof as a file to keep", "Доказательство одним файлом"};
inline constexpr Phrase proof_text{"The proof for programs (C2SP tlog-proof)",
                                   "Доказательство для программ (C2SP tlog-proof)"};
inline constexpr Phrase check_entry{
    "Save the proof, then check it on a computer of your own: with the program, with another that reads C2SP "
    "proofs, or with the page below, which sends nothing anywhere.",
    "Сохраните доказательство и проверьте на своём компьютере: нашей программой, другой программой, которая читает "
    "доказательства C2SP, или на странице ниже: она ничего никуда не отправляет."};
inline constexpr Phrase check_again{
    "The leaf hash is the SHA-256 of a zero byte and the exact bytes; with the path it gives the root that the "
    "checkpoint names.",
    "Хэш листа — это SHA-256 от нулевого байта и точных байтов; вместе с путём он даёт корень, названный в контрольной "
    "точке."};
inline constexpr Phrase neighbours{"Neighbouring entries", "Соседние записи"};
inline constexpr Phrase previous_entry{"Entry before", "Предыдущая запись"};
inline constexpr Phrase next_entry{"Entry after", "Следующая запись"};
inline constexpr Phrase whole_log{"The whole log", "Весь журнал"};
inline constexpr Phrase not_in_view{"An act that became known after the day this page is drawn for.",
                                    "Акт, ставший известным позже дня, на который составлена страница."};
inline constexpr Phrase withheld_entry{
    "What it says is kept back; that it exists, since when and in which place cannot be changed any more.",
    "Содержание пока закрыто; но что запись есть, с какого дня и на каком месте, изменить уже нельзя."};

// -- the files of an act ---------------------------------------------------------------------------

inline constexpr Phrase files{"Files", "Файлы"};
inline constexpr Phrase files_of{"Files of this act", "Файлы этого акта"};
inline constexpr Phrase file{"File", "Файл"};
inline constexpr Phrase file_language{"Language", "Язык"};
inline constexpr Phrase file_size{"Size", "Размер"};
inline constexpr Phrase file_hash{"SHA-256", "SHA-256"};
inline constexpr Phrase authentic{"authentic text", "аутентичный текст"};
inline constexpr Phrase not_public{"not public", "не открыт"};
inline constexpr Phrase not_public_until{"not public until {day}", "не открыт до {day}"};
inline constexpr Phrase personal{"about a private person", "о частном лице"};
inline constexpr Noun byte{{"byte", "байт"}, {"bytes", "байт"}, "байта"};

// -- the page that checks a proof ------------------------------------------------------------------

inline constexpr Phrase check_title{"Check a proof", "Проверить доказательство"};
inline constexpr Phrase check_sentence{
    "Choose the file with the proof of an entry. It is checked in this browser and sent nowhere.",
    "Выберите файл с доказательством записи. Он проверяется в этом браузере и никуда не отправляется."};
inline constexpr Phrase choose_file{"File with the proof", "Файл с доказательством"};
inline constexpr Phrase choose_hint{
    "The saved page of a proof, or the text between its BEGIN and END lines. Or drop "
    "it on this box.",
    "Сохранённая страница доказательства или текст между строками BEGIN и END. Файл "
    "можно перетащить сюда."};
inline constexpr Phrase policy_label{"Whose signatures you ask for (C2SP policy)",
                                     "Чьи подписи вы требуете (правила C2SP)"};
inline constexpr Phrase policy_hint{
    "Filled in as this server names them. Who does not trust this server puts here what was had elsewhere.",
    "Подставлено то, что называет этот сервер. Кто ему не доверяет, вставляет полученное из другого места."};
inline constexpr Phrase policy_hint_none{
    "This server has no log. Put here the policy that you had from elsewhere.",
    "У этого сервера журнала нет. Вставьте правила, полученные из другого места."};
inline constexpr Phrase check_button{"Check", "Проверить"};
inline constexpr Phrase result{"Result", "Итог"};
inline constexpr Phrase no_script{
    "This page checks with a script, and scripts are off in this browser. The program checks the same:",
    "Эта страница проверяет с помощью сценария, а сценарии в этом браузере выключены. То же проверяет программа:"};
inline constexpr Phrase without_page{"Without this page", "Без этой страницы"};
inline constexpr Phrase without_page_says{
    "This page comes from the same server as the record. Who wants to rely on neither uses the program, on a "
    "computer of their own:",
    "Эта страница пришла с того же сервера, что и записи. Кто не хочет полагаться ни на то, ни на другое, проверяет "
    "программой на своём компьютере:"};

}  // namespace words::log_words
