// The words of what leaves the server: the page of text beside an exported log.
//
// A place in braces ({origin}) is filled by `words::fill_in`. Lines are broken here, at most a hundred
// letters.
#pragma once

#include "words/language.hpp"

namespace words::archive_words {

inline constexpr Phrase readme_title{"The record of {origin}\n", "Летопись {origin}\n"};

inline constexpr Phrase readme_what{
    "This folder holds the whole public record: {entries} entries in the order in which they became known,\n"
    "each with the signatures of those who entered it. Every entry is a leaf of a tree of hashes; whoever\n"
    "changes, removes or adds one anywhere changes the root of the tree, which is signed.\n",
    "В этой папке вся открытая летопись: записи в том порядке, в каком о них стало известно (их {entries}),\n"
    "каждая с подписями тех, кто её внёс. Каждая запись — лист дерева хэшей; кто изменит, уберёт или добавит\n"
    "хотя бы одну, изменит и корень дерева, а корень подписан.\n"};

inline constexpr Phrase readme_witnessed{
    "The file checkpoint names the root of the first {size} entries. It is signed by the log and by witnesses,\n"
    "who each made sure that nothing they had seen before was changed. The file policy says how many of them\n"
    "are needed, and which.\n",
    "Файл checkpoint называет корень начала журнала (записей: {size}). Его подписали журнал и держатели копий: каждый\n"
    "убедился, что ничего из виденного им раньше не изменено. Сколько их нужно и чьи подписи считаются,\n"
    "сказано в файле policy.\n"};

inline constexpr Phrase readme_signed{
    "The file checkpoint names the root of the first {size} entries and is signed by the log. The policy of this\n"
    "log asks for no witnesses: that nobody was shown another history rests on comparing checkpoints.\n",
    "Файл checkpoint называет корень журнала (записей: {size}) и подписан журналом. Правила этого журнала\n"
    "не требуют держателей копий: чтобы увериться, что другим не показали иную историю, надо сравнить checkpoint с\n"
    "чужими.\n"};

inline constexpr Phrase readme_newest{
    "The file checkpoint.newest reaches further; it is signed by the log, and not yet by enough witnesses. What\n"
    "lies between the two is on record, and not witnessed yet.\n",
    "Файл checkpoint.newest идёт дальше: его подписал журнал, но ещё не все нужные держатели копий. То, что между\n"
    "ними, внесено в летопись, но ещё не засвидетельствовано.\n"};

inline constexpr Phrase readme_files{
    "tile/entries  the entries themselves, 256 to a file\n"
    "tile/0, 1, …  the hashes of the tree (c2sp.org/tlog-tiles)\n"
    "files         what the entries carry, each file named by its SHA-256 ({files})\n"
    "charter.json  the first entry: the keys of the log and of the authority\n"
    "policy        whose signatures count (c2sp.org/tlog-policy)\n",
    "tile/entries  сами записи, по 256 в файле\n"
    "tile/0, 1, …  хэши дерева (c2sp.org/tlog-tiles)\n"
    "files         файлы при записях, имя каждого — его SHA-256 ({files})\n"
    "charter.json  первая запись: ключи журнала и того, кто удостоверяет ключи\n"
    "policy        чьи подписи считаются (c2sp.org/tlog-policy)\n"};

inline constexpr Phrase readme_check{
    "To check all of it, without a network and without believing whoever gave you this folder:\n"
    "\n"
    "    depositary verify FOLDER\n"
    "    depositary verify FOLDER --policy YOUR-POLICY\n",
    "Проверить всё это, без сети и не веря тому, кто дал вам папку:\n"
    "\n"
    "    depositary verify ПАПКА\n"
    "    depositary verify ПАПКА --policy ВАШИ-ПРАВИЛА\n"};

inline constexpr Phrase readme_others{
    "Any program that reads c2sp.org/tlog-tiles can check the tree, the log's signature and the witnesses; the\n"
    "keys for it stand in the file policy. By hand: the hash of an entry is SHA-256 of a zero byte and its bytes,\n"
    "that of a node SHA-256 of a byte 1 and the two hashes below it.\n",
    "Дерево, подпись журнала и подписи держателей копий проверит любая программа, читающая c2sp.org/tlog-tiles; ключи\n"
    "для неё — в файле policy. Вручную: хэш записи — SHA-256 от нулевого байта и байтов записи, хэш узла — SHA-256\n"
    "от байта 1 и двух хэшей под ним.\n"};

inline constexpr Phrase readme_trust{
    "Keep a policy of your own, got from somebody other than the one who gave you this folder: the policy in here\n"
    "is this copy's own word about itself. A checkpoint that you kept from earlier shows whether history changed.\n",
    "Храните свои правила (policy), полученные не от того, кто дал вам эту папку: здешние — слова копии о самой\n"
    "себе. Сохранённый прежний checkpoint покажет, не изменилась ли история.\n"};

inline constexpr Phrase readme_not_here{
    "Not here: what is not for everybody, and data about private persons. Of these the record holds salted hashes;\n"
    "whoever has the right to see the content can compare it with them.\n",
    "Здесь нет того, что не для всех, и данных о частных лицах. В летописи от них — хэши с солью; кто вправе видеть\n"
    "содержание, может его с ними сверить.\n"};

}  // namespace words::archive_words
