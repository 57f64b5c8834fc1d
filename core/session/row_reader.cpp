// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_reader.h"

#include "core/session/row_columns.h"

namespace joinery::session {

namespace {

using driver::RowBlock;
using driver::Value;
using OrderTerm = RowSource::OrderTerm;

// Above so many rows to leave out, their keys are walked alone and the whole rows joined to the few that are wanted.
constexpr qint64 kDeferredSkip = 1000;
constexpr size_t kRunBytes = 4 * 1024 * 1024;

/// Builds one SELECT, counting its parameters.
class Writer
{
public:
    Writer(const dialect::Dialect &dialect, const RowSource &source) : m_dialect(dialect), m_source(source), m_columns(dialect, source) {}

    QString bind(const Value &value)
    {
        m_parameters.push_back(value);
        return m_dialect.placeholder(int(m_parameters.size()));
    }
    std::vector<Value> takeParameters() { return std::move(m_parameters); }

    QString quoted(const OrderTerm &term) const { return quoteColumn(term.column); }
    QString quoteColumn(const QString &column) const { return m_columns.name(column); }

    /// Rows that stand after (or before) the given ones in the order.
    QString beyond(const std::vector<OrderTerm> &terms, const std::vector<Value> &values, bool before)
    {
        if (const QString tuple = tupleBeyond(terms, values, before); !tuple.isEmpty())
            return tuple;
        // Said first for the planner: an index range over the first term.
        QString sql;
        if (terms.size() > 1 && !values.front().isNull() && nullsPassed(terms.front(), before)) {
            const bool greater = terms.front().descending == before;
            sql = quoted(terms.front()) % (greater ? u" >= " : u" <= ") % bind(values.front()) % u" AND ";
        }
        return sql % beyondFrom(0, terms, values, before);
    }

    QString orderBy(const std::vector<OrderTerm> &terms, bool reversed, const QString &prefix = {}) const
    {
        QStringList parts;
        for (const OrderTerm &term : terms)
            parts.append(prefix % quoted(term) % (term.descending != reversed ? u" DESC" : u""));
        return parts.isEmpty() ? QString() : QString(u" ORDER BY " % parts.join(u", "));
    }

    QString columns(const QString &alias = {}) const { return m_columns.text(alias); }

    QString table() const { return m_dialect.quote(m_source.table.name); }

    /// The user's words stand on lines of their own: a comment in them ends there. Filters bind behind what the
    /// condition has bound. `but`: the column whose own filter is left out.
    QString where(const QString &condition, const QString &but = {})
    {
        QStringList parts;
        if (!m_source.where.isEmpty())
            parts.append(u"(\n" % m_source.where % u"\n)");
        if (!condition.isEmpty())
            parts.append(condition);
        for (const ColumnFilter &filter : m_source.filters) {
            const schema::Column *column = m_source.table.column(filter.column);
            if (column && filter.column != but)
                parts.append(filterSql(m_dialect, column->type, filter, [this](const Value &value) { return bind(value); }));
        }
        return parts.isEmpty() ? QString() : QString(u" WHERE " % parts.join(u" AND "));
    }

private:
    /// Whether NULLs of the term stand on the side that was passed already.
    bool nullsPassed(const OrderTerm &term, bool before) const
    {
        const bool nullsAtEnd = m_dialect.capabilities().nullsSortLast != term.descending;
        return !term.nullable || nullsAtEnd == before;
    }

    /// Parameters are bound in the order of the text.
    QString beyondFrom(size_t i, const std::vector<OrderTerm> &terms, const std::vector<Value> &values, bool before)
    {
        const QString strictly = passed(terms[i], values[i], before);
        if (i + 1 == terms.size())
            return strictly.isEmpty() ? QStringLiteral("1 = 0") : strictly;
        const QString same = values[i].isNull() ? QString(quoted(terms[i]) % u" IS NULL")
                                                : QString(quoted(terms[i]) % u" = " % bind(values[i]));
        const QString rest = beyondFrom(i + 1, terms, values, before);
        return strictly.isEmpty() ? QString(u"(" % same % u" AND " % rest % u")")
                                  : QString(u"(" % strictly % u" OR (" % same % u" AND " % rest % u"))");
    }

    QString passed(const OrderTerm &term, const Value &value, bool before)
    {
        if (value.isNull())
            return nullsPassed(term, before) ? QString(quoted(term) % u" IS NOT NULL") : QString();
        const bool greater = term.descending == before;
        const QString compared = quoted(term) % (greater ? u" > " : u" < ") % bind(value);
        return nullsPassed(term, before) ? compared : QString(u"(" % compared % u" OR " % quoted(term) % u" IS NULL)");
    }

    /// `(a, b) > (?, ?)`, which engines answer from an index, where it means the same.
    QString tupleBeyond(const std::vector<OrderTerm> &terms, const std::vector<Value> &values, bool before)
    {
        // Engines with inline enums do not use an index for it.
        if (terms.size() < 2 || m_dialect.capabilities().inlineEnums || m_dialect.capabilities().standardOnly)
            return {};
        for (size_t i = 0; i < terms.size(); ++i) {
            if (values[i].isNull() || terms[i].descending != terms[0].descending)
                return {};
            if (terms[i].nullable && (i > 0 || !nullsPassed(terms[i], before)))
                return {};
        }
        QStringList left, right;
        for (size_t i = 0; i < terms.size(); ++i) {
            left.append(quoted(terms[i]));
            right.append(bind(values[i]));
        }
        return u"(" % left.join(u", ") % (terms[0].descending == before ? u") > (" : u") < (") % right.join(u", ") % u")";
    }

    const dialect::Dialect &m_dialect;
    const RowSource &m_source;
    RowColumns m_columns;
    std::vector<Value> m_parameters;
};

QString limit(int rows, qint64 skip)
{
    QString text = QStringLiteral(" LIMIT ") + QString::number(rows);
    if (skip > 0)
        text += QStringLiteral(" OFFSET ") + QString::number(skip);
    return text;
}

RowBlock reverse(const RowBlock &block)
{
    RowBlock turned(block.columnCount());
    for (int row = block.rowCount(); row-- > 0;)
        turned.appendRow(block, row);
    return turned;
}

} // namespace

ReadStatement readStatement(const dialect::Dialect &dialect, const RowSource &source, const Seek &seek)
{
    Writer writer(dialect, source);
    const std::vector<OrderTerm> terms = source.order();
    ReadStatement statement;
    statement.reversed = seek.kind == Seek::Kind::Last || seek.kind == Seek::Kind::Before;
    QString condition;
    if (seek.kind == Seek::Kind::After || seek.kind == Seek::Kind::Before) {
        condition = writer.beyond(terms, seek.order, seek.kind == Seek::Kind::Before);
    } else if (seek.kind == Seek::Kind::From) {
        condition = writer.quoted(terms.front()) % (terms.front().descending ? u" <= " : u" >= ")
                    % writer.bind(seek.order.front());
    }
    const bool standardOnly = dialect.capabilities().standardOnly;
    statement.skipHere = standardOnly ? seek.skip : 0;
    const QString rest = u" FROM " % writer.table() % writer.where(condition) % writer.orderBy(terms, statement.reversed)
                         % (standardOnly ? QString() : limit(seek.rows, seek.skip));
    if (seek.skip <= kDeferredSkip || !source.key.isSeekable() || standardOnly) {
        statement.sql = u"SELECT " % writer.columns() % rest;
    } else {
        QStringList keys, joined;
        for (int i = 0; i < source.key.columns.size(); ++i) {
            const QString column = writer.quoteColumn(source.key.columns.at(i));
            const QString alias = dialect.quote(QStringLiteral("page_key_%1").arg(i));
            keys.append(column % u" AS " % alias);
            joined.append(u"whole." % column % u" = page." % alias);
        }
        statement.sql = u"SELECT " % writer.columns(QStringLiteral("whole")) % u" FROM (SELECT " % keys.join(u", ") % rest
                        % u") AS page JOIN " % writer.table() % u" AS whole ON " % joined.join(u" AND ")
                        % writer.orderBy(terms, statement.reversed, QStringLiteral("whole."));
    }
    statement.parameters = writer.takeParameters();
    return statement;
}

Result<RowRun> readRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                        const Seek &seek, const CancelToken &token)
{
    const ReadStatement statement = readStatement(dialect, source, seek);
    JOINERY_TRY_VALUE(auto cursor, connection.execute(statement.sql, statement.parameters, token));
    RowRun run{RowColumns::block()};
    run.rows.clear(int(cursor->columns().size()));
    RowBlock block = RowColumns::block();
    for (qint64 skip = statement.skipHere; skip > 0; skip -= block.rowCount()) {
        JOINERY_TRY(cursor->read(block, int(std::min<qint64>(skip, 1000))));
        if (block.isEmpty())
            break;
    }
    while (run.rows.rowCount() < seek.rows && run.rows.byteSize() < kRunBytes) {
        JOINERY_TRY(cursor->read(block, seek.rows - run.rows.rowCount()));
        if (block.isEmpty()) {
            run.reachedEnd = true;
            break;
        }
        if (run.rows.isEmpty()) {
            std::swap(run.rows, block);
        } else {
            run.rows.appendRows(block);
        }
    }
    run.rows = RowColumns(dialect, source).rows(std::move(run.rows));
    if (statement.reversed)
        run.rows = reverse(run.rows);
    return run;
}

Result<qint64> countRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                         const std::vector<Value> &before, const CancelToken &token)
{
    Writer writer(dialect, source);
    const QString condition = before.empty() ? QString() : writer.beyond(source.order(), before, true);
    const QString sql = u"SELECT count(*) FROM " % writer.table() % writer.where(condition);
    const std::vector<Value> parameters = writer.takeParameters();
    JOINERY_TRY_VALUE(const RowBlock block, connection.fetch(sql, parameters, token));
    if (block.rowCount() != 1)
        return fail(ErrorKind::Internal, QStringLiteral("A count gave no row."));
    return block.value(0, 0).toText().toLongLong();
}

Result<std::vector<DistinctValue>> distinctValues(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                                  const QString &column, int most, const CancelToken &token)
{
    Writer writer(dialect, source);
    const QString name = dialect.quote(column);
    const QString sql = u"SELECT " % name % u", count(*) FROM " % writer.table() % writer.where({}, column) % u" GROUP BY " % name
                        % u" ORDER BY count(*) DESC, " % name % limit(most, 0);
    const std::vector<Value> parameters = writer.takeParameters();
    JOINERY_TRY_VALUE(const RowBlock block, connection.fetch(sql, parameters, token));
    std::vector<DistinctValue> values;
    for (int row = 0; row < block.rowCount(); ++row)
        values.push_back({block.value(row, 0), block.value(row, 1).toText().toLongLong()});
    return values;
}

Result<Estimate> estimateRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                              const CancelToken &token)
{
    Estimate estimate;
    if (!source.isFiltered() && !source.isView) {
        JOINERY_TRY_VALUE(estimate.rows, dialect.estimateRows(connection, source.table.name, token));
    }
    if (source.isInterpolable()) {
        Writer writer(dialect, source);
        const QString column = writer.quoteColumn(source.key.columns.front());
        const QString both = u"SELECT min(" % column % u"), max(" % column % u") FROM " % writer.table();
        // Two subqueries are two looks into an index on every engine.
        const QString sql = dialect.capabilities().standardOnly
            ? both
            : QString(u"SELECT (SELECT min(" % column % u") FROM " % writer.table() % u"), (SELECT max(" % column % u") FROM "
                      % writer.table() % u")");
        JOINERY_TRY_VALUE(const RowBlock block, connection.fetch(sql, {}, token));
        if (block.rowCount() == 1 && !block.isNull(0, 0))
            estimate.range = KeyRange{block.value(0, 0).toText().toLongLong(), block.value(0, 1).toText().toLongLong()};
        else
            estimate.range = KeyRange{};
    }
    return estimate;
}

} // namespace joinery::session
