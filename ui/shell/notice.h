// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace joinery::ui {

/// A short word between the pages and the status bar, in a place of its own: it covers nothing. News goes by itself, an
/// error stays until it is closed.
class Notice : public QFrame
{
    Q_OBJECT
public:
    explicit Notice(QWidget *parent);

    void say(const QString &text);
    void report(const Error &error, const QString &what);

Q_SIGNALS:
    void detailsRequested();

private:
    void appear();

    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_words;
    QToolButton *m_copy;
    QToolButton *m_details;
    QToolButton *m_close;
    QString m_inFull;
    QTimer m_timer;
};

} // namespace joinery::ui
