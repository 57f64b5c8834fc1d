// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

namespace joinery::ui {

/// Asks what projects need to be asked: where a new one goes, which one to open, whether unsaved work may go.
class ProjectDesk : public QObject
{
    Q_OBJECT
public:
    explicit ProjectDesk(Shell &shell);

    void openFolder();
    void open(const QString &folder);
    /// With a connection: its tables become the models.
    void create(ConnectionItem *from);
    /// A copy of the bookshop in the user's documents, opened with its database.
    void openSample();
    /// The diagram of the open project, with its database open beside it.
    void showProject();
    /// The default environment's database, where it is one for development: staging and production are opened by hand.
    /// nullptr where there is none.
    ConnectionItem *openDefaultDatabase();
    void save();
    void closeProject();

private:
    void make(const QString &name, const QString &folder, ConnectionItem *from, bool baseline);
    void afterUnsaved(std::function<void()> then);
    void joinEnvironments();
    Shell &m_shell;
};

} // namespace joinery::ui
