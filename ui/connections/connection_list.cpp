// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connection_list.h"

#include "ui/common/json_file.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QUuid>

namespace joinery::ui {

namespace {

driver::Url withoutPassword(driver::Url url)
{
    url.password.clear();
    url.hasPassword = false;
    return url;
}

driver::Url withPassword(driver::Url url, const QString &password)
{
    url.password = password;
    url.hasPassword = true;
    return url;
}

bool isFile(const driver::Url &url)
{
    return url.dialect == u"sqlite";
}

} // namespace

ConnectionList::ConnectionList(QString file, SecretStore &secrets, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_secrets(secrets)
{
}

Status ConnectionList::load()
{
    const Result<QJsonObject> root = readJsonFile(m_file);
    if (!root) {
        m_writable = false;
        return fail(root.error());
    }
    for (const QJsonValue &value : root->value(u"connections").toArray()) {
        const QJsonObject object = value.toObject();
        worker::Target target;
        if (Result<driver::Url> url = driver::Url::parse(object.value(u"url").toString()))
            target.url = *std::move(url);
        else {
            m_unread.append(object);
            continue;
        }
        target.readOnly = object.value(u"readOnly").toBool();
        const QString id = object.value(u"id").toString();
        if (object.value(u"keychain").toBool())
            m_kept.insert(id);
        insert(new ConnectionItem(id, object.value(u"name").toString(),
                                  environmentFromKey(object.value(u"environment").toString()), std::move(target), this));
    }
    Q_EMIT changed();
    return {};
}

ConnectionItem *ConnectionList::find(const QString &id) const
{
    for (ConnectionItem *item : m_items)
        if (item->id() == id)
            return item;
    return nullptr;
}

ConnectionDraft ConnectionList::draftOf(const ConnectionItem *item) const
{
    return {item->name(), item->environment(), item->target(), m_kept.contains(item->id())};
}

ConnectionItem *ConnectionList::add(const ConnectionDraft &draft)
{
    const QString id = QUuid::createUuid().toString(QUuid::Id128);
    auto *item = new ConnectionItem(id, draft.name, draft.environment, draft.target, this);
    insert(item);
    keep(item, draft);
    save();
    Q_EMIT changed();
    return item;
}

void ConnectionList::change(ConnectionItem *item, const ConnectionDraft &draft)
{
    keep(item, draft);
    item->edit(draft.name, draft.environment, draft.target);
    save();
    Q_EMIT changed();
}

void ConnectionList::remove(ConnectionItem *item)
{
    m_items.removeOne(item);
    if (m_kept.remove(item->id()))
        m_secrets.remove(item->id());
    item->close();
    item->deleteLater();
    save();
    Q_EMIT changed();
}

ConnectionItem *ConnectionList::of(const driver::Url &url, bool readOnly)
{
    for (ConnectionItem *item : m_items) {
        if (withoutPassword(item->target().url) != withoutPassword(url) || item->isReadOnly() != readOnly)
            continue;
        if (url.hasPassword && url.password != item->target().url.password)
            item->edit(item->name(), item->environment(), {url, readOnly});
        return item;
    }
    ConnectionDraft draft;
    draft.name = suggestedName(url);
    draft.target = {url, readOnly};
    return add(draft);
}

void ConnectionList::open(ConnectionItem *item, Ask ask)
{
    if (ask == Ask::WhereNeeded)
        m_asking.insert(item->id());
    if (!m_kept.contains(item->id()) || item->target().url.hasPassword) {
        item->open();
        return;
    }
    m_secrets.read(item->id(), item, [item](const Result<QString> &secret) {
        if (secret) {
            worker::Target target = item->target();
            target.url = withPassword(target.url, *secret);
            item->edit(item->name(), item->environment(), target);
        }
        item->open(); // without it the server decides, and the user is asked
    });
}

void ConnectionList::openWith(ConnectionItem *item, const QString &password, bool keepIt)
{
    ConnectionDraft draft = draftOf(item);
    draft.target.url = withPassword(draft.target.url, password);
    draft.keepPassword = keepIt;
    change(item, draft);
    m_asking.insert(item->id());
    item->open();
}

void ConnectionList::insert(ConnectionItem *item)
{
    m_items.append(item);
    connect(item, &ConnectionItem::stateChanged, this, [this, item] {
        if (item->state() == ConnectionItem::State::Connecting)
            return;
        const bool asked = m_asking.remove(item->id());
        if (asked && item->state() == ConnectionItem::State::Failed &&
            item->failure().kind == ErrorKind::Authentication && !isFile(item->target().url))
            Q_EMIT passwordWanted(item);
    });
    Q_EMIT added(item);
}

void ConnectionList::keep(const ConnectionItem *item, const ConnectionDraft &draft)
{
    const bool has = draft.target.url.hasPassword;
    if (!draft.keepPassword) {
        if (m_kept.remove(item->id()))
            m_secrets.remove(item->id());
        return;
    }
    if (!has)
        return;
    const QString id = item->id();
    m_kept.insert(id);
    m_secrets.write(id, draft.target.url.password, this, [this, id](const Status &written) {
        if (written)
            return;
        m_kept.remove(id);
        save();
        Q_EMIT failed(written.error(), tr("The password was not put into the keychain. It is kept until you quit"));
    });
}

void ConnectionList::save()
{
    if (!m_writable)
        return;
    QJsonArray connections = m_unread;
    for (const ConnectionItem *item : std::as_const(m_items)) {
        QJsonObject object{{QStringLiteral("id"), item->id()},
                           {QStringLiteral("name"), item->name()},
                           {QStringLiteral("url"), item->target().url.toStorageString()}};
        if (item->environment() != Environment::None)
            object.insert(u"environment", environmentKey(item->environment()));
        if (item->isReadOnly())
            object.insert(u"readOnly", true);
        if (m_kept.contains(item->id()))
            object.insert(u"keychain", true);
        connections.append(object);
    }
    if (const Status written = writeJsonFile(m_file, {{QStringLiteral("format"), 1}, {QStringLiteral("connections"), connections}});
        !written)
        Q_EMIT failed(written.error(), tr("The list of connections was not saved"));
}

namespace {

bool isOdbc(const driver::Url &url) { return url.dialect == u"odbc"; }

// The data source, or what a connection string says of the place.
QString odbcPlace(const driver::Url &url)
{
    const QString source = url.odbcSource();
    if (!source.contains(u'='))
        return source;
    for (const char *wanted : {"Database", "DSN", "Server", "Driver"}) {
        if (wanted == QLatin1String("DSN") && !url.host.isEmpty())
            return url.host;
        for (const auto &[key, value] : url.query) {
            if (key.compare(QLatin1String(wanted), Qt::CaseInsensitive) == 0 && !value.isEmpty())
                return QFileInfo(value).fileName().isEmpty() ? value : QFileInfo(value).fileName();
        }
    }
    return source;
}

} // namespace

QString suggestedName(const driver::Url &url)
{
    if (isOdbc(url))
        return odbcPlace(url);
    if (isFile(url))
        return url.database.isEmpty() ? ConnectionList::tr("memory") : QFileInfo(url.database).fileName();
    const QString host = hostText(url);
    return url.database.isEmpty() ? host : host.isEmpty() ? url.database : QStringLiteral("%1 (%2)").arg(url.database, host);
}

QString hostText(const driver::Url &url)
{
    const bool ofServer = url.dialect == u"postgresql" || url.dialect == u"mysql";
    return url.host.isEmpty() && ofServer ? QStringLiteral("localhost") : url.host;
}

QString engineName(const QString &dialect)
{
    if (dialect == u"sqlite")
        return QStringLiteral("SQLite");
    if (dialect == u"postgresql")
        return QStringLiteral("PostgreSQL");
    if (dialect == u"mysql")
        return QStringLiteral("MySQL / MariaDB");
    return QStringLiteral("ODBC");
}

QString addressText(const driver::Url &url)
{
    if (isOdbc(url))
        return QStringLiteral("ODBC: ") + odbcPlace(url);
    if (isFile(url)) {
        const QString home = QDir::homePath();
        QString path = QDir::toNativeSeparators(url.database);
        if (path.startsWith(home + u'/'))
            path.replace(0, home.size(), QStringLiteral("~"));
        return path;
    }
    QString text = hostText(url);
    if (url.port > 0)
        text += u':' + QString::number(url.port);
    return url.database.isEmpty() ? text : text.isEmpty() ? url.database : QString(text + u'/' + url.database);
}

} // namespace joinery::ui
