// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/create_table_text.h"

#include "core/sql/lexer.h"

namespace joinery::dialect {

using sql::Token;
using sql::TokenKind;

namespace {

class Parser
{
public:
    explicit Parser(const QString &sql) : m_sql(sql), m_tokens(sql::significantTokens(sql, sql::Flavor::Sqlite)) {}

    std::optional<CreateTableText> parse()
    {
        if (!take("create"))
            return {};
        (void)(take("temp") || take("temporary"));
        if (!take("table"))
            return {};
        if (take("if") && !(take("not") && take("exists")))
            return {};
        readName(m_result.name, m_result.nameRange);
        if (takeSymbol(u'.'))
            readName(m_result.name, m_result.nameRange);
        if (!isSymbol(u'('))
            return is("as") ? std::optional(m_result) : std::nullopt;
        m_result.open = here().start;
        ++m_at;
        while (!m_failed && !isSymbol(u')') && more())
            readItem();
        if (m_failed || !more())
            return {};
        m_result.close = here().start;
        ++m_at;
        readOptions();
        return m_result;
    }

private:
    using Clause = CreateTableText::Clause;
    using Range = CreateTableText::Range;

    bool more() const { return m_at < m_tokens.size(); }
    const Token &here() const
    {
        static const Token end;
        return more() ? m_tokens[m_at] : end;
    }
    bool is(const char *word, size_t ahead = 0) const
    {
        return m_at + ahead < m_tokens.size() && m_tokens[m_at + ahead].isWord(m_sql, QLatin1String(word));
    }
    bool isSymbol(char16_t symbol) const { return more() && here().is(m_sql, symbol); }
    bool take(const char *word) { return is(word) && ++m_at; }
    bool takeSymbol(char16_t symbol) { return isSymbol(symbol) && ++m_at; }
    qsizetype lastEnd() const { return m_at > 0 ? m_tokens[m_at - 1].end() : 0; }

    // A name may be a word, a quoted name, or, as SQLite forgives, a string.
    void readName(QString &name, Range &range)
    {
        if (!more() || !(here().isName() || here().kind == TokenKind::String)) {
            m_failed = true;
            return;
        }
        name = sql::unquotedName(here().in(m_sql));
        range = {here().start, here().end()};
        ++m_at;
    }

    /// The text between the parentheses that open here; afterwards behind them.
    Range readGroup()
    {
        if (!isSymbol(u'(')) {
            m_failed = true;
            return {};
        }
        const qsizetype start = here().end();
        int depth = 0;
        for (; more(); ++m_at) {
            depth += isSymbol(u'(') ? 1 : isSymbol(u')') ? -1 : 0;
            if (depth == 0) {
                const qsizetype end = here().start;
                ++m_at;
                return trimmed({start, end});
            }
        }
        m_failed = true;
        return {};
    }

    Range trimmed(Range range) const
    {
        while (range.start < range.end && m_sql.at(range.start).isSpace())
            ++range.start;
        while (range.end > range.start && m_sql.at(range.end - 1).isSpace())
            --range.end;
        return range;
    }

    void readItem()
    {
        if (takeSymbol(u','))
            return;
        const bool constraint = is("constraint") || ((is("primary") || is("foreign")) && is("key", 1))
            || ((is("unique") || is("check")) && m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].is(m_sql, u'('));
        if (constraint && !m_result.columns.empty())
            readTableConstraint();
        else
            readColumn();
    }

    void readTableConstraint()
    {
        Clause clause;
        clause.range.start = here().start;
        readConstraintName(clause.name);
        if (take("primary") && take("key")) {
            clause.kind = Clause::Kind::PrimaryKey;
            clause.columns = readKeyColumns(&clause);
            clause.conflict = readConflict();
        } else if (take("unique")) {
            clause.kind = Clause::Kind::Unique;
            clause.columns = readKeyColumns();
            clause.conflict = readConflict();
        } else if (take("check")) {
            clause.kind = Clause::Kind::Check;
            clause.text = readGroup();
            clause.conflict = readConflict();
        } else if (take("foreign") && take("key")) {
            clause.columns = readKeyColumns();
            if (!take("references"))
                m_failed = true;
            readReferences(clause);
        } else if (isSymbol(u',') || isSymbol(u')')) {
            return; // CONSTRAINT name without anything: SQLite takes and forgets it
        } else {
            m_failed = true;
            return;
        }
        clause.range.end = lastEnd();
        m_result.constraints.push_back(clause);
    }

    void readColumn()
    {
        CreateTableText::Column column;
        readName(column.name, column.nameRange);
        column.range.start = column.nameRange.start;
        // The type is every word up to the first that begins a clause, and one list in parentheses.
        column.typeRange = {here().start, here().start};
        while (more() && !isSymbol(u',') && !isSymbol(u')') && !startsClause()) {
            if (isSymbol(u'('))
                readGroup();
            else
                ++m_at;
            column.typeRange.end = lastEnd();
        }
        while (!m_failed && more() && !isSymbol(u',') && !isSymbol(u')'))
            readColumnClause(column);
        column.range.end = lastEnd();
        m_result.columns.push_back(std::move(column));
    }

    bool startsClause() const
    {
        return is("constraint") || (is("primary") && is("key", 1)) || is("not") || is("null") || is("unique") || is("check")
            || is("default") || is("collate") || is("references") || is("generated")
            || (is("as") && m_at + 1 < m_tokens.size() && m_tokens[m_at + 1].is(m_sql, u'('));
    }

    void readColumnClause(CreateTableText::Column &column)
    {
        Clause clause;
        clause.range.start = here().start;
        readConstraintName(clause.name);
        if (take("primary")) {
            take("key");
            clause.kind = Clause::Kind::PrimaryKey;
            clause.descending = readDescending();
            clause.conflict = readConflict();
            clause.autoincrement = take("autoincrement");
        } else if (take("not")) {
            if (is("deferrable")) { // NOT DEFERRABLE on its own: belongs to nothing
                readDeferral();
                return;
            }
            take("null");
            clause.kind = Clause::Kind::NotNull;
            clause.conflict = readConflict();
        } else if (take("null")) {
            clause.conflict = readConflict();
        } else if (take("unique")) {
            clause.kind = Clause::Kind::Unique;
            clause.conflict = readConflict();
        } else if (take("check")) {
            clause.kind = Clause::Kind::Check;
            clause.text = readGroup();
            clause.conflict = readConflict();
        } else if (take("default")) {
            clause.kind = Clause::Kind::Default;
            clause.text = readDefault();
        } else if (take("collate")) {
            clause.kind = Clause::Kind::Collate;
            QString name;
            readName(name, clause.text);
        } else if (take("references")) {
            readReferences(clause);
        } else if (is("generated") || is("as")) {
            if (take("generated"))
                take("always");
            take("as");
            clause.kind = Clause::Kind::Generated;
            clause.text = readGroup();
            clause.stored = take("stored");
            take("virtual");
        } else if (isSymbol(u',') || isSymbol(u')')) {
            return;
        } else {
            m_failed = true;
            return;
        }
        clause.range.end = lastEnd();
        column.clauses.push_back(clause);
    }

    void readConstraintName(QString &name)
    {
        Range range;
        while (take("constraint"))
            readName(name, range);
    }

    Range readDefault()
    {
        if (isSymbol(u'(')) {
            const qsizetype start = here().start;
            readGroup();
            return {start, lastEnd()};
        }
        Range range{here().start, here().start};
        if (isSymbol(u'-') || isSymbol(u'+'))
            ++m_at;
        ++m_at;
        range.end = lastEnd();
        return range;
    }

    std::vector<CreateTableText::KeyColumn> readKeyColumns(Clause *primaryKey = nullptr)
    {
        std::vector<CreateTableText::KeyColumn> columns;
        if (!takeSymbol(u'('))
            m_failed = true;
        while (!m_failed && more() && !isSymbol(u')')) {
            CreateTableText::KeyColumn column;
            readName(column.name, column.nameRange);
            if (take("collate")) {
                Range range;
                readName(column.collation, range);
            }
            column.descending = readDescending();
            if (take("autoincrement") && primaryKey)
                primaryKey->autoincrement = true;
            columns.push_back(column);
            if (!takeSymbol(u',') && !isSymbol(u')'))
                m_failed = true;
        }
        takeSymbol(u')');
        return columns;
    }

    bool readDescending()
    {
        const bool descending = take("desc");
        if (!descending)
            take("asc");
        return descending;
    }

    QString readConflict()
    {
        if (!is("on") || !is("conflict", 1))
            return {};
        m_at += 2;
        const QString word = here().in(m_sql).toString().toUpper();
        ++m_at;
        return word;
    }

    void readReferences(Clause &clause)
    {
        clause.kind = Clause::Kind::ForeignKey;
        readName(clause.referredTable, clause.referredTableRange);
        if (isSymbol(u'('))
            clause.referredColumns = readKeyColumns();
        for (;;) {
            if (take("on")) {
                const bool isDelete = take("delete");
                if (!isDelete)
                    take("update");
                (isDelete ? clause.onDelete : clause.onUpdate) = readAction(clause);
            } else if (take("match")) {
                clause.match = here().in(m_sql).toString().toUpper();
                ++m_at;
            } else if (is("deferrable")) {
                clause.deferral = readDeferral();
            } else if (is("not") && is("deferrable", 1)) {
                ++m_at;
                readDeferral();
                clause.deferral = schema::Deferral::NotDeferrable;
            } else {
                return;
            }
        }
    }

    schema::ForeignKeyAction readAction(Clause &clause)
    {
        if (take("cascade"))
            return schema::ForeignKeyAction::Cascade;
        if (take("restrict"))
            return schema::ForeignKeyAction::Restrict;
        if (take("set")) {
            if (take("default"))
                return schema::ForeignKeyAction::SetDefault;
            take("null");
            return schema::ForeignKeyAction::SetNull;
        }
        take("no");
        take("action");
        clause.writesNoAction = true;
        return schema::ForeignKeyAction::NoAction;
    }

    schema::Deferral readDeferral()
    {
        take("deferrable");
        if (take("initially")) {
            if (take("deferred"))
                return schema::Deferral::InitiallyDeferred;
            take("immediate");
        }
        return schema::Deferral::InitiallyImmediate;
    }

    void readOptions()
    {
        while (more()) {
            if (take("without")) {
                take("rowid");
                m_result.withoutRowid = true;
            } else if (take("strict")) {
                m_result.strict = true;
            } else {
                ++m_at;
            }
        }
    }

    const QString &m_sql;
    std::vector<Token> m_tokens;
    size_t m_at = 0;
    bool m_failed = false;
    CreateTableText m_result;
};

} // namespace

std::optional<CreateTableText> CreateTableText::parse(const QString &sql)
{
    return Parser(sql).parse();
}

const CreateTableText::Clause *CreateTableText::Column::clause(Clause::Kind kind) const
{
    const auto found = std::ranges::find(clauses, kind, &Clause::kind);
    return found == clauses.end() ? nullptr : &*found;
}

const CreateTableText::Column *CreateTableText::column(const QString &columnName) const
{
    const auto found = std::ranges::find_if(columns, [&](const Column &column) {
        return column.name.compare(columnName, Qt::CaseInsensitive) == 0;
    });
    return found == columns.end() ? nullptr : &*found;
}

} // namespace joinery::dialect
