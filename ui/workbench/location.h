// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uid.h"
#include "core/schema/name.h"

#include <QJsonObject>

#include <optional>

namespace joinery::ui {

/// Something that can be gone to: what the navigator, Ctrl+P, links and the command line open. Features take part by
/// registering an opener for the kinds that they show (Workbench::addOpener), so that no feature includes another.
struct Location
{
    enum class Kind {
        Table,           ///< rows of a table or view: connection, name; text: filters of columns (ui/grid), may be empty
        DatabaseDiagram, ///< of a connection
        NewQuery,        ///< SQL tab on a connection; text: its first content, may be empty
        Model,           ///< a table of the project in the designer: uid
        ProjectDiagram,
        Timeline,        ///< uid is not used; text: a revision to select, may be empty
        SavedQuery,      ///< text: its name in the project
        Welcome,
        Import,          ///< a file into a table: connection, name and text (its path) may be empty; a dialog, no page
        Export,          ///< rows of a table into a file: connection, name; a dialog, no page
    };
    Kind kind = Kind::Table;
    QString connection; ///< id of a ConnectionItem
    schema::Name name;
    QString column;     ///< a column to bring into view, may be empty
    Uid uid;
    QString text;
    friend bool operator==(const Location &, const Location &) = default;

    QJsonObject toJson() const;
    static std::optional<Location> fromJson(const QJsonObject &object);
};

} // namespace joinery::ui
