// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sql_text.h"
#include "ui/grid/column_header.h"
#include "ui/grid/edit/preview_dialog.h"
#include "ui/grid/filter_popup.h"
#include "ui/grid/grid_toolbar.h"
#include "ui/support/grid_test_case.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace joinery;
using namespace joinery::ui;

/// What the menu of a grid, its keys and the palette do, on each engine.
class GridCommandsTest : public test::GridTestCase
{
    Q_OBJECT

    void copied(CopyFormat format) { table().copySelection(format); }
    QString clipboard() { return QGuiApplication::clipboard()->text(); }

    void prepare(const QString &engine, bool readOnly = false)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        const QString tail = engine == u"mysql" ? QStringLiteral(" ENGINE=InnoDB") : QString();
        VERIFY_OK(m_database->run({
            QStringLiteral("CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL)") + tail,
            QStringLiteral("INSERT INTO author VALUES (1, 'Le Guin'), (2, 'Calvino')"),
            QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, price NUMERIC(8,2), pages INT, author_id INT, "
                           "note VARCHAR(200), FOREIGN KEY (author_id) REFERENCES author (id))") + tail,
            QStringLiteral("INSERT INTO book VALUES (1, 'The Dispossessed', 12.90, 304, 1, NULL), (2, 'Invisible Cities', 13.90, 165, 2, ''), "
                           "(3, '50%_off!', 9.00, 124, 2, 'a'), (4, 'Draft', NULL, NULL, NULL, 'b'), (5, 'Malafrena', 11.20, 248, 1, 'b')")}));
        openPage(QStringLiteral("book"), readOnly);
    }
    void select(int top, int left, int bottom, int right)
    {
        table().setCurrentIndex(model().index(top, left));
        table().selectionModel()->select(QItemSelection(model().index(top, left), model().index(bottom, right)), QItemSelectionModel::ClearAndSelect);
    }
    QMenu *openMenu()
    {
        QTest::keyClick(&table(), Qt::Key_F10, Qt::ShiftModifier);
        for (QMenu *menu : m_page->findChildren<QMenu *>()) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }
    QAction *item(QMenu *menu, const char *id)
    {
        for (QAction *action : menu->actions()) {
            if (action->objectName() == QLatin1String(id))
                return action;
        }
        return nullptr;
    }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void theMenuOpensByKeyAndSetsNull()
    {
        prepare(QStringLiteral("sqlite"));
        select(0, 2, 2, 3);
        QMenu *menu = openMenu();
        QVERIFY(menu);
        QAction *null = item(menu, "grid.setNull");
        QVERIFY(null && null->isEnabled());
        null->trigger();
        menu->close();
        for (int row = 0; row < 3; ++row)
            QVERIFY(text(row, 2) == u"NULL" && text(row, 3) == u"NULL");
        // One step.
        m_page->perform(Verb::Undo);
        QVERIFY(!m_page->isDirty());
        // Every action of the menu is one of the palette.
        menu = openMenu();
        for (const QAction *action : menu->actions())
            QVERIFY2(action->isSeparator() || action->menu() || m_workbench->actions().find(action->objectName()), qPrintable(action->text()));
        // Not NULL, no key, no referring rows: not offered.
        menu->close();
        select(0, 1, 0, 1);
        menu = openMenu();
        QVERIFY(!item(menu, "grid.setNull")->isEnabled());
        QVERIFY(!item(menu, "grid.goToReferred")->isEnabled());
    }

    void aRightClickSelectsWhatItIsFor()
    {
        prepare(QStringLiteral("sqlite"));
        const QPoint at = table().visualRect(model().index(2, 1)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table().viewport()->mapToGlobal(at));
        QApplication::sendEvent(table().viewport(), &event);
        QCOMPARE(table().currentIndex(), model().index(2, 1));
        QVERIFY(!m_page->findChildren<QMenu *>().isEmpty());
    }

    void copiesInEveryForm()
    {
        prepare(QStringLiteral("sqlite"));
        select(1, 0, 2, 2);
        copied(CopyFormat::Csv);
        QCOMPARE(clipboard(), QStringLiteral("id,title,price\n2,Invisible Cities,13.9\n3,50%_off!,9"));
        copied(CopyFormat::Json);
        const QJsonArray json = QJsonDocument::fromJson(clipboard().toUtf8()).array();
        QCOMPARE(json.size(), 2);
        QCOMPARE(json[0][QStringLiteral("title")].toString(), QStringLiteral("Invisible Cities"));
        copied(CopyFormat::Insert);
        QCOMPARE(clipboard(), QStringLiteral("INSERT INTO \"book\" (\"id\", \"title\", \"price\") VALUES (2, 'Invisible Cities', 13.9);\n"
                                             "INSERT INTO \"book\" (\"id\", \"title\", \"price\") VALUES (3, '50%_off!', 9);"));
        copied(CopyFormat::Update);
        QCOMPARE(clipboard().section(u'\n', 0, 0), QStringLiteral("UPDATE \"book\" SET \"title\" = 'Invisible Cities', \"price\" = 13.9 WHERE \"id\" = 2;"));
        copied(CopyFormat::Markdown);
        QCOMPARE(clipboard().section(u'\n', 0, 2), QStringLiteral("| id | title | price |\n| ---: | --- | ---: |\n| 2 | Invisible Cities | 13.9 |"));
        copied(CopyFormat::Python);
        QVERIFY2(clipboard().contains(u"{'id': 2, 'title': 'Invisible Cities', 'price': Decimal('13.9')},"), qPrintable(clipboard()));
        copied(CopyFormat::SqlAlchemy);
        QVERIFY2(clipboard().contains(u"Book(id=3, title='50%_off!', price=Decimal('9')),"), qPrintable(clipboard()));
        // NULL and an empty text differ, also on the way back.
        select(0, 5, 1, 5);
        copied(CopyFormat::Tsv);
        QCOMPARE(clipboard(), QStringLiteral("\n\"\""));
        // What is hidden is not copied.
        m_page->setHidden({QStringLiteral("title")});
        select(1, 0, 1, 2);
        copied(CopyFormat::Csv);
        QCOMPARE(clipboard(), QStringLiteral("id,price\n2,13.9"));
    }

    void pastesABlockAsOneStep_data() { test::Engines::addRows(); }
    void pastesABlockAsOneStep()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QGuiApplication::clipboard()->setText(QStringLiteral("Kokoro\t11.20\t248\nMiddlemarch\t\t880\nEmma\t7.50\t474\n"));
        select(3, 1, 3, 1);
        QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_workbench->said, QStringList());
        QCOMPARE(model().rowCount(), 6);
        QCOMPARE(text(3, 1), QStringLiteral("Kokoro"));
        QCOMPARE(text(4, 2), QStringLiteral("NULL"));
        QCOMPARE(model().rowState(5), GridModel::RowState::Added);
        QCOMPARE(text(5, 1), QStringLiteral("Emma"));
        m_page->perform(Verb::Undo);
        QVERIFY(!m_page->isDirty());
        QCOMPARE(model().rowCount(), 5);
        m_page->perform(Verb::Redo);
        QCOMPARE(text(5, 3), QStringLiteral("474"));
        // One cell that cannot be: nothing of it is staged.
        m_page->perform(Verb::Undo);
        QGuiApplication::clipboard()->setText(QStringLiteral("10\nmany\n"));
        select(0, 3, 0, 3);
        QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_page->isDirty());
        QVERIFY2(m_workbench->said.join(u'\n').contains(u"many") && m_workbench->said.join(u'\n').contains(u"pages in row 2"),
                 qPrintable(m_workbench->said.join(u'\n')));
        // One value goes into every selected cell; headings say where the others go.
        QGuiApplication::clipboard()->setText(QStringLiteral("7"));
        select(0, 3, 4, 3);
        table().paste();
        QCOMPARE(text(4, 3), QStringLiteral("7"));
        QCOMPARE(m_page->edits().set().count(), 5);
        m_page->revertAll();
        QGuiApplication::clipboard()->setText(QStringLiteral("note,pages\nnew,1\nnewer,2"));
        select(0, 0, 0, 0);
        table().paste();
        QVERIFY(text(0, 5) == u"new" && text(1, 3) == u"2" && text(0, 0) == u"1");
    }

    void duplicatesAndReverts_data() { test::Engines::addRows(); }
    void duplicatesAndReverts()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        select(1, 0, 2, 1);
        m_page->duplicateSelected();
        QCOMPARE(model().rowCount(), 7);
        QCOMPARE(text(5, 1), QStringLiteral("Invisible Cities"));
        QCOMPARE(text(6, 4), QStringLiteral("2"));
        QVERIFY(!m_page->edits().set().changes().front().values.contains(QStringLiteral("id")));
        m_page->perform(Verb::Undo);
        QCOMPARE(model().rowCount(), 5);
        model().setText(model().index(0, 1), QStringLiteral("A"));
        model().setText(model().index(0, 3), QStringLiteral("5"));
        select(0, 1, 0, 1);
        m_page->revertCells();
        QCOMPARE(text(0, 1), QStringLiteral("The Dispossessed"));
        QCOMPARE(text(0, 3), QStringLiteral("5"));
        m_page->revertSelected();
        QVERIFY(!m_page->isDirty());
    }

    void theSqlOfACommitIsColouredAndSaysWhatIsMissing_data() { test::Engines::addRows(); }
    void theSqlOfACommitIsColouredAndSaysWhatIsMissing()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        m_page->addRow();
        model().setText(model().index(5, 2), QStringLiteral("5.00"));
        m_page->commit(); // something is missing: the preview comes first
        auto *dialog = m_page->findChild<PreviewDialog *>();
        QVERIFY(dialog);
        QString warning;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text().contains(u"NULL"))
                warning = label->text();
        }
        QVERIFY2(warning.contains(u"title"), qPrintable(warning));
        QVERIFY2(warning.contains(u"id") == (engine != u"sqlite"), qPrintable(warning)); // SQLite counts its rowid
        auto *sql = dialog->findChild<SqlText *>();
        QCOMPARE(sql->dialect(), engine);
        QVERIFY(sql->isReadOnly());
        const int insert = int(sql->text().indexOf(u"INSERT"));
        QVERIFY(insert > 0);
        sql->recolor();
        QVERIFY(sql->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, insert) != sql->SendScintilla(QsciScintillaBase::SCI_GETSTYLEAT, int(sql->text().indexOf(u"book"))));
        dialog->reject();
        QVERIFY(m_page->isDirty());
        // Complete, it goes without a question.
        model().setText(model().index(5, 0), QStringLiteral("6"));
        model().setText(model().index(5, 1), QStringLiteral("Sixth"));
        QSignalSpy committed(m_page, qOverload<>(&GridPage::committed));
        m_page->commit();
        QVERIFY(committed.wait());
    }

    void filtersByValuesAndTakesThemOut_data() { test::Engines::addRows(); }
    void filtersByValuesAndTakesThemOut()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        select(1, 4, 1, 4);
        m_page->filterByValue(true);
        QTRY_COMPARE(model().rowCount(), 2);
        QTRY_COMPARE(text(1, 1), QStringLiteral("50%_off!"));
        QCOMPARE(m_page->findChild<GridToolbar *>()->findChildren<QToolButton *>().last()->isVisible(), true);
        m_page->setFilters({});
        QTRY_COMPARE(model().rowCount(), 5);
        QTRY_VERIFY(model().isRead(4));
        select(3, 4, 3, 4); // NULL
        m_page->filterByValue(false);
        QTRY_COMPARE(model().rowCount(), 4);
        QTRY_VERIFY(model().isRead(0));
        select(0, 4, 0, 4); // and the first author
        m_page->filterByValue(false);
        QTRY_COMPARE(model().rowCount(), 2);
        // They come back with the tab, and hold together with a condition and a sort.
        m_page->setWhere(QStringLiteral("pages < 150"));
        QTRY_COMPARE(model().rowCount(), 1);
        const QJsonObject state = m_page->state();
        Location location = m_page->location();
        m_page = qobject_cast<GridPage *>(m_workbench->open(location, state));
        wait();
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(m_page->filters().front().values.size(), size_t(2));
    }

    void everyKindOfFilterIsAnsweredByTheServer_data() { test::Engines::addRows(); }
    void everyKindOfFilterIsAnsweredByTheServer()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        using session::ColumnFilter;
        using driver::Value;
        const auto titles = [&](const ColumnFilter &filter) -> QString {
            m_page->setFilters({filter});
            if (!QTest::qWaitFor([&] { return m_page->filters() == std::vector<ColumnFilter>{filter} && m_page->feed()->isTotalExact() && (model().rowCount() == 0 || model().isRead(0)); }, 5000))
                return QStringLiteral("no answer: ") + m_workbench->said.join(u' ');
            QStringList found;
            for (int row = 0; row < model().rowCount(); ++row)
                found.append(text(row, 0));
            return found.join(u' ');
        };
        QCOMPARE(titles({QStringLiteral("title"), ColumnFilter::Kind::Contains, {Value::text(QStringLiteral("DIS"))}}), QStringLiteral("1"));
        // What a pattern would take for itself is a letter here.
        QCOMPARE(titles({QStringLiteral("title"), ColumnFilter::Kind::Contains, {Value::text(QStringLiteral("%_o"))}}), QStringLiteral("3"));
        QCOMPARE(titles({QStringLiteral("title"), ColumnFilter::Kind::Contains, {Value::text(QStringLiteral("f!"))}}), QStringLiteral("3"));
        QCOMPARE(titles({QStringLiteral("pages"), ColumnFilter::Kind::Contains, {Value::text(QStringLiteral("24"))}}), QStringLiteral("3 5"));
        QCOMPARE(titles({QStringLiteral("price"), ColumnFilter::Kind::Range, {Value::lexical("9"), Value::lexical("12.90")}}), QStringLiteral("1 3 5"));
        QCOMPARE(titles({QStringLiteral("price"), ColumnFilter::Kind::Range, {Value::lexical("12"), Value::null()}}), QStringLiteral("1 2"));
        QCOMPARE(titles({QStringLiteral("note"), ColumnFilter::Kind::OneOf, {Value::null(), Value::text(QStringLiteral("a"))}}), QStringLiteral("1 3"));
        QCOMPARE(titles({QStringLiteral("note"), ColumnFilter::Kind::NoneOf, {Value::text(QStringLiteral("b"))}}), QStringLiteral("1 2 3"));
        QCOMPARE(titles({QStringLiteral("note"), ColumnFilter::Kind::NoneOf, {Value::null()}}), QStringLiteral("2 3 4 5"));
        QCOMPARE(titles({QStringLiteral("note"), ColumnFilter::Kind::OneOf, {Value::text(QString())}}), QStringLiteral("2"));
    }

    void theFunnelOffersTheValuesWithTheirCounts()
    {
        prepare(QStringLiteral("sqlite"));
        ColumnHeader &header = table().columnHeader();
        QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, header.funnelRect(5).center());
        auto *popup = m_page->findChild<FilterPopup *>();
        QVERIFY(popup && popup->isVisible());
        auto *list = popup->findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 4);
        QVERIFY2(list->item(0)->text().startsWith(u"b") && list->item(0)->text().endsWith(u"2"), qPrintable(list->item(0)->text()));
        auto *condition = popup->findChild<QComboBox *>();
        condition->setCurrentIndex(condition->findText(QStringLiteral("is one of")));
        list->item(0)->setCheckState(Qt::Checked);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(model().rowCount(), 2);
        QCOMPARE(m_page->feed()->source().sort.size(), size_t(0)); // the funnel is not the sort
        // Typed, and refused in place where it is no number.
        m_page->askFilter(3);
        QTRY_VERIFY(m_page->findChildren<FilterPopup *>().size() == 1);
        popup = m_page->findChild<FilterPopup *>();
        auto *from = popup->findChildren<QLineEdit *>().at(1);
        QTest::keyClicks(from, QStringLiteral("many"));
        QTest::keyClick(from, Qt::Key_Return);
        QVERIFY(popup->isVisible());
        from->setText(QStringLiteral("200"));
        QTest::keyClick(from, Qt::Key_Return);
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(m_page->filters().size(), size_t(2));
    }

    void foreignKeysLeadBothWays_data() { test::Engines::addRows(); }
    void foreignKeysLeadBothWays()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        select(1, 4, 1, 4);
        const auto referred = m_page->referred();
        QVERIFY(referred);
        QCOMPARE(referred->location.name, schema::Name(QStringLiteral("author")));
        m_page->goToReferred();
        m_page = qobject_cast<GridPage *>(m_workbench->currentPage());
        wait();
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(text(0, 1), QStringLiteral("Calvino"));
        select(0, 0, 0, 0);
        QMenu menu;
        m_page->fillReferring(menu);
        QCOMPARE(menu.actions().size(), 1);
        QVERIFY(menu.actions().first()->text().contains(u"book"));
        menu.actions().first()->trigger();
        m_page = qobject_cast<GridPage *>(m_workbench->currentPage());
        wait();
        QCOMPARE(model().rowCount(), 2);
        QCOMPARE(text(0, 1), QStringLiteral("Invisible Cities"));
    }

    void hiddenColumnsComeBackWithTheTab()
    {
        prepare(QStringLiteral("sqlite"));
        select(0, 3, 0, 3);
        m_page->hideColumn(3);
        QVERIFY(table().isColumnHidden(3));
        m_page->setSort({{QStringLiteral("title"), false}});
        QTRY_VERIFY(m_page->feed()->isTotalExact());
        QVERIFY(table().isColumnHidden(3));
        m_page = qobject_cast<GridPage *>(m_workbench->open(m_page->location(), m_page->state()));
        wait();
        QVERIFY(table().isColumnHidden(3) && !table().isColumnHidden(2));
        m_page->setHidden({});
        QVERIFY(!table().isColumnHidden(3));
    }

    void aReadOnlyGridPastesNothing()
    {
        prepare(QStringLiteral("sqlite"), true);
        QGuiApplication::clipboard()->setText(QStringLiteral("x"));
        select(0, 1, 0, 1);
        QTest::keyClick(&table(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_page->isDirty());
        QVERIFY(m_workbench->said.join(u'\n').contains(u"reading only"));
        QMenu *menu = openMenu();
        QVERIFY(!item(menu, "grid.setNull")->isEnabled() && !item(menu, "grid.deleteRows")->isEnabled() && item(menu, "grid.filterByValue")->isEnabled());
    }
};

JOINERY_TEST(GridCommandsTest)
#include "tst_grid_commands.moc"
