// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/catalog_jobs.h"
#include "ui/connections/connection_list.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace joinery::ui {

class ConnectionForm;

/// Sets up a connection, or changes one. Never waits: the test runs beside it and can be cancelled.
class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    enum class Purpose { Connect, Change };
    explicit ConnectionDialog(Purpose purpose, QWidget *parent = nullptr);

    void setDraft(const ConnectionDraft &draft);

Q_SIGNALS:
    /// The user chose Connect or Save.
    void drafted(const joinery::ui::ConnectionDraft &draft);

private:
    void test();
    void cancelTest();
    void finishTest(const Result<driver::ServerInfo> &answer);
    void say(const QString &iconName, const QColor &color, const QString &sentence, const QString &words);
    void finish();

    ConnectionForm *m_form;
    QWidget *m_answer;
    QLabel *m_answerIcon;
    QLabel *m_sentence;
    QLabel *m_words;
    QPushButton *m_test;
    worker::Job m_job;
    driver::Url m_tested;
    bool m_testing = false;
    quint64 m_generation = 0; ///< a late answer of a cancelled test is dropped
};

} // namespace joinery::ui
