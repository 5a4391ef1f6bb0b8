#include "words/verdict.hpp"

#include <algorithm>
#include <iterator>
#include <span>

#include "words/entry_faults.hpp"
#include "words/log_said.hpp"

namespace words {
namespace {

struct Sentence {
    std::string_view code;
    std::string_view english;
    std::string_view russian;

    std::string_view in(Language language) const { return language == Language::en ? english : russian; }
};

// What was looked at.
constexpr Sentence checks[] = {
    {"checkpoint", "Checkpoints signed by the log", "Контрольные точки с подписью журнала"},
    {"conclusions", "Pages that follow from the acts", "Страницы, следующие из актов"},
    {"entries", "Entries read to the last byte", "Записи, прочитанные до последнего байта"},
    {"files", "Files compared with their hashes", "Файлы, сверенные с хэшами"},
    {"form", "Acts in due and proper form", "Акты в надлежащей форме"},
    {"keys", "Keys, in force when they sealed", "Ключи, действовавшие при печати"},
    {"known", "Checkpoints seen earlier, now part of this log",
     "Прежние контрольные точки, вошедшие в этот журнал"},
    {"policy", "Files that repeat what the log says", "Файлы, повторяющие сказанное в журнале"},
    {"root", "Roots that the entries make", "Корни, которые дают записи"},
    {"seals", "Seals that hold for what is under them", "Печати, верные для того, что скреплено"},
    {"tree", "Tiles of the tree, compared byte for byte", "Части дерева, сверенные до байта"},
    {"witnesses", "Witnesses who cosigned", "Держатели копий, подписавшие точку"},
};

constexpr Sentence states[] = {
    {"fails", "FAILS, after {count}", "НЕ СХОДИТСЯ, проверено {count}"},
    {"holds", "{count}", "{count}"},
    {"not_asked", "none", "нет"},
    {"not_reached", "not all looked at, {count} so far", "проверены не все, пока {count}"},
};

// What does not hold.
constexpr Sentence codes[] = {
    {"after_beyond",
     "a seal names {found} entries where the log had {size}: its maker saw another order or another log",
     "печать ссылается на {found} записей, а в журнале было {size}: ставивший её видел другой порядок или другой журнал"},
    {"after_differs",
     "a seal names the first {found} entries with another root: its maker was shown another history",
     "печать называет первые {found} записей с другим корнем: ставившему её показали другую историю"},
    {"after_stale", "a seal names {found} entries, fewer than its key had already seen ({expected})",
     "печать называет {found} записей — меньше, чем ключ уже видел ({expected})"},
    {"bad_line", "a signature on the checkpoint does not hold ({why})",
     "подпись на контрольной точке неверна ({why})"},
    {"bad_signature", "the seal of key {key} does not hold for this entry",
     "печать ключа {key} не подходит к этой записи"},
    {"charter_differs", "the charter beside the log is not its first entry",
     "учредительная запись рядом с журналом — не первая его запись"},
    {"commitment_differs", "what is released is not what was withheld in entry {entry}",
     "раскрыто не то, что было закрыто в записи {entry}"},
    {"count_skipped",
     "the seal counts {found} where {expected} comes next: an entry sealed before it is not here",
     "номер печати — {found}, а следующий — {expected}: скреплённой раньше записи здесь нет"},
    {"count_used",
     "the seal counts {found}, a number that its key has used: the same seal stands twice, or entries changed places",
     "номер печати {found} уже использован этим ключом: печать стоит дважды или записи переставлены"},
    {"ended_key", "its key ended with entry {ended} ({why}) and seals nothing after it",
     "её ключ прекращён записью {ended} ({why}) и после неё ничего не скрепляет"},
    {"file_differs", "file «{name}» is not the one that the entry names",
     "файл «{name}» — не тот, что назван в записи"},
    {"file_missing", "file «{name}» is not here", "файла «{name}» здесь нет"},
    {"key_not_accredited", "no proof that key {key} was accredited before it sealed",
     "нет доказательства, что ключ {key} был удостоверен до печати"},
    {"known_differs", "the first {size} entries have another root than in the checkpoint you kept",
     "у первых {size} записей другой корень, чем в сохранённой вами контрольной точке"},
    {"leaf_differs", "the entry is not the one in the tree", "в дереве — не эта запись"},
    {"missing", "a file is not here", "файла здесь нет"},
    {"not_a_checkpoint", "no checkpoint ({why})", "это не контрольная точка ({why})"},
    {"not_a_note", "no signed note ({why})", "это не подписанный текст ({why})"},
    {"not_a_policy", "line {line} of the policy cannot be used ({why})",
     "строка {line} правил непригодна ({why})"},
    {"not_a_proof", "no proof that can be read ({why})",
     "это не доказательство, которое можно прочесть ({why})"},
    {"not_canonical", "not in the one form that the log allows",
     "не в той единственной форме, которую допускает журнал"},
    {"not_included", "the path does not lead to the root that is signed",
     "путь не ведёт к подписанному корню"},
    {"not_signed", "not signed by a key of the log «{found}»", "нет подписи ключом журнала «{found}»"},
    {"not_their_act", "sealed by {holder} alone, and it is an act of {found}",
     "скреплено одним «{holder}», а это акт «{found}»"},
    {"other_log", "this is the log «{found}», and not {expected}", "это журнал «{found}», а не {expected}"},
    {"other_origin", "opened as the log «{found}», and signed as «{expected}»",
     "открыт как журнал «{found}», а подписан как «{expected}»"},
    {"page_differs", "a page shows something else than the acts make",
     "страница показывает не то, что следует из актов"},
    {"policy_differs", "the policy beside the log is not what the log says",
     "правила рядом с журналом — не те, что в журнале"},
    {"root_differs", "the first {size} entries do not make the root that is signed",
     "первые {size} записей не дают подписанного корня"},
    {"shorter_than_known", "the log has {found} entries, and had {size} when you kept a checkpoint",
     "в журнале {found} записей, а когда вы сохранили контрольную точку, было {size}"},
    {"tile_differs", "a tile of the tree is not what the entries make",
     "часть дерева — не та, что дают записи"},
    {"too_few_witnesses", "cosigned by {found}[ ({names})], fewer than the policy asks for",
     "подписей держателей копий — {found}[ ({names})], меньше, чем требуют правила"},
    {"unknown_key_id", "sealed with a key that nobody accredited: {key}",
     "скреплено ключом, которого никто не удостоверил: {key}"},
    {"unreadable", "a file cannot be read[ ({problem})]", "файл не читается[ ({problem})]"},
    {"wrong_length", "a file does not end where it should", "файл кончается не там, где должен"},
};

// What a failure means, by its check; some codes say it more exactly.
constexpr Sentence meanings[] = {
    {"checkpoint",
     "Without it nothing says which history this is. Get the copy anew, from somebody else too.",
     "Без неё ничто не говорит, какая это история. Возьмите копию заново, и у кого-нибудь ещё."},
    {"conclusions", "The acts hold; what is shown about them was not made from them.",
     "Акты в порядке; показанное о них сделано не из них."},
    {"entries", "This copy is damaged, or it was changed by somebody who did not care to be believed.",
     "Копия повреждена или изменена кем-то, кто не старался, чтобы ему поверили."},
    {"files", "The entry names the file by its SHA-256: these are other bytes, or none.",
     "Запись называет файл по SHA-256: здесь другие байты или их нет."},
    {"form",
     "An entry stands in the log that its own rules do not let in. Whoever runs the log put it there.",
     "В журнале стоит запись, которую его же правила не допускают. Её поставил тот, кто ведёт журнал."},
    {"keys",
     "Whoever runs the log changed the order, left something out, or let in a key that had no right. "
     "Keep this copy: with the checkpoint it proves that.",
     "Тот, кто ведёт журнал, переставил или выпустил записи либо допустил ключ без права. Сохраните копию: вместе с "
     "контрольной точкой она это доказывает."},
    {"known", "Two histories of one log were signed. Keep both checkpoints: together they prove it.",
     "Подписаны две истории одного журнала. Сохраните обе контрольные точки: вместе они это доказывают."},
    {"policy", "What lies beside the log says something else than the log. The log counts.",
     "Лежащее рядом с журналом говорит не то, что журнал. Верен журнал."},
    {"root", "The entries in this copy are not the ones that were signed.",
     "Записи в этой копии — не те, что были подписаны."},
    {"seals", "The entry was changed after it was sealed, or whoever is named never sealed it.",
     "Запись изменили после того, как её скрепили, или названный её не скреплял."},
    {"tree", "This copy is damaged, or an entry was changed after it was signed for.",
     "Копия повреждена, или запись изменена после того, как за неё подписались."},
    {"witnesses",
     "Nobody but the log vouches that all were shown the same history. It is on record, and not "
     "witnessed.",
     "Что всем показана одна история, ручается один журнал. Это внесено, но не засвидетельствовано."},
};

constexpr Sentence exact_meanings[] = {
    {"after_differs",
     "The one who sealed had seen another history, signed by this log. Keep this copy and their checkpoint: "
     "together they prove it. The entries before this one are where to look.",
     "Ставивший печать видел другую историю, подписанную этим журналом. Сохраните копию и его контрольную точку: вместе "
     "они это доказывают. Искать надо в записях перед этой."},
    {"key_not_accredited",
     "The proof is not whole: the entry that accredited this key is not in it. It says nothing against the log; "
     "ask for the proof anew.",
     "Доказательство неполно: в нём нет записи, удостоверившей этот ключ. Против журнала это не говорит; попросите "
     "доказательство заново."},
    {"missing", "The copy is not whole.", "Копия неполна."},
    {"other_log", "This may be a good log. It is not the one that you trust.",
     "Возможно, журнал хорош. Но это не тот, которому вы доверяете."},
    {"shorter_than_known", "The end was cut off, or an older copy was put in place of the newer.",
     "Конец отрезан, или на место новой копии поставлена старая."},
    {"unreadable", "Nothing is said about the log: the copy could not be read.",
     "О журнале ничего не сказано: копию не удалось прочесть."},
};

constexpr Sentence warnings[] = {
    {"annexes",
     "Contents that are not for everybody were not looked at: {count}. The log has salted hashes of them.",
     "Содержание не для всех не проверялось: {count}. В журнале от него — хэши с солью."},
    {"no_quorum",
     "The policy asks for no witnesses: that nobody was shown another history rests on comparing "
     "checkpoints with others.",
     "Правила не требуют держателей копий: чтобы увериться, что другим не показали иную историю, сравните контрольные "
     "точки."},
    {"not_witnessed", "On record, and not witnessed yet: {count} entries at the end.",
     "Внесено, но ещё не засвидетельствовано: записей в конце — {count}."},
    {"one_act_alone",
     "This proves that the act was sealed, by an accredited key, and stands in the log. Whether the key was "
     "recalled before, only the whole log tells.",
     "Доказано, что акт скреплён удостоверенным ключом и стоит в журнале. Не был ли ключ отозван раньше, скажет только "
     "весь журнал."},
    {"trusts_copy",
     "Whose signatures count was taken from this copy itself. Give a policy that you got elsewhere: --policy FILE.",
     "Чьи подписи считаются, взято из самой копии. Укажите правила, полученные иначе: --policy ФАЙЛ."},
    {"withheld",
     "Acts that are not public yet: {count}. That they exist is proved, and what they say is not.",
     "Акты, ещё не открытые: {count}. Доказано, что они есть, но не что в них."},
};

const Sentence* find(std::span<const Sentence> sentences, std::string_view code) {
    const auto found = std::ranges::lower_bound(sentences, code, {}, &Sentence::code);
    return found != sentences.end() && found->code == code ? &*found : nullptr;
}

std::vector<std::string_view> codes_of(std::span<const Sentence> sentences) {
    std::vector<std::string_view> all;
    for (const Sentence& one : sentences) all.push_back(one.code);
    return all;
}

}  // namespace

std::string say_check(std::string_view check, std::string_view state, std::uint64_t count,
                      Language language) {
    const Sentence* what = find(checks, check);
    const Sentence* how = find(states, state);
    std::string text(what ? what->in(language) : check);
    text += ": ";
    return text + fill_fault(how ? how->in(language) : state, {{"count", std::to_string(count)}});
}

std::string say_failure(std::string_view code, const FaultFacts& facts, std::optional<std::uint64_t> entry,
                        std::string_view path, Language language) {
    std::string text;
    if (entry) text = (language == Language::en ? "Entry " : "Запись ") + std::to_string(*entry);
    if (!path.empty()) text += (text.empty() ? "" : ", ") + std::string(path);
    if (!text.empty()) text += ": ";
    const Sentence* sentence = find(codes, code);
    return text +
           (sentence ? fill_fault(sentence->in(language), facts) : say_entry_fault(code, facts, language));
}

std::string say_meaning(std::string_view check, std::string_view code, Language language) {
    const Sentence* sentence = find(exact_meanings, code);
    if (!sentence) sentence = find(meanings, check);
    return std::string(sentence ? sentence->in(language) : std::string_view());
}

std::string say_warning(std::string_view warning, std::uint64_t count, Language language) {
    const Sentence* sentence = find(warnings, warning);
    return fill_fault(sentence ? sentence->in(language) : warning, {{"count", std::to_string(count)}});
}

std::string say_holds(bool holds, bool witnessed, const FaultFacts& facts, Language language) {
    static constexpr Phrase fails{"This does not hold.", "Это не сходится."};
    static constexpr Phrase with_witnesses{
        "All of it holds: the log {origin}, {entries} entries; witnesses who cosigned the first {size}: {witnesses}.",
        "Всё сходится: журнал {origin}, записей — {entries}; под первыми {size} подписались держатели копий: {witnesses}."};
    static constexpr Phrase without{
        "All of it holds: the log {origin}, {entries} entries, signed by the log alone.",
        "Всё сходится: журнал {origin}, записей — {entries}, подписан одним журналом."};
    return fill_fault((!holds ? fails : witnessed ? with_witnesses : without)(language), facts);
}

std::string say_confirmed_last(std::uint64_t oldest, Language language) {
    static constexpr Phrase says{
        "The copy-holders confirmed this last on {moment} UTC (the earliest of them); what came into the log later "
        "they have not confirmed.",
        "Держатели копий подтвердили это в последний раз {moment} UTC (по самому раннему из них); внесённое в журнал "
        "позже ими не подтверждено."};
    return fill_fault(says(language), {{"moment", moment_said(language, oldest)}});
}

std::vector<std::string_view> check_names() { return codes_of(checks); }
std::vector<std::string_view> verdict_codes() { return codes_of(codes); }
std::vector<std::string_view> warning_names() { return codes_of(warnings); }

}  // namespace words
