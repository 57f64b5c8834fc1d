// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/migration/executor.h"
#include "support/database.h"
#include "support/test_case.h"
#include "ui/timeline/drift_dialog.h"
#include "ui/timeline/merge_dialog.h"
#include "ui/timeline/rehearsal_dialog.h"
#include "ui/timeline/revision_delegate.h"
#include "ui/timeline/squash_dialog.h"
#include "ui/workbench/project_session.h"

#include <QListView>
#include <QPainter>
#include <QSignalSpy>

using namespace joinery;
using namespace joinery::ui;

/// Rehearse, drift, squash and merge: each says what it will do, does it when told to, and shows what came of it.
class TimelineDialogsTest : public test::TestCase
{
    Q_OBJECT

    /// A project with two revisions, and a database that stands at the first of them.
    struct Shop
    {
        test::ScratchDatabase database;
        QTemporaryDir folder;
        std::unique_ptr<worker::DbWorker> worker;
        std::unique_ptr<ProjectSession> session;
        Standing standing;
        Status ready;

        explicit Shop(const QString &engine) : database(engine), ready(prepare()) {}
        migration::HistoryPtr history() const
        {
            auto read = session->project().revisions().load();
            return read ? std::make_shared<const migration::History>(*std::move(read)) : nullptr;
        }
        Status addRevision(const char *id, const char *parent, const operation::Operations &operations) const
        {
            migration::Revision revision;
            revision.id = QString::fromLatin1(id);
            if (parent)
                revision.parents = {QString::fromLatin1(parent)};
            revision.message = QLatin1String("revision ") + revision.id;
            revision.operations = operations;
            JOINERY_TRY(session->project().revisions().add(revision));
            return {};
        }
        static schema::Column column(const char *name, bool nullable = true)
        {
            schema::Column made;
            made.uid = Uid::create();
            made.name = QString::fromLatin1(name);
            made.type = schema::Type::of(schema::TypeKind::Integer);
            made.nullable = nullable;
            return made;
        }

    private:
        Status prepare()
        {
            JOINERY_TRY_VALUE(project::Project project, project::Project::create(folder.filePath(QStringLiteral("p")), QStringLiteral("shop")));
            schema::Catalog models;
            schema::Table book;
            book.uid = Uid::create();
            book.name = schema::Name(QStringLiteral("book"));
            book.columns = {column("id", false)};
            book.primaryKey = schema::PrimaryKey{.name = {}, .columns = {QStringLiteral("id")}};
            models.tables = {book};
            models.tables.front().columns.push_back(column("price"));
            JOINERY_TRY(project.saveModels(models));
            session = std::make_unique<ProjectSession>(std::move(project), models);
            JOINERY_TRY(addRevision("aaaaaaaaaaaa", nullptr, {operation::CreateTable{book}}));
            JOINERY_TRY(addRevision("bbbbbbbbbbbb", "aaaaaaaaaaaa", {operation::AddColumn{book.name, models.tables.front().columns.back(), {}, {}}}));
            JOINERY_TRY_VALUE(const auto connection, database.connect());
            JOINERY_TRY_VALUE(const migration::History history, session->project().revisions().load());
            migration::Executor executor(history, dialectOf(*connection), *connection, [this] { return database.connect(); });
            JOINERY_TRY_VALUE(const migration::ExecutionReport report, executor.upgrade(QStringLiteral("aaaaaaaaaaaa")));
            if (report.failure)
                return fail(Error(*report.failure));
            worker::Target target;
            target.url = database.url();
            worker = std::make_unique<worker::DbWorker>(target);
            standing.connection = standing.name = QStringLiteral("shop");
            standing.state = Standing::State::Known;
            standing.heads = QStringList{QStringLiteral("aaaaaaaaaaaa")};
            return {};
        }
    };

    static QPushButton *button(QWidget *dialog, const QString &text)
    {
        for (QPushButton *each : dialog->findChildren<QPushButton *>()) {
            if (each->text().startsWith(text))
                return each;
        }
        return nullptr;
    }
    static QString words(QWidget *parent)
    {
        QStringList texts;
        for (const QLabel *label : parent->findChildren<QLabel *>()) {
            if (label->isVisibleTo(parent))
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }
    template <class Dialog>
    static void show(Dialog &dialog)
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setVisible(true);
    }

private Q_SLOTS:
    void rehearses_data() { test::Engines::addRows(); }
    void rehearses()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Shop shop(engine);
        VERIFY_OK(shop.ready);
        RehearsalDialog dialog(*shop.worker, shop.standing, {shop.history(), QStringLiteral("heads")}, nullptr);
        show(dialog);
        QVERIFY2(words(&dialog).contains(u"itself is only read"), qPrintable(words(&dialog)));
        QTest::mouseClick(button(&dialog, QStringLiteral("Rehearse")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(words(&dialog).contains(u"went well"), 60000);
        const auto *report = dialog.findChild<QTreeWidget *>();
        QCOMPARE(report->topLevelItemCount(), 3);
        QVERIFY(report->topLevelItem(0)->childCount() > 0);
        const auto connection = shop.database.connect();
        VERIFY_OK(connection);
        const auto heads = migration::VersionTable(dialectOf(**connection)).read(**connection);
        VERIFY_OK(heads);
        QCOMPARE(*heads, QStringList{QStringLiteral("aaaaaaaaaaaa")});
    }

    void showsDrift_data() { test::Engines::addRows(); }
    void showsDrift()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const Shop shop(engine);
        VERIFY_OK(shop.ready);
        VERIFY_OK(shop.database.run({QStringLiteral("ALTER TABLE book ADD COLUMN hand INTEGER"), QStringLiteral("CREATE INDEX ix_hand ON book (hand)")}));
        DriftDialog dialog(*shop.worker, shop.standing, {shop.history(), {}}, *shop.session, nullptr);
        show(dialog);
        auto *list = dialog.findChild<QListWidget *>();
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 2, 20000);
        QPushButton *ignore = button(&dialog, QStringLiteral("Ignore")), *repair = button(&dialog, QStringLiteral("Repair"));
        QVERIFY(!ignore->isEnabled() && !repair->isEnabled()); // no reason yet; and it would destroy a column
        QVERIFY(!button(&dialog, QStringLiteral("Adopt"))->isEnabled()); // below the head
        // The index may stand for a reason, and may not any more.
        list->setCurrentRow(list->item(0)->text().contains(u"ix_hand") ? 0 : 1);
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("for the reports"));
        QVERIFY(ignore->isEnabled());
        QTest::mouseClick(ignore, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() == 2 && list->item(1)->text().contains(u"for the reports"), 20000);
        QCOMPARE(shop.session->project().driftRules().size(), size_t(1));
        list->setCurrentRow(1);
        QTest::mouseClick(ignore, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(list->count() == 2 && !list->item(1)->text().contains(u"for the reports"), 20000);
        QVERIFY(shop.session->project().driftRules().empty());
        dialog.findChild<QCheckBox *>()->setChecked(true);
        QTRY_VERIFY_WITH_TIMEOUT(repair->isEnabled(), 20000);
        QSignalSpy changed(&dialog, &DriftDialog::changed);
        QTest::mouseClick(repair, Qt::LeftButton);
        QVERIFY(changed.wait(20000));
        QTRY_VERIFY_WITH_TIMEOUT(words(&dialog).contains(u"as that says.") && list->count() == 0, 20000);
    }

    void squashes()
    {
        const Shop shop(QStringLiteral("sqlite"));
        VERIFY_OK(shop.ready);
        SquashDialog dialog(shop.session->folder(), shop.history(), QStringLiteral("bbbbbbbbbbbb"), shop.worker.get(), QStringLiteral("shop"), nullptr);
        show(dialog);
        QPushButton *go = button(&dialog, QStringLiteral("Squash"));
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), 10000);
        QVERIFY2(words(&dialog).contains(u"2 revisions with 2 operations become one with 1"), qPrintable(words(&dialog)));
        QSignalSpy created(&dialog, &SquashDialog::created);
        QTest::mouseClick(go, Qt::LeftButton);
        QVERIFY(created.wait(20000));
        const auto history = shop.history();
        QVERIFY(history && history->revisions().size() == 1);
        // The database stands inside of it: its marker is there, and the squash is still to come.
        RevisionModel model;
        model.setHistory(history);
        model.setStandings({shop.standing}, QStringLiteral("shop"));
        QCOMPARE(model.standingAt(0).size(), 1);
        QCOMPARE(model.pendingCount(shop.standing), 1);
    }

    void merges()
    {
        const Shop shop(QStringLiteral("sqlite"));
        VERIFY_OK(shop.ready);
        VERIFY_OK(shop.addRevision("cccccccccccc", "aaaaaaaaaaaa", {operation::AddColumn{schema::Name(QStringLiteral("book")), Shop::column("isbn"), {}, {}}}));
        MergeDialog dialog(shop.session->folder(), shop.history(), nullptr);
        show(dialog);
        QPushButton *go = button(&dialog, QStringLiteral("Merge"));
        QTRY_VERIFY_WITH_TIMEOUT(go->isEnabled(), 10000);
        QVERIFY2(words(&dialog).contains(u"Both branches change book"), qPrintable(words(&dialog)));
        QSignalSpy created(&dialog, &MergeDialog::created);
        QTest::mouseClick(go, Qt::LeftButton);
        QVERIFY(created.wait(10000));
        QCOMPARE(shop.history()->graph().heads().size(), size_t(1));
    }

    void markersDiffer()
    {
        const Shop shop(QStringLiteral("sqlite"));
        VERIFY_OK(shop.ready);
        RevisionModel model;
        model.setHistory(shop.history());
        RevisionDelegate delegate(model);
        QSignalSpy clicked(&delegate, &RevisionDelegate::markerClicked);
        const auto painted = [&](const Standing &standing) {
            model.setStandings({standing}, standing.connection);
            QImage image(480, RevisionDelegate::kRowHeight, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            QStyleOptionViewItem option;
            option.rect = image.rect();
            delegate.paint(&painter, option, model.index(0));
            return image;
        };
        Standing drifted = shop.standing, half = shop.standing;
        drifted.differences = 2;
        half.halfApplied = QStringLiteral("bbbbbbbbbbbb");
        const QImage plain = painted(shop.standing), changed = painted(drifted), begun = painted(half);
        QVERIFY(plain != changed && plain != begun && changed != begun);
        QVERIFY(RevisionModel::standingText(drifted).contains(u'2'));
        QStyleOptionViewItem option;
        option.rect = QRect(0, 0, 480, RevisionDelegate::kRowHeight);
        QMouseEvent release(QEvent::MouseButtonRelease, QPointF(100, RevisionDelegate::kRowHeight / 2.0), QPointF(), Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
        delegate.editorEvent(&release, &model, option, model.index(0));
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked.front().front().toString(), QStringLiteral("shop"));
    }
};

JOINERY_TEST(TimelineDialogsTest)
#include "tst_timeline_dialogs.moc"
