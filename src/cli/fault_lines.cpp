#include "cli/fault_lines.hpp"

#include <ostream>
#include <string>

#include "words/faults.hpp"
#include "words/file_faults.hpp"

namespace cli {

std::string line_of(const package::Fault& fault, std::string_view folder, words::Language language) {
    std::string line;
    if (!folder.empty()) {
        line += folder;
        if (line.back() != '/') line += '/';
    }
    line += fault.file;
    if (fault.mark.line > 0)
        line += ":" + std::to_string(fault.mark.line) + ":" + std::to_string(fault.mark.column);
    line += ": ";
    if (const auto* code = std::get_if<rulebook::FaultCode>(&fault.code)) {
        rulebook::Fault as_told{fault.file, fault.mark, *code, {}};
        as_told.facts.insert(fault.facts.begin(), fault.facts.end());
        line += words::say_what(as_told, language);
    } else {
        line += words::say_file_fault(package::name_of(fault.code), fault.facts, language);
    }
    return line;
}

void print(const std::vector<package::Fault>& faults, std::string_view folder, words::Language language,
           std::ostream& err) {
    for (const package::Fault& fault : faults) err << line_of(fault, folder, language) << '\n';
    err << words::count_of_faults(faults.size(), language) << '\n';
}

}  // namespace cli
