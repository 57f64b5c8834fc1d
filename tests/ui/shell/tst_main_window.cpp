// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/common/dialogs.h"
#include "ui/common/error_text.h"
#include "ui/shell/activity_panel.h"
#include "ui/shell/connection_desk.h"
#include "ui/shell/new_project_dialog.h"
#include "ui/shell/notice.h"
#include "ui/shell/page_tab_bar.h"
#include "ui/shell/quick_pick.h"
#include "ui/shell/recent_row.h"
#include "ui/shell/tab_area.h"
#include "ui/support/window_fixture.h"

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QToolButton>
#include <QTableView>
#include <QTreeView>

using namespace joinery;
using namespace joinery::ui;

namespace {

QModelIndex findRow(const QAbstractItemModel &model, const QString &text, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        if (index.data().toString() == text)
            return index;
        if (const QModelIndex below = findRow(model, text, index); below.isValid())
            return below;
    }
    return {};
}

QTreeView *navigator(test::WindowFixture &fixture)
{
    for (auto *tree : fixture.window->findChildren<QTreeView *>())
        if (tree->accessibleName() == u"Navigator")
            return tree;
    return nullptr;
}

} // namespace

class MainWindowTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { dialogs::answerWith({}); }

    void beginsWithTheWelcomePage()
    {
        test::WindowFixture fixture;
        QCOMPARE(fixture.shell().pages().size(), 1);
        QCOMPARE(fixture.shell().currentPage()->kind(), QStringLiteral("welcome"));
    }

    void theDocksKeepTheWidthsThatTheyWereGiven()
    {
        test::WindowFixture fixture;
        const auto dock = [&](const char *name) { return fixture.window->findChild<QDockWidget *>(QLatin1String(name)); };
        QTRY_COMPARE(dock("navigator")->width(), 247);
        fixture.window->toggleDock(QStringLiteral("activity"));
        QTRY_VERIFY(dock("activity")->isVisible());
        QTRY_COMPARE(dock("activity")->height(), 220);
        fixture.window->resizeDocks({dock("navigator")}, {310}, Qt::Horizontal);
        QTRY_COMPARE(dock("navigator")->width(), 310);
        fixture.window->resize(1100, 700);
        fixture.crashAndRestart();
        fixture.crashAndRestart();
        fixture.crashAndRestart();
        QTRY_VERIFY(qAbs(dock("navigator")->width() - 310) <= 1); // the line between the docks, once
        QTRY_COMPARE(dock("activity")->height(), 220);
        QCOMPARE(fixture.window->size(), QSize(1100, 700));
    }

    void aTableThatHadToWaitForItsConnectionTakesTheKeyboard()
    {
        test::WindowFixture fixture;
        Location rows;
        rows.name = QStringLiteral("Track");
        fixture.window->openSource(fixture.chinook(), false, rows);
        QTRY_COMPARE(fixture.shell().currentPage()->kind(), QStringLiteral("grid"));
        QTRY_VERIFY(qobject_cast<QTableView *>(fixture.window->focusWidget()));
    }

    void aDroppedFileOpensAndItsTablesAreListed()
    {
        test::WindowFixture fixture;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(fixture.chinook())});
        QDragEnterEvent enter(QPoint(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fixture.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(400, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(fixture.window.get(), &drop);
        QTRY_COMPARE(fixture.shell().connections().size(), 1);
        QTRY_COMPARE(fixture.shell().connections().first()->state(), ConnectionItem::State::Open);
        QTreeView *tree = navigator(fixture);
        QVERIFY(tree);
        QTRY_VERIFY(findRow(*tree->model(), QStringLiteral("PlaylistTrack")).isValid());
        const QModelIndex track = findRow(*tree->model(), QStringLiteral("Track"));
        QCOMPARE(track.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Track, 3,503"));
        tree->expand(track);
        QTRY_VERIFY(findRow(*tree->model(), QStringLiteral("UnitPrice"), track).isValid());
        QVERIFY(findRow(*tree->model(), QStringLiteral("IFK_TrackAlbumId"), track).isValid());
    }

    void theFilterFindsTablesByTheirColumns()
    {
        test::WindowFixture fixture;
        QVERIFY(fixture.openChinook());
        QTreeView *tree = navigator(fixture);
        QTRY_VERIFY(findRow(*tree->model(), QStringLiteral("Invoice")).isValid());
        fixture.window->focusNavigator();
        auto *filter = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(filter);
        QTest::keyClicks(filter, QStringLiteral("BillingCity"));
        QVERIFY(findRow(*tree->model(), QStringLiteral("Invoice")).isValid());
        QVERIFY(!findRow(*tree->model(), QStringLiteral("Track")).isValid());
        QTest::keyClick(filter, Qt::Key_Escape);
        QTRY_VERIFY(findRow(*tree->model(), QStringLiteral("Track")).isValid());
    }

    void badFilesAreSaidInPlainWords_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::newRow("no database") << QByteArray(5000, 'x') << int(ErrorKind::NotADatabase);
        QTest::newRow("missing") << QByteArray() << int(ErrorKind::Io);
    }

    void badFilesAreSaidInPlainWords()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, kind);
        test::WindowFixture fixture;
        const QString path = fixture.folder.filePath(QStringLiteral("bad.sqlite"));
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        ConnectionItem *connection = fixture.shell().openFile(path);
        QTRY_COMPARE(connection->state(), ConnectionItem::State::Failed);
        QCOMPARE(int(connection->failure().kind), kind);
        QVERIFY(!connection->failure().message.isEmpty());
        QTreeView *tree = navigator(fixture);
        // The engine's own words stand below the connection.
        QTRY_VERIFY(findRow(*tree->model(), errorWords(connection->failure()).simplified()).isValid());
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), content); // nothing was written
        } else {
            QVERIFY(!QFile::exists(path));
        }
    }

    void goToFindsAColumn()
    {
        test::WindowFixture fixture;
        QVERIFY(fixture.openChinook());
        fixture.window->goTo();
        QuickPick *pick = nullptr;
        QTRY_VERIFY((pick = fixture.visible<QuickPick>()));
        QTest::keyClicks(pick->field(), QStringLiteral("tracknam"));
        QCOMPARE(pick->shown().value(0), QStringLiteral("Track.Name"));
        QTest::keyClick(pick->field(), Qt::Key_Return);
        QTRY_COMPARE(fixture.shell().currentPage()->location().name.name, QStringLiteral("Track"));
    }

    void thePaletteRunsACommand()
    {
        test::WindowFixture fixture;
        fixture.window->showCommands();
        QuickPick *pick = nullptr;
        QTRY_VERIFY((pick = fixture.visible<QuickPick>()));
        QTest::keyClicks(pick->field(), QStringLiteral("dark theme"));
        QCOMPARE(pick->shown().value(0), QStringLiteral("Dark theme"));
        QTest::keyClick(pick->field(), Qt::Key_Return);
        QTRY_VERIFY(theme().isDark());
    }

    void everyCommandHasAName()
    {
        test::WindowFixture fixture;
        for (const QAction *action : fixture.shell().actions().all())
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
    }

    void noTwoWindowCommandsShareKeys()
    {
        test::WindowFixture fixture;
        QMap<QString, QString> taken;
        for (const QAction *action : fixture.shell().actions().all()) {
            if (action->shortcutContext() != Qt::WindowShortcut && action->shortcutContext() != Qt::ApplicationShortcut)
                continue;
            for (const QKeySequence &keys : action->shortcuts()) {
                QVERIFY2(!taken.contains(keys.toString()), qPrintable(keys.toString() + u' ' + action->objectName() + u' ' + taken.value(keys.toString())));
                taken.insert(keys.toString(), action->objectName());
            }
        }
    }

    void tabsComeBackAfterACrash()
    {
        test::WindowFixture fixture;
        ConnectionItem *connection = fixture.openChinook();
        QVERIFY(connection);
        Location diagram;
        diagram.kind = Location::Kind::DatabaseDiagram;
        diagram.connection = connection->id();
        Location rows;
        rows.connection = connection->id();
        rows.name = QStringLiteral("Album");
        QVERIFY(fixture.shell().go(rows));
        Page *second = fixture.shell().go(diagram);
        QVERIFY(second);
        fixture.shell().tabs().split(second, Qt::Horizontal);
        fixture.crashAndRestart();
        QCOMPARE(fixture.shell().pages().size(), 3);
        QTRY_COMPARE(fixture.shell().connections().first()->state(), ConnectionItem::State::Open);
        QTRY_COMPARE(fixture.shell().pages().at(1)->kind(), QStringLiteral("grid"));
        QCOMPARE(fixture.shell().pages().at(1)->location().name.name, QStringLiteral("Album"));
        QTRY_COMPARE(fixture.shell().currentPage()->location().kind, Location::Kind::DatabaseDiagram);
    }

    void aDamagedSessionIsNotOverwritten()
    {
        test::WindowFixture fixture;
        fixture.window.reset();
        const QString path = fixture.folder.filePath(QStringLiteral("state/session.json"));
        QFile file(path);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{ \"tabs\": ");
        file.close();
        fixture.start();
        QCOMPARE(fixture.shell().currentPage()->kind(), QStringLiteral("welcome"));
        QCOMPARE(fixture.window->activity().messages().rowCount(), 1);
        QTest::qWait(500);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{ \"tabs\": "));
    }

    void aNewProjectTakesTheTablesAndUnsavedWorkSurvives()
    {
        test::WindowFixture fixture;
        QVERIFY(fixture.openChinook());
        fixture.shell().actions().find(QStringLiteral("project.fromDatabase"))->trigger();
        NewProjectDialog *dialog = fixture.window->findChild<NewProjectDialog *>();
        QVERIFY(dialog);
        const auto fields = dialog->findChildren<QLineEdit *>();
        fields.at(0)->setText(QStringLiteral("music"));
        fields.at(1)->setText(fixture.folder.path());
        for (auto *button : dialog->findChildren<QPushButton *>())
            if (button->property("role").toString() == u"primary")
                QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(fixture.shell().project());
        ProjectSession *project = fixture.shell().project();
        QCOMPARE(project->document().catalog().tables.size(), size_t(11));
        QTRY_COMPARE(fixture.shell().currentPage()->location().kind, Location::Kind::ProjectDiagram);

        operation::RenameColumn rename{QStringLiteral("Artist"), QStringLiteral("Name"), QStringLiteral("Title")};
        VERIFY_OK(project->apply({rename}, QStringLiteral("rename column")));
        QVERIFY(project->isModified());
        project->undoStack().undo();
        QVERIFY(project->document().catalog().table(schema::Name(QStringLiteral("Artist")))->column(QStringLiteral("Name")));
        project->undoStack().redo();
        fixture.crashAndRestart();
        QTRY_VERIFY(fixture.shell().project());
        project = fixture.shell().project();
        QVERIFY(project->isModified());
        QVERIFY(project->document().catalog().table(schema::Name(QStringLiteral("Artist")))->column(QStringLiteral("Title")));
        VERIFY_OK(project->save());
        QVERIFY(!project->isModified());
        QCOMPARE(QDir(fixture.folder.filePath(QStringLiteral("state/drafts"))).entryList(QDir::Files).size(), 0);
    }

    void goesInOrderWhileAllOfItIsShown()
    {
        test::WindowFixture fixture;
        ConnectionItem *connection = fixture.openChinook();
        QVERIFY(connection);
        for (const auto kind : {Location::Kind::Table, Location::Kind::NewQuery, Location::Kind::DatabaseDiagram}) {
            Location location;
            location.kind = kind;
            location.connection = connection->id();
            if (kind == Location::Kind::Table)
                location.name = QStringLiteral("Track");
            QVERIFY(fixture.shell().go(location));
        }
        fixture.window->toggleDock(QStringLiteral("activity"));
        for (auto *dock : fixture.window->findChildren<QDockWidget *>())
            if (dock->objectName() == u"activity") {
                QVERIFY(dock->isVisible());
                dock->setFloating(true);
            }
        fixture.window->goTo();
        QTRY_VERIFY(fixture.visible<QuickPick>());
        connection->refresh();
        // Its destructor ran when its docks and its connections go: nothing may call it then.
        const QPointer<ConnectionItem> item(connection);
        QSignalSpy changes(fixture.window.get(), &MainWindow::layoutChanged);
        fixture.window.reset();
        QCOMPARE(changes.size(), 0);
        QVERIFY(!item);
    }

    void germanComesAndGoesWhileItRuns()
    {
        test::WindowFixture fixture;
        QAction *action = fixture.shell().actions().find(QStringLiteral("window.quit"));
        QCOMPARE(action->text(), QStringLiteral("Quit"));
        fixture.settings->setLanguage(QStringLiteral("de"));
        QTRY_COMPARE(action->text(), QStringLiteral("Beenden"));
        QCOMPARE(fixture.shell().currentPage()->title(), QStringLiteral("Willkommen"));
        fixture.settings->setLanguage(QStringLiteral("en"));
        QTRY_COMPARE(action->text(), QStringLiteral("Quit"));
    }

    void aNoticeCoversNothing()
    {
        test::WindowFixture fixture;
        QVERIFY(fixture.openChinook());
        auto *area = fixture.window->findChild<TabArea *>();
        auto *notice = fixture.window->findChild<Notice *>();
        const int before = area->height();
        Error error;
        error.kind = ErrorKind::Syntax;
        error.message = QString(2000, u'x');
        fixture.shell().report(error, QStringLiteral("Something"));
        QTRY_VERIFY(notice->isVisible());
        QTRY_VERIFY(area->height() < before);
        const auto onWindow = [&](const QWidget *widget) { return QRect(widget->mapTo(fixture.window.get(), QPoint()), widget->size()); };
        QVERIFY(!onWindow(notice).intersects(onWindow(area)));
        QVERIFY(!onWindow(notice).intersects(onWindow(fixture.window->statusBar())));
        QVERIFY(area->height() > before / 2); // a page of words leaves room
        fixture.shell().say(QStringLiteral("Done"));
        QVERIFY(notice->isVisible());
        QVERIFY(!onWindow(notice).intersects(onWindow(area)));
        QTRY_VERIFY_WITH_TIMEOUT(!notice->isVisible(), 6000);
        QTRY_COMPARE(area->height(), before);
    }

    void manyTabsStayReadableAndAreInAList()
    {
        test::WindowFixture fixture;
        ConnectionItem *connection = fixture.openChinook();
        QVERIFY(connection);
        for (const schema::Table &table : connection->catalog()->tables) {
            Location location;
            location.kind = Location::Kind::Table;
            location.connection = connection->id();
            location.name = table.name;
            fixture.shell().go(location);
        }
        auto *bar = fixture.window->findChild<PageTabBar *>();
        QTRY_COMPARE(bar->count(), 12);
        for (int i = 0; i < bar->count(); ++i)
            QVERIFY2(bar->tabRect(i).width() >= 120, qPrintable(QString::number(i)));
        QVERIFY(bar->rect().contains(bar->tabRect(bar->currentIndex()).center())); // scrolled to
        QToolButton *list = nullptr;
        for (auto *button : fixture.window->findChildren<QToolButton *>()) {
            if (button->accessibleName() == u"All open pages")
                list = button;
        }
        QVERIFY(list && list->isVisible());
        Q_EMIT list->menu()->aboutToShow();
        QCOMPARE(list->menu()->actions().size(), 12);
        list->menu()->actions().at(1)->trigger();
        QCOMPARE(fixture.shell().currentPage(), bar->page(1));
        QVERIFY(bar->rect().contains(bar->tabRect(1).center()));
        while (fixture.shell().pages().size() > 2)
            fixture.shell().closePage(fixture.shell().pages().last());
        QTRY_VERIFY(!list->isVisible());
    }

    void whatCouldNotBeOpenedIsMarkedInTheRecentList()
    {
        test::WindowFixture fixture;
        const auto row = [&](const QString &name) -> RecentRow * {
            for (auto *found : fixture.window->findChildren<RecentRow *>()) {
                if (found->text() == name && found->isVisibleTo(fixture.window.get()))
                    return found;
            }
            return nullptr;
        };
        QFile file(fixture.path(QStringLiteral("bad.sqlite")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(5000, 'x'));
        file.close();
        ConnectionItem *bad = fixture.shell().openFile(file.fileName());
        QTRY_COMPARE(bad->state(), ConnectionItem::State::Failed);
        QTRY_VERIFY(row(bad->name()) && row(bad->name())->accessibleName().contains(u"could not be opened"));
        QVERIFY(row(bad->name())->toolTip().contains(bad->failure().message));
        ConnectionItem *good = fixture.openChinook();
        QTRY_VERIFY(row(good->name()));
        QVERIFY(!row(good->name())->accessibleName().contains(u"could not"));
    }
};

JOINERY_TEST(MainWindowTest)
#include "tst_main_window.moc"
