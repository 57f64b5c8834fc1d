// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_dialog.h"

#include "ui/common/error_text.h"
#include "ui/common/theme.h"
#include "ui/connections/connection_form.h"
#include "ui/connections/stage.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace joinery::ui {

ConnectionDialog::ConnectionDialog(Purpose purpose, QWidget *parent) : QDialog(parent), m_form(new ConnectionForm(this))
{
    const bool connecting = purpose == Purpose::Connect;
    setWindowTitle(connecting ? tr("Connect to a database") : tr("Change the connection"));
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(560);

    m_answer = new QWidget(this);
    m_answer->setObjectName(QStringLiteral("testAnswer"));
    m_answerIcon = new QLabel(m_answer);
    m_sentence = new QLabel(m_answer);
    m_sentence->setObjectName(QStringLiteral("testSentence"));
    m_sentence->setWordWrap(true);
    m_words = new QLabel(m_answer);
    m_words->setObjectName(QStringLiteral("testWords"));
    m_words->setProperty("role", "caption");
    m_words->setWordWrap(true);
    for (QLabel *label : {m_sentence, m_words})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_sentence);
    texts->addWidget(m_words);
    auto *answerLayout = new QHBoxLayout(m_answer);
    answerLayout->setContentsMargins(0, 4, 0, 0);
    answerLayout->addWidget(m_answerIcon, 0, Qt::AlignTop);
    answerLayout->addLayout(texts, 1);
    m_answer->hide();

    m_test = new QPushButton(tr("&Test connection"), this);
    m_test->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *accept = new QPushButton(connecting ? tr("&Connect") : tr("&Save"), this);
    accept->setProperty("role", "primary");
    accept->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_test);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_form);
    layout->addWidget(m_answer);
    layout->addStretch();
    layout->addLayout(buttons);

    connect(m_test, &QPushButton::clicked, this, [this] { m_testing ? cancelTest() : test(); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(accept, &QPushButton::clicked, this, &ConnectionDialog::finish);
    connect(m_form, &ConnectionForm::changed, this, [this] {
        if (m_testing)
            cancelTest();
        if (m_form->mistake().isEmpty())
            m_answer->hide();
        else
            say(QStringLiteral("error"), theme().colors().production, m_form->mistake(), {});
    });
    connect(this, &QDialog::finished, this, [this] { m_job.cancel(); });
}

void ConnectionDialog::setDraft(const ConnectionDraft &draft)
{
    m_form->setDraft(draft);
}

void ConnectionDialog::test()
{
    const Result<ConnectionDraft> draft = m_form->draft();
    if (!draft) {
        say(QStringLiteral("error"), theme().colors().production, draft.error().message, {});
        return;
    }
    m_testing = true;
    m_tested = draft->target.url;
    m_test->setText(tr("Cancel the &test"));
    say(QStringLiteral("clock"), theme().colors().dim, tr("Connecting to %1…").arg(addressText(m_tested)), {});
    const quint64 generation = ++m_generation;
    m_job = worker::testConnection(draft->target, this, [this, generation](Result<driver::ServerInfo> answer) {
        if (generation == m_generation)
            finishTest(answer);
    });
}

void ConnectionDialog::cancelTest()
{
    ++m_generation;
    m_job.cancel();
    m_testing = false;
    m_test->setText(tr("&Test connection"));
    say(QStringLiteral("info"), theme().colors().dim, tr("The test was cancelled."), {});
}

void ConnectionDialog::finishTest(const Result<driver::ServerInfo> &answer)
{
    m_testing = false;
    m_test->setText(tr("&Test connection"));
    if (answer) {
        QString more = answer->tls.isEmpty() ? QString() : QString(u'\n' + tr("Encrypted: %1").arg(answer->tls));
        for (const auto &[what, value] : answer->facts)
            more += u'\n' + what + QStringLiteral(": ") + value;
        say(QStringLiteral("check-circle"), theme().colors().development,
            tr("Connected to %1 %2.").arg(answer->product, answer->version), addressText(m_tested) + more);
        return;
    }
    say(QStringLiteral("error"), theme().colors().production,
        stageSentence(failedStage(answer.error(), m_tested), m_tested), errorWords(answer.error()));
}

void ConnectionDialog::say(const QString &iconName, const QColor &color, const QString &sentence, const QString &words)
{
    m_answerIcon->setPixmap(icon(iconName, color).pixmap(QSize(20, 20), devicePixelRatioF()));
    m_sentence->setText(sentence);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    m_answer->show();
}

void ConnectionDialog::finish()
{
    const Result<ConnectionDraft> draft = m_form->draft();
    if (!draft) {
        say(QStringLiteral("error"), theme().colors().production, draft.error().message, {});
        return;
    }
    Q_EMIT drafted(*draft);
    accept();
}

} // namespace joinery::ui
