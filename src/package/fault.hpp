// What is wrong with a package: data with a place, from which words/ makes sentences.
//
// A package is read by several rooms, each with faults of its own; here they stand in one list.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "encoding/acts.hpp"
#include "encoding/json.hpp"
#include "form/form.hpp"
#include "rulebook/fault.hpp"

namespace package {

/// What only the package as a whole shows. The facts each code carries are named beside it.
enum class Code {
    missing_file,       // the file, or the folder, is not there
    cannot_read,        // problem (the system's words)
    record_too_large,   // limit (bytes): of all record files together
    too_many_faults,    // limit
    not_a_record_file,  // found: in record/, but its name does not end in .jsonl
    empty_record,       // no act at all
    no_newline,         // the last line of a file is not ended
    empty_line,
    not_canonical,         // found, expected: the line from the first letter that differs
    sealed,                // a line of a package carries seals, which only a store can check
    version_without_act,   // version, act, nearest: no act of the record has that id
    version_on_other_day,  // version, from, act, on: it begins on another day than its act
    side_without_holder,   // dispute, side: no act with a source says who holds it
    case_failed,           // rule, side, what, expected, got
};

using AnyCode = std::variant<Code, rulebook::FaultCode, encoding::JsonCode, encoding::ActCode, form::Code>;
/// "side_without_holder": as tests and JSON write it. Equal words of different rooms mean the same.
std::string_view name_of(const AnyCode& code);

using Facts = std::map<std::string, std::string, std::less<>>;

struct Fault {
    std::string file;     // within the package: "record/2023.jsonl"
    rulebook::Mark mark;  // zero: the file as a whole
    AnyCode code;
    Facts facts;
};

/// Could files not be read at all? (The command line ends differently then.)
bool is_unreadable(const std::vector<Fault>& faults);

}  // namespace package
