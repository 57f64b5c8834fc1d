// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/notice_bar.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace joinery::ui {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    m_layout->setContentsMargins(12, 4, 8, 4);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(&theme(), &Theme::changed, this, &NoticeBar::restyle);
    hide();
}

void NoticeBar::tell(const QString &sentence, bool isError, const std::vector<Answer> &answers)
{
    m_error = isError;
    m_text->setText(sentence);
    m_text->setAccessibleName(sentence);
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const Answer &answer : answers) {
        auto *button = new QPushButton(answer.text, this);
        // The answer may well end this bar's buttons.
        connect(button, &QPushButton::clicked, this, [this, action = answer.action] {
            hide();
            if (action)
                action();
        }, Qt::QueuedConnection);
        m_layout->addWidget(button);
        m_buttons.append(button);
    }
    restyle();
    show();
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::restyle()
{
    const Colors &colors = theme().colors();
    setStyleSheet(QStringLiteral("QFrame#noticeBar { background: %1; border: none; border-bottom: 1px solid %2; }")
                      .arg((m_error ? colors.deletedSoft : colors.changedSoft).name(), colors.border.name()));
    m_icon->setPixmap(icon(m_error ? QStringLiteral("error") : QStringLiteral("info"), m_error ? colors.deleted : colors.changed).pixmap(16, 16));
}

} // namespace joinery::ui
