// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/row_reader.h"
#include "core/transfer/text_source.h"

#include <array>

namespace joinery::transfer {

struct CsvShape
{
    Encoding encoding = Encoding::Utf8;
    char separator = ',';
    char quote = '"';        ///< around a field; 0: none
    bool decimalComma = false; ///< 1.234,5 in a column of numbers is 1234.5
    bool header = true;      ///< the first row names the columns; else they are c1, c2, ...
    bool separatorLine = false; ///< Excel's "sep=;" stands before everything
    QByteArray null;         ///< what stands for NULL where it is not quoted
};

/// From the first bytes of a file: encoding, "sep=" line, the separator that cuts the rows into the same number of fields, and
/// whether the numbers between semicolons or tabs have commas.
CsvShape guessCsvShape(QByteArrayView sample);

/// RFC 4180 and what is written in its name: LF, CRLF or CR; any separator; line ends and doubled quotes between quotes;
/// a quote inside of a field that does not begin with one is a character. Empty lines are left out, unless there is but
/// one column. A row with too few or too many fields, with characters behind a closing quote, or with bytes that are no
/// UTF-8, is a bad one.
class CsvReader : public RowReader
{
public:
    CsvReader(QIODevice &device, CsvShape shape);

    Result<QStringList> open() override;
    Status read(RowBatch &batch, int maximumRows) override;
    qint64 bytesRead() const override { return m_source.bytesRead(); }

private:
    struct Field
    {
        const char *begin;
        const char *end;
        bool quoted;
        bool doubled; ///< holds doubled quotes
    };
    enum class Record { Complete, Empty, End };

    Result<Record> nextRecord();
    Result<bool> fill();
    bool scan();
    bool scanQuoted(const char *&at);
    bool endOfLine(const char *&at);
    QByteArrayView record() const { return {m_buffer.constData() + m_begin, m_at - m_begin}; }
    QByteArray text(const Field &field) const;
    QString problem() const;
    void appendTo(driver::RowBlock &rows);

    CsvShape m_shape;
    TextSource m_source;
    std::array<bool, 256> m_stops{}; ///< characters that end a field without quotes
    QByteArray m_buffer;
    qsizetype m_begin = 0;       ///< of the record
    qsizetype m_at = 0;          ///< behind it
    qint64 m_line = 1;           ///< of m_at
    qint64 m_recordLine = 1;
    std::vector<Field> m_fields; ///< of the record
    int m_columns = 0;
    int m_linesInside = 0;       ///< line ends in the record
    bool m_atEnd = false;
    bool m_onlyAscii = true;     ///< the buffer
    bool m_unclosed = false;
    bool m_behindQuote = false;  ///< characters between a closing quote and the separator
    bool m_pending = false;      ///< the first row was read for the number of its fields
    QByteArray m_scratch;
};

} // namespace joinery::transfer
