// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::ui {

/// SQL tabs: their actions, and the pages for new and saved queries.
class EditorFeature : public Feature
{
    Q_OBJECT
public:
    explicit EditorFeature(Workbench &workbench);

private:
    void addActions();
    void openFile(const QString &path);
    int m_count = 0; ///< of tabs that were never saved, for their titles
};

} // namespace joinery::ui
