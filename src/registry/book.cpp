#include "registry/book.hpp"

#include <algorithm>
#include <utility>

#include "encoding/json.hpp"

namespace registry {
namespace {

Refusal refused(seals::Code code, seals::Facts facts = {}) { return {seals::Fault{code, std::move(facts)}}; }

base::Value envelope_of(const base::Value& body, base::Day known_on) {
    return base::Value(
        base::Object{{"body", body}, {"known_on", known_on}, {"seals", base::List{}}, {"v", 1}});
}

}  // namespace

std::string code_of(const Refusal& refusal) {
    return std::visit(
        []<class W>(const W& why) -> std::string {
            if constexpr (std::is_same_v<W, seals::Fault>) {
                return std::string(seals::name_of(why.code));
            } else if constexpr (std::is_same_v<W, std::vector<encoding::ActFault>>) {
                return std::string(encoding::name_of(why.front().code));
            } else if constexpr (std::is_same_v<W, std::vector<form::Refusal>>) {
                return std::string(form::name_of(why.front().code));
            } else {
                return std::string(package::name_of(why.front().code));
            }
        },
        refusal.why);
}

std::string line_of(const seals::Entry& entry) {
    std::string line = "{\"body\":";
    encoding::append_canonical_json(line, entry.body);
    return line.append(",\"known_on\":\"").append(entry.known_on->text()).append("\",\"seals\":[],\"v\":1}");
}

std::expected<Read, Refusal> read(std::string_view bytes, seals::Where where) {
    auto entry = seals::read_entry(bytes, where);
    if (!entry) return std::unexpected(Refusal{std::move(entry.error())});
    return decode(std::move(*entry));
}

std::expected<Read, Refusal> decode(seals::Entry entry) {
    auto understood = seals::understand(entry);
    if (!understood) return std::unexpected(Refusal{std::move(understood.error())});
    Read made{.entry = std::move(entry), .understood = std::move(*understood), .act = {}};
    if (made.entry.withheld || made.understood.registry) return made;
    auto act =
        encoding::decode(envelope_of(made.entry.body, made.entry.known_on.value_or(base::Day::last())));
    if (!act) return std::unexpected(Refusal{std::move(act.error())});
    made.act = std::move(act->act);
    return made;
}

Book::Book(ReadFile files, std::string origin) : read_file_(std::move(files)), keys_(std::move(origin)) {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

std::optional<Refusal> Book::examine(const Read& read, base::Day known_on,
                                     const seals::RootAt& root_at) const {
    if (auto fault = keys_.examine(size_, read.entry, read.understood, root_at))
        return Refusal{std::move(*fault)};
    if (read.understood.registry) {
        if (std::holds_alternative<seals::RulebookPublished>(read.understood.registry->content))
            return examine_rulebook(read);
        return std::nullopt;
    }
    if (!declared_) return refused(seals::Code::no_rulebook);
    if (!read.act) return std::nullopt;
    auto refusals = form::examine(*declared_, *read.act, known_on);
    if (!refusals.empty()) return Refusal{std::move(refusals)};
    return std::nullopt;
}

std::expected<std::map<std::string, std::string>, Refusal> Book::bytes_of(const seals::Entry& entry) const {
    std::map<std::string, std::string> files;
    for (std::size_t i = 0; i < entry.files.size(); ++i) {
        const seals::FileNote& file = entry.files[i];
        if (std::ranges::find(package::rule_files, file.name) == package::rule_files.end()) continue;
        auto bytes = file.sha256 ? read_file_(*file.sha256) : std::nullopt;
        if (!bytes) return std::unexpected(refused(seals::Code::file_missing, {{"name", file.name}}));
        // Two readers must not take two different ones.
        if (!files.emplace(file.name, std::move(*bytes)).second)
            return std::unexpected(
                refused(seals::Code::not_a_name,
                        {{"at", "/files/" + std::to_string(i) + "/name"}, {"found", file.name}}));
    }
    return files;
}

std::optional<Refusal> Book::examine_rulebook(const Read& read) const {
    auto files = bytes_of(read.entry);
    if (!files) return std::move(files.error());
    if (entries_.empty()) {
        auto rules = package::read_rules(*files);
        return rules ? std::nullopt : std::optional(Refusal{std::move(rules.error())});
    }
    // Whatever is on record must be in form under it.
    std::string lines;
    for (const record::Entry& entry : entries_) {
        encoding::append_canonical_json(lines, encoding::encode(entry.act, entry.known_on));
        lines += '\n';
    }
    files->emplace("record/log.jsonl", std::move(lines));
    auto package = package::read(*files);
    return package ? std::nullopt : std::optional(Refusal{std::move(package.error())});
}

std::optional<Refusal> Book::publish(const seals::Entry& entry) {
    auto files = bytes_of(entry);
    if (!files) return std::move(files.error());
    auto rules = package::read_rules(*files);
    if (!rules) return Refusal{std::move(rules.error())};
    rulebook_ = std::make_shared<const rulebook::Rulebook>(std::move(*rules));
    std::vector<base::SourceId> sources;
    for (const rulebook::Source& source : rulebook_->sources) sources.push_back(source.id);
    declared_ = std::make_unique<form::Declared>(*rulebook_, sources);
    for (const record::Entry& known : entries_) declared_->keep(known.act, known.known_on);
    rule_files_.clear();
    for (const seals::FileNote& file : entry.files) {
        if (files->contains(file.name)) rule_files_.emplace(file.name, *file.sha256);
    }
    return std::nullopt;
}

std::optional<Refusal> Book::keep(Read read) {
    if (read.act && !declared_) return refused(seals::Code::no_rulebook);
    if (read.understood.registry &&
        std::holds_alternative<seals::RulebookPublished>(read.understood.registry->content)) {
        if (auto refusal = publish(read.entry)) return refusal;
    }
    keys_.keep(size_, read.entry, read.understood);
    if (read.entry.known_on) latest_day_ = std::max(latest_day_, *read.entry.known_on);
    if (!read.entry.files.empty()) files_.emplace(size_, read.entry.files);
    if (read.act) {
        const base::Day known_on = *read.entry.known_on;
        latest_ = std::max(latest_, known_on);
        declared_->keep(*read.act, known_on);
        leaves_.push_back(static_cast<std::uint32_t>(size_));
        const std::uint32_t ordinal = read.act->id.ordinal();
        if (places_.size() <= ordinal)
            places_.resize(std::max<std::size_t>(base::names_in_use(), places_.size() * 2));
        places_[ordinal] = static_cast<std::uint32_t>(leaves_.size());
        entries_.push_back({std::move(*read.act), known_on});
    } else if (read.understood.registry) {
        registry_acts_.emplace(size_, std::move(*read.understood.registry));
    }
    ++size_;
    return std::nullopt;
}

std::optional<std::uint64_t> Book::place_of(base::ActId id) const {
    const std::uint32_t place = id.ordinal() < places_.size() ? places_[id.ordinal()] : 0;
    return place == 0 ? std::nullopt : std::optional<std::uint64_t>(leaves_[place - 1]);
}

std::optional<package::Organisation> Book::organisation() const {
    if (!rulebook_) return std::nullopt;
    // Only whoever asks for it pays for the digest; each act once.
    for (; digested_ < entries_.size(); ++digested_) {
        const record::Entry& entry = entries_[digested_];
        digest_.add(encoding::canonical_json(encoding::encode(entry.act, entry.known_on)) + "\n");
    }
    return package::Organisation{.rulebook = *rulebook_,
                                 .record = record::Record::of(entries_),
                                 .record_sha256 = package::Sha256(digest_).text()};
}

}  // namespace registry
