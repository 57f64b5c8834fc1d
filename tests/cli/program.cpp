// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/program.h"

#include "core/builtin.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

namespace joinery::test {

namespace {
constexpr int kLongestRun = 60'000;
}

QJsonObject Outcome::json() const
{
    return QJsonDocument::fromJson(out).object();
}

QJsonObject Outcome::error() const
{
    return QJsonDocument::fromJson(err).object().value(QStringLiteral("error")).toObject();
}

Program::Program() : m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const QString &name : m_environment.keys()) {
        if (name.startsWith(QLatin1String("JOINERY_")))
            m_environment.remove(name);
    }
}

QString Program::write(const QString &relative, const QByteArray &content) const
{
    const QString file = path(relative);
    QDir().mkpath(QFileInfo(file).path());
    QFile device(file);
    return device.open(QIODevice::WriteOnly) && device.write(content) == content.size() ? file : QString();
}

QByteArray Program::read(const QString &relative) const
{
    QFile device(path(relative));
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

QString Program::database(const QString &relative, const QStringList &statements) const
{
    const QString file = path(relative);
    driver::ConnectOptions options;
    options.createFile = true;
    const auto connection = joinery::connect(driver::Url::sqliteFile(file), options);
    if (!connection)
        return {};
    for (const QString &statement : statements) {
        if (!(*connection)->run(statement))
            return {};
    }
    return file;
}

Outcome Program::run(const QStringList &arguments, const QByteArray &input) const
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->write(input);
    process->closeWriteChannel();
    if (!process->waitForFinished(kLongestRun)) {
        process->kill();
        process->waitForFinished();
        return {-1, process->readAllStandardOutput(), process->readAllStandardError()};
    }
    const bool exited = process->exitStatus() == QProcess::NormalExit;
    return {exited ? process->exitCode() : -1, process->readAllStandardOutput(), process->readAllStandardError()};
}

std::unique_ptr<QProcess> Program::start(const QStringList &arguments) const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    process->start(QStringLiteral(JOINERY_CLI), arguments);
    process->waitForStarted();
    return process;
}

} // namespace joinery::test
