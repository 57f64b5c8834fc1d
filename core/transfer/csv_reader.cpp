// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/csv_reader.h"

#include "core/transfer/decimal_comma.h"

#include <algorithm>
#include <cstring>

namespace joinery::transfer {

namespace {

constexpr size_t kBatchBytes = 1 << 19;
constexpr qsizetype kLongestRecord = 1 << 30;

bool isAscii(const char *at, const char *end)
{
    char all = 0;
    for (; at != end; ++at)
        all |= *at;
    return (all & char(0x80)) == 0;
}

int lineEnds(const char *at, const char *end)
{
    int count = 0;
    for (; at != end; ++at)
        count += *at == '\n' || (*at == '\r' && (at + 1 == end || at[1] != '\n'));
    return count;
}

/// Whether some fields are numbers with a comma and none is one with a point.
bool hasDecimalCommas(QByteArrayView text, char separator)
{
    int commas = 0, points = 0;
    const auto see = [&](QByteArrayView field) {
        field = field.trimmed();
        if (field.size() > 1 && field.front() == '"' && field.back() == '"')
            field = field.sliced(1, field.size() - 2);
        bool hasPoint = false;
        (void)field.toByteArray().toDouble(&hasPoint);
        hasPoint = hasPoint && field.contains('.') && field.size() - field.lastIndexOf('.') != 4; // 1.234 can be either
        points += hasPoint;
        commas += field.contains(',') && !withPoint(field).isNull();
    };
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != separator && text.at(i) != '\n')
            continue;
        see(text.sliced(begin, i - begin));
        begin = i + 1;
    }
    return commas > 0 && points == 0;
}

/// How many of the first rows are cut into the same number of fields, more than one; 0: not a separator.
int agreement(QByteArrayView text, char separator)
{
    int fieldsOfFirst = 0, rows = 0, fields = 1;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted && c == separator)
            ++fields;
        else if (!quoted && c == '\n') {
            fieldsOfFirst = rows == 0 ? fields : fieldsOfFirst;
            if (fields != fieldsOfFirst || fields == 1)
                return rows > 1 ? rows : 0;
            ++rows;
            fields = 1;
        }
    }
    if (rows == 0 && fields > 1)
        return 1; // a single line
    return rows;
}

} // namespace

RowReader::~RowReader() = default;

CsvShape guessCsvShape(QByteArrayView sample)
{
    CsvShape shape;
    shape.encoding = guessEncoding(sample);
    QByteArray text;
    if (shape.encoding == Encoding::Utf16Le || shape.encoding == Encoding::Utf16Be) {
        QStringDecoder decoder(shape.encoding == Encoding::Utf16Le ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
        text = QString(decoder.decode(sample)).toUtf8();
    } else {
        text = sample.toByteArray();
        if (text.startsWith("\xef\xbb\xbf"))
            text.remove(0, 3);
    }
    text.replace("\r\n", "\n").replace('\r', '\n');
    if (text.startsWith("sep=") && text.size() > 5 && text.at(5) == '\n') {
        shape.separator = text.at(4);
        shape.separatorLine = true;
        shape.decimalComma = shape.separator != ',' && hasDecimalCommas(text, shape.separator);
        return shape;
    }
    int best = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        if (const int rows = agreement(text, candidate); rows > best) {
            best = rows;
            shape.separator = candidate;
        }
    }
    shape.decimalComma = shape.separator != ',' && hasDecimalCommas(text, shape.separator);
    return shape;
}

CsvReader::CsvReader(QIODevice &device, CsvShape shape) : m_shape(std::move(shape)), m_source(device, m_shape.encoding)
{
    for (const char c : {m_shape.separator, '\n', '\r'})
        m_stops[quint8(c)] = true;
}

Result<QStringList> CsvReader::open()
{
    if (m_shape.separatorLine)
        JOINERY_TRY(nextRecord());
    Record record = Record::Empty;
    while (record == Record::Empty) {
        JOINERY_TRY_VALUE(record, nextRecord());
    }
    if (record == Record::End)
        return fail(ErrorKind::InvalidInput, QStringLiteral("The file is empty: it has no columns."));
    m_columns = int(m_fields.size());
    QStringList names;
    for (int i = 0; i < m_columns; ++i)
        names.append(m_shape.header ? QString::fromUtf8(text(m_fields[size_t(i)])).trimmed() : QStringLiteral("c%1").arg(i + 1));
    if (const QString wrong = m_shape.header ? problem() : QString(); !wrong.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The row with the names: %1").arg(wrong));
    m_pending = !m_shape.header;
    return names;
}

Status CsvReader::read(RowBatch &batch, int maximumRows)
{
    batch.rows.clear(m_columns);
    batch.lines.clear();
    batch.bad.clear();
    while (batch.rows.rowCount() < maximumRows && batch.bad.size() < size_t(maximumRows) && batch.rows.usedBytes() < kBatchBytes) {
        if (!std::exchange(m_pending, false)) {
            JOINERY_TRY_VALUE(const Record record, nextRecord());
            if (record == Record::End)
                return {};
            if (record == Record::Empty && m_columns > 1)
                continue;
        }
        if (const QString wrong = problem(); !wrong.isEmpty()) {
            batch.bad.push_back({m_recordLine, wrong, record().trimmed().toByteArray()});
            continue;
        }
        appendTo(batch.rows);
        batch.lines.push_back(m_recordLine);
    }
    return {};
}

/// Empty: what is wrong with the record.
QString CsvReader::problem() const
{
    if (m_unclosed)
        return QStringLiteral("a quote is opened here and never closed");
    if (m_behindQuote)
        return QStringLiteral("there are characters between a closing quote and the separator");
    if (int(m_fields.size()) != m_columns)
        return QStringLiteral("%1 fields instead of %2").arg(m_fields.size()).arg(m_columns);
    if (!m_onlyAscii && m_shape.encoding == Encoding::Utf8 && !QUtf8StringView(record().data(), record().size()).isValidUtf8())
        return QStringLiteral("it holds bytes that are no UTF-8");
    return {};
}

void CsvReader::appendTo(driver::RowBlock &rows)
{
    for (const Field &field : m_fields) {
        const auto size = size_t(field.end - field.begin);
        if (field.doubled) {
            m_scratch = text(field);
            rows.append(driver::ValueTag::Text, m_scratch.constData(), size_t(m_scratch.size()));
        } else if (!field.quoted && size == size_t(m_shape.null.size()) && std::memcmp(field.begin, m_shape.null.constData(), size) == 0) {
            rows.appendNull();
        } else {
            rows.append(driver::ValueTag::Text, field.begin, size);
        }
    }
}

QByteArray CsvReader::text(const Field &field) const
{
    QByteArray text(field.begin, field.end - field.begin);
    return field.doubled ? text.replace(QByteArray(2, m_shape.quote), QByteArray(1, m_shape.quote)) : text;
}

Result<CsvReader::Record> CsvReader::nextRecord()
{
    m_begin = m_at;
    m_recordLine = m_line;
    while (!scan()) {
        JOINERY_TRY_VALUE(const bool more, fill());
        m_atEnd = !more;
    }
    m_line += m_linesInside;
    if (m_at == m_begin)
        return Record::End;
    const bool empty = m_fields.size() == 1 && m_fields[0].begin == m_fields[0].end && !m_fields[0].quoted;
    return empty ? Record::Empty : Record::Complete;
}

/// Moves what is left to the start of the buffer and reads on.
Result<bool> CsvReader::fill()
{
    m_buffer.remove(0, m_begin);
    m_begin = 0;
    m_at = 0;
    const qsizetype before = m_buffer.size();
    if (before > kLongestRecord)
        return fail(ErrorKind::InvalidInput, QStringLiteral("Line %1: the row takes more than %2 MB; a quote may be open.")
                                                 .arg(m_recordLine).arg(kLongestRecord >> 20));
    JOINERY_TRY_VALUE(const bool more, m_source.appendTo(m_buffer));
    m_onlyAscii = (before == 0 || m_onlyAscii) && isAscii(m_buffer.constData() + before, m_buffer.constData() + m_buffer.size());
    return more;
}

/// Cuts the record at m_begin into m_fields; false where the buffer ends before it does.
bool CsvReader::scan()
{
    m_fields.clear();
    m_linesInside = 0;
    m_unclosed = false;
    m_behindQuote = false;
    const char *const end = m_buffer.constData() + m_buffer.size();
    const char *at = m_buffer.constData() + m_begin;
    if (at == end) {
        m_at = m_begin;
        return m_atEnd;
    }
    for (;;) {
        if (at != end && *at == m_shape.quote && m_shape.quote != 0) {
            if (!scanQuoted(at))
                return false;
        } else {
            const char *const begin = at;
            while (at != end && !m_stops[quint8(*at)])
                ++at;
            m_fields.push_back({begin, at, false, false});
        }
        if (at == end) {
            m_at = m_buffer.size();
            return m_atEnd;
        }
        if (*at == m_shape.separator) {
            ++at;
            continue;
        }
        if (!endOfLine(at))
            return false;
        m_at = at - m_buffer.constData();
        return true;
    }
}

/// CR, LF or both; false where the buffer ends in between.
bool CsvReader::endOfLine(const char *&at)
{
    const char *const end = m_buffer.constData() + m_buffer.size();
    if (*at == '\r') {
        if (at + 1 == end && !m_atEnd)
            return false;
        if (at + 1 != end && at[1] == '\n')
            ++at;
    }
    ++at;
    ++m_linesInside;
    return true;
}

/// From an opening quote to the separator behind the closing one.
bool CsvReader::scanQuoted(const char *&at)
{
    const char *const end = m_buffer.constData() + m_buffer.size();
    const char *const begin = at + 1;
    bool doubled = false;
    for (at = begin;; at += 2) {
        at = static_cast<const char *>(std::memchr(at, m_shape.quote, size_t(end - at)));
        if (!at || (at + 1 == end && !m_atEnd)) {
            if (at || !m_atEnd)
                return false;
            at = end;
            m_unclosed = true;
            break;
        }
        if (at + 1 == end || at[1] != m_shape.quote)
            break;
        doubled = true;
    }
    m_fields.push_back({begin, at, true, doubled});
    m_linesInside += lineEnds(begin, at);
    if (m_unclosed)
        return true;
    ++at;
    while (at != end && !m_stops[quint8(*at)]) {
        m_behindQuote = true;
        ++at;
    }
    return true;
}

} // namespace joinery::transfer
