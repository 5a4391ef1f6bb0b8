#include "words/log_commands.hpp"

#include <algorithm>
#include <iterator>

#include "words/entry_faults.hpp"

namespace words {
namespace {

struct Sentence {
    std::string_view code;
    std::string_view english;
    std::string_view russian;
};

constexpr Sentence sentences[] = {
    {"annexes_carried", "{what}: annexes copied: {annexes}",
     "{what}: перенесено закрытых приложений: {annexes}"},
    {"annexes_missing",
     "annexes that entries name and neither store has: {annexes}. They may never have been handed in",
     "закрытых приложений, названных в записях, нет ни в том, ни в другом хранилище: {annexes}. Возможно, их и не передавали"},
    {"as_witness", "for a policy of witnesses: {key}", "для правил о держателях копий: {key}"},
    {"at_other_place", "{what}: is there already; the demonstration in it is used as it is",
     "{what}: уже есть; используется готовая демонстрация"},
    {"backed_up", "{what}: a consistent copy; 'depositary doctor' checks it",
     "{what}: согласованная копия; проверить её: 'depositary doctor'"},
    {"bad_distribution",
     "--distribution takes «members», or the names of members with commas between, as AM,BY[; «{found}» is neither]. A day of release goes with it alone",
     "--distribution принимает «members» или имена членов через запятую, например AM,BY[; «{found}» — не то и не другое]. День раскрытия указывают только вместе с ним"},
    {"withheld_files",
     "a public file would tell of an act that is not for everybody: give it \"personal\" or \"distribution\" in the act's JSON (record: --personal), or attach it when the act is released",
     "открытый файл выдал бы закрытый акт: укажите при нём \"personal\" или \"distribution\" в JSON акта (для record: --personal) или приложите его при раскрытии"},
    {"demonstration_made", "A demonstration log of {acts} acts is in {what}. Its keys are nobody's.",
     "Демонстрационный журнал с {acts} актами — в {what}. Его ключи никому не принадлежат."},
    {"doctor_clean",
     "{what}: {entries} entries, {checkpoints} checkpoints and {files} files are what was signed; root {root}",
     "{what}: записей — {entries}, контрольных точек — {checkpoints}, файлов — {files}, всё как подписано; корень {root}"},
    {"doctor_entry", "entry {entry}: the stored bytes do not hash to the leaf that was signed",
     "запись {entry}: сохранённые байты не дают подписанного листа"},
    {"doctor_tile", "tile {path}: is not what the entries give", "плитка {path}: не соответствует записям"},
    {"doctor_checkpoint", "checkpoint of {size} entries: {why}",
     "контрольная точка с {size} записями: {why}"},
    {"doctor_file", "file {sha256}: its bytes are others", "файл {sha256}: содержимое другое"},
    {"doctor_annex", "annex {commitment}: its bytes or its salt are others",
     "приложение {commitment}: содержимое или соль другие"},
    {"doctor_guard", "{guard} knows {size} entries, the store has {ours}: it is an older or another copy",
     "{guard}: известно {size} записей, в хранилище их {ours}: это старая или иная копия"},
    {"doctor_witness",
     "{who} has confirmed {size} entries of this log, the store has {ours}: it is an older or another copy",
     "{who}: подтверждено {size} записей этого журнала, в хранилище их {ours}: это старая или иная копия"},
    {"entered", "{what}: {acts} acts entered; the log has {entries} entries",
     "{what}: внесено актов — {acts}; в журнале записей — {entries}"},
    {"exported", "{what}: {entries} entries in {files} files; root {root}",
     "{what}: записей — {entries}, файлов — {files}; корень {root}"},
    {"exported_site", "{what}: {files} files of pages as of {day}",
     "{what}: файлов страниц — {files}, на {day}"},
    {"imported", "{what}: {entries} entries and {files} files taken over as they were",
     "{what}: записей — {entries}, файлов — {files}, перенесены без изменений"},
    {"proof_later", "Its proof could not be made just now; fetch it from {url}/log/proof/{entry}",
     "Доказательство сейчас составить не удалось; возьмите его по адресу {url}/log/proof/{entry}"},
    {"proved", "{what}: the proof of entry {entry}", "{what}: доказательство записи {entry}"},
    {"follows", "What would follow:", "Что из этого последует:"},
    {"follows_nothing", "No answer of the record would change.", "Ни один ответ не изменится."},
    {"in_seals", "in seals and accreditations: {key}", "в печатях и при удостоверении: {key}"},
    {"as_log", "as a log's key: {key}", "как ключ журнала: {key}"},
    {"next_hash", "its hash, to be named beforehand as the next key: {hash}",
     "его хэш — чтобы заранее назвать следующим ключом: {hash}"},
    {"key_made", "{what}: made; keep it to yourself, and a copy of it where fire does not reach",
     "{what}: создан; не давайте его никому, а копию храните отдельно"},
    {"keep_it", "Keep it? Write yes: ", "Внести? Напишите «да»: "},
    {"guard_not_written",
     "{what}: could not be written, so an older copy of the log would not be noticed: {problem}",
     "{what}: не удалось записать, и возврат старой копии журнала останется незамеченным: {problem}"},
    {"index_not_written",
     "{what}: the index could not be written, so the next start reads the whole log: {problem}",
     "{what}: не удалось записать указатель, при следующем запуске журнал будет прочитан целиком: {problem}"},
    {"kept", "Entry {entry}, known on {known_on}.", "Запись {entry}, стало известно {known_on}."},
    {"kept_before", "On record already, as entry {entry}.", "Уже внесено: запись {entry}."},
    {"left_behind",
     "{what}: a part was written and could not be taken away ({problem}); remove it before the next attempt",
     "{what}: записана часть, убрать её не удалось ({problem}); удалите её перед следующей попыткой"},
    {"may_be_released", "entry {entry} may be released since {day}; 'depositary release' puts it in the open",
     "запись {entry} можно раскрыть с {day}; её раскрывает 'depositary release'"},
    {"not_kept", "Nothing was kept.", "Ничего не внесено."},
    {"now", "now:", "сейчас:"},
    {"then", "then:", "станет:"},
    {"older_of_proof",
     "with a proof, --older takes a checkpoint of the same size ({size} entries), and this one has {found}: verify the "
     "whole log with it (depositary verify https://… --older FILE)",
     "с доказательством --older принимает контрольную точку того же размера (записей — {size}), а в этой их {found}: "
     "проверьте с ней весь журнал (depositary verify https://… --older ФАЙЛ)"},
    {"origin_needed", "the checkpoint names no origin; give it with --origin",
     "в контрольной точке нет имени журнала; укажите его: --origin"},
    {"pen_taken", "{what}: the server that wrote is gone; this one writes now",
     "{what}: писавший сервер исчез; теперь пишет этот"},
    {"pen_was_lost", "{what}: another server writes now; this one follows",
     "{what}: теперь пишет другой сервер; этот следует за ним"},
    {"refused", "Sent back: {why}", "Возвращено: {why}"},
    {"scrub_failed", "The store could not be looked through: {problem}",
     "Не удалось перепроверить хранилище: {problem}"},
    {"sealed_before",
     "this is sealed already, for everybody or as withheld: leave --distribution out, or begin with the act itself",
     "это уже скреплено, как открытый или как закрытый акт: уберите --distribution или начните с самого акта"},
    {"signed_with_annexes",
     "what was printed holds bytes that are not public, with their salts: keep it where only those who may read them can reach it. 'depositary submit' hands in all of it",
     "в напечатанном — закрытые данные и соль к ним: храните его там, где оно доступно только тем, кому можно их читать. 'depositary submit' передаёт всё вместе"},
    {"serving_log", "The log: {url}log/checkpoint", "Журнал: {url}log/checkpoint"},
    {"takes_again", "{what}: the disk was full, and what was handed in was not kept; acts are taken again",
     "{what}: на диске не было места, поданное не внесено; акты снова принимаются"},
    {"witness_alarm",
     "{who} knows this log with {size} entries, more than the {ours} kept here; nothing more is signed",
     "{who}: известен журнал с {size} записями, здесь их {ours}; ничего больше не подписывается"},
    {"witness_serving", "{name} at http://{address}:{port}/ (end with Ctrl-C)",
     "{name}: http://{address}:{port}/ (завершить: Ctrl-C)"},
    {"witness_trouble", "{who}: {problem}", "{who}: {problem}"},
};

const Sentence* find(std::string_view code) {
    const auto found = std::ranges::find(sentences, code, &Sentence::code);
    return found == std::end(sentences) ? nullptr : found;
}

}  // namespace

std::string say_log(std::string_view code, const FaultFacts& facts, Language language) {
    if (const Sentence* sentence = find(code))
        return fill_fault(language == Language::en ? sentence->english : sentence->russian, facts);
    // A server that takes nothing now says so to those who run it as to those who hand in.
    const auto closed = closed_codes();
    if (std::ranges::find(closed, code) != closed.end()) return say_closed(code, facts, language);
    return say_file_fault(code, facts, language);
}

std::vector<std::string_view> log_codes() {
    std::vector<std::string_view> codes;
    for (const Sentence& one : sentences) codes.push_back(one.code);
    std::ranges::sort(codes);
    return codes;
}

}  // namespace words
