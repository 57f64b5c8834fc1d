// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/rehearsal/rehearsal.h"
#include "suite/migration/cases.h"
#include "suite/migration/eventful_revision.h"
#include "support/test_case.h"

#include <QDir>

using namespace joinery;
using migration::CopyLevel;
using migration::RehearsalReport;
using migration::RehearsalStage;

/// Up, down and up again on a copy: what goes wrong there is told, the source is only read, and no copy stays.
class RehearsalTest : public test::TestCase
{
    Q_OBJECT

    static interop::Connect connector()
    {
        return [](const driver::Url &url) {
            driver::ConnectOptions options;
            options.createFile = true;
            return joinery::connect(url, options);
        };
    }

    static Result<RehearsalReport> rehearse(const test::ScratchDatabase &database, const migration::History &history,
                                            const migration::RehearsalOptions &options = {}, const CancelToken &token = {})
    {
        return migration::rehearse(database.url(), dialectOf(database.url()), connector(), history, QStringLiteral("head"), options, token);
    }

    /// The copies that are on the server, or in the temporary folder, now.
    static QStringList copies(const test::ScratchDatabase &database)
    {
        if (database.url().dialect == QLatin1String("sqlite"))
            return QDir::temp().entryList({QStringLiteral("joinery_shadow_*")}, QDir::Dirs);
        const auto connection = database.connect();
        if (!connection)
            return {connection.error().message};
        const bool mysql = database.url().dialect == QLatin1String("mysql");
        const auto rows = (*connection)->fetch(mysql ? QStringLiteral("SHOW DATABASES LIKE 'joinery\\_shadow\\_%'")
                                                     : QStringLiteral("SELECT datname FROM pg_database WHERE datname LIKE 'joinery\\_shadow\\_%'"));
        QStringList names;
        for (int row = 0; rows && row < rows->rowCount(); ++row)
            names << rows->value(row, 0).toText();
        return names;
    }

    /// What the database holds, and `changes` on top of it.
    static Result<migration::History> historyOf(const schema::Catalog &from, const operation::Operations &changes)
    {
        migration::Revision start, change;
        start.id = QStringLiteral("aaaaaaaaaaaa");
        start.dialect = from.dialect;
        schema::Catalog known = from;
        std::erase_if(known.tables, [](const schema::Table &table) { return table.name.name == u"alembic_version"; });
        JOINERY_TRY_VALUE(const compare::Difference all, compare::compare({}, known));
        start.operations = all.operations;
        change.id = QStringLiteral("bbbbbbbbbbbb");
        change.parents = {start.id};
        change.operations = changes;
        return migration::History::build({start, change});
    }

    static QStringList shop()
    {
        return {QStringLiteral("CREATE TABLE shop (id integer NOT NULL PRIMARY KEY, parent integer, title varchar(20), price integer)"),
                QStringLiteral("INSERT INTO shop VALUES (1, NULL, 'a', 1), (2, 1, NULL, 2), (3, 2, 'c', 3), (4, 3, 'd', 4)"),
                QStringLiteral("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"),
                QStringLiteral("INSERT INTO alembic_version VALUES ('aaaaaaaaaaaa')")};
    }

    static QString words(const RehearsalReport &report)
    {
        QString text;
        for (const RehearsalStage &stage : report.stages) {
            text += migration::stageName(stage.kind) + QLatin1String(": ") + (stage.failure ? stage.failure->message : QString()) + u'\n'
                + (stage.failure ? stage.failure->statement : QString()) + test::wordsOf(stage.differences) + stage.changed.join(u',') + u'\n';
        }
        for (const RehearsalStage &stage : report.stages) {
            for (const migration::RehearsedStatement &each : stage.statements)
                text += each.sql + QLatin1String(" | ") + each.locks.join(u',') + QLatin1String(" | ") + each.rewrites.join(u',') + QLatin1String(" | ") + each.algorithm + u'\n';
        }
        return text;
    }

    struct Prepared
    {
        test::ScratchDatabase database;
        schema::Catalog catalog;
        explicit Prepared(const QString &engine, const QStringList &script) : database(engine), filled(database.run(script))
        {
            const auto connection = database.connect();
            const auto found = connection ? test::inspected(**connection) : Result<schema::Catalog>(fail(connection.error()));
            if (found)
                catalog = *found;
        }
        Status filled;
    };

private Q_SLOTS:
    void upDownUp_data() { test::Engines::addRows(); }
    void upDownUp()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::EventfulRevision eventful(engine);
        const test::ScratchDatabase database(engine);
        QString before;
        {
            const auto connection = database.connect();
            VERIFY_OK(connection);
            VERIFY_OK(eventful.fill(**connection, [&] { return database.connect(); }));
            const auto picture = test::EventfulRevision::picture(**connection);
            VERIFY_OK(picture);
            before = *picture;
        }
        QStringList phases;
        migration::RehearsalOptions options;
        options.progress = [&](const migration::RehearsalProgress &at) { phases << QString::number(int(at.phase)); };
        const auto report = rehearse(database, eventful.history(), options);
        VERIFY_OK(report);
        QVERIFY2(report->isGood(), qPrintable(words(*report)));
        QCOMPARE(report->stages.size(), size_t(3));
        QCOMPARE(report->revisions, QStringList{test::EventfulRevision::head()});
        QVERIFY(report->startDifferences.empty());
        QVERIFY(!report->noWayBack);
        QVERIFY(!report->stages[0].statements.empty() && !report->stages[1].statements.empty());
        QCOMPARE(report->stages[2].statements.size(), report->stages[0].statements.size());
        // DL102: the memos go, DL101: so does a table.
        QStringList codes;
        for (const migration::LintFinding &each : report->findings)
            codes << each.finding.code;
        QVERIFY2(codes.contains(u"DL101"), qPrintable(codes.join(u' ')));
        for (const migration::RehearsalProgress::Phase phase : {migration::RehearsalProgress::Phase::Copy, migration::RehearsalProgress::Phase::Up,
                                                                migration::RehearsalProgress::Phase::Down, migration::RehearsalProgress::Phase::UpAgain})
            QVERIFY(phases.contains(QString::number(int(phase))));
        const auto any = [&](const auto &holds) { return std::ranges::any_of(report->stages[0].statements, holds); };
        if (engine == QLatin1String("postgresql")) {
            QVERIFY2(any([](const auto &each) { return each.locks.contains(QStringLiteral("AccessExclusiveLock on account")); }), qPrintable(words(*report)));
            QVERIFY2(report->way.startsWith(QLatin1String("TEMPLATE")), qPrintable(report->way));
        }
        QCOMPARE(report->indexesLeft, engine == QLatin1String("mysql") ? QStringList{QStringLiteral("account.fk_account_shop")} : QStringList());
        if (engine == QLatin1String("mysql"))
            QVERIFY2(any([](const auto &each) { return each.algorithm.startsWith(QLatin1String("INSTANT")); }), qPrintable(words(*report)));
        if (engine == QLatin1String("sqlite"))
            QVERIFY2(any([](const auto &each) { return each.rewrites.contains(QStringLiteral("account")); }), qPrintable(words(*report)));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto picture = test::EventfulRevision::picture(**connection);
        VERIFY_OK(picture);
        QCOMPARE(*picture, before);
        QVERIFY2(!copies(database).contains(report->shadow), qPrintable(report->shadow));
        // Somebody is connected now: PostgreSQL is copied table by table, and every other way gives the same.
        migration::RehearsalOptions careful;
        careful.copy.mayMakeDatabases = false;
        const auto readOnly = rehearse(database, eventful.history(), careful);
        QCOMPARE(readOnly.has_value(), engine == QLatin1String("sqlite"));
        const auto again = rehearse(database, eventful.history());
        VERIFY_OK(again);
        QVERIFY2(again->isGood(), qPrintable(words(*again)));
        if (engine == QLatin1String("postgresql"))
            QVERIFY2(again->way.startsWith(QLatin1String("CREATE TABLE")), qPrintable(again->way));
    }

    void whatFails_data() { test::Engines::addRows(); }
    void whatFails()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Prepared shopful(engine, shop());
        VERIFY_OK(shopful.filled);
        const schema::Name name(QStringLiteral("shop"));
        const schema::Column loose = *shopful.catalog.table(name)->column(QStringLiteral("title"));
        schema::Column title = loose;
        title.nullable = false;
        const auto refused = historyOf(shopful.catalog, {operation::AlterColumn{name, loose, title, {}, {}, {}}});
        VERIFY_OK(refused);
        const auto report = rehearse(shopful.database, *refused);
        VERIFY_OK(report);
        QVERIFY(!report->isGood());
        QCOMPARE(report->stages.size(), size_t(1));
        QVERIFY(report->stages[0].failure && !report->stages[0].failure->message.isEmpty());
        QCOMPARE(report->stages[0].failedRevision, QStringLiteral("bbbbbbbbbbbb"));
        QVERIFY(!copies(shopful.database).contains(report->shadow));
    }

    void whatIsNotAsItSays_data() { test::Engines::addRows(); }
    void whatIsNotAsItSays()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Prepared shopful(engine, shop());
        VERIFY_OK(shopful.filled);
        const schema::Name other(QStringLiteral("other")), name(QStringLiteral("shop"));
        const auto with = [&](const operation::Operations &operations) {
            const auto history = historyOf(shopful.catalog, operations);
            return history ? rehearse(shopful.database, *history) : Result<RehearsalReport>(fail(history.error()));
        };
        // Values change in a table that the statement is not said to touch.
        const auto values = with({operation::ExecuteSql{.up = QStringLiteral("UPDATE shop SET price = price + 1"), .down = QStringLiteral("UPDATE shop SET price = price - 1"), .touches = {other}}});
        VERIFY_OK(values);
        QVERIFY(!values->isGood());
        QCOMPARE(values->stages[0].changed, QStringList{QStringLiteral("shop.price")});
        QVERIFY(values->stages[1].changed.isEmpty());
        // The schema changes behind the model's back, and does not come back.
        const auto schema = with({operation::ExecuteSql{.up = QStringLiteral("CREATE INDEX ix_shop_title ON shop (title)"), .down = QString(), .touches = {name}}});
        VERIFY_OK(schema);
        QVERIFY(!schema->isGood());
        QVERIFY2(test::wordsOf(schema->stages[0].differences).contains(u"ix_shop_title"), qPrintable(words(*schema)));
        QVERIFY(!schema->stages[1].differences.empty());
        // What a drop takes does not come back; that is said, and no fault.
        const auto lost = with({operation::DropColumn{name, *shopful.catalog.table(name)->column(QStringLiteral("title")), QStringLiteral("parent")}});
        VERIFY_OK(lost);
        QVERIFY2(lost->isGood(), qPrintable(words(*lost)));
        QCOMPARE(lost->notBack, QStringList{QStringLiteral("shop.title")});
        // No way back at all.
        const auto oneWay = with({operation::ExecuteSql{.up = QStringLiteral("UPDATE shop SET price = 0"), .down = {}, .touches = {name}}});
        VERIFY_OK(oneWay);
        QVERIFY2(oneWay->isGood(), qPrintable(words(*oneWay)));
        QVERIFY(oneWay->noWayBack);
        QCOMPARE(oneWay->stages.size(), size_t(1));
    }

    void aSampleBreaksNoKey_data() { test::Engines::addRows(); }
    void aSampleBreaksNoKey()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        QStringList script{QStringLiteral("CREATE TABLE maker (id integer NOT NULL PRIMARY KEY, boss integer, FOREIGN KEY (boss) REFERENCES maker (id))"),
                           QStringLiteral("CREATE TABLE item (id integer NOT NULL PRIMARY KEY, maker integer, code varchar(20), FOREIGN KEY (maker) REFERENCES maker (id))"),
                           QStringLiteral("CREATE TABLE seen (item integer, note varchar(20), FOREIGN KEY (item) REFERENCES item (id))"),
                           QStringLiteral("INSERT INTO maker VALUES (1, NULL)")};
        // Everybody's boss is the one before, down to the first.
        for (int id = 2; id <= 30; ++id)
            script << QStringLiteral("INSERT INTO maker VALUES (%1, %2)").arg(id).arg(id - 1);
        QStringList items, seen;
        for (int id = 1; id <= 200; ++id) {
            items << QStringLiteral("(%1, %2, 'c%1')").arg(id).arg(id % 30 + 1);
            seen << QStringLiteral("(%1, 'n')").arg(id);
        }
        script << QLatin1String("INSERT INTO item VALUES ") + items.join(u',') << QLatin1String("INSERT INTO seen VALUES ") + seen.join(u',');
        const Prepared shopful(engine, script + shop().mid(2));
        VERIFY_OK(shopful.filled);
        const schema::Name item(QStringLiteral("item"));
        const schema::Column narrow = *shopful.catalog.table(item)->column(QStringLiteral("code"));
        schema::Column wide = narrow;
        wide.type = schema::Type::of(schema::TypeKind::Text);
        const auto history = historyOf(shopful.catalog, {operation::AlterColumn{item, narrow, wide, {}, {}, {}}});
        VERIFY_OK(history);
        migration::RehearsalOptions options;
        options.copy.level = CopyLevel::Sample;
        options.copy.sampleRows = 6;
        const auto report = rehearse(shopful.database, *history, options);
        VERIFY_OK(report);
        QVERIFY2(report->isGood(), qPrintable(words(*report)));
        const auto rowsOf = [&](const char *name) {
            const auto found = std::ranges::find_if(report->rows, [&](const migration::CopiedRows &each) { return each.table.name == QLatin1String(name); });
            return found == report->rows.end() ? std::pair<qint64, qint64>{-1, -1} : std::pair{found->source, found->copied};
        };
        using Rows = std::pair<qint64, qint64>;
        QCOMPARE(rowsOf("item"), (Rows(200, 6)));
        QCOMPARE(rowsOf("maker"), (Rows(30, 30))); // the last one leads to all others
        QVERIFY(rowsOf("seen").second > 0 && rowsOf("seen").second <= 6);
        QVERIFY2(std::ranges::any_of(report->stages[0].statements, [](const auto &each) { return each.expected && *each.expected >= each.microseconds * 30; }),
                 qPrintable(words(*report)));
        options.copy.level = CopyLevel::Schema;
        const auto empty = rehearse(shopful.database, *history, options);
        VERIFY_OK(empty);
        QVERIFY2(empty->isGood(), qPrintable(words(*empty)));
    }

    void nothingStaysAfterACancel_data() { test::Engines::addRows(); }
    void nothingStaysAfterACancel()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::EventfulRevision eventful(engine);
        const test::ScratchDatabase database(engine);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        VERIFY_OK(eventful.fill(**connection, [&] { return database.connect(); }));
        using Phase = migration::RehearsalProgress::Phase;
        for (const Phase phase : {Phase::Copy, Phase::Up, Phase::Down, Phase::UpAgain}) {
            const QStringList others = copies(database);
            CancelToken token;
            QStringList during;
            migration::RehearsalOptions options;
            options.progress = [&](const migration::RehearsalProgress &at) {
                if (at.phase != phase || !during.isEmpty())
                    return;
                during = copies(database);
                if (during.isEmpty())
                    during << QStringLiteral("none yet");
                token.cancel();
            };
            const auto report = rehearse(database, eventful.history(), options, token);
            QVERIFY(!report);
            QVERIFY2(report.error().kind == ErrorKind::Cancelled, qPrintable(report.error().message));
            QStringList mine = during;
            for (const QString &other : others)
                mine.removeAll(other);
            for (const QString &copy : copies(database))
                QVERIFY2(!mine.contains(copy), qPrintable(copy));
        }
    }
};

JOINERY_TEST(RehearsalTest)
#include "tst_rehearsal.moc"
