// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_source.h"
#include "ui/workbench/connection_item.h"

#include <QPointer>

namespace joinery::ui {

/// The diagram of a live database. Its places are in the application's data folder, by the names of the tables.
class ConnectionSource : public DiagramSource
{
    Q_OBJECT
public:
    explicit ConnectionSource(ConnectionItem *connection, QObject *parent = nullptr);

    schema::CatalogPtr catalog() const override;
    QString emptyText() const override;
    Result<diagram::Diagram> load() const override;
    Status save(const diagram::Diagram &diagram) const override;
    QString title() const override;
    QString origin() const override;
    Environment environment() const override;
    QString connectionId() const override { return m_id; }
    Location location() const override;
    Location locationOf(const diagram::Card &card) const override;
    QString typeText(const schema::Type &type) const override; ///< the server's words, as in the grid
    void refresh() override;

private:
    QString fileName() const;

    QPointer<ConnectionItem> m_connection;
    QString m_id;
};

} // namespace joinery::ui
