// A disk that fails at its k-th write, sync or truncation, for every k, having done it or not: what was
// acknowledged is there when the store is opened anew, and the log goes on without a fork.
#include <filesystem>
#include <memory>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "store/testing_places.hpp"

namespace store {
namespace {

using namespace testing;

enum class Persists { yes, no };

/// When the disk fails, and how.
struct Plan {
    long at = -1;  // counted down at each call; fails at 0, and from then on where `for_good`
    int code = SQLITE_OK;
    Persists persists = Persists::no;
    bool for_good = false;
};
Plan plan;

// Says whether this call fails; `done` makes it have its effect first.
template <class Done> int faulty(Done done) {
    const bool fails = plan.at == 0 || (plan.for_good && plan.at < 0 && plan.code != SQLITE_OK);
    if (plan.at >= 0) --plan.at;
    if (!fails) return done();
    if (plan.persists == Persists::yes) done();
    return plan.code;
}

struct FaultyFile {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<FaultyFile*>(file)->real(); }

int close_file(sqlite3_file* file) { return real_of(file)->pMethods->xClose(real_of(file)); }
int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
    return real_of(file)->pMethods->xRead(real_of(file), to, size, at);
}
int write_to_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
    return faulty([&] { return real_of(file)->pMethods->xWrite(real_of(file), from, size, at); });
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return faulty([&] { return real_of(file)->pMethods->xTruncate(real_of(file), size); });
}
int sync_file(sqlite3_file* file, int flags) {
    return faulty([&] { return real_of(file)->pMethods->xSync(real_of(file), flags); });
}
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}
int lock_file(sqlite3_file* file, int lock) { return real_of(file)->pMethods->xLock(real_of(file), lock); }
int unlock_file(sqlite3_file* file, int lock) {
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}
int check_lock(sqlite3_file* file, int* held) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), held);
}
int control_file(sqlite3_file* file, int what, void* value) {
    return real_of(file)->pMethods->xFileControl(real_of(file), what, value);
}
int sector_size(sqlite3_file* file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }
int characteristics(sqlite3_file* file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}
int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** to) {
    return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}
void shared_barrier(sqlite3_file* file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }
int unmap_shared(sqlite3_file* file, int remove) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

const sqlite3_io_methods faulty_methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_to_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = size_of_file,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock,
    .xFileControl = control_file,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = map_shared,
    .xShmLock = lock_shared,
    .xShmBarrier = shared_barrier,
    .xShmUnmap = unmap_shared,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

/// The system's VFS with files that follow the plan; what is opened while this is there uses it.
class FaultyDisk {
public:
    FaultyDisk() : real_(sqlite3_vfs_find(nullptr)), ours_(*real_) {
        ours_.zName = "faulty";
        ours_.szOsFile = static_cast<int>(sizeof(FaultyFile)) + real_->szOsFile;
        ours_.pNext = nullptr;
        ours_.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
            file->pMethods = nullptr;
            sqlite3_vfs* const unix_vfs = sqlite3_vfs_find("unix");
            const int code = unix_vfs->xOpen(unix_vfs, name, real_of(file), flags, out);
            if (code == SQLITE_OK) file->pMethods = &faulty_methods;
            return code;
        };
        plan = {};
        sqlite3_vfs_register(&ours_, 1);
    }
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk() {
        sqlite3_vfs_unregister(&ours_);
        sqlite3_vfs_register(real_, 1);
    }

private:
    sqlite3_vfs* real_;
    sqlite3_vfs ours_;
};

struct DiskFault {
    std::string name;
    int code;
    Persists persists;
    bool for_good;
    Trouble expected;
};

class FaultySqlite : public ::testing::TestWithParam<DiskFault> {
protected:
    void fail_at(long call) {
        plan = {.at = call,
                .code = GetParam().code,
                .persists = GetParam().persists,
                .for_good = GetParam().for_good};
    }

    // What another who opens the store finds: all of `least` entries, at most one batch more, whole and
    // signed; and it goes on.
    void expect_goes_on(std::uint64_t least, std::uint64_t in_a_batch) {
        auto opened = open(file_, Mode::append);
        ASSERT_TRUE(opened) << opened.error().problem;
        const std::uint64_t size = (*opened)->head()->size();
        ASSERT_TRUE(size == least || size == least + in_a_batch) << size << " after " << least;
        const merkle::Edge edge = edge_of_texts(size);
        EXPECT_EQ((*opened)->head()->edge, edge);
        EXPECT_EQ(**(*opened)->checkpoint(size), note_of(size, edge.root()));
        EXPECT_EQ((*opened)->entries(0, size + 100)->size(), size);
        EXPECT_TRUE((*opened)->checkpoint_sizes(size, 1)->empty());
        ASSERT_TRUE((*opened)->append(size, batch_of(size, 2), note_signer));
        EXPECT_EQ((*opened)->head()->edge, edge_of_texts(size + 2));
    }

    FaultyDisk disk_;
    // In memory where that can be: what syncs are worth is not the question here.
    Folder folder_{std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path()};
    std::string file_;
};

TEST_P(FaultySqlite, KeepsWhatItAcknowledged) {
    constexpr std::uint64_t in_a_batch = 120;
    long failures = 0;
    for (long k = 0;; ++k) {
        SCOPED_TRACE(k);
        file_ = folder_.file(fmt::format("log{}", k));
        auto created = create(file_);
        ASSERT_TRUE(created) << created.error().problem;
        std::uint64_t size = 0;
        for (; size < 240; size += in_a_batch)
            ASSERT_TRUE((*created)->append(size, batch_of(size, in_a_batch), note_signer));

        fail_at(k);
        bool failed = false;
        // The first of these completes a tile.
        for (; size < 480 && !failed; size += failed ? 0 : in_a_batch) {
            const auto head = (*created)->append(size, batch_of(size, in_a_batch), note_signer);
            if (head) continue;
            failed = true;
            ++failures;
            EXPECT_EQ(head.error().trouble, GetParam().expected) << head.error().problem;
            // Nothing of it is seen, here or by others.
            EXPECT_EQ((*created)->head()->size(), size);
            EXPECT_EQ((*created)->entries(0, 10'000)->size(), size);
            if (GetParam().expected == Trouble::failed) {
                EXPECT_FALSE((*created)->has_pen());
                EXPECT_EQ((*created)->append(size, batch_of(size, 1), note_signer).error().trouble,
                          Trouble::pen_lost);
            } else if (!GetParam().for_good) {
                // There is room again.
                EXPECT_TRUE((*created)->has_pen());
                const auto again = (*created)->append(size, batch_of(size, in_a_batch), note_signer);
                ASSERT_TRUE(again) << again.error().problem;
                size += in_a_batch;
            }
        }
        created->reset();  // closing may meet the fault too
        const bool through = plan.at >= 0;
        plan = {};
        expect_goes_on(size, in_a_batch);
        if (through || HasFatalFailure()) break;
    }
    EXPECT_GT(failures, 5);
}

TEST_P(FaultySqlite, MakesAWholeStoreOrNone) {
    for (long k = 0;; ++k) {
        SCOPED_TRACE(k);
        file_ = folder_.file(fmt::format("new{}", k));
        fail_at(k);
        auto created = create(file_);
        const bool through = plan.at >= 0;
        plan = {};
        if (!created) {
            EXPECT_FALSE(open(file_, Mode::read));
            created = create(file_);
            ASSERT_TRUE(created) << created.error().problem;
        }
        EXPECT_TRUE((*created)->append(0, batch_of(0, 3), note_signer));
        created->reset();
        expect_goes_on(3, 0);
        if (through || HasFatalFailure()) break;
    }
}

TEST_P(FaultySqlite, AFailedCopyIsNoCopy) {
    file_ = folder_.file("log");
    auto created = create(file_);
    ASSERT_TRUE(created);
    ASSERT_TRUE((*created)->append(0, batch_of(0, 300), note_signer));
    long failures = 0;
    for (long k = 0;; ++k) {
        SCOPED_TRACE(k);
        const std::string copy = folder_.file(fmt::format("copy{}", k));
        fail_at(k);
        const auto done = back_up(**created, copy);
        const bool through = plan.at >= 0;
        plan = {};
        const auto opened = open(copy, Mode::append);
        EXPECT_EQ(done.has_value(), opened.has_value());
        if (!done) ++failures;
        if (opened) EXPECT_EQ((*opened)->head()->edge, edge_of_texts(300));
        if (through) break;
    }
    EXPECT_GT(failures, 5);
}

INSTANTIATE_TEST_SUITE_P(
    Disk, FaultySqlite,
    ::testing::Values(DiskFault{"WritesNothing", SQLITE_IOERR_WRITE, Persists::no, false, Trouble::failed},
                      DiskFault{"WritesAndSaysNo", SQLITE_IOERR_WRITE, Persists::yes, false, Trouble::failed},
                      DiskFault{"DiesWriting", SQLITE_IOERR_WRITE, Persists::no, true, Trouble::failed},
                      DiskFault{"DoesNotSync", SQLITE_IOERR_FSYNC, Persists::no, false, Trouble::failed},
                      DiskFault{"SyncsAndSaysNo", SQLITE_IOERR_FSYNC, Persists::yes, true, Trouble::failed},
                      DiskFault{"IsFull", SQLITE_FULL, Persists::no, false, Trouble::full},
                      DiskFault{"IsFullForGood", SQLITE_FULL, Persists::no, true, Trouble::full}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace store
