// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/failure_strip.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace joinery::ui {

FailureStrip::FailureStrip(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_resolve(new QPushButton(this)),
      m_copy(new QToolButton(this))
{
    setObjectName(QStringLiteral("failureStrip"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_resolve, 0, Qt::AlignVCenter);
    layout->addWidget(m_copy, 0, Qt::AlignVCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    connect(m_resolve, &QPushButton::clicked, this, &FailureStrip::resolveAsked);
    retranslating(this, [this] {
        m_resolve->setText(tr("Choose …"));
        m_resolve->setAccessibleName(tr("Choose between theirs and mine"));
        m_copy->setToolTip(tr("Copy the message"));
        m_copy->setAccessibleName(tr("Copy the message"));
        m_text->setAccessibleName(tr("Why the commit failed"));
    });
    connect(&theme(), &Theme::changed, this, &FailureStrip::restyle);
    restyle();
}

void FailureStrip::restyle()
{
    const Colors &colors = theme().colors();
    setStyleSheet(QStringLiteral("QFrame#failureStrip { background: %1; border: 1px solid %2; border-radius: 4px; }")
                      .arg(colors.deletedSoft.name(), colors.deleted.name()));
    m_icon->setPixmap(icon(QStringLiteral("error"), colors.deleted).pixmap(16, 16));
    m_copy->setIcon(icon(QStringLiteral("copy")));
}

void FailureStrip::show(const Error &error, bool canResolve)
{
    m_resolve->setVisible(canResolve);
    m_text->setText(error.detail.isEmpty() ? error.message : QString(error.message % u'\n' % error.detail));
}

QString FailureStrip::text() const { return m_text->text(); }

} // namespace joinery::ui
