// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/password.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace joinery::cli {

namespace {

constexpr char kInterrupt = 3;

/// The controlling terminal with its echo off, as it was before when it goes.
class SilentTerminal
{
public:
    SilentTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_terminal < 0 || tcgetattr(m_terminal, &m_before) != 0)
            return;
        termios silent = m_before;
        // Ctrl-C comes as a character, so that the echo is always given back.
        silent.c_lflag &= ~tcflag_t(ECHO | ISIG);
        m_silent = tcsetattr(m_terminal, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_silent)
            tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        if (m_terminal >= 0)
            ::close(m_terminal);
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    bool isSilent() const { return m_silent; }
    bool write(const QByteArray &text) { return ::write(m_terminal, text.constData(), size_t(text.size())) >= 0; }
    std::optional<QByteArray> readLine()
    {
        QByteArray line;
        char c = 0;
        while (::read(m_terminal, &c, 1) == 1) {
            if (c == kInterrupt)
                return std::nullopt;
            if (c == '\n')
                return line;
            line += c;
        }
        return std::nullopt;
    }

private:
    int m_terminal;
    termios m_before = {};
    bool m_silent = false;
};

} // namespace

std::optional<QString> askPassword(const QString &prompt)
{
    SilentTerminal terminal;
    if (!terminal.isSilent() || !terminal.write(prompt.toUtf8()))
        return std::nullopt;
    const std::optional<QByteArray> line = terminal.readLine();
    terminal.write("\n");
    if (!line)
        return std::nullopt;
    return QString::fromUtf8(*line);
}

} // namespace joinery::cli
