// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/like_pattern.h"

namespace joinery::session {

QString containsPattern(const QString &text)
{
    QString pattern;
    for (const QChar c : text) {
        if (c == u'!' || c == u'%' || c == u'_')
            pattern += u'!';
        pattern += c;
    }
    return u'%' % pattern % u'%';
}

} // namespace joinery::session
