// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shell.h"

namespace joinery::ui {

/// Asks what connections need to be asked: a new one, a change, a password, a file, whether one may go.
class ConnectionDesk : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionDesk(Shell &shell);

    void connectToDatabase();
    void openFile();
    void edit(ConnectionItem *connection);
    void duplicate(ConnectionItem *connection);
    void remove(ConnectionItem *connection);
    void close(ConnectionItem *connection);
    /// A database file, a project folder or its joinery.json, an SQL file, a URL: dropped or given on the command line.
    /// False where it is none of them.
    bool openAny(const QString &source, bool readOnly = false);

private:
    void askPassword(ConnectionItem *connection);
    Shell &m_shell;
};

} // namespace joinery::ui
