// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/stage.h"

#include "ui/connections/connection_list.h"

#include <QCoreApplication>

namespace joinery::ui {

namespace {

struct StageText
{
    Q_DECLARE_TR_FUNCTIONS(StageText)
};

QString hostOf(const driver::Url &url)
{
    const QString host = hostText(url);
    if (url.dialect == u"odbc" || host.isEmpty())
        return addressText(url);
    return url.port > 0 ? QString(host + u':' + QString::number(url.port)) : host;
}

} // namespace

Stage failedStage(const Error &error, const driver::Url &url)
{
    if (url.dialect == u"sqlite")
        return error.kind == ErrorKind::InvalidInput ? Stage::Address : Stage::Database;
    switch (error.kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::Unsupported: return Stage::Address;
    case ErrorKind::NameResolution: return Stage::Name;
    case ErrorKind::Timeout:
    case ErrorKind::Io:
    case ErrorKind::Network: return Stage::Network;
    case ErrorKind::Tls: return Stage::Tls;
    case ErrorKind::Authentication: return Stage::Login;
    default: return Stage::Database;
    }
}

QString stageName(Stage stage)
{
    switch (stage) {
    case Stage::Address: return StageText::tr("address");
    case Stage::Name: return StageText::tr("name");
    case Stage::Network: return StageText::tr("network");
    case Stage::Tls: return StageText::tr("TLS");
    case Stage::Login: return StageText::tr("login");
    case Stage::Database: return StageText::tr("database");
    }
    return {};
}

QString stageSentence(Stage stage, const driver::Url &url)
{
    if (url.dialect == u"sqlite" && stage == Stage::Database)
        return StageText::tr("The file %1 could not be opened as a database.").arg(addressText(url));
    switch (stage) {
    case Stage::Address: return StageText::tr("The address is not understood.");
    case Stage::Name: return StageText::tr("Name: the host %1 is not known.").arg(url.host);
    case Stage::Network: return StageText::tr("Network: %1 did not answer.").arg(hostOf(url));
    case Stage::Tls: return StageText::tr("TLS: no encrypted connection to %1 could be agreed on.").arg(hostOf(url));
    case Stage::Login:
        return url.user.isEmpty() ? StageText::tr("Login: %1 refused to let you in.").arg(hostOf(url))
                                  : StageText::tr("Login: %1 refused the user %2 or the password.").arg(hostOf(url), url.user);
    case Stage::Database:
        return url.database.isEmpty() ? StageText::tr("Database: %1 said no.").arg(hostOf(url))
                                      : StageText::tr("Database: %1 could not be opened on %2.").arg(url.database, hostOf(url));
    }
    return {};
}

} // namespace joinery::ui
