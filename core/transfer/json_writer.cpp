// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/json_writer.h"

#include "core/schema/type_kinds.h"
#include "core/transfer/cell_text.h"

#include <QJsonDocument>
#include <QSet>

namespace joinery::transfer {

namespace {

QByteArray quoted(const QByteArray &text)
{
    static constexpr char kHex[] = "0123456789abcdef";
    QByteArray out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (static_cast<unsigned char>(c) < 0x20)
            ((out += "\\u00") += kHex[c >> 4]) += kHex[c & 15];
        else
            out += c;
    }
    return out += '"';
}

/// RFC 8259, section 6; the engines' own forms (.5, NaN, 1e5) are not all of it.
bool isJsonNumber(const QByteArray &text)
{
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const auto digits = [&] {
        const qsizetype start = at;
        while (at < text.size() && text.at(at) >= '0' && text.at(at) <= '9')
            ++at;
        return at - start;
    };
    const qsizetype start = at;
    const qsizetype whole = digits();
    if (whole == 0 || (whole > 1 && text.at(start) == '0'))
        return false;
    if (at < text.size() && text.at(at) == '.') {
        ++at;
        if (digits() == 0)
            return false;
    }
    if (at < text.size() && (text.at(at) == 'e' || text.at(at) == 'E')) {
        ++at;
        if (at < text.size() && (text.at(at) == '+' || text.at(at) == '-'))
            ++at;
        if (digits() == 0)
            return false;
    }
    return at == text.size();
}

bool isJson(const QByteArray &text)
{
    QJsonParseError problem;
    // QJsonDocument reads objects and arrays alone: a scalar is checked as the only element of an array.
    QJsonDocument::fromJson('[' + text + ']', &problem);
    return problem.error == QJsonParseError::NoError;
}

} // namespace

Status JsonWriter::begin(const std::vector<driver::ColumnInfo> &columns)
{
    QSet<QString> taken;
    for (const driver::ColumnInfo &column : columns) {
        QString name = column.name;
        for (int i = 2; taken.contains(name); ++i)
            name = column.name + u'_' + QString::number(i);
        taken.insert(name);
        m_keys.push_back(quoted(name.toUtf8()) + ": ");
        m_kinds.push_back(column.type.kind);
    }
    if (m_form == Form::Array)
        buffer() += '[';
    return {};
}

Status JsonWriter::write(const driver::RowBlock &block)
{
    for (int row = 0; row < block.rowCount(); ++row) {
        if (m_form == Form::Array)
            buffer() += m_first ? "\n" : ",\n";
        m_first = false;
        buffer() += '{';
        for (int column = 0; column < block.columnCount(); ++column) {
            if (column > 0)
                buffer() += ", ";
            buffer() += m_keys[size_t(column)];
            append(block, row, column);
        }
        buffer() += '}';
        if (m_form == Form::Lines)
            buffer() += '\n';
        JOINERY_TRY(flushIfLarge());
    }
    return {};
}

Status JsonWriter::end()
{
    if (m_form == Form::Array)
        buffer() += m_first ? "]\n" : "\n]\n";
    return flush();
}

void JsonWriter::append(const driver::RowBlock &block, int row, int column)
{
    using driver::ValueTag;
    const schema::TypeKind kind = m_kinds[size_t(column)];
    QByteArray text = cellText(block, row, column);
    switch (block.tag(row, column)) {
    case ValueTag::Null:
    case ValueTag::Default:
        buffer() += "null";
        return;
    case ValueTag::Boolean:
    case ValueTag::Integer:
    case ValueTag::Unsigned:
        buffer() += text;
        return;
    case ValueTag::Real:
        buffer() += isJsonNumber(text) ? text : quoted(text);
        return;
    case ValueTag::Lexical:
        if (isNumber(kind) && isJsonNumber(text)) {
            buffer() += text;
            return;
        }
        [[fallthrough]];
    case ValueTag::Text:
        if (kind == schema::TypeKind::Json && isJson(text)) {
            // Line ends inside JSON are blanks between its tokens: a row stays one line.
            buffer() += text.replace('\n', ' ').replace('\r', ' ');
            return;
        }
        buffer() += quoted(text);
        return;
    case ValueTag::Bytes:
        buffer() += quoted(text);
        return;
    }
}

} // namespace joinery::transfer
