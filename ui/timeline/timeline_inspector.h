// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/revision_jobs.h"
#include "ui/timeline/revision_model.h"

#include <QLabel>
#include <QWidget>

class QVBoxLayout;

namespace joinery::ui {

class ChangeList;

/// Beside the timeline: what the selected revision changes, where every database stands, and what can be taken back.
class TimelineInspector : public QWidget
{
    Q_OBJECT
public:
    explicit TimelineInspector(QWidget *parent = nullptr);

    void showRevision(const migration::Revision *revision);
    void showReversible(const worker::RevisionText &text);
    void showStandings(const QList<Standing> &standings, const RevisionModel &model);

Q_SIGNALS:
    void connectAsked(const QString &connection);
    void driftAsked(const QString &connection);

private:
    void retranslate();
    QLabel *m_title;
    QLabel *m_route;
    ChangeList *m_changes;
    QLabel *m_whereTitle;
    QVBoxLayout *m_where;
    QLabel *m_reversibleTitle;
    QLabel *m_structure;
    QLabel *m_data;
};

} // namespace joinery::ui
