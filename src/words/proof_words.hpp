// The fixed words of the page that proves one act, and of what the verifier says of such a page.
//
// A place in braces ({origin}) is filled by `words::fill_in`.
#pragma once

#include <optional>
#include <string_view>

#include "words/dates.hpp"
#include "words/language.hpp"

namespace words::proof_words {

// -- the page --------------------------------------------------------------------------------------

inline constexpr Phrase kicker{"Proof of an act", "Доказательство акта"};
inline constexpr Phrase what_it_is{
    "This file shows that the act below stands in the record of {organisation}, who sealed it, and who vouches that "
    "the record was not changed since. It needs no network and no server to be checked.",
    "Этот файл показывает, что акт внесён в летопись ({organisation}), кто его скрепил и кто ручается, что летопись с "
    "тех пор не меняли. Для проверки не нужны ни сеть, ни сервер."};
inline constexpr Phrase withheld{"An act that is not public yet", "Акт, ещё не открытый"};

inline constexpr Phrase date{"Date", "Дата"};
inline constexpr Phrase known_on{"Known since", "Известно с"};
inline constexpr Phrase released{"Made public", "Открыт"};
inline constexpr Phrase released_from{"it was withheld as entry {entry}", "был закрыт под номером {entry}"};
inline constexpr Phrase sealed_by{"Sealed by", "Скрепили"};
inline constexpr Phrase seal_of_holder{"{holder}: {name}", "{holder}: {name}"};
inline constexpr Phrase seal_of_organisation{"{name}", "{name}"};
inline constexpr Phrase seal_use_registrar{"registry", "регистратура"};
inline constexpr Phrase seal_use_representative{"representative", "представитель"};
inline constexpr Phrase seal_use_authority{"authority over keys", "удостоверяющий ключи"};
inline constexpr Phrase seal_details{
    "seal {count} of key {key}, accredited in entry {accredited}; whoever sealed had seen the first {after} entries",
    "печать № {count} ключа {key}, удостоверенного записью {accredited}; ставивший видел первые {after} записей"};
inline constexpr Phrase place{"Where it stands", "Где стоит"};
inline constexpr Phrase place_is{"entry {index}, counted from 0, of the {size} that were signed for",
                                 "запись {index}, считая с 0, из подписанных {size}"};
inline constexpr Phrase log{"Log", "Журнал"};
inline constexpr Phrase root{"Root of the checkpoint", "Корень контрольной точки"};
inline constexpr Phrase witnesses{"Cosigned by", "Засвидетельствовали"};
inline constexpr Phrase no_witnesses{"nobody yet: it is signed by the log alone",
                                     "пока никто: подписано одним журналом"};
inline constexpr Phrase witness_at{"{name}, {day}, {time} UTC", "{name}, {day}, {time} UTC"};
inline constexpr Phrase files{"Files with it", "Файлы при нём"};
inline constexpr Phrase file_is{"{name}, {size} bytes, SHA-256 {sha256}",
                                "{name}, байтов: {size}, SHA-256 {sha256}"};
inline constexpr Phrase file_closed{"{name}, not for everybody", "{name}, не для всех"};

inline constexpr Phrase how{"How to check it", "Как проверить"};
inline constexpr Phrase how_command{"With the program: save this page as a file and run",
                                    "Программой: сохраните страницу в файл и выполните"};
inline constexpr Phrase how_policy{
    "Whose signatures count is then taken from this page. To trust nobody who gave it to you, get the policy of "
    "witnesses elsewhere and add --policy FILE.",
    "Тогда чьи подписи считаются, берётся с этой страницы. Чтобы не верить давшему её, получите правила о держателях "
    "копий иначе и добавьте --policy ФАЙЛ."};
inline constexpr Phrase how_other{
    "With other programs: what stands between the two lines below is base64. In it are the entry, and after it a file of "
    "c2sp.org/tlog-proof and one of c2sp.org/tlog-policy, which any verifier of such logs reads.",
    "Другими программами: между двумя строками ниже — base64. В нём запись, за ней файл c2sp.org/tlog-proof и файл "
    "c2sp.org/tlog-policy; их читает любая программа проверки таких журналов."};
inline constexpr Phrase how_hand{
    "By hand: the hash of the entry is SHA-256 of a zero byte and the bytes shown below. Join it with the hashes of the "
    "path, each time SHA-256 of a byte 1, the left hash and the right; the last is the root above. The root stands in "
    "the checkpoint, and the signatures are over it.",
    "Вручную: хэш записи — SHA-256 от нулевого байта и байтов, показанных ниже. Соединяйте его с хэшами пути: каждый раз "
    "SHA-256 от байта 1, левого хэша и правого; последний — корень, названный выше. Корень стоит в контрольной "
    "точке, и подписи поставлены под ней."};
inline constexpr Phrase limits{"What this does not prove", "Чего это не доказывает"};
inline constexpr Phrase limits_says{
    "That a key was not recalled before it sealed, and that nothing was entered later that changes what the act means: "
    "both need the whole record. The words on this page are not proved either; the verifier reads the block below and "
    "says what is in it.",
    "Что ключ не был отозван до печати и что позже не внесено ничего, меняющего значение акта: для этого нужна вся "
    "летопись. Слова на этой странице тоже не доказаны; программа проверки читает блок ниже и говорит, что в нём."};
inline constexpr Phrase bytes{"The entry as it was sealed and signed",
                              "Запись, как она скреплена и подписана"};
inline constexpr Phrase block{"The proof", "Доказательство"};

// -- what the verifier says of it ------------------------------------------------------------------

inline constexpr Phrase proof_fails{"This proof does not hold.", "Доказательство не сходится."};
inline constexpr Phrase proof_holds{"This proof holds: entry {index} of {size} in the log {origin}.",
                                    "Доказательство верно: запись {index} из {size} в журнале {origin}."};
inline constexpr Phrase proof_act{"Act «{id}» ({kind}), known on {day}.",
                                  "Акт «{id}» ({kind}), стало известно {day}."};
inline constexpr Phrase proof_withheld{"An act that is not public yet, known on {day}.",
                                       "Акт, ещё не открытый; стало известно {day}."};
inline constexpr Phrase proof_sealed{
    "Sealed with key {key} of {holder} ({name}), accredited in entry {accredited}.",
    "Скреплено ключом {key}: {holder} ({name}), удостоверен записью {accredited}."};
inline constexpr Phrase the_organisation{"the organisation", "организация"};

// -- acts of the registry ----------------------------------------------------------------------------

struct RegistrySentence {
    std::string_view kind;
    Phrase says;
};
inline constexpr RegistrySentence registry_sentences[] = {
    {"annex-removed",
     {"A content that was not for everybody was taken away", "Содержание не для всех изъято"}},
    {"key-accredited", {"The key “{name}” was accredited", "Удостоверен ключ «{name}»"}},
    {"key-recalled", {"A key was recalled", "Ключ отозван"}},
    {"key-rotated", {"A key gave way to the next one", "Ключ сменён следующим"}},
    {"log-opened", {"The log {origin} was opened", "Журнал {origin} открыт"}},
    {"policy-changed", {"The policy of witnesses was changed", "Правила о держателях копий изменены"}},
    {"refusal-logged", {"A refusal was put on record", "Отказ внесён в летопись"}},
    {"rulebook-published", {"The rules were published", "Правила опубликованы"}},
};
/// Of a kind of the registry's; empty for any other.
constexpr std::optional<Phrase> registry_sentence(std::string_view kind) {
    for (const RegistrySentence& one : registry_sentences) {
        if (one.kind == kind) return one.says;
    }
    return std::nullopt;
}

}  // namespace words::proof_words
