// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/grid_toolbar.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace joinery::ui {

GridToolbar::GridToolbar(const QString &connection, QWidget *parent) : PageBar(parent), m_connection(connection)
{
    const auto tool = [this](const QString &iconName) {
        auto *button = new QToolButton(this);
        button->setIcon(icon(iconName));
        button->setIconSize({16, 16});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        return button;
    };
    m_add = tool(QStringLiteral("plus"));
    m_delete = tool(QStringLiteral("minus"));
    m_undo = tool(QStringLiteral("undo"));
    m_where = new QLineEdit(this);
    m_where->setFont(theme().monospaced());
    m_where->addAction(icon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_where->setClearButtonEnabled(true);
    m_where->setMinimumWidth(120);
    m_where->setMaximumWidth(420);
    m_saved = tool(QStringLiteral("bookmark"));
    m_saved->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_saved->setPopupMode(QToolButton::InstantPopup);
    auto *saved = new QMenu(m_saved);
    m_saved->setMenu(saved);
    connect(saved, &QMenu::aboutToShow, this, [this, saved] {
        saved->clear();
        Q_EMIT savedFiltersAsked(*saved);
    });
    m_filters = tool(QStringLiteral("close"));
    m_filters->setProperty("role", QStringLiteral("outlined"));
    m_filters->hide();
    m_staged = new QLabel(this);
    m_preview = new QPushButton(this);
    m_revert = new QPushButton(this);
    m_commit = new QPushButton(this);
    m_commit->setProperty("role", QStringLiteral("primary"));

    QHBoxLayout *layout = &row();
    for (QWidget *widget : {static_cast<QWidget *>(m_add), static_cast<QWidget *>(m_delete), static_cast<QWidget *>(m_undo)})
        layout->addWidget(widget);
    layout->addSpacing(4);
    layout->addWidget(m_where, 1);
    layout->addWidget(m_saved);
    layout->addWidget(m_filters);
    layout->addStretch();
    layout->addWidget(m_staged);
    layout->addSpacing(4);
    for (QPushButton *button : {m_preview, m_revert, m_commit})
        layout->addWidget(button);

    connect(m_add, &QToolButton::clicked, this, &GridToolbar::addAsked);
    connect(m_delete, &QToolButton::clicked, this, &GridToolbar::deleteAsked);
    connect(m_undo, &QToolButton::clicked, this, &GridToolbar::undoAsked);
    connect(m_filters, &QToolButton::clicked, this, &GridToolbar::noFiltersAsked);
    connect(m_preview, &QPushButton::clicked, this, &GridToolbar::previewAsked);
    connect(m_revert, &QPushButton::clicked, this, &GridToolbar::revertAsked);
    connect(m_commit, &QPushButton::clicked, this, &GridToolbar::commitAsked);
    connect(m_where, &QLineEdit::returnPressed, this, [this] { Q_EMIT whereAsked(m_where->text().trimmed()); });
    connect(m_where, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            Q_EMIT whereAsked({});
    });
    connect(&theme(), &Theme::changed, this, &GridToolbar::retranslate);
    retranslating(this, [this] { retranslate(); });
}

void GridToolbar::retranslate()
{
    const auto name = [](QAbstractButton *button, const QString &text, const QString &tip) {
        button->setText(text);
        button->setAccessibleName(tip);
        button->setToolTip(tip);
    };
    name(m_add, tr("Row"), tr("Add a row (Ins)"));
    name(m_delete, tr("Delete"), tr("Delete the selected rows (Del)"));
    name(m_undo, tr("Undo"), tr("Undo the last edit (Ctrl+Z)"));
    name(m_saved, QString(), tr("Kept filters"));
    name(m_preview, tr("Preview SQL"), tr("Show the SQL of the staged changes"));
    name(m_revert, tr("Revert"), tr("Drop all staged changes"));
    name(m_commit, tr("Commit to %1").arg(m_connection), tr("Write the staged changes to %1").arg(m_connection));
    setFilters(m_filterCount);
    m_where->setPlaceholderText(tr("WHERE …"));
    m_where->setAccessibleName(tr("WHERE condition"));
    setStaged(m_count);
}

/// In a narrow page the signs of the tools stand without words, then the connection is named by the tip alone: no text is cut.
void GridToolbar::fit()
{
    const QString named = tr("Commit to %1").arg(m_connection);
    for (const auto &[style, commit] : {std::pair(Qt::ToolButtonTextBesideIcon, named), std::pair(Qt::ToolButtonIconOnly, named),
                                       std::pair(Qt::ToolButtonIconOnly, tr("Commit"))}) {
        for (QToolButton *button : {m_add, m_delete, m_undo})
            button->setToolButtonStyle(style);
        m_commit->setText(commit);
        layout()->invalidate();
        if (layout()->minimumSize().width() <= width())
            return;
    }
}

void GridToolbar::resizeEvent(QResizeEvent *event)
{
    PageBar::resizeEvent(event);
    fit();
}

void GridToolbar::setStaged(int count)
{
    m_count = count;
    m_staged->setText(count > 0 ? tr("%n staged changes", nullptr, count) : QString());
    m_staged->setStyleSheet(QStringLiteral("color: %1;").arg(theme().colors().changed.name()));
    for (QPushButton *button : {m_preview, m_revert, m_commit})
        button->setVisible(m_editable);
    for (QPushButton *button : {m_preview, m_revert, m_commit})
        button->setEnabled(count > 0 && !m_busy);
    fit();
}

void GridToolbar::setFilters(int count)
{
    m_filterCount = count;
    m_filters->setText(tr("%n column filters", nullptr, count));
    m_filters->setToolTip(tr("Remove the filters of columns"));
    m_filters->setAccessibleName(tr("Remove %n column filters", nullptr, count));
    m_filters->setVisible(count > 0);
    fit();
}

void GridToolbar::setEditable(bool editable)
{
    m_editable = editable;
    for (QToolButton *button : {m_add, m_delete, m_undo})
        button->setVisible(editable);
    setStaged(m_count);
}

void GridToolbar::setCanUndo(bool can) { m_undo->setEnabled(can && !m_busy); }

void GridToolbar::setBusy(bool busy)
{
    m_busy = busy;
    m_add->setEnabled(!busy);
    m_delete->setEnabled(!busy);
    setStaged(m_count);
}

void GridToolbar::setWhere(const QString &where)
{
    const QSignalBlocker quiet(m_where);
    m_where->setText(where);
}

QString GridToolbar::where() const { return m_where->text().trimmed(); }

void GridToolbar::focusWhere()
{
    m_where->setFocus(Qt::ShortcutFocusReason);
    m_where->selectAll();
}

void GridToolbar::setWhereError(const QString &words)
{
    m_where->setProperty("valid", words.isEmpty() ? QVariant() : QVariant(QStringLiteral("false")));
    m_where->setToolTip(words);
    m_where->style()->unpolish(m_where);
    m_where->style()->polish(m_where);
}

} // namespace joinery::ui
