#include "pages/components.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "words/chrome.hpp"
#include "words/page_words.hpp"

namespace pages {

namespace chrome = words::chrome;
using html::attr;
using html::classes;
using html::each;
using html::el;
using html::group;
using html::link;
using html::Markup;
using html::when;

namespace {

html::FixedUrl symbol(Mark mark) {
    switch (mark) {
        case Mark::settled:
            return "#m-set";
        case Mark::absent:
            return "#m-abs";
        case Mark::depends:
            return "#m-dep";
        case Mark::imprecise:
            return "#m-imp";
        case Mark::not_on_record:
            return "#m-nor";
        case Mark::awaiting:
            return "#m-wait";
        case Mark::statement:
            return "#m-say";
    }
    std::unreachable();
}

const words::Phrase& usual_word(Mark mark) {
    switch (mark) {
        case Mark::settled:
            return chrome::settled;
        case Mark::absent:
            return chrome::absent;
        case Mark::depends:
            return chrome::depends;
        case Mark::imprecise:
            return chrome::imprecise;
        case Mark::not_on_record:
            return chrome::not_on_record;
        case Mark::awaiting:
            return chrome::awaiting;
        case Mark::statement:
            return chrome::statement;
    }
    std::unreachable();
}

const words::Phrase& word(Grade grade) {
    switch (grade) {
        case Grade::official:
            return chrome::official;
        case Grade::reported:
            return chrome::reported;
        case Grade::inferred:
            return chrome::inferred;
        case Grade::unverified:
            return chrome::unverified;
    }
    std::unreachable();
}

/// " <sources> <grade>": what follows a sentence, with the spaces that precede each part.
Fragment support(Language language, const std::vector<SourceLink>& sources,
                 const std::optional<Grade>& graded) {
    Fragment out;
    if (!sources.empty()) out += group(" ", source_links(sources));
    if (graded) out += group(" ", grade(language, *graded));
    return out;
}

}  // namespace

// -- marks, grades, sources ----------------------------------------------------------------------

Fragment marked(Mark mark, std::string_view word) {
    // The mark is tied to the first word, so that a line never ends with a shape alone.
    const std::size_t space = std::min(word.find(' '), word.size());
    return el<"span">(
        attr<"class">("st"),
        el<"span">(attr<"class">("nw"),
                   el<"svg">(attr<"class">("mk"), attr<"aria-hidden">("true"), attr<"focusable">("false"),
                             el<"use">(attr<"href">(Url(symbol(mark))))),
                   word.substr(0, space)),
        word.substr(space));
}

Fragment standing(Language language, Mark mark) { return marked(mark, usual_word(mark)(language)); }

Fragment grade(Language language, Grade grade) {
    return el<"span">(attr<"class">(grade == Grade::unverified ? "rest u" : "rest"), word(grade)(language));
}

Fragment source_links(const std::vector<SourceLink>& sources) {
    // Names that have a comma of their own ("Asia-Plus, 23 November 2023") are set apart by more than one.
    const bool commas = std::ranges::any_of(
        sources, [](const SourceLink& source) { return source.name.find(", ") != std::string::npos; });
    Fragment out;
    for (const SourceLink& source : sources) {
        if (!out.empty()) out += commas ? "; " : ", ";
        if (source.at) {
            out += link(*source.at, source.name);
        } else {
            out += source.name;
        }
    }
    return out;
}

// -- what others said ----------------------------------------------------------------------------

Fragment quotation(Language of_the_words, std::string_view words) {
    return el<"q">(attr<"lang">(code(of_the_words)), words);
}

Fragment claims(Language language, const std::vector<Claim>& claims) {
    if (claims.empty()) return {};
    return el<"ul">(attr<"class">("sayers"), each(claims, [&](const Claim& claim) {
                        return el<"li">(attr<"class">("said"), el<"b">(claim.speaker, ":"), " ", claim.words,
                                        support(language, claim.sources, claim.grade));
                    }));
}

Fragment grade_over_sources(Language language, Grade of, const std::vector<SourceLink>& sources) {
    if (sources.empty()) return grade(language, of);
    return el<"details">(attr<"class">("src"),
                         el<"summary">(grade(language, of), el<"span">(attr<"class">("vh"), ": ",
                                                                       words::page_words::sources(language))),
                         " ", source_links(sources));
}

Fragment side_in_line(Language language, const Side& side) {
    Fragment out = side.sentence.empty()
                       ? Fragment(el<"b">(side.name, "."))
                       : Fragment(el<"details">(attr<"class">("src"), el<"summary">(el<"b">(side.name)), ". ",
                                                side.sentence));
    if (!side.sentence.empty() && !side.holders.empty()) out += ":";
    for (const Holder& holder : side.holders) {
        out += group(" ", el<"b">(holder.who), when(!holder.when.empty(), group(", ", holder.when)),
                     support(language, holder.sources, holder.grade));
    }
    return out;
}

Fragment sides(Language language, const std::vector<Side>& sides) {
    return el<"div">(attr<"class">("sides"), each(sides, [&](const Side& side) {
                         return el<"div">(
                             attr<"class">("side"), el<"p">(el<"b">(side.name, "."), " ", side.sentence),
                             each(side.holders, [&](const Holder& holder) {
                                 return el<"p">(el<"b">(holder.who),
                                                when(!holder.when.empty(), group(", ", holder.when)),
                                                when(!holder.who.empty() && !holder.sources.empty(), ":"),
                                                support(language, holder.sources, holder.grade));
                             }));
                     }));
}

// -- tables --------------------------------------------------------------------------------------

namespace {

/// Which columns of the coming rows are still covered by a cell from above.
class Grid {
public:
    explicit Grid(std::size_t columns) : covered_(columns, 0) {}

    /// The column of the next cell of this row, and the place taken by it.
    std::size_t place(const Cell& cell) {
        while (column_ < covered_.size() && covered_[column_] > 0) ++column_;
        const std::size_t at = column_;
        for (int i = 0; i < cell.columns && column_ < covered_.size(); ++i)
            taken_.push_back({column_++, cell.rows});
        return at;
    }
    void next_row() {
        for (int& rows : covered_) rows = std::max(0, rows - 1);
        for (const auto& [column, rows] : taken_) covered_[column] = rows - 1;
        taken_.clear();
        column_ = 0;
    }

private:
    std::vector<int> covered_;
    std::vector<std::pair<std::size_t, int>> taken_;
    std::size_t column_ = 0;
};

std::optional<int> more_than_one(int n) { return n > 1 ? std::optional(n) : std::nullopt; }

/// On a phone the rows of such a table are displayed as blocks, and browsers then forget that it is a
/// table; the roles say it again.
std::optional<std::string_view> role(const Table& table, std::string_view name) {
    return table.on_phones == Table::OnPhones::blocks ? std::optional(name) : std::nullopt;
}

Fragment cell(const Table& table, const Cell& cell, std::size_t column) {
    if (cell.kind == Cell::Kind::row_head) {
        return el<"th">(attr<"scope">(cell.rows > 1 ? "rowgroup" : "row"),
                        attr<"role">(role(table, "rowheader")), attr<"rowspan">(more_than_one(cell.rows)),
                        attr<"colspan">(more_than_one(cell.columns)), cell.content);
    }
    std::string_view label = cell.label;
    if (label.empty() && column < table.columns.size()) label = table.columns[column].name;
    const bool labelled = table.on_phones == Table::OnPhones::blocks && !label.empty();
    return el<"td">(attr<"role">(role(table, "cell")), attr<"rowspan">(more_than_one(cell.rows)),
                    attr<"colspan">(more_than_one(cell.columns)),
                    attr<"data-l">(labelled ? std::optional(label) : std::nullopt), cell.content);
}

Fragment row(const Table& table, const Row& row, Grid& grid) {
    Fragment cells;
    for (const Cell& each_cell : row.cells) cells += cell(table, each_cell, grid.place(each_cell));
    grid.next_row();
    const std::string_view look = row.look == Row::Look::emphasised   ? "abs"
                                  : row.look == Row::Look::light_rule ? "e"
                                                                      : "";
    return el<"tr">(attr<"class">(classes({look})), attr<"role">(role(table, "row")), std::move(cells));
}

Fragment row_group(const Table& table, const RowGroup& rows) {
    Grid grid(table.columns.size());
    Fragment body;
    if (rows.heading) {
        body += el<"tr">(attr<"class">("g"), attr<"role">(role(table, "row")),
                         el<"th">(attr<"scope">("rowgroup"), attr<"role">(role(table, "rowheader")),
                                  attr<"colspan">(table.columns.size()), *rows.heading));
    }
    for (const Row& each_row : rows.rows) body += row(table, each_row, grid);
    return el<"tbody">(attr<"role">(role(table, "rowgroup")), std::move(body));
}

}  // namespace

Cell row_head(Fragment content) { return {.content = std::move(content), .kind = Cell::Kind::row_head}; }

Fragment table(const Table& table) {
    assert(!table.caption.empty());
    const bool fixed =
        std::ranges::any_of(table.columns, [](const Column& column) { return column.percent > 0; });
    const auto hidden = [](Table::Shown shown) {
        return shown == Table::Shown::yes ? std::optional<std::string_view>()
                                          : std::optional<std::string_view>("vh");
    };
    Fragment names;
    Fragment widths;
    for (const Column& column : table.columns) {
        const std::string width = column.percent > 0 ? "w" + std::to_string(column.percent) : std::string();
        names += el<"th">(attr<"scope">("col"), attr<"role">(role(table, "columnheader")),
                          column.to ? Fragment(link(*column.to, column.name)) : Fragment(column.name),
                          when(!column.after.empty(), el<"span">(attr<"class">("after"), column.after)));
        widths += el<"col">(attr<"class">(classes({width})));
    }
    Fragment bodies;
    for (const RowGroup& rows : table.groups) bodies += row_group(table, rows);
    const bool blocks = table.on_phones == Table::OnPhones::blocks;
    return el<"table">(
        attr<"class">(classes({blocks ? "stack" : "", fixed ? "fixed" : ""})),
        attr<"role">(role(table, "table")),
        el<"caption">(attr<"class">(hidden(table.caption_shown)), table.caption),
        when(fixed, el<"colgroup">(widths)),
        el<"thead">(attr<"role">(role(table, "rowgroup")), attr<"class">(hidden(table.column_names_shown)),
                    el<"tr">(attr<"role">(role(table, "row")), names)),
        std::move(bodies));
}

Table merge_equal(Table table, const std::vector<std::size_t>& columns) {
    for (RowGroup& rows : table.groups) {
        std::vector<bool> starts(rows.rows.size(), false);  // rows where a column named before has a new cell
        std::vector<std::vector<bool>> covered(rows.rows.size());
        for (std::size_t i = 0; i < rows.rows.size(); ++i) covered[i].resize(rows.rows[i].cells.size());
        for (const std::size_t column : columns) {
            std::size_t top = 0;
            for (std::size_t i = 1; i < rows.rows.size(); ++i) {
                Cell& above = rows.rows[top].cells.at(column);
                const Cell& here = rows.rows[i].cells.at(column);
                if (!starts[i] && here.content == above.content && here.kind == above.kind) {
                    ++above.rows;
                    covered[i][column] = true;
                } else {
                    starts[i] = true;
                    top = i;
                }
            }
        }
        for (std::size_t i = 0; i < rows.rows.size(); ++i) {
            std::vector<Cell> left;
            for (std::size_t c = 0; c < rows.rows[i].cells.size(); ++c) {
                if (!covered[i][c]) left.push_back(std::move(rows.rows[i].cells[c]));
            }
            rows.rows[i].cells = std::move(left);
        }
    }
    return table;
}

// -- reasons -------------------------------------------------------------------------------------

namespace {

Fragment branches(Language language, const std::vector<Reason>& tree) {
    if (tree.empty()) return {};
    return el<"ul">(each(tree, [&](const Reason& reason) {
        Fragment article;
        if (reason.article_at) {
            article = group(" ", link(*reason.article_at, reason.article));
        } else if (!reason.article.empty()) {
            article = group(" ", el<"span">(attr<"class">("art"), reason.article));
        }
        return el<"li">(reason.says, article, support(language, reason.sources, reason.grade),
                        branches(language, reason.because));
    }));
}

}  // namespace

Fragment reasons(Language language, std::string_view summary, const std::vector<Reason>& tree, Fold fold) {
    return el<"details">(attr<"class">("tree"), attr<"open">(fold == Fold::open), el<"summary">(summary),
                         branches(language, tree));
}

Fragment examined(Language language, const std::vector<std::string>& disputes) {
    if (disputes.empty()) return {};
    Fragment list;
    for (const std::string& dispute : disputes) list += group(list.empty() ? " " : "; ", dispute);
    return el<"p">(attr<"class">("note"), chrome::examined(language), list, ".");
}

Fragment receipt(Language language, const Receipt& receipt) {
    const auto line = [&](const words::Phrase& term, const auto& value) {
        return group(el<"dt">(term(language)), el<"dd">(value));
    };
    return el<"details">(attr<"class">("receipt"), el<"summary">(chrome::worked_out_from(language)),
                         el<"p">(chrome::receipt_explained(language)),
                         el<"dl">(line(chrome::receipt_rulebook, el<"code">(receipt.rulebook)),
                                  line(chrome::receipt_entries, receipt.entries),
                                  line(chrome::receipt_record, el<"code">(receipt.record)),
                                  line(chrome::receipt_engine, el<"code">(receipt.engine)),
                                  when(!receipt.supposed.empty(),
                                       line(chrome::receipt_supposed, el<"code">(receipt.supposed)))));
}

// -- lists and boxes -----------------------------------------------------------------------------

namespace {

Fragment terms(std::string_view look, const std::vector<Fact>& facts) {
    return el<"dl">(
        attr<"class">(classes({look})), each(facts, [](const Fact& fact) {
            return group(el<"dt">(fact.term),
                         el<"dd">(fact.value,
                                  when(!fact.note.empty(), el<"span">(attr<"class">("small"), fact.note))));
        }));
}

}  // namespace

Fragment facts_box(std::string_view heading, const std::vector<Fact>& facts, const Fragment& foot) {
    return el<"aside">(attr<"class">("now"), attr<"aria-label">(heading), el<"h2">(heading), terms("", facts),
                       when(!foot.empty(), el<"p">(attr<"class">("foot-note"), foot)));
}

Fragment facts(const std::vector<Fact>& facts) { return terms("facts", facts); }

Fragment counts(const std::vector<Count>& counts) {
    return el<"dl">(attr<"class">("count"), each(counts, [](const Count& count) {
                        return group(el<"dt">(count.number), el<"dd">(count.of));
                    }));
}

Fragment announcements(const std::vector<Announced>& list) {
    return el<"ul">(attr<"class">("was"), each(list, [](const Announced& announced) {
                        return el<"li">(announced.what, el<"br">(), announced.outcome);
                    }));
}

namespace {
Fragment links(std::string_view look, const std::vector<Link>& list) {
    return el<"ul">(attr<"class">(look),
                    each(list, [](const Link& item) { return el<"li">(link(item.to, item.text)); }));
}
}  // namespace

Fragment question_list(const std::vector<Link>& list) { return links("ask", list); }
Fragment link_list(const std::vector<Link>& list) { return links("plist", list); }

Fragment breadcrumbs(Language language, const std::vector<Crumb>& trail) {
    if (trail.empty()) return {};
    return el<"nav">(attr<"class">("crumbs"), attr<"aria-label">(chrome::you_are_here(language)),
                     el<"ol">(each(trail, [](const Crumb& crumb) {
                         return crumb.to ? Fragment(el<"li">(link(*crumb.to, crumb.text)))
                                         : Fragment(el<"li">(attr<"aria-current">("page"), crumb.text));
                     })));
}

Fragment cards(const std::vector<Card>& cards) {
    return el<"ul">(attr<"class">("cards"), each(cards, [](const Card& card) {
                        return el<"li">(attr<"class">(card.look == Card::Look::quiet ? "card quiet" : "card"),
                                        link(card.to, card.title),
                                        when(!card.note.empty(), el<"span">(card.note)));
                    }));
}

Fragment start_button(const Url& to, std::string_view text) {
    return el<"p">(
        attr<"class">("start"),
        el<"a">(
            attr<"class">("btn"), attr<"href">(to), text,
            Markup(R"(<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M2 1l6 5-6 5" )"
                   R"(stroke="currentColor" stroke-width="2.4" fill="none"/></svg>)")));
}

Fragment notice(const Fragment& content) { return el<"div">(attr<"class">("notice"), content); }

// -- the arrangement of a page -------------------------------------------------------------------

Fragment heading(std::string_view title, const Fragment& sentence, const Fragment& beside,
                 const Fragment& folded) {
    return el<"div">(attr<"class">("head"), el<"h1">(title),
                     when(!beside.empty(), el<"p">(attr<"class">("note"), beside)), folded,
                     when(!sentence.empty(), el<"p">(attr<"class">("lead"), sentence)));
}

Fragment section(std::string_view id, const Fragment& heading, Fragment content) {
    return el<"section">(attr<"id">(id.empty() ? std::optional<std::string_view>() : std::optional(id)),
                         el<"h2">(heading), std::move(content));
}

Fragment desk(Fragment narrow, Fragment wide) {
    return el<"div">(attr<"class">("desk"), el<"div">(std::move(narrow)), el<"div">(std::move(wide)));
}

Fragment folds(const Fragment& details) {
    return when(!details.empty(), el<"div">(attr<"class">("folds"), details));
}

Fragment side_by_side(const Fragment& first, const Fragment& second) {
    return el<"div">(attr<"class">("cols"), first, second);
}

Fragment with_aside(const Fragment& content, const Fragment& box) {
    return el<"div">(attr<"class">("home"), el<"div">(content), box);
}

Fragment closing_line(const Fragment& reasons, const Fragment& proof) {
    return el<"div">(attr<"class">("foot"), reasons, when(!proof.empty(), el<"p">(proof)));
}

Fragment paragraph(const Fragment& content, Size size) {
    return size == Size::small ? Fragment(el<"p">(attr<"class">("note"), content))
                               : Fragment(el<"p">(content));
}

}  // namespace pages
