// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

namespace joinery::cli {

/// A result for the eyes: columns as wide as the first rows need, numbers to the right, control characters shown as
/// escapes. Later rows stream; one that is wider moves its line alone.
class TablePrinter : public transfer::RowWriter
{
public:
    using RowWriter::RowWriter;

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override;
    driver::CellLimit cellLimit() const override;

private:
    struct Line
    {
        std::vector<QString> cells;
        std::vector<bool> toTheRight;
    };
    Status print(const Line &line);
    Status printHead();

    static constexpr size_t kRowsToMeasure = 1000;
    std::vector<QString> m_names;
    std::vector<int> m_widths;
    std::vector<Line> m_waiting; ///< rows that are measured before the head is printed
    bool m_headPrinted = false;
};

/// The number of columns that a terminal gives to it.
int displayWidth(const QString &text);

} // namespace joinery::cli
