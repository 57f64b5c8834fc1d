// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/describe.h"

#include "core/operation/lookup.h"

namespace joinery::operation {

namespace {

QString constraintText(const Name &table, const Constraint &constraint)
{
    const QString name = nameOf(constraint);
    if (!name.isEmpty())
        return QStringLiteral("%1 %2 of %3").arg(kindOf(constraint), name, table.toString());
    const QStringList columns = std::visit(Overloaded{
        [](const schema::PrimaryKey &key) { return key.columns; },
        [](const schema::Unique &unique) { return unique.columns; },
        [](const schema::ForeignKey &key) { return key.columns; },
        [](const schema::Check &check) { return QStringList{check.expression}; },
        [](const schema::Exclusion &exclusion) { return QStringList{exclusion.definition}; },
    }, constraint);
    return QStringLiteral("%1 %2(%3)").arg(kindOf(constraint), table.toString(), columns.join(QLatin1String(", ")));
}

QString defaultText(const std::optional<schema::Default> &value)
{
    if (!value)
        return QStringLiteral("none");
    return value->kind == schema::Default::Kind::Literal ? QString(u'\'' + value->text + u'\'') : value->text;
}

/// "type Integer to Numeric(8, 2), not null"
QString alterations(const schema::Column &from, const schema::Column &to)
{
    QStringList parts;
    if (from.type != to.type) {
        const QString old = from.type.toString();
        const QString fresh = to.type.toString();
        parts << (old == fresh ? QStringLiteral("type") : QStringLiteral("type %1 to %2").arg(old, fresh));
    }
    if (from.nullable != to.nullable)
        parts << (to.nullable ? QStringLiteral("allow null") : QStringLiteral("not null"));
    if (from.defaultValue != to.defaultValue)
        parts << QStringLiteral("default %1 to %2").arg(defaultText(from.defaultValue), defaultText(to.defaultValue));
    if (from.identity != to.identity)
        parts << (to.identity ? QStringLiteral("identity") : QStringLiteral("no identity"));
    if (from.computed != to.computed)
        parts << (to.computed ? QStringLiteral("generated as ") + to.computed->expression : QStringLiteral("not generated"));
    if (from.collation != to.collation)
        parts << QStringLiteral("collation");
    if (from.charset != to.charset)
        parts << QStringLiteral("character set");
    if (from.onUpdate != to.onUpdate)
        parts << QStringLiteral("on update");
    if (from.comment != to.comment)
        parts << QStringLiteral("comment");
    if (from.options != to.options)
        parts << QStringLiteral("options");
    return parts.join(QLatin1String(", "));
}

QString of(const Name &table, const QString &part) { return table.toString() + u'.' + part; }

QString word(schema::Definition::Kind kind)
{
    using Kind = schema::Definition::Kind;
    switch (kind) {
    case Kind::Extension: return QStringLiteral("extension");
    case Kind::SchemaNamespace: return QStringLiteral("schema");
    case Kind::Domain: return QStringLiteral("domain");
    case Kind::CompositeType: return QStringLiteral("composite type");
    case Kind::RangeType: return QStringLiteral("range type");
    case Kind::Function: return QStringLiteral("function");
    case Kind::Procedure: return QStringLiteral("procedure");
    case Kind::Aggregate: return QStringLiteral("aggregate");
    case Kind::Operator: return QStringLiteral("operator");
    case Kind::Trigger: return QStringLiteral("trigger");
    case Kind::Rule: return QStringLiteral("rule");
    case Kind::Policy: return QStringLiteral("policy");
    case Kind::Event: return QStringLiteral("event");
    case Kind::Statistics: return QStringLiteral("statistics");
    case Kind::VirtualTable: return QStringLiteral("virtual table");
    case Kind::Other: break;
    }
    return QStringLiteral("definition");
}

QString text(const schema::Definition &definition)
{
    return word(definition.kind) + u' ' + definition.name.toString();
}

class Description
{
public:
    QString operator()(const CreateTable &o) const { return line(u"create table", o.table.name.toString()); }
    QString operator()(const DropTable &o) const { return line(u"drop table", o.table.name.toString()); }
    QString operator()(const RenameTable &o) const { return renamed(u"table", o.from.toString(), o.to.toString()); }
    QString operator()(const AlterTableOptions &o) const { return line(u"change options of table", o.table.toString()); }
    QString operator()(const SetTableComment &o) const { return line(u"comment table", o.table.toString()); }
    QString operator()(const AddColumn &o) const
    {
        return line(u"add column", of(o.table, o.column.name)) + QLatin1String(" ") + o.column.type.toString();
    }
    QString operator()(const DropColumn &o) const { return line(u"drop column", of(o.table, o.column.name)); }
    QString operator()(const RenameColumn &o) const { return renamed(u"column", of(o.table, o.from), o.to); }
    QString operator()(const AlterColumn &o) const
    {
        return line(u"alter column", of(o.table, o.from.name)) + QLatin1String(": ") + alterations(o.from, o.to);
    }
    QString operator()(const AddConstraint &o) const { return line(u"add", constraintText(o.table, o.constraint)); }
    QString operator()(const DropConstraint &o) const { return line(u"drop", constraintText(o.table, o.constraint)); }
    QString operator()(const RenameConstraint &o) const
    {
        return line(u"rename", constraintText(o.table, o.constraint)) + QLatin1String(" to ") + o.to;
    }
    QString operator()(const CreateIndex &o) const
    {
        return line(o.index.unique ? u"create unique index" : u"create index", of(o.table, o.index.name));
    }
    QString operator()(const DropIndex &o) const { return line(u"drop index", of(o.table, o.index.name)); }
    QString operator()(const RenameIndex &o) const { return renamed(u"index", of(o.table, o.index.name), o.to); }
    QString operator()(const CreateEnum &o) const { return line(u"create enum", o.type.name.toString()); }
    QString operator()(const DropEnum &o) const { return line(u"drop enum", o.type.name.toString()); }
    QString operator()(const RenameEnum &o) const { return renamed(u"enum", o.from.toString(), o.to.toString()); }
    QString operator()(const AddEnumValue &o) const { return line(u"add value", o.value) + QLatin1String(" to enum ") + o.type.toString(); }
    QString operator()(const RenameEnumValue &o) const { return renamed(u"enum value", of(o.type, o.from), o.to); }
    QString operator()(const RebuildEnum &o) const { return line(u"rebuild enum", o.from.name.toString()); }
    QString operator()(const CreateSequence &o) const { return line(u"create sequence", o.sequence.name.toString()); }
    QString operator()(const DropSequence &o) const { return line(u"drop sequence", o.sequence.name.toString()); }
    QString operator()(const AlterSequence &o) const { return line(u"alter sequence", o.from.name.toString()); }
    QString operator()(const CreateView &o) const { return line(u"create view", o.view.name.toString()); }
    QString operator()(const DropView &o) const { return line(u"drop view", o.view.name.toString()); }
    QString operator()(const ReplaceView &o) const { return line(u"replace view", o.from.name.toString()); }
    QString operator()(const CreateDefinition &o) const { return line(u"create", text(o.definition)); }
    QString operator()(const DropDefinition &o) const { return line(u"drop", text(o.definition)); }
    QString operator()(const ReplaceDefinition &o) const { return line(u"replace", text(o.from)); }
    QString operator()(const ExecuteSql &o) const
    {
        if (!o.description.isEmpty())
            return o.description;
        const QString sql = o.up.simplified();
        return line(u"execute", sql.size() > 60 ? QString(sql.left(59) + u'…') : sql);
    }

private:
    static QString line(QStringView verb, const QString &object) { return QString(verb + u' ' + object); }
    static QString renamed(QStringView kind, const QString &from, const QString &to)
    {
        return QStringLiteral("rename %1 %2 to %3").arg(kind, from, to);
    }
};

/// "CreateTable" to "create_table".
QString snake(const char *name)
{
    QString word;
    for (const char *c = name; *c; ++c) {
        const QChar letter = QLatin1Char(*c);
        if (letter.isUpper() && !word.isEmpty())
            word += u'_';
        word += letter.toLower();
    }
    return word;
}

class Kind
{
public:
#define JOINERY_KIND(T) QString operator()(const T &) const { return snake(#T); }
    JOINERY_OPERATIONS(JOINERY_KIND)
#undef JOINERY_KIND
};

} // namespace

QString describeLoss(const Operation &operation)
{
    if (const auto *drop = std::get_if<DropTable>(&operation))
        return QStringLiteral("table %1 with its rows").arg(drop->table.name.toString());
    if (const auto *drop = std::get_if<DropColumn>(&operation))
        return QStringLiteral("column %1 with its values").arg(of(drop->table, drop->column.name));
    if (const auto *alter = std::get_if<AlterColumn>(&operation)) {
        const QString column = of(alter->table, alter->from.name);
        return alter->to.computed ? QStringLiteral("the values of column %1, which is computed from then on").arg(column)
                                  : QStringLiteral("values of column %1 that %2 cannot hold").arg(column, alter->to.type.toString());
    }
    if (const auto *rebuild = std::get_if<RebuildEnum>(&operation))
        return QStringLiteral("which of the values that become one in enum %1 a row had").arg(rebuild->from.name.toString());
    return describe(operation);
}

QString describe(const Operation &operation)
{
    return std::visit(Description(), operation);
}

QString kind(const Operation &operation)
{
    return std::visit(Kind(), operation);
}

} // namespace joinery::operation
