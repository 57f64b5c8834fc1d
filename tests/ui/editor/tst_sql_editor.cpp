// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/common/sql_highlighter.h"
#include "ui/common/theme.h"
#include "ui/editor/completion_popup.h"
#include "ui/editor/sql_editor.h"

using namespace joinery;
using namespace joinery::ui;

class SqlEditorTest : public test::TestCase
{
    Q_OBJECT

    static std::unique_ptr<SqlEditor> editorWith(const QString &text)
    {
        auto editor = std::make_unique<SqlEditor>();
        editor->setLanguage(QStringLiteral("sqlite"));
        editor->setText(text);
        editor->resize(600, 400);
        return editor;
    }

    static int styleAt(SqlEditor &editor, const QString &word)
    {
        editor.recolor();
        return int(editor.SendScintilla(QsciScintilla::SCI_GETSTYLEAT, editor.bytePosition(editor.text().indexOf(word))));
    }

private Q_SLOTS:
    void runsTheStatementAtTheCaret()
    {
        const auto editor = editorWith(QStringLiteral("SELECT 'ü; 1';\nSELECT 2;\n"));
        editor->setCaretOffset(editor->text().indexOf(u'2'));
        const QList<SqlEditor::Piece> pieces = editor->statementsToRun();
        QCOMPARE(pieces.size(), 1);
        QCOMPARE(pieces.first().sql, QStringLiteral("SELECT 2"));
        QCOMPARE(pieces.first().start, editor->text().indexOf(QStringLiteral("SELECT 2")));
        QCOMPARE(editor->allStatements().size(), 2);
    }

    void runsTheSelection()
    {
        const auto editor = editorWith(QStringLiteral("SELECT 1; SELECT 2; SELECT 3"));
        editor->select(10, 28);
        const QList<SqlEditor::Piece> pieces = editor->statementsToRun();
        QCOMPARE(pieces.size(), 2);
        QCOMPARE(pieces.last().sql, QStringLiteral("SELECT 3"));
        QCOMPARE(pieces.last().start, 20);
    }

    void runsWhatWasTypedOverASelection()
    {
        const auto editor = editorWith(QStringLiteral("SELECT 1"));
        editor->selectAll();
        QTest::keyClicks(editor.get(), QStringLiteral("SELECT 2"));
        QTest::keyClick(editor.get(), Qt::Key_Escape);
        const QList<SqlEditor::Piece> pieces = editor->statementsToRun();
        QCOMPARE(pieces.size(), 1);
        QCOMPARE(pieces.first().sql, QStringLiteral("SELECT 2"));
    }

    void coloursByTheLexerOfTheEngine()
    {
        const auto editor = editorWith(QStringLiteral("SELECT \"name\", 'it''s -- no comment' /* über\nall */ FROM t WHERE n = 12"));
        QCOMPARE(styleAt(*editor, QStringLiteral("SELECT")), int(SqlHighlighter::Keyword));
        QCOMPARE(styleAt(*editor, QStringLiteral("\"name\"")), int(SqlHighlighter::QuotedName));
        QCOMPARE(styleAt(*editor, QStringLiteral("-- no")), int(SqlHighlighter::String));
        QCOMPARE(styleAt(*editor, QStringLiteral("all */")), int(SqlHighlighter::Comment));
        QCOMPARE(styleAt(*editor, QStringLiteral("FROM")), int(SqlHighlighter::Keyword));
        QCOMPARE(styleAt(*editor, QStringLiteral("12")), int(SqlHighlighter::Number));
    }

    void underlinesAnErrorAtItsPlace()
    {
        const auto editor = editorWith(QStringLiteral("-- größer\nSELECT * FORM book"));
        const qsizetype offset = editor->text().indexOf(QStringLiteral("FORM"));
        editor->markError(offset, QStringLiteral("near \"FORM\": syntax error"));
        const auto marked = [&](qsizetype at) {
            return editor->SendScintilla(QsciScintilla::SCI_INDICATORVALUEAT, 8UL, long(editor->bytePosition(at))) != 0;
        };
        QVERIFY(marked(offset));
        QVERIFY(marked(offset + 3));
        QVERIFY(!marked(offset + 5));
        QVERIFY(!marked(offset - 2));
        QCOMPARE(editor->annotation(1), QStringLiteral("near \"FORM\": syntax error"));
        QCOMPARE(editor->caretOffset(), offset);
        editor->clearErrors();
        QVERIFY(!marked(offset));
        QCOMPARE(editor->annotation(1), QString());
    }

    void completesByKeyboard()
    {
        const auto editor = editorWith(QString());
        schema::Catalog catalog;
        schema::Table table;
        table.name = schema::Name(QStringLiteral("customer"));
        catalog.tables.push_back(table);
        editor->setCatalog(std::make_shared<const schema::Catalog>(catalog));
        editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(editor.get()));
        QTest::keyClicks(editor.get(), QStringLiteral("SELECT * FROM custo"));
        auto *popup = editor->findChild<CompletionPopup *>();
        QVERIFY(popup && popup->isVisible());
        QTest::keyClick(editor.get(), Qt::Key_Return);
        QVERIFY(!popup->isVisible());
        QCOMPARE(editor->text(), QStringLiteral("SELECT * FROM customer"));
    }
};

JOINERY_TEST(SqlEditorTest)
#include "tst_sql_editor.moc"
