// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace joinery::ui {

/// Sentences on a soft amber ground, the first of them where there are many; hidden without any.
class WarningBox : public QFrame
{
    Q_OBJECT
public:
    WarningBox(const QString &accessibleName, QWidget *parent);
    void tell(const QStringList &sentences);
    QString text() const;

private:
    QLabel *m_text;
};

} // namespace joinery::ui
