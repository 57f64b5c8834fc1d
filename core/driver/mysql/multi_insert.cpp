// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/multi_insert.h"

#include "core/driver/bulk_text.h"
#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/literal_text.h"
#include "core/driver/mysql/mysql_connection.h"
#include "core/driver/mysql/mysql_error.h"
#include "core/driver/number_text.h"

#include <QRegularExpression>

#include <algorithm>

namespace joinery::driver::mysql {

namespace {

constexpr qsizetype kPiece = 1 << 19;
constexpr qsizetype kPacketOverhead = 16;

} // namespace

MultiInsert::MultiInsert(MysqlConnection &connection, const BulkTarget &target, const CancelToken &token)
    : m_connection(connection), m_token(token), m_head(insertHead(target).toUtf8())
{}

MultiInsert::~MultiInsert()
{
    if (m_modeBefore.isNull() || !m_connection.isOpen())
        return;
    const Value before = Value::text(m_modeBefore);
    (void)m_connection.run(QStringLiteral("SET SESSION sql_mode = ?"), {&before, 1});
}

Status MultiInsert::start()
{
    JOINERY_TRY_VALUE(const RowBlock settings, m_connection.fetch(QStringLiteral("SELECT @@max_allowed_packet, @@sql_mode"), {}, m_token));
    m_limit = qsizetype(settings.value(0, 0).toText().toLongLong()) - kPacketOverhead;
    const QString mode = settings.value(0, 1).toText();
    JOINERY_TRY(m_connection.run(QStringLiteral("SET SESSION sql_mode = CONCAT(@@sql_mode, "
                                                "',STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_AUTO_VALUE_ON_ZERO')")));
    m_modeBefore = mode.isNull() ? QStringLiteral("") : mode;
    return {};
}

Status MultiInsert::write(const RowBlock &rows, int first, int count)
{
    for (int row = first; row < first + count; ++row) {
        if (m_statement.isEmpty())
            m_statement = m_head;
        else
            m_statement += ',';
        const qsizetype before = m_statement.size();
        appendRow(rows, row);
        ++m_rows;
        if (m_statement.size() > m_limit) {
            // The row alone is too long, or it goes into a statement of its own.
            const QByteArray alone = m_head + m_statement.mid(before);
            if (alone.size() > m_limit) {
                m_failedRow = m_rows - 1;
                return fail(ErrorKind::Data, QStringLiteral("The row takes %1 bytes, and max_allowed_packet of the server is %2.")
                                                 .arg(alone.size()).arg(m_limit + kPacketOverhead));
            }
            m_statement.truncate(before - 1);
            --m_rows;
            JOINERY_TRY(send());
            ++m_rows;
            m_statement = alone;
        }
        if (m_statement.size() >= kPiece)
            JOINERY_TRY(send());
    }
    return {};
}

void MultiInsert::appendRow(const RowBlock &rows, int row)
{
    const bool backslashes = escapesWithBackslashes(m_connection.wire());
    for (int column = 0; column < rows.columnCount(); ++column) {
        m_statement += column == 0 ? '(' : ',';
        switch (rows.tag(row, column)) {
        case ValueTag::Null:
        case ValueTag::Default: m_statement += "NULL"; break;
        case ValueTag::Boolean: m_statement += rows.boolean(row, column) ? '1' : '0'; break;
        case ValueTag::Integer: appendNumber(m_statement, rows.integer(row, column)); break;
        case ValueTag::Unsigned: appendNumber(m_statement, rows.unsignedInteger(row, column)); break;
        case ValueTag::Real:
            appendRealLiteral(m_statement, rows.real(row, column));
            break;
        case ValueTag::Text:
        case ValueTag::Lexical: appendTextLiteral(m_statement, rows.bytes(row, column), backslashes); break;
        case ValueTag::Bytes: appendBytesLiteral(m_statement, rows.bytes(row, column)); break;
        }
    }
    m_statement += ')';
}

Status MultiInsert::send()
{
    if (m_statement.isEmpty())
        return {};
    JOINERY_TRY(m_token.check());
    Wire &wire = m_connection.wire();
    const bool done = wire.query(m_statement, m_token);
    m_statement.truncate(0);
    const qint64 first = std::exchange(m_firstRow, m_rows);
    if (done)
        return {};
    Error error = withoutStatement(m_connection.judged(wire.lastError({}), QStringLiteral("INSERT")));
    wire.settle();
    static const QRegularExpression place(QStringLiteral(R"( at row (\d+)\s*$)"));
    if (const auto match = place.match(error.message); match.hasMatch()) {
        m_failedRow = first + match.captured(1).toLongLong() - 1;
        error.message.truncate(match.capturedStart()); // it counts in a statement that nobody sees
    }
    return fail(std::move(error));
}

Status MultiInsert::finish() { return send(); }

} // namespace joinery::driver::mysql
