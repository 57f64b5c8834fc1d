// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace joinery::ui {

/// A way to begin: icon, what it is, one line about it.
class WelcomeCard : public QAbstractButton
{
    Q_OBJECT
public:
    WelcomeCard(const QString &iconName, QWidget *parent);
    void setTexts(const QString &title, const QString &line);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont titleFont() const;
    QString m_icon;
    QString m_line;
};

} // namespace joinery::ui
