// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window_watch.h"

#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <poll.h>
#include <xcb/xcb.h>

namespace joinery::bench {

namespace {
constexpr auto kLongest = std::chrono::seconds(30);
constexpr int kCorner = 48;
constexpr int kSmallestSide = 300; // tool tips and helper windows are smaller
using Clock = std::chrono::steady_clock;
} // namespace

WindowWatch::WindowWatch() : m_connection(xcb_connect(nullptr, nullptr))
{
    if (!isConnected())
        return;
    const xcb_window_t root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
    const uint32_t events = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
    xcb_change_window_attributes(m_connection, root, XCB_CW_EVENT_MASK, &events);
    xcb_flush(m_connection);
}

WindowWatch::~WindowWatch()
{
    xcb_disconnect(m_connection);
}

bool WindowWatch::isConnected() const
{
    return xcb_connection_has_error(m_connection) == 0;
}

bool WindowWatch::timeToWindow(const QString &program, Until until, double &seconds)
{
    drain();
    // A home of its own: nothing is restored, and nothing of the user's is written.
    const QTemporaryDir home;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    // Without a bus Qt would start one, which nobody ends.
    if (!environment.contains(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")))
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    process.setProcessEnvironment(environment);
    const Clock::time_point start = Clock::now();
    process.start(program, {});
    const xcb_window_t window = waitForWindow();
    const bool shown = window != 0 && (until == Until::Mapped || waitForPaint(window));
    seconds = std::chrono::duration<double>(Clock::now() - start).count();
    process.kill();
    process.waitForFinished();
    return shown;
}

xcb_window_t WindowWatch::waitForWindow()
{
    const Clock::time_point end = Clock::now() + kLongest;
    while (Clock::now() < end && isConnected()) {
        while (xcb_generic_event_t *event = xcb_poll_for_event(m_connection)) {
            const bool mapped = (event->response_type & 0x7f) == XCB_MAP_NOTIFY;
            const xcb_window_t window = reinterpret_cast<xcb_map_notify_event_t *>(event)->window;
            std::free(event);
            if (!mapped)
                continue;
            xcb_get_geometry_reply_t *geometry =
                xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr);
            const bool big = geometry && geometry->width > kSmallestSide && geometry->height > kSmallestSide;
            std::free(geometry);
            if (big)
                return window;
        }
        pollfd socket{xcb_get_file_descriptor(m_connection), POLLIN, 0};
        ::poll(&socket, 1, 100);
    }
    return 0;
}

/// Until a corner of the window has more than one colour: a bare window, and one that was never painted, has one.
bool WindowWatch::waitForPaint(xcb_window_t window)
{
    const Clock::time_point end = Clock::now() + kLongest;
    while (Clock::now() < end && isConnected()) {
        xcb_get_image_reply_t *image = xcb_get_image_reply(
            m_connection, xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0, kCorner, kCorner, ~0u), nullptr);
        bool painted = false;
        if (image) {
            const auto *pixels = reinterpret_cast<const uint32_t *>(xcb_get_image_data(image));
            const int count = xcb_get_image_data_length(image) / 4;
            painted = std::any_of(pixels, pixels + count, [pixels](uint32_t pixel) { return pixel != pixels[0]; });
        }
        std::free(image);
        if (painted)
            return true;
        ::poll(nullptr, 0, 1);
    }
    return false;
}

void WindowWatch::drain()
{
    while (xcb_generic_event_t *event = xcb_poll_for_event(m_connection))
        std::free(event);
}

} // namespace joinery::bench
