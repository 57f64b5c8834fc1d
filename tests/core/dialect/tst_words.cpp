// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "support/test_case.h"

#include <cmath>

using joinery::findDialect;
using joinery::driver::Value;

class WordsTest : public joinery::test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void quotesOnlyWhatNeedsIt()
    {
        const auto *sqlite = findDialect(QStringLiteral("sqlite"));
        const auto *postgresql = findDialect(QStringLiteral("postgresql"));
        const auto *mysql = findDialect(QStringLiteral("mysql"));
        QCOMPARE(sqlite->quoteIfNeeded(QStringLiteral("Album")), QStringLiteral("Album"));
        QCOMPARE(postgresql->quoteIfNeeded(QStringLiteral("Album")), QStringLiteral("\"Album\""));
        QCOMPARE(mysql->quoteIfNeeded(QStringLiteral("Album")), QStringLiteral("Album"));
        for (const auto *dialect : {sqlite, postgresql, mysql}) {
            for (const char *word : {"order", "Group", "a b", "1a", "", "größe", "a\"b`c"})
                QCOMPARE(dialect->quoteIfNeeded(QString::fromUtf8(word)), dialect->quote(QString::fromUtf8(word)));
            QCOMPARE(dialect->quoteIfNeeded(QStringLiteral("author_id")), QStringLiteral("author_id"));
            QVERIFY(dialect->keywords().contains(QStringLiteral("select")));
            QVERIFY(dialect->functions().contains(QStringLiteral("coalesce")));
            for (const QString &type : dialect->typeNames())
                QCOMPARE(dialect->typeText(dialect->parseType(type)).remove(u' ').toLower(), QString(type).remove(u' ').toLower());
        }
        QCOMPARE(postgresql->quote(QStringLiteral("a\"b")), QStringLiteral("\"a\"\"b\""));
        QCOMPARE(mysql->quote(QStringLiteral("a`b")), QStringLiteral("`a``b`"));
    }

    void writesExactLiterals()
    {
        const auto *sqlite = findDialect(QStringLiteral("sqlite"));
        const auto *postgresql = findDialect(QStringLiteral("postgresql"));
        const auto *mysql = findDialect(QStringLiteral("mysql"));
        QCOMPARE(sqlite->literal(Value::text(QStringLiteral("it's \\"))), QStringLiteral("'it''s \\'"));
        QCOMPARE(mysql->literal(Value::text(QStringLiteral("it's \\"))), QStringLiteral("'it''s \\\\'"));
        QCOMPARE(sqlite->literal(Value::utf8(QByteArray("a\0b", 3))), QStringLiteral("CAST(X'610062' AS TEXT)"));
        QCOMPARE(sqlite->literal(Value::utf8("\xff")), QStringLiteral("CAST(X'ff' AS TEXT)"));
        QCOMPARE(sqlite->literal(Value::bytes("\x01\xff")), QStringLiteral("X'01ff'"));
        QCOMPARE(postgresql->literal(Value::bytes("\x01\xff")), QStringLiteral("'\\x01ff'::bytea"));
        QCOMPARE(sqlite->literal(Value::real(1)), QStringLiteral("1.0"));
        QCOMPARE(sqlite->literal(Value::real(-INFINITY)), QStringLiteral("-9e999"));
        QCOMPARE(postgresql->literal(Value::real(NAN)), QStringLiteral("'NaN'::float8"));
        QCOMPARE(postgresql->literal(Value::boolean(true)), QStringLiteral("TRUE"));
        QCOMPARE(sqlite->literal(Value::boolean(true)), QStringLiteral("1"));
        QCOMPARE(postgresql->literal(Value::lexical("12.50"), joinery::schema::Type::numeric(8, 2)), QStringLiteral("12.50"));
        QCOMPARE(postgresql->literal(Value::lexical("NaN"), joinery::schema::Type::numeric(8, 2)), QStringLiteral("'NaN'"));
        QCOMPARE(postgresql->literal(Value::null()), QStringLiteral("NULL"));
        QCOMPARE(postgresql->literal(Value::useDefault()), QStringLiteral("DEFAULT"));
    }
};

JOINERY_TEST(WordsTest)
#include "tst_words.moc"
