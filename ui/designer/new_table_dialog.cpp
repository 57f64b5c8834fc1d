// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/new_table_dialog.h"

#include "ui/common/role.h"
#include "ui/undo/model_edits.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

NewTableDialog::NewTableDialog(ProjectSession &project, QWidget *parent)
    : QDialog(parent), m_project(project), m_name(new QLineEdit(this)), m_owner(new QComboBox(this)),
      m_error(new QLabel(this))
{
    setWindowTitle(tr("New table"));
    setMinimumWidth(400);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const schema::Catalog &catalog = project.document().catalog();
    m_name->setText(edits::freeTableName(catalog, tr("new_table")));
    m_name->selectAll();
    m_name->setAccessibleName(tr("Name of the table"));
    m_owner->addItem(tr("no other table"), QString());
    m_owner->setAccessibleName(tr("Table that it belongs to"));
    QStringList names;
    for (const schema::Table &table : catalog.tables) {
        if (table.primaryKey)
            names.append(table.name.toString());
    }
    names.sort();
    for (const QString &name : std::as_const(names))
        m_owner->addItem(name, name);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Belongs to"), m_owner);
    column->addLayout(form);
    auto *hint = new QLabel(tr("It starts with an Integer key “id”. A table that belongs to another gets a column and a "
                               "foreign key to it."), this);
    hint->setWordWrap(true);
    hint->setProperty("role", QStringLiteral("caption"));
    column->addWidget(hint);
    m_error->setProperty("role", QStringLiteral("error"));
    m_error->setWordWrap(true);
    column->addWidget(m_error);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("Create table"), QDialogButtonBox::AcceptRole);
    setRole(m_create, QStringLiteral("primary"));
    m_create->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewTableDialog::create);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NewTableDialog::validate);
    connect(&project, &QObject::destroyed, this, &QDialog::reject);
    validate();
}

void NewTableDialog::validate()
{
    const QString name = m_name->text().trimmed();
    QString problem;
    if (m_project.document().catalog().table(schema::Name(name)))
        problem = tr("There is a table %1 already.").arg(name);
    m_error->setText(problem);
    m_error->setVisible(!problem.isEmpty());
    m_create->setEnabled(problem.isEmpty() && !name.isEmpty());
}

void NewTableDialog::create()
{
    const QString name = m_name->text().trimmed();
    const schema::Catalog &catalog = m_project.document().catalog();
    const schema::Table *owner = nullptr;
    for (const schema::Table &table : catalog.tables) {
        if (!m_owner->currentData().toString().isEmpty() && table.name.toString() == m_owner->currentData().toString())
            owner = &table;
    }
    const operation::Operations operations = edits::createTable(schema::Name(name), owner);
    if (const Status applied = m_project.apply(operations, tr("add table %1").arg(name)); !applied) {
        m_error->setText(applied.error().message);
        m_error->show();
        return;
    }
    const Uid uid = std::get<operation::CreateTable>(operations.front()).table.uid;
    accept();
    Q_EMIT created(uid);
}

} // namespace joinery::ui
