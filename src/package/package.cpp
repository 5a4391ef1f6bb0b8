#include "package/package.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <ranges>
#include <set>
#include <system_error>
#include <utility>

#include "base/nearest.hpp"
#include "law/cases.hpp"
#include "package/digest.hpp"
#include "package/sources.hpp"
#include "rulebook/reader.hpp"

namespace package {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view rulebook_file = "rulebook.yaml";
constexpr std::string_view sources_file = "sources.yaml";
constexpr std::string_view claims_file = "claims.yaml";
constexpr std::string_view record_folder = "record";

// -- where files lie ---------------------------------------------------------------------------------

class Folder : public Files {
public:
    explicit Folder(const fs::path& folder) : folder_(folder) {}

    bool has(const std::string& file) const override {
        std::error_code error;
        return fs::exists(folder_ / file, error);
    }
    std::expected<std::string, Fault> bytes(const std::string& file) const override {
        const fs::path path = folder_ / file;
        std::error_code error;
        if (!fs::exists(path, error)) return std::unexpected(Fault{file, {}, Code::missing_file, {}});
        std::ifstream in(path, std::ios::binary);
        std::string bytes;
        if (!fs::is_regular_file(path, error)) {
            return std::unexpected(Fault{file, {}, Code::cannot_read, {{"problem", "not a file"}}});
        }
        if (in) {
            bytes.resize(static_cast<std::size_t>(fs::file_size(path, error)));
            in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
            if (!in.bad() && static_cast<std::size_t>(in.gcount()) == bytes.size()) return bytes;
        }
        const std::string problem = error ? error.message() : std::strerror(errno);
        return std::unexpected(Fault{file, {}, Code::cannot_read, {{"problem", problem}}});
    }
    std::vector<std::string> record_files(std::vector<Fault>& faults) const override {
        std::vector<std::string> files;
        std::error_code error;
        const fs::path folder = folder_ / record_folder;
        if (!fs::is_directory(folder, error)) {
            faults.push_back({std::string(record_folder), {}, Code::missing_file, {}});
            return files;
        }
        for (fs::directory_iterator i(folder, error), end; !error && i != end; i.increment(error)) {
            const std::string name = i->path().filename().string();
            if (name.starts_with('.')) continue;  // an editor's own
            if (!name.ends_with(".jsonl")) {
                faults.push_back(
                    {std::string(record_folder), {}, Code::not_a_record_file, {{"found", name}}});
                continue;
            }
            files.push_back(std::string(record_folder) + "/" + name);
        }
        if (error)
            faults.push_back(
                {std::string(record_folder), {}, Code::cannot_read, {{"problem", error.message()}}});
        std::ranges::sort(files);
        return files;
    }

private:
    const fs::path& folder_;
};

class InMemory : public Files {
public:
    explicit InMemory(const std::map<std::string, std::string>& files) : files_(files) {}
    bool has(const std::string& file) const override { return files_.contains(file); }
    std::expected<std::string, Fault> bytes(const std::string& file) const override {
        const auto found = files_.find(file);
        if (found == files_.end()) return std::unexpected(Fault{file, {}, Code::missing_file, {}});
        return found->second;
    }
    std::vector<std::string> record_files(std::vector<Fault>&) const override {
        std::vector<std::string> files;
        for (const auto& [name, bytes] : files_) {
            if (name.starts_with(std::string(record_folder) + "/")) files.push_back(name);
        }
        return files;
    }

private:
    const std::map<std::string, std::string>& files_;
};

// The beginning of `text` from `offset` on, short enough for a message, whole characters only.
std::string excerpt(std::string_view text, std::size_t offset) {
    constexpr std::size_t longest = 32;
    std::string_view rest = text.substr(std::min(offset, text.size()));
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
    while (offset > 0 && !rest.empty() && continues(rest.front())) {
        rest = text.substr(--offset);
    }
    if (rest.size() <= longest) return std::string(rest);
    std::size_t end = longest;
    while (end > 0 && continues(rest[end])) --end;
    return std::string(rest.substr(0, end)) + "…";
}

// -- one reading -----------------------------------------------------------------------------------

class Reading {
public:
    explicit Reading(const Files& files) : files_(files) {}

    std::expected<Package, std::vector<Fault>> read() {
        read_rulebook();
        read_sources();
        read_claims();
        read_record();
        if (faults_.empty()) check_whole();
        if (!faults_.empty()) return std::unexpected(std::move(faults_));
        return std::move(package_);
    }
    std::expected<rulebook::Rulebook, std::vector<Fault>> read_rules() {
        read_rulebook();
        read_sources();
        read_claims();
        if (faults_.empty()) check_rule_sources();
        if (!faults_.empty()) return std::unexpected(std::move(faults_));
        return std::move(package_.rulebook);
    }

private:
    bool full() const { return faults_.size() > most_faults; }
    void add(Fault fault) {
        if (full()) return;
        if (faults_.size() == most_faults) {
            fault.code = Code::too_many_faults;
            fault.facts = {{"limit", std::to_string(most_faults)}};
        }
        std::erase_if(fault.facts, [](const auto& fact) { return fact.second.empty(); });
        faults_.push_back(std::move(fault));
    }
    void add_all(std::vector<rulebook::Fault> faults) {
        for (auto& fault : faults)
            add({std::move(fault.file), fault.mark, fault.code, std::move(fault.facts)});
    }
    std::optional<std::string> bytes(const std::string& file) {
        auto read = files_.bytes(file);
        if (read) return std::move(*read);
        add(std::move(read.error()));
        return std::nullopt;
    }

    void read_rulebook() {
        const auto yaml = bytes(std::string(rulebook_file));
        if (!yaml) return;
        auto read = rulebook::read(*yaml, rulebook_file);
        rulebook_is_whole_ = read.faults.empty();
        add_all(std::move(read.faults));
        package_.rulebook = std::move(read.book);
        package_.rulebook.sha256 = sha256(*yaml);
    }

    void read_sources() {
        const auto yaml = bytes(std::string(sources_file));
        if (!yaml) return;
        auto read = package::read_sources(*yaml, sources_file, package_.rulebook.languages);
        sources_are_whole_ = read.faults.empty();
        if (package_.rulebook.languages.empty()) {  // a fault of the rulebook, told there
            std::erase_if(read.faults, [](const rulebook::Fault& fault) {
                return fault.code == rulebook::FaultCode::language_not_listed;
            });
        }
        add_all(std::move(read.faults));
        package_.rulebook.sources = std::move(read.sources);
    }

    // A package whose work did not start from reports has no such file.
    void read_claims() {
        if (files_.has(std::string(claims_file))) {
            const auto yaml = bytes(std::string(claims_file));
            if (!yaml) return;
            std::vector<base::SourceId> ids;
            for (const rulebook::Source& source : package_.rulebook.sources) ids.push_back(source.id);
            auto read = package::read_claims(*yaml, claims_file, package_.rulebook.languages, ids);
            add_all(std::move(read.faults));
            for (rulebook::Source& source : package_.rulebook.sources) {
                if (const auto found = read.by_source.find(source.id); found != read.by_source.end())
                    source.claims = std::move(found->second);
            }
        }
    }

    // A rule was read in sources that are declared.
    void check_rule_sources() {
        std::set<base::SourceId> known;
        for (const rulebook::Source& source : package_.rulebook.sources) known.insert(source.id);
        package_.rulebook.each_rule([&](const rulebook::Rule& rule) {
            for (const base::SourceId source : rule.sources) {
                if (known.contains(source)) continue;
                const auto nearest =
                    base::nearest(source.text(), known | std::views::transform(&base::SourceId::text));
                add({std::string(rulebook_file),
                     rule.mark,
                     rulebook::FaultCode::undeclared,
                     {{"kind", "source"}, {"found", std::string(source.text())}, {"nearest", nearest}}});
            }
        });
    }

    // A claim names only acts that are on record.
    void check_claims() {
        std::set<base::ActId> known;
        for (const record::Entry& entry : package_.entries) known.insert(entry.act.id);
        for (const rulebook::Source& source : package_.rulebook.sources) {
            for (const rulebook::Claim& claim : source.claims) {
                for (const base::ActId act : claim.acts) {
                    if (known.contains(act)) continue;
                    const auto nearest =
                        base::nearest(act.text(), known | std::views::transform(&base::ActId::text));
                    add({std::string(claims_file),
                         claim.mark,
                         rulebook::FaultCode::undeclared,
                         {{"kind", "act"}, {"found", std::string(act.text())}, {"nearest", nearest}}});
                }
            }
        }
    }

    // -- the record --------------------------------------------------------------------------------

    std::vector<std::string> record_files() {
        std::vector<Fault> faults;
        auto files = files_.record_files(faults);
        for (Fault& fault : faults) add(std::move(fault));
        return files;
    }

    void read_record() {
        std::vector<base::SourceId> sources;
        for (const auto& source : package_.rulebook.sources) sources.push_back(source.id);
        form::Declared declared(package_.rulebook, sources);

        const std::size_t faults_before = faults_.size();
        std::size_t size = 0;
        Sha256 digest;
        for (const std::string& file : record_files()) {
            const auto text = bytes(file);
            if (!text) continue;
            size += text->size();
            if (size > largest_record) {
                add({file, {}, Code::record_too_large, {{"limit", std::to_string(largest_record)}}});
                return;
            }
            read_lines(file, *text, declared);
            digest.add(*text);
        }
        package_.record_sha256 = digest.text();
        if (package_.entries.empty() && faults_.size() == faults_before) {
            add({std::string(record_folder), {}, Code::empty_record, {}});
        }
    }

    void read_lines(const std::string& file, std::string_view text, form::Declared& declared) {
        int line = 0;
        while (!text.empty() && !full()) {
            ++line;
            const std::size_t end = text.find('\n');
            read_line(file, line, text.substr(0, end), declared);
            if (end == std::string_view::npos) {
                const auto column = encoding::line_column(text, text.size()).column;
                return add({file, {line, static_cast<int>(column)}, Code::no_newline, {}});
            }
            text.remove_prefix(end + 1);
        }
    }

    void read_line(const std::string& file, int number, std::string_view line, form::Declared& declared) {
        const auto mark = [&](std::size_t offset) {
            return rulebook::Mark{number, static_cast<int>(encoding::line_column(line, offset).column)};
        };
        if (line.empty()) return add({file, {number, 1}, Code::empty_line, {}});
        const auto value = encoding::read_json(line);
        if (!value) {
            record_is_whole_ = false;
            Facts facts;
            if (value.error().code == encoding::JsonCode::too_long) {
                facts.emplace("limit", std::to_string(encoding::line_limits.bytes));
            }
            if (value.error().code == encoding::JsonCode::too_deep) {
                facts.emplace("limit", std::to_string(encoding::line_limits.depth));
            }
            return add({file, mark(value.error().offset), value.error().code, std::move(facts)});
        }
        canonical_.clear();
        encoding::append_canonical_json(canonical_, *value);
        if (canonical_ != line) {
            const auto differs = std::ranges::mismatch(canonical_, line).in2 - line.begin();
            const auto offset = static_cast<std::size_t>(differs);
            add({file,
                 mark(offset),
                 Code::not_canonical,
                 {{"found", excerpt(line, offset)}, {"expected", excerpt(canonical_, offset)}}});
        }
        auto decoded = encoding::decode(*value);
        if (!decoded) {
            record_is_whole_ = false;
            for (encoding::ActFault& fault : decoded.error()) {
                fault.facts.emplace("path", fault.path);
                add({file, mark(encoding::offset_of(line, fault.path)), fault.code, std::move(fault.facts)});
            }
            return;
        }
        if (!decoded->seals.empty()) {
            add({file, mark(encoding::offset_of(line, "/seals")), Code::sealed, {}});
        }
        for (form::Refusal& refusal : form::examine(declared, decoded->act, decoded->known_on)) {
            if (!is_worth_telling(refusal)) continue;
            const std::string path = path_of(refusal.field, decoded->act.content);
            refusal.facts.emplace("act", decoded->act.id.text());
            if (!refusal.field.empty()) refusal.facts.emplace("field", refusal.field);
            add({file, mark(encoding::offset_of(line, path)), refusal.code, std::move(refusal.facts)});
        }
        declared.keep(decoded->act, decoded->known_on);
        package_.entries.push_back({std::move(decoded->act), decoded->known_on});
    }

    // What was left out because of a fault told above is no news about the acts that name it.
    bool is_worth_telling(const form::Refusal& refusal) const {
        if (refusal.code != form::Code::undeclared) return true;
        const std::string& kind = refusal.facts.at("kind");
        if (kind == "source") return sources_are_whole_;
        if (kind == "field") return true;
        constexpr std::array<std::string_view, 4> by_the_record{"session", "paper", "act", "event"};
        const bool by_record = std::ranges::find(by_the_record, kind) != by_the_record.end();
        return by_record ? record_is_whole_ : rulebook_is_whole_;
    }

    // Where the form's field stands in the line: "with/1" is /body/content/with/1.
    static std::string path_of(std::string_view field, const acts::Content& content) {
        if (field.empty()) return "/body";
        if (field == "known_on") return "/known_on";
        std::string path = "/body";
        const std::string_view first = field.substr(0, field.find('/'));
        const auto& fields = encoding::find_kind(acts::kind_of(content))->fields;
        const auto described = std::ranges::find(fields, first, &encoding::FieldDescription::name);
        if (described != fields.end()) {
            path += described->in == encoding::FieldDescription::In::about ? "/about" : "/content";
        } else if (first == "event") {
            path += "/about";
        }
        return path + "/" + std::string(field);
    }

    // -- what rulebook and record must say alike ------------------------------------------------------

    void check_whole() {
        for (const rulebook::Version& version : package_.rulebook.versions) check_version(version);
        check_claims();
        check_rule_sources();
        const auto held = sides_held();
        for (const rulebook::Dispute& dispute : package_.rulebook.disputes) {
            for (const rulebook::Side& side : dispute.sides) {
                if (held.contains({dispute.id, side.id})) continue;
                add({std::string(rulebook_file),
                     side.mark,
                     Code::side_without_holder,
                     {{"dispute", std::string(dispute.id.text())}, {"side", std::string(side.id.text())}}});
            }
        }
    }

    void check_version(const rulebook::Version& version) {
        const auto id_of = [](const record::Entry& entry) { return entry.act.id; };
        const auto found = std::ranges::find(package_.entries, version.by, id_of);
        Facts facts{{"version", std::string(version.id.text())}, {"act", std::string(version.by.text())}};
        if (found == package_.entries.end()) {
            const auto ids = package_.entries | std::views::transform([](const record::Entry& entry) {
                                 return entry.act.id.text();
                             });
            facts.emplace("nearest", base::nearest(version.by.text(), ids));
            return add(
                {std::string(rulebook_file), version.mark, Code::version_without_act, std::move(facts)});
        }
        const base::Date& on = found->act.on;
        if (on.exact() && on.earliest() == version.from) return;
        facts.emplace("from", version.from.text());
        facts.emplace("on", on.text());
        add({std::string(rulebook_file), version.mark, Code::version_on_other_day, std::move(facts)});
    }

    // An annulled act holds nothing. That holders have sources the form has seen to.
    std::set<std::pair<base::DisputeId, base::SideId>> sides_held() const {
        std::set<base::ActId> annulled;
        for (const record::Entry& entry : package_.entries) {
            if (const auto* one = std::get_if<acts::Annulled>(&entry.act.content)) annulled.insert(one->act);
        }
        std::set<std::pair<base::DisputeId, base::SideId>> held;
        for (const record::Entry& entry : package_.entries) {
            const auto* stated = std::get_if<acts::InterpretationStated>(&entry.act.content);
            if (stated && !annulled.contains(entry.act.id)) held.emplace(stated->dispute, stated->side);
        }
        return held;
    }

    const Files& files_;
    Package package_;
    std::vector<Fault> faults_;
    std::string canonical_;  // of the line being read: kept so that its memory is
    bool rulebook_is_whole_ = false;
    bool sources_are_whole_ = false;
    bool record_is_whole_ = true;  // every line so far was an act
};

}  // namespace

std::expected<Package, std::vector<Fault>> read(const fs::path& folder) {
    return Reading(Folder(folder)).read();
}

std::expected<Package, std::vector<Fault>> read(const std::map<std::string, std::string>& files) {
    return Reading(InMemory(files)).read();
}

std::expected<rulebook::Rulebook, std::vector<Fault>> read_rules(
    const std::map<std::string, std::string>& files) {
    return Reading(InMemory(files)).read_rules();
}

std::vector<Fault> check(const fs::path& folder) {
    const auto package = read(folder);
    if (!package) return package.error();
    std::vector<Fault> faults;
    for (const law::CaseFailure& failure : law::run_cases(package->rulebook)) {
        Facts facts{{"rule", std::string(failure.rule.text())},
                    {"side", std::string(failure.side.text())},
                    {"what", failure.what},
                    {"expected", failure.expected},
                    {"got", failure.got}};
        std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
        faults.push_back({std::string(rulebook_file), failure.mark, Code::case_failed, std::move(facts)});
    }
    return faults;
}

std::string_view name_of(const AnyCode& code) {
    constexpr std::array<std::string_view, 14> names{
        "missing_file",        "cannot_read",  "record_too_large",    "too_many_faults",
        "not_a_record_file",   "empty_record", "no_newline",          "empty_line",
        "not_canonical",       "sealed",       "version_without_act", "version_on_other_day",
        "side_without_holder", "case_failed"};
    if (const auto* own = std::get_if<Code>(&code)) return names[static_cast<std::size_t>(*own)];
    if (const auto* of_book = std::get_if<rulebook::FaultCode>(&code)) return rulebook::name_of(*of_book);
    if (const auto* of_json = std::get_if<encoding::JsonCode>(&code)) return encoding::name_of(*of_json);
    if (const auto* of_act = std::get_if<encoding::ActCode>(&code)) return encoding::name_of(*of_act);
    return form::name_of(std::get<form::Code>(code));
}

bool is_unreadable(const std::vector<Fault>& faults) {
    return std::ranges::any_of(faults, [](const Fault& fault) {
        return fault.code == AnyCode(Code::missing_file) || fault.code == AnyCode(Code::cannot_read);
    });
}

}  // namespace package
