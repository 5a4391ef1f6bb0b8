#include "words/file_faults.hpp"

#include <algorithm>
#include <iterator>

namespace words {
namespace {

// {name} stands for a fact. What follows in [ ] is said only if every fact in it is given.
struct Sentence {
    std::string_view code;
    std::string_view english;
    std::string_view russian;
};

constexpr Sentence sentences[] = {
    {"about_no_paper", "the act names neither a paper nor a session; name the one the position is about",
     "в акте не указаны ни документ, ни сессия; укажите, к чему относится позиция"},
    {"cannot_read", "cannot be read: {problem}", "не удаётся прочитать: {problem}"},
    {"case_failed",
     "the case of rule «{rule}»[ on side «{side}»] comes out otherwise: {what} should be {expected} and is {got}",
     "случай правила «{rule}»[ на стороне «{side}»] даёт другой итог: {what} должно быть {expected}, а вышло {got}"},
    {"duplicate_id", "another act of the record already has the id «{found}»; give this one its own",
     "идентификатор «{found}» уже есть у другого акта; дайте этому акту свой"},
    {"duplicate_name", "one object has a name twice; keep one of them",
     "в одном объекте имя встречается дважды; оставьте одно"},
    {"empty", "nothing stands here: leave it out instead", "здесь пусто: лучше вовсе не писать"},
    {"empty_line", "the line is empty; every line holds one act",
     "строка пуста; в каждой строке стоит один акт"},
    {"empty_record", "the record holds no act at all; put acts into record/*.jsonl",
     "в записях нет ни одного акта; поместите акты в record/*.jsonl"},
    {"event_is_itself", "an act tells its own event without saying so; leave «event» out",
     "акт и так сообщает о своём событии; уберите «event»"},
    {"incomplete", "the text ends before the value does", "текст обрывается раньше, чем значение"},
    {"known_on_falls",
     "became known on {found}, before the act above it ({previous}); the record is kept in the order of becoming known",
     "стало известно {found}, раньше акта строкой выше ({previous}); записи ведутся в порядке поступления сведений"},
    {"language_missing", "the text is not given in the working language «{language}»; add it",
     "нет текста на рабочем языке «{language}»; добавьте его"},
    {"lone_surrogate", "half of a surrogate pair stands alone; write the character itself",
     "половина суррогатной пары стоит отдельно; запишите сам знак"},
    {"missing_file", "is not there; a package has rulebook.yaml, sources.yaml and record/*.jsonl",
     "отсутствует; в пакете есть rulebook.yaml, sources.yaml и record/*.jsonl"},
    {"missing_key", "«{key}» is missing; add it", "не хватает «{key}»; добавьте"},
    {"more_follows", "something follows after the value; one line holds one act",
     "после значения что-то следует; в строке стоит один акт"},
    {"no_newline", "the last line is not ended; end it with a newline",
     "последняя строка не завершена; завершите её переводом строки"},
    {"no_source", "the act names no source; name at least one and how the act rests on it",
     "у акта не указан источник; укажите хотя бы один и то, как акт на него опирается"},
    {"nobody_speaks", "nobody speaks; name the state, the body or the person",
     "не сказано, кто говорит; укажите государство, орган или лицо"},
    {"not_a_date",
     "«{found}» is no date; write 2023-11-23, 2023-11, 2024-36 (a quarter) or [2014-12-22,2014-12-23]",
     "«{found}» — не дата; пишите 2023-11-23, 2023-11, 2024-36 (квартал) или [2014-12-22,2014-12-23]"},
    {"given_to_nobody", "nobody is named as receiving the status; name a state or an organisation",
     "не сказано, кому дан статус; укажите государство или организацию"},
    {"no_figure", "neither a share nor an amount is given; give one of them",
     "нет ни доли, ни суммы; укажите одно из двух"},
    {"not_a_currency", "«{found}» is no currency; write three capital letters, as RUB",
     "«{found}» — не валюта; пишите три заглавные буквы, например RUB"},
    {"not_a_share", "«{found}» is no share; write a fraction up to one, as 1/10",
     "«{found}» — не доля; пишите дробь не больше единицы, например 1/10"},
    {"not_an_hour", "«{found}» is no hour; write 02:50, or with a zone 19:30+06:00",
     "«{found}» — не время; пишите 02:50 или с поясом 19:30+06:00"},
    {"related_to_nothing",
     "the act names nothing the paper is related to; name a paper, an instrument or a session",
     "не указано, с чем связан документ; укажите документ, договор или сессию"},
    {"not_a_day", "«{found}» is no day; write a day that exists as 2023-11-23",
     "«{found}» — не день; напишите существующий день так: 2023-11-23"},
    {"not_a_language", "«{found}» is no language code; write «en» or «ru»",
     "«{found}» — не код языка; пишите «en» или «ru»"},
    {"not_a_name", "«{found}» cannot be an id; use letters a to z, digits and hyphens, 80 at most",
     "«{found}» не может быть идентификатором; нужны буквы a–z, цифры и дефисы, не более 80"},
    {"not_a_number", "«{found}» is no count; write a whole number from {smallest}",
     "«{found}» — не число; пишите целое число от {smallest}"},
    {"not_a_record_file", "«{found}» is no file of the record; their names end in .jsonl",
     "«{found}» — не файл записей; имена таких файлов оканчиваются на .jsonl"},
    {"not_canonical", "the line is not canonical JSON (RFC 8785): «{found}» should read «{expected}»",
     "строка не в каноническом JSON (RFC 8785): вместо «{found}» должно стоять «{expected}»"},
    {"not_utf8", "these bytes are not UTF-8", "эти байты — не UTF-8"},
    {"not_whole", "a number with a point or an exponent; write it as a text",
     "число с точкой или степенью; запишите его текстом"},
    {"not_yet_established",
     "the {kind} «{found}» came into being on {established}, after {on}; correct the day or the name",
     "{kind} «{found}» существует с {established}, то есть позже {on}; исправьте день или имя"},
    {"not_yet_happened",
     "happened on {found} at the earliest, but is said to be known on {known_on}; what is to come is announced",
     "произошло не ранее {found}, а известно якобы {known_on}; о предстоящем вносят объявление"},
    {"other_kind", "a further account of an event is of the kind of the event: {expected}, not {found}",
     "другая версия события того же вида, что событие: {expected}, а не {found}"},
    {"out_of_range", "a whole number beyond ±(2^53 − 1), which not every reader keeps; write it as a text",
     "целое число за пределами ±(2^53 − 1), которое сохранит не всякая программа; запишите его текстом"},
    {"record_too_large",
     "all record files together exceed {limit} bytes; a record of that size belongs in a store",
     "все файлы записей вместе больше {limit} байт; такие записи хранят в базе"},
    {"sealed", "a line of a package carries no seals; leave «seals» empty",
     "строка пакета не несёт печатей; оставьте «seals» пустым"},
    {"side_without_holder",
     "no act with a source says who holds side «{side}» of dispute «{dispute}»; record who does, when and by which source, or leave the side out",
     "ни один акт с источником не говорит, кто держится стороны «{side}» спора «{dispute}»; внесите, кто, когда и по какому источнику, или уберите сторону"},
    {"syntax", "this is not JSON", "это не JSON"},
    {"too_deep", "too many lists and objects stand within each other",
     "слишком много вложенных списков и объектов"},
    {"too_long", "the text is longer than what is read", "текст длиннее, чем читается"},
    {"too_many_faults", "more than {limit} faults; the rest is not listed",
     "более {limit} ошибок; остальные не перечислены"},
    {"undeclared", "no {kind} is declared by the name «{found}»[; did you mean «{nearest}»?]",
     "имя «{found}» ({kind}) нигде не объявлено[; возможно, имелось в виду «{nearest}»]"},
    {"unknown_key",
     "«{found}» is not known here; known are {expected}[; did you mean «{nearest}»?][; it belongs in {belongs_in}]",
     "«{found}» здесь неизвестно; известны {expected}[; возможно, имелось в виду «{nearest}»][; место ему в {belongs_in}]"},
    {"unknown_kind", "there is no kind of act «{found}»[; did you mean «{nearest}»?]; docs/acts lists them",
     "нет вида актов «{found}»[; возможно, имелось в виду «{nearest}»]; перечень — в docs/acts"},
    {"unknown_version", "the envelope is of version «{found}»; this program reads version 1",
     "версия записи «{found}»; программа читает версию 1"},
    {"unknown_word", "«{found}» is not one of {expected}[; did you mean «{nearest}»?]",
     "«{found}» не входит в число {expected}[; возможно, имелось в виду «{nearest}»]"},
    {"version_on_other_day",
     "version «{version}» begins on {from}, but its act «{act}» is of {on}; one of them is wrong",
     "версия «{version}» начинается {from}, а её акт «{act}» — от {on}; одно из двух неверно"},
    {"version_without_act",
     "version «{version}» names the act «{act}», which is not on record[; did you mean «{nearest}»?]",
     "версия «{version}» ссылается на акт «{act}», которого в записях нет[; возможно, имелось в виду «{nearest}»]"},
    {"wrong_shape", "{found} stands where {expected} is wanted", "стоит {found}, а нужно {expected}"},
};

const Sentence* find(std::string_view code) {
    const auto found = std::ranges::find(sentences, code, &Sentence::code);
    return found == std::end(sentences) ? nullptr : found;
}

}  // namespace

std::string fill_fault(std::string_view pattern, const FaultFacts& facts) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size();) {
        if (pattern[i] == '[') {
            const auto end = pattern.find(']', i);
            const std::string_view part = pattern.substr(i + 1, end - i - 1);
            bool complete = true;
            for (auto open = part.find('{'); open != std::string_view::npos;
                 open = part.find('{', open + 1)) {
                complete = complete && facts.contains(part.substr(open + 1, part.find('}', open) - open - 1));
            }
            if (complete) out += fill_fault(part, facts);
            i = end + 1;
        } else if (pattern[i] == '{') {
            const auto end = pattern.find('}', i);
            const auto fact = facts.find(pattern.substr(i + 1, end - i - 1));
            // What was found may break a line: such characters are shown as spaces.
            for (const char c : fact == facts.end() ? std::string("?") : fact->second)
                out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
            i = end + 1;
        } else {
            out += pattern[i++];
        }
    }
    return out;
}

std::string say_file_fault(std::string_view code, const FaultFacts& facts, Language language) {
    if (const Sentence* sentence = find(code)) {
        return fill_fault(language == Language::en ? sentence->english : sentence->russian, facts);
    }
    std::string out(code);
    for (const auto& [name, value] : facts) out += " " + name + "=" + value;
    return out;
}

std::vector<std::string_view> file_fault_codes() {
    std::vector<std::string_view> codes;
    for (const Sentence& sentence : sentences) codes.push_back(sentence.code);
    return codes;
}

std::string count_of_faults(std::size_t count, Language language) {
    if (language == Language::en) return std::to_string(count) + (count == 1 ? " fault" : " faults");
    const auto last = count % 10;
    const bool teens = count % 100 >= 11 && count % 100 <= 14;
    return std::to_string(count) + (!teens && last == 1                ? " ошибка"
                                    : !teens && last >= 2 && last <= 4 ? " ошибки"
                                                                       : " ошибок");
}

}  // namespace words
