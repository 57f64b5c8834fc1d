// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include "app/cli/exit_code.h"

#include <csignal>
#include <thread>
#include <unistd.h>

namespace joinery::cli {

void cancelOnInterrupt(CancelToken token)
{
    // A signal handler may do next to nothing; a thread that waits for the signals may do all that cancelling needs.
    sigset_t signalsToWaitFor;
    sigemptyset(&signalsToWaitFor);
    sigaddset(&signalsToWaitFor, SIGINT);
    sigaddset(&signalsToWaitFor, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signalsToWaitFor, nullptr);
    std::thread([signalsToWaitFor, token = std::move(token)]() mutable {
        int signal = 0;
        sigwait(&signalsToWaitFor, &signal);
        token.cancel();
        sigwait(&signalsToWaitFor, &signal);
        _exit(int(ExitCode::Cancelled));
    }).detach();
}

} // namespace joinery::cli
