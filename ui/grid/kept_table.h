// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/schema/name.h"
#include "core/session/column_filter.h"

#include <QMap>
#include <QObject>
#include <QTimer>

namespace joinery::ui {

/// How the columns and rows of a table are shown. Columns by name: those that the table does not have any more are passed over.
struct TableLook
{
    QStringList order;       ///< from the left; columns that are not named come behind
    QStringList hidden;
    QMap<QString, int> widths;
    int frozen = 0;          ///< so many of the shown columns stay where they are
    int lines = 1;           ///< of text in a row
    friend bool operator==(const TableLook &, const TableLook &) = default;
};

/// A condition that was given a name.
struct SavedFilter
{
    QString name;
    QString where;
    std::vector<session::ColumnFilter> filters;
    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

/// What is remembered of a table of a connection, in the application's data folder, for all its tabs.
class KeptTable : public QObject
{
    Q_OBJECT
public:
    KeptTable(const QString &connectionId, const schema::Name &table, QObject *parent);
    ~KeptTable() override;

    const TableLook &look() const { return m_look; }
    void setLook(const TableLook &look);
    const std::vector<SavedFilter> &filters() const { return m_filters; }
    /// A name that is there already gets the new condition.
    void save(const SavedFilter &filter);
    void remove(const QString &name);
    /// Writes what waits, now.
    void flush();

Q_SIGNALS:
    void failed(const joinery::Error &error);

private:
    void read();

    QString m_path;
    TableLook m_look;
    std::vector<SavedFilter> m_filters;
    QTimer m_timer;
};

} // namespace joinery::ui
