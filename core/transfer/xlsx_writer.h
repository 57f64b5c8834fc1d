// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

#include <QTemporaryFile>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace joinery::transfer {

/// An Excel workbook. Numbers become numbers where Excel's double holds them exactly, and texts where it does not; dates and times
/// are Excel's from 1900-03-01 on. More rows than a sheet has go on in the next one. Memory is constant: rows wait in
/// temporary files, and the workbook goes to the device at the end.
class XlsxWriter : public RowWriter
{
public:
    explicit XlsxWriter(QIODevice &device);
    ~XlsxWriter() override;

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override;

private:
    Status addSheet();
    Status writeCell(const driver::RowBlock &block, int row, int column);
    Status writeText(int column, const QByteArray &text);
    bool writeMoment(int column, QByteArrayView text);

    QTemporaryFile m_file;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_heading = nullptr;
    lxw_format *m_date = nullptr, *m_time = nullptr, *m_dateTime = nullptr;
    std::vector<driver::ColumnInfo> m_columns;
    quint32 m_row = 0; ///< of the sheet
    int m_sheets = 0;
};

} // namespace joinery::transfer
