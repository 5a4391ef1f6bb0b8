#include "registry/book.hpp"

#include <algorithm>
#include <utility>

#include "base/packed.hpp"
#include "encoding/json.hpp"
#include "seals/packed.hpp"

namespace registry {
namespace {

Refusal refused(seals::Code code, seals::Facts facts = {}) { return {seals::Fault{code, std::move(facts)}}; }

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
    auto act = encoding::decode_body(made.entry.body);
    if (!act) return std::unexpected(Refusal{std::move(act.error())});
    made.act = std::move(*act);
    return made;
}

Book::Book(ReadFile files, std::string origin, ReadEntry entries)
    : read_file_(std::move(files)),
      read_entry_(entries),
      keys_(std::move(origin)),
      shelf_(std::make_shared<Shelf>(std::move(entries))) {}
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
    if (growing_.size() == 0) {
        auto rules = package::read_rules(*files);
        return rules ? std::nullopt : std::optional(Refusal{std::move(rules.error())});
    }
    // Whatever is on record must be in form under it.
    std::string lines;
    for (record::EntryNumber number = 0; number < growing_.size(); ++number) {
        const record::Entry entry = shelf_->read(number);
        encoding::append_canonical_json(lines, encoding::encode(entry.act, entry.known_on));
        lines += '\n';
    }
    files->emplace("record/log.jsonl", std::move(lines));
    auto package = package::read(*files);
    return package ? std::nullopt : std::optional(Refusal{std::move(package.error())});
}

std::optional<Refusal> Book::publish(const seals::Entry& entry, form::Declared::ByActs before) {
    auto files = bytes_of(entry);
    if (!files) return std::move(files.error());
    auto rules = package::read_rules(*files);
    if (!rules) return Refusal{std::move(rules.error())};
    rulebook_ = std::make_shared<const rulebook::Rulebook>(std::move(*rules));
    std::vector<base::SourceId> sources;
    for (const rulebook::Source& source : rulebook_->sources) sources.push_back(source.id);
    declared_ = std::make_unique<form::Declared>(*rulebook_, sources, std::move(before));
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
        if (auto refusal = publish(read.entry, declared_ ? declared_->by_acts() : form::Declared::ByActs()))
            return refusal;
        published_ = size_;
    }
    keys_.keep(size_, read.entry, read.understood);
    if (read.entry.known_on) latest_day_ = std::max(latest_day_, *read.entry.known_on);
    if (!read.entry.files.empty()) files_.emplace(size_, read.entry.files);
    if (read.act) {
        const base::Day known_on = *read.entry.known_on;
        latest_ = std::max(latest_, known_on);
        declared_->keep(*read.act, known_on);
        leaves_.push_back(static_cast<std::uint32_t>(size_));
        record::Entry entry{std::move(*read.act), known_on};
        growing_.add(entry);
        if (!shelf_->keeps_next()) {  // as long as its line is at hand
            digest_all();
            digest_.add(line_of(read.entry) + "\n");
            ++digested_;
        }
        shelf_->put(std::move(entry), size_);
    } else if (read.understood.registry) {
        registry_acts_.emplace(size_, std::move(*read.understood.registry));
    }
    ++size_;
    return std::nullopt;
}

std::optional<std::uint64_t> Book::place_of(base::ActId id) const {
    const auto number = growing_.find(id);
    return number ? std::optional<std::uint64_t>(leaves_[*number]) : std::nullopt;
}

void Book::digest_all() const {
    std::string line;
    for (; digested_ < shelf_->size(); ++digested_) {
        const record::Entry entry = shelf_->read(static_cast<record::EntryNumber>(digested_));
        line.clear();
        encoding::append_canonical_json(line, encoding::encode(entry.act, entry.known_on));
        digest_.add(line += '\n');
    }
}

std::optional<package::Organisation> Book::organisation() const {
    if (!rulebook_) return std::nullopt;
    digest_all();  // only whoever asks for it pays for the digest; each act once
    return package::Organisation{.rulebook = *rulebook_,
                                 .record = growing_.with(shelf_->acts()),
                                 .record_sha256 = package::Sha256(digest_).text()};
}

// -- the index ---------------------------------------------------------------------------------------

void Book::pack(base::Packing& to) const {
    digest_all();
    to.put(size_);
    to.put(latest_);
    to.put(latest_day_);
    to.put(rulebook_ != nullptr);
    to.put(published_);
    to.put(leaves_);
    to.put(digest_);
    std::vector<std::uint64_t> of_registry;
    for (const auto& [entry, act] : registry_acts_) of_registry.push_back(entry);
    to.put(of_registry);
    to.put(std::uint64_t{files_.size()});
    for (const auto& [entry, files] : files_) {
        to.put(entry);
        to.put(std::uint64_t{files.size()});
        for (const seals::FileNote& file : files) seals::pack(to, file);
    }
    keys_.pack(to);
    growing_.pack(to);
    (declared_ ? declared_->by_acts() : form::Declared::ByActs()).pack(to);
}

bool Book::unpack(base::Unpacking& from) {
    Book made(read_file_, keys_.origin(), read_entry_);
    made.size_ = from.one<std::uint64_t>();
    made.latest_ = from.one<base::Day>();
    made.latest_day_ = from.one<base::Day>();
    const bool has_rulebook = from.one<bool>();
    made.published_ = from.one<std::uint64_t>();
    made.leaves_ = from.list<std::uint32_t>();
    made.digest_ = from.one<package::Sha256>();
    const auto of_registry = from.list<std::uint64_t>();
    for (auto more = from.one<std::uint64_t>(); more > 0 && from.good(); --more) {
        auto& files = made.files_[from.one<std::uint64_t>()];
        for (auto each = from.one<std::uint64_t>(); each > 0 && from.good(); --each)
            files.push_back(seals::unpack_file(from));
    }
    auto keys = seals::Keys::unpack(from);
    auto growing = record::Growing::unpack(from);
    auto by_acts = form::Declared::ByActs::unpack(from);
    const bool whole = keys && growing && by_acts && growing->size() == made.leaves_.size() && from.done();
    if (!whole || !read_entry_ || (!keys_.origin().empty() && keys->origin() != keys_.origin())) return false;

    made.keys_ = std::move(*keys);
    made.growing_ = std::move(*growing);
    made.digested_ = made.growing_.size();
    for (const std::uint32_t leaf : made.leaves_) made.shelf_->put(leaf);
    const auto read_again = [this](std::uint64_t entry) -> std::optional<Read> {
        const auto bytes = read_entry_(entry);
        auto read = bytes
                        ? registry::read(*bytes, seals::Where::in_log)
                        : std::expected<Read, Refusal>(std::unexpected(refused(seals::Code::no_such_entry)));
        return read ? std::optional(std::move(*read)) : std::nullopt;
    };
    for (const std::uint64_t entry : of_registry) {
        auto read = read_again(entry);
        if (!read || !read->understood.registry) return false;
        made.registry_acts_.emplace(entry, std::move(*read->understood.registry));
    }
    if (has_rulebook) {
        const auto read = read_again(made.published_);
        if (!read || made.publish(read->entry, std::move(*by_acts))) return false;
    }
    made.indexed_ = made.size_;
    *this = std::move(made);
    return true;
}

}  // namespace registry
