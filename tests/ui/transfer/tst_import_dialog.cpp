// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "ui/support/grid_test_case.h"
#include "ui/support/named.h"
#include "ui/transfer/column_map.h"
#include "ui/transfer/file_form.h"
#include "ui/transfer/import_dialog.h"
#include "ui/transfer/job_progress.h"
#include "ui/transfer/target_form.h"
#include "ui/transfer/transfer_feature.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace joinery;
using namespace joinery::ui;
using test::named;

/// A file into a table, step by step.
class ImportDialogTest : public test::GridTestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    void prepare(const QString &engine)
    {
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, price NUMERIC(8,2), note VARCHAR(20) DEFAULT 'none')"),
                                   QStringLiteral("INSERT INTO book VALUES (1, 'Kokoro', 11.20, 'a'), (2, 'Momo', 9.90, 'b')")}));
        openPage(QStringLiteral("book"));
    }
    QString rows(const QString &sql)
    {
        const auto connection = joinery::connect(m_database->url());
        const auto block = connection ? (*connection)->fetch(sql) : Result<driver::RowBlock>(fail(connection.error()));
        if (!block)
            return block.error().message;
        QStringList lines;
        for (int row = 0; row < block->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < block->columnCount(); ++column)
                cells.append(block->isNull(row, column) ? QStringLiteral("-") : block->value(row, column).toText());
            lines.append(cells.join(u','));
        }
        return lines.join(u' ');
    }
    ImportDialog *dialogFor(const QString &path)
    {
        auto *dialog = new ImportDialog(*m_workbench->connection(QStringLiteral("shop")), schema::Name(QStringLiteral("book")), path, m_page);
        dialog->show();
        return dialog;
    }
    /// The default button, once it can be pressed.
    static void press(ImportDialog &dialog)
    {
        QPushButton *go = nullptr;
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                go = button;
        }
        QVERIFY(go);
        QTRY_VERIFY(go->isEnabled());
        QTest::mouseClick(go, Qt::LeftButton);
    }

private Q_SLOTS:
    void cleanup() { dropAll(); }

    void intoATable_data() { test::Engines::addRows(); }
    void intoATable()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        // What Excel writes: a mark, semicolons, CRLF, decimal commas; a column that the table has not, another name.
        QPointer<ImportDialog> dialog = dialogFor(write(QStringLiteral("a.csv"), "\xef\xbb\xbfid;Titel;price;odd\r\n2;Momo, neu;1.234,50;x\r\n3;\"Drei \"\"3\"\"\";;x\r\n"));
        QSignalSpy imported(dialog, &ImportDialog::imported);
        auto *file = dialog->findChild<FileForm *>();
        QTRY_VERIFY(file->preview().has_value());
        QCOMPARE(file->preview()->columns, QStringList({QStringLiteral("id"), QStringLiteral("Titel"), QStringLiteral("price"), QStringLiteral("odd")}));
        QCOMPARE(named<QComboBox>(*file, QStringLiteral("Delimiter"))->currentData().toString(), QStringLiteral(";"));
        QCOMPARE(named<QComboBox>(*file, QStringLiteral("Numbers"))->currentData().toBool(), true);
        press(*dialog);
        auto *map = dialog->findChild<ColumnMap *>();
        QCOMPARE(map->leftOut(), QStringList({QStringLiteral("Titel"), QStringLiteral("odd")}));
        auto *title = named<QComboBox>(*map, QStringLiteral("Titel goes to"));
        QVERIFY(title);
        title->setCurrentText(QStringLiteral("title"));
        QCOMPARE(map->leftOut(), QStringList{QStringLiteral("odd")});
        auto *conflict = named<QComboBox>(*dialog, QStringLiteral("A row whose key is in the table"));
        QVERIFY(conflict && conflict->isEnabled());
        // As it is, the row that is there stops it, with the engine's words, and nothing is written.
        press(*dialog);
        QTRY_VERIFY(dialog->findChild<ColumnMap *>()->isEnabled());
        QCOMPARE(rows(QStringLiteral("SELECT id, title FROM book ORDER BY id")), QStringLiteral("1,Kokoro 2,Momo"));
        QVERIFY(imported.isEmpty());
        conflict->setCurrentIndex(2);
        press(*dialog);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(rows(QStringLiteral("SELECT id, title, note FROM book ORDER BY id")), QStringLiteral("1,Kokoro,a 2,Momo, neu,b 3,Drei \"3\",none"));
        QVERIFY(rows(QStringLiteral("SELECT price FROM book WHERE id = 2")).startsWith(QStringLiteral("1234.5")));
        const QString said = dialog->findChild<JobProgress *>()->text();
        QVERIFY2(said.contains(QStringLiteral("1 row imported")) && said.contains(QStringLiteral("1 row updated")), qPrintable(said));
        press(*dialog);
        QTRY_VERIFY(!dialog);
    }

    void aNewTable_data() { test::Engines::addRows(); }
    void aNewTable()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QPointer<ImportDialog> dialog = dialogFor(write(QStringLiteral("new towns.json"), "[{\"plz\": 123, \"name\": \"A\"}, {\"plz\": 45, \"name\": \"B\"}, 7]"));
        QSignalSpy imported(dialog, &ImportDialog::imported);
        QTRY_VERIFY(dialog->findChild<FileForm *>()->preview().has_value());
        press(*dialog);
        auto *target = dialog->findChild<TargetForm *>();
        for (QRadioButton *button : target->findChildren<QRadioButton *>()) {
            if (!button->isChecked()) {
                button->setChecked(true);
                break;
            }
        }
        QVERIFY(target->makesTable());
        QCOMPARE(target->tableName().name, QStringLiteral("new_towns"));
        auto *type = named<QComboBox>(*target, QStringLiteral("Type of plz"));
        QVERIFY(type);
        type->setCurrentText(QStringLiteral("varchar(10)"));
        named<QComboBox>(*target, QStringLiteral("A row that cannot be read or is refused"))->setCurrentIndex(1);
        press(*dialog);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(rows(QStringLiteral("SELECT plz, name FROM new_towns ORDER BY plz")), QStringLiteral("123,A 45,B")); // texts
        QFile report(m_folder.filePath(QStringLiteral("new towns-left-out.csv")));
        QVERIFY(report.open(QIODevice::ReadOnly));
        QCOMPARE(report.readAll().count('\n'), 2);
        dialog->close();
    }

    void cancelLeavesNothing_data() { test::Engines::addRows(); }
    void cancelLeavesNothing()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QByteArray content = "id,title\n";
        for (int i = 10; i < 300'000; ++i)
            content += QByteArray::number(i) + ",title\n";
        ImportDialog *dialog = dialogFor(write(QStringLiteral("large.csv"), content));
        QTRY_VERIFY(dialog->findChild<FileForm *>()->preview().has_value());
        press(*dialog);
        press(*dialog);
        auto *progress = dialog->findChild<JobProgress *>();
        QTRY_VERIFY(progress->text().contains(QStringLiteral("rows"))); // it moves
        dialog->reject();
        QTRY_VERIFY2_WITH_TIMEOUT(progress->text().contains(QStringLiteral("Nothing was imported")), qPrintable(progress->text()), 20'000);
        QVERIFY(dialog->isVisible());
        QCOMPARE(rows(QStringLiteral("SELECT count(*) FROM book")), QStringLiteral("2"));
        dialog->reject();
    }

    void filesAreDroppedOntoGrids()
    {
        prepare(QStringLiteral("sqlite"));
        new TransferFeature(*m_workbench);
        const auto drop = [&](const QString &path) {
            QMimeData data;
            data.setUrls({QUrl::fromLocalFile(path)});
            QDragEnterEvent enter(QPoint(20, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_page, &enter);
            if (!enter.isAccepted())
                return false;
            QDropEvent dropped(QPointF(20, 200), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_page, &dropped);
            return dropped.isAccepted();
        };
        QVERIFY(!drop(write(QStringLiteral("a.png"), "x")));
        QVERIFY(!m_workbench->window()->findChild<ImportDialog *>());
        QVERIFY(drop(write(QStringLiteral("b.csv"), "id,title\n7,seven\n")));
        auto *dialog = m_workbench->window()->findChild<ImportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->findChild<FileForm *>()->preview().has_value());
        press(*dialog);
        QCOMPARE(dialog->findChild<TargetForm *>()->tableName().name, QStringLiteral("book"));
        press(*dialog);
        // The grid shows the row by itself.
        QTRY_COMPARE(model().rowCount(), 3);
        dialog->close();
    }

    void aScript_data() { test::Engines::addRows(); }
    void aScript()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QPointer<ImportDialog> dialog = dialogFor(write(QStringLiteral("a.sql"), "BEGIN;\nINSERT INTO book (id, title) VALUES (5, 'five');\nINSERT INTO nobook VALUES (1);\nCOMMIT;\n"));
        QSignalSpy imported(dialog, &ImportDialog::imported);
        press(*dialog);
        const auto said = [&](const char *words) {
            for (const QLabel *label : dialog->findChildren<QLabel *>()) {
                if (label->isVisible() && label->text().contains(QLatin1String(words)))
                    return true;
            }
            return false;
        };
        QTRY_VERIFY(said("nobook"));
        QVERIFY(said("line 3"));
        QCOMPARE(rows(QStringLiteral("SELECT count(*) FROM book")), QStringLiteral("2"));
        write(QStringLiteral("a.sql"), "BEGIN;\nINSERT INTO book (id, title) VALUES (5, 'five'), (6, 'six');\nUPDATE book SET note = NULL WHERE id = 5;\nCOMMIT;\n");
        press(*dialog);
        QTRY_COMPARE(imported.size(), 1);
        QCOMPARE(rows(QStringLiteral("SELECT count(*) FROM book")), QStringLiteral("4"));
        dialog->close();
    }
};

JOINERY_TEST(ImportDialogTest)
#include "tst_import_dialog.moc"
