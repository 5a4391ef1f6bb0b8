// Answers to what several pages of one day ask: every session, every paper and whom it binds. A list of the
// record and each state's page need the same ones, in every language.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace site {

/// Days and states of knowledge of which such answers are kept: most readers ask about today.
inline constexpr std::size_t most_situations_kept = 4;

/// What was worked out last for each of a few keys. Safe from several threads at once: two that ask for the
/// same at the same time both work it out, and one is kept.
template <class Answers> class KeptAnswers {
public:
    std::shared_ptr<const Answers> of(const std::string& key, const std::function<Answers()>& work_out) {
        {
            const std::lock_guard lock(mutex_);
            for (auto one = kept_.begin(); one != kept_.end(); ++one) {
                if (one->first != key) continue;
                kept_.splice(kept_.begin(), kept_, one);
                return kept_.front().second;
            }
        }
        auto made = std::make_shared<const Answers>(work_out());
        const std::lock_guard lock(mutex_);
        std::erase_if(kept_, [&](const auto& one) { return one.first == key; });
        kept_.emplace_front(key, made);
        if (kept_.size() > most_situations_kept) kept_.pop_back();
        return made;
    }

private:
    std::mutex mutex_;
    std::list<std::pair<std::string, std::shared_ptr<const Answers>>> kept_;  // asked for last first
};

}  // namespace site
