// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

#include <QCryptographicHash>
#include <QRegularExpression>

// What a migration asks of a server whose every statement commits.
namespace joinery::dialect {

namespace {

/// ER_ALTER_OPERATION_NOT_SUPPORTED, the same with a reason, and an algorithm or lock that this server does not know.
constexpr int kNotSupported[] = {1845, 1846, 1800, 1801, 1221};

} // namespace

LockTimeouts MysqlDialect::lockTimeouts() const
{
    return {.begin = {QStringLiteral("SET SESSION lock_wait_timeout = 5"), QStringLiteral("SET SESSION innodb_lock_wait_timeout = 10")},
            .transaction = {},
            .end = {QStringLiteral("SET SESSION lock_wait_timeout = DEFAULT"), QStringLiteral("SET SESSION innodb_lock_wait_timeout = DEFAULT")}};
}

QString MysqlDialect::orphanSearch(const QString &sql) const
{
    // The statement may stand there with its ALGORITHM behind it.
    return QStringLiteral("SELECT concat('KILL ', id) FROM information_schema.processlist WHERE db = database() AND id <> connection_id() "
                          "AND left(info, %1) = %2").arg(sql.size()).arg(literal(driver::Value::text(sql)));
}

QString MysqlDialect::createJournal(const QString &table) const
{
    return QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (position INTEGER NOT NULL PRIMARY KEY, state VARCHAR(10) NOT NULL, "
                          "step LONGTEXT NOT NULL, before_state VARCHAR(64), changed_at VARCHAR(32) NOT NULL) "
                          "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4").arg(quoteIfNeeded(table));
}

Result<QByteArray> MysqlDialect::fingerprint(driver::Connection &connection, const std::vector<schema::Name> &tables,
                                             const CancelToken &token) const
{
    if (tables.empty())
        return GenericDialect::fingerprint(connection, tables, token);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const schema::Name &table : tables) {
        const Result<driver::RowBlock> rows = connection.fetch(QLatin1String("SHOW CREATE TABLE ") + quote(table), {}, token);
        if (!rows && rows.error().kind != ErrorKind::Undefined)
            return fail(rows.error());
        QString text = rows && rows->rowCount() > 0 ? rows->value(0, 1).toText() : QStringLiteral("no such table");
        // The counter moves with the rows.
        static const QRegularExpression counter(QStringLiteral(" AUTO_INCREMENT=\\d+"));
        hash.addData(text.remove(counter).toUtf8());
        hash.addData("\n");
    }
    return hash.result().toHex();
}

QStringList MysqlDialect::onlineForms(const QString &sql, const driver::ServerInfo &server) const
{
    const bool table = sql.startsWith(QLatin1String("ALTER TABLE "));
    const bool index = sql.startsWith(QLatin1String("CREATE INDEX ")) || sql.startsWith(QLatin1String("CREATE UNIQUE INDEX "));
    if ((!table && !index) || sql.contains(QLatin1String("PARTITION BY")))
        return {sql};
    const QString comma = QLatin1String(table ? ", " : " "), between = QLatin1String(table ? ", " : " ");
    QStringList forms;
    if (table)
        forms << sql + QLatin1String(", ALGORITHM=INSTANT");
    const QString inPlace = server.product == QLatin1String("MariaDB") ? QStringLiteral("NOCOPY") : QStringLiteral("INPLACE");
    for (const QString &form : {QString(inPlace + between + QLatin1String("LOCK=NONE")), QString(QLatin1String("INPLACE") + between + QLatin1String("LOCK=NONE")),
                                QString(QLatin1String("INPLACE") + between + QLatin1String("LOCK=SHARED")), QString(QLatin1String("COPY") + between + QLatin1String("LOCK=SHARED"))}) {
        const QString full = sql + comma + QLatin1String("ALGORITHM=") + form;
        if (!forms.contains(full))
            forms << full;
    }
    forms << sql;
    return forms;
}

bool MysqlDialect::refusesForm(const Error &error) const
{
    return std::ranges::find(kNotSupported, error.nativeCode) != std::end(kNotSupported);
}

QString MysqlDialect::castFailure(const schema::Type &from, const schema::Type &to, const QString &column) const
{
    using schema::TypeKind;
    const bool text = from.kind == TypeKind::String || from.kind == TypeKind::Char || from.kind == TypeKind::Text;
    const auto bounds = [&](const char *low, const char *high) {
        return QStringLiteral("%1 NOT BETWEEN %2 AND %3").arg(column, QLatin1String(to.isUnsigned ? "0" : low), QLatin1String(high));
    };
    const QString number = text ? column + QLatin1String(" NOT REGEXP '^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$'") : QString();
    const auto both = [&](const QString &range) { return number.isEmpty() ? range : QString(number + QLatin1String(" OR ") + range); };
    switch (to.kind) {
    case TypeKind::String:
    case TypeKind::Char:
        return to.length ? QStringLiteral("char_length(%1) > %2").arg(column).arg(*to.length) : QString();
    case TypeKind::SmallInteger: return both(bounds("-32768", to.isUnsigned ? "65535" : "32767"));
    case TypeKind::Integer: return both(bounds("-2147483648", to.isUnsigned ? "4294967295" : "2147483647"));
    case TypeKind::BigInteger: return both(bounds("-9223372036854775808", to.isUnsigned ? "18446744073709551615" : "9223372036854775807"));
    case TypeKind::Numeric:
        return to.precision ? both(QStringLiteral("abs(round(%1, %2)) >= 1e%3").arg(column).arg(to.scale.value_or(0)).arg(*to.precision - to.scale.value_or(0)))
                            : number;
    case TypeKind::Float:
    case TypeKind::Double: return number;
    case TypeKind::Enum: {
        QStringList values;
        for (const QString &value : to.enumValues)
            values << literal(driver::Value::text(value));
        return values.isEmpty() ? QString() : QStringLiteral("%1 NOT IN (%2)").arg(column, values.join(QLatin1String(", ")));
    }
    case TypeKind::Date:
    case TypeKind::DateTime: return text ? QStringLiteral("CAST(%1 AS DATETIME) IS NULL").arg(column) : QString();
    default: return {};
    }
}

} // namespace joinery::dialect
