// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/test_case.h"

#include <QFileInfo>

using namespace joinery;
using test::Outcome;

class RenderCommandTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;

private Q_SLOTS:
    void initTestCase()
    {
        // No display, no session: it paints all the same.
        m_program.set(QStringLiteral("DISPLAY"), QString());
        m_program.set(QStringLiteral("XDG_RUNTIME_DIR"), QString());
        m_program.write(QStringLiteral("shop.sql"), "CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT);\n"
                                                    "CREATE TABLE book (id INTEGER PRIMARY KEY, author_id INTEGER REFERENCES author);\n"
                                                    "CREATE TABLE lonely (id INTEGER PRIMARY KEY);\n");
    }

    void everyFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("begin");
        QTest::newRow("svg") << QStringLiteral("d.svg") << QByteArray("<");
        QTest::newRow("png") << QStringLiteral("d.png") << QByteArray("\x89PNG");
        QTest::newRow("pdf") << QStringLiteral("d.pdf") << QByteArray("%PDF");
    }

    void everyFormat()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, begin);
        const Outcome outcome = m_program.run({QStringLiteral("render"), file, QStringLiteral("--source"), QStringLiteral("shop.sql")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray());
        QCOMPARE(outcome.err, QByteArray("Wrote " + file.toUtf8() + ".\n"));
        QVERIFY(m_program.read(file).startsWith(begin));
        QVERIFY(m_program.read(file).size() > 1'000);
    }

    void theSvgNamesTablesAndColumns()
    {
        COMPARE_CODE(m_program.run({QStringLiteral("render"), QStringLiteral("all.svg"), QStringLiteral("--source"),
                                    QStringLiteral("shop.sql")}), 0);
        const QByteArray svg = m_program.read(QStringLiteral("all.svg"));
        for (const char *name : {"author", "book", "author_id", "lonely"})
            QVERIFY2(svg.contains(name), name);
        COMPARE_CODE(m_program.run({QStringLiteral("render"), QStringLiteral("some.svg"), QStringLiteral("--source"),
                                    QStringLiteral("shop.sql"), QStringLiteral("--tables"), QStringLiteral("author"),
                                    QStringLiteral("--hops"), QStringLiteral("1"), QStringLiteral("--detail"),
                                    QStringLiteral("names")}), 0);
        const QByteArray some = m_program.read(QStringLiteral("some.svg"));
        QVERIFY(some.contains("author") && some.contains("book") && !some.contains("lonely") && !some.contains(">author_id<"));
    }

    void mistakes()
    {
        COMPARE_CODE(m_program.run({QStringLiteral("render"), QStringLiteral("d.gif"), QStringLiteral("--source"),
                                    QStringLiteral("shop.sql")}), 2);
        const Outcome unknown = m_program.run({QStringLiteral("render"), QStringLiteral("x.svg"), QStringLiteral("--source"),
                                               QStringLiteral("shop.sql"), QStringLiteral("--tables"), QStringLiteral("nix")});
        COMPARE_CODE(unknown, 3);
        QVERIFY2(unknown.err.contains("nix"), unknown.err.constData());
        QVERIFY(!QFileInfo::exists(m_program.path(QStringLiteral("x.svg"))));
        COMPARE_CODE(m_program.run({QStringLiteral("render"), QStringLiteral("nowhere/x.svg"), QStringLiteral("--source"),
                                    QStringLiteral("shop.sql")}), 3);
    }
};

JOINERY_TEST(RenderCommandTest)
#include "tst_render_command.moc"
