// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/keychain.h"

#include <QPointer>

#include <qt6keychain/keychain.h>

namespace joinery::ui {

namespace {

const QString kService = QStringLiteral("joinery");

} // namespace

void Keychain::read(const QString &key, QObject *receiver, std::function<void(Result<QString>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(kService);
    job->setInsecureFallback(false); // never a plain file
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done(job->textData());
        else
            done(fail(ErrorKind::Io, job->errorString()));
    });
    job->start();
}

void Keychain::write(const QString &key, const QString &secret, QObject *receiver, std::function<void(Status)> done)
{
    auto *job = new QKeychain::WritePasswordJob(kService);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, receiver, [job, done = std::move(done)] {
        if (job->error() == QKeychain::NoError)
            done({});
        else
            done(fail(ErrorKind::Io, job->errorString()));
    });
    job->start();
}

void Keychain::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(kService);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
}

} // namespace joinery::ui
