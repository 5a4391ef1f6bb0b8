#include "site/openapi.hpp"

#include <string>

#include "site/address.hpp"
#include "site/content.hpp"
#include "site/display.hpp"
#include "site/outgoing.hpp"

namespace site {
namespace {

using base::List;
using base::Object;
using base::Value;

Value text_schema() { return Object{{"type", "string"}}; }
Value refer_to(const std::string& name) { return Object{{"$ref", "#/components/" + name}}; }

Value media(std::string_view type, Value schema) {
    return Object{{std::string(type), Object{{"schema", std::move(schema)}}}};
}
Value response(std::string_view says, std::string_view type, Value schema) {
    return Object{{"description", says}, {"content", media(type, std::move(schema))}};
}

// The parameter that `pattern` has in braces, with an example that is on record.
Value name_parameter(std::string_view pattern, const std::vector<std::string>& names, std::string_view kind) {
    const auto open = pattern.find('{');
    const auto name = pattern.substr(open + 1, pattern.find('}') - open - 1);
    Object parameter{{"name", name}, {"in", "path"}, {"required", true}, {"schema", text_schema()}};
    if (!kind.empty()) parameter.emplace("description", kind);
    if (!names.empty()) parameter.emplace("example", names.front());
    return parameter;
}

std::vector<std::string> some_names(const Asking& asking, questions::Names names) {
    return questions::names_of(asking.view(), names);
}

// The path as openapi.json writes it, and what else is the same for every address after a language.
struct Described {
    std::string path;
    Value says;
    List parameters = {};
    Object responses = {};
};

Described described(std::string_view pattern, std::string_view says) {
    return {.path = "/{language}" + std::string(pattern),
            .says = says,
            .parameters = {refer_to("parameters/language")},
            .responses = {}};
}

void put(Object& paths, Described described) {
    described.responses.emplace("303", refer_to("responses/elsewhere"));
    paths.insert_or_assign(std::move(described.path),
                           Object{{"get", Object{{"summary", std::move(described.says)},
                                                 {"parameters", std::move(described.parameters)},
                                                 {"responses", std::move(described.responses)}}}});
}

void put_situation(Described& one) {
    for (const char* name : {"on", "known", "take", "accept_datetime"})
        one.parameters.push_back(refer_to(std::string("parameters/") + name));
    one.responses.emplace("400", refer_to("responses/refused"));
}

void put_missing(Described& one, bool data) {
    one.responses.emplace("404", refer_to(data ? "responses/no_data" : "responses/missing"));
}

Value parameter(const char* name, const char* in, const char* says, Value schema) {
    return Object{{"name", name},
                  {"in", in},
                  {"required", std::string_view(in) == "path"},
                  {"description", says},
                  {"schema", std::move(schema)}};
}

void put_pages(Object& paths, const Asking& asking) {
    for (const Route& route : routes()) {
        if (route.needs == Route::Needs::log && !asking.log()) continue;
        const auto describe = [&](const char* ending, Value found, bool data) {
            Described one = described(route.pattern, route.says);
            one.path += ending;
            if (route.pattern.contains('{')) {
                one.parameters.push_back(
                    name_parameter(route.pattern, names_for(asking, route),
                                   route.names ? questions::name_of(*route.names) : std::string_view()));
                put_missing(one, data);
            }
            for (const std::string_view field :
                 fields_of({std::string(route.pattern.substr(route.pattern.empty() ? 0 : 1))}))
                one.parameters.emplace_back(parameter(std::string(field).c_str(), "query",
                                                      "A field of the page’s form.", text_schema()));
            put_situation(one);
            one.responses.emplace("200", std::move(found));
            put(paths, std::move(one));
        };
        describe("", response("The page.", "text/html", text_schema()), false);
        describe(".json", response("Its answers.", "application/json", refer_to("schemas/page")), true);
        if (route.table) describe(".csv", response("Its table.", "text/csv", text_schema()), false);
    }
}

void put_papers(Object& paths, const Asking& asking) {
    for (const OutgoingRoute& route : outgoing_routes()) {
        Described one = described(route.pattern, route.says);
        if (route.names) {
            one.parameters.push_back(name_parameter(route.pattern, some_names(asking, *route.names),
                                                    questions::name_of(*route.names)));
            put_missing(one, false);
        }
        const std::string_view type = route.media_type.substr(0, route.media_type.find(';'));
        one.responses.emplace("200", response("The paper.", type, text_schema()));
        put(paths, std::move(one));
    }
}

void put_questions(Object& paths, const Asking& asking) {
    for (const questions::Question& question : questions::catalogue()) {
        for (const char* ending : {"", ".json"}) {
            const bool data = *ending != 0;
            Described one = described("/ask/" + std::string(question.name) + ending, question.asks);
            for (const questions::Parameter& parameter : question.parameters) {
                Object its{{"name", parameter.name},
                           {"in", "query"},
                           {"required", parameter.required},
                           {"description", questions::name_of(parameter.names)},
                           {"schema", text_schema()}};
                if (parameter.names == questions::Names::day)
                    its.emplace("example", asking.view().on.text());
                else if (const auto names = some_names(asking, parameter.names); !names.empty())
                    its.emplace("example", names.front());
                if (parameter.names == questions::Names::day) its.emplace("example", asking.today());
                one.parameters.emplace_back(std::move(its));
            }
            put_situation(one);
            one.responses.emplace("200",
                                  data ? response("The answer.", "application/json",
                                                  refer_to("schemas/answer-" + std::string(question.name)))
                                       : response("The page.", "text/html", text_schema()));
            put(paths, std::move(one));
        }
    }
}

Object parameters() {
    const Value day = Object{{"type", "string"}, {"format", "date"}};
    List languages;
    for (const words::Language language : words::languages) languages.emplace_back(words::code(language));
    return {
        {"language", parameter("language", "path", "The language of the page.",
                               Object{{"type", "string"}, {"enum", std::move(languages)}})},
        {"on", parameter("on", "query", "The day asked about; today unless given.", day)},
        {"known", parameter("known", "query", "From everything known on this day; today unless given.", day)},
        {"take", parameter("take", "query", "A side taken, DISPUTE=SIDE; any number of them.",
                           Object{{"type", "array"}, {"items", text_schema()}})},
        {"accept_datetime",
         parameter("Accept-Datetime", "header", "The same as `known` (RFC 7089).", text_schema())},
    };
}

Object responses() {
    const Value problem = refer_to("schemas/problem");
    return {
        {"missing", response("Not on record; with neighbours.", "text/html", text_schema())},
        {"no_data", response("Not on record; with neighbours.", "application/problem+json", problem)},
        {"refused", Object{{"description", "A day or a name that cannot be read."}}},
        {"elsewhere", Object{{"description", "The same address in canonical order."},
                             {"headers", Object{{"Location", Object{{"schema", text_schema()}}}}}}},
    };
}

Object schemas(const Asking& asking) {
    Object all;
    List answers;
    for (const questions::Question& question : questions::catalogue()) {
        const std::string name = "answer-" + std::string(question.name);
        all.emplace(name, answer_schema(asking, question));
        answers.push_back(refer_to("schemas/" + name));
    }
    all.emplace("answer", Object{{"anyOf", std::move(answers)}});
    const Value several =
        Object{{"type", "object"},
               {"required", List{"answers"}},
               {"properties",
                Object{{"answers", Object{{"type", "array"}, {"items", refer_to("schemas/answer")}}}}}};
    const Value act = Object{{"type", "object"},
                             {"required", List{"entry", "act"}},
                             {"properties", Object{{"entry", Object{{"type", "integer"}}},
                                                   {"log", refer_to("schemas/proved")},
                                                   {"act", Object{{"type", "object"}}},
                                                   {"annulled_by", text_schema()}}}};
    List words;
    for (const std::string_view word : rulebook::subject_names) words.emplace_back(word);
    const Value subject = Object{{"type", "string"}, {"enum", std::move(words)}};
    const Value rule =
        Object{{"type", "object"},
               {"required", List{"rule", "kind", "article", "says", "read", "sources"}},
               {"properties", Object{{"rule", text_schema()},
                                     {"kind", text_schema()},
                                     {"subjects", Object{{"type", "array"}, {"items", subject}}},
                                     {"dispute", text_schema()},
                                     {"article", Object{{"type", "object"}}},
                                     {"says", Object{{"type", "object"}}},
                                     {"names", Object{{"type", "object"}}},
                                     {"read", Object{{"type", "boolean"}}},
                                     {"sources", Object{{"type", "array"}, {"items", text_schema()}}},
                                     {"since", text_schema()},
                                     {"until", text_schema()}}}};
    const Value rules = Object{{"type", "object"},
                               {"required", List{"rules"}},
                               {"properties", Object{{"rules", Object{{"type", "array"}, {"items", rule}}}}}};
    const Value log = Object{{"type", "object"},
                             {"required", List{"log"}},
                             {"properties", Object{{"log", Object{{"type", List{"object", "null"}}}}}}};
    const Value keys = Object{
        {"type", "object"},
        {"required", List{"keys"}},
        {"properties", Object{{"keys", Object{{"type", "array"}, {"items", Object{{"type", "object"}}}}}}}};
    const Value entry = Object{{"type", "object"},
                               {"required", List{"entry"}},
                               {"properties", Object{{"entry", Object{{"type", "object"}}}}}};
    const Value number = Object{{"type", "integer"}, {"minimum", 0}};
    all.emplace(
        "proved",
        Object{{"type", "object"},
               {"description",
                "How the least proved of the acts is proved: its entry, whether a quorum of copy-holders "
                "confirmed it, how many entries there are, and how many are confirmed."},
               {"required", List{"entry", "grade", "size", "witnessed"}},
               {"properties", Object{{"entry", number},
                                     {"grade", Object{{"enum", List{"logged", "witnessed"}}}},
                                     {"size", number},
                                     {"witnessed", number}}}});
    all.emplace("page",
                Object{{"anyOf", List{refer_to("schemas/answer"), several, act, rules, log, keys, entry}}});
    const Value link = Object{{"type", "object"},
                              {"required", List{"name", "at"}},
                              {"properties", Object{{"name", text_schema()}, {"at", text_schema()}}}};
    all.emplace("problem",
                Object{{"type", "object"},
                       {"description", "RFC 9457"},
                       {"required", List{"title", "status"}},
                       {"properties", Object{{"title", text_schema()},
                                             {"status", Object{{"type", "integer"}}},
                                             {"detail", text_schema()},
                                             {"nearest", Object{{"type", "array"}, {"items", link}}}}}});
    return all;
}

}  // namespace

Value answer_schema(const Asking& asking, const questions::Question& question) {
    Value schema = questions::schema_of(question);
    // Its own address, so that the places it refers to are its own wherever it stands.
    schema.object()->insert_or_assign("$id",
                                      asking.root() + "/schemas/" + std::string(question.name) + ".json");
    return schema;
}

Value openapi(const Asking& asking, std::span<const FixedAddress> fixed) {
    Object paths;
    put_pages(paths, asking);
    put_papers(paths, asking);
    put_questions(paths, asking);
    Described display =
        described(display_pattern, "The form in which text size, spacing and colours are chosen.");
    display.responses.emplace("200", response("The page.", "text/html", text_schema()));
    put(paths, std::move(display));
    for (const FixedAddress& one : fixed) {
        Object answered;
        answered.emplace(
            std::to_string(one.status),
            one.media_type.empty()
                ? Value(Object{{"description", "Leads on."}})
                : response("Found.", one.media_type.substr(0, one.media_type.find(';')), text_schema()));
        Object get{{"summary", one.says}, {"responses", std::move(answered)}};
        if (one.path.contains('{')) {
            std::vector<std::string> names;
            for (const questions::Question& question : questions::catalogue())
                names.emplace_back(question.name);
            get.emplace("parameters", List{name_parameter(one.path, names, "a question of the catalogue")});
        }
        paths.insert_or_assign(std::string(one.path), Object{{"get", std::move(get)}});
    }
    return Object{
        {"openapi", "3.1.0"},
        {"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"},
        {"info", Object{{"title", "Depositary: " + asking.names().organisation()},
                        {"version", questions::engine.substr(questions::engine.find(' ') + 1)},
                        {"summary",
                         "Who was a member, who chaired, what was adopted and who is bound, on any day, "
                         "as known on any day, with reasons."},
                        {"license", Object{{"name", "Apache-2.0"}, {"identifier", "Apache-2.0"}}}}},
        {"servers", List{Object{{"url", asking.root()}}}},
        {"paths", std::move(paths)},
        {"components",
         Object{{"parameters", parameters()}, {"responses", responses()}, {"schemas", schemas(asking)}}},
    };
}

}  // namespace site
