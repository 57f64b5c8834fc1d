// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/change_sql.h"

namespace joinery::session {

using driver::Value;

namespace {

/// Writes the statement and its reading form side by side, so that they cannot differ but in the values.
class Writer
{
public:
    Writer(const dialect::Dialect &dialect, const RowSource &source) : m_dialect(dialect), m_source(source) {}

    void add(const QString &text)
    {
        m_sql += text;
        m_text += text;
    }
    void addColumn(const QString &column)
    {
        const bool address = m_source.key.kind == RowKey::Kind::Address && column == m_source.key.columns.front()
                             && !m_source.table.column(column);
        add(address ? column : m_dialect.quote(column));
    }
    void addTable() { add(m_dialect.quote(m_source.table.name)); }

    void addValue(const Value &value, const schema::Column *column)
    {
        if (value.isDefault()) {
            add(defaultText(column));
            return;
        }
        if (value.isNull()) {
            add(QStringLiteral("NULL"));
            return;
        }
        m_parameters.push_back(value);
        m_sql += m_dialect.placeholder(int(m_parameters.size()));
        m_text += m_dialect.literal(value, column ? column->type : schema::Type());
    }

    void addEquals(const QString &column, const Value &value)
    {
        addColumn(column);
        add(value.isNull() ? QStringLiteral(" IS NULL") : QStringLiteral(" = "));
        if (!value.isNull())
            addValue(value, m_source.table.column(column));
    }

    void addWhere(const RowKeyValues &key)
    {
        add(QStringLiteral(" WHERE "));
        bool first = true;
        const auto equals = [&](const QString &column, const Value &value) {
            if (!std::exchange(first, false))
                add(QStringLiteral(" AND "));
            addEquals(column, value);
        };
        if (m_source.key.kind != RowKey::Kind::None) {
            for (qsizetype i = 0; i < m_source.key.columns.size(); ++i)
                equals(m_source.key.columns.at(i), key[size_t(i)]);
            return;
        }
        for (size_t i = 0; i < m_source.table.columns.size(); ++i) {
            const schema::Column &column = m_source.table.columns[i];
            if (key[i].isNull() || isComparable(column.type, m_dialect.capabilities()))
                equals(column.name, key[i]);
        }
    }

    ChangeStatement take(quint64 change)
    {
        ChangeStatement statement;
        statement.change = change;
        statement.sql = std::move(m_sql);
        statement.text = std::move(m_text);
        statement.parameters = std::move(m_parameters);
        return statement;
    }

private:
    QString defaultText(const schema::Column *column) const
    {
        if (m_dialect.capabilities().defaultKeyword)
            return QStringLiteral("DEFAULT");
        if (!column || !column->defaultValue)
            return QStringLiteral("NULL");
        return column->defaultValue->kind == schema::Default::Kind::Literal
                   ? m_dialect.literal(Value::text(column->defaultValue->text), column->type)
                   : QString(u"(" % column->defaultValue->text % u")");
    }

    const dialect::Dialect &m_dialect;
    const RowSource &m_source;
    QString m_sql, m_text;
    std::vector<Value> m_parameters;
};

void writeInsert(Writer &writer, const dialect::Dialect &dialect, const RowSource &source, const RowChange &change)
{
    writer.add(QStringLiteral("INSERT INTO "));
    writer.addTable();
    QStringList columns; // in the order of the table
    for (const schema::Column &column : source.table.columns) {
        if (change.values.contains(column.name))
            columns.append(column.name);
    }
    if (columns.isEmpty()) {
        // MySQL has no DEFAULT VALUES, and the others no empty list.
        writer.add(dialect.capabilities().inlineEnums ? QStringLiteral(" () VALUES ()") : QStringLiteral(" DEFAULT VALUES"));
        return;
    }
    writer.add(QStringLiteral(" ("));
    for (qsizetype i = 0; i < columns.size(); ++i) {
        writer.add(i == 0 ? QString() : QStringLiteral(", "));
        writer.addColumn(columns.at(i));
    }
    writer.add(QStringLiteral(") VALUES ("));
    for (qsizetype i = 0; i < columns.size(); ++i) {
        writer.add(i == 0 ? QString() : QStringLiteral(", "));
        writer.addValue(change.values.value(columns.at(i)), source.table.column(columns.at(i)));
    }
    writer.add(QStringLiteral(")"));
}

} // namespace

ChangeStatement changeStatement(const dialect::Dialect &dialect, const RowSource &source, const RowChange &change)
{
    Writer writer(dialect, source);
    QStringList returns;
    switch (change.kind) {
    case RowChange::Kind::Insert:
        writeInsert(writer, dialect, source, change);
        // Where a row is known by what the server gives it, it says so; SQLite and MySQL tell the last id by themselves.
        if (dialect.capabilities().returning && !dialect.capabilities().rowAddressOrders
            && source.key.kind != RowKey::Kind::None) {
            returns = source.key.columns;
            writer.add(QStringLiteral(" RETURNING "));
            for (qsizetype i = 0; i < returns.size(); ++i) {
                writer.add(i == 0 ? QString() : QStringLiteral(", "));
                writer.addColumn(returns.at(i));
            }
        }
        break;
    case RowChange::Kind::Update: {
        writer.add(QStringLiteral("UPDATE "));
        writer.addTable();
        bool first = true;
        for (const schema::Column &column : source.table.columns) {
            if (!change.values.contains(column.name))
                continue;
            writer.add(std::exchange(first, false) ? QStringLiteral(" SET ") : QStringLiteral(", "));
            writer.addColumn(column.name);
            writer.add(QStringLiteral(" = "));
            writer.addValue(change.values.value(column.name), &column);
        }
        writer.addWhere(change.key);
        break;
    }
    case RowChange::Kind::Delete:
        writer.add(QStringLiteral("DELETE FROM "));
        writer.addTable();
        writer.addWhere(change.key);
        break;
    }
    ChangeStatement statement = writer.take(change.id);
    statement.returns = returns;
    return statement;
}

QString previewScript(const dialect::Dialect &dialect, const RowSource &source, const std::vector<RowChange> &changes)
{
    QString script = QStringLiteral("BEGIN;\n");
    for (const RowChange &change : changes)
        script += changeStatement(dialect, source, change).text + QStringLiteral(";\n");
    return script + QStringLiteral("COMMIT;\n");
}

KeyedSelect selectByKey(const dialect::Dialect &dialect, const RowSource &source, const RowKeyValues &key, bool locked)
{
    Writer writer(dialect, source);
    writer.add(QStringLiteral("SELECT "));
    bool first = true;
    for (const schema::Column &column : source.table.columns) {
        writer.add(std::exchange(first, false) ? QString() : QStringLiteral(", "));
        writer.addColumn(column.name);
    }
    if (source.key.kind == RowKey::Kind::Address) {
        writer.add(QStringLiteral(", "));
        writer.addColumn(source.key.columns.front());
    }
    writer.add(QStringLiteral(" FROM "));
    writer.addTable();
    writer.addWhere(key);
    if (locked && dialect.capabilities().lockingReads)
        writer.add(QStringLiteral(" FOR UPDATE"));
    ChangeStatement statement = writer.take(0);
    return {std::move(statement.sql), std::move(statement.parameters)};
}

} // namespace joinery::session
