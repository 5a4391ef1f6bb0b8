// The parts an answer is shown with: marks, grades, quoted claims, sides of a dispute, tables, reasons.
//
// Each is a function from plain values to a `Fragment`. A field of type `Fragment` takes text as it is
// (escaped) or inline elements. Nothing here sorts, translates names or draws a conclusion: the caller
// passes sides and states in the order in which they are to stand (alphabetical in the page's language)
// and says what each mark stands for. Fixed words come from words/chrome.hpp.
//
// The marks refer to the sprite that `page()` (pages/frame.hpp) puts on every page; the classes are
// those of pages/style.css.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/html.hpp"
#include "words/language.hpp"

namespace pages {

using html::Fragment;
using html::Url;
using words::Language;

// -- marks, grades, sources ----------------------------------------------------------------------

/// A shape for a standing. A shape never stands without a word beside it.
enum class Mark {
    settled,        // full square with a tick: settled; present; took place
    absent,         // open square with a bar: absent; not a member; abstains
    depends,        // diamond, left half full: depends on interpretation; sources differ
    imprecise,      // wave
    not_on_record,  // broken circle
    awaiting,       // clock: awaiting a position
    statement,      // speech box: a statement, quoted
};

/// What a conclusion or a sentence rests on.
enum class Grade { official, reported, inferred, unverified };

/// A mark and its word in bold; the mark never stands alone at the end of a line.
Fragment marked(Mark mark, std::string_view word);
/// A mark with the usual word for it: "not on record", «в записях нет».
Fragment standing(Language language, Mark mark);
/// The small framed word; `unverified` has a broken dark frame.
Fragment grade(Language language, Grade grade);

/// A source as it is named on pages; `at` is empty for what has no address.
struct SourceLink {
    std::string name;
    std::optional<Url> at;
};
/// "Belarus.by, BelTA": each a link where it has an address. Empty for no sources.
Fragment source_links(const std::vector<SourceLink>& sources);

/// The grade, behind which the sources unfold: for a desk, where height is scarce. The grade alone where
/// there are no sources. Stands among text, but not in a paragraph: a <details> would end it.
Fragment grade_over_sources(Language language, Grade grade, const std::vector<SourceLink>& sources);

// -- what others said ----------------------------------------------------------------------------

/// Words quoted in the language they are in, within that language's quotation marks.
Fragment quotation(Language of_the_words, std::string_view words);

/// A claim is quoted, never adopted: who said it, when, what, by which report.
struct Claim {
    std::string speaker;  // with office and day: "Belarus, Foreign Minister S. Aleinik, 23 November 2023"
    Fragment words;       // prose, with quotation() around what is quoted word for word
    std::vector<SourceLink> sources;
    std::optional<Grade> grade;
};
/// Claims one under another, each behind a double rule. Empty for no claims.
Fragment claims(Language language, const std::vector<Claim>& claims);

/// Who holds a side, and since when it is on record.
struct Holder {
    std::string who;   // "Belarus"
    std::string when;  // "23 November 2023, from its minister's words"
    std::optional<Grade> grade;
    std::vector<SourceLink> sources;
};
/// One side of a dispute: its name, the interpretation in one sentence, its dated holders.
struct Side {
    std::string name;
    Fragment sentence;
    std::vector<Holder> holders;
};
/// A side as a row's head has it: its name, from behind which the sentence unfolds, and its holders one
/// after another.
Fragment side_in_line(Language language, const Side& side);
/// The sides in boxes of equal width, in the order given.
Fragment sides(Language language, const std::vector<Side>& sides);

// -- tables --------------------------------------------------------------------------------------

struct Column {
    std::string name;
    int percent = 0;             // of the table's width, a multiple of 5; 0: as wide as its content asks
    std::optional<Url> to = {};  // the page on what the name names
    std::string after = {};      // follows the name, but not on a phone
};
struct Cell {
    enum class Kind { data, row_head };
    Fragment content;
    int rows = 1;     // rows it extends over: the cells it covers are left out of the rows below
    int columns = 1;  // columns it extends over
    Kind kind = Kind::data;
    std::string label = {};  // its column's name on a phone, where that is not the column's own
};
/// A cell that names its row, usually a link to the state or the paper.
Cell row_head(Fragment content);

struct Row {
    enum class Look { plain, emphasised, light_rule };
    std::vector<Cell> cells;
    Look look = Look::plain;
};
/// Rows under a heading of their own ("Absent"), or without one.
struct RowGroup {
    std::optional<Fragment> heading;
    std::vector<Row> rows;
};
struct Table {
    enum class Shown { yes, to_screen_readers };
    enum class OnPhones { blocks, rows };  // each row a block with its columns' names, or a table still
    std::string caption;                   // never empty: it names the table to who cannot see it
    Shown caption_shown = Shown::yes;
    std::vector<Column> columns;
    Shown column_names_shown = Shown::yes;
    std::vector<RowGroup> groups;
    OnPhones on_phones = OnPhones::blocks;
};
Fragment table(const Table& table);

/// The table with equal cells of the given columns merged downwards within their group. The columns are
/// counted from 0; a merge in one column never extends beyond a merge in a column named before it. The
/// table has no merged cells yet.
Table merge_equal(Table table, const std::vector<std::size_t>& columns);

// -- reasons -------------------------------------------------------------------------------------

/// One sentence of the tree of reasons, and what it follows from.
struct Reason {
    Fragment says;
    std::string article;  // "Charter, article 12"; may be empty
    std::optional<Url> article_at;
    std::optional<Grade> grade;
    std::vector<SourceLink> sources;
    std::vector<Reason> because;
};
enum class Fold { closed, open };
/// The tree behind its summary: a sentence that says what was concluded, not "Reasons" alone.
Fragment reasons(Language language, std::string_view summary, const std::vector<Reason>& tree,
                 Fold fold = Fold::closed);

/// "Examined, changes nothing here: the count of papers; the spelling of names." Empty for none.
Fragment examined(Language language, const std::vector<std::string>& disputes);

/// What a reader needs to repeat the computation elsewhere.
struct Receipt {
    std::string rulebook;  // digest
    std::uint64_t entries = 0;
    std::string record;  // digest of those entries
    std::string engine;
    std::string supposed;  // digest; empty: nothing supposed
};
/// The receipt folded behind "What this answer was worked out from".
Fragment receipt(Language language, const Receipt& receipt);

// -- lists and boxes -----------------------------------------------------------------------------

struct Fact {
    std::string term;
    Fragment value;
    Fragment note = {};  // smaller, beneath
};
/// Terms and values on sand, under a heading: the situation of a day.
Fragment facts_box(std::string_view heading, const std::vector<Fact>& facts, const Fragment& foot = {});
/// Terms and values as a plain list.
Fragment facts(const std::vector<Fact>& facts);

struct Count {
    std::string number;  // as the source gives it: "about 20"
    Fragment of;
};
/// Counts side by side with what each counts and who counted; none is chosen.
Fragment counts(const std::vector<Count>& counts);

struct Announced {
    Fragment what;
    Fragment outcome;  // a marked()
};
/// What was announced, and beneath each what became of it.
Fragment announcements(const std::vector<Announced>& list);

struct Link {
    std::string text;
    Url to;
};
/// Ruled links in two columns: the questions people bring.
Fragment question_list(const std::vector<Link>& links);
/// Links one under another, without rules: papers in a table's cell.
Fragment link_list(const std::vector<Link>& links);
/// The way from the start to this page. The last one, where the reader is, has no address.
struct Crumb {
    std::string text;
    std::optional<Url> to;
};
Fragment breadcrumbs(Language language, const std::vector<Crumb>& trail);

struct Card {
    enum class Look { plain, quiet };
    std::string title;
    std::string note;
    Url to;
    Look look = Look::plain;
};
Fragment cards(const std::vector<Card>& cards);
/// The one thing to do first on a page.
Fragment start_button(const Url& to, std::string_view text);
/// A sentence set apart by a rule at its side: what the reader must know before the answer.
Fragment notice(const Fragment& content);

// -- the arrangement of a page -------------------------------------------------------------------

/// h1 and the one sentence that answers the page's question; what stands beside the title, smaller, may be
/// empty. `folded` is a folded part in the line of the title; unfolded it comes first after it.
Fragment heading(std::string_view title, const Fragment& sentence, const Fragment& beside = {},
                 const Fragment& folded = {});
/// A section under its own heading; `id` may be empty.
Fragment section(std::string_view id, const Fragment& heading, Fragment content);
/// The one-screen desk: a narrow column and a wide one; one under the other on a phone.
Fragment desk(Fragment narrow, Fragment wide);
/// Folded parts, their summaries in one line as far as there is room. Empty for none.
Fragment folds(const Fragment& details);
/// Two sections of a desk side by side.
Fragment side_by_side(const Fragment& first, const Fragment& second);
/// Content and a box beside it (home page); the box follows on a phone.
Fragment with_aside(const Fragment& content, const Fragment& box);
/// The last line of a desk: reasons at the left, "Entry 214, unchanged as of …" at the right.
Fragment closing_line(const Fragment& reasons, const Fragment& proof);
/// A paragraph; `small` for what explains rather than answers.
enum class Size { text, small };
Fragment paragraph(const Fragment& content, Size size = Size::text);

}  // namespace pages
