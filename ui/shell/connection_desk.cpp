// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connection_desk.h"

#include "ui/common/dialogs.h"
#include "ui/connections/connection_dialog.h"
#include "ui/connections/password_dialog.h"

#include <QDir>
#include <QFileInfo>

namespace joinery::ui {

ConnectionDesk::ConnectionDesk(Shell &shell) : QObject(&shell), m_shell(shell)
{
    connect(&shell.connectionList(), &ConnectionList::passwordWanted, this, &ConnectionDesk::askPassword);
    connect(&shell, &Shell::editRequested, this, &ConnectionDesk::edit);
}

void ConnectionDesk::connectToDatabase()
{
    auto *dialog = new ConnectionDialog(ConnectionDialog::Purpose::Connect, m_shell.window());
    connect(dialog, &ConnectionDialog::drafted, this, [this](const ConnectionDraft &draft) {
        m_shell.openConnection(m_shell.connectionList().add(draft));
    });
    dialog->open();
}

void ConnectionDesk::openFile()
{
    dialogs::openFile(m_shell.window(), tr("Open a database file"),
                      tr("SQLite databases (*.db *.sqlite *.sqlite3 *.db3);;All files (*)"),
                      [this](const QString &path) { m_shell.openFile(path); });
}

void ConnectionDesk::edit(ConnectionItem *connection)
{
    auto *dialog = new ConnectionDialog(ConnectionDialog::Purpose::Change, m_shell.window());
    dialog->setDraft(m_shell.connectionList().draftOf(connection));
    connect(dialog, &ConnectionDialog::drafted, connection, [this, connection](const ConnectionDraft &draft) {
        m_shell.connectionList().change(connection, draft);
    });
    dialog->open();
}

void ConnectionDesk::duplicate(ConnectionItem *connection)
{
    ConnectionDraft draft = m_shell.connectionList().draftOf(connection);
    draft.name = tr("%1 (copy)").arg(draft.name);
    auto *dialog = new ConnectionDialog(ConnectionDialog::Purpose::Connect, m_shell.window());
    dialog->setDraft(draft);
    connect(dialog, &ConnectionDialog::drafted, this, [this](const ConnectionDraft &changed) {
        m_shell.openConnection(m_shell.connectionList().add(changed));
    });
    dialog->open();
}

void ConnectionDesk::remove(ConnectionItem *connection)
{
    m_shell.confirm(tr("Remove the connection %1?").arg(connection->name()),
                    tr("Joinery forgets the address and the password. The database itself is not touched."),
                    tr("Remove connection"), true, [this, connection = QPointer(connection)] {
                        if (!connection)
                            return;
                        close(connection);
                        m_shell.recent().forget(RecentList::Kind::Connection, connection->id());
                        m_shell.connectionList().remove(connection);
                    });
}

void ConnectionDesk::close(ConnectionItem *connection)
{
    for (Page *page : m_shell.pages())
        if (page->connectionId() == connection->id())
            m_shell.closePage(page);
    for (const Page *page : m_shell.pages())
        if (page->connectionId() == connection->id())
            return; // the user kept one of them
    connection->close();
}

bool ConnectionDesk::openAny(const QString &source, bool readOnly)
{
    if (source.contains(u"://") || source.startsWith(u"odbc:", Qt::CaseInsensitive)) {
        const Result<driver::Url> url = driver::Url::parse(source);
        if (!url) {
            m_shell.report(url.error(), tr("%1 was not opened").arg(source.section(u':', 0, 0)));
            return false;
        }
        m_shell.openUrl(*url, readOnly);
        return true;
    }
    const QFileInfo file(source);
    if (file.isDir() || file.fileName() == project::Project::fileName()) {
        m_shell.openProject(file.isDir() ? file.absoluteFilePath() : file.absolutePath());
        return true;
    }
    m_shell.openUrl(driver::Url::sqliteFile(file.absoluteFilePath()), readOnly);
    return true;
}

void ConnectionDesk::askPassword(ConnectionItem *connection)
{
    auto *dialog = new PasswordDialog(*connection, m_shell.window());
    connect(dialog, &PasswordDialog::given, connection, [this, connection](const QString &password, bool keep) {
        m_shell.connectionList().openWith(connection, password, keep);
    });
    dialog->open();
}

} // namespace joinery::ui
