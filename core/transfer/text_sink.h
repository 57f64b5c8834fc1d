// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/transfer/text_source.h"

#include <QStringEncoder>

namespace joinery::transfer {

/// A device that takes UTF-8 and passes it on in another encoding: TextSource the other way round. A character that the
/// encoding has not fails the write. Opens itself; nothing is kept but the part of a character.
class TextSink : public QIODevice
{
public:
    /// `target` is open and outlives the sink. `mark`: a byte order mark stands at the start, as Excel wants it of UTF-8.
    TextSink(QIODevice &target, Encoding encoding, bool mark);

    bool isSequential() const override { return true; }
    /// False where characters are missing at the end.
    bool isWhole() const { return m_rest.isEmpty(); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    bool pass(const QByteArray &bytes);
    QByteArray encoded(const QString &text);

    QIODevice &m_target;
    Encoding m_encoding;
    bool m_mark;
    QStringEncoder m_encoder;
    QByteArray m_rest;
};

} // namespace joinery::transfer
