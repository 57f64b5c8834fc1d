// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

#include "core/operation/apply.h"

namespace joinery::dialect::script {

using schema::Name;
using schema::Table;

namespace {

QStringList itemsOf(const Node &list)
{
    QStringList parts;
    for (const Node &each : list.list("items"))
        parts.append(each.value());
    return parts;
}

/// What COMMENT ON and DROP name: a list of parts, a type, or one word.
QStringList partsOf(const Node &object)
{
    if (object.is("TypeName"))
        return object.names("names");
    if (object.is("ObjectWithArgs"))
        return object.names("objname");
    return object.is("List") ? itemsOf(object) : QStringList{object.value()};
}

} // namespace

schema::Definition &ScriptReader::define(Definition::Kind kind, const Name &name, const QString &createSql, const QString &dropSql)
{
    Definition made;
    made.kind = kind;
    made.name = name;
    made.createSql = createSql;
    made.dropSql = dropSql;
    m_inspection.catalog.definitions.push_back(std::move(made));
    return m_inspection.catalog.definitions.back();
}

schema::Definition *ScriptReader::definition(std::initializer_list<Definition::Kind> kinds, const Name &name, const Name &table)
{
    for (Definition &each : m_inspection.catalog.definitions) {
        if (std::ranges::find(kinds, each.kind) != kinds.end() && each.name == name && (table.isEmpty() || each.table == table))
            return &each;
    }
    return nullptr;
}

/// Tables, views, their columns and their constraints.
bool ScriptReader::commentOnTable(const QString &kind, const QStringList &parts, const QString &text)
{
    schema::Catalog &catalog = m_inspection.catalog;
    if (kind == QLatin1String("OBJECT_TABLE") || kind == QLatin1String("OBJECT_FOREIGN_TABLE")) {
        Table *table = catalog.table(foundName(parts));
        if (table)
            table->comment = text;
        return table;
    }
    if (kind == QLatin1String("OBJECT_VIEW") || kind == QLatin1String("OBJECT_MATVIEW")) {
        for (schema::View &view : catalog.views) {
            if (view.name == foundName(parts)) {
                view.comment = text;
                return true;
            }
        }
        return false;
    }
    const Name owner = foundName(parts.first(parts.size() - 1));
    if (kind == QLatin1String("OBJECT_COLUMN")) {
        Table *table = catalog.table(owner);
        if (schema::Column *column = table ? table->column(parts.last()) : nullptr) {
            column->comment = text;
            return true;
        }
        for (schema::View &view : catalog.views) {
            if (view.name != owner)
                continue;
            for (schema::Column &column : view.columns) {
                if (column.name == parts.last()) {
                    column.comment = text;
                    return true;
                }
            }
            return false;
        }
        return false;
    }
    Table *table = kind == QLatin1String("OBJECT_TABCONSTRAINT") ? catalog.table(owner) : nullptr;
    if (!table)
        return false;
    const QString name = parts.last();
    const auto take = [&](auto &list) {
        for (auto &each : list) {
            if (each.name == name) {
                each.comment = text;
                return true;
            }
        }
        return false;
    };
    if (table->primaryKey && table->primaryKey->name == name) {
        table->primaryKey->options.insert(QStringLiteral("comment"), text);
        return true;
    }
    return take(table->uniques) || take(table->foreignKeys) || take(table->checks) || take(table->exclusions);
}

void ScriptReader::comment(const Node &statement)
{
    using Kind = Definition::Kind;
    const QString kind = statement.text("objtype"), text = statement.text("comment");
    const Node object = statement.child("object");
    const QStringList parts = partsOf(object);
    const Name name = foundName(parts);
    // The server's own schema and its extensions bring comments with them.
    if (kind == QLatin1String("OBJECT_EXTENSION") || (kind == QLatin1String("OBJECT_SCHEMA") && parts.first() == QLatin1String("public")))
        return;
    if (commentOnTable(kind, parts, text) || commentOnPart(kind, object, text))
        return;
    if (kind == QLatin1String("OBJECT_INDEX")) {
        for (Table &table : m_inspection.catalog.tables) {
            for (schema::Index &index : table.indexes) {
                if (Name(table.name.schema, index.name) == name) {
                    index.comment = text;
                    return;
                }
            }
        }
    } else if (kind == QLatin1String("OBJECT_SEQUENCE")) {
        if (schema::Sequence *each = sequence(name)) {
            each->comment = text;
            return;
        }
    } else if (schema::EnumType *type = kind == QLatin1String("OBJECT_TYPE") ? m_inspection.catalog.enumType(name) : nullptr) {
        type->comment = text;
        return;
    }
    QString on;
    Definition *each = commentedObject(statement, on);
    if (each) {
    } else if (kind == QLatin1String("OBJECT_TYPE") || kind == QLatin1String("OBJECT_DOMAIN")) {
        each = definition({Kind::Domain, Kind::CompositeType, Kind::RangeType}, name);
        on = (each && each->kind == Kind::Domain ? QLatin1String("DOMAIN ") : QLatin1String("TYPE ")) + quoted(name);
    } else if (kind == QLatin1String("OBJECT_SCHEMA")) {
        each = definition({Kind::SchemaNamespace}, Name(parts.first()));
        on = QLatin1String("SCHEMA ") + m_dialect.quoteIfNeeded(parts.first());
    } else if (kind == QLatin1String("OBJECT_STATISTIC_EXT")) {
        each = definition({Kind::Statistics}, name);
        on = QLatin1String("STATISTICS ") + quoted(name);
    } else if (kind == QLatin1String("OBJECT_TRIGGER") || kind == QLatin1String("OBJECT_RULE") || kind == QLatin1String("OBJECT_POLICY")) {
        const Name table = foundName(parts.first(parts.size() - 1));
        each = definition({kind == QLatin1String("OBJECT_TRIGGER") ? Kind::Trigger : kind == QLatin1String("OBJECT_RULE") ? Kind::Rule : Kind::Policy},
                          Name(table.schema, parts.last()), table);
        on = QStringLiteral("%1 %2 ON %3").arg(kind.mid(7), m_dialect.quoteIfNeeded(parts.last()), quoted(table));
    } else if (kind == QLatin1String("OBJECT_FUNCTION") || kind == QLatin1String("OBJECT_PROCEDURE") || kind == QLatin1String("OBJECT_AGGREGATE")) {
        QStringList types;
        for (const Node &type : object.list("objargs"))
            types.append(formatType(type, false));
        for (Definition &candidate : m_inspection.catalog.definitions) {
            const bool routine = candidate.kind == Kind::Function || candidate.kind == Kind::Procedure || candidate.kind == Kind::Aggregate;
            const QStringList own = candidate.signature.split(QLatin1String(", "), Qt::SkipEmptyParts);
            bool same = routine && candidate.name == name && own.size() == types.size();
            for (qsizetype i = 0; same && i < own.size(); ++i)
                same = own.at(i).endsWith(types.at(i));
            if (same)
                each = &candidate;
        }
        if (each)
            on = QStringLiteral("%1 %2(%3)").arg(kind.mid(7), quoted(name), each->signature.isEmpty() && each->kind == Kind::Aggregate
                                                                               ? QStringLiteral("*") : each->signature);
    }
    if (!each)
        return notKept(name.toString(), QStringLiteral("the comment on %1").arg(kind.mid(7).toLower()));
    each->comment = text;
    each->createSql += QStringLiteral(";\nCOMMENT ON %1 IS %2").arg(on, literal(text));
}

void ScriptReader::drop(const Node &statement)
{
    schema::Catalog &catalog = m_inspection.catalog;
    const QString kind = statement.text("removeType");
    for (const Node &object : statement.list("objects")) {
        const QStringList parts = partsOf(object);
        const Name name = foundName(parts);
        const auto named = [&](const auto &each) { return each.name == name; };
        size_t gone = 0;
        if (kind == QLatin1String("OBJECT_TABLE")) {
            gone = std::erase_if(catalog.tables, named);
            std::erase_if(catalog.definitions, [&](const Definition &each) { return each.table == name; });
            std::erase_if(catalog.sequences, [&](const schema::Sequence &each) { return each.ownedByTable == name; });
        } else if (kind == QLatin1String("OBJECT_VIEW") || kind == QLatin1String("OBJECT_MATVIEW")) {
            gone = std::erase_if(catalog.views, named);
        } else if (kind == QLatin1String("OBJECT_SEQUENCE")) {
            gone = std::erase_if(catalog.sequences, named);
        } else if (kind == QLatin1String("OBJECT_INDEX")) {
            for (Table &table : catalog.tables)
                gone += std::erase_if(table.indexes, [&](const schema::Index &each) { return Name(table.name.schema, each.name) == name; });
        } else if (kind == QLatin1String("OBJECT_TYPE") || kind == QLatin1String("OBJECT_DOMAIN")) {
            gone = std::erase_if(catalog.enums, named) + std::erase_if(catalog.definitions, named);
        } else if (kind == QLatin1String("OBJECT_TRIGGER") || kind == QLatin1String("OBJECT_RULE") || kind == QLatin1String("OBJECT_POLICY")) {
            const Name table = foundName(parts.first(parts.size() - 1));
            gone = std::erase_if(catalog.definitions, [&](const Definition &each) { return each.table == table && each.name.name == parts.last(); });
        } else if (kind == QLatin1String("OBJECT_FUNCTION") || kind == QLatin1String("OBJECT_PROCEDURE")) {
            gone = std::erase_if(catalog.definitions, named);
        } else if (kind == QLatin1String("OBJECT_SCHEMA") || kind == QLatin1String("OBJECT_EXTENSION")) {
            gone = std::erase_if(catalog.definitions, [&](const Definition &each) { return each.name == Name(parts.first()); });
        }
        if (gone == 0 && !statement.flag("missing_ok"))
            notKept(name.toString(), QStringLiteral("DROP of what the script does not make"));
    }
}

/// Constraints, indexes, sequences and views, which nothing names but themselves.
bool ScriptReader::renamePart(const QString &kind, const Name &name, const Node &statement)
{
    const QString from = statement.text("subname"), to = statement.text("newname");
    schema::Catalog &catalog = m_inspection.catalog;
    const auto take = [&](auto &list, const QString &old) {
        const auto at = std::ranges::find_if(list, [&](const auto &each) { return each.name == old; });
        if (at != list.end())
            at->name = to;
        return at != list.end();
    };
    if (Table *table = kind == QLatin1String("OBJECT_TABCONSTRAINT") ? catalog.table(name) : nullptr) {
        if (table->primaryKey && table->primaryKey->name == from) {
            table->primaryKey->name = to;
            return true;
        }
        return take(table->uniques, from) || take(table->foreignKeys, from) || take(table->checks, from) || take(table->exclusions, from);
    }
    if (kind == QLatin1String("OBJECT_INDEX")) { // also that of a constraint
        return std::ranges::any_of(catalog.tables, [&](Table &table) {
            if (table.name.schema != name.schema)
                return false;
            const bool primary = table.primaryKey && table.primaryKey->name == name.name;
            if (primary)
                table.primaryKey->name = to;
            return primary || take(table.indexes, name.name) || take(table.uniques, name.name) || take(table.exclusions, name.name);
        });
    }
    if (kind == QLatin1String("OBJECT_SEQUENCE")) {
        schema::Sequence *each = sequence(name);
        if (!each)
            return false;
        const QString old = u'\'' + quoted(each->name) + u'\'';
        each->name.name = to;
        for (Table &table : catalog.tables) {
            for (schema::Column &column : table.columns) {
                if (column.defaultValue)
                    column.defaultValue->text.replace(old, u'\'' + quoted(each->name) + u'\'');
            }
        }
        return true;
    }
    return false;
}

void ScriptReader::rename(const Node &statement)
{
    const QString kind = statement.text("renameType"), to = statement.text("newname");
    const Name name = found(statement.plain("relation"));
    schema::Catalog &catalog = m_inspection.catalog;
    operation::Operation change;
    bool known = true;
    if (kind == QLatin1String("OBJECT_TABLE") && catalog.table(name)) {
        change = operation::RenameTable{name, Name(name.schema, to)};
        for (schema::Sequence &each : catalog.sequences) {
            if (each.ownedByTable == name)
                each.ownedByTable.name = to;
        }
    } else if (kind == QLatin1String("OBJECT_COLUMN") && catalog.table(name)) {
        change = operation::RenameColumn{name, statement.text("subname"), to};
        for (schema::Sequence &each : catalog.sequences) {
            if (each.ownedByTable == name && each.ownedByColumn == statement.text("subname"))
                each.ownedByColumn = to;
        }
    } else if (renamePart(kind, name, statement)) {
        return;
    } else {
        known = false;
    }
    if (!known)
        return notKept(name.toString(), QStringLiteral("a rename of %1").arg(kind.mid(7).toLower()));
    if (const auto done = operation::apply(catalog, change); !done)
        notKept(name.toString(), QStringLiteral("a rename (%1)").arg(done.error().message));
}

} // namespace joinery::dialect::script
