// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/compare.h"
#include "core/operation/apply.h"
#include "core/operation/describe.h"
#include "core/operation/operation_json.h"
#include "support/random_catalog.h"
#include "support/test_case.h"

#include <QJsonDocument>

using namespace joinery;

/// What compare() answers, applied to the one side, gives the other; and its inverse gives the first again.
class CompareRandomTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void modelAfterRandomChanges()
    {
        int changed = 0;
        for (quint32 seed = 1; seed <= 400; ++seed) {
            test::RandomCatalog random(seed);
            schema::Catalog from = random.catalog();
            schema::assignUids(from);
            schema::Catalog to = from;
            for (int i = 0; i < 12; ++i)
                (void)operation::apply(to, random.operation(to));
            schema::assignUids(to);
            const QString problem = roundTrip(from, to);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(problem)));
            changed += from == to ? 0 : 1;
        }
        QVERIFY(changed > 350);
    }

    void strangersWithoutIdentities()
    {
        for (quint32 seed = 1; seed <= 150; ++seed) {
            test::RandomCatalog first(seed), second(seed + 100000);
            const schema::Catalog from = schema::withoutUids(first.catalog());
            schema::Catalog to = schema::withoutUids(second.catalog());
            to.dialect = from.dialect;
            const QString problem = roundTrip(from, to);
            QVERIFY2(problem.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(problem)));
        }
    }

    void sameInputSameBytes()
    {
        test::RandomCatalog first(7), second(8);
        const schema::Catalog from = first.catalog(), to = second.catalog();
        const auto once = compare::compare(from, to), again = compare::compare(from, to);
        VERIFY_OK(once);
        VERIFY_OK(again);
        QCOMPARE(QJsonDocument(operation::toJson(once->operations)).toJson(), QJsonDocument(operation::toJson(again->operations)).toJson());
    }

private:
    static QString words(const operation::Operations &operations)
    {
        QStringList lines;
        for (const operation::Operation &each : operations)
            lines.append(operation::describe(each));
        return lines.join(u'\n');
    }

    static QString roundTrip(const schema::Catalog &from, const schema::Catalog &to)
    {
        const auto same = compare::compare(to, to);
        if (!same)
            return QStringLiteral("against itself: ") + same.error().message;
        if (!same->isEmpty())
            return QStringLiteral("against itself:\n") + words(same->operations);
        const auto difference = compare::compare(from, to);
        if (!difference)
            return difference.error().message;
        schema::Catalog state = from;
        if (const Status status = operation::applyAll(state, difference->operations); !status)
            return status.error().message;
        const auto rest = compare::compare(state, to);
        if (!rest)
            return QStringLiteral("the rest: ") + rest.error().message;
        if (!rest->isEmpty())
            return QStringLiteral("left over:\n%1\nafter:\n%2").arg(words(rest->operations), words(difference->operations));
        const auto inverse = operation::invertAll(difference->operations, from);
        if (!inverse)
            return QStringLiteral("no inverse of\n") + words(difference->operations);
        if (const Status status = operation::applyAll(state, *inverse); !status)
            return QStringLiteral("on the way back: ") + status.error().message;
        const auto back = compare::compare(state, from);
        if (!back)
            return back.error().message;
        return back->isEmpty() ? QString() : QStringLiteral("after the way back:\n") + words(back->operations);
    }
};

JOINERY_TEST(CompareRandomTest)
#include "tst_compare_random.moc"
