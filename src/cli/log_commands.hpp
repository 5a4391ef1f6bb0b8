// The commands on keys, logs, stores and witnesses. Each writes to the streams it is given and says how the
// program ends; none knows the clock.
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

#include "base/day.hpp"
#include "cli/arguments.hpp"
#include "server/station.hpp"

namespace cli {

/// What the program knows of the world.
struct World {
    base::Day today;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    words::Language language;
};

int key(const Key& command, World world);
int import(const Import& command, World world);
int demonstrate(const Demonstrate& command, World world);
int sign(const Sign& command, World world);
int submit(const Submit& command, World world);
int record(const Record& command, World world);
int release(const Release& command, World world);
int remove_annex(const RemoveAnnex& command, World world);
int annexes(const Annexes& command, World world);
int backup(const Backup& command, World world);
int doctor(const Doctor& command, World world);
int witness(const Witness& command, World world);
int export_log(const Export& command, World world);
int verify(const Verify& command, World world);
/// The proof of one act as a page.
int prove(const Prove& command, World world);

/// A fault of a station in a sentence, and how the program ends with it.
std::string say(const server::StationFault& fault, words::Language language);
int end_of(const server::StationFault& fault);

}  // namespace cli
