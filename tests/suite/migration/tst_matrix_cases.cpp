// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/dialect/comparison.h"
#include "suite/migration/cases.h"
#include "suite/migration/known_gaps.h"
#include "support/test_case.h"

using namespace joinery;

/// One change at a time: found where the engine itself tells the two apart, and nowhere else; applied and taken back.
class MatrixCasesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void oneChange_data() { test::Engines::addRows(); }
    void oneChange()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const std::vector<QJsonObject> cases = test::readCases(QStringLiteral("matrix.jsonl"));
        if (cases.empty())
            QSKIP("the cases are not here");
        test::CaseDatabase database(engine);
        QMap<QString, QString> wrong;
        QStringList judged;
        for (const QJsonObject &line : cases) {
            if (line.value(QLatin1String("dialect")).toString() != engine)
                continue;
            judged.append(line.value(QLatin1String("id")).toString());
            const QString problem = judge(database, line);
            if (!problem.isEmpty())
                wrong.insert(judged.last(), QString(line.value(QLatin1String("kind")).toString() + QStringLiteral(": ") + problem));
        }
        QVERIFY(judged.size() > 80);
        const QStringList surprising = test::surprises(QStringLiteral("matrix-%1").arg(engine), wrong, judged);
        for (const QString &each : surprising.mid(0, 40))
            qInfo("%s", qPrintable(each)); // QVERIFY2 would cut them off
        QVERIFY2(surprising.isEmpty(), qPrintable(QStringLiteral("%1 of %2").arg(surprising.size()).arg(judged.size())));
    }

private:
    static QString judge(test::CaseDatabase &database, const QJsonObject &line)
    {
        const auto target = database.fill(test::textsOf(line.value(QLatin1String("to"))));
        if (!target)
            return target.error().message;
        const auto to = test::inspected(**target);
        if (!to)
            return to.error().message;
        const auto start = database.fill(test::textsOf(line.value(QLatin1String("from"))));
        if (!start)
            return start.error().message;
        const auto from = test::inspected(**start);
        if (!from)
            return from.error().message;
        const auto difference = compare::compare(*from, *to, dialect::comparisonOptions(dialectOf(**start)));
        if (!difference)
            return difference.error().message;
        const QJsonValue change = line.value(QLatin1String("change"));
        if (change.isString()) {
            const bool noted = std::ranges::any_of(difference->findings, [](const Finding &each) { return each.code == QLatin1String("CM101"); });
            return noted ? QString() : QStringLiteral("the order of columns is not noted");
        }
        if (!change.toBool())
            return difference->isEmpty() ? QString() : QStringLiteral("found: ") + test::wordsOf(difference->operations);
        if (difference->isEmpty())
            return QStringLiteral("not found");
        return test::walk(database, **start, *from, *to, difference->operations);
    }
};

JOINERY_TEST(MatrixCasesTest)
#include "tst_matrix_cases.moc"
