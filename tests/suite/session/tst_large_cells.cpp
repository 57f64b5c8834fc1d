// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/session/cell_reader.h"
#include "core/session/commit.h"
#include "core/session/row_cache.h"
#include "core/worker/table_rows.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QFile>
#include <QTemporaryFile>

using namespace joinery;
using driver::Value;
using session::RowChange;

/// Cells that are too large to be shown whole: seen in part, never loaded for it, and read piece by piece where they are
/// asked for. With JOINERY_TEST_LONG they have 480 MB: both are in one row, and SQLite ends at 1 GB.
class LargeCellsTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;
    const dialect::Dialect *m_dialect = nullptr;
    session::RowSource m_source;

    static qint64 cellBytes() { return qEnvironmentVariableIsSet("JOINERY_TEST_LONG") ? 480'000'000 : 48'000'000; }

    /// Rows 1 to 3: small cells, large ones, NULL. The texts are of characters of two bytes.
    QStringList script(const QString &engine) const
    {
        const QString characters = QString::number(cellBytes() / 2);
        const QString bytes = QString::number(cellBytes());
        const QString text = engine == u"sqlite" ? QStringLiteral("replace(hex(zeroblob(%1)), '00', 'ä')").arg(characters)
                                                 : QStringLiteral("repeat('ä', %1)").arg(characters);
        const QString blob = engine == u"sqlite" ? QStringLiteral("randomblob(%1)").arg(bytes)
            : engine == u"postgresql"            ? QStringLiteral("convert_to(repeat('a', %1), 'UTF8')").arg(bytes)
                                                 : QStringLiteral("repeat('a', %1)").arg(bytes);
        const QString blobType = engine == u"postgresql" ? QStringLiteral("bytea") : engine == u"mysql" ? QStringLiteral("longblob") : QStringLiteral("BLOB");
        const QString textType = engine == u"mysql" ? QStringLiteral("longtext") : QStringLiteral("text");
        return {QStringLiteral("CREATE TABLE doc (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(40), body %1, data %2)").arg(textType, blobType),
                QStringLiteral("INSERT INTO doc VALUES (1, 'small', 'kurz', NULL), (3, 'none', NULL, NULL)"),
                QStringLiteral("INSERT INTO doc VALUES (2, 'large', %1, %2)").arg(text, blob)};
    }

    void prepare(const QString &engine)
    {
        if (engine == u"mysql") {
            // What a server lets into a packet holds for what it computes, too.
            auto server = joinery::connect(*driver::Url::parse(test::Engines::serverUrl(engine)));
            VERIFY_OK(server);
            VERIFY_OK((*server)->run(QStringLiteral("SET GLOBAL max_allowed_packet = 1073741824")));
        }
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run(script(engine)));
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
        m_dialect = &dialectOf(*m_connection);
        const auto inspection = m_dialect->inspect(*m_connection, {}, {});
        VERIFY_OK(inspection);
        m_source = worker::rowSource(inspection->catalog, inspection->catalog.tables.front().name, m_dialect->name());
        const auto large = m_dialect->mayHoldLargeCells(*m_connection, m_source.table.name, {});
        VERIFY_OK(large);
        QVERIFY(*large);
        m_source.hasLargeCells = true;
    }

    static session::CellPlace place(int id, const QString &column) { return {{Value::integer(id)}, column}; }

    /// The most memory that the process had since the last call, in bytes.
    static qint64 peak()
    {
        QFile status(QStringLiteral("/proc/self/status"));
        qint64 bytes = 0;
        if (status.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : status.readAll().split('\n')) {
                if (line.startsWith("VmHWM:"))
                    bytes = line.mid(6).trimmed().split(' ').front().toLongLong() * 1024;
            }
        }
        QFile reset(QStringLiteral("/proc/self/clear_refs"));
        if (reset.open(QIODevice::WriteOnly))
            reset.write("5");
        return bytes;
    }

    std::vector<Value> rowAt(int id)
    {
        const auto run = session::readRows(*m_connection, *m_dialect, m_source, {session::Seek::Kind::From, {Value::integer(id)}, 0, 1}, {});
        std::vector<Value> row;
        for (int column = 0; run && run->rows.rowCount() == 1 && column < run->rows.columnCount(); ++column)
            row.push_back(run->rows.value(0, column));
        return row;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_connection.reset();
        m_database.reset();
    }

    void shownInPartAndReadByPieces_data() { test::Engines::addRows(); }
    void shownInPartAndReadByPieces()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        if (QTest::currentTestFailed())
            return;
        peak();
        const qint64 before = peak();
        const auto run = session::readRows(*m_connection, *m_dialect, m_source, {}, {});
        const qint64 after = peak();
        VERIFY_OK(run);
        QVERIFY(run->reachedEnd);
        QCOMPARE(run->rows.rowCount(), 3);
        QCOMPARE(run->rows.columnCount(), 4);
        // Neither the driver nor the library of the engine held the cells.
        QVERIFY2(after - before < cellBytes() / 3, qPrintable(QStringLiteral("%1 bytes more").arg(after - before)));
        QCOMPARE(run->rows.value(0, 2), Value::text(QStringLiteral("kurz")));
        QVERIFY(run->rows.isNull(2, 2) && run->rows.isNull(2, 3) && run->rows.isNull(0, 3));
        const Value body = run->rows.value(1, 2), data = run->rows.value(1, 3);
        QVERIFY(body.isPart() && data.isPart());
        QCOMPARE(body.tag(), driver::ValueTag::Text);
        QCOMPARE(data.tag(), driver::ValueTag::Bytes);
        QCOMPARE(body.wholeSize(), cellBytes());
        QCOMPARE(data.wholeSize(), cellBytes());
        QVERIFY(body.toText().startsWith(QString(1000, u'ä')) && !body.toText().contains(QChar(QChar::ReplacementCharacter)));
        QCOMPARE(data.data().size(), qsizetype(driver::kShownCells.part));

        const auto refused = session::readCell(*m_connection, *m_dialect, m_source, place(2, QStringLiteral("body")), 1'000'000, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().message.contains(QString::number(cellBytes())));

        QTemporaryFile file;
        QVERIFY(file.open());
        qint64 told = 0;
        peak();
        const qint64 atRest = peak();
        const auto copied = session::copyCell(*m_connection, *m_dialect, m_source, place(2, QStringLiteral("body")), file,
                                              [&](qint64 done, qint64 all) { told = done; QCOMPARE(all, cellBytes()); }, {});
        const qint64 copying = peak();
        VERIFY_OK(copied);
        QCOMPARE(*copied, cellBytes());
        QCOMPARE(told, cellBytes());
        QCOMPARE(file.size(), cellBytes());
        QVERIFY2(copying - atRest < 100'000'000, qPrintable(QStringLiteral("%1 bytes more").arg(copying - atRest)));
        file.seek(0);
        const QByteArray block = QString(500'000, u'ä').toUtf8();
        for (qint64 left = cellBytes(); left > 0; left -= block.size())
            QCOMPARE(file.read(block.size()) == block, true);
        QCOMPARE(m_connection->transactionState(), driver::TransactionState::Idle);

        const auto gone = session::copyCell(*m_connection, *m_dialect, m_source, place(9, QStringLiteral("body")), file, {}, {});
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, ErrorKind::Conflict);
        CancelToken cancelled;
        cancelled.cancel();
        const auto stopped = session::copyCell(*m_connection, *m_dialect, m_source, place(2, QStringLiteral("data")), file, {}, cancelled);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    }

    void whatWasReadInPartIsNeverWritten_data() { test::Engines::addRows(); }
    void whatWasReadInPartIsNeverWritten()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        if (QTest::currentTestFailed())
            return;
        const std::vector<Value> row = rowAt(2);
        QCOMPARE(row.size(), 4u);
        QVERIFY(row[2].isPart());
        const QString sql = QStringLiteral("UPDATE doc SET body = %1 WHERE id = 1").arg(m_dialect->placeholder(1));
        const Value values[] = {row[2]};
        const auto sent = m_connection->run(sql, values);
        QVERIFY(!sent);
        QCOMPARE(sent.error().kind, ErrorKind::Refused);

        const auto changed = [&](const QString &column, const Value &value, const std::vector<Value> &before) {
            RowChange change;
            change.id = 1;
            change.key = {Value::integer(2)};
            change.before = before;
            change.values = {{column, value}};
            return session::commitChanges(*m_connection, *m_dialect, m_source, {change}, {});
        };
        // Another cell of the row, beside the large ones.
        auto report = changed(QStringLiteral("name"), Value::text(QStringLiteral("renamed")), row);
        QVERIFY2(report.committed, report.failure ? qPrintable(report.failure->message) : "");
        QCOMPARE(report.rows.front().values[2], row[2]);
        // The large one itself, while somebody made it longer.
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE doc SET body = %1 WHERE id = 2")
                                       .arg(engine == u"mysql" ? QStringLiteral("concat(body, 'x')") : QStringLiteral("body || 'x'"))}));
        report = changed(QStringLiteral("body"), Value::text(QStringLiteral("new")), row);
        QVERIFY(!report.committed && report.failure);
        QCOMPARE(report.failure->kind, ErrorKind::Conflict);
        QCOMPARE(report.conflicts.at(0).theirs[2].wholeSize(), cellBytes() + 1);
        report = changed(QStringLiteral("body"), Value::text(QStringLiteral("new")), rowAt(2));
        QVERIFY2(report.committed, report.failure ? qPrintable(report.failure->message) : "");
        QCOMPARE(rowAt(2)[2], Value::text(QStringLiteral("new")));
    }

    // The border of a page is a cell that was read in part: its place is found by counting.
    void sortedByLargeTexts_data() { test::Engines::addRows(); }
    void sortedByLargeTexts()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const QString repeated = engine == u"sqlite" ? QStringLiteral("printf('%04d', n) || hex(zeroblob(150000))")
            : engine == u"mysql" ? QStringLiteral("concat(lpad(n, 4, '0'), repeat('0', 300000))") : QStringLiteral("lpad(n::text, 4, '0') || repeat('0', 300000)");
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE doc (id INTEGER NOT NULL PRIMARY KEY, body %1)").arg(engine == u"mysql" ? QStringLiteral("longtext") : QStringLiteral("text")),
                                   QStringLiteral("INSERT INTO doc WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 60) SELECT 61 - n, %1 FROM c").arg(repeated)}));
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
        m_dialect = &dialectOf(*m_connection);
        const auto inspection = m_dialect->inspect(*m_connection, {}, {});
        VERIFY_OK(inspection);
        session::RowSource source = worker::rowSource(inspection->catalog, inspection->catalog.tables.front().name, m_dialect->name());
        source.sort = {{QStringLiteral("body"), false}};
        session::RowCache cache;
        cache.reset(source, source.isSeekable(m_dialect->capabilities()));
        cache.setTotal(60, true);
        for (int rounds = 0; rounds < 40; ++rounds) {
            const auto read = cache.plan(0, 59);
            if (!read)
                break;
            session::Seek seek = read->seek;
            seek.rows = std::min(seek.rows, 20);
            auto run = session::readRows(*m_connection, *m_dialect, source, seek, {});
            VERIFY_OK(run);
            cache.insert(*read, *std::move(run));
        }
        for (int row = 0; row < 60; ++row) {
            const auto found = cache.find(row);
            QVERIFY2(found, qPrintable(QString::number(row)));
            QCOMPARE(found->block->value(found->row, 0).toText(), QString::number(60 - row));
            QVERIFY(found->block->isPart(found->row, 1));
        }
    }
};

JOINERY_TEST(LargeCellsTest)

#include "tst_large_cells.moc"
