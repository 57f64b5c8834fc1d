// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/secret_store.h"
#include "ui/workbench/connection_item.h"

#include <QJsonArray>
#include <QSet>

namespace joinery::ui {

/// What the user knows of a connection, as the dialog edits it.
struct ConnectionDraft
{
    QString name;
    Environment environment = Environment::Development;
    worker::Target target;
    bool keepPassword = false; ///< in the keychain
};

/// Every connection of the user. Kept in a file without passwords; those are in the keychain, or in memory.
class ConnectionList : public QObject
{
    Q_OBJECT
public:
    ConnectionList(QString file, SecretStore &secrets, QObject *parent = nullptr);

    /// A damaged file is left as it is, and nothing is written over it.
    Status load();

    const QList<ConnectionItem *> &items() const { return m_items; }
    ConnectionItem *find(const QString &id) const;
    ConnectionDraft draftOf(const ConnectionItem *item) const;

    ConnectionItem *add(const ConnectionDraft &draft);
    void change(ConnectionItem *item, const ConnectionDraft &draft);
    void remove(ConnectionItem *item);
    /// The one with this address, or a new one. The address may carry a password: it stays in memory.
    ConnectionItem *of(const driver::Url &url, bool readOnly);

    /// Opens, with the password from the keychain where it is kept. Where the server wants one that is not known,
    /// passwordWanted asks for it.
    enum class Ask { WhereNeeded, Never };
    void open(ConnectionItem *item, Ask ask = Ask::WhereNeeded);
    void openWith(ConnectionItem *item, const QString &password, bool keep);

Q_SIGNALS:
    void changed();
    void added(joinery::ui::ConnectionItem *item);
    void passwordWanted(joinery::ui::ConnectionItem *item);
    void failed(const joinery::Error &error, const QString &what);

private:
    void insert(ConnectionItem *item);
    void save();
    void keep(const ConnectionItem *item, const ConnectionDraft &draft);

    QString m_file;
    SecretStore &m_secrets;
    QList<ConnectionItem *> m_items;
    QSet<QString> m_kept;   ///< ids whose password is in the keychain
    QSet<QString> m_asking; ///< opened by the user: a refused login asks for the password
    QJsonArray m_unread;    ///< entries with an address that this version cannot read: written back as they are
    bool m_writable = true;
};

/// "shop (localhost)", "chinook.sqlite": what a connection is called where nobody named it.
QString suggestedName(const driver::Url &url);
/// "PostgreSQL", "SQLite", ...
QString engineName(const QString &dialect);
/// The host of the server, "localhost" where it is reached without a name; empty where there is none: a file, a data source
/// without one.
QString hostText(const driver::Url &url);
/// Where it is, in a few words: "localhost/shop", "~/Downloads/chinook.sqlite".
QString addressText(const driver::Url &url);

} // namespace joinery::ui
