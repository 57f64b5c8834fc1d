// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

namespace joinery::transfer {

/// A table of GitHub's Markdown: numbers to the right, line ends as <br>, NULL as nothing.
class MarkdownWriter : public RowWriter
{
public:
    using RowWriter::RowWriter;

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override { return flush(); }

private:
    void append(const QByteArray &text);
};

} // namespace joinery::transfer
