// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/application.h"

int main(int argc, char *argv[])
{
    return int(joinery::cli::run(argc, argv));
}
