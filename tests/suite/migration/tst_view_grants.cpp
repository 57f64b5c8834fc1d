// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/run_steps.h"
#include "suite/migration/cases.h"
#include "support/test_case.h"

using namespace joinery;

/// A view that is made anew under a changed column is as open to others as it was.
class ViewGrantsTest : public test::TestCase
{
    Q_OBJECT

    static Result<QString> grants(driver::Connection &connection)
    {
        JOINERY_TRY_VALUE(const driver::RowBlock rows, connection.fetch(QStringLiteral(
            "SELECT c.relname || ' ' || coalesce(c.relacl::text, '') || ' ' || coalesce((SELECT string_agg(a.attname || a.attacl::text, ' ' ORDER BY a.attnum) "
            "FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attacl IS NOT NULL), '') FROM pg_class c WHERE c.relname IN ('cheap', 'cheaper') ORDER BY 1")));
        QString text;
        for (int row = 0; row < rows.rowCount(); ++row)
            text += rows.value(row, 0).toText() + u'\n';
        return text;
    }

private Q_SLOTS:
    void stay()
    {
        REQUIRE_ENGINE(QStringLiteral("postgresql"));
        test::CaseDatabase database(QStringLiteral("postgresql"));
        const auto connection = database.fill({QStringLiteral("CREATE TABLE book (id integer PRIMARY KEY, price integer)"),
                                               QStringLiteral("CREATE VIEW cheap AS SELECT id, price FROM book WHERE price < 10"),
                                               QStringLiteral("CREATE VIEW cheaper AS SELECT id, price FROM cheap WHERE price < 5"),
                                               QStringLiteral("GRANT SELECT, INSERT ON cheap TO PUBLIC"), QStringLiteral("GRANT UPDATE (price) ON cheap TO pg_monitor WITH GRANT OPTION"),
                                               QStringLiteral("GRANT SELECT ON cheaper TO pg_monitor")});
        VERIFY_OK(connection);
        const auto before = grants(**connection);
        VERIFY_OK(before);
        QVERIFY2(before->contains(u"pg_monitor=w*"), qPrintable(*before));
        const auto catalog = test::inspected(**connection);
        VERIFY_OK(catalog);
        const schema::Name book(QStringLiteral("book"));
        const schema::Column price = *catalog->table(book)->column(QStringLiteral("price"));
        schema::Column wide = price;
        wide.type = schema::Type::of(schema::TypeKind::BigInteger);
        const dialect::Dialect &dialect = dialectOf(**connection);
        const auto steps = dialect::renderAll(dialect, {operation::AlterColumn{book, price, wide, {}, {}, {}}}, *catalog);
        VERIFY_OK(steps);
        VERIFY_OK(dialect::runSteps(**connection, *steps));
        const auto after = grants(**connection);
        VERIFY_OK(after);
        QCOMPARE(*after, *before);

        // One whose column is gone loses what was said of that alone.
        const auto now = test::inspected(**connection);
        VERIFY_OK(now);
        const auto cheaper = std::ranges::find_if(now->views, [](const schema::View &view) { return view.name.name == u"cheaper"; });
        QVERIFY(cheaper != now->views.end());
        schema::View narrow = *cheaper;
        narrow.query = QStringLiteral("SELECT id FROM book");
        const auto replaced = dialect::renderAll(dialect, {operation::ReplaceView{*cheaper, narrow}}, *now);
        VERIFY_OK(replaced);
        VERIFY_OK((*connection)->run(QStringLiteral("GRANT UPDATE (price) ON cheaper TO PUBLIC")));
        VERIFY_OK(dialect::runSteps(**connection, *replaced));
        const auto left = grants(**connection);
        VERIFY_OK(left);
        QVERIFY2(left->contains(u"cheaper {") && left->section(QStringLiteral("cheaper "), 1).contains(u"pg_monitor=r"), qPrintable(*left));
    }
};

JOINERY_TEST(ViewGrantsTest)
#include "tst_view_grants.moc"
