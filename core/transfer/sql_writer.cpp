// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/sql_writer.h"

namespace joinery::transfer {

namespace {

// Well below the packet that any server takes by default, and few enough rows for SQLite's parser.
constexpr qsizetype kStatementBytes = 1 << 18;

} // namespace

Status SqlWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    QStringList names;
    for (size_t i = 0; i < columns.size(); ++i) {
        if (m_leftOut.contains(columns[i].name))
            continue;
        names.append(m_dialect.quoteIfNeeded(columns[i].name));
        m_columns.push_back(int(i));
        m_types.push_back(columns[i].type);
    }
    if (names.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The table has no column that an INSERT can name."));
    const QString schema = m_table.schema.isEmpty() ? QString() : QString(m_dialect.quoteIfNeeded(m_table.schema) + u'.');
    m_head = QStringLiteral("INSERT INTO %1%2 (%3) VALUES")
                 .arg(schema, m_dialect.quoteIfNeeded(m_table.name), names.join(QStringLiteral(", "))).toUtf8();
    return {};
}

Status SqlWriter::write(const driver::RowBlock &block)
{
    QByteArray &out = buffer();
    for (int row = 0; row < block.rowCount(); ++row) {
        QByteArray values = m_statement == 0 ? m_head + "\n(" : QByteArray(",\n(");
        for (size_t i = 0; i < m_columns.size(); ++i) {
            if (i > 0)
                values += ", ";
            values += m_dialect.literal(block.value(row, m_columns[i]), m_types[i]).toUtf8();
        }
        values += ')';
        out += values;
        m_statement += values.size();
        if (m_statement >= kStatementBytes) {
            out += ";\n";
            m_statement = 0;
        }
        JOINERY_TRY(flushIfLarge());
    }
    return {};
}

Status SqlWriter::end()
{
    if (m_statement > 0)
        buffer() += ";\n";
    return flush();
}

} // namespace joinery::transfer
