// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/classify.h"

#include "core/sql/lexer.h"

#include <QHash>

namespace joinery::sql {

namespace {

using Kind = StatementTraits::Kind;
using Control = StatementTraits::Control;

const QHash<QString, Kind> &kinds()
{
    static const QHash<QString, Kind> map = [] {
        QHash<QString, Kind> all;
        const auto put = [&](Kind kind, const char *words) {
            for (const QString &word : QString::fromLatin1(words).split(u' '))
                all.insert(word, kind);
        };
        put(Kind::Query, "SELECT VALUES TABLE SHOW EXPLAIN DESCRIBE DESC FETCH");
        put(Kind::Modification, "INSERT UPDATE DELETE REPLACE MERGE COPY LOAD CALL DO EXECUTE TRUNCATE IMPORT HANDLER");
        put(Kind::Definition, "CREATE ALTER DROP RENAME COMMENT GRANT REVOKE REINDEX VACUUM ANALYZE CLUSTER REFRESH "
                              "OPTIMIZE REPAIR REASSIGN SECURITY");
        put(Kind::Transaction, "BEGIN START COMMIT END ROLLBACK ABORT SAVEPOINT RELEASE PREPARE");
        put(Kind::Session, "SET RESET USE PRAGMA ATTACH DETACH LISTEN NOTIFY UNLISTEN DISCARD LOCK UNLOCK FLUSH KILL "
                           "DECLARE CLOSE DEALLOCATE CHECKPOINT");
        return all;
    }();
    return map;
}

bool modifies(const QString &verb)
{
    return verb == QLatin1String("INSERT") || verb == QLatin1String("UPDATE") || verb == QLatin1String("DELETE")
        || verb == QLatin1String("MERGE") || verb == QLatin1String("REPLACE");
}

struct Words
{
    QStringList top;        // the words outside of parentheses
    QStringList all;        // every word, and operators
    bool hiddenWrite = false; // a parenthesis that begins with a modifying verb: WITH x AS (DELETE ...)
};

Words readWords(QStringView statement, Flavor flavor)
{
    Words words;
    int depth = 0;
    bool opened = false;
    for (const Token &token : significantTokens(statement, flavor)) {
        const QString text = token.kind == TokenKind::Word || token.kind == TokenKind::Operator
            ? token.in(statement).toString().toUpper() : QStringLiteral("x");
        if (token.is(statement, u'(')) {
            ++depth;
            opened = true;
            continue;
        }
        if (token.is(statement, u')')) {
            --depth;
            words.all.append(text);
            continue;
        }
        words.hiddenWrite = words.hiddenWrite || (opened && depth > 0 && modifies(text));
        opened = false;
        words.all.append(text);
        if (depth <= 0)
            words.top.append(text);
    }
    return words;
}

Control controlOf(const QStringList &top, Flavor flavor)
{
    const QString verb = top.value(0);
    if (verb == QLatin1String("BEGIN") || (verb == QLatin1String("START") && top.value(1) == QLatin1String("TRANSACTION")))
        return flavor == Flavor::Mysql && top.value(1) == QLatin1String("NOT") ? Control::None : Control::Begin;
    if (verb == QLatin1String("COMMIT") || verb == QLatin1String("END"))
        return Control::Commit;
    if (verb == QLatin1String("ROLLBACK") || verb == QLatin1String("ABORT"))
        return top.contains(QLatin1String("TO")) ? Control::RollbackTo : Control::Rollback;
    if (verb == QLatin1String("SAVEPOINT"))
        return Control::Savepoint;
    return verb == QLatin1String("RELEASE") ? Control::Release : Control::None;
}

} // namespace

StatementTraits classify(QStringView statement, Flavor flavor)
{
    const Words words = readWords(statement, flavor);
    StatementTraits traits;
    if (words.all.isEmpty())
        return traits;
    QStringList top = words.top;
    // (SELECT ...) UNION (SELECT ...): everything stands in parentheses.
    traits.verb = top.isEmpty() || !kinds().contains(top.first()) ? words.all.first() : top.first();
    if (traits.verb == QLatin1String("WITH")) {
        for (const QString &word : std::as_const(top)) {
            if (word == QLatin1String("SELECT") || word == QLatin1String("VALUES") || word == QLatin1String("TABLE")
                || modifies(word)) {
                traits.verb = word;
                break;
            }
        }
    }
    traits.kind = kinds().value(traits.verb, Kind::Other);
    traits.control = controlOf(top, flavor);
    const bool returning = top.contains(QLatin1String("RETURNING"));
    switch (traits.kind) {
    case Kind::Query: {
        const bool explain = traits.verb == QLatin1String("EXPLAIN") || traits.verb.startsWith(QLatin1String("DESC"));
        const bool runs = !explain || words.all.contains(QLatin1String("ANALYZE")) || words.all.contains(QLatin1String("ANALYSE"));
        bool writes = words.hiddenWrite || (traits.verb == QLatin1String("SELECT") && top.contains(QLatin1String("INTO")));
        if (explain) {
            for (const QString &word : std::as_const(words.all))
                writes = writes || modifies(word) || word == QLatin1String("CREATE");
        }
        traits.returnsRows = !(traits.verb == QLatin1String("SELECT") && top.contains(QLatin1String("INTO")));
        traits.readOnly = !(writes && runs);
        break;
    }
    case Kind::Modification:
        traits.returnsRows = returning || traits.verb == QLatin1String("CALL") || traits.verb == QLatin1String("EXECUTE")
            || (traits.verb == QLatin1String("COPY") && top.contains(QLatin1String("STDOUT")));
        traits.readOnly = traits.verb == QLatin1String("COPY") && top.contains(QLatin1String("TO"));
        traits.withoutWhere = (traits.verb == QLatin1String("UPDATE") || traits.verb == QLatin1String("DELETE"))
            && !top.contains(QLatin1String("WHERE"));
        break;
    case Kind::Session:
        traits.returnsRows = traits.verb == QLatin1String("PRAGMA");
        traits.readOnly = !(traits.verb == QLatin1String("PRAGMA") && words.all.contains(QLatin1String("=")));
        break;
    case Kind::Definition:
        traits.returnsRows = flavor == Flavor::Mysql
            && (traits.verb == QLatin1String("ANALYZE") || traits.verb == QLatin1String("OPTIMIZE") || traits.verb == QLatin1String("REPAIR"));
        break;
    case Kind::Transaction:
        traits.readOnly = true;
        break;
    case Kind::Empty:
    case Kind::Other:
        break;
    }
    if (traits.verb == QLatin1String("CHECK") && flavor == Flavor::Mysql)
        traits.returnsRows = true;
    return traits;
}

} // namespace joinery::sql
