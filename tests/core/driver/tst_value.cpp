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
