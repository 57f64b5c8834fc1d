// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/checks/preflight.h"

#include "core/dialect/adapt.h"
#include "core/migration/checks/row_source.h"
#include "core/migration/planner.h"
#include "core/operation/apply.h"
#include "core/operation/lookup.h"
#include "core/operation/rename.h"

namespace joinery::migration {

namespace {

using namespace operation;

constexpr int kSamples = 5;

/// Asks for one operation after the other.
class Preflight
{
public:
    Preflight(driver::Connection &connection, const dialect::Dialect &dialect, const schema::Catalog &live, const CancelToken &token)
        : m_connection(connection), m_dialect(dialect), m_live(live), m_rows(dialect, live), m_token(token) {}

    void enter(const QString &revision) { m_revision = revision; }
    Status step(const Operation &operation, int index)
    {
        m_index = index;
        JOINERY_TRY(ask(operation));
        m_rows.follow(operation);
        return {};
    }
    LintFindings found;

private:
    struct Question
    {
        Severity severity = Severity::Error;
        const char *code;
        QString object, message, fix;
        schema::Name table;
        QStringList columns; ///< that it needs, and shows
        QString condition;   ///< true for the rows that it is about; empty: all
    };

    Status ask(const Operation &operation)
    {
        if (const auto *o = std::get_if<DropTable>(&operation)) {
            return ask({Severity::Error, "DL101", o->table.name.toString(), QStringLiteral("These rows go with table %1.").arg(o->table.name.toString()), {}, o->table.name, {}, {}});
        }
        if (const auto *o = std::get_if<DropColumn>(&operation)) {
            if (o->column.computed)
                return {};
            return ask({Severity::Error, "DL102", path(o->table, o->column.name), QStringLiteral("These values go with column %1.").arg(path(o->table, o->column.name)), {},
                        o->table, {o->column.name}, m_rows.column(o->column.name) + QLatin1String(" IS NOT NULL")});
        }
        if (const auto *o = std::get_if<AddColumn>(&operation))
            return addedColumn(*o);
        if (const auto *o = std::get_if<AlterColumn>(&operation))
            return alteredColumn(*o);
        if (const auto *o = std::get_if<AddConstraint>(&operation))
            return addedConstraint(*o);
        if (const auto *o = std::get_if<CreateIndex>(&operation))
            return uniqueIndex(*o);
        if (const auto *o = std::get_if<RebuildEnum>(&operation))
            return rebuiltEnum(*o);
        return {};
    }

    Status addedColumn(const AddColumn &o)
    {
        const schema::Column &column = o.column;
        if (column.nullable || column.defaultValue || column.identity || column.computed || !o.backfill.isEmpty())
            return {};
        const QString object = path(o.table, column.name);
        if (m_dialect.name() == QLatin1String("mysql"))
            return ask({Severity::Warning, "DD202", object, QStringLiteral("%1 is NOT NULL without a default: the server writes 0, an empty text or the first value into these rows.").arg(object), {}, o.table, {}, {}});
        return ask({Severity::Error, "DD201", object, QStringLiteral("%1 is NOT NULL and has no default: these rows have no value for it.").arg(object),
                    QStringLiteral("Give it a default, or a value for these rows (--fill %1=SQL).").arg(object), o.table, {}, {}});
    }

    Status alteredColumn(const AlterColumn &o)
    {
        const QString object = path(o.table, o.to.name), column = m_rows.column(o.to.name);
        if (o.from.computed || o.to.computed)
            return {};
        if (o.from.nullable && !o.to.nullable && o.nullFill.isEmpty())
            JOINERY_TRY(ask({Severity::Error, "DD203", object, QStringLiteral("%1 becomes NOT NULL, and these rows have no value in it.").arg(object),
                             QStringLiteral("Say what takes the place of NULL (--fill %1=SQL).").arg(object), o.table, {o.to.name}, column + QLatin1String(" IS NULL")}));
        if (!o.conversion.isEmpty() || m_dialect.typeText(o.from.type) == m_dialect.typeText(o.to.type))
            return {};
        if (!m_dialect.converts(o.from.type, o.to.type))
            return ask({Severity::Error, "DD207", object, QStringLiteral("No cast leads from %1 to %2 for these values.").arg(m_dialect.typeText(o.from.type), m_dialect.typeText(o.to.type)),
                        m_dialect.conversionIdeas(o.from.type, o.to.type, column).join(QStringLiteral("; ")), o.table, {o.to.name}, column + QLatin1String(" IS NOT NULL")});
        const QString failure = m_dialect.castFailure(o.from.type, o.to.type, column);
        if (failure.isEmpty())
            return {};
        return ask({Severity::Error, "DL103", object, QStringLiteral("These values of %1 do not fit into %2.").arg(object, m_dialect.typeText(o.to.type)),
                    QStringLiteral("Say how they become one that does (--using %1=SQL).").arg(object), o.table, {o.to.name}, QStringLiteral("%1 IS NOT NULL AND (%2)").arg(column, failure)});
    }

    Status addedConstraint(const AddConstraint &o)
    {
        const QString object = path(o.table, nameOf(o.constraint).isEmpty() ? kindOf(o.constraint) : nameOf(o.constraint));
        return std::visit(Overloaded{
            [&](const schema::PrimaryKey &key) -> Status {
                QStringList nulls;
                for (const QString &column : key.columns)
                    nulls << m_rows.column(column) + QLatin1String(" IS NULL");
                JOINERY_TRY(ask({Severity::Error, "DD204", object, QStringLiteral("These rows have NULL in the new primary key of %1.").arg(o.table.toString()), {}, o.table, key.columns, nulls.join(QLatin1String(" OR "))}));
                return duplicates(object, o.table, key.columns, false, {});
            },
            [&](const schema::Unique &key) { return duplicates(object, o.table, key.columns, key.nullsNotDistinct, {}); },
            [&](const schema::ForeignKey &key) { return key.validated ? orphans(object, o.table, key) : Status(); },
            [&](const schema::Check &check) {
                if (!check.validated)
                    return Status();
                return ask({Severity::Error, "DD206", object, QStringLiteral("These rows of %1 are against the check.").arg(o.table.toString()), {}, o.table, {}, QStringLiteral("NOT (%1)").arg(check.expression)}, true);
            },
            [](const schema::Exclusion &) { return Status(); },
        }, o.constraint);
    }

    Status uniqueIndex(const CreateIndex &o)
    {
        if (!o.index.unique)
            return {};
        QStringList columns;
        for (const schema::IndexItem &item : o.index.items) {
            if (item.column.isEmpty() || item.length)
                return {}; // over an expression: the server alone can tell
            columns.append(item.column);
        }
        return duplicates(path(o.table, o.index.name), o.table, columns, o.index.nullsNotDistinct, o.index.where);
    }

    Status rebuiltEnum(const RebuildEnum &o)
    {
        QStringList gone;
        for (const QString &value : o.from.values) {
            if (!o.to.values.contains(value) && !o.mapping.contains(value))
                gone << m_dialect.literal(driver::Value::text(value));
        }
        if (gone.isEmpty())
            return {};
        for (const schema::Table &table : m_live.tables) {
            for (const schema::Column &column : table.columns) {
                if (column.type.kind != schema::TypeKind::Enum || !isOfEnum(column.type, o.from.name))
                    continue;
                JOINERY_TRY(ask({Severity::Error, "DL104", path(table.name, column.name), QStringLiteral("These rows hold a value of %1 that is removed.").arg(o.from.name.toString()),
                                 QStringLiteral("Say which value takes its place (--map %1.OLD=NEW).").arg(o.from.name.toString()), table.name, {column.name},
                                 QStringLiteral("CAST(%1 AS varchar(255)) IN (%2)").arg(m_rows.column(column.name), gone.join(QLatin1String(", ")))}));
            }
        }
        return {};
    }

    Status duplicates(const QString &object, const schema::Name &table, const QStringList &columns, bool nullsToo, const QString &where)
    {
        const std::optional<QString> from = m_rows.from(table, columns);
        if (!from)
            return {};
        QStringList list, present;
        for (const QString &column : columns) {
            list << m_rows.column(column);
            present << m_rows.column(column) + QLatin1String(" IS NOT NULL");
        }
        if (nullsToo)
            present.clear();
        if (!where.isEmpty())
            present << u'(' + where + u')';
        const QString keys = list.join(QLatin1String(", "));
        const QString groups = QStringLiteral("SELECT %1, count(*) AS joinery_rows FROM %2 AS joinery_source%3 GROUP BY %1 HAVING count(*) > 1")
                                   .arg(keys, *from, present.isEmpty() ? QString() : QString(QLatin1String(" WHERE ") + present.join(QLatin1String(" AND "))));
        JOINERY_TRY_VALUE(const qint64 count, number(QStringLiteral("SELECT coalesce(sum(joinery_rows), 0) FROM (%1) AS joinery_groups").arg(groups)));
        if (count == 0)
            return {};
        JOINERY_TRY_VALUE(const QStringList samples, texts(groups + QStringLiteral(" ORDER BY joinery_rows DESC, %1 LIMIT %2").arg(keys).arg(kSamples)));
        add(Severity::Error, "DD204", object, QStringLiteral("These rows of %1 are equal in %2.").arg(table.toString(), columns.join(QStringLiteral(", "))),
            QStringLiteral("Say which row of each group stays (--keep %1=first|last).").arg(object), count, samples);
        return {};
    }

    Status orphans(const QString &object, const schema::Name &table, const schema::ForeignKey &key)
    {
        const schema::Table *referred = m_rows.table(key.referredTable);
        QStringList columns = key.referredColumns;
        if (columns.isEmpty() && referred && referred->primaryKey)
            columns = referred->primaryKey->columns;
        const std::optional<QString> parent = m_rows.from(key.referredTable, columns);
        if (!parent || columns.size() != key.columns.size())
            return {};
        QStringList present, same;
        for (qsizetype i = 0; i < columns.size(); ++i) {
            present << QStringLiteral("joinery_source.%1 IS NOT NULL").arg(m_rows.column(key.columns[i]));
            same << QStringLiteral("joinery_parent.%1 = joinery_source.%2").arg(m_rows.column(columns[i]), m_rows.column(key.columns[i]));
        }
        return ask({Severity::Error, "DD205", object, QStringLiteral("These rows of %1 refer to none of %2.").arg(table.toString(), key.referredTable.toString()),
                    QStringLiteral("Say what becomes of them (--orphans %1=delete|null).").arg(object), table, key.columns,
                    QStringLiteral("%1 AND NOT EXISTS (SELECT 1 FROM %2 AS joinery_parent WHERE %3)")
                        .arg(present.join(QLatin1String(" AND ")), *parent, same.join(QLatin1String(" AND ")))});
    }

    /// `guess`: the condition may speak of what is not there yet; then nothing is known.
    Status ask(const Question &question, bool guess = false)
    {
        const std::optional<QString> from = m_rows.from(question.table, question.columns);
        if (!from)
            return {};
        const QString rest = QStringLiteral(" FROM %1 AS joinery_source%2").arg(*from, question.condition.isEmpty() ? QString() : QString(QLatin1String(" WHERE ") + question.condition));
        const Result<qint64> count = number(QLatin1String("SELECT count(*)") + rest);
        if (!count && guess && count.error().kind == ErrorKind::Undefined)
            return {};
        if (!count)
            return fail(count.error());
        if (*count == 0)
            return {};
        QStringList shown;
        if (const schema::Table *table = m_rows.table(question.table); table && table->primaryKey && m_rows.from(question.table, table->primaryKey->columns))
            shown = table->primaryKey->columns;
        shown += question.columns;
        shown.removeDuplicates();
        for (QString &column : shown)
            column = m_rows.column(column);
        QStringList samples;
        if (!shown.isEmpty()) {
            JOINERY_TRY_VALUE(samples, texts(QStringLiteral("SELECT %1%2 ORDER BY %3 LIMIT %4").arg(shown.join(QLatin1String(", ")), rest, shown.front()).arg(kSamples)));
        }
        add(question.severity, question.code, question.object, question.message, question.fix, *count, samples);
        return {};
    }

    void add(Severity severity, const char *code, const QString &object, const QString &message, const QString &fix, qint64 count, const QStringList &samples)
    {
        found.push_back({{severity, QString::fromLatin1(code), {}, object, message, fix}, m_revision, m_index, {}, count, samples});
    }

    Result<qint64> number(const QString &sql)
    {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(sql, {}, m_token));
        return rows.isEmpty() ? 0 : rows.value(0, 0).toText().toLongLong();
    }

    Result<QStringList> texts(const QString &sql)
    {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, m_connection.fetch(sql, {}, m_token));
        QStringList lines;
        for (int row = 0; row < rows.rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < rows.columnCount(); ++column)
                cells << (rows.isNull(row, column) ? QStringLiteral("NULL") : rows.value(row, column).toText().left(60));
            lines << cells.join(QStringLiteral(", "));
        }
        return lines;
    }

    static QString path(const schema::Name &table, const QString &name) { return table.toString() + u'.' + name; }

    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    const schema::Catalog &m_live;
    RowSource m_rows;
    CancelToken m_token;
    QString m_revision;
    int m_index = -1;
};

} // namespace

Result<LintFindings> preflight(driver::Connection &connection, const dialect::Dialect &dialect, const History &history,
                               const GraphRoute &route, const CancelToken &token)
{
    dialect::InspectOptions options;
    options.definitions = false;
    JOINERY_TRY_VALUE(const dialect::Inspection live, dialect.inspect(connection, options, token));
    JOINERY_TRY_VALUE(schema::Catalog model, history.catalogAt(route.before));
    Preflight run(connection, dialect, live.catalog, token);
    for (const GraphStep &step : route.steps) {
        const Revision *revision = history.revision(step.revision);
        if (!revision)
            continue;
        run.enter(revision->id);
        if (!revision->dialect.isEmpty())
            model.dialect = revision->dialect;
        JOINERY_TRY_VALUE(const schema::Catalog below, history.catalogBefore(step.revision));
        JOINERY_TRY_VALUE(const Operations operations, operationsOf(*revision, step.up, below));
        for (size_t i = 0; i < operations.size(); ++i) {
            JOINERY_TRY_VALUE(const Operations native, dialect::adapt({operations[i]}, model, dialect));
            for (const Operation &each : native)
                JOINERY_TRY(run.step(each, step.up ? int(i) : int(operations.size() - 1 - i)));
            JOINERY_TRY(operation::apply(model, operations[i]));
        }
    }
    applyAllowances(run.found, history);
    return std::move(run.found);
}

} // namespace joinery::migration
