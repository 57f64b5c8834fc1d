// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_writer.h"
#include "core/transfer/json_writer.h"
#include "support/test_case.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>

#include <limits>

using namespace joinery;

namespace {

driver::ColumnInfo column(const QString &name, schema::TypeKind kind)
{
    driver::ColumnInfo info;
    info.name = name;
    info.type = schema::Type::of(kind);
    return info;
}

std::vector<driver::ColumnInfo> columns()
{
    using enum schema::TypeKind;
    return {column(QStringLiteral("id"), BigInteger), column(QStringLiteral("a \"b\""), Text),
            column(QStringLiteral("price"), Numeric), column(QStringLiteral("doc"), Json),
            column(QStringLiteral("raw"), LargeBinary), column(QStringLiteral("id"), Double)};
}

driver::RowBlock rows()
{
    using driver::Value;
    driver::RowBlock block(6);
    const std::vector<Value> values = {
        Value::integer(9007199254740993), Value::text(QStringLiteral("x, \"y\"\nz")), Value::lexical("12.340"),
        Value::lexical("{\"k\":\n[1, 2]}"), Value::bytes(QByteArray("\x00\xff", 2)), Value::real(0.1),
        Value::unsignedInteger(18446744073709551615U), Value::text(QString()), Value::null(), Value::utf8("{broken"),
        Value::null(), Value::real(std::numeric_limits<double>::quiet_NaN()),
        Value::integer(-1), Value::utf8("\x01\xc3\xa4\xff"), Value::lexical("NaN"), Value::lexical("null"),
        Value::bytes({}), Value::boolean(true)};
    for (const Value &value : values)
        block.append(value);
    return block;
}

template <class Writer, class... Arguments>
QByteArray written(Arguments... arguments)
{
    QBuffer device;
    if (!device.open(QIODevice::WriteOnly))
        return {};
    Writer writer(device, arguments...);
    const bool good = writer.begin(columns()) && writer.write(rows()) && writer.end();
    return good ? device.data() : QByteArray("failed");
}

/// Expected JSON reads better with single quotes.
QByteArray line(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class RowWritersTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void csvTellsNullFromEmptyText()
    {
        QCOMPARE(written<transfer::CsvWriter>(),
                 QByteArray("id,\"a \"\"b\"\"\",price,doc,raw,id\n"
                            "9007199254740993,\"x, \"\"y\"\"\nz\",12.340,\"{\"\"k\"\":\n[1, 2]}\",\\x00ff,0.1\n"
                            "18446744073709551615,\"\",,{broken,,nan\n"
                            "-1,\x01\xc3\xa4\xef\xbf\xbd,NaN,null,\\x,true\n"));
    }

    void csvQuotesATextThatReadsAsNull()
    {
        transfer::CsvOptions options;
        options.separator = '\t';
        options.null = "null";
        options.header = false;
        const QByteArray text = written<transfer::CsvWriter>(options);
        QCOMPARE(text.split('\n').at(3), QByteArray("18446744073709551615\t\tnull\t{broken\tnull\tnan"));
        QVERIFY(text.contains("\t\"null\"\t"));
        QVERIFY(!text.startsWith("id"));
    }

    void jsonKeepsEveryDigit()
    {
        const QByteArray text = written<transfer::JsonWriter>(transfer::JsonWriter::Form::Array);
        QVERIFY(QJsonDocument::fromJson(text).isArray());
        const QByteArrayList lines = text.split('\n');
        QCOMPARE(lines.at(1), line("{'id': 9007199254740993, 'a \\'b\\'': 'x, \\'y\\'\\nz', 'price': 12.340, "
                                   "'doc': {'k': [1, 2]}, 'raw': '\\\\x00ff', 'id_2': 0.1},"));
        QCOMPARE(lines.at(2), line("{'id': 18446744073709551615, 'a \\'b\\'': '', 'price': null, 'doc': '{broken', "
                                   "'raw': null, 'id_2': 'nan'},"));
        QCOMPARE(lines.at(3), line("{'id': -1, 'a \\'b\\'': '\\u0001\xc3\xa4\xef\xbf\xbd', 'price': 'NaN', 'doc': null, "
                                   "'raw': '\\\\x', 'id_2': true}"));
    }

    void everyLineOfNdjsonIsADocument()
    {
        const QByteArray text = written<transfer::JsonWriter>(transfer::JsonWriter::Form::Lines);
        QByteArrayList lines = text.split('\n');
        QCOMPARE(lines.takeLast(), QByteArray());
        QCOMPARE(lines.size(), 3);
        for (const QByteArray &line : lines)
            QVERIFY2(QJsonDocument::fromJson(line).isObject(), line.constData());
    }

    void noRowsAreAnEmptyArray()
    {
        QBuffer device;
        QVERIFY(device.open(QIODevice::WriteOnly));
        transfer::JsonWriter writer(device, transfer::JsonWriter::Form::Array);
        VERIFY_OK(writer.begin(columns()));
        VERIFY_OK(writer.end());
        QCOMPARE(device.data(), QByteArray("[]\n"));
    }

    void aFullDiskIsAnError()
    {
        QFile device(QStringLiteral("/dev/full"));
        QVERIFY(device.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        transfer::CsvWriter writer(device);
        VERIFY_OK(writer.begin(columns()));
        const Status status = writer.end();
        QVERIFY(!status);
        QCOMPARE(status.error().kind, ErrorKind::Io);
        QVERIFY2(status.error().message.contains(QStringLiteral("space")), qPrintable(status.error().message));
    }
};

JOINERY_TEST(RowWritersTest)
#include "tst_row_writers.moc"
