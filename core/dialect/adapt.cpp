// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/adapt.h"

#include "core/dialect/generic/generic_dialect.h"

#include <QSet>

namespace joinery::dialect {

using schema::Catalog;
using schema::Column;
using schema::Default;
using schema::Identity;
using schema::Name;
using schema::Table;
using schema::Type;
using schema::TypeKind;

namespace {

class Adaptation
{
public:
    Adaptation(const Catalog &source, const Dialect &dialect) : m_source(source), m_dialect(dialect), m_can(dialect.capabilities()) {}

    Adapted run()
    {
        Catalog &catalog = m_result.catalog;
        catalog = m_source;
        catalog.dialect = m_dialect.name();
        catalog.serverVersion.clear();
        m_foreign = m_source.dialect != m_dialect.name();
        if (!m_can.namedEnums)
            catalog.enums.clear();
        dropPartitions();
        for (Table &table : catalog.tables)
            adaptTable(table);
        nameIndexes();
        if (!m_can.sequences) {
            for (const schema::Sequence &sequence : catalog.sequences)
                find(Severity::Warning, "PT906", sequence.uid, sequence.name.toString(), QStringLiteral("The sequence is left out."));
            catalog.sequences.clear();
        }
        adaptViews();
        adaptDefinitions();
        return std::move(m_result);
    }

private:
    bool isMysql() const { return m_dialect.name() == QLatin1String("mysql"); }
    bool isSqlite() const { return m_dialect.name() == QLatin1String("sqlite"); }
    bool isPostgresql() const { return m_dialect.name() == QLatin1String("postgresql"); }

    void find(Severity severity, const char *code, const Uid &subject, const QString &object, const QString &message)
    {
        m_result.findings.push_back({severity, QLatin1String(code), subject, object, message, {}});
    }
    static QString path(const Table &table, const QString &part) { return table.name.toString() + u'.' + part; }
    std::optional<QString> translated(const QString &expression) const
    {
        return m_foreign ? translateExpression(expression, m_source.dialect, m_dialect) : std::optional(expression);
    }
    Name plain(Name name) const
    {
        if (!m_can.schemas)
            name.schema.clear();
        return name;
    }

    void dropPartitions()
    {
        if (isPostgresql())
            return;
        std::erase_if(m_result.catalog.tables, [&](const Table &table) {
            const bool partition = table.options.contains(QStringLiteral("partition_of"));
            if (partition)
                find(Severity::Info, "PT907", table.uid, table.name.toString(),
                     QStringLiteral("The partition is left out: its rows belong to the whole table."));
            return partition;
        });
    }

    void adaptTable(Table &table)
    {
        const Table source = table;
        table.name = plain(table.name);
        if (m_foreign) {
            if (!m_source.dialect.isEmpty()) // one that is nobody's own may say things to several engines
                table.options.clear();
            table.storedDefinition.clear();
            table.uses.clear();
        }
        if (!m_can.comments)
            table.comment.clear();
        for (Column &column : table.columns)
            adaptColumn(table, column);
        if (table.primaryKey && m_foreign) {
            table.primaryKey->options.clear();
            table.primaryKey->include.clear();
            if (isMysql())
                table.primaryKey->name.clear();
        }
        for (schema::Unique &unique : table.uniques)
            adaptUnique(table, unique);
        for (schema::ForeignKey &key : table.foreignKeys)
            adaptForeignKey(table, key);
        adaptChecks(table);
        if (!isPostgresql()) {
            for (const schema::Exclusion &exclusion : table.exclusions)
                find(Severity::Warning, "PT903", exclusion.uid, path(table, exclusion.name), QStringLiteral("The exclusion constraint is left out."));
            table.exclusions.clear();
        }
        adaptIndexes(table);
        if (isMysql() && m_foreign)
            limitKeys(table, source);
    }

    // --- columns

    void adaptColumn(Table &table, Column &column)
    {
        adaptType(table, column);
        if (!m_can.comments)
            column.comment.clear();
        if (!m_foreign)
            return;
        column.options.clear();
        column.charset.clear();
        if (!column.collation.isEmpty()) {
            find(Severity::Info, "PT905", column.uid, path(table, column.name),
                 QStringLiteral("The collation %1 is left out.").arg(column.collation));
            column.collation.clear();
        }
        if (!column.onUpdate.isEmpty() && !isMysql()) {
            find(Severity::Warning, "PT905", column.uid, path(table, column.name),
                 QStringLiteral("ON UPDATE %1 is left out.").arg(column.onUpdate));
            column.onUpdate.clear();
        }
        if (column.computed) {
            if (const std::optional<QString> expression = translated(column.computed->expression)) {
                column.computed->expression = *expression;
                column.computed->stored = column.computed->stored || isPostgresql();
            } else {
                find(Severity::Warning, "PT901", column.uid, path(table, column.name),
                     QStringLiteral("The column is a plain one: its expression was not understood: %1").arg(column.computed->expression));
                column.computed.reset();
            }
        }
        adaptDefault(table, column);
        adaptIdentity(table, column);
    }

    void adaptDefault(const Table &table, Column &column)
    {
        if (!column.defaultValue || column.defaultValue->kind == Default::Kind::Literal)
            return;
        const auto *dialect = dynamic_cast<const GenericDialect *>(&m_dialect);
        const std::optional<QString> text = translated(column.defaultValue->text);
        if (text && dialect) {
            column.defaultValue = dialect->parseDefault(*text, column.type);
            return;
        }
        find(Severity::Warning, "PT901", column.uid, path(table, column.name),
             QStringLiteral("The default is left out: it was not understood: %1").arg(column.defaultValue->text));
        column.defaultValue.reset();
    }

    void adaptType(Table &table, Column &column)
    {
        Type &type = column.type;
        if (type.kind == TypeKind::Enum) {
            type = withEnumValues(type, m_source);
            if (m_can.namedEnums) {
                if (type.enumName.isEmpty())
                    nameEnum(table, column);
                type.enumValues.clear();
            } else if (m_can.inlineEnums) {
                type.enumName = Name();
                if (type.nativeDialect != m_dialect.name())
                    type.nativeText.clear();
            } else {
                spellOutEnum(table, column);
            }
            return;
        }
        if (type.nativeDialect == m_dialect.name() || type.nativeDialect.isEmpty()) {
            if (!m_foreign)
                return;
        }
        if (type.kind == TypeKind::Native && type.nativeDialect != m_dialect.name())
            find(Severity::Warning, "PT902", column.uid, path(table, column.name),
                 QStringLiteral("The type %1 has no equal: the column becomes %2.").arg(type.nativeText, m_dialect.typeText(Type::of(TypeKind::Text))));
        if (type.kind == TypeKind::Array && !isPostgresql())
            find(Severity::Warning, "PT902", column.uid, path(table, column.name),
                 QStringLiteral("The engine has no arrays: the column becomes %1.").arg(m_dialect.typeText(type)));
        if (type.nativeDialect != m_dialect.name()) {
            type.nativeText.clear();
            type.nativeDialect.clear();
            if (type.kind != TypeKind::Array)
                type = m_dialect.parseType(m_dialect.typeText(type));
        }
    }

    /// An enumeration that stood in its column gets a name and a type of its own.
    void nameEnum(const Table &table, Column &column)
    {
        Name name(table.name.schema, table.name.name + u'_' + column.name);
        if (!m_result.catalog.enumType(name)) {
            schema::EnumType type;
            type.name = name;
            type.values = column.type.enumValues;
            m_result.catalog.enums.push_back(type);
        }
        column.type.enumName = name;
        column.type.nativeText.clear();
        column.type.nativeDialect.clear();
    }

    /// VARCHAR and a check of its values.
    void spellOutEnum(Table &table, Column &column)
    {
        qsizetype longest = 1;
        QStringList values;
        for (const QString &value : column.type.enumValues) {
            longest = std::max(longest, value.size());
            values << m_dialect.literal(driver::Value::text(value));
        }
        column.type = m_dialect.parseType(m_dialect.typeText(Type::string(int(longest))));
        if (values.isEmpty())
            return;
        schema::Check check;
        check.name = QStringLiteral("ck_%1_%2").arg(table.name.name, column.name);
        check.expression = m_dialect.quoteIfNeeded(column.name) + QLatin1String(" IN (") + values.join(QLatin1String(", ")) + u')';
        m_ownChecks.insert(check.name);
        table.checks.push_back(check);
    }

    void adaptIdentity(const Table &table, Column &column)
    {
        const bool soleKey = table.primaryKey && table.primaryKey->columns == QStringList{column.name};
        const bool whole = column.type.kind == TypeKind::Integer || column.type.kind == TypeKind::BigInteger
            || column.type.kind == TypeKind::SmallInteger;
        // SQLite numbers every INTEGER PRIMARY KEY by itself, without being told to.
        const bool isReference = std::ranges::any_of(table.foreignKeys, [&](const schema::ForeignKey &key) {
            return key.columns.contains(column.name);
        });
        if (m_source.dialect == QLatin1String("sqlite") && soleKey && !column.identity && !isReference && !column.defaultValue
            && column.type.kind == TypeKind::Integer)
            column.identity = Identity{.kind = Identity::Kind::ByDefault};
        if (!column.identity)
            return;
        if (soleKey)
            column.nullable = false;
        Identity &identity = *column.identity;
        if (isPostgresql()) {
            if (identity.kind == Identity::Kind::Auto)
                identity.kind = Identity::Kind::ByDefault;
            if (!whole)
                column.type = Type::of(TypeKind::BigInteger);
        } else if (isSqlite() && (!soleKey || !whole)) {
            find(Severity::Warning, "PT905", column.uid, path(table, column.name),
                 QStringLiteral("The engine only counts a primary key of one column: the numbers must be given."));
            column.identity.reset();
            return;
        } else if (isSqlite()) {
            identity = Identity{.kind = Identity::Kind::Auto};
            column.type = m_dialect.parseType(QStringLiteral("INTEGER"));
        } else if (isMysql()) {
            identity = Identity{.kind = Identity::Kind::Auto};
        }
        column.defaultValue.reset();
    }

    // --- constraints and indexes

    void adaptUnique(const Table &table, schema::Unique &unique)
    {
        if (!m_foreign)
            return;
        unique.options.clear();
        unique.comment.clear();
        if (!m_can.includeColumns)
            unique.include.clear();
        if (!isPostgresql() && (unique.nullsNotDistinct || unique.deferral != schema::Deferral::NotDeferrable)) {
            find(Severity::Warning, "PT905", unique.uid, path(table, unique.name),
                 QStringLiteral("DEFERRABLE and NULLS NOT DISTINCT are left out."));
            unique.nullsNotDistinct = false;
            unique.deferral = schema::Deferral::NotDeferrable;
        }
    }

    void adaptForeignKey(const Table &table, schema::ForeignKey &key)
    {
        key.referredTable = plain(key.referredTable);
        if (!m_foreign)
            return;
        key.options.clear();
        if (!isPostgresql())
            key.comment.clear();
        key.validated = key.validated || !isPostgresql();
        if (key.referredColumns.isEmpty() && !isSqlite()) {
            const Table *referred = m_source.table(key.referredTable);
            if (referred && referred->primaryKey)
                key.referredColumns = referred->primaryKey->columns;
        }
        if (isMysql()) {
            if (key.deferral != schema::Deferral::NotDeferrable)
                find(Severity::Warning, "PT905", key.uid, path(table, key.name), QStringLiteral("DEFERRABLE is left out."));
            if (key.onDelete == schema::ForeignKeyAction::SetDefault || key.onUpdate == schema::ForeignKeyAction::SetDefault)
                find(Severity::Warning, "PT905", key.uid, path(table, key.name), QStringLiteral("SET DEFAULT becomes NO ACTION."));
            for (schema::ForeignKeyAction *action : {&key.onDelete, &key.onUpdate}) {
                if (*action == schema::ForeignKeyAction::SetDefault)
                    *action = schema::ForeignKeyAction::NoAction;
            }
            key.deferral = schema::Deferral::NotDeferrable;
            key.match.clear();
        }
    }

    void adaptChecks(Table &table)
    {
        if (!m_foreign)
            return;
        std::vector<schema::Check> kept;
        for (schema::Check check : table.checks) {
            if (m_ownChecks.contains(check.name)) {
                kept.push_back(check);
                continue;
            }
            const std::optional<QString> expression = translated(check.expression);
            if (!expression) {
                find(Severity::Warning, "PT901", check.uid, path(table, check.name),
                     QStringLiteral("The check is left out: it was not understood: %1").arg(check.expression));
                continue;
            }
            check.expression = *expression;
            check.options.clear();
            check.enforced = true;
            check.validated = true;
            check.noInherit = check.noInherit && isPostgresql();
            if (!isPostgresql())
                check.comment.clear();
            kept.push_back(check);
        }
        table.checks = kept;
    }

    void adaptIndexes(Table &table)
    {
        if (!m_foreign)
            return;
        std::vector<schema::Index> kept;
        for (schema::Index index : table.indexes) {
            const QString object = path(table, index.name);
            const bool hasExpression = std::ranges::any_of(index.items, [](const schema::IndexItem &item) { return !item.expression.isEmpty(); });
            const bool partial = !index.where.isEmpty();
            const std::optional<QString> where = translated(index.where);
            const bool special = index.method == QLatin1String("FULLTEXT") || index.method == QLatin1String("SPATIAL")
                || index.method == QLatin1String("gin") || index.method == QLatin1String("gist")
                || index.method == QLatin1String("spgist") || index.method == QLatin1String("brin");
            if (special || (hasExpression && !m_can.expressionIndexes)) {
                find(Severity::Warning, "PT904", index.uid, object, QStringLiteral("The index is left out: the engine has no such index."));
                continue;
            }
            if (partial && (!m_can.partialIndexes || !where)) {
                if (index.unique) {
                    find(Severity::Warning, "PT904", index.uid, object,
                         QStringLiteral("The unique index is left out: without its condition it would forbid more."));
                    continue;
                }
                find(Severity::Info, "PT904", index.uid, object, QStringLiteral("The index holds all rows: its condition is left out."));
                index.where.clear();
            } else if (partial) {
                index.where = *where;
            }
            bool understood = true;
            for (schema::IndexItem &item : index.items) {
                const std::optional<QString> expression = translated(item.expression);
                understood = understood && expression;
                item.expression = expression.value_or(QString());
                item.collation.clear();
                item.operatorClass.clear();
                item.length.reset();
                if (!isPostgresql())
                    item.nulls = schema::NullsOrder::Default;
            }
            if (!understood) {
                find(Severity::Warning, "PT904", index.uid, object, QStringLiteral("The index is left out: its expression was not understood."));
                continue;
            }
            index.method.clear();
            index.options.clear();
            index.nullsNotDistinct = index.nullsNotDistinct && isPostgresql();
            if (!m_can.includeColumns)
                index.include.clear();
            if (!m_can.comments)
                index.comment.clear();
            kept.push_back(index);
        }
        table.indexes = kept;
    }

    /// MySQL cannot index a whole text: keys become VARCHAR, indexes hold the beginning.
    void limitKeys(Table &table, const Table &source)
    {
        const auto isText = [&](const QString &name) {
            const Column *column = table.column(name);
            return column && (column->type.kind == TypeKind::Text || column->type.kind == TypeKind::LargeBinary);
        };
        QStringList keys;
        if (source.primaryKey)
            keys << source.primaryKey->columns;
        for (const schema::Unique &unique : source.uniques)
            keys << unique.columns;
        for (const schema::ForeignKey &key : source.foreignKeys)
            keys << key.columns;
        for (const Table &other : m_source.tables) {
            for (const schema::ForeignKey &key : other.foreignKeys) {
                if (key.referredTable == source.name)
                    keys << key.referredColumns;
            }
        }
        for (const QString &name : keys) {
            if (!isText(name))
                continue;
            Column &column = *table.column(name);
            column.type = column.type.kind == TypeKind::Text ? Type::string(255) : m_dialect.parseType(QStringLiteral("varbinary(255)"));
            find(Severity::Warning, "PT902", column.uid, path(table, name), QStringLiteral("A key cannot be text without a limit: the column becomes %1.")
                                                                                .arg(m_dialect.typeText(column.type)));
        }
        for (schema::Index &index : table.indexes) {
            for (schema::IndexItem &item : index.items) {
                if (isText(item.column))
                    item.length = 191; // four bytes for each character
            }
        }
    }

    /// Names of indexes belong to the table on MySQL, to the schema elsewhere.
    void nameIndexes()
    {
        if (isMysql() || m_source.dialect != QLatin1String("mysql"))
            return;
        QSet<QString> names;
        for (Table &table : m_result.catalog.tables) {
            for (schema::Index &index : table.indexes) {
                if (names.contains(index.name.toLower()))
                    index.name = table.name.name + u'_' + index.name;
                names.insert(index.name.toLower());
            }
            for (schema::Unique &unique : table.uniques) {
                if (!isPostgresql() || unique.name.isEmpty())
                    continue;
                if (names.contains(unique.name.toLower()))
                    unique.name = table.name.name + u'_' + unique.name;
                names.insert(unique.name.toLower());
            }
        }
    }

    // --- what stands beside the tables

    void adaptViews()
    {
        std::erase_if(m_result.catalog.views, [&](schema::View &view) {
            if (!m_foreign)
                return false;
            const std::optional<QString> query = translated(view.query);
            if (!query) {
                find(Severity::Warning, "PT908", view.uid, view.name.toString(), QStringLiteral("The view is left out: its query was not understood."));
                return true;
            }
            view.query = *query;
            view.name = plain(view.name);
            view.storedDefinition.clear();
            view.options.clear();
            if (view.materialized && !m_can.materializedViews)
                find(Severity::Info, "PT908", view.uid, view.name.toString(), QStringLiteral("The materialized view becomes a plain one."));
            view.materialized = view.materialized && m_can.materializedViews;
            if (!view.materialized)
                view.indexDefinitions.clear();
            if (!m_can.comments)
                view.comment.clear();
            for (Column &column : view.columns) {
                column.type = m_dialect.parseType(m_dialect.typeText(withEnumValues(column.type, m_source)));
                if (!m_can.comments)
                    column.comment.clear();
            }
            return false;
        });
    }

    void adaptDefinitions()
    {
        if (!m_foreign || m_source.dialect.isEmpty())
            return;
        std::erase_if(m_result.catalog.definitions, [&](const schema::Definition &definition) {
            const bool keep = definition.kind == schema::Definition::Kind::SchemaNamespace && m_can.schemas;
            if (!keep)
                find(definition.kind == schema::Definition::Kind::Extension ? Severity::Info : Severity::Warning, "PT909", definition.uid,
                     definition.name.toString(), QStringLiteral("It is left out: it is written in the words of another engine."));
            return !keep;
        });
    }

    const Catalog &m_source;
    const Dialect &m_dialect;
    const Capabilities &m_can;
    bool m_foreign = false;
    QSet<QString> m_ownChecks;
    Adapted m_result;
};

} // namespace

bool isNative(const Catalog &catalog, const Dialect &dialect)
{
    if (dialect.capabilities().namedEnums)
        return catalog.dialect == dialect.name();
    const bool usesEnum = std::ranges::any_of(catalog.tables, [](const Table &table) {
        return std::ranges::any_of(table.columns, [](const Column &column) {
            return column.type.kind == TypeKind::Enum && column.type.nativeText.isEmpty() && !column.type.enumName.isEmpty();
        });
    });
    return catalog.dialect == dialect.name() && catalog.enums.empty() && !usesEnum;
}

Adapted adapt(const Catalog &catalog, const Dialect &dialect)
{
    return isNative(catalog, dialect) ? Adapted{catalog, {}} : Adaptation(catalog, dialect).run();
}

std::vector<Finding> portabilityFindings(const Catalog &catalog, const Dialect &dialect)
{
    return adapt(catalog, dialect).findings;
}

} // namespace joinery::dialect
