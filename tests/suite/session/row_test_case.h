// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/builtin.h"
#include "core/session/commit.h"
#include "core/session/row_reader.h"
#include "core/worker/table_rows.h"
#include "support/database.h"
#include "support/test_case.h"

namespace joinery::test {

/// For tests of staged edits: a database, a connection to it, and what stands in its tables.
class RowTestCase : public TestCase
{
protected:
    std::unique_ptr<ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;
    const dialect::Dialect *m_dialect = nullptr;

    void prepare(const QString &engine, const QStringList &statements)
    {
        m_connection.reset();
        m_database = std::make_unique<ScratchDatabase>(engine);
        VERIFY_OK(m_database->run(statements));
        connectTo(m_database->connect());
    }
    void connectTo(Result<std::unique_ptr<driver::Connection>> connection)
    {
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
        m_dialect = &dialectOf(*m_connection);
    }

    session::RowSource source(const QString &name)
    {
        const auto inspection = m_dialect->inspect(*m_connection, {}, {});
        if (!inspection) {
            QTest::qFail(qPrintable(inspection.error().message), __FILE__, __LINE__);
            return {};
        }
        for (const schema::Table &table : inspection->catalog.tables) {
            if (table.name.name == name) // ODBC tells its schema as well
                return worker::rowSource(inspection->catalog, table.name, m_dialect->name());
        }
        return {};
    }

    QStringList rowsOf(const QString &sql) { return rowsOf(*m_connection, sql); }
    static QStringList rowsOf(driver::Connection &connection, const QString &sql)
    {
        QStringList rows;
        const auto block = connection.fetch(sql);
        if (!block)
            return {block.error().message};
        for (int row = 0; row < block->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < block->columnCount(); ++column)
                cells.append(block->isNull(row, column) ? QStringLiteral("NULL") : block->value(row, column).toText());
            rows.append(cells.join(u'|'));
        }
        return rows;
    }

    /// A row as it is read for the grid.
    struct Row
    {
        session::RowKeyValues key;
        std::vector<driver::Value> values;
    };
    std::vector<Row> rowsIn(const session::RowSource &source) { return rowsIn(*m_connection, source); }
    static std::vector<Row> rowsIn(driver::Connection &connection, const session::RowSource &source)
    {
        std::vector<Row> rows;
        const auto read = session::readRows(connection, dialectOf(connection), source, {session::Seek::Kind::First, {}, 0, 100'000}, {});
        if (!read) {
            QTest::qFail(qPrintable(read.error().message), __FILE__, __LINE__);
            return rows;
        }
        for (int at = 0; at < read->rows.rowCount(); ++at) {
            Row row{source.keyOf(read->rows, at), {}};
            for (int column = 0; column < source.columnCount(); ++column)
                row.values.push_back(read->rows.value(at, column));
            rows.push_back(std::move(row));
        }
        return rows;
    }

    session::CommitReport commit(const session::RowSource &source, const session::ChangeSet &set)
    {
        return session::commitChanges(*m_connection, *m_dialect, source, set.changes(), {});
    }
    void dropAll()
    {
        m_connection.reset();
        m_database.reset();
    }
};

} // namespace joinery::test

/// Fails with the error of a commit that should have gone well.
#define VERIFY_COMMITTED(expression)                                                                                   \
    do {                                                                                                               \
        const joinery::session::CommitReport &joineryReport = (expression);                                            \
        QVERIFY2(joineryReport.committed,                                                                              \
                 joineryReport.failure ? qPrintable(joineryReport.failure->message + joineryReport.failure->detail) : ""); \
    } while (false)
