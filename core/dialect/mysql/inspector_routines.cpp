// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/inspector.h"
#include "core/sql/lexer.h"

#include <QRegularExpression>

namespace joinery::dialect {

using schema::Definition;
using schema::Name;

// The catalogue leaves out the character sets of literals (_latin1'x'). Views with literals, and they alone, are
// asked for one by one.
Status MysqlInspector::readShownView(const QString &schema, const QString &name, QString &query)
{
    const Result<CatalogRows> shown = fetch(QStringLiteral("SHOW CREATE VIEW %1.%2").arg(m_dialect.quote(schema), m_dialect.quote(name)));
    if (!shown && shown.error().kind == ErrorKind::Cancelled)
        return fail(shown.error());
    const QString text = shown && shown->count() > 0 ? shown->text(0, 1) : QString(); // a broken view cannot be shown
    for (const sql::Token &token : sql::significantTokens(text, sql::Flavor::Mysql)) {
        if (!token.isWord(text, QLatin1String("as")))
            continue;
        static const QRegularExpression checkOption(QStringLiteral("\\s+WITH\\s+(CASCADED|LOCAL)\\s+CHECK\\s+OPTION\\s*$"), QRegularExpression::CaseInsensitiveOption);
        query = text.mid(token.end()).trimmed().remove(checkOption);
        break;
    }
    return {};
}

Status MysqlInspector::readViews()
{
    if (m_views.isEmpty())
        return {};
    const QString sql = QStringLiteral("SELECT table_schema, table_name, view_definition, check_option, definer, security_type, %2 "
                                       "FROM information_schema.views WHERE %1")
                            .arg(in("table_schema"), m_mariaDb ? QStringLiteral("algorithm") : QStringLiteral("NULL"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const auto at = m_views.constFind(nameOf(rows.text(row, 0), rows.text(row, 1)));
        if (at == m_views.constEnd())
            continue;
        schema::View &view = m_inspection.catalog.views[*at];
        QString query = rows.text(row, 2);
        if (query.contains(u'\''))
            JOINERY_TRY(readShownView(rows.text(row, 0), rows.text(row, 1), query));
        view.query = unqualified(query, rows.text(row, 0), &view.uses);
        std::erase(view.uses, view.name);
        if (view.query.isEmpty())
            find(Severity::Warning, "IN304", view.name.toString(), QStringLiteral("The user may not see how the view is defined (SHOW VIEW)."));
        if (rows.text(row, 3) != QLatin1String("NONE"))
            view.options.insert(QStringLiteral("check_option"), rows.text(row, 3));
        if (rows.text(row, 5) != QLatin1String("DEFINER"))
            view.options.insert(QStringLiteral("security"), rows.text(row, 5));
        if (!rows.isNull(row, 6) && rows.text(row, 6) != QLatin1String("UNDEFINED"))
            view.options.insert(QStringLiteral("algorithm"), rows.text(row, 6));
        noteDefiner(view.name.toString(), rows.text(row, 4));
    }
    return {};
}

bool MysqlInspector::isOracle(const QString &mode) { return mode.split(u',').contains(QLatin1String("ORACLE")); }

/// What is stored keeps the mode in which it was made: where that is not the session's, it is set around the statement.
QString MysqlInspector::inSqlMode(const QString &mode, const QString &create) const
{
    if (mode == m_sqlMode)
        return create;
    if (isOracle(mode)) // whose bodies only a delimiter of their own holds together
        return QStringLiteral("SET @joinery_sql_mode = @@sql_mode;\nSET sql_mode = %1;\nDELIMITER $$$\n%2$$$\nDELIMITER ;\nSET sql_mode = @joinery_sql_mode")
            .arg(m_dialect.literal(driver::Value::text(mode)), create);
    return QStringLiteral("SET @joinery_sql_mode = @@sql_mode;\nSET sql_mode = %1;\n%2;\nSET sql_mode = @joinery_sql_mode")
        .arg(m_dialect.literal(driver::Value::text(mode)), create);
}

/// MariaDB's sequences; what counts in them is shown one by one.
Status MysqlInspector::readSequences()
{
    for (const Name &name : m_sequences) {
        JOINERY_TRY_VALUE(const CatalogRows rows, fetch(QLatin1String("SHOW CREATE SEQUENCE ") + m_dialect.quote(name)));
        Definition sequence;
        sequence.kind = Definition::Kind::Other;
        sequence.name = name;
        sequence.createSql = unqualified(rows.text(0, 1), m_default);
        sequence.dropSql = QLatin1String("DROP SEQUENCE ") + m_dialect.quote(name);
        for (schema::Table &table : m_inspection.catalog.tables) {
            for (const schema::Column &column : table.columns) {
                if (column.defaultValue && column.defaultValue->text.contains(m_dialect.quote(name.name)))
                    table.uses.push_back(name);
            }
        }
        m_inspection.catalog.definitions.push_back(std::move(sequence));
    }
    return {};
}

Status MysqlInspector::readTriggers()
{
    const QString sql = QStringLiteral("SELECT trigger_schema, trigger_name, event_object_table, action_timing, event_manipulation, action_statement, definer, sql_mode "
                                       "FROM information_schema.triggers WHERE %1 ORDER BY trigger_schema, event_object_table, action_timing, event_manipulation, action_order")
                            .arg(in("trigger_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        Definition trigger;
        trigger.kind = Definition::Kind::Trigger;
        trigger.name = nameOf(rows.text(row, 0), rows.text(row, 1));
        trigger.table = nameOf(rows.text(row, 0), rows.text(row, 2));
        trigger.createSql = QStringLiteral("CREATE TRIGGER %1 %2 %3 ON %4 FOR EACH ROW %5")
                                .arg(m_dialect.quote(trigger.name), rows.text(row, 3), rows.text(row, 4), m_dialect.quote(trigger.table), rows.text(row, 5));
        trigger.createSql = inSqlMode(rows.text(row, 7), trigger.createSql);
        trigger.dropSql = QLatin1String("DROP TRIGGER ") + m_dialect.quote(trigger.name);
        trigger.uses = {trigger.table};
        noteDefiner(trigger.name.toString(), rows.text(row, 6));
        m_inspection.catalog.definitions.push_back(std::move(trigger));
    }
    return {};
}

Status MysqlInspector::readRoutines()
{
    const QString parameterSql = QStringLiteral("SELECT specific_schema, specific_name, routine_type, ordinal_position, parameter_mode, parameter_name, dtd_identifier, "
                                                "character_set_name FROM information_schema.parameters WHERE %1 ORDER BY specific_schema, specific_name, routine_type, ordinal_position")
                                     .arg(in("specific_schema"));
    JOINERY_TRY_VALUE(const CatalogRows parameters, fetch(parameterSql));
    struct Signature
    {
        QStringList parameters;
        QString returns;
    };
    QHash<QStringList, Signature> signatures;
    for (int row = 0; row < parameters.count(); ++row) {
        Signature &signature = signatures[{parameters.text(row, 0), parameters.text(row, 1), parameters.text(row, 2)}];
        QString type = parameters.text(row, 6);
        if (!parameters.isNull(row, 7) && !type.contains(QLatin1String("charset"), Qt::CaseInsensitive) && !type.contains(QLatin1String("character set"), Qt::CaseInsensitive))
            type += QLatin1String(" CHARSET ") + parameters.text(row, 7);
        if (parameters.integer(row, 3) == 0) {
            signature.returns = type;
            continue;
        }
        const QString mode = parameters.text(row, 2) == QLatin1String("PROCEDURE") ? QString(parameters.text(row, 4) + u' ') : QString();
        signature.parameters.append(mode + m_dialect.quote(parameters.text(row, 5)) + u' ' + type);
    }
    const QString sql = QStringLiteral("SELECT routine_schema, routine_name, routine_type, routine_definition, is_deterministic, sql_data_access, security_type, "
                                       "routine_comment, definer, sql_mode FROM information_schema.routines WHERE %1 "
                                       "ORDER BY routine_schema, routine_type, routine_name").arg(in("routine_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    for (int row = 0; row < rows.count(); ++row) {
        const QString type = rows.text(row, 2);
        if (isOracle(rows.text(row, 9)) || type.startsWith(QLatin1String("PACKAGE"))) {
            JOINERY_TRY(readOracleRoutine(type, nameOf(rows.text(row, 0), rows.text(row, 1)), rows.text(row, 7)));
            noteDefiner(nameOf(rows.text(row, 0), rows.text(row, 1)).toString(), rows.text(row, 8));
            continue;
        }
        const bool function = type == QLatin1String("FUNCTION");
        const Signature signature = signatures.value({rows.text(row, 0), rows.text(row, 1), type});
        Definition routine;
        routine.kind = function ? Definition::Kind::Function : Definition::Kind::Procedure;
        routine.name = nameOf(rows.text(row, 0), rows.text(row, 1));
        routine.signature = signature.parameters.join(QLatin1String(", "));
        routine.comment = rows.text(row, 7);
        if (rows.isNull(row, 3)) {
            find(Severity::Warning, "IN304", routine.name.toString(), QStringLiteral("The user may not see how the routine is defined."));
            continue;
        }
        // No catalogue tells an aggregate; only one may ask for its next row.
        static const QRegularExpression next(QStringLiteral("\\bFETCH\\s+GROUP\\s+NEXT\\s+ROW\\b"), QRegularExpression::CaseInsensitiveOption);
        const QString what = function && next.match(rows.text(row, 3)).hasMatch() ? QStringLiteral("AGGREGATE FUNCTION") : type;
        QString create = QStringLiteral("CREATE %1 %2(%3)").arg(what, m_dialect.quote(routine.name), routine.signature);
        if (function)
            create += QLatin1String(" RETURNS ") + signature.returns;
        if (rows.flag(row, 4))
            create += QLatin1String("\n    DETERMINISTIC");
        if (rows.text(row, 5) != QLatin1String("CONTAINS SQL"))
            create += QLatin1String("\n    ") + rows.text(row, 5);
        if (rows.text(row, 6) != QLatin1String("DEFINER"))
            create += QLatin1String("\n    SQL SECURITY ") + rows.text(row, 6);
        if (!routine.comment.isEmpty())
            create += QLatin1String("\n    COMMENT ") + m_dialect.literal(driver::Value::text(routine.comment));
        routine.createSql = inSqlMode(rows.text(row, 9), create + u'\n' + rows.text(row, 3));
        routine.dropSql = QStringLiteral("DROP %1 %2").arg(type, m_dialect.quote(routine.name));
        noteDefiner(routine.name.toString(), rows.text(row, 8));
        m_inspection.catalog.definitions.push_back(std::move(routine));
    }
    return {};
}

// Written in the other syntax, which only the server can put together: shown one by one.
Status MysqlInspector::readOracleRoutine(const QString &type, const Name &name, const QString &comment)
{
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(QStringLiteral("SHOW CREATE %1 %2").arg(type, m_dialect.quote(name))));
    if (rows.count() == 0 || rows.isNull(0, 2)) {
        find(Severity::Warning, "IN304", name.toString(), QStringLiteral("The user may not see how the routine is defined."));
        return {};
    }
    static const QRegularExpression definer(QStringLiteral("^CREATE DEFINER=\\S+ "));
    Definition routine;
    routine.kind = type == QLatin1String("FUNCTION") ? Definition::Kind::Function : type == QLatin1String("PROCEDURE") ? Definition::Kind::Procedure : Definition::Kind::Other;
    routine.name = name;
    routine.signature = routine.kind == Definition::Kind::Other ? type.toLower() : QString();
    routine.comment = comment;
    routine.createSql = inSqlMode(rows.text(0, 1), rows.text(0, 2).replace(definer, QStringLiteral("CREATE ")));
    routine.dropSql = QStringLiteral("DROP %1 %2").arg(type, m_dialect.quote(name));
    m_inspection.catalog.definitions.push_back(std::move(routine));
    return {};
}

Status MysqlInspector::readEvents()
{
    const QString sql = QStringLiteral("SELECT event_schema, event_name, event_type, execute_at, interval_value, interval_field, starts, ends, status, on_completion, "
                                       "event_definition, event_comment, definer, sql_mode FROM information_schema.events WHERE %1 ORDER BY event_schema, event_name").arg(in("event_schema"));
    JOINERY_TRY_VALUE(const CatalogRows rows, fetch(sql));
    const auto quoted = [&](int row, int column) { return m_dialect.literal(driver::Value::text(rows.text(row, column))); };
    for (int row = 0; row < rows.count(); ++row) {
        Definition event;
        event.kind = Definition::Kind::Event;
        event.name = nameOf(rows.text(row, 0), rows.text(row, 1));
        event.comment = rows.text(row, 11);
        QString create = QLatin1String("CREATE EVENT ") + m_dialect.quote(event.name) + QLatin1String(" ON SCHEDULE ");
        if (rows.text(row, 2) == QLatin1String("ONE TIME")) {
            create += QLatin1String("AT ") + quoted(row, 3);
        } else {
            const QString value = rows.text(row, 4);
            create += QStringLiteral("EVERY %1 %2").arg(value.startsWith(u'\'') ? value : m_dialect.literal(driver::Value::text(value)), rows.text(row, 5));
            if (!rows.isNull(row, 6))
                create += QLatin1String(" STARTS ") + quoted(row, 6);
            if (!rows.isNull(row, 7))
                create += QLatin1String(" ENDS ") + quoted(row, 7);
        }
        create += QLatin1String(" ON COMPLETION ") + rows.text(row, 9);
        const QString status = rows.text(row, 8);
        if (status != QLatin1String("ENABLED"))
            create += QLatin1String(status == QLatin1String("DISABLED") ? " DISABLE" : " DISABLE ON SLAVE");
        if (!event.comment.isEmpty())
            create += QLatin1String(" COMMENT ") + quoted(row, 11);
        event.createSql = inSqlMode(rows.text(row, 13), create + QLatin1String(" DO ") + rows.text(row, 10));
        event.dropSql = QLatin1String("DROP EVENT ") + m_dialect.quote(event.name);
        noteDefiner(event.name.toString(), rows.text(row, 12));
        m_inspection.catalog.definitions.push_back(std::move(event));
    }
    return {};
}

} // namespace joinery::dialect
