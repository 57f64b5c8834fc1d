// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct xcb_connection_t;
using xcb_window_t = uint32_t;

namespace joinery::bench {

/// Sees windows appear on the screen of DISPLAY.
class WindowWatch
{
public:
    WindowWatch();
    ~WindowWatch();
    WindowWatch(const WindowWatch &) = delete;
    WindowWatch &operator=(const WindowWatch &) = delete;

    bool isConnected() const;
    /// Starts a program, waits until its window is on the screen, and ends it; `seconds` is the time until the window
    /// was there, or until something was painted at its top left, where Joinery has its menu. False where none comes in 30
    /// seconds.
    enum class Until { Mapped, Painted };
    bool timeToWindow(const QString &program, Until until, double &seconds);

private:
    xcb_window_t waitForWindow();
    bool waitForPaint(xcb_window_t window);
    void drain();

    xcb_connection_t *m_connection = nullptr;
};

} // namespace joinery::bench
