// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/socket_wait.h"

#include <algorithm>

#include <poll.h>

namespace joinery::driver {

namespace {

constexpr std::chrono::milliseconds kSlice{50};

} // namespace

Waiting waitForSocket(int socket, bool reading, bool writing, Deadline deadline, const CancelToken &token)
{
    pollfd descriptor{socket, short((reading ? POLLIN : 0) | (writing ? POLLOUT : 0)), 0};
    for (;;) {
        if (token.isCancelled())
            return Waiting::Cancelled;
        auto slice = kSlice;
        if (deadline) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - std::chrono::steady_clock::now());
            if (left.count() <= 0)
                return Waiting::TimedOut;
            slice = std::min(slice, left);
        }
        // An error on the socket counts as ready: the call that follows says which.
        if (poll(&descriptor, 1, int(slice.count())) > 0)
            return Waiting::Ready;
    }
}

Deadline deadlineIn(int seconds)
{
    return std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
}

} // namespace joinery::driver
