#include "search/stems.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

#include <libstemmer.h>

#include "base/nearest.hpp"

namespace search {
namespace {

/// Letters that a word in a document may have and still be one that a reader could have meant.
constexpr std::size_t shortest_meant = 3;

/// A power of two, as the table always is.
constexpr std::size_t fewest_places = 1024;

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void Vocabulary::Free::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Vocabulary::Vocabulary()
    : english_(sb_stemmer_new("english", nullptr)),
      russian_(sb_stemmer_new("russian", nullptr)),
      armenian_(sb_stemmer_new("armenian", nullptr)),
      places_(fewest_places) {
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

// -- known words -----------------------------------------------------------------------------------

// A table twice as large as what is in it at most, looked through from the place that the hash names.
const Vocabulary::Known* Vocabulary::find(std::string_view wanted, std::size_t hash) const {
    for (std::size_t at = hash;; ++at) {
        const std::uint32_t number = places_[at & (places_.size() - 1)];
        if (number == 0) return nullptr;
        const Known& known = known_[number - 1];
        if (known.hash == hash && word(known) == wanted) return &known;
    }
}

void Vocabulary::place(std::uint32_t number) {
    std::size_t at = known_[number - 1].hash;
    while (places_[at & (places_.size() - 1)] != 0) ++at;
    places_[at & (places_.size() - 1)] = number;
}

const Vocabulary::Known& Vocabulary::keep(std::string_view word, std::string_view written, std::size_t hash) {
    const auto put = [&](std::string_view text) {
        const auto at = static_cast<std::uint32_t>(letters_.size());
        letters_ += text;
        return at;
    };
    const std::string_view stem = stemmed(word);
    Known known{.hash = hash,
                .word_at = put(word),
                .stem_at = 0,
                .written_at = 0,
                .word_size = static_cast<std::uint32_t>(word.size()),
                .stem_size = static_cast<std::uint32_t>(stem.size()),
                .written_size = static_cast<std::uint32_t>(written.size())};
    known.stem_at = word.starts_with(stem) ? known.word_at : put(stem);
    known.written_at = word == written ? known.word_at : put(written);
    known_.push_back(known);
    if (known_.size() * 2 > places_.size()) {
        places_.assign(places_.size() * 2, 0);
        for (std::uint32_t number = 1; number < known_.size(); ++number) place(number);
    }
    place(static_cast<std::uint32_t>(known_.size()));
    return known_.back();
}

std::string_view Vocabulary::learn(std::string_view word, std::string_view written) {
    const std::size_t hash = std::hash<std::string_view>{}(word);
    const Known* known = find(word, hash);
    return stem(known ? *known : keep(word, written, hash));
}

std::string_view Vocabulary::stem_of(std::string_view word) {
    const Known* known = find(word, std::hash<std::string_view>{}(word));
    return known ? stem(*known) : stemmed(word);
}

void Vocabulary::close() {
    in_order_.reserve(known_.size());
    for (const Known& known : known_) {
        in_order_.push_back(&known);
        stems_.insert(stem(known));
    }
    std::ranges::sort(in_order_, {}, [this](const Known* known) { return word(*known); });
}

bool Vocabulary::has(std::string_view word) { return stems_.contains(stem_of(word)); }

std::vector<std::string> Vocabulary::beginning_with(std::string_view beginning, std::size_t most) const {
    const auto letters_of = [this](const Known* known) { return word(*known); };
    std::map<std::string_view, std::string_view> by_stem;
    for (auto at = std::ranges::lower_bound(in_order_, beginning, {}, letters_of);
         at != in_order_.end() && word(**at).starts_with(beginning); ++at) {
        by_stem.emplace(stem(**at), word(**at));
        if (by_stem.size() > most) return {};
    }
    std::vector<std::string> all;
    for (const auto& [stem, word] : by_stem) all.emplace_back(word);
    return all;
}

std::vector<std::string> Vocabulary::nearest(std::string_view wanted, std::size_t most) const {
    std::vector<std::string> all;
    std::vector<std::string_view> stems;  // one word of each stem is enough
    while (all.size() < most) {
        base::Nearest search(wanted);
        for (const Known* known : in_order_) {
            const std::string_view one = word(*known);
            if (one.size() < shortest_meant || has_digit(one)) continue;
            if (std::ranges::find(stems, stem(*known)) != stems.end()) continue;
            search.consider(one);
        }
        if (search.best().empty()) break;
        const std::string_view best = search.best();
        const Known& known = *find(best, std::hash<std::string_view>{}(best));
        stems.push_back(stem(known));
        all.emplace_back(written(known));
    }
    return all;
}

}  // namespace search
