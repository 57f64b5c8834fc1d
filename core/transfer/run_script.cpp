// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/run_script.h"

#include "core/sql/classify.h"
#include "core/transfer/copy_data.h"

namespace joinery::transfer {

namespace {

class Script
{
public:
    Script(driver::Connection &connection, const dialect::Dialect &dialect, QIODevice &device, const CancelToken &token)
        : m_connection(connection), m_dialect(dialect), m_device(device), m_flavor(sql::flavorOf(dialect.name())), m_token(token)
    {}

    Status run(const std::function<void(qint64, qint64)> &progress)
    {
        sql::ScriptReader reader(m_device, m_flavor);
        JOINERY_TRY(m_connection.begin());
        for (;;) {
            JOINERY_TRY(m_token.check());
            JOINERY_TRY_VALUE(const auto statement, reader.next());
            if (!statement)
                break;
            const sql::StatementTraits traits = sql::classify(statement->text, m_flavor);
            using Control = sql::StatementTraits::Control;
            if (traits.kind == sql::StatementTraits::Kind::Empty || traits.control == Control::Begin || traits.control == Control::Commit)
                continue; // one transaction is around all of it
            if (traits.control == Control::Rollback)
                return fail(placed(refused(*statement), *statement));
            if (Status ran = runOne(reader, *statement); !ran)
                return fail(placed(std::move(ran).error(), *statement));
            m_hasCommitted = m_hasCommitted || (traits.kind == sql::StatementTraits::Kind::Definition && !m_dialect.capabilities().transactionalDdl);
            // Such an engine has ended the transaction with it.
            if (m_connection.transactionState() == driver::TransactionState::Idle)
                JOINERY_TRY(m_connection.begin());
            ++m_report.statements;
            if (progress)
                progress(m_report.statements, m_device.pos());
        }
        JOINERY_TRY(m_token.check());
        return m_connection.commit();
    }

    ScriptReport &report() { return m_report; }
    bool hasCommitted() const { return m_hasCommitted; }

private:
    Status runOne(sql::ScriptReader &reader, const sql::ScriptReader::Statement &statement)
    {
        if (statement.hasData) {
            JOINERY_TRY_VALUE(const qint64 rows, CopyData::run(m_connection, reader, statement, m_token));
            m_report.rows += rows;
            return {};
        }
        JOINERY_TRY_VALUE(const qint64 rows, m_connection.run(statement.text, {}, m_token));
        m_report.rows += std::max<qint64>(rows, 0);
        return {};
    }

    static Error refused(const sql::ScriptReader::Statement &statement)
    {
        Error error;
        error.kind = ErrorKind::Unsupported;
        error.message = QStringLiteral("The script takes itself back: %1.").arg(statement.text.simplified());
        error.statement = statement.text;
        return error;
    }

    static Error placed(Error error, const sql::ScriptReader::Statement &statement)
    {
        const qsizetype at = error.statement == statement.text ? std::max<qsizetype>(0, error.offset) : 0;
        const qint64 line = statement.line + QStringView(statement.text).left(at).count(u'\n');
        error.detail += (error.detail.isEmpty() ? QString() : QStringLiteral("\n")) + QStringLiteral("On line %1 of the script.").arg(line);
        return error;
    }

    driver::Connection &m_connection;
    const dialect::Dialect &m_dialect;
    QIODevice &m_device;
    sql::Flavor m_flavor;
    CancelToken m_token;
    ScriptReport m_report;
    bool m_hasCommitted = false;
};

} // namespace

Result<ScriptReport> runScript(driver::Connection &connection, const dialect::Dialect &dialect, QIODevice &device, const CancelToken &token,
                               const std::function<void(qint64 statements, qint64 bytes)> &progress)
{
    Script script(connection, dialect, device, token);
    Status status = script.run(progress);
    if (status)
        return script.report();
    Error error = std::move(status).error();
    if (error.damage == Damage::InDoubt)
        return fail(std::move(error));
    if (connection.isOpen() && connection.transactionState() != driver::TransactionState::Idle)
        (void)connection.rollback(); // the first error is the one to tell
    if (error.damage != Damage::Connection)
        error.damage = Damage::None;
    error.detail += QStringLiteral("\n") + (script.hasCommitted()
        ? QStringLiteral("What creates or changes tables on this server commits by itself: that part of the script stays.")
        : QStringLiteral("Nothing of the script stays."));
    return fail(std::move(error));
}

} // namespace joinery::transfer
