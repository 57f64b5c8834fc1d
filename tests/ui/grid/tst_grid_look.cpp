// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/row_inspector.h"
#include "ui/grid/column_header.h"
#include "ui/grid/edit/find_bar.h"
#include "ui/grid/edit/replace_dialog.h"
#include "ui/grid/frozen_columns.h"
#include "ui/grid/row_form.h"
#include "ui/support/grid_test_case.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace joinery;
using namespace joinery::ui;

/// How a table is shown and remembered, one row as a form, and what is found, replaced and filled in its cells.
class GridLookTest : public test::GridTestCase
{
    Q_OBJECT

    void prepare(const QString &engine, int rows = 5)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        QStringList values;
        for (int i = 1; i <= rows; ++i)
            values.append(QStringLiteral("(%1, '%2', %3, %4)").arg(i).arg(i % 7 == 3 ? QStringLiteral("Ärger and Übermut %1").arg(i) : QStringLiteral("plain %1").arg(i))
                              .arg(i * 10).arg(i % 2 == 0 ? QStringLiteral("TRUE") : QStringLiteral("FALSE")));
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(60), n INTEGER, yes BOOLEAN)"),
                                   QStringLiteral("INSERT INTO t VALUES ") + values.join(u',')}));
    }
    void select(int top, int left, int bottom, int right)
    {
        table().selectionModel()->setCurrentIndex(model().index(top, left), QItemSelectionModel::ClearAndSelect);
        table().selectionModel()->select(QItemSelection(model().index(top, left), model().index(bottom, right)), QItemSelectionModel::ClearAndSelect);
    }
    QLineEdit *field(const QString &name)
    {
        for (QLineEdit *line : m_page->findBar()->findChildren<QLineEdit *>()) {
            if (line->accessibleName().startsWith(name))
                return line;
        }
        return nullptr;
    }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void columnsAreRememberedForTheTable()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("t"));
        ColumnHeader &header = table().columnHeader();
        header.moveSection(header.visualIndex(2), 0);
        header.resizeSection(1, 171);
        m_page->hideColumn(3);
        m_page->freezeUpTo(2);
        m_page->setLines(3);
        QCOMPARE(table().shownColumns(), (QList<int>{2, 0, 1}));
        const int height = table().rowHeight();
        // Another tab, as after a restart.
        ui::Location location = m_page->location();
        m_page = qobject_cast<GridPage *>(m_workbench->go(location));
        wait();
        QCOMPARE(table().shownColumns(), (QList<int>{2, 0, 1}));
        QCOMPARE(table().columnWidth(1), 171);
        QVERIFY(table().isColumnHidden(3));
        QCOMPARE(table().rowHeight(), height);
        QCOMPARE(table().look().frozen, 1);
        QTRY_VERIFY(table().frozen().isVisible());
        QCOMPARE(table().frozen().width(), table().columnWidth(2));
        m_page->forgetLook();
        QCOMPARE(table().shownColumns(), (QList<int>{0, 1, 2, 3}));
        QVERIFY(!table().frozen().isVisible());
    }

    void aFilterIsKeptAppliedAndForgotten()
    {
        prepare(QStringLiteral("sqlite"), 20);
        openPage(QStringLiteral("t"));
        m_page->setWhere(QStringLiteral("n > 150"));
        QTRY_COMPARE(model().rowCount(), 5);
        m_page->saveFilter(QStringLiteral("Large ones"));
        m_page->setWhere({});
        QTRY_COMPARE(model().rowCount(), 20);
        QMenu menu;
        m_page->fillSavedFilters(menu);
        QCOMPARE(menu.actions().first()->text(), QStringLiteral("Large ones"));
        menu.actions().first()->trigger();
        QTRY_COMPARE(model().rowCount(), 5);
        QMenu again;
        m_page->fillSavedFilters(again);
        QVERIFY(again.actions().first()->isChecked());
        again.actions().last()->menu()->actions().first()->trigger();
        QMenu empty;
        m_page->fillSavedFilters(empty);
        QVERIFY(!empty.actions().first()->isEnabled());
    }

    void fillDownAndOneValueForMany()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("t"));
        select(1, 1, 3, 2);
        QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(text(3, 1), QStringLiteral("plain 2"));
        QCOMPARE(text(3, 2), QStringLiteral("20"));
        QCOMPARE(m_page->edits().set().count(), 2);
        m_page->perform(Verb::Undo);
        QVERIFY(!m_page->isDirty());
        // Alone in its column: from the row above.
        select(4, 1, 4, 1);
        table().fillDown();
        QCOMPARE(text(4, 1), QStringLiteral("plain 4"));
        m_page->perform(Verb::Undo);
        // Typed once, for all that is selected.
        select(0, 2, 3, 2);
        QTest::keyClick(&table(), Qt::Key_F2);
        auto *editor = table().viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("7"));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(text(row, 2), QStringLiteral("7"));
        QCOMPARE(text(4, 2), QStringLiteral("50"));
        m_page->perform(Verb::Undo);
        QVERIFY(!m_page->isDirty());
    }

    void oneRowAsAForm()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("t"));
        select(1, 1, 1, 1);
        m_page->showForm(true);
        auto *form = m_page->findChild<RowForm *>();
        QVERIFY(form && form->isVisible() && !m_page->view().isVisible());
        const auto line = [&](const QString &name) {
            for (QLineEdit *field : form->findChildren<QLineEdit *>()) {
                if (field->accessibleName() == name)
                    return field;
            }
            return static_cast<QLineEdit *>(nullptr);
        };
        QCOMPARE(line(QStringLiteral("a"))->text(), QStringLiteral("plain 2"));
        line(QStringLiteral("a"))->setFocus();
        line(QStringLiteral("a"))->selectAll();
        QTest::keyClicks(line(QStringLiteral("a")), QStringLiteral("typed"));
        QTest::keyClick(line(QStringLiteral("a")), Qt::Key_Return);
        QCOMPARE(text(1, 1), QStringLiteral("typed"));
        auto *box = form->findChild<QComboBox *>();
        QVERIFY(box);
        QCOMPARE(box->currentText(), QStringLiteral("true"));
        box->setCurrentIndex(box->findText(QStringLiteral("NULL")));
        Q_EMIT box->activated(box->currentIndex());
        QCOMPARE(text(1, 3), QStringLiteral("NULL"));
        form->step(1);
        QCOMPARE(table().currentIndex().row(), 2);
        QVERIFY(line(QStringLiteral("a"))->text().startsWith(u"Ärger"));
        form->step(-1);
        QVERIFY(std::ranges::any_of(form->findChildren<QLabel *>(), [](QLabel *label) { return label->text() == u"changed, not written yet"; }));
        m_page->showForm(false);
        QVERIFY(m_page->view().isVisible());
    }

    void whatIsFoundIsGoneTo_data() { test::Engines::addRows(); }
    void whatIsFoundIsGoneTo()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine, 3000);
        openPage(QStringLiteral("t"));
        m_page->setFilters({{QStringLiteral("a"), session::ColumnFilter::Kind::Contains, {driver::Value::text(QStringLiteral("ÜBERMUT"))}}});
        QTRY_COMPARE(model().rowCount(), 429);
        m_page->setFilters({});
        QTRY_COMPARE(model().extent(), 3000);
        table().goTo(0, 1);
        QTRY_VERIFY(model().isRead(0));
        m_page->find(false);
        field(QStringLiteral("Text to find"))->setText(QStringLiteral("übermut 2999"));
        QSignalSpy searched(m_page, &GridPage::searched);
        Q_EMIT m_page->findBar()->findAsked(false);
        QVERIFY2(searched.wait(10000), qPrintable(m_page->findBar()->told()));
        QCOMPARE(model().position(table().currentIndex().row()), 2998);
        // Backwards from there, and round the end.
        QTRY_VERIFY(model().isRead(table().currentIndex().row()));
        field(QStringLiteral("Text to find"))->setText(QStringLiteral("Ärger"));
        Q_EMIT m_page->findBar()->findAsked(true);
        QVERIFY(searched.wait(10000));
        QCOMPARE(model().position(table().currentIndex().row()), 2991);
        field(QStringLiteral("Text to find"))->setText(QStringLiteral("nowhere"));
        Q_EMIT m_page->findBar()->findAsked(false);
        QTRY_COMPARE(m_page->findBar()->told(), QStringLiteral("No row holds it."));
    }

    void replacementsAreStagedAfterAPreview_data() { test::Engines::addRows(); }
    void replacementsAreStagedAfterAPreview()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine, 1500);
        openPage(QStringLiteral("t"));
        table().goTo(0, 1);
        m_page->find(true);
        field(QStringLiteral("Text to find"))->setText(QStringLiteral("plain ([0-9]+)0$"));
        field(QStringLiteral("Text to put"))->setText(QStringLiteral("<\\1>"));
        for (QCheckBox *box : m_page->findBar()->findChildren<QCheckBox *>())
            box->setChecked(true);
        QSignalSpy searched(m_page, &GridPage::searched);
        Q_EMIT m_page->findBar()->replaceAsked();
        QVERIFY2(searched.wait(10000), qPrintable(m_page->findBar()->told()));
        auto *dialog = m_page->findChild<ReplaceDialog *>();
        QVERIFY(dialog);
        // Of the 150 rows that end in 0, those that hold the other text are no hits.
        int wanted = 0;
        for (int i = 10; i <= 1500; i += 10)
            wanted += i % 7 != 3;
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), wanted);
        dialog->accept();
        QCOMPARE(m_page->edits().set().count(), wanted);
        QCOMPARE(text(19, 1), QStringLiteral("<2>"));
        m_page->perform(Verb::Undo);
        QVERIFY(!m_page->isDirty());
        // A wrong expression is the engine's to refuse, and said.
        field(QStringLiteral("Text to find"))->setText(QStringLiteral("("));
        Q_EMIT m_page->findBar()->findAsked(false);
        QTRY_VERIFY(m_page->findBar()->told().size() > 12);
        QVERIFY(!m_page->isDirty());
    }
};

JOINERY_TEST(GridLookTest)
#include "tst_grid_look.moc"
