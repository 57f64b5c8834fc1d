// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/generic/generic_dialect.h"

namespace joinery::dialect {

namespace {

// SQL-92's reserved words that are in use.
constexpr const char *kReserved =
    "add all alter and any as asc authorization begin between both by case cast check close collate column "
    "commit constraint create cross current current_date current_time current_timestamp current_user cursor "
    "declare default delete desc distinct drop else end end_exec escape except exec execute exists external "
    "false fetch first for foreign from full function get global grant group having identity immediate in "
    "inner insert intersect into is isolation join key last leading left level like local match minus module "
    "names national natural next no not null nullif of on only open option or order outer output pad partial "
    "precision prepare primary prior privileges procedure public references restrict revoke right rollback "
    "rows schema section select session set size some sql system table temporary then to trailing transaction "
    "true union unique update usage user using value values view when where with work";

// Of the standard.
constexpr const char *kFunctions =
    "abs avg cast coalesce count current_date current_time current_timestamp extract lower max min mod nullif "
    "position round substring sum trim upper";

constexpr const char *kTypes =
    "INTEGER;BIGINT;SMALLINT;BOOLEAN;VARCHAR(255);CHAR(10);NUMERIC(10,2);FLOAT;DOUBLE PRECISION;"
    "DATE;TIME;TIMESTAMP;BLOB;CLOB";

} // namespace

QStringList GenericDialect::keywords() const
{
    return words(kReserved);
}

QStringList GenericDialect::functions() const
{
    return words(kFunctions);
}

QStringList GenericDialect::typeNames() const
{
    return QString::fromLatin1(kTypes).split(u';');
}

bool GenericDialect::isReserved(const QString &word) const
{
    static const QSet<QString> reserved = wordSet(kReserved);
    return reserved.contains(word);
}

} // namespace joinery::dialect
