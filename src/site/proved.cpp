#include "site/proved.hpp"

#include "merkle/note.hpp"
#include "merkle/policy.hpp"
#include "pages/log_parts.hpp"

namespace site {
namespace {

constexpr std::uint64_t day_seconds = 86'400;

class Named {
public:
    Named(const record::View& view, std::set<record::EntryNumber>& found) : view_(view), found_(found) {}

    void look(const base::Value& value) {
        if (const base::Object* object = value.object()) {
            for (const auto& [name, member] : *object) {
                if (name == "act") add(member);
                if (name == "acts" && member.list()) {
                    for (const base::Value& one : *member.list()) add(one);
                }
                look(member);
            }
        } else if (const base::List* list = value.list()) {
            for (const base::Value& one : *list) look(one);
        }
    }

private:
    void add(const base::Value& value) {
        const auto id = base::ActId::known(value.text());
        const auto number = id ? view_.record.find(*id) : std::nullopt;
        if (number && *number < view_.known) found_.insert(*number);
    }
    const record::View& view_;
    std::set<record::EntryNumber>& found_;
};

}  // namespace

words::Proved proved(const Asking& asking, std::uint64_t entry) {
    const Log& log = *asking.log();
    const bool witnessed = log.grade_of(entry) == Grade::witnessed;
    return {.entry = entry,
            .witnessed = witnessed,
            .since = witnessed ? asking.confirmed_on() : std::nullopt,
            .copies = witnessed ? static_cast<std::int64_t>(log.confirmations) : 0};
}

std::set<record::EntryNumber> acts_of(const record::View& view,
                                      const std::vector<std::shared_ptr<const questions::Answer>>& answers) {
    std::set<record::EntryNumber> found;
    Named named(view, found);
    for (const auto& answer : answers) named.look(questions::to_object(*answer, {}));
    return found;
}

// Of several the one that stands last in the log: what is before it is proved at least as well.
std::optional<words::Proved> least_proved(const Asking& asking, Proof proof) {
    if (!asking.log()) return std::nullopt;
    std::size_t count = asking.view().known;
    record::EntryNumber last = static_cast<record::EntryNumber>(count) - 1;
    if (proof != Proof::of_record) {
        const auto acts = acts_of(asking.view(), asking.asked());
        count = acts.size();
        if (count > 0) last = *acts.rbegin();
    }
    if (count == 0 || last >= asking.log()->leaves.size()) return std::nullopt;
    words::Proved least = proved(asking, asking.log()->place_of(last));
    least.of = static_cast<std::int64_t>(count);
    return least;
}

pages::Fragment proof_line(const Asking& asking, Proof proof) {
    if (proof == Proof::of_answers && asking.asked().empty()) return {};
    if (!asking.log()) return pages::no_log_line(asking.setting());
    const auto least = least_proved(asking, proof);
    return least ? pages::proof_line(asking.setting(), *least) : pages::Fragment();
}

base::Value proof_data(const Asking& asking, const std::optional<words::Proved>& proved) {
    if (!proved) return {};
    return base::Object{{"entry", static_cast<std::int64_t>(proved->entry)},
                        {"grade", proved->witnessed ? "witnessed" : "logged"},
                        {"size", static_cast<std::int64_t>(asking.log()->size)},
                        {"witnessed", static_cast<std::int64_t>(asking.log()->witnessed)}};
}

std::optional<base::Day> confirmed_on(const Log& log) {
    const auto note = merkle::read_note(log.largest);
    const auto policy = merkle::read_policy(log.policy);
    if (!note || !policy) return std::nullopt;
    const auto standing = merkle::standing_of(*note, *policy);
    if (!standing || standing->oldest == 0) return std::nullopt;
    const std::uint64_t day = standing->oldest / day_seconds;
    if (day > static_cast<std::uint64_t>(base::Day::last().number())) return std::nullopt;
    return base::Day::of_number(static_cast<std::int32_t>(day));
}

}  // namespace site
