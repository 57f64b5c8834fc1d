// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/edit/warning_box.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace joinery::ui {

namespace {

constexpr qsizetype kMost = 6;

} // namespace

WarningBox::WarningBox(const QString &accessibleName, QWidget *parent) : QFrame(parent), m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("warnings"));
    const Colors &colors = theme().colors();
    setStyleSheet(QStringLiteral("QFrame#warnings { background: %1; border-radius: 4px; }").arg(colors.changedSoft.name()));
    auto *sign = new QLabel(this);
    sign->setPixmap(icon(QStringLiteral("warning"), colors.changed).pixmap(16, 16));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(accessibleName);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    hide();
}

void WarningBox::tell(const QStringList &sentences)
{
    QStringList lines = sentences.mid(0, kMost);
    if (sentences.size() > kMost)
        lines.append(tr("and %n more", nullptr, int(sentences.size() - kMost)));
    m_text->setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

QString WarningBox::text() const { return m_text->text(); }

} // namespace joinery::ui
