// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/session/query/query.h"
#include "suite/session/script_model.h"
#include "support/test_case.h"

using namespace joinery;
using driver::Value;
using session::Model;
using session::RecordPtr;
using session::RecordState;

/// What the scripts of SQLAlchemy do not ask: server values, optimistic checks, circles, merging, bulk inserts, events.
class UnitOfWorkTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<session::Session> m_session;

    void open(const QString &engine, const QStringList &statements)
    {
        m_session.reset();
        m_connection.reset();
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run(statements));
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = *std::move(connection);
    }
    void map(Model model)
    {
        m_model = std::make_unique<Model>(std::move(model));
        m_session = std::make_unique<session::Session>(*m_connection, dialectOf(*m_connection), *m_model);
    }
    schema::Catalog catalog() const
    {
        const auto inspection = dialectOf(*m_connection).inspect(*m_connection, {}, {});
        return inspection ? inspection->catalog : schema::Catalog();
    }
    void openScripts(const QString &engine)
    {
        open(engine, test::ScriptModel::createStatements(engine));
        auto model = test::ScriptModel::reflect(*m_connection);
        VERIFY_OK(model);
        map(*std::move(model));
    }
    RecordPtr made(const QString &entity, const QMap<QString, QString> &values)
    {
        RecordPtr record = m_session->create(entity).value_or(nullptr);
        for (auto value = values.begin(); value != values.end(); ++value)
            (void)record->set(value.key(), Value::text(value.value()));
        return record;
    }
    QString cell(const QString &sql) const
    {
        const auto rows = m_connection->fetch(sql);
        if (!rows)
            return rows.error().message;
        return rows->rowCount() == 0 ? QStringLiteral("no row") : rows->isNull(0, 0) ? QStringLiteral("NULL") : rows->value(0, 0).toText();
    }
    static QString got(const Result<Value> &value) { return !value ? value.error().message : value->isNull() ? QStringLiteral("NULL") : value->toText(); }

private Q_SLOTS:
    void cleanup()
    {
        m_session.reset();
        m_connection.reset();
    }

    void whatTheServerMakesIsReadBack_data() { test::Engines::addRows(); }
    void whatTheServerMakesIsReadBack()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        const QString id = engine == u"mysql"        ? QStringLiteral("INTEGER NOT NULL AUTO_INCREMENT PRIMARY KEY")
                           : engine == u"postgresql" ? QStringLiteral("INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
                                                     : QStringLiteral("INTEGER NOT NULL PRIMARY KEY");
        open(engine, {QStringLiteral("CREATE TABLE t (id %1, a VARCHAR(20) DEFAULT 'given', n INTEGER, twice INTEGER GENERATED ALWAYS AS (n * 2) STORED)").arg(id)});
        auto model = Model::fromCatalog(catalog());
        VERIFY_OK(model);
        map(*std::move(model));
        const RecordPtr plain = made(QStringLiteral("t"), {}), null = made(QStringLiteral("t"), {}), asked = made(QStringLiteral("t"), {});
        VERIFY_OK(plain->set(QStringLiteral("n"), Value::integer(21)));
        VERIFY_OK(null->set(QStringLiteral("a"), Value::null()));
        VERIFY_OK(asked->set(QStringLiteral("a"), Value::useDefault()));
        const RecordPtr all[] = {plain, null, asked};
        VERIFY_OK(m_session->addAll(all));
        VERIFY_OK(m_session->flush());
        QCOMPARE(got(plain->get(QStringLiteral("id"))), QStringLiteral("1"));
        QCOMPARE(got(asked->get(QStringLiteral("id"))), QStringLiteral("3"));
        QCOMPARE(got(plain->get(QStringLiteral("a"))), QStringLiteral("given"));
        QCOMPARE(got(null->get(QStringLiteral("a"))), QStringLiteral("NULL")); // unlike SQLAlchemy, which takes None for "not given"
        QCOMPARE(got(asked->get(QStringLiteral("a"))), QStringLiteral("given"));
        QCOMPARE(got(plain->get(QStringLiteral("twice"))), QStringLiteral("42"));
        VERIFY_OK(plain->set(QStringLiteral("n"), Value::integer(4)));
        VERIFY_OK(m_session->flush());
        QCOMPARE(got(plain->get(QStringLiteral("twice"))), QStringLiteral("8")); // an UPDATE changes what is computed
        VERIFY_OK(m_session->commit());
        QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM t WHERE a = 'given'")), QStringLiteral("2"));
    }

    void aTableOutsideOfTransactionsIsNamed()
    {
        REQUIRE_ENGINE(QStringLiteral("mysql"));
        for (const char *storage : {"InnoDB", "MyISAM"}) {
            open(QStringLiteral("mysql"), {QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY) ENGINE = %1").arg(QLatin1String(storage))});
            auto model = Model::fromCatalog(catalog());
            VERIFY_OK(model);
            map(*std::move(model));
            QStringList warnings;
            m_session->events().warning = [&](const QString &sentence) { warnings.append(sentence); };
            VERIFY_OK(m_session->add(made(QStringLiteral("t"), {{QStringLiteral("id"), QStringLiteral("1")}})));
            VERIFY_OK(m_session->flush());
            QCOMPARE(warnings.size(), storage == QByteArray("MyISAM") ? 1 : 0);
            if (!warnings.isEmpty())
                QVERIFY2(warnings.front().contains(QLatin1String("MyISAM")), qPrintable(warnings.front()));
        }
    }

    void somebodyElsesChangeIsSeen_data() { test::Engines::addRows(); }
    void somebodyElsesChangeIsSeen()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        for (const auto check : {session::OptimisticCheck::Version, session::OptimisticCheck::OldValues}) {
            open(engine, {QStringLiteral("CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY, a VARCHAR(20), v INTEGER)"),
                          QStringLiteral("INSERT INTO t VALUES (1, 'x', 1), (2, NULL, 1)")});
            auto model = Model::fromCatalog(catalog());
            VERIFY_OK(model);
            VERIFY_OK(model->check(QStringLiteral("t"), check, QStringLiteral("v")));
            map(*std::move(model));
            // Unchanged rows are taken, NULL among them.
            const RecordPtr one = *m_session->get(QStringLiteral("t"), Value::integer(1)), two = *m_session->get(QStringLiteral("t"), Value::integer(2));
            VERIFY_OK(one->set(QStringLiteral("a"), Value::text(QStringLiteral("mine"))));
            VERIFY_OK(two->set(QStringLiteral("a"), Value::text(QStringLiteral("mine"))));
            VERIFY_OK(m_session->commit());
            QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM t WHERE a = 'mine'")), QStringLiteral("2"));
            if (check == session::OptimisticCheck::Version)
                QCOMPARE(got(one->get(QStringLiteral("v"))), QStringLiteral("2"));

            // A change, and a deletion, of a row that somebody else changed after it was read.
            for (const bool deleting : {false, true}) {
                VERIFY_OK(m_session->refresh(one));
                VERIFY_OK(m_session->commit()); // so that the other one may write
                m_session->setAutoflush(false);
                VERIFY_OK(one->get(QStringLiteral("a")));
                VERIFY_OK(one->get(QStringLiteral("v")));
                VERIFY_OK(m_connection->rollback()); // ends the reading transaction below the session, as a pause would
                VERIFY_OK(m_database->run({QStringLiteral("UPDATE t SET a = 'theirs', v = v + 1 WHERE id = 1")}));
                VERIFY_OK(m_connection->begin());
                VERIFY_OK(deleting ? m_session->remove(one) : one->set(QStringLiteral("a"), Value::text(QStringLiteral("again"))));
                const Status flushed = m_session->flush();
                QVERIFY(!flushed);
                QCOMPARE(flushed.error().kind, ErrorKind::Conflict);
                VERIFY_OK(m_session->rollback());
                QCOMPARE(cell(QStringLiteral("SELECT a FROM t WHERE id = 1")), QStringLiteral("theirs"));
                QCOMPARE(got(one->get(QStringLiteral("a"))), QStringLiteral("theirs"));
                m_session->setAutoflush(true);
                VERIFY_OK(m_session->commit());
            }
        }
    }

    void circlesAreOpenedByAnUpdate_data() { test::Engines::addRows(); }
    void circlesAreOpenedByAnUpdate()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        open(engine, {QStringLiteral("CREATE TABLE team (id INTEGER NOT NULL PRIMARY KEY, captain_id INTEGER)"),
                      QStringLiteral("CREATE TABLE player (id INTEGER NOT NULL PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES team (id), "
                                     "FOREIGN KEY (team_id) REFERENCES team (id))")});
        if (engine == u"sqlite")
            VERIFY_OK(m_database->run({QStringLiteral("DROP TABLE team"), QStringLiteral("CREATE TABLE team (id INTEGER NOT NULL PRIMARY KEY, "
                                                                                         "captain_id INTEGER REFERENCES player (id))")}));
        else
            VERIFY_OK(m_database->run({QStringLiteral("ALTER TABLE team ADD FOREIGN KEY (captain_id) REFERENCES player (id)")}));
        const schema::Catalog tables = catalog();
        for (const bool postUpdate : {false, true}) {
            Model model;
            VERIFY_OK(model.add(QStringLiteral("Team"), *tables.table(QStringLiteral("team"))));
            VERIFY_OK(model.add(QStringLiteral("Player"), *tables.table(QStringLiteral("player"))));
            Model::ForeignKeyLink members, captain;
            members.parent = captain.child = QStringLiteral("Team");
            members.child = captain.parent = QStringLiteral("Player");
            members.columns = QStringList{QStringLiteral("team_id")};
            members.collection = QStringLiteral("players");
            members.reference = QStringLiteral("team");
            captain.reference = QStringLiteral("captain");
            captain.postUpdate = postUpdate;
            VERIFY_OK(model.link(members));
            VERIFY_OK(model.link(captain));
            map(std::move(model));
            const RecordPtr team = made(QStringLiteral("Team"), {}), player = made(QStringLiteral("Player"), {});
            VERIFY_OK(team->set(QStringLiteral("id"), Value::integer(1)));
            VERIFY_OK(player->set(QStringLiteral("id"), Value::integer(7)));
            VERIFY_OK(m_session->add(team));
            VERIFY_OK(team->append(QStringLiteral("players"), player));
            VERIFY_OK(team->relate(QStringLiteral("captain"), player));
            const Status done = m_session->commit();
            if (!postUpdate) {
                QVERIFY(!done);
                QCOMPARE(done.error().kind, ErrorKind::Unsupported);
                VERIFY_OK(m_session->rollback());
                continue;
            }
            VERIFY_OK(done);
            QCOMPARE(cell(QStringLiteral("SELECT captain_id FROM team")), QStringLiteral("7"));
            QCOMPARE(cell(QStringLiteral("SELECT team_id FROM player")), QStringLiteral("1"));
            VERIFY_OK(m_session->remove(player));
            VERIFY_OK(m_session->remove(team));
            VERIFY_OK(m_session->commit());
            QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM team")), QStringLiteral("0"));
        }
    }

    void mergesWhatBelongsElsewhere_data() { test::Engines::addRows(); }
    void mergesWhatBelongsElsewhere()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        openScripts(engine);
        const RecordPtr user = made(QStringLiteral("User"), {{QStringLiteral("username"), QStringLiteral("ada")}});
        VERIFY_OK(user->append(QStringLiteral("posts"), made(QStringLiteral("Post"), {{QStringLiteral("title"), QStringLiteral("first")}})));
        VERIFY_OK(m_session->add(user));
        VERIFY_OK(m_session->commit());

        session::Session other(*m_connection, dialectOf(*m_connection), *m_model);
        const RecordPtr copy = *other.create(QStringLiteral("User")), post = *other.create(QStringLiteral("Post"));
        VERIFY_OK(copy->set(QStringLiteral("id"), Value::integer(1)));
        VERIFY_OK(copy->set(QStringLiteral("email"), Value::text(QStringLiteral("a@x"))));
        VERIFY_OK(post->set(QStringLiteral("title"), Value::text(QStringLiteral("second"))));
        VERIFY_OK(copy->append(QStringLiteral("posts"), post));
        const auto merged = m_session->merge(copy);
        VERIFY_OK(merged);
        QVERIFY(*merged == user); // the record that this session has
        QCOMPARE(copy->state(), RecordState::Transient);
        VERIFY_OK(m_session->commit());
        QCOMPARE(cell(QStringLiteral("SELECT email FROM %1").arg(dialectOf(*m_connection).quote(QStringLiteral("user")))), QStringLiteral("a@x"));
        QCOMPARE(got(user->get(QStringLiteral("username"))), QStringLiteral("ada"));
        QCOMPARE(cell(QStringLiteral("SELECT title FROM post WHERE user_id = 1")), QStringLiteral("second")); // the first was not among them
        QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM post WHERE user_id IS NULL")), QStringLiteral("1"));
    }

    void bulkInsertGoesWithTheTransaction_data() { test::Engines::addRows(); }
    void bulkInsertGoesWithTheTransaction()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        openScripts(engine);
        driver::RowBlock rows(2);
        for (int i = 1; i <= 3000; ++i) {
            rows.appendInteger(i);
            rows.append(Value::text(QStringLiteral("tag %1").arg(i)));
        }
        const session::Entity &tag = *m_model->entity(QStringLiteral("Tag"));
        const QStringList columns{QStringLiteral("id"), QStringLiteral("name")};
        VERIFY_OK(m_session->bulkInsert(tag, columns, rows));
        QCOMPARE(*session::Query(*m_session, tag).count(), 3000);
        VERIFY_OK(m_session->rollback());
        QCOMPARE(*session::Query(*m_session, tag).count(), 0);
        VERIFY_OK(m_session->bulkInsert(tag, columns, rows));
        const Status again = m_session->bulkInsert(tag, columns, rows);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Unique);
        VERIFY_OK(m_session->rollback());
        QCOMPARE(*session::Query(*m_session, tag).count(), 0);
    }

    void tellsWhatHappens()
    {
        openScripts(QStringLiteral("sqlite"));
        QStringList told;
        m_session->events().stateChanged = [&](session::Record &record, RecordState from, RecordState to) {
            told.append(QStringLiteral("%1 %2>%3").arg(record.entity().name()).arg(int(from)).arg(int(to)));
        };
        m_session->events().afterCommit = [&] { told.append(QStringLiteral("commit")); };
        m_session->events().afterRollback = [&] { told.append(QStringLiteral("rollback")); };
        m_session->events().modified = [&](session::Record &) { told.append(QStringLiteral("modified")); };
        const RecordPtr node = made(QStringLiteral("Node"), {{QStringLiteral("name"), QStringLiteral("n")}});
        VERIFY_OK(m_session->add(node));
        VERIFY_OK(m_session->commit());
        VERIFY_OK(node->set(QStringLiteral("name"), Value::text(QStringLiteral("m"))));
        VERIFY_OK(m_session->remove(node));
        VERIFY_OK(m_session->flush());
        VERIFY_OK(m_session->rollback());
        QCOMPARE(told, (QStringList{QStringLiteral("Node 0>1"), QStringLiteral("Node 1>2"), QStringLiteral("commit"), QStringLiteral("modified"),
                                    QStringLiteral("Node 2>3"), QStringLiteral("Node 3>2"), QStringLiteral("rollback")}));
        QCOMPARE(got(node->get(QStringLiteral("name"))), QStringLiteral("n"));
    }

    // Clean records live as long as somebody holds them, and no longer.
    void keepsNoRecordThatNobodyHolds()
    {
        openScripts(QStringLiteral("sqlite"));
        for (int i = 0; i < 50; ++i)
            VERIFY_OK(m_session->add(made(QStringLiteral("Node"), {{QStringLiteral("name"), QStringLiteral("n")}})));
        VERIFY_OK(m_session->commit());
        const session::Entity &node = *m_model->entity(QStringLiteral("Node"));
        QCOMPARE(m_session->identities(node).count(), size_t(0));
        {
            const auto all = session::Query(*m_session, node).all();
            VERIFY_OK(all);
            QCOMPARE(m_session->identities(node).count(), size_t(50));
            VERIFY_OK((*all)[3]->set(QStringLiteral("name"), Value::text(QStringLiteral("changed"))));
        }
        QCOMPARE(m_session->identities(node).count(), size_t(1)); // what is to be written stays
        VERIFY_OK(m_session->commit());
        QCOMPARE(m_session->identities(node).count(), size_t(0));
        QCOMPARE(cell(QStringLiteral("SELECT count(*) FROM node WHERE name = 'changed'")), QStringLiteral("1"));
    }
};

JOINERY_TEST(UnitOfWorkTest)
#include "tst_unit_of_work.moc"
