// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/session/query/query.h"
#include "core/worker/logged_connection.h"
#include "suite/session/script_model.h"
#include "support/test_case.h"

using namespace joinery;
using driver::Value;
using session::any;
using session::column;
using session::Expression;
using session::Query;
using session::RecordPtr;

/// Queries, the same on every engine.
class QueryTest : public test::TestCase
{
    Q_OBJECT

    std::unique_ptr<test::ScratchDatabase> m_database;
    std::unique_ptr<driver::Connection> m_connection;
    std::unique_ptr<session::Model> m_model;
    std::unique_ptr<session::Session> m_session;
    QStringList m_statements;

    // Three users, u1 with posts a, b and c, u2 with d; e belongs to nobody. a and d are tagged red, b is red and blue.
    void open(const QString &engine)
    {
        m_session.reset();
        m_connection.reset();
        m_database = std::make_unique<test::ScratchDatabase>(engine);
        VERIFY_OK(m_database->run(test::ScriptModel::createStatements(engine)));
        auto connection = m_database->connect();
        VERIFY_OK(connection);
        m_connection = std::make_unique<worker::LoggedConnection>(*std::move(connection), [this](const QString &sql, qint64, const QString &) { m_statements.append(sql); });
        auto model = test::ScriptModel::reflect(*m_connection);
        VERIFY_OK(model);
        m_model = std::make_unique<session::Model>(*std::move(model));
        m_session = std::make_unique<session::Session>(*m_connection, dialectOf(*m_connection), *m_model);
        QMap<QString, RecordPtr> users, tags;
        for (int i = 1; i <= 3; ++i) {
            users[QStringLiteral("u%1").arg(i)] = made(QStringLiteral("User"), QStringLiteral("username"), QStringLiteral("u%1").arg(i));
            VERIFY_OK(users.last()->set(QStringLiteral("email"), i == 3 ? Value() : Value::text(QStringLiteral("100%_%1").arg(i))));
        }
        for (const char *name : {"red", "blue"})
            tags[QLatin1String(name)] = made(QStringLiteral("Tag"), QStringLiteral("name"), QLatin1String(name));
        const std::tuple<const char *, const char *, QStringList> posts[] = {
            {"a", "u1", {QStringLiteral("red")}}, {"b", "u1", {QStringLiteral("red"), QStringLiteral("blue")}}, {"c", "u1", {}},
            {"d", "u2", {QStringLiteral("red")}}, {"e", "", {}}};
        for (const auto &[title, user, names] : posts) {
            const RecordPtr post = made(QStringLiteral("Post"), QStringLiteral("title"), QLatin1String(title));
            VERIFY_OK(post->relate(QStringLiteral("user"), users.value(QLatin1String(user))));
            for (const QString &name : names)
                VERIFY_OK(post->append(QStringLiteral("tags"), tags[name]));
        }
        VERIFY_OK(m_session->commit());
    }
    RecordPtr made(const QString &entity, const QString &name, const QString &value)
    {
        RecordPtr record = m_session->create(entity).value_or(nullptr);
        (void)record->set(name, Value::text(value));
        (void)m_session->add(record);
        return record;
    }
    Query query(const QString &entity) { return Query(*m_session, *m_model->entity(entity)); }
    Query posts() { return query(QStringLiteral("Post")); }
    static QString texts(const driver::RowBlock &rows)
    {
        QStringList lines;
        for (int row = 0; row < rows.rowCount(); ++row) {
            QStringList cells;
            for (int at = 0; at < rows.columnCount(); ++at)
                cells.append(rows.isNull(row, at) ? QStringLiteral("NULL") : rows.value(row, at).toText());
            lines.append(cells.join(u','));
        }
        return lines.join(u' ');
    }
    static QString titles(Query query)
    {
        const auto found = query.orderBy(QStringLiteral("title")).values({QStringLiteral("title")});
        return found ? texts(*found) : found.error().message;
    }

private Q_SLOTS:
    void cleanup()
    {
        m_session.reset();
        m_connection.reset();
    }

    void conditions_data() { test::Engines::addRows(); }
    void conditions()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        open(engine);
        const auto text = [](const char *value) { return Value::text(QString::fromUtf8(value)); };
        const auto title = column(QStringLiteral("title"));
        const std::pair<Expression, QString> cases[] = {
            {title == text("a"), QStringLiteral("a")},
            {title != text("a") && title < text("d"), QStringLiteral("b c")},
            {title <= text("b") || title > text("d"), QStringLiteral("a b e")},
            {!(title >= text("b")), QStringLiteral("a")},
            {title.in({text("a"), text("e"), text("x")}), QStringLiteral("a e")},
            {title.in({}), QString()},
            {title.between(text("b"), text("d")), QStringLiteral("b c d")},
            {title.like(QStringLiteral("_")) && !title.like(QStringLiteral("c%")), QStringLiteral("a b d e")},
            {column(QStringLiteral("user_id")).isNull(), QStringLiteral("e")},
            {column(QStringLiteral("user_id")) != Value(), QStringLiteral("a b c d")},
            {column(QStringLiteral("user.username")) == text("u1"), QStringLiteral("a b c")},
            {column(QStringLiteral("user.username")).isNull(), QStringLiteral("e")},
            {column(QStringLiteral("user.email")).contains(QStringLiteral("%_2")), QStringLiteral("d")},
            {column(QStringLiteral("tags.name")) == text("blue"), QStringLiteral("b")},
            {any(QStringLiteral("tags"), column(QStringLiteral("name")) == text("red")) && title != text("d"), QStringLiteral("a b")},
            {!any(QStringLiteral("tags"), Expression()), QStringLiteral("c e")},
            {column(QStringLiteral("user.posts.title")) == text("c"), QStringLiteral("a b c")},
            {column(QStringLiteral("user.id")).compared(Expression::Comparison::Equal, column(QStringLiteral("id"))), QStringLiteral("a")},
            {title == text("it's; DROP TABLE post"), QString()},
        };
        for (const auto &[condition, expected] : cases) {
            QCOMPARE(titles(posts().filter(condition)), expected);
            QCOMPARE(*posts().filter(condition).count(), expected.isEmpty() ? 0 : expected.split(u' ').size());
            QCOMPARE(*posts().filter(condition).exists(), !expected.isEmpty());
        }
        QCOMPARE(titles(posts().filterBy({{QStringLiteral("user_id"), Value()}, {QStringLiteral("title"), text("e")}})), QStringLiteral("e"));
        for (const QString &sql : m_statements)
            QVERIFY2(!sql.contains(u"DROP"), qPrintable(sql)); // values never stand in the text
        QCOMPARE(posts().filter(column(QStringLiteral("nothing")) == text("x")).all().error().kind, ErrorKind::InvalidInput);
        QCOMPARE(posts().orderBy(QStringLiteral("tags.name")).all().error().kind, ErrorKind::InvalidInput);
    }

    void windowsAndGroups_data() { test::Engines::addRows(); }
    void windowsAndGroups()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        open(engine);
        QCOMPARE(titles(posts().limit(2)), QStringLiteral("a b"));
        QCOMPARE(titles(posts().limit(2).offset(3)), QStringLiteral("d e"));
        QCOMPARE(titles(posts().offset(4)), QStringLiteral("e"));
        QCOMPARE(*posts().limit(2).offset(4).count(), 1);
        QCOMPARE(got((*posts().orderBy(QStringLiteral("title"), true).first())->get(QStringLiteral("title"))), QStringLiteral("e"));
        QVERIFY(*posts().filter(column(QStringLiteral("id")) == Value::integer(99)).first() == nullptr);
        QCOMPARE(posts().one().error().kind, ErrorKind::Duplicate);
        QCOMPARE(posts().filter(column(QStringLiteral("id")) == Value::integer(99)).one().error().kind, ErrorKind::Undefined);
        QVERIFY(posts().filter(column(QStringLiteral("title")) == Value::text(QStringLiteral("a"))).one().has_value());
        QCOMPARE(texts(*posts().filter(column(QStringLiteral("user_id")) != Value()).distinct().orderBy(QStringLiteral("user_id")).values({QStringLiteral("user_id")})),
                 QStringLiteral("1 2"));
        using Kind = Query::Aggregate::Kind;
        QCOMPARE(texts(*posts().filter(column(QStringLiteral("user_id")) != Value()).groupBy({QStringLiteral("user.username")}, {{Kind::Count, {}}, {Kind::Minimum, QStringLiteral("title")}, {Kind::Maximum, QStringLiteral("title")}})),
                 QStringLiteral("u1,3,a,c u2,1,d,d"));
        QCOMPARE(texts(*posts().join(QStringLiteral("tags")).groupBy({QStringLiteral("tags.name")}, {{Kind::Count, QStringLiteral("user_id"), true}})), QStringLiteral("blue,1 red,2"));
        QCOMPARE(texts(*posts().groupBy({}, {{Kind::Count, {}}, {Kind::Sum, QStringLiteral("id")}})), QStringLiteral("5,15"));
        // A record comes once, however many rows a join makes of it.
        QCOMPARE(posts().join(QStringLiteral("tags")).all()->size(), size_t(3));
        QCOMPARE(*posts().join(QStringLiteral("tags")).count(), 4);
    }

    void relationshipsComeInBatches_data() { test::Engines::addRows(); }
    void relationshipsComeInBatches()
    {
        QFETCH(QString, engine);
        REQUIRE_ENGINE(engine);
        open(engine);
        for (int i = 0; i < 900; ++i) {
            const RecordPtr user = made(QStringLiteral("User"), QStringLiteral("username"), QStringLiteral("many%1").arg(i));
            VERIFY_OK(user->append(QStringLiteral("posts"), made(QStringLiteral("Post"), QStringLiteral("title"), QStringLiteral("p%1").arg(i))));
        }
        VERIFY_OK(m_session->commit());
        m_session->expungeAll();
        VERIFY_OK(m_session->rollback());
        m_statements.clear();
        const auto users = query(QStringLiteral("User")).orderBy(QStringLiteral("id")).load(QStringLiteral("posts.tags")).load(QStringLiteral("posts.user")).all();
        VERIFY_OK(users);
        const qsizetype asked = m_statements.filter(QStringLiteral("SELECT")).size();
        QCOMPARE(users->size(), size_t(903));
        m_statements.clear();
        for (const RecordPtr &user : *users) {
            const auto held = user->collection(QStringLiteral("posts"));
            VERIFY_OK(held);
            for (const RecordPtr &post : *held) {
                QVERIFY(*post->related(QStringLiteral("user")) == user);
                VERIFY_OK(post->collection(QStringLiteral("tags")));
            }
        }
        QVERIFY2(m_statements.isEmpty(), qPrintable(m_statements.join(u'\n'))); // everything was there
        QVERIFY2(asked <= 10, qPrintable(QString::number(asked)));              // 1 + 3 + 3 + 3
        QCOMPARE((*users)[0]->collection(QStringLiteral("posts"))->size(), size_t(3));
        QCOMPARE((*users)[2]->collection(QStringLiteral("posts"))->size(), size_t(0));
    }

    void looksAfterFlushingOnly()
    {
        open(QStringLiteral("sqlite"));
        const RecordPtr post = made(QStringLiteral("Post"), QStringLiteral("title"), QStringLiteral("new"));
        QCOMPARE(*posts().count(), 6);
        VERIFY_OK(post->set(QStringLiteral("title"), Value::text(QStringLiteral("newer"))));
        m_session->setAutoflush(false);
        QCOMPARE(titles(posts().filter(column(QStringLiteral("title")).like(QStringLiteral("new%")))), QStringLiteral("new"));
        // What was changed stays changed, whatever a query reads.
        QCOMPARE(got((*posts().orderBy(QStringLiteral("id"), true).first())->get(QStringLiteral("title"))), QStringLiteral("newer"));
        QVERIFY(*m_session->get(QStringLiteral("Post"), Value::integer(6)) == post);
    }

private:
    static QString got(const Result<Value> &value) { return value ? value->toText() : value.error().message; }
};

JOINERY_TEST(QueryTest)
#include "tst_query.moc"
