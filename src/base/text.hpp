// A short text in the working languages of an organisation.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// By language code ("en", "ru"). A copy shares the words: they never change.
class Text {
public:
    using Languages = std::map<std::string, std::string, std::less<>>;

    Text() = default;
    explicit Text(Languages words)
        : words_(words.empty() ? nullptr : std::make_shared<const Languages>(std::move(words))) {}

    explicit Text(std::initializer_list<Languages::value_type> words) : Text(Languages(words)) {}

    bool empty() const { return !words_; }
    /// The text in `language`, else in the first language there is; empty when there is none at all.
    std::string_view in(std::string_view language) const {
        if (!words_) return {};
        const auto found = words_->find(language);
        return found != words_->end() ? found->second : words_->begin()->second;
    }
    const Languages& languages() const {
        static const Languages none;
        return words_ ? *words_ : none;
    }
    friend bool operator==(const Text& a, const Text& b) { return a.languages() == b.languages(); }

private:
    std::shared_ptr<const Languages> words_;
};

}  // namespace base
