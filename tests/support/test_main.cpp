// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/run.h"
#include "support/test_case.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace joinery::test {

namespace {

using Makers = std::map<QString, std::function<std::unique_ptr<QObject>()>>;

Makers &makers()
{
    static Makers registered;
    return registered;
}

} // namespace

Registration::Registration(const char *file, std::function<std::unique_ptr<QObject>()> make)
{
    makers().emplace(QFileInfo(QString::fromUtf8(file)).completeBaseName(), std::move(make));
}


int run(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    QString wanted;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(u'-'))
        wanted = arguments.takeAt(1);
    int failures = 0;
    int found = 0;
    for (const auto &[name, make] : makers()) {
        if (!wanted.isEmpty() && wanted != name)
            continue;
        ++found;
        const std::unique_ptr<QObject> test = make();
        failures += QTest::qExec(test.get(), arguments);
    }
    if (found == 0)
        std::fprintf(stderr, "no test is called %s\n", qPrintable(wanted));
    return found == 0 || failures > 0 ? 1 : 0;
}

} // namespace joinery::test
