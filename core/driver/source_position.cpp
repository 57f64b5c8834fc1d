// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/source_position.h"

#include <algorithm>

namespace joinery::driver {

qsizetype utf16FromBytes(QByteArrayView utf8, qsizetype bytes)
{
    return QString::fromUtf8(utf8.first(std::clamp<qsizetype>(bytes, 0, utf8.size()))).size();
}

qsizetype utf16FromCharacters(const QString &text, qsizetype characters)
{
    qsizetype at = 0;
    for (; characters > 0 && at < text.size(); --characters)
        at += text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
    return at;
}

qsizetype offsetOfWord(const QString &text, const QString &word)
{
    const auto continues = [&](qsizetype at) {
        return at >= 0 && at < text.size() && (text.at(at).isLetterOrNumber() || text.at(at) == u'_');
    };
    if (word.isEmpty())
        return -1;
    for (qsizetype at = 0; (at = text.indexOf(word, at, Qt::CaseInsensitive)) >= 0; ++at) {
        if (!continues(at - 1) && !continues(at + word.size()))
            return at;
    }
    return -1;
}

qsizetype offsetOfFragment(const QString &text, const QString &fragment, int line)
{
    qsizetype start = 0;
    for (int current = 1; current < line; ++current) {
        const qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            return -1;
        start = end + 1;
    }
    return text.indexOf(fragment, start);
}

} // namespace joinery::driver
