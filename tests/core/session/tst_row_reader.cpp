// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/session/row_cache.h"
#include "support/test_case.h"

#include <QRandomGenerator>

using namespace joinery;
using session::RowCache;
using session::RowSource;
using session::Seek;

/// Pages of a SQLite table against the same rows read in one piece.
class RowReaderTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<driver::Connection> m_connection;
    const dialect::Dialect &m_dialect = *findDialect(QStringLiteral("sqlite"));

    schema::Column column(const QString &name, const QString &type, bool nullable = true)
    {
        schema::Column column;
        column.name = name;
        column.type = m_dialect.parseType(type);
        column.nullable = nullable;
        return column;
    }

    RowSource source(const QString &name)
    {
        RowSource source;
        schema::Table &table = source.table;
        table.name = name;
        const auto primaryKey = [&](const QStringList &columns) {
            table.primaryKey.emplace();
            table.primaryKey->columns = columns;
        };
        const QString integer = QStringLiteral("INTEGER"), text = QStringLiteral("TEXT");
        if (name == u"item") {
            table.columns = {column(QStringLiteral("id"), integer), column(QStringLiteral("grp"), QStringLiteral("INT")),
                             column(QStringLiteral("name"), text, false), column(QStringLiteral("note"), text)};
            primaryKey({QStringLiteral("id")});
        } else if (name == u"gap") {
            table.columns = {column(QStringLiteral("id"), integer)};
            primaryKey({QStringLiteral("id")});
        } else if (name == u"pair") {
            table.columns = {column(QStringLiteral("a"), text, false), column(QStringLiteral("b"), QStringLiteral("INT"), false),
                             column(QStringLiteral("c"), QString())};
            primaryKey({QStringLiteral("a"), QStringLiteral("b")});
        } else if (name == u"loose") {
            table.columns = {column(QStringLiteral("rowid"), text), column(QStringLiteral("v"), QStringLiteral("INT"))};
        } else {
            table.columns = {column(QStringLiteral("k"), text), column(QStringLiteral("v"), QStringLiteral("INT"))};
            primaryKey({QStringLiteral("k")});
        }
        source.key = session::chooseRowKey(table, false, m_dialect.capabilities());
        return source;
    }

    QStringList wholeOrder(const QString &sql)
    {
        QStringList rows;
        const auto block = m_connection->fetch(sql);
        for (int row = 0; block && row < block->rowCount(); ++row)
            rows.append(block->value(row, 0).toText());
        return rows;
    }

    /// Runs what the cache plans until first..last are there.
    void fill(RowCache &cache, qint64 first, qint64 last)
    {
        for (int rounds = 0; rounds < 50; ++rounds) {
            const auto read = cache.plan(first, last);
            if (!read)
                return;
            auto run = session::readRows(*m_connection, m_dialect, cache.source(), read->seek, {});
            VERIFY_OK(run);
            cache.insert(*read, *std::move(run));
        }
        QFAIL("the plan never ends");
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto url = driver::Url::parse(QStringLiteral("sqlite://"));
        VERIFY_OK(url);
        auto connection = joinery::connect(*url);
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE item (id INTEGER PRIMARY KEY, grp INT, name TEXT NOT NULL, note TEXT)")));
        VERIFY_OK(m_connection->run(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO item "
            "SELECT i * 3 + (i % 2), CASE WHEN i % 7 = 0 THEN NULL ELSE i % 11 END, 'name ' || (i * 7919 % 3001), "
            "CASE WHEN i % 3 = 0 THEN NULL ELSE 'note ' || (i % 5) END FROM n")));
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE pair (a TEXT NOT NULL, b INT NOT NULL, c, PRIMARY KEY (a, b))")));
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO pair SELECT 'k' || (id % 40), id, id FROM item")));
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE loose (rowid TEXT, v INT)")));
        VERIFY_OK(m_connection->run(QStringLiteral("INSERT INTO loose SELECT 'x', id FROM item")));
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE nullable_key (k TEXT PRIMARY KEY, v INT)")));
    }

    void choosesTheBestKey()
    {
        QCOMPARE(source(QStringLiteral("item")).key.columns, QStringList{QStringLiteral("id")});
        QVERIFY(source(QStringLiteral("item")).isInterpolable());
        QCOMPARE(source(QStringLiteral("pair")).key.columns, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        const session::RowKey loose = source(QStringLiteral("loose")).key;
        QCOMPARE(loose.kind, session::RowKey::Kind::Address);
        QCOMPARE(loose.columns, QStringList{QStringLiteral("_rowid_")}); // rowid is a column there
        // SQLite lets NULL into a primary key, which then tells no rows apart.
        QCOMPARE(source(QStringLiteral("nullable_key")).key.kind, session::RowKey::Kind::Address);
    }

    void pagesJoinInEveryOrder_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("first");
        QTest::addColumn<bool>("firstDescending");
        QTest::addColumn<QString>("second");
        QTest::addColumn<bool>("secondDescending");
        QTest::addColumn<QString>("sql");
        QTest::newRow("key") << "item" << "" << false << "" << false << "SELECT id FROM item ORDER BY id";
        QTest::newRow("key down") << "item" << "id" << true << "" << false << "SELECT id FROM item ORDER BY id DESC";
        QTest::newRow("nulls") << "item" << "grp" << false << "" << false << "SELECT id FROM item ORDER BY grp, id";
        QTest::newRow("nulls down") << "item" << "grp" << true << "" << false << "SELECT id FROM item ORDER BY grp DESC, id DESC";
        QTest::newRow("mixed") << "item" << "note" << true << "grp" << false << "SELECT id FROM item ORDER BY note DESC, grp, id";
        QTest::newRow("two") << "item" << "grp" << false << "name" << true << "SELECT id FROM item ORDER BY grp, name DESC, id DESC";
        QTest::newRow("pair") << "pair" << "" << false << "" << false << "SELECT a FROM pair ORDER BY a, b";
        QTest::newRow("pair by c") << "pair" << "c" << true << "" << false << "SELECT a FROM pair ORDER BY c DESC, a DESC, b DESC";
    }

    void pagesJoinInEveryOrder()
    {
        QFETCH(QString, table);
        QFETCH(QString, first);
        QFETCH(bool, firstDescending);
        QFETCH(QString, second);
        QFETCH(bool, secondDescending);
        QFETCH(QString, sql);
        RowSource rows = source(table);
        if (!first.isEmpty())
            rows.sort.push_back({first, firstDescending});
        if (!second.isEmpty())
            rows.sort.push_back({second, secondDescending});
        const QStringList expected = wholeOrder(sql);
        QCOMPARE(expected.size(), 3000);
        RowCache cache(256 * 1024);
        cache.reset(rows, rows.isSeekable(m_dialect.capabilities()));
        const auto check = [&](qint64 from, qint64 to) {
            fill(cache, from, to);
            for (qint64 row = from; row <= to; ++row) {
                const auto found = cache.find(row);
                QVERIFY2(found, qPrintable(QStringLiteral("row %1 is missing").arg(row)));
                QCOMPARE(found->block->value(found->row, 0).toText(), expected.at(row));
            }
        };
        // Forwards to the end, without knowing where that is.
        for (qint64 row = 0; row < 3000; row += 30)
            check(row, row + 29);
        fill(cache, 2990, 3010);
        QVERIFY(cache.isTotalExact());
        QCOMPARE(cache.total(), 3000);
        // From the end backwards.
        cache.reset(rows, rows.isSeekable(m_dialect.capabilities()));
        cache.setTotal(3000, true);
        for (qint64 row = 2970; row >= 0; row -= 30)
            check(row, row + 29);
        // Here and there.
        QRandomGenerator random(7);
        for (int i = 0; i < 60; ++i) {
            const qint64 row = random.bounded(2960);
            check(row, row + 39);
        }
    }

    void anEndThatWasGuessedMoves()
    {
        RowCache cache;
        cache.reset(source(QStringLiteral("item")), true);
        cache.setTotal(9000, false); // the range of the keys
        fill(cache, 8970, 8999);
        const auto last = cache.find(8999);
        QVERIFY(last);
        QCOMPARE(last->block->value(last->row, 0).toText(), QStringLiteral("9000"));
        QVERIFY(!cache.isCertain(8999));
        const auto shifts = cache.setTotal(3000, true);
        QCOMPARE(shifts.size(), size_t(1));
        QCOMPARE(shifts.front().by, -6000);
        const auto moved = cache.find(2999);
        QVERIFY(moved);
        QCOMPARE(moved->block->value(moved->row, 0).toText(), QStringLiteral("9000"));
        QVERIFY(cache.isCertain(2999));
    }

    void aGuessIsPutRight()
    {
        // Gaps: half of the keys are far away from the others.
        VERIFY_OK(m_connection->run(QStringLiteral("CREATE TABLE gap (id INTEGER PRIMARY KEY)")));
        VERIFY_OK(m_connection->run(QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99999) INSERT INTO gap "
            "SELECT i + CASE WHEN i >= 50000 THEN 1000000 ELSE 0 END FROM n")));
        const RowSource rows = source(QStringLiteral("gap"));
        const auto estimate = session::estimateRows(*m_connection, m_dialect, rows, {});
        VERIFY_OK(estimate);
        QVERIFY(estimate->range);
        RowCache cache;
        cache.reset(rows, rows.isSeekable(m_dialect.capabilities()));
        cache.setTotal(100000, true);
        cache.setRange(*estimate->range);
        fill(cache, 60000, 60030);
        const auto doubt = cache.doubt(60000);
        QVERIFY(doubt);
        const auto before = session::countRows(*m_connection, m_dialect, rows, doubt->order, {});
        VERIFY_OK(before);
        const QString seen = cache.find(60000)->block->value(cache.find(60000)->row, 0).toText();
        const auto shifts = cache.settle(*doubt, *before);
        QCOMPARE(shifts.size(), size_t(1));
        const qint64 now = 60000 + shifts.front().by;
        QCOMPARE(cache.find(now)->block->value(cache.find(now)->row, 0).toText(), seen);
        QCOMPARE(seen.toLongLong(), now < 50000 ? now : now + 1000000);
    }

    void theUsersConditionStandsAlone()
    {
        RowSource rows = source(QStringLiteral("item"));
        rows.where = QStringLiteral("grp = 1 OR grp = 2 -- mine");
        const auto run = session::readRows(*m_connection, m_dialect, rows, {Seek::Kind::Last, {}, 0, 5000}, {});
        VERIFY_OK(run);
        QVERIFY(run->reachedEnd);
        const auto count = session::countRows(*m_connection, m_dialect, rows, {}, {});
        VERIFY_OK(count);
        QCOMPARE(*count, qint64(run->rows.rowCount()));
        QVERIFY(*count > 400);
        rows.where = QStringLiteral("no such thing");
        const auto failed = session::readRows(*m_connection, m_dialect, rows, {}, {});
        QVERIFY(!failed);
        QVERIFY(!failed.error().message.isEmpty());
    }
};

JOINERY_TEST(RowReaderTest)
#include "tst_row_reader.moc"
