// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page_bar.h"
#include "ui/timeline/standing.h"

class QAction;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace joinery::ui {

/// Above the revisions: the database that is moved, the moves, and the slider through time.
class TimelineToolbar : public PageBar
{
    Q_OBJECT
public:
    explicit TimelineToolbar(QWidget *parent);

    /// What can be done now.
    struct Offer
    {
        const Standing *target = nullptr; ///< the database that moves
        bool upgrade = false;
        bool downgrade = false;
        bool isBelow = false; ///< the selected revision is below the one where the database stands
        bool stamp = false;
        bool rehearse = false;
        bool drift = false;
        bool merge = false;   ///< there are several heads
        bool squash = false;  ///< there are revisions below the selected one
        int changes = 0;      ///< of the model, that no revision holds
    };
    void offer(const Offer &offer);
    void fillTargets(const QList<Standing> &standings, const QString &current);
    void setRevisions(int count);
    void showRevision(int row, const QString &id);

Q_SIGNALS:
    void targetsAsked(); ///< fillTargets() answers
    void targetChosen(const QString &connection);
    void upgradeAsked();
    void downgradeAsked();
    void stampAsked();
    void createAsked();
    void rehearseAsked();
    void driftAsked();
    void mergeAsked();
    void squashAsked();
    void rowChosen(int row);

private:
    void retranslate();

    QPushButton *m_upgrade;
    QToolButton *m_targets;
    QPushButton *m_downgrade;
    QPushButton *m_rehearse;
    QPushButton *m_stamp;
    QToolButton *m_more;
    QAction *m_drift;
    QAction *m_merge;
    QAction *m_squash;
    QPushButton *m_create;
    QLabel *m_sliderLabel;
    QSlider *m_slider;
    QLabel *m_sliderRevision;
};

} // namespace joinery::ui
