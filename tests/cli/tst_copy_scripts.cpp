// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QProcess>
#include <QStandardPaths>

using namespace joinery;
using test::Outcome;

/// Scripts that bring the lines of COPY with them, as pg_dump writes them.
class CopyScriptsTest : public test::TestCase
{
    Q_OBJECT
    const QString m_engine = QStringLiteral("postgresql");
    test::Program m_program;

    Outcome run(const test::ScratchDatabase &database, const QByteArray &script)
    {
        return m_program.run({QStringLiteral("--url"), database.url().toStringWithPassword(), QStringLiteral("query"), QStringLiteral("-")}, script);
    }

private Q_SLOTS:
    void initTestCase() { REQUIRE_ENGINE(m_engine); }

    void bringsEveryValue()
    {
        const test::ScratchDatabase database(m_engine);
        const Outcome outcome = run(database, "CREATE TABLE \"A b\" (id int, \"The; text\" text, raw bytea);\n"
                                              "COPY public.\"A b\" (id, \"The; text\", raw) FROM stdin;\n"
                                              "1\ta\\tb\\\\c\\nd;\t\\\\x00ff\n2\t\\N\t\n3\t\\303\\274\\x41\\q\t\\N\n\\.\n"
                                              "COPY \"A b\" FROM stdin;\n4\t\t\\N\n\\.\nSELECT 1;\n");
        COMPARE_CODE(outcome, 0);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto rows = (*connection)->fetch(QStringLiteral("SELECT \"The; text\", encode(raw, 'hex') FROM \"A b\" ORDER BY id"));
        VERIFY_OK(rows);
        QCOMPARE(rows->rowCount(), 4);
        QCOMPARE(rows->value(0, 0).toText(), QStringLiteral("a\tb\\c\nd;"));
        QCOMPARE(rows->value(0, 1).toText(), QStringLiteral("00ff"));
        QVERIFY(rows->isNull(1, 0));
        QCOMPARE(rows->value(2, 0).toText(), QStringLiteral("üAq"));
        QVERIFY(!rows->isNull(3, 0));
    }

    void namesTheLineOfARefusedRow()
    {
        const test::ScratchDatabase database(m_engine);
        const Outcome refused = run(database, "CREATE TABLE t (a int);\nSELECT 1;\nCOPY t (a)\nFROM stdin;\n1\n2\nthree\n4\n\\.\n");
        QVERIFY(refused.code != 0);
        QVERIFY2(refused.err.contains("line 7"), refused.err.constData());
        QVERIFY2(refused.err.contains("three"), refused.err.constData());
        const Outcome uneven = run(database, "COPY t (a) FROM stdin;\n1\n2\t3\n\\.\n");
        QVERIFY(uneven.code != 0);
        QVERIFY2(uneven.err.contains("line 3"), uneven.err.constData());
        const auto connection = database.connect();
        VERIFY_OK(connection);
        QCOMPARE((*connection)->fetch(QStringLiteral("SELECT * FROM t"))->rowCount(), 0);
        QVERIFY(run(database, "COPY t (a) FROM stdin WITH (FORMAT csv);\n1\n\\.\n").code != 0);
    }

    void holdsNoMoreThanAPieceOfTheLines()
    {
        const test::ScratchDatabase database(m_engine);
        QByteArray script = "CREATE TABLE t (a int, b text);\nCOPY t (a, b) FROM stdin;\n";
        for (int i = 0; i < 60000; ++i)
            script += QByteArray::number(i) + "\tline of a table that is longer than a piece of the file\n";
        script += "\\.\nUPDATE t SET a = a + 1;\n";
        COMPARE_CODE(run(database, script), 0);
        const auto connection = database.connect();
        VERIFY_OK(connection);
        QCOMPARE((*connection)->fetch(QStringLiteral("SELECT count(*), max(a) FROM t"))->value(0, 0).toText(), QStringLiteral("60000"));
    }

    void runsADump()
    {
        const test::ScratchDatabase source(m_engine), copy(m_engine);
        VERIFY_OK(source.run({QStringLiteral("CREATE TABLE a (id serial PRIMARY KEY, note text, at timestamptz DEFAULT now())"),
                              QStringLiteral("INSERT INTO a (note) SELECT E'x\\t' || i FROM generate_series(1, 100) i"),
                              QStringLiteral("CREATE TABLE b (a int REFERENCES a)"), QStringLiteral("INSERT INTO b SELECT id FROM a")}));
        QProcess dump;
        dump.start(QStringLiteral("pg_dump"), {QStringLiteral("--no-owner"), QStringLiteral("-d"), source.url().toStringWithPassword()});
        if (!dump.waitForFinished(60000) || dump.exitCode() != 0)
            QSKIP("the installed pg_dump does not read this server");
        COMPARE_CODE(run(copy, dump.readAllStandardOutput()), 0);
        const QString sql = QStringLiteral("SELECT a.* FROM public.a JOIN public.b ON b.a = a.id ORDER BY id");
        const auto left = source.connect(), right = copy.connect();
        VERIFY_OK(left);
        VERIFY_OK(right);
        const auto before = (*left)->fetch(sql), after = (*right)->fetch(sql);
        VERIFY_OK(before);
        VERIFY_OK(after);
        QCOMPARE(after->rowCount(), 100);
        for (int row = 0; row < 100; ++row) {
            for (int column = 0; column < 3; ++column)
                QCOMPARE(after->value(row, column), before->value(row, column));
        }
    }
};

JOINERY_TEST(CopyScriptsTest)
#include "tst_copy_scripts.moc"
