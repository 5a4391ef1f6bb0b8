#include "search/stems.hpp"

#include <algorithm>
#include <array>
#include <cassert>

#include <libstemmer.h>

#include "base/nearest.hpp"

namespace search {
namespace {

/// Letters that a word in a document may have and still be one that a reader could have meant.
constexpr std::size_t shortest_meant = 3;

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void Vocabulary::Free::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Vocabulary::Vocabulary()
    : english_(sb_stemmer_new("english", nullptr)),
      russian_(sb_stemmer_new("russian", nullptr)),
      armenian_(sb_stemmer_new("armenian", nullptr)) {
    assert(english_ && russian_ && armenian_);  // the library has all three
}

std::string_view Vocabulary::stemmed(std::string_view word) {
    const auto lead = static_cast<unsigned char>(word.empty() ? '0' : word.front());
    sb_stemmer* stemmer = nullptr;
    if ((lead >= 'a' && lead <= 'z') || (lead >= 0xC3 && lead <= 0xC9)) {  // U+00C0 to U+024F
        stemmer = english_.get();
    } else if (lead >= 0xD0 && lead <= 0xD3) {  // U+0400 to U+04FF
        stemmer = russian_.get();
    } else if (lead >= 0xD4 && lead <= 0xD6) {  // U+0530 to U+058F, and a few letters before
        stemmer = armenian_.get();
    }
    if (!stemmer) return word;
    const sb_symbol* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()),
                                            static_cast<int>(word.size()));
    if (!stem) return word;  // no memory: the word stands for itself
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

std::string_view Vocabulary::learn(std::string_view word, std::string_view written) {
    if (const auto found = known_.find(word); found != known_.end()) return found->second.stem;
    Known known{std::string(stemmed(word)), std::string(written)};
    return known_.emplace(std::string(word), std::move(known)).first->second.stem;
}

std::string_view Vocabulary::stem_of(std::string_view word) {
    const auto found = known_.find(word);
    return found != known_.end() ? std::string_view(found->second.stem) : stemmed(word);
}

void Vocabulary::close() {
    in_order_.reserve(known_.size());
    for (const auto& [word, known] : known_) {
        in_order_.push_back(word);
        stems_.insert(known.stem);
    }
    std::ranges::sort(in_order_);
}

bool Vocabulary::has(std::string_view word) { return stems_.contains(stem_of(word)); }

std::vector<std::string> Vocabulary::beginning_with(std::string_view beginning, std::size_t most) const {
    std::map<std::string_view, std::string_view> by_stem;
    for (auto at = std::ranges::lower_bound(in_order_, beginning);
         at != in_order_.end() && at->starts_with(beginning); ++at) {
        by_stem.emplace(known_.find(*at)->second.stem, *at);
        if (by_stem.size() > most) return {};
    }
    std::vector<std::string> all;
    for (const auto& [stem, word] : by_stem) all.emplace_back(word);
    return all;
}

std::vector<std::string> Vocabulary::nearest(std::string_view word, std::size_t most) const {
    std::vector<std::string> all;
    std::vector<std::string_view> stems;  // one word of each stem is enough
    while (all.size() < most) {
        base::Nearest search(word);
        for (const std::string_view one : in_order_) {
            if (one.size() < shortest_meant || has_digit(one)) continue;
            if (!stems.empty() && std::ranges::find(stems, known_.find(one)->second.stem) != stems.end())
                continue;
            search.consider(one);
        }
        if (search.best().empty()) break;
        const Known& known = known_.find(search.best())->second;
        stems.push_back(known.stem);
        all.push_back(known.written);
    }
    return all;
}

}  // namespace search
