#include "questions/paper_filter.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>
#include <vector>

namespace questions {
namespace {

// Latin and Russian letters as small ones, Ё as Е; every other letter as it is. In UTF-8 the large Russian
// letters are D0 81 (Ё) and D0 90 to D0 AF, the small ones D0 B0 to D0 BF and D1 80 to D1 8F.
std::u32string folded(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? byte : byte & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
            letter = (letter << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
        if (letter >= U'A' && letter <= U'Z') letter += U'a' - U'A';
        if (letter >= U'А' && letter <= U'Я') letter += U'а' - U'А';
        if (letter == U'Ё' || letter == U'ё') letter = U'е';
        out += letter;
        i += length;
    }
    return out;
}

bool is_letter(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || c >= 0xC0; }

bool is_sign(char32_t c) { return c >= 0x2000 && c <= 0x206F; }  // dashes and quotation marks beyond ASCII

std::vector<std::u32string> words_in(std::string_view text) {
    std::vector<std::u32string> all(1);
    for (const char32_t c : folded(text)) {
        if (is_letter(c) && !is_sign(c)) {
            all.back() += c;
        } else if (!all.back().empty()) {
            all.emplace_back();
        }
    }
    if (all.back().empty()) all.pop_back();
    return all;
}

// The part of a word that grammar leaves alone, roughly.
std::u32string_view root(std::u32string_view word) {
    constexpr std::size_t shortest = 4;
    constexpr std::size_t ending = 2;
    return word.substr(0, word.size() > shortest ? std::max(shortest, word.size() - ending) : word.size());
}

}  // namespace

bool title_has(const base::Text& title, std::string_view words) {
    const auto wanted = words_in(words);
    if (wanted.empty()) return true;
    for (const auto& [language, text] : title.languages()) {
        const auto there = words_in(text);
        const bool all = std::ranges::all_of(wanted, [&](const std::u32string& word) {
            return std::ranges::any_of(
                there, [&](const std::u32string& one) { return one.starts_with(root(word)); });
        });
        if (all) return true;
    }
    return false;
}

std::unordered_set<base::PaperId> papers_concerning(const record::View& view, base::MemberId state,
                                                    std::span<const PaperTold> papers) {
    std::unordered_set<base::PaperId> found;
    std::unordered_set<base::SessionId> missed;
    for (const auto number : view.record.about(state)) {
        if (!view.sees(number) || told_from(view.act(number).on) > view.on) continue;
        const acts::Act& act = view.act(number);
        record::each_name(act.content, [&](std::string_view, auto id) {
            if constexpr (std::is_same_v<decltype(id), base::PaperId>) found.insert(id);
        });
        if (const auto* absent = std::get_if<acts::Absent>(&act.content); absent && absent->member == state)
            missed.insert(absent->session);
    }
    for (const PaperTold& told : papers) {
        if (told.session && missed.contains(told.session)) found.insert(told.paper);
    }
    return found;
}

PaperFilter::PaperFilter(const record::View& view, const Answer& asked, std::span<const PaperTold> papers) {
    const auto given = [&](const char* name) {
        const auto found = asked.parameters.find(name);
        return found == asked.parameters.end() ? std::string() : found->second;
    };
    session_ = given("session");
    body_ = given("body");
    kind_ = given("kind");
    outcome_ = given("outcome");
    words_ = given("words");
    if (const std::string year = given("year"); !year.empty()) {
        int number = 0;
        std::from_chars(year.data(), year.data() + year.size(), number);
        year_ = number;
    }
    if (const std::string state = given("state"); !state.empty())
        concerning_ = papers_concerning(view, base::MemberId::of(state), papers);
}

bool PaperFilter::takes(const PaperTold& told) const {
    if (!session_.empty() && told.session.text() != session_) return false;
    if (!body_.empty() && told.body.text() != body_) return false;
    if (!kind_.empty() && (!told.has_kind || acts::name_of(told.kind) != kind_)) return false;
    if (!outcome_.empty() && told.became != outcome_) return false;
    if (year_ && (!told.on || told_from(*told.on).year() != *year_)) return false;
    if (concerning_ && !concerning_->contains(told.paper)) return false;
    return title_has(told.title, words_);
}

}  // namespace questions
