// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/statement_timer.h"

namespace joinery::driver {

namespace {

using Clock = std::chrono::steady_clock;

const QString &key()
{
    static const QString name = QStringLiteral("statement_timeout");
    return name;
}

} // namespace

StatementTimer::StatementTimer(std::chrono::milliseconds limit) : m_limit(limit), m_thread([this] { watch(); }) {}

StatementTimer::~StatementTimer()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void StatementTimer::watch()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        if (!m_end) {
            m_changed.wait(lock);
        } else if (Clock::now() < *m_end) {
            m_changed.wait_until(lock, *m_end);
        } else {
            m_end.reset();
            CancelToken token = m_token;
            lock.unlock(); // what hangs on the token may take a moment
            token.cancel();
            lock.lock();
        }
    }
}

StatementTimer::Run::Run(StatementTimer &timer, const CancelToken &token)
    : m_timer(timer), m_asked(token), m_left(timer.m_limit)
{
    m_passesOn = token.onCancel([own = m_token]() mutable { own.cancel(); });
    resume();
}

StatementTimer::Run::~Run() { pause(); }

void StatementTimer::Run::resume()
{
    if (std::exchange(m_running, true))
        return;
    m_since = Clock::now();
    {
        const std::scoped_lock lock(m_timer.m_mutex);
        m_timer.m_end = m_since + m_left;
        m_timer.m_token = m_token;
    }
    m_timer.m_changed.notify_all();
}

void StatementTimer::Run::pause()
{
    if (!std::exchange(m_running, false))
        return;
    m_left = std::max(m_left - (Clock::now() - m_since), Clock::duration(1));
    const std::scoped_lock lock(m_timer.m_mutex);
    m_timer.m_end.reset();
}

Status StatementTimer::Run::timed(const std::function<Status()> &call)
{
    pause();
    m_left = m_timer.m_limit;
    resume();
    const Status done = call();
    pause();
    if (!done)
        return fail(judged(done.error()));
    return done;
}

Error StatementTimer::Run::judged(Error error) const
{
    if (error.kind != ErrorKind::Cancelled || m_asked.isCancelled() || !m_token.isCancelled())
        return error;
    error.kind = ErrorKind::Timeout;
    error.detail = error.detail.isEmpty() ? error.message : QString(error.message + u'\n' + error.detail);
    error.message = QStringLiteral("The statement was stopped: it took longer than the statement timeout of %1 seconds.")
                        .arg(double(m_timer.m_limit.count()) / 1000);
    return error;
}

Result<std::chrono::milliseconds> statementTimeoutOf(const Url &url)
{
    const QString text = url.queryValue(key());
    if (text.isEmpty())
        return std::chrono::milliseconds(0);
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (!isNumber || seconds < 0 || seconds > 1e6)
        return fail(ErrorKind::InvalidInput, QStringLiteral("statement_timeout=%1 is not a number of seconds.").arg(text));
    return std::chrono::milliseconds(qint64(seconds * 1000));
}

Url withoutStatementTimeout(Url url)
{
    url.query.removeIf([](const auto &pair) { return pair.first == key(); });
    return url;
}

} // namespace joinery::driver
