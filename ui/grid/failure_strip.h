// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace joinery::ui {

/// The server's words at the row that failed; they can be selected and copied.
class FailureStrip : public QFrame
{
    Q_OBJECT
public:
    explicit FailureStrip(QWidget *parent);
    /// `canResolve`: somebody else changed rows, and the strip leads to the choice.
    void show(const Error &error, bool canResolve);
    using QWidget::show;
    QString text() const;

Q_SIGNALS:
    void resolveAsked();

private:
    void restyle();

    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_resolve;
    QToolButton *m_copy;
};

} // namespace joinery::ui
