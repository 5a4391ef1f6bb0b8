#include "archive/proof_page.hpp"

#include <fmt/format.h>

#include "archive/verdict_text.hpp"
#include "base/base64.hpp"
#include "merkle/note.hpp"
#include "pages/html.hpp"
#include "record/view.hpp"
#include "registry/book.hpp"
#include "words/acts_said.hpp"
#include "words/names.hpp"
#include "words/page_words.hpp"
#include "words/proof_words.hpp"
#include "words/verdict.hpp"

namespace archive {
namespace {

namespace say = words::proof_words;
using pages::html::attr;
using pages::html::el;
using pages::html::Fragment;
using pages::html::group;
using words::Language;

// Readable in any browser, on paper, and where colours are the reader's own.
constexpr std::string_view style = R"(
:root{color-scheme:light dark}
body{font:1rem/1.5 Georgia,"PT Serif",serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:.2rem 0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .5rem}
.kicker{margin:0;opacity:.75}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;gap:.4rem 1rem;margin:1.5rem 0}
dt{font-weight:bold}dd{margin:0}
dd small{display:block;overflow-wrap:anywhere}
code,pre{font:.85rem/1.45 ui-monospace,"DejaVu Sans Mono",monospace}
code{overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid;padding:.75rem}
@media(max-width:36rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}}
@media print{body{max-width:none;margin:0}pre{font-size:.65rem}}
)";

// "26:40" of seconds since 1970, after the day.
std::string clock_of(std::uint64_t time) {
    return fmt::format("{:02}:{:02}", time / 3600 % 24, time / 60 % 60);
}
std::string day_of(Language language, std::uint64_t time) {
    constexpr std::uint64_t last = 253'402'300'799;  // the end of the year 9999
    if (time > last) return std::to_string(time);
    return words::day(language, base::Day::of_number(static_cast<std::int32_t>(time / 86'400)));
}

class Page {
public:
    Page(const ActProof& proof, const package::Organisation* organisation, Language language)
        : proof_(proof), language_(language), proven_(verify_proof(proof.armoured())) {
        if (!organisation) return;
        view_.emplace(record::View{.rulebook = organisation->rulebook,
                                   .record = organisation->record,
                                   .known = static_cast<std::size_t>(organisation->record.end()),
                                   .on = base::Day::last(),
                                   .taken = {}});
        names_.emplace(*view_, language, words::names_of(organisation->rulebook.sources));
    }

    std::string title() const {
        if (!proven_.entry || proven_.entry->withheld) return std::string(say::withheld(language_));
        const base::Value& body = proven_.entry->body;
        const std::string_view kind = seals::kind_of(body);
        if (const auto sentence = say::registry_sentence(kind))
            return words::fill_in((*sentence)(language_), {{"name", body["content"]["name"].text()},
                                                           {"origin", body["content"]["origin"].text()}});
        if (names_) {
            const auto read = registry::decode(*proven_.entry);
            if (read && read->act) return words::capitalised(words::describe(*read->act, *names_));
        }
        return fmt::format("{}: {}", kind, body["id"].text());
    }

    Fragment content(const std::string& file) const {
        return group(el<"p">(attr<"class">("kicker"), say::kicker(language_)), el<"h1">(title()),
                     el<"p">(words::fill_in(say::what_it_is(language_), {{"organisation", organisation()}})),
                     facts(), how(file), section(say::limits, el<"p">(say::limits_says(language_))),
                     section(say::bytes, el<"pre">(proof_.entry)));
    }
    Fragment block() const { return section(say::block, el<"pre">(proof_.armoured())); }

private:
    template <class Node> Fragment section(const words::Phrase& heading, Node node) const {
        return group(el<"h2">(heading(language_)), std::move(node));
    }

    std::string organisation() const {
        if (names_) return names_->organisation();
        return proven_.verdict.checkpoint ? proven_.verdict.checkpoint->origin : std::string();
    }

    Fragment row(const words::Phrase& term, const Fragment& what) const {
        return group(el<"dt">(term(language_)), el<"dd">(what));
    }

    Fragment facts() const {
        if (!proven_.entry || !proven_.verdict.checkpoint) return {};
        const merkle::Checkpoint& checkpoint = *proven_.verdict.checkpoint;
        Fragment rows;
        const auto read = registry::decode(*proven_.entry);
        if (read && read->act) rows += row(say::date, Fragment(words::date(language_, read->act->on)));
        rows += row(say::known_on, Fragment(words::day(language_, *proven_.entry->known_on)));
        if (proven_.entry->released)
            rows +=
                row(say::released,
                    Fragment(words::fill_in(say::released_from(language_),
                                            {{"entry", std::to_string(proven_.entry->released->entry)}})));
        rows += row(say::sealed_by, seals());
        rows += row(say::place, Fragment(words::fill_in(say::place_is(language_),
                                                        {{"index", std::to_string(proven_.index)},
                                                         {"size", std::to_string(checkpoint.size)}})));
        rows += row(say::log, Fragment(checkpoint.origin));
        rows += row(say::root, el<"code">(merkle::base64_of(checkpoint.root)));
        rows += row(say::witnesses, witnesses());
        if (!proven_.entry->files.empty()) rows += row(say::files, files());
        return el<"dl">(rows);
    }

    Fragment seals() const {
        Fragment all;
        for (std::size_t i = 0; i < proven_.sealed.size(); ++i) {
            const Sealed& by = proven_.sealed[i];
            const seals::Seal& seal = proven_.entry->seals[i];
            const words::Phrase& use = by.use == seals::Use::registrar        ? say::seal_use_registrar
                                       : by.use == seals::Use::representative ? say::seal_use_representative
                                                                              : say::seal_use_authority;
            const std::string who =
                by.holder.empty() ? by.name : fmt::format("{}: {}", holder(by.holder), by.name);
            all += el<"div">(fmt::format("{} ({})", who, use(language_)),
                             el<"small">(words::fill_in(say::seal_details(language_),
                                                        {{"count", std::to_string(seal.count)},
                                                         {"key", seal.key},
                                                         {"accredited", std::to_string(by.accredited)},
                                                         {"after", std::to_string(seal.after.size)}})));
        }
        return all;
    }
    std::string holder(const std::string& id) const {
        if (!names_) return id;
        return names_->kind_of(id) == words::Kind::body ? names_->body(id) : names_->member(id);
    }

    Fragment witnesses() const {
        const auto policy = merkle::read_policy(proof_.policy);
        const auto note = merkle::read_note(proof_.proof.checkpoint);
        Fragment all;
        for (const merkle::SignatureLine& line : note ? note->lines : std::vector<merkle::SignatureLine>()) {
            for (const merkle::Policy::Witness& witness :
                 policy ? policy->witnesses : std::vector<merkle::Policy::Witness>()) {
                if (line.name != witness.key.name || line.id != witness.key.id()) continue;
                if (!merkle::verifies(witness.key, note->text, line)) continue;
                const std::uint64_t time = merkle::time_of(line).value_or(0);
                all += el<"div">(words::fill_in(say::witness_at(language_), {{"name", witness.key.name},
                                                                             {"day", day_of(language_, time)},
                                                                             {"time", clock_of(time)}}));
            }
        }
        return all.empty() ? Fragment(say::no_witnesses(language_)) : all;
    }

    Fragment files() const {
        Fragment all;
        for (const seals::FileNote& file : proven_.entry->files) {
            const std::string sha256 =
                file.sha256 ? base::hex(merkle::bytes_of(*file.sha256)) : std::string();
            all += el<"div">(el<"small">(words::fill_in(
                (file.sha256 ? say::file_is : say::file_closed)(language_),
                {{"name", file.name}, {"size", std::to_string(file.size)}, {"sha256", sha256}})));
        }
        return all;
    }

    Fragment how(const std::string& file) const {
        return group(el<"h2">(say::how(language_)), el<"p">(say::how_command(language_)),
                     el<"pre">("depositary verify " + file), el<"p">(say::how_policy(language_)),
                     el<"p">(say::how_other(language_)), el<"p">(say::how_hand(language_)));
    }

    const ActProof& proof_;
    Language language_;
    Proven proven_;
    std::optional<record::View> view_;
    std::optional<words::Names> names_;
};

std::string escaped(std::string_view text) {
    pages::html::Out out;
    pages::html::escape(out, text);
    return std::string(out.view());
}

// Words of an act may hold the line with which a block begins: there is one block on the page, and it is
// ours.
std::string without_blocks(std::string text) {
    for (std::size_t at = 0; (at = text.find(proof_begin, at)) != text.npos;) text.replace(at, 1, "&#45;");
    return text;
}

}  // namespace

std::string proof_page(const ActProof& proof, const package::Organisation* organisation, Language language,
                       const std::string& file) {
    const Page page(proof, organisation, language);
    // Nothing is loaded, and nothing runs, whatever the text of an act may hold.
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{}</style>\n</head>\n"
        "<body>\n<main>\n{}\n{}\n</main>\n</body>\n</html>\n",
        words::code(language), without_blocks(escaped(page.title())), style,
        without_blocks(std::string(page.content(file).text())), page.block().text());
}

std::string text_of(const Proven& proven, Language language) {
    const Verdict& verdict = proven.verdict;
    std::string text;
    const auto add = [&](const words::Phrase& phrase,
                         std::initializer_list<std::pair<std::string_view, std::string_view>> facts) {
        text += words::fill_in(phrase(language), facts) + "\n";
    };
    if (!verdict.holds() || !proven.entry || !verdict.checkpoint) {
        text = std::string(say::proof_fails(language)) + "\n\n";
        return text + lines_of(verdict, language);
    }
    add(say::proof_holds, {{"index", std::to_string(proven.index)},
                           {"size", std::to_string(verdict.checkpoint->size)},
                           {"origin", verdict.checkpoint->origin}});
    const std::string day = words::day(language, *proven.entry->known_on);
    if (proven.entry->withheld) {
        add(say::proof_withheld, {{"day", day}});
    } else {
        add(say::proof_act, {{"id", proven.entry->body["id"].text()},
                             {"kind", seals::kind_of(proven.entry->body)},
                             {"day", day}});
    }
    for (const Sealed& by : proven.sealed)
        add(say::proof_sealed,
            {{"key", by.key},
             {"holder", by.holder.empty() ? say::the_organisation(language) : std::string_view(by.holder)},
             {"name", by.name},
             {"accredited", std::to_string(by.accredited)}});
    return text + "\n" + lines_of(verdict, language);
}

}  // namespace archive
