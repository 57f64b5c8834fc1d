// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/connection_item.h"
#include "ui/workbench/page.h"

#include <QPointer>

class QLabel;
class QPushButton;

namespace joinery::ui {

/// Stands where a page will be once its connection, or the project, is open: after a restart, or when a connection is
/// slow or refused. Keeps the state of the page that it stands for.
class PendingPage : public Page
{
    Q_OBJECT
public:
    PendingPage(const Location &location, const QJsonObject &saved, ConnectionItem *connection);

    QString kind() const override { return QStringLiteral("pending"); }
    QString title() const override;
    QString origin() const override { return m_connection ? m_connection->name() : QString(); }
    QString iconName() const override;
    Environment environment() const override { return m_connection ? m_connection->environment() : Environment::None; }
    QString connectionId() const override { return m_location.connection; }
    Location location() const override { return m_location; }
    QJsonObject state() const override { return m_saved; }
    bool needsProject() const { return m_location.connection.isEmpty(); }
    /// The project could not be opened.
    void setProblem(const Error &error);

Q_SIGNALS:
    void connectRequested();
    void editRequested();

private:
    void refresh();
    Location m_location;
    QJsonObject m_saved;
    QPointer<ConnectionItem> m_connection;
    std::optional<Error> m_problem;
    QLabel *m_title;
    QLabel *m_words;
    QPushButton *m_connect;
    QPushButton *m_edit;
};

} // namespace joinery::ui
