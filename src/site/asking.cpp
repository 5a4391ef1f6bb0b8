#include "site/asking.hpp"

#include <algorithm>
#include <cassert>
#include <set>

#include "law/papers.hpp"

namespace site {
namespace {

// What is known and the sides taken: what was concluded holds for them, on whatever day.
std::string knowledge(const record::View& view) {
    std::string key = std::to_string(view.known);
    for (const auto& [dispute, side] : view.taken) {
        key.append(" ").append(dispute.text()).append("=").append(side.text());
    }
    return key;
}

record::View view_for(const Shared& shared, const Address& address, base::Day today) {
    const record::Record& record = shared.organisation.record;
    record::View view{shared.organisation.rulebook,
                      record,
                      address.known ? record.known_by(*address.known) : record.size(),
                      address.on.value_or(today),
                      {}};
    for (const auto& [dispute, side] : address.taken) {
        if (auto taken = questions::taking(view, {{dispute, side}}))
            view.taken.insert(taken->begin(), taken->end());
    }
    view.concluded = shared.conclusions.take(knowledge(view));
    law::remember(view);
    return view;
}

}  // namespace

Asking::Asking(const Shared& shared, const Address& address, base::Day today)
    : shared_(shared),
      today_(today),
      view_(view_for(shared, address, today)),
      known_(address.known.value_or(today)),
      reconstructed_(address.known && *address.known < shared.organisation.rulebook.compiled_on),
      names_(view_, address.language, shared.source_names),
      links_(address.language, {.on = address.on, .known = address.known, .taken = view_.taken}),
      given_(address.parameters) {}

Asking::~Asking() {
    if (law::remembered(view_) <= most_conclusions_kept)
        shared_.conclusions.give_back(knowledge(view_), std::move(view_.concluded));
}

questions::Receipt Asking::receipt() const {
    return {.rulebook_sha256 = rules().sha256,
            .entries = view_.known,
            .record_sha256 = shared_.digests.of(shared_.organisation, view_.known),
            .engine = std::string(questions::engine),
            .supposed_sha256 = {}};
}

questions::Answer Asking::finish(questions::Answer answer) const {
    answer.known = known_;
    answer.known_entries = view_.known;
    answer.reconstructed = reconstructed_;
    return answer;
}

std::string Asking::situation(const record::View& view) const {
    return view.on.text() + " " + known_.text() + " " + knowledge(view);
}

std::shared_ptr<const questions::Answer> Asking::drawn(const record::View& view,
                                                       const questions::Asked& asked) const {
    std::string key = situation(view) + "\n" + asked.question;
    for (const auto& [name, value] : asked.parameters) key += "\n" + name + "=" + value;
    return shared_.answers.of(key, [&] {
        auto answer = questions::ask(view, asked);
        assert(answer.has_value());
        return finish(std::move(*answer));
    });
}

const questions::Answer& Asking::ask(std::string question,
                                     std::map<std::string, std::string, std::less<>> parameters) {
    asked_.push_back(drawn(view_, {.question = std::move(question), .parameters = std::move(parameters)}));
    return *asked_.back();
}

const questions::Answer& Asking::ask_on(base::Day day, std::string question,
                                        std::map<std::string, std::string, std::less<>> parameters) const {
    record::View then = view_;
    then.on = day;
    beside_.push_back(drawn(then, {.question = std::move(question), .parameters = std::move(parameters)}));
    return *beside_.back();
}

const questions::Answer& Asking::ask_by(base::Day day, By by, std::string question,
                                        std::map<std::string, std::string, std::less<>> parameters) {
    record::View then = view_;
    then.on = day;
    if (by == By::knowledge) then.known = std::min(then.known, view_.record.known_by(day));
    asked_.push_back(drawn(then, {.question = std::move(question), .parameters = std::move(parameters)}));
    return *asked_.back();
}

std::shared_ptr<const std::vector<questions::Answer>> Asking::sessions() const {
    return shared_.sessions.of(situation(view_), [&] {
        std::vector<questions::Answer> all;
        for (const std::string& id : questions::names_of(view_, questions::Names::session))
            all.push_back(ask_on(view_.on, "session", {{"session", id}}));
        return all;
    });
}

std::shared_ptr<const ListedPapers> Asking::papers() const {
    return shared_.papers.of(situation(view_), [&] {
        ListedPapers listed;
        const auto all = sessions();
        const law::Inquiry inquiry(view_);
        std::map<std::string, std::string> first_of_its_like;  // by what the law looks at in it
        for (const questions::Answer& session : *all) {
            for (const char* told : {"papers", "not_adopted"}) {
                const auto found = session.besides.find(told);
                const auto* rows = found == session.besides.end() ? nullptr : found->second.list();
                for (const base::Value& row : rows ? *rows : base::List()) {
                    const std::string paper(row["paper"].text());
                    const std::string same = law::sameness(inquiry, base::PaperId::of(paper));
                    const auto [like, is_first] = first_of_its_like.try_emplace(same, paper);
                    // Who is listed are the members; of papers alike they are the same.
                    listed.bound_by.try_emplace(paper, same.empty() || is_first
                                                           ? ask_on(view_.on, "bound-by", {{"paper", paper}})
                                                           : listed.bound_by.at(like->second));
                }
            }
        }
        for (const std::string& id : questions::names_of(view_, questions::Names::instrument)) {
            listed.instruments.push_back({id, ask_on(view_.on, "parties", {{"instrument", id}}),
                                          ask_on(view_.on, "in-force", {{"paper", id}})});
        }
        return listed;
    });
}

std::string Asking::given(std::string_view field) const {
    for (const auto& [name, value] : given_) {
        if (name == field) return value;
    }
    return {};
}

std::expected<questions::Answer, questions::Misasked> Asking::try_ask(const questions::Asked& asked) {
    auto answer = questions::ask(view_, asked);
    if (!answer) return answer;
    asked_.push_back(std::make_shared<const questions::Answer>(finish(std::move(*answer))));
    return *asked_.back();
}

std::vector<base::DisputeId> Asking::disputes() const {
    std::set<base::DisputeId> all(offered_.begin(), offered_.end());
    for (const auto& answer : asked_)
        all.insert(answer->conclusion.disputes.begin(), answer->conclusion.disputes.end());
    for (const auto& [dispute, side] : view_.taken) all.insert(dispute);
    return {all.begin(), all.end()};
}

}  // namespace site
