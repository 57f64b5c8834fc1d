// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notice.h"

#include "ui/common/error_text.h"
#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

constexpr qsizetype kMostWords = 400;

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_words(new QLabel(this)),
      m_copy(new QToolButton(this)), m_details(new QToolButton(this)), m_close(new QToolButton(this))
{
    setProperty("role", "strip");
    setObjectName(QStringLiteral("notice"));
    m_words->setProperty("role", "caption");
    for (QLabel *label : {m_text, m_words}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_details->setIcon(icon(QStringLiteral("list")));
    m_close->setIcon(icon(QStringLiteral("close")));
    retranslating(this, [this] {
        m_copy->setToolTip(tr("Copy"));
        m_copy->setAccessibleName(tr("Copy the message"));
        m_details->setToolTip(tr("Show in Activity"));
        m_details->setAccessibleName(tr("Show in Activity"));
        m_close->setToolTip(tr("Close"));
        m_close->setAccessibleName(tr("Close the message"));
    });
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_text);
    texts->addWidget(m_words);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addLayout(texts, 1);
    for (QToolButton *button : {m_copy, m_details, m_close})
        layout->addWidget(button, 0, Qt::AlignVCenter);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_inFull); });
    connect(m_details, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT detailsRequested();
    });
    hide();
}

void Notice::say(const QString &text)
{
    m_icon->setPixmap(icon(QStringLiteral("check-circle"), theme().colors().development).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_text->setText(text);
    m_words->hide();
    m_copy->hide();
    m_details->hide();
    m_inFull = text;
    m_timer.start(4000);
    appear();
}

void Notice::report(const Error &error, const QString &what)
{
    m_icon->setPixmap(icon(QStringLiteral("error"), theme().colors().production).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_text->setText(what.isEmpty() ? errorSentence(error.kind) : what + QStringLiteral(". ") + errorSentence(error.kind));
    const QString words = errorWords(error);
    // A page of words would leave no room for the rows; all of them are in the tip, in Activity and behind Copy.
    m_words->setText(words.size() > kMostWords ? QString(words.left(kMostWords) + u'…') : words);
    m_words->setToolTip(words.size() > kMostWords ? words : QString());
    m_words->show();
    m_copy->show();
    m_details->show();
    m_inFull = m_text->text() + u'\n' + errorWords(error);
    if (!error.statement.isEmpty())
        m_inFull += u'\n' + error.statement;
    m_timer.stop();
    appear();
}

void Notice::appear()
{
    show();
    setAccessibleName(m_text->text());
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace joinery::ui
