// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/grid/edit/pasted_block.h"
#include "ui/grid/python_text.h"

using namespace joinery;
using namespace joinery::ui;
using driver::Value;
using schema::Type;
using schema::TypeKind;

/// Text that comes in from other programs, and text that goes out to Python.
class PastedBlockTest : public test::TestCase
{
    Q_OBJECT

    static QString picture(const PastedBlock &block)
    {
        QStringList rows;
        for (const auto &row : block) {
            QStringList cells;
            for (const PastedCell &cell : row)
                cells.append(cell.quoted ? QString(u'"' + cell.text + u'"') : cell.text);
            rows.append(cells.join(u'|'));
        }
        return rows.join(u'/');
    }

private Q_SLOTS:
    void cellsAreTakenApart_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cells");
        QTest::newRow("a word") << "word" << "word";
        QTest::newRow("a sentence is one cell") << "Hello, world" << "Hello, world";
        QTest::newRow("tabs") << "1\tone\n2\ttwo\n" << "1|one/2|two";
        QTest::newRow("Windows lines") << "1\tone\r\n2\ttwo\r\n" << "1|one/2|two";
        QTest::newRow("a comma between tabs") << "1,5\t2\n" << "1,5|2";
        QTest::newRow("even commas") << "1,one\n2,two" << "1|one/2|two";
        QTest::newRow("uneven commas") << "one, two\nthree" << "one, two/three";
        QTest::newRow("a column") << "1\n2\n3\n" << "1/2/3";
        QTest::newRow("quotes") << "\"a\tb\"\t\"say \"\"no\"\"\"\n\t\"\"" << "\"a\tb\"|\"say \"no\"\"/|\"\"";
        QTest::newRow("a line inside") << "\"one\ntwo\"\t3" << "\"one\ntwo\"|3";
        QTest::newRow("an empty row") << "1\t2\n\t\n3\t4" << "1|2/|/3|4";
    }
    void cellsAreTakenApart()
    {
        QFETCH(QString, text);
        QFETCH(QString, cells);
        QCOMPARE(picture(pastedBlock(text)), cells);
    }

    void csvSaysOfItselfThatItIs() { QCOMPARE(picture(pastedBlock(QStringLiteral("Hello,world"), true)), QStringLiteral("Hello|world")); }

    void pythonReadsItBack_data()
    {
        QTest::addColumn<QString>("literal");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Value &value, const Type &type, const char *expected) {
            QTest::newRow(name) << pythonLiteral(value, type) << QString::fromUtf8(expected);
        };
        row("null", Value::null(), Type::of(TypeKind::Text), "None");
        row("boolean of SQLite", Value::integer(1), Type::of(TypeKind::Boolean), "True");
        row("numeric", Value::lexical("12.90"), Type::numeric(8, 2), "Decimal('12.90')");
        row("date", Value::lexical("2024-02-29"), Type::of(TypeKind::Date), "datetime.date(2024, 2, 29)");
        row("no date", Value::text(QStringLiteral("soon")), Type::of(TypeKind::Date), "'soon'");
        row("text", Value::text(QStringLiteral("it's \\ two\nlines")), Type::of(TypeKind::Text), "'it\\'s \\\\ two\\nlines'");
        row("bytes", Value::bytes(QByteArray("\x00'a\\", 4)), Type::of(TypeKind::LargeBinary), "b'\\x00\\x27a\\x5c'");
        row("infinity", Value::real(std::numeric_limits<double>::infinity()), Type::of(TypeKind::Double), "float('inf')");
    }
    void pythonReadsItBack()
    {
        QFETCH(QString, literal);
        QFETCH(QString, expected);
        if (QByteArray(QTest::currentDataTag()) == "infinity")
            QVERIFY(literal.startsWith(u"float('") && literal.contains(u"inf", Qt::CaseInsensitive));
        else
            QCOMPARE(literal, expected);
    }

    void classesAreCalledAsPythonDoes()
    {
        QCOMPARE(pythonClassName(QStringLiteral("order_item")), QStringLiteral("OrderItem"));
        QCOMPARE(pythonClassName(QStringLiteral("2nd table")), QStringLiteral("Table2ndTable"));
        QVERIFY(!isPythonName(QStringLiteral("class")) && !isPythonName(QStringLiteral("unit price")) && isPythonName(QStringLiteral("_id")));
    }
};

JOINERY_TEST(PastedBlockTest)
#include "tst_pasted_block.moc"
