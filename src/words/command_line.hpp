// What the command line says to a person besides answers: one line, what is wrong, what would be right.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "words/language.hpp"

namespace words {

std::string not_a_day(std::string_view option, std::string_view given, Language language);
/// `entries`: how many there are, so that a count can be right.
std::string not_known_by(std::string_view option, std::string_view given, std::size_t entries,
                         Language language);
std::string not_a_side(std::string_view given, Language language);
std::string cannot_read(std::string_view file, Language language);
std::string cannot_listen(std::string_view address, std::size_t port, std::string_view reason,
                          Language language);
std::string too_many_words(std::string_view question, std::string_view word, Language language);
std::string unknown_list(std::string_view given, Language language);
std::string package_is_clean(std::string_view folder, std::size_t acts, std::size_t sources,
                             std::size_t cases, Language language);
std::string serving(std::string_view organisation, std::string_view url, Language language);

}  // namespace words
