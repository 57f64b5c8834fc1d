// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/table_edit.h"

#include "core/dialect/sqlite/sqlite_ddl.h"
#include "core/operation/lookup.h"
#include "core/schema/sql_text.h"

namespace joinery::dialect {

using namespace operation;
using schema::Table;

namespace {

bool same(const QString &a, const QString &b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

bool sameNames(const std::vector<CreateTableText::KeyColumn> &written, const QStringList &names)
{
    return std::ranges::equal(written, names, [](const CreateTableText::KeyColumn &column, const QString &name) {
        return same(column.name, name);
    });
}

} // namespace

TableEdit::TableEdit(const SqliteDdl &writer, QString sql) : m_writer(writer), m_sql(std::move(sql)) {}

Status TableEdit::parse()
{
    std::optional<CreateTableText> text = CreateTableText::parse(m_sql);
    if (!text || text->open < 0)
        return fail(ErrorKind::Unsupported, QStringLiteral("The stored definition of the table was not understood:\n") + m_sql);
    m_text = *std::move(text);
    return {};
}

Status TableEdit::missing(const QString &what) const
{
    return fail(ErrorKind::Undefined, QStringLiteral("The stored definition of table %1 holds no %2.").arg(m_text.name, what));
}

Status TableEdit::apply(const Operation &operation, const Table &table)
{
    JOINERY_TRY(parse());
    if (const auto *o = std::get_if<AddColumn>(&operation))
        return addColumn(*o, table);
    if (const auto *o = std::get_if<DropColumn>(&operation))
        return dropColumn(*o);
    if (const auto *o = std::get_if<AlterColumn>(&operation))
        return alterColumn(*o, table);
    if (const auto *o = std::get_if<AddConstraint>(&operation))
        return addConstraint(o->constraint);
    if (const auto *o = std::get_if<DropConstraint>(&operation))
        return dropConstraint(o->constraint);
    if (const auto *o = std::get_if<RenameConstraint>(&operation))
        return renameConstraint(o->constraint, o->to);
    if (const auto *o = std::get_if<AlterTableOptions>(&operation))
        return setOptions(o->to);
    return {};
}

// --- pieces

void TableEdit::replace(Range range, const QString &with)
{
    m_sql.replace(range.start, range.end - range.start, with);
    (void)parse(); // the places behind it have moved
}

void TableEdit::insertItem(qsizetype at, const QString &item, bool first)
{
    // Written over several lines, the new one gets its own, with the indentation of its neighbour.
    const qsizetype line = m_sql.lastIndexOf(u'\n', m_text.columns.front().range.start);
    QString gap = QStringLiteral(" ");
    if (line > m_text.open) {
        gap = m_sql.mid(line, m_text.columns.front().range.start - line);
        for (const QChar c : gap)
            gap = c.isSpace() ? gap : QStringLiteral(" ");
    }
    replace({at, at}, first ? QString(item + u',' + gap) : QString(u',' + gap + item));
}

void TableEdit::removeItem(Range range)
{
    qsizetype start = range.start;
    qsizetype end = range.end;
    while (end < m_sql.size() && m_sql.at(end).isSpace())
        ++end;
    if (end < m_sql.size() && m_sql.at(end) == u',') {
        ++end;
        while (end < m_sql.size() && m_sql.at(end).isSpace())
            ++end;
        replace({start, end}, {});
        return;
    }
    while (start > 0 && m_sql.at(start - 1).isSpace())
        --start;
    if (start > 0 && m_sql.at(start - 1) == u',')
        --start;
    replace({start, range.end}, {});
}

void TableEdit::setClause(const QString &columnName, Clause::Kind kind, const QString &text)
{
    const CreateTableText::Column *column = m_text.column(columnName);
    if (const Clause *clause = column->clause(kind)) {
        Range range = clause->range;
        if (text.isEmpty()) {
            while (range.start > 0 && m_sql.at(range.start - 1).isSpace())
                --range.start;
        }
        replace(range, text);
    } else if (!text.isEmpty()) {
        // Behind the type, so that a constraint at the end keeps its place.
        const qsizetype at = column->typeRange.isEmpty() ? column->nameRange.end : column->typeRange.end;
        replace({at, at}, u' ' + text);
    }
}

// --- columns

Status TableEdit::addColumn(const AddColumn &o, const Table &table)
{
    const QString text = m_writer.columnText(table, o.column);
    if (o.after && o.after->isEmpty()) {
        insertItem(m_text.columns.front().range.start, text, true);
        return {};
    }
    const CreateTableText::Column *after = o.after ? m_text.column(*o.after) : nullptr;
    insertItem((after ? *after : m_text.columns.back()).range.end, text);
    return {};
}

Status TableEdit::dropColumn(const DropColumn &o)
{
    const CreateTableText::Column *column = m_text.column(o.column.name);
    if (!column)
        return missing(QLatin1String("column ") + o.column.name);
    removeItem(column->range);
    return {};
}

Status TableEdit::alterColumn(const AlterColumn &o, const Table &)
{
    const QString name = o.from.name;
    if (!m_text.column(name))
        return missing(QLatin1String("column ") + name);
    const auto type = [&](const schema::Column &column) { return m_writer.typeText(column.type); };
    if (type(o.from) != type(o.to)) {
        Range range = m_text.column(name)->typeRange;
        const bool untyped = range.isEmpty();
        if (untyped)
            range = {m_text.column(name)->nameRange.end, m_text.column(name)->nameRange.end};
        replace(range, untyped ? QString(u' ' + type(o.to)) : type(o.to));
    }
    if (o.from.computed != o.to.computed)
        setClause(name, Clause::Kind::Generated, o.to.computed ? m_writer.computedText(*o.to.computed) : QString());
    if (o.from.collation != o.to.collation)
        setClause(name, Clause::Kind::Collate,
                  o.to.collation.isEmpty() ? QString() : QString(QLatin1String("COLLATE ") + m_writer.identifier(o.to.collation)));
    if (o.from.defaultValue != o.to.defaultValue)
        setClause(name, Clause::Kind::Default, o.to.defaultValue ? m_writer.defaultClause(o.to) : QString());
    if (o.from.nullable != o.to.nullable) {
        if (!o.to.nullable && m_text.column(name)->clause(Clause::Kind::Null))
            setClause(name, Clause::Kind::Null, {});
        setClause(name, Clause::Kind::NotNull, o.to.nullable ? QString() : QStringLiteral("NOT NULL"));
    }
    if (bool(o.from.identity) != bool(o.to.identity)) {
        for (size_t i = 0; i < m_text.constraints.size(); ++i) {
            const Clause &clause = m_text.constraints[i];
            if (clause.kind == Clause::Kind::PrimaryKey && clause.columns.size() == 1 && same(clause.columns[0].name, name)) {
                removeItem(clause.range);
                break;
            }
        }
        setClause(name, Clause::Kind::PrimaryKey,
                  o.to.identity ? QStringLiteral("PRIMARY KEY AUTOINCREMENT") : QStringLiteral("PRIMARY KEY"));
    }
    return {};
}

// --- constraints

bool TableEdit::matches(const Clause &clause, const QString &column, const Constraint &constraint, bool byName) const
{
    const auto columnsAre = [&](const QStringList &names) {
        return column.isEmpty() ? sameNames(clause.columns, names) : names.size() == 1 && same(column, names.first());
    };
    const bool isKind = std::visit(Overloaded{
        [&](const schema::PrimaryKey &) { return clause.kind == Clause::Kind::PrimaryKey; },
        [&](const schema::Unique &) { return clause.kind == Clause::Kind::Unique; },
        [&](const schema::ForeignKey &) { return clause.kind == Clause::Kind::ForeignKey; },
        [&](const schema::Check &) { return clause.kind == Clause::Kind::Check; },
        [&](const schema::Exclusion &) { return false; },
    }, constraint);
    if (!isKind || (byName && !same(clause.name, nameOf(constraint))))
        return false;
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &) { return true; },
        [&](const schema::Unique &unique) { return byName || columnsAre(unique.columns); },
        [&](const schema::ForeignKey &key) {
            return byName || (columnsAre(key.columns) && same(clause.referredTable, key.referredTable.name));
        },
        [&](const schema::Check &check) {
            return byName || clause.text.in(m_sql).simplified() == check.expression.simplified();
        },
        [&](const schema::Exclusion &) { return false; },
    }, constraint);
}

TableEdit::Place TableEdit::find(const Constraint &constraint) const
{
    for (const bool byName : {true, false}) {
        if (byName && nameOf(constraint).isEmpty())
            continue;
        for (const Clause &clause : m_text.constraints) {
            if (matches(clause, {}, constraint, byName))
                return {-1, &clause};
        }
        for (size_t i = 0; i < m_text.columns.size(); ++i) {
            for (const Clause &clause : m_text.columns[i].clauses) {
                if (matches(clause, m_text.columns[i].name, constraint, byName))
                    return {int(i), &clause};
            }
        }
    }
    return {};
}

Status TableEdit::addConstraint(const Constraint &constraint)
{
    const qsizetype at = m_text.constraints.empty() ? m_text.columns.back().range.end : m_text.constraints.back().range.end;
    insertItem(at, m_writer.constraintText(constraint));
    return {};
}

Status TableEdit::dropConstraint(const Constraint &constraint)
{
    const Place place = find(constraint);
    if (!place.clause)
        return missing(kindOf(constraint) + u' ' + nameOf(constraint));
    Range range = place.clause->range;
    if (place.column < 0) {
        removeItem(range);
        return {};
    }
    while (range.start > 0 && m_sql.at(range.start - 1).isSpace())
        --range.start;
    replace(range, {});
    return {};
}

Status TableEdit::renameConstraint(const Constraint &constraint, const QString &to)
{
    const Place place = find(constraint);
    if (!place.clause)
        return missing(kindOf(constraint) + u' ' + nameOf(constraint));
    const QString name = to.isEmpty() ? QString() : QString(QLatin1String("CONSTRAINT ") + m_writer.identifier(to) + u' ');
    if (place.clause->name.isEmpty()) {
        replace({place.clause->range.start, place.clause->range.start}, name);
        return {};
    }
    // The clause begins with CONSTRAINT name.
    QString text = place.clause->range.in(m_sql);
    const schema::SqlTokens tokens = schema::scanSql(text, QStringLiteral("sqlite"));
    size_t behind = schema::skipBlank(tokens, 1);
    behind = schema::skipBlank(tokens, behind + 1);
    QString rest;
    for (size_t i = behind; i < tokens.size(); ++i)
        rest += tokens[i].text;
    replace(place.clause->range, name + rest);
    return {};
}

Status TableEdit::setOptions(const QMap<QString, QString> &options)
{
    Table table;
    table.options = options;
    replace({m_text.close + 1, m_sql.size()}, m_writer.tableOptions(table));
    return {};
}

// --- names

void TableEdit::rename(const QString &name)
{
    if (parse())
        replace(m_text.nameRange, m_writer.identifier(name));
}

template <class Visit>
void TableEdit::visitClauses(Visit visit) const
{
    for (const CreateTableText::Column &column : m_text.columns)
        std::ranges::for_each(column.clauses, visit);
    std::ranges::for_each(m_text.constraints, visit);
}

void TableEdit::replaceAll(std::vector<Change> changes)
{
    std::ranges::sort(changes, [](const Change &a, const Change &b) { return a.first.start > b.first.start; });
    for (const auto &[range, with] : changes)
        m_sql.replace(range.start, range.end - range.start, with);
    (void)parse();
}

void TableEdit::renameReferredTable(const QString &from, const QString &to)
{
    if (!parse())
        return;
    std::vector<Change> changes;
    visitClauses([&](const Clause &clause) {
        if (clause.kind == Clause::Kind::ForeignKey && same(clause.referredTable, from))
            changes.emplace_back(clause.referredTableRange, m_writer.identifier(to));
    });
    replaceAll(std::move(changes));
}

void TableEdit::renameColumn(const QString &from, const QString &to)
{
    if (!parse())
        return;
    std::vector<Change> changes;
    const QString name = m_writer.identifier(to);
    if (const CreateTableText::Column *column = m_text.column(from))
        changes.emplace_back(column->nameRange, name);
    visitClauses([&](const Clause &clause) {
        for (const CreateTableText::KeyColumn &column : clause.columns) {
            if (same(column.name, from))
                changes.emplace_back(column.nameRange, name);
        }
        if (clause.kind == Clause::Kind::Check || clause.kind == Clause::Kind::Generated)
            changes.emplace_back(clause.text, schema::renameColumnInExpression(clause.text.in(m_sql), m_text.name, from, to,
                                                                               QStringLiteral("sqlite")));
        if (clause.kind == Clause::Kind::ForeignKey && same(clause.referredTable, m_text.name)) {
            for (const CreateTableText::KeyColumn &column : clause.referredColumns) {
                if (same(column.name, from))
                    changes.emplace_back(column.nameRange, name);
            }
        }
    });
    replaceAll(std::move(changes));
}

void TableEdit::renameReferredColumn(const QString &table, const QString &from, const QString &to)
{
    if (!parse())
        return;
    std::vector<Change> changes;
    visitClauses([&](const Clause &clause) {
        if (clause.kind != Clause::Kind::ForeignKey || !same(clause.referredTable, table))
            return;
        for (const CreateTableText::KeyColumn &column : clause.referredColumns) {
            if (same(column.name, from))
                changes.emplace_back(column.nameRange, m_writer.identifier(to));
        }
    });
    replaceAll(std::move(changes));
}

} // namespace joinery::dialect
