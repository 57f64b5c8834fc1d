// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/catalog.h"

/// Types, defaults and references as they are typed and shown in one field.
namespace joinery::ui::edits {

/// SQLAlchemy's spelling, or the name of an enum of the model. The error says what would be understood.
Result<schema::Type> parseType(const schema::Catalog &catalog, const QString &text);
/// What is offered while a type is typed.
QStringList typeSuggestions(const schema::Catalog &catalog);

/// 'text' and numbers and true/false are values, now() and CURRENT_TIMESTAMP are expressions, anything else is a text
/// value; an empty text is no default ('' is the empty text).
std::optional<schema::Default> parseDefault(const QString &text);
QString defaultText(const std::optional<schema::Default> &value);

/// "publisher.id": a table and one of its columns. A table alone means its key, where that is one column.
struct Reference
{
    schema::Name table;
    QString column;
};
Result<Reference> parseReference(const schema::Catalog &catalog, const QString &text);
QStringList referenceSuggestions(const schema::Catalog &catalog);
/// What a column refers to, empty for nothing.
QString referenceText(const schema::Catalog &catalog, const schema::Table &table, const QString &column);

/// "author_id, title": names of columns. The error names the one that is not there.
Result<QStringList> parseColumns(const schema::Table &table, const QString &text);

} // namespace joinery::ui::edits
