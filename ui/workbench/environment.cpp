// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/environment.h"

#include "ui/common/theme.h"

#include <QCoreApplication>

namespace joinery::ui {

QString environmentName(Environment environment)
{
    switch (environment) {
    case Environment::None: return QCoreApplication::translate("Environment", "no environment");
    case Environment::Development: return QCoreApplication::translate("Environment", "development");
    case Environment::Staging: return QCoreApplication::translate("Environment", "staging");
    case Environment::Production: return QCoreApplication::translate("Environment", "production");
    }
    return {};
}

QString environmentKey(Environment environment)
{
    switch (environment) {
    case Environment::None: return QString();
    case Environment::Development: return QStringLiteral("development");
    case Environment::Staging: return QStringLiteral("staging");
    case Environment::Production: return QStringLiteral("production");
    }
    return {};
}

Environment environmentFromKey(const QString &key)
{
    for (const Environment environment : {Environment::Development, Environment::Staging, Environment::Production})
        if (environmentKey(environment) == key)
            return environment;
    return Environment::None;
}

QColor environmentColor(Environment environment)
{
    const Colors &colors = theme().colors();
    switch (environment) {
    case Environment::None: return colors.dim;
    case Environment::Development: return colors.development;
    case Environment::Staging: return colors.staging;
    case Environment::Production: return colors.production;
    }
    return colors.dim;
}

} // namespace joinery::ui
