// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace joinery::worker {

/// The words of an engine, for highlighting and completion.
struct Language
{
    QString displayName;
    QStringList keywords;  ///< lower case
    QStringList functions; ///< lower case
    QStringList typeNames;
    std::function<QString(const QString &)> quoteIfNeeded;
    std::function<QString(int)> placeholder; ///< counts from 1
};

/// An unknown name gives the generic words.
Language languageOf(const QString &dialect);

} // namespace joinery::worker
