// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/text_sink.h"

namespace joinery::transfer {

namespace {

/// Behind the last whole character.
qsizetype wholeCharacters(QByteArrayView bytes)
{
    for (qsizetype back = 1; back <= 3 && back <= bytes.size(); ++back) {
        const auto byte = quint8(bytes.at(bytes.size() - back));
        if (byte < 0x80)
            return bytes.size();
        if (byte >= 0xc0) {
            const qsizetype needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return needed <= back ? bytes.size() : bytes.size() - back;
        }
    }
    return bytes.size();
}

} // namespace

TextSink::TextSink(QIODevice &target, Encoding encoding, bool mark)
    : m_target(target), m_encoding(encoding), m_mark(mark),
      m_encoder(encoding == Encoding::Utf16Be ? QStringEncoder::Utf16BE : QStringEncoder::Utf16LE)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 TextSink::writeData(const char *data, qint64 size)
{
    if (std::exchange(m_mark, false) && m_encoding != Encoding::Windows1252
        && !pass(m_encoding == Encoding::Utf8 ? QByteArray("\xef\xbb\xbf") : encoded(QString(QChar::ByteOrderMark))))
        return -1;
    if (m_encoding == Encoding::Utf8)
        return pass(QByteArray::fromRawData(data, qsizetype(size))) ? size : -1;
    m_rest.append(data, qsizetype(size));
    const qsizetype whole = wholeCharacters(m_rest);
    const QByteArray bytes = encoded(QString::fromUtf8(m_rest.constData(), whole));
    m_rest.remove(0, whole);
    return !bytes.isNull() && pass(bytes) ? size : -1;
}

bool TextSink::pass(const QByteArray &bytes)
{
    if (m_target.write(bytes) == bytes.size())
        return true;
    setErrorString(m_target.errorString());
    return false;
}

/// Null, with an error string, where a character is not in the encoding.
QByteArray TextSink::encoded(const QString &text)
{
    if (m_encoding != Encoding::Windows1252) {
        const QByteArray bytes = m_encoder.encode(text);
        return bytes.isNull() ? QByteArray("") : bytes;
    }
    QByteArray bytes("");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto byte = windows1252Of(text.at(i));
        if (!byte) {
            const bool pair = text.at(i).isHighSurrogate() && i + 1 < text.size();
            setErrorString(QStringLiteral("\"%1\" is no character of windows-1252; choose a Unicode encoding").arg(text.mid(i, pair ? 2 : 1)));
            return {};
        }
        bytes += *byte;
    }
    return bytes;
}

} // namespace joinery::transfer
