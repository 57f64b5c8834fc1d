// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "core/compare/compare.h"

#include <QJsonObject>

namespace joinery::cli {

class Arguments;

/// --using, --using-back and --discard: how a column's values become those of a type that the engine does not convert to.
class ConversionAnswers
{
public:
    static void declare(Arguments &arguments, ConversionAnswers &answers);
    /// As --using and --using-back take them; "discard" as --discard does.
    void add(const QString &column, const QString &conversion, const QString &back);
    /// Puts the answers into the options of a comparison.
    Status apply(Context &context, compare::Options &options) const;
    /// Names every open question on stderr.
    void note(Context &context, const compare::Difference &difference) const;
    /// Refused, with the ids of the questions, where there is one about the way there.
    Status requireAnswers(Context &context, const compare::Difference &difference) const;

private:
    QStringList m_using, m_back, m_discard;
};

QJsonObject toJson(const compare::ConversionQuestion &question);

} // namespace joinery::cli
