// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/xlsx_writer.h"

#include "core/transfer/cell_text.h"

#include <QDateTime>
#include <QDir>

#include <xlsxwriter.h>

#include <cmath>

namespace joinery::transfer {

using driver::ValueTag;
using schema::TypeKind;

namespace {

constexpr quint32 kRowsOfSheet = 1048576;
constexpr int kColumnsOfSheet = 16384;
constexpr qsizetype kCharactersOfCell = 32767;
constexpr qint64 kExactInteger = 1ll << 53;
constexpr int kExactDigits = 15;

Status check(lxw_error error)
{
    if (error == LXW_NO_ERROR)
        return {};
    return fail(ErrorKind::Io, QStringLiteral("The workbook cannot be written: %1").arg(QString::fromUtf8(lxw_strerror(error))));
}

int digitsOf(QByteArrayView text)
{
    return int(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

} // namespace

XlsxWriter::XlsxWriter(QIODevice &device) : RowWriter(device) {}

XlsxWriter::~XlsxWriter()
{
    if (m_workbook)
        lxw_workbook_free(m_workbook);
}

Status XlsxWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    if (columns.size() > size_t(kColumnsOfSheet))
        return fail(ErrorKind::Unsupported, QStringLiteral("A sheet has %1 columns at most, the result has %2.")
                                                .arg(kColumnsOfSheet).arg(columns.size()));
    if (!m_file.open())
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
    m_columns = columns;
    QByteArray folder = QDir::tempPath().toLocal8Bit();
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = folder.data();
    m_workbook = workbook_new_opt(m_file.fileName().toLocal8Bit().constData(), &options);
    if (!m_workbook)
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written.").arg(m_file.fileName()));
    m_heading = workbook_add_format(m_workbook);
    format_set_bold(m_heading);
    const auto momentFormat = [this](const char *shape) {
        lxw_format *format = workbook_add_format(m_workbook);
        format_set_num_format(format, shape);
        return format;
    };
    m_date = momentFormat("yyyy-mm-dd");
    m_time = momentFormat("hh:mm:ss");
    m_dateTime = momentFormat("yyyy-mm-dd hh:mm:ss");
    return addSheet();
}

Status XlsxWriter::addSheet()
{
    ++m_sheets;
    const QByteArray name = m_sheets == 1 ? QByteArray("Rows") : QByteArray("Rows ") + QByteArray::number(m_sheets);
    m_sheet = workbook_add_worksheet(m_workbook, name.constData());
    if (!m_sheet)
        return fail(ErrorKind::Io, QStringLiteral("The workbook cannot be written: no further sheet."));
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (size_t i = 0; i < m_columns.size(); ++i)
        JOINERY_TRY(check(worksheet_write_string(m_sheet, 0, lxw_col_t(i), m_columns[i].name.toUtf8().constData(), m_heading)));
    m_row = 1;
    return {};
}

Status XlsxWriter::write(const driver::RowBlock &block)
{
    for (int row = 0; row < block.rowCount(); ++row) {
        if (m_row == kRowsOfSheet)
            JOINERY_TRY(addSheet());
        for (int column = 0; column < block.columnCount(); ++column)
            JOINERY_TRY(writeCell(block, row, column));
        ++m_row;
    }
    return {};
}

Status XlsxWriter::writeCell(const driver::RowBlock &block, int row, int column)
{
    const auto number = [&](double value) { return check(worksheet_write_number(m_sheet, m_row, lxw_col_t(column), value, nullptr)); };
    switch (block.tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default: return {};
    case ValueTag::Boolean: return check(worksheet_write_boolean(m_sheet, m_row, lxw_col_t(column), block.boolean(row, column), nullptr));
    case ValueTag::Integer: {
        const qint64 value = block.integer(row, column);
        if (value >= -kExactInteger && value <= kExactInteger)
            return number(double(value));
        break;
    }
    case ValueTag::Unsigned:
        if (block.unsignedInteger(row, column) <= quint64(kExactInteger))
            return number(double(block.unsignedInteger(row, column)));
        break;
    case ValueTag::Real:
        if (std::isfinite(block.real(row, column)))
            return number(block.real(row, column));
        break;
    case ValueTag::Lexical:
    case ValueTag::Text: {
        const QByteArrayView text = block.bytes(row, column);
        const TypeKind kind = m_columns[size_t(column)].type.kind;
        const bool numeric = kind == TypeKind::Numeric || kind == TypeKind::Float;
        if (numeric && block.tag(row, column) == ValueTag::Lexical && digitsOf(text) <= kExactDigits) {
            bool isNumber = false;
            const double value = text.toByteArray().toDouble(&isNumber);
            if (isNumber && std::isfinite(value))
                return number(value);
        }
        if ((kind == TypeKind::Date || kind == TypeKind::DateTime || kind == TypeKind::Time) && writeMoment(column, text))
            return {};
        break;
    }
    case ValueTag::Bytes: break;
    }
    return writeText(column, cellText(block, row, column));
}

/// What Excel counts as a day since 1900, to the millisecond; others stay texts.
bool XlsxWriter::writeMoment(int column, QByteArrayView text)
{
    const QString string = QString::fromUtf8(text);
    const TypeKind kind = m_columns[size_t(column)].type.kind;
    QDate date(1900, 3, 1);
    QTime time(0, 0);
    if (kind != TypeKind::Time) {
        date = QDate::fromString(string.left(10), Qt::ISODate);
        if (!date.isValid() || date < QDate(1900, 3, 1) || date.year() > 9999)
            return false;
    }
    if (kind != TypeKind::Date) {
        const QString clock = kind == TypeKind::Time ? string : string.mid(11);
        const bool plain = std::ranges::all_of(clock, [](QChar c) { return c.isDigit() || c == u':' || c == u'.'; });
        time = QTime::fromString(clock, Qt::ISODateWithMs);
        if (!plain || !time.isValid() || clock.size() > 12 || string.size() < 8) // a zone, microseconds, 25:00
            return false;
    } else if (string.size() != 10) {
        return false;
    }
    lxw_datetime moment{date.year(), date.month(), date.day(), time.hour(), time.minute(), double(time.second()) + time.msec() / 1000.0};
    if (kind == TypeKind::Time)
        moment.year = moment.month = moment.day = 0;
    lxw_format *format = kind == TypeKind::Date ? m_date : kind == TypeKind::Time ? m_time : m_dateTime;
    return worksheet_write_datetime(m_sheet, m_row, lxw_col_t(column), &moment, format) == LXW_NO_ERROR;
}

Status XlsxWriter::writeText(int column, const QByteArray &text)
{
    if (text.isEmpty())
        return {}; // Excel has no cell with an empty text
    const qsizetype units = text.size() <= kCharactersOfCell ? 0 : QString::fromUtf8(text).size();
    if (units > kCharactersOfCell)
        return fail(ErrorKind::Unsupported, QStringLiteral("A cell of the column \"%1\" has %2 characters; Excel's cells have room for %3.")
                                                .arg(m_columns[size_t(column)].name).arg(units).arg(kCharactersOfCell));
    return check(worksheet_write_string(m_sheet, m_row, lxw_col_t(column), QByteArray(text).replace('\0', "").constData(), nullptr));
}

Status XlsxWriter::end()
{
    JOINERY_TRY(check(workbook_close(std::exchange(m_workbook, nullptr))));
    QFile workbook(m_file.fileName());
    if (!workbook.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Io, QStringLiteral("%1 cannot be read: %2").arg(m_file.fileName(), workbook.errorString()));
    while (!workbook.atEnd()) {
        buffer() += workbook.read(1 << 16);
        JOINERY_TRY(flushIfLarge());
    }
    return flush();
}

} // namespace joinery::transfer
