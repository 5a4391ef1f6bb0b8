// Answers that were drawn already. An answer is a function of the record, the situation and the question, and
// the pages of one day ask for the same ones: every list of sessions asks about each session.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "questions/question.hpp"

namespace site {

/// The lists and drawings of one day ask some two hundred questions; two days and a few of other situations
/// fit.
inline constexpr std::size_t most_answers_kept = 512;

/// What an answer is a function of, besides the organisation: the view and the question.
std::string key_of(const record::View& view, const questions::Asked& asked);

/// Safe from several threads at once. Those asked for least recently go first.
class KeptAnswers {
public:
    explicit KeptAnswers(std::size_t most = most_answers_kept) : most_(most) {}

    /// What was kept under `key`; null when nothing is.
    std::shared_ptr<const questions::Answer> find(std::string_view key);
    void keep(std::string key, std::shared_ptr<const questions::Answer> answer);

private:
    using Kept = std::pair<std::string, std::shared_ptr<const questions::Answer>>;

    std::size_t most_;
    std::mutex mutex_;
    std::list<Kept> answers_;  // most recently asked for first
    std::unordered_map<std::string_view, std::list<Kept>::iterator> by_key_;
};

}  // namespace site
