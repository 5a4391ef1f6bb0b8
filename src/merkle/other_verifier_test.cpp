// Logs of this room before a verifier that shares no code with it: Go, with Debian's golang.org/x/mod. Left
// out where Go or its source is not there.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "merkle/proof.hpp"
#include "merkle/testing_log.hpp"

namespace merkle {
namespace {

namespace fs = std::filesystem;

int run(const std::string& command) {
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

class OtherVerifier : public testing::Test {
protected:
    static void SetUpTestSuite() {
        const fs::path source = fs::absolute("../shared/tools/tlog-verify/verify");
        if (!fs::exists(source) || run("command -v go >/dev/null") != 0) return;
        std::string name = (fs::temp_directory_path() / "merkle_test.XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        work = name;
        ASSERT_EQ(run(fmt::format("cd {} && HOME={} GOCACHE={}/cache GOFLAGS= GO111MODULE=off "
                                  "GOPATH=/usr/share/gocode go build -o {}/verify .",
                                  source.string(), name, name, name)),
                  0);
    }
    static void TearDownTestSuite() {
        if (!work.empty()) fs::remove_all(work);
    }
    void SetUp() override {
        if (work.empty()) GTEST_SKIP() << "no Go, or no source of the verifier";
    }

    // 0 where everything holds, 1 where something does not.
    static int verify(const fs::path& log, const std::string& more) {
        return run(fmt::format("{}/verify -log {} {} > {}/answer", work.string(), log.string(), more,
                               work.string()));
    }
    static void write(const fs::path& name, const std::string& bytes) {
        std::ofstream(name, std::ios::binary) << bytes;
    }

    static inline fs::path work;
};

TEST_F(OtherVerifier, FindsItsOwnLogGood) {
    const fs::path golden = "../shared/tools/tlog-verify/golden";
    std::string more = fmt::format("-vkey @{0}/vkey -witness @{0}/witness-vkeys -quorum 2", golden.string());
    for (int size = 0; size <= 8; ++size) more += fmt::format(" -old {}/old/{}", golden.string(), size);
    for (int i = 0; i < 8; ++i)
        more += fmt::format(" -proof {0}/proof/{1}.tlog-proof:{0}/proof/{1}.entry", golden.string(), i);
    EXPECT_EQ(verify(golden / "log", more), 0);
}

TEST_F(OtherVerifier, FindsOursGoodAndEveryChangedByte) {
    const TestingLog log(70'000);
    const fs::path folder = work / "log";
    log.write(folder, log.size());
    std::string more = fmt::format("-vkey {} -witness {} -witness {} -quorum 2", log.log.verifier().text(),
                                   log.first.verifier().text(), log.second.verifier().text());
    for (const std::uint64_t size : {0U, 1U, 255U, 256U, 257U, 65'535U, 65'536U, 65'537U, 70'000U}) {
        const fs::path name = work / fmt::format("old-{}", size);
        write(name, log.checkpoint(size));
        more += " -old " + name.string();
    }
    for (const std::uint64_t index : {0U, 65'536U, 69'999U}) {
        const fs::path name = work / fmt::format("proof-{}", index);
        write(name, LogProof{"beside", index, *inclusion_path(index, log.size(), log.nodes(log.size())),
                             log.checkpoint(log.size())}
                        .text());
        write(name.string() + ".entry", log.entry(index));
        more += fmt::format(" -proof {0}:{0}.entry", name.string());
    }
    EXPECT_EQ(verify(folder, more), 0);

    for (const char* name : {"tile/entries/000", "tile/entries/273.p/112", "tile/0/100", "tile/1/001.p/17",
                             "tile/2/000.p/1", "checkpoint"}) {
        SCOPED_TRACE(name);
        std::ifstream in(folder / name, std::ios::binary);
        const std::string good{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        ASSERT_FALSE(good.empty());
        std::string bad = good;
        bad[bad.size() / 2] = static_cast<char>(bad[bad.size() / 2] ^ 1);
        write(folder / name, bad);
        EXPECT_EQ(verify(folder, more), 1);
        write(folder / name, good);
    }
    // An older head of another tree, rightly signed: a split view.
    const fs::path forked = work / "old-65536";
    const std::string text = Checkpoint{log.log.verifier().name, 65'536, log.root(65'535)}.text();
    write(forked, Note{text, {log.log.sign(text)}}.whole());
    EXPECT_EQ(verify(folder, more), 1);
    write(forked, log.checkpoint(65'536));
    EXPECT_EQ(verify(folder, more), 0);
}

TEST_F(OtherVerifier, FindsOursGoodAtTheBordersOfTiles) {
    const TestingLog log(65'537);
    for (const std::uint64_t size : {0U, 1U, 2U, 255U, 256U, 257U, 65'535U, 65'536U, 65'537U}) {
        SCOPED_TRACE(size);
        const fs::path folder = work / fmt::format("log-{}", size);
        log.write(folder, size);
        EXPECT_EQ(verify(folder,
                         fmt::format("-vkey {} -witness {} -witness {} -quorum 2", log.log.verifier().text(),
                                     log.first.verifier().text(), log.second.verifier().text())),
                  0);
    }
}

}  // namespace
}  // namespace merkle
