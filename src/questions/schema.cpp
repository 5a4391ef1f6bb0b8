// The JSON Schema of an answer: the envelope all answers share, and what each question's answer holds.

#include "questions/parts.hpp"

namespace questions {
namespace {

using base::List;
using base::Object;
using base::Value;

Value type(const char* name) { return Object{{"type", name}}; }
Value types(std::initializer_list<const char*> names) {
    List list;
    for (const char* name : names) list.push_back(name);
    return Object{{"type", std::move(list)}};
}
Value words(std::initializer_list<const char*> names) {
    List list;
    for (const char* name : names) list.push_back(name);
    return Object{{"enum", std::move(list)}};
}
Value list_of(Value items) { return Object{{"type", "array"}, {"items", std::move(items)}}; }
Value ref(const char* name) { return Object{{"$ref", std::string("#/$defs/") + name}}; }
Value either(std::initializer_list<Value> schemas) { return Object{{"anyOf", List(schemas)}}; }

Value object_of(std::initializer_list<std::pair<const char*, Value>> properties,
                std::initializer_list<const char*> required = {}) {
    Object all;
    for (const auto& [name, schema] : properties) all.emplace(name, schema);
    List needed;
    for (const char* name : required) needed.push_back(name);
    Object object{{"type", "object"}, {"properties", std::move(all)}};
    if (!needed.empty()) object.emplace("required", std::move(needed));
    return object;
}

const Value id = type("string");
const Value id_or_null = types({"string", "null"});
const Value date = ref("date");
const Value date_or_null = either({ref("date"), type("null")});
const Value text = Object{{"type", "object"}, {"additionalProperties", Object{{"type", "string"}}}};

// What `answer` holds where the question is settled; the same beneath every side.
Value answer_of(std::string_view question) {
    const Value rows = list_of(type("object"));  // acts as rows: docs/questions/ says what each holds
    if (question == "agenda") {
        return object_of(
            {{"session", id}, {"subjects", rows}, {"drafts", rows}, {"parts", rows}, {"served_by", rows}},
            {"subjects", "drafts", "parts", "served_by"});
    }
    if (question == "announced") {
        return object_of({{"count", type("integer")}, {"open", type("integer")}, {"announced", rows}},
                         {"count", "open", "announced"});
    }
    if (question == "bodies") {
        return object_of({{"count", type("integer")}, {"bodies", rows}, {"regions", rows}},
                         {"count", "bodies", "regions"});
    }
    if (question == "changes") {
        return object_of({{"since", date},
                          {"until", date},
                          {"of", id},
                          {"count", type("integer")},  // of all, also where only some are listed
                          {"acts", rows},              // the first of them by day, at most 500
                          {"next", id}},  // the last act listed, where more follow: they are `after` it
                         {"since", "until", "of", "count"});
    }
    if (question == "consultation") {
        return object_of({{"consultation", id},
                          {"member", id},
                          {"title", text},
                          {"steps", rows},
                          {"procedure", id},
                          {"read", type("boolean")},
                          {"reached", id}},
                         {"consultation"});
    }
    if (question == "body") {
        return object_of({{"body", id},
                          {"says", text},
                          {"article", text},
                          {"read", type("boolean")},
                          {"chair", words({"none", "rotation", "election", "state-in-chair"})},
                          {"meets", type("boolean")},
                          {"established", date_or_null},
                          {"altered", rows},
                          {"served", rows},
                          {"statuses", rows},
                          {"posts", rows},
                          {"sessions", rows},
                          {"seated", rows},
                          {"papers", rows},
                          {"missing", list_of(id)}},
                         {"body", "chair", "established", "altered", "served", "statuses", "posts",
                          "sessions", "seated", "papers", "missing"});
    }
    if (question == "contributions") {
        return object_of({{"member", id},
                          {"scale", rows},
                          {"budgets", rows},
                          {"shares", rows},
                          {"payments", rows},
                          {"arrears", rows}},
                         {"scale", "budgets", "shares", "payments", "arrears"});
    }
    if (question == "counts") {
        return object_of({{"session", id}, {"counts", rows}, {"differing", list_of(id)}},
                         {"counts", "differing"});
    }
    if (question == "differences") {
        return object_of({{"count", type("integer")}, {"open", type("integer")}, {"differences", rows}},
                         {"count", "open", "differences"});
    }
    if (question == "document") {
        return object_of({{"paper", id},
                          {"title", text},
                          {"became", id},
                          {"kind", id},
                          {"on", date},
                          {"body", id},
                          {"session", id},
                          {"relations", rows},
                          {"related_by", rows},
                          {"texts", rows},
                          {"text_held", type("boolean")}},
                         {"relations", "related_by", "texts", "text_held"});
    }
    if (question == "documents") {
        return object_of({{"count", type("integer")}, {"papers", rows}}, {"count", "papers"});
    }
    if (question == "draft") {
        return object_of({{"paper", id},
                          {"title", text},
                          {"became", id},
                          {"kind", id},
                          {"on", date},
                          {"body", id},
                          {"session", id},
                          {"steps", rows},
                          {"procedure", id},
                          {"read", type("boolean")},
                          {"reached", id}});
    }
    if (question == "person") {
        return object_of({{"person", id},
                          {"offices", rows},
                          {"posts", rows},
                          {"sessions", rows},
                          {"contacts", rows},
                          {"said", rows},
                          {"statements", type("integer")}},
                         {"offices", "posts", "sessions", "contacts", "statements"});
    }
    if (question == "plan") {
        return object_of({{"paper", id}, {"count", type("integer")}, {"plans", rows}}, {"count", "plans"});
    }
    if (question == "posts") {
        return object_of({{"count", type("integer")}, {"posts", rows}}, {"count", "posts"});
    }
    if (question == "priorities") {
        return object_of({{"member", id},
                          {"count", type("integer")},
                          {"unsupported", type("integer")},
                          {"priorities", rows}},
                         {"count", "unsupported", "priorities"});
    }
    if (question == "quota") {
        return object_of({{"body", id}, {"periods", rows}, {"reported", rows}}, {"periods", "reported"});
    }
    if (question == "relations") {
        return object_of({{"memoranda", rows},
                          {"given", rows},
                          {"received", rows},
                          {"observers", rows},
                          {"partners", rows},
                          {"contacts", rows},
                          {"near", type("object")}},
                         {"memoranda", "given", "received", "observers", "partners", "contacts"});
    }
    if (question == "right-to-vote") {
        return object_of({{"member", id},
                          {"has_vote", type("boolean")},
                          {"unpaid", list_of(date)},
                          {"condition_met", type("boolean")},
                          {"months", type("integer")},
                          {"months_needed", type("integer")},
                          {"outside", id},
                          {"not_on_record", list_of(date)}},
                         {"has_vote", "unpaid", "condition_met", "months", "months_needed"});
    }
    if (question == "source") {
        return object_of({{"source", id},
                          {"kind", id},
                          {"acts", type("integer")},
                          {"report", type("integer")},
                          {"url", id_or_null},
                          {"claims", rows},
                          {"by_standing", type("object")},
                          {"cited_by", rows}},
                         {"source", "cited_by"});
    }
    if (question == "sources") {
        return object_of({{"count", type("integer")}, {"sources", rows}}, {"count", "sources"});
    }
    if (question == "statements") {
        return object_of(
            {{"member", id}, {"topic", id}, {"person", id}, {"count", type("integer")}, {"statements", rows}},
            {"count", "statements"});
    }
    const Value members = list_of(id);
    if (question == "members") {
        return object_of({{"members", members},
                          {"entitled", members},
                          {"count", type("integer")},
                          {"of", either({words({"treaty", "organisation"}), type("null")})}},
                         {"members", "count", "of"});
    }
    if (question == "status") {
        return object_of({{"member", id},
                          {"status", words({"not-a-member", "signatory", "member", "membership-suspended",
                                            "no-longer-a-member"})},
                          {"of", either({words({"treaty", "organisation"}), type("null")})},
                          {"since", date_or_null},
                          {"participation", words({"suspended"})},
                          {"pending", list_of(words({"suspension-requested", "withdrawal-notified"}))}},
                         {"member", "status", "of", "since"});
    }
    if (question == "parties") {
        return object_of(
            {{"instrument", id}, {"parties", members}, {"signed_only", members}, {"count", type("integer")}},
            {"instrument", "parties", "count"});
    }
    if (question == "in-force") {
        return object_of({{"instrument", id},
                          {"paper", id},
                          {"in_force", type("boolean")},
                          {"since", date_or_null},
                          {"ended_on", date},
                          {"period", date},
                          {"by", id}},
                         {"since"});
    }
    if (question == "chair") {
        return object_of({{"body", id},
                          {"member", id},
                          {"person", id_or_null},
                          {"since", date_or_null},
                          {"in_place_of", id},
                          {"by_order", type("boolean")},
                          {"open_turn_of", id},
                          {"year", type("integer")},
                          {"post", id},
                          {"rule", text},
                          {"acting", type("boolean")},
                          {"until", date_or_null},
                          {"posts", list_of(id)}},
                         {"body"});
    }
    if (question == "chairs") {
        const Value row = object_of({{"member", id},
                                     {"year", type("integer")},
                                     {"from", ref("conclusion")},
                                     {"until", either({ref("conclusion"), type("null")})},
                                     {"in_place_of", id_or_null},
                                     {"open", type("boolean")},
                                     {"by_order", type("boolean")}},
                                    {"member", "year"});
        return object_of({{"body", id}, {"past", list_of(row)}, {"coming", list_of(row)}}, {"body"});
    }
    if (question == "holder") {
        return object_of({{"post", id},
                          {"person", id},
                          {"member", id_or_null},
                          {"acting", type("boolean")},
                          {"since", date_or_null},
                          {"until", date_or_null}},
                         {"post"});
    }
    if (question == "session") {
        const Value row = object_of({{"member", id},
                                     {"was", words({"present", "absent", "not_on_record"})},
                                     {"person", id},
                                     {"capacity", text}},
                                    {"member", "was"});
        return object_of({{"session", id},
                          {"title", text},
                          {"on", date},
                          {"bodies", list_of(id)},
                          {"kind", id},
                          {"mode", id_or_null},
                          {"place", id_or_null},
                          {"members", type("integer")},
                          {"present", type("integer")},
                          {"absent", type("integer")},
                          {"attendance", list_of(row)},
                          {"announced_for", date},
                          {"held_on", date}},
                         {"session"});
    }
    if (question == "quorum") {
        return object_of({{"session", id},
                          {"held_on", date},
                          {"quorum", type("boolean")},
                          {"figure_read", type("boolean")},
                          {"members", members},
                          {"present", members},
                          {"absent", members},
                          {"attendance_not_on_record", members}},
                         {"session"});
    }
    if (question == "outcome") {
        return object_of({{"paper", id},
                          {"outcome", words({"not-yet", "adopted", "not-adopted", "approved",
                                             "signed-with-others", "withdrawn"})},
                          {"on", date_or_null},
                          {"stands_as", id},
                          {"body", id},
                          {"way", id},
                          {"binds", members},
                          {"may_join", members}},
                         {"paper"});
    }
    if (question == "bound") {
        return object_of({{"member", id},
                          {"paper", id},
                          {"instrument", id},
                          {"bound", type("boolean")},
                          {"since", date_or_null},
                          {"stands_as", id},
                          {"may_join", type("boolean")}},
                         {"member"});
    }
    if (question == "bound-by") {
        return object_of({{"paper", id},
                          {"bound", members},
                          {"may_join", members},
                          {"not_bound", members},
                          {"not_on_record", members}},
                         {"paper", "bound"});
    }
    if (question == "awaiting") {
        const Value row = object_of({{"paper", id},
                                     {"title", text},
                                     {"adopted_on", date},
                                     {"session", id},
                                     {"body", id},
                                     {"kind", id},
                                     {"handed_over", date_or_null},
                                     {"position", types({"object", "null"})},
                                     {"effects", list_of(ref("conclusion"))}},
                                    {"paper", "adopted_on", "handed_over", "position", "effects"});
        return object_of({{"member", id}, {"count", type("integer")}, {"papers", list_of(row)}},
                         {"member", "count", "papers"});
    }
    if (question == "timeline") {
        const Value row = object_of({{"on", date},
                                     {"kind", id},
                                     {"about", type("object")},
                                     {"act", id},
                                     {"event", id},
                                     {"sources", list_of(id)},
                                     {"rests_on", ref("support")}},
                                    {"on", "kind", "act"});
        return object_of({{"about", id}, {"count", type("integer")}, {"acts", list_of(row)}},
                         {"about", "count", "acts"});
    }
    return object_of(
        {{"count", type("integer")},
         {"gaps", list_of(object_of({{"gap", id}, {"facts", type("object")}}, {"gap", "facts"}))}},
        {"count", "gaps"});
}

}  // namespace

Value schema_of(const Question& question) {
    const Value reasons = list_of(ref("reason"));
    Object conclusion_properties{{"standing", ref("standing")},
                                 {"rests_on", ref("support")},
                                 {"answer", true},
                                 {"reasons", reasons},
                                 {"by_side", list_of(ref("side"))},
                                 {"disputes", list_of(id)},
                                 {"examined", list_of(id)},
                                 {"settled_by", type("string")},
                                 {"too_many_sides", type("boolean")},
                                 {"if", words({"joins", "none", "objects"})}};
    Object definitions{
        {"date", Object{{"type", "string"},
                        {"description", "EDTF: YYYY[-MM[-DD]], a quarter 33 to 36, [a,b], [..a], ?"}}},
        {"standing", words({"settled", "imprecise", "depends", "not_on_record"})},
        {"support", words({"official", "reported", "inferred", "unverified"})},
        {"reason", object_of({{"code", id},
                              {"facts", type("object")},
                              {"article", types({"object", "null"})},
                              {"acts", list_of(id)},
                              {"sources", list_of(id)},
                              {"because", list_of(ref("reason"))},
                              {"rests_on", either({ref("support"), type("null")})},
                              {"says", type("string")}},
                             {"code", "facts", "because"})},
        {"holder", object_of({{"who", id},
                              {"kind", words({"member", "body", "person", "source"})},
                              {"on", date},
                              {"act", id},
                              {"person", id},
                              {"sources", list_of(id)},
                              {"rests_on", ref("support")}},
                             {"who", "kind", "on", "act"})},
        {"side", object_of({{"taking", type("object")},
                            {"also", list_of(type("object"))},
                            {"held_by", list_of(ref("holder"))},
                            {"standing", ref("standing")},
                            {"rests_on", ref("support")},
                            {"answer", true},
                            {"reasons", reasons},
                            {"settled_by", type("string")}},
                           {"taking", "held_by", "standing", "rests_on", "answer"})},
        {"conclusion", Object{{"type", "object"},
                              {"properties", std::move(conclusion_properties)},
                              {"required", List{"standing", "rests_on", "answer"}}}}};

    Object parameters;
    List required;
    for (const Parameter& parameter : question.parameters) {
        parameters.emplace(
            std::string(parameter.name),
            Object{{"type", "string"}, {"description", std::string(name_of(parameter.names))}});
        if (parameter.required) required.push_back(parameter.name);
    }
    const Value settled = answer_of(question.name);
    const Value unsettled =
        object_of({{"standing", words({"not_on_record"})}, {"settled_by", type("string")}}, {"standing"});
    const Value candidates = object_of(
        {{"candidates", list_of(either({settled, unsettled}))}, {"between", list_of(date)}}, {"candidates"});
    Object properties{
        {"question", Object{{"const", std::string(question.name)}}},
        {"parameters",
         Object{
             {"type", "object"}, {"properties", std::move(parameters)}, {"required", std::move(required)}}},
        {"on", date},
        {"known", date},
        {"knowledge", Object{{"const", "reconstructed"}}},
        {"beyond_knowledge", Object{{"const", true}}},
        {"standing", ref("standing")},
        {"rests_on", ref("support")},
        {"answer", either({type("null"), settled, candidates})},
        {"by_side", list_of(ref("side"))},
        {"reasons", reasons},
        {"disputes", list_of(id)},
        {"examined", list_of(id)},
        {"settled_by", type("string")},
        {"near",
         object_of({{"before", type("object")}, {"after", type("object")}, {"settled_by", type("string")}})},
        {"too_many_sides", type("boolean")},
        {"besides", type("object")},
        {"taking", type("object")},
        {"receipt", object_of({{"rulebook", id},
                               {"record", object_of({{"entries", type("integer")}, {"sha256", id}},
                                                    {"entries", "sha256"})},
                               {"engine", id},
                               {"supposed", id}},
                              {"rulebook", "record", "engine"})}};
    return Object{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", std::string("Answer to ") + std::string(question.name)},
                  {"description", std::string(question.asks)},
                  {"type", "object"},
                  {"properties", std::move(properties)},
                  {"required", List{"question", "parameters", "on", "known", "standing", "rests_on", "answer",
                                    "reasons", "receipt"}},
                  {"$defs", std::move(definitions)}};
}

}  // namespace questions
