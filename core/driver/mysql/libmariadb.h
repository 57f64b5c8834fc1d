// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/driver/late_library.h"

#include <mysql.h>

namespace joinery::driver::mysql {

/// The functions of libmariadb that are used; the declarations are those of its own header.
#define JOINERY_LIBMARIADB(X) \
    X(mariadb_field_attr) X(mariadb_get_infov) X(mysql_affected_rows) X(mysql_close) X(mysql_errno) \
    X(mysql_error) X(mysql_fetch_fields) X(mysql_fetch_lengths) X(mysql_fetch_row_cont) X(mysql_fetch_row_start) X(mysql_field_count) \
    X(mysql_free_result) X(mysql_get_server_version) X(mysql_get_socket) X(mysql_get_ssl_cipher) X(mysql_init) \
    X(mysql_insert_id) X(mysql_server_init) X(mysql_more_results) X(mysql_next_result_cont) \
    X(mysql_next_result_start) X(mysql_num_fields) X(mysql_optionsv) X(mysql_ping_cont) X(mysql_ping_start) \
    X(mysql_set_server_option_cont) X(mysql_set_server_option_start) X(mysql_real_connect_cont) X(mysql_real_connect_start) X(mysql_real_query_cont) X(mysql_real_query_start) \
    X(mysql_sqlstate) X(mysql_ssl_set) X(mysql_stmt_affected_rows) X(mysql_stmt_bind_param) \
    X(mysql_stmt_bind_result) X(mysql_stmt_close) X(mysql_stmt_errno) X(mysql_stmt_error) \
    X(mysql_stmt_execute_cont) X(mysql_stmt_execute_start) X(mysql_stmt_fetch_column) X(mysql_stmt_fetch_cont) \
    X(mysql_stmt_fetch_start) X(mysql_stmt_init) X(mysql_stmt_insert_id) X(mysql_stmt_param_count) \
    X(mysql_stmt_prepare_cont) X(mysql_stmt_prepare_start) X(mysql_stmt_result_metadata) X(mysql_stmt_sqlstate) \
    X(mysql_stmt_warning_count) X(mysql_thread_id) X(mysql_use_result) X(mysql_warning_count)

struct Libmariadb
{
    JOINERY_LIBMARIADB(JOINERY_LATE_MEMBER)
};

/// Loads libmariadb (see LateLibrary). Everything else in this folder is called after it succeeded.
Status loadLibmariadb();
const Libmariadb &maria();

} // namespace joinery::driver::mysql
