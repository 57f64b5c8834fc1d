// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/random_catalog.h"

#include "core/schema/sql_text.h"

namespace joinery::test {

using namespace schema;

namespace {

QStringList columnNames(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(column.name);
    return names;
}

} // namespace

// Never the same twice in a catalogue, so that every name has one meaning.
QString RandomCatalog::word()
{
    static const QStringList roots{QStringLiteral("book"),  QStringLiteral("Größe"), QStringLiteral("order"),
                                   QStringLiteral("x y"),   QStringLiteral("quo\"te"), QStringLiteral("ISBN"),
                                   QStringLiteral("naïve"), QStringLiteral("price")};
    return roots.at(below(int(roots.size()))) + QString::number(++m_count);
}

Name RandomCatalog::name() { return maybe() ? Name(word()) : Name(QStringLiteral("sales"), word()); }

QStringList RandomCatalog::some(const QStringList &from)
{
    QStringList chosen;
    for (const QString &candidate : from) {
        if (maybe())
            chosen.append(candidate);
    }
    return chosen.isEmpty() && !from.isEmpty() ? QStringList{from.first()} : chosen;
}

Type RandomCatalog::type(bool nested)
{
    Type type = Type::of(TypeKind(below(20)));
    switch (type.kind) {
    case TypeKind::String: type.length = 1 + below(300); break;
    case TypeKind::Numeric: type.precision = 10; type.scale = below(4); break;
    case TypeKind::DateTime: type.timezone = maybe(); type.precision = below(7); break;
    case TypeKind::Integer: type.isUnsigned = maybe(); break;
    case TypeKind::Json: type.binary = maybe(); break;
    case TypeKind::Enum: type.enumValues = QStringList{word(), word()}; break;
    case TypeKind::Native: type = Type::native(QStringLiteral("postgresql"), QStringLiteral("tsvector")); break;
    case TypeKind::Array:
        if (!nested)
            return Type::of(TypeKind::Text);
        type.element.push_back(this->type(false));
        type.dimensions = 1 + below(2);
        break;
    default: break;
    }
    return type;
}

Column RandomCatalog::column(const QStringList &others)
{
    Column column;
    column.uid = Uid::create();
    column.name = word();
    column.type = type();
    column.nullable = maybe();
    switch (below(5)) {
    case 0: column.defaultValue = Default{Default::Kind::Literal, QStringLiteral("it's")}; break;
    case 1: column.defaultValue = Default{Default::Kind::Expression, QStringLiteral("now()")}; break;
    case 2:
        column.identity = Identity{.kind = Identity::Kind(below(4)), .start = 9007199254740993, .cycle = maybe()};
        break;
    case 3:
        if (!others.isEmpty())
            column.computed = Computed{schema::spell(others.first(), QStringLiteral("postgresql")) + QLatin1String(" || 'x'"), maybe()};
        break;
    default: break;
    }
    if (maybe()) {
        column.collation = QStringLiteral("de_DE");
        column.charset = QStringLiteral("utf8mb4");
        column.onUpdate = QStringLiteral("now()");
        column.comment = word();
        column.options.insert(QStringLiteral("storage"), QStringLiteral("PLAIN"));
    }
    return column;
}

Index RandomCatalog::index(const Table &table)
{
    Index index;
    index.uid = Uid::create();
    index.name = word();
    for (const QString &column : some(columnNames(table))) {
        IndexItem item;
        item.column = column;
        item.descending = maybe();
        item.nulls = NullsOrder(below(3));
        if (maybe())
            item.length = below(20);
        if (maybe()) {
            item.column.clear();
            item.expression = QLatin1String("lower(") + schema::spell(column, QStringLiteral("postgresql")) + u')';
            item.operatorClass = QStringLiteral("text_pattern_ops");
            item.collation = QStringLiteral("C");
        }
        index.items.push_back(item);
    }
    index.unique = maybe();
    index.nullsNotDistinct = maybe();
    if (maybe()) {
        index.method = QStringLiteral("gin");
        index.where = QStringLiteral("1 = 1");
        index.comment = word();
        index.options.insert(QStringLiteral("fillfactor"), QStringLiteral("70"));
    }
    return index;
}

operation::Constraint RandomCatalog::constraint(const Table &table, const Catalog &catalog)
{
    const QStringList columns = columnNames(table);
    switch (below(5)) {
    case 0: {
        PrimaryKey key;
        key.uid = Uid::create();
        key.name = word();
        key.columns = some(columns);
        return key;
    }
    case 1: {
        Unique unique;
        unique.uid = Uid::create();
        unique.name = maybe() ? word() : QString();
        unique.columns = some(columns);
        unique.nullsNotDistinct = maybe();
        unique.deferral = Deferral(below(3));
        return unique;
    }
    case 2: {
        ForeignKey key;
        key.uid = Uid::create();
        key.name = maybe() ? word() : QString();
        key.columns = some(columns);
        const Table &target = catalog.tables.empty() ? table : catalog.tables[size_t(below(int(catalog.tables.size())))];
        key.referredTable = target.name;
        key.referredColumns = some(columnNames(target));
        key.onDelete = ForeignKeyAction(below(5));
        key.onUpdate = ForeignKeyAction(below(5));
        key.deferral = Deferral(below(3));
        key.validated = maybe();
        return key;
    }
    case 3: {
        Check check;
        check.uid = Uid::create();
        check.name = word();
        check.expression = schema::spell(columns.first(), QStringLiteral("postgresql")) + QLatin1String(" <> 'it''s'");
        check.enforced = maybe();
        check.noInherit = maybe();
        if (maybe())
            check.options.insert(QStringLiteral("column"), columns.first());
        return check;
    }
    default: {
        Exclusion exclusion;
        exclusion.uid = Uid::create();
        exclusion.name = word();
        exclusion.definition = QStringLiteral("EXCLUDE USING gist (during WITH &&)");
        return exclusion;
    }
    }
}

Table RandomCatalog::table(const Catalog &catalog)
{
    Table table;
    table.uid = Uid::create();
    table.name = name();
    const int columns = 1 + below(5);
    for (int i = 0; i < columns; ++i)
        table.columns.push_back(column(columnNames(table)));
    for (int i = below(4); i > 0; --i) {
        std::visit(operation::Overloaded{
            [&](const PrimaryKey &key) { table.primaryKey = key; },
            [&](const Unique &unique) { table.uniques.push_back(unique); },
            [&](const ForeignKey &key) { table.foreignKeys.push_back(key); },
            [&](const Check &check) { table.checks.push_back(check); },
            [&](const Exclusion &exclusion) { table.exclusions.push_back(exclusion); },
        }, constraint(table, catalog));
    }
    for (int i = below(3); i > 0; --i)
        table.indexes.push_back(index(table));
    if (maybe())
        table.comment = word();
    if (maybe())
        table.options.insert(QStringLiteral("engine"), QStringLiteral("InnoDB"));
    return table;
}

View RandomCatalog::view()
{
    View view;
    view.uid = Uid::create();
    view.name = name();
    view.query = QStringLiteral("SELECT 1 AS one");
    view.materialized = maybe();
    Column column;
    column.uid = Uid::create();
    column.name = QStringLiteral("one");
    column.type = Type::of(TypeKind::Integer);
    view.columns.push_back(column);
    if (view.materialized)
        view.indexDefinitions.push_back(QStringLiteral("CREATE INDEX i ON v (one)"));
    return view;
}

Definition RandomCatalog::definition(const Catalog &catalog)
{
    Definition definition;
    definition.kind = Definition::Kind(below(16));
    definition.uid = Uid::create();
    definition.name = name();
    definition.signature = QStringLiteral("integer, text");
    if (!catalog.tables.empty())
        definition.uses.push_back(catalog.tables.front().name);
    definition.createSql = QStringLiteral("CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql");
    definition.dropSql = QStringLiteral("DROP FUNCTION f()");
    return definition;
}

Sequence RandomCatalog::sequence()
{
    Sequence sequence;
    sequence.uid = Uid::create();
    sequence.name = name();
    sequence.start = 5;
    sequence.cycle = maybe();
    return sequence;
}

Catalog RandomCatalog::catalog()
{
    Catalog catalog;
    catalog.dialect = QStringLiteral("postgresql");
    catalog.serverVersion = QStringLiteral("15.20");
    for (int i = 1 + below(5); i > 0; --i)
        catalog.tables.push_back(table(catalog));
    for (int i = below(3); i > 0; --i)
        catalog.enums.push_back({Uid::create(), name(), {word(), word(), word()}, maybe() ? word() : QString()});
    for (const EnumType &type : catalog.enums) {
        if (maybe())
            continue;
        Column column = this->column({});
        column.type = Type::of(TypeKind::Enum);
        column.type.enumName = type.name;
        column.identity.reset();
        column.defaultValue = Default{Default::Kind::Literal, type.values.first()};
        catalog.tables.front().columns.push_back(column);
    }
    for (int i = below(3); i > 0; --i)
        catalog.sequences.push_back(sequence());
    for (int i = below(3); i > 0; --i)
        catalog.views.push_back(view());
    for (int i = below(3); i > 0; --i)
        catalog.definitions.push_back(definition(catalog));
    return catalog;
}

operation::Operation RandomCatalog::operation(const Catalog &catalog)
{
    using namespace operation;
    const auto any = [&](const auto &elements) { return elements[size_t(below(int(elements.size())))]; };
    const Table empty;
    const Table target = catalog.tables.empty() ? empty : any(catalog.tables);
    const QString columnName = target.columns.empty() ? QString() : any(target.columns).name;
    const Column column = target.column(columnName) ? *target.column(columnName) : Column();
    std::vector<Constraint> constraints;
    const auto collect = [&](const auto &elements) { constraints.insert(constraints.end(), elements.begin(), elements.end()); };
    if (target.primaryKey)
        constraints.push_back(*target.primaryKey);
    collect(target.uniques);
    collect(target.foreignKeys);
    collect(target.checks);
    collect(target.exclusions);
    if (target.columns.empty())
        return RenameTable{target.name, name()};
    const auto old = [&](const auto &elements, auto otherwise) { return elements.empty() ? otherwise : any(elements); };

    switch (below(int(std::variant_size_v<Operation>))) {
    case 0: return CreateTable{table(catalog)};
    case 1: return DropTable{target};
    case 2: return RenameTable{target.name, name()};
    case 3: return AlterTableOptions{target.name, target.options, {{QStringLiteral("engine"), word()}}};
    case 4: return SetTableComment{target.name, target.comment, word()};
    case 5: return AddColumn{target.name, this->column({}), maybe() ? std::optional(columnName) : std::nullopt, {}};
    case 6: return DropColumn{target.name, column, {}};
    case 7: return RenameColumn{target.name, columnName, word()};
    case 8: {
        Column to = this->column({});
        to.name = column.name;
        to.uid = column.uid;
        return AlterColumn{target.name, column, to, {}, {}, {}};
    }
    case 9: return AddConstraint{target.name, constraint(target, catalog)};
    case 10: return DropConstraint{target.name, constraints.empty() ? constraint(target, catalog) : any(constraints)};
    case 11: return RenameConstraint{target.name, constraints.empty() ? constraint(target, catalog) : any(constraints), word()};
    case 12: return CreateIndex{target.name, index(target), maybe()};
    case 13: return DropIndex{target.name, old(target.indexes, index(target)), maybe()};
    case 14: return RenameIndex{target.name, old(target.indexes, index(target)), word()};
    case 15: return CreateEnum{{Uid::create(), name(), {word(), word()}, {}}};
    case 16: return DropEnum{old(catalog.enums, EnumType())};
    case 17: return RenameEnum{old(catalog.enums, EnumType()).name, name()};
    case 18: {
        const EnumType type = old(catalog.enums, EnumType());
        return AddEnumValue{type.name, word(), maybe() || type.values.isEmpty() ? std::nullopt : std::optional(type.values.first())};
    }
    case 19: {
        const EnumType type = old(catalog.enums, EnumType());
        return RenameEnumValue{type.name, type.values.value(0), word()};
    }
    case 20: {
        const EnumType type = old(catalog.enums, EnumType());
        EnumType to = type;
        std::ranges::reverse(to.values);
        return RebuildEnum{type, to, {}};
    }
    case 21: return CreateSequence{sequence()};
    case 22: return DropSequence{old(catalog.sequences, sequence())};
    case 23: {
        const Sequence from = old(catalog.sequences, sequence());
        Sequence to = from;
        to.increment = 7;
        return AlterSequence{from, to};
    }
    case 24: return CreateView{view()};
    case 25: return DropView{old(catalog.views, view())};
    case 26: {
        const View from = old(catalog.views, view());
        View to = from;
        to.query = QStringLiteral("SELECT 2 AS one");
        return ReplaceView{from, to};
    }
    case 27: return CreateDefinition{definition(catalog)};
    case 28: return DropDefinition{old(catalog.definitions, definition(catalog))};
    case 29: {
        const Definition from = old(catalog.definitions, definition(catalog));
        Definition to = from;
        to.createSql = word();
        return ReplaceDefinition{from, to};
    }
    default: break;
    }
    return ExecuteSql{QStringLiteral("SELECT 1"), QStringLiteral("SELECT 2"), {QStringLiteral("sqlite")}, maybe(),
                      {target.name}, word()};
}

} // namespace joinery::test
