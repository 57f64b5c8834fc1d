// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/url.h"

#include "core/driver/odbc_text.h"
#include "core/driver/url_text.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace joinery::driver {

namespace {

// SQLAlchemy's own pattern (lib/sqlalchemy/engine/url.py, _parse_url), anchored at both ends.
const QRegularExpression &pattern()
{
    static const QRegularExpression expression(
        QStringLiteral(R"(\A([\w+]+)://(?:([^:/]*)(?::([^@]*))?@)?(?:(?:\[([^/?]+)\]|([^/:?]+))?(?::([^/?]*))?)?)"
                       R"((?:/([^?]*))?(?:\?(.*))?\z)"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

tl::unexpected<Error> wrong(const QString &sentence, const QString &example)
{
    return fail(ErrorKind::InvalidInput, sentence + QStringLiteral(" It should look like ") + example + u'.');
}

QString exampleFor(const QString &dialect)
{
    if (dialect == u"sqlite")
        return QStringLiteral("sqlite:///relative.db or sqlite:////absolute.db");
    if (dialect == u"mysql")
        return QStringLiteral("mysql://user:password@host:3306/database");
    if (dialect == u"odbc")
        return QStringLiteral("odbc://user:password@data-source-name, odbc://?dsn=NAME or odbc:Driver={Name};Server=host");
    if (dialect == u"qtsql")
        return QStringLiteral("qtsql+qibase://user:password@host:3050/database");
    return QStringLiteral("postgresql://user:password@host:5432/database");
}

// Says why the text is no URL at all. Nothing behind "//" is repeated: a password may be there.
tl::unexpected<Error> notAUrl(const QString &text)
{
    if (text.trimmed().isEmpty())
        return wrong(QStringLiteral("The database URL is empty."), exampleFor(QStringLiteral("postgresql")));
    const qsizetype colon = text.indexOf(u':');
    const QString scheme = text.left(colon);
    static const QRegularExpression schemeOnly(QStringLiteral(R"(\A[\w+.-]+\z)"));
    if (colon > 1 && schemeOnly.match(scheme).hasMatch()) {
        const QString dialect = dialectOfScheme(scheme);
        if (!text.mid(colon).startsWith(QStringLiteral("://")))
            return wrong(QStringLiteral("\"%1:\" must be followed by two slashes.").arg(scheme),
                         exampleFor(dialect.isEmpty() ? nearestScheme(scheme) : dialect));
        if (dialect.isEmpty())
            return wrong(unknownScheme(scheme), exampleFor(nearestScheme(scheme)));
        return wrong(QStringLiteral("The part after \"%1://\" is not a database address.").arg(scheme),
                     exampleFor(dialect));
    }
    const QString word = text.section(QRegularExpression(QStringLiteral("[^\\w+]")), 0, 0);
    if (const QString dialect = dialectOfScheme(word); !dialect.isEmpty() && !QFileInfo::exists(text))
        return wrong(QStringLiteral("\"%1\" must be followed by \"://\".").arg(word), exampleFor(dialect));
    if (!text.contains(u'@') && (text.contains(u'/') || text.contains(u'.')))
        return fail(ErrorKind::InvalidInput,
                    QStringLiteral("This is not a database URL, it looks like a file. A SQLite file is written as "
                                   "sqlite:///%1.").arg(text));
    return wrong(QStringLiteral("This is not a database URL: \"://\" is missing."),
                 exampleFor(QStringLiteral("postgresql")));
}

Status checkParts(const Url &url)
{
    const QString example = exampleFor(url.dialect);
    if (url.dialect == u"sqlite") {
        if (!url.host.isEmpty() || !url.user.isEmpty() || url.hasPassword || url.port >= 0)
            return wrong(QStringLiteral("A SQLite URL has no host, user or password: the file stands after three slashes."),
                         example);
        return {};
    }
    if (url.host.contains(u'@'))
        return wrong(QStringLiteral("There is more than one \"@\": inside a password it is written as %40, "
                                    "\"/\" as %2F, \":\" as %3A."), example);
    for (const QChar character : url.host) {
        if (character.isSpace())
            return wrong(QStringLiteral("The host contains a blank."), example);
    }
    return {};
}

} // namespace

Result<Url> Url::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QStringLiteral("odbc:"), Qt::CaseInsensitive) && !trimmed.startsWith(QStringLiteral("odbc:/"), Qt::CaseInsensitive))
        return urlOfConnectionString(trimmed.mid(5));
    const QRegularExpressionMatch match = pattern().match(trimmed);
    if (!match.hasMatch())
        return notAUrl(trimmed);

    Url url;
    url.scheme = match.captured(1).toLower();
    url.dialect = dialectOfScheme(url.scheme);
    if (url.dialect.isEmpty())
        return wrong(unknownScheme(url.scheme), exampleFor(nearestScheme(url.scheme)));

    url.user = unquote(match.captured(2));
    url.hasPassword = match.capturedStart(3) >= 0;
    url.password = unquote(match.captured(3));
    url.host = match.capturedStart(4) >= 0 ? match.captured(4) : unquote(match.captured(5));
    if (const QString port = match.captured(6); !port.isEmpty()) {
        bool isNumber = false;
        url.port = port.toInt(&isNumber);
        if (!isNumber || url.port < 1 || url.port > 65535) {
            return wrong(QStringLiteral("What stands after the host's \":\" is not a port between 1 and 65535. "
                                        "A \"@\" behind the password may be missing."), exampleFor(url.dialect));
        }
    }
    url.database = unquote(match.captured(7));
    if (url.dialect == u"sqlite" && url.database == u":memory:")
        url.database.clear();
    url.query = parseQuery(match.captured(8));
    if (url.dialect == u"odbc")
        JOINERY_TRY(foldOdbcQuery(url));
    JOINERY_TRY(checkParts(url));
    return url;
}

Url Url::sqliteFile(const QString &path, bool readOnly)
{
    Url url;
    url.dialect = url.scheme = QStringLiteral("sqlite");
    url.database = QFileInfo(path).absoluteFilePath();
    if (readOnly)
        url.query.append({QStringLiteral("mode"), QStringLiteral("ro")});
    return url;
}

Result<Url> Url::odbc(const QString &source)
{
    if (source.contains(u'='))
        return urlOfConnectionString(source);
    Url url;
    url.scheme = url.dialect = QStringLiteral("odbc");
    static const QRegularExpression plain(QStringLiteral(R"(\A[\w.-]*\z)"), QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(source).hasMatch())
        url.host = source;
    else
        url.query.append({QStringLiteral("dsn"), source});
    return url;
}

QString Url::odbcSource() const
{
    QList<std::pair<QString, QString>> pairs = query;
    if (query.isEmpty() && database.isEmpty() && port < 0)
        return host;
    if (query.size() == 1 && host.isEmpty() && query.front().first.compare(u"dsn", Qt::CaseInsensitive) == 0)
        return query.front().second;
    if (!database.isEmpty())
        pairs.prepend({QStringLiteral("Database"), database});
    if (port >= 0)
        pairs.prepend({QStringLiteral("Port"), QString::number(port)});
    if (!host.isEmpty())
        pairs.prepend({QStringLiteral("DSN"), host});
    return connectionString(pairs);
}

QString Url::queryValue(const QString &key) const
{
    for (auto pair = query.crbegin(); pair != query.crend(); ++pair) {
        if (pair->first == key)
            return pair->second;
    }
    return {};
}

QString Url::toDisplayString() const { return urlText(*this, PasswordText::Masked); }
QString Url::toStringWithPassword() const { return urlText(*this, PasswordText::Shown); }
QString Url::toStorageString() const { return urlText(*this, PasswordText::Left); }

} // namespace joinery::driver
