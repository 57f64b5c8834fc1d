// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <memory>

namespace joinery {

/// The asking side and the asked side of a cancellation, shared by value. Cancelling is the only call of the whole
/// library that may come from another thread than the one that works; all members are thread-safe.
class CancelToken
{
public:
    CancelToken();

    void cancel();
    bool isCancelled() const;

    /// Runs `action` on the cancelling thread when cancel() comes (at once if it already came), until the returned
    /// guard is destroyed; the destructor waits for an action that is running. A driver hangs its server-side cancel
    /// here while a statement runs.
    [[nodiscard]] std::shared_ptr<void> onCancel(std::function<void()> action) const;

    /// An Error of kind Cancelled where cancel() came; for loops.
    Status check() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace joinery
