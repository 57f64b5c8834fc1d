// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/wire.h"

#include "core/driver/host_lookup.h"
#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/mysql_error.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace joinery::driver::mysql {

namespace {

constexpr int kSecondsAfterKill = 10;

// libmariadb's non-blocking calls read TLS with plain reads, which would block on a socket that may.
void makeNonBlocking(int socket) { fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK); }

// A server that vanished is noticed after a minute and not after two hours.
void keepAlive(int socket)
{
    const int idle = 30, interval = 10, count = 3;
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
}

const char *orNull(const QByteArray &text) { return text.isEmpty() ? nullptr : text.constData(); }

} // namespace

Wire::Wire(ConnectSettings settings) : m_settings(std::move(settings)), m_handle(maria().mysql_init(nullptr)) {}

Wire::~Wire() { maria().mysql_close(m_handle); }

Status Wire::connect(const CancelToken &token)
{
    m_deadline = deadlineIn(m_settings.timeoutSeconds);
    if (m_settings.usesTcp())
        JOINERY_TRY(lookUpHost(QString::fromUtf8(m_settings.host), m_deadline, token));
    m_settings.applyTo(m_handle);
    m_connecting = true;
    MYSQL *connected = nullptr;
    // FOUND_ROWS: an UPDATE counts the rows that it finds, also those that it leaves as they are.
    drive([&] {
            return maria().mysql_real_connect_start(&connected, m_handle, orNull(m_settings.host), m_settings.user.constData(),
                                            m_settings.password.constData(), orNull(m_settings.database), unsigned(m_settings.port),
                                            orNull(m_settings.socket), CLIENT_MULTI_RESULTS | CLIENT_FOUND_ROWS);
        },
        [&](int came) { return maria().mysql_real_connect_cont(&connected, m_handle, came); }, token);
    m_connecting = false;
    m_deadline.reset();
    if (!connected || m_gaveUp) {
        JOINERY_TRY(token.check());
        if (m_gaveUp)
            return fail(ErrorKind::Timeout, QStringLiteral("No answer from %1 within %2 seconds.")
                                                .arg(m_settings.place()).arg(m_settings.timeoutSeconds));
        Error error = lastError({});
        error.damage = Damage::None;
        return fail(std::move(error));
    }
    // Where the server offers no TLS, libmariadb goes on without a word, whatever it was told.
    const bool mustEncrypt = m_settings.tls == ConnectSettings::Tls::Required || m_settings.tls == ConnectSettings::Tls::Verified;
    if (mustEncrypt && !maria().mysql_get_ssl_cipher(m_handle))
        return fail(ErrorKind::Tls, QStringLiteral("The server %1 offers no TLS, and the URL asks for it.").arg(m_settings.place()));
    m_open = true;
    m_threadId = maria().mysql_thread_id(m_handle);
    makeNonBlocking(maria().mysql_get_socket(m_handle));
    if (m_settings.usesTcp())
        keepAlive(maria().mysql_get_socket(m_handle));
    return {};
}

int Wire::wait(int wanted, const CancelToken &token)
{
    const CancelToken calm;
    for (;;) {
        if (m_stopAt && std::chrono::steady_clock::now() >= *m_stopAt) {
            m_stopAt.reset();
            killQuery();
        }
        const Waiting waited = m_gaveUp ? Waiting::TimedOut
            : waitForSocket(maria().mysql_get_socket(m_handle), (wanted & MYSQL_WAIT_READ) != 0,
                            (wanted & (MYSQL_WAIT_WRITE | MYSQL_WAIT_EXCEPT)) != 0, m_stopAt ? m_stopAt : m_deadline,
                            m_killed ? calm : token);
        if (waited == Waiting::Ready)
            return wanted & ~MYSQL_WAIT_TIMEOUT;
        if (waited == Waiting::TimedOut && m_stopAt)
            continue;
        if (waited == Waiting::Cancelled && !m_connecting) {
            killQuery();
            continue;
        }
        // The call itself must come to its end: it is told that the time is over, and finds the socket closed.
        m_gaveUp = true;
        m_open = false;
        shutdown(maria().mysql_get_socket(m_handle), SHUT_RDWR);
        return MYSQL_WAIT_TIMEOUT;
    }
}

void Wire::killQuery()
{
    if (m_killed || !m_open)
        return;
    m_killed = true;
    m_deadline = deadlineIn(kSecondsAfterKill);
    ConnectSettings settings = m_settings;
    settings.timeoutSeconds = 5;
    settings.database.clear();
    settings.initCommand.clear();
    Wire killer(std::move(settings));
    // Where it fails, the answer is waited for until the deadline ends.
    if (killer.connect({}))
        (void)killer.command("KILL QUERY " + QByteArray::number(qulonglong(m_threadId)));
}

void Wire::settle()
{
    m_stopAt.reset();
    if (!std::exchange(m_killed, false))
        return;
    m_deadline.reset();
    if (!m_open)
        return;
    // A KILL that came too late for its statement stops this one instead.
    int failed = 0;
    drive([&] { return maria().mysql_ping_start(&failed, m_handle); },
          [&](int came) { return maria().mysql_ping_cont(&failed, m_handle, came); }, {});
}

bool Wire::query(const QByteArray &sql, const CancelToken &token)
{
    int failed = 0;
    drive([&] { return maria().mysql_real_query_start(&failed, m_handle, sql.constData(), static_cast<unsigned long>(sql.size())); },
          [&](int came) { return maria().mysql_real_query_cont(&failed, m_handle, came); }, token);
    return failed == 0;
}

Status Wire::command(const QByteArray &sql, const CancelToken &token)
{
    if (query(sql, token))
        return {};
    Error error = lastError(QString::fromUtf8(sql));
    settle();
    return fail(std::move(error));
}

Error Wire::lastError(const QString &sql) const
{
    return errorOf(maria().mysql_errno(m_handle), maria().mysql_sqlstate(m_handle), QString::fromUtf8(maria().mysql_error(m_handle)), sql);
}

} // namespace joinery::driver::mysql
