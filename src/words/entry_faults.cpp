#include "words/entry_faults.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace words {
namespace {

struct Sentence {
    std::string_view code;
    std::string_view english;
    std::string_view russian;
};

constexpr Sentence entry_faults[] = {
    {"after_beyond",
     "the seal names a checkpoint of {found} entries, and the log has {size}; name one that this log has published",
     "печать ссылается на контрольную точку с {found} записями, а в журнале их {size}; сошлитесь на опубликованную точку этого журнала"},
    {"after_differs",
     "the seal names a checkpoint of {found} entries with another root than this log has: whoever sealed was shown another log; keep both checkpoints, together they prove it",
     "печать ссылается на контрольную точку с {found} записями и другим корнем: тому, кто ставил печать, показали другой журнал; сохраните обе точки — вместе они это доказывают"},
    {"after_stale",
     "the seal names a checkpoint of {found} entries, from before its key could seal or sealed last; name one of {expected} entries or more",
     "печать ссылается на контрольную точку с {found} записями — до того, как ключ получил право или ставил последнюю печать; нужна точка не менее чем с {expected} записями"},
    {"already_on_record", "the same sealed bytes are on record as entry {entry}",
     "те же скреплённые байты уже внесены: запись {entry}"},
    {"annex_missing",
     "the withheld act carries file «{name}» under a salted hash, and its bytes were not handed in; send them with their salt",
     "закрытый акт несёт файл «{name}» под хэшем с солью, а содержимое не передано; приложите его вместе с солью"},
    {"authority_exists", "«{holder}» has an authority of its own already; its key changes by rotation",
     "у «{holder}» уже есть свой удостоверяющий ключ; он меняется только ротацией"},
    {"bad_key", "«{key}» is no acceptable Ed25519 key; make one with 'depositary key new'",
     "«{key}» — непригодный ключ Ed25519; создайте его командой 'depositary key new'"},
    {"bad_policy", "line {line} of the policy of witnesses cannot be used ({why})",
     "строка {line} правил о держателях копий непригодна ({why})"},
    {"bad_signature",
     "the seal of key {key} does not hold for these bytes in this log; seal the act anew, for this log's origin",
     "печать ключа {key} не подходит к этим байтам в этом журнале; поставьте её заново для имени этого журнала"},
    {"both_given", "«{found}» and «{expected}» cannot stand together; leave one out",
     "«{found}» и «{expected}» не могут стоять вместе; уберите одно из них"},
    {"commitment_differs",
     "what is released is not what was withheld in entry {entry}: its salted hash differs",
     "раскрывается не то, что было закрыто в записи {entry}: хэш с солью другой"},
    {"count_skipped",
     "the seal counts {found} where {expected} comes next for key {key}; numbers leave no gap",
     "номер печати — {found}, а следующий для ключа {key} — {expected}; пропусков в номерах нет"},
    {"count_used",
     "the seal counts {found}, which key {key} has used; the next is {expected}. If nobody of yours used it, recall the key",
     "номер печати {found} ключом {key} уже использован; следующий — {expected}. Если его использовали не вы, отзовите ключ"},
    {"ended_key", "key {key} ended with entry {ended} ({why}) and seals nothing after it",
     "ключ {key} прекращён записью {ended} ({why}) и после неё ничего не скрепляет"},
    {"file_missing", "the bytes of file «{name}» were not handed in; send them with the act",
     "содержимое файла «{name}» не передано; приложите его к акту"},
    {"key_in_use", "key {key} was accredited before; a key serves once",
     "ключ {key} уже был удостоверен; ключ служит один раз"},
    {"known_on_given", "leave «known_on» out: the registry says when an act became known",
     "уберите «known_on»: когда акт стал известен, отмечает регистратура"},
    {"known_on_missing", "an entry of the log says when it became known; this one does not",
     "запись журнала говорит, когда акт стал известен; здесь этого нет"},
    {"missing_key", "«{key}» is missing[ in {at}]; add it", "не хватает «{key}»[ в {at}]; добавьте"},
    {"no_next", "key {key} named no successor; accredit a new key instead",
     "ключ {key} не назвал преемника; удостоверьте новый ключ"},
    {"no_rulebook", "no rulebook has been published in this log; publish it first",
     "в этом журнале ещё не опубликованы правила; сначала опубликуйте их"},
    {"no_seal", "nobody has sealed this; seal it with 'depositary sign'",
     "печати нет; поставьте её командой 'depositary sign'"},
    {"no_such_act",
     "there is no act or entry «{found}» in the log; give an act's id or the number of an entry",
     "в журнале нет акта или записи «{found}»; укажите идентификатор акта или номер записи"},
    {"no_such_entry", "there is no entry {entry} in the log yet", "записи {entry} в журнале ещё нет"},
    {"not_a_word", "{at}: «{found}» is not one of: {expected}",
     "{at}: «{found}» — не из перечня: {expected}"},
    {"not_authorised",
     "key {key}[, a key of a {use},] may not do this ({kind}); ask for the seal of whoever may",
     "ключ {key}[ ({use})] не вправе это делать ({kind}); нужна печать того, кто вправе"},
    {"not_bytes",
     "{at} should be {expected} bytes in base64 or hexadecimal digits, written the one canonical way",
     "{at}: нужно {expected} байт в base64 или шестнадцатеричной записи, единственным каноническим способом"},
    {"not_canonical",
     "the bytes are not canonical JSON (RFC 8785)[: at byte {at}][: {why}][: «{found}» should read «{expected}»]",
     "байты не в каноническом JSON (RFC 8785)[: байт {at}][: {why}][: вместо «{found}» должно стоять «{expected}»]"},
    {"not_first", "a log is opened once, by its first entry", "журнал открывается один раз, первой записью"},
    {"not_opened", "the first entry of a log opens it (log-opened)",
     "первая запись журнала открывает его (log-opened)"},
    {"not_a_key_name",
     "«{found}» cannot be the name of a key: leave out spaces and plus signs, and keep to 255 bytes",
     "«{found}» не может быть именем ключа: без пробелов и знаков «плюс», не длиннее 255 байт"},
    {"not_their_act",
     "key {key} speaks for «{holder}», and this is not its own act[ but one of «{found}»]; the registrar may enter it[, or «{found}»]",
     "ключ {key} говорит за «{holder}», а это не её собственный акт[, а акт «{found}»]; его вносит регистратор[ или «{found}»]"},
    {"not_withheld", "entry {entry} was public from the first: there is nothing to release",
     "запись {entry} с самого начала открыта: раскрывать нечего"},
    {"other_origin", "the log calls itself «{found}», not «{expected}»",
     "журнал называет себя «{found}», а не «{expected}»"},
    {"other_type",
     "file «{name}» was handed in as {found}, and the act names it as {expected}; hand it in as {expected}, or seal the act anew",
     "файл «{name}» передан как {found}, а в акте он назван как {expected}; передайте его как {expected} или скрепите акт заново"},
    {"released_already", "entry {entry} has been released already", "запись {entry} уже раскрыта"},
    {"seal_twice", "key {key} seals this act twice; once is enough",
     "ключ {key} скрепляет акт дважды; довольно одного раза"},
    {"too_long", "longer than {limit} bytes; put long texts into files",
     "длиннее {limit} байт; длинные тексты прилагают файлами"},
    {"too_many_files", "more than {limit} files with one act", "с одним актом больше {limit} файлов"},
    {"too_many_seals", "more than {limit} seals under one act", "под одним актом больше {limit} печатей"},
    {"unknown_key", "«{found}» has no place[ at {at}][; what may stand there: {expected}]",
     "«{found}» здесь не на месте[ ({at})][; можно: {expected}]"},
    {"unknown_key_id", "nobody has accredited key {key} in this log; ask the authority of its holder to",
     "ключ {key} в этом журнале никем не удостоверен; обратитесь к тому, кто удостоверяет ключи его держателя"},
    {"wrong_next", "key {key} is not the one whose hash was given beforehand",
     "ключ {key} — не тот, чей хэш был назван заранее"},
    {"wrong_shape", "{at} should be {expected}[, not {found}]", "{at}: нужно {expected}[, а не {found}]"},
};

constexpr Sentence closed_reasons[] = {
    {"busy", "The registry is busy: more than {limit} acts are waiting. Hand the act in again in a moment.",
     "Регистратура занята: ждут очереди более {limit} актов. Передайте акт ещё раз чуть позже."},
    {"clock_back",
     "The clock of this server shows {today}, and acts of {known} are on record. Nothing is entered until the clock is right.",
     "Часы этого сервера показывают {today}, а в журнале есть акты от {known}. Пока часы не исправлены, ничего не вносится."},
    {"edge_differs",
     "What is stored is not what was signed ({what}). This server signs nothing more; run 'depositary doctor', then restore the store.",
     "Сохранено не то, что было подписано ({what}). Сервер больше ничего не подписывает; запустите 'depositary doctor' и восстановите хранилище."},
    {"longer_known",
     "{who} knows this log with {size} entries, and the store has {ours} or differs from it: it is an older or another copy. This server signs nothing; restore the newest copy (docs/operating/restore.md).",
     "{who}: известен журнал с {size} записями, а в хранилище их {ours} или они другие: это старая или иная копия. Сервер ничего не подписывает; восстановите новейшую копию (docs/operating/restore.md)."},
    {"pen_lost", "Another server writes into this store[ ({problem})]. This one reads.",
     "В это хранилище пишет другой сервер[ ({problem})]. Этот только читает."},
    {"rulebook_unread",
     "Entry {entry} cannot be read by this program ({code}); a newer version may be needed.",
     "Запись {entry} эта программа прочитать не может ({code}); возможно, нужна более новая."},
    {"stopping", "The server is being stopped. Hand the act in again when it is back.",
     "Сервер останавливается. Передайте акт ещё раз, когда он снова заработает."},
    {"store_failed",
     "The store failed[: {problem}]. Nothing was entered: hand it in again later. Where the disk was full, work goes on as soon as there is room; where the disk itself is at fault, the server has to be started anew.",
     "Отказало хранилище[: {problem}]. Ничего не внесено: передайте ещё раз позже. Если не было места на диске, работа продолжится, как только оно появится; если неисправен сам диск, сервер нужно запустить заново."},
};

constexpr Sentence troubles[] = {
    {"bad_submission",
     "what was handed in cannot be read ({why}); docs/formats/submission.md says how it is written",
     "переданное не удаётся прочитать ({why}); как его записывать, сказано в docs/formats/submission.md"},
    {"cannot_open", "{what}: cannot be opened[: {problem}]", "{what}: не открывается[: {problem}]"},
    {"damaged",
     "{what}: what is stored is not what was put there[: {problem}]; run 'depositary doctor {what}'",
     "{what}: сохранено не то, что было внесено[: {problem}]; запустите 'depositary doctor {what}'"},
    {"exists", "{what}: is there already, and nothing is written over",
     "{what}: уже существует и не перезаписывается"},
    {"export_cannot_write", "{what}: {path} cannot be written[: {problem}]",
     "{what}: не удаётся записать {path}[: {problem}]"},
    {"export_not_the_same", "{what}: {path} is there with other bytes; nothing is written over",
     "{what}: {path} уже есть с другим содержимым и не перезаписывается"},
    {"export_store", "{what}: the store cannot be read[: {problem}]",
     "{what}: хранилище не читается[: {problem}]"},
    {"export_url", "{what}: no address of pages; write it as https://example.org, without a query",
     "{what}: не адрес страниц; напишите его как https://example.org, без параметров"},
    {"failed", "{what}: reading or writing failed[: {problem}]",
     "{what}: ошибка чтения или записи[: {problem}]"},
    {"full", "{what}: there is no room left on the disk", "{what}: на диске нет места"},
    {"no_demonstration",
     "{what}: no demonstration can be made here: it holds other files, which stay as they are, or cannot be written; name a new folder",
     "{what}: здесь демонстрацию не создать: там другие файлы (они не тронуты) или запись невозможна; укажите новую папку"},
    {"no_key", "{what}: holds no key[ ({problem})]; make one with 'depositary key new NAME {what}'",
     "{what}: ключа нет[ ({problem})]; создайте его: 'depositary key new ИМЯ {what}'"},
    {"not_a_checkpoint", "{what}: is no signed checkpoint; fetch LOG/checkpoint from the server",
     "{what}: не подписанная контрольная точка; возьмите LOG/checkpoint у сервера"},
    {"not_signed", "{what}: nothing was signed[: {problem}]", "{what}: ничего не подписано[: {problem}]"},
    {"open_key", "{what}: others can read this key; make it your own with 'chmod 600 {what}'",
     "{what}: этот ключ могут прочитать другие; закройте его: 'chmod 600 {what}'"},
    {"other_holds_pen", "{what}: another program writes into it[ ({problem})]; stop that one first",
     "{what}: сюда пишет другая программа[ ({problem})]; сначала остановите её"},
    {"pen_lost", "{what}: another program has begun to write into it; nothing was kept",
     "{what}: писать начала другая программа; ничего не сохранено"},
    {"read_only", "{what}: is open for reading alone", "{what}: открыто только для чтения"},
    {"unfit", "{what}: {problem}", "{what}: {problem}"},
    {"witness_bad_key",
     "{what}: {problem}: a witness needs a key of its own, made with --witness, and another for the second statement",
     "{what}: {problem}: нужен свой ключ, созданный с --witness, и ещё один для второго удостоверения"},
    {"witness_bad_logs",
     "{what}: the file «logs» names no log that can be used ({problem}); write lines «log VKEY URL»",
     "{what}: в файле «logs» нет пригодного журнала ({problem}); пишите строки «log КЛЮЧ АДРЕС»"},
    {"witness_disk", "{what}: {problem}", "{what}: ошибка чтения или записи: {problem}"},
    {"witness_in_use", "{what}: another witness runs on this folder",
     "{what}: с этой папкой уже работает другая программа"},
    {"witness_lost_state",
     "{what}: {problem}: this log was known here and its state is gone. Restore the state; only if you know why it is gone, start with --first-use",
     "{what}: {problem}: журнал был здесь известен, но состояние утрачено. Восстановите его; только если причина известна, запустите с --first-use"},
    {"witness_unreadable", "{what}: {problem}: the state cannot be read; restore it",
     "{what}: {problem}: состояние не читается; восстановите его"},
};

const Sentence* find(std::span<const Sentence> sentences, std::string_view code) {
    const auto found = std::ranges::find(sentences, code, &Sentence::code);
    return found == sentences.end() ? nullptr : &*found;
}

std::string said(std::span<const Sentence> sentences, std::string_view code, const FaultFacts& facts,
                 Language language) {
    if (const Sentence* sentence = find(sentences, code))
        return fill_fault(language == Language::en ? sentence->english : sentence->russian, facts);
    return say_file_fault(code, facts, language);
}

std::vector<std::string_view> codes_of(std::span<const Sentence> sentences) {
    std::vector<std::string_view> codes;
    for (const Sentence& one : sentences) codes.push_back(one.code);
    std::ranges::sort(codes);
    return codes;
}

}  // namespace

std::string say_entry_fault(std::string_view code, const FaultFacts& facts, Language language) {
    return said(entry_faults, code, facts, language);
}
std::string say_closed(std::string_view code, const FaultFacts& facts, Language language) {
    return said(closed_reasons, code, facts, language);
}
std::string say_trouble(std::string_view code, const FaultFacts& facts, Language language) {
    return said(troubles, code, facts, language);
}
std::vector<std::string_view> entry_fault_codes() { return codes_of(entry_faults); }
std::vector<std::string_view> closed_codes() { return codes_of(closed_reasons); }
std::vector<std::string_view> trouble_codes() { return codes_of(troubles); }

}  // namespace words
