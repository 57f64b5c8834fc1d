// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/sql_text.h"
#include "ui/grid/edit/commit_list.h"
#include "ui/grid/edit/conflict_dialog.h"
#include "ui/grid/failure_strip.h"
#include "ui/support/grid_test_case.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace joinery;
using namespace joinery::ui;

/// What somebody else changed, and what is taken back after a commit: the dialogs, on each engine.
class ConflictDialogTest : public test::GridTestCase
{
    Q_OBJECT

    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE book (id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(80), pages INTEGER)"),
                                   QStringLiteral("INSERT INTO book VALUES (1, 'Invisible Cities', 165), (2, 'Kokoro', 248), (3, 'Pedro Páramo', 124)")}));
    }
    QString titles()
    {
        auto connection = m_database->connect();
        const auto block = (*connection)->fetch(QStringLiteral("SELECT id, title, pages FROM book ORDER BY id"));
        QStringList rows;
        for (int row = 0; block && row < block->rowCount(); ++row)
            rows.append(QString(block->value(row, 0).toText() % u' ' % block->value(row, 1).toText() % u' ' % block->value(row, 2).toText()));
        return rows.join(u", ");
    }
    static QPushButton *button(QWidget &dialog, const QString &text)
    {
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text().startsWith(text))
                return button;
        }
        return nullptr;
    }
    static QRadioButton *choice(QWidget &dialog, const QString &text)
    {
        for (QRadioButton *button : dialog.findChildren<QRadioButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    ConflictDialog *failToCommit()
    {
        QSignalSpy failed(m_page, &GridPage::commitFailed);
        m_page->commit();
        return failed.wait(20000) ? m_page->findChild<ConflictDialog *>() : nullptr;
    }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void aChoiceForEachCell_data() { test::Engines::addRows(); }
    void aChoiceForEachCell()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("book"));
        QVERIFY(model().setText(model().index(0, 1), QStringLiteral("Mine")) && model().setText(model().index(0, 2), QStringLiteral("11")));
        QVERIFY(model().setText(model().index(1, 1), QStringLiteral("Again")));
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'Theirs', pages = 22 WHERE id = 1"), QStringLiteral("DELETE FROM book WHERE id = 2")}));
        ConflictDialog *dialog = failToCommit();
        QVERIFY(dialog);
        QVERIFY(model().isFailed(0) && model().isFailed(1) && !model().isFailed(2));
        QCOMPARE(dialog->findChild<QListWidget *>()->count(), 2);
        QPushButton *commit = button(*dialog, QStringLiteral("Commit to"));
        QVERIFY(commit && !commit->isEnabled());
        // Nothing is chosen by itself.
        for (const QRadioButton *radio : dialog->findChildren<QRadioButton *>())
            QVERIFY(!radio->isChecked());
        choice(*dialog, QStringLiteral("Theirs"))->click();
        choice(*dialog, QStringLiteral("11"))->click();
        QVERIFY(!commit->isEnabled());
        dialog->findChild<QListWidget *>()->setCurrentRow(1);
        choice(*dialog, QStringLiteral("Insert the row again, with my changes"))->click();
        QVERIFY(commit->isEnabled());
        QSignalSpy committed(m_page, qOverload<>(&GridPage::committed));
        commit->click();
        QVERIFY(committed.wait(20000));
        QCOMPARE(titles(), QStringLiteral("1 Theirs 11, 2 Again 248, 3 Pedro Páramo 124"));
    }

    void cancelKeepsEverythingStaged()
    {
        prepare(QStringLiteral("sqlite"));
        openPage(QStringLiteral("book"));
        QVERIFY(model().setText(model().index(0, 1), QStringLiteral("Mine")));
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'Theirs' WHERE id = 1")}));
        ConflictDialog *dialog = failToCommit();
        QVERIFY(dialog);
        dialog->reject();
        QCOMPARE(m_page->edits().set().count(), 1);
        QCOMPARE(titles(), QStringLiteral("1 Theirs 165, 2 Kokoro 248, 3 Pedro Páramo 124"));
        QTRY_VERIFY(!m_page->findChild<ConflictDialog *>());
        // The strip at the row leads back to it.
        auto *strip = m_page->findChild<FailureStrip *>();
        QVERIFY(strip->isVisible());
        button(*strip, QStringLiteral("Choose"))->click();
        dialog = m_page->findChild<ConflictDialog *>();
        QVERIFY(dialog);
        button(*dialog, QStringLiteral("All theirs"))->click();
        button(*dialog, QStringLiteral("Commit to"))->click();
        QTRY_VERIFY(!m_page->isDirty());
        QTRY_COMPARE(text(0, 1), QStringLiteral("Theirs"));
    }

    void aCommitIsTakenBack_data() { test::Engines::addRows(); }
    void aCommitIsTakenBack()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        openPage(QStringLiteral("book"));
        const QString before = titles();
        QVERIFY(model().setText(model().index(0, 1), QStringLiteral("Changed")));
        model().deleteRows({1});
        QSignalSpy committed(m_page, qOverload<>(&GridPage::committed));
        m_page->commit();
        QVERIFY(committed.wait(20000));
        QCOMPARE(titles(), QStringLiteral("1 Changed 165, 3 Pedro Páramo 124"));

        CommitList list(*m_workbench->connection(QStringLiteral("shop")), m_page);
        QSignalSpy shown(&list, &CommitList::shown);
        QVERIFY(shown.wait(20000));
        QCOMPARE(list.findChild<QTreeWidget *>()->topLevelItemCount(), 1);
        const QString sql = list.findChild<SqlText *>()->text();
        QVERIFY2(sql.contains(u"Invisible Cities") && sql.contains(u"INSERT INTO"), qPrintable(sql));
        // A row that changed since is left alone, and said.
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'Later' WHERE id = 1")}));
        QSignalSpy failed(&list, &CommitList::failed);
        button(list, QStringLiteral("Undo on"))->click();
        QVERIFY(failed.wait(20000));
        QCOMPARE(titles(), QStringLiteral("1 Later 165, 3 Pedro Páramo 124"));
        QVERIFY(std::ranges::any_of(list.findChildren<QLabel *>(), [](QLabel *label) { return label->text().contains(QStringLiteral("1 (title)")); }));
        VERIFY_OK(m_database->run({QStringLiteral("UPDATE book SET title = 'Changed' WHERE id = 1")}));
        QSignalSpy undone(&list, &CommitList::undone);
        button(list, QStringLiteral("Undo on"))->click();
        QVERIFY(undone.wait(20000));
        QCOMPARE(titles(), before);
        QSignalSpy listed(&list, &CommitList::listed);
        QVERIFY(listed.wait(20000));
        QCOMPARE(list.findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    }
};

JOINERY_TEST(ConflictDialogTest)
#include "tst_conflict_dialog.moc"
