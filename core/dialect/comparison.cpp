// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dialect/comparison.h"

namespace joinery::dialect {

compare::Options comparisonOptions(const Dialect &dialect)
{
    compare::Options options;
    options.engineType = [&dialect](const schema::Type &type) {
        // A named type is known by its name alone: what it means stands beside it in the catalogue.
        const bool named = type.kind == schema::TypeKind::Enum && !type.enumName.isEmpty();
        if (named && dialect.capabilities().namedEnums) {
            schema::Type plain = type;
            plain.nativeDialect.clear();
            plain.nativeText.clear();
            return plain;
        }
        return dialect.parseType(dialect.typeText(type));
    };
    options.conversion = [&dialect](const schema::Column &from, const schema::Column &to) -> std::optional<compare::ConversionQuestion> {
        if (dialect.converts(from.type, to.type))
            return std::nullopt;
        compare::ConversionQuestion question;
        question.from = dialect.typeText(from.type);
        question.to = dialect.typeText(to.type);
        question.ideas = dialect.conversionIdeas(from.type, to.type, dialect.quoteIfNeeded(to.name));
        return question;
    };
    const Capabilities &can = dialect.capabilities();
    options.comments = can.comments;
    options.sequences = can.sequences;
    options.namedEnums = can.namedEnums;
    options.caseSensitive = dialect.name() != QLatin1String("sqlite");
    options.restrictIsNoAction = dialect.name() == QLatin1String("mysql");
    options.primaryKeyNames = !options.restrictIsNoAction;
    options.keysBringIndexes = options.restrictIsNoAction;
    options.columnOrder = true;
    options.viewsPinColumns = dialect.name() == QLatin1String("postgresql");
    return options;
}

} // namespace joinery::dialect
