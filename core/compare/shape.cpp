// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/shape.h"

#include "core/compare/definition_form.h"
#include "core/compare/normal_default.h"
#include "core/compare/normal_form.h"

#include <QStringList>

namespace joinery::compare {

namespace {

/// Fields in a row, each with its length, so that no two rows are alike by chance.
class Fields
{
public:
    Fields &operator<<(const QString &text)
    {
        m_text += QString::number(text.size());
        m_text += u':';
        m_text += text;
        m_text += u';';
        return *this;
    }
    Fields &operator<<(bool value) { return *this << QString(value ? u'1' : u'0'); }
    Fields &operator<<(int value) { return *this << QString::number(value); }
    Fields &operator<<(const std::optional<qint64> &value) { return *this << (value ? QString::number(*value) : QString()); }
    Fields &operator<<(const std::optional<int> &value) { return *this << (value ? QString::number(*value) : QString()); }
    QString text() const { return m_text; }

private:
    QString m_text;
};

QString genericType(const schema::Type &type)
{
    Fields fields;
    fields << int(type.kind) << type.length << type.precision << type.scale << type.timezone << type.isUnsigned << type.binary
           << type.enumName.toString() << type.enumValues.join(u'\n') << type.dimensions;
    for (const schema::Type &element : type.element)
        fields << genericType(element);
    fields << type.nativeText.simplified().toLower();
    return fields.text();
}

} // namespace

QString Shape::name(const schema::Name &full) const
{
    return name(full.toString());
}

QString Shape::names(const QStringList &list) const
{
    Fields fields;
    for (const QString &each : list)
        fields << name(each);
    return fields.text();
}

QString Shape::map(const QMap<QString, QString> &options) const
{
    if (!m_sameEngine)
        return {};
    Fields fields;
    for (auto it = options.begin(); it != options.end(); ++it) {
        // How parameters were ordered, that ASC was spelt out, whether a view is filled, and what a NOT NULL is called says nothing of what they are.
        static const QStringList kSpelling{QStringLiteral("parameter_order"), QStringLiteral("ascending"), QStringLiteral("with_no_data"), QStringLiteral("not_null_name")};
        if (!kSpelling.contains(it.key()))
            fields << it.key() << it.value();
    }
    return fields.text();
}

QString Shape::expression(const QString &sql) const
{
    return normalExpression(sql, m_catalog.dialect);
}

QString Shape::of(const schema::Type &type) const
{
    schema::Type plain = type;
    const schema::EnumType *named = m_options.namedEnums || type.enumName.isEmpty() ? nullptr : m_catalog.enumType(type.enumName);
    if (named) {
        plain.enumName = {};
        plain.enumValues = named->values;
    }
    if (m_options.engineType)
        return genericType(m_options.engineType(plain));
    if (type.kind != schema::TypeKind::Native)
        plain.nativeText.clear();
    return genericType(plain);
}

QString Shape::of(const schema::Column &column, const schema::Table &table) const
{
    Fields fields;
    // A key makes its columns NOT NULL, whether or not that is written.
    const bool keyed = table.isInPrimaryKey(column.name) && m_catalog.dialect != QLatin1String("sqlite");
    fields << of(column.type) << (keyed ? false : column.nullable) << normalDefault(column, m_catalog.dialect);
    if (const auto &identity = column.identity) {
        fields << (m_sameEngine ? int(identity->kind) : 0);
        if (m_sameEngine)
            fields << identity->start << identity->increment << identity->minimum << identity->maximum << identity->cache << identity->cycle;
    }
    if (column.computed)
        fields << expression(column.computed->expression) << column.computed->stored;
    if (m_sameEngine)
        fields << column.collation << column.charset;
    fields << expression(column.onUpdate) << comment(column.comment) << map(column.options);
    return fields.text();
}

QString Shape::of(const schema::PrimaryKey &key) const
{
    return (Fields() << names(key.columns) << names(key.include) << int(key.deferral) << map(key.options)).text();
}

QString Shape::of(const schema::Unique &unique) const
{
    return (Fields() << names(unique.columns) << names(unique.include) << unique.nullsNotDistinct << int(unique.deferral)
                     << comment(unique.comment) << map(unique.options)).text();
}

QString Shape::of(const schema::ForeignKey &key) const
{
    QStringList referred = key.referredColumns;
    if (referred.isEmpty()) {
        const schema::Table *table = m_catalog.table(key.referredTable);
        if (table && table->primaryKey)
            referred = table->primaryKey->columns;
    }
    const auto action = [&](schema::ForeignKeyAction each) {
        return m_options.restrictIsNoAction && each == schema::ForeignKeyAction::Restrict ? int(schema::ForeignKeyAction::NoAction)
                                                                                         : int(each);
    };
    const QString match = key.match.compare(QLatin1String("simple"), Qt::CaseInsensitive) == 0 ? QString() : key.match.toUpper();
    return (Fields() << names(key.columns) << name(key.referredTable) << names(referred) << action(key.onDelete)
                     << action(key.onUpdate) << match << int(key.deferral) << key.validated << comment(key.comment)
                     << map(key.options)).text();
}

QString Shape::of(const schema::Check &check) const
{
    return (Fields() << expression(check.expression) << check.validated << check.enforced << check.noInherit
                     << comment(check.comment) << map(check.options)).text();
}

QString Shape::of(const schema::Exclusion &exclusion) const
{
    return (Fields() << exclusion.definition.simplified() << comment(exclusion.comment)).text();
}

QString Shape::of(const schema::Index &index) const
{
    Fields fields;
    for (const schema::IndexItem &item : index.items) {
        // Where a side says nothing of the order of NULLs, the engine's own follows from the direction.
        schema::NullsOrder nulls = item.nulls;
        if (nulls == (item.descending ? schema::NullsOrder::First : schema::NullsOrder::Last))
            nulls = schema::NullsOrder::Default;
        fields << name(item.column) << expression(item.expression) << item.descending << int(nulls) << item.collation
               << item.operatorClass << item.length;
    }
    const QString method = index.method.compare(QLatin1String("btree"), Qt::CaseInsensitive) == 0 ? QString() : index.method.toLower();
    fields << index.unique << index.nullsNotDistinct << method << expression(index.where) << names(index.include)
           << comment(index.comment) << map(index.options);
    return fields.text();
}

QString Shape::of(const schema::Sequence &sequence) const
{
    return (Fields() << sequence.dataType.toLower() << sequence.start << sequence.increment << sequence.minimum << sequence.maximum
                     << sequence.cache << sequence.cycle << name(sequence.ownedByTable) << sequence.ownedByColumn
                     << comment(sequence.comment)).text();
}

QString Shape::of(const schema::View &view) const
{
    Fields fields;
    fields << view.query.simplified() << view.materialized << comment(view.comment) << map(view.options);
    for (const QString &index : view.indexDefinitions)
        fields << index.simplified();
    return fields.text();
}

QString Shape::of(const schema::Definition &definition) const
{
    return (Fields() << normalDefinition(definition, m_catalog.dialect) << comment(definition.comment)).text();
}

QString Shape::options(const schema::Table &table) const
{
    return map(table.options);
}

} // namespace joinery::compare
