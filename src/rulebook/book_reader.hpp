// The parts of reader.hpp: one reading of one rulebook. Names are collected first, because a rule may
// name what is declared further down; then every item is read and each name it uses is looked up.
//
// For the files of the reader alone: names.. in read_names.cpp, formulas in read_formulas.cpp, rules in
// read_rules.cpp, cases in read_cases.cpp, what only the whole book shows in whole_book.cpp.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rulebook/fault.hpp"
#include "rulebook/keys.hpp"
#include "rulebook/rulebook.hpp"
#include "rulebook/yaml.hpp"

namespace rulebook {

/// What a rulebook declares, by the word a fault uses for it.
enum class Declared {
    version,
    member,
    order,
    set,
    measure,
    fact,
    body,
    instrument,
    place,
    person,
    dispute,
    rule,
    subject,
    format,
    organisation,
    kind,
};

class BookReader {
public:
    explicit BookReader(Faults& faults) : faults_(faults) {}
    Rulebook read(const yaml::Node& root);

private:
    using Node = yaml::Node;
    using Words = std::set<std::string, std::less<>>;

    // -- read_names.cpp: what is declared --------------------------------------------------------
    void collect(const Node& root);
    void read_head(Keys& keys);
    void read_versions(const Node& node);
    void read_members(const Node& node);
    void read_persons(const Node& node);
    void read_organisations(const Node& node);
    void read_orders(const Node& node);
    void read_classes(const Node& node);
    void read_measures(const Node& node);
    Measure::Table read_table(const Node& node);
    void read_words_declared(Keys& keys);

    // -- read_rules.cpp --------------------------------------------------------------------------
    void read_instruments(const Node& node);
    Instrument read_instrument(const yaml::Entry& entry);
    InForce read_in_force(const Node& node);
    void read_bodies(const Node& node);
    Body read_body(const yaml::Entry& entry);
    void read_posts(const Node& node);
    Post read_post(const yaml::Entry& entry);
    void read_regions(const Node& node);
    void read_procedures(const Node& node);
    Procedure read_procedure(const yaml::Entry& entry);
    Step read_step(const Node& node);
    void read_rules(const Node& node);
    void read_rule(const Node& node);
    Membership read_membership(Keys& keys, Rule rule);
    Rotation read_rotation(Keys& keys, Rule rule);
    Quorum read_quorum(Keys& keys, Rule rule);
    Arrears read_arrears(Keys& keys, Rule rule);
    PaperLaw read_paper_law(Keys& keys, Rule rule);
    Provision read_provision(Keys& keys, Rule rule);
    std::vector<Subject> read_subjects(const Node& node);
    Deciding read_deciding(Keys& keys, Rule rule);
    /// Article, says, read, sources, since and until; `must` asks for the first two.
    Rule read_rule_fields(Keys& keys, std::string_view id, Mark mark, Keys::Need need);
    std::vector<base::SourceId> read_sources(const Node& node);
    Reading read_reading(Keys& keys, Keys::Need need);
    Effect read_effect(Keys& keys);
    void read_disputes(const Node& node);
    Dispute read_dispute(const yaml::Entry& entry);
    Side read_side(const yaml::Entry& entry);
    base::DisputeId read_dispute_named(const Node& node);
    base::SideId read_side_of(base::DisputeId dispute, const Node& node);
    /// Calls `read` with each side of `dispute` under `sides:`, and reports those that are missing.
    void read_sides(Keys& keys, base::DisputeId dispute,
                    const std::function<void(base::SideId, const Node&)>& read);

    // -- read_formulas.cpp -----------------------------------------------------------------------
    std::optional<Formula> read_formula(const Node& node);
    std::optional<Share> read_share(const Node& node);
    std::optional<Number> read_number_atom(const Node& node);
    std::optional<Fewest> read_fewest(const Node& node);
    std::optional<SetExpression> read_set(const Node& node);
    MeasureId read_by(Keys& keys);
    std::vector<Formula> read_formulas(const Node& node);

    // -- read_cases.cpp --------------------------------------------------------------------------
    void read_cases(const Node& node);
    Case read_case(const Node& node);
    void check_case(const Case& read, const Node& node);

    // -- whole_book.cpp --------------------------------------------------------------------------
    void check_whole();
    void check_periods();
    void check_overlaps();
    void check_competing();
    void check_kinds_of_paper();
    void check_uses();
    void check_used();
    void check_chairs();
    void check_instruments();

    // -- looking names up ------------------------------------------------------------------------
    bool is_declared(Declared kind, std::string_view name) const;
    /// The text of `node` when it is the name of a declared `kind`; reported when not.
    std::optional<std::string> named(const Node& node, Declared kind);
    void report_undeclared(Mark mark, std::string_view kind, std::string_view found, const Words& valid);
    template <class Id> Id id(const Node& node, Declared kind) {
        const auto name = named(node, kind);
        return name ? Id::of(*name) : Id();
    }
    template <class Id> Id id_at(Keys& keys, std::string_view key, Declared kind) {
        const Node* node = keys.may(key);
        return node ? id<Id>(*node, kind) : Id();
    }
    /// A list of declared names, none of them twice.
    std::vector<std::string> list_of(const Node& node, Declared kind);
    template <class Id> std::vector<Id> ids(const Node& node, Declared kind) {
        std::vector<Id> all;
        for (const std::string& name : list_of(node, kind)) all.push_back(Id::of(name));
        return all;
    }
    base::Text words(const Node* node) {
        return node ? rulebook::read_words(*node, book_.languages, faults_) : base::Text();
    }
    std::vector<std::string> texts(const Node* node);
    void own_name(std::map<std::string, std::string, std::less<>>& owners, std::string_view owner,
                  const Name& name, const std::vector<std::string>& aliases, Mark mark);
    /// Reads each item of a mapping whose keys are ids, and keeps those without faults.
    template <class Item, class Read> void each(const Node& node, std::vector<Item>& into, Read read_one) {
        if (!is_mapping(node, faults_)) return;
        for (const yaml::Entry& entry : node.entries) {
            const std::size_t before = faults_.size();
            Item item = read_one(entry);
            if (faults_.size() == before) into.push_back(std::move(item));
        }
    }

    Faults& faults_;
    Rulebook book_;
    std::map<Declared, Words> declared_;
    std::map<std::string, Words, std::less<>> sides_;                          // of each dispute
    std::map<base::RuleId, std::vector<std::pair<base::RuleId, Mark>>> uses_;  // {use: ..} by rule
    std::map<base::RuleId, std::size_t> formula_nodes_;  // how large the formulas of a rule are
    std::set<base::RuleId> decisions_;                   // ways of deciding and quorums, faulty or not
    std::set<base::RuleId> left_out_;                    // rules with faults
    base::RuleId reading_rule_;                          // whose formulas are being read
};

/// "member": as facts of a fault write it.
std::string_view word_for(Declared kind);

}  // namespace rulebook
