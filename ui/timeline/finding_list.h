// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/migration/checks/lint.h"

#include <QScrollArea>

class QVBoxLayout;

namespace joinery::ui {

/// What is to be said of revisions before they run: errors first, each with its code, what it is about, the rows that it
/// is about, and the safer way. Hidden where there is nothing; as high as its lines, up to a third of the window.
class FindingList : public QScrollArea
{
    Q_OBJECT
public:
    explicit FindingList(QWidget *parent = nullptr);
    void show(const migration::LintFindings &findings);
    using QWidget::show;

private:
    QSize sizeHint() const override;
    void resizeEvent(QResizeEvent *event) override;

    QWidget *m_body;
    QVBoxLayout *m_layout;
};

} // namespace joinery::ui
