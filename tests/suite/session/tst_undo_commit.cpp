// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/commit_history.h"
#include "suite/session/row_test_case.h"

using namespace joinery;
using driver::Value;
using session::ChangeSet;
using session::CommitHistory;
using session::CommitReport;
using session::Inverse;

/// A commit is taken back by its inverse, from what was kept of it on disk.
class UndoCommitTest : public test::RowTestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;

    CommitHistory history() const { return CommitHistory(m_folder.filePath(QStringLiteral("commits"))); }

    CommitReport take(const session::RowSource &rows, const QString &id)
    {
        const auto kept = history().read(id);
        if (!kept) {
            QTest::qFail(qPrintable(kept.error().message), __FILE__, __LINE__);
            return {};
        }
        CommitReport report = session::commitChanges(*m_connection, *m_dialect, rows, kept->changes, {});
        if (report.committed && !history().add(rows, kept->changes, report, id))
            QTest::qFail("the undo was not kept", __FILE__, __LINE__);
        return report;
    }

private Q_SLOTS:
    void cleanup()
    {
        dropAll();
        QDir(m_folder.filePath(QStringLiteral("commits"))).removeRecursively();
    }

    void bringsEveryRowBack_data() { test::Engines::addRows(); }
    void bringsEveryRowBack()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const QString id = engine == u"postgresql" ? QStringLiteral("id INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
                           : engine == u"mysql"    ? QStringLiteral("id INTEGER AUTO_INCREMENT PRIMARY KEY")
                                                   : QStringLiteral("id INTEGER PRIMARY KEY AUTOINCREMENT");
        prepare(engine, {QStringLiteral("CREATE TABLE t (%1, a VARCHAR(40) UNIQUE, n NUMERIC(10,3), f DOUBLE PRECISION, d DATE, b %2)")
                             .arg(id, engine == u"postgresql" ? QStringLiteral("BYTEA") : QStringLiteral("BLOB")),
                         QStringLiteral("INSERT INTO t (a, n, f, d) VALUES ('it''s', 1.5, 0.1, '2024-02-29'), ('two', NULL, NULL, NULL), "
                                        "('', 12345.678, 1e300, '1970-01-01'), ('four', 4, 4, NULL)")});
        const session::RowSource rows = source(QStringLiteral("t"));
        const QString list = QStringLiteral("SELECT id, a, n, f, d, b FROM t ORDER BY id");
        const QStringList before = rowsOf(list);
        const std::vector<Row> read = rowsIn(rows);
        ChangeSet edits;
        edits.setValue(read[0].key, read[0].values, QStringLiteral("a"), 1, Value::text(QStringLiteral("new")));
        edits.setValue(read[0].key, read[0].values, QStringLiteral("b"), 5, Value::bytes(QByteArray("\0\xff", 2)));
        edits.deleteRow(read[1].key, read[1].values);
        edits.deleteRow(read[2].key, read[2].values);
        // Takes the value that the deleted row had: backwards it has to go first.
        edits.insertRow({{QStringLiteral("a"), Value::text(QStringLiteral("two"))}});
        const CommitReport report = commit(rows, edits);
        VERIFY_COMMITTED(report);
        const QStringList after = rowsOf(list);
        QVERIFY(after != before);
        const auto id1 = history().add(rows, edits.changes(), report);
        VERIFY_OK(id1);

        // A second look at the folder, as after a restart.
        const auto notes = history().list();
        QCOMPARE(notes.size(), size_t(1));
        QCOMPARE(notes[0].table.name, QStringLiteral("t"));
        QCOMPARE(notes[0].updates, 1);
        QCOMPARE(notes[0].inserts, 1);
        QCOMPARE(notes[0].deletes, 2);
        QVERIFY(notes[0].losses.isEmpty());
        VERIFY_COMMITTED(take(rows, *id1));
        QCOMPARE(rowsOf(list), before);

        // The undo is a commit like every other one: taken back, it does again what was done.
        const auto later = history().list();
        QCOMPARE(later.size(), size_t(2));
        QVERIFY(later[1].isUndone);
        QCOMPARE(later[0].undoes, *id1);
        VERIFY_COMMITTED(take(rows, later[0].id));
        QCOMPARE(rowsOf(list), after);
    }

    void rowsThatChangedSinceAreLeftAlone_data() { test::Engines::addRows(); }
    void rowsThatChangedSinceAreLeftAlone()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine, {QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(40))"), QStringLiteral("INSERT INTO t VALUES (1, 'x'), (2, 'y')")});
        const session::RowSource rows = source(QStringLiteral("t"));
        const std::vector<Row> read = rowsIn(rows);
        ChangeSet edits;
        edits.setValue(read[0].key, read[0].values, QStringLiteral("a"), 1, Value::text(QStringLiteral("mine")));
        edits.setValue(read[1].key, read[1].values, QStringLiteral("a"), 1, Value::text(QStringLiteral("mine")));
        edits.insertRow({{QStringLiteral("id"), Value::integer(3)}});
        const CommitReport report = commit(rows, edits);
        VERIFY_COMMITTED(report);
        const auto id = history().add(rows, edits.changes(), report);
        VERIFY_OK(id);
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET a = 'later' WHERE id IN (2, 3)")}));
        const CommitReport undone = take(rows, *id);
        QVERIFY(!undone.committed);
        QCOMPARE(undone.failure->kind, ErrorKind::Conflict);
        QCOMPARE(undone.conflicts.size(), size_t(2));
        QCOMPARE(rowsOf(QStringLiteral("SELECT id, a FROM t ORDER BY id")), (QStringList{QStringLiteral("1|mine"), QStringLiteral("2|later"), QStringLiteral("3|later")}));
        QVERIFY(!history().list()[0].isUndone);
    }

    void whatCannotComeBackIsSaid()
    {
        prepare(QStringLiteral("sqlite"), {QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)"),
                                           QStringLiteral("INSERT INTO t VALUES (1, printf('%.*c', 400000, 'x')), (2, printf('%.*c', 400000, 'y')), (3, 'z')")});
        session::RowSource rows = source(QStringLiteral("t"));
        rows.hasLargeCells = true;
        const std::vector<Row> read = rowsIn(rows);
        QVERIFY(read[0].values[1].isPart());
        ChangeSet edits;
        edits.deleteRow(read[0].key, read[0].values);
        edits.setValue(read[1].key, read[1].values, QStringLiteral("a"), 1, Value::text(QStringLiteral("short")));
        edits.setValue(read[2].key, read[2].values, QStringLiteral("a"), 1, Value::text(QStringLiteral("zz")));
        const CommitReport report = commit(rows, edits);
        VERIFY_COMMITTED(report);
        const Inverse inverse = session::inverseOf(rows, edits.changes(), report);
        QCOMPARE(inverse.losses, (QMap<Inverse::Loss, int>{{Inverse::Loss::CellInPart, 1}, {Inverse::Loss::RowInPart, 1}}));
        QCOMPARE(inverse.changes.size(), size_t(1));
    }

    void onlyTheLastFiftyAreKept()
    {
        prepare(QStringLiteral("sqlite"), {QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER)"), QStringLiteral("INSERT INTO t VALUES (1, 0)")});
        const session::RowSource rows = source(QStringLiteral("t"));
        QString youngest;
        for (int i = 1; i <= CommitHistory::kMost + 3; ++i) {
            const std::vector<Row> read = rowsIn(rows);
            ChangeSet edits;
            edits.setValue(read[0].key, read[0].values, QStringLiteral("a"), 1, Value::integer(i));
            const CommitReport report = commit(rows, edits);
            VERIFY_COMMITTED(report);
            const auto id = history().add(rows, edits.changes(), report);
            VERIFY_OK(id);
            youngest = *id;
        }
        const auto notes = history().list();
        QCOMPARE(int(notes.size()), CommitHistory::kMost);
        QCOMPARE(notes.front().id, youngest);
        // One after the other, back to where the oldest one began.
        for (const session::CommitNote &note : notes)
            VERIFY_COMMITTED(take(rows, note.id));
        QCOMPARE(rowsOf(QStringLiteral("SELECT a FROM t")), QStringList{QStringLiteral("3")});
        // A table that has another shape by now is not touched.
        VERIFY_OK(m_connection->run(QStringLiteral("ALTER TABLE t ADD COLUMN more TEXT")));
        const auto kept = history().read(history().list().front().id);
        VERIFY_OK(kept);
        QCOMPARE(session::fitOf(*kept, source(QStringLiteral("t"))), session::Fit::TableAltered);
        QCOMPARE(session::fitOf(*kept, {}), session::Fit::TableGone);
    }
};

JOINERY_TEST(UndoCommitTest)
#include "tst_undo_commit.moc"
