// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace joinery::ui {

/// A sentence over the grid that stays until it is answered: what was restored, why rows cannot be read.
class NoticeBar : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent);

    struct Answer
    {
        QString text;
        std::function<void()> action;
    };
    void tell(const QString &sentence, bool isError, const std::vector<Answer> &answers);
    QString text() const;

private:
    void restyle();

    QLabel *m_icon, *m_text;
    QHBoxLayout *m_layout;
    QList<QPushButton *> m_buttons;
    bool m_error = false;
};

} // namespace joinery::ui
