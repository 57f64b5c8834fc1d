// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/script/script_reader.h"

#include <limits>

namespace joinery::dialect::script {

using schema::Name;
using schema::Sequence;
using schema::Table;

schema::Sequence *ScriptReader::sequence(const Name &name)
{
    for (Sequence &each : m_inspection.catalog.sequences) {
        if (each.name == name)
            return &each;
    }
    return nullptr;
}

void ScriptReader::takeSequenceOptions(Sequence &sequence, const std::vector<Node> &options)
{
    for (const Node &option : options) {
        const QString key = option.text("defname");
        const Node argument = option.child("arg");
        const std::optional<qint64> number = argument.isNull() ? std::nullopt : std::optional(optionValue(option).toLongLong());
        if (key == QLatin1String("as"))
            sequence.dataType = formatType(argument);
        else if (key == QLatin1String("start"))
            sequence.start = number;
        else if (key == QLatin1String("increment"))
            sequence.increment = number;
        else if (key == QLatin1String("minvalue"))
            sequence.minimum = number;
        else if (key == QLatin1String("maxvalue"))
            sequence.maximum = number;
        else if (key == QLatin1String("cache"))
            sequence.cache = number;
        else if (key == QLatin1String("cycle"))
            sequence.cycle = argument.flag("boolval");
        else if (key == QLatin1String("owned_by")) {
            QStringList parts;
            for (const Node &part : argument.list("items"))
                parts.append(part.value());
            const QString column = parts.isEmpty() ? QString() : parts.takeLast();
            sequence.ownedByTable = parts.isEmpty() ? Name() : foundName(parts); // NONE has no table
            sequence.ownedByColumn = parts.isEmpty() ? QString() : column;
        } else if (key == QLatin1String("sequence_name")) {
            QStringList parts;
            for (const Node &part : argument.list("items"))
                parts.append(part.value());
            sequence.name = createdName(parts);
        }
    }
}

void ScriptReader::createSequence(const Node &statement)
{
    const Node relation = statement.plain("sequence");
    if (relation.text("relpersistence") == QLatin1String("t"))
        return;
    Sequence sequence;
    sequence.name = created(relation);
    if (statement.flag("if_not_exists") && isRelationName(sequence.name))
        return;
    takeSequenceOptions(sequence, statement.list("options"));
    m_inspection.catalog.sequences.push_back(std::move(sequence));
}

void ScriptReader::alterSequence(const Node &statement)
{
    const Name name = found(statement.plain("sequence"));
    if (Sequence *each = sequence(name))
        takeSequenceOptions(*each, statement.list("options"));
    else if (!statement.flag("missing_ok"))
        notKept(name.toString(), QStringLiteral("a change of a sequence that the script does not make"));
}

/// What serial and GENERATED AS IDENTITY make beside the column.
schema::Sequence &ScriptReader::addColumnSequence(const Table &table, const schema::Column &column, const std::vector<Node> &options)
{
    Sequence sequence;
    sequence.name = Name(table.name.schema, freeRelationName(table.name, column.name, QStringLiteral("seq")));
    sequence.dataType = m_dialect.typeText(column.type);
    sequence.ownedByTable = table.name;
    sequence.ownedByColumn = column.name;
    takeSequenceOptions(sequence, options);
    m_inspection.catalog.sequences.push_back(std::move(sequence));
    return m_inspection.catalog.sequences.back();
}

bool ScriptReader::foldIntoColumn(const Sequence &sequence)
{
    Table *table = m_inspection.catalog.table(sequence.ownedByTable);
    schema::Column *column = table ? table->column(sequence.ownedByColumn) : nullptr;
    if (!column)
        return false;
    const bool generated = m_identities.contains(sequence.name);
    if (!generated) {
        const QString own = QStringLiteral("nextval(%1").arg(literal(quoted(sequence.name)));
        const QString text = column->defaultValue && column->defaultValue->kind == schema::Default::Kind::Expression ? column->defaultValue->text : QString();
        const QString type = m_dialect.typeText(column->type);
        const bool whole = type == QLatin1String("integer") || type == QLatin1String("bigint") || type == QLatin1String("smallint");
        const bool counts = text == own + u')' || text == own + QLatin1String("::regclass)") || text == own + QLatin1String("::text)::regclass)");
        if (!counts || !whole || column->nullable || type != (sequence.dataType.isEmpty() ? QStringLiteral("bigint") : sequence.dataType))
            return false;
        column->identity = schema::Identity{.kind = schema::Identity::Kind::Serial};
        column->defaultValue.reset();
    }
    schema::Identity &identity = *column->identity;
    identity.start = sequence.start;
    identity.increment = sequence.increment;
    identity.minimum = sequence.minimum;
    identity.maximum = sequence.maximum;
    identity.cache = sequence.cache;
    identity.cycle = sequence.cycle;
    if (sequence.name != Name(table->name.schema, table->name.name + u'_' + column->name + QLatin1String("_seq")))
        identity.sequence = sequence.name;
    return true;
}

/// What a sequence of its type has by itself is not said; those of identity and serial columns are told with these.
void ScriptReader::finishSequences()
{
    std::vector<Sequence> kept;
    for (Sequence &each : m_inspection.catalog.sequences) {
        const qint64 most = each.dataType == QLatin1String("smallint") ? 32767
            : each.dataType == QLatin1String("integer") ? 2147483647 : std::numeric_limits<qint64>::max();
        const bool up = each.increment.value_or(1) > 0;
        const qint64 minimum = up ? 1 : -most - 1, maximum = up ? most : -1;
        const qint64 start = up ? each.minimum.value_or(minimum) : each.maximum.value_or(maximum);
        const auto unless = [](std::optional<qint64> &field, qint64 usual) {
            if (field == usual)
                field.reset();
        };
        unless(each.start, start);
        unless(each.minimum, minimum);
        unless(each.maximum, maximum);
        unless(each.increment, 1);
        unless(each.cache, 1);
        if (foldIntoColumn(each))
            continue;
        if (each.dataType == QLatin1String("bigint"))
            each.dataType.clear();
        kept.push_back(std::move(each));
    }
    m_inspection.catalog.sequences = std::move(kept);
}

} // namespace joinery::dialect::script
