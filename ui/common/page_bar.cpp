// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page_bar.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>

namespace joinery::ui {

PageBar::PageBar(QWidget *parent) : QFrame(parent), m_row(new QHBoxLayout(this))
{
    setProperty("role", QStringLiteral("toolbar"));
    setFixedHeight(metrics::kToolbar);
    m_row->setContentsMargins(2 * metrics::kUnit, 0, 2 * metrics::kUnit, 0);
    m_row->setSpacing(metrics::kUnit);
}

} // namespace joinery::ui
