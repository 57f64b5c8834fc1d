// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/script_on_server.h"

#include "core/sql/classify.h"
#include "core/sql/lexer.h"
#include "core/sql/splitter.h"

namespace joinery::interop {

namespace {

bool isOneOf(const QString &word, std::initializer_list<const char *> words)
{
    return std::ranges::any_of(words, [&](const char *each) { return word == QLatin1String(each); });
}

/// One statement of the script, looked at before it is sent.
class Statement
{
public:
    Statement(QString text, sql::Flavor flavor) : m_text(std::move(text)), m_flavor(flavor), m_tokens(sql::significantTokens(m_text, flavor)) {}

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_tokens.empty(); }

    bool movesRows() const
    {
        return isOneOf(sql::classify(m_text, m_flavor).verb, {"INSERT", "REPLACE", "UPDATE", "DELETE", "COPY", "LOAD", "MERGE", "TRUNCATE"});
    }

    bool isPrivilege() const
    {
        const bool owner = word(0) == QLatin1String("ALTER") && m_tokens.size() > 3 && word(m_tokens.size() - 3) == QLatin1String("OWNER");
        return owner || isOneOf(word(0), {"GRANT", "REVOKE"});
    }

    /// Databases, roles and settings of the whole server.
    bool leavesDatabase() const
    {
        if (word(0) == QLatin1String("USE") || word(0).startsWith(u'\\') || isOneOf(word(0), {"SHUTDOWN", "KILL", "FLUSH", "RESET", "INSTALL"}))
            return true;
        if (word(0) == QLatin1String("SET") && isOneOf(word(1), {"GLOBAL", "PERSIST", "PASSWORD", "ROLE"}))
            return true;
        return isOneOf(word(0), {"CREATE", "DROP", "ALTER"})
            && isOneOf(word(1) == QLatin1String("OR") ? word(3) : word(1),
                       {"DATABASE", "ROLE", "USER", "TABLESPACE", "SYSTEM", "SERVER", "SUBSCRIPTION"});
    }

    /// MySQL: a table of another database is a step away; PostgreSQL has no way there.
    QString foreignTable() const
    {
        if (m_flavor != sql::Flavor::Mysql)
            return {};
        for (size_t i = 1; i + 2 < m_tokens.size(); ++i) {
            const bool named = isOneOf(word(i - 1), {"TABLE", "VIEW", "EXISTS", "INTO", "FROM", "JOIN", "REFERENCES", "TRIGGER", "PROCEDURE", "FUNCTION",
                                                    "EVENT", "ON", "TO", "LIKE", "UPDATE", "SEQUENCE"});
            if (named && m_tokens[i].isName() && m_tokens[i + 1].is(m_text, u'.') && m_tokens[i + 2].isName() && !isAlias(i))
                return m_text.mid(m_tokens[i].start, m_tokens[i + 2].end() - m_tokens[i].start);
        }
        return {};
    }

private:
    QString word(size_t token) const { return token < m_tokens.size() ? m_tokens[token].in(m_text).toString().toUpper() : QString(); }
    /// ON a.id = b.id: what stands before an operator is a column.
    bool isAlias(size_t token) const
    {
        if (word(token - 1) != QLatin1String("ON") && word(token - 1) != QLatin1String("LIKE") && word(token - 1) != QLatin1String("FROM"))
            return false;
        const QString next = word(token + 3);
        return isOneOf(next, {"=", "<", ">", "<>", "!=", "<=", ">=", "<=>", "IS", "IN", "LIKE", "BETWEEN", "+", "-", ")"});
    }

    QString m_text;
    sql::Flavor m_flavor;
    std::vector<sql::Token> m_tokens;
};

struct Skipped
{
    int rows = 0, privileges = 0, server = 0;

    void tell(std::vector<Finding> &findings) const
    {
        const auto say = [&](int count, const char *code, const QString &sentence) {
            if (count > 0)
                findings.push_back({Severity::Info, QLatin1String(code), Uid(), QString(), sentence.arg(count), QString()});
        };
        say(rows, "IN213", QStringLiteral("%1 statements change rows; they are not part of a schema."));
        say(privileges, "IN214", QStringLiteral("%1 statements set owners or privileges; a catalogue holds none."));
        say(server, "IN215", QStringLiteral("%1 statements reach beyond one database, and were not run."));
    }
};

Result<Skipped> runScript(driver::Connection &connection, const QString &script, sql::Flavor flavor, const CancelToken &token)
{
    Skipped skipped;
    qsizetype counted = 0, line = 1;
    for (const sql::ScriptStatement &part : sql::splitScript(script, flavor)) {
        JOINERY_TRY(token.check());
        line += QStringView(script).mid(counted, part.start - counted).count(u'\n');
        counted = part.start;
        const Statement statement(part.in(script), flavor);
        if (statement.isEmpty())
            continue;
        if (statement.movesRows()) {
            ++skipped.rows;
        } else if (statement.isPrivilege()) {
            ++skipped.privileges;
        } else if (statement.leavesDatabase()) {
            ++skipped.server;
        } else if (const QString other = statement.foreignTable(); !other.isEmpty()) {
            return fail({.kind = ErrorKind::Refused,
                         .message = QStringLiteral("Line %1 names another database (%2); nothing outside of the scratch database is touched.").arg(line).arg(other),
                         .statement = statement.text()});
        } else if (const auto done = connection.run(statement.text(), {}, token); !done) {
            Error error = done.error();
            error.message = QStringLiteral("Line %1: %2").arg(line).arg(error.message);
            return fail(std::move(error));
        }
    }
    return skipped;
}

} // namespace

Result<dialect::Inspection> readScriptOnServer(const QString &script, const driver::Url &server, const dialect::Dialect &dialect,
                                               const dialect::InspectOptions &options, const Connect &connect, const CancelToken &token)
{
    JOINERY_TRY_VALUE(const std::unique_ptr<ScratchDatabase> scratch, ScratchDatabase::create(server, dialect, connect));
    Result<dialect::Inspection> inspection = [&]() -> Result<dialect::Inspection> {
        JOINERY_TRY_VALUE(const auto connection, connect(scratch->url()));
        JOINERY_TRY_VALUE(const Skipped skipped, runScript(*connection, script, sql::flavorOf(dialect.name()), token));
        // A dump leaves an empty search_path behind; what is read starts anew.
        JOINERY_TRY_VALUE(const auto reader, connect(scratch->url()));
        JOINERY_TRY_VALUE(dialect::Inspection found, dialect.inspect(*reader, options, token));
        skipped.tell(found.findings);
        return found;
    }();
    const Status dropped = scratch->drop();
    if (!dropped && inspection)
        return fail(dropped.error());
    return inspection;
}

} // namespace joinery::interop
