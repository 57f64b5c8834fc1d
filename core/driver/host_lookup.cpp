// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/host_lookup.h"

#include <QFile>

#include <condition_variable>
#include <mutex>
#include <thread>

#include <netdb.h>

namespace joinery::driver {

namespace {

struct Answer
{
    std::mutex mutex;
    std::condition_variable arrived;
    bool done = false;
    QStringList addresses;
    QString failure;
};

void ask(const QByteArray &host, const std::shared_ptr<Answer> &answer)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    const int code = getaddrinfo(host.constData(), nullptr, &hints, &found);
    QStringList addresses;
    for (const addrinfo *each = found; code == 0 && each; each = each->ai_next) {
        char text[NI_MAXHOST];
        if (getnameinfo(each->ai_addr, each->ai_addrlen, text, sizeof text, nullptr, 0, NI_NUMERICHOST) == 0)
            addresses.append(QString::fromLatin1(text));
    }
    if (found)
        freeaddrinfo(found);
    addresses.removeDuplicates();
    const std::scoped_lock lock(answer->mutex);
    answer->addresses = addresses;
    if (code != 0 || addresses.isEmpty())
        answer->failure = QString::fromLocal8Bit(gai_strerror(code));
    answer->done = true;
    answer->arrived.notify_all();
}

} // namespace

Result<QStringList> lookUpHost(const QString &host, Deadline deadline, const CancelToken &token)
{
    const auto answer = std::make_shared<Answer>();
    std::thread(ask, QFile::encodeName(host), answer).detach();
    std::unique_lock lock(answer->mutex);
    while (!answer->done) {
        JOINERY_TRY(token.check());
        if (deadline && std::chrono::steady_clock::now() >= *deadline)
            return fail(ErrorKind::Timeout, QStringLiteral("No answer to the question for the address of host \"%1\".").arg(host));
        answer->arrived.wait_for(lock, std::chrono::milliseconds(50));
    }
    if (!answer->failure.isEmpty())
        return fail(ErrorKind::NameResolution, QStringLiteral("could not translate host name \"%1\" to address: %2")
                                                   .arg(host, answer->failure));
    return answer->addresses;
}

} // namespace joinery::driver
