// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/connection_source.h"

#include "core/diagram/diagram_json.h"
#include "core/worker/table_rows.h"
#include "ui/common/json_file.h"

#include <QStandardPaths>
#include <QUrl>

namespace joinery::ui {

ConnectionSource::ConnectionSource(ConnectionItem *connection, QObject *parent)
    : DiagramSource(parent), m_connection(connection), m_id(connection->id())
{
    connect(connection, &ConnectionItem::catalogChanged, this, &DiagramSource::changed);
    connect(connection, &ConnectionItem::stateChanged, this, &DiagramSource::changed);
    connect(connection, &ConnectionItem::edited, this, &DiagramSource::headerChanged);
}

schema::CatalogPtr ConnectionSource::catalog() const
{
    return m_connection ? m_connection->catalog() : nullptr;
}

QString ConnectionSource::emptyText() const
{
    if (!m_connection)
        return tr("The connection was removed.");
    switch (m_connection->state()) {
    case ConnectionItem::State::Connecting:
        return tr("Reading the schema of %1 …").arg(m_connection->name());
    case ConnectionItem::State::Failed:
        return tr("%1 could not be read: %2").arg(m_connection->name(), m_connection->failure().message);
    case ConnectionItem::State::Closed:
        return tr("%1 is not connected. Press F5 to connect.").arg(m_connection->name());
    case ConnectionItem::State::Open:
        break;
    }
    return tr("%1 has no tables.").arg(m_connection->name());
}

QString ConnectionSource::fileName() const
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/diagrams/%1.json").arg(QString::fromLatin1(QUrl::toPercentEncoding(m_id)));
}

Result<diagram::Diagram> ConnectionSource::load() const
{
    JOINERY_TRY_VALUE(const QJsonObject json, readJsonFile(fileName()));
    return json.isEmpty() ? diagram::Diagram() : diagram::diagramFromJson(json);
}

Status ConnectionSource::save(const diagram::Diagram &diagram) const
{
    return writeJsonFile(fileName(), diagram::toJson(diagram));
}

QString ConnectionSource::title() const { return tr("Diagram"); }
QString ConnectionSource::origin() const { return m_connection ? m_connection->name() : QString(); }

Environment ConnectionSource::environment() const
{
    return m_connection ? m_connection->environment() : Environment::None;
}

Location ConnectionSource::location() const
{
    Location location;
    location.kind = Location::Kind::DatabaseDiagram;
    location.connection = m_id;
    return location;
}

Location ConnectionSource::locationOf(const diagram::Card &card) const
{
    Location location;
    location.kind = Location::Kind::Table;
    location.connection = m_id;
    location.name = card.table;
    return location;
}

QString ConnectionSource::typeText(const schema::Type &type) const
{
    return m_connection ? worker::typeText(type, m_connection->dialectName()) : type.toString();
}

void ConnectionSource::refresh()
{
    if (m_connection)
        m_connection->refresh();
}

} // namespace joinery::ui
