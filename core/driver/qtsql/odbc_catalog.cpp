// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/odbc_catalog.h"

#include "core/driver/qtsql/libodbc.h"
#include "core/driver/qtsql/odbc_statement.h"
#include "core/driver/qtsql/qtsql_error.h"

#include <algorithm>
#include <map>

namespace joinery::driver::qtsql {

using schema::Name;

namespace {

/// An argument of a catalogue function: nothing is said by a null pointer.
class Argument
{
public:
    Argument(QString text) : m_text(std::move(text)) {}
    SQLWCHAR *text() { return m_text.isEmpty() ? nullptr : const_cast<SQLWCHAR *>(reinterpret_cast<const SQLWCHAR *>(m_text.utf16())); }
    SQLSMALLINT length() const { return SQLSMALLINT(m_text.size()); }

private:
    QString m_text;
};

// Columns are counted from 1, as ODBC's manual does.
QString text(const RowBlock &block, int row, int column)
{
    return column > block.columnCount() ? QString() : block.value(row, column - 1).toText();
}

int number(const RowBlock &block, int row, int column) { return text(block, row, column).toInt(); }
bool isNull(const RowBlock &block, int row, int column) { return column > block.columnCount() || block.isNull(row, column - 1); }

schema::ForeignKeyAction actionOf(int rule)
{
    switch (rule) {
    case SQL_CASCADE: return schema::ForeignKeyAction::Cascade;
    case SQL_RESTRICT: return schema::ForeignKeyAction::Restrict;
    case SQL_SET_NULL: return schema::ForeignKeyAction::SetNull;
    case SQL_SET_DEFAULT: return schema::ForeignKeyAction::SetDefault;
    default: return schema::ForeignKeyAction::NoAction;
    }
}

schema::Deferral deferralOf(const QString &word)
{
    switch (word.toInt()) {
    case SQL_INITIALLY_DEFERRED: return schema::Deferral::InitiallyDeferred;
    case SQL_INITIALLY_IMMEDIATE: return schema::Deferral::InitiallyImmediate;
    default: return schema::Deferral::NotDeferrable;
    }
}

QString currentCatalog(OdbcHandle dbc)
{
    SQLWCHAR name[512] = {};
    SQLINTEGER bytes = 0;
    if (!SQL_SUCCEEDED(odbc().SQLGetConnectAttrW(dbc, SQL_ATTR_CURRENT_CATALOG, name, sizeof name, &bytes)))
        return {};
    return QString::fromUtf16(reinterpret_cast<const char16_t *>(name));
}

/// A name for an argument that is a pattern.
QString escaped(const QString &name, const QString &escape)
{
    if (escape.isEmpty())
        return name;
    QString pattern;
    for (const QChar c : name) {
        if (c == u'_' || c == u'%' || c == escape)
            pattern += escape;
        pattern += c;
    }
    return pattern;
}

} // namespace

OdbcCatalog::OdbcCatalog(OdbcHandle dbc, QString product, QString dialect)
    : m_dbc(dbc), m_product(std::move(product)), m_dialect(std::move(dialect))
{
}

OdbcCatalog::~OdbcCatalog() = default;

Result<RowBlock> OdbcCatalog::rows(const std::function<int(OdbcHandle)> &function)
{
    OdbcStatement statement(m_dbc, m_dialect);
    {
        const std::scoped_lock lock(m_stopping);
        m_running = &statement;
    }
    const auto ask = [&]() -> Result<RowBlock> {
        JOINERY_TRY(statement.start(function));
        RowBlock block(int(statement.columns().size()));
        for (;;) {
            JOINERY_TRY_VALUE(const bool more, statement.next(block));
            if (!more)
                return block;
        }
    };
    Result<RowBlock> answer = ask();
    const std::scoped_lock lock(m_stopping);
    m_running = nullptr;
    return answer;
}

void OdbcCatalog::stop()
{
    const std::scoped_lock lock(m_stopping);
    if (m_running)
        m_running->stop();
}

Result<std::vector<CatalogSource::Entry>> OdbcCatalog::entries()
{
    Argument catalog(currentCatalog(m_dbc));
    JOINERY_TRY_VALUE(const RowBlock block, rows([&](OdbcHandle stmt) -> int {
        return odbc().SQLTablesW(stmt, catalog.text(), catalog.length(), nullptr, 0, nullptr, 0, nullptr, 0);
    }));
    std::vector<CatalogSource::Entry> entries;
    for (int row = 0; row < block.rowCount(); ++row) {
        const QString kind = text(block, row, 4).toUpper();
        if (!kind.startsWith(u"SYSTEM"))
            entries.push_back({Name(text(block, row, 2), text(block, row, 3)), kind, text(block, row, 5)});
    }
    return entries;
}

// SQLite's driver takes the quotes of a text away, which ODBC wants to be there.
bool OdbcCatalog::isBareText(const QString &value, const schema::Type &type) const
{
    using schema::TypeKind;
    const bool text = type.kind == TypeKind::String || type.kind == TypeKind::Char || type.kind == TypeKind::Text;
    return text && m_product.contains(u"SQLite", Qt::CaseInsensitive) && !value.startsWith(u'\'') && !value.startsWith(u'(')
           && !value.startsWith(u"current_", Qt::CaseInsensitive);
}

Result<std::vector<CatalogSource::ColumnOf>> OdbcCatalog::columns(const Name &table)
{
    const QString escape = infoText(m_dbc, SQL_SEARCH_PATTERN_ESCAPE);
    // The names are patterns: where the escape does nothing, what is too much is left out below.
    Argument catalog(currentCatalog(m_dbc)), schema(escaped(table.schema, escape)), name(table.isEmpty() ? QStringLiteral("%") : escaped(table.name, escape));
    JOINERY_TRY_VALUE(const RowBlock block, rows([&](OdbcHandle stmt) -> int {
        return odbc().SQLColumnsW(stmt, catalog.text(), catalog.length(), schema.text(), schema.length(), name.text(), name.length(), nullptr, 0);
    }));
    std::map<Name, std::map<int, CatalogSource::ColumnOf>> found;
    for (int row = 0; row < block.rowCount(); ++row) {
        CatalogSource::ColumnOf of{Name(text(block, row, 2), text(block, row, 3)), {}};
        if (!table.isEmpty() && of.table != table)
            continue;
        of.column.name = text(block, row, 4);
        const QString typeName = text(block, row, 6);
        of.column.type = typeOfOdbc(number(block, row, 5), typeName, text(block, row, 7).toLongLong(), number(block, row, 9),
                                    typeName.contains(u"unsigned", Qt::CaseInsensitive), m_dialect);
        of.column.nullable = number(block, row, 11) != SQL_NO_NULLS;
        of.column.comment = text(block, row, 12);
        if (const QString value = text(block, row, 13); !isNull(block, row, 13) && !value.isEmpty()
                                                       && value.compare(u"NULL", Qt::CaseInsensitive) != 0)
            of.column.defaultValue = schema::Default{isBareText(value, of.column.type) ? schema::Default::Kind::Literal
                                                                                       : schema::Default::Kind::Expression, value};
        const Name of_table = of.table;
        auto &ofTable = found[of_table];
        const int place = isNull(block, row, 17) ? int(ofTable.size()) + 1 : number(block, row, 17);
        ofTable.insert_or_assign(place, std::move(of));
    }
    std::vector<CatalogSource::ColumnOf> columns;
    for (auto &[tableName, ofTable] : found) {
        for (auto &[place, column] : ofTable)
            columns.push_back(std::move(column));
    }
    return columns;
}

Result<std::optional<schema::PrimaryKey>> OdbcCatalog::primaryKey(const Name &table)
{
    Argument catalog(currentCatalog(m_dbc)), schema(table.schema), name(table.name);
    JOINERY_TRY_VALUE(const RowBlock block, rows([&](OdbcHandle stmt) -> int {
        return odbc().SQLPrimaryKeysW(stmt, catalog.text(), catalog.length(), schema.text(), schema.length(), name.text(), name.length());
    }));
    if (block.rowCount() == 0)
        return std::optional<schema::PrimaryKey>();
    schema::PrimaryKey key;
    std::multimap<int, QString> columns;
    for (int row = 0; row < block.rowCount(); ++row) {
        key.name = text(block, row, 6);
        columns.emplace(number(block, row, 5), text(block, row, 4));
    }
    for (const auto &[place, column] : columns)
        key.columns.append(column);
    return std::optional(key);
}

Result<std::vector<schema::ForeignKey>> OdbcCatalog::foreignKeys(const Name &table)
{
    Argument catalog(currentCatalog(m_dbc)), schema(table.schema), name(table.name);
    JOINERY_TRY_VALUE(const RowBlock block, rows([&](OdbcHandle stmt) -> int {
        return odbc().SQLForeignKeysW(stmt, nullptr, 0, nullptr, 0, nullptr, 0, catalog.text(), catalog.length(), schema.text(), schema.length(),
                               name.text(), name.length());
    }));
    std::vector<schema::ForeignKey> keys;
    for (int row = 0; row < block.rowCount(); ++row) {
        const int place = number(block, row, 9);
        const QString keyName = text(block, row, 12);
        // Keys without a name are told apart by where they begin.
        const auto same = std::find_if(keys.begin(), keys.end(), [&](const auto &key) { return key.name == keyName; });
        schema::ForeignKey *key = keyName.isEmpty() ? (place <= 1 || keys.empty() ? nullptr : &keys.back())
                                                    : same == keys.end() ? nullptr : &*same;
        if (!key) {
            key = &keys.emplace_back();
            key->name = keyName;
            key->referredTable = Name(text(block, row, 2), text(block, row, 3));
            key->onUpdate = actionOf(number(block, row, 10));
            key->onDelete = actionOf(number(block, row, 11));
            key->deferral = deferralOf(text(block, row, 14));
        }
        key->columns.append(text(block, row, 8));
        key->referredColumns.append(text(block, row, 4));
    }
    return keys;
}

Result<std::vector<schema::Index>> OdbcCatalog::indexes(const Name &table)
{
    Argument catalog(currentCatalog(m_dbc)), schema(table.schema), name(table.name);
    JOINERY_TRY_VALUE(const RowBlock block, rows([&](OdbcHandle stmt) -> int {
        return odbc().SQLStatisticsW(stmt, catalog.text(), catalog.length(), schema.text(), schema.length(), name.text(), name.length(),
                              SQL_INDEX_ALL, SQL_QUICK);
    }));
    std::vector<schema::Index> indexes;
    for (int row = 0; row < block.rowCount(); ++row) {
        const QString indexName = text(block, row, 6);
        if (number(block, row, 7) == SQL_TABLE_STAT || indexName.isEmpty())
            continue;
        auto index = std::find_if(indexes.begin(), indexes.end(), [&](const auto &known) { return known.name == indexName; });
        if (index == indexes.end()) {
            indexes.emplace_back();
            index = indexes.end() - 1;
            index->name = indexName;
            index->unique = number(block, row, 4) == 0;
            index->where = text(block, row, 13);
        }
        schema::IndexItem item;
        item.column = text(block, row, 9);
        item.descending = text(block, row, 10) == u"D";
        index->items.push_back(std::move(item));
    }
    return indexes;
}

} // namespace joinery::driver::qtsql
