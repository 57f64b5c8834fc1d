// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace joinery::dialect {

/// How an engine looks for texts, beyond what LIKE does on all of them.
struct TextMatch
{
    QString fold = QStringLiteral("lower"); ///< a function: texts that differ in the case of letters alone become equal
    QString regex;     ///< the operator of a regular expression, which finds it anywhere in a text; empty: there is none
    QString exactCase; ///< what a pattern begins with where upper and lower case differ
};

/// By the engine's name: what SQLite can is Joinery's own (driver/sqlite/text_functions.h), and is not there through ODBC.
TextMatch textMatchOf(const QString &dialect);

/// What a pattern begins with where the case of letters does not matter, on all engines.
inline const QString kAnyCase = QStringLiteral("(?i)");

} // namespace joinery::dialect
