#include "search/index.hpp"

#include <cassert>
#include <mutex>
#include <optional>
#include <utility>

#include <sqlite3.h>

#include "search/letters.hpp"
#include "search/spelling.hpp"
#include "search/stems.hpp"

namespace search {
namespace {

/// A beginning of so few letters begins too many words to stand for them.
constexpr std::size_t shortest_beginning = 3;
/// Words that a beginning stands for; a beginning of more of them is not looked up.
constexpr std::size_t most_beginnings = 40;
/// Sounds stand among the names marked by a digit, so that they are no words of any language and have no
/// stem.
constexpr char sound_mark = '0';

// -- SQLite ----------------------------------------------------------------------------------------

struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    void operator()(Fts5Tokenizer* tokenizer) const { unicode61.xDelete(tokenizer); }
    fts5_tokenizer unicode61{};
};
using Connection = std::unique_ptr<sqlite3, Close>;
using Statement = std::unique_ptr<sqlite3_stmt, Close>;

Fault fault_of(sqlite3* connection) { return {connection ? sqlite3_errmsg(connection) : "out of memory"}; }

std::optional<Fault> run(sqlite3* connection, const char* sql) {
    if (sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return std::nullopt;
    return fault_of(connection);
}

std::expected<Statement, Fault> prepare(sqlite3* connection, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection, sql, -1, &statement, nullptr) != SQLITE_OK)
        return std::unexpected(fault_of(connection));
    return Statement(statement);
}

/// The text must live until the statement has run.
void bind(sqlite3_stmt* statement, int place, std::string_view text) {
    sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

std::expected<fts5_api*, Fault> full_text(sqlite3* connection) {
    auto statement = prepare(connection, "SELECT fts5(?1)");
    if (!statement) return std::unexpected(statement.error());
    fts5_api* api = nullptr;
    sqlite3_bind_pointer(statement->get(), 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement->get());
    if (!api) return std::unexpected(fault_of(connection));
    return api;
}

// -- the tokenizer ---------------------------------------------------------------------------------
//
// SQLite's unicode61 takes text apart and makes letters small; each of its words then becomes its stem.

struct Tokenizing {
    fts5_tokenizer unicode61{};
    void* unicode61_context = nullptr;
    Vocabulary* vocabulary = nullptr;
};

struct Tokenizer {
    Tokenizing* by;
    std::unique_ptr<Fts5Tokenizer, Close> unicode61;
};

struct Reading {
    Vocabulary& vocabulary;
    std::string_view text;
    bool learns;
    void* context;
    int (*token)(void*, int, const char*, int, int, int);
    std::string plain = {};  // with е for ё
};

std::string_view without_yo(std::string_view word, std::string& plain) {
    constexpr std::string_view yo = "ё";
    if (word.find(yo) == std::string_view::npos) return word;
    plain.clear();
    for (std::size_t from = 0; from < word.size();) {
        const std::size_t at = std::min(word.find(yo, from), word.size());
        plain.append(word.substr(from, at - from));
        if (at < word.size()) plain += "е";
        from = at + yo.size();
    }
    return plain;
}

int take_word(void* context, int flags, const char* token, int size, int from, int to) {
    auto& reading = *static_cast<Reading*>(context);
    const std::string_view word = without_yo({token, static_cast<std::size_t>(size)}, reading.plain);
    const std::string_view written =
        reading.text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    const std::string_view stem =
        reading.learns ? reading.vocabulary.learn(word, written) : reading.vocabulary.stem_of(word);
    return reading.token(reading.context, flags, stem.data(), static_cast<int>(stem.size()), from, to);
}

int make_tokenizer(void* context, const char**, int, Fts5Tokenizer** made) {
    auto* by = static_cast<Tokenizing*>(context);
    const char* arguments[] = {"remove_diacritics", "2"};
    Fts5Tokenizer* inner = nullptr;
    const int code = by->unicode61.xCreate(by->unicode61_context, arguments, 2, &inner);
    if (code != SQLITE_OK) return code;
    auto tokenizer = std::make_unique<Tokenizer>(
        by, std::unique_ptr<Fts5Tokenizer, Close>(inner, Close{.unicode61 = by->unicode61}));
    *made = reinterpret_cast<Fts5Tokenizer*>(tokenizer.release());
    return SQLITE_OK;
}

void delete_tokenizer(Fts5Tokenizer* tokenizer) {
    const std::unique_ptr<Tokenizer> owned(reinterpret_cast<Tokenizer*>(tokenizer));
}

int tokenize(Fts5Tokenizer* self, void* context, int flags, const char* text, int size,
             int (*token)(void*, int, const char*, int, int, int)) {
    auto* tokenizer = reinterpret_cast<Tokenizer*>(self);
    Reading reading{.vocabulary = *tokenizer->by->vocabulary,
                    .text = {text, static_cast<std::size_t>(size)},
                    .learns = flags == FTS5_TOKENIZE_DOCUMENT,
                    .context = context,
                    .token = token};
    return tokenizer->by->unicode61.xTokenize(tokenizer->unicode61.get(), &reading, flags, text, size,
                                              take_word);
}

// -- what is looked up -----------------------------------------------------------------------------

/// A word holds letters and digits alone (query.hpp), so that nothing in it ends the quotation.
std::string quoted(std::string_view words) { return "\"" + std::string(words) + "\""; }

std::string names_with_sounds(const std::string& names) {
    std::string all = composed(names);
    for (const std::string& word : words_of(all)) {
        for (const std::string& sound : sounds(word)) all += std::string(" ") + sound_mark + sound;
    }
    return all;
}

}  // namespace

struct Index::State {
    Vocabulary vocabulary;
    Tokenizing tokenizing;  // must live as long as the connection
    Connection connection;
    Statement find;
    std::mutex mutex;  // over the connection, its statement and the stemmers

    std::string expression(const Term& term);
    std::string expression(const Query& query, std::string_view between);
    std::expected<std::vector<DocumentNumber>, Fault> look_up(const std::string& expression,
                                                              std::size_t most);
};

Index::Index(std::unique_ptr<State> state) : state_(std::move(state)) {}
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;
Index::~Index() = default;

std::expected<Index, Fault> Index::of(std::span<const Document> documents) {
    auto state = std::make_unique<State>();
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(
        ":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    state->connection.reset(opened);
    if (code != SQLITE_OK) return std::unexpected(fault_of(opened));

    const auto api = full_text(opened);
    if (!api) return std::unexpected(api.error());
    Tokenizing& by = state->tokenizing;
    by.vocabulary = &state->vocabulary;
    fts5_tokenizer ours{.xCreate = make_tokenizer, .xDelete = delete_tokenizer, .xTokenize = tokenize};
    if ((*api)->xFindTokenizer(*api, "unicode61", &by.unicode61_context, &by.unicode61) != SQLITE_OK ||
        (*api)->xCreateTokenizer(*api, "stems", &by, &ours, nullptr) != SQLITE_OK)
        return std::unexpected(fault_of(opened));

    // The hash is written out when it is full: 64 MB take some 20,000 documents at once.
    if (auto fault =
            run(opened,
                "CREATE VIRTUAL TABLE entries USING fts5(title, names, body, content='', tokenize='stems');"
                "INSERT INTO entries(entries, rank) VALUES('hashsize', 67108864);"
                "INSERT INTO entries(entries, rank) VALUES('rank', 'bm25(10.0, 10.0, 1.0)');"
                "BEGIN"))
        return std::unexpected(*fault);
    {
        const auto insert =
            prepare(opened, "INSERT INTO entries(rowid, title, names, body) VALUES(?1, ?2, ?3, ?4)");
        if (!insert) return std::unexpected(insert.error());
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const std::string title = composed(documents[i].title);
            const std::string names = names_with_sounds(documents[i].names);
            const std::string body = composed(documents[i].body);
            sqlite3_bind_int64(insert->get(), 1, static_cast<sqlite3_int64>(i));
            bind(insert->get(), 2, title);
            bind(insert->get(), 3, names);
            bind(insert->get(), 4, body);
            if (sqlite3_step(insert->get()) != SQLITE_DONE) return std::unexpected(fault_of(opened));
            sqlite3_reset(insert->get());
        }
    }
    if (auto fault = run(opened, "COMMIT; INSERT INTO entries(entries) VALUES('optimize')"))
        return std::unexpected(*fault);
    state->vocabulary.close();
    auto find = prepare(opened, "SELECT rowid FROM entries WHERE entries MATCH ?1 ORDER BY rank LIMIT ?2");
    if (!find) return std::unexpected(find.error());
    state->find = std::move(*find);
    return Index(std::move(state));
}

std::string Index::State::expression(const Term& term) {
    std::string words;
    for (const std::string& word : term.words) words += (words.empty() ? "" : " ") + word;
    std::string all = quoted(words);
    if (term.words.size() > 1) return all;
    const std::string& word = term.words.front();
    for (const std::string& sound : sounds(word)) all += " OR names : " + quoted(sound_mark + sound);
    if (!vocabulary.has(word) && letters_of(word).size() >= shortest_beginning) {
        for (const std::string& other : vocabulary.beginning_with(word, most_beginnings))
            all += " OR " + quoted(other);
    }
    return "(" + all + ")";
}

std::string Index::State::expression(const Query& query, std::string_view between) {
    std::string all;
    for (const Term& term : query.terms) {
        if (!all.empty()) all.append(between);
        all += expression(term);
    }
    return all;
}

std::expected<std::vector<DocumentNumber>, Fault> Index::State::look_up(const std::string& expression,
                                                                        std::size_t most) {
    bind(find.get(), 1, expression);
    sqlite3_bind_int64(find.get(), 2, static_cast<sqlite3_int64>(most));
    std::vector<DocumentNumber> found;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(find.get())) == SQLITE_ROW)
        found.push_back(static_cast<DocumentNumber>(sqlite3_column_int64(find.get(), 0)));
    std::optional<Fault> fault;
    if (code != SQLITE_DONE) fault = fault_of(connection.get());
    sqlite3_reset(find.get());
    sqlite3_clear_bindings(find.get());
    if (fault) return std::unexpected(std::move(*fault));
    return found;
}

std::expected<Found, Fault> Index::find(const Query& query, std::size_t most) const {
    const std::scoped_lock lock(state_->mutex);
    auto all = state_->look_up(state_->expression(query, " AND "), most);
    if (!all) return std::unexpected(std::move(all.error()));
    if (!all->empty() || query.terms.size() == 1) return Found{std::move(*all), Match::all};
    auto some = state_->look_up(state_->expression(query, " OR "), most);
    if (!some) return std::unexpected(std::move(some.error()));
    return Found{std::move(*some), Match::some};
}

std::vector<std::string> Index::nearest(std::string_view word, std::size_t most) const {
    const std::string wanted = folded(word);
    {
        const std::scoped_lock lock(state_->mutex);
        if (state_->vocabulary.has(wanted)) return {};
    }
    return state_->vocabulary.nearest(wanted, most);
}

}  // namespace search
