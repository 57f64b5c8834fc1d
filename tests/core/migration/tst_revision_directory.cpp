// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/migration/revision_directory.h"
#include "core/migration/revision_targets.h"
#include "core/operation/apply.h"
#include "support/test_case.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace joinery;
using namespace joinery::migration;

namespace {

Revision revision(const QString &id, const QStringList &parents)
{
    Revision made;
    made.id = id;
    made.parents = parents;
    made.message = QStringLiteral("Add the table ") + id;
    made.created = QDateTime(QDate(2026, 3, 1), QTime(9, 30), Qt::UTC);
    schema::Table table;
    table.uid = Uid::create();
    table.name = QString(u't' + id);
    schema::Column column;
    column.uid = Uid::create();
    column.name = QStringLiteral("id");
    table.columns = {column};
    made.operations = {operation::CreateTable{table}};
    return made;
}

} // namespace

class RevisionDirectoryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void namesFilesAsAlembicDoes()
    {
        Revision made;
        made.id = QStringLiteral("0123456789ab");
        made.message = QStringLiteral("Add authors' pen-names, and a few more words that are too many");
        QCOMPARE(made.fileStem(), QStringLiteral("0123456789ab_add_authors_pen_names_and_a_few_more"));
        made.message.clear();
        QCOMPARE(made.fileStem(), made.id);
        const QString id = Revision::newId();
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{12}$")).match(id).hasMatch());
    }

    void roundTrip()
    {
        QTemporaryDir folder;
        const RevisionDirectory directory(folder.filePath(QStringLiteral("migrations")));
        VERIFY_OK(directory.load());
        const Revision first = revision(QStringLiteral("aaaa"), {});
        Revision second = revision(QStringLiteral("bbbb"), {QStringLiteral("aaaa")});
        second.labels = {QStringLiteral("web")};
        second.dependsOn = {QStringLiteral("aaaa")};
        VERIFY_OK(directory.add(first));
        const auto file = directory.add(second);
        VERIFY_OK(file);
        QCOMPARE(QFileInfo(*file).fileName(), QStringLiteral("bbbb_add_the_table_bbbb.json"));
        const auto contents = directory.read();
        VERIFY_OK(contents);
        QVERIFY(contents->findings.empty());
        QVERIFY((contents->revisions == std::vector{first, second}));
        QCOMPARE(directory.add(first).error().kind, ErrorKind::Duplicate);
        const auto history = directory.load();
        VERIFY_OK(history);
        QCOMPARE(history->catalogAt({QStringLiteral("bbbb")})->tables.size(), 2u);
        QCOMPARE(history->catalogAt({QStringLiteral("aaaa")})->tables.size(), 1u);
        QCOMPARE(history->catalogBefore(QStringLiteral("bbbb"))->tables.size(), 1u);
        QCOMPARE(history->catalogAt({})->tables.size(), 0u);
    }

    void twoHeads()
    {
        QTemporaryDir folder;
        const RevisionDirectory directory(folder.path());
        VERIFY_OK(directory.add(revision(QStringLiteral("aaaa"), {})));
        VERIFY_OK(directory.add(revision(QStringLiteral("bbbb"), {QStringLiteral("aaaa")})));
        VERIFY_OK(directory.add(revision(QStringLiteral("cccc"), {QStringLiteral("aaaa")})));
        const auto history = directory.load();
        VERIFY_OK(history);
        const auto findings = history->findings();
        QCOMPARE(findings.size(), 1u);
        QCOMPARE(findings[0].code, QStringLiteral("GR601"));
        QCOMPARE(history->catalogAtHeads()->tables.size(), 3u);
    }

    void damage()
    {
        QTemporaryDir folder;
        const RevisionDirectory directory(folder.path());
        VERIFY_OK(directory.add(revision(QStringLiteral("aaaa"), {})));
        const auto file = directory.add(revision(QStringLiteral("bbbb"), {QStringLiteral("gone")}));
        VERIFY_OK(file);
        auto contents = directory.read();
        VERIFY_OK(contents);
        QCOMPARE(contents->findings.size(), 1u);
        QCOMPARE(contents->findings[0].code, QStringLiteral("GR602"));
        QCOMPARE(directory.load().error().kind, ErrorKind::Undefined);

        QFile edited(*file);
        QVERIFY(edited.open(QIODevice::ReadWrite));
        QByteArray text = edited.readAll();
        text.replace("gone", "aaaa").replace("tbbbb", "other");
        edited.resize(0);
        edited.seek(0);
        edited.write(text);
        edited.close();
        contents = directory.read();
        VERIFY_OK(contents);
        QCOMPARE(contents->findings.size(), 1u);
        QCOMPARE(contents->findings[0].code, QStringLiteral("GR603"));

        QVERIFY(QFile::copy(*file, folder.filePath(QStringLiteral("copy.json"))));
        contents = directory.read();
        VERIFY_OK(contents);
        QCOMPARE(std::ranges::count(contents->findings, QStringLiteral("GR602"), &Finding::code), 1);
        QCOMPARE(directory.load().error().kind, ErrorKind::Duplicate);

        QFile half(folder.filePath(QStringLiteral("copy.json")));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write(text.left(text.size() / 2)) > 0);
        half.close();
        QCOMPARE(directory.read().error().kind, ErrorKind::Corrupt);
    }

    void circlesAreErrors()
    {
        const auto graph = RevisionGraph::build({revision(QStringLiteral("aaaa"), {QStringLiteral("bbbb")}),
                                                 revision(QStringLiteral("bbbb"), {QStringLiteral("aaaa")})});
        QVERIFY(!graph);
        QVERIFY(graph.error().message.contains(QLatin1String("circle")));
    }

    void stepsThatNoNumberHoldsAreTooMany_data()
    {
        QTest::addColumn<QString>("digits");
        for (const char *digits : {"3", "2147483647", "2147483648", "99999999999999999999"})
            QTest::newRow(digits) << QString::fromLatin1(digits);
    }

    void stepsThatNoNumberHoldsAreTooMany()
    {
        QFETCH(QString, digits);
        const auto graph = RevisionGraph::build({revision(QStringLiteral("aaaa"), {}),
                                                 revision(QStringLiteral("bbbb"), {QStringLiteral("aaaa")})});
        VERIFY_OK(graph);
        const auto down = downgradeTarget(*graph, {QStringLiteral("bbbb")}, u'-' + digits);
        QVERIFY(!down);
        QCOMPARE(down.error().kind, ErrorKind::Undefined);
        const auto up = upgradeTarget(*graph, {QStringLiteral("aaaa")}, u'+' + digits);
        QVERIFY(!up);
        QCOMPARE(up.error().kind, ErrorKind::Undefined);
        QVERIFY(!resolveTarget(*graph, u'-' + digits));
    }
};

JOINERY_TEST(RevisionDirectoryTest)
#include "tst_revision_directory.moc"
