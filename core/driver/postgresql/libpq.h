// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/late_library.h"

#include <libpq-fe.h>

namespace joinery::driver::postgresql {

/// The functions of libpq that are used; the declarations are those of its own header.
#define JOINERY_LIBPQ(X) \
    X(PQcancel) X(PQclear) X(PQcmdStatus) X(PQcmdTuples) X(PQconndefaults) X(PQconnectPoll) \
    X(PQconnectStartParams) X(PQconninfoFree) X(PQenterPipelineMode) X(PQexitPipelineMode) X(PQpipelineSync) X(PQconsumeInput) X(PQerrorMessage) X(PQfinish) X(PQflush) \
    X(PQfmod) X(PQfname) X(PQfreeCancel) X(PQfreemem) X(PQftable) X(PQftablecol) X(PQftype) X(PQgetCancel) \
    X(PQgetCopyData) X(PQgetResult) X(PQgetisnull) X(PQgetlength) X(PQgetvalue) X(PQisBusy) X(PQnfields) \
    X(PQntuples) X(PQputCopyData) X(PQputCopyEnd) X(PQresultErrorField) X(PQresultErrorMessage) X(PQresultStatus) \
    X(PQsendDescribePrepared) X(PQsendPrepare) X(PQsendQuery) X(PQsendQueryParams) X(PQsendQueryPrepared) X(PQserverVersion) \
    X(PQsetErrorVerbosity) X(PQsetNoticeReceiver) X(PQsetSingleRowMode) X(PQsetnonblocking) X(PQsocket) \
    X(PQsslAttribute) X(PQsslInUse) X(PQstatus) X(PQtransactionStatus)

struct Libpq
{
    JOINERY_LIBPQ(JOINERY_LATE_MEMBER)
};

/// Loads libpq (see LateLibrary). Everything else in this folder is called after it succeeded.
Status loadLibpq();
const Libpq &pq();

} // namespace joinery::driver::postgresql
