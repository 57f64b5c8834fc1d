// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/designer/columns_model.h"
#include "ui/designer/designer_page.h"
#include "ui/designer/foreign_key_dialog.h"
#include "ui/designer/indexes_model.h"
#include "ui/designer/model_actions.h"
#include "ui/designer/new_table_dialog.h"
#include "ui/designer/section_view.h"
#include "ui/diagram/diagram_page.h"
#include "ui/support/window_fixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

using namespace joinery;
using namespace joinery::ui;
using schema::Name;

class DesignerPageTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        test::failOnWarningsOfOurs();
        if (!test::WindowFixture::hasShared())
            QSKIP("the shared databases are not beside this working copy");
        m_window = std::make_unique<test::WindowFixture>();
        m_window->window->resize(1440, 900);
        m_project = m_window->openProject();
        QVERIFY(m_project);
        Location diagram;
        diagram.kind = Location::Kind::ProjectDiagram;
        m_diagram = qobject_cast<DiagramPage *>(m_window->shell().go(diagram));
        QVERIFY(m_diagram);
        QTRY_COMPARE(m_diagram->model().chart().cards.size(), size_t(11));
        Location location;
        location.kind = Location::Kind::Model;
        location.uid = table("Track").uid;
        m_page = qobject_cast<DesignerPage *>(m_window->shell().go(location));
        QVERIFY(m_page);
    }

    void cleanup() { m_window.reset(); }

    void renameAColumnAndTheDiagramFollows()
    {
        const QPointF place = card("Track").position;
        type(m_page->columnsView(), row("Name"), ColumnsModel::Name, "Title");
        QVERIFY(table("Track").column("Title"));
        QCOMPARE(card("Track").rows[1].column, QString("Title"));
        QCOMPARE(m_project->undoStack().undoText(), QString("rename column Name to Title"));
        m_page->perform(Verb::Undo);
        QCOMPARE(card("Track").rows[1].column, QString("Name"));
        m_page->perform(Verb::Redo);
        QCOMPARE(card("Track").rows[1].column, QString("Title"));
        QCOMPARE(card("Track").position, place);
    }

    void changeAType()
    {
        type(m_page->columnsView(), row("UnitPrice"), ColumnsModel::Type, "Numeric(12, 4)");
        QCOMPARE(table("Track").column("UnitPrice")->type.toString(), QString("Numeric(12, 4)"));
    }

    /// By the keys of a person, several edits in a row: the list of proposals may be open when Return comes.
    void everyEditIsKept()
    {
        QTableView *view = m_page->columnsView();
        const auto enter = [&](const char *column, int field, const QString &text) {
            type(view, row(column), field, text);
            QVERIFY(!QApplication::activePopupWidget());
            QVERIFY(!view->indexWidget(view->currentIndex()));
        };
        enter("UnitPrice", ColumnsModel::Type, "Numeric(12, 4)");
        QCOMPARE(table("Track").column("UnitPrice")->type.toString(), QString("Numeric(12, 4)"));
        enter("Bytes", ColumnsModel::Type, "BigInteger");
        QCOMPARE(table("Track").column("Bytes")->type.toString(), QString("BigInteger"));
        enter("Milliseconds", ColumnsModel::Type, "smallint");
        QCOMPARE(table("Track").column("Milliseconds")->type.toString(), QString("SmallInteger"));
        enter("Name", ColumnsModel::Name, "Title");
        QVERIFY(table("Track").column("Title"));
        enter("UnitPrice", ColumnsModel::Type, "Numeric(8, 2)");
        QCOMPARE(table("Track").column("UnitPrice")->type.toString(), QString("Numeric(8, 2)"));
    }

    void saveAndANewColumnKeepTheOpenEdit()
    {
        QTableView *view = m_page->columnsView();
        const auto open = [&](int at, int field, const char *text) {
            view->setCurrentIndex(view->model()->index(at, field));
            QTest::keyClick(view, Qt::Key_F2);
            auto *editor = qobject_cast<QLineEdit *>(view->indexWidget(view->currentIndex()));
            QVERIFY(editor);
            editor->selectAll();
            QTest::keyClicks(editor, text);
        };
        open(row("Name"), ColumnsModel::Name, "Title");
        m_page->perform(Verb::Save);
        QVERIFY(table("Track").column("Title"));
        QVERIFY(!m_project->isModified());
        // The row of a new column becomes the row of a column: the next new one is below it.
        open(view->model()->rowCount() - 1, ColumnsModel::Name, "rating");
        m_page->startNewColumn();
        QVERIFY(table("Track").column("rating"));
        QCOMPARE(view->currentIndex().row(), view->model()->rowCount() - 1);
        QVERIFY(view->indexWidget(view->currentIndex()));
    }

    void aTypeThatIsNoneIsRefusedInWords()
    {
        type(m_page->columnsView(), row("Bytes"), ColumnsModel::Type, "Qqq");
        QVERIFY2(m_page->refusal().contains("Qqq"), qPrintable(m_page->refusal()));
        QCOMPARE(table("Track").column("Bytes")->type.toString(), QString("Integer"));
    }

    void addAColumnWithADefault()
    {
        const int last = m_page->columnsView()->model()->rowCount() - 1;
        type(m_page->columnsView(), last, ColumnsModel::Name, "rating");
        type(m_page->columnsView(), row("rating"), ColumnsModel::Type, "SmallInteger");
        type(m_page->columnsView(), row("rating"), ColumnsModel::Default, "3");
        const schema::Column rating = *table("Track").column("rating");
        QCOMPARE(rating.type.kind, schema::TypeKind::SmallInteger);
        QCOMPARE(rating.defaultValue->text, QString("3"));
        QCOMPARE(card("Track").rows.back().column, QString("rating"));
        for (int i = 0; i < 3; ++i)
            m_page->perform(Verb::Undo);
        QVERIFY(!table("Track").column("rating"));
        for (int i = 0; i < 3; ++i)
            m_page->perform(Verb::Redo);
        QCOMPARE(*table("Track").column("rating"), rating);
    }

    void aTakenNameIsRefusedInWords()
    {
        type(m_page->columnsView(), row("Name"), ColumnsModel::Name, "Composer");
        QVERIFY2(m_page->refusal().contains("Composer"), qPrintable(m_page->refusal()));
        QVERIFY(table("Track").column("Name"));
    }

    void spaceTogglesNull()
    {
        QTableView *view = m_page->columnsView();
        view->setCurrentIndex(view->model()->index(row("Composer"), ColumnsModel::Nullable));
        QVERIFY(table("Track").column("Composer")->nullable);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(!table("Track").column("Composer")->nullable);
    }

    void addATableWithAForeignKey()
    {
        newTable(m_page, m_window->shell(), *m_project);
        auto *dialog = m_page->findChild<NewTableDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>()->setText("review");
        auto *owner = dialog->findChild<QComboBox *>();
        owner->setCurrentIndex(owner->findData("Track"));
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Create table"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        const schema::Table &review = table("review");
        QCOMPARE(review.foreignKeys.size(), size_t(1));
        QCOMPARE(review.foreignKeys[0].referredTable, Name("Track"));
        QCOMPARE(m_diagram->model().chart().cards.size(), size_t(12));
        QCOMPARE(m_diagram->model().chart().relations.size(), size_t(12));
        for (const diagram::Card &other : m_diagram->model().chart().cards) {
            if (other.table != Name("review"))
                QVERIFY(!other.rect().intersects(card("review").rect()));
        }
        m_project->undoStack().undo();
        QCOMPARE(m_diagram->model().chart().cards.size(), size_t(11));
        m_project->undoStack().redo();
        QCOMPARE(m_diagram->model().chart().relations.size(), size_t(12));
    }

    void addAForeignKeyWithANewColumn()
    {
        newForeignKey(m_page, m_window->shell(), *m_project, table("Playlist").uid, table("Employee").uid);
        auto *dialog = m_page->findChild<ForeignKeyDialog *>();
        QVERIFY(dialog);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == QLatin1String("Add foreign key"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        const schema::Table &playlist = table("Playlist");
        QCOMPARE(playlist.foreignKeys.size(), size_t(1));
        QVERIFY(playlist.column("Employee_EmployeeId"));
        QCOMPARE(playlist.indexes.size(), size_t(1));
        m_project->undoStack().undo(); // one step
        QVERIFY(!table("Playlist").column("Employee_EmployeeId"));
        QVERIFY(table("Playlist").foreignKeys.empty());
    }

    void deleteAnIndex()
    {
        const size_t before = table("Track").indexes.size();
        QVERIFY(before > 0);
        QTableView *view = m_page->indexesView();
        view->setCurrentIndex(view->model()->index(0, IndexesModel::Name));
        QTest::keyClick(view, Qt::Key_Delete);
        QCOMPARE(table("Track").indexes.size(), before - 1);
        m_page->perform(Verb::Undo);
        QCOMPARE(table("Track").indexes.size(), before);
        m_page->perform(Verb::Redo);
        QCOMPARE(table("Track").indexes.size(), before - 1);
    }

    void deletingAColumnInUseAsks()
    {
        QString asked;
        dialogs::answerWith([&](const dialogs::Question &question) -> std::optional<QString> {
            asked = question.text;
            return std::nullopt;
        });
        remove("AlbumId");
        QVERIFY2(asked.contains("IFK_TrackAlbumId"), qPrintable(asked));
        QVERIFY(table("Track").column("AlbumId"));
        dialogs::answerWith([](const dialogs::Question &) { return std::optional<QString>("yes"); });
        const schema::Catalog before = m_project->document().catalog();
        remove("AlbumId");
        QVERIFY(!table("Track").column("AlbumId"));
        QCOMPARE(m_diagram->model().chart().relations.size(), size_t(10));
        m_page->perform(Verb::Undo);
        QCOMPARE(m_project->document().catalog(), before);
    }

    void theChangeIsShownInWordsAndSql()
    {
        auto *text = m_page->findChild<QPlainTextEdit *>();
        QVERIFY(text);
        type(m_page->columnsView(), row("Name"), ColumnsModel::Name, "Title");
        QTRY_VERIFY2(text->toPlainText().contains("rename column Track.Name to Title"), qPrintable(text->toPlainText()));
        auto *tabs = m_page->findChild<QTabBar *>();
        QCOMPARE(tabs->count(), 4);
        for (int i = 1; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            QVERIFY2(text->toPlainText().contains("RENAME COLUMN"), qPrintable(text->toPlainText()));
        }
    }

    void savedChangesComeBack()
    {
        type(m_page->columnsView(), row("Name"), ColumnsModel::Name, "Title");
        QVERIFY(m_page->can(Verb::Save));
        m_page->perform(Verb::Save);
        QVERIFY(!m_page->can(Verb::Save));
        const Result<schema::Catalog> models = m_project->project().loadModels();
        VERIFY_OK(models);
        QVERIFY(models->table(Name("Track"))->column("Title"));
    }

private:
    const schema::Table &table(const QString &name) const { return *m_project->document().catalog().table(Name(name)); }
    const diagram::Card &card(const QString &name) const
    {
        const diagram::Chart &chart = m_diagram->model().chart();
        return chart.cards[chart.find({}, Name(name)).value()];
    }
    int row(const QString &column) const { return int(table("Track").columnIndex(column)); }
    /// As a user does: into the cell, the keys, Return.
    void type(QTableView *view, int row, int column, const QString &text)
    {
        const QModelIndex index = view->model()->index(row, column);
        view->setFocus();
        view->setCurrentIndex(index);
        QTest::keyClick(view, Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(view->indexWidget(index));
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        // What is open above the window has the keys.
        QWidget *popup = QApplication::activePopupWidget();
        QTest::keyClick(popup ? popup : editor, Qt::Key_Return);
        QCoreApplication::processEvents();
    }
    void remove(const QString &column)
    {
        QTableView *view = m_page->columnsView();
        view->setCurrentIndex(view->model()->index(row(column), ColumnsModel::Name));
        QTest::keyClick(view, Qt::Key_Delete);
    }

    std::unique_ptr<test::WindowFixture> m_window;
    ProjectSession *m_project = nullptr;
    DiagramPage *m_diagram = nullptr;
    DesignerPage *m_page = nullptr;
};

JOINERY_TEST(DesignerPageTest)
#include "tst_designer_page.moc"
