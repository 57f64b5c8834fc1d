// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "suite/migration/cases.h"
#include "suite/session/script_model.h"
#include "suite/session/script_runner.h"
#include "support/test_case.h"

#include <QFile>
#include <QJsonDocument>

using namespace joinery;

/// The unit of work against SQLAlchemy's answers to the same scripts.
class SessionScriptsTest : public test::TestCase
{
    Q_OBJECT

    // Steps that were played when the answers were recorded, and are not in the scripts: looking into a collection, which reads it
    // and flushes before. Without them SQLAlchemy 1.4.46 itself gives other answers to these fourteen scripts.
    static QJsonObject unrecordedReads()
    {
        QFile file(QStringLiteral(JOINERY_TEST_DATA "/session/unrecorded_reads.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }

    static QString play(driver::Connection &connection, const session::Model &model, const QJsonArray &script, const QJsonObject &tables)
    {
        test::ScriptRunner runner(connection, dialectOf(connection), model);
        const QString problem = runner.play(script);
        return problem.isEmpty() ? runner.compareTables(tables) : problem;
    }

private Q_SLOTS:
    void answersAsSqlalchemy_data() { test::Engines::addRows(); }
    void answersAsSqlalchemy()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const test::ScratchDatabase database(engine);
        VERIFY_OK(database.run(test::ScriptModel::createStatements(engine)));
        const auto connection = database.connect();
        VERIFY_OK(connection);
        const auto model = test::ScriptModel::reflect(**connection);
        VERIFY_OK(model);
        const QJsonObject reads = unrecordedReads();
        const std::vector<QJsonObject> cases = test::readCases(QStringLiteral("session.jsonl"));
        if (cases.empty())
            QSKIP("the cases are not there");

        QStringList wrong;
        for (const QJsonObject &one : cases) {
            const QString id = one[QStringLiteral("id")].toString();
            QJsonArray script = one[QStringLiteral("script")].toArray();
            for (const QJsonValue read : reads[id].toArray())
                script.insert(read[0].toInt(), QJsonArray{QStringLiteral("read"), read[1], read[2], QJsonObject()});
            const QString problem = play(**connection, *model, script, one[QStringLiteral("tables")].toObject());
            if (!problem.isEmpty())
                wrong.append(id + QStringLiteral(": ") + problem);
            VERIFY_OK((*connection)->begin());
            VERIFY_OK((*connection)->run(QStringLiteral("UPDATE node SET parent_id = NULL")));
            for (const QString &table : test::ScriptModel::tables())
                VERIFY_OK((*connection)->run(u"DELETE FROM " % dialectOf(**connection).quote(table)));
            VERIFY_OK((*connection)->commit());
        }
        qInfo("%s: %d of %d scripts agree", qPrintable(engine), int(cases.size()) - int(wrong.size()), int(cases.size()));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }
};

JOINERY_TEST(SessionScriptsTest)
#include "tst_session_scripts.moc"
