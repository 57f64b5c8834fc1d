// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/operation_text.h"

#include "core/operation/lookup.h"

#include <QCoreApplication>

namespace joinery::ui {

using namespace operation;

namespace {

/// Sentences as wholes, so that a language may put its words in an order of its own.
class OperationText
{
    Q_DECLARE_TR_FUNCTIONS(joinery::ui::OperationText)
public:
    QString operator()(const CreateTable &o) const { return tr("create table %1").arg(o.table.name.toString()); }
    QString operator()(const DropTable &o) const { return tr("drop table %1").arg(o.table.name.toString()); }
    QString operator()(const RenameTable &o) const { return tr("rename table %1 to %2").arg(o.from.toString(), o.to.toString()); }
    QString operator()(const AlterTableOptions &o) const { return tr("change options of table %1").arg(o.table.toString()); }
    QString operator()(const SetTableComment &o) const { return tr("comment table %1").arg(o.table.toString()); }
    QString operator()(const AddColumn &o) const
    {
        return tr("add column %1 %2", "name and type").arg(of(o.table, o.column.name), o.column.type.toString());
    }
    QString operator()(const DropColumn &o) const { return tr("drop column %1").arg(of(o.table, o.column.name)); }
    QString operator()(const RenameColumn &o) const { return tr("rename column %1 to %2").arg(of(o.table, o.from), o.to); }
    QString operator()(const AlterColumn &o) const
    {
        return tr("alter column %1: %2").arg(of(o.table, o.from.name), alterations(o.from, o.to));
    }
    QString operator()(const AddConstraint &o) const { return tr("add %1").arg(constraint(o.table, o.constraint)); }
    QString operator()(const DropConstraint &o) const { return tr("drop %1").arg(constraint(o.table, o.constraint)); }
    QString operator()(const RenameConstraint &o) const { return tr("rename %1 to %2").arg(constraint(o.table, o.constraint), o.to); }
    QString operator()(const CreateIndex &o) const
    {
        return (o.index.unique ? tr("create unique index %1") : tr("create index %1")).arg(of(o.table, o.index.name));
    }
    QString operator()(const DropIndex &o) const { return tr("drop index %1").arg(of(o.table, o.index.name)); }
    QString operator()(const RenameIndex &o) const { return tr("rename index %1 to %2").arg(of(o.table, o.index.name), o.to); }
    QString operator()(const CreateEnum &o) const { return tr("create enum %1").arg(o.type.name.toString()); }
    QString operator()(const DropEnum &o) const { return tr("drop enum %1").arg(o.type.name.toString()); }
    QString operator()(const RenameEnum &o) const { return tr("rename enum %1 to %2").arg(o.from.toString(), o.to.toString()); }
    QString operator()(const AddEnumValue &o) const { return tr("add value %1 to enum %2").arg(o.value, o.type.toString()); }
    QString operator()(const RenameEnumValue &o) const { return tr("rename enum value %1 to %2").arg(of(o.type, o.from), o.to); }
    QString operator()(const RebuildEnum &o) const { return tr("rebuild enum %1").arg(o.from.name.toString()); }
    QString operator()(const CreateSequence &o) const { return tr("create sequence %1").arg(o.sequence.name.toString()); }
    QString operator()(const DropSequence &o) const { return tr("drop sequence %1").arg(o.sequence.name.toString()); }
    QString operator()(const AlterSequence &o) const { return tr("alter sequence %1").arg(o.from.name.toString()); }
    QString operator()(const CreateView &o) const { return tr("create view %1").arg(o.view.name.toString()); }
    QString operator()(const DropView &o) const { return tr("drop view %1").arg(o.view.name.toString()); }
    QString operator()(const ReplaceView &o) const { return tr("replace view %1").arg(o.from.name.toString()); }
    QString operator()(const CreateDefinition &o) const { return tr("create %1").arg(definition(o.definition)); }
    QString operator()(const DropDefinition &o) const { return tr("drop %1").arg(definition(o.definition)); }
    QString operator()(const ReplaceDefinition &o) const { return tr("replace %1").arg(definition(o.from)); }
    QString operator()(const ExecuteSql &o) const
    {
        if (!o.description.isEmpty())
            return o.description;
        const QString sql = o.up.simplified();
        return tr("execute %1").arg(sql.size() > 60 ? QString(sql.left(59) + u'…') : sql);
    }

    static QString of(const Name &table, const QString &part) { return table.toString() + u'.' + part; }

    static QString alterations(const schema::Column &from, const schema::Column &to)
    {
        QStringList parts;
        if (from.type != to.type) {
            const QString old = from.type.toString();
            const QString fresh = to.type.toString();
            parts << (old == fresh ? tr("type") : tr("type %1 to %2").arg(old, fresh));
        }
        if (from.nullable != to.nullable)
            parts << (to.nullable ? tr("allow null") : tr("not null"));
        if (from.defaultValue != to.defaultValue)
            parts << tr("default %1 to %2").arg(defaultText(from.defaultValue), defaultText(to.defaultValue));
        if (from.identity != to.identity)
            parts << (to.identity ? tr("identity") : tr("no identity"));
        if (from.computed != to.computed)
            parts << (to.computed ? tr("generated as %1").arg(to.computed->expression) : tr("not generated"));
        if (from.collation != to.collation)
            parts << tr("collation");
        if (from.charset != to.charset)
            parts << tr("character set");
        if (from.onUpdate != to.onUpdate)
            parts << tr("on update");
        if (from.comment != to.comment)
            parts << tr("comment");
        if (from.options != to.options)
            parts << tr("options");
        return parts.join(QLatin1String(", "));
    }

private:
    static QString defaultText(const std::optional<schema::Default> &value)
    {
        if (!value)
            return tr("none", "no default");
        return value->kind == schema::Default::Kind::Literal ? QString(u'\'' + value->text + u'\'') : value->text;
    }

    static QString constraint(const Name &table, const Constraint &constraint)
    {
        struct Words
        {
            QString named, plain;
            QStringList columns;
        };
        const Words words = std::visit(Overloaded{
            [](const schema::PrimaryKey &key) { return Words{tr("primary key %1 of %2"), tr("primary key %1"), key.columns}; },
            [](const schema::Unique &unique) { return Words{tr("unique %1 of %2"), tr("unique %1"), unique.columns}; },
            [](const schema::ForeignKey &key) { return Words{tr("foreign key %1 of %2"), tr("foreign key %1"), key.columns}; },
            [](const schema::Check &check) { return Words{tr("check %1 of %2"), tr("check %1"), {check.expression}}; },
            [](const schema::Exclusion &exclusion) { return Words{tr("exclusion %1 of %2"), tr("exclusion %1"), {exclusion.definition}}; },
        }, constraint);
        const QString name = nameOf(constraint);
        if (!name.isEmpty())
            return words.named.arg(name, table.toString());
        return words.plain.arg(QString(table.toString() + u'(' + words.columns.join(QLatin1String(", ")) + u')'));
    }

    static QString definition(const schema::Definition &definition)
    {
        using Kind = schema::Definition::Kind;
        const QString name = definition.name.toString();
        switch (definition.kind) {
        case Kind::Extension: return tr("extension %1").arg(name);
        case Kind::SchemaNamespace: return tr("schema %1").arg(name);
        case Kind::Domain: return tr("domain %1").arg(name);
        case Kind::CompositeType: return tr("composite type %1").arg(name);
        case Kind::RangeType: return tr("range type %1").arg(name);
        case Kind::Function: return tr("function %1").arg(name);
        case Kind::Procedure: return tr("procedure %1").arg(name);
        case Kind::Aggregate: return tr("aggregate %1").arg(name);
        case Kind::Operator: return tr("operator %1").arg(name);
        case Kind::Trigger: return tr("trigger %1").arg(name);
        case Kind::Rule: return tr("rule %1").arg(name);
        case Kind::Policy: return tr("policy %1").arg(name);
        case Kind::Event: return tr("event %1").arg(name);
        case Kind::Statistics: return tr("statistics %1").arg(name);
        case Kind::VirtualTable: return tr("virtual table %1").arg(name);
        case Kind::Other: break;
        }
        return tr("definition %1").arg(name);
    }
};

} // namespace

QString operationText(const Operation &operation) { return std::visit(OperationText(), operation); }

QString lossText(const Operation &operation)
{
    if (const auto *drop = std::get_if<DropTable>(&operation))
        return OperationText::tr("table %1 with its rows").arg(drop->table.name.toString());
    if (const auto *drop = std::get_if<DropColumn>(&operation))
        return OperationText::tr("column %1 with its values").arg(OperationText::of(drop->table, drop->column.name));
    if (const auto *alter = std::get_if<AlterColumn>(&operation)) {
        const QString column = OperationText::of(alter->table, alter->from.name);
        return alter->to.computed ? OperationText::tr("the values of column %1, which is computed from then on").arg(column)
                                  : OperationText::tr("values of column %1 that %2 cannot hold").arg(column, alter->to.type.toString());
    }
    if (const auto *rebuild = std::get_if<RebuildEnum>(&operation))
        return OperationText::tr("which of the values that become one in enum %1 a row had").arg(rebuild->from.name.toString());
    return operationText(operation);
}

} // namespace joinery::ui
