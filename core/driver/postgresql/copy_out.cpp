// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/postgresql/copy_out.h"

#include "core/driver/postgresql/libpq.h"
#include "core/driver/postgresql/server_error.h"
#include "core/driver/postgresql/session.h"
#include "core/driver/statement_words.h"

namespace joinery::driver {

CsvSource::~CsvSource() = default;

namespace postgresql {

namespace {

constexpr Oid kBoolean = 16;
constexpr qsizetype kPiece = 1 << 16;
constexpr qint64 kRowsBetweenProgress = 10000;

/// Whether the server can describe the statement, and says nothing of booleans in it.
Result<bool> isCopyable(Session &session, const QByteArray &sql, const CancelToken &token)
{
    if (pq().PQsendPrepare(session.handle(), "", sql.constData(), 0, nullptr) == 0)
        return fail(session.lost(QString::fromUtf8(sql)));
    bool good = true;
    for (const bool describing : {false, true}) {
        if (describing && (!good || pq().PQsendDescribePrepared(session.handle(), "") == 0))
            return false;
        for (;;) {
            JOINERY_TRY_VALUE(const ResultPtr result, session.next(token));
            if (!result)
                break;
            good = good && pq().PQresultStatus(result.get()) == PGRES_COMMAND_OK;
            for (int i = 0; describing && i < pq().PQnfields(result.get()); ++i)
                good = good && pq().PQftype(result.get(), i) != kBoolean;
            good = good && (!describing || pq().PQnfields(result.get()) > 0);
        }
    }
    return good;
}

QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\'', "''") + '\'';
}

} // namespace

Result<std::optional<qint64>> copyOut(Session &session, const QString &sql, const CsvForm &form, QIODevice &device,
                                      const CancelToken &token, const std::function<void(qint64)> &progress)
{
    const std::optional<qint64> usualWay;
    if (!isReading(sql) || sql.contains(QChar(0)) || form.null.contains('\0'))
        return usualWay;
    JOINERY_TRY_VALUE(const bool copyable, isCopyable(session, sql.toUtf8(), token));
    if (!copyable)
        return usualWay;
    const QByteArray copy = "COPY (" + sql.toUtf8() + "\n) TO STDOUT (FORMAT csv, HEADER, DELIMITER " +
                            quoted(QByteArray(1, form.separator)) + ", NULL " + quoted(form.null) + ')';
    if (pq().PQsendQuery(session.handle(), copy.constData()) == 0)
        return fail(session.lost(sql));
    {
        JOINERY_TRY_VALUE(const ResultPtr result, session.next(token));
        if (!result || pq().PQresultStatus(result.get()) != PGRES_COPY_OUT) {
            session.finish(false);
            return usualWay;
        }
    }
    qint64 rows = -1; // the first line holds the names
    QByteArray buffer;
    const auto write = [&]() -> Status {
        if (device.write(buffer) != buffer.size())
            return fail(ErrorKind::Io, QStringLiteral("The output cannot be written: %1").arg(device.errorString()));
        buffer.truncate(0);
        return {};
    };
    for (;;) {
        JOINERY_TRY_VALUE(const bool more, session.nextCopyData(buffer, token));
        if (!more)
            break;
        ++rows;
        if (progress && rows % kRowsBetweenProgress == 0)
            progress(rows);
        if (buffer.size() < kPiece)
            continue;
        if (Status written = write(); !written) {
            session.finish(true);
            return fail(std::move(written).error());
        }
    }
    std::optional<Error> failure;
    for (;;) {
        JOINERY_TRY_VALUE(const ResultPtr result, session.next(token));
        if (!result)
            break;
        if (pq().PQresultStatus(result.get()) != PGRES_COMMAND_OK && !failure)
            failure = errorOf(result.get(), sql);
    }
    if (failure) {
        failure->offset = -1; // it counts in the COPY
        return fail(*std::move(failure));
    }
    JOINERY_TRY(write());
    return std::optional(rows);
}

} // namespace postgresql

} // namespace joinery::driver
