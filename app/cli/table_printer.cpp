// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table_printer.h"

#include "core/transfer/cell_text.h"

#include <cwchar>

namespace joinery::cli {

namespace {

/// A terminal must not obey what a table holds.
QString escaped(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (c == u'\n')
            out += QLatin1String("\\n");
        else if (c == u'\t')
            out += QLatin1String("\\t");
        else if (c == u'\r')
            out += QLatin1String("\\r");
        else if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0))
            out += QStringLiteral("\\x%1").arg(int(c.unicode()), 2, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

/// Of a longer text or of more bytes only the start is for eyes; the other formats write all of it.
constexpr size_t kBytesShown = 4096;

QString shown(const driver::RowBlock &block, int row, int column)
{
    const QString text = escaped(QString::fromUtf8(transfer::cellText(block, row, column)));
    return block.isPart(row, column) ? QString(text + QStringLiteral("... (%1 bytes)").arg(block.wholeSize(row, column))) : text;
}

bool isNumber(driver::ValueTag tag)
{
    using driver::ValueTag;
    return tag == ValueTag::Integer || tag == ValueTag::Unsigned || tag == ValueTag::Real;
}

} // namespace

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t c : text.toUcs4()) {
        const int of = c < 0x300 ? 1 : wcwidth(wchar_t(c));
        width += of < 0 ? 1 : of;
    }
    return width;
}

driver::CellLimit TablePrinter::cellLimit() const { return {kBytesShown, kBytesShown}; }

Status TablePrinter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    for (const driver::ColumnInfo &column : columns) {
        m_names.push_back(escaped(column.name));
        m_widths.push_back(displayWidth(m_names.back()));
    }
    return {};
}

Status TablePrinter::write(const driver::RowBlock &block)
{
    for (int row = 0; row < block.rowCount(); ++row) {
        Line line;
        for (int column = 0; column < block.columnCount(); ++column) {
            const bool null = block.isNull(row, column);
            line.cells.push_back(null ? QStringLiteral("NULL") : shown(block, row, column));
            line.toTheRight.push_back(isNumber(block.tag(row, column)));
        }
        if (m_headPrinted) {
            JOINERY_TRY(print(line));
            continue;
        }
        for (size_t i = 0; i < line.cells.size(); ++i)
            m_widths[i] = std::max(m_widths[i], displayWidth(line.cells[i]));
        m_waiting.push_back(std::move(line));
        if (m_waiting.size() >= kRowsToMeasure)
            JOINERY_TRY(printHead());
    }
    return {};
}

Status TablePrinter::end()
{
    if (!m_headPrinted)
        JOINERY_TRY(printHead());
    return flush();
}

Status TablePrinter::print(const Line &line)
{
    QString text;
    for (size_t i = 0; i < line.cells.size(); ++i) {
        const QString blank(std::max(0, m_widths[i] - displayWidth(line.cells[i])), u' ');
        text += i == 0 ? QStringLiteral(" ") : QStringLiteral(" | ");
        text += line.toTheRight[i] ? blank + line.cells[i] : line.cells[i] + blank;
    }
    while (text.endsWith(u' '))
        text.chop(1);
    buffer() += text.toUtf8() + '\n';
    return flushIfLarge();
}

Status TablePrinter::printHead()
{
    m_headPrinted = true;
    JOINERY_TRY(print({m_names, std::vector<bool>(m_names.size(), false)}));
    QByteArray rule;
    for (size_t i = 0; i < m_widths.size(); ++i)
        rule += (i == 0 ? "-" : "+-") + QByteArray(m_widths[i] + 1, '-');
    buffer() += rule + '\n';
    for (const Line &line : std::exchange(m_waiting, {}))
        JOINERY_TRY(print(line));
    return {};
}

} // namespace joinery::cli
