// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/file_shape.h"
#include "core/transfer/json_reader.h"
#include "core/transfer/type_inference.h"
#include "support/test_case.h"

#include <QBuffer>

using namespace joinery;

namespace {

/// What a file gives, as one line a row: cells in brackets, NULL as nothing; bad rows as "line!reason".
QStringList readAll(const QByteArray &content, const QString &name, QStringList *columns = nullptr, int rowsAtOnce = 3)
{
    QByteArray bytes = content;
    QBuffer file(&bytes);
    file.open(QIODevice::ReadOnly);
    auto shape = transfer::guessShape(file, name);
    if (!shape)
        return {shape.error().message};
    const auto reader = transfer::makeRowReader(file, *shape);
    const auto names = reader->open();
    if (!names)
        return {names.error().message};
    if (columns)
        *columns = *names;
    QStringList lines;
    transfer::RowBatch batch;
    for (;;) {
        if (const Status status = reader->read(batch, rowsAtOnce); !status)
            return lines << status.error().message;
        if (batch.isEmpty())
            return lines;
        for (int row = 0; row < batch.rows.rowCount(); ++row) {
            QString line = QString::number(batch.lines[size_t(row)]) + u':';
            for (int column = 0; column < batch.rows.columnCount(); ++column)
                line += batch.rows.isNull(row, column) ? QStringLiteral("-") : u'[' + batch.rows.value(row, column).toText() + u']';
            lines << line;
        }
        for (const transfer::BadRow &bad : batch.bad)
            lines << QStringLiteral("%1!%2").arg(bad.line).arg(bad.reason);
    }
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QStringEncoder encoder(bigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}

} // namespace

class RowReadersTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void csv_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *name, const QByteArray &content, const QStringList &rows) { QTest::newRow(name) << content << rows; };
        row("plain", "a,b\n1,2\n3,4\n", {"2:[1][2]", "3:[3][4]"});
        row("no end of the last line", "a,b\n1,2", {"2:[1][2]"});
        row("CRLF, mark", "\xef\xbb\xbf" "a,b\r\n1,2\r\n", {"2:[1][2]"});
        row("CR alone", "a,b\r1,2\r3,4", {"2:[1][2]", "3:[3][4]"});
        row("quotes", "a,b\n\"x \"\"y\"\", z\",\"1\n2\"\n3,4\n", {"2:[x \"y\", z][1\n2]", "4:[3][4]"});
        row("NULL and empty", "a,b\n,\"\"\n", {"2:-[]"});
        row("semicolons", "a;b\n1,5;2\n3,5;4\n", {"2:[1,5][2]", "3:[3,5][4]"});
        row("tabs", "a\tb\n1\t2\n", {"2:[1][2]"});
        row("sep line", "sep=;\r\na;b\r\n1;2\r\n", {"3:[1][2]"});
        row("a quote inside", "a,b\n5\" x,it's \"\n", {"2:[5\" x][it's \"]"});
        row("empty lines", "a,b\n\n1,2\n\n", {"3:[1][2]"});
        row("one column", "a\n1\n\n2\n", {"2:[1]", "3:-", "4:[2]"});
        row("too few, too many", "a,b\n1\n1,2\n1,2,3\n", {"3:[1][2]", "2!1 fields instead of 2", "4!3 fields instead of 2"});
        row("behind a quote", "a,b\n\"x\"y,2\n3,4\n", {"3:[3][4]", "2!there are characters between a closing quote and the separator"});
        row("unclosed", "a,b\n1,2\n\"x,2\n3,4\n", {"2:[1][2]", "3!a quote is opened here and never closed"});
        row("windows-1252", "a,b\nM\xfcller,\x80 5\n", {QStringLiteral("2:[Müller][€ 5]")});
        row("utf-16 little", utf16(QStringLiteral("a\tb\r\nü\t\"x\ty\"\r\n"), false), {QStringLiteral("2:[ü][x\ty]")});
        row("utf-16 big", utf16(QStringLiteral("a,b\r\nü,2\r\n"), true), {QStringLiteral("2:[ü][2]")});
        row("nothing", "", {"The file is empty: it has no columns."});
    }
    void csv()
    {
        QFETCH(QByteArray, content);
        QFETCH(QStringList, rows);
        QCOMPARE(readAll(content, QStringLiteral("x.csv")), rows);
    }

    void aBadByteBehindTheSampleIsABadRow()
    {
        QByteArray content = "a,b\n";
        for (int i = 0; i < 20000; ++i)
            content += "one,two\n";
        content += "\xff,x\nlast,row\n";
        const QStringList rows = readAll(content, QStringLiteral("x.csv"), nullptr, 1000000);
        QCOMPARE(rows.size(), 20002);
        QVERIFY(rows.contains(QStringLiteral("20002!it holds bytes that are no UTF-8")));
        QVERIFY(rows.contains(QStringLiteral("20003:[last][row]")));
    }

    void rowsLongerThanABuffer()
    {
        const QByteArray longText(3 << 20, 'x');
        const QStringList rows = readAll("a,b\n1,\"" + longText + "\n\"\"\"\n2,y\n", QStringLiteral("x.csv"));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.at(0).size(), longText.size() + 9);
        QCOMPARE(rows.at(1), QStringLiteral("4:[2][y]"));
    }

    void json_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char *tag, const char *name, const QByteArray &content, const QStringList &names, const QStringList &rows) {
            QTest::newRow(tag) << QString::fromLatin1(name) << content << names << rows;
        };
        row("array", "x.json", " [ {\"a\": 1, \"b\": \"x\\u00fc\\n\\ud83d\\ude00\"},\n{\"b\": null, \"c\": [1, {\"k\": \"]\"}]} ] ", {"a", "b", "c"},
            {QStringLiteral("1:[1][xü\n😀]-"), QStringLiteral("2:--[[1, {\"k\": \"]\"}]]")});
        row("numbers", "x.json", "[{\"a\":12345678901234567890.10,\"b\":true,\"c\":-1e5}]", {"a", "b", "c"},
            {"1:[12345678901234567890.10][true][-1e5]"});
        row("lines", "x.ndjson", "{\"a\":1}\n\n{\"a\":2}\r\n{\"a\":3}", {"a"}, {"1:[1]", "3:[2]", "4:[3]"});
        row("bad lines", "x.ndjson", "{\"a\":1}\n{\"a\":}\n[1]\n{\"a\":2} x\n{\"a\":3}\n", {"a"},
            {"1:[1]", "5:[3]", "2!it is no JSON at \"}\"", "3!it is no object", "4!it is no JSON at \" x\""});
        row("not closed", "x.json", "[{\"a\":1},", {}, {"Line 1: the array is not closed."});
        row("no comma", "x.json", "[{\"a\":1}\n{\"a\":2}]", {}, {"Line 2: there is no comma before \"{\"a\":2}]\"."});
        row("no array", "x.json", "{\"a\":1}", {}, {"Line 1: a JSON file begins with [ and holds objects; for one object a line give --format ndjson."});
        row("empty", "x.json", "[]", {}, {"The file holds no object with a key: it has no columns."});
        row("cut", "x.json", "[{\"a\":1,\"b\":\"x", {}, {"Line 1: the file ends in the middle of an object."});
    }
    void json()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QStringList, names);
        QFETCH(QStringList, rows);
        QStringList columns;
        QCOMPARE(readAll(content, name, &columns, 100), rows);
        QCOMPARE(columns, names);
    }

    void types_data()
    {
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *type, const QStringList &values) { QTest::addRow("%s %s", type, qPrintable(values.join(u' '))) << values << QString::fromLatin1(type); };
        row("Integer", {"1", "-5", "0"});
        row("BigInteger", {"1", "3000000000"});
        row("Numeric(20, 0)", {"12345678901234567890"});
        row("Numeric(6, 2)", {"1.5", "1234.25", "7"});
        row("Double", {"1.5", "1e10"});
        row("Text", {"007", "1"});
        row("Text", {"+49"});
        row("Text", {"1.", "2"});
        row("Text", {"-0"});
        row("Text", {"1,5"});
        row("Boolean", {"true", "FALSE"});
        row("Text", {"true", "1"});
        row("Date", {"2024-02-29"});
        row("Text", {"2023-02-29"});
        row("Text", {"31.12.2023"});
        row("DateTime", {"2024-02-29 10:00:00", "2024-02-29T10:00:01"});
        row("DateTime(6)", {"2024-02-29 10:00:00.5"});
        row("DateTime(timezone)", {"2024-02-29T10:00:00Z", "2024-02-29T10:00:00+02:00"});
        row("Text", {"2024-02-29T10:00:00Z", "2024-02-29T10:00:00"});
        row("Time", {"10:00:00", "23:59:59"});
        row("Uuid", {"0b2ef5ee-4f9a-4a0c-9b8f-0a1c2d3e4f50"});
        row("Text", {});
    }
    void types()
    {
        QFETCH(QStringList, values);
        QFETCH(QString, type);
        driver::RowBlock rows(1);
        for (const QString &value : values)
            rows.append(driver::Value::text(value));
        rows.appendNull();
        transfer::TypeInference inference;
        inference.see(rows);
        QCOMPARE(inference.type(0).toString(), type);
    }
};

JOINERY_TEST(RowReadersTest)
#include "tst_row_readers.moc"
