// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::ui {

/// Rows out of files and into them: two dialogs, their actions, and files that are dropped onto grids.
class TransferFeature : public Feature
{
    Q_OBJECT
public:
    explicit TransferFeature(Workbench &workbench);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override; ///< of pages that show rows of a table

private:
    void follow();
    void importFrom(const QString &path);
    void showImport(const Location &location);
    void imported(const QString &connection, const schema::Name &table, bool made);
    void exportPage();
    void showExport(const QString &connection, const Exportable &rows);
    Location currentTable() const;
};

} // namespace joinery::ui
