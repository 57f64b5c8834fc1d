// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/language.h"

#include "core/builtin.h"

namespace joinery::worker {

Language languageOf(const QString &name)
{
    const dialect::Dialect &dialect = dialectNamed(name); // which lives as long as the program
    return {dialect.displayName(), dialect.keywords(), dialect.functions(), dialect.typeNames(),
            [&dialect](const QString &identifier) { return dialect.quoteIfNeeded(identifier); },
            [&dialect](int position) { return dialect.placeholder(position); }};
}

} // namespace joinery::worker
