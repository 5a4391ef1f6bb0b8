#include "registry/refusal.hpp"

#include <array>
#include <utility>
#include <vector>

#include "encoding/json.hpp"
#include "merkle/path_lines.hpp"

namespace registry {
namespace {

constexpr std::string_view first_line = "depositary/refusal/v1";

base::Value told(const seals::Facts& facts) {
    base::Object object;
    for (const auto& [name, fact] : facts) {
        std::size_t end = std::min(fact.size(), longest_fact_told);
        // Not within a character.
        while (end > 0 && end < fact.size() && (static_cast<unsigned char>(fact[end]) & 0xC0) == 0x80) --end;
        object.emplace(name, fact.substr(0, end));
    }
    return base::Value(std::move(object));
}

base::Value told(std::string_view code, std::string at, const seals::Facts& facts) {
    base::Object object{{"code", std::string(code)}, {"facts", told(facts)}};
    if (!at.empty()) object.emplace("at", std::move(at));
    return base::Value(std::move(object));
}

base::Value told(const seals::Fault& fault) { return told(seals::name_of(fault.code), {}, fault.facts); }
base::Value told(const encoding::ActFault& fault) {
    return told(encoding::name_of(fault.code), fault.path, fault.facts);
}
base::Value told(const form::Refusal& fault) {
    return told(form::name_of(fault.code), fault.field, fault.facts);
}
base::Value told(const package::Fault& fault) {
    std::string at = fault.file;
    if (fault.mark.line > 0)
        at += ":" + std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column);
    return told(package::name_of(fault.code), std::move(at), fault.facts);
}

base::List faults_of(const Refusal& refusal) {
    return std::visit(
        []<class W>(const W& why) {
            base::List list;
            if constexpr (std::is_same_v<W, seals::Fault>) {
                list.push_back(told(why));
            } else {
                for (const auto& fault : why) {
                    if (list.size() < most_faults_told) list.push_back(told(fault));
                }
            }
            return list;
        },
        refusal.why);
}

}  // namespace

std::string Refused::text() const {
    std::string text(first_line);
    text.append("\n").append(origin).append("\n").append(merkle::base64_of(submitted)).append("\n");
    text.append(code).append("\n");
    encoding::append_canonical_json(text, faults);
    return text += '\n';
}

Refused refused_as(std::string_view origin, std::string_view submitted, const Refusal& refusal) {
    return {.origin = std::string(origin),
            .submitted = merkle::sha256(submitted),
            .code = code_of(refusal),
            .faults = base::Value(faults_of(refusal))};
}

std::string signed_refusal(const merkle::Signer& log, const Refused& refused) {
    const std::string text = refused.text();
    return merkle::Note{.text = text, .lines = {log.sign(text)}}.whole();
}

std::string refusal_note(const merkle::Signer& log, std::string_view submitted, const Refusal& refusal) {
    return signed_refusal(log, refused_as(log.verifier().name, submitted, refusal));
}

std::expected<Refused, RefusedFault> read_refused(std::string_view bytes, const merkle::VerifierKey& log) {
    const auto note = merkle::read_note(bytes);
    const std::array known{log};
    if (!note || !merkle::verify_note(*note, known)) return std::unexpected(RefusedFault::not_a_note);
    const auto none = std::unexpected(RefusedFault::not_a_refusal);
    std::string_view text = note->text;
    if (merkle::take_line(text) != first_line) return none;
    const auto origin = merkle::take_line(text);
    const auto submitted = merkle::take_line(text);
    const auto code = merkle::take_line(text);
    const auto faults = merkle::take_line(text);
    if (!faults || !text.empty() || !merkle::acceptable_name(*origin) || code->empty()) return none;
    const auto hash = merkle::read_hash(*submitted);
    const auto value = encoding::read_json(*faults, encoding::document_limits);
    if (!hash || !value || !value->list() || value->list()->empty() ||
        encoding::canonical_json(*value) != *faults)
        return none;
    return Refused{
        .origin = std::string(*origin), .submitted = *hash, .code = std::string(*code), .faults = *value};
}

}  // namespace registry
