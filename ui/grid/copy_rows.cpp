// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/copy_rows.h"

#include "core/transfer/csv_writer.h"
#include "core/transfer/json_writer.h"
#include "core/transfer/markdown_writer.h"
#include "core/worker/table_rows.h"
#include "ui/grid/python_text.h"

#include <QBuffer>

#include <set>

namespace joinery::ui {

using driver::Value;

namespace {

/// What was chosen, row by row.
struct Chosen
{
    std::set<int> rows;
    std::vector<int> columns;
    const GridModel &model;
    const QItemSelection &selection;

    Chosen(const GridModel &grid, const QItemSelection &ranges, const QList<int> &shown) : model(grid), selection(ranges)
    {
        for (const int column : shown) {
            if (std::ranges::any_of(ranges, [&](const QItemSelectionRange &range) { return range.left() <= column && column <= range.right(); }))
                columns.push_back(column);
        }
        for (const QItemSelectionRange &range : ranges) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows.insert(row);
        }
    }
    const GridColumn &column(int at) const { return model.columns()[size_t(at)]; }
    /// NULL for cells between the ranges, and where the server gives the value.
    Value value(int row, int column) const
    {
        const QModelIndex index = model.index(row, column);
        const Value value = selection.contains(index) ? model.value(index) : Value::null();
        return value.isDefault() ? Value::null() : value;
    }
};

template <class Writer, class... Options>
QString written(const Chosen &chosen, Options... options)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Writer writer(buffer, options...);
    std::vector<driver::ColumnInfo> columns;
    for (const int at : chosen.columns)
        columns.push_back({chosen.column(at).name, chosen.column(at).type, {}, {}, {}});
    driver::RowBlock block(int(columns.size()));
    for (const int row : chosen.rows) {
        for (const int column : chosen.columns)
            block.append(chosen.value(row, column));
    }
    // A buffer in memory takes everything.
    if (!writer.begin(columns) || !writer.write(block) || !writer.end())
        return {};
    QString text = QString::fromUtf8(buffer.data());
    if (text.endsWith(u'\n'))
        text.chop(1);
    return text;
}

QString python(const Chosen &chosen)
{
    QStringList rows;
    for (const int row : chosen.rows) {
        QStringList items;
        for (const int at : chosen.columns)
            items.append(pythonText(chosen.column(at).name) % u": " % pythonLiteral(chosen.value(row, at), chosen.column(at).type));
        rows.append(u"    {" % items.join(QStringLiteral(", ")) % u"},");
    }
    return u"[\n" % rows.join(u'\n') % u"\n]";
}

QString sqlAlchemy(const Chosen &chosen, const QString &table)
{
    QStringList rows;
    for (const int row : chosen.rows) {
        QStringList named, others;
        for (const int at : chosen.columns) {
            const QString &name = chosen.column(at).name;
            const QString literal = pythonLiteral(chosen.value(row, at), chosen.column(at).type);
            if (isPythonName(name))
                named.append(name % u'=' % literal);
            else
                others.append(pythonText(name) % u": " % literal);
        }
        if (!others.isEmpty())
            named.append(u"**{" % others.join(QStringLiteral(", ")) % u'}');
        rows.append(u"    " % pythonClassName(table) % u'(' % named.join(QStringLiteral(", ")) % u"),");
    }
    return u"[\n" % rows.join(u'\n') % u"\n]";
}

/// One statement a row: what an INSERT needs to make it, or an UPDATE of what was chosen.
QString statements(const Chosen &chosen, CopyFormat format, const QString &dialect, int &missing)
{
    const session::RowSource &source = chosen.model.edits()->source();
    QStringList lines;
    for (const int row : chosen.rows) {
        session::RowChange change;
        change.kind = format == CopyFormat::Insert ? session::RowChange::Kind::Insert : session::RowChange::Kind::Update;
        if (format == CopyFormat::Update) {
            const auto found = chosen.model.feed()->find(chosen.model.position(row));
            if (!found) {
                ++missing;
                continue;
            }
            change.key = source.keyOf(*found->block, found->row);
        }
        for (const int at : chosen.columns) {
            const GridColumn &column = chosen.column(at);
            const bool isKey = source.key.columns.contains(column.name);
            if (!column.isGenerated && !(isKey && format == CopyFormat::Update && chosen.columns.size() > 1))
                change.values.insert(column.name, chosen.value(row, at));
        }
        if (!change.values.isEmpty())
            lines.append(worker::changeText(source, change, dialect) % u';');
    }
    return lines.join(u'\n');
}

} // namespace

QString copyFormatText(CopyFormat format)
{
    switch (format) {
    case CopyFormat::Tsv: return GridModel::tr("TSV (for spreadsheets)");
    case CopyFormat::Csv: return GridModel::tr("CSV with headings");
    case CopyFormat::Json: return GridModel::tr("JSON");
    case CopyFormat::Insert: return GridModel::tr("SQL INSERT");
    case CopyFormat::Update: return GridModel::tr("SQL UPDATE");
    case CopyFormat::Markdown: return GridModel::tr("Markdown table");
    case CopyFormat::Python: return GridModel::tr("Python dicts");
    case CopyFormat::SqlAlchemy: return GridModel::tr("SQLAlchemy objects");
    }
    Q_UNREACHABLE();
}

bool isOfTable(CopyFormat format)
{
    return format == CopyFormat::Insert || format == CopyFormat::Update || format == CopyFormat::SqlAlchemy;
}

CopiedRows copyRows(CopyFormat format, const GridModel &model, const QItemSelection &selection, const QList<int> &columns,
                    const QString &dialect)
{
    Chosen chosen(model, selection, columns);
    CopiedRows copied;
    copied.missing = int(std::erase_if(chosen.rows, [&](int row) { return !model.isRead(row); }));
    for (const int row : chosen.rows)
        copied.parts += int(std::ranges::count_if(chosen.columns, [&](int column) { return chosen.value(row, column).isPart(); }));
    if (copied.parts > 0 || chosen.rows.empty() || chosen.columns.empty() || (isOfTable(format) && !model.edits()))
        return copied;
    switch (format) {
    case CopyFormat::Tsv: {
        // A single cell is a text of its own.
        const QString alone = chosen.value(*chosen.rows.begin(), chosen.columns.front()).toText();
        const bool isPlain = !alone.contains(u'\t') && !alone.contains(u'\n');
        copied.text = chosen.rows.size() == 1 && chosen.columns.size() == 1 && isPlain
                          ? alone : written<transfer::CsvWriter>(chosen, transfer::CsvOptions{'\t', {}, false});
        break;
    }
    case CopyFormat::Csv: copied.text = written<transfer::CsvWriter>(chosen, transfer::CsvOptions{}); break;
    case CopyFormat::Json: copied.text = written<transfer::JsonWriter>(chosen, transfer::JsonWriter::Form::Array); break;
    case CopyFormat::Insert:
    case CopyFormat::Update: copied.text = statements(chosen, format, dialect, copied.missing); break;
    case CopyFormat::Markdown: copied.text = written<transfer::MarkdownWriter>(chosen); break;
    case CopyFormat::Python: copied.text = python(chosen); break;
    case CopyFormat::SqlAlchemy: copied.text = sqlAlchemy(chosen, model.edits()->source().table.name.name); break;
    }
    return copied;
}

} // namespace joinery::ui
