// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/statement_words.h"

#include <QRegularExpression>
#include <QStringList>

namespace joinery::driver {

namespace {

qsizetype startOfWords(const QString &sql)
{
    qsizetype at = 0;
    while (at < sql.size()) {
        const QChar character = sql.at(at);
        const QStringView rest = QStringView(sql).mid(at);
        if (character.isSpace() || character == u'(' || character == u';') {
            ++at;
        } else if (rest.startsWith(u"--") || character == u'#') {
            const qsizetype end = sql.indexOf(u'\n', at);
            at = end < 0 ? sql.size() : end + 1;
        } else if (rest.startsWith(u"/*") && !rest.startsWith(u"/*!") && !rest.startsWith(u"/*M!")) {
            const qsizetype end = sql.indexOf(QStringLiteral("*/"), at + 2);
            at = end < 0 ? sql.size() : end + 2;
        } else {
            break;
        }
    }
    return at;
}

} // namespace

QString firstWord(const QString &sql)
{
    const qsizetype start = startOfWords(sql);
    qsizetype end = start;
    while (end < sql.size() && (sql.at(end).isLetterOrNumber() || sql.at(end) == u'_'))
        ++end;
    return sql.mid(start, end - start).toUpper();
}

bool isCommit(const QString &sql)
{
    const QString word = firstWord(sql);
    return word == u"COMMIT" || word == u"END";
}

bool isRollback(const QString &sql)
{
    static const QRegularExpression whole(QStringLiteral(R"(^(rollback|abort)(\s+(work|transaction))?\s*;?\s*$)"),
                                          QRegularExpression::CaseInsensitiveOption);
    return whole.match(sql.mid(startOfWords(sql))).hasMatch();
}

bool isReading(const QString &sql)
{
    static const QStringList words{QStringLiteral("SELECT"), QStringLiteral("VALUES"), QStringLiteral("TABLE"),
                                   QStringLiteral("SHOW"), QStringLiteral("FETCH"), QStringLiteral("DESCRIBE"),
                                   QStringLiteral("DESC")};
    return words.contains(firstWord(sql));
}

bool liftsReadOnly(const QString &sql)
{
    static const QRegularExpression lifting(
        QStringLiteral(R"(read\s+write|transaction_read_only|tx_read_only|query_only|(reset|discard)\s+all)"),
        QRegularExpression::CaseInsensitiveOption);
    return lifting.match(sql).hasMatch() && firstWord(sql) != u"SHOW";
}

} // namespace joinery::driver
