// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/database.h"
#include "support/test_case.h"
#include "ui/editor/editor_feature.h"
#include "ui/editor/result_pane.h"
#include "ui/editor/sql_page.h"
#include "ui/grid/grid_view.h"
#include "ui/grid/result_grid.h"
#include "ui/support/bare_workbench.h"

#include <QDialog>

using namespace joinery;
using namespace joinery::ui;

/// Rows of a query's result are edited where they are rows of a table.
class ResultEditsTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<test::BareWorkbench> m_workbench;
    SqlPage *m_page = nullptr;

    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({
            QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, price NUMERIC(8,2), note VARCHAR(20))"),
            QStringLiteral("INSERT INTO book VALUES (1, 'Kokoro', 11.25, NULL), (2, 'Momo', 9.75, 'b'), (3, 'Zeno', 8.50, 'c')"),
            QStringLiteral("CREATE TABLE sale (book INTEGER, number INTEGER)"), QStringLiteral("INSERT INTO sale VALUES (1, 5), (2, 6)"),
            QStringLiteral("CREATE VIEW cheap AS SELECT id, title FROM book WHERE price < 10")}));
        m_workbench = std::make_unique<test::BareWorkbench>();
        new EditorFeature(*m_workbench);
        ConnectionItem *connection = m_workbench->addConnection(QStringLiteral("shop"), m_database->url());
        connection->open();
        QTRY_VERIFY(connection->catalog());
    }
    void run(const QString &sql)
    {
        Location location;
        location.kind = Location::Kind::NewQuery;
        location.connection = QStringLiteral("shop");
        location.text = sql;
        m_page = qobject_cast<SqlPage *>(m_workbench->go(location));
        QVERIFY(m_page);
        m_page->perform(Verb::Run);
        QTRY_VERIFY2(!m_page->isRunning() && m_page->results().currentGrid(), qPrintable(m_page->results().messages().join(u'\n')));
    }
    GridModel &model() { return m_page->results().currentGrid()->view().model(); }
    QString stored(const QString &sql)
    {
        const auto connection = joinery::connect(m_database->url());
        const auto block = connection ? (*connection)->fetch(sql) : Result<driver::RowBlock>(fail(connection.error()));
        return !block ? block.error().message : block->rowCount() == 0 ? QString() : block->value(0, 0).toText();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_page = nullptr;
        m_workbench.reset();
        m_database.reset();
    }

    void editsAreWritten_data() { test::Engines::addRows(); }
    void editsAreWritten()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        run(QStringLiteral("SELECT title, price, b.id, note AS remark FROM book b JOIN sale s ON s.book = b.id WHERE s.number > 5"));
        QCOMPARE(model().rowCount(), 1);
        QVERIFY(model().setText(model().index(0, 0), QStringLiteral("Momo 2")));
        QVERIFY(model().setText(model().index(0, 1), QStringLiteral("10.5")));
        QString why;
        QVERIFY(!model().mayEdit(model().index(0, 3), &why));
        QVERIFY2(why.contains(QStringLiteral("remark is another name of note")), qPrintable(why));
        QVERIFY(m_page->results().hasStaged() && m_page->isDirty());
        m_page->results().currentGrid()->view().table().setFocus();
        QVERIFY(m_page->can(Verb::Undo));
        m_page->perform(Verb::Undo);
        QCOMPARE(model().index(0, 1).data().toString().left(4), QStringLiteral("9.75"));
        m_page->perform(Verb::Redo);
        QCOMPARE(model().index(0, 1).data().toString().left(4), QStringLiteral("10.5"));
        QCOMPARE(stored(QStringLiteral("SELECT title FROM book WHERE id = 2")), QStringLiteral("Momo"));
        m_page->results().currentGrid()->commit();
        QTRY_COMPARE(stored(QStringLiteral("SELECT title FROM book WHERE id = 2")), QStringLiteral("Momo 2"));
        // It reads again by itself.
        QTRY_VERIFY(!m_workbench->said.isEmpty());
        QTRY_VERIFY(!m_page->isRunning() && !m_page->results().hasStaged() && m_page->results().currentGrid());
        QCOMPARE(model().index(0, 0).data().toString(), QStringLiteral("Momo 2"));
        QVERIFY(m_workbench->said.last().contains(QStringLiteral("book")));

        // Somebody else was there first: nothing is overwritten.
        QVERIFY(model().setText(model().index(0, 0), QStringLiteral("mine")));
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'theirs' WHERE id = 2")}));
        m_page->results().currentGrid()->commit();
        QTRY_VERIFY(m_page->findChild<QDialog *>()); // theirs, mine
        QCOMPARE(stored(QStringLiteral("SELECT title FROM book WHERE id = 2")), QStringLiteral("theirs"));
        QVERIFY(m_page->results().hasStaged());
        m_page->findChild<QDialog *>()->reject();
        m_page->results().currentGrid()->revertAll();
        QVERIFY(!m_page->results().hasStaged());
    }

    void saysWhyNot_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("says");
        const auto add = [](const char *name, const char *sql, const char *says) {
            for (const QString &engine : test::Engines::all())
                QTest::addRow("%s %s", qPrintable(engine), name) << engine << QString::fromLatin1(sql) << QString::fromLatin1(says);
        };
        add("computed", "SELECT id, title, price * 2 AS double_price FROM book", "double_price is computed");
        add("two tables", "SELECT b.id, title, s.number FROM book b JOIN sale s ON s.book = b.id", "several tables (book, sale)");
        add("no key", "SELECT number FROM sale", "no key");
        add("key missing", "SELECT title, note FROM book", "the key of book (id) is not among its columns");
        add("twice", "SELECT id, title, id FROM book", "holds the column id twice");
        add("itself", "SELECT a.id, b.title FROM book a JOIN book b ON b.id = a.id + 1", "exactly once");
    }
    void saysWhyNot()
    {
        QFETCH(QString, engine);
        QFETCH(QString, sql);
        QFETCH(QString, says);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        run(sql);
        QString why;
        QVERIFY(!model().mayEdit(model().index(0, 0), &why));
        QVERIFY2(why.contains(says), qPrintable(why));
        QVERIFY(model().index(0, 0).data(Qt::ToolTipRole).toString().contains(says));
        QVERIFY(model().headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString().contains(says));
    }

    void unionsAndViewsAreNoTables_data() { test::Engines::addRows(); }
    void unionsAndViewsAreNoTables()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        for (const char *sql : {"SELECT id, title FROM book UNION SELECT number, 'x' FROM sale", "SELECT id, title FROM cheap"}) {
            run(QString::fromLatin1(sql));
            QVERIFY2(!model().mayEdit(model().index(0, 1)), sql);
        }
    }
};

JOINERY_TEST(ResultEditsTest)
#include "tst_result_edits.moc"
