// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace joinery::ui {

class MainWindow;
class Shell;

/// What comes back after quitting or a crash: window, docks, open connections, project, tabs with their state. Written
/// soon after each change, so that killing the program loses nothing.
class Session : public QObject
{
    Q_OBJECT
public:
    Session(QString file, MainWindow &window, Shell &shell);

    /// Where the window was, for QWidget::restoreGeometry; empty where it is not known.
    static QByteArray savedGeometry(const QString &file);
    /// Layout at once; connections, project and pages as they open. False where nothing was saved.
    bool restore();
    void saveNow();

private:
    QJsonObject capture() const;
    QString m_file;
    MainWindow &m_window;
    Shell &m_shell;
    QTimer m_soon;
    bool m_restoring = true; ///< nothing is saved before restore(): half a window would replace a whole one
    bool m_writable = true;
};

} // namespace joinery::ui
