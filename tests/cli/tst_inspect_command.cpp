// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/test_case.h"

#include <QJsonArray>

using namespace joinery;
using test::Outcome;

namespace {

const QByteArray kScript =
    "CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL DEFAULT 'it''s; x');\n"
    "CREATE TABLE book (id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, author_id INTEGER NOT NULL\n"
    "  REFERENCES author (id) ON DELETE CASCADE, price NUMERIC(8, 2) CHECK (price >= 0), UNIQUE (title, author_id));\n"
    "CREATE INDEX ix_price ON book (price DESC) WHERE price > 10;\n"
    "CREATE VIEW cheap AS SELECT title FROM book WHERE price < 5;\n";

} // namespace

class InspectCommandTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;

private Q_SLOTS:
    void initTestCase() { QVERIFY(!m_program.write(QStringLiteral("shop.sql"), kScript).isEmpty()); }

    void theTreeNamesEverything()
    {
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql")});
        COMPARE_CODE(outcome, 0);
        for (const char *part : {"author", "  name VARCHAR(80) not null default 'it's; x'\n", "  title", "on delete cascade",
                                 "(price >= 0)", "unique (title, author_id)", "index ix_price (price desc) where price > 10",
                                 "view cheap"})
            QVERIFY2(outcome.out.contains(part), QByteArray(part + QByteArray(" is not in\n") + outcome.out).constData());
    }

    void sqlMakesTheSameAgain()
    {
        const Outcome sql = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql"), QStringLiteral("--format"),
                                           QStringLiteral("sql")});
        COMPARE_CODE(sql, 0);
        QVERIFY(!m_program.database(QStringLiteral("made.db"), {}).isEmpty());
        COMPARE_CODE(m_program.run({QStringLiteral("--url"), QStringLiteral("sqlite:///made.db"), QStringLiteral("query"),
                                    QStringLiteral("-")}, sql.out), 0);
        const Outcome same = m_program.run({QStringLiteral("diff"), QStringLiteral("shop.sql"), QStringLiteral("made.db"),
                                            QStringLiteral("--exit-code")});
        COMPARE_CODE(same, 0);
        QCOMPARE(same.out, QByteArray());
    }

    void jsonGoesRound()
    {
        const Outcome json = m_program.run({QStringLiteral("--json"), QStringLiteral("inspect"), QStringLiteral("shop.sql")});
        COMPARE_CODE(json, 0);
        QCOMPARE(json.json().value(QStringLiteral("tables")).toArray().size(), 2);
        COMPARE_CODE(m_program.run({QStringLiteral("diff"), QStringLiteral("-"), QStringLiteral("shop.sql"),
                                    QStringLiteral("--exit-code")}, json.out), 0);
        const Outcome again = m_program.run({QStringLiteral("--json"), QStringLiteral("inspect"), QStringLiteral("-")}, json.out);
        COMPARE_CODE(again, 0);
        QCOMPARE(again.out, json.out);
    }

    void anotherEnginesSql()
    {
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("shop.sql"), QStringLiteral("--format"),
                                               QStringLiteral("sql"), QStringLiteral("--dialect"), QStringLiteral("sqlite")});
        COMPARE_CODE(outcome, 0);
        QVERIFY(outcome.out.contains("CREATE TABLE author"));
    }

    void aScriptWithAMistakeIsNamed()
    {
        m_program.write(QStringLiteral("bad.sql"), "CREATE TABLE a (id INTEGER);\nCREATE TABEL b (id INTEGER);\n");
        const Outcome outcome = m_program.run({QStringLiteral("inspect"), QStringLiteral("bad.sql")});
        COMPARE_CODE(outcome, 3);
        QVERIFY2(outcome.err.contains("TABEL"), outcome.err.constData());
        QCOMPARE(outcome.out, QByteArray());
    }

    void jsonThatIsNoCatalogue()
    {
        const Outcome cut = m_program.run({QStringLiteral("inspect"), QStringLiteral("-")}, "{\"tables\": [");
        COMPARE_CODE(cut, 3);
        const Outcome other = m_program.run({QStringLiteral("inspect"), QStringLiteral("-")}, "{\"tables\": [], \"nix\": 1}");
        COMPARE_CODE(other, 3);
        QVERIFY2(other.err.contains("nix"), other.err.constData());
    }
};

JOINERY_TEST(InspectCommandTest)
#include "tst_inspect_command.moc"
