// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialogs.h"
#include "ui/support/grid_test_case.h"
#include "ui/support/named.h"
#include "ui/transfer/export_dialog.h"
#include "ui/transfer/job_progress.h"
#include "ui/transfer/output_form.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>

using namespace joinery;
using namespace joinery::ui;
using test::named;
using What = Exportable::Choice::What;

/// Rows of a grid into files and onto the clipboard.
class ExportDialogTest : public test::GridTestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, price NUMERIC(8,2), note VARCHAR(20))"),
                                   QStringLiteral("INSERT INTO book VALUES (1, 'Köln; \"x\"', 11.25, NULL), (2, 'Momo', 9.75, ''), (3, 'Zeno', 8.50, '€|a')")}));
        openPage(QStringLiteral("book"));
    }
    ExportDialog *dialogFor(int choice)
    {
        auto *dialog = new ExportDialog(*m_workbench->connection(QStringLiteral("shop")), m_page->exportable(), m_page);
        dialog->show();
        dialog->findChild<QComboBox *>()->setCurrentIndex(choice);
        return dialog;
    }
    /// Writes a file and gives what is in it.
    QByteArray saved(ExportDialog &dialog, const QString &name)
    {
        const QString path = m_folder.filePath(name);
        dialogs::answerWith([path](const dialogs::Question &) { return path; });
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        dialogs::answerWith({});
        auto *progress = dialog.findChild<JobProgress *>();
        if (!QTest::qWaitFor([&] { return progress->text().contains(name); }, 10'000))
            return "not written: " + progress->text().toUtf8();
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    static void leaveOut(ExportDialog &dialog, int column) { dialog.findChild<QListWidget *>()->item(column)->setCheckState(Qt::Unchecked); }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void allAndShown_data() { test::Engines::addRows(); }
    void allAndShown()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        m_page->setFilters({{QStringLiteral("id"), session::ColumnFilter::Kind::Range, {driver::Value::integer(2), driver::Value::null()}}});
        QTRY_COMPARE(model().extent(), 2);
        m_page->setSort({{QStringLiteral("title"), true}});
        QTRY_COMPARE(text(0, 1), QStringLiteral("Zeno"));
        const Exportable rows = m_page->exportable();
        QCOMPARE(rows.choices.at(0).what, What::Table);
        QCOMPARE(rows.choices.at(1).what, What::Shown);
        QCOMPARE(rows.preferred, 1);

        ExportDialog *dialog = dialogFor(0);
        leaveOut(*dialog, 2);
        QCOMPARE(saved(*dialog, QStringLiteral("all.csv")), QByteArray("id,title,note\n1,\"Köln; \"\"x\"\"\",\n2,Momo,\"\"\n3,Zeno,€|a\n"));
        named<QComboBox>(*dialog, QStringLiteral("Rows"))->setCurrentIndex(1);
        named<QComboBox>(*dialog, QStringLiteral("Delimiter"))->setCurrentIndex(1);
        named<QComboBox>(*dialog, QStringLiteral("Encoding"))->setCurrentText(QStringLiteral("Windows-1252"));
        QCOMPARE(saved(*dialog, QStringLiteral("shown.csv")), QByteArray("id;title;note\n3;Zeno;\x80|a\n2;Momo;\"\"\n"));
        auto *output = dialog->findChild<OutputForm *>();
        named<QComboBox>(*dialog, QStringLiteral("Encoding"))->setCurrentIndex(0);
        output->setFormat(transfer::OutputFormat::Markdown);
        QCOMPARE(saved(*dialog, QStringLiteral("a.md")), QByteArray("| id | title | note |\n| ---: | --- | --- |\n| 3 | Zeno | €\\|a |\n| 2 | Momo |  |\n"));
        output->setFormat(transfer::OutputFormat::Sql);
        QVERIFY(saved(*dialog, QStringLiteral("a.sql")).startsWith("INSERT INTO book (id, title, note) VALUES"));
        output->setFormat(transfer::OutputFormat::Xlsx);
        QVERIFY(saved(*dialog, QStringLiteral("a.xlsx")).startsWith("PK"));
        dialog->reject();
    }

    void selectionOntoTheClipboard()
    {
        prepare(QStringLiteral("sqlite"));
        table().selectRow(0);
        table().selectionModel()->select(model().index(2, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const Exportable rows = m_page->exportable();
        QCOMPARE(rows.choices.at(rows.preferred).what, What::Selected);
        QCOMPARE(rows.choices.at(rows.preferred).rows, 2);
        ExportDialog *dialog = dialogFor(rows.preferred);
        dialog->findChild<OutputForm *>()->setFormat(transfer::OutputFormat::Json);
        leaveOut(*dialog, 2);
        leaveOut(*dialog, 3);
        named<QPushButton>(*dialog, QStringLiteral("Copy onto the clipboard"))->click();
        QTRY_VERIFY(dialog->findChild<JobProgress *>()->text().contains(QStringLiteral("clipboard")));
        QCOMPARE(QApplication::clipboard()->text().simplified().remove(u' '), QStringLiteral("[{\"id\":1,\"title\":\"Köln;\\\"x\\\"\"},{\"id\":3,\"title\":\"Zeno\"}]"));
        dialog->reject();
    }

    void aCancelLeavesNoFile_data() { test::Engines::addRows(); }
    void aCancelLeavesNoFile()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        if (engine == u"mysql")
            return; // it makes all rows of such a query before it gives the first
        prepare(engine);
        Exportable rows = m_page->exportable();
        rows.columns = QStringList{QStringLiteral("n")};
        rows.generated.clear();
        Exportable::Choice endless;
        endless.what = What::Query;
        endless.source.sql = QStringLiteral("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 2000000000) SELECT n FROM c");
        rows.choices = {endless};
        rows.preferred = 0;
        auto *dialog = new ExportDialog(*m_workbench->connection(QStringLiteral("shop")), rows, m_page);
        dialog->show();
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("n.csv"));
        dialogs::answerWith([path](const dialogs::Question &) { return path; });
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        dialogs::answerWith({});
        auto *progress = dialog->findChild<JobProgress *>();
        QTRY_VERIFY2_WITH_TIMEOUT(progress->text().contains(QStringLiteral("rows")), qPrintable(progress->text()), 20'000);
        dialog->reject();
        QTRY_VERIFY2_WITH_TIMEOUT(progress->text().contains(QStringLiteral("Nothing was written")), qPrintable(progress->text()), 20'000);
        QVERIFY(dialog->isVisible());
        QVERIFY(QDir(folder.path()).isEmpty());
        dialog->reject();
    }

    void aFailureLeavesWhatWasThere_data() { test::Engines::addRows(); }
    void aFailureLeavesWhatWasThere()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        const QTemporaryDir folder;
        QFile before(folder.filePath(QStringLiteral("kept.csv")));
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("old") == 3);
        before.close();
        VERIFY_OK(m_database->run({QStringLiteral("INSERT INTO book VALUES (4, '日本', 1, NULL)")}));
        ExportDialog *dialog = dialogFor(0);
        named<QComboBox>(*dialog, QStringLiteral("Encoding"))->setCurrentText(QStringLiteral("Windows-1252"));
        const QString path = before.fileName();
        dialogs::answerWith([path](const dialogs::Question &) { return path; });
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        dialogs::answerWith({});
        const auto said = [&] {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QStringLiteral("no character of windows-1252")))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(said());
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("kept.csv")});
        dialog->reject();
    }
};

JOINERY_TEST(ExportDialogTest)
#include "tst_export_dialog.moc"
