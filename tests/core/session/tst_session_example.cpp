// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/builtin.h"
#include "core/session/query/query.h"
#include "support/test_case.h"

using namespace joinery;
using namespace joinery::session;
using driver::Value;

namespace {

// The example of core/session/README.md, word for word.
Result<QString> example(const driver::Url &url)
{
    driver::ConnectOptions options;
    options.createFile = true;
    JOINERY_TRY_VALUE(const auto connection, joinery::connect(url, options));
    JOINERY_TRY(connection->run(QStringLiteral("CREATE TABLE author (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL)")));
    JOINERY_TRY(connection->run(QStringLiteral("CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(80) NOT NULL, "
                                               "author_id INTEGER REFERENCES author (id))")));

    // Entities and relationships from what the database tells: book.author, author.book.
    const dialect::Dialect &dialect = dialectOf(*connection);
    JOINERY_TRY_VALUE(const dialect::Inspection inspection, dialect.inspect(*connection, {}, {}));
    JOINERY_TRY_VALUE(const Model model, Model::fromCatalog(inspection.catalog));

    Session session(*connection, dialect, model);
    JOINERY_TRY_VALUE(const RecordPtr author, session.create(QStringLiteral("author")));
    JOINERY_TRY_VALUE(const RecordPtr book, session.create(QStringLiteral("book")));
    JOINERY_TRY(author->set(QStringLiteral("name"), Value::text(QStringLiteral("Ursula K. Le Guin"))));
    JOINERY_TRY(book->set(QStringLiteral("title"), Value::text(QStringLiteral("The Dispossessed"))));
    JOINERY_TRY(book->relate(QStringLiteral("author"), author));
    JOINERY_TRY(session.add(book)); // and the author with it
    JOINERY_TRY(session.commit());  // the author's INSERT first, its number in the book's

    Query books(session, *model.entity(QStringLiteral("book")));
    JOINERY_TRY_VALUE(const RecordPtr found, books.filter(column(QStringLiteral("author.name")).like(QStringLiteral("Ursula%"))).one());
    JOINERY_TRY_VALUE(const Value title, found->get(QStringLiteral("title")));
    return title.toText();
}

} // namespace

class SessionExampleTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void doesWhatItSays()
    {
        const auto url = driver::Url::parse(QStringLiteral("sqlite://"));
        VERIFY_OK(url);
        const auto title = example(*url);
        VERIFY_OK(title);
        QCOMPARE(*title, QStringLiteral("The Dispossessed"));
    }
};

JOINERY_TEST(SessionExampleTest)
#include "tst_session_example.moc"
