// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/grid_view.h"
#include "ui/grid/table_feed.h"
#include "ui/workbench/workbench.h"

#include <QPointer>

namespace joinery::ui {

class GridToolbar;
class EditJournal;
class NoticeBar;
class RowInspector;

/// The rows of a table or a view in a tab.
class GridPage : public Page
{
    Q_OBJECT
public:
    GridPage(Workbench &workbench, const Location &location, const QJsonObject &saved);
    ~GridPage() override;

    QString kind() const override { return QStringLiteral("grid"); }
    QString title() const override { return m_location.name.name; }
    QString origin() const override;
    QString iconName() const override { return QStringLiteral("table"); }
    Environment environment() const override;
    QString connectionId() const override { return m_location.connection; }
    Location location() const override { return m_location; }
    bool can(Verb verb) const override;
    void perform(Verb verb) override;
    PageStatus status() const override;
    QWidget *inspector() override;
    QJsonObject state() const override;
    bool isDirty() const override { return !m_edits->set().isEmpty(); }

    GridView &view() { return *m_view; }
    TableEdits &edits() { return *m_edits; }
    TableFeed *feed() const { return m_feed; }

    void addRow();
    void deleteSelected();
    void revertSelected();
    void preview();
    void commit();
    void revertAll();
    void setSort(const std::vector<session::SortTerm> &sort);
    void setWhere(const QString &where);
    void goToRow(qint64 number); ///< counts from 1

Q_SIGNALS:
    void committed();
    void commitFailed();

private:
    void catalogChanged();
    void open();
    void stagedChanged();
    void committed(const Result<session::CommitReport> &answer, int count);
    void sortAsked(const QString &column, bool add);
    QString refusal(const session::RowSource &source) const;
    QString commitSummary() const;

    Workbench &m_workbench;
    Location m_location;
    QPointer<ConnectionItem> m_connection;
    QString m_connectionName;
    session::RowSource m_source;
    bool m_shown = false;
    TableEdits *m_edits;
    EditJournal *m_journal = nullptr;
    TableFeed *m_feed = nullptr;
    GridToolbar *m_toolbar;
    NoticeBar *m_notice;
    GridView *m_view;
    QPointer<RowInspector> m_inspector;
    qint64 m_savedTop = 0;
};

} // namespace joinery::ui
