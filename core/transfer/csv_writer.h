// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

namespace joinery::transfer {

struct CsvOptions
{
    char separator = ',';
    QByteArray null;    ///< what stands for NULL; a text that reads the same is quoted, and so differs
    bool header = true;
};

/// RFC 4180 with LF as the end of a line, UTF-8 without a mark. With the default options NULL is nothing and an empty text
/// is "".
class CsvWriter : public RowWriter
{
public:
    explicit CsvWriter(QIODevice &device, CsvOptions options = {});

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override;

private:
    void quoteIfNeeded(qsizetype from);

    CsvOptions m_options;
};

} // namespace joinery::transfer
