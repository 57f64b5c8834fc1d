// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_ddl.h"
#include "core/dialect/postgresql/postgresql_dialect.h"

#include "core/operation/lookup.h"
#include "core/operation/rename.h"
#include "core/schema/sql_text.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Default;
using schema::Identity;
using schema::Table;

namespace {

/// From here on what stops writers while it reads the whole table is done apart (MIGRATIONS: LK403, LK404).
constexpr qint64 kManyRows = 10'000;

bool isSerial(const Column &column) { return column.identity && column.identity->kind == Identity::Kind::Serial; }

} // namespace

Status PostgresqlDdl::write(const RenameTable &o)
{
    if (o.from.name != o.to.name)
        JOINERY_TRY(alter(o.from, QLatin1String("RENAME TO ") + id(o.to.name)));
    if (o.from.schema != o.to.schema) {
        const QString schema = o.to.schema.isEmpty() ? QStringLiteral("public") : o.to.schema;
        JOINERY_TRY(alter(Name(o.from.schema, o.to.name), QLatin1String("SET SCHEMA ") + id(schema)));
    }
    return {};
}

Status PostgresqlDdl::write(const AlterTableOptions &o)
{
    QStringList actions, storage, reset;
    QStringList keys = o.from.keys() + o.to.keys();
    keys.removeDuplicates();
    keys.sort();
    for (const QString &key : keys) {
        const bool same = o.from.value(key) == o.to.value(key) && o.from.contains(key) == o.to.contains(key);
        if (same || key == QLatin1String("parameter_order"))
            continue;
        const bool set = o.to.contains(key);
        const QString value = o.to.value(key);
        if (key == QLatin1String("unlogged"))
            actions << QLatin1String(set ? "SET UNLOGGED" : "SET LOGGED");
        else if (key == QLatin1String("tablespace"))
            actions << QLatin1String("SET TABLESPACE ") + id(set ? value : QStringLiteral("pg_default"));
        else if (key == QLatin1String("row_security"))
            actions << QLatin1String(set && value != QLatin1String("false") ? "ENABLE ROW LEVEL SECURITY"
                                                                            : "DISABLE ROW LEVEL SECURITY");
        else if (key == QLatin1String("force_row_security"))
            actions << QLatin1String(set ? "FORCE ROW LEVEL SECURITY" : "NO FORCE ROW LEVEL SECURITY");
        else if (key == QLatin1String("replica_identity"))
            actions << QLatin1String("REPLICA IDENTITY ") + (set ? value : QStringLiteral("DEFAULT"));
        else if (key.startsWith(QLatin1String("partition")) || key == QLatin1String("inherits"))
            return unsupported(QStringLiteral("change the partitioning or inheritance of a table that is there"));
        else if (set)
            storage << key + QLatin1String(" = ") + value;
        else
            reset << key;
    }
    for (const QString &action : actions)
        JOINERY_TRY(alter(o.table, action));
    if (!storage.isEmpty())
        JOINERY_TRY(alter(o.table, QLatin1String("SET (") + storage.join(QLatin1String(", ")) + u')'));
    if (!reset.isEmpty())
        JOINERY_TRY(alter(o.table, QLatin1String("RESET (") + reset.join(QLatin1String(", ")) + u')'));
    return {};
}

Status PostgresqlDdl::write(const SetTableComment &o)
{
    addComment(QLatin1String(table(o.table).options.contains(QStringLiteral("foreign_server")) ? "FOREIGN TABLE " : "TABLE ") + id(o.table), o.to, true);
    return {};
}

Status PostgresqlDdl::write(const AddColumn &o)
{
    Column column = o.column;
    const bool fill = !o.backfill.isEmpty();
    if (fill)
        column.nullable = true; // until the rows that are there have their value
    if (const std::optional<Name> sequence = ownSequence(o.table, column)) {
        const schema::Sequence made{.name = *sequence, .start = column.identity->start, .increment = column.identity->increment};
        add(QLatin1String("CREATE SEQUENCE ") + id(*sequence) + sequenceOptions(made));
    }
    JOINERY_TRY(alter(o.table, QLatin1String("ADD COLUMN ") + columnText(table(o.table), column)));
    if (const std::optional<Name> sequence = ownSequence(o.table, column))
        add(QStringLiteral("ALTER SEQUENCE %1 OWNED BY %2.%3").arg(id(*sequence), id(o.table), id(column.name)));
    if (fill) {
        add(QStringLiteral("UPDATE %1 SET %2 = %3").arg(id(o.table), id(column.name), o.backfill));
        if (!o.column.nullable)
            JOINERY_TRY(alter(o.table, QStringLiteral("ALTER COLUMN %1 SET NOT NULL").arg(id(column.name))));
    }
    addColumnOptions(o.table, column, {});
    finishNotNull(o.table, o.column);
    addComment(QStringLiteral("COLUMN %1.%2").arg(id(o.table), id(column.name)), column.comment);
    return {};
}

Status PostgresqlDdl::alterType(const AlterColumn &o)
{
    const QString old = m_dialect.typeText(o.from.type);
    const QString fresh = m_dialect.typeText(o.to.type);
    if (old == fresh && o.from.collation == o.to.collation && o.conversion.isEmpty())
        return {};
    const QString column = id(o.to.name);
    if (o.conversion.isEmpty() && !m_dialect.converts(o.from.type, o.to.type)) {
        return unsupported(QStringLiteral("turn %1 into %2 by itself: column %3.%4 needs an expression for its new value")
                               .arg(old, fresh, o.table.toString(), o.to.name));
    }
    // A default is not converted with the values: it goes before and comes back as the new type writes it.
    if (o.from.defaultValue && old != fresh && o.from.identity == o.to.identity)
        (void)alter(o.table, QStringLiteral("ALTER COLUMN %1 DROP DEFAULT").arg(column));
    QString action = QStringLiteral("ALTER COLUMN %1 TYPE %2").arg(column, fresh);
    if (o.from.collation != o.to.collation)
        action += QLatin1String(" COLLATE ") + (o.to.collation.isEmpty() ? QStringLiteral("\"default\"") : collationText(o.to.collation));
    if (!o.conversion.isEmpty())
        action += QLatin1String(" USING ") + o.conversion;
    else if (old != fresh)
        action += QStringLiteral(" USING %1::%2").arg(column, fresh);
    (void)alter(o.table, action);
    if (o.to.defaultValue && o.from.defaultValue && old != fresh && !o.to.identity && !o.to.computed)
        (void)alter(o.table, QStringLiteral("ALTER COLUMN %1 SET DEFAULT %2")
                                 .arg(column, m_dialect.defaultText(*o.to.defaultValue, o.to.type)));
    return {};
}

void PostgresqlDdl::alterIdentity(const AlterColumn &o)
{
    if (o.from.identity == o.to.identity)
        return;
    const QString column = QLatin1String("ALTER COLUMN ") + id(o.to.name) + u' ';
    const Name sequence(o.table.schema, o.table.name + u'_' + o.to.name + QLatin1String("_seq"));
    const QString sequenceText = id(o.from.identity && !o.from.identity->sequence.isEmpty() ? o.from.identity->sequence : sequence);
    if (isSerial(o.from)) {
        (void)alter(o.table, column + QLatin1String("DROP DEFAULT"));
        add(QLatin1String("DROP SEQUENCE IF EXISTS ") + sequenceText);
    } else if (o.from.identity && o.to.identity && !isSerial(o.to)) {
        const bool always = o.to.identity->kind == Identity::Kind::Always;
        QStringList parts{QLatin1String("SET GENERATED ") + QLatin1String(always ? "ALWAYS" : "BY DEFAULT")};
        const Identity &to = *o.to.identity;
        if (to.increment != o.from.identity->increment)
            parts << QStringLiteral("SET INCREMENT BY %1").arg(to.increment.value_or(1));
        if (to.start != o.from.identity->start)
            parts << QStringLiteral("SET START WITH %1").arg(to.start.value_or(1));
        if (to.minimum != o.from.identity->minimum)
            parts << (to.minimum ? QStringLiteral("SET MINVALUE %1").arg(*to.minimum) : QStringLiteral("SET NO MINVALUE"));
        if (to.maximum != o.from.identity->maximum)
            parts << (to.maximum ? QStringLiteral("SET MAXVALUE %1").arg(*to.maximum) : QStringLiteral("SET NO MAXVALUE"));
        if (to.cache != o.from.identity->cache)
            parts << QStringLiteral("SET CACHE %1").arg(to.cache.value_or(1));
        if (to.cycle != o.from.identity->cycle)
            parts << QLatin1String(to.cycle ? "SET CYCLE" : "SET NO CYCLE");
        (void)alter(o.table, column + parts.join(u' '));
        return;
    } else if (o.from.identity) {
        (void)alter(o.table, column + QLatin1String("DROP IDENTITY"));
    }
    if (!o.to.identity)
        return;
    if (o.from.nullable)
        (void)alter(o.table, column + QLatin1String("SET NOT NULL"));
    Name counted = sequence;
    if (isSerial(o.to)) {
        counted = o.to.identity->sequence.isEmpty() ? sequence : o.to.identity->sequence;
        // As serial makes it: counting no further than the column holds.
        add(QStringLiteral("CREATE SEQUENCE %1 AS %2 OWNED BY %3.%4")
                .arg(id(counted), m_dialect.typeText(o.to.type), id(o.table), id(o.to.name)));
        (void)alter(o.table, column + QStringLiteral("SET DEFAULT nextval(%1)").arg(text(id(counted))));
    } else {
        const bool always = o.to.identity->kind == Identity::Kind::Always;
        const QString options = identityOptions(*o.to.identity);
        (void)alter(o.table, column + QStringLiteral("ADD GENERATED %1 AS IDENTITY").arg(QLatin1String(always ? "ALWAYS" : "BY DEFAULT"))
                                 + (options.isEmpty() ? QString() : QString(QLatin1String(" (") + options + u')')));
    }
    // The next number follows the ones that are there.
    add(QStringLiteral("SELECT setval(pg_get_serial_sequence(%1, %2), (SELECT coalesce(max(%3), 0) + 1 FROM %4), false)")
            .arg(text(id(o.table)), text(o.to.name), id(o.to.name), id(o.table)));
}

std::vector<schema::View> PostgresqlDdl::viewsOver(const Name &table, const QString &column) const
{
    std::vector<schema::View> over;
    for (const schema::View &view : m_before.views) {
        const auto shows = [&](const Name &name) { return schema::mentionsTable(view.query, name, m_before.dialect); };
        const bool shown = (shows(table) && schema::mentionsColumn(view.query, column, m_before.dialect))
            || std::ranges::any_of(over, [&](const schema::View &below) { return shows(below.name); });
        if (shown)
            over.push_back(view);
    }
    return over;
}

Status PostgresqlDdl::write(const AlterColumn &o)
{
    const bool retyped = m_dialect.typeText(o.from.type) != m_dialect.typeText(o.to.type) || o.from.collation != o.to.collation
        || o.from.computed != o.to.computed;
    const std::vector<schema::View> views = retyped ? viewsOver(o.table, o.from.name) : std::vector<schema::View>();
    if (!views.empty())
        rememberGrants(views);
    for (auto view = views.rbegin(); view != views.rend(); ++view)
        JOINERY_TRY(DdlWriter::write(DropView{*view}));
    JOINERY_TRY(writeUnderViews(o));
    for (const schema::View &view : views) {
        addView(view);
        // Triggers and rules of a view go with it.
        for (const schema::Definition &definition : m_before.definitions) {
            if (definition.table == view.name)
                addDefinition(definition);
        }
    }
    if (!views.empty())
        giveGrants();
    return {};
}

Status PostgresqlDdl::writeUnderViews(const AlterColumn &o)
{
    const QString column = QLatin1String("ALTER COLUMN ") + id(o.to.name) + u' ';
    if (o.from.computed != o.to.computed) {
        if (o.from.computed && !o.to.computed && o.from.computed->stored && o.from.type == o.to.type) {
            JOINERY_TRY(alter(o.table, column + QLatin1String("DROP EXPRESSION")));
        } else {
            // What the column holds follows from the others: it is made anew.
            JOINERY_TRY(write(DropColumn{o.table, o.from, {}}));
            return write(AddColumn{o.table, o.to, {}, {}});
        }
    }
    const bool dropsIdentity = o.from.identity && !o.to.identity;
    if (dropsIdentity)
        alterIdentity(o);
    if (!o.to.nullable && o.from.nullable && !o.nullFill.isEmpty())
        add(QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %2 IS NULL").arg(id(o.table), id(o.to.name), o.nullFill));
    JOINERY_TRY(alterType(o));
    const bool defaultDone = o.from.defaultValue && m_dialect.typeText(o.from.type) != m_dialect.typeText(o.to.type);
    if (o.from.defaultValue != o.to.defaultValue && !(defaultDone && o.to.defaultValue) && !o.to.identity) {
        if (o.to.defaultValue)
            (void)alter(o.table, column + QLatin1String("SET DEFAULT ") + m_dialect.defaultText(*o.to.defaultValue, o.to.type));
        else if (!defaultDone)
            (void)alter(o.table, column + QLatin1String("DROP DEFAULT"));
    } else if (o.from.defaultValue && o.to.identity && !o.from.identity && !defaultDone) {
        JOINERY_TRY(alter(o.table, column + QLatin1String("DROP DEFAULT")));
    }
    if (o.from.nullable != o.to.nullable && !(o.to.identity && !o.from.identity))
        JOINERY_TRY(alter(o.table, column + QLatin1String(o.to.nullable ? "DROP NOT NULL" : "SET NOT NULL")));
    if (!dropsIdentity)
        alterIdentity(o);
    addColumnOptions(o.table, o.to, o.from.options);
    if (o.from.comment != o.to.comment)
        addComment(QStringLiteral("COLUMN %1.%2").arg(id(o.table), id(o.to.name)), o.to.comment, true);
    return {};
}

// On a table with many rows the check of those that are there would stop all writers: it comes by itself, behind the commit.
Status PostgresqlDdl::writeConstraint(const AddConstraint &o)
{
    const bool many = table(o.table).estimatedRows.value_or(0) >= kManyRows && !table(o.table).options.contains(QStringLiteral("partition_by"));
    Constraint added = o.constraint;
    const bool apart = many && !nameOf(o.constraint).isEmpty() && std::visit(Overloaded{
        [](schema::PrimaryKey &) { return false; },
        [](schema::Unique &) { return false; },
        [](schema::ForeignKey &key) { return std::exchange(key.validated, false); },
        [](schema::Check &check) { return std::exchange(check.validated, false); },
        [](schema::Exclusion &) { return false; },
    }, added);
    if (!apart)
        return DdlWriter::write(o);
    JOINERY_TRY(DdlWriter::write(AddConstraint{o.table, added, {}}));
    m_steps.push_back({.sql = QStringLiteral("ALTER TABLE %1 VALIDATE CONSTRAINT %2").arg(id(o.table), id(nameOf(o.constraint))),
                       .place = SqlStep::Place::Outside,
                       .done = QStringLiteral("SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass(%1) AND conname = %2 AND convalidated")
                                   .arg(text(id(o.table)), text(nameOf(o.constraint)))});
    return {};
}

Status PostgresqlDdl::write(const AddConstraint &o)
{
    const QString name = nameOf(o.constraint);
    JOINERY_TRY(writeConstraint(o));
    std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) { addConstraintComment(o.table, name, key.options.value(QStringLiteral("comment"))); },
        [&](const schema::Unique &unique) { addConstraintComment(o.table, name, unique.comment); },
        [&](const schema::ForeignKey &key) { addConstraintComment(o.table, name, key.comment); },
        [&](const schema::Check &check) { addConstraintComment(o.table, name, check.comment); },
        [&](const schema::Exclusion &exclusion) { addConstraintComment(o.table, name, exclusion.comment); },
    }, o.constraint);
    return {};
}

Status PostgresqlDdl::write(const DropIndex &o)
{
    add(QStringLiteral("DROP INDEX %1%2").arg(QLatin1String(o.concurrently ? "CONCURRENTLY " : ""),
                                              id(Name(o.table.schema, o.index.name))),
        o.concurrently ? SqlStep::Place::Outside : SqlStep::Place::InTransaction);
    m_steps.back().done = QStringLiteral("SELECT 1 WHERE to_regclass(%1) IS NULL").arg(text(id(Name(o.table.schema, o.index.name))));
    return {};
}

Status PostgresqlDdl::write(const CreateSequence &o)
{
    add(QLatin1String("CREATE SEQUENCE ") + id(o.sequence.name) + sequenceOptions(o.sequence));
    addComment(QLatin1String("SEQUENCE ") + id(o.sequence.name), o.sequence.comment);
    if (!o.sequence.ownedByTable.isEmpty() && m_before.table(o.sequence.ownedByTable)
        && indexOf(m_before.sequences, o.sequence.name) < 0)
        add(QStringLiteral("ALTER SEQUENCE %1 OWNED BY %2.%3")
                .arg(id(o.sequence.name), id(o.sequence.ownedByTable), id(o.sequence.ownedByColumn)));
    return {};
}

Status PostgresqlDdl::write(const DropSequence &o)
{
    // An owned one goes with its table or column, which may have happened before.
    add(QStringLiteral("DROP SEQUENCE %1%2").arg(QLatin1String(o.sequence.ownedByTable.isEmpty() ? "" : "IF EXISTS "),
                                                 id(o.sequence.name)));
    return {};
}

Status PostgresqlDdl::write(const AlterSequence &o)
{
    const schema::Sequence &to = o.to;
    QStringList parts;
    if (o.from.dataType != to.dataType)
        parts << QLatin1String("AS ") + (to.dataType.isEmpty() ? QStringLiteral("bigint") : to.dataType);
    if (o.from.increment != to.increment)
        parts << QStringLiteral("INCREMENT BY %1").arg(to.increment.value_or(1));
    if (o.from.minimum != to.minimum)
        parts << (to.minimum ? QStringLiteral("MINVALUE %1").arg(*to.minimum) : QStringLiteral("NO MINVALUE"));
    if (o.from.maximum != to.maximum)
        parts << (to.maximum ? QStringLiteral("MAXVALUE %1").arg(*to.maximum) : QStringLiteral("NO MAXVALUE"));
    if (o.from.start != to.start)
        parts << QStringLiteral("START WITH %1").arg(to.start.value_or(1));
    if (o.from.cache != to.cache)
        parts << QStringLiteral("CACHE %1").arg(to.cache.value_or(1));
    if (o.from.cycle != to.cycle)
        parts << QLatin1String(to.cycle ? "CYCLE" : "NO CYCLE");
    if (o.from.ownedByTable != to.ownedByTable || o.from.ownedByColumn != to.ownedByColumn)
        parts << QLatin1String("OWNED BY ") + (to.ownedByTable.isEmpty() ? QStringLiteral("NONE")
                                                                         : QString(id(to.ownedByTable) + u'.' + id(to.ownedByColumn)));
    if (!parts.isEmpty())
        add(QStringLiteral("ALTER SEQUENCE %1 %2").arg(id(o.from.name), parts.join(u' ')));
    if (o.from.name.name != to.name.name)
        add(QStringLiteral("ALTER SEQUENCE %1 RENAME TO %2").arg(id(o.from.name), id(to.name.name)));
    if (o.from.comment != to.comment)
        addComment(QLatin1String("SEQUENCE ") + id(to.name), to.comment, true);
    return {};
}

Status PostgresqlDdl::write(const ReplaceView &o)
{
    rememberGrants({o.from});
    JOINERY_TRY(write(DropView{o.from}));
    JOINERY_TRY(DdlWriter::write(CreateView{o.to}));
    giveGrants();
    return {};
}

std::unique_ptr<DdlWriter> PostgresqlDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<PostgresqlDdl>(*this, before, serverVersion);
}

Result<SqlSteps> PostgresqlDdl::renderAll()
{
    JOINERY_TRY_VALUE(SqlSteps steps, DdlWriter::renderAll());
    // Functions may call what comes later in the script.
    const bool functions = std::ranges::any_of(m_before.definitions, [](const schema::Definition &definition) {
        return definition.kind == schema::Definition::Kind::Function || definition.kind == schema::Definition::Kind::Procedure;
    });
    if (functions)
        steps.insert(steps.begin(), SqlStep{.sql = QStringLiteral("SET LOCAL check_function_bodies = off")});
    return steps;
}

} // namespace joinery::dialect
