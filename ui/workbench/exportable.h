// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/export_jobs.h"

#include <QList>

namespace joinery::ui {

/// What a page can give to an export.
struct Exportable
{
    struct Choice
    {
        enum class What { Table, Shown, Selected, Query, Read };
        What what = What::Table; ///< all rows of the table; filtered and sorted; selected; those of the query, which runs again; those read
        worker::ExportSource source;
        int rows = -1; ///< of Selected and Read
    };
    QString name;            ///< of the file and of the table in INSERT statements
    QStringList columns;     ///< that the rows have, of every choice in this order
    QStringList hidden;      ///< columns that are not chosen at first
    QStringList generated;   ///< columns that the server computes
    QList<Choice> choices;   ///< none: there is nothing to export
    int preferred = 0;       ///< of the choices
    bool hasStaged = false;  ///< edits that are not in the database yet
};

} // namespace joinery::ui
