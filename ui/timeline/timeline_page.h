// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_source.h"
#include "ui/workbench/workbench.h"

#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>

namespace joinery::ui {

class RevisionDetail;
class RevisionModel;
class TimelineInspector;
class TimelineToolbar;

/// The revisions of the project in time, the databases standing on them, and every move between the two.
class TimelinePage : public Page
{
    Q_OBJECT
public:
    TimelinePage(Workbench &workbench, const Location &location, const QJsonObject &saved);
    ~TimelinePage() override;

    QString kind() const override { return QStringLiteral("timeline"); }
    QString title() const override { return tr("Migrations"); }
    QString origin() const override;
    QString iconName() const override { return QStringLiteral("timeline"); }
    Environment environment() const override;
    QString connectionId() const override { return m_target; }
    Location location() const override;

    bool can(Verb verb) const override { return verb == Verb::Refresh; }
    void perform(Verb verb) override;
    PageStatus status() const override;
    QWidget *inspector() override;
    QJsonObject state() const override;

    TimelineSource &source() { return *m_source; }
    void setTarget(const QString &connection);
    void selectRevision(const QString &id);
    QString selectedRevision() const;

    void upgrade();   ///< the target database, to the selected revision where one below the head is selected
    void downgrade(); ///< to the selected revision
    void stamp();
    void newRevision();
    void rehearse();  ///< what upgrade() would do, on a copy
    void showDrift(); ///< of the target database
    void merge();     ///< the heads
    void squash();    ///< up to the selected revision

private:
    void showDriftOf(const QString &connection);
    void showNew(const QString &revision);
    QWidget *buildEmpty();
    void retranslate();
    void showHistory();
    void showSelected();
    void showStandings();
    void showNotice();
    void updateActions();
    /// Runs `act` now, or once the files are read and the database has answered.
    bool isReadyFor(void (TimelinePage::*act)());
    void runAsked();
    void openMove(migration::GraphStep::Kind kind, const QString &revision);
    QString subtitle(const migration::Revision &revision) const;
    QList<Standing> relevant() const;
    QString firstTarget() const;

    Workbench &m_workbench;
    TimelineSource *m_source;
    RevisionModel *m_model;
    QString m_target;   ///< id of the connection that Upgrade moves
    QString m_wanted;   ///< a revision to select once the history is read

    TimelineToolbar *m_toolbar;
    QLabel *m_notice;
    QStackedWidget *m_stack;
    QLabel *m_emptyText;
    QPushButton *m_emptyCreate;
    QListView *m_list;
    RevisionDetail *m_detail;
    QPointer<TimelineInspector> m_inspector;
    void (TimelinePage::*m_asked)() = nullptr; ///< waits for what it needs to know
    bool m_compared = false;                   ///< the models were compared with the history
    quint64 m_generation = 0;
};

} // namespace joinery::ui
