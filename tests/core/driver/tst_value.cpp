// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/row_block.h"
#include "support/test_case.h"

#include <limits>

using namespace joinery::driver;

class ValueTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void staysExactThroughABlock()
    {
        const std::vector<Value> values{
            Value::null(), Value::boolean(true), Value::integer(std::numeric_limits<qint64>::min()),
            Value::unsignedInteger(std::numeric_limits<quint64>::max()), Value::real(0.1), Value::text(QString()),
            Value::utf8("a\0b\xff"), Value::bytes(QByteArray(3, '\0')), Value::lexical("12345678901234567890.10")};
        RowBlock block(int(values.size()));
        for (const Value &value : values)
            block.append(value);
        QCOMPARE(block.rowCount(), 1);
        for (size_t i = 0; i < values.size(); ++i)
            QVERIFY(block.value(0, int(i)) == values[i]);
    }

    void isCutAtTheLimit()
    {
        RowBlock block(3);
        block.setCellLimit({10, 4});
        const QByteArray text = QString(8, u'ä').toUtf8();
        for (const ValueTag tag : {ValueTag::Text, ValueTag::Bytes, ValueTag::Lexical})
            block.append(tag, text.constData(), 10); // what just fits
        for (const ValueTag tag : {ValueTag::Text, ValueTag::Bytes, ValueTag::Lexical})
            block.append(tag, text.constData() + 1, 15);
        for (int column = 0; column < 3; ++column) {
            QVERIFY(!block.value(0, column).isPart());
            QCOMPARE(block.value(0, column).data().size(), 10);
            QVERIFY(block.isPart(1, column));
            QCOMPARE(block.wholeSize(1, column), size_t(15));
            QCOMPARE(block.value(1, column).wholeSize(), 15);
        }
        // A text ends between two characters: one continuation byte and one and a half characters were before the cut.
        QCOMPARE(block.value(1, 0).data(), text.mid(1, 3));
        QCOMPARE(block.value(1, 1).data(), text.mid(1, 4));
        RowBlock copy(3);
        copy.appendRows(block);
        QVERIFY(copy.value(1, 0) == block.value(1, 0));
        QVERIFY(!(copy.value(1, 0) == Value::utf8(text.mid(1, 3))));
        copy.append(block.value(1, 1));
        QCOMPARE(copy.value(2, 0).wholeSize(), 15);
        block.clear(1);
        block.append(ValueTag::Text, text.constData(), 11);
        QVERIFY(block.isPart(0, 0));
    }

    void nullEmptyAndDefaultDiffer()
    {
        QVERIFY(!(Value::null() == Value::text(QString())));
        QVERIFY(!(Value::null() == Value::useDefault()));
    }

    void showsWhatAPersonTypes()
    {
        QCOMPARE(Value::unsignedInteger(std::numeric_limits<quint64>::max()).toText(), QStringLiteral("18446744073709551615"));
        QCOMPARE(Value::real(0.1).toText(), QStringLiteral("0.1"));
        QCOMPARE(Value::bytes("\x01\xff").toText(), QStringLiteral("\\x01ff"));
    }
};

JOINERY_TEST(ValueTest)
#include "tst_value.moc"
