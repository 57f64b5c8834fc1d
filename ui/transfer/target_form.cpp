// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/target_form.h"

#include "ui/common/dialogs.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/transfer/shape_choices.h"

#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace joinery::ui {

TargetForm::TargetForm(schema::CatalogPtr catalog, const QString &dialect, QWidget *parent)
    : QWidget(parent), m_catalog(std::move(catalog)), m_dialect(dialect), m_columns(new ColumnMap(this)), m_consequences(new QLabel(this))
{
    m_consequences->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3 * metrics::kUnit);
    layout->addWidget(buildTarget());
    layout->addWidget(m_columns, 1);
    layout->addWidget(m_consequences);
    layout->addWidget(buildChoices());
    connect(m_columns, &ColumnMap::changed, this, &TargetForm::showConsequences);
}

QWidget *TargetForm::buildTarget()
{
    auto *target = new QWidget(this);
    m_existing = new QRadioButton(tr("Into the &table"), target);
    m_new = new QRadioButton(tr("Into a &new table"), target);
    m_tables = new QComboBox(target);
    m_tables->setAccessibleName(tr("Table"));
    for (const schema::Table &table : m_catalog->tables)
        m_tables->addItem(table.name.toString(), QVariant::fromValue(QStringList{table.name.schema, table.name.name}));
    m_tables->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_name = new QLineEdit(target);
    m_name->setAccessibleName(tr("Name of the new table"));
    m_existing->setChecked(m_tables->count() > 0);
    m_new->setChecked(m_tables->count() == 0);
    m_existing->setEnabled(m_tables->count() > 0);
    auto *row = new QHBoxLayout(target);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_existing);
    row->addWidget(m_tables, 1);
    row->addSpacing(4 * metrics::kUnit);
    row->addWidget(m_new);
    row->addWidget(m_name, 1);
    connect(m_existing, &QRadioButton::toggled, this, &TargetForm::showColumns);
    connect(m_tables, &QComboBox::currentIndexChanged, this, &TargetForm::showColumns);
    connect(m_name, &QLineEdit::textChanged, this, &TargetForm::showConsequences);
    return target;
}

QWidget *TargetForm::buildChoices()
{
    auto *choices = new QWidget(this);
    m_conflict = new QComboBox(choices);
    m_conflict->addItem(tr("Stop, and import nothing"), int(transfer::OnConflict::Stop));
    m_conflict->addItem(tr("Keep the row of the table"), int(transfer::OnConflict::Skip));
    m_conflict->addItem(tr("Update the row of the table"), int(transfer::OnConflict::Update));
    m_bad = new QComboBox(choices);
    m_bad->addItem(tr("Stop, and import nothing"), false);
    m_bad->addItem(tr("Leave it out, and write it into a report"), true);
    m_reportRow = new QWidget(choices);
    m_report = new QLineEdit(m_reportRow);
    m_report->setAccessibleName(tr("Report file"));
    auto *browse = new QPushButton(tr("Browse…"), m_reportRow);
    browse->setAutoDefault(false);
    auto *report = new QHBoxLayout(m_reportRow);
    report->setContentsMargins(0, 0, 0, 0);
    report->addWidget(m_report, 1);
    report->addWidget(browse);
    const auto labelled = [choices](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, choices);
        label->setBuddy(buddy);
        buddy->setAccessibleName(QString(text).remove(u'&'));
        return label;
    };
    auto *grid = new QGridLayout(choices);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4 * metrics::kUnit);
    grid->addWidget(labelled(tr("A row whose &key is in the table"), m_conflict), 0, 0);
    grid->addWidget(m_conflict, 0, 1);
    grid->addWidget(labelled(tr("A row that cannot be &read or is refused"), m_bad), 1, 0);
    grid->addWidget(m_bad, 1, 1);
    grid->addWidget(m_reportRow, 1, 2);
    grid->setColumnStretch(2, 1);
    m_reportRow->hide();
    connect(m_conflict, &QComboBox::currentIndexChanged, this, &TargetForm::showConsequences);
    connect(m_bad, &QComboBox::currentIndexChanged, this, [this] {
        m_reportRow->setVisible(m_bad->currentData().toBool());
        Q_EMIT changed();
    });
    connect(m_report, &QLineEdit::textChanged, this, &TargetForm::changed);
    connect(browse, &QPushButton::clicked, this, [this] {
        dialogs::saveFile(this, tr("Report of the rows that are left out"), QFileInfo(m_report->text()).fileName(), QStringLiteral("CSV (*.csv)"),
                          [this](const QString &path) { m_report->setText(QDir::toNativeSeparators(path)); });
    });
    return choices;
}

void TargetForm::setTable(const schema::Name &name)
{
    for (int i = 0; i < m_tables->count(); ++i) {
        if (m_tables->itemData(i).toStringList() == QStringList{name.schema, name.name}) {
            m_tables->setCurrentIndex(i);
            m_existing->setChecked(true);
        }
    }
}

void TargetForm::setFile(const worker::ImportPreview &preview, const QString &path)
{
    m_preview = preview;
    const QFileInfo file(path);
    static const QRegularExpression odd(QStringLiteral("[^\\w]+"));
    if (!m_name->isModified())
        m_name->setText(file.completeBaseName().replace(odd, QStringLiteral("_")).toLower());
    m_report->setText(QDir::toNativeSeparators(file.absolutePath() + u'/' + file.completeBaseName() + QStringLiteral("-left-out.csv")));
    showColumns();
}

const schema::Table *TargetForm::table() const { return makesTable() ? nullptr : m_catalog->table(tableName()); }

schema::Name TargetForm::tableName() const
{
    if (makesTable())
        return schema::Name(m_name->text().trimmed());
    const QStringList parts = m_tables->currentData().toStringList();
    return {parts.value(0), parts.value(1)};
}

void TargetForm::showColumns()
{
    m_tables->setEnabled(!makesTable());
    m_name->setEnabled(makesTable());
    if (!m_preview)
        return;
    if (const schema::Table *known = table())
        m_columns->showTable(*m_preview, *known, m_dialect);
    else if (makesTable())
        m_columns->showNew(*m_preview, m_dialect);
    showConsequences();
}

QStringList TargetForm::keyOfRows() const
{
    const schema::Table *known = table();
    if (!known)
        return {};
    const auto key = transfer::conflictKey(*known, m_columns->targets(), {});
    return key ? *key : QStringList();
}

/// What is said below the columns, and which choices there are.
void TargetForm::showConsequences()
{
    QStringList said;
    if (const QStringList out = m_columns->leftOut(); !out.isEmpty())
        said.append(tr("Left out of the file: %1.").arg(out.join(QStringLiteral(", "))));
    const schema::Table *known = table();
    const QStringList targets = m_columns->targets();
    if (known) {
        QStringList given, missing;
        for (const schema::Column &column : known->columns) {
            if (targets.contains(column.name) || column.computed)
                continue;
            const bool fills = column.nullable || column.defaultValue || column.identity || known->isInPrimaryKey(column.name);
            (fills ? given : missing).append(column.name);
        }
        if (!given.isEmpty())
            said.append(tr("The table fills by itself: %1.").arg(given.join(QStringLiteral(", "))));
        if (!missing.isEmpty())
            said.append(tr("Nothing goes to %1, which must not be NULL.").arg(missing.join(QStringLiteral(", "))));
    } else if (makesTable()) {
        said.append(tr("Types are found in the whole file when it is imported; what stands here comes from its first rows."));
    }
    const QStringList key = keyOfRows();
    m_conflict->setEnabled(!key.isEmpty());
    if (key.isEmpty() && m_conflict->currentIndex() != 0)
        m_conflict->setCurrentIndex(0);
    m_conflict->setToolTip(key.isEmpty() ? tr("The columns of the file hold no key of the table.") : tr("Rows are found by %1.").arg(key.join(QStringLiteral(", "))));
    if (!key.isEmpty() && m_conflict->currentIndex() != 0)
        said.append(tr("Rows are found by %1.").arg(key.join(QStringLiteral(", "))));
    const QString wrong = mistake();
    setRole(m_consequences, wrong.isEmpty() ? QStringLiteral("dim") : QStringLiteral("error"));
    m_consequences->setText(wrong.isEmpty() ? said.join(u' ') : wrong);
    m_consequences->setVisible(!m_consequences->text().isEmpty());
    Q_EMIT changed();
}

QString TargetForm::mistake() const
{
    if (makesTable()) {
        const QString name = m_name->text().trimmed();
        if (name.isEmpty())
            return tr("Give the new table a name.");
        for (const schema::Table &known : m_catalog->tables) {
            if (known.name.name.compare(name, Qt::CaseInsensitive) == 0)
                return tr("There is a table %1 already.").arg(known.name.name);
        }
    }
    return m_preview ? m_columns->mistake() : QString();
}

QString TargetForm::reportPath() const
{
    return m_bad->currentData().toBool() ? QDir::fromNativeSeparators(m_report->text().trimmed()) : QString();
}

transfer::LoadRequest TargetForm::request() const
{
    transfer::LoadRequest request;
    request.table = tableName();
    request.shape = m_preview->shape;
    request.create = makesTable();
    request.types = m_columns->types();
    request.map = m_columns->map();
    request.onConflict = transfer::OnConflict(m_conflict->currentData().toInt());
    if (request.onConflict != transfer::OnConflict::Stop)
        request.key = keyOfRows();
    request.skipBad = m_bad->currentData().toBool();
    return request;
}

} // namespace joinery::ui
