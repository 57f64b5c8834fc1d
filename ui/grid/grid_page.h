// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grid/edit/replacement.h"
#include "ui/grid/grid_view.h"
#include "ui/grid/related_rows.h"
#include "ui/grid/rows/table_feed.h"
#include "ui/workbench/workbench.h"

#include <QPointer>

class QLineEdit;
class QMenu;

namespace joinery::ui {

class ColumnHeader;
class Committer;
class GridToolbar;
class EditJournal;
class FindBar;
class KeptTable;
class NoticeBar;
class RowForm;
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
    Exportable exportable() const override;
    QWidget *inspector() override;
    QJsonObject state() const override;
    bool isDirty() const override { return !m_edits->set().isEmpty(); }
    bool mayClose() override;

    GridView &view() { return *m_view; }
    TableEdits &edits() { return *m_edits; }
    TableFeed *feed() const { return m_feed; }
    bool mayEdit() const { return m_shown && m_edits->refusal().isEmpty() && !m_edits->isFrozen(); }

    // --- rows
    void addRow();
    void duplicateSelected();
    void deleteSelected();
    void revertSelected();
    void revertCells();
    void preview();
    void commit();
    void revertAll();
    void goToRow(qint64 number); ///< counts from 1
    void viewCell();

    // --- which rows, in which order
    void setSort(const std::vector<session::SortTerm> &sort);
    void sortCurrent(bool descending);
    bool isSorted() const { return !m_source.sort.empty(); }
    void setWhere(const QString &where);
    /// One filter for a column at most.
    void setFilters(const std::vector<session::ColumnFilter> &filters);
    const std::vector<session::ColumnFilter> &filters() const { return m_source.filters; }
    bool isFiltered() const { return !m_source.filters.empty(); }
    /// Only rows with what the selected cells hold in their column, or all but these.
    void filterByValue(bool only);
    void askFilter(int column);
    void focusCondition();

    // --- texts in the rows
    void find(bool replace);
    FindBar *findBar() const { return m_find; }

    // --- one row as a form instead of the rows
    void showForm(bool form);
    bool isForm() const;

    // --- filters that were given a name
    void saveFilter(const QString &name);
    void applySaved(const QString &name);
    void askFilterName();
    void fillSavedFilters(QMenu &menu);

    // --- how columns and rows are shown; remembered for the table
    void hideColumn(int column);
    void setHidden(const QStringList &columns); ///< by name; all others are shown
    void freezeUpTo(int column); ///< -1: none stays
    void setLines(int lines);    ///< of text in a row
    void forgetLook();

    // --- where foreign keys lead
    std::optional<RelatedRows> referred();
    /// Offers the rows that the cell may refer to below its editor.
    void offerReferences(QLineEdit *editor, const QModelIndex &index);
    void goToReferred();
    void fillReferring(QMenu &menu);
    void showReferring();

Q_SIGNALS:
    void committed();
    void commitFailed();
    void searched(); ///< and found, or it is asked what to replace

private:
    void connectParts();
    void connectHeader(ColumnHeader &header);
    void catalogChanged();
    void makeFeed();
    void makeJournal();
    void open();
    void showRows();
    const session::RowSource &asked() const { return m_attempting ? m_wanted : m_source; }
    void attempt(const session::RowSource &source);
    void attempted(const std::optional<Error> &failure);
    void stagedChanged();
    void writtenTo(int changes);
    void failedAt();
    void sortAsked(const QString &column, bool add);
    std::vector<session::ColumnFilter> filtersBut(const QString &column) const;
    void setFilter(const session::ColumnFilter &filter);
    void goTo(const RelatedRows &rows);
    void findNext(bool backwards);
    void showFound(qint64 position, const QString &column);
    void replaceAll();
    void askToReplace(Result<Replacement> replacement);
    QString refusal(const session::RowSource &source) const;

    Workbench &m_workbench;
    Location m_location;
    QPointer<ConnectionItem> m_connection;
    QString m_connectionName;
    session::RowSource m_source; ///< what is shown
    session::RowSource m_wanted; ///< what was asked for last
    bool m_attempting = false;   ///< and has not answered yet
    bool m_shown = false;
    TableEdits *m_edits;
    Committer *m_committer;
    EditJournal *m_journal = nullptr;
    TableFeed *m_feed = nullptr;
    GridToolbar *m_toolbar;
    NoticeBar *m_conditionNotice;
    NoticeBar *m_notice;
    GridView *m_view;
    QPointer<RowInspector> m_inspector;
    KeptTable *m_kept;
    FindBar *m_find = nullptr;
    RowForm *m_form = nullptr;
    worker::Job m_searching;
    qint64 m_savedTop = 0;
};

} // namespace joinery::ui
