// A log being run, or followed: its store, the desk where this server writes, the witnesses it asks, and what
// pages and clients are told of it.
//
// The server that has the log's key takes the pen and writes; one without, or one that finds the pen taken,
// follows: it reads what the other has kept, and takes the pen over when the other is gone. One whose store
// is shorter than the guard file knows, or is not what was signed, answers questions and signs nothing.
#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/day.hpp"
#include "package/organisation.hpp"
#include "registry/desk.hpp"
#include "registry/key_file.hpp"
#include "site/log.hpp"
#include "store/store.hpp"

namespace server {

struct StationOptions {
    std::string store;               // its address (store::open)
    std::string log_key;             // file; empty: this server only follows
    std::string registrar_key = {};  // file; empty: no refusal is put on record at a sender's demand
    std::string guard;               // file; empty: beside an SQLite store, none for another
    std::string index = {};  // file of a long log's index; empty: beside an SQLite store, none for another
    bool asks_witnesses = true;
    std::function<base::Day()> today;
    std::function<std::uint64_t()> now;  // POSIX seconds
    /// One line for those who run the server: something it noticed.
    std::function<void(std::string_view code, const seals::Facts&)> notice = {};
};

/// Why a station cannot be opened: by the codes of words::say_trouble, words::say_closed or
/// words::say_entry_fault.
struct StationFault {
    enum class Of { trouble, closed, entry };
    Of of;
    std::string code;
    seals::Facts facts;
};

class Station {
public:
    static std::expected<std::unique_ptr<Station>, StationFault> open(StationOptions options);
    ~Station();
    Station(const Station&) = delete;
    Station& operator=(const Station&) = delete;

    /// What is known now: another object after each change, the same one until then.
    struct State {
        package::Organisation organisation;
        std::shared_ptr<const site::Log> log;
    };
    /// Null where no rulebook is published yet.
    std::shared_ptr<const State> state() const;
    /// Calls `changed` from a thread of its own when there is another state; several changes may come as one.
    void on_change(std::function<void(std::shared_ptr<const State>)> changed);

    /// Another object after the pen was taken or lost; the old one can be read as long as it is held.
    std::shared_ptr<const store::Store> store() const;
    /// Null on a server that follows.
    std::shared_ptr<registry::Desk> desk() const;
    /// Hands in; on a server that follows, says that another writes, on one that may not sign, why.
    void submit(registry::Submission submission, registry::Desk::Answer answer);

    /// The signed note that tells the sender of these bytes why they were refused; empty where this server
    /// has not the log's key.
    std::string refusal_note(std::string_view submitted, const registry::Refusal& refusal) const;
    /// The checkpoint to be shown: the largest with a quorum, with its cosignatures; where the policy asks
    /// for none, the newest. Empty where there is none.
    std::string checkpoint() const;
    /// The newest that the log signed, with the cosignatures it has so far.
    std::string newest() const;
    /// Who may seal now, and with which number next: after a receipt never older than what it tells.
    seals::Keys keys() const;

private:
    struct Running;
    explicit Station(std::unique_ptr<Running> running);
    std::unique_ptr<Running> running_;
};

using Notice = std::function<void(std::string_view code, const seals::Facts&)>;

/// What witnesses of the log's policy have confirmed that is not in the store: a longer log, or another.
/// Those that do not answer within some seconds are left out.
std::vector<registry::KnownElsewhere> known_to_witnesses(const seals::Keys& keys, const store::Store& in,
                                                         const store::Head& head);
/// Before the first act is taken: closes the desk where a witness knows more, and says so.
void ask_witnesses(registry::Desk& desk, const store::Store& in, const Notice& notice);

/// What is still withheld though the day of its release has come by `today`: entry and day of each. Only
/// people release.
std::vector<seals::Facts> may_be_released(const seals::Keys& keys, base::Day today);

/// The log in a store, read from its first entry; `what`: how the store is called.
std::expected<registry::Book, StationFault> read_book(const store::Store& store, const std::string& what);
/// The organisation in a store, for one who only asks.
std::expected<package::Organisation, StationFault> read_organisation(const std::string& address);

StationFault fault_of(const store::Fault& fault, const std::string& what);
StationFault fault_of(const registry::Closed& closed);
StationFault fault_of(const registry::Refusal& refusal);
StationFault fault_of(const registry::KeyFileFault& fault, const std::string& file);

}  // namespace server
