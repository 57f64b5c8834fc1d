// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/preview_panel.h"

#include "core/operation/apply.h"
#include "core/worker/preview_jobs.h"
#include "ui/common/operation_text.h"
#include "ui/common/retranslate.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QVBoxLayout>

namespace joinery::ui {

PreviewPanel::PreviewPanel(ProjectSession *project, QWidget *parent)
    : QWidget(parent), m_log(project), m_title(new QLabel(this)), m_tabs(new QTabBar(this)),
      m_text(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 12, 0);
    m_title->setProperty("role", QStringLiteral("section"));
    head->addWidget(m_title);
    head->addStretch();
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    head->addWidget(m_tabs);
    column->addLayout(head);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(theme().monospaced());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setStyleSheet(QStringLiteral("QPlainTextEdit { border: none; border-top: 1px solid palette(mid); border-radius: 0; padding: 4px 8px; }"));
    column->addWidget(m_text, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &PreviewPanel::refresh);
    connect(&m_log, &ChangeLog::changed, &m_soon, qOverload<>(&QTimer::start));
    connect(m_tabs, &QTabBar::currentChanged, this, &PreviewPanel::showTab);
    retranslating(this, [this] {
        m_tabs->setAccessibleName(tr("Form of the unsaved changes"));
        m_text->setAccessibleName(tr("Unsaved changes"));
        refresh();
    });
}

void PreviewPanel::refresh()
{
    const operation::Operations operations = m_log.operations();
    m_title->setText(operations.empty() ? tr("No unsaved changes")
                                        : tr("%n unsaved changes", nullptr, int(operations.size())));
    QStringList titles{tr("In words")};
    QStringList words;
    for (const operation::Operation &operation : operations) {
        QString line = operationText(operation);
        if (operation::losesData(operation))
            line += QStringLiteral("   ") + tr("(its values are lost)");
        words.append(line);
    }
    m_pages = {operations.empty() ? tr("Edit a cell above: what changes stands here, in words and as SQL for each engine.")
                                  : words.join(u'\n')};
    for (const worker::SqlPreview &preview : worker::previewSql(operations, *m_log.before())) {
        titles.append(preview.displayName);
        const QString semicolon = QStringLiteral(";\n");
        m_pages.append(!preview.failure.isEmpty()   ? tr("-- %1").arg(preview.failure)
                       : preview.statements.isEmpty() ? QString()
                                                      : QString(preview.statements.join(semicolon) + u';'));
    }
    const QSignalBlocker quiet(m_tabs);
    while (m_tabs->count() > titles.size())
        m_tabs->removeTab(m_tabs->count() - 1);
    for (int i = 0; i < titles.size(); ++i) {
        if (i < m_tabs->count())
            m_tabs->setTabText(i, titles.at(i));
        else
            m_tabs->addTab(titles.at(i));
    }
    showTab();
}

void PreviewPanel::showTab()
{
    const QString text = m_pages.value(std::max(0, m_tabs->currentIndex()));
    if (m_text->toPlainText() != text)
        m_text->setPlainText(text);
}

} // namespace joinery::ui
