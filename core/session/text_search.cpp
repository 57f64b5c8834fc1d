// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/text_search.h"

#include "core/dialect/text_match.h"
#include "core/session/like_pattern.h"

#include <QRegularExpression>

namespace joinery::session {

using driver::RowBlock;
using driver::Value;

namespace {

/// As itself in the regular expressions of all engines.
QString escaped(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (QStringView(u"\\^$.|?*+()[]{}").contains(c))
            pattern += u'\\';
        pattern += c;
    }
    return pattern;
}

QString asText(const dialect::Dialect &dialect, const schema::Table &table, const QString &column)
{
    const schema::Column *known = table.column(column);
    const QString quoted = dialect.quote(column);
    if (known && (known->type.kind == schema::TypeKind::String || known->type.kind == schema::TypeKind::Char || known->type.kind == schema::TypeKind::Text))
        return quoted;
    return u"CAST(" % quoted % (dialect.capabilities().inlineEnums ? u" AS CHAR)" : u" AS TEXT)");
}

} // namespace

bool hasRegex(const QString &dialect) { return !dialect::textMatchOf(dialect).regex.isEmpty(); }

QString searchSql(const dialect::Dialect &dialect, const schema::Table &table, const TextSearch &search)
{
    const dialect::TextMatch match = dialect::textMatchOf(dialect.name());
    const QString column = asText(dialect, table, search.column);
    if (match.regex.isEmpty()) {
        return match.fold % u'(' % column % u") LIKE " % match.fold % u'(' % dialect.literal(Value::text(containsPattern(search.text))) % u") ESCAPE '"
               % kLikeEscape % u'\'';
    }
    const QString pattern = (search.exactCase ? match.exactCase : dialect::kAnyCase) + (search.isRegex ? search.text : escaped(search.text));
    return column % u' ' % match.regex % u' ' % dialect.literal(Value::text(pattern));
}

RowSource narrowed(const dialect::Dialect &dialect, const RowSource &source, const TextSearch &search)
{
    RowSource narrow = source;
    const QString condition = searchSql(dialect, source.table, search);
    // What a person typed stands on lines of its own: a comment in it ends there.
    narrow.where = source.where.isEmpty() ? condition : QString(u"(\n" % source.where % u"\n) AND " % condition);
    return narrow;
}

Result<std::optional<FoundRow>> findRow(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                        const TextSearch &search, const std::vector<Value> &from, bool backwards, const CancelToken &token)
{
    if (!source.isSeekable(dialect.capabilities()))
        return fail(ErrorKind::Unsupported, QStringLiteral("The rows of %1 have no order in which they could be sought.").arg(source.table.name.toString()));
    const RowSource narrow = narrowed(dialect, source, search);
    Seek seek;
    seek.rows = 1;
    seek.order = from;
    if (from.empty())
        seek.kind = backwards ? Seek::Kind::Last : Seek::Kind::First;
    else
        seek.kind = backwards ? Seek::Kind::Before : Seek::Kind::After;
    JOINERY_TRY_VALUE(const RowRun run, readRows(connection, dialect, narrow, seek, token));
    if (run.rows.rowCount() == 0)
        return std::optional<FoundRow>();
    FoundRow found;
    found.order = source.orderOf(run.rows, backwards ? run.rows.rowCount() - 1 : 0);
    JOINERY_TRY_VALUE(found.position, countRows(connection, dialect, source, found.order, token));
    return std::optional(std::move(found));
}

Result<MatchingRows> matchingRows(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                                  const TextSearch &search, int most, const CancelToken &token)
{
    const RowSource narrow = narrowed(dialect, source, search);
    MatchingRows matching;
    JOINERY_TRY_VALUE(matching.all, countRows(connection, dialect, narrow, {}, token));
    Seek seek;
    for (;;) {
        seek.rows = int(std::min<qint64>(most - matching.rows.rowCount(), 2000));
        JOINERY_TRY_VALUE(RowRun run, readRows(connection, dialect, narrow, seek, token));
        if (matching.rows.columnCount() == 0) {
            matching.rows = std::move(run.rows);
        } else {
            for (int row = 0; row < run.rows.rowCount(); ++row)
                for (int column = 0; column < run.rows.columnCount(); ++column)
                    matching.rows.append(run.rows.value(row, column));
        }
        if (run.reachedEnd || matching.rows.rowCount() >= most || run.rows.rowCount() == 0)
            return matching;
        seek.kind = Seek::Kind::First;
        seek.skip = matching.rows.rowCount();
    }
}

Result<std::optional<QString>> replaced(const QString &text, const TextSearch &search, const QString &with)
{
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!search.exactCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression pattern(search.isRegex ? search.text : QRegularExpression::escape(search.text), options);
    if (!pattern.isValid()) {
        return fail(ErrorKind::InvalidInput, QStringLiteral("The regular expression is wrong at %1: %2").arg(pattern.patternErrorOffset() + 1)
                                                 .arg(pattern.errorString()));
    }
    if (search.text.isEmpty() || !pattern.match(text).hasMatch())
        return std::optional<QString>();
    return std::optional(QString(text).replace(pattern, with)); // without groups a \1 is a text
}

} // namespace joinery::session
