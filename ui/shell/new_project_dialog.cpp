// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/new_project_dialog.h"

#include "ui/common/dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace joinery::ui {

namespace {

QString suggestion(const ConnectionItem *from)
{
    if (!from)
        return NewProjectDialog::tr("project", "name of a new project");
    QString name = QFileInfo(from->target().url.database).completeBaseName();
    name.replace(QRegularExpression(QStringLiteral("[^\\w-]+")), QStringLiteral("_"));
    return name.isEmpty() ? from->name() : name;
}

} // namespace

NewProjectDialog::NewProjectDialog(const QList<ConnectionItem *> &connections, ConnectionItem *from, QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(suggestion(from), this)),
      m_place(new QLineEdit(QDir::toNativeSeparators(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)), this)),
      m_source(new QComboBox(this)), m_baseline(new QCheckBox(tr("Write a first revision that creates these tables"), this)),
      m_answer(new QLabel(this)), m_create(new QPushButton(tr("Create &project"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New project"));
    setMinimumWidth(520);
    auto *browse = new QPushButton(tr("Browse…"), this);
    browse->setAutoDefault(false);
    auto *place = new QHBoxLayout;
    place->addWidget(m_place);
    place->addWidget(browse);
    m_source->addItem(tr("Nothing: start with an empty diagram"), QString());
    for (const ConnectionItem *connection : connections)
        if (connection->catalog())
            m_source->addItem(tr("The tables of %1").arg(connection->name()), connection->id());
    if (from)
        m_source->setCurrentIndex(qMax(0, m_source->findData(from->id())));
    m_baseline->setChecked(true);
    m_answer->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_create->setProperty("role", "primary");
    m_create->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_create);

    auto *layout = new QFormLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setVerticalSpacing(8);
    layout->setHorizontalSpacing(16);
    layout->addRow(tr("&Name"), m_name);
    auto *placeLabel = new QLabel(tr("&Folder"), this);
    placeLabel->setBuddy(m_place);
    layout->addRow(placeLabel, place);
    layout->addRow(tr("Starts &with"), m_source);
    layout->addRow(QString(), m_baseline);
    layout->addRow(m_answer);
    layout->addRow(buttons);

    connect(browse, &QPushButton::clicked, this, [this] {
        dialogs::chooseFolder(this, tr("Where to put the project"), [this](const QString &path) { m_place->setText(QDir::toNativeSeparators(path)); });
    });
    connect(m_name, &QLineEdit::textChanged, this, &NewProjectDialog::refresh);
    connect(m_place, &QLineEdit::textChanged, this, &NewProjectDialog::refresh);
    connect(m_source, &QComboBox::currentIndexChanged, this, &NewProjectDialog::refresh);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, [this] {
        const QString folder = QDir(QDir::fromNativeSeparators(m_place->text())).absoluteFilePath(m_name->text().trimmed());
        Q_EMIT chosen(m_name->text().trimmed(), folder, m_source->currentData().toString(),
                      m_baseline->isChecked() && m_source->currentIndex() > 0);
        accept();
    });
    refresh();
    m_name->selectAll();
    m_name->setFocus();
}

void NewProjectDialog::refresh()
{
    const QString name = m_name->text().trimmed();
    const QString folder = QDir(QDir::fromNativeSeparators(m_place->text())).absoluteFilePath(name);
    const bool usable = !name.isEmpty() && !name.contains(u'/') && !m_place->text().trimmed().isEmpty();
    const bool taken = usable && QFileInfo::exists(folder) && !QDir(folder).isEmpty();
    m_baseline->setVisible(m_source->currentIndex() > 0);
    m_create->setEnabled(usable && !taken);
    m_answer->setProperty("role", taken || !usable ? "error" : "caption");
    m_answer->setStyleSheet(QString()); // takes up the new role
    m_answer->setText(!usable ? tr("Give the project a name and a folder.")
                      : taken ? tr("%1 is there already and is not empty.").arg(QDir::toNativeSeparators(folder))
                              : tr("It will be in %1.").arg(QDir::toNativeSeparators(folder)));
}

} // namespace joinery::ui
