// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/import_jobs.h"
#include "core/worker/query_jobs.h"
#include "support/test_case.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace joinery;
using worker::DbWorker;

class ImportJobsTest : public test::TestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;
    worker::Target m_target;

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    /// One number of the database.
    qint64 ask(DbWorker &worker, const QString &sql)
    {
        qint64 answer = -1;
        bool done = false;
        worker::runStatements(worker, {sql}, {}, this,
                              [&](worker::StatementResult result) {
                                  if (result.rows->rowCount() > 0)
                                      answer = result.rows->integer(0, 0);
                              },
                              [&](Result<worker::RunSummary>) { done = true; });
        [&] { QTRY_VERIFY(done); }();
        return answer;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_target.url = driver::Url::sqliteFile(write(QStringLiteral("i.db"), {}));
        DbWorker worker(m_target);
        ask(worker, QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title TEXT NOT NULL)"));
    }

    void aFileIsShownBeforeItIsLoaded()
    {
        const QString path = write(QStringLiteral("p.csv"), "id;title\n1;one\n2\n007;x\n");
        std::optional<Result<worker::ImportPreview>> preview;
        worker::previewImport(path, {}, 100, this, [&](Result<worker::ImportPreview> answer) { preview = std::move(answer); });
        QTRY_VERIFY(preview.has_value());
        VERIFY_OK(*preview);
        QCOMPARE((*preview)->shape.csv.separator, ';');
        QCOMPARE((*preview)->columns, QStringList({QStringLiteral("id"), QStringLiteral("title")}));
        QCOMPARE((*preview)->rows->rowCount(), 2);
        QCOMPARE((*preview)->bad.size(), 1U);
        QCOMPARE((*preview)->bad.front().line, 3);
        QCOMPARE((*preview)->types.front().kind, schema::TypeKind::Text);

        transfer::FileShape corrected = (*preview)->shape;
        corrected.csv.separator = ',';
        corrected.csv.header = false;
        preview.reset();
        worker::previewImport(path, corrected, 100, this, [&](Result<worker::ImportPreview> answer) { preview = std::move(answer); });
        QTRY_VERIFY(preview.has_value());
        VERIFY_OK(*preview);
        QCOMPARE((*preview)->columns, QStringList({QStringLiteral("c1")}));
        QCOMPARE((*preview)->rows->rowCount(), 4);
    }

    void aFileIsLoadedAndWhatIsBadIsReported()
    {
        DbWorker worker(m_target);
        QSignalSpy progress(&worker, &DbWorker::jobProgressed);
        worker::ImportRequest request;
        request.path = write(QStringLiteral("l.csv"), "id,title\n1,one\n2,\n3,three\n");
        request.load.table = QStringLiteral("book");
        request.load.skipBad = true;
        request.reportPath = m_folder.filePath(QStringLiteral("bad.csv"));
        std::optional<Result<transfer::LoadReport>> report;
        worker::importFile(worker, request, this, [&](Result<transfer::LoadReport> answer) { report = std::move(answer); });
        QTRY_VERIFY(report.has_value());
        VERIFY_OK(*report);
        QCOMPARE((*report)->rows, 2);
        QCOMPARE((*report)->skipped, 1);
        QVERIFY(!progress.isEmpty());
        QFile bad(request.reportPath);
        QVERIFY(bad.open(QIODevice::ReadOnly));
        QCOMPARE(bad.readAll(), QByteArray("line,error,record\n3,\"NOT NULL constraint failed: book.title\",\"2,\"\n"));
        QCOMPARE(ask(worker, QStringLiteral("SELECT count(*) FROM book")), 2);
    }

    void cancelLeavesNothing()
    {
        DbWorker worker(m_target);
        QByteArray file = "id,title\n";
        for (int i = 10; i < 500'000; ++i)
            file += QByteArray::number(i) + ",a title of some length\n";
        worker::ImportRequest request;
        request.path = write(QStringLiteral("big.csv"), file);
        request.load.table = QStringLiteral("book");
        std::optional<Result<transfer::LoadReport>> report;
        worker::Job job = worker::importFile(worker, request, this, [&](Result<transfer::LoadReport> answer) { report = std::move(answer); });
        QSignalSpy progress(&worker, &DbWorker::jobProgressed);
        QTRY_VERIFY(!progress.isEmpty());
        job.cancel();
        QTRY_VERIFY(report.has_value());
        QVERIFY(!*report);
        QCOMPARE(report->error().kind, ErrorKind::Cancelled);
        QCOMPARE(ask(worker, QStringLiteral("SELECT count(*) FROM book WHERE id >= 10")), 0);
    }

    void anOpenTransactionIsNotTouched()
    {
        DbWorker worker(m_target);
        ask(worker, QStringLiteral("BEGIN"));
        worker::ImportRequest request;
        request.path = write(QStringLiteral("o.csv"), "id,title\n5,five\n");
        request.load.table = QStringLiteral("book");
        std::optional<Result<transfer::LoadReport>> report;
        worker::importFile(worker, request, this, [&](Result<transfer::LoadReport> answer) { report = std::move(answer); });
        QTRY_VERIFY(report.has_value());
        QVERIFY(!*report);
        QCOMPARE(report->error().kind, ErrorKind::Refused);
        ask(worker, QStringLiteral("ROLLBACK"));
    }
};

JOINERY_TEST(ImportJobsTest)
#include "tst_import_jobs.moc"
