// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

#include "core/sql/splitter.h"

namespace joinery::dialect::script {

namespace {

/// psql's own commands stand on lines of their own between the statements; \restrict is in every newer dump.
QString withoutClientCommands(const QString &statement, QStringList &commands)
{
    qsizetype at = 0;
    while (at < statement.size() && statement.at(at) == u'\\') {
        const qsizetype line = statement.indexOf(u'\n', at);
        const QString command = statement.mid(at, line < 0 ? -1 : line - at).trimmed();
        if (!command.startsWith(QLatin1String("\\restrict")) && !command.startsWith(QLatin1String("\\unrestrict")))
            commands.append(command);
        at = line < 0 ? statement.size() : line + 1;
        while (at < statement.size() && statement.at(at).isSpace())
            ++at;
    }
    return statement.mid(at);
}

} // namespace

Result<Inspection> ScriptReader::read(const QString &script)
{
    m_inspection.catalog.dialect = m_dialect.name();
    qsizetype counted = 0;
    for (const sql::ScriptStatement &part : sql::splitScript(script, sql::Flavor::Postgresql)) {
        JOINERY_TRY(m_token.check());
        m_line += int(QStringView(script).mid(counted, part.start - counted).count(u'\n'));
        counted = part.start;
        QStringList commands;
        const QString statement = withoutClientCommands(part.in(script), commands);
        for (const QString &command : std::as_const(commands))
            find("IN211", command, QStringLiteral("Line %1: a command of psql, which was not run.").arg(m_line));
        if (statement.isEmpty())
            continue;
        Result<Node> tree = parseStatement(statement);
        if (!tree) {
            Error error = std::move(tree).error();
            const qsizetype lines = QStringView(statement).left(std::max<qsizetype>(0, error.offset)).count(u'\n');
            error.message = QStringLiteral("Line %1: %2").arg(m_line + lines).arg(error.message);
            return fail(std::move(error));
        }
        m_text = StatementText(statement);
        readStatement(*tree);
    }
    finishSequences();
    finishTables();
    tellWhatWasSkipped();
    return std::move(m_inspection);
}

void ScriptReader::find(const char *code, const QString &object, const QString &message, Severity severity)
{
    m_inspection.findings.push_back({severity, QString::fromLatin1(code), Uid(), object, message, QString()});
}

void ScriptReader::notKept(const QString &object, const QString &what)
{
    find("IN212", object, QStringLiteral("Line %1: %2 is not read from a script.").arg(m_line).arg(what));
}

void ScriptReader::tellWhatWasSkipped()
{
    if (m_rows > 0)
        find("IN213", QString(), QStringLiteral("%1 statements change rows; they are not part of a schema.").arg(m_rows), Severity::Info);
    if (m_privileges > 0)
        find("IN214", QString(), QStringLiteral("%1 statements grant or revoke privileges; a catalogue holds none.").arg(m_privileges),
             Severity::Info);
}

void ScriptReader::readStatement(const Node &statement)
{
    static const QStringList kRows{QStringLiteral("InsertStmt"), QStringLiteral("UpdateStmt"), QStringLiteral("DeleteStmt"),
                                   QStringLiteral("CopyStmt"), QStringLiteral("TruncateStmt"), QStringLiteral("MergeStmt")};
    static const QStringList kPrivileges{QStringLiteral("GrantStmt"), QStringLiteral("GrantRoleStmt"),
                                         QStringLiteral("AlterDefaultPrivilegesStmt")};
    // Owners are roles of one server, and what only moves the session says nothing of the schema.
    static const QStringList kNothing{QStringLiteral("AlterOwnerStmt"), QStringLiteral("TransactionStmt"), QStringLiteral("VacuumStmt"),
                                      QStringLiteral("LockStmt"), QStringLiteral("CheckPointStmt"), QStringLiteral("DiscardStmt"),
                                      QStringLiteral("RefreshMatViewStmt"), QStringLiteral("ReindexStmt")};
    if (statement.isNull() || kNothing.contains(statement.kind()))
        return;
    if (kRows.contains(statement.kind())) {
        ++m_rows;
        return;
    }
    if (kPrivileges.contains(statement.kind())) {
        ++m_privileges;
        return;
    }
    if (readTableStatement(statement) || readOtherStatement(statement))
        return;
    const QString words = m_text.text(0, std::min<size_t>(4, m_text.count())).simplified();
    find("IN211", words, QStringLiteral("Line %1: this statement is not understood, and what it makes is not in the catalogue.").arg(m_line));
}

bool ScriptReader::readTableStatement(const Node &statement)
{
    if (statement.is("CreateStmt"))
        createTable(statement);
    else if (statement.is("CreateForeignTableStmt"))
        createForeignTable(statement);
    else if (statement.is("AlterTableStmt") && setViewDefault(statement))
        return true;
    else if (statement.is("AlterTableStmt"))
        alterTable(statement);
    else if (statement.is("IndexStmt"))
        createIndex(statement);
    else if (statement.is("CreateSeqStmt"))
        createSequence(statement);
    else if (statement.is("AlterSeqStmt"))
        alterSequence(statement);
    else if (statement.is("ViewStmt"))
        createView(statement);
    else if (statement.is("CreateTableAsStmt") && statement.text("objtype") == QLatin1String("OBJECT_MATVIEW"))
        createMaterialized(statement);
    else if (statement.is("CommentStmt"))
        comment(statement);
    else if (statement.is("DropStmt"))
        drop(statement);
    else if (statement.is("RenameStmt"))
        rename(statement);
    else
        return false;
    return true;
}

bool ScriptReader::readOtherStatement(const Node &statement)
{
    const QString defined = statement.is("DefineStmt") ? statement.text("kind") : QString();
    if (statement.is("CreateEnumStmt"))
        createEnum(statement);
    else if (statement.is("AlterEnumStmt"))
        alterEnum(statement);
    else if (statement.is("CreateDomainStmt"))
        createDomain(statement);
    else if (statement.is("AlterDomainStmt"))
        alterDomain(statement);
    else if (statement.is("CompositeTypeStmt"))
        createComposite(statement);
    else if (statement.is("CreateRangeStmt"))
        createRange(statement);
    else if (statement.is("CreateFunctionStmt"))
        createFunction(statement);
    else if (defined == QLatin1String("OBJECT_AGGREGATE"))
        createAggregate(statement);
    else if (statement.is("CreateTrigStmt"))
        createTrigger(statement);
    else if (statement.is("RuleStmt"))
        createRule(statement);
    else if (statement.is("CreatePolicyStmt"))
        createPolicy(statement);
    else if (statement.is("CreateStatsStmt"))
        createStatistics(statement);
    else if (statement.is("AlterStatsStmt"))
        alterStatistics(statement);
    else if (statement.is("CreateExtensionStmt"))
        createExtension(statement);
    else if (statement.is("CreateSchemaStmt"))
        createNamespace(statement);
    else if (statement.is("VariableSetStmt"))
        setVariable(statement);
    else if (statement.is("SelectStmt"))
        readSelect(statement);
    else
        return createObject(statement);
    return true;
}

void ScriptReader::setVariable(const Node &statement)
{
    if (statement.text("name") != QLatin1String("search_path"))
        return; // settings of the session
    m_path = statement.names("args");
    m_path.removeAll(QStringLiteral("$user"));
    m_path.removeAll(QString());
}

/// Dumps set the search_path through a function; setval moves a counter, which is data.
void ScriptReader::readSelect(const Node &statement)
{
    const std::vector<Node> targets = statement.list("targetList");
    const Node call = targets.size() == 1 ? targets.front().child("val") : Node();
    const QString function = call.names("funcname").value(call.names("funcname").size() - 1);
    const std::vector<Node> arguments = call.list("args");
    if (function == QLatin1String("set_config") && arguments.size() == 3 && arguments[0].value() == QLatin1String("search_path")) {
        m_path = arguments[1].value().split(u',', Qt::SkipEmptyParts);
        for (QString &schema : m_path)
            schema = schema.trimmed();
        return;
    }
    if (function != QLatin1String("set_config") && function != QLatin1String("setval"))
        find("IN211", m_text.text(0, std::min<size_t>(4, m_text.count())).simplified(),
             QStringLiteral("Line %1: this query was not run; if it changes the schema, that is not in the catalogue.").arg(m_line));
}

} // namespace joinery::dialect::script

namespace joinery::dialect {

Result<Inspection> PostgresqlDialect::readScript(const QString &script, const CancelToken &token) const
{
    return script::ScriptReader(*this, token).read(script);
}

} // namespace joinery::dialect
