// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/interop/dbml/dbml_reader.h"

namespace joinery::interop {

using schema::ForeignKeyAction;
using schema::Name;
using schema::Table;

Status DbmlReader::readReference()
{
    Reference reference{.line = peek().line};
    if (peek().isName()) {
        JOINERY_TRY_VALUE(reference.name, name());
    }
    const bool block = take("{");
    if (!block)
        JOINERY_TRY(expect(":"));
    JOINERY_TRY_VALUE(reference.left, readEnd());
    JOINERY_TRY(readRelation(std::move(reference)));
    return block ? expect("}") : Status();
}

Result<DbmlReader::End> DbmlReader::readEnd()
{
    QStringList parts;
    JOINERY_TRY_VALUE(const QString first, name());
    parts.append(first);
    End end;
    while (take(".")) {
        if (take("(")) {
            do {
                JOINERY_TRY_VALUE(const QString column, name());
                end.columns.append(column);
            } while (take(","));
            JOINERY_TRY(expect(")"));
            break;
        }
        JOINERY_TRY_VALUE(const QString part, name());
        parts.append(part);
    }
    if (end.columns.isEmpty())
        end.columns.append(parts.takeLast());
    if (parts.isEmpty())
        return fail(wrong(QStringLiteral("a table and its column")));
    end.table = parts.size() == 1 || parts.first() == QLatin1String("public") ? Name(parts.last()) : Name(parts.first(), parts.last());
    if (const auto alias = m_aliases.constFind(parts.first()); parts.size() == 1 && alias != m_aliases.constEnd())
        end.table = *alias;
    return end;
}

/// From the sign on; the left end is known.
Status DbmlReader::readRelation(Reference reference)
{
    static const QStringList kSigns{QStringLiteral("<"), QStringLiteral(">"), QStringLiteral("-"), QStringLiteral("<>")};
    const bool inlineForm = !reference.left.columns.isEmpty() && m_at > 0 && m_tokens[m_at - 1].is(":");
    reference.kind = peek().text;
    if (!kSigns.contains(reference.kind))
        return fail(wrong(QStringLiteral("one of < > - <>")));
    ++m_at;
    JOINERY_TRY_VALUE(reference.right, readEnd());
    if (inlineForm && reference.kind == QLatin1String("-"))
        reference.kind = QStringLiteral(">"); // the column that says it is the one that refers
    if (!inlineForm) {
        JOINERY_TRY_VALUE(const Settings settings, readSettings());
        static const QHash<QString, ForeignKeyAction> actions{
            {QStringLiteral("cascade"), ForeignKeyAction::Cascade}, {QStringLiteral("restrict"), ForeignKeyAction::Restrict},
            {QStringLiteral("setnull"), ForeignKeyAction::SetNull}, {QStringLiteral("setdefault"), ForeignKeyAction::SetDefault}};
        reference.onDelete = actions.value(textOf(settings.value(QStringLiteral("delete"))).toLower(), ForeignKeyAction::NoAction);
        reference.onUpdate = actions.value(textOf(settings.value(QStringLiteral("update"))).toLower(), ForeignKeyAction::NoAction);
    }
    m_references.push_back(std::move(reference));
    return {};
}

Status DbmlReader::finishReferences()
{
    for (const Reference &reference : m_references) {
        if (reference.kind == QLatin1String("<>")) {
            m_inspection.findings.push_back({Severity::Warning, QStringLiteral("DB102"), Uid(), reference.left.table.toString(),
                                             QStringLiteral("A relation of many to many (line %1) needs a table between the two, which is not made.").arg(reference.line), {}});
            continue;
        }
        const bool leftRefers = reference.kind == QLatin1String(">");
        const End &from = leftRefers ? reference.left : reference.right, &to = leftRefers ? reference.right : reference.left;
        Table *table = m_inspection.catalog.table(from.table);
        const Table *referred = m_inspection.catalog.table(to.table);
        const auto known = [](const Table *owner, const QStringList &columns) {
            return owner && std::ranges::all_of(columns, [&](const QString &column) { return owner->column(column); });
        };
        if (!known(table, from.columns) || !known(referred, to.columns)) {
            if (m_partials.contains(from.table.name))
                continue;
            return fail(ErrorKind::InvalidInput, QStringLiteral("Line %1: %2 (%3) and %4 (%5) are not both there.")
                                                     .arg(reference.line).arg(from.table.toString(), from.columns.join(QLatin1String(", ")),
                                                                              to.table.toString(), to.columns.join(QLatin1String(", "))));
        }
        table->foreignKeys.push_back({.name = reference.name, .columns = from.columns, .referredTable = to.table, .referredColumns = to.columns,
                                      .onDelete = reference.onDelete, .onUpdate = reference.onUpdate});
    }
    return {};
}

} // namespace joinery::interop
