// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/editor/completion_source.h"

using namespace joinery;
using namespace joinery::ui;

class CompletionTest : public test::TestCase
{
    Q_OBJECT

    static schema::CatalogPtr shop()
    {
        schema::Catalog catalog;
        catalog.dialect = QStringLiteral("postgresql");
        const auto table = [&](const QString &name, const QStringList &columns) {
            schema::Table made;
            made.name = schema::Name(name);
            for (const QString &column : columns) {
                schema::Column one;
                one.name = column;
                one.type = schema::Type::of(schema::TypeKind::Integer);
                made.columns.push_back(one);
            }
            catalog.tables.push_back(made);
        };
        table(QStringLiteral("customer"), {QStringLiteral("id"), QStringLiteral("email")});
        table(QStringLiteral("Order"), {QStringLiteral("id"), QStringLiteral("customer_id"), QStringLiteral("Placed At")});
        return std::make_shared<const schema::Catalog>(catalog);
    }

    /// The texts offered where `|` stands.
    static QStringList offered(QString script, QStringList *inserts = nullptr)
    {
        CompletionSource source;
        source.setLanguage(QStringLiteral("postgresql"));
        source.setCatalog(shop());
        const qsizetype caret = script.indexOf(u'|');
        script.remove(caret, 1);
        QStringList texts;
        for (const Completion &completion : source.at(script, caret).completions) {
            texts.append(completion.text);
            if (inserts)
                inserts->append(completion.insert);
        }
        return texts;
    }

private Q_SLOTS:
    void offersTablesBehindFrom()
    {
        QCOMPARE(offered(QStringLiteral("SELECT * FROM cust|")), QStringList{QStringLiteral("customer")});
    }

    void offersTheColumnsOfAnAlias()
    {
        const QStringList columns = offered(QStringLiteral("SELECT o.| FROM \"Order\" o JOIN customer c ON true"));
        QCOMPARE(columns, (QStringList{QStringLiteral("id"), QStringLiteral("customer_id"), QStringLiteral("Placed At")}));
    }

    void quotesWhatTheEngineNeedsQuoted()
    {
        QStringList inserts;
        const QStringList texts = offered(QStringLiteral("SELECT o.pla| FROM \"Order\" o"), &inserts);
        QCOMPARE(texts, QStringList{QStringLiteral("Placed At")});
        QCOMPARE(inserts, QStringList{QStringLiteral("\"Placed At\"")});
    }

    void findsWordsInsideNames()
    {
        const QStringList columns = offered(QStringLiteral("SELECT o.id| FROM \"Order\" o"));
        QCOMPARE(columns, (QStringList{QStringLiteral("id"), QStringLiteral("customer_id")}));
    }

    void putsColumnsOfTheStatementBeforeKeywords()
    {
        const QStringList all = offered(QStringLiteral("SELECT e| FROM customer"));
        QVERIFY(!all.isEmpty());
        QCOMPARE(all.first(), QStringLiteral("email"));
        QVERIFY(all.contains(QStringLiteral("EXISTS")));
    }

    void staysSilentInStringsAndComments()
    {
        QVERIFY(offered(QStringLiteral("SELECT 'cust|'")).isEmpty());
        QVERIFY(offered(QStringLiteral("-- cust|")).isEmpty());
    }
};

JOINERY_TEST(CompletionTest)
#include "tst_completion.moc"
