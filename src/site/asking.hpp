// What one page is made with: the view its address asks for, names in its language, its links; and the
// questions it asks, whose answers become its JSON and whose disputes its form offers.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "package/organisation.hpp"
#include "pages/answer_parts.hpp"
#include "pages/binding_parts.hpp"
#include "pages/links.hpp"
#include "questions/question.hpp"
#include "site/address.hpp"
#include "site/kept_answers.hpp"
#include "site/log.hpp"
#include "site/search.hpp"
#include "words/names.hpp"

namespace site {

/// Of every paper of a session, whom it binds; of every instrument, its parties and whether it is in force.
struct ListedPapers {
    pages::BoundBy bound_by;
    std::vector<pages::InstrumentTold> instruments;
};

/// What a site knows for as long as it runs.
struct Shared {
    package::Organisation organisation;
    package::Digests digests;
    std::shared_ptr<const words::SourceNames> source_names;
    pages::SourceAddresses source_addresses;
    std::string root;  // where the public reaches this site, without a slash at the end
    Searching searching = {};
    std::shared_ptr<const Log> log = {};         // null: the site of a package
    std::optional<base::Day> confirmed_on = {};  // the day of the earliest confirmation of log->largest
    mutable KeptAnswers<std::vector<questions::Answer>> sessions =
        KeptAnswers<std::vector<questions::Answer>>();
    mutable KeptAnswers<ListedPapers> papers = KeptAnswers<ListedPapers>();
    mutable KeptAnswers<questions::Answer> answers = KeptAnswers<questions::Answer>(most_answers_kept);
    mutable KeptConclusions conclusions = {};
};

class Asking {
public:
    /// `today` is taken where the address names no day. Sides that the view does not know are left out.
    Asking(const Shared& shared, const Address& address, base::Day today);
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;
    /// What was concluded goes back, for the next page.
    ~Asking();

    const record::View& view() const { return view_; }
    const words::Names& names() const { return names_; }
    const pages::Links& links() const { return links_; }
    const rulebook::Rulebook& rules() const { return view_.rulebook; }
    pages::Setting setting() const { return {names_, links_, shared_.source_addresses}; }
    base::Day today() const { return today_; }
    base::Day known() const { return known_; }
    bool reconstructed() const { return reconstructed_; }
    questions::Receipt receipt() const;
    const std::string& root() const { return shared_.root; }
    /// Null where the site is a package's.
    const Log* log() const { return shared_.log.get(); }
    std::optional<base::Day> confirmed_on() const { return shared_.confirmed_on; }
    const Searchable& searchable() const { return shared_.searching.of(shared_.organisation); }
    const std::vector<rulebook::Source>& sources() const { return shared_.organisation.rulebook.sources; }

    /// The answer, kept for the page's JSON and for other pages. The question and its parameters are the
    /// program's own or were resolved before; a question that cannot be put is a fault of ours. It stays as
    /// long as the page is being made.
    const questions::Answer& ask(std::string question,
                                 std::map<std::string, std::string, std::less<>> parameters = {});
    /// The same for another day than the page's, and no part of its JSON: for lists and drawings.
    const questions::Answer& ask_on(base::Day day, std::string question,
                                    std::map<std::string, std::string, std::less<>> parameters = {}) const;
    /// The same as it is on another day, or, by knowledge, as it was known by the end of that day too; kept
    /// for the page's JSON.
    enum class By { events, knowledge };
    const questions::Answer& ask_by(base::Day day, By by, std::string question,
                                    std::map<std::string, std::string, std::less<>> parameters);
    /// Every session by the day asked about, as answers; those only announced stand among them. Kept for
    /// other pages of the same situation.
    std::shared_ptr<const std::vector<questions::Answer>> sessions() const;
    std::shared_ptr<const ListedPapers> papers() const;
    /// What stands in a field of the page's own form; empty where nothing does.
    std::string given(std::string_view field) const;
    /// A question from outside: misasked, or kept like the others.
    std::expected<questions::Answer, questions::Misasked> try_ask(const questions::Asked& asked);

    const std::vector<std::shared_ptr<const questions::Answer>>& asked() const { return asked_; }
    /// On which an answer of this page depends, or a side is taken.
    std::vector<base::DisputeId> disputes() const;
    /// A page that shows a dispute itself offers it.
    void offer(base::DisputeId dispute) { offered_.push_back(dispute); }

private:
    /// To a question of the program's own.
    std::shared_ptr<const questions::Answer> drawn(const record::View& view,
                                                   const questions::Asked& asked) const;
    questions::Answer finish(questions::Answer answer) const;
    /// The day, what is known and the sides taken: on nothing else do answers depend.
    std::string situation(const record::View& view) const;

    const Shared& shared_;
    base::Day today_;
    record::View view_;
    base::Day known_;
    bool reconstructed_ = false;
    words::Names names_;
    pages::Links links_;
    std::vector<std::pair<std::string, std::string>> given_;
    std::vector<std::shared_ptr<const questions::Answer>> asked_;
    mutable std::vector<std::shared_ptr<const questions::Answer>> beside_;  // no part of the page's JSON
    std::vector<base::DisputeId> offered_;
};

}  // namespace site
