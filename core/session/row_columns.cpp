// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_columns.h"

namespace joinery::session {

using driver::RowBlock;
using driver::ValueTag;

RowColumns::RowColumns(const dialect::Dialect &dialect, const RowSource &source) : m_dialect(dialect), m_source(source) {}

QString RowColumns::name(const QString &column) const
{
    return isByAddress() && column == m_source.key.columns.front() && !m_source.table.column(column) ? column : m_dialect.quote(column);
}

std::optional<dialect::CellPieces> RowColumns::piecesOf(const schema::Column &column, const QString &prefix) const
{
    return m_source.hasLargeCells ? m_dialect.cellPieces(m_source.table, column, prefix) : std::nullopt;
}

// The sizes of what is cut stand behind the columns, NULL where a cell is whole.
QString RowColumns::text(const QString &alias) const
{
    const QString prefix = alias.isEmpty() ? QString() : QString(alias % u'.');
    QStringList columns, sizes;
    for (const schema::Column &column : m_source.table.columns) {
        const auto pieces = piecesOf(column, prefix);
        if (!pieces) {
            columns.append(prefix % m_dialect.quote(column.name));
            continue;
        }
        const QString isLarge = pieces->bytes % u" > " % QString::number(driver::kShownCells.whole);
        columns.append(u"CASE WHEN " % isLarge % u" THEN " % pieces->piece(1, qint64(driver::kShownCells.part)) % u" ELSE " % pieces->whole
                       % u" END AS " % m_dialect.quote(column.name));
        sizes.append(u"CASE WHEN " % isLarge % u" THEN " % pieces->bytes % u" END");
    }
    if (isByAddress())
        columns.append(prefix % m_source.key.columns.front());
    return (columns + sizes).join(u", ");
}

RowBlock RowColumns::block()
{
    RowBlock block;
    block.setCellLimit(driver::kShownCells);
    return block;
}

RowBlock RowColumns::rows(RowBlock read) const
{
    const int columns = columnCount();
    if (read.columnCount() <= columns)
        return read;
    struct Cut
    {
        int size;
        bool isLexical;
    };
    std::vector<std::optional<Cut>> cuts(size_t(columns), std::nullopt);
    int size = columns;
    for (size_t i = 0; i < m_source.table.columns.size(); ++i) {
        if (const auto pieces = piecesOf(m_source.table.columns[i], {}))
            cuts[i] = Cut{size++, pieces->tag == ValueTag::Lexical};
    }
    RowBlock rows(columns);
    for (int row = 0; row < read.rowCount(); ++row) {
        for (int column = 0; column < columns; ++column) {
            const auto &cut = cuts[size_t(column)];
            const bool isText = read.tag(row, column) == ValueTag::Text;
            if (!cut || read.isNull(row, column) || (read.isNull(row, cut->size) && !(cut->isLexical && isText))) {
                rows.appendCell(read, row, column);
                continue;
            }
            const ValueTag tag = cut->isLexical && isText ? ValueTag::Lexical : read.tag(row, column);
            const QByteArrayView bytes = read.bytes(row, column);
            if (!read.isNull(row, cut->size))
                rows.appendPart(tag, bytes.data(), size_t(bytes.size()), size_t(read.value(row, cut->size).toText().toLongLong()));
            else if (read.isPart(row, column))
                rows.appendPart(tag, bytes.data(), size_t(bytes.size()), read.wholeSize(row, column));
            else
                rows.append(tag, bytes.data(), size_t(bytes.size()));
        }
    }
    return rows;
}

} // namespace joinery::session
