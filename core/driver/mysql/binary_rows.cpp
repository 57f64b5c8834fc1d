// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/binary_rows.h"

#include "core/driver/mysql/cell.h"
#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/mysql_error.h"

namespace joinery::driver::mysql {

namespace {

constexpr size_t kFirstBufferSize = 512;

// Everything that a parameter's MYSQL_BIND points at.
struct Parameter
{
    qint64 integer = 0;
    double real = 0;
    unsigned long length = 0;
};

void bindParameter(MYSQL_BIND &bind, Parameter &parameter, const Value &value)
{
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: bind.buffer_type = MYSQL_TYPE_NULL; return;
    case ValueTag::Boolean:
    case ValueTag::Integer:
    case ValueTag::Unsigned:
        parameter.integer = value.toInteger();
        bind.buffer_type = MYSQL_TYPE_LONGLONG;
        bind.is_unsigned = value.tag() == ValueTag::Unsigned;
        bind.buffer = &parameter.integer;
        return;
    case ValueTag::Real:
        parameter.real = value.toReal();
        bind.buffer_type = MYSQL_TYPE_DOUBLE;
        bind.buffer = &parameter.real;
        return;
    case ValueTag::Text:
    case ValueTag::Lexical:
    case ValueTag::Bytes:
        parameter.length = static_cast<unsigned long>(value.data().size());
        bind.buffer_type = value.tag() == ValueTag::Bytes ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING;
        bind.buffer = const_cast<char *>(value.data().constData());
        bind.buffer_length = parameter.length;
        bind.length = &parameter.length;
        return;
    }
}

} // namespace

// What the columns of a row are fetched into.
struct BinaryRows::Buffers
{
    struct Column
    {
        std::vector<char> bytes;
        MYSQL_TIME time{};
        qint64 integer = 0;
        double real = 0;
        float single = 0;
        unsigned long length = 0;
        my_bool isNull = 0;
        my_bool isCut = 0;
    };
    std::vector<Column> columns;
    std::vector<MYSQL_BIND> binds;

    void bind(const std::vector<Field> &fields)
    {
        columns.resize(fields.size());
        binds.assign(fields.size(), MYSQL_BIND{});
        for (size_t i = 0; i < fields.size(); ++i) {
            Column &column = columns[i];
            MYSQL_BIND &bind = binds[i];
            bind.length = &column.length;
            bind.is_null = &column.isNull;
            bind.error = &column.isCut;
            switch (fields[i].form) {
            case FieldForm::Integer:
            case FieldForm::Unsigned:
            case FieldForm::Year:
                bind.buffer_type = MYSQL_TYPE_LONGLONG;
                bind.is_unsigned = fields[i].form == FieldForm::Unsigned;
                bind.buffer = &column.integer;
                break;
            case FieldForm::Float: bind.buffer_type = MYSQL_TYPE_FLOAT; bind.buffer = &column.single; break;
            case FieldForm::Double: bind.buffer_type = MYSQL_TYPE_DOUBLE; bind.buffer = &column.real; break;
            case FieldForm::Date: bind.buffer_type = MYSQL_TYPE_DATE; bind.buffer = &column.time; break;
            case FieldForm::Time: bind.buffer_type = MYSQL_TYPE_TIME; bind.buffer = &column.time; break;
            case FieldForm::DateTime: bind.buffer_type = MYSQL_TYPE_DATETIME; bind.buffer = &column.time; break;
            case FieldForm::Bit:
            case FieldForm::Lexical:
            case FieldForm::Text:
            case FieldForm::Bytes:
                if (column.bytes.empty())
                    column.bytes.resize(kFirstBufferSize);
                bind.buffer_type = MYSQL_TYPE_BLOB;
                bind.buffer = column.bytes.data();
                bind.buffer_length = static_cast<unsigned long>(column.bytes.size());
                break;
            }
        }
    }
};

BinaryRows::BinaryRows(Wire &wire, const QString &sql)
    : m_wire(wire), m_sql(sql), m_utf8(sql.toUtf8()), m_statement(maria().mysql_stmt_init(wire.handle()))
{}

BinaryRows::~BinaryRows()
{
    if (m_statement)
        maria().mysql_stmt_close(m_statement);
}

Result<std::unique_ptr<Rows>> BinaryRows::start(Wire &wire, const QString &sql, std::span<const Value> parameters,
                                                const QString &database, const CancelToken &token)
{
    std::unique_ptr<BinaryRows> rows(new BinaryRows(wire, sql));
    JOINERY_TRY(rows->prepare(token));
    const auto wanted = maria().mysql_stmt_param_count(rows->m_statement);
    if (wanted != parameters.size())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The statement has %1 parameters, %2 were given.")
                                                 .arg(wanted).arg(parameters.size()));
    JOINERY_TRY(rows->execute(parameters, token));
    JOINERY_TRY(rows->describe(database));
    return rows;
}

Status BinaryRows::prepare(const CancelToken &token)
{
    int code = 0;
    m_wire.drive([&] { return maria().mysql_stmt_prepare_start(&code, m_statement, m_utf8.constData(), static_cast<unsigned long>(m_utf8.size())); },
                 [&](int came) { return maria().mysql_stmt_prepare_cont(&code, m_statement, came); }, token);
    if (code != 0)
        return fail(lastError());
    return {};
}

Status BinaryRows::execute(std::span<const Value> parameters, const CancelToken &token)
{
    std::vector<MYSQL_BIND> binds(parameters.size());
    std::vector<Parameter> values(parameters.size());
    for (size_t i = 0; i < parameters.size(); ++i) {
        binds[i] = MYSQL_BIND{};
        bindParameter(binds[i], values[i], parameters[i]);
    }
    if (!binds.empty() && maria().mysql_stmt_bind_param(m_statement, binds.data()) != 0)
        return fail(lastError());
    int code = 0;
    m_wire.drive([&] { return maria().mysql_stmt_execute_start(&code, m_statement); },
                 [&](int came) { return maria().mysql_stmt_execute_cont(&code, m_statement, came); }, token);
    if (code != 0)
        return fail(lastError());
    return {};
}

Status BinaryRows::describe(const QString &database)
{
    MYSQL_RES *metadata = maria().mysql_stmt_result_metadata(m_statement);
    if (!metadata) {
        m_affected = std::max<qint64>(0, qint64(maria().mysql_stmt_affected_rows(m_statement)));
        m_insertId = qint64(maria().mysql_stmt_insert_id(m_statement));
        m_warnings = int(maria().mysql_stmt_warning_count(m_statement));
        return {};
    }
    const unsigned count = maria().mysql_num_fields(metadata);
    const MYSQL_FIELD *fields = maria().mysql_fetch_fields(metadata);
    for (unsigned i = 0; i < count; ++i)
        m_fields.push_back(describeField(fields[i], database));
    maria().mysql_free_result(metadata);
    m_buffers = std::make_unique<Buffers>();
    m_buffers->bind(m_fields);
    if (maria().mysql_stmt_bind_result(m_statement, m_buffers->binds.data()) != 0)
        return fail(lastError());
    return {};
}

Result<bool> BinaryRows::next(RowBlock &block, const CancelToken &token)
{
    if (m_fields.empty())
        return false;
    int code = 0;
    m_wire.drive([&] { return maria().mysql_stmt_fetch_start(&code, m_statement); },
                 [&](int came) { return maria().mysql_stmt_fetch_cont(&code, m_statement, came); }, token);
    if (code == MYSQL_NO_DATA) {
        readEndOfRows();
        return false;
    }
    if (code != 0 && code != MYSQL_DATA_TRUNCATED)
        return fail(lastError());
    bool grew = false;
    for (size_t i = 0; i < m_fields.size(); ++i) {
        Buffers::Column &column = m_buffers->columns[i];
        const size_t wanted = column.length > block.cellLimit().whole ? block.cellLimit().part : column.length;
        if (!column.isNull && !column.bytes.empty() && wanted > column.bytes.size()) {
            column.bytes.resize(wanted);
            MYSQL_BIND &bind = m_buffers->binds[i];
            bind.buffer = column.bytes.data();
            bind.buffer_length = static_cast<unsigned long>(column.bytes.size());
            if (maria().mysql_stmt_fetch_column(m_statement, &bind, unsigned(i), 0) != 0)
                return fail(lastError());
            grew = true;
        }
        appendCell(block, i);
    }
    if (grew && maria().mysql_stmt_bind_result(m_statement, m_buffers->binds.data()) != 0)
        return fail(lastError());
    return true;
}

void BinaryRows::appendCell(RowBlock &block, size_t index)
{
    const Buffers::Column &column = m_buffers->columns[index];
    const Field &field = m_fields[index];
    if (column.isNull) {
        block.appendNull();
        return;
    }
    switch (field.form) {
    case FieldForm::Integer: block.appendInteger(column.integer); return;
    case FieldForm::Unsigned: block.appendUnsigned(quint64(column.integer)); return;
    case FieldForm::Year: appendYear(block, column.integer); return;
    case FieldForm::Float: appendFloat(block, column.single); return;
    case FieldForm::Double: block.appendReal(column.real); return;
    case FieldForm::Date:
    case FieldForm::Time:
    case FieldForm::DateTime: appendTime(block, field, column.time); return;
    case FieldForm::Bit:
    case FieldForm::Lexical:
    case FieldForm::Text:
    case FieldForm::Bytes: appendRawCell(block, field.form, column.bytes.data(), column.length); return;
    }
}

// libmariadb drops what the last packet of an unbuffered result says: warnings and the state of the transaction.
void BinaryRows::readEndOfRows()
{
    MYSQL *handle = m_wire.handle();
    const unsigned char *packet = handle->net.read_pos;
    if (packet && packet[0] == 0xfe) {
        m_warnings = packet[1] | packet[2] << 8;
        handle->server_status = unsigned(packet[3] | packet[4] << 8);
    }
}

Error BinaryRows::lastError() const
{
    if (maria().mysql_stmt_errno(m_statement) == 0) // an error while rows come stands at the connection
        return m_wire.lastError(m_sql);
    return errorOf(maria().mysql_stmt_errno(m_statement), maria().mysql_stmt_sqlstate(m_statement),
                   QString::fromUtf8(maria().mysql_stmt_error(m_statement)), m_sql);
}

} // namespace joinery::driver::mysql
