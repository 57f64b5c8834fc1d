// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page_bar.h"
#include "ui/workbench/connection_item.h"

class QComboBox;
class QPushButton;
class QToolButton;

namespace joinery::ui {

/// Above the editor of SQL: running, the transaction, and the connection.
class SqlToolbar : public PageBar
{
    Q_OBJECT
public:
    explicit SqlToolbar(QWidget *parent);

    struct State
    {
        bool connected = false;
        bool running = false;
        bool transactionOpen = false;
        bool transactionFailed = false;
    };
    void follow(const State &state);
    bool isManual() const; ///< statements run in a transaction that is committed by hand
    void setManual(bool manual);
    void showConnection(const ConnectionItem *item);
    void fillConnections(const QList<ConnectionItem *> &items, const ConnectionItem *current);

Q_SIGNALS:
    void runAsked();
    void runAllAsked();
    void stopAsked();
    void commitAsked();
    void rollbackAsked();
    void modeChanged();
    void connectionsAsked(); ///< fillConnections() answers
    void connectionChosen(joinery::ui::ConnectionItem *item);

private:
    void retranslate();
    void setPictures();

    QPushButton *m_run;
    QPushButton *m_runAll;
    QPushButton *m_stop;
    QComboBox *m_commitMode;
    QPushButton *m_commit;
    QPushButton *m_rollback;
    QToolButton *m_connection;
};

} // namespace joinery::ui
