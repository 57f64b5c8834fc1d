// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/connection.h"

/// The calls of ODBC that Qt SQL does not pass on. Handles are ODBC's own, of a connection (dbc) or a statement (stmt).
namespace joinery::driver::qtsql {

using OdbcHandle = void *;

/// One thing that ODBC says of a call.
struct Diagnostic
{
    QString message; ///< without "[unixODBC][...]"
    QString sqlState;
    int nativeCode = 0;
};
std::vector<Diagnostic> statementDiagnostics(OdbcHandle stmt);
std::vector<Diagnostic> connectionDiagnostics(OdbcHandle dbc);
/// The words behind "[vendor][driver][source]".
QString withoutVendors(const QString &message);

/// What a connection tells of itself; empty where the driver does not know.
struct OdbcFacts
{
    QString product, version;             ///< of the server
    QString driverFile, driverVersion;
    QString database, user;
    QString quote;                        ///< of identifiers; empty: there is none
    bool transactions = true;
};
OdbcFacts factsOf(OdbcHandle dbc);
/// What SQLGetInfo answers with a text; empty where the driver does not know.
QString infoText(OdbcHandle dbc, unsigned short what);
bool isDead(OdbcHandle dbc);
/// Of the transactions to come; ODBC's own number, 0 where the driver has none.
unsigned isolationOf(OdbcHandle dbc);
bool setIsolation(OdbcHandle dbc, unsigned level);
bool setIsolation(OdbcHandle dbc, Isolation level);
/// May be called while another thread works with the statement.
void cancelStatement(OdbcHandle stmt);

/// How the cells of a column are read.
struct OdbcColumn
{
    ColumnInfo info;
    enum class Reading { Boolean, Integer, Unsigned, Real, SingleReal, Lexical, Text, Bytes } reading = Reading::Text;
};
std::vector<OdbcColumn> describeResult(OdbcHandle stmt, const QString &dialect);
/// Appends the row that the statement stands on. An error holds the driver's words.
Status appendRow(OdbcHandle stmt, const std::vector<OdbcColumn> &columns, RowBlock &block);

/// The generic type for one of ODBC's (SQL_VARCHAR, ...), with the engine's own spelling.
schema::Type typeOfOdbc(int sqlType, QString nativeName, qint64 size, int scale, bool isUnsigned, const QString &dialect);

} // namespace joinery::driver::qtsql
