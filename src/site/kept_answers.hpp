// What was worked out for one page and serves others of the same situation: answers, which pages of every
// language ask for, lists of every session and paper, and what the law concluded on the way.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "record/view.hpp"

namespace site {

/// Days and states of knowledge of which the lists and conclusions are kept: most readers ask about today.
inline constexpr std::size_t most_situations_kept = 4;
/// Answers kept, of all situations: a page asks some three questions, and those that readers share are few.
inline constexpr std::size_t most_answers_kept = 1024;
/// Conclusions on one state of knowledge, before they are begun anew: every day that readers ask about adds
/// some hundreds.
inline constexpr std::size_t most_conclusions_kept = 20'000;

/// What was worked out last for each of a few keys. Safe from several threads at once: two that ask for the
/// same at the same time both work it out, and one is kept.
template <class Answers> class KeptAnswers {
public:
    explicit KeptAnswers(std::size_t most = most_situations_kept) : most_(most) {}

    std::shared_ptr<const Answers> of(const std::string& key, const std::function<Answers()>& work_out) {
        {
            const std::lock_guard lock(mutex_);
            if (const auto found = by_key_.find(key); found != by_key_.end()) {
                kept_.splice(kept_.begin(), kept_, found->second);
                return kept_.front().answers;
            }
        }
        auto made = std::make_shared<const Answers>(work_out());
        const std::lock_guard lock(mutex_);
        if (by_key_.contains(key)) return made;  // another thread was quicker with the same
        if (kept_.size() == most_) {
            by_key_.erase(kept_.back().key);
            kept_.pop_back();
        }
        kept_.push_front({key, made});
        by_key_.emplace(kept_.front().key, kept_.begin());
        return made;
    }

private:
    struct Kept {
        std::string key;
        std::shared_ptr<const Answers> answers;
    };
    std::size_t most_;
    std::mutex mutex_;
    std::list<Kept> kept_;  // asked for last first
    std::unordered_map<std::string_view, typename std::list<Kept>::iterator> by_key_;
};

/// Conclusions of the law, to go on from: each is in the hands of one page at a time. Safe from several
/// threads at once.
class KeptConclusions {
public:
    /// Those given back last under `key`; null where there are none.
    std::shared_ptr<record::Concluded> take(std::string_view key) {
        const std::lock_guard lock(mutex_);
        for (auto one = kept_.begin(); one != kept_.end(); ++one) {
            if (one->first != key) continue;
            auto found = std::move(one->second);
            kept_.erase(one);
            return found;
        }
        return nullptr;
    }
    void give_back(std::string key, std::shared_ptr<record::Concluded> concluded) {
        const std::lock_guard lock(mutex_);
        kept_.emplace_front(std::move(key), std::move(concluded));
        if (kept_.size() > most_situations_kept) kept_.pop_back();
    }

private:
    std::mutex mutex_;
    std::list<std::pair<std::string, std::shared_ptr<record::Concluded>>> kept_;  // given back last first
};

}  // namespace site
