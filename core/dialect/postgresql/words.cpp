// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_dialect.h"

#include "core/dialect/insert_if_new.h"

namespace joinery::dialect {

namespace {

// pg_get_keywords() of 15, all categories but U: what quote_ident quotes.
constexpr const char *kReserved =
    "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both "
    "case cast char character check coalesce collate collation column concurrently constraint create cross "
    "current_catalog current_date current_role current_schema current_time current_timestamp current_user dec "
    "decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign "
    "freeze from full grant greatest group grouping having ilike in initially inner inout int integer "
    "intersect interval into is isnull join lateral leading least left like limit localtime localtimestamp "
    "national natural nchar none normalize not notnull null nullif numeric offset on only or order out outer "
    "overlaps overlay placing position precision primary real references returning right row select "
    "session_user setof similar smallint some substring symmetric table tablesample then time timestamp to "
    "trailing treat trim true union unique user using values varchar variadic verbose when where window with "
    "xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize "
    "xmltable";

// pg_get_keywords() of 15, category U.
constexpr const char *kOtherKeywords =
    "abort absolute access action add admin after aggregate also alter always asensitive assertion assignment "
    "at atomic attach attribute backward before begin breadth by cache call called cascade cascaded catalog "
    "chain characteristics checkpoint class close cluster columns comment comments commit committed "
    "compression configuration conflict connection constraints content continue conversion copy cost csv cube "
    "current cursor cycle data database day deallocate declare defaults deferred definer delete delimiter "
    "delimiters depends depth detach dictionary disable discard document domain double drop each enable "
    "encoding encrypted enum escape event exclude excluding exclusive execute explain expression extension "
    "external family filter finalize first following force forward function functions generated global "
    "granted groups handler header hold hour identity if immediate immutable implicit import include "
    "including increment index indexes inherit inherits inline input insensitive insert instead invoker "
    "isolation key label language large last leakproof level listen load local location lock locked logged "
    "mapping match matched materialized maxvalue merge method minute minvalue mode month move name names new "
    "next nfc nfd nfkc nfkd no normalized nothing notify nowait nulls object of off oids old operator option "
    "options ordinality others over overriding owned owner parallel parameter parser partial partition "
    "passing password plans policy preceding prepare prepared preserve prior privileges procedural procedure "
    "procedures program publication quote range read reassign recheck recursive ref referencing refresh "
    "reindex relative release rename repeatable replace replica reset restart restrict return returns revoke "
    "role rollback rollup routine routines rows rule savepoint schema schemas scroll search second security "
    "sequence sequences serializable server session set sets share show simple skip snapshot sql stable "
    "standalone start statement statistics stdin stdout storage stored strict strip subscription support "
    "sysid system tables tablespace temp template temporary text ties transaction transform trigger truncate "
    "trusted type types uescape unbounded uncommitted unencrypted unknown unlisten unlogged until update "
    "vacuum valid validate validator value varying version view views volatile whitespace within without work "
    "wrapper write xml year yes zone";

// pg_proc of 15 without operator support, and the functions of the grammar.
constexpr const char *kFunctions =
    "abbrev abs aclcontains aclexplode aclinsert aclremove acos acosd acosh amvalidate anytextcat area "
    "array_agg array_append array_cat array_dims array_fill array_larger array_lower array_ndims "
    "array_position array_positions array_prepend array_remove array_replace array_smaller array_to_json "
    "array_to_string array_to_tsvector array_typanalyze array_upper arraycontained arraycontains arrayoverlap "
    "ascii asind asinh atan atan2 atan2d atand atanh avg bernoulli bit bit_and bit_count bit_length bit_or "
    "bit_xor bool bool_alltrue bool_and bool_anytrue bool_or booland_statefunc boolor_statefunc bound_box box "
    "broadcast byteacat bytealike byteanlike cardinality cast cbrt ceil ceiling center char_length "
    "character_length chr clock_timestamp close_ls close_lseg close_pb close_ps close_sb coalesce "
    "col_description concat concat_ws convert convert_from convert_to corr cos cosd cosh cot cotd count "
    "covar_pop covar_samp cume_dist current_database current_date current_query current_schema "
    "current_schemas current_setting current_timestamp current_user currtid2 currval cursor_to_xml "
    "cursor_to_xmlschema database_to_xml database_to_xml_and_xmlschema database_to_xmlschema date date_bin "
    "date_part date_trunc daterange_canonical daterange_subdiff dcbrt decode degrees dense_rank dexp diagonal "
    "diameter dist_bp dist_bs dist_cpoint dist_cpoly dist_lp dist_ls dist_pathp dist_pb dist_pc dist_polyc "
    "dist_polyp dist_ppath dist_ppoly dist_ps dist_sb dist_sl dist_sp div dlog1 dlog10 dpow dround dsqrt "
    "dtrunc encode enum_first enum_last enum_range every exists exp extract factorial family first_value "
    "float8 floor flt4_mul_cash flt8_mul_cash fmgr_c_validator fmgr_internal_validator fmgr_sql_validator "
    "format format_type gcd gen_random_uuid generate_series generate_subscripts get_bit get_byte "
    "get_current_ts_config getdatabaseencoding getpgusername greatest gtsquery_consistent gtsquery_union "
    "gtsvector_consistent gtsvector_options gtsvector_union has_table_privilege hashtext height host hostmask "
    "inetand inetmi inetmi_int8 inetnot inetor inetpl initcap int4 int8 integer_pl_date inter_lb inter_sb "
    "inter_sl interval is_normalized isclosed isempty isfinite ishorizontal isopen isparallel isperp "
    "isvertical json_agg json_array_element json_array_element_text json_array_elements "
    "json_array_elements_text json_array_length json_build_array json_build_object json_each json_each_text "
    "json_extract_path json_extract_path_text json_object json_object_agg json_object_field "
    "json_object_field_text json_object_keys json_populate_record json_populate_recordset json_strip_nulls "
    "json_to_record json_to_recordset json_to_tsvector json_typeof jsonb_agg jsonb_array_element "
    "jsonb_array_element_text jsonb_array_elements jsonb_array_elements_text jsonb_array_length "
    "jsonb_build_array jsonb_build_object jsonb_concat jsonb_contained jsonb_contains jsonb_delete "
    "jsonb_delete_path jsonb_each jsonb_each_text jsonb_exists jsonb_exists_all jsonb_exists_any "
    "jsonb_extract_path jsonb_extract_path_text jsonb_hash_extended jsonb_insert jsonb_object "
    "jsonb_object_agg jsonb_object_field jsonb_object_field_text jsonb_object_keys jsonb_path_exists "
    "jsonb_path_exists_opr jsonb_path_exists_tz jsonb_path_match jsonb_path_match_opr jsonb_path_match_tz "
    "jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first "
    "jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record jsonb_populate_recordset "
    "jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset "
    "jsonb_to_tsvector jsonb_typeof justify_days justify_hours justify_interval lag last_value lastval lcm "
    "lead least left length like like_escape localtimestamp lower lpad lseg ltrim make_date make_interval "
    "make_time make_timestamp make_timestamptz makeaclitem masklen max md5 mod mode money mul_d_interval "
    "multirange_contains_elem multirange_gist_consistent multirange_intersect multirange_minus "
    "multirange_typanalyze multirange_union name netmask nextval normalize notlike now npoints nth_value "
    "ntile nullif num_nonnulls num_nulls numeric numnode numrange_subdiff obj_description octet_length "
    "overlaps overlay parse_ident path pclose percent_rank percentile_cont percentile_disc pg_advisory_lock "
    "pg_advisory_unlock pg_backend_pid pg_cancel_backend pg_database_size pg_get_constraintdef "
    "pg_get_functiondef pg_get_indexdef pg_get_serial_sequence pg_get_viewdef pg_relation_size pg_size_pretty "
    "pg_sleep pg_terminate_backend pg_total_relation_size pg_typeof phraseto_tsquery plainto_tsquery "
    "plpgsql_validator point popen position postgresql_fdw_validator pow power pt_contained_poly query_to_xml "
    "query_to_xml_and_xmlschema query_to_xmlschema querytree quote_ident quote_literal radians radius random "
    "range_adjacent range_after range_agg range_before range_contained_by range_contains range_contains_elem "
    "range_gist_consistent range_gist_union range_intersect range_intersect_agg range_minus range_overlaps "
    "range_overleft range_overright range_typanalyze range_union rank regclass regexp_count regexp_instr "
    "regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array regexp_substr regr_avgx "
    "regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy repeat replace reverse "
    "right round row_number row_security_active row_to_json rpad rtrim satisfies_hash_partition schema_to_xml "
    "schema_to_xml_and_xmlschema schema_to_xmlschema session_user set_bit set_byte set_config set_masklen "
    "setseed setval setweight sha224 sha256 sha384 sha512 shobj_description sign similar_escape "
    "similar_to_escape sind sinh slope split_part sqrt starts_with statement_timestamp stddev stddev_pop "
    "stddev_samp string_agg string_to_array strip strpos substr substring sum "
    "suppress_redundant_updates_trigger system table_to_xml table_to_xml_and_xmlschema table_to_xmlschema tan "
    "tand tanh text textanycat textcat texteqname textgename textgtname texticlike texticnlike textlen "
    "textlename textlike textltname textnename textnlike timeofday timestamp timezone to_ascii to_char "
    "to_date to_hex to_json to_jsonb to_number to_regclass to_regcollation to_regnamespace to_regoper "
    "to_regoperator to_regproc to_regprocedure to_regtype to_timestamp to_tsquery to_tsvector "
    "transaction_timestamp translate trim trim_array trunc ts_delete ts_filter ts_lexize ts_parse ts_rank "
    "ts_rank_cd ts_rewrite ts_stat ts_token_type ts_typanalyze tsq_mcontained tsq_mcontains tsrange_subdiff "
    "tstzrange_subdiff tsvector_to_array unique_key_recheck unistr unnest upper upper_inc upper_inf var_pop "
    "var_samp varchar variance version websearch_to_tsquery width width_bucket xml xml_is_well_formed "
    "xml_is_well_formed_content xml_is_well_formed_document xmlagg xmlcomment xmlconcat2 xmlexists "
    "xmlvalidate xpath xpath_exists";

constexpr const char *kTypes =
    "integer;bigint;smallint;boolean;varchar(255);text;char(10);numeric(10,2);real;"
    "double precision;date;timestamp;timestamptz;time;timetz;interval;bytea;json;jsonb;uuid;"
    "inet;cidr;macaddr;bit(8);varbit(8);xml;money;tsvector;point;int4range;int8range;numrange;"
    "tsrange;tstzrange;daterange";

} // namespace

QStringList PostgresqlDialect::keywords() const
{
    return words(kReserved) + words(kOtherKeywords);
}

QStringList PostgresqlDialect::functions() const
{
    return words(kFunctions);
}

QStringList PostgresqlDialect::typeNames() const
{
    return QString::fromLatin1(kTypes).split(u';');
}

std::optional<InsertIfNew> PostgresqlDialect::insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const
{
    // COPY takes values for identity columns too.
    return insertOnConflict(*this, table, columns, key, QStringLiteral("OVERRIDING SYSTEM VALUE "));
}

bool PostgresqlDialect::isReserved(const QString &word) const
{
    static const QSet<QString> reserved = wordSet(kReserved);
    return reserved.contains(word);
}

} // namespace joinery::dialect
