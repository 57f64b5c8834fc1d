// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/type_catalog.h"

#include "core/driver/postgresql/builtin_types.h"
#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/session.h"

namespace joinery::driver::postgresql {

using schema::Type;
using schema::TypeKind;

namespace {

// Another session may rename things.
constexpr std::chrono::seconds kKept{15};

QString cell(const PGresult *result, int row, int column)
{
    return QString::fromUtf8(pq().PQgetvalue(result, row, column), pq().PQgetlength(result, row, column));
}

schema::Name nameOf(const QString &schemaName, const QString &name)
{
    return schema::Name(schemaName == u"public" ? QString() : schemaName, name);
}

// {1,2,3}, as PostgreSQL reads an array.
template <class Keys, class Part>
QByteArray arrayOf(const Keys &keys, Part part)
{
    QByteArray array;
    for (const auto &key : keys)
        array += (array.isEmpty() ? "" : ",") + QByteArray::number(part(key));
    return '{' + array + '}';
}

} // namespace

Result<bool> TypeCatalog::prefetch(const pg_result *description, Session &session, const CancelToken &token)
{
    if (const auto now = std::chrono::steady_clock::now(); now - m_since > kKept) {
        forget();
        m_since = now;
    }
    QSet<TypeKey> types;
    QSet<ColumnKey> columns;
    for (int i = 0; i < pq().PQnfields(description); ++i) {
        const TypeKey type{pq().PQftype(description, i), pq().PQfmod(description, i)};
        if (!m_types.contains(type)) {
            if (auto builtin = builtinType(type.first, type.second))
                m_types.insert(type, *std::move(builtin));
            else
                types.insert(type);
        }
        const ColumnKey column{pq().PQftable(description, i), pq().PQftablecol(description, i)};
        if (column.first != InvalidOid && column.second > 0 && !m_columns.contains(column))
            columns.insert(column);
    }
    if (!types.isEmpty())
        JOINERY_TRY(askForTypes(types, session, token));
    if (!columns.isEmpty())
        JOINERY_TRY(askForColumns(columns, session, token));
    return !types.isEmpty() || !columns.isEmpty();
}

Status TypeCatalog::askForTypes(const QSet<TypeKey> &keys, Session &session, const CancelToken &token)
{
    const QByteArray parameters[] = {arrayOf(keys, [](const TypeKey &key) { return key.first; }),
                                     arrayOf(keys, [](const TypeKey &key) { return key.second; })};
    JOINERY_TRY_VALUE(const ResultPtr rows, session.ask(
        "SELECT k.oid, k.mod, pg_catalog.format_type(k.oid, k.mod), t.typtype, n.nspname, t.typname, "
        "       e.oid, e.typtype, en.nspname, e.typname, pg_catalog.format_type(e.oid, k.mod) "
        "FROM ROWS FROM (unnest($1::oid[]), unnest($2::int4[])) AS k(oid, mod) "
        "JOIN pg_catalog.pg_type t ON t.oid = k.oid JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace "
        "LEFT JOIN pg_catalog.pg_type e ON t.typcategory = 'A' AND e.oid = t.typelem "
        "LEFT JOIN pg_catalog.pg_namespace en ON en.oid = e.typnamespace", token, parameters));
    const auto typeOf = [](const QString &text, const QString &category, const schema::Name &name) {
        Type type = Type::native(QStringLiteral("postgresql"), text);
        if (category == u"e") {
            type.kind = TypeKind::Enum;
            type.enumName = name;
        }
        return type;
    };
    for (int row = 0; row < pq().PQntuples(rows.get()); ++row) {
        const auto at = [&](int column) { return cell(rows.get(), row, column); };
        Type type = typeOf(at(2), at(3), nameOf(at(4), at(5)));
        if (!at(6).isEmpty()) {
            const auto builtin = builtinType(at(6).toUInt(), at(1).toInt());
            type.kind = TypeKind::Array;
            type.dimensions = 1;
            type.element.push_back(builtin ? *builtin : typeOf(at(10), at(7), nameOf(at(8), at(9))));
        } else if (at(0).toUInt() == 1186) {
            type.kind = TypeKind::Interval;
        }
        m_types.insert({at(0).toUInt(), at(1).toInt()}, std::move(type));
    }
    return {};
}

Status TypeCatalog::askForColumns(const QSet<ColumnKey> &keys, Session &session, const CancelToken &token)
{
    const QByteArray parameters[] = {arrayOf(keys, [](const ColumnKey &key) { return key.first; }),
                                     arrayOf(keys, [](const ColumnKey &key) { return key.second; })};
    JOINERY_TRY_VALUE(const ResultPtr rows, session.ask(
        "SELECT k.oid, k.num, n.nspname, c.relname, a.attname "
        "FROM ROWS FROM (unnest($1::oid[]), unnest($2::int2[])) AS k(oid, num) "
        "JOIN pg_catalog.pg_class c ON c.oid = k.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
        "JOIN pg_catalog.pg_attribute a ON a.attrelid = k.oid AND a.attnum = k.num", token, parameters));
    for (int row = 0; row < pq().PQntuples(rows.get()); ++row) {
        const auto at = [&](int column) { return cell(rows.get(), row, column); };
        m_columns.insert({at(0).toUInt(), at(1).toInt()}, {nameOf(at(2), at(3)), at(4)});
    }
    return {};
}

std::vector<ColumnInfo> TypeCatalog::describe(const pg_result *result) const
{
    std::vector<ColumnInfo> columns;
    for (int i = 0; i < pq().PQnfields(result); ++i) {
        ColumnInfo column;
        column.name = QString::fromUtf8(pq().PQfname(result, i));
        const TypeKey key{pq().PQftype(result, i), pq().PQfmod(result, i)};
        if (const auto known = m_types.constFind(key); known != m_types.cend())
            column.type = *known;
        else
            column.type = builtinType(key.first, key.second).value_or(Type::native(QStringLiteral("postgresql"), {}));
        column.nativeType = column.type.nativeText;
        if (const auto origin = m_columns.constFind({pq().PQftable(result, i), pq().PQftablecol(result, i)}); origin != m_columns.cend()) {
            column.originTable = origin->table;
            column.originColumn = origin->column;
        }
        columns.push_back(std::move(column));
    }
    return columns;
}

void TypeCatalog::forget()
{
    m_types.clear();
    m_columns.clear();
}

} // namespace joinery::driver::postgresql
