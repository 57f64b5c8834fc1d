// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagram/diagram.h"
#include "core/schema/catalog.h"
#include "ui/workbench/environment.h"
#include "ui/workbench/location.h"

#include <QObject>

namespace joinery::ui {

class ProjectSession;

/// What a diagram page shows: the schema of a connection, or the model of the project; and where its places are kept.
class DiagramSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual schema::CatalogPtr catalog() const = 0; ///< nullptr as long as it is not read
    /// Why there is nothing to see: "Connecting to shop …", a failure, an empty database.
    virtual QString emptyText() const = 0;
    virtual Result<diagram::Diagram> load() const = 0;
    virtual Status save(const diagram::Diagram &diagram) const = 0;

    virtual QString title() const = 0;
    virtual QString origin() const = 0;
    virtual Environment environment() const { return Environment::None; }
    virtual QString connectionId() const { return {}; }
    virtual Location location() const = 0;
    /// Where a double click on a table leads.
    virtual Location locationOf(const diagram::Card &card) const = 0;
    /// A column's type as it is written on a card.
    virtual QString typeText(const schema::Type &type) const { return type.toString(); }
    virtual void refresh() {}
    /// The project whose model it is, nullptr for a database, which is only looked at.
    virtual ProjectSession *project() const { return nullptr; }

Q_SIGNALS:
    void changed();
    void headerChanged();
};

} // namespace joinery::ui
