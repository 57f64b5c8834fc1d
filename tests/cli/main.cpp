// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/run.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    return joinery::test::run(argc, argv);
}
