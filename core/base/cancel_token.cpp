// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cancel_token.h"

#include <map>
#include <mutex>

namespace joinery {

struct CancelToken::State
{
    mutable std::mutex mutex; // also held while actions run, so that a guard's destructor waits for its action
    bool cancelled = false;
    int nextId = 0;
    std::map<int, std::function<void()>> actions;
};

CancelToken::CancelToken() : m_state(std::make_shared<State>()) {}

void CancelToken::cancel()
{
    const std::scoped_lock lock(m_state->mutex);
    if (std::exchange(m_state->cancelled, true))
        return;
    for (const auto &[id, action] : m_state->actions)
        action();
}

bool CancelToken::isCancelled() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->cancelled;
}

std::shared_ptr<void> CancelToken::onCancel(std::function<void()> action) const
{
    const std::scoped_lock lock(m_state->mutex);
    if (m_state->cancelled)
        action();
    const int id = m_state->nextId++;
    m_state->actions.emplace(id, std::move(action));
    return std::shared_ptr<void>(nullptr, [state = m_state, id](void *) {
        const std::scoped_lock guard(state->mutex);
        state->actions.erase(id);
    });
}

Status CancelToken::check() const
{
    if (isCancelled())
        return fail(ErrorKind::Cancelled, QStringLiteral("Cancelled."));
    return {};
}

} // namespace joinery
