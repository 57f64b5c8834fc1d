// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/uid.h"

#include <QString>

namespace joinery {

enum class Severity { Info, Warning, Error };

/// What a validation, an inspection or a lint has to say. Findings are no errors: work goes on.
struct Finding
{
    Severity severity = Severity::Warning;
    QString code;    ///< stable, e.g. "DL102"
    Uid subject;     ///< the element that it speaks of, null where there is none
    QString object;  ///< its name for a person, e.g. "book.price"
    QString message; ///< a whole sentence
    QString fix;     ///< what would mend it, SQL or a sentence; may be empty
    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace joinery
