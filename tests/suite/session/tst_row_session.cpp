// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/row_cache.h"
#include "suite/session/row_test_case.h"
#include "support/odbc.h"

#include <QRandomGenerator>

using namespace joinery;
using driver::Value;
using session::RowChange;

/// Windows over a table and commits of staged edits, the same on every engine.
class RowSessionTest : public test::RowTestCase
{
    Q_OBJECT

    std::unique_ptr<test::OdbcDatabase> m_odbc;

    void prepare(const QString &engine, const QStringList &statements)
    {
        if (!engine.startsWith(u"odbc-"))
            return RowTestCase::prepare(engine, statements);
        m_connection.reset();
        m_odbc = std::make_unique<test::OdbcDatabase>(engine.mid(5));
        VERIFY_OK(m_odbc->direct().run(statements));
        connectTo(m_odbc->connect());
    }

    /// The engines by their own drivers and through ODBC.
    static void addEngines()
    {
        test::Engines::addRows();
        for (const QString &engine : test::Engines::all())
            QTest::newRow(qPrintable(QStringLiteral("odbc-") + engine)) << QString(QStringLiteral("odbc-") + engine);
    }

private Q_SLOTS:
    void cleanup()
    {
        dropAll();
        m_odbc.reset();
    }

    void windowsJoinInEveryOrder_data() { addEngines(); }
    void windowsJoinInEveryOrder()
    {
        QFETCH(QString, engine);
        if (engine.startsWith(u"odbc-"))
            REQUIRE_ODBC(engine.mid(5));
        else
            REQUIRE_ENGINE(engine);
        QStringList values;
        for (int i = 0; i < 1200; ++i) {
            values.append(QStringLiteral("(%1, %2, 'n%3', %4)").arg(i * 2 + i % 2).arg(i % 7 == 0 ? QStringLiteral("NULL") : QString::number(i % 11))
                              .arg(i * 7919 % 1201, 4, 10, QLatin1Char('0')).arg(i % 3 == 0 ? QStringLiteral("NULL") : QStringLiteral("%1.25").arg(i % 50)));
        }
        prepare(engine, {QStringLiteral("CREATE TABLE item (id INTEGER NOT NULL PRIMARY KEY, grp INTEGER, name VARCHAR(20) NOT NULL, amount NUMERIC(8,2))"),
                         QStringLiteral("INSERT INTO item VALUES ") + values.join(u',')});
        const std::vector<std::pair<std::vector<session::SortTerm>, QString>> orders{
            {{}, QStringLiteral("id")},
            {{{QStringLiteral("id"), true}}, QStringLiteral("id DESC")},
            {{{QStringLiteral("grp"), false}}, QStringLiteral("grp, id")},
            {{{QStringLiteral("grp"), true}}, QStringLiteral("grp DESC, id DESC")},
            {{{QStringLiteral("amount"), true}, {QStringLiteral("grp"), false}}, QStringLiteral("amount DESC, grp, id")},
            {{{QStringLiteral("grp"), false}, {QStringLiteral("name"), true}}, QStringLiteral("grp, name DESC, id DESC")}};
        const session::RowSource rows = source(QStringLiteral("item"));
        for (const auto &[sort, sql] : orders) {
            session::RowSource sorted = rows;
            sorted.sort = sort;
            const QStringList expected = rowsOf(QStringLiteral("SELECT id FROM item ORDER BY ") + sql);
            QCOMPARE(expected.size(), 1200);
            for (const bool backwards : {false, true}) {
                session::RowCache cache(64 * 1024);
                cache.reset(sorted, sorted.isSeekable(m_dialect->capabilities()));
                cache.setTotal(1200, true);
                for (int step = 0; step < 30; ++step) {
                    const qint64 first = (backwards ? 29 - step : step) * 40;
                    for (int rounds = 0; rounds < 20; ++rounds) {
                        const auto read = cache.plan(first, first + 39);
                        if (!read)
                            break;
                        auto run = session::readRows(*m_connection, *m_dialect, sorted, read->seek, {});
                        VERIFY_OK(run);
                        cache.insert(*read, *std::move(run));
                    }
                    for (qint64 row = first; row < first + 40; ++row) {
                        const auto found = cache.find(row);
                        QVERIFY2(found, qPrintable(QStringLiteral("row %1 by %2").arg(row).arg(sql)));
                        QVERIFY2(found->block->value(found->row, 0).toText() == expected.at(row),
                                 qPrintable(QStringLiteral("row %1 by %2").arg(row).arg(sql)));
                    }
                }
            }
        }
    }

    void editsDoWhatPlainSqlDoes_data() { addEngines(); }
    void editsDoWhatPlainSqlDoes()
    {
        QFETCH(QString, engine);
        if (engine.startsWith(u"odbc-"))
            REQUIRE_ODBC(engine.mid(5));
        else
            REQUIRE_ENGINE(engine);
        const QString columns = QStringLiteral("(id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(60) DEFAULT 'given', n NUMERIC(12,4), f DOUBLE PRECISION, b INTEGER)");
        QStringList script{QStringLiteral("CREATE TABLE mine ") + columns, QStringLiteral("CREATE TABLE plain ") + columns};
        for (int i = 1; i <= 60; ++i) {
            for (const char *table : {"mine", "plain"})
                script.append(QStringLiteral("INSERT INTO %1 VALUES (%2, 'a%2', %2.5, 0.1, NULL)").arg(QLatin1String(table)).arg(i));
        }
        prepare(engine, script);
        const session::RowSource rows = source(QStringLiteral("mine"));
        QRandomGenerator random(20);
        const QStringList texts{QStringLiteral("it's"), QStringLiteral("back\\slash"), QString(), QStringLiteral("Ünï\u2603"), QStringLiteral("two\nlines")};
        for (int round = 0; round < 40; ++round) {
            const auto all = session::readRows(*m_connection, *m_dialect, rows, {session::Seek::Kind::First, {}, 0, 1000}, {});
            VERIFY_OK(all);
            session::ChangeSet set;
            QStringList plain;
            QSet<int> touched;
            for (int edit = 0; edit < 6 && all->rows.rowCount() > 0; ++edit) {
                const int row = int(random.bounded(all->rows.rowCount()));
                if (touched.contains(row))
                    continue;
                touched.insert(row);
                const session::RowKeyValues key = rows.keyOf(all->rows, row);
                std::vector<Value> before;
                for (int column = 0; column < all->rows.columnCount(); ++column)
                    before.push_back(all->rows.value(row, column));
                const QString where = QStringLiteral(" WHERE id = ") + key.front().toText();
                const int what = int(random.bounded(5));
                if (what == 0) {
                    set.deleteRow(key, before);
                    plain.append(QStringLiteral("DELETE FROM plain") + where);
                } else if (what == 1) {
                    set.setValue(key, before, QStringLiteral("a"), 1, Value::null());
                    plain.append(QStringLiteral("UPDATE plain SET a = NULL") + where);
                } else if (what == 2) {
                    set.setValue(key, before, QStringLiteral("a"), 1, Value::useDefault());
                    plain.append(QStringLiteral("UPDATE plain SET a = 'given'") + where);
                } else if (what == 3) {
                    const QString text = texts.at(random.bounded(int(texts.size())));
                    set.setValue(key, before, QStringLiteral("a"), 1, Value::text(text));
                    plain.append(QStringLiteral("UPDATE plain SET a = ") + m_dialect->literal(Value::text(text)) + where);
                } else {
                    set.setValue(key, before, QStringLiteral("n"), 2, Value::lexical("12345678.1234"));
                    set.setValue(key, before, QStringLiteral("f"), 3, Value::real(0.30000000000000004));
                    plain.append(QStringLiteral("UPDATE plain SET n = 12345678.1234, f = 0.30000000000000004") + where);
                }
            }
            const int id = 1000 + round;
            set.insertRow({{QStringLiteral("id"), Value::integer(id)}, {QStringLiteral("b"), Value::integer(round)}});
            plain.append(QStringLiteral("INSERT INTO plain (id, b) VALUES (%1, %2)").arg(id).arg(round));
            const session::CommitReport report = session::commitChanges(*m_connection, *m_dialect, rows, set.changes(), {});
            QVERIFY2(report.committed, report.failure ? qPrintable(report.failure->message) : "");
            for (const session::CommitReport::Row &row : report.rows) {
                if (set.find(row.change)->kind == RowChange::Kind::Insert)
                    QCOMPARE(row.values.at(1).toText(), QStringLiteral("given")); // the default was read back
            }
            for (const QString &sql : plain)
                VERIFY_OK(m_connection->run(sql));
            const QString list = QStringLiteral("SELECT id, a, n, f, b FROM %1 ORDER BY id");
            QCOMPARE(rowsOf(list.arg(QStringLiteral("mine"))), rowsOf(list.arg(QStringLiteral("plain"))));
        }
    }

    void previewIsWhatIsRun_data() { addEngines(); }
    void previewIsWhatIsRun()
    {
        QFETCH(QString, engine);
        if (engine.startsWith(u"odbc-"))
            REQUIRE_ODBC(engine.mid(5));
        else
            REQUIRE_ENGINE(engine);
        prepare(engine, {QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(60))"), QStringLiteral("INSERT INTO t VALUES (1, 'x'), (2, 'y')")});
        const session::RowSource rows = source(QStringLiteral("t"));
        session::ChangeSet set;
        set.setValue({Value::integer(1)}, {Value::integer(1), Value::text(QStringLiteral("x"))}, QStringLiteral("a"), 1, Value::text(QStringLiteral("it's \\ 100%")));
        set.deleteRow({Value::integer(2)}, {Value::integer(2), Value::text(QStringLiteral("y"))});
        set.insertRow({{QStringLiteral("id"), Value::integer(3)}, {QStringLiteral("a"), Value::null()}});
        for (const RowChange &change : set.changes())
            VERIFY_OK(m_connection->run(session::changeStatement(*m_dialect, rows, change).text));
        QCOMPARE(rowsOf(QStringLiteral("SELECT id, a FROM t ORDER BY id")), (QStringList{QStringLiteral("1|it's \\ 100%"), QStringLiteral("3|NULL")}));
    }

    void aFailureLeavesNothing_data() { addEngines(); }
    void aFailureLeavesNothing()
    {
        QFETCH(QString, engine);
        if (engine.startsWith(u"odbc-"))
            REQUIRE_ODBC(engine.mid(5));
        else
            REQUIRE_ENGINE(engine);
        prepare(engine, {QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a INTEGER UNIQUE)"), QStringLiteral("INSERT INTO t VALUES (1, 1), (2, 2)")});
        const session::RowSource rows = source(QStringLiteral("t"));
        session::ChangeSet set;
        set.setValue({Value::integer(1)}, {Value::integer(1), Value::integer(1)}, QStringLiteral("a"), 1, Value::integer(5));
        const quint64 bad = set.insertRow({{QStringLiteral("id"), Value::integer(3)}, {QStringLiteral("a"), Value::integer(2)}});
        const session::CommitReport report = session::commitChanges(*m_connection, *m_dialect, rows, set.changes(), {});
        QVERIFY(!report.committed);
        QCOMPARE(report.failure->kind, ErrorKind::Unique);
        QCOMPARE(report.failedChange, bad);
        QCOMPARE(m_connection->transactionState(), driver::TransactionState::Idle);
        QCOMPARE(rowsOf(QStringLiteral("SELECT id, a FROM t ORDER BY id")), (QStringList{QStringLiteral("1|1"), QStringLiteral("2|2")}));
    }
};

JOINERY_TEST(RowSessionTest)
#include "tst_row_session.moc"
