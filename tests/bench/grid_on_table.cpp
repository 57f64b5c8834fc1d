// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/grid_on_table.h"

#include "core/builtin.h"
#include "ui/grid/rows/grid_column.h"

#include <QApplication>
#include <QElapsedTimer>

namespace joinery::bench {

namespace {
constexpr int kLongest = 10'000; // ms
}

Result<session::RowSource> rowSource(const QString &file)
{
    const driver::Url url = driver::Url::sqliteFile(file);
    JOINERY_TRY_VALUE(const std::unique_ptr<driver::Connection> connection, joinery::connect(url));
    const dialect::Dialect &dialect = dialectOf(url);
    JOINERY_TRY_VALUE(const dialect::Inspection inspection, dialect.inspect(*connection, {}, {}));
    session::RowSource source;
    source.table = inspection.catalog.tables.at(0);
    source.key = session::chooseRowKey(source.table, false, dialect.capabilities());
    return source;
}

GridOnTable::GridOnTable(const QString &file, const session::RowSource &source)
{
    m_view.resize(1000, 700);
    m_view.show();
    const worker::Target target{driver::Url::sqliteFile(file)};
    m_feed = std::make_unique<ui::TableFeed>(
        [target](QObject *parent) { return new worker::DbWorker(target, parent); }, QStringLiteral("sqlite"), nullptr);
    m_feed->open(source);
    m_view.setFeed(m_feed.get(), ui::gridColumns(source, QStringLiteral("sqlite")), nullptr, true);
}

bool GridOnTable::waitFor(qint64 row)
{
    const bool there = spin([&] { return m_feed->find(row).has_value(); });
    m_view.repaint();
    return there;
}

bool GridOnTable::waitForTotal()
{
    return spin([&] { return m_feed->isTotalKnown(); });
}

bool GridOnTable::spin(const std::function<bool()> &reached)
{
    QElapsedTimer timer;
    timer.start();
    while (!reached() && timer.elapsed() < kLongest)
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    return reached();
}

} // namespace joinery::bench
