// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

namespace joinery::transfer {

/// A table of GitHub's Markdown: numbers to the right, line ends as <br>.
class MarkdownWriter : public RowWriter
{
public:
    explicit MarkdownWriter(QIODevice &device, QByteArray null = "NULL") : RowWriter(device), m_null(std::move(null)) {}

    Status begin(const std::vector<driver::ColumnInfo> &columns) override;
    Status write(const driver::RowBlock &block) override;
    Status end() override { return flush(); }

private:
    void append(const QByteArray &text);

    QByteArray m_null; ///< what stands for NULL
};

} // namespace joinery::transfer
