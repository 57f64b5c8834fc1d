// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/driver/mysql/literal_text.h"

#include "core/driver/mysql/libmariadb.h"
#include "core/driver/mysql/wire.h"
#include "core/driver/number_text.h"

#include <cmath>

namespace joinery::driver::mysql {

bool escapesWithBackslashes(const Wire &wire) { return (wire.handle()->server_status & SERVER_STATUS_NO_BACKSLASH_ESCAPES) == 0; }

void appendTextLiteral(QByteArray &out, QByteArrayView text, bool backslashes)
{
    out += '\'';
    const char *copied = text.data();
    const char *const end = copied + text.size();
    for (const char *at = copied; at != end; ++at) {
        const bool quote = *at == '\'';
        if (!quote && (*at != '\\' || !backslashes))
            continue;
        out.append(copied, at - copied);
        out += *at;
        copied = at; // and once more with what follows
    }
    out.append(copied, end - copied);
    out += '\'';
}

void appendBytesLiteral(QByteArray &out, QByteArrayView bytes)
{
    out += "X'" + bytes.toByteArray().toHex() + '\'';
}

void appendRealLiteral(QByteArray &out, double number)
{
    if (std::isfinite(number))
        appendNumber(out, number);
    else
        out += "'not a number'";
}

void appendLiteral(QByteArray &out, const Value &value, bool backslashes)
{
    switch (value.tag()) {
    case ValueTag::Null:
    case ValueTag::Default: out += "NULL"; return;
    case ValueTag::Boolean: out += value.toBoolean() ? '1' : '0'; return;
    case ValueTag::Integer: appendNumber(out, value.toInteger()); return;
    case ValueTag::Unsigned: appendNumber(out, value.toUnsigned()); return;
    case ValueTag::Real: appendRealLiteral(out, value.toReal()); return;
    case ValueTag::Text:
    case ValueTag::Lexical: appendTextLiteral(out, value.data(), backslashes); return;
    case ValueTag::Bytes: appendBytesLiteral(out, value.data()); return;
    }
}

} // namespace joinery::driver::mysql
