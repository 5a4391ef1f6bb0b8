// The words of a copy of the site as files: what such a copy cannot answer, and where it is answered.
#pragma once

#include "words/language.hpp"

namespace words::static_copy {

inline constexpr Phrase title{"What a copy as files cannot answer", "На что копия в виде файлов не отвечает"};

inline constexpr Phrase sentence{
    "These pages can be kept as files, which any web server gives out. Files show one day: the day on which "
    "they were made.",
    "Эти страницы можно хранить как файлы, которые отдаст любой веб-сервер. Файлы показывают один день — тот, "
    "когда их сделали."};

inline constexpr Phrase needs_server_title{"What needs the program", "Для чего нужна программа"};
inline constexpr Phrase needs_server{
    "Another day, what was known on an earlier day, a side of a dispute, the search, and how the pages look: "
    "these are answered by the program, from the same record.",
    "Другой день, то, что было известно раньше, сторона спора, поиск и вид страниц: на это отвечает программа по "
    "той же летописи."};
inline constexpr Phrase how{
    "Whoever has the folder with the log can ask all of it without a network: import the log into a store with "
    "“depositary import”, and open the pages with “depositary serve”.",
    "Кто имеет папку с журналом, может спросить обо всём этом и без сети: внесите журнал в хранилище командой "
    "«depositary import» и откройте страницы командой «depositary serve»."};

inline constexpr Phrase check_title{"How the copy is checked", "Как проверить копию"};
inline constexpr Phrase check{
    "“depositary verify” makes every file again from the signed acts and compares them byte for byte. Proofs of "
    "single entries are made from the log in the same folder with “depositary prove”.",
    "«depositary verify» делает каждый файл заново из подписанных актов и сравнивает побайтно. Доказательства "
    "отдельных записей делает из журнала в той же папке «depositary prove»."};

}  // namespace words::static_copy
