// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/query_jobs.h"
#include "ui/editor/sql_editor.h"
#include "ui/workbench/workbench.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSplitter>

namespace joinery::ui {

class ParameterBar;
class ResultPane;
class SqlToolbar;
class ResultGrid;
struct ResultPlace;

/// A tab with SQL and its results, on a connection of its own.
class SqlPage : public Page
{
    Q_OBJECT
public:
    SqlPage(Workbench &workbench, const Location &location, const QJsonObject &saved);

    QString kind() const override { return QStringLiteral("sql"); }
    QString title() const override;
    QString origin() const override;
    QString iconName() const override { return QStringLiteral("code"); }
    Environment environment() const override;
    QString connectionId() const override;
    Location location() const override { return m_location; }

    bool can(Verb verb) const override;
    void perform(Verb verb) override;
    PageStatus status() const override;
    Exportable exportable() const override;
    QWidget *inspector() override;
    QJsonObject state() const override;
    bool isDirty() const override;
    bool mayClose() override;

    SqlEditor &editor() { return *m_editor; }
    ResultPane &results() { return *m_results; }
    bool isRunning() const { return m_job.id() != 0; }
    void runAll();

private:
    void connectToolbar();
    void setConnection(ConnectionItem *item);
    void run(const QList<SqlEditor::Piece> &pieces);
    void took(const worker::StatementResult &result);
    void ended(const Result<worker::RunSummary> &summary);
    void endTransaction(bool commit);
    ResultPlace resultPlace() const;
    ResultGrid *focusedGrid() const; ///< nullptr while the keyboard is elsewhere: undo is the editor's then
    void writtenTo(int changes, const QString &table);
    /// Asks whether the staged edits of the results may go, and goes on where they may.
    void askToDrop(const QString &verb, const std::function<void()> &then);
    void save();
    void updateParameters();
    void updateState();

    Workbench &m_workbench;
    Location m_location;
    QString m_title;
    QString m_queryName; ///< of the project, empty for one that was never saved
    bool m_modified = false;

    QPointer<ConnectionItem> m_connection;
    QPointer<worker::DbWorker> m_worker;
    worker::Job m_job;
    QHash<QString, driver::Value> m_ranWith; ///< the parameters of the last run
    QList<SqlEditor::Piece> m_running;
    QElapsedTimer m_clock;
    bool m_transactionOpen = false;
    bool m_transactionFailed = false;
    int m_line = 1, m_column = 1;

    SqlToolbar *m_toolbar;
    ParameterBar *m_parameters;
    SqlEditor *m_editor;
    ResultPane *m_results;
    QSplitter *m_splitter;
};

} // namespace joinery::ui
