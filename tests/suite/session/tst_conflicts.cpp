// SPDX-License-Identifier: GPL-3.0-or-later
#include "suite/session/row_test_case.h"

using namespace joinery;
using driver::Value;
using session::ChangeSet;
using session::CommitReport;
using session::Resolution;
using session::RowChange;

/// Rows that somebody else changed between the staging of an edit and its commit.
class ConflictsTest : public test::RowTestCase
{
    Q_OBJECT

    session::RowSource m_rows;
    std::vector<Row> m_read;

    void prepareRows(const QString &engine)
    {
        prepare(engine, {QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(40), b VARCHAR(40), n NUMERIC(8,2))"),
                         QStringLiteral("INSERT INTO t VALUES (1, 'a1', 'b1', 1.50), (2, 'a2', 'b2', 2.50), (3, 'a3', 'b3', 3.50), (4, 'a4', NULL, NULL)")});
        m_rows = source(QStringLiteral("t"));
        m_read = rowsIn(m_rows);
        QCOMPARE(m_read.size(), size_t(4));
    }
    void set(ChangeSet &edits, int row, const QString &column, const QString &text)
    {
        edits.setValue(m_read[size_t(row)].key, m_read[size_t(row)].values, column, int(m_rows.table.columnIndex(column)), Value::text(text));
    }
    void stage(ChangeSet &edits, const session::Conflict &conflict, const Resolution &choice)
    {
        edits.replace(conflict.change, session::resolved(*edits.find(conflict.change), conflict, choice, m_rows.table));
    }
    QStringList all() { return rowsOf(QStringLiteral("SELECT id, a, b FROM t ORDER BY id")); }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void allAreToldAtOnceAndNothingIsWritten_data() { test::Engines::addRows(); }
    void allAreToldAtOnceAndNothingIsWritten()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepareRows(engine);
        ChangeSet edits;
        set(edits, 0, QStringLiteral("a"), QStringLiteral("mine"));
        set(edits, 1, QStringLiteral("a"), QStringLiteral("mine"));
        edits.deleteRow(m_read[2].key, m_read[2].values);
        set(edits, 3, QStringLiteral("b"), QStringLiteral("mine"));
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET a = 'theirs', b = 'theirs' WHERE id = 1"), QStringLiteral("DELETE FROM t WHERE id = 2"),
                                   QStringLiteral("UPDATE t SET n = 9 WHERE id = 3")}));
        const QStringList before = all();
        const CommitReport report = commit(m_rows, edits);
        QVERIFY(!report.committed);
        QCOMPARE(report.failure->kind, ErrorKind::Conflict);
        QCOMPARE(report.conflicts.size(), size_t(3));
        QCOMPARE(report.conflicts[0].theirs[1], Value::text(QStringLiteral("theirs")));
        QCOMPARE(session::disputed(*edits.find(report.conflicts[0].change), report.conflicts[0], m_rows.table), QStringList{QStringLiteral("a")});
        QVERIFY(report.conflicts[1].isGone());
        QCOMPARE(session::disputed(*edits.find(report.conflicts[2].change), report.conflicts[2], m_rows.table), QStringList{QStringLiteral("n")});
        QCOMPARE(all(), before);
    }

    void whatIsChosenStands_data() { test::Engines::addRows(); }
    void whatIsChosenStands()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepareRows(engine);
        ChangeSet edits;
        set(edits, 0, QStringLiteral("a"), QStringLiteral("mine"));
        set(edits, 0, QStringLiteral("b"), QStringLiteral("mine"));
        set(edits, 1, QStringLiteral("a"), QStringLiteral("mine"));
        edits.deleteRow(m_read[2].key, m_read[2].values);
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET a = 'theirs', b = 'theirs' WHERE id = 1"), QStringLiteral("DELETE FROM t WHERE id = 2"),
                                   QStringLiteral("UPDATE t SET n = 9 WHERE id = 3")}));
        const CommitReport first = commit(m_rows, edits);
        QCOMPARE(first.conflicts.size(), size_t(3));
        stage(edits, first.conflicts[0], {{QStringLiteral("b")}, false}); // a is theirs, b mine
        stage(edits, first.conflicts[1], {{}, true});                      // again
        stage(edits, first.conflicts[2], {{}, true});                      // all the same
        // Between the choice and the commit, once more: the check is against the row as it was shown.
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET b = 'later' WHERE id = 1")}));
        const CommitReport second = commit(m_rows, edits);
        QVERIFY(!second.committed);
        QCOMPARE(second.conflicts.size(), size_t(1));
        QCOMPARE(second.conflicts[0].theirs[2], Value::text(QStringLiteral("later")));
        stage(edits, second.conflicts[0], {{QStringLiteral("b")}, false});
        const CommitReport third = commit(m_rows, edits);
        VERIFY_COMMITTED(third);
        QCOMPARE(all(), (QStringList{QStringLiteral("1|theirs|mine"), QStringLiteral("2|mine|b2"), QStringLiteral("4|a4|NULL")}));
    }

    void givingUpLeavesTheirs_data() { test::Engines::addRows(); }
    void givingUpLeavesTheirs()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepareRows(engine);
        ChangeSet edits;
        set(edits, 0, QStringLiteral("a"), QStringLiteral("mine"));
        set(edits, 1, QStringLiteral("a"), QStringLiteral("mine"));
        edits.deleteRow(m_read[2].key, m_read[2].values);
        edits.deleteRow(m_read[3].key, m_read[3].values);
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET a = 'theirs' WHERE id = 1"), QStringLiteral("DELETE FROM t WHERE id IN (2, 4)"),
                                   QStringLiteral("UPDATE t SET n = 9 WHERE id = 3")}));
        const CommitReport report = commit(m_rows, edits);
        QCOMPARE(report.conflicts.size(), size_t(4));
        edits.asOneStep([&] {
            for (const session::Conflict &conflict : report.conflicts)
                stage(edits, conflict, {});
        });
        QVERIFY(edits.isEmpty());
        // One step, and what was staged comes back with what it was staged against.
        edits.undo();
        QCOMPARE(edits.count(), 4);
        QCOMPARE(commit(m_rows, edits).conflicts.size(), size_t(4));
        QCOMPARE(all(), (QStringList{QStringLiteral("1|theirs|b1"), QStringLiteral("3|a3|b3")}));
    }

    void theSameOnBothSidesIsToldAndLeavesNoChoice_data() { test::Engines::addRows(); }
    void theSameOnBothSidesIsToldAndLeavesNoChoice()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepareRows(engine);
        ChangeSet edits;
        set(edits, 0, QStringLiteral("a"), QStringLiteral("both"));
        set(edits, 1, QStringLiteral("a"), QStringLiteral("mine"));
        // What they changed of a row beside my column is nobody's conflict, and stays.
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET a = 'both' WHERE id = 1"), QStringLiteral("UPDATE t SET b = 'theirs' WHERE id = 2")}));
        const CommitReport told = commit(m_rows, edits);
        QCOMPARE(told.conflicts.size(), size_t(1));
        QVERIFY(session::disputed(*edits.find(told.conflicts[0].change), told.conflicts[0], m_rows.table).isEmpty());
        stage(edits, told.conflicts[0], {});
        QCOMPARE(edits.count(), 1);
        VERIFY_COMMITTED(commit(m_rows, edits));
        QCOMPARE(rowsOf(QStringLiteral("SELECT a, b FROM t WHERE id < 3 ORDER BY id")), (QStringList{QStringLiteral("both|b1"), QStringLiteral("mine|theirs")}));
    }
};

JOINERY_TEST(ConflictsTest)
#include "tst_conflicts.moc"
