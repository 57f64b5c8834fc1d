// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/catalog_jobs.h"
#include "core/worker/query_jobs.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace joinery;
using worker::DbWorker;

class DbWorkerTest : public test::TestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;
    worker::Target m_target;

    // Runs and waits for the answer.
    struct Ran
    {
        std::vector<worker::StatementResult> results;
        std::optional<Result<worker::RunSummary>> summary;
    };
    Ran run(DbWorker &worker, const QStringList &statements, const worker::RunOptions &options = {})
    {
        Ran ran;
        worker::runStatements(worker, statements, options, this, [&](worker::StatementResult result) { ran.results.push_back(std::move(result)); },
                              [&](Result<worker::RunSummary> summary) { ran.summary = std::move(summary); });
        [&] { QTRY_VERIFY(ran.summary.has_value()); }();
        return ran;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_folder.filePath(QStringLiteral("w.db"));
        auto url = driver::Url::sqliteFile(path);
        m_target.url = url;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly)); // an empty file is an empty database
        file.close();
        DbWorker worker(m_target);
        const Ran ran = run(worker, {QStringLiteral("CREATE TABLE n (i INTEGER PRIMARY KEY)"),
                                     QStringLiteral("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 20000) "
                                                    "INSERT INTO n SELECT i FROM c")});
        VERIFY_OK(*ran.summary);
        QCOMPARE((*ran.summary)->failed, 0);
        QCOMPARE(ran.results.at(1).affectedRows, 20000);
    }

    void resultsComeInBlocks()
    {
        DbWorker worker(m_target);
        worker::RunOptions options;
        options.firstRows = 100;
        const Ran ran = run(worker, {QStringLiteral("SELECT i FROM n ORDER BY i")}, options);
        const worker::StatementResult &first = ran.results.at(0);
        QCOMPARE(first.rows->rowCount(), 100);
        QVERIFY(!first.complete);
        QVERIFY(first.resultId != 0);
        qint64 next = 101;
        bool complete = false;
        while (!complete) {
            std::optional<Result<worker::MoreRows>> more;
            worker::fetchMore(worker, first.resultId, 6000, this, [&](Result<worker::MoreRows> rows) { more = std::move(rows); });
            QTRY_VERIFY(more.has_value());
            VERIFY_OK(*more);
            for (int row = 0; row < (*more)->rows->rowCount(); ++row)
                QCOMPARE((*more)->rows->integer(row, 0), next++);
            complete = (*more)->complete;
        }
        QCOMPARE(next, 20001);
    }

    void aLaterStatementEndsAnOpenResult()
    {
        DbWorker worker(m_target);
        const Ran first = run(worker, {QStringLiteral("SELECT i FROM n")});
        run(worker, {QStringLiteral("SELECT 1")});
        std::optional<Result<worker::MoreRows>> more;
        worker::fetchMore(worker, first.results.at(0).resultId, 10, this, [&](Result<worker::MoreRows> rows) { more = std::move(rows); });
        QTRY_VERIFY(more.has_value());
        QVERIFY(!more->has_value());
        QCOMPARE(more->error().kind, ErrorKind::Refused);
    }

    void aMistakeTellsItsPlaceAndStops()
    {
        DbWorker worker(m_target);
        QSignalSpy log(&worker, &DbWorker::statementRun);
        const Ran ran = run(worker, {QStringLiteral("SELECT 1"), QStringLiteral("SELECT nowhere FROM n"), QStringLiteral("SELECT 2")});
        QCOMPARE(ran.results.size(), size_t(2));
        QVERIFY(ran.results.at(1).failure);
        QVERIFY(ran.results.at(1).failure->message.contains(u"nowhere"));
        QCOMPARE((*ran.summary)->failed, 1);
        QCOMPARE(log.size(), 2);
        QVERIFY(log.at(1).at(2).toString().contains(u"nowhere"));
    }

    void manualCommitLeavesTheTransactionOpen()
    {
        DbWorker worker(m_target);
        QSignalSpy transaction(&worker, &DbWorker::transactionChanged);
        worker::RunOptions options;
        options.manualCommit = true;
        run(worker, {QStringLiteral("DELETE FROM n WHERE i = 1")}, options);
        QCOMPARE(transaction.size(), 1);
        QCOMPARE(transaction.at(0).at(0).toBool(), true);
        std::optional<Status> ended;
        worker::rollbackTransaction(worker, this, [&](Status status) { ended = std::move(status); });
        QTRY_VERIFY(ended.has_value());
        VERIFY_OK(*ended);
        QTRY_COMPARE(transaction.size(), 2);
        const Ran count = run(worker, {QStringLiteral("SELECT count(*) FROM n")});
        QCOMPARE(count.results.at(0).rows->integer(0, 0), 20000);
    }

    void cancelEndsAStatement()
    {
        DbWorker worker(m_target);
        std::optional<Result<worker::RunSummary>> summary;
        std::vector<worker::StatementResult> results;
        auto job = worker::runStatements(
            worker, {QStringLiteral("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT max(i) FROM c")}, {}, this,
            [&](worker::StatementResult result) { results.push_back(std::move(result)); },
            [&](Result<worker::RunSummary> answer) { summary = std::move(answer); });
        QSignalSpy started(&worker, &DbWorker::jobStarted);
        QVERIFY(started.wait());
        QTest::qWait(50);
        QElapsedTimer timer;
        timer.start();
        job.cancel();
        QTRY_VERIFY(summary.has_value());
        QVERIFY(timer.elapsed() < 1000);
        QCOMPARE(results.at(0).failure->kind, ErrorKind::Cancelled);
        // The connection goes on.
        QCOMPARE(run(worker, {QStringLiteral("SELECT 7")}).results.at(0).rows->integer(0, 0), 7);
    }

    void aDeadReceiverHearsNothing()
    {
        auto receiver = std::make_unique<QObject>();
        bool called = false;
        DbWorker worker(m_target);
        worker::runStatements(worker, {QStringLiteral("SELECT 1")}, {}, receiver.get(), [&](const worker::StatementResult &) { called = true; },
                              [&](const Result<worker::RunSummary> &) { called = true; });
        receiver.reset();
        QSignalSpy finished(&worker, &DbWorker::jobFinished);
        QVERIFY(finished.wait());
        QVERIFY(!called);
        QVERIFY(!worker.isBusy());
    }

    void destroyingCancelsAndWaits()
    {
        QElapsedTimer timer;
        {
            DbWorker worker(m_target);
            worker::runStatements(worker, {QStringLiteral("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT max(i) FROM c")},
                                  {}, this, [](const worker::StatementResult &) { qFatal("answered a dead worker"); }, {});
            QSignalSpy started(&worker, &DbWorker::jobStarted);
            QVERIFY(started.wait());
            timer.start();
        }
        QVERIFY(timer.elapsed() < 1000);
    }

    void aLostConnectionIsToldAndOpenedAgain_data()
    {
        test::Engines::addRows({QStringLiteral("postgresql"), QStringLiteral("mysql")});
    }
    void aLostConnectionIsToldAndOpenedAgain()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE t (a integer)")}));
        const auto drop = [&] {
            const auto killer = database.connect();
            if (engine == u"postgresql") {
                (void)(*killer)->run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                                    "datname = current_database() AND pid <> pg_backend_pid()"));
                return;
            }
            const auto ids = (*killer)->fetch(QStringLiteral("SELECT id FROM information_schema.processlist "
                                                             "WHERE db = database() AND id <> connection_id()"));
            for (int row = 0; row < ids->rowCount(); ++row)
                (void)(*killer)->run(QStringLiteral("KILL ") + ids->value(row, 0).toText());
        };
        worker::Target target;
        target.url = database.url();
        DbWorker worker(target);
        QSignalSpy transaction(&worker, &DbWorker::transactionChanged);

        // Reading between two statements: nothing was at stake.
        QVERIFY(!run(worker, {QStringLiteral("SELECT 1")}).results.at(0).failure);
        drop();
        const Ran read = run(worker, {QStringLiteral("SELECT 2")});
        QVERIFY(read.results.at(0).failure);
        QCOMPARE(read.results.at(0).failure->kind, ErrorKind::Network);
        QCOMPARE(read.results.at(0).failure->damage, Damage::Connection);
        QVERIFY(!read.results.at(0).failure->message.isEmpty());
        const Ran again = run(worker, {QStringLiteral("SELECT 3")});
        QVERIFY(!again.results.at(0).failure);
        QCOMPARE(again.results.at(0).rows->value(0, 0).toText(), QStringLiteral("3"));

        // In a transaction that was left open: it is gone, and it is told.
        worker::RunOptions manual;
        manual.manualCommit = true;
        QVERIFY(!run(worker, {QStringLiteral("INSERT INTO t VALUES (1)")}, manual).results.at(0).failure);
        QTRY_COMPARE(transaction.size(), 1);
        QVERIFY(transaction.at(0).at(0).toBool());
        drop();
        const Ran inside = run(worker, {QStringLiteral("INSERT INTO t VALUES (2)")}, manual);
        QVERIFY(inside.results.at(0).failure);
        QCOMPARE(inside.results.at(0).failure->damage, Damage::Connection);
        QTRY_COMPARE(transaction.size(), 2);
        QVERIFY(!transaction.at(1).at(0).toBool());
        const Ran count = run(worker, {QStringLiteral("SELECT count(*) FROM t")});
        QVERIFY(!count.results.at(0).failure);
        QCOMPARE(count.results.at(0).rows->value(0, 0).toText(), QStringLiteral("0"));
    }

    void aStatementTimeoutOfTheUrlHolds()
    {
        worker::Target target = m_target;
        target.url.query.append({QStringLiteral("statement_timeout"), QStringLiteral("0.2")});
        DbWorker worker(target);
        const Ran ran = run(worker, {QStringLiteral("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c) SELECT max(i) FROM c")});
        QVERIFY(ran.results.at(0).failure);
        QCOMPARE(ran.results.at(0).failure->kind, ErrorKind::Timeout);
        QVERIFY(!run(worker, {QStringLiteral("SELECT 7")}).results.at(0).failure);
    }

    void aTestTellsTheStageThatFailed()
    {
        std::optional<Result<driver::ServerInfo>> answer;
        worker::testConnection(m_target, this, [&](Result<driver::ServerInfo> server) { answer = std::move(server); });
        QTRY_VERIFY(answer.has_value());
        VERIFY_OK(*answer);
        QCOMPARE((*answer)->dialect, QStringLiteral("sqlite"));
        worker::Target missing;
        missing.url = driver::Url::sqliteFile(m_folder.filePath(QStringLiteral("missing.db")));
        answer.reset();
        worker::testConnection(missing, this, [&](Result<driver::ServerInfo> server) { answer = std::move(server); });
        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().kind, ErrorKind::Io);
    }
};

JOINERY_TEST(DbWorkerTest)
#include "tst_db_worker.moc"
