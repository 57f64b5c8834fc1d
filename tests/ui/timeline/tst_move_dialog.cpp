// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/history.h"
#include "core/migration/journal.h"
#include "core/migration/version_table.h"
#include "support/database.h"
#include "support/test_case.h"
#include "ui/timeline/finding_list.h"
#include "ui/timeline/move_dialog.h"

#include <QSignalSpy>

using namespace joinery;
using namespace joinery::ui;

/// What stands against an upgrade is said before it runs, and one that was broken off goes on.
class MoveDialogTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<worker::DbWorker> m_worker;

    /// Two revisions: the first is what the database holds, the second makes the titles NOT NULL.
    migration::HistoryPtr history()
    {
        const auto connection = m_database->connect();
        if (!connection)
            return nullptr;
        const auto inspection = dialectOf(**connection).inspect(**connection, {}, {});
        const auto isBook = [](const schema::Table &table) { return table.name.name == u"book"; };
        const auto found = inspection ? std::ranges::find_if(inspection->catalog.tables, isBook) : decltype(inspection->catalog.tables.begin())();
        if (!inspection || found == inspection->catalog.tables.end())
            return nullptr;
        const schema::Table book = *found;
        migration::Revision first, second;
        first.dialect = second.dialect = inspection->catalog.dialect;
        first.id = QStringLiteral("aaaaaaaaaaaa");
        first.message = QStringLiteral("start");
        first.operations = {operation::CreateTable{book}};
        second.id = QStringLiteral("bbbbbbbbbbbb");
        second.parents = {first.id};
        second.message = QStringLiteral("titles are needed");
        const schema::Column loose = *book.column(QStringLiteral("title"));
        schema::Column title = loose;
        title.nullable = false;
        second.operations = {operation::AlterColumn{book.name, loose, title, {}, {}, {}}};
        auto built = migration::History::build({first, second});
        return built ? std::make_shared<const migration::History>(*std::move(built)) : nullptr;
    }
    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(80))"),
                                   QStringLiteral("INSERT INTO book VALUES (1, 'a'), (2, NULL), (3, NULL)"),
                                   QStringLiteral("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"),
                                   QStringLiteral("INSERT INTO alembic_version VALUES ('aaaaaaaaaaaa')")}));
        worker::Target target;
        target.url = m_database->url();
        m_worker = std::make_unique<worker::DbWorker>(target);
    }
    std::unique_ptr<MoveDialog> open(const migration::HistoryPtr &history)
    {
        Standing standing;
        standing.name = QStringLiteral("shop");
        auto dialog = std::make_unique<MoveDialog>(*m_worker, standing, worker::Move{history, migration::GraphStep::Kind::Upgrade, QStringLiteral("head"), false}, nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog;
    }
    static QString words(QWidget *parent)
    {
        QStringList texts;
        for (const QLabel *label : parent->findChildren<QLabel *>()) {
            if (label->isVisibleTo(parent))
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    static QPushButton *primary(MoveDialog *dialog)
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                return button;
        }
        return nullptr;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_worker.reset();
        m_database.reset();
    }

    void rowsThatStandAgainstItAreSaidBefore_data() { test::Engines::addRows(); }
    void rowsThatStandAgainstItAreSaidBefore()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        const migration::HistoryPtr steps = history();
        QVERIFY(steps);
        const auto dialog = open(steps);
        auto *findings = dialog->findChild<FindingList *>();
        QTRY_VERIFY_WITH_TIMEOUT(findings->isVisible(), 10000);
        QVERIFY2(words(findings).contains(u"DD203"), qPrintable(words(findings)));
        QVERIFY2(words(findings).contains(u"Rows: 2."), qPrintable(words(findings)));
        auto *accept = dialog->findChild<QCheckBox *>();
        QVERIFY(accept->isVisible());
        QVERIFY(!primary(dialog.get())->isEnabled());
        // Without the rows nothing stands against it.
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'x' WHERE title IS NULL")}));
        const auto again = open(steps);
        QTRY_VERIFY_WITH_TIMEOUT(primary(again.get())->isEnabled(), 10000);
        QVERIFY(!words(again->findChild<FindingList *>()).contains(u"DD203"));
        QSignalSpy moved(again.get(), &MoveDialog::moved);
        QTest::mouseClick(primary(again.get()), Qt::LeftButton);
        QVERIFY(moved.wait(10000));
        QTRY_VERIFY(!again->isVisible());
    }

    // As a run that was killed leaves it: a journal with a step that is done and one that is not.
    void aBrokenOffRunGoesOn()
    {
        REQUIRE_ENGINE(QStringLiteral("mysql"));
        prepare(QStringLiteral("mysql"));
        const migration::HistoryPtr steps = history();
        QVERIFY(steps);
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'x' WHERE title IS NULL"),
                                   QStringLiteral("CREATE TRIGGER stop_it BEFORE INSERT ON alembic_version FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not now'"),
                                   QStringLiteral("CREATE TRIGGER stop_it_too BEFORE UPDATE ON alembic_version FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'not now'")}));
        const auto first = open(steps);
        QTRY_VERIFY_WITH_TIMEOUT(primary(first.get())->isEnabled(), 10000);
        QTest::mouseClick(primary(first.get()), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(words(first.get()).contains(u"not now"), 20000);
        first->close();
        VERIFY_OK(m_database->run({QStringLiteral("DROP TRIGGER stop_it"), QStringLiteral("DROP TRIGGER stop_it_too")}));
        const auto second = open(steps);
        QTRY_COMPARE_WITH_TIMEOUT(primary(second.get())->text(), QStringLiteral("Go on"), 10000);
        QVERIFY2(words(second.get()).contains(u"begun here and not finished"), qPrintable(words(second.get())));
        QSignalSpy moved(second.get(), &MoveDialog::moved);
        QTest::mouseClick(primary(second.get()), Qt::LeftButton);
        QVERIFY(moved.wait(20000));
        const auto connection = m_database->connect();
        VERIFY_OK(connection);
        const auto heads = migration::VersionTable(dialectOf(**connection)).read(**connection, {});
        VERIFY_OK(heads);
        QCOMPARE(*heads, QStringList{QStringLiteral("bbbbbbbbbbbb")});
    }
};

JOINERY_TEST(MoveDialogTest)

#include "tst_move_dialog.moc"
