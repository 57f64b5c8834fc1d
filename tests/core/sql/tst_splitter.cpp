// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/script_text.h"
#include "core/sql/splitter.h"
#include "support/test_case.h"

#include <QFile>

using namespace joinery::sql;

class SplitterTest : public joinery::test::TestCase
{
    Q_OBJECT

    static QStringList texts(const QString &script, Flavor flavor)
    {
        QStringList all;
        for (const ScriptStatement &statement : splitScript(script, flavor))
            all.append(statement.in(script));
        return all;
    }

private Q_SLOTS:
    void keepsBodiesWhole_data()
    {
        QTest::addColumn<int>("flavor");
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char *name, Flavor flavor, const char *script, const QStringList &expected) {
            QTest::newRow(name) << int(flavor) << QString::fromUtf8(script) << expected;
        };
        row("plain", Flavor::Sqlite, "-- one\nselect ';' ; ; /* ; */ select 2 -- end", {"select ';'", "select 2"});
        row("nothing", Flavor::Sqlite, " ;; -- x", {});
        row("sqlite trigger", Flavor::Sqlite,
            "create temp trigger t after insert on a begin update b set x = case when 1 then 2 end; delete from c; end; select 1",
            {"create temp trigger t after insert on a begin update b set x = case when 1 then 2 end; delete from c; end", "select 1"});
        row("sqlite begin", Flavor::Sqlite, "begin; create table trigger_log(x); commit;",
            {"begin", "create table trigger_log(x)", "commit"});
        row("dollar body", Flavor::Postgresql, "create function f() returns int as $$ begin; end; $$ language plpgsql; select 1;",
            {"create function f() returns int as $$ begin; end; $$ language plpgsql", "select 1"});
        row("begin atomic", Flavor::Postgresql,
            "create function f() returns int begin atomic select 1; select case when true then 2 end; end; begin; end;",
            {"create function f() returns int begin atomic select 1; select case when true then 2 end; end", "begin", "end"});
        row("delimiter", Flavor::Mysql, "DELIMITER $$\ncreate procedure p() begin select 1; end$$\ndelimiter ;\nselect 2;",
            {"create procedure p() begin select 1; end", "select 2"});
        row("delimiter //", Flavor::Mysql, "delimiter //\nselect 1//\nselect 4/2 //", {"select 1", "select 4/2"});
        row("body without delimiter", Flavor::Mysql,
            "create trigger t before insert on a for each row begin if new.x = if(1,2,3) then set new.x = 1; "
            "else begin set new.y = case 1 when 1 then 2 end; end; end if; l: loop leave l; end loop; end; select 1;",
            {"create trigger t before insert on a for each row begin if new.x = if(1,2,3) then set new.x = 1; "
             "else begin set new.y = case 1 when 1 then 2 end; end; end if; l: loop leave l; end loop; end", "select 1"});
        row("trigger of one statement", Flavor::Mysql, "create trigger t before insert on a for each row set new.x = 1; select 2",
            {"create trigger t before insert on a for each row set new.x = 1", "select 2"});
        row("conditional", Flavor::Mysql, "/*!40101 SET NAMES utf8 */;\nselect 1;", {"/*!40101 SET NAMES utf8 */", "select 1"});
        row("unclosed", Flavor::Postgresql, "select 1; select 'a; b", {"select 1", "select 'a; b"});
    }
    void keepsBodiesWhole()
    {
        QFETCH(int, flavor);
        QFETCH(QString, script);
        QFETCH(QStringList, expected);
        QCOMPARE(texts(script, Flavor(flavor)), expected);
    }

    void writesWhatItSplits()
    {
        const QStringList statements{QStringLiteral("select 1 -- one"), QStringLiteral("create procedure p() begin select 1; select '$$'; end"),
                                     QStringLiteral("select ';'"), QStringLiteral("create trigger t before insert on a for each row set new.x = 1")};
        QString script;
        for (const QString &statement : statements)
            script += terminated(statement, Flavor::Mysql) + u'\n';
        QCOMPARE(texts(script, Flavor::Mysql), (QStringList{QStringLiteral("select 1"), statements[1], statements[2], statements[3]}));
        QCOMPARE(terminated(QStringLiteral("select 1"), Flavor::Postgresql), QStringLiteral("select 1;"));
    }

    void readsTheDataOfCopy()
    {
        const QString script = QStringLiteral("COPY t (a) FROM stdin;\n1;\n\\N\n\\.\nselect 1;");
        const std::vector<ScriptStatement> statements = splitScript(script, Flavor::Postgresql);
        QCOMPARE(statements.size(), size_t(2));
        QVERIFY(statements[0].hasData());
        QCOMPARE(script.mid(statements[0].dataStart, statements[0].dataEnd - statements[0].dataStart), QStringLiteral("1;\n\\N\n"));
        QCOMPARE(statements[1].in(script), QStringLiteral("select 1"));
    }

    void findsTheStatementAtTheCaret()
    {
        const QString script = QStringLiteral("select 1;\n\n-- about two\nselect 2;\nselect 3");
        const std::vector<ScriptStatement> statements = splitScript(script, Flavor::Sqlite);
        const auto at = [&](const char *before) {
            const qsizetype caret = script.indexOf(QLatin1String(before));
            return statementAt(statements, caret)->in(script);
        };
        QCOMPARE(at("select 1"), QStringLiteral("select 1"));
        QCOMPARE(at(";\n\n"), QStringLiteral("select 1"));
        QCOMPARE(at("\n\n"), QStringLiteral("select 1"));
        QCOMPARE(at("about"), QStringLiteral("select 2"));
        QCOMPARE(at("3"), QStringLiteral("select 3"));
        QCOMPARE(statementAt(statements, script.size())->in(script), QStringLiteral("select 3"));
        QVERIFY(!statementAt({}, 0));
    }

    // The files of public projects: the numbers are what the engines' own clients count.
    void splitsRealScripts_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("flavor");
        QTest::addColumn<int>("triggers");
        QTest::newRow("sakila-sqlite") << "sakila-sqlite" << int(Flavor::Sqlite) << 30;
        QTest::newRow("proj-sqlite") << "proj-sqlite" << int(Flavor::Sqlite) << 38;
        QTest::newRow("sakila-my") << "sakila-my" << int(Flavor::Mysql) << 3;
        QTest::newRow("pagila-pg") << "pagila-pg" << int(Flavor::Postgresql) << 15;
    }
    void splitsRealScripts()
    {
        QFETCH(QString, folder);
        QFETCH(int, flavor);
        QFETCH(int, triggers);
        QFile file(QStringLiteral(JOINERY_TEST_SHARED "/data/schemas/%1/schema.sql").arg(folder));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the shared schemas are not here");
        const QString script = QString::fromUtf8(file.readAll());
        static const QRegularExpression create(QStringLiteral("^create\\s+(definer\\S*\\s+)?trigger\\b"),
                                               QRegularExpression::CaseInsensitiveOption);
        QCOMPARE(texts(script, Flavor(flavor)).filter(create).size(), triggers);
    }
};

JOINERY_TEST(SplitterTest)
#include "tst_splitter.moc"
