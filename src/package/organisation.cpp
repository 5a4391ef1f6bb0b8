#include "package/organisation.hpp"

#include "package/digest.hpp"

namespace package {

std::expected<Organisation, std::vector<Fault>> open(const std::filesystem::path& folder) {
    auto read_package = read(folder);
    if (!read_package) return std::unexpected(std::move(read_package.error()));
    return Organisation{.rulebook = std::move(read_package->rulebook),
                        .record = record::Record::of(std::move(read_package->entries)),
                        .record_sha256 = std::move(read_package->record_sha256)};
}

namespace {

void add_line(Sha256& digest, const record::Entry& entry, std::string& line) {
    line.clear();
    encoding::append_canonical_json(line, encoding::encode(entry.act, entry.known_on));
    line += '\n';
    digest.add(line);
}

}  // namespace

std::string digest_of(const Organisation& organisation, std::size_t known) {
    if (known >= organisation.record.size()) return organisation.record_sha256;
    Sha256 digest;
    std::string line;
    for (record::EntryNumber number = 0; number < known; ++number)
        add_line(digest, organisation.record[number], line);
    return digest.text();
}

std::string Digests::of(const Organisation& organisation, std::size_t known) const {
    const record::Record& record = organisation.record;
    if (known >= record.size()) return organisation.record_sha256;
    std::call_once(once_, [&] {
        Sha256 digest;
        std::string line;
        for (record::EntryNumber number = 0; number < record.size(); ++number) {
            if (number == 0 || record.known_on(number) != record.known_on(number - 1))
                by_known_.emplace(number, Sha256(digest).text());
            add_line(digest, record[number], line);
        }
    });
    return by_known_.at(known);
}

std::expected<record::Record, std::vector<Fault>> supposing(const Organisation& organisation,
                                                            std::size_t known, std::string_view lines,
                                                            std::string_view file_name) {
    std::vector<base::SourceId> sources;
    for (const rulebook::Source& source : organisation.rulebook.sources) sources.push_back(source.id);
    form::Declared declared(organisation.rulebook, sources);
    for (record::EntryNumber number = 0; number < known; ++number)
        declared.keep(organisation.record[number].act, organisation.record[number].known_on);
    const base::Day last = known == 0
                               ? base::Day::first()
                               : organisation.record.known_on(static_cast<record::EntryNumber>(known - 1));

    std::vector<Fault> faults;
    std::vector<acts::Act> supposed;
    int line_number = 0;
    while (!lines.empty()) {
        const auto end = lines.find('\n');
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end == std::string_view::npos ? lines.size() : end + 1);
        ++line_number;
        if (line.empty()) continue;
        const auto fault = [&](auto code, auto facts, int column) {
            faults.push_back(
                {std::string(file_name), {line_number, column}, code, Facts(facts.begin(), facts.end())});
        };
        const auto json = encoding::read_json(line);
        if (!json) {
            fault(json.error().code, Facts{},
                  static_cast<int>(encoding::line_column(line, json.error().offset).column));
            continue;
        }
        auto decoded = encoding::decode(*json);
        if (!decoded) {
            for (const auto& one : decoded.error()) fault(one.code, one.facts, 1);
            continue;
        }
        // Known at once: no earlier than the view's last entry.
        const base::Day known_on = std::max(last, decoded->known_on);
        bool refused = false;
        for (const form::Refusal& refusal : form::examine(declared, decoded->act, known_on)) {
            if (refusal.code == form::Code::no_source) continue;  // what did not happen has none
            fault(refusal.code, refusal.facts, 1);
            refused = true;
        }
        if (refused) continue;
        declared.keep(decoded->act, known_on);
        supposed.push_back(std::move(decoded->act));
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return organisation.record.supposing(std::move(supposed));
}

}  // namespace package
