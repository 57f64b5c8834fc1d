// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"

#include <QStringList>

#include <functional>
#include <vector>

// The little that a model must understand of the SQL inside it: expressions and stored definitions are split into
// tokens so that a rename can rewrite them. Texts are never parsed further; what is not understood stays as it is.
namespace joinery::schema {

struct SqlToken
{
    enum class Kind { Space, Comment, Word, QuotedWord, String, Number, Symbol };
    Kind kind = Kind::Symbol;
    QString text; ///< as written: all texts joined are the source again

    bool isBlank() const { return kind == Kind::Space || kind == Kind::Comment; }
    bool isSymbol(QLatin1String symbol) const { return kind == Kind::Symbol && text == symbol; }
    /// An unquoted word, compared without case.
    bool isWord(QLatin1String word) const { return kind == Kind::Word && text.compare(word, Qt::CaseInsensitive) == 0; }
    bool isIdentifier() const { return kind == Kind::Word || kind == Kind::QuotedWord; }
    QString identifier() const; ///< without quotes, as written
};
using SqlTokens = std::vector<SqlToken>;

/// `dialect` decides what a double quote and a backslash mean (MySQL), empty: standard SQL. Never fails: an unclosed
/// quote reaches to the end.
SqlTokens scanSql(QStringView sql, const QString &dialect);
QString joinTokens(const SqlTokens &tokens);
/// The next token at or behind `index` that is not blank; tokens.size() where there is none.
size_t skipBlank(const SqlTokens &tokens, size_t index);
/// The index behind the parenthesis that closes the one at `open`; tokens.size() where it is not closed.
size_t closeOf(const SqlTokens &tokens, size_t open);

/// Whether the token names `name` under the engine's rules of case.
bool names(const SqlToken &token, const QString &name, const QString &dialect);
/// `name` as it can stand in SQL: bare where it is a plain lower-case word, quoted in the dialect's way otherwise.
QString spell(const QString &name, const QString &dialect);

/// Whether an expression over one table's columns uses this one.
bool mentionsColumn(const QString &expression, const QString &column, const QString &dialect);
/// Whether a statement or query reads or writes the table.
bool mentionsTable(const QString &sql, const Name &table, const QString &dialect);

/// An expression over the columns of `table` (check, generated column, index, partition key).
QString renameColumnInExpression(const QString &expression, const Name &table, const QString &from, const QString &to,
                                 const QString &dialect);
/// A trigger, rule or policy of the table: its UPDATE OF list, NEW.column, OLD.column and table.column.
QString renameColumnInTrigger(const QString &sql, const Name &table, const QString &from, const QString &to,
                              const QString &dialect);
/// A query or the body of a trigger, where it speaks of the table. `hasColumn` tells whether another table of the query
/// has a column of the old name: then only qualified ones are renamed. An output column keeps its name (AS), but for
/// SQLite, which renames it too.
QString renameColumnInQuery(const QString &sql, const Name &table, const QString &from, const QString &to,
                            const QString &dialect, const std::function<bool(const Name &)> &hasColumn);
/// A query or statement: where a table is expected, and before a dot.
QString renameTableInSql(const QString &sql, const Name &from, const Name &to, const QString &dialect);
/// A list of table names (INHERITS).
QString renameTableInList(const QString &list, const Name &from, const Name &to, const QString &dialect);
/// Casts to a type: 'x'::mood, CAST(... AS mood).
QString renameTypeInExpression(const QString &expression, const Name &from, const Name &to, const QString &dialect);
/// The string literals that are cast to the type: 'from'::mood.
QString renameLabelInExpression(const QString &expression, const Name &type, const QString &from, const QString &to,
                                const QString &dialect);

} // namespace joinery::schema
