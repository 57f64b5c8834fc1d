// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_writer.h"

#include <array>

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
    static constexpr quint8 kQuote = 1, kNotAscii = 2;

    char *copyCell(char *out, const driver::RowBlock &block, int row, int column) const;
    template <class Number>
    char *copyNumber(char *out, Number number) const;
    char *copyText(char *out, QByteArrayView text) const;

    CsvOptions m_options;
    std::array<quint8, 256> m_special{}; ///< what a character asks for
    bool m_numbersMayNeedQuotes = false; ///< NULL or the separator looks like one
};

} // namespace joinery::transfer
