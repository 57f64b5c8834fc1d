// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/commands.h"
#include "app/cli/result_format.h"
#include "core/transfer/copy_rows.h"

#include <QFileInfo>
#include <QSaveFile>

namespace joinery::cli {

namespace {

/// "table" or "schema.table".
schema::Name parseName(const QString &text, const dialect::Dialect &dialect)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot > 0 && dialect.capabilities().schemas)
        return {text.left(dot), text.mid(dot + 1)};
    return schema::Name(text);
}

class Dump : public Command
{
public:
    Dump() : Command("dump", "Write a table or the rows of a query to a file, streaming") {}

    void declare(Arguments &arguments) override
    {
        arguments.required(m_table, "table", "The table; with -q left out");
        arguments.optional(m_file, "file", "- is stdout");
        arguments.optional(m_sql, "-q,--query", "The rows of this statement instead of a table");
        arguments.choice(m_format, "--format", dataFormats(), "Default: from the name of the file");
        arguments.optional(m_null, "--null", "What stands for NULL in csv and tsv (default: nothing)");
    }

    Result<ExitCode> run(Context &context) override
    {
        if (m_sql.isEmpty() == m_file.isEmpty())
            return context.usage(QStringLiteral("Give TABLE FILE, or -q SQL FILE."));
        const QString target = m_sql.isEmpty() ? m_file : m_table;
        const bool toStdout = target == QLatin1String("-");
        if (m_format.isEmpty())
            m_format = toStdout ? QStringLiteral("csv") : QFileInfo(target).suffix().toLower();
        if (!dataFormats().contains(m_format))
            return context.usage(QStringLiteral("\"%1\" says nothing of its format: give --format %2.")
                                     .arg(target, dataFormats().join(u'|')));
        driver::ConnectOptions readOnly;
        readOnly.readOnly = true;
        JOINERY_TRY_VALUE(Database database, context.openDatabase(readOnly));
        const QString sql = m_sql.isEmpty() ? QString(QStringLiteral("SELECT * FROM ") +
                                                      database.dialect->quote(parseName(m_table, *database.dialect)))
                                            : m_sql;
        if (toStdout)
            return copy(context, database, sql, context.output().device());

        // A dump that fails leaves what was there before.
        QSaveFile file(target);
        if (!file.open(QIODevice::WriteOnly))
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(target, file.errorString()));
        JOINERY_TRY(copy(context, database, sql, file));
        if (!file.commit())
            return fail(ErrorKind::Io, QStringLiteral("%1 cannot be written: %2").arg(target, file.errorString()));
        return ExitCode::Done;
    }

private:
    Result<ExitCode> copy(Context &context, Database &database, const QString &sql, QIODevice &device)
    {
        JOINERY_TRY_VALUE(const std::unique_ptr<driver::Cursor> cursor, database.connection->execute(sql, context.token()));
        if (cursor->columns().empty())
            return fail(ErrorKind::InvalidInput, QStringLiteral("The statement gives no rows."));
        const std::unique_ptr<transfer::RowWriter> writer = makeRowWriter(m_format, device, m_null);
        JOINERY_TRY_VALUE(const qint64 rows,
                          transfer::copyRows(*cursor, *writer, context.token(), [&context](qint64 count) {
                              context.output().progress(QStringLiteral("%1 rows").arg(count));
                          }));
        context.showNotices(*database.connection);
        context.output().note(QStringLiteral("%1 rows written.").arg(rows));
        return ExitCode::Done;
    }

    QString m_table, m_file, m_sql, m_format, m_null;
};

} // namespace

std::unique_ptr<Command> makeDump()
{
    return std::make_unique<Dump>();
}

} // namespace joinery::cli
