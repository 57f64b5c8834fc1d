// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/column_map.h"

#include "core/builtin.h"
#include "core/transfer/load_columns.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QLineEdit>

namespace joinery::ui {

namespace {

enum Part { Source, Example, Target, TypePart, PartCount };
constexpr int kLongestExample = 60;
constexpr int kRowHeight = 36;

QTableWidgetItem *plain(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QString exampleOf(const worker::ImportPreview &preview, int column)
{
    for (int row = 0; row < preview.rows->rowCount(); ++row) {
        const QString text = preview.rows->value(row, column).toText().simplified();
        if (!preview.rows->isNull(row, column) && !text.isEmpty())
            return text.size() > kLongestExample ? text.left(kLongestExample) + u'…' : text;
    }
    return {};
}

} // namespace

ColumnMap::ColumnMap(QWidget *parent) : QTableWidget(0, PartCount, parent)
{
    setAccessibleName(tr("Columns"));
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::NoFocus);
    setShowGrid(false);
    setStyleSheet(QStringLiteral("QTableWidget::item { padding: 0 5px; }"));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
}

void ColumnMap::start(const worker::ImportPreview &preview, const QString &typeHeading)
{
    clear();
    m_columns = preview.columns;
    setRowCount(int(m_columns.size()));
    setHorizontalHeaderLabels({tr("Column of the file"), tr("First value"), tr("Goes to"), typeHeading});
    for (int row = 0; row < m_columns.size(); ++row) {
        setItem(row, Source, plain(m_columns.at(row)));
        auto *example = plain(exampleOf(preview, row));
        example->setForeground(theme().colors().dim);
        example->setFont(theme().monospaced());
        setItem(row, Example, example);
        setItem(row, TypePart, plain({}));
    }
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    setColumnWidth(Source, 180);
    setColumnWidth(Example, 200);
    setColumnWidth(Target, 220);
    horizontalHeader()->setStretchLastSection(true);
}

void ColumnMap::showTable(const worker::ImportPreview &preview, const schema::Table &table, const QString &dialect)
{
    m_isNew = false;
    m_dialect = dialect;
    start(preview, tr("Type"));
    const dialect::Dialect &engine = dialectNamed(dialect);
    for (int row = 0; row < m_columns.size(); ++row) {
        auto *target = new QComboBox(this);
        target->setAccessibleName(tr("%1 goes to").arg(m_columns.at(row)));
        target->addItem(tr("Leave it out"), QString());
        int found = 0;
        for (const schema::Column &column : table.columns) {
            if (column.computed)
                continue;
            target->addItem(column.name, column.name);
            if (column.name == m_columns.at(row) || (found == 0 && column.name.compare(m_columns.at(row), Qt::CaseInsensitive) == 0))
                found = target->count() - 1;
        }
        target->setCurrentIndex(found);
        setCellWidget(row, Target, target);
        const auto showType = [this, row, target, table, &engine] {
            const schema::Column *column = table.column(target->currentData().toString());
            const QString type = !column ? QString() : column->type.nativeText.isEmpty() ? engine.typeText(column->type) : column->type.nativeText;
            setTypeText(row, column && !column->nullable ? type + QStringLiteral(" NOT NULL") : type);
        };
        connect(target, &QComboBox::currentIndexChanged, this, [this, showType] {
            showType();
            Q_EMIT changed();
        });
        showType();
    }
}

void ColumnMap::showNew(const worker::ImportPreview &preview, const QString &dialect)
{
    m_isNew = true;
    m_dialect = dialect;
    start(preview, tr("Type of the new column"));
    const dialect::Dialect &engine = dialectNamed(dialect);
    for (int row = 0; row < m_columns.size(); ++row) {
        auto *name = new QLineEdit(m_columns.at(row), this);
        name->setAccessibleName(tr("Name of the column for %1").arg(m_columns.at(row)));
        name->setPlaceholderText(tr("Leave it out"));
        setCellWidget(row, Target, name);
        auto *type = new QComboBox(this);
        type->setEditable(true);
        type->setInsertPolicy(QComboBox::NoInsert);
        type->setAccessibleName(tr("Type of %1").arg(m_columns.at(row)));
        const schema::Type seen = size_t(row) < preview.types.size() ? transfer::storableType(preview.types[size_t(row)], engine) : schema::Type();
        type->addItem(tr("Found: %1").arg(engine.typeText(seen)), true);
        for (const QString &known : engine.typeNames())
            type->addItem(known);
        setCellWidget(row, TypePart, type);
        connect(name, &QLineEdit::textChanged, this, &ColumnMap::changed);
        connect(type, &QComboBox::currentTextChanged, this, &ColumnMap::changed);
    }
}

void ColumnMap::setTypeText(int row, const QString &text) { item(row, TypePart)->setText(text); }

QString ColumnMap::targetOf(int row) const
{
    if (const auto *name = qobject_cast<const QLineEdit *>(cellWidget(row, Target)))
        return name->text().trimmed();
    const auto *box = qobject_cast<const QComboBox *>(cellWidget(row, Target));
    return box ? box->currentData().toString() : QString();
}

std::vector<std::pair<QString, QString>> ColumnMap::map() const
{
    std::vector<std::pair<QString, QString>> map;
    for (int row = 0; row < m_columns.size(); ++row)
        map.emplace_back(m_columns.at(row), targetOf(row));
    return map;
}

QMap<QString, schema::Type> ColumnMap::types() const
{
    QMap<QString, schema::Type> types;
    for (int row = 0; m_isNew && row < m_columns.size(); ++row) {
        const auto *box = qobject_cast<const QComboBox *>(cellWidget(row, TypePart));
        const bool asFound = box->currentIndex() == 0 && box->currentText() == box->itemText(0);
        if (!asFound && !box->currentText().trimmed().isEmpty())
            types.insert(targetOf(row), dialectNamed(m_dialect).parseType(box->currentText().trimmed()));
    }
    return types;
}

QStringList ColumnMap::leftOut() const
{
    QStringList columns;
    for (int row = 0; row < m_columns.size(); ++row) {
        if (targetOf(row).isEmpty())
            columns.append(m_columns.at(row));
    }
    return columns;
}

QStringList ColumnMap::targets() const
{
    QStringList columns;
    for (int row = 0; row < m_columns.size(); ++row) {
        if (const QString target = targetOf(row); !target.isEmpty())
            columns.append(target);
    }
    return columns;
}

QString ColumnMap::mistake() const
{
    QStringList columns = targets();
    if (columns.isEmpty())
        return tr("No column of the file goes into the table.");
    columns.sort(Qt::CaseInsensitive);
    for (qsizetype i = 1; i < columns.size(); ++i) {
        if (columns.at(i).compare(columns.at(i - 1), Qt::CaseInsensitive) == 0)
            return tr("Two columns of the file go to the column %1.").arg(columns.at(i));
    }
    return {};
}

} // namespace joinery::ui
