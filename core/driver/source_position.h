// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// The engines count the place of a mistake in their own units; Error::offset is in UTF-16 code units.
namespace joinery::driver {

/// The offset that `bytes` bytes of UTF-8 are in UTF-16.
qsizetype utf16FromBytes(QByteArrayView utf8, qsizetype bytes);
/// The offset that `characters` code points are in UTF-16.
qsizetype utf16FromCharacters(const QString &text, qsizetype characters);
/// The offset of a word, whatever its case, that is not a part of a longer one; -1 where there is none.
qsizetype offsetOfWord(const QString &text, const QString &word);
/// The offset of `fragment` on a line (counted from 1) of `text`, -1 where it is not found there or behind it.
qsizetype offsetOfFragment(const QString &text, const QString &fragment, int line);

} // namespace joinery::driver
