// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_ddl.h"
#include "core/dialect/mysql/mysql_dialect.h"

#include "core/operation/apply.h"
#include "core/operation/lookup.h"

namespace joinery::dialect {

using namespace operation;
using schema::Column;
using schema::Table;

std::unique_ptr<DdlWriter> MysqlDialect::ddlWriter(const schema::Catalog &before, int serverVersion) const
{
    return std::make_unique<MysqlDdl>(*this, before, serverVersion);
}

Status MysqlDdl::write(const RenameTable &o)
{
    add(QStringLiteral("RENAME TABLE %1 TO %2").arg(id(o.from), id(o.to)));
    return followInViews(o);
}

Status MysqlDdl::write(const AlterTableOptions &o)
{
    QStringList changes;
    for (const auto &[key, value] : o.to.asKeyValueRange()) {
        if (o.from.value(key) != value || !o.from.contains(key))
            changes << tableOption(key, value);
    }
    for (const QString &key : o.from.keys()) {
        if (!o.to.contains(key) && key == QLatin1String("row_format"))
            changes << QStringLiteral("ROW_FORMAT=DEFAULT");
    }
    changes.removeAll(QString());
    return changes.isEmpty() ? Status() : alter(o.table, changes.join(u' '));
}

Status MysqlDdl::write(const SetTableComment &o) { return alter(o.table, QLatin1String("COMMENT = ") + text(o.to)); }

Status MysqlDdl::write(const AddColumn &o)
{
    Column column = o.column;
    const bool fill = !o.backfill.isEmpty();
    if (fill)
        column.nullable = true; // until the rows that are there have their value
    QString place;
    if (o.after)
        place = o.after->isEmpty() ? QStringLiteral(" FIRST") : QString(QLatin1String(" AFTER ") + id(*o.after));
    JOINERY_TRY(alter(o.table, QLatin1String("ADD COLUMN ") + columnText(table(o.table), column) + place
                                   + counterSupport(table(o.table), withColumn(table(o.table), column.name, column))));
    if (!fill)
        return {};
    add(QStringLiteral("UPDATE %1 SET %2 = %3").arg(id(o.table), id(column.name), o.backfill));
    return o.column.nullable ? Status()
                             : alter(o.table, QLatin1String("MODIFY COLUMN ") + columnText(table(o.table), o.column));
}

Status MysqlDdl::write(const RenameColumn &o)
{
    if (m_serverVersion >= 80000) { // MariaDB since 10.5.2, MySQL since 8.0
        JOINERY_TRY(alter(o.table, QStringLiteral("RENAME COLUMN %1 TO %2").arg(id(o.from), id(o.to))));
        return followInViews(o);
    }
    const Column *column = table(o.table).column(o.from);
    if (!column)
        return unsupported(QStringLiteral("rename a column that is not known"));
    Column renamed = *column;
    renamed.name = o.to;
    JOINERY_TRY(alter(o.table, QStringLiteral("CHANGE COLUMN %1 %2").arg(id(o.from), columnText(table(o.table), renamed))));
    return followInViews(o);
}

// Views are kept as text: the server does not rename in them.
Status MysqlDdl::followInViews(const Operation &renaming)
{
    schema::Catalog after = m_before;
    JOINERY_TRY(operation::apply(after, renaming));
    for (const schema::View &view : after.views) {
        const schema::View *old = m_before.view(view.name);
        if (old && old->query != view.query)
            JOINERY_TRY(write(ReplaceView{*old, view}));
    }
    return {};
}

Status MysqlDdl::write(const AlterColumn &o)
{
    if (bool(o.from.computed) != bool(o.to.computed) || (o.to.computed && o.from.computed->stored != o.to.computed->stored)) {
        const bool keepsValues = o.from.computed && o.from.computed->stored && !o.to.computed;
        if (!keepsValues) {
            const qsizetype index = table(o.table).columnIndex(o.from.name);
            std::optional<QString> after;
            if (index >= 0)
                after = index == 0 ? QString() : table(o.table).columns[size_t(index - 1)].name;
            JOINERY_TRY(write(DropColumn{o.table, o.from, {}}));
            return write(AddColumn{o.table, o.to, after, {}});
        }
    }
    const QString column = id(o.to.name);
    if (!o.to.nullable && o.from.nullable && !o.nullFill.isEmpty())
        add(QStringLiteral("UPDATE %1 SET %2 = %3 WHERE %2 IS NULL").arg(id(o.table), column, o.nullFill));
    // The new value is written where both types can hold it.
    const bool widens = !losesData(AlterColumn{o.table, o.from, o.to, {}, {}, {}});
    const QString convert = QStringLiteral("UPDATE %1 SET %2 = %3").arg(id(o.table), column, o.conversion);
    if (!o.conversion.isEmpty() && !widens)
        add(convert);
    JOINERY_TRY(alter(o.table, QLatin1String("MODIFY COLUMN ") + columnText(table(o.table), o.to)
                                   + counterSupport(table(o.table), withColumn(table(o.table), o.from.name, o.to))));
    if (!o.conversion.isEmpty() && widens)
        add(convert);
    return {};
}

QString MysqlDdl::implicitIndex(const Table &table, const schema::ForeignKey &key) const
{
    const auto covers = [&](const QStringList &columns) { return columns.mid(0, key.columns.size()) == key.columns; };
    if (table.primaryKey && covers(table.primaryKey->columns))
        return {};
    for (const schema::Unique &unique : table.uniques) {
        if (covers(unique.columns))
            return {};
    }
    for (const schema::Index &index : table.indexes) {
        QStringList columns;
        for (const schema::IndexItem &item : index.items)
            columns << item.column;
        if (covers(columns))
            return {};
    }
    for (const schema::ForeignKey &other : table.foreignKeys) {
        if (other.name != key.name && covers(other.columns))
            return {}; // that one needs it
    }
    return key.name.contains(QLatin1String("_ibfk_")) ? key.columns.value(0) : key.name;
}

Status MysqlDdl::write(const DropConstraint &o)
{
    const QString name = knownName(o.table, o.constraint);
    Table after = table(o.table);
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &) {
            after.primaryKey.reset();
            return alter(o.table, QLatin1String("DROP PRIMARY KEY") + counterSupport(table(o.table), after));
        },
        [&](const schema::Unique &unique) {
            if (const qsizetype at = indexOf(after.uniques, unique); at >= 0)
                after.uniques.erase(after.uniques.begin() + at);
            return alter(o.table, QLatin1String("DROP INDEX ") + id(name) + counterSupport(table(o.table), after));
        },
        [&](const schema::ForeignKey &wanted) {
            const std::optional<Constraint> known = find(table(o.table), wanted);
            const schema::ForeignKey key = known ? std::get<schema::ForeignKey>(*known) : wanted;
            const QString index = implicitIndex(table(o.table), key);
            return alter(o.table, QLatin1String("DROP FOREIGN KEY ") + id(name)
                                      + (index.isEmpty() ? QString() : QString(QLatin1String(", DROP INDEX ") + id(index))));
        },
        [&](const schema::Check &) { return alter(o.table, QLatin1String("DROP CONSTRAINT ") + id(name)); },
        [&](const schema::Exclusion &) { return Status(); },
    }, o.constraint);
}

Status MysqlDdl::write(const RenameConstraint &o)
{
    const QString name = knownName(o.table, o.constraint);
    const auto again = [&](auto constraint) -> Status {
        constraint.name = o.to;
        return alter(o.table, QStringLiteral("DROP CONSTRAINT %1, ADD %2").arg(id(name), constraintText(constraint)));
    };
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &) { return Status(); }, // it is always called PRIMARY
        [&](const schema::Unique &) {
            return alter(o.table, QStringLiteral("RENAME INDEX %1 TO %2").arg(id(name), id(o.to)));
        },
        [&](const schema::ForeignKey &wanted) -> Status {
            // The index that the server made for the key has the key's name and follows it: left behind, it may or may
            // not be taken away by the one that comes with the new key.
            const std::optional<Constraint> known = find(table(o.table), wanted);
            schema::ForeignKey key = known ? std::get<schema::ForeignKey>(*known) : wanted;
            QString action = QLatin1String("DROP FOREIGN KEY ") + id(name);
            if (const qsizetype at = indexOfKey(table(o.table), key); at >= 0) {
                const schema::Index &index = table(o.table).indexes[size_t(at)];
                action += QStringLiteral(", DROP INDEX %1, ADD %2 %3 (%4)%5")
                              .arg(id(index.name), indexKind(index), id(o.to), indexItems(index), indexOptions(index));
            } else if (const QString made = implicitIndex(table(o.table), key); !made.isEmpty()) {
                action += QLatin1String(", DROP INDEX ") + id(made);
            }
            key.name = o.to;
            return alter(o.table, action + QLatin1String(", ADD ") + constraintText(key));
        },
        [&](const schema::Check &check) { return again(check); },
        [&](const schema::Exclusion &) { return Status(); },
    }, o.constraint);
}

Status MysqlDdl::write(const RenameIndex &o)
{
    return alter(o.table, QStringLiteral("RENAME INDEX %1 TO %2").arg(id(o.index.name), id(o.to)));
}

Status MysqlDdl::write(const ReplaceView &o)
{
    if (o.from.name != o.to.name)
        JOINERY_TRY(DdlWriter::write(DropView{o.from}));
    const size_t at = m_steps.size();
    addView(o.to);
    if (o.from.name == o.to.name)
        m_steps[at].sql.replace(0, 6, QStringLiteral("CREATE OR REPLACE"));
    return {};
}

} // namespace joinery::dialect
