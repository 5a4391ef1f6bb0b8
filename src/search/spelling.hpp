// One name, many spellings: Алейник, Aleinik, Aleynyk, Олейник.
//
// A name goes from script to script by several tables of letters, none of which is the only right one, and a
// hearer writes unstressed vowels as he hears them. The *sound* of a word is what these spellings share: a
// few letters that stand for groups of letters which are written for one another. Two words of one sound may
// be one name; they need not be, so a sound only finds names and never says that they are the same.
//
// What is written for what (after the letters of Cyrillic were put for Latin ones; marks over letters fall
// away):
//
//   a   a, o, ya, я                    i   e, ё, yo, i, y, j before a consonant or at the end, э, ы, й
//   u   u, yu, ю                       v   v, w
//   h   h, kh, х                       k   k, q, c, ck, қ
//   j   zh, j, ж; dzh, dj, дж          c   ch, tch, tsch, č, ч
//   x   sh, sch, shch, ш, щ            f   f, ph
//   ks  x                              ts  ts, tz, ц
//
// A doubled letter counts once, a glide before a vowel (Tokayev, Токаев) and the hard and soft signs not at
// all. Kept apart: g and h (Igor, Ihar), consonants with and without voice, and all vowels of different
// groups. Such spellings are the rulebook's aliases.
//
// Knows no language and no list of names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace search {

/// A sound of fewer letters is common to too many words to mean one of them.
inline constexpr std::size_t shortest_sound = 4;

/// The sounds of one word, without the short ones; empty for a word with letters of other alphabets, or with
/// digits. Mostly one. Two where x may be х or ks (Raxmon, Alexander) or j may be ж or й (Japarov, Alijev).
std::vector<std::string> sounds(std::string_view word);

}  // namespace search
