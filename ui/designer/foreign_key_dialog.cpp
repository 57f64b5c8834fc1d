// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/foreign_key_dialog.h"

#include "ui/common/role.h"
#include "ui/undo/model_edits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

ForeignKeyDialog::ForeignKeyDialog(ProjectSession &project, const Uid &child, const Uid &parentTable, QWidget *parent)
    : QDialog(parent), m_project(project), m_child(new QComboBox(this)), m_column(new QComboBox(this)),
      m_parentTable(new QComboBox(this)), m_parentColumn(new QComboBox(this)), m_onDelete(new QComboBox(this)),
      m_onUpdate(new QComboBox(this)), m_index(new QCheckBox(tr("With an index on the column"), this)),
      m_words(new QLabel(this)), m_error(new QLabel(this))
{
    setWindowTitle(tr("New foreign key"));
    setMinimumWidth(440);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto add = [&](const QString &label, QComboBox *choice) {
        choice->setAccessibleName(label);
        form->addRow(label, choice);
    };
    add(tr("Table"), m_child);
    add(tr("Column"), m_column);
    add(tr("Refers to table"), m_parentTable);
    add(tr("and its column"), m_parentColumn);
    add(tr("When that row is deleted"), m_onDelete);
    add(tr("When its key changes"), m_onUpdate);
    form->addRow(QString(), m_index);
    column->addLayout(form);
    m_words->setWordWrap(true);
    m_words->setProperty("role", QStringLiteral("caption"));
    column->addWidget(m_words);
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Add foreign key"), QDialogButtonBox::AcceptRole);
    setRole(m_create, QStringLiteral("primary"));
    m_create->setDefault(true);
    column->addWidget(buttons);

    for (QComboBox *choice : {m_onDelete, m_onUpdate}) {
        choice->addItem(tr("refuse (no action)"), int(schema::ForeignKeyAction::NoAction));
        choice->addItem(tr("refuse at once (restrict)"), int(schema::ForeignKeyAction::Restrict));
        choice->addItem(tr("do the same here (cascade)"), int(schema::ForeignKeyAction::Cascade));
        choice->addItem(tr("set to NULL"), int(schema::ForeignKeyAction::SetNull));
        choice->addItem(tr("set to the default"), int(schema::ForeignKeyAction::SetDefault));
    }
    std::vector<const schema::Table *> tables;
    for (const schema::Table &table : project.document().catalog().tables)
        tables.push_back(&table);
    std::ranges::sort(tables, {}, [](const schema::Table *table) { return table->name; });
    for (const schema::Table *table : tables) {
        m_child->addItem(table->name.toString(), table->uid.toString());
        m_parentTable->addItem(table->name.toString(), table->uid.toString());
    }
    if (!child.isNull())
        m_child->setCurrentIndex(m_child->findData(child.toString()));
    if (!parentTable.isNull())
        m_parentTable->setCurrentIndex(m_parentTable->findData(parentTable.toString()));
    m_index->setChecked(true);
    connect(m_child, &QComboBox::currentIndexChanged, this, &ForeignKeyDialog::fillColumns);
    connect(m_parentTable, &QComboBox::currentIndexChanged, this, &ForeignKeyDialog::fillParentColumns);
    for (QComboBox *choice : {m_column, m_parentColumn, m_onDelete, m_onUpdate})
        connect(choice, &QComboBox::currentIndexChanged, this, &ForeignKeyDialog::validate);
    connect(buttons, &QDialogButtonBox::accepted, this, &ForeignKeyDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&project, &QObject::destroyed, this, &QDialog::reject);
    fillParentColumns();
    fillColumns();
}

const schema::Table *ForeignKeyDialog::tableOf(const QComboBox *choice) const
{
    return m_project.document().catalog().table(Uid::fromString(choice->currentData().toString()));
}

schema::ForeignKeyAction ForeignKeyDialog::action(const QComboBox *choice) const
{
    return schema::ForeignKeyAction(choice->currentData().toInt());
}

void ForeignKeyDialog::fillColumns()
{
    m_column->clear();
    const schema::Table *table = tableOf(m_child);
    const schema::Table *parent = tableOf(m_parentTable);
    if (!table)
        return validate();
    // A new column is offered first: that is what is missing most often.
    if (parent) {
        const QString key = m_parentColumn->currentText();
        m_column->addItem(tr("new column %1").arg(edits::freeColumnName(*table, parent->name.name + u'_' + key)), QString());
    }
    for (const schema::Column &column : table->columns)
        m_column->addItem(column.name, column.name);
    // One that is called as it should be is most likely meant.
    if (parent) {
        const int named = m_column->findData(QString(parent->name.name + u'_' + m_parentColumn->currentText()));
        if (named > 0)
            m_column->setCurrentIndex(named);
    }
    validate();
}

void ForeignKeyDialog::fillParentColumns()
{
    m_parentColumn->clear();
    const schema::Table *parent = tableOf(m_parentTable);
    if (!parent)
        return validate();
    for (const schema::Column &column : parent->columns) {
        const bool unique = (parent->primaryKey && parent->primaryKey->columns == QStringList{column.name})
            || std::ranges::any_of(parent->uniques, [&](const schema::Unique &one) {
                   return one.columns == QStringList{column.name};
               });
        if (unique)
            m_parentColumn->addItem(column.name, column.name);
    }
    fillColumns();
}

void ForeignKeyDialog::validate()
{
    const schema::Table *table = tableOf(m_child);
    const schema::Table *parent = tableOf(m_parentTable);
    const schema::Column *column = table ? table->column(m_column->currentData().toString()) : nullptr;
    const schema::Column *key = parent ? parent->column(m_parentColumn->currentData().toString()) : nullptr;
    QString problem;
    if (parent && !key)
        problem = tr("%1 has no column that is a key by itself.").arg(parent->name.toString());
    else if (column && key && column->type.kind != key->type.kind)
        problem = tr("%1 is %2, but %3 is %4: give them the same type first.")
                      .arg(column->name, column->type.toString(), key->name, key->type.toString());
    else if (column && edits::referenceOf(*table, column->name))
        problem = tr("%1 refers to another table already.").arg(column->name);
    else if (column && !column->nullable && action(m_onDelete) == schema::ForeignKeyAction::SetNull)
        problem = tr("%1 is never NULL, so it cannot be set to NULL.").arg(column->name);
    m_error->setText(problem);
    m_error->setVisible(!problem.isEmpty());
    if (table && parent)
        m_words->setText(tr("Each row of %1 belongs to one row of %2.").arg(table->name.toString(), parent->name.toString()));
    m_create->setEnabled(problem.isEmpty() && table && key && m_column->currentIndex() >= 0);
}

void ForeignKeyDialog::create()
{
    const schema::Table *table = tableOf(m_child);
    const schema::Table *parent = tableOf(m_parentTable);
    if (!table || !parent)
        return;
    const schema::Column *key = parent->column(m_parentColumn->currentData().toString());
    operation::Operations operations;
    QString name = m_column->currentData().toString();
    if (name.isEmpty()) {
        name = edits::freeColumnName(*table, parent->name.name + u'_' + key->name);
        operations.push_back(operation::AddColumn{table->name, edits::newColumn(name, key->type), {}, {}});
    }
    schema::ForeignKey reference;
    reference.columns = {name};
    reference.referredTable = parent->name;
    reference.referredColumns = {key->name};
    reference.onDelete = action(m_onDelete);
    reference.onUpdate = action(m_onUpdate);
    std::ranges::move(edits::addForeignKey(*table, reference), std::back_inserter(operations));
    if (m_index->isChecked() && !edits::isIndexed(*table, {name}))
        std::ranges::move(edits::addIndex(*table, {name}, false), std::back_inserter(operations));
    const QString text = tr("add foreign key from %1 to %2").arg(table->name.toString(), parent->name.toString());
    if (const Status applied = m_project.apply(operations, text); !applied) {
        m_error->setText(applied.error().message);
        m_error->show();
        return;
    }
    accept();
}

} // namespace joinery::ui
