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
        REQUIRE_ENGINE(QStringLiteral("mysql"));
        test::ScratchDatabase database(QStringLiteral("mysql"));
        VERIFY_OK(database.run({QStringLiteral("CREATE TABLE thing (id integer PRIMARY KEY, name varchar(9), CONSTRAINT sane CHECK (length(name) > 2))")}));
        const QString url = database.url().toStringWithPassword();
        const Outcome inspected = m_program.run({QStringLiteral("inspect"), url, QStringLiteral("--format"), QStringLiteral("json")});
        COMPARE_CODE(inspected, 0);
        const QByteArray told = "octet_length(`name`) > 2";
        QVERIFY2(inspected.out.contains(told), inspected.out.constData());
        const auto diffOf = [&](const QByteArray &written, const QString &to) {
            QByteArray model = inspected.out;
            return m_program.run({QStringLiteral("diff"), QStringLiteral("-"), to, QStringLiteral("--exit-code")}, model.replace(told, written));
        };
        COMPARE_CODE(diffOf("length(name) > 2", url), 0);
        const Outcome changed = diffOf("length(name) > 3", url);
        COMPARE_CODE(changed, 1);
        QVERIFY2(changed.out.contains("drop check sane of thing"), changed.out.constData());

        COMPARE_CODE(m_program.run({QStringLiteral("init"), QStringLiteral("models")}), 0);
        COMPARE_CODE(m_program.run({QStringLiteral("-C"), QStringLiteral("models"), QStringLiteral("--url"), url, QStringLiteral("import"), url}), 0);
        const Outcome maybe = diffOf("length(name) > 2", QStringLiteral("models"));
        COMPARE_CODE(maybe, 1);
        QVERIFY2(maybe.out.startsWith("maybe: check sane of thing: length(name) > 2 or octet_length(`name`) > 2"), maybe.out.constData());
        QVERIFY2(!maybe.out.contains("drop check"), maybe.out.constData());
    }
};

JOINERY_TEST(DiffCommandTest)
#include "tst_diff_command.moc"
