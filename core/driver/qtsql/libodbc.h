// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/late_library.h"

#include <sql.h>
#include <sqlext.h>

namespace joinery::driver::qtsql {

/// The functions of ODBC's driver manager that are used; the declarations are those of its own header.
#define JOINERY_LIBODBC(X) \
    X(SQLAllocHandle) X(SQLBindParameter) X(SQLCancel) X(SQLColAttributeW) X(SQLColumnsW) X(SQLDescribeColW) X(SQLExecDirectW) \
    X(SQLExecute) X(SQLFetch) X(SQLForeignKeysW) X(SQLFreeHandle) X(SQLFreeStmt) X(SQLGetConnectAttrW) X(SQLGetData) \
    X(SQLGetDiagRecW) X(SQLGetInfoW) X(SQLMoreResults) X(SQLNumResultCols) X(SQLPrepareW) X(SQLPrimaryKeysW) X(SQLRowCount) \
    X(SQLSetConnectAttrW) X(SQLStatisticsW) X(SQLTablesW)

struct Libodbc
{
    JOINERY_LIBODBC(JOINERY_LATE_MEMBER)
};

/// Loads the driver manager, the one that Qt's plugin uses (see LateLibrary). Before anything else of ODBC.
Status loadLibodbc();
const Libodbc &odbc();

} // namespace joinery::driver::qtsql
