// A site with a log: the grade stands on every page that rests on acts, each entry has its page, files go out
// harmless, and nothing that is not public goes out at all.
#include "site/log_pages.hpp"

#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "base/base64.hpp"
#include "encoding/json.hpp"
#include "merkle/tree.hpp"
#include "site/testing_log.hpp"

namespace site {
namespace {

using base::operator""_day;

/// The story up to 180 entries, the first 170 of them confirmed by two witnesses.
struct Told {
    archive::testing_log::World world;
    std::shared_ptr<Log> log;
    std::unique_ptr<Site> site;

    Told() {
        world.fill(180);
        world.cosign(confirmed, {&world.alpha, &world.gamma}, 1'714'600'000);
        log = testing_log::snapshot(world, confirmed);
        log->proof = [](std::uint64_t entry, words::Language language,
                        const package::Organisation&) -> std::optional<std::string> {
            return "<p>" + std::to_string(entry) + std::string(words::code(language)) + "</p>";
        };
        site = of(log);
    }
    std::unique_ptr<Site> of(std::shared_ptr<const Log> some) {
        return std::make_unique<Site>(
            testing_log::organisation(world), [] { return "2024-06-01"_day; }, "http://localhost:8080",
            std::move(some));
    }
    static constexpr std::uint64_t confirmed = 170;
};
Told& told() {
    static Told& made = *new Told;
    return made;
}

http::Response get(const Site& site, const std::string& path, std::vector<http::Field> headers = {}) {
    http::Request request;
    request.target = path;
    request.path = path;
    request.headers = std::move(headers);
    return site.answer(request);
}
http::Response get(const std::string& path) { return get(*told().site, path); }
std::string header(const http::Response& response, std::string_view name) {
    for (const http::Field& field : response.headers) {
        if (field.name == name) return field.value;
    }
    return {};
}
bool has(const http::Response& response, std::string_view part) {
    return response.body.find(part) != std::string::npos;
}
base::Value data(const std::string& path) {
    const auto read = encoding::read_json(get(path).body);
    EXPECT_TRUE(read.has_value()) << path;
    return read ? *read : base::Value();
}

/// An act before the confirmed end, and the last one.
std::string act_at(std::uint64_t at_least) {
    const auto& leaves = told().log->leaves;
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        if (leaves[i] < at_least) continue;
        const auto entry = seals::read_entry(*told().log->read(leaves[i]), seals::Where::in_log);
        return std::string(entry->body["id"].text());
    }
    return {};
}

TEST(Grades, StandOnThePageOfAnAct) {
    const std::string early = act_at(20), late = act_at(Told::confirmed);
    EXPECT_TRUE(
        has(get("/en/acts/" + early), "unchanged as of 1 May 2024, confirmed by 2 independent copies."));
    EXPECT_TRUE(has(get("/ru/acts/" + early),
                    "без изменений на 1 мая 2024 года, подтверждена 2 независимыми копиями."));
    EXPECT_TRUE(has(get("/en/acts/" + late), "logged; not confirmed by independent copies yet."));
    const base::Value log = data("/en/acts/" + late + ".json")["log"];
    EXPECT_EQ(log["grade"].text(), "logged");
    EXPECT_EQ(*log["size"].number(), 180);
    EXPECT_EQ(*log["witnessed"].number(), 170);
    EXPECT_EQ(data("/en/acts/" + early + ".json")["log"]["grade"].text(), "witnessed");
}

TEST(Grades, StandWhereAnAnswerRestsOnActsAndSpeakOfTheLeastProved) {
    EXPECT_TRUE(has(get("/en/papers/paper-3"), "confirmed by 2 independent copies. <a href=\"/en/log/"));
    EXPECT_TRUE(has(get("/en/papers"), "not confirmed by independent copies yet. <a href=\"/en/log/"));
    EXPECT_EQ(data("/en/papers/paper-3.json")["log"]["grade"].text(), "witnessed");
    EXPECT_FALSE(has(get("/en/accessibility"), "independent cop"));
    EXPECT_FALSE(has(get("/en/acts/no-such-act"), "independent cop"));
}

TEST(Grades, OfAPackageSayThatThereIsNoLog) {
    const auto site = told().of(nullptr);
    for (const char* path : {"/en/papers/paper-3", "/en/papers", "/en/acts/adopted-3"})
        EXPECT_TRUE(has(get(*site, path), "From a package without a log")) << path;
    EXPECT_TRUE(has(get(*site, "/ru/papers"), "По пакету без журнала"));
    EXPECT_EQ(get(*site, "/en/log").status, 200);
    EXPECT_EQ(get(*site, "/en/log/1").status, 404);
    EXPECT_EQ(get(*site, "/en/log/keys.json").status, 404);
    EXPECT_FALSE(has(get(*site, "/en/papers/paper-3.json"), "\"log\""));
    EXPECT_FALSE(has(get(*site, "/openapi.json"), "/log/{entry}"));
}

TEST(ETags, ChangeWithTheLog) {
    const std::string before = header(get("/en/papers/paper-3"), "ETag");
    auto more = std::make_shared<Log>(*told().log);
    more->witnessed = 0;
    more->largest.clear();
    EXPECT_NE(header(get(*told().of(more), "/en/papers/paper-3"), "ETag"), before);
    EXPECT_EQ(header(get(*told().of(told().log), "/en/papers/paper-3"), "ETag"), before);
    EXPECT_NE(header(get(*told().of(nullptr), "/en/papers/paper-3"), "ETag"), before);
}

TEST(LogPage, IsThereInBothLanguagesAndAsData) {
    for (const char* path : {"/en/log", "/ru/log", "/en/log/keys", "/ru/log/keys"})
        EXPECT_EQ(get(path).status, 200) << path;
    const base::Value log = data("/en/log.json")["log"];
    EXPECT_EQ(log["origin"].text(), archive::testing_log::origin);
    EXPECT_EQ(*log["size"].number(), 180);
    EXPECT_EQ(log["confirmed_on"].text(), "2024-05-01");
    EXPECT_TRUE(has(get("/en/log.csv"), "entry,kind,on,says,act,released_in\r\n0,log-opened,"));
    EXPECT_TRUE(has(get("/en/log/keys.csv"), "mission of Aland"));
}

TEST(EntryPage, OfEveryKindIsThere) {
    const auto& world = told().world;
    struct Row {
        const char* what;
        std::uint64_t entry;
        const char* says;
    };
    const Row rows[] = {
        {"the opening", 0, "is opened"},
        {"the rulebook", 2, "A rulebook is published"},
        {"withheld, and released later", world.withheld_at, "was not public at first"},
        {"the release", world.released_at, "href=\"/en/acts/adopted-in-silence\""},
        {"a rotation", world.rotated_at, "gives way to a new one"},
        {"a recall", world.recalled_at, "was lost and ends here"},
        {"files", world.file_at, "paper-7.txt"},
        {"the last", 179, "logged; not confirmed"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.what);
        const std::string path = "/en/log/" + std::to_string(row.entry);
        const http::Response page = get(path);
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(has(page, row.says));
        EXPECT_EQ(get("/ru/log/" + std::to_string(row.entry)).status, 200);
        const base::Value entry = data(path + ".json")["entry"];
        const auto leaf = merkle::read_hash(entry["leaf"].text());
        EXPECT_EQ(leaf, merkle::leaf_hash(entry["bytes"].text())) << "the bytes are exact";
        std::vector<merkle::Hash> hashes;
        for (const base::Value& hash : *entry["path"].list())
            hashes.push_back(*merkle::read_hash(hash.text()));
        const auto checkpoint = merkle::read_checkpoint(merkle::read_note(entry["checkpoint"].text())->text);
        EXPECT_TRUE(merkle::proves_inclusion(row.entry, checkpoint->size, *leaf, hashes, checkpoint->root));
    }
}

TEST(EntryPage, WhereNoEntryIsIsNone) {
    for (const char* path : {"/en/log/180", "/en/log/-1", "/en/log/01", "/en/log/1e2", "/en/log/x",
                             "/en/log/18446744073709551616"})
        EXPECT_EQ(get(path).status, 404) << path;
}

TEST(Files, GoOutHarmlessAndForEver) {
    const auto& notes = told().log->files.at(told().world.file_at);
    const std::string path = "/files/" + base::hex(merkle::bytes_of(*notes.front().sha256)) + "/paper-7.txt";
    EXPECT_TRUE(has(get("/en/acts/adopted-7"), "href=\"" + path + "\""));
    const http::Response file = get(path);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, "The text of paper-7.\n");
    EXPECT_EQ(header(file, "Content-Type"), "text/plain; charset=utf-8");
    EXPECT_EQ(header(file, "Content-Security-Policy"), "default-src 'none'; sandbox");
    EXPECT_EQ(header(file, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(header(file, "Content-Disposition"), "inline; filename*=UTF-8''paper-7.txt");
    EXPECT_TRUE(header(file, "Cache-Control").contains("immutable"));
    EXPECT_EQ(get(*told().site, path, {{"If-None-Match", header(file, "ETag")}}).status, 304);
}

TEST(Files, ThatABrowserCouldExecuteAreOnlySaved) {
    struct Row {
        const char* type;
        const char* served_as;
        const char* how;
    };
    const Row rows[] = {
        {"application/pdf", "application/pdf", "inline"},
        {"image/png", "image/png", "inline"},
        {"image/svg+xml", "image/svg+xml", "attachment"},
        {"text/html", "text/html", "attachment"},
        {"application/xhtml+xml", "application/xhtml+xml", "attachment"},
        {"text/javascript", "text/javascript", "attachment"},
        {"text/html; charset=utf-7", "application/octet-stream", "attachment"},
        {"text/plain\r\nX: y", "application/octet-stream", "attachment"},
        {"", "application/octet-stream", "attachment"},
        {"text", "application/octet-stream", "attachment"},
    };
    for (const Row& row : rows) {
        SCOPED_TRACE(row.type);
        auto log = std::make_shared<Log>(*told().log);
        seals::FileNote& note = log->files.at(told().world.file_at).front();
        note.type = row.type;
        note.name = "Пример \"1\".x";
        const http::Response file =
            get(*told().of(log), "/files/" + base::hex(merkle::bytes_of(*note.sha256)) + "/" + note.name);
        EXPECT_EQ(file.status, 200);
        EXPECT_EQ(header(file, "Content-Type"), row.served_as);
        const std::string disposition = header(file, "Content-Disposition");
        EXPECT_TRUE(disposition.starts_with(std::string(row.how) + "; filename*=UTF-8''%D0%9F"))
            << disposition;
        EXPECT_FALSE(disposition.contains('"'));
    }
}

TEST(Files, ThatAreNotPublicAreNotThere) {
    const auto& world = told().world;
    const seals::FileNote& open = told().log->files.at(world.file_at).front();
    const std::string hash = base::hex(merkle::bytes_of(*open.sha256));
    for (const std::string& path : {"/files/" + hash, "/files/" + hash + "/other.txt", "/files/" + hash + "/",
                                    std::string("/files/"), "/files/" + std::string(64, '0') + "/paper-7.txt",
                                    std::string("/files/../x"), "/files/" + std::string(64, 'g') + "/x"})
        EXPECT_EQ(get(path).status, 404) << path;
    for (const auto& take : {std::function<void(seals::FileNote&)>([](auto& note) { note.personal = true; }),
                             std::function<void(seals::FileNote&)>([](auto& note) {
                                 note.distribution.kind = seals::Distribution::Kind::members;
                             })}) {
        auto log = std::make_shared<Log>(*told().log);
        take(log->files.at(world.file_at).front());
        const auto site = told().of(log);
        EXPECT_EQ(get(*site, "/files/" + hash + "/paper-7.txt").status, 404);
        EXPECT_FALSE(has(get(*site, "/en/acts/adopted-7"), "href=\"/files/"));
    }
    // An annex is named by a salted hash, and has no address at all.
    EXPECT_FALSE(has(get("/en/acts/adopted-with-annex"), "href=\"/files/"));
    EXPECT_TRUE(has(get("/en/acts/adopted-with-annex"), "list.txt"));
    EXPECT_EQ(get(*told().of(nullptr), "/files/" + hash + "/paper-7.txt").status, 404);
}

TEST(Proofs, AreSavedAndNotShown) {
    const http::Response proof = get("/proofs/7.ru.html");
    EXPECT_EQ(proof.status, 200);
    EXPECT_EQ(proof.body, "<p>7ru</p>");
    EXPECT_EQ(header(proof, "Content-Disposition"), "attachment; filename*=UTF-8''entry-7-ru.html");
    EXPECT_EQ(header(proof, "Content-Security-Policy"), "default-src 'none'; sandbox");
    for (const char* path :
         {"/proofs/180.en.html", "/proofs/7.de.html", "/proofs/7", "/proofs/", "/proofs/07.en.html"})
        EXPECT_EQ(get(path).status, 404) << path;
}

TEST(CheckPage, IsTheOnlyOneThatRunsAScriptAndItsOwn) {
    const http::Response page = get("/en/check");
    const std::string policy = header(page, "Content-Security-Policy");
    EXPECT_TRUE(policy.contains("script-src 'self';")) << policy;
    EXPECT_FALSE(policy.contains("connect-src")) << "default-src 'none' forbids every connection";
    const auto at = page.body.find("src=\"/check-");
    ASSERT_NE(at, std::string::npos);
    const std::string script = page.body.substr(at + 5, page.body.find('"', at + 5) - at - 5);
    EXPECT_EQ(get(script).status, 200);
    EXPECT_EQ(header(get(script), "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_TRUE(header(get(script), "Cache-Control").contains("immutable"));
    for (const char* other : {"/en", "/en/log", "/en/papers", "/en/check.json"}) {
        EXPECT_FALSE(header(get(other), "Content-Security-Policy").contains("script-src")) << other;
        EXPECT_FALSE(has(get(other), "type=\"module\"")) << other;
    }
    EXPECT_TRUE(has(page, "witness alpha")) << "the policy of this log stands in the form";
}

}  // namespace
}  // namespace site
