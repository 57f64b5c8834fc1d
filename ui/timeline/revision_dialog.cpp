// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/revision_dialog.h"

#include "ui/common/theme.h"
#include "ui/timeline/change_list.h"
#include "ui/timeline/revision_detail.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace joinery::ui {

RevisionDialog::RevisionDialog(QString projectFolder, migration::HistoryPtr history, compare::Difference difference,
                               QString dialect, QWidget *parent)
    : QDialog(parent), m_folder(std::move(projectFolder)), m_history(std::move(history)),
      m_difference(std::move(difference)), m_dialect(std::move(dialect)), m_message(new QLineEdit(this)),
      m_changes(new ChangeList), m_detail(new RevisionDetail(this)), m_failure(new QLabel(this)),
      m_create(new QPushButton(tr("Create revision"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New revision"));
    resize(900, 560);
    m_message->setPlaceholderText(tr("What changes, in a few words: \"Prices are exact\""));
    m_message->setAccessibleName(tr("Message of the revision"));
    m_failure->setProperty("role", QStringLiteral("error"));
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_create->setProperty("role", QStringLiteral("primary"));
    m_create->setDefault(true);
    m_create->setEnabled(false);

    auto *left = new QScrollArea(this);
    left->setWidgetResizable(true);
    left->setMinimumWidth(300);
    auto *inside = new QWidget;
    auto *insideLayout = new QVBoxLayout(inside);
    insideLayout->setContentsMargins(0, 0, 2 * metrics::kUnit, 0);
    insideLayout->addWidget(m_changes);
    insideLayout->addStretch();
    left->setWidget(inside);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_failure, 1);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_create);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit, 4 * metrics::kUnit);
    layout->setSpacing(3 * metrics::kUnit);
    layout->addWidget(m_message);
    layout->addWidget(splitter, 1);
    layout->addLayout(foot);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_create, &QPushButton::clicked, this, &RevisionDialog::create);
    connect(m_message, &QLineEdit::textChanged, this, [this](const QString &text) { m_create->setEnabled(!text.trimmed().isEmpty()); });

    m_changes->show(m_difference.operations);
    m_detail->preferDialect(m_dialect);
    worker::operationsText(m_history, m_difference.operations, this, [this](Result<worker::RevisionText> text) {
        if (text)
            m_detail->showText(*text);
        else
            m_detail->showFailure(text.error().message);
    });
}

void RevisionDialog::create()
{
    m_create->setEnabled(false);
    worker::NewRevision revision{m_folder, m_message->text().trimmed(), m_history->graph().headIds(), m_dialect, m_difference.operations};
    worker::addRevision(revision, this, [this](Result<QString> id) {
        if (!id) {
            m_failure->setText(id.error().message);
            m_failure->show();
            m_create->setEnabled(true);
            return;
        }
        Q_EMIT created(*id);
        accept();
    });
}

} // namespace joinery::ui
