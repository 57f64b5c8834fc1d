// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/qtsql/odbc_calls.h"

#include "core/driver/qtsql/libodbc.h"

#include <QRegularExpression>

namespace joinery::driver::qtsql {

namespace {

static_assert(sizeof(SQLWCHAR) == sizeof(char16_t));

QString textOf(const SQLWCHAR *text, qsizetype length)
{
    QString string = QString::fromUtf16(reinterpret_cast<const char16_t *>(text), length);
    while (string.endsWith(QChar(0)))
        string.chop(1);
    return string;
}

std::vector<Diagnostic> diagnostics(SQLSMALLINT kind, OdbcHandle handle)
{
    std::vector<Diagnostic> found;
    for (SQLSMALLINT record = 1; handle && record < 20; ++record) {
        SQLWCHAR state[6] = {};
        std::vector<SQLWCHAR> message(4096);
        SQLINTEGER native = 0;
        SQLSMALLINT length = 0;
        const SQLRETURN got = odbc().SQLGetDiagRecW(kind, handle, record, state, &native, message.data(), SQLSMALLINT(message.size()), &length);
        if (!SQL_SUCCEEDED(got))
            break;
        const qsizetype used = std::min<qsizetype>(length, qsizetype(message.size()) - 1);
        found.push_back({withoutVendors(textOf(message.data(), used)), textOf(state, 5), int(native)});
    }
    return found;
}

QString attribute(OdbcHandle stmt, int column, SQLUSMALLINT what)
{
    SQLWCHAR text[512] = {};
    SQLSMALLINT bytes = 0;
    if (!SQL_SUCCEEDED(odbc().SQLColAttributeW(stmt, SQLUSMALLINT(column), what, text, sizeof text, &bytes, nullptr)))
        return {};
    return textOf(text, std::min<qsizetype>(bytes, sizeof text - 2) / 2);
}

qint64 number(OdbcHandle stmt, int column, SQLUSMALLINT what)
{
    SQLLEN value = 0;
    return SQL_SUCCEEDED(odbc().SQLColAttributeW(stmt, SQLUSMALLINT(column), what, nullptr, 0, nullptr, &value)) ? value : 0;
}

OdbcColumn::Reading readingOf(int type, bool isUnsigned)
{
    using Reading = OdbcColumn::Reading;
    switch (type) {
    case SQL_BIT: return Reading::Boolean;
    case SQL_TINYINT:
    case SQL_SMALLINT:
    case SQL_INTEGER:
    case SQL_BIGINT: return isUnsigned ? Reading::Unsigned : Reading::Integer;
    case SQL_REAL: return Reading::SingleReal;
    case SQL_FLOAT:
    case SQL_DOUBLE: return Reading::Real;
    case SQL_CHAR:
    case SQL_VARCHAR:
    case SQL_LONGVARCHAR:
    case SQL_WCHAR:
    case SQL_WVARCHAR:
    case SQL_WLONGVARCHAR: return Reading::Text;
    case SQL_BINARY:
    case SQL_VARBINARY:
    case SQL_LONGVARBINARY: return Reading::Bytes;
    default: return Reading::Lexical; // numbers of any precision, dates, times, intervals, and what is the engine's own
    }
}

tl::unexpected<Error> notRead(OdbcHandle stmt)
{
    Error error;
    error.kind = ErrorKind::Server;
    error.damage = Damage::Statement;
    const std::vector<Diagnostic> said = statementDiagnostics(stmt);
    error.message = said.empty() ? QStringLiteral("The ODBC driver gave no value and no reason.") : said.front().message;
    error.sqlState = said.empty() ? QString() : said.front().sqlState;
    error.nativeCode = said.empty() ? 0 : said.front().nativeCode;
    return fail(std::move(error));
}

/// The bytes of a cell as `kind`, read piece by piece; nothing for NULL. `terminator` is what the driver writes behind each
/// piece.
Result<std::optional<QByteArray>> pieces(OdbcHandle stmt, int column, SQLSMALLINT kind, int terminator)
{
    QByteArray all;
    for (char buffer[8192];;) {
        SQLLEN length = 0;
        const SQLRETURN got = odbc().SQLGetData(stmt, SQLUSMALLINT(column), kind, buffer, sizeof buffer, &length);
        if (got == SQL_NO_DATA)
            return all;
        if (!SQL_SUCCEEDED(got))
            return notRead(stmt);
        if (length == SQL_NULL_DATA)
            return std::optional<QByteArray>();
        const SQLLEN room = SQLLEN(sizeof buffer) - terminator;
        const bool cut = length == SQL_NO_TOTAL || length > room;
        all.append(buffer, cut ? room : length);
        if (!cut || got == SQL_SUCCESS)
            return all;
    }
}

Result<std::optional<QByteArray>> utf8(OdbcHandle stmt, int column)
{
    JOINERY_TRY_VALUE(const auto bytes, pieces(stmt, column, SQL_C_WCHAR, 2));
    if (!bytes)
        return std::optional<QByteArray>();
    return QStringView(reinterpret_cast<const char16_t *>(bytes->constData()), bytes->size() / 2).toUtf8();
}

/// False for NULL.
template <class T>
Result<bool> fixed(OdbcHandle stmt, int column, SQLSMALLINT kind, T &value)
{
    SQLLEN length = 0;
    if (!SQL_SUCCEEDED(odbc().SQLGetData(stmt, SQLUSMALLINT(column), kind, &value, sizeof value, &length)))
        return notRead(stmt);
    return length != SQL_NULL_DATA;
}

Status appendCell(OdbcHandle stmt, int column, OdbcColumn::Reading reading, RowBlock &block)
{
    using Reading = OdbcColumn::Reading;
    switch (reading) {
    case Reading::Boolean: {
        SQLCHAR value = 0;
        JOINERY_TRY_VALUE(const bool there, fixed(stmt, column, SQL_C_BIT, value));
        there ? block.appendBoolean(value != 0) : block.appendNull();
        return {};
    }
    case Reading::Integer: {
        SQLBIGINT value = 0;
        JOINERY_TRY_VALUE(const bool there, fixed(stmt, column, SQL_C_SBIGINT, value));
        there ? block.appendInteger(value) : block.appendNull();
        return {};
    }
    case Reading::Unsigned: {
        SQLUBIGINT value = 0;
        JOINERY_TRY_VALUE(const bool there, fixed(stmt, column, SQL_C_UBIGINT, value));
        there ? block.appendUnsigned(value) : block.appendNull();
        return {};
    }
    case Reading::Real: {
        double value = 0;
        JOINERY_TRY_VALUE(const bool there, fixed(stmt, column, SQL_C_DOUBLE, value));
        there ? block.appendReal(value) : block.appendNull();
        return {};
    }
    case Reading::Bytes: {
        JOINERY_TRY_VALUE(const auto bytes, pieces(stmt, column, SQL_C_BINARY, 0));
        bytes ? block.append(ValueTag::Bytes, bytes->constData(), size_t(bytes->size())) : block.appendNull();
        return {};
    }
    case Reading::SingleReal:
    case Reading::Lexical:
    case Reading::Text: {
        JOINERY_TRY_VALUE(const auto text, utf8(stmt, column));
        bool isNumber = false;
        // Four bytes widened to eight would show digits that nobody wrote.
        const double real = text && reading == Reading::SingleReal ? text->toDouble(&isNumber) : 0;
        if (!text)
            block.appendNull();
        else if (isNumber)
            block.appendReal(real);
        else
            block.append(reading == Reading::Text ? ValueTag::Text : ValueTag::Lexical, text->constData(), size_t(text->size()));
        return {};
    }
    }
    Q_UNREACHABLE();
}

schema::TypeKind kindOfOdbc(int sqlType)
{
    using schema::TypeKind;
    switch (sqlType) {
    case SQL_BIT: return TypeKind::Boolean;
    case SQL_TINYINT:
    case SQL_SMALLINT: return TypeKind::SmallInteger;
    case SQL_INTEGER: return TypeKind::Integer;
    case SQL_BIGINT: return TypeKind::BigInteger;
    case SQL_REAL: return TypeKind::Float;
    case SQL_FLOAT:
    case SQL_DOUBLE: return TypeKind::Double;
    case SQL_NUMERIC:
    case SQL_DECIMAL: return TypeKind::Numeric;
    case SQL_CHAR:
    case SQL_WCHAR: return TypeKind::Char;
    case SQL_VARCHAR:
    case SQL_WVARCHAR: return TypeKind::String;
    case SQL_LONGVARCHAR:
    case SQL_WLONGVARCHAR: return TypeKind::Text;
    case SQL_BINARY:
    case SQL_VARBINARY:
    case SQL_LONGVARBINARY: return TypeKind::LargeBinary;
    case SQL_DATE:
    case SQL_TYPE_DATE: return TypeKind::Date;
    case SQL_TIME:
    case SQL_TYPE_TIME: return TypeKind::Time;
    case SQL_TIMESTAMP:
    case SQL_TYPE_TIMESTAMP: return TypeKind::DateTime;
    case SQL_GUID: return TypeKind::Uuid;
    default: return TypeKind::Native;
    }
}

} // namespace

QString withoutVendors(const QString &message)
{
    static const QRegularExpression vendors(QStringLiteral(R"(^(\[[^\]]*\]\s*)+)"));
    return QString(message).remove(vendors).trimmed();
}

std::vector<Diagnostic> statementDiagnostics(OdbcHandle stmt) { return diagnostics(SQL_HANDLE_STMT, stmt); }
std::vector<Diagnostic> connectionDiagnostics(OdbcHandle dbc) { return diagnostics(SQL_HANDLE_DBC, dbc); }

QString infoText(OdbcHandle dbc, unsigned short what)
{
    SQLWCHAR text[512] = {};
    SQLSMALLINT bytes = 0;
    if (!SQL_SUCCEEDED(odbc().SQLGetInfoW(dbc, what, text, sizeof text, &bytes)))
        return {};
    return textOf(text, std::min<qsizetype>(bytes, sizeof text - 2) / 2);
}

OdbcFacts factsOf(OdbcHandle dbc)
{
    OdbcFacts facts;
    facts.product = infoText(dbc, SQL_DBMS_NAME);
    facts.version = infoText(dbc, SQL_DBMS_VER);
    facts.driverFile = infoText(dbc, SQL_DRIVER_NAME);
    facts.driverVersion = infoText(dbc, SQL_DRIVER_VER);
    facts.database = infoText(dbc, SQL_DATABASE_NAME);
    facts.user = infoText(dbc, SQL_USER_NAME);
    facts.quote = infoText(dbc, SQL_IDENTIFIER_QUOTE_CHAR).trimmed();
    SQLUSMALLINT transactions = SQL_TC_ALL;
    if (SQL_SUCCEEDED(odbc().SQLGetInfoW(dbc, SQL_TXN_CAPABLE, &transactions, sizeof transactions, nullptr)))
        facts.transactions = transactions != SQL_TC_NONE;
    return facts;
}

bool isDead(OdbcHandle dbc)
{
    SQLUINTEGER dead = SQL_CD_FALSE;
    return SQL_SUCCEEDED(odbc().SQLGetConnectAttrW(dbc, SQL_ATTR_CONNECTION_DEAD, &dead, sizeof dead, nullptr)) && dead == SQL_CD_TRUE;
}

unsigned isolationOf(OdbcHandle dbc)
{
    SQLUINTEGER level = 0;
    return dbc && SQL_SUCCEEDED(odbc().SQLGetConnectAttrW(dbc, SQL_ATTR_TXN_ISOLATION, &level, sizeof level, nullptr)) ? level : 0;
}

bool setIsolation(OdbcHandle dbc, unsigned level)
{
    return level != 0 && SQL_SUCCEEDED(odbc().SQLSetConnectAttrW(dbc, SQL_ATTR_TXN_ISOLATION, reinterpret_cast<SQLPOINTER>(SQLULEN(level)), 0));
}

bool setIsolation(OdbcHandle dbc, Isolation level)
{
    switch (level) {
    case Isolation::Default: return true;
    case Isolation::ReadUncommitted: return setIsolation(dbc, unsigned(SQL_TXN_READ_UNCOMMITTED));
    case Isolation::ReadCommitted: return setIsolation(dbc, unsigned(SQL_TXN_READ_COMMITTED));
    case Isolation::RepeatableRead: return setIsolation(dbc, unsigned(SQL_TXN_REPEATABLE_READ));
    case Isolation::Serializable: return setIsolation(dbc, unsigned(SQL_TXN_SERIALIZABLE));
    }
    return false;
}

void cancelStatement(OdbcHandle stmt)
{
    if (stmt)
        odbc().SQLCancel(stmt);
}

std::vector<OdbcColumn> describeResult(OdbcHandle stmt, const QString &dialect)
{
    SQLSMALLINT count = 0;
    if (!SQL_SUCCEEDED(odbc().SQLNumResultCols(stmt, &count)))
        return {};
    std::vector<OdbcColumn> columns;
    for (int i = 1; i <= count; ++i) {
        SQLWCHAR name[512] = {};
        SQLSMALLINT length = 0, type = 0, scale = 0, nullable = 0;
        SQLULEN size = 0;
        odbc().SQLDescribeColW(stmt, SQLUSMALLINT(i), name, 512, &length, &type, &size, &scale, &nullable);
        const bool isUnsigned = number(stmt, i, SQL_DESC_UNSIGNED) == SQL_TRUE;
        OdbcColumn column;
        column.info.name = textOf(name, std::min<qsizetype>(length, 511));
        column.info.type = typeOfOdbc(type, attribute(stmt, i, SQL_DESC_TYPE_NAME), qint64(size), scale, isUnsigned, dialect);
        column.info.nativeType = column.info.type.nativeText;
        column.info.originTable = {attribute(stmt, i, SQL_DESC_SCHEMA_NAME), attribute(stmt, i, SQL_DESC_BASE_TABLE_NAME)};
        column.info.originColumn = attribute(stmt, i, SQL_DESC_BASE_COLUMN_NAME);
        if (column.info.originTable.isEmpty() || column.info.originColumn.isEmpty()) {
            column.info.originTable = {};
            column.info.originColumn.clear();
        }
        column.reading = readingOf(type, isUnsigned);
        columns.push_back(std::move(column));
    }
    return columns;
}

Status appendRow(OdbcHandle stmt, const std::vector<OdbcColumn> &columns, RowBlock &block)
{
    for (size_t i = 0; i < columns.size(); ++i)
        JOINERY_TRY(appendCell(stmt, int(i) + 1, columns[i].reading, block));
    return {};
}

schema::Type typeOfOdbc(int sqlType, QString nativeName, qint64 size, int scale, bool isUnsigned, const QString &dialect)
{
    using schema::TypeKind;
    const TypeKind kind = kindOfOdbc(sqlType);
    if (kind == TypeKind::Native)
        return schema::Type::native(dialect, nativeName.isEmpty() ? QStringLiteral("?") : nativeName);
    schema::Type type = schema::Type::of(kind);
    type.isUnsigned = isUnsigned;
    const bool isLong = sqlType == SQL_LONGVARBINARY || kind == TypeKind::Text;
    const bool sized = size > 0 && size < 1'000'000'000 && !isLong;
    if (sized && (kind == TypeKind::Char || kind == TypeKind::String || kind == TypeKind::LargeBinary))
        type.length = int(size);
    if (kind == TypeKind::Numeric && sized) {
        type.precision = int(size);
        type.scale = scale;
    }
    if ((kind == TypeKind::Time || kind == TypeKind::DateTime) && scale > 0)
        type.precision = scale;
    if (nativeName.isEmpty())
        return type;
    if (!nativeName.contains(u'(') && type.length)
        nativeName += QStringLiteral("(%1)").arg(*type.length);
    else if (!nativeName.contains(u'(') && kind == TypeKind::Numeric && sized)
        nativeName += QStringLiteral("(%1,%2)").arg(*type.precision).arg(*type.scale);
    type.nativeDialect = dialect;
    type.nativeText = nativeName;
    return type;
}

} // namespace joinery::driver::qtsql
