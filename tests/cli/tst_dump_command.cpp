// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/test_case.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace joinery;
using test::Outcome;

class DumpCommandTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;

    Outcome dump(const QStringList &arguments)
    {
        return m_program.run(QStringList{QStringLiteral("--url"), QStringLiteral("sqlite:///shop.db"), QStringLiteral("dump")} +
                             arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!m_program.database(QStringLiteral("shop.db"),
                                    {QStringLiteral("CREATE TABLE \"the order\" (id INTEGER PRIMARY KEY, t TEXT, n INTEGER)"),
                                     QStringLiteral("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 5000) "
                                                    "INSERT INTO \"the order\" SELECT x, 'text ' || x, 9007199254740993 FROM c"),
                                     QStringLiteral("UPDATE \"the order\" SET t = NULL WHERE id = 2"),
                                     QStringLiteral("UPDATE \"the order\" SET t = '' WHERE id = 3")}).isEmpty());
    }

    void theNameOfTheFileSaysTheFormat()
    {
        COMPARE_CODE(dump({QStringLiteral("the order"), QStringLiteral("out.csv")}), 0);
        const QByteArrayList lines = m_program.read(QStringLiteral("out.csv")).split('\n');
        QCOMPARE(lines.size(), 5002);
        QCOMPARE(lines.at(0), QByteArray("id,t,n"));
        QCOMPARE(lines.at(2), QByteArray("2,,9007199254740993"));
        QCOMPARE(lines.at(3), QByteArray("3,\"\",9007199254740993"));

        COMPARE_CODE(dump({QStringLiteral("the order"), QStringLiteral("out.json")}), 0);
        const QJsonArray rows = QJsonDocument::fromJson(m_program.read(QStringLiteral("out.json"))).array();
        QCOMPARE(rows.size(), 5000);
        QVERIFY(rows.at(1).toObject().value(QStringLiteral("t")).isNull());
        QCOMPARE(rows.at(4999).toObject().value(QStringLiteral("n")).toInteger(), 9007199254740993);
    }

    void otherShapes()
    {
        const auto few = [this](const QStringList &further) {
            return dump(QStringList{QStringLiteral("-q"), QStringLiteral("SELECT id, t || ' ü€' AS t, n FROM \"the order\" WHERE id = 1"), QStringLiteral("-")} + further);
        };
        QCOMPARE(few({QStringLiteral("--delimiter"), QStringLiteral(";"), QStringLiteral("--columns"), QStringLiteral("t,id"), QStringLiteral("--encoding"),
                      QStringLiteral("windows-1252")}).out, QByteArray("t;id\ntext 1 \xfc\x80;1\n"));
        QCOMPARE(few({QStringLiteral("--no-header"), QStringLiteral("--encoding"), QStringLiteral("utf-8-mark")}).out,
                 QByteArray("\xef\xbb\xbf" "1,text 1 ü€,9007199254740993\n"));
        QCOMPARE(few({QStringLiteral("--columns"), QStringLiteral("id"), QStringLiteral("--encoding"), QStringLiteral("utf-16le")}).out,
                 QByteArray("\xff\xfei\0d\0\n\0001\0\n\0", 12));
        const Outcome unknown = few({QStringLiteral("--columns"), QStringLiteral("nix")});
        COMPARE_CODE(unknown, 3);
        QVERIFY2(unknown.err.contains("no column \"nix\". They have: id, t, n."), unknown.err.constData());
        const Outcome missing = dump({QStringLiteral("-q"), QStringLiteral("SELECT '日本' AS a"), QStringLiteral("-"), QStringLiteral("--encoding"), QStringLiteral("windows-1252")});
        COMPARE_CODE(missing, 3);
        QVERIFY2(missing.err.contains("no character of windows-1252"), missing.err.constData());
        COMPARE_CODE(few({QStringLiteral("--encoding"), QStringLiteral("ebcdic")}), 2);
    }

    void forPeopleAndOtherPrograms()
    {
        const QString sql = QStringLiteral("SELECT id, t, n AS \"a|b\" FROM \"the order\" WHERE id < 4");
        const Outcome markdown = dump({QStringLiteral("-q"), sql, QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("md")});
        COMPARE_CODE(markdown, 0);
        QCOMPARE(markdown.out, QByteArray("| id | t | a\\|b |\n| ---: | --- | ---: |\n| 1 | text 1 | 9007199254740993 |\n"
                                          "| 2 | NULL | 9007199254740993 |\n| 3 |  | 9007199254740993 |\n"));

        COMPARE_CODE(dump({QStringLiteral("-q"), sql, QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("sql")}), 2);
        const Outcome statements = dump({QStringLiteral("-q"), sql, QStringLiteral("-"), QStringLiteral("--format"), QStringLiteral("sql"),
                                         QStringLiteral("--into"), QStringLiteral("other")});
        COMPARE_CODE(statements, 0);
        QCOMPARE(statements.out, QByteArray("INSERT INTO other (id, t, \"a|b\") VALUES\n(1, 'text 1', 9007199254740993),\n"
                                            "(2, NULL, 9007199254740993),\n(3, '', 9007199254740993);\n"));

        COMPARE_CODE(dump({QStringLiteral("the order"), QStringLiteral("out.xlsx")}), 0);
        QProcess reader;
        reader.start(QStringLiteral("python3"), {QStringLiteral("-c"),
                                                 QStringLiteral("import sys, zipfile, re; z = zipfile.ZipFile(sys.argv[1]); z.testzip();"
                                                                "x = z.read('xl/worksheets/sheet1.xml').decode(); print(x.count('<row '));"
                                                                "print(re.search(r'<row r=\"2\".*?</row>', x).group())"),
                                                 m_program.path(QStringLiteral("out.xlsx"))});
        QVERIFY(reader.waitForFinished());
        const QByteArray sheet = reader.readAllStandardOutput();
        QVERIFY2(sheet.startsWith("5001\n"), sheet.constData());
        // What a double does not hold is a text.
        QVERIFY2(sheet.contains("<v>1</v>") && sheet.contains("<t>text 1</t>") && sheet.contains("<t>9007199254740993</t>"), sheet.constData());
    }

    void aQueryToStdout()
    {
        const Outcome outcome = dump({QStringLiteral("-q"), QStringLiteral("SELECT id, t FROM \"the order\" WHERE id < 3"),
                                      QStringLiteral("-"), QStringLiteral("--null"), QStringLiteral("\\N")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray("id,t\n1,text 1\n2,\\N\n"));
    }

    void anUnknownFormatIsAQuestionOfUsage()
    {
        COMPARE_CODE(dump({QStringLiteral("the order"), QStringLiteral("out.xyz")}), 2);
        COMPARE_CODE(dump({QStringLiteral("the order")}), 2);
        QVERIFY(!QFileInfo::exists(m_program.path(QStringLiteral("out.xyz"))));
    }

    void aFailureLeavesTheFileThatWasThere()
    {
        m_program.write(QStringLiteral("kept.csv"), "precious");
        const Outcome outcome = dump({QStringLiteral("nix"), QStringLiteral("kept.csv")});
        COMPARE_CODE(outcome, 3);
        QVERIFY2(outcome.err.contains("no such table: nix"), outcome.err.constData());
        QCOMPARE(m_program.read(QStringLiteral("kept.csv")), QByteArray("precious"));
    }

    void itWritesNothingToTheDatabase()
    {
        const Outcome outcome = dump({QStringLiteral("-q"), QStringLiteral("DELETE FROM \"the order\" RETURNING id"),
                                      QStringLiteral("-")});
        COMPARE_CODE(outcome, 4);
        COMPARE_CODE(dump({QStringLiteral("the order"), QStringLiteral("after.csv")}), 0);
        QCOMPARE(m_program.read(QStringLiteral("after.csv")).count('\n'), 5001);
    }
};

JOINERY_TEST(DumpCommandTest)
#include "tst_dump_command.moc"
