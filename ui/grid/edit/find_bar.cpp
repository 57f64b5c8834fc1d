// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/find_bar.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace joinery::ui {

FindBar::FindBar(QWidget *parent)
    : QFrame(parent), m_text(new QLineEdit(this)), m_with(new QLineEdit(this)), m_column(new QComboBox(this)), m_where(new QComboBox(this)),
      m_regex(new QCheckBox(this)), m_case(new QCheckBox(this)), m_previous(new QToolButton(this)), m_next(new QToolButton(this)),
      m_close(new QToolButton(this)), m_replace(new QPushButton(this)), m_told(new QLabel(this)), m_second(new QWidget(this))
{
    setProperty("role", QStringLiteral("toolbar"));
    m_text->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    for (QLineEdit *field : {m_text, m_with}) {
        field->setFont(theme().monospaced());
        field->setMinimumWidth(140);
        field->setMaximumWidth(360);
    }
    m_column->setMinimumWidth(120);
    m_where->addItems({QString(), QString()});
    m_told->setProperty("role", QStringLiteral("dim"));
    m_told->setTextFormat(Qt::PlainText);
    m_previous->setIcon(icon(QStringLiteral("chevron-up")));
    m_next->setIcon(icon(QStringLiteral("chevron-down")));
    m_close->setIcon(icon(QStringLiteral("close")));
    auto *first = new QHBoxLayout;
    first->addWidget(m_text, 2);
    for (QWidget *widget : {static_cast<QWidget *>(m_column), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                            static_cast<QWidget *>(m_case), static_cast<QWidget *>(m_regex)})
        first->addWidget(widget);
    first->addSpacing(8);
    first->addWidget(m_told, 3);
    first->addWidget(m_close);
    auto *second = new QHBoxLayout(m_second);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(m_with, 2);
    second->addWidget(m_where);
    second->addWidget(m_replace);
    second->addStretch(3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 5, 8, 5);
    layout->setSpacing(5);
    layout->addLayout(first);
    layout->addWidget(m_second);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::enable);
    connect(m_next, &QToolButton::clicked, this, [this] { Q_EMIT findAsked(false); });
    connect(m_previous, &QToolButton::clicked, this, [this] { Q_EMIT findAsked(true); });
    connect(m_replace, &QPushButton::clicked, this, &FindBar::replaceAsked);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
    retranslating(this, [this] { retranslate(); });
    enable();
    hide();
}

void FindBar::retranslate()
{
    const auto name = [](QWidget *widget, const QString &text) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    };
    m_text->setPlaceholderText(tr("Find …"));
    m_with->setPlaceholderText(tr("Replace by …"));
    name(m_text, tr("Text to find"));
    name(m_with, tr("Text to put in its place; in a regular expression \\1 is the first group"));
    name(m_column, tr("Column to search"));
    name(m_where, tr("Rows to replace in"));
    m_where->setItemText(0, tr("in all rows"));
    m_where->setItemText(1, tr("in the selected cells"));
    name(m_previous, tr("Find the previous (Shift+Return)"));
    name(m_next, tr("Find the next (Return)"));
    name(m_close, tr("Close (Esc)"));
    m_regex->setText(tr("Regex"));
    name(m_regex, tr("The text is a regular expression"));
    m_case->setText(tr("Match case"));
    name(m_case, tr("Upper and lower case differ"));
    m_replace->setText(tr("Replace all …"));
    name(m_replace, tr("Show what would be replaced, then stage it"));
}

void FindBar::setColumns(const QStringList &columns, const QString &current)
{
    m_column->clear();
    m_column->addItems(columns);
    m_column->setCurrentText(current);
}

void FindBar::setCan(bool regex, bool replace)
{
    m_regex->setVisible(regex);
    m_case->setVisible(regex);
    m_second->setVisible(replace);
}

session::TextSearch FindBar::search() const
{
    return {m_column->currentText(), m_text->text(), m_regex->isChecked() && !m_regex->isHidden(), m_case->isChecked() && !m_case->isHidden()};
}

QString FindBar::with() const { return m_with->text(); }

bool FindBar::inSelection() const { return m_where->currentIndex() == 1; }

void FindBar::tell(const QString &sentence, bool isFailure)
{
    m_told->setText(sentence);
    m_told->setToolTip(sentence);
    m_told->setProperty("role", isFailure ? QStringLiteral("error") : QStringLiteral("dim"));
    m_told->style()->unpolish(m_told);
    m_told->style()->polish(m_told);
}

QString FindBar::told() const { return m_told->text(); }

void FindBar::begin(bool replace)
{
    show();
    QLineEdit *field = replace && !m_text->text().isEmpty() && m_second->isVisible() ? m_with : m_text;
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
}

void FindBar::enable()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_replace)})
        widget->setEnabled(!m_text->text().isEmpty());
    tell({});
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (isReturn && m_with->hasFocus() && m_replace->isEnabled())
        Q_EMIT replaceAsked();
    else if (isReturn && m_next->isEnabled())
        Q_EMIT findAsked(event->modifiers() & Qt::ShiftModifier);
    else
        QFrame::keyPressEvent(event);
}

} // namespace joinery::ui
