#include "form/form.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <type_traits>
#include <utility>

#include "base/nearest.hpp"
#include "base/packed.hpp"
#include "record/record.hpp"

namespace form {

using base::BodyId;
using base::PostId;

// -- what is declared ------------------------------------------------------------------------------

Declared::Declared(const rulebook::Rulebook& rulebook, std::span<const base::SourceId> sources)
    : Declared(rulebook, sources, ByActs()) {}

Declared::Declared(const rulebook::Rulebook& rulebook, std::span<const base::SourceId> sources, ByActs before)
    : rulebook_(rulebook), by_acts_(std::move(before)) {
    for (const auto& member : rulebook.members) members_.add(member.id);
    for (const auto& body : rulebook.bodies) bodies_.add(body.body);
    for (const auto& post : rulebook.posts) posts_.add(post.post);
    for (const auto& person : rulebook.persons) persons_.add(person.id);
    for (const auto& place : rulebook.places) places_.add(place.id);
    for (const auto& instrument : rulebook.instruments) instruments_.add(instrument.instrument);
    for (const auto& one : rulebook.organisations) organisations_.add(one.id);
    for (const auto& dispute : rulebook.disputes) disputes_.add(dispute.id);
    for (const auto& topic : rulebook.topics) topics_.add(topic.id);
    for (const base::SourceId source : sources) sources_.add(source);
}

void Declared::ByActs::keep(const acts::Act& act, base::Day known_on) {
    latest_known_on_ = std::max(latest_known_on_, known_on);
    if (!acts_.has(act.id)) {
        acts_.add(act.id);
        if (act.id.ordinal() >= told_.size()) told_.resize(std::size_t{base::names_in_use()} * 2);
        told_[act.id.ordinal()] = {act.event, static_cast<std::uint32_t>(act.content.index())};
        if (act.event == act.id.as<base::EventKind>()) events_.add(act.event);
    }
    if (const auto* announced = std::get_if<acts::Announced>(&act.content); announced && announced->session) {
        sessions_.add(announced->session);
    }
    if (const auto* held = std::get_if<acts::Held>(&act.content)) sessions_.add(held->session);
    if (const auto* adopted = std::get_if<acts::Adopted>(&act.content)) papers_.add(adopted->paper);
    if (const auto* failed = std::get_if<acts::NotAdopted>(&act.content)) papers_.add(failed->paper);
    if (const auto* drafted = std::get_if<acts::Drafted>(&act.content)) papers_.add(drafted->paper);
    if (const auto* signed_by = std::get_if<acts::MemorandumSigned>(&act.content))
        papers_.add(signed_by->paper);
    if (const auto* asked = std::get_if<acts::ConsultationRequested>(&act.content))
        consultations_.add(asked->consultation);
    if (const auto* opened = std::get_if<acts::ConsultationOpened>(&act.content))
        consultations_.add(opened->consultation);
    if (const auto* founded = std::get_if<acts::BodyEstablished>(&act.content)) {
        const auto [known, first] = established_.emplace(founded->body, act.on.earliest());
        if (!first) known->second = std::min(known->second, act.on.earliest());
    }
}

void Declared::ByActs::pack(base::Packing& to) const {
    to.put(sessions_.all());
    to.put(papers_.all());
    to.put(consultations_.all());
    to.put(acts_.all());
    to.put(events_.all());
    to.put(told_);
    to.put(std::uint64_t{established_.size()});
    for (const auto& [body, day] : established_) {
        to.put(body);
        to.put(day);
    }
    to.put(latest_known_on_);
}

std::optional<Declared::ByActs> Declared::ByActs::unpack(base::Unpacking& from) {
    ByActs made;
    const auto names = [&]<class Id>(Names<Id>& into) {
        for (const Id id : from.list<Id>()) into.add(id);
    };
    names(made.sessions_);
    names(made.papers_);
    names(made.consultations_);
    names(made.acts_);
    names(made.events_);
    made.told_ = from.list<Told>();
    for (auto more = from.one<std::uint64_t>(); more > 0 && from.good(); --more) {
        const auto body = from.one<base::BodyId>();
        made.established_.emplace(body, from.one<base::Day>());
    }
    made.latest_known_on_ = from.one<base::Day>();
    if (!from.good()) return std::nullopt;
    return made;
}

// -- the examination -------------------------------------------------------------------------------

namespace {

// The last day on which the act may use a body or a post: an appointment may run from a later day
// than its own, and what is announced lies ahead.
struct LatestUse {
    base::Day& latest;

    void role(std::string_view, const auto&) const {}
    void may_role(std::string_view, const auto&) const {}
    void fact(std::string_view, const auto&) const {}
    void may_fact(std::string_view, const auto&) const {}
    void may_fact(std::string_view name, const std::optional<base::Date>& date) const {
        if (date && name != "until") latest = std::max(latest, date->latest());
    }
};

base::Day latest_use(const acts::Act& act) {
    const auto* announced = std::get_if<acts::Announced>(&act.content);
    if (announced && !announced->when) return base::Day::last();  // nobody said when
    base::Day latest = act.on.latest();
    std::visit([&]<class K>(const K& told) { K::fields(told, LatestUse{latest}); }, act.content);
    return latest;
}

struct FieldNames {
    std::vector<std::string_view>& names;
    void role(std::string_view name, const auto&) const { names.push_back(name); }
    void may_role(std::string_view name, const auto&) const { names.push_back(name); }
    void fact(std::string_view name, const auto&) const { names.push_back(name); }
    void may_fact(std::string_view name, const auto&) const { names.push_back(name); }
};

struct KindWords {
    std::string_view name;
    std::vector<std::string_view> fields;  // with those that every act has
};

// By index in acts::Content.
const KindWords& words_of(std::uint32_t kind) {
    static const auto all = []<class... K>(std::type_identity<std::variant<K...>>) {
        const auto words = []<class One>(const One& nothing) {
            KindWords made{One::kind, {"on", "place"}};
            One::fields(nothing, FieldNames{made.fields});
            return made;
        };
        return std::vector<KindWords>{words(K{})...};
    }(std::type_identity<acts::Content>());
    return all[kind];
}

std::string item(std::string_view list, std::size_t place) {
    return std::string(list) + "/" + std::to_string(place);
}

// Claims about the record itself are the registrar's own; what they rest on is in the acts they name.
bool needs_a_source(const acts::Content& content) {
    return !std::holds_alternative<acts::Annulled>(content) &&
           !std::holds_alternative<acts::DifferenceNoted>(content);
}

}  // namespace

class Examination {
public:
    Examination(const Declared& declared, const acts::Act& act, base::Day known_on)
        : declared_(declared), act_(act), known_on_(known_on) {}

    std::vector<Refusal> run() {
        examine_days();
        examine_envelope();
        record::each_name(act_.content,
                          [this](std::string_view role, const auto& id) { examine_name(role, id); });
        std::visit([this]<class K>(const K& told) { K::fields(told, Texts{*this}); }, act_.content);
        std::visit([this](const auto& told) { examine_kind(told); }, act_.content);
        return std::move(refusals_);
    }

private:
    void refuse(Code code, std::string field, Facts facts = {}) {
        std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
        refusals_.push_back({code, std::move(field), std::move(facts)});
    }

    void examine_days() {
        if (known_on_ < declared_.by_acts_.latest_known_on_) {
            refuse(Code::known_on_falls, "known_on",
                   {{"found", known_on_.text()}, {"previous", declared_.by_acts_.latest_known_on_.text()}});
        }
        if (act_.on.earliest() > known_on_) {
            refuse(Code::not_yet_happened, "on", {{"found", act_.on.text()}, {"known_on", known_on_.text()}});
        }
    }

    void examine_envelope() {
        if (declared_.by_acts_.acts_.has(act_.id)) {
            refuse(Code::duplicate_id, "id", {{"found", std::string(act_.id.text())}});
        }
        if (act_.place) expect(declared_.places_, act_.place, "place", "place");
        for (std::size_t i = 0; i < act_.cites.size(); ++i) {
            expect(declared_.by_acts_.acts_, act_.cites[i], "act", item("cites", i));
        }
        for (std::size_t i = 0; i < act_.sources.size(); ++i) {
            expect(declared_.sources_, act_.sources[i].source, "source", item("sources", i));
        }
        if (act_.sources.empty() && needs_a_source(act_.content)) refuse(Code::no_source, "sources");
        if (act_.event != act_.id.as<base::EventKind>()) examine_event();
    }

    void examine_event() {
        const auto event = act_.event.as<base::ActKind>();
        if (!declared_.by_acts_.events_.has(act_.event)) {
            // An act that is itself a further account leads to the event it tells.
            const bool account = declared_.by_acts_.acts_.has(event);
            std::string meant = account ? std::string(declared_.by_acts_.told_[event.ordinal()].event.text())
                                        : nearest_of(declared_.by_acts_.events_, act_.event);
            return refuse_undeclared("event", act_.event, "event", std::move(meant));
        }
        const acts::Content& told = act_.content;
        const std::uint32_t kind = declared_.by_acts_.told_[event.ordinal()].kind;
        if (kind == told.index()) return;
        refuse(Code::other_kind, "event",
               {{"found", std::string(acts::kind_of(told))}, {"expected", std::string(words_of(kind).name)}});
    }

    // -- names -------------------------------------------------------------------------------------

    template <class Id> static std::string nearest_of(const Declared::Names<Id>& names, Id id) {
        return base::nearest(id.text(), names.all() | std::views::transform(&Id::text));
    }
    template <class Id>
    void refuse_undeclared(std::string_view kind, Id id, std::string field, std::string nearest) {
        refuse(Code::undeclared, std::move(field),
               {{"kind", std::string(kind)},
                {"found", std::string(id.text())},
                {"nearest", std::move(nearest)}});
    }
    template <class Id>
    bool expect(const Declared::Names<Id>& names, Id id, std::string_view kind, std::string field) {
        if (names.has(id)) return true;
        refuse_undeclared(kind, id, std::move(field), nearest_of(names, id));
        return false;
    }

    void examine_name(std::string_view role, base::MemberId id) {
        expect(declared_.members_, id, "member", field(role));
    }
    void examine_name(std::string_view role, base::PersonId id) {
        expect(declared_.persons_, id, "person", field(role));
    }
    void examine_name(std::string_view role, base::InstrumentId id) {
        expect(declared_.instruments_, id, "instrument", field(role));
    }
    void examine_name(std::string_view role, base::DisputeId id) {
        expect(declared_.disputes_, id, "dispute", field(role));
    }
    void examine_name(std::string_view role, base::ActId id) {
        expect(declared_.by_acts_.acts_, id, "act", field(role));
    }
    void examine_name(std::string_view role, base::EventId id) {
        expect(declared_.by_acts_.events_, id, "event", field(role));
    }
    void examine_name(std::string_view role, BodyId id) {
        // The one list of names in any content; its items come in order.
        const std::string at = role == "with" ? item(role, with_seen_++) : field(role);
        if (expect(declared_.bodies_, id, "body", at)) expect_established(id, "body", id.text(), at);
    }
    void examine_name(std::string_view role, PostId id) {
        if (!expect(declared_.posts_, id, "post", field(role))) return;
        const rulebook::Post* post = declared_.rulebook_.find(id);
        if (post && post->body) expect_established(post->body, "post", id.text(), field(role));
    }
    void examine_name(std::string_view role, base::SessionId id) {
        const bool declares = std::holds_alternative<acts::Announced>(act_.content) ||
                              std::holds_alternative<acts::Held>(act_.content);
        if (declares && role == "session") return;
        expect(declared_.by_acts_.sessions_, id, "session", field(role));
    }
    void examine_name(std::string_view role, base::PaperId id) {
        const bool declares =
            role == "paper" && (std::holds_alternative<acts::Adopted>(act_.content) ||
                                std::holds_alternative<acts::NotAdopted>(act_.content) ||
                                std::holds_alternative<acts::Drafted>(act_.content) ||
                                std::holds_alternative<acts::MemorandumSigned>(act_.content));
        if (!declares) expect(declared_.by_acts_.papers_, id, "paper", field(role));
    }
    void examine_name(std::string_view role, base::OrganisationId id) {
        expect(declared_.organisations_, id, "organisation",
               role == "with_organisations" ? item(role, with_seen_++) : field(role));
    }
    void examine_name(std::string_view role, base::ConsultationId id) {
        const bool declares = std::holds_alternative<acts::ConsultationRequested>(act_.content) ||
                              std::holds_alternative<acts::ConsultationOpened>(act_.content);
        if (!declares) expect(declared_.by_acts_.consultations_, id, "consultation", field(role));
    }
    void examine_name(std::string_view role, base::RuleId id) {
        if (role != "field") expect(declared_.topics_, id, "topic", field(role));  // a field: examine_kind
    }
    void examine_name(std::string_view, base::SideId) {}  // with its dispute: examine_kind

    static std::string field(std::string_view role) { return std::string(role); }

    // A body of whose founding nothing is on record may be used on any day.
    void expect_established(BodyId body, std::string_view kind, std::string_view found,
                            const std::string& at) {
        if (std::holds_alternative<acts::BodyEstablished>(act_.content)) return;
        const auto known = declared_.by_acts_.established_.find(body);
        if (known == declared_.by_acts_.established_.end() || latest_use(act_) >= known->second) return;
        refuse(Code::not_yet_established, at,
               {{"kind", std::string(kind)},
                {"found", std::string(found)},
                {"established", known->second.text()},
                {"on", act_.on.text()}});
    }

    // -- texts -------------------------------------------------------------------------------------

    struct Texts {
        Examination& examination;
        void role(std::string_view, const auto&) const {}
        void may_role(std::string_view, const auto&) const {}
        void fact(std::string_view, const auto&) const {}
        void may_fact(std::string_view, const auto&) const {}
        void fact(std::string_view name, const base::Text& text) const {
            examination.examine_text(name, text);
        }
        void may_fact(std::string_view name, const base::Text& text) const {
            if (!text.empty()) examination.examine_text(name, text);
        }
    };
    void examine_text(std::string_view name, const base::Text& text) {
        for (const std::string& language : declared_.rulebook_.languages) {
            if (text.languages().contains(language)) continue;
            refuse(Code::language_missing, std::string(name), {{"language", language}});
        }
    }

    // -- what a kind's own paper must state -----------------------------------------------------------

    void examine_kind(const auto&) {}
    void examine_kind(const acts::PositionTaken& position) {
        if (!position.paper && !position.session) refuse(Code::about_no_paper, "");
    }
    void examine_kind(const acts::HandedOver& handed) {
        if (!handed.paper && !handed.session) refuse(Code::about_no_paper, "");
    }
    void examine_kind(const acts::TextPublished& text) {
        if (!text.paper && !text.instrument) refuse(Code::about_no_paper, "");
    }
    void examine_kind(const acts::PaperRelated& related) {
        if (!related.to_paper && !related.to_instrument && !related.to_session)
            refuse(Code::related_to_nothing, "");
        // What it is the text of, or what it waits for, is an instrument and nothing else.
        else if (!related.to_instrument && (related.relation == acts::Relation::text_of ||
                                            related.relation == acts::Relation::starts_with))
            refuse(Code::related_to_nothing, "to_instrument");
    }
    void examine_kind(const acts::ShareStated& share) {
        if (!share.share && !share.amount) refuse(Code::no_figure, "");
    }
    void examine_kind(const acts::StatusGiven& given) {
        if (!given.organisation && !given.member) refuse(Code::given_to_nobody, "");
    }
    void examine_kind(const acts::InterpretationStated& stated) {
        if (!stated.member && !stated.body && !stated.person) refuse(Code::nobody_speaks, "");
        const rulebook::Dispute* dispute = declared_.rulebook_.find(stated.dispute);
        if (!dispute) return;
        const auto sides =
            dispute->sides | std::views::transform([](const auto& side) { return side.id.text(); });
        if (std::ranges::find(sides, stated.side.text()) != sides.end()) return;
        refuse(Code::undeclared, "side",
               {{"kind", "side"},
                {"found", std::string(stated.side.text())},
                {"dispute", std::string(stated.dispute.text())},
                {"nearest", base::nearest(stated.side.text(), sides)}});
    }
    void examine_kind(const acts::DifferenceNoted& noted) {
        if (!noted.field || !declared_.by_acts_.events_.has(noted.of)) return;
        const auto& fields = words_of(declared_.by_acts_.told_[noted.of.ordinal()].kind).fields;
        if (std::ranges::find(fields, noted.field.text()) != fields.end()) return;
        refuse_undeclared("field", noted.field, "field", base::nearest(noted.field.text(), fields));
    }

    const Declared& declared_;
    const acts::Act& act_;
    base::Day known_on_;
    std::size_t with_seen_ = 0;
    std::vector<Refusal> refusals_;
};

std::vector<Refusal> examine(const Declared& declared, const acts::Act& act, base::Day known_on) {
    return Examination(declared, act, known_on).run();
}

std::string_view name_of(Code code) {
    constexpr std::array<std::string_view, 13> names{
        "undeclared",       "duplicate_id",    "known_on_falls", "not_yet_happened", "not_yet_established",
        "language_missing", "no_source",       "about_no_paper", "nobody_speaks",    "related_to_nothing",
        "no_figure",        "given_to_nobody", "other_kind"};
    return names[static_cast<std::size_t>(code)];
}

}  // namespace form
