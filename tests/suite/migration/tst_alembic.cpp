// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/executor.h"
#include "core/migration/planner.h"
#include "core/migration/squash.h"
#include "support/database.h"
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>

using namespace joinery;

namespace {

/// Alembic's own command line would read a project; this is its library on the same graph of empty revisions.
const char *const kPython = R"(
import io, sys
try:
    import sqlalchemy
    from alembic import command
    from alembic.config import Config
except ImportError:
    sys.exit(77)
folder, url, what = sys.argv[1:4]
out = io.StringIO()
config = Config(stdout=out, output_buffer=out)
config.set_main_option("script_location", folder)
config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
if what == "current":
    command.current(config)
elif what == "heads":
    command.heads(config)
elif what == "sql":
    command.upgrade(config, sys.argv[4], sql=True)
else:
    getattr(command, what)(config, sys.argv[4])
print(out.getvalue())
)";

const char *const kEnvironment = R"(
from alembic import context
from sqlalchemy import create_engine, pool
url = context.config.get_main_option("sqlalchemy.url")
if context.is_offline_mode():
    context.configure(url=url, literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(url, poolclass=pool.NullPool).connect() as connection:
        context.configure(connection=connection)
        with context.begin_transaction():
            context.run_migrations()
)";

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

/// Real Alembic on the same databases: heads, stamps, and the scripts for the version table agree.
class AlembicTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void takesTurns_data() { test::Engines::addRows(); }
    void takesTurns()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        QTemporaryDir folder;
        const auto history = makeGraph(folder.path());
        VERIFY_OK(history);
        const test::ScratchDatabase scratch(engine);
        QString url = scratch.url().toStringWithPassword();
        url.replace(QLatin1String("mysql://"), QLatin1String("mysql+pymysql://"));
        bool missing = false;
        const auto alembic = [&](const QStringList &arguments) { return run(QStringList{folder.path(), url} + arguments, missing); };
        const QStringList heads = ids(alembic({QStringLiteral("heads")}));
        if (missing)
            QSKIP("Alembic is not installed, or has no driver for this engine");
        QStringList ours = history->graph().headIds();
        ours.sort();
        QCOMPARE(heads, ours);

        const auto connection = scratch.connect();
        VERIFY_OK(connection);
        migration::Executor executor(*history, dialectOf(**connection), **connection, [&] { return scratch.connect(); });
        const migration::VersionTable versions(dialectOf(**connection));
        const auto agree = [&] {
            const auto now = versions.read(**connection);
            return now ? *now : QStringList(now.error().message);
        };
        // Ours moves, theirs reads; theirs moves, ours reads.
        for (const QString &target : {QStringLiteral("a1"), QStringLiteral("b2"), QStringLiteral("heads")}) {
            const auto report = executor.upgrade(target);
            VERIFY_OK(report);
            QVERIFY2(!report->failure, qPrintable(report->failure ? report->failure->message : QString()));
            QCOMPARE(ids(alembic({QStringLiteral("current")})), agree());
        }
        alembic({QStringLiteral("downgrade"), QStringLiteral("a1")});
        QCOMPARE(agree(), QStringList{QStringLiteral("a1")});
        alembic({QStringLiteral("upgrade"), QStringLiteral("heads")});
        QCOMPARE(agree(), ours);
        VERIFY_OK(executor.stamp(QStringLiteral("b1")));
        QCOMPARE(ids(alembic({QStringLiteral("current")})), QStringList{QStringLiteral("b1")});
        alembic({QStringLiteral("stamp"), QStringLiteral("heads")});
        QCOMPARE(agree(), ours);
        const auto down = executor.downgrade(QStringLiteral("base"));
        VERIFY_OK(down);
        QCOMPARE(ids(alembic({QStringLiteral("current")})), QStringList());

        // The same statements for the version table, in the same order.
        const migration::Planner planner(*history, dialectOf(**connection));
        for (const QString &range : {QStringLiteral("b2"), QStringLiteral("a1:b2"), QStringLiteral("b1:b2")}) {
            const QString from = range.contains(u':') ? range.section(u':', 0, 0) : QString();
            const auto plan = planner.upgrade(from.isEmpty() ? QStringList() : QStringList{from}, range.section(u':', -1));
            VERIFY_OK(plan);
            QCOMPARE(statements(migration::offlineScript(*plan, dialectOf(**connection))), statements(alembic({QStringLiteral("sql"), range})));
        }
    }

    /// Alembic still has the revisions that a squash put together here.
    void seesNoSquash_data() { test::Engines::addRows(); }
    void seesNoSquash()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        QTemporaryDir folder;
        const QString one = QStringLiteral("x1"), two = QStringLiteral("x2"), three = QStringLiteral("x3");
        const auto history = makeGraph(folder.path(), {{one, {}}, {two, {one}}, {three, {two}}});
        VERIFY_OK(history);
        const auto squash = migration::planSquash(*history, QString(), three, QStringLiteral("all"));
        VERIFY_OK(squash);
        QCOMPARE(squash->history.graph().headIds(), QStringList{three});
        const test::ScratchDatabase scratch(engine);
        QString url = scratch.url().toStringWithPassword();
        url.replace(QLatin1String("mysql://"), QLatin1String("mysql+pymysql://"));
        bool missing = false;
        const auto alembic = [&](const QStringList &arguments) { return run(QStringList{folder.path(), url} + arguments, missing); };
        alembic({QStringLiteral("heads")});
        if (missing)
            QSKIP("Alembic is not installed, or has no driver for this engine");
        const auto connection = scratch.connect();
        VERIFY_OK(connection);
        migration::Executor executor(squash->history, dialectOf(**connection), **connection, [&] { return scratch.connect(); });
        const auto current = [&] { return ids(alembic({QStringLiteral("current")})); };
        VERIFY_OK(executor.upgrade(QStringLiteral("head")));
        QCOMPARE(current(), QStringList{three});
        alembic({QStringLiteral("downgrade"), two}); // inside of the squash
        const auto inside = migration::VersionTable(dialectOf(**connection)).read(**connection);
        VERIFY_OK(inside);
        QCOMPARE(*inside, QStringList{two});
        const auto report = executor.upgrade(QStringLiteral("head"));
        VERIFY_OK(report);
        QCOMPARE(report->done, QStringList{three});
        QCOMPARE(current(), QStringList{three});
        alembic({QStringLiteral("stamp"), one});
        VERIFY_OK(executor.upgrade(QStringLiteral("head")));
        QCOMPARE(current(), QStringList{three});
    }

private:
    using Nodes = std::vector<std::pair<QString, QStringList>>;

    /// A branch, a merge and a head beside it, for both.
    static Result<migration::History> makeGraph(const QString &folder)
    {
        const Nodes nodes = {{QStringLiteral("a1"), {}}, {QStringLiteral("b1"), {QStringLiteral("a1")}},
                                                         {QStringLiteral("b2"), {QStringLiteral("b1")}}, {QStringLiteral("c1"), {QStringLiteral("a1")}},
                                                         {QStringLiteral("m"), {QStringLiteral("b2"), QStringLiteral("c1")}}, {QStringLiteral("z"), {QStringLiteral("b1")}}};
        return makeGraph(folder, nodes);
    }

    static Result<migration::History> makeGraph(const QString &folder, const Nodes &nodes)
    {
        QDir(folder).mkpath(QStringLiteral("versions"));
        if (!write(folder + QStringLiteral("/env.py"), kEnvironment))
            return fail(ErrorKind::Io, folder);
        std::vector<migration::Revision> revisions;
        for (const auto &[id, parents] : nodes) {
            migration::Revision revision;
            revision.id = id;
            revision.parents = parents;
            revisions.push_back(revision);
            const QString down = parents.isEmpty() ? QStringLiteral("None") : QStringLiteral("('%1',)").arg(parents.join(QStringLiteral("', '")));
            const QString text = QStringLiteral("revision = '%1'\ndown_revision = %2\nbranch_labels = None\ndepends_on = None\n"
                                                "def upgrade():\n    pass\ndef downgrade():\n    pass\n").arg(id, down);
            if (!write(folder + QStringLiteral("/versions/%1_.py").arg(id), text.toUtf8()))
                return fail(ErrorKind::Io, folder);
        }
        return migration::History::build(std::move(revisions));
    }

    static QString run(const QStringList &arguments, bool &missing)
    {
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), QStringList{QStringLiteral("-c"), QString::fromLatin1(kPython)} + arguments);
        const bool ended = python.waitForFinished(120000);
        const QByteArray errors = python.readAllStandardError();
        missing = !ended || python.exitCode() == 77 || errors.contains("ModuleNotFoundError");
        if (!missing && python.exitCode() != 0)
            return QString::fromUtf8(errors);
        return QString::fromUtf8(python.readAllStandardOutput());
    }

    /// "b2 (head)" on lines of their own.
    static QStringList ids(const QString &output)
    {
        QStringList found;
        for (const QString &line : output.split(u'\n', Qt::SkipEmptyParts)) {
            if (const QString id = line.section(u' ', 0, 0).trimmed(); !id.isEmpty())
                found << id;
        }
        found.sort();
        return found;
    }

    static QStringList statements(const QString &script)
    {
        QStringList found;
        QString text = script;
        text.remove(QRegularExpression(QStringLiteral("^--.*$"), QRegularExpression::MultilineOption));
        for (const QString &each : text.split(u';')) {
            QString plain = each.simplified();
            plain.remove(QStringLiteral(" RETURNING alembic_version.version_num")); // SQLAlchemy asks for the row, for nothing
            if (plain.contains(QLatin1String("alembic_version")))
                found << plain;
        }
        return found;
    }
};

JOINERY_TEST(AlembicTest)
#include "tst_alembic.moc"
