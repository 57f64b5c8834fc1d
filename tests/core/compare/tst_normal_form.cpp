// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/normal_default.h"
#include "core/compare/normal_form.h"
#include "support/test_case.h"

using namespace joinery;
using schema::Column;
using schema::Default;
using schema::Type;
using schema::TypeKind;

class NormalFormTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void sameMeaning_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        const auto row = [](const char *dialect, const char *a, const char *b) {
            QTest::addRow("%s", a) << QString::fromLatin1(dialect) << QString::fromLatin1(a) << QString::fromLatin1(b);
        };
        row("postgresql", "price > 0", "(price > (0)::numeric)");
        row("postgresql", "a > 0 AND b <> 1 OR c", "(((a > 0) AND (b != 1)) OR c)");
        row("postgresql", "status IN ('a', 'b')", "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))");
        row("postgresql", "lower(name)", "lower((name)::text)");
        row("postgresql", "a IS NOT NULL", "(a IS NOT NULL)");
        row("postgresql", "a BETWEEN 1 AND 2", "((a between 1 and 2))");
        row("postgresql", "CURRENT_TIMESTAMP", "now()");
        row("postgresql", "a LIKE 'x%'", "((a)::text ~~ 'x%'::text)");
        row("mysql", "`a` > 0 and `b` < 3", "a>0 AND b<3");
        row("mysql", "current_timestamp()", "CURRENT_TIMESTAMP");
        row("sqlite", "length( \"title\" )>0", "LENGTH(title) > 0");
        row("postgresql", "a + b * c", "(a + (b * c))");
        row("postgresql", "CASE WHEN a > 1 THEN 'x' ELSE 'y' END", "case when (a > 1) then 'x'::text else 'y'::text end");
    }
    void sameMeaning()
    {
        QFETCH(QString, dialect);
        QFETCH(QString, a);
        QFETCH(QString, b);
        QCOMPARE(compare::normalExpression(a, dialect), compare::normalExpression(b, dialect));
    }

    void otherMeaning_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        const auto row = [](const char *a, const char *b) {
            QTest::addRow("%s", a) << QString::fromLatin1(a) << QString::fromLatin1(b);
        };
        row("(a + b) * c", "a + b * c");
        row("a > 0", "a >= 0");
        row("a - (b - c)", "a - b - c");
        row("NOT (a AND b)", "(NOT a) AND b");
        row("a = 'x'", "a = 'X'");
        row("\"A\" > 0", "a > 0");
        row("a IN (1, 2)", "a IN (1, 3)");
        row("a OR b AND c", "(a OR b) AND c");
        row("a::integer > 0", "a::bigint > 0");
        row("a ~ 'x'", "a ~* 'x'");
    }
    void otherMeaning()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        const QString dialect = QStringLiteral("postgresql");
        QVERIFY(compare::normalExpression(a, dialect) != compare::normalExpression(b, dialect));
    }

    void defaultsByType()
    {
        const QString dialect = QStringLiteral("postgresql");
        const auto of = [&](TypeKind kind, Default::Kind how, const char *text) {
            Column column;
            column.type = Type::of(kind);
            column.defaultValue = Default{how, QString::fromLatin1(text)};
            return compare::normalDefault(column, dialect);
        };
        using K = Default::Kind;
        QCOMPARE(of(TypeKind::Integer, K::Literal, "0"), of(TypeKind::Integer, K::Expression, "'0'"));
        QCOMPARE(of(TypeKind::Numeric, K::Literal, "1.50"), of(TypeKind::Numeric, K::Expression, "1.5"));
        QCOMPARE(of(TypeKind::Integer, K::Expression, "(-1)"), of(TypeKind::Integer, K::Literal, "-1"));
        QCOMPARE(of(TypeKind::Boolean, K::Literal, "1"), of(TypeKind::Boolean, K::Expression, "true"));
        QCOMPARE(of(TypeKind::String, K::Literal, "it's"), of(TypeKind::String, K::Expression, "'it''s'::character varying"));
        QVERIFY(of(TypeKind::String, K::Literal, "0") != of(TypeKind::String, K::Literal, "00"));
        QVERIFY(of(TypeKind::String, K::Literal, "now()") != of(TypeKind::String, K::Expression, "now()"));
        QCOMPARE(of(TypeKind::Text, K::Expression, "NULL"), QString());
        QVERIFY(!of(TypeKind::Text, K::Literal, "").isEmpty());
    }
};

JOINERY_TEST(NormalFormTest)
#include "tst_normal_form.moc"
