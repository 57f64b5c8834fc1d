// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/schema_script.h"

#include "core/builtin.h"
#include "core/sql/splitter.h"

#include <QFile>
#include <QRegularExpression>

namespace joinery::test {

Result<QString> readSchemaScript(const QString &path, const driver::Connection &connection)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, file.errorString());
    const QString text = QString::fromUtf8(file.readAll());
    if (dialectOf(connection).name() != u"postgresql")
        return text;
    const int version = connection.server().versionNumber / 10000;
    static const QRegularExpression conditional(QStringLiteral("/\\*!(<?)(\\d\\d) (.*?) ?\\*/"), QRegularExpression::DotMatchesEverythingOption);
    QString result;
    qsizetype copied = 0;
    for (auto match = conditional.globalMatch(text); match.hasNext();) {
        const QRegularExpressionMatch each = match.next();
        result += QStringView(text).sliced(copied, each.capturedStart() - copied);
        copied = each.capturedEnd();
        if (each.captured(1).isEmpty() == (version >= each.captured(2).toInt()))
            result += each.captured(3);
    }
    return result + QStringView(text).sliced(copied);
}

Status runScript(driver::Connection &connection, const QString &script)
{
    const QString engine = dialectOf(connection).name();
    if (engine == u"sqlite") // nothing here has to survive a power cut
        JOINERY_TRY(connection.run(QStringLiteral("PRAGMA synchronous = OFF")));
    for (const sql::ScriptStatement &statement : sql::splitScript(script, sql::flavorOf(engine))) {
        const QString text = statement.in(script);
        if (!text.contains(QLatin1String(" OWNER TO ")))
            JOINERY_TRY(connection.run(text));
    }
    return {};
}

} // namespace joinery::test
