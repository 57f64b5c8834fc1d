// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/lexer.h"
#include "support/test_case.h"

using namespace joinery::sql;

class LexerTest : public joinery::test::TestCase
{
    Q_OBJECT

    /// Kinds by letter, each with its text: "W:select P::a".
    static QString picture(const QString &sql, Flavor flavor)
    {
        static const char letters[] = "_CMWQSNPOE";
        QStringList parts;
        Lexer lexer(sql, flavor);
        qsizetype at = 0;
        for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
            if (token.start != at)
                return QStringLiteral("gap at %1").arg(at);
            at = token.end();
            if (token.kind != TokenKind::Blank)
                parts.append(QLatin1Char(letters[int(token.kind)]) + QLatin1String(token.closed ? ":" : "!") + token.in(sql));
        }
        return at == sql.size() ? parts.join(u' ') : QStringLiteral("ends at %1").arg(at);
    }

private Q_SLOTS:
    void cutsByTheRulesOfTheEngine_data()
    {
        QTest::addColumn<int>("flavor");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, Flavor flavor, const char *sql, const char *expected) {
            QTest::newRow(name) << int(flavor) << QString::fromUtf8(sql) << QString::fromUtf8(expected);
        };
        row("string with quotes", Flavor::Postgresql, "'it''s\\'", "S:'it''s\\'");
        row("escape string", Flavor::Postgresql, "E'it\\'s' 'x'", "S:E'it\\'s' S:'x'");
        row("mysql backslash", Flavor::Mysql, "'it\\'s'", "S:'it\\'s'");
        row("mysql double quotes", Flavor::Mysql, "\"a\"", "S:\"a\"");
        row("name in double quotes", Flavor::Sqlite, "\"a\"\"b\"", "Q:\"a\"\"b\"");
        row("backticks", Flavor::Mysql, "`a``b`", "Q:`a``b`");
        row("brackets", Flavor::Sqlite, "[a b]", "Q:[a b]");
        row("array, no name", Flavor::Postgresql, "a[1:n]", "W:a O:[ N:1 O:: W:n O:]");
        row("cast, no parameter", Flavor::Postgresql, "a::int = :b", "W:a O::: W:int O:= P::b");
        row("dollar quote", Flavor::Postgresql, "$x$ ; $$ ' $x$ $1", "S:$x$ ; $$ ' $x$ P:$1");
        row("word with dollar", Flavor::Postgresql, "a$b$c", "W:a$b$c");
        row("nested comment", Flavor::Postgresql, "/* a /* b */ c */ d", "C:/* a /* b */ c */ W:d");
        row("flat comment", Flavor::Sqlite, "/* a /* b */ c", "C:/* a /* b */ W:c");
        row("hash comment", Flavor::Mysql, "a # b\nc", "W:a C:# b W:c");
        row("minus minus", Flavor::Mysql, "1--1", "N:1 O:- O:- N:1");
        row("line comment", Flavor::Sqlite, "1--1", "N:1 C:--1");
        row("conditional", Flavor::Mysql, "/*!50003 a */", "M:/*!50003 a */");
        row("numbers", Flavor::Sqlite, "1.5e-3 .5 0xFF 1..2", "N:1.5e-3 N:.5 N:0xFF N:1 O:. N:.2");
        row("parameters", Flavor::Sqlite, "? ?2 @a $b :c", "P:? P:?2 P:@a P:$b P::c");
        row("jsonb operator", Flavor::Postgresql, "a ? 'b' ->> 'c'", "W:a O:? S:'b' O:->> S:'c'");
        row("user variable", Flavor::Mysql, "@a := @@b.c", "W:@a O::= W:@@b.c");
        row("unclosed", Flavor::Sqlite, "'a", "S!'a");
        row("non-ASCII", Flavor::Postgresql, "größe_1 + ß", "W:größe_1 O:+ W:ß");
    }
    void cutsByTheRulesOfTheEngine()
    {
        QFETCH(int, flavor);
        QFETCH(QString, sql);
        QFETCH(QString, expected);
        QCOMPARE(picture(sql, Flavor(flavor)), expected);
    }

    void everyPrefixOfAnythingIsCut()
    {
        const QString text = QStringLiteral("a'b''\"c`d[e$f$ /*g*/ --h\n#i :j ?k ::l E'\\ $1 @m 0x1.e+");
        for (const Flavor flavor : {Flavor::Generic, Flavor::Sqlite, Flavor::Postgresql, Flavor::Mysql}) {
            for (qsizetype length = 0; length <= text.size(); ++length) {
                const QString result = picture(text.left(length), flavor);
                QVERIFY2(!result.startsWith(QLatin1String("gap")) && !result.startsWith(QLatin1String("ends")), qPrintable(result));
            }
        }
    }
};

JOINERY_TEST(LexerTest)
#include "tst_lexer.moc"
