// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sql/script_reader.h"

#include <algorithm>

namespace joinery::sql {

namespace {

constexpr qint64 kPiece = 1 << 18;

} // namespace

Result<std::optional<ScriptReader::Statement>> ScriptReader::next()
{
    while (m_ready.empty()) {
        if (m_atEnd)
            return std::optional<Statement>();
        JOINERY_TRY(readOn());
        const ScriptPart part = splitPart(m_text, m_flavor, m_delimiter, m_atEnd);
        qsizetype counted = 0;
        for (const ScriptStatement &found : part.statements) {
            m_line += std::count(m_text.cbegin() + counted, m_text.cbegin() + found.start, u'\n');
            counted = found.start;
            m_ready.push_back({found.in(m_text), m_line, found.hasData()});
        }
        m_line += std::count(m_text.cbegin() + counted, m_text.cbegin() + part.consumed, u'\n');
        m_text.remove(0, part.consumed);
        m_delimiter = part.delimiter;
    }
    Statement statement = std::move(m_ready.front());
    m_ready.pop_front();
    return std::optional(std::move(statement));
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
