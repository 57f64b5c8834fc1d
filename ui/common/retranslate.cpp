// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/retranslate.h"

#include <QEvent>

namespace joinery::ui {

namespace {

class LanguageListener : public QObject
{
public:
    LanguageListener(QWidget *widget, std::function<void()> setTexts) : QObject(widget), m_setTexts(std::move(setTexts))
    {
        widget->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_setTexts();
        return false;
    }

private:
    std::function<void()> m_setTexts;
};

} // namespace

void retranslating(QWidget *widget, std::function<void()> setTexts)
{
    setTexts();
    new LanguageListener(widget, std::move(setTexts));
}

} // namespace joinery::ui
