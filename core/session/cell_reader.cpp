// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/cell_reader.h"

#include "core/session/change_sql.h"

#include <QIODevice>

namespace joinery::session {

using driver::RowBlock;
using driver::Value;
using driver::ValueTag;

QByteArray cellBytes(const Value &value)
{
    const bool hasBytes = value.tag() == ValueTag::Text || value.tag() == ValueTag::Bytes || value.tag() == ValueTag::Lexical;
    return hasBytes ? value.data() : value.toText().toUtf8();
}

namespace {

constexpr qint64 kPiece = 8 * 1024 * 1024;

class CellReader
{
public:
    CellReader(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source, const CellPlace &place,
               const CancelToken &token)
        : m_connection(connection), m_dialect(dialect), m_source(source), m_place(place), m_token(token)
    {
        const schema::Column *column = source.table.column(place.column);
        if (column && !source.isView)
            m_pieces = dialect.cellPieces(source.table, *column);
    }

    const std::optional<dialect::CellPieces> &pieces() const { return m_pieces; }
    QString name() const { return m_dialect.quote(m_place.column); }

    /// One value of the row.
    Result<Value> get(const QString &expression, const driver::CellLimit &limit = {}) const
    {
        const KeyedSelect select = selectByKey(m_dialect, m_source, m_place.key, expression);
        JOINERY_TRY_VALUE(const RowBlock block, m_connection.fetch(select.sql, select.parameters, m_token, limit));
        if (block.rowCount() != 1) {
            return fail(ErrorKind::Conflict, block.isEmpty() ? QStringLiteral("The row is not there any more: somebody else deleted it or "
                                                                              "changed its key.")
                                                             : QStringLiteral("%1 rows have this key.").arg(block.rowCount()));
        }
        return block.value(0, 0);
    }

    /// -1 where only the cell itself tells.
    Result<qint64> size() const
    {
        if (!m_pieces)
            return -1;
        JOINERY_TRY_VALUE(const Value bytes, get(m_pieces->bytes));
        return bytes.isNull() ? -1 : bytes.toText().toLongLong();
    }

private:
    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    const RowSource &m_source;
    const CellPlace &m_place;
    CancelToken m_token;
    std::optional<dialect::CellPieces> m_pieces;
};

qint64 charactersIn(const QByteArray &utf8)
{
    return std::ranges::count_if(utf8, [](char byte) { return (byte & 0xc0) != 0x80; });
}

Status write(QIODevice &to, const QByteArray &bytes)
{
    if (to.write(bytes) != bytes.size())
        return fail(ErrorKind::Io, QStringLiteral("The cell could not be written: %1").arg(to.errorString()));
    return {};
}

Result<qint64> copyPieces(const CellReader &cell, QIODevice &to, const std::function<void(qint64, qint64)> &progress, const CancelToken &token)
{
    JOINERY_TRY_VALUE(const qint64 all, cell.size());
    if (all <= kPiece) {
        JOINERY_TRY_VALUE(const Value value, cell.get(cell.name()));
        const QByteArray bytes = cellBytes(value);
        JOINERY_TRY(write(to, bytes));
        return bytes.size();
    }
    qint64 done = 0;
    for (qint64 from = 1;;) {
        JOINERY_TRY(token.check());
        JOINERY_TRY_VALUE(const Value piece, cell.get(cell.pieces()->piece(from, kPiece)));
        JOINERY_TRY(write(to, piece.data()));
        done += piece.data().size();
        if (progress)
            progress(done, all);
        const qint64 units = cell.pieces()->inCharacters ? charactersIn(piece.data()) : piece.data().size();
        if (units < kPiece)
            return done;
        from += units;
    }
}

} // namespace

Result<Value> readCell(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                       const CellPlace &place, qint64 most, const CancelToken &token)
{
    const CellReader cell(connection, dialect, source, place, token);
    const auto tooLarge = [&](qint64 size) {
        return fail(ErrorKind::Refused, QStringLiteral("The cell has %1 bytes, more than the %2 that can be loaded here. Save it to a file instead.")
                                            .arg(size).arg(most));
    };
    JOINERY_TRY_VALUE(const qint64 size, cell.size());
    if (size > most)
        return tooLarge(size);
    JOINERY_TRY_VALUE(const Value value, cell.get(cell.name(), {size_t(most), 0}));
    if (value.isPart())
        return tooLarge(value.wholeSize());
    return value;
}

Result<qint64> copyCell(driver::Connection &connection, const dialect::Dialect &dialect, const RowSource &source,
                        const CellPlace &place, QIODevice &to, const std::function<void(qint64, qint64)> &progress,
                        const CancelToken &token)
{
    const CellReader cell(connection, dialect, source, place, token);
    if (connection.transactionState() != driver::TransactionState::Idle)
        return copyPieces(cell, to, progress, token);
    JOINERY_TRY(connection.begin({driver::Isolation::RepeatableRead, true, false}));
    auto copied = copyPieces(cell, to, progress, token);
    const Status ended = connection.rollback();
    if (copied && !ended)
        return fail(ended.error());
    return copied;
}

} // namespace joinery::session
