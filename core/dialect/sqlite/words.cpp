// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/sqlite/sqlite_dialect.h"

#include "core/dialect/insert_if_new.h"

namespace joinery::dialect {

namespace {

// sqlite3_keyword_name of 3.40: SQLite takes some of them as names, and quotes never hurt.
constexpr const char *kReserved =
    "abort action add after all alter always analyze and as asc attach autoincrement before begin between by "
    "cascade case cast check collate column commit conflict constraint create cross current current_date "
    "current_time current_timestamp database default deferrable deferred delete desc detach distinct do drop "
    "each else end escape except exclude exclusive exists explain fail filter first following for foreign "
    "from full generated glob group groups having if ignore immediate in index indexed initially inner insert "
    "instead intersect into is isnull join key last left like limit match materialized natural no not nothing "
    "notnull null nulls of offset on or order others outer over partition plan pragma preceding primary query "
    "raise range recursive references regexp reindex release rename replace restrict returning right rollback "
    "row rows savepoint select set table temp temporary then ties to transaction trigger unbounded union "
    "unique update using vacuum values view virtual when where window with without";

// Words of the grammar that are no keywords of the tokenizer.
constexpr const char *kOtherKeywords =
    "false rowid stored strict true";

// pragma_function_list of 3.40 without internal functions.
constexpr const char *kFunctions =
    "abs acos acosh asin asinh atan atan2 atanh avg bm25 ceil ceiling changes char coalesce cos cosh count "
    "cume_dist current_date current_time current_timestamp date datetime degrees dense_rank exp first_value "
    "floor format glob group_concat hex highlight ifnull iif instr json json_array json_array_length "
    "json_extract json_group_array json_group_object json_insert json_object json_patch json_quote "
    "json_remove json_replace json_set json_type json_valid julianday lag last_insert_rowid last_value lead "
    "length like likelihood likely ln load_extension log log10 log2 lower ltrim match max min mod nth_value "
    "ntile nullif percent_rank pi pow power printf quote radians random randomblob rank replace round "
    "row_number rtrim sign sin sinh soundex sqrt strftime substr substring subtype sum tan tanh time total "
    "total_changes trim trunc typeof unicode unixepoch unlikely upper zeroblob";

constexpr const char *kTypes =
    "INTEGER;BIGINT;SMALLINT;BOOLEAN;VARCHAR(255);TEXT;NUMERIC(10,2);FLOAT;REAL;DOUBLE;DATE;"
    "DATETIME;TIME;BLOB;JSON;CHAR(10)";

} // namespace

QStringList SqliteDialect::keywords() const
{
    return words(kReserved) + words(kOtherKeywords);
}

QStringList SqliteDialect::functions() const
{
    return words(kFunctions);
}

QStringList SqliteDialect::typeNames() const
{
    return QString::fromLatin1(kTypes).split(u';');
}

std::optional<InsertIfNew> SqliteDialect::insertIfNew(const schema::Name &table, const QStringList &columns, const QStringList &key) const
{
    return insertOnConflict(*this, table, columns, key);
}

bool SqliteDialect::isReserved(const QString &word) const
{
    static const QSet<QString> reserved = wordSet(kReserved);
    return reserved.contains(word);
}

} // namespace joinery::dialect
