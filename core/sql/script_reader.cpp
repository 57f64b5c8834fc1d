// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/script_reader.h"

#include <algorithm>
#include <utility>

namespace joinery::sql {

namespace {

constexpr qint64 kPiece = 1 << 18;

} // namespace

Result<std::optional<ScriptReader::Statement>> ScriptReader::next()
{
    while (m_dataOpen)
        JOINERY_TRY(readData());
    m_data.clear();
    while (m_ready.empty()) {
        if (m_atEnd && m_text.isEmpty())
            return std::optional<Statement>();
        JOINERY_TRY(readOn());
        const ScriptPart part = splitPart(m_text, m_flavor, m_delimiter, m_atEnd);
        qsizetype counted = 0;
        for (const ScriptStatement &found : part.statements) {
            m_line += std::count(m_text.cbegin() + counted, m_text.cbegin() + found.start, u'\n');
            counted = found.start;
            Ready ready{{found.in(m_text), m_line, found.dataStart > 0, 0}, {}, false}; // also where there is no line
            if (found.dataStart > 0) {
                ready.statement.dataLine = m_line + std::count(m_text.cbegin() + found.start, m_text.cbegin() + found.dataStart, u'\n');
                ready.data = m_text.mid(found.dataStart, found.dataEnd - found.dataStart);
            }
            m_ready.push_back(std::move(ready));
        }
        m_line += std::count(m_text.cbegin() + counted, m_text.cbegin() + part.consumed, u'\n');
        m_text.remove(0, part.consumed);
        m_delimiter = part.delimiter;
        if (part.openData) {
            const ScriptStatement &open = *part.openData;
            const QString whole = QString(part.consumed, u' ') + m_text;
            const QString text = open.in(whole);
            dropText(open.start - part.consumed);
            const qint64 line = m_line;
            dropText(open.dataStart - open.start);
            m_ready.push_back({{text, line, true, m_line}, {}, true});
        }
    }
    Ready ready = std::move(m_ready.front());
    m_ready.pop_front();
    m_data = std::move(ready.data);
    m_dataOpen = ready.open;
    return std::optional(std::move(ready.statement));
}

void ScriptReader::dropText(qsizetype length)
{
    m_line += std::count(m_text.cbegin(), m_text.cbegin() + length, u'\n');
    m_text.remove(0, length);
}

Result<QString> ScriptReader::readData()
{
    if (!m_dataOpen)
        return std::exchange(m_data, QString());
    for (;;) {
        qsizetype line = 0;
        while (line < m_text.size()) {
            const qsizetype next = m_text.indexOf(u'\n', line);
            if (next < 0 && !m_atEnd)
                break; // a line that goes on
            const qsizetype end = next < 0 ? m_text.size() : next;
            if (QStringView(m_text).mid(line, end - line).trimmed() == QLatin1String("\\.")) {
                const QString lines = m_text.left(line);
                dropText(std::min(end + 1, m_text.size()));
                m_dataOpen = false;
                return lines;
            }
            line = std::min(end + 1, m_text.size());
        }
        if (line > 0) {
            const QString lines = m_text.left(line);
            dropText(line);
            return lines;
        }
        if (m_atEnd) { // without an end of its own the data ends with the script, as psql has it
            m_dataOpen = false;
            return QString();
        }
        JOINERY_TRY(readOn());
    }
}

Status ScriptReader::readOn()
{
    // A long statement is looked at again from its start each time: its length doubles in between.
    const qsizetype wanted = 2 * m_text.size();
    do {
        const QByteArray piece = m_device.read(kPiece);
        if (piece.isEmpty()) {
            if (!m_device.atEnd())
                return fail(ErrorKind::Io, QStringLiteral("The script cannot be read: %1").arg(m_device.errorString()));
            m_atEnd = true;
            return {};
        }
        if (!m_decoder)
            m_decoder.emplace(QStringConverter::encodingForData(piece).value_or(QStringConverter::Utf8));
        m_text += m_decoder->decode(piece);
    } while (m_text.size() < wanted);
    return {};
}

} // namespace joinery::sql
