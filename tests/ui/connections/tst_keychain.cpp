// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_case.h"
#include "ui/connections/connection_list.h"
#include "ui/connections/keychain.h"

#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <optional>

using namespace joinery;
using namespace joinery::ui;

namespace {

/// A D-Bus of the test's own and, on it, GNOME's Secret Service with a keyring in a folder of the test's own. The
/// environment is set before the first call of the keychain, which keeps its connection. The bus starts no service by
/// itself: the machine's own would come up with a locked keyring and ask for its password.
class SecretService
{
public:
    SecretService()
    {
        QFile configuration(folder.filePath(QStringLiteral("bus.conf")));
        if (configuration.open(QIODevice::WriteOnly))
            configuration.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context='default'>"
                                "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
        configuration.close();
        m_bus.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--config-file=") + configuration.fileName(),
                                                    QStringLiteral("--nofork"), QStringLiteral("--print-address=1")});
        if (m_bus.waitForStarted() && m_bus.waitForReadyRead())
            qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readAllStandardOutput().trimmed());
        qputenv("XDG_DATA_HOME", folder.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", folder.path().toUtf8());
    }
    ~SecretService()
    {
        stop(m_keyring);
        stop(m_bus);
    }
    /// It may take a moment yet until it answers.
    bool start()
    {
        m_keyring.start(QStringLiteral("gnome-keyring-daemon"),
                        {QStringLiteral("--foreground"), QStringLiteral("--unlock"), QStringLiteral("--components=secrets"),
                         QStringLiteral("--control-directory=") + folder.path()});
        if (!m_keyring.waitForStarted())
            return false;
        m_keyring.write("password of the keyring");
        m_keyring.closeWriteChannel();
        return m_keyring.waitForReadyRead(); // says where it listens
    }
    /// Whether a file below the folder holds the bytes.
    bool holds(const QByteArray &bytes) const
    {
        QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }

    QTemporaryDir folder;

private:
    static void stop(QProcess &process)
    {
        process.terminate();
        if (!process.waitForFinished(3000))
            process.kill();
        process.waitForFinished(1000);
    }

    QProcess m_bus, m_keyring;
};

} // namespace

class KeychainTest : public test::TestCase
{
    Q_OBJECT

    std::optional<SecretService> m_service;

    // An answer that comes too late must find a place of its own.
    template <class T>
    static T awaited(const std::shared_ptr<std::optional<T>> &answer)
    {
        if (QTest::qWaitFor([&] { return answer->has_value(); }))
            return **answer;
        return fail(ErrorKind::Timeout, QStringLiteral("no answer"));
    }
    Result<QString> read(const QString &key)
    {
        const auto answer = std::make_shared<std::optional<Result<QString>>>();
        Keychain().read(key, this, [answer](Result<QString> read) { *answer = std::move(read); });
        return awaited(answer);
    }
    Status write(const QString &key, const QString &secret)
    {
        const auto answer = std::make_shared<std::optional<Status>>();
        Keychain().write(key, secret, this, [answer](Status written) { *answer = std::move(written); });
        return awaited(answer);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("gnome-keyring-daemon")).isEmpty())
            QSKIP("gnome-keyring is not installed");
        m_service.emplace();
    }
    void cleanupTestCase() { m_service.reset(); }

    // First, for the service starts with the next function.
    void withoutAServiceItSaysSoAndWritesNothing()
    {
        const Status written = write(QStringLiteral("nobody"), QStringLiteral("s3cret-nobody"));
        QVERIFY(!written);
        QVERIFY(!written.error().message.isEmpty());
        QVERIFY(!m_service->holds("s3cret-nobody"));
    }

    void keepsReadsAndForgets()
    {
        QVERIFY(m_service->start());
        QTRY_VERIFY_WITH_TIMEOUT(write(QStringLiteral("first"), QStringLiteral("x")), 20000); // it owns its name
        const QString secret = QStringLiteral("s3cret ' \" % ü 漢字");
        VERIFY_OK(write(QStringLiteral("one"), secret));
        VERIFY_OK(write(QStringLiteral("other"), QStringLiteral("another")));
        const Result<QString> kept = read(QStringLiteral("one"));
        VERIFY_OK(kept);
        QCOMPARE(*kept, secret);
        QVERIFY(!m_service->holds(secret.toUtf8()));

        VERIFY_OK(write(QStringLiteral("one"), QStringLiteral("changed")));
        QCOMPARE(read(QStringLiteral("one")).value(), QStringLiteral("changed"));
        Keychain().remove(QStringLiteral("one"));
        QTRY_VERIFY(!read(QStringLiteral("one")));
        QCOMPARE(read(QStringLiteral("other")).value(), QStringLiteral("another"));
    }

    void aSavedConnectionFindsItsPasswordAfterARestart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("connections.json"));
        Keychain keychain;
        QString id;
        {
            ConnectionList list(file, keychain);
            VERIFY_OK(list.load());
            ConnectionDraft draft;
            draft.target.url = *driver::Url::parse(QStringLiteral("postgresql://flask:s3cret%21@localhost/shop"));
            draft.name = QStringLiteral("shop");
            draft.keepPassword = true;
            id = list.add(draft)->id();
            QTRY_COMPARE(read(id).value_or(QString()), QStringLiteral("s3cret!"));
        }
        ConnectionList again(file, keychain);
        VERIFY_OK(again.load());
        ConnectionItem *item = again.items().first();
        QVERIFY(!item->target().url.hasPassword);
        again.open(item, ConnectionList::Ask::Never);
        QTRY_VERIFY(item->target().url.hasPassword);
        QCOMPARE(item->target().url.password, QStringLiteral("s3cret!"));
        again.remove(item);
        QTRY_VERIFY(!read(id));
    }
};

JOINERY_TEST(KeychainTest)
#include "tst_keychain.moc"
