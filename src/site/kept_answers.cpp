#include "site/kept_answers.hpp"

#include <utility>

namespace site {

std::string key_of(const record::View& view, const questions::Asked& asked) {
    std::string key = view.on.text() + "\n" + std::to_string(view.known) + "\n" + asked.question;
    for (const auto& [name, value] : asked.parameters) key += "\n" + name + "=" + value;
    for (const auto& [dispute, side] : view.taken)
        key.append("\ntake ").append(dispute.text()).append("=").append(side.text());
    return key;
}

std::shared_ptr<const questions::Answer> KeptAnswers::find(std::string_view key) {
    const std::lock_guard lock(mutex_);
    const auto found = by_key_.find(key);
    if (found == by_key_.end()) return nullptr;
    answers_.splice(answers_.begin(), answers_, found->second);
    return found->second->second;
}

void KeptAnswers::keep(std::string key, std::shared_ptr<const questions::Answer> answer) {
    const std::lock_guard lock(mutex_);
    if (most_ == 0 || by_key_.contains(key)) return;  // another thread was as quick
    answers_.emplace_front(std::move(key), std::move(answer));
    by_key_.emplace(answers_.front().first, answers_.begin());
    if (answers_.size() <= most_) return;
    by_key_.erase(answers_.back().first);
    answers_.pop_back();
}

}  // namespace site
