// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/reference_picker.h"
#include "ui/support/grid_test_case.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTreeWidget>

using namespace joinery;
using namespace joinery::ui;

/// What a foreign key may refer to, offered below its cell.
class ReferencePickerTest : public test::GridTestCase
{
    Q_OBJECT

    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        QStringList people;
        for (int i = 1; i <= 200; ++i)
            people.append(QStringLiteral("(%1, 'Person %1', 'town %2', NULL)").arg(i).arg(i % 7));
        VERIFY_OK(m_database->run({
            QStringLiteral("CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, town VARCHAR(40), born DATE)"),
            QStringLiteral("INSERT INTO person VALUES ") + people.join(QStringLiteral(", ")),
            QStringLiteral("INSERT INTO person VALUES (900, 'Ursula 100%', 'Portland', '1929-10-21')"),
            QStringLiteral("CREATE TABLE shelf (hall INTEGER, number INTEGER, label VARCHAR(20), PRIMARY KEY (hall, number))"),
            QStringLiteral("INSERT INTO shelf VALUES (1, 1, 'poems'), (1, 2, 'novels'), (2, 1, 'maps')"),
            QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, author INTEGER, hall INTEGER, shelf INTEGER, "
                           "FOREIGN KEY (author) REFERENCES person (id), FOREIGN KEY (hall, shelf) REFERENCES shelf (hall, number))"),
            QStringLiteral("INSERT INTO book VALUES (1, 3, NULL, NULL), (2, 4, 1, 1)")}));
        openPage(QStringLiteral("book"));
    }

    QLineEdit *edit(int row, int column)
    {
        table().setCurrentIndex(model().index(row, column));
        QTest::keyClick(&table(), Qt::Key_F2);
        return table().viewport()->findChild<QLineEdit *>();
    }
    static QTreeWidget *list(QLineEdit *editor)
    {
        auto *picker = editor->findChild<ReferencePicker *>();
        return picker ? picker->findChild<QTreeWidget *>() : nullptr;
    }
    QString shown(int row, int column) { return model().value(model().index(row, column)).toText(); }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void searchesAndTakes_data() { test::Engines::addRows(); }
    void searchesAndTakes()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QTRY_COMPARE(model().rowCount(), 2);
        QLineEdit *editor = edit(0, 1);
        QVERIFY(editor);
        QVERIFY(list(editor));
        QTRY_COMPARE(list(editor)->topLevelItemCount(), 51); // NULL, and the first fifty
        QTest::keyClicks(editor, QStringLiteral("ursula 100%"));
        QTRY_COMPARE(list(editor)->topLevelItemCount(), 1);
        QCOMPARE(list(editor)->topLevelItem(0)->text(2), QStringLiteral("Portland"));
        QTest::keyClick(editor, Qt::Key_Down);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
        QCOMPARE(shown(0, 1), QStringLiteral("900"));
        m_page->perform(Verb::Undo);
        QCOMPARE(shown(0, 1), QStringLiteral("3"));

        // What is typed is the value as long as no row is chosen.
        editor = edit(0, 1);
        QTRY_VERIFY(list(editor)->topLevelItemCount() > 1);
        QTest::keyClicks(editor, QStringLiteral("77"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
        QCOMPARE(shown(0, 1), QStringLiteral("77"));

        // NULL stands first, and Escape leaves all as it was.
        editor = edit(1, 1);
        QTRY_VERIFY(list(editor)->topLevelItemCount() > 1);
        QTest::keyClick(editor, Qt::Key_Down);
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
        QCOMPARE(shown(1, 1), QStringLiteral("4"));
        editor = edit(1, 1);
        QTRY_VERIFY(list(editor)->topLevelItemCount() > 1);
        QTest::keyClick(editor, Qt::Key_Down);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(model().value(model().index(1, 1)).isNull());
    }

    void namedEnumerationsAreChosen()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        m_database = std::make_unique<test::ScratchDatabase>(QStringLiteral("postgresql"));
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TYPE mood AS ENUM ('calm', 'it''s', 'loud')"),
                                   QStringLiteral("CREATE TABLE song (id INTEGER PRIMARY KEY, mood mood)"), QStringLiteral("INSERT INTO song VALUES (1, 'calm')")}));
        openPage(QStringLiteral("song"));
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(!edit(0, 1));
        auto *box = table().viewport()->findChild<QComboBox *>();
        QVERIFY(box);
        QCOMPARE(box->count(), 3);
        QCOMPARE(box->currentText(), QStringLiteral("calm"));
        box->setCurrentIndex(1);
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(shown(0, 1), QStringLiteral("it's"));
        m_page->commit();
        QTRY_VERIFY(m_page->edits().set().isEmpty());
    }

    void setsAllColumnsOfAKey_data() { test::Engines::addRows(); }
    void setsAllColumnsOfAKey()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QTRY_COMPARE(model().rowCount(), 2);
        QLineEdit *editor = edit(0, 3);
        QVERIFY(editor && list(editor));
        QTRY_VERIFY(list(editor)->topLevelItemCount() > 1);
        QTest::keyClicks(editor, QStringLiteral("map"));
        QTRY_COMPARE(list(editor)->topLevelItemCount(), 1);
        QTest::keyClick(editor, Qt::Key_Down);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
        QCOMPARE(shown(0, 2) + u'/' + shown(0, 3), QStringLiteral("2/1"));
        m_page->perform(Verb::Undo); // one step
        QVERIFY(model().value(model().index(0, 2)).isNull() && model().value(model().index(0, 3)).isNull());
        m_page->perform(Verb::Redo);
        m_page->commit();
        QTRY_VERIFY(m_page->edits().set().isEmpty());
    }
};

JOINERY_TEST(ReferencePickerTest)
#include "tst_reference_picker.moc"
