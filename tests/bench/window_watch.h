// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

struct xcb_connection_t;

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
    /// was there. False where none comes in 30 seconds.
    bool timeToWindow(const QString &program, double &seconds);

private:
    bool waitForWindow();
    void drain();

    xcb_connection_t *m_connection = nullptr;
};

} // namespace joinery::bench
