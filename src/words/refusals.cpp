#include "words/refusals.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "words/dates.hpp"
#include "words/vocabulary.hpp"

namespace words {
namespace {

std::string quoted(std::string_view text, Language language) {
    // A word somebody typed: long ones are cut, and what could break a line is shown as a space.
    constexpr std::size_t longest = 80;
    std::string shown(text.substr(0, longest));
    while (!shown.empty() && text.size() > longest &&
           (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U)
        shown.pop_back();
    for (char& c : shown) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    if (text.size() > longest) shown += "…";
    return language == Language::ru ? "«" + shown + "»" : "“" + shown + "”";
}

struct Thing {
    std::string_view name;
    Phrase none;  // "there is no body", «нет органа»
};

// What can be named, and is not.
std::string there_is_no(std::string_view thing, Language language) {
    constexpr std::array<Thing, 21> things{{
        {"member", {"there is no state", "нет государства"}},
        {"body", {"there is no body", "нет органа"}},
        {"post", {"there is no post", "нет должности"}},
        {"person", {"there is no person", "нет лица"}},
        {"place", {"there is no place", "нет места"}},
        {"session", {"there is no session", "нет сессии"}},
        {"paper", {"there is no paper", "нет документа"}},
        {"instrument", {"there is no instrument", "нет договорного документа"}},
        {"paper or instrument", {"there is no paper or instrument", "нет документа"}},
        {"subject", {"the record has nothing called", "в записях ничего не называется"}},
        {"which", {"there are no terms called", "нет сроков под названием"}},
        {"question", {"there is no question", "нет вопроса"}},
        {"dispute", {"there is no dispute", "нет расхождения"}},
        {"side", {"there is no side", "нет стороны"}},
        {"source", {"there is no source", "нет источника"}},
        {"topic", {"there is no topic", "нет темы"}},
        {"act", {"there is no act", "нет акта"}},
        {"event", {"there is no event", "нет события"}},
        {"organisation", {"there is no other organisation", "нет другой организации"}},
        {"consultation", {"there are no consultations", "нет консультаций"}},
        {"kind", {"there is no kind of act", "нет вида акта"}},
    }};
    for (const Thing& one : things) {
        if (one.name == thing) return std::string(one.none(language));
    }
    return (language == Language::ru ? "нет такого: " : "there is no ") + std::string(thing);
}

std::string meant(const std::string& nearest, Language language) {
    if (nearest.empty()) return {};
    return (language == Language::ru ? "; возможно, " : "; did you mean ") + quoted(nearest, language) +
           (language == Language::ru ? "" : "?");
}

std::string listed(const std::string& list, Language language) {
    if (list.empty()) return {};
    return (language == Language::ru ? "; список: " : "; the list: ") + list;
}

std::string_view fact(const form::Facts& facts, std::string_view name) {
    const auto found = facts.find(name);
    return found == facts.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace

namespace {

// A paper or a session that is on record, and was not yet by the day of knowledge.
std::string not_known_yet(const questions::Misasked& misasked, Language language) {
    const bool paper = misasked.expected == "paper";
    const std::string name = quoted(misasked.given, language);
    const base::Date from = base::Date::of(*misasked.known_from);
    if (language == Language::ru) {
        return (paper ? "к этому времени в записях не было документа "
                      : "к этому времени в записях не было сессии ") +
               name + (paper ? "; он известен здесь " : "; она известна здесь ") + since(language, from);
    }
    return std::string("this record knew of no ") + (paper ? "paper " : "session ") + name +
           " by then; it is known here " + since(language, from);
}

}  // namespace

std::string say(const questions::Misasked& misasked, Language language) {
    using Why = questions::Misasked::Why;
    const bool ru = language == Language::ru;
    std::string said;
    if (misasked.known_from) return not_known_yet(misasked, language);
    switch (misasked.why) {
        case Why::unknown_question:
        case Why::unknown_name:
        case Why::unknown_dispute:
            said = there_is_no(misasked.expected, language) + " " + quoted(misasked.given, language) +
                   meant(misasked.nearest, language) + listed(misasked.list, language);
            break;
        case Why::unknown_parameter:
            said = (ru ? "у вопроса " : "the question ") + quoted(misasked.expected, language) +
                   (ru ? " нет параметра " : " has no parameter ") + quoted(misasked.given, language) +
                   meant(misasked.nearest, language) + listed(misasked.list, language);
            break;
        case Why::missing_parameter:
            said = (ru ? "вопросу " : "the question ") + quoted(misasked.given, language) +
                   (ru ? " нужен параметр " : " needs the parameter ") + quoted(misasked.expected, language) +
                   listed(misasked.list, language);
            break;
        case Why::unknown_side:
            said = (ru ? "у расхождения " : "the dispute ") + quoted(misasked.expected, language) +
                   (ru ? " нет стороны " : " has no side ") + quoted(misasked.given, language) +
                   meant(misasked.nearest, language) +
                   (misasked.list.empty() ? "" : (ru ? "; стороны: " : "; its sides: ") + misasked.list);
            break;
    }
    return said;
}

std::string say(const form::Refusal& refusal, Language language) {
    using Code = form::Code;
    const bool ru = language == Language::ru;
    const form::Facts& facts = refusal.facts;
    const auto day_of = [&](std::string_view name) { return date(language, fact(facts, name)); };
    const auto in_case = [&](std::string_view name, Case form) {
        return date(language, fact(facts, name), form);
    };
    const auto found = [&](std::string_view name) { return quoted(fact(facts, name), language); };
    const auto when_of = [&](std::string_view name) {
        const auto read = base::Date::read(fact(facts, name));
        return read ? when(language, *read) : std::string(fact(facts, name));
    };
    std::string said;
    switch (refusal.code) {
        case Code::undeclared: {
            said = there_is_no(fact(facts, "kind"), language) + " " + found("found");
            if (const auto dispute = fact(facts, "dispute"); !dispute.empty()) {
                said += (ru ? " у расхождения " : " of the dispute ") + quoted(dispute, language);
            }
            const std::string_view nearest = fact(facts, "nearest");
            said += meant(std::string(nearest), language);
            if (nearest.empty()) said += ru ? "; сначала нужно объявление" : "; it has to be declared first";
            break;
        }
        case Code::duplicate_id:
            said = (ru ? "имя " : "the id ") + found("found") +
                   (ru ? " уже носит другой акт; каждому акту нужно своё имя"
                       : " belongs to another act already; every act needs its own");
            break;
        case Code::known_on_falls:
            said = ru ? "известно с " + in_case("found", Case::genitive) + ", раньше предыдущего акта (" +
                            day_of("previous") + "); акты стоят в том порядке, в каком стали известны"
                      : "known on " + day_of("found") + ", before the act that stands before it (" +
                            day_of("previous") + "); acts stand in the order in which they became known";
            break;
        case Code::not_yet_happened:
            said = ru ? "событие от " + in_case("found", Case::genitive) + " не могло быть известно " +
                            day_of("known_on") + "; для предстоящего есть акт «announced»"
                      : "what happened " + when_of("found") + " cannot have been known on " +
                            day_of("known_on") + "; what is still to come is told by an act “announced”";
            break;
        case Code::not_yet_established:
            said = ru ? found("found") + " существует с " + in_case("established", Case::genitive) +
                            ", а акт — от " + in_case("on", Case::genitive)
                      : found("found") + " exists since " + day_of("established") + ", and the act is of " +
                            day_of("on");
            break;
        case Code::language_missing:
            said = ru ? "нет текста на языке " + found("language") + "; он нужен на всех рабочих языках"
                      : "the text is missing in " + found("language") +
                            "; it is needed in every working language";
            break;
        case Code::no_source:
            said = ru ? "не назван источник; каждому акту нужен хотя бы один"
                      : "no source is named; every act needs at least one";
            break;
        case Code::about_no_paper:
            said = ru ? "не назван ни документ, ни сессия; нужно одно из двух"
                      : "neither a paper nor a session is named; one of them is needed";
            break;
        case Code::nobody_speaks:
            said = ru ? "не сказано, кто говорит: государство, орган или лицо"
                      : "nobody is named as speaking: a state, a body or a person is needed";
            break;
        case Code::related_to_nothing:
            said = ru ? "не сказано, с чем связан документ: с другим документом, договором или сессией"
                      : "nothing is named that the paper is related to: a paper, an instrument or a session";
            break;
        case Code::no_figure:
            said = ru ? "нет ни доли, ни суммы; нужно хотя бы одно"
                      : "neither a share nor an amount is given; one of them is needed";
            break;
        case Code::given_to_nobody:
            said = ru ? "не сказано, кому дан статус: государству или организации"
                      : "nobody is named as receiving the status: a state or an organisation is needed";
            break;
        case Code::other_kind:
            said = ru ? "это акт вида " + found("found") + ", а событие, о котором он говорит, — вида " +
                            found("expected") + "; версии одного события бывают только одного вида"
                      : "this act is of the kind " + found("found") +
                            ", but the event it tells is of the kind " + found("expected") +
                            "; accounts of one event are of one kind";
            break;
    }
    // Where in the act, in its own words: authors look for the name they wrote.
    return refusal.field.empty() ? said : refusal.field + ": " + said;
}

}  // namespace words
