// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/workbench.h"

namespace joinery::ui {

class GridPage;

/// Opens tables and views as grids, and brings the actions on their rows.
class GridFeature : public Feature
{
    Q_OBJECT
public:
    explicit GridFeature(Workbench &workbench);

private:
    void follow();
    void showCommits();
    GridPage *page() const; ///< the current one, nullptr where something else is in front
};

} // namespace joinery::ui
