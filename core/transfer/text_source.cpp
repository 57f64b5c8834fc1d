// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/text_source.h"

#include <algorithm>
#include <array>

namespace joinery::transfer {

namespace {

constexpr qint64 kPiece = 1 << 18;
constexpr char kUtf8Mark[] = "\xef\xbb\xbf";

// https://encoding.spec.whatwg.org/index-windows-1252.txt: the rest is Latin 1.
constexpr std::array<char16_t, 32> kUpper = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008d, 0x017d, 0x008f,
    0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

void appendWindows1252(QByteArray &out, QByteArrayView bytes)
{
    for (const char byte : bytes) {
        const auto code = quint8(byte);
        if (code < 0x80) {
            out += byte;
            continue;
        }
        const QChar character(code < 0xa0 ? kUpper[code - 0x80] : char16_t(code));
        out += QStringView(&character, 1).toUtf8();
    }
}

// A character that the end of the sample cuts is no mistake.
bool isUtf8(QByteArrayView sample)
{
    qsizetype end = sample.size();
    for (int back = 1; back <= 3 && back <= sample.size(); ++back) {
        const auto byte = quint8(sample.at(sample.size() - back));
        if (byte < 0x80)
            break;
        if (byte >= 0xc0) {
            end = sample.size() - back;
            break;
        }
    }
    return QUtf8StringView(sample.data(), end).isValidUtf8();
}

} // namespace

std::optional<Encoding> encodingOf(const QString &name)
{
    const QString plain = name.toLower().remove(u'-').remove(u'_').remove(u' ');
    if (plain == u"utf8")
        return Encoding::Utf8;
    if (plain == u"utf16le" || plain == u"utf16")
        return Encoding::Utf16Le;
    if (plain == u"utf16be")
        return Encoding::Utf16Be;
    if (plain == u"windows1252" || plain == u"cp1252" || plain == u"latin1" || plain == u"iso88591")
        return Encoding::Windows1252;
    return {};
}

QString encodingName(Encoding encoding)
{
    switch (encoding) {
    case Encoding::Utf8: return QStringLiteral("utf-8");
    case Encoding::Utf16Le: return QStringLiteral("utf-16le");
    case Encoding::Utf16Be: return QStringLiteral("utf-16be");
    case Encoding::Windows1252: return QStringLiteral("windows-1252");
    }
    Q_UNREACHABLE();
}

Encoding guessEncoding(QByteArrayView sample)
{
    if (sample.startsWith(kUtf8Mark))
        return Encoding::Utf8;
    if (sample.startsWith("\xff\xfe"))
        return Encoding::Utf16Le;
    if (sample.startsWith("\xfe\xff"))
        return Encoding::Utf16Be;
    qsizetype zeros[2] = {0, 0};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[i % 2] += sample.at(i) == '\0';
    if (sample.size() >= 4 && zeros[1] * 4 > sample.size() && zeros[0] == 0)
        return Encoding::Utf16Le;
    if (sample.size() >= 4 && zeros[0] * 4 > sample.size() && zeros[1] == 0)
        return Encoding::Utf16Be;
    return isUtf8(sample) ? Encoding::Utf8 : Encoding::Windows1252;
}

std::optional<char> windows1252Of(QChar character)
{
    const char16_t code = character.unicode();
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff))
        return char(code);
    const auto found = std::ranges::find(kUpper, code);
    if (found == kUpper.end())
        return {};
    return char(0x80 + (found - kUpper.begin()));
}

TextSource::TextSource(QIODevice &device, Encoding encoding)
    : m_device(device), m_encoding(encoding),
      m_decoder(encoding == Encoding::Utf16Be ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE)
{}

Result<bool> TextSource::appendTo(QByteArray &buffer)
{
    const qsizetype wanted = 2 * buffer.size();
    bool more = true;
    do {
        JOINERY_TRY_VALUE(more, appendPiece(buffer));
    } while (more && buffer.size() < wanted);
    return more;
}

Result<bool> TextSource::appendPiece(QByteArray &buffer)
{
    m_piece.resize(kPiece);
    const qint64 read = m_device.read(m_piece.data(), kPiece);
    if (read < 0)
        return fail(ErrorKind::Io, QStringLiteral("The file cannot be read: %1").arg(m_device.errorString()));
    if (read == 0)
        return false;
    m_bytesRead += read;
    QByteArrayView bytes(m_piece.constData(), read);
    switch (m_encoding) {
    case Encoding::Utf8:
        if (m_atStart && bytes.startsWith(kUtf8Mark))
            bytes = bytes.sliced(3);
        buffer.append(bytes);
        break;
    case Encoding::Windows1252: appendWindows1252(buffer, bytes); break;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be: {
        const QString text = m_decoder.decode(bytes); // takes the mark away
        buffer += text.toUtf8();
        break;
    }
    }
    m_atStart = false;
    return true;
}

} // namespace joinery::transfer
