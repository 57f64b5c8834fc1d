// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <deque>

namespace joinery::ui {

/// Lines of a log, newest last; the oldest go when there are too many.
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Tone { Plain, Success, Failure };
    struct Line
    {
        Tone tone = Tone::Plain;
        QStringList cells;
        QString details; ///< in full, for the tool tip and the clipboard
    };

    /// `headers` is asked again after a change of the language. `rightAligned` and `code` are columns.
    LogModel(std::function<QStringList()> headers, QList<int> rightAligned, QList<int> code, QObject *parent = nullptr);

    void append(Line line);
    void clear();
    const Line &line(int row) const { return m_lines.at(size_t(row)); }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static constexpr int kMost = 5000;
    std::function<QStringList()> m_headers;
    QList<int> m_rightAligned;
    QList<int> m_code;
    int m_columns;
    std::deque<Line> m_lines;
};

} // namespace joinery::ui
