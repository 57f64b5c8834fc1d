// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/copy_data.h"

#include "core/sql/lexer.h"

namespace joinery::transfer {

namespace {

using driver::RowBlock;
using driver::ValueTag;

/// Up to three octal digits, or x and up to two hexadecimal ones: a byte.
qsizetype appendByte(QByteArray &out, const QByteArray &field, qsizetype at)
{
    const bool hexadecimal = field.at(at) == 'x';
    const qsizetype most = hexadecimal ? 2 : 3;
    qsizetype end = hexadecimal ? at + 1 : at;
    while (end < field.size() && end - (hexadecimal ? at + 1 : at) < most
           && (hexadecimal ? isxdigit(uchar(field.at(end))) != 0 : field.at(end) >= '0' && field.at(end) <= '7'))
        ++end;
    const QByteArray digits = field.mid(hexadecimal ? at + 1 : at, end - (hexadecimal ? at + 1 : at));
    out += digits.isEmpty() ? field.at(at) : char(digits.toInt(nullptr, hexadecimal ? 16 : 8));
    return digits.isEmpty() ? at + 1 : end;
}

// https://www.postgresql.org/docs/current/sql-copy.html, "Text Format"
QByteArray unescaped(const QByteArray &field)
{
    if (!field.contains('\\'))
        return field;
    QByteArray out;
    for (qsizetype at = 0; at < field.size();) {
        if (field.at(at) != '\\' || at + 1 == field.size()) {
            out += field.at(at++);
            continue;
        }
        const char kind = field.at(++at);
        switch (kind) {
        case 'b': out += '\b'; ++at; break;
        case 'f': out += '\f'; ++at; break;
        case 'n': out += '\n'; ++at; break;
        case 'r': out += '\r'; ++at; break;
        case 't': out += '\t'; ++at; break;
        case 'v': out += '\v'; ++at; break;
        case 'x': case '0': case '1': case '2': case '3': case '4': case '5': case '6': case '7':
            at = appendByte(out, field, at);
            break;
        default: out += kind; ++at; break;
        }
    }
    return out;
}

void appendLine(RowBlock &rows, const QList<QByteArray> &fields)
{
    for (const QByteArray &field : fields) {
        if (field == "\\N") {
            rows.appendNull();
            continue;
        }
        const QByteArray value = unescaped(field);
        rows.append(ValueTag::Text, value.constData(), size_t(value.size()));
    }
}

class Copying
{
public:
    Copying(driver::Connection &connection, sql::ScriptReader &reader, const sql::ScriptReader::Statement &statement, const CancelToken &token)
        : m_connection(connection), m_reader(reader), m_statement(statement), m_token(token)
    {
    }

    Result<qint64> run()
    {
        JOINERY_TRY_VALUE(const driver::BulkTarget target, CopyData::target(m_statement.text));
        JOINERY_TRY_VALUE(const auto bulk, m_connection.bulkInsert(target, m_token));
        const auto refused = [&](Error error) { return fail(placed(std::move(error), bulk->failedRow())); };
        qsizetype columns = target.columns.size();
        for (;;) {
            JOINERY_TRY_VALUE(const QString lines, m_reader.readData());
            if (lines.isEmpty())
                break;
            QList<QByteArray> all = lines.toUtf8().split('\n');
            if (all.last().isEmpty())
                all.removeLast(); // behind the last line's end
            RowBlock rows;
            for (QByteArray &line : all) {
                if (line.endsWith('\r'))
                    line.chop(1);
                const QList<QByteArray> fields = line.isEmpty() && columns == 0 ? QList<QByteArray>{line} : line.split('\t');
                columns = columns == 0 ? fields.size() : columns;
                if (rows.columnCount() == 0)
                    rows.clear(int(columns));
                if (fields.size() != columns) {
                    return refusedLine(QStringLiteral("The line has %1 values, and the COPY wants %2.").arg(fields.size()).arg(columns),
                                       m_statement.dataLine + m_rows);
                }
                appendLine(rows, fields);
                ++m_rows;
            }
            if (const Status written = bulk->write(rows, 0, rows.rowCount()); !written)
                return refused(written.error());
        }
        if (const Status finished = bulk->finish(); !finished)
            return refused(finished.error());
        return m_rows;
    }

private:
    Error placed(Error error, qint64 row) const
    {
        if (row >= 0)
            error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("On line %1 of the script.").arg(m_statement.dataLine + row);
        return error;
    }

    tl::unexpected<Error> refusedLine(const QString &message, qint64 line) const
    {
        Error error;
        error.kind = ErrorKind::Data;
        error.message = message;
        error.detail = QStringLiteral("On line %1 of the script.").arg(line);
        return fail(std::move(error));
    }

    driver::Connection &m_connection;
    sql::ScriptReader &m_reader;
    const sql::ScriptReader::Statement &m_statement;
    const CancelToken &m_token;
    qint64 m_rows = 0;
};

} // namespace

Result<driver::BulkTarget> CopyData::target(const QString &statement)
{
    const std::vector<sql::Token> tokens = sql::significantTokens(statement, sql::Flavor::Postgresql);
    driver::BulkTarget target;
    size_t at = 1;
    const auto is = [&](size_t token, const char *word) { return token < tokens.size() && tokens[token].isWord(statement, QLatin1String(word)); };
    const size_t name = at;
    while (at < tokens.size() && !tokens[at].is(statement, u'(') && !is(at, "FROM"))
        ++at;
    if (at > name && at < tokens.size()) {
        target.table = statement.mid(tokens[name].start, tokens[at - 1].end() - tokens[name].start);
        target.tableName = sql::unquotedName(tokens[at - 1].in(statement));
    }
    if (at < tokens.size() && tokens[at].is(statement, u'(')) {
        for (++at; at < tokens.size() && !tokens[at].is(statement, u')'); ++at) {
            if (!tokens[at].is(statement, u','))
                target.columns.append(tokens[at].in(statement).toString());
        }
        ++at;
    }
    if (target.table.isEmpty() || !is(at, "FROM") || !is(at + 1, "STDIN") || at + 2 != tokens.size()) {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = QStringLiteral("A script can bring the data of COPY in its text format alone: COPY table (columns) FROM stdin, without options.");
        error.statement = statement;
        return fail(std::move(error));
    }
    return target;
}

Result<qint64> CopyData::run(driver::Connection &connection, sql::ScriptReader &reader, const sql::ScriptReader::Statement &statement,
                             const CancelToken &token)
{
    const bool own = connection.transactionState() == driver::TransactionState::Idle;
    if (own)
        JOINERY_TRY(connection.begin());
    Result<qint64> rows = Copying(connection, reader, statement, token).run();
    if (!own)
        return rows;
    if (rows) {
        JOINERY_TRY(connection.commit());
    } else if (connection.isOpen()) {
        (void)connection.rollback(); // the first error is the one to tell
    }
    return rows;
}

} // namespace joinery::transfer
