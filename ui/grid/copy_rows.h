// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/rows/grid_model.h"

#include <QItemSelection>

namespace joinery::ui {

enum class CopyFormat { Tsv, Csv, Json, Insert, Update, Markdown, Python, SqlAlchemy };

constexpr CopyFormat kCopyFormats[] = {CopyFormat::Tsv, CopyFormat::Csv, CopyFormat::Json, CopyFormat::Insert,
                                       CopyFormat::Update, CopyFormat::Markdown, CopyFormat::Python, CopyFormat::SqlAlchemy};
/// "CSV with headings", "SQL INSERT": translated.
QString copyFormatText(CopyFormat format);
/// Whether it speaks of a table, which a result has not.
bool isOfTable(CopyFormat format);

struct CopiedRows
{
    QString text;
    int missing = 0; ///< rows of the selection that are not held, or have no key for an UPDATE
    int parts = 0;   ///< cells that were read only in part: then nothing is copied
};

/// The selected cells, edits included. The columns are those of `columns` that any range has, in their order. TSV is what
/// spreadsheets take: no headings, NULL is nothing and an empty text is "". `dialect` is the name of the engine.
CopiedRows copyRows(CopyFormat format, const GridModel &model, const QItemSelection &selection, const QList<int> &columns,
                    const QString &dialect);

} // namespace joinery::ui
