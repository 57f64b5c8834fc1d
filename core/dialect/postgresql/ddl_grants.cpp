// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/postgresql/postgresql_ddl.h"

// No catalogue of ours knows who may do what with a view: the server is asked in the transaction that makes it anew.
namespace joinery::dialect {

void PostgresqlDdl::rememberGrants(const std::vector<schema::View> &views)
{
    QStringList names;
    for (const schema::View &view : views)
        names << QStringLiteral("to_regclass(%1)").arg(text(id(view.name)));
    const QString whom = QStringLiteral("CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, "
                                        "CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END");
    add(QStringLiteral("WITH v AS (SELECT c.oid, c.relowner, c.relacl, format('%I.%I', n.nspname, c.relname) AS name FROM pg_catalog.pg_class c "
                       "JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE c.oid IN (%1)), "
                       "g AS (SELECT 1 AS place, format('ALTER TABLE %s OWNER TO %I', v.name, pg_catalog.pg_get_userbyid(v.relowner)) AS command FROM v "
                       "WHERE pg_catalog.pg_get_userbyid(v.relowner) <> current_user "
                       "UNION ALL SELECT 2, format('GRANT %s ON %s TO %s%s', a.privilege_type, v.name, %2) FROM v, aclexplode(v.relacl) a WHERE a.grantee <> v.relowner "
                       "UNION ALL SELECT 3, format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, v.name, %2) FROM v "
                       "JOIN pg_catalog.pg_attribute t ON t.attrelid = v.oid AND t.attnum > 0 AND NOT t.attisdropped, aclexplode(t.attacl) a WHERE a.grantee <> v.relowner) "
                       "SELECT set_config('joinery.grants', coalesce((SELECT string_agg(command, E'\\n' ORDER BY place, command) FROM g), ''), true)")
            .arg(names.join(QLatin1String(", ")), whom));
}

void PostgresqlDdl::giveGrants()
{
    // A column of a view that was replaced may be gone.
    add(QStringLiteral("DO $joinery$ DECLARE command text; BEGIN "
                       "FOREACH command IN ARRAY string_to_array(coalesce(current_setting('joinery.grants', true), ''), E'\\n') LOOP "
                       "BEGIN IF command <> '' THEN EXECUTE command; END IF; EXCEPTION WHEN undefined_column THEN NULL; END; END LOOP; END $joinery$"));
}

} // namespace joinery::dialect
