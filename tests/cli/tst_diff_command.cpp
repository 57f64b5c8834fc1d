// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QJsonArray>

using namespace joinery;
using test::Outcome;

class DiffCommandTest : public test::TestCase
{
    Q_OBJECT
    test::Program m_program;

    Outcome diff(const QStringList &arguments)
    {
        return m_program.run(QStringList{QStringLiteral("diff"), QStringLiteral("old.sql"), QStringLiteral("new.sql")} + arguments);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_program.write(QStringLiteral("old.sql"), "CREATE TABLE book (id INTEGER PRIMARY KEY, writer VARCHAR(80), price NUMERIC);");
        m_program.write(QStringLiteral("new.sql"), "CREATE TABLE book (id INTEGER PRIMARY KEY, author VARCHAR(80), price NUMERIC);\n"
                                                   "CREATE TABLE tag (id INTEGER PRIMARY KEY);");
    }

    void nothingIsNothing()
    {
        const Outcome outcome = m_program.run({QStringLiteral("diff"), QStringLiteral("old.sql"), QStringLiteral("old.sql"),
                                               QStringLiteral("--exit-code")});
        COMPARE_CODE(outcome, 0);
        QCOMPARE(outcome.out, QByteArray());
    }

    void aPossibleRenameIsSaid()
    {
        const Outcome outcome = diff({});
        COMPARE_CODE(outcome, 0);
        QVERIFY2(outcome.err.contains("q_") && outcome.err.contains("book.writer -> book.author"), outcome.err.constData());
        QVERIFY2(outcome.out.contains("drop column book.writer"), outcome.out.constData());
        COMPARE_CODE(diff({QStringLiteral("--exit-code")}), 1);
    }

    void anAnswerMakesItARename()
    {
        const Outcome outcome = diff({QStringLiteral("--rename"), QStringLiteral("book.writer=book.author")});
        COMPARE_CODE(outcome, 0);
        QVERIFY2(outcome.out.contains("rename column book.writer to author"), outcome.out.constData());
        QVERIFY2(outcome.out.contains("create table tag"), outcome.out.constData());
        QVERIFY(!outcome.out.contains("drop column"));
        QVERIFY(!outcome.err.contains("q_"));
        COMPARE_CODE(diff({QStringLiteral("--rename"), QStringLiteral("nonsense")}), 2);
    }

    void sqlAndJson()
    {
        const QStringList rename = {QStringLiteral("--rename"), QStringLiteral("book.writer=book.author"), QStringLiteral("--format")};
        const Outcome sql = diff(rename + QStringList{QStringLiteral("sql")});
        COMPARE_CODE(sql, 0);
        QVERIFY2(sql.out.contains("RENAME COLUMN writer TO author;"), sql.out.constData());
        const Outcome json = diff(rename + QStringList{QStringLiteral("json")});
        COMPARE_CODE(json, 0);
        const QJsonArray operations = json.json().value(QStringLiteral("operations")).toArray();
        QCOMPARE(operations.size(), 2);
        QStringList kinds;
        for (const QJsonValue &operation : operations)
            kinds.append(operation.toObject().value(QStringLiteral("op")).toString());
        QVERIFY(kinds.contains(QStringLiteral("rename_column")) && kinds.contains(QStringLiteral("create_table")));
    }

    // What a server spells anew: it is asked where it is there, and where it is not nobody guesses.
    void writtenDifferently()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        test::ScratchDatabase database(QStringLiteral("postgresql"));
        const QByteArray script = "CREATE TABLE thing (id integer PRIMARY KEY, a integer, CONSTRAINT sane CHECK (a BETWEEN 1 AND 10));";
        VERIFY_OK(database.run({QString::fromLatin1(script)}));
        const QString url = database.url().toStringWithPassword(), dialect = QStringLiteral("--dialect"), postgresql = QStringLiteral("postgresql");
        m_program.write(QStringLiteral("thing.sql"), script);
        QByteArray other = script;
        m_program.write(QStringLiteral("other.sql"), other.replace("10", "11"));
        const auto diffOf = [&](const char *from, const QString &to, const QByteArray &input = {}) {
            return m_program.run({QStringLiteral("diff"), dialect, postgresql, QLatin1String(from), to, QStringLiteral("--exit-code")}, input);
        };
        COMPARE_CODE(diffOf("thing.sql", url), 0);
        const Outcome changed = diffOf("other.sql", url);
        COMPARE_CODE(changed, 1);
        QVERIFY2(changed.out.contains("drop check sane of thing"), changed.out.constData());

        const Outcome told = m_program.run({QStringLiteral("inspect"), url, QStringLiteral("--format"), QStringLiteral("json")});
        COMPARE_CODE(told, 0);
        const Outcome maybe = diffOf("thing.sql", QStringLiteral("-"), told.out);
        COMPARE_CODE(maybe, 1);
        QVERIFY2(maybe.out.startsWith("maybe: check sane of thing: a BETWEEN 1 AND 10 or (a >= 1) AND (a <= 10)"), maybe.out.constData());
        COMPARE_CODE(diffOf("thing.sql", QStringLiteral("other.sql")), 1);
        QVERIFY(!diffOf("thing.sql", QStringLiteral("other.sql")).out.contains("maybe"));
    }
};

JOINERY_TEST(DiffCommandTest)
#include "tst_diff_command.moc"
