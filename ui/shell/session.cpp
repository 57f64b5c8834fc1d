// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/session.h"

#include "ui/common/json_file.h"
#include "ui/shell/main_window.h"
#include "ui/shell/shell.h"

#include <QFileInfo>
#include <QJsonArray>

namespace joinery::ui {

namespace {

QString encoded(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray decoded(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

Session::Session(QString file, MainWindow &window, Shell &shell)
    : QObject(&window), m_file(std::move(file)), m_window(window), m_shell(shell)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(300);
    connect(&m_soon, &QTimer::timeout, this, &Session::saveNow);
    const auto later = [this] {
        if (!m_restoring && !m_soon.isActive())
            m_soon.start(); // not restarted: under steady change it is still written
    };
    connect(&shell, &Shell::changed, this, later);
    connect(&window, &MainWindow::layoutChanged, this, later);
}

QJsonObject Session::capture() const
{
    QJsonArray open;
    for (const ConnectionItem *connection : m_shell.connections())
        if (connection->state() == ConnectionItem::State::Open || connection->state() == ConnectionItem::State::Connecting)
            open.append(connection->id());
    QJsonArray unfolded;
    for (const QString &path : m_window.unfolded())
        unfolded.append(path);
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("geometry"), encoded(m_window.saveGeometry())},
            {QStringLiteral("docks"), encoded(m_window.saveState())},
            {QStringLiteral("inspector"), m_window.wantsInspector()},
            {QStringLiteral("unfolded"), unfolded},
            {QStringLiteral("connections"), open},
            {QStringLiteral("project"), m_shell.project() ? m_shell.project()->folder() : QString()},
            {QStringLiteral("tabs"), m_shell.tabs().toJson([](Page *page) {
                 return QJsonObject{{QStringLiteral("location"), page->location().toJson()}, {QStringLiteral("state"), page->state()}};
             })}};
}

QByteArray Session::savedGeometry(const QString &file)
{
    const Result<QJsonObject> root = readJsonFile(file);
    return root ? decoded(root->value(u"geometry")) : QByteArray(); // restore() says what is wrong with it
}

bool Session::restore()
{
    const Result<QJsonObject> root = readJsonFile(m_file);
    m_restoring = false;
    if (!root) {
        m_writable = false;
        m_shell.report(root.error(), tr("The last session was not restored"));
        return false;
    }
    if (root->isEmpty())
        return false;
    m_restoring = true;
    m_window.restoreGeometry(decoded(root->value(u"geometry")));
    m_window.restoreState(decoded(root->value(u"docks")));
    m_window.setWantsInspector(root->value(u"inspector").toBool(true));
    QStringList unfolded;
    for (const QJsonValue &path : root->value(u"unfolded").toArray())
        unfolded.append(path.toString());
    m_window.setUnfolded(unfolded);
    const QString folder = root->value(u"project").toString();
    const bool hasProject = !folder.isEmpty() && QFileInfo::exists(folder);
    m_shell.tabs().restore(root->value(u"tabs").toObject(), [this, hasProject](const QJsonObject &tab) -> Page * {
        const std::optional<Location> location = Location::fromJson(tab.value(u"location").toObject());
        if (!location || (isOfProject(location->kind) && !hasProject))
            return nullptr;
        return m_shell.make(*location, tab.value(u"state").toObject());
    });
    for (const QJsonValue &id : root->value(u"connections").toArray())
        if (ConnectionItem *connection = m_shell.connection(id.toString()))
            m_shell.connectionList().open(connection, ConnectionList::Ask::Never);
    if (hasProject)
        m_shell.openProject(folder);
    m_restoring = false;
    Q_EMIT m_shell.currentPageChanged();
    return !m_shell.pages().isEmpty();
}

void Session::saveNow()
{
    if (m_restoring || !m_writable)
        return;
    m_soon.stop();
    if (const Status written = writeJsonFile(m_file, capture()); !written) {
        m_writable = false; // said once
        m_shell.report(written.error(), tr("The session cannot be saved"));
    }
}

} // namespace joinery::ui
