// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/database.h"
#include "support/test_case.h"
#include "ui/grid/grid_feature.h"
#include "ui/grid/grid_page.h"
#include "ui/support/bare_workbench.h"

#include <QDir>
#include <QStandardPaths>

namespace joinery::test {

/// For tests of the tab of a table: a database and a workbench with that tab.
class GridTestCase : public TestCase
{
protected:
    std::unique_ptr<ScratchDatabase> m_database;
    std::unique_ptr<BareWorkbench> m_workbench;
    ui::GridPage *m_page = nullptr;

    ui::GridTable &table() { return m_page->view().table(); }
    ui::GridModel &model() { return m_page->view().model(); }
    QString text(int row, int column) { return model().index(row, column).data(Qt::DisplayRole).toString(); }

    void openPage(const QString &name, bool readOnly = false)
    {
        m_workbench = std::make_unique<BareWorkbench>();
        new ui::GridFeature(*m_workbench);
        m_workbench->addConnection(QStringLiteral("shop"), m_database->url(), readOnly);
        ui::Location location;
        location.connection = QStringLiteral("shop");
        location.name = schema::Name(name);
        m_page = qobject_cast<ui::GridPage *>(m_workbench->go(location));
        wait();
    }
    /// Until the rows of the page are there.
    void wait()
    {
        QVERIFY(m_page);
        QTRY_VERIFY_WITH_TIMEOUT(m_page->feed() && m_page->feed()->isTotalExact(), 10000);
        table().setFocus();
    }
    /// For cleanup(). What a test leaves staged, committed or arranged is kept on disk, as it should be.
    void dropAll()
    {
        m_page = nullptr;
        m_workbench.reset();
        m_database.reset();
        for (const char *kept : {"/edits", "/commits", "/tables"})
            QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QLatin1String(kept)).removeRecursively();
    }
};

} // namespace joinery::test
