// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

namespace joinery::dialect {

const Capabilities &MysqlDialect::capabilities() const
{
    static const Capabilities mysql{.inlineEnums = true, .comments = true, .alterColumn = true, .addConstraint = true,
                                    .defaultKeyword = true, .maximumIdentifierLength = 64,
                                    .lockingReads = true, .inexactSingleFloats = true};
    return mysql;
}

QString MysqlDialect::quote(const QString &identifier) const
{
    QString text = identifier;
    return u'`' + text.replace(u'`', QLatin1String("``")) + u'`';
}

// With the default sql_mode a backslash escapes.
QString MysqlDialect::textLiteral(const QByteArray &utf8) const
{
    QString text = QString::fromUtf8(utf8);
    text.replace(u'\\', QLatin1String("\\\\"));
    text.replace(u'\'', QLatin1String("''"));
    text.replace(QChar(u'\0'), QLatin1String("\\0"));
    text.replace(QChar(0x1a), QLatin1String("\\Z"));
    return u'\'' + text + u'\'';
}

QString MysqlDialect::booleanLiteral(bool value) const { return value ? QStringLiteral("1") : QStringLiteral("0"); }

schema::Default MysqlDialect::parseDefault(const QString &sql, const schema::Type &type) const
{
    if (sql.size() >= 2 && sql.startsWith(u'\'') && sql.endsWith(u'\'') && sql.contains(u'\\')) {
        schema::Default literal{schema::Default::Kind::Literal, sql.mid(1, sql.size() - 2)};
        literal.text.replace(QLatin1String("''"), QLatin1String("'")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
        if (defaultText(literal, type) == sql)
            return literal;
    }
    return GenericDialect::parseDefault(sql, type);
}

} // namespace joinery::dialect
