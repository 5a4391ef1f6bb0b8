// An index says what reading the log would say, or it is passed over.
#include "registry/index_file.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>
#include <sodium.h>

#include "encoding/json.hpp"
#include "registry/testing_desk.hpp"
#include "store/testing_places.hpp"

namespace registry {
namespace {

using namespace testing;
using store::testing::Folder;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}
void put(const std::filesystem::path& file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// A log with the acts of the organisation that the program ships with.
class Log {
public:
    Log() : store_(store::in_memory()) {
        const merkle::SecretKey authority = secret('A'), registrar = secret('R');
        const base::Day today = day("2031-05-07");
        auto desk = Desk::open({.store = *store_, .log = log_signer(), .today = [today] { return today; }});
        ok_ = desk &&
              open_log(**desk, {.origin = std::string(origin),
                                .log = log_signer(),
                                .authority = authority,
                                .authority_next = seals::testing::next('B'),
                                .registrar = registrar,
                                .registrar_name = "registrar",
                                .policy = seals::testing::opened().policy,
                                .today = today}) &&
              enter_package(**desk, registrar, "organisations/csto", "First.", today);
    }
    bool ok() const { return ok_; }
    store::Store& store() const { return *store_; }
    std::uint64_t size() const { return store_->head()->size(); }

    seals::RootAt root_at() const {
        return [this](std::uint64_t size) -> std::optional<merkle::Hash> {
            if (size > this->size()) return std::nullopt;
            return merkle::edge_of(size, store::nodes_of(*store_, size))->root();
        };
    }
    ReadEntry entries() const {
        return [this](std::uint64_t entry) -> std::optional<std::string> {
            auto read = store_->entries(entry, 1);
            if (!read || read->empty()) return std::nullopt;
            return read->front();
        };
    }
    Book empty_book() const {
        return Book(
            [this](const merkle::Hash& sha256) -> std::optional<std::string> {
                const auto file = store_->file(sha256);
                if (!file || !*file) return std::nullopt;
                return (*file)->bytes;
            },
            std::string(origin), entries());
    }
    // Goes on until the book has `until` entries.
    void read_on(Book& book, std::uint64_t until) const {
        ASSERT_TRUE(store_->each_entry(book.size(), [&](std::uint64_t index, std::string_view bytes) {
            if (index == until) return false;
            auto entry = read(bytes, seals::Where::in_log);
            EXPECT_TRUE(entry);
            return entry && !book.keep(std::move(*entry));
        }));
        ASSERT_EQ(book.size(), until);
    }

private:
    std::unique_ptr<store::Store> store_;
    bool ok_ = false;
};

const Log& log() {
    static const Log one;
    return one;
}

template <class T> std::vector<T> list(std::span<const T> all) { return {all.begin(), all.end()}; }
bool same(std::span<const record::Position> a, std::span<const record::Position> b) {
    return std::ranges::equal(a, b, [](const record::Position& x, const record::Position& y) {
        return x.member == y.member && x.effective_earliest == y.effective_earliest &&
               x.effective_latest == y.effective_latest && x.entry == y.entry && x.annulled == y.annulled &&
               x.stance == y.stance;
    });
}
bool same(std::span<const record::MembershipTurn> a, std::span<const record::MembershipTurn> b) {
    return std::ranges::equal(a, b, [](const record::MembershipTurn& x, const record::MembershipTurn& y) {
        return x.effective_earliest == y.effective_earliest && x.effective_latest == y.effective_latest &&
               x.entry == y.entry && x.annulled == y.annulled && x.to == y.to;
    });
}

void expect_same(const record::Record& a, const record::Record& b) {
    ASSERT_EQ(a.size(), b.size());
    for (record::EntryNumber number = 0; number < a.size(); ++number) {
        ASSERT_EQ(encoding::canonical_json(encoding::encode(a[number].act, a[number].known_on)),
                  encoding::canonical_json(encoding::encode(b[number].act, b[number].known_on)));
        ASSERT_EQ(a.known_on(number), b.known_on(number));
        ASSERT_EQ(a.annulled_by(number), b.annulled_by(number));
    }
    const auto all_days = [](const record::Record& one) {
        return one.told_between(base::Day::first(), base::Day::last());
    };
    ASSERT_EQ(all_days(a), all_days(b));
    ASSERT_EQ(list(a.of_kind<acts::Adopted>()), list(b.of_kind<acts::Adopted>()));
    ASSERT_EQ(list(a.of_kind<acts::Held>()), list(b.of_kind<acts::Held>()));
    for (std::uint32_t ordinal = 1; ordinal < base::names_in_use(); ++ordinal) {
        const std::string name(base::ActId::at(ordinal).text());
        ASSERT_EQ(list(a.about(base::MemberId::at(ordinal))), list(b.about(base::MemberId::at(ordinal))))
            << name;
        ASSERT_EQ(list(a.accounts(base::EventId::at(ordinal))), list(b.accounts(base::EventId::at(ordinal))))
            << name;
        ASSERT_EQ(a.find(base::ActId::at(ordinal)), b.find(base::ActId::at(ordinal))) << name;
        ASSERT_TRUE(same(a.positions(base::PaperId::at(ordinal)), b.positions(base::PaperId::at(ordinal))))
            << name;
        ASSERT_TRUE(
            same(a.membership(base::MemberId::at(ordinal)), b.membership(base::MemberId::at(ordinal))))
            << name;
        ASSERT_EQ(a.told_of_membership(base::MemberId::at(ordinal)),
                  b.told_of_membership(base::MemberId::at(ordinal)))
            << name;
        const auto* one = a.adoption(base::PaperId::at(ordinal));
        const auto* other = b.adoption(base::PaperId::at(ordinal));
        ASSERT_EQ(one == nullptr, other == nullptr) << name;
        if (one) {
            ASSERT_TRUE(one->entry == other->entry && one->on == other->on && one->body == other->body &&
                        one->kind == other->kind && one->format == other->format &&
                        one->told == other->told && one->positions == other->positions)
                << name;
        }
    }
}

void expect_same(const Book& a, const Book& b) {
    EXPECT_EQ(a.size(), b.size());
    EXPECT_EQ(a.latest_known_on(), b.latest_known_on());
    EXPECT_EQ(a.latest_day(), b.latest_day());
    EXPECT_EQ(a.leaves(), b.leaves());
    EXPECT_EQ(a.files(), b.files());
    EXPECT_EQ(a.rule_files(), b.rule_files());
    EXPECT_TRUE(std::ranges::equal(a.registry_acts(), b.registry_acts(), [](const auto& x, const auto& y) {
        return x.first == y.first && x.second.id == y.second.id &&
               x.second.content.index() == y.second.content.index();
    }));
    EXPECT_EQ(a.keys().origin(), b.keys().origin());
    EXPECT_EQ(a.keys().log_key(), b.keys().log_key());
    EXPECT_EQ(a.keys().policy(), b.keys().policy());
    EXPECT_TRUE(
        std::ranges::equal(a.keys().all(), b.keys().all(), [](const seals::Key& x, const seals::Key& y) {
            return x.key == y.key && x.name == y.name && x.holder == y.holder && x.use == y.use &&
                   x.accredited == y.accredited && x.ended == y.ended && x.why_ended == y.why_ended &&
                   x.contested_since == y.contested_since && x.next == y.next && x.count == y.count &&
                   x.last_after == y.last_after;
        }));
    EXPECT_EQ(a.keys().withheld(), b.keys().withheld());
    EXPECT_EQ(a.keys().released(), b.keys().released());
    const auto one = a.organisation(), other = b.organisation();
    ASSERT_TRUE(one && other);
    EXPECT_EQ(one->record_sha256, other->record_sha256);
    EXPECT_EQ(one->rulebook.sha256, other->rulebook.sha256);
    expect_same(one->record, other->record);
}

TEST(Index, SaysWhatTheLogSaysWhereverItEnds) {
    ASSERT_TRUE(log().ok());
    Book whole = log().empty_book();
    log().read_on(whole, log().size());
    // The record as it is made of acts at once, without growing.
    const auto package = package::open("organisations/csto");
    ASSERT_TRUE(package);
    expect_same(package->record, whole.organisation()->record);

    Folder folder;
    const std::string file = folder.file("log.index");
    // Before there is a rulebook, amid the acts, at the end.
    for (const std::uint64_t size : {std::uint64_t{2}, log().size() / 2, log().size()}) {
        Book part = log().empty_book();
        log().read_on(part, size);
        ASSERT_TRUE(write_index(file, part, *log().root_at()(size)));
        Book indexed = log().empty_book();
        ASSERT_TRUE(read_index(file, indexed, log().root_at())) << size;
        EXPECT_EQ(indexed.indexed(), size);
        log().read_on(indexed, log().size());
        expect_same(whole, indexed);
    }
}

TEST(Index, OfAnotherLogOrChangedOrCutOffIsPassedOver) {
    ASSERT_TRUE(log().ok());
    Folder folder;
    const std::string file = folder.file("log.index");
    Book book = log().empty_book();
    log().read_on(book, log().size());
    ASSERT_TRUE(write_index(file, book, *log().root_at()(book.size())));
    const std::string good = bytes_of(file);

    const auto is_read = [&](const seals::RootAt& root_at) {
        Book fresh = log().empty_book();
        const bool read = read_index(file, fresh, root_at);
        EXPECT_EQ(fresh.size(), read ? log().size() : 0u);
        return read;
    };
    EXPECT_TRUE(is_read(log().root_at()));
    EXPECT_FALSE(is_read([](std::uint64_t) { return merkle::sha256("another log"); }));
    EXPECT_FALSE(
        is_read([](std::uint64_t) -> std::optional<merkle::Hash> { return std::nullopt; }));  // it is shorter

    for (const std::size_t at : {std::size_t{0}, std::size_t{20}, std::size_t{30}, good.size() / 3,
                                 good.size() / 2, good.size() - 40, good.size() - 1}) {
        std::string changed = good;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        put(file, changed);
        EXPECT_FALSE(is_read(log().root_at())) << at;
    }
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{19}, std::size_t{60}, good.size() / 2, good.size() - 1}) {
        put(file, good.substr(0, size));
        EXPECT_FALSE(is_read(log().root_at())) << size;
    }
    put(file, good + "x");
    EXPECT_FALSE(is_read(log().root_at()));
    std::filesystem::remove(file);
    EXPECT_FALSE(is_read(log().root_at()));
}

// Names got other ordinals since: the tables would mean other things.
TEST(Index, OfAnotherOrderOfNamesIsPassedOver) {
    ASSERT_TRUE(log().ok());
    Folder folder;
    const std::string file = folder.file("log.index");
    Book book = log().empty_book();
    log().read_on(book, log().size());
    (void)base::ActId::of("a-name-that-comes-last-of-all");
    ASSERT_TRUE(write_index(file, book, *log().root_at()(book.size())));
    // The last name of the index, renamed in place, with the digest made anew.
    std::string bytes = bytes_of(file);
    const auto at = bytes.find("a-name-that-comes-last-of-all");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, 1, "b");
    bytes.resize(bytes.size() - 32);
    std::string digest(32, '\0');
    crypto_generichash(reinterpret_cast<unsigned char*>(digest.data()), digest.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    put(file, bytes + digest);
    Book fresh = log().empty_book();
    EXPECT_FALSE(read_index(file, fresh, log().root_at()));
}

TEST(Index, ThatCannotBeWrittenLeavesTheOldOne) {
    ASSERT_TRUE(log().ok());
    Folder folder;
    Book book = log().empty_book();
    log().read_on(book, log().size());
    EXPECT_FALSE(write_index(folder.file("nowhere") + "/log.index", book, *log().root_at()(book.size())));
}

// A desk that opens with an index examines as one that has read everything.
TEST(Index, IsWhatADeskOpensWith) {
    Folder folder;
    const std::string file = folder.file("log.index");
    const auto kept = store::in_memory();
    const base::Day today = day("2031-05-07");
    const auto entries = [&](std::uint64_t entry) -> std::optional<std::string> {
        auto read = kept->entries(entry, 1);
        return read && !read->empty() ? std::optional(read->front()) : std::nullopt;
    };
    const auto open = [&] {
        return Desk::open({.store = *kept,
                           .log = log_signer(),
                           .today = [today] { return today; },
                           .index = file,
                           .entries = entries});
    };
    {
        auto desk = open();
        ASSERT_TRUE(desk);
        Hands hands(**desk);
        ASSERT_TRUE(set_up(**desk, hands));
        ASSERT_TRUE(std::holds_alternative<Receipt>(hands.act("a0", "atlantis", "P")));
        (*desk)->look(
            [&](const Book& book) { ASSERT_TRUE(write_index(file, book, (*desk)->head().edge.root())); });
        ASSERT_TRUE(std::holds_alternative<Receipt>(hands.act("a1", "lemuria", "Q")));
    }
    auto desk = open();
    ASSERT_TRUE(desk);
    (*desk)->look([](const Book& book) {
        EXPECT_EQ(book.indexed(), 6u);
        EXPECT_EQ(book.size(), 7u);
        EXPECT_EQ(book.place_of(base::ActId::of("a0")), 5u);
        EXPECT_EQ(book.place_of(base::ActId::of("a1")), 6u);
        EXPECT_EQ(book.organisation()->record.size(), 2u);
    });
    Hands hands(**desk);
    hands.learn_counts();
    const auto again = hands.act("a0", "atlantis", "P");
    ASSERT_TRUE(std::holds_alternative<Receipt>(again));
    EXPECT_TRUE(std::get<Receipt>(again).was_on_record);
    EXPECT_EQ(std::get<Receipt>(again).entry, 5u);
    hands.learn_counts();
    const auto twice = hands.act("a0", "lemuria", "Q");
    ASSERT_TRUE(std::holds_alternative<Refusal>(twice));
    EXPECT_EQ(code_of(std::get<Refusal>(twice)), "duplicate_id");
    hands.counts()['P'] = 0;  // the key's first number again
    const auto replayed = hands.act("a2", "atlantis", "P");
    ASSERT_TRUE(std::holds_alternative<Refusal>(replayed));
    EXPECT_EQ(code_of(std::get<Refusal>(replayed)), "count_used");
    hands.learn_counts();
    EXPECT_TRUE(std::holds_alternative<Receipt>(hands.act("a2", "atlantis", "P")));
}

}  // namespace
}  // namespace registry
