// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/statement_timeout.h"
#include "support/test_case.h"
#include "ui/connections/connection_dialog.h"
#include "ui/connections/connection_form.h"
#include "ui/connections/stage.h"
#include "ui/support/window_fixture.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace joinery;
using namespace joinery::ui;

namespace {

ConnectionDraft draftOf(const char *url)
{
    ConnectionDraft draft;
    draft.target.url = *driver::Url::parse(QString::fromLatin1(url));
    draft.name = suggestedName(draft.target.url);
    return draft;
}

/// A port of the loopback that takes connections and never says a word.
class SilentServer
{
public:
    SilentServer() : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        const bool listening = ::bind(m_socket, reinterpret_cast<sockaddr *>(&address), size) == 0 && ::listen(m_socket, 4) == 0 &&
                               ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        port = listening ? ntohs(address.sin_port) : 0;
    }
    ~SilentServer() { close(); }
    void close()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }
    int port = 0;

private:
    int m_socket;
};

QPushButton *button(QWidget &widget, const QString &text)
{
    for (auto *each : widget.findChildren<QPushButton *>())
        if (QString(each->text()).remove(u'&') == text)
            return each;
    return nullptr;
}

} // namespace

class ConnectionListTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void noPasswordReachesTheDisk()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("connections.json"));
        test::MemorySecrets secrets;
        ConnectionList list(file, secrets);
        VERIFY_OK(list.load());
        ConnectionDraft draft = draftOf("postgresql://flask:s3cret%21@localhost/shop");
        draft.environment = Environment::Production;
        draft.target.readOnly = true;
        draft.keepPassword = true;
        const ConnectionItem *item = list.add(draft);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray text = written.readAll();
        QVERIFY(text.contains("localhost/shop"));
        QVERIFY2(!text.contains("s3cret"), text.constData());
        QCOMPARE(secrets.secrets.value(item->id()), QStringLiteral("s3cret!"));

        ConnectionList again(file, secrets);
        VERIFY_OK(again.load());
        QCOMPARE(again.items().size(), 1);
        const ConnectionItem *read = again.items().first();
        QCOMPARE(read->id(), item->id());
        QCOMPARE(read->environment(), Environment::Production);
        QVERIFY(read->isReadOnly());
        QVERIFY(!read->target().url.hasPassword);
        QVERIFY(again.draftOf(read).keepPassword);
        again.remove(again.items().first());
        QVERIFY(secrets.secrets.isEmpty());
    }

    void odbcHasAFieldOfItsOwn()
    {
        ConnectionForm form;
        form.show();
        auto *engine = form.findChild<QComboBox *>();
        engine->setCurrentIndex(engine->findData(QStringLiteral("odbc")));
        Q_EMIT engine->activated(engine->currentIndex());
        QLineEdit *address = nullptr, *source = nullptr;
        for (auto *line : form.findChildren<QLineEdit *>()) {
            if (line->placeholderText().startsWith(u"postgresql://"))
                address = line;
            if (line->placeholderText().contains(u"Driver="))
                source = line;
        }
        QVERIFY(address && source && source->isVisible());
        QTest::keyClicks(source, QStringLiteral("my_shop"));
        QCOMPARE(address->text(), QStringLiteral("odbc://my_shop"));
        QCOMPARE(form.draft()->name, QStringLiteral("my_shop"));

        source->selectAll();
        QTest::keyClicks(source, QStringLiteral("Driver={SQL Server};Server=host;Database=stock;UID=me;PWD=s3cret"));
        VERIFY_OK(form.draft());
        QCOMPARE(address->text(), QStringLiteral("odbc://me@?Driver=SQL+Server&Server=host&Database=stock"));
        QCOMPARE(form.draft()->target.url.password, QStringLiteral("s3cret"));
        QCOMPARE(form.draft()->name, QStringLiteral("stock"));
        QCOMPARE(addressText(form.draft()->target.url), QStringLiteral("ODBC: stock"));

        source->selectAll();
        QTest::keyClicks(source, QStringLiteral("Driver={SQL"));
        QVERIFY(!form.draft());
        QVERIFY2(form.mistake().contains(u"brace"), qPrintable(form.mistake()));

        address->selectAll();
        QTest::keyClicks(address, QStringLiteral("odbc:DSN=other;UID=you"));
        QCOMPARE(source->text(), QStringLiteral("other"));
        VERIFY_OK(form.draft());
    }

    void theTimeoutOfStatementsIsAField()
    {
        for (const char *text : {"postgresql://u@h/d?sslmode=require", "mysql://u@h/d?charset=utf8mb4", "sqlite:////tmp/x.db", "odbc://my_shop",
                                 "odbc://me@?Driver=SQL+Server&Server=host"}) {
            ConnectionForm form;
            const driver::Url plain = draftOf(text).target.url;
            ConnectionDraft draft = draftOf(text);
            draft.target.url = *worker::withStatementTimeout(plain, QStringLiteral("5"));
            form.setDraft(draft);
            form.show();
            QLineEdit *field = nullptr;
            for (auto *line : form.findChildren<QLineEdit *>()) {
                if (line->toolTip().contains(u"seconds"))
                    field = line;
            }
            QVERIFY(field && field->isVisible());
            QCOMPARE(field->text(), QStringLiteral("5"));
            field->selectAll();
            QTest::keyClicks(field, QStringLiteral("2.5"));
            VERIFY_OK(form.draft());
            QCOMPARE(worker::statementTimeout(form.draft()->target.url), QStringLiteral("2.5"));
            QCOMPARE(worker::withoutStatementTimeout(form.draft()->target.url).toStorageString(), plain.toStorageString());
            field->selectAll();
            QTest::keyClicks(field, QStringLiteral("soon"));
            QVERIFY(!form.draft());
            QVERIFY2(form.mistake().contains(u"soon"), qPrintable(form.mistake()));
            field->clear();
            Q_EMIT field->textEdited({});
            VERIFY_OK(form.draft());
            QVERIFY(worker::statementTimeout(form.draft()->target.url).isEmpty());
        }
    }

    void aDamagedFileIsKept()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("connections.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ half");
        file.close();
        test::MemorySecrets secrets;
        ConnectionList list(path, secrets);
        const Status loaded = list.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().kind, ErrorKind::Corrupt);
        list.add(draftOf("sqlite:////tmp/x.db"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{ half"));
    }

    void stages_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("stage");
        QTest::newRow("name") << int(ErrorKind::NameResolution) << int(Stage::Name);
        QTest::newRow("network") << int(ErrorKind::Network) << int(Stage::Network);
        QTest::newRow("silence") << int(ErrorKind::Timeout) << int(Stage::Network);
        QTest::newRow("tls") << int(ErrorKind::Tls) << int(Stage::Tls);
        QTest::newRow("login") << int(ErrorKind::Authentication) << int(Stage::Login);
        QTest::newRow("database") << int(ErrorKind::NoDatabase) << int(Stage::Database);
    }
    void stages()
    {
        QFETCH(int, kind);
        QFETCH(int, stage);
        Error error;
        error.kind = ErrorKind(kind);
        QCOMPARE(int(failedStage(error, draftOf("postgresql://u@h/d").target.url)), stage);
    }

    void aUrlFillsTheFieldsAndBack()
    {
        ConnectionDialog dialog(ConnectionDialog::Purpose::Connect);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto fields = dialog.findChildren<QLineEdit *>();
        QLineEdit *address = fields.first();
        QTest::keyClicks(address, QStringLiteral("mysql+pymysql://anna@db.example:3307/shop"));
        const auto named = [&](const QString &name) -> QLineEdit * {
            for (QLineEdit *field : fields)
                if (QAccessibleInterface *i = QAccessible::queryAccessibleInterface(field); i && i->text(QAccessible::Name) == name)
                    return field;
            return nullptr;
        };
        QVERIFY(named(QStringLiteral("Host")) && named(QStringLiteral("Password")));
        QCOMPARE(named(QStringLiteral("Host"))->text(), QStringLiteral("db.example"));
        QCOMPARE(named(QStringLiteral("Port"))->text(), QStringLiteral("3307"));
        QCOMPARE(named(QStringLiteral("Name"))->text(), QStringLiteral("shop (db.example)"));
        QTest::keyClicks(named(QStringLiteral("Password")), QStringLiteral("geheim"));
        QVERIFY(!address->text().contains(u"geheim"));
        QSignalSpy drafted(&dialog, &ConnectionDialog::drafted);
        QTest::mouseClick(button(dialog, QStringLiteral("Connect")), Qt::LeftButton);
        QCOMPARE(drafted.count(), 1);
        const auto draft = drafted.first().first().value<ConnectionDraft>();
        QCOMPARE(draft.target.url.password, QStringLiteral("geheim"));
        QCOMPARE(draft.target.url.port, 3307);
    }

    void aUrlWithATypoIsExplained()
    {
        ConnectionDialog dialog(ConnectionDialog::Purpose::Connect);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QTest::keyClicks(dialog.findChildren<QLineEdit *>().first(), QStringLiteral("postgresql:/localhost/shop"));
        QSignalSpy drafted(&dialog, &ConnectionDialog::drafted);
        QTest::mouseClick(button(dialog, QStringLiteral("Connect")), Qt::LeftButton);
        QCOMPARE(drafted.count(), 0);
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("testSentence"))->text().isEmpty());
    }

    void theTestSaysThatThePortIsClosed()
    {
        SilentServer server;
        QVERIFY(server.port > 0);
        const int port = server.port;
        server.close();
        ConnectionDialog dialog(ConnectionDialog::Purpose::Connect);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setDraft(draftOf(qPrintable(QStringLiteral("postgresql://u@127.0.0.1:%1/shop").arg(port))));
        dialog.show();
        QTest::mouseClick(button(dialog, QStringLiteral("Test connection")), Qt::LeftButton);
        auto *sentence = dialog.findChild<QLabel *>(QStringLiteral("testSentence"));
        QTRY_VERIFY_WITH_TIMEOUT(sentence->text().startsWith(u"Network"), 8000);
        QVERIFY(!dialog.findChild<QLabel *>(QStringLiteral("testWords"))->text().isEmpty());
    }

    void aServerThatNeverAnswersIsLeftAtOnce()
    {
        SilentServer silent;
        QVERIFY(silent.port > 0);
        ConnectionDialog dialog(ConnectionDialog::Purpose::Connect);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setDraft(draftOf(qPrintable(QStringLiteral("postgresql://u@127.0.0.1:%1/shop").arg(silent.port))));
        dialog.show();
        QTest::mouseClick(button(dialog, QStringLiteral("Test connection")), Qt::LeftButton);
        QPushButton *cancel = nullptr;
        QTRY_VERIFY((cancel = button(dialog, QStringLiteral("Cancel the test"))));
        QTest::qWait(200);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(dialog.findChild<QLabel *>(QStringLiteral("testSentence"))->text(), QStringLiteral("The test was cancelled."));
        QVERIFY(button(dialog, QStringLiteral("Test connection")));
    }
};

JOINERY_TEST(ConnectionListTest)
#include "tst_connection_list.moc"
