// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/json_scan.h"

#include <QString>

#include <algorithm>
#include <cstring>

namespace joinery::transfer {

namespace {

using State = JsonScan::State;

constexpr int kDepth = 512;

JsonScan scanString(const char *at, const char *end)
{
    for (++at; at != end; ++at) {
        if (*at == '"')
            return {State::Complete, at + 1};
        if (*at == '\\') {
            if (++at == end)
                break;
            if (!std::strchr("\"\\/bfnrtu", *at))
                return {State::Wrong, at};
        } else if (quint8(*at) < 0x20) {
            return {State::Wrong, at};
        }
    }
    return {State::Incomplete, end};
}

JsonScan scanWord(const char *at, const char *end, QByteArrayView word)
{
    for (const char c : word) {
        if (at == end)
            return {State::Incomplete, end};
        if (*at++ != c)
            return {State::Wrong, at - 1};
    }
    return {State::Complete, at};
}

JsonScan scanNumber(const char *at, const char *end, bool last)
{
    const auto digits = [&] {
        const char *const first = at;
        while (at != end && *at >= '0' && *at <= '9')
            ++at;
        return at != first;
    };
    const auto stopped = [&] { return JsonScan{at == end && !last ? State::Incomplete : State::Wrong, at}; };
    at += *at == '-';
    const char *const whole = at;
    if (!digits() || (*whole == '0' && at - whole > 1))
        return stopped();
    if (at != end && *at == '.') {
        ++at;
        if (!digits())
            return stopped();
    }
    if (at != end && (*at == 'e' || *at == 'E')) {
        ++at;
        at += at != end && (*at == '+' || *at == '-');
        if (!digits())
            return stopped();
    }
    return {at == end && !last ? State::Incomplete : State::Complete, at};
}

JsonScan scan(const char *at, const char *end, bool last, int depth);

/// The members of an object or the elements of an array, from the opening bracket on.
JsonScan scanNested(const char *at, const char *end, bool last, int depth)
{
    const bool object = *at == '{';
    const char close = object ? '}' : ']';
    if (depth > kDepth)
        return {State::Wrong, at};
    at = skipJsonBlanks(at + 1, end);
    if (at != end && *at == close)
        return {State::Complete, at + 1};
    while (at != end) {
        if (object) {
            if (*at != '"')
                return {State::Wrong, at};
            const JsonScan key = scanString(at, end);
            if (key.state != State::Complete)
                return key;
            at = skipJsonBlanks(key.end, end);
            if (at == end)
                break;
            if (*at != ':')
                return {State::Wrong, at};
            at = skipJsonBlanks(at + 1, end);
        }
        const JsonScan value = scan(at, end, last, depth + 1);
        if (value.state != State::Complete)
            return value;
        at = skipJsonBlanks(value.end, end);
        if (at == end)
            break;
        if (*at == close)
            return {State::Complete, at + 1};
        if (*at != ',')
            return {State::Wrong, at};
        at = skipJsonBlanks(at + 1, end);
    }
    return {State::Incomplete, end};
}

JsonScan scan(const char *at, const char *end, bool last, int depth)
{
    if (at == end)
        return {State::Incomplete, end};
    switch (*at) {
    case '"': return scanString(at, end);
    case '{':
    case '[': return scanNested(at, end, last, depth);
    case 't': return scanWord(at, end, "true");
    case 'f': return scanWord(at, end, "false");
    case 'n': return scanWord(at, end, "null");
    default:
        if (*at == '-' || (*at >= '0' && *at <= '9'))
            return scanNumber(at, end, last);
        return {State::Wrong, at};
    }
}

} // namespace

JsonScan scanJson(const char *at, const char *end, bool last) { return scan(at, end, last, 0); }

const char *skipJsonBlanks(const char *at, const char *end)
{
    while (at != end && (*at == ' ' || *at == '\n' || *at == '\t' || *at == '\r'))
        ++at;
    return at;
}

QByteArray unescapedJson(QByteArrayView inside)
{
    if (!inside.contains('\\'))
        return inside.toByteArray();
    QByteArray out;
    QString units; // of \u, which come in pairs
    const auto endUnits = [&] {
        out += units.toUtf8();
        units.clear();
    };
    for (qsizetype i = 0; i < inside.size(); ++i) {
        const char c = inside.at(i);
        if (c != '\\' || i + 1 >= inside.size()) {
            endUnits();
            out += c;
            continue;
        }
        const char code = inside.at(++i);
        if (code == 'u') {
            units += QChar(char16_t(inside.sliced(i + 1, std::min<qsizetype>(4, inside.size() - i - 1)).toByteArray().toUShort(nullptr, 16)));
            i += 4;
            continue;
        }
        endUnits();
        switch (code) {
        case 'b': out += '\b'; break;
        case 'f': out += '\f'; break;
        case 'n': out += '\n'; break;
        case 'r': out += '\r'; break;
        case 't': out += '\t'; break;
        default: out += code; break;
        }
    }
    endUnits();
    return out;
}

} // namespace joinery::transfer
