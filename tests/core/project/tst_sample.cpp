// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sample.h"

#include "core/builtin.h"
#include "core/migration/drift.h"
#include "core/migration/executor.h"
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace joinery;

namespace {

Result<project::Project> sampleIn(const QString &directory)
{
    return project::createSample(directory, *findDialect(QStringLiteral("sqlite")), joinery::connect);
}

qint64 count(driver::Connection &connection, const QString &sql)
{
    const auto rows = connection.fetch(sql);
    return rows && rows->rowCount() == 1 ? rows->integer(0, 0) : -1;
}

} // namespace

class SampleTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void isACopyWithItsDatabase()
    {
        QTemporaryDir folder;
        const auto sample = sampleIn(folder.filePath(QStringLiteral("shop")));
        VERIFY_OK(sample);
        const auto url = sample->urlOf(*sample->defaultEnvironment());
        VERIFY_OK(url);
        const auto connection = joinery::connect(*url);
        VERIFY_OK(connection);
        driver::Connection &database = **connection;
        QCOMPARE(count(database, QStringLiteral("SELECT count(*) FROM book")), 83);
        QCOMPARE(count(database, QStringLiteral("SELECT count(*) FROM purchase_item")), 299);
        QCOMPARE(count(database, QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")), 0);
        const auto history = sample->revisions().load();
        VERIFY_OK(history);
        QCOMPARE(history->revisions().size(), 4u);
        const auto models = sample->loadModels();
        VERIFY_OK(models);
        QCOMPARE(models->tables.size(), 8u);
        const auto drift = migration::checkDrift(database, dialectOf(database), *history, &*models);
        VERIFY_OK(drift);
        QVERIFY(!drift->atHead);
        QCOMPARE(drift->current, QStringList{QStringLiteral("c94b1d7e0f58")});
        QVERIFY2(drift->live.isEmpty(), "the database is what its revision says");
        QVERIFY(drift->pendingModels.isEmpty());
    }

    void goesUpAndDownWithItsRows()
    {
        QTemporaryDir folder;
        const auto sample = sampleIn(folder.filePath(QStringLiteral("shop")));
        VERIFY_OK(sample);
        const auto url = sample->urlOf(*sample->defaultEnvironment());
        VERIFY_OK(url);
        const auto connection = joinery::connect(*url);
        VERIFY_OK(connection);
        driver::Connection &database = **connection;
        const auto history = sample->revisions().load();
        VERIFY_OK(history);
        migration::Executor executor(*history, dialectOf(database), database, [&] { return joinery::connect(*url); });
        const auto up = executor.upgrade(QStringLiteral("head"));
        VERIFY_OK(up);
        QVERIFY2(!up->failure, qPrintable(up->failure ? up->failure->message + u'\n' + up->failure->statement : QString()));
        QCOMPARE(count(database, QStringLiteral("SELECT count(*) FROM purchase WHERE remark IS NOT NULL")) > 0, true);
        const auto drift = migration::checkDrift(database, dialectOf(database), *history, nullptr);
        VERIFY_OK(drift);
        QVERIFY(drift->atHead && drift->live.isEmpty());
        const auto refused = executor.downgrade(QStringLiteral("-1"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY2(refused.error().message.contains(QLatin1String("rating")), qPrintable(refused.error().message));
        migration::ExecutionOptions options;
        options.allowDestructive = true;
        const auto down = executor.downgrade(QStringLiteral("base"), options);
        VERIFY_OK(down);
        QVERIFY2(!down->failure, qPrintable(down->failure ? down->failure->message + u'\n' + down->failure->statement : QString()));
        QCOMPARE(count(database, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'alembic%' AND name NOT LIKE 'sqlite%'")), 0);
    }

    void isRefusedWhereThereIsSomething()
    {
        QTemporaryDir folder;
        QFile mine(folder.filePath(QStringLiteral("mine.txt")));
        QVERIFY(mine.open(QIODevice::WriteOnly));
        QCOMPARE(sampleIn(folder.path()).error().kind, ErrorKind::Duplicate);
        QVERIFY(mine.exists());
    }
};

JOINERY_TEST(SampleTest)
#include "tst_sample.moc"
