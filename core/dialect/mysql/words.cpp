// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/mysql/mysql_dialect.h"

#include "core/dialect/insert_if_new.h"

namespace joinery::dialect {

namespace {

// What MariaDB 10.11 refuses as a bare column name, and what MySQL 8 and 9 have reserved beside it.
constexpr const char *kReserved =
    "accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call "
    "cascade case change char character check collate column condition constraint continue convert create "
    "cross cube cume_dist current_date current_role current_time current_timestamp current_user cursor "
    "databases day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete "
    "delete_domain_id dense_rank desc describe deterministic distinct distinctrow div do_domain_ids double "
    "drop dual each else elseif empty enclosed escaped except exists exit explain false fetch first_value "
    "float float4 float8 for force foreign from fulltext function generated get grant group grouping groups "
    "having high_priority hour_microsecond hour_minute hour_second if ignore ignore_domain_ids in index "
    "infile inner inout insensitive insert int int1 int2 int3 int4 int8 integer intersect interval into "
    "io_after_gtids io_before_gtids is iterate join json_table key keys kill lag last_value lateral lead "
    "leading leave left like limit linear lines load localtime localtimestamp lock long longblob longtext "
    "loop low_priority manual master_bind master_demote_to_replica master_demote_to_slave "
    "master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint "
    "minute_microsecond minute_second mod modifies natural no_write_to_binlog not nth_value ntile null "
    "numeric of offset on optimize optimizer_costs optionally or order out outer outfile over page_checksum "
    "parallel parse_vcol_expr partition percent_rank portion precision primary procedure purge qualify range "
    "rank read read_write reads real recursive ref_system_id references regexp release rename repeat replace "
    "require resignal restrict return returning revoke right rlike row row_number rows schemas "
    "second_microsecond select sensitive separator set show signal smallint spatial specific sql "
    "sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate sqlwarning ssl starting "
    "stats_auto_recalc stats_persistent stats_sample_pages stored straight_join system table tablesample "
    "terminated then tinyblob tinyint tinytext to trailing trigger true undo union unique unlock unsigned "
    "update usage use using utc_date utc_time utc_timestamp values varbinary varchar varcharacter varying "
    "virtual when where while window with write xor year_month zerofill";

// The other words of information_schema.KEYWORDS.
constexpr const char *kOtherKeywords =
    "account action admin after against aggregate algorithm always any ascii at atomic authors auto "
    "auto_increment autoextend_size avg avg_row_length backup begin binlog bit block body bool boolean btree "
    "byte cache cascaded catalog_name chain changed channel charset checkpoint checksum cipher class_origin "
    "client clob close coalesce code collation column_add column_check column_create column_delete column_get "
    "column_name columns comment commit committed compact completion compressed concurrent connection "
    "consistent constraint_catalog constraint_name constraint_schema contains context contributors cpu "
    "current current_pos cursor_name cycle data database datafile date datetime day deallocate definer "
    "delay_key_write des_key_file diagnostics directory disable discard disk do dumpfile duplicate dynamic "
    "elsif enable end ends engine engines enum error errors escape event events every examined exception "
    "exchange exclude execute expansion expire export extended extent_size fast faults federated fields file "
    "first fixed flush following follows format found full general get_format global goto grants handler hard "
    "hash help history host hosts hour id identified ignore_server_ids ignored immediate import increment "
    "indexes initial_size insert_method install invisible invoker io io_thread ipc isolation isopen issuer "
    "json key_block_size language last lastval leaves less level list local locked locks logfile logs master "
    "master_connect_retry master_delay master_gtid_pos master_heartbeat_period master_host master_log_file "
    "master_log_pos master_password master_port master_server_id master_ssl master_ssl_ca master_ssl_capath "
    "master_ssl_cert master_ssl_cipher master_ssl_crl master_ssl_crlpath master_ssl_key master_use_gtid "
    "master_user max_connections_per_hour max_queries_per_hour max_rows max_size max_statement_time "
    "max_updates_per_hour max_user_connections medium memory merge message_text microsecond migrate min_rows "
    "minus minute minvalue mode modify monitor month mutex mysql mysql_errno name names national nchar nested "
    "never next nextval no no_wait nocache nocycle nodegroup nomaxvalue nominvalue none notfound nowait "
    "number nvarchar old_password one online only open option options ordinality others overlaps owner "
    "pack_keys package page parser partial partitioning partitions password path period persistent phase "
    "plugin plugins port precedes preceding prepare preserve prev previous privileges process processlist "
    "profile profiles proxy quarter query quick raise raw read_only rebuild recover redo_buffer_size redofile "
    "redundant relay relay_log_file relay_log_pos relay_thread relaylog reload remove reorganize repair "
    "repeatable replay replica replica_pos replicas replication reset restart restore resume "
    "returned_sqlstate returns reuse reverse role rollback rollup routine row_count row_format rowcount "
    "rownum rowtype rtree savepoint schedule schema schema_name second security sequence serial serializable "
    "server session setval share shutdown signed simple skip slave slave_pos slaves slow snapshot socket soft "
    "some soname sounds source sql_buffer_result sql_cache sql_no_cache sql_thread sql_tsi_day sql_tsi_hour "
    "sql_tsi_minute sql_tsi_month sql_tsi_quarter sql_tsi_second sql_tsi_week sql_tsi_year stage start starts "
    "statement status stop storage string subclass_origin subject subpartition subpartitions super suspend "
    "swaps switches sysdate system_time table_checksum table_name tables tablespace temporary temptable text "
    "than threads ties time timestamp timestampadd timestampdiff transaction transactional triggers truncate "
    "type unbounded uncommitted undefined undo_buffer_size undofile unicode uninstall unknown until upgrade "
    "use_frm user user_resources value varchar2 variables versioning via view visible wait warnings week "
    "weight_string within without work wrapper x509 xa xml year";

// information_schema.SQL_FUNCTIONS, and what MySQL has beside it.
constexpr const char *kFunctions =
    "abs acos add_months adddate addtime aes_decrypt aes_encrypt asin atan atan2 avg benchmark bin "
    "binlog_gtid_pos bit_and bit_count bit_length bit_or bit_xor cast ceil ceiling char_length "
    "character_length chr coalesce coercibility collation column_check column_exists column_json column_list "
    "compress concat concat_operator_oracle concat_ws connection_id conv convert_tz cos cot count crc32 "
    "crc32c cume_dist curdate current_date current_timestamp curtime database date_add date_format date_sub "
    "datediff dayname dayofmonth dayofweek dayofyear decode decode_histogram decode_oracle degrees dense_rank "
    "des_decrypt des_encrypt elt encode encrypt exp export_set extract extractvalue field find_in_set "
    "first_value floor format found_rows from_base64 from_days from_unixtime get_lock greatest group_concat "
    "hex if ifnull inet6_aton inet6_ntoa inet_aton inet_ntoa instr is_free_lock is_ipv4 is_ipv4_compat "
    "is_ipv4_mapped is_ipv6 is_used_lock isnull json_array json_array_append json_array_insert json_arrayagg "
    "json_compact json_contains json_contains_path json_depth json_detailed json_equals json_exists "
    "json_extract json_insert json_keys json_length json_loose json_merge json_merge_patch "
    "json_merge_preserve json_normalize json_object json_objectagg json_overlaps json_pretty json_query "
    "json_quote json_remove json_replace json_search json_set json_table json_type json_unquote json_valid "
    "json_value lag last_day last_insert_id lcase lead least left length lengthb ln load_file locate log "
    "log10 log2 lower lpad lpad_oracle ltrim ltrim_oracle make_set makedate maketime master_gtid_wait "
    "master_pos_wait max md5 median microsecond mid min mod monthname name_const natural_sort_key now "
    "nth_value ntile nullif nvl nvl2 oct octet_length old_password ord password percent_rank percentile_cont "
    "percentile_disc period_add period_diff pi position pow power quarter quote radians rand random_bytes "
    "rank regexp_instr regexp_replace regexp_substr release_all_locks release_lock replace replace_oracle "
    "reverse round row_count row_number rpad rpad_oracle rtrim rtrim_oracle schema schemas sec_to_time "
    "session_user sformat sha sha1 sha2 sign sin sleep soundex space sqrt std stddev stddev_pop stddev_samp "
    "str_to_date strcmp subdate substr substr_oracle substring substring_index subtime sum sys_guid "
    "system_user tan time_format time_to_sec timediff timestampdiff to_base64 to_char to_days to_seconds trim "
    "trim_oracle truncate ucase uncompress uncompressed_length unhex unix_timestamp updatexml upper "
    "utc_timestamp uuid uuid_short var_pop var_samp variance version week weekday weekofyear "
    "wsrep_last_seen_gtid wsrep_last_written_gtid wsrep_sync_wait_upto_gtid year yearweek";

constexpr const char *kTypes =
    "int;bigint;smallint;tinyint;mediumint;int unsigned;bigint unsigned;tinyint(1);varchar(255);"
    "char(10);text;mediumtext;longtext;decimal(10,2);float;double;date;datetime;timestamp;time;"
    "year;blob;mediumblob;longblob;varbinary(255);binary(16);json;enum('a','b');set('a','b');"
    "bit(8);uuid;point;geometry";

} // namespace

QStringList MysqlDialect::keywords() const
{
    return words(kReserved) + words(kOtherKeywords);
}

QStringList MysqlDialect::functions() const
{
    return words(kFunctions);
}

QStringList MysqlDialect::typeNames() const
{
    return QString::fromLatin1(kTypes).split(u';');
}

std::optional<InsertIfNew> MysqlDialect::insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const
{
    // ON DUPLICATE KEY would hit a row of any other key as well.
    InsertIfNew insert = insertWhereNotExists(*this, table, columns, key);
    insert.before = QStringLiteral("SET @joinery_sql_mode = @@sql_mode, SESSION sql_mode = CONCAT(@@sql_mode, "
                                   "',STRICT_ALL_TABLES,STRICT_TRANS_TABLES,NO_AUTO_VALUE_ON_ZERO')");
    insert.after = QStringLiteral("SET SESSION sql_mode = @joinery_sql_mode");
    return insert;
}

bool MysqlDialect::isReserved(const QString &word) const
{
    static const QSet<QString> reserved = wordSet(kReserved);
    return reserved.contains(word);
}

} // namespace joinery::dialect
