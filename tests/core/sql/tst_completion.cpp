// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/completion.h"
#include "support/test_case.h"

using namespace joinery::sql;
using Place = CompletionContext::Place;

class CompletionTest : public joinery::test::TestCase
{
    Q_OBJECT

    /// `text` holds the caret as |.
    static CompletionContext at(const QString &text, Flavor flavor = Flavor::Postgresql)
    {
        const qsizetype caret = text.indexOf(u'|');
        QString script = text;
        return completionAt(script.remove(caret, 1), caret, flavor);
    }

    static QString tables(const CompletionContext &context)
    {
        QStringList names;
        for (const TableReference &reference : context.tables)
            names.append(reference.alias.isEmpty() ? reference.table.toString() : QString(reference.table.toString() + u' ' + reference.alias));
        return names.join(QLatin1String(", "));
    }

private Q_SLOTS:
    void findsTheTablesOfTheStatement_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
        };
        row("select t.| from book t", "book t");
        row("select | from book as b join author a on a.id = b.author_id left join shop.sale using (id) where x", "book b, author a, shop.sale");
        row("select | from a, b c, \"D e\" f", "a, b c, D e f");
        row("select 1 from x; update book set | where y; delete from z", "book");
        row("insert into book (|) select 1 from other", "book, other");
        row("with w(a, b) as (select 1 from inner_one) select | from w", " w, inner_one, w");
        row("select | from (select 1 from a) s", " s, a");
        row("select extract(year from d), | from t where a is distinct from b", "t");
        row("select * from book where |", "book");
        row("select * from b|", "");
    }
    void findsTheTablesOfTheStatement()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(tables(at(text)), expected);
    }

    void knowsThePlace()
    {
        QCOMPARE(at(QStringLiteral("select * from |")).place, Place::Table);
        QCOMPARE(at(QStringLiteral("select * from a join bo|")).place, Place::Table);
        QCOMPARE(at(QStringLiteral("select * from a, |")).place, Place::Table);
        QCOMPARE(at(QStringLiteral("select a, |")).place, Place::Anything);
        QCOMPARE(at(QStringLiteral("insert into t (a, |")).place, Place::Column);
        QCOMPARE(at(QStringLiteral("select 'from |")).place, Place::Nowhere);
        QCOMPARE(at(QStringLiteral("select 1 -- fr|")).place, Place::Nowhere);
        QCOMPARE(at(QStringLiteral("|")).place, Place::Anything);
    }

    void knowsQualifierAndPrefix()
    {
        const CompletionContext context = at(QStringLiteral("select x, b.ti| from book b"));
        QCOMPARE(context.place, Place::Column);
        QCOMPARE(context.qualifier, QStringList{"b"});
        QCOMPARE(context.prefix, QStringLiteral("ti"));
        QCOMPARE(context.replaceStart, 12);
        QVERIFY(context.find(QStringLiteral("B")));
        QCOMPARE(context.find(QStringLiteral("b"))->table.name, QStringLiteral("book"));
        QVERIFY(!context.find(QStringLiteral("z")));
        QCOMPARE(at(QStringLiteral("select s.t.|")).qualifier, QStringList({"s", "t"}));
        QCOMPARE(at(QStringLiteral("select \"Ti| from t")).prefix.left(2), QStringLiteral("Ti"));
        QCOMPARE(at(QStringLiteral("select `Na| from t"), Flavor::Mysql).prefix.left(2), QStringLiteral("Na"));
    }
};

JOINERY_TEST(CompletionTest)
#include "tst_completion.moc"
