// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/dialogs.h"
#include "ui/grid/cell/cell_dialog.h"
#include "ui/grid/cell/value_view.h"
#include "ui/grid/grid_table.h"
#include "ui/support/grid_test_case.h"

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace joinery;
using namespace joinery::ui;

/// One cell in a window of its own: looked at, loaded, saved, replaced, edited.
class CellDialogTest : public test::GridTestCase
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void prepare(const QString &engine)
    {
        const bool isPostgresql = engine == u"postgresql";
        const QString large = engine == u"sqlite" ? QStringLiteral("hex(zeroblob(200000))") : QStringLiteral("repeat('0', 400000)");
        const QString textType = engine == u"mysql" ? QStringLiteral("longtext") : QStringLiteral("text");
        const QString blobType = isPostgresql ? QStringLiteral("bytea") : engine == u"mysql" ? QStringLiteral("longblob") : QStringLiteral("blob");
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        QBuffer png;
        png.open(QIODevice::WriteOnly);
        image.save(&png, "PNG");
        const QString hex = QString::fromLatin1(png.data().toHex());
        const QString blob = isPostgresql ? QString(u"'\\x" % hex % u"'") : QString(u"x'" % hex % u"'");
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run({
            QStringLiteral("CREATE TABLE doc (id INTEGER NOT NULL PRIMARY KEY, body %1, data %2, facts %3)")
                .arg(textType, blobType, isPostgresql ? QStringLiteral("jsonb") : QStringLiteral("json")),
            QStringLiteral("INSERT INTO doc VALUES (1, 'kurz', %1, '{\"a\": [1, 2]}'), (2, %2, NULL, NULL)").arg(blob, large)}));
        openPage(QStringLiteral("doc"));
    }
    CellDialog *view(int row, int column)
    {
        table().setCurrentIndex(model().index(row, column));
        QTest::keyClick(&table(), Qt::Key_Return, Qt::ShiftModifier);
        return m_page->findChild<CellDialog *>();
    }
    static QPushButton *button(CellDialog *dialog, const QString &text)
    {
        for (QPushButton *candidate : dialog->findChildren<QPushButton *>()) {
            if (candidate->text() == text)
                return candidate;
        }
        return nullptr;
    }
    static QStringList tabs(CellDialog *dialog)
    {
        QStringList texts;
        auto *view = dialog->findChild<ValueView *>();
        for (int i = 0; i < view->count(); ++i)
            texts.append(view->tabText(i));
        return texts;
    }
    static QPlainTextEdit *editor(CellDialog *dialog) { return dialog->findChild<QPlainTextEdit *>(); }
    static QString note(CellDialog *dialog)
    {
        for (QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->accessibleName() == u"Remark")
                return label->text();
        }
        return {};
    }
    driver::Value staged(int row, int column) { return model().value(model().index(row, column)); }

private Q_SLOTS:
    void cleanup()
    {
        dialogs::answerWith({});
        dropAll();
    }

    void aPartIsLoadedSavedAndNeverTypedOver_data() { test::Engines::addRows(); }
    void aPartIsLoadedSavedAndNeverTypedOver()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        const QModelIndex large = model().index(1, 1);
        QVERIFY(model().value(large).isPart());
        QVERIFY(!(model().flags(large) & Qt::ItemIsEditable));
        QVERIFY(!model().setText(large, QStringLiteral("lost")));
        QVERIFY(!isStaged());
        QSignalSpy said(&table(), &GridTable::said);
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        table().setCurrentIndex(large);
        table().copySelection();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        QCOMPARE(said.count(), 1);

        QPointer<CellDialog> dialog = view(1, 1);
        QVERIFY(dialog);
        QVERIFY(editor(dialog)->isReadOnly());
        QVERIFY(editor(dialog)->toPlainText().size() < 10'000);
        const QString path = m_folder.filePath(engine + QStringLiteral(".txt"));
        dialogs::answerWith([&](const dialogs::Question &) { return std::optional<QString>(path); });
        QTest::mouseClick(button(dialog, QStringLiteral("Save to a file …")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note(dialog).contains(path) && note(dialog).contains(u"written"), 10000);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll() == QByteArray(400'000, '0'), true);

        QVERIFY(button(dialog, QStringLiteral("Load all of it"))->isVisible());
        QTest::mouseClick(button(dialog, QStringLiteral("Load all of it")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!button(dialog, QStringLiteral("Load all of it"))->isVisible(), 10000);
        QCOMPARE(dialog->findChild<QListView *>()->model()->rowCount(), 400'000 / 16);
        QVERIFY(editor(dialog)->isReadOnly()); // too large for an editor, and the start of it must not become all of it
        dialog->close();
    }

    void aFileReplacesACell_data() { test::Engines::addRows(); }
    void aFileReplacesACell()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        const QString path = m_folder.filePath(QStringLiteral("given"));
        const QByteArray bytes("\x00\xff\x10 bytes", 9);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        dialogs::answerWith([&](const dialogs::Question &) { return std::optional<QString>(path); });
        QPointer<CellDialog> dialog = view(0, 2);
        QCOMPARE(tabs(dialog).front(), QStringLiteral("Picture"));
        QTest::mouseClick(button(dialog, QStringLiteral("Replace by a file …")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(staged(0, 2), driver::Value::bytes(bytes), 10000);
        QCOMPARE(tabs(dialog), QStringList{QStringLiteral("Hexadecimal")});
        dialog->close();
        QTRY_VERIFY(!dialog);
        // The same bytes are no text.
        dialog = view(0, 1);
        QTest::mouseClick(button(dialog, QStringLiteral("Replace by a file …")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(note(dialog).contains(u"UTF-8"), 10000);
        QCOMPARE(staged(0, 1), driver::Value::text(QStringLiteral("kurz")));
        dialog->close();
        QTRY_VERIFY(!dialog);
        QSignalSpy committed(m_page, &GridPage::committed);
        m_page->commit();
        QVERIFY(committed.wait(10000));
        const auto connection = m_database->connect();
        VERIFY_OK(connection);
        const auto block = (*connection)->fetch(QStringLiteral("SELECT data FROM doc WHERE id = 1"));
        VERIFY_OK(block);
        QCOMPARE(block->value(0, 0), driver::Value::bytes(bytes));
    }

    void jsonIsCheckedBeforeItIsStaged_data() { test::Engines::addRows(); }
    void jsonIsCheckedBeforeItIsStaged()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        prepare(engine);
        QPointer<CellDialog> dialog = view(0, 3);
        QCOMPARE(tabs(dialog), (QStringList{QStringLiteral("Text"), QStringLiteral("JSON"), QStringLiteral("Hexadecimal")}));
        dialog->findChild<ValueView *>()->setCurrentIndex(1);
        const auto *tree = dialog->findChild<QTreeWidget *>();
        QCOMPARE(tree->topLevelItem(0)->child(0)->text(0), QStringLiteral("a"));
        QCOMPARE(tree->topLevelItem(0)->child(0)->child(1)->text(1), QStringLiteral("2"));
        QPushButton *stage = button(dialog, QStringLiteral("Stage"));
        QVERIFY(!stage->isEnabled());
        editor(dialog)->setPlainText(QStringLiteral("{\n  \"a\": oops }"));
        editor(dialog)->document()->setModified(true);
        QVERIFY(stage->isEnabled());
        QTest::mouseClick(stage, Qt::LeftButton);
        QVERIFY2(note(dialog).contains(u"line 2"), qPrintable(note(dialog)));
        QVERIFY(!isStaged());
        editor(dialog)->setPlainText(QStringLiteral("{\"b\": null}"));
        editor(dialog)->document()->setModified(true);
        QTest::mouseClick(stage, Qt::LeftButton);
        QTRY_VERIFY(!dialog);
        QVERIFY(isStaged());
        QVERIFY(staged(0, 3).toText().contains(u"\"b\""));
    }

private:
    bool isStaged() { return !m_page->edits().set().isEmpty(); }
};

JOINERY_TEST(CellDialogTest)

#include "tst_cell_dialog.moc"
