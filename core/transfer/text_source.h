// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QIODevice>
#include <QStringDecoder>

namespace joinery::transfer {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252 };

/// "utf-8", "utf-16le", "utf-16be", "windows-1252", and what people write for them; nothing where it is none.
std::optional<Encoding> encodingOf(const QString &name);
QString encodingName(Encoding encoding);
/// From a mark at the start, zeros in every other byte, or whether the bytes are UTF-8 at all: Excel on Windows writes
/// windows-1252 where they are not.
Encoding guessEncoding(QByteArrayView sample);

/// Nothing where windows-1252 has not the character.
std::optional<char> windows1252Of(QChar character);

/// The text of a device as UTF-8, piece by piece, without a byte order mark. Bytes that are no UTF-8 in a UTF-8 file
/// come through as they are: whoever reads rows says which one holds them.
class TextSource
{
public:
    /// The device stands at its start and outlives the source.
    TextSource(QIODevice &device, Encoding encoding);

    /// Reads on until `buffer` has doubled: what is looked at again from its start each time, because it was not whole yet,
    /// is looked at but twice in all. False at the end.
    Result<bool> appendTo(QByteArray &buffer);
    qint64 bytesRead() const { return m_bytesRead; }

private:
    Result<bool> appendPiece(QByteArray &buffer);

    QIODevice &m_device;
    Encoding m_encoding;
    QStringDecoder m_decoder;
    QByteArray m_piece;
    qint64 m_bytesRead = 0;
    bool m_atStart = true;
};

} // namespace joinery::transfer
