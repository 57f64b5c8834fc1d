// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/operation_json.h"

#include "core/operation/describe.h"
#include "core/schema/catalog_fields.h"

namespace joinery::operation {

using schema::JsonReader;
using schema::JsonWriter;

namespace {

constexpr const char *kConstraints[] = {"primary_key", "unique", "foreign_key", "check", "exclusion"};

/// A constraint stands in its operation as {"primary_key": {...}}.
void constraintField(JsonWriter &f, Constraint &constraint)
{
    std::visit(Overloaded{
        [&](const schema::PrimaryKey &key) { f.required(kConstraints[0], key); },
        [&](const schema::Unique &unique) { f.required(kConstraints[1], unique); },
        [&](const schema::ForeignKey &key) { f.required(kConstraints[2], key); },
        [&](const schema::Check &check) { f.required(kConstraints[3], check); },
        [&](const schema::Exclusion &exclusion) { f.required(kConstraints[4], exclusion); },
    }, constraint);
}

void constraintField(JsonReader &f, Constraint &constraint)
{
    std::optional<schema::PrimaryKey> primaryKey;
    std::optional<schema::Unique> unique;
    std::optional<schema::ForeignKey> foreignKey;
    std::optional<schema::Check> check;
    std::optional<schema::Exclusion> exclusion;
    int found = 0;
    const auto take = [&](const char *key, auto &value) {
        f(key, value, {});
        if (value) {
            constraint = *value;
            ++found;
        }
    };
    take(kConstraints[0], primaryKey);
    take(kConstraints[1], unique);
    take(kConstraints[2], foreignKey);
    take(kConstraints[3], check);
    take(kConstraints[4], exclusion);
    if (found != 1)
        f.mistakeHere(QStringLiteral("must hold one of primary_key, unique, foreign_key, check, exclusion"));
}

#define JOINERY_FIELDS(T) template <class Fields> void fields(Fields &f, T &v, const T &d)

JOINERY_FIELDS(CreateTable) { f.required("table", v.table); f("position", v.position, d.position); }
JOINERY_FIELDS(DropTable) { f.required("table", v.table); (void)d; }
JOINERY_FIELDS(RenameTable) { f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(AlterTableOptions) { f.required("table", v.table); f("from", v.from, d.from); f("to", v.to, d.to); }
JOINERY_FIELDS(SetTableComment) { f.required("table", v.table); f("from", v.from, d.from); f("to", v.to, d.to); }
JOINERY_FIELDS(AddColumn)
{
    f.required("table", v.table);
    f.required("column", v.column);
    f("after", v.after, d.after);
    f("backfill", v.backfill, d.backfill);
}
JOINERY_FIELDS(DropColumn) { f.required("table", v.table); f.required("column", v.column); f("after", v.after, d.after); }
JOINERY_FIELDS(RenameColumn) { f.required("table", v.table); f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(AlterColumn)
{
    f.required("table", v.table);
    f.required("from", v.from);
    f.required("to", v.to);
    f("conversion", v.conversion, d.conversion);
    f("reverse_conversion", v.reverseConversion, d.reverseConversion);
    f("null_fill", v.nullFill, d.nullFill);
}
JOINERY_FIELDS(AddConstraint)
{
    f.required("table", v.table);
    constraintField(f, v.constraint);
    f("position", v.position, d.position);
}
JOINERY_FIELDS(DropConstraint) { f.required("table", v.table); constraintField(f, v.constraint); (void)d; }
JOINERY_FIELDS(RenameConstraint)
{
    f.required("table", v.table);
    constraintField(f, v.constraint);
    f("to", v.to, d.to);
}
JOINERY_FIELDS(CreateIndex)
{
    f.required("table", v.table);
    f.required("index", v.index);
    f("concurrently", v.concurrently, d.concurrently);
    f("position", v.position, d.position);
}
JOINERY_FIELDS(DropIndex)
{
    f.required("table", v.table);
    f.required("index", v.index);
    f("concurrently", v.concurrently, d.concurrently);
}
JOINERY_FIELDS(RenameIndex) { f.required("table", v.table); f.required("index", v.index); f("to", v.to, d.to); }
JOINERY_FIELDS(CreateEnum) { f.required("type", v.type); f("position", v.position, d.position); }
JOINERY_FIELDS(DropEnum) { f.required("type", v.type); (void)d; }
JOINERY_FIELDS(RenameEnum) { f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(AddEnumValue) { f.required("type", v.type); f.required("value", v.value); f("before", v.before, d.before); }
JOINERY_FIELDS(RenameEnumValue) { f.required("type", v.type); f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(RebuildEnum) { f.required("from", v.from); f.required("to", v.to); f("mapping", v.mapping, d.mapping); }
JOINERY_FIELDS(CreateSequence) { f.required("sequence", v.sequence); f("position", v.position, d.position); }
JOINERY_FIELDS(DropSequence) { f.required("sequence", v.sequence); (void)d; }
JOINERY_FIELDS(AlterSequence) { f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(CreateView) { f.required("view", v.view); f("position", v.position, d.position); }
JOINERY_FIELDS(DropView) { f.required("view", v.view); (void)d; }
JOINERY_FIELDS(ReplaceView) { f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(CreateDefinition) { f.required("definition", v.definition); f("position", v.position, d.position); }
JOINERY_FIELDS(DropDefinition) { f.required("definition", v.definition); (void)d; }
JOINERY_FIELDS(ReplaceDefinition) { f.required("from", v.from); f.required("to", v.to); (void)d; }
JOINERY_FIELDS(ExecuteSql)
{
    f.required("up", v.up);
    f("down", v.down, d.down);
    f("dialects", v.dialects, d.dialects);
    f("outside_transaction", v.outsideTransaction, d.outsideTransaction);
    f("touches", v.touches, d.touches);
    f("description", v.description, d.description);
}

#undef JOINERY_FIELDS

class Writer
{
public:
#define JOINERY_WRITE(T)                                                                                               \
    QJsonObject operator()(const T &operation) const                                                                   \
    {                                                                                                                  \
        JsonWriter writer;                                                                                             \
        fields(writer, const_cast<T &>(operation), T());                                                               \
        return writer.take();                                                                                          \
    }
    JOINERY_OPERATIONS(JOINERY_WRITE)
#undef JOINERY_WRITE
};

template <class T>
Result<Operation> readAs(const QJsonObject &json, const QString &path)
{
    std::optional<Error> error;
    T operation;
    JsonReader reader(json, path, error);
    fields(reader, operation, T());
    reader.finish();
    if (error)
        return fail(*std::move(error));
    return Operation(std::move(operation));
}

Result<Operation> readAt(QJsonObject json, const QString &path)
{
    using Read = Result<Operation> (*)(const QJsonObject &, const QString &);
    static const QHash<QString, Read> readers = [] {
        QHash<QString, Read> all;
#define JOINERY_READ(T) all.insert(kind(Operation(T())), readAs<T>);
        JOINERY_OPERATIONS(JOINERY_READ)
#undef JOINERY_READ
        return all;
    }();
    const QString word = json.take(QStringLiteral("op")).toString();
    const Read read = readers.value(word);
    if (!read)
        return fail(ErrorKind::InvalidInput,
                    QStringLiteral("%1op: \"%2\" is no operation").arg(path.isEmpty() ? path : QString(path + u'.'), word));
    return read(json, path);
}

} // namespace

QJsonObject toJson(const Operation &operation)
{
    QJsonObject json = std::visit(Writer(), operation);
    json.insert(QStringLiteral("op"), kind(operation));
    return json;
}

QJsonArray toJson(const Operations &operations)
{
    QJsonArray array;
    for (const Operation &operation : operations)
        array.append(toJson(operation));
    return array;
}

Result<Operation> operationFromJson(const QJsonObject &json)
{
    return readAt(json, {});
}

Result<Operations> operationsFromJson(const QJsonArray &json)
{
    Operations operations;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString path = QStringLiteral("operations[%1]").arg(i);
        if (!json.at(i).isObject())
            return fail(ErrorKind::InvalidInput, path + QLatin1String(": must be an object"));
        JOINERY_TRY_VALUE(Operation operation, readAt(json.at(i).toObject(), path));
        operations.push_back(std::move(operation));
    }
    return operations;
}

} // namespace joinery::operation
