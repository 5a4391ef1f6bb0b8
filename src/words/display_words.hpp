// The words of the page on which a reader chooses how pages look: text size, typeface, letter spacing,
// colours, pictures.
#pragma once

#include "words/language.hpp"

namespace words::display {

inline constexpr Phrase title{"Text size, spacing, colours", "Размер шрифта, интервал, цвета"};
inline constexpr Phrase sentence{
    "Choose how these pages look. The choice is kept on this device for a year, in one cookie that holds "
    "nothing else.",
    "Выберите, как выглядят эти страницы. Выбор хранится на этом устройстве один год, в одном файле cookie, "
    "где больше ничего нет."};
inline constexpr Phrase keep{"Keep this look", "Сохранить этот вид"};
inline constexpr Phrase usual{"Back to the usual look", "Вернуть обычный вид"};
inline constexpr Phrase unchanged{"Back without a change", "Вернуться без изменений"};

inline constexpr Phrase text{"Text size", "Размер шрифта"};
inline constexpr Phrase text_100{"100 %, as usual", "100 %, обычный"};
inline constexpr Phrase text_125{"125 %", "125 %"};
inline constexpr Phrase text_150{"150 %", "150 %"};
inline constexpr Phrase text_200{"200 %", "200 %"};

inline constexpr Phrase typeface{"Typeface", "Шрифт"};
inline constexpr Phrase sans{"Without serifs", "Без засечек"};
inline constexpr Phrase serif{"With serifs", "С засечками"};

inline constexpr Phrase spacing{"Space between letters", "Интервал между буквами"};
inline constexpr Phrase spacing_usual{"As usual", "Обычный"};
inline constexpr Phrase spacing_wide{"Wide", "Увеличенный"};
inline constexpr Phrase spacing_wider{"Wider", "Большой"};

inline constexpr Phrase colours{"Colours", "Цвета"};
inline constexpr Phrase colours_device{"As this device asks: light or dark",
                                       "Как просит устройство: светлые или тёмные"};
inline constexpr Phrase colours_white{"Black on white", "Чёрным по белому"};
inline constexpr Phrase colours_black{"White on black", "Белым по чёрному"};
inline constexpr Phrase colours_blue{"Dark blue on light blue", "Тёмно-синим по голубому"};
inline constexpr Phrase colours_contrast{"High contrast: yellow on black",
                                         "Высокий контраст: жёлтым по чёрному"};

inline constexpr Phrase pictures{"Pictures", "Рисунки"};
inline constexpr Phrase pictures_shown{"Shown", "Показаны"};
inline constexpr Phrase pictures_off{"Off: a sentence and a table say the same",
                                     "Выключены: то же говорят предложение и таблица"};

// -- on the page about accessibility ---------------------------------------------------------------

inline constexpr Phrase access_aim{
    "Text size, typeface, the space between letters, colours and pictures can be chosen from the top of every "
    "page. The choice is kept on the device, in one cookie.",
    "Размер и вид шрифта, интервал между буквами, цвета и рисунки выбирают вверху любой страницы. Выбор "
    "хранится на устройстве, в одном файле cookie."};
inline constexpr Phrase access_limit{
    "On a phone drawings do not grow with the text size chosen here; the tables beneath them do.",
    "На телефоне рисунки не растут вместе с выбранным здесь размером шрифта; таблицы под ними растут."};

}  // namespace words::display
