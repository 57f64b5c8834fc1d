// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sql_text.h"
#include "ui/common/theme.h"
#include "ui/grid/cell/row_inspector.h"
#include "ui/grid/column_header.h"
#include "ui/grid/edit/preview_dialog.h"
#include "ui/grid/failure_strip.h"
#include "ui/grid/grid_toolbar.h"
#include "ui/grid/notice_bar.h"
#include "ui/grid/rows/edit_journal.h"
#include "ui/support/grid_test_case.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace joinery;
using namespace joinery::ui;

/// A table in its tab, on each engine, with mouse and keys.
class GridPageTest : public test::GridTestCase
{
    Q_OBJECT

    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        const bool mysql = engine == u"mysql";
        VERIFY_OK(m_database->run({
            QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, price NUMERIC(8,2), pages INT, "
                           "published DATE, in_stock BOOLEAN, note VARCHAR(200) DEFAULT 'none', CHECK (pages > 0))%1")
                .arg(mysql ? QStringLiteral(" ENGINE=InnoDB") : QString()),
            QStringLiteral("INSERT INTO book VALUES (1, 'The Left Hand of Darkness', 12.90, 304, '1969-03-01', TRUE, NULL), "
                           "(2, 'Invisible Cities', 13.90, 165, '1972-11-03', TRUE, ''), (3, 'Pedro Páramo', 9.00, 124, '1955-03-19', FALSE, 'a'), "
                           "(4, 'Untitled draft', 0.00, NULL, NULL, NULL, 'b'), (5, 'Kokoro', 11.20, 248, '1914-08-11', TRUE, 'c')"),
            QStringLiteral("CREATE TABLE plain (a INT, b INT)"), QStringLiteral("INSERT INTO plain VALUES (1, 1), (1, 1), (2, 2)")}));
    }

    void clickCell(int row, int column)
    {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(row, column)).center());
    }

    /// Double click, type, Return.
    void typeInto(int row, int column, const QString &typed)
    {
        clickCell(row, column);
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(row, column)).center());
        auto *editor = table().viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, typed);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
    }

    /// Whether the row's header is painted in the colour of an error.
    bool signAt(int row)
    {
        QHeaderView *header = table().verticalHeader();
        const QImage image = header->viewport()->grab().toImage();
        const int y = header->sectionViewportPosition(row) + 4;
        return image.pixelColor(1, y).rgb() == theme().colors().deleted.rgb();
    }

    NoticeBar *shownNotice()
    {
        for (NoticeBar *notice : m_page->findChildren<NoticeBar *>()) {
            if (notice->isVisible())
                return notice;
        }
        return nullptr;
    }

    QStringList rowsOf(const QString &sql)
    {
        QStringList rows;
        auto connection = m_database->connect();
        if (!connection)
            return {connection.error().message};
        const auto block = (*connection)->fetch(sql);
        if (!block)
            return {block.error().message};
        for (int row = 0; row < block->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < block->columnCount(); ++column)
                cells.append(block->isNull(row, column) ? QStringLiteral("NULL") : block->value(row, column).toText());
            rows.append(cells.join(u'|'));
        }
        return rows;
    }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void editAddDeletePreviewCommit_data() { test::Engines::addRows(); }
    void editAddDeletePreviewCommit()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("book"));
        QCOMPARE(model().rowCount(), 5);
        QCOMPARE(text(1, 1), QStringLiteral("Invisible Cities"));
        QCOMPARE(text(0, 6), QStringLiteral("NULL"));
        QCOMPARE(text(1, 6), QString());

        typeInto(1, 2, QStringLiteral("14.50"));
        QCOMPARE(text(1, 2), QStringLiteral("14.50"));
        QCOMPARE(model().rowState(1), GridModel::RowState::Changed);
        clickCell(2, 6);
        QTest::keyClick(&table(), Qt::Key_0, Qt::ControlModifier); // NULL
        QCOMPARE(text(2, 6), QStringLiteral("NULL"));
        clickCell(3, 0);
        QTest::keyClick(&table(), Qt::Key_Delete);
        QCOMPARE(model().rowState(3), GridModel::RowState::Deleted);
        QTest::keyClick(&table(), Qt::Key_Insert);
        QCOMPARE(model().rowCount(), 6);
        QCOMPARE(model().rowState(5), GridModel::RowState::Added);
        typeInto(5, 0, QStringLiteral("6"));
        typeInto(5, 1, QStringLiteral("It's \\ new"));
        QCOMPARE(m_page->edits().set().count(), 4);
        QVERIFY(m_page->isDirty());
        QCOMPARE(rowsOf(QStringLiteral("SELECT count(*) FROM book")), QStringList{QStringLiteral("5")});

        m_page->perform(Verb::Commit);
        auto *dialog = m_page->findChild<PreviewDialog *>();
        QVERIFY(dialog);
        const QString script = dialog->findChild<SqlText *>()->text();
        QVERIFY2(script.contains(u"14.50") && script.contains(u"DELETE FROM") && script.contains(u"NULL"), qPrintable(script));
        QCOMPARE(script.count(u';'), 6);
        QSignalSpy committed(m_page, qOverload<>(&GridPage::committed));
        QTest::keyClick(dialog, Qt::Key_Return);
        QVERIFY(committed.wait(20000));
        QVERIFY(!m_page->isDirty());
        QCOMPARE(rowsOf(QStringLiteral("SELECT id, title, price, note FROM book ORDER BY id")),
                 engine == u"sqlite" // its numbers forget their zeros
                     ? (QStringList{QStringLiteral("1|The Left Hand of Darkness|12.9|NULL"), QStringLiteral("2|Invisible Cities|14.5|"),
                                    QStringLiteral("3|Pedro Páramo|9|NULL"), QStringLiteral("5|Kokoro|11.2|c"),
                                    QStringLiteral("6|It's \\ new|NULL|none")})
                     : (QStringList{QStringLiteral("1|The Left Hand of Darkness|12.90|NULL"), QStringLiteral("2|Invisible Cities|14.50|"),
                                    QStringLiteral("3|Pedro Páramo|9.00|NULL"), QStringLiteral("5|Kokoro|11.20|c"),
                                    QStringLiteral("6|It's \\ new|NULL|none")}));
        QTRY_COMPARE(model().rowCount(), 5);
        QTRY_COMPARE(text(4, 1), QStringLiteral("It's \\ new"));
    }

    void aFailingRowKeepsEverythingStaged_data() { test::Engines::addRows(); }
    void aFailingRowKeepsEverythingStaged()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("book"));
        typeInto(0, 1, QStringLiteral("Changed"));
        typeInto(2, 3, QStringLiteral("-5")); // the check refuses it
        QSignalSpy failed(m_page, &GridPage::commitFailed);
        m_page->commit();
        QVERIFY(failed.wait());
        QCOMPARE(m_page->edits().set().count(), 2);
        QVERIFY(m_page->edits().failure());
        QCOMPARE(m_page->edits().failure()->error.kind, ErrorKind::Check);
        QCOMPARE(model().rowOfChange(m_page->edits().failure()->change), 2);
        auto *strip = table().viewport()->findChild<FailureStrip *>();
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(u"CHECK", Qt::CaseInsensitive) || strip->text().contains(u"CONSTRAINT"), qPrintable(strip->text()));
        QVERIFY(strip->y() >= table().rowViewportPosition(2));
        QCOMPARE(rowsOf(QStringLiteral("SELECT title FROM book WHERE id = 1")), QStringList{QStringLiteral("The Left Hand of Darkness")});
        // The sign stands at the row, wherever a sort or a condition puts it.
        QVERIFY(model().isFailed(2) && !model().isFailed(0));
        m_page->setSort({{QStringLiteral("price"), false}});
        QTRY_COMPARE(text(1, 1), QStringLiteral("Pedro Páramo"));
        QVERIFY(model().isFailed(1) && !model().isFailed(2));
        QVERIFY(model().headerData(1, Qt::Vertical, Qt::AccessibleTextRole).toString().contains(u"failed"));
        QTRY_VERIFY(strip->isVisible() && strip->y() >= table().rowViewportPosition(1));
        QVERIFY(signAt(1) && !signAt(2));
        m_page->setWhere(QStringLiteral("id = 3"));
        QTRY_COMPARE(model().rowCount(), 1);
        QVERIFY(model().isFailed(0) && signAt(0));
        m_page->setWhere(QString());
        m_page->setSort({});
        QTRY_COMPARE(text(2, 1), QStringLiteral("Pedro Páramo"));
        QVERIFY(signAt(2));
        // Mended, it goes through.
        typeInto(2, 3, QStringLiteral("125"));
        QCOMPARE(text(2, 3), QStringLiteral("125"));
        QSignalSpy committed(m_page, qOverload<>(&GridPage::committed));
        m_page->commit();
        QVERIFY2(committed.wait(20000), qPrintable(m_page->edits().failure() ? m_page->edits().failure()->error.message : m_workbench->said.join(u' ')));
        QVERIFY(!strip->isVisible());
        QCOMPARE(rowsOf(QStringLiteral("SELECT title, pages FROM book WHERE id IN (1, 3) ORDER BY id")),
                 (QStringList{QStringLiteral("Changed|304"), QStringLiteral("Pedro Páramo|125")}));
    }

    void somebodyElsesChangeIsNotOverwritten_data() { test::Engines::addRows(); }
    void somebodyElsesChangeIsNotOverwritten()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("book"));
        typeInto(0, 1, QStringLiteral("Mine"));
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'Theirs' WHERE id = 1")}));
        QSignalSpy failed(m_page, &GridPage::commitFailed);
        m_page->commit();
        QVERIFY(failed.wait());
        QCOMPARE(m_page->edits().failure()->error.kind, ErrorKind::Conflict);
        QCOMPARE(m_page->edits().failure()->conflicts.at(0).theirs.at(1).toText(), QStringLiteral("Theirs"));
        QCOMPARE(rowsOf(QStringLiteral("SELECT title FROM book WHERE id = 1")), QStringList{QStringLiteral("Theirs")});
        QCOMPARE(m_page->edits().set().count(), 1);
    }

    void aCommitThatWasUnderWayIsSaid()
    {
        prepare(QStringLiteral("sqlite"));
        {
            EditJournal journal(QStringLiteral("shop"), schema::Name(QStringLiteral("book")), {}, nullptr);
            session::ChangeSet set;
            set.insertRow({{QStringLiteral("title"), driver::Value::text(QStringLiteral("Twice?"))}});
            journal.keep(set.changes());
            journal.setCommitting(true); // and here the program was killed
        }
        openPage(QStringLiteral("book"));
        QVERIFY(shownNotice());
        QVERIFY2(shownNotice()->text().contains(u"may have happened"), qPrintable(shownNotice()->text()));
        QCOMPARE(m_page->edits().set().count(), 1);
    }

    void escapeLeavesTheOldValue()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        clickCell(1, 1);
        QTest::keyClick(&table(), Qt::Key_F2);
        auto *editor = table().viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("something else"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
        QCOMPARE(text(1, 1), QStringLiteral("Invisible Cities"));
        QVERIFY(!m_page->isDirty());
        // Opened and left untouched, NULL stays NULL.
        clickCell(0, 6);
        QTest::keyClick(&table(), Qt::Key_Return);
        editor = table().viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_VERIFY(!table().viewport()->findChild<QLineEdit *>());
        QVERIFY(!m_page->isDirty());
        // Letters are no number: told, and nothing staged.
        typeInto(1, 3, QStringLiteral("many"));
        QVERIFY(!m_page->isDirty());
        QVERIFY(m_workbench->said.join(u'\n').contains(u"many"));
    }

    void rowsThatArriveLeaveWhatIsTyped()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        clickCell(1, 1);
        QTest::keyClick(&table(), Qt::Key_F2);
        auto *editor = table().viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("typed"));
        QSignalSpy changed(m_page->feed(), &RowFeed::changed);
        m_page->perform(Verb::Refresh);
        QTRY_VERIFY(!changed.isEmpty() && m_page->feed()->isTotalExact());
        QCOMPARE(editor->text(), QStringLiteral("typed"));
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(text(1, 1), QStringLiteral("typed"));
    }

    /// "was ..." stands in the field beside its text, or nowhere.
    void theOldValueNeverCoversTheNewOne()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        typeInto(1, 1, QStringLiteral("Seas"));
        RowInspector inspector(model());
        inspector.resize(480, 500);
        inspector.QWidget::show();
        inspector.show(1);
        QCoreApplication::processEvents();
        QLineEdit *title = nullptr;
        for (QLineEdit *line : inspector.findChildren<QLineEdit *>()) {
            if (line->accessibleName() == QLatin1String("title"))
                title = line;
        }
        QVERIFY(title);
        auto *was = title->findChild<QLabel *>();
        QVERIFY(was && was->isVisible());
        QCOMPARE(was->text(), QString("was Invisible Cities"));
        QVERIFY(title->rect().contains(was->geometry()));
        const auto end = [&] { return title->fontMetrics().horizontalAdvance(title->text()) + 8; };
        QVERIFY(end() < was->x());
        inspector.resize(230, 500);
        QCoreApplication::processEvents();
        QVERIFY(!was->isVisible() || end() < was->x());
        inspector.resize(480, 500);
        QCoreApplication::processEvents();
        QVERIFY(was->isVisible());
        QTest::keyClicks(title, QStringLiteral(" of Cortez, Bays and Straits, and the Rivers that lead to them"));
        QVERIFY(!was->isVisible());
        QCOMPARE(title->toolTip(), was->text());
    }

    void aNarrowToolbarCutsNoText()
    {
        GridToolbar toolbar(QStringLiteral("chinook.sqlite"), nullptr);
        toolbar.setStaged(12);
        for (const int width : {1200, 780, 600, 1200}) {
            toolbar.resize(width, 36);
            toolbar.show();
            QCoreApplication::processEvents();
            for (const QPushButton *button : toolbar.findChildren<QPushButton *>()) {
                QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(QString::number(width) + button->text()));
                QVERIFY(toolbar.rect().contains(button->geometry()));
            }
        }
        QVERIFY(toolbar.findChildren<QPushButton *>().last()->text().contains(QLatin1String("chinook.sqlite")));
    }

    void undoRedoAndRevert()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        typeInto(0, 1, QStringLiteral("A"));
        typeInto(0, 1, QStringLiteral("B"));
        m_page->perform(Verb::Undo);
        QCOMPARE(text(0, 1), QStringLiteral("A"));
        m_page->perform(Verb::Redo);
        QCOMPARE(text(0, 1), QStringLiteral("B"));
        clickCell(0, 5);
        QTest::keyClick(&table(), Qt::Key_Space); // true, false, NULL
        QCOMPARE(text(0, 5), QStringLiteral("false"));
        QTest::keyClick(&table(), Qt::Key_Space);
        QCOMPARE(text(0, 5), QStringLiteral("NULL"));
        m_page->perform(Verb::Revert);
        QVERIFY(!m_page->isDirty());
        QCOMPARE(text(0, 1), QStringLiteral("The Left Hand of Darkness"));
    }

    void stagedEditsOutliveSortFilterRefreshAndTheTab()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        typeInto(1, 1, QStringLiteral("Staged"));
        const int header = table().columnHeader().height() / 2;
        auto *viewport = table().columnHeader().viewport();
        QTest::mouseClick(viewport, Qt::LeftButton, {}, {table().columnHeader().sectionViewportPosition(2) + 20, header});
        QTRY_COMPARE(text(0, 1), QStringLiteral("Untitled draft")); // by price
        QTest::mouseClick(viewport, Qt::LeftButton, {}, {table().columnHeader().sectionViewportPosition(2) + 20, header});
        QTRY_COMPARE(text(0, 1), QStringLiteral("Staged")); // by price, the highest first
        QCOMPARE(model().rowState(0), GridModel::RowState::Changed);
        m_page->setWhere(QStringLiteral("pages < 200"));
        QTRY_COMPARE(model().rowCount(), 2);
        QTRY_COMPARE(text(0, 1), QStringLiteral("Staged"));
        m_page->perform(Verb::Refresh);
        QTRY_VERIFY(m_page->feed()->isTotalExact());
        QCOMPARE(text(0, 1), QStringLiteral("Staged"));
        // Another tab, as after a crash: what was staged comes back with a question.
        const driver::Url url = m_database->url();
        QTest::qWait(150);
        openPage(QStringLiteral("book"));
        QCOMPARE(text(1, 1), QStringLiteral("Staged"));
        NoticeBar *notice = shownNotice();
        QVERIFY(notice);
        for (QPushButton *button : notice->findChildren<QPushButton *>()) {
            if (button->text() == u"Discard")
                button->click();
        }
        QTRY_VERIFY(!m_page->isDirty());
        QCOMPARE(text(1, 1), QStringLiteral("Invisible Cities"));
    }

    void refusesWithASentence()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"), true);
        clickCell(1, 1);
        QTest::keyClick(&table(), Qt::Key_0, Qt::ControlModifier);
        QVERIFY(!m_page->isDirty());
        QVERIFY(m_workbench->said.join(u'\n').contains(u"reading only"));
        QTest::keyClick(&table(), Qt::Key_Insert);
        QVERIFY(!m_page->isDirty());
        // A double click, a letter and Return say why, too.
        const auto saidAfter = [&](const std::function<void()> &act) {
            m_workbench->said.clear();
            act();
            return m_workbench->said.join(u'\n').contains(u"reading only");
        };
        QVERIFY(saidAfter([&] { QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(1, 1)).center()); }));
        QVERIFY(saidAfter([&] { QTest::keyClick(&table(), Qt::Key_X); }));
        QVERIFY(saidAfter([&] { QTest::keyClick(&table(), Qt::Key_Return); }));
        QVERIFY(saidAfter([&] { QTest::keyClick(&table(), Qt::Key_F2); }));
        clickCell(1, 5); // a boolean, which a double click would turn
        QVERIFY(saidAfter([&] { QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(model().index(1, 5)).center()); }));
        QVERIFY(!table().viewport()->findChild<QLineEdit *>());
    }

    void rowsThatNothingTellsApartAreNotTouched_data() { test::Engines::addRows({QStringLiteral("mysql")}); }
    void rowsThatNothingTellsApartAreNotTouched()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("plain"));
        typeInto(0, 1, QStringLiteral("9"));
        QSignalSpy failed(m_page, &GridPage::commitFailed);
        m_page->commit();
        QVERIFY(failed.wait());
        QCOMPARE(m_page->edits().failure()->error.kind, ErrorKind::Conflict);
        QCOMPARE(rowsOf(QStringLiteral("SELECT count(*) FROM plain WHERE b = 1")), QStringList{QStringLiteral("2")});
    }

    /// The button loses the focus while it reverts: what takes it over asks for rows that are just going.
    void revertByItsButtonTakesANewRowAway()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        m_page->window()->activateWindow();
        QTest::keyClick(&table(), Qt::Key_Insert);
        QCOMPARE(model().rowCount(), 6);
        table().setCurrentIndex(model().index(5, 1));
        QAbstractButton *revert = nullptr;
        for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>()) {
            if (button->text() == QLatin1String("Revert"))
                revert = button;
        }
        QVERIFY(revert);
        revert->setFocus();
        QTest::mouseClick(revert, Qt::LeftButton);
        QTRY_COMPARE(model().rowCount(), 5);
        QVERIFY(!m_page->isDirty());
    }

    void aWrongConditionSaysWhyAndKeepsTheRows_data() { test::Engines::addRows(); }
    void aWrongConditionSaysWhyAndKeepsTheRows()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("book"));
        auto *box = m_page->findChild<GridToolbar *>()->findChild<QLineEdit *>();
        box->setFocus();
        QTest::keyClicks(box, QStringLiteral("prize > 8"));
        QTest::keyClick(box, Qt::Key_Return);
        NoticeBar *notice = nullptr;
        QTRY_VERIFY((notice = shownNotice()));
        QVERIFY2(notice->text().contains(u"prize"), qPrintable(notice->text()));
        QCOMPARE(model().rowCount(), 5);
        QCOMPARE(text(1, 1), QStringLiteral("Invisible Cities"));
        QCOMPARE(box->text(), QStringLiteral("prize > 8")); // to be mended
        QCOMPARE(m_page->state()[QStringLiteral("where")].toString(), QString());
        QVERIFY(notice->y() >= m_page->findChild<GridToolbar *>()->geometry().bottom() - 1);
        m_page->setWhere(QStringLiteral("price > 12"));
        QTRY_COMPARE(model().rowCount(), 2);
        QVERIFY(!shownNotice());
        // The same words again, after they were right: still asked.
        m_page->setWhere(QStringLiteral("prize > 8"));
        QTRY_VERIFY(shownNotice());
        QCOMPARE(model().rowCount(), 2);
        m_page->setWhere(QString());
        QTRY_COMPARE(model().rowCount(), 5);
    }

    void copiesAndSums()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        clickCell(0, 2);
        QTest::mouseClick(table().viewport(), Qt::LeftButton, Qt::ShiftModifier, table().visualRect(model().index(2, 3)).center());
        QVERIFY2(m_page->status().selection.contains(u"628.8"), qPrintable(m_page->status().selection));
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("12.9\t304\n13.9\t165\n9\t124"));
    }

    void scrollsThroughMoreRowsThanItsStretch()
    {
        m_database = std::make_unique<test::ScratchDatabase>(QStringLiteral("sqlite"));
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE n (i INTEGER PRIMARY KEY, t TEXT)"),
                                   QStringLiteral("WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 120000) "
                                                  "INSERT INTO n SELECT i * 2, 'row ' || i FROM c")}));
        openPage(QStringLiteral("n"));
        QCOMPARE(model().extent(), 120000);
        QTest::keyClick(&table(), Qt::Key_End, Qt::ControlModifier);
        QTRY_COMPARE(table().currentIndex().siblingAtColumn(1).data().toString(), QStringLiteral("row 120000"));
        QCOMPARE(model().position(table().currentIndex().row()), 119999);
        QTest::keyClick(&table(), Qt::Key_PageUp);
        QTRY_VERIFY(table().currentIndex().siblingAtColumn(1).data().toString().startsWith(u"row 1199"));
        auto *bar = m_page->view().findChild<QScrollBar *>(QString(), Qt::FindDirectChildrenOnly);
        for (const int top : {60000, 3, 99000, 20001, 45000, 44990, 0}) {
            bar->setValue(top);
            QTRY_COMPARE(text(int(table().topPosition() - model().base()), 1), QStringLiteral("row %1").arg(top + 1));
            QCOMPARE(table().topPosition(), top);
        }
    }
};

JOINERY_TEST(GridPageTest)
#include "tst_grid_page.moc"
