// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/json_reader.h"

#include "core/transfer/json_scan.h"

#include <algorithm>

namespace joinery::transfer {

namespace {

constexpr size_t kBatchBytes = 1 << 19;
constexpr qsizetype kLongestItem = 1 << 30;
constexpr int kRowsAtOnce = 1000;

QString quoted(QByteArrayView text)
{
    return u'"' + QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 40))) + u'"';
}

} // namespace

JsonReader::JsonReader(QIODevice &device, Form form, Encoding encoding)
    : m_device(device), m_form(form), m_encoding(encoding)
{
    m_source.emplace(device, encoding);
}

Result<QStringList> JsonReader::open()
{
    m_finding = true;
    RowBatch batch;
    do {
        JOINERY_TRY(read(batch, kRowsAtOnce));
    } while (!batch.lines.empty() || !batch.bad.empty());
    m_finding = false;
    JOINERY_TRY(rewind());
    if (m_keys.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("The file holds no object with a key: it has no columns."));
    QStringList names;
    for (const QByteArray &key : m_keys)
        names.append(QString::fromUtf8(key));
    return names;
}

Status JsonReader::rewind()
{
    if (!m_device.seek(0))
        return fail(ErrorKind::Io, QStringLiteral("The file cannot be read twice: %1").arg(m_device.errorString()));
    m_source.emplace(m_device, m_encoding);
    m_buffer.clear();
    m_begin = m_at = 0;
    m_line = 1;
    m_atEnd = m_started = false;
    m_first = true;
    return {};
}

Status JsonReader::read(RowBatch &batch, int maximumRows)
{
    batch.rows.clear(int(m_keys.size()));
    batch.lines.clear();
    batch.bad.clear();
    while (batch.lines.size() < size_t(maximumRows) && batch.bad.size() < size_t(maximumRows) && batch.rows.usedBytes() < kBatchBytes) {
        JOINERY_TRY_VALUE(const Item item, nextItem());
        if (item == Item::End)
            break;
        if (item == Item::Bad) {
            batch.bad.push_back({m_itemLine, m_problem, m_buffer.mid(m_begin, m_at - m_begin).trimmed()});
            continue;
        }
        batch.lines.push_back(m_itemLine);
        if (!m_finding)
            appendTo(batch.rows);
    }
    return {};
}

Result<bool> JsonReader::fill()
{
    m_buffer.remove(0, m_begin);
    m_at -= m_begin;
    m_begin = 0;
    if (m_buffer.size() > kLongestItem)
        return broken(QStringLiteral("the object takes more than %1 MB").arg(kLongestItem >> 20));
    JOINERY_TRY_VALUE(const bool more, m_source->appendTo(m_buffer));
    m_atEnd = !more;
    return more;
}

tl::unexpected<Error> JsonReader::broken(const QString &what) const
{
    return fail(ErrorKind::InvalidInput, QStringLiteral("Line %1: %2.").arg(m_line).arg(what));
}

/// To the next thing that is no blank, and over the signs between two objects; false at the end of the file.
Result<bool> JsonReader::skipToItem()
{
    bool comma = m_first || m_form == Form::Lines;
    for (;;) {
        const char *const end = m_buffer.constData() + m_buffer.size();
        const char *const from = m_buffer.constData() + m_at;
        const char *at = skipJsonBlanks(from, end);
        m_line += std::count(from, at, '\n');
        m_begin = m_at = at - m_buffer.constData();
        if (at == end) {
            JOINERY_TRY_VALUE(const bool more, fill());
            if (more)
                continue;
            if (m_form == Form::Array && m_started)
                return broken(QStringLiteral("the array is not closed"));
            return false;
        }
        if (m_form == Form::Lines)
            return true;
        if (!m_started) {
            if (*at != '[')
                return broken(QStringLiteral("a JSON file begins with [ and holds objects; for one object a line give --format ndjson"));
            m_started = true;
        } else if (*at == ',' && !comma) {
            comma = true;
        } else if (*at == ']' && (m_first || !comma)) {
            m_started = false;
            ++m_at;
            return false;
        } else if (comma) {
            return true;
        } else {
            return broken(QStringLiteral("there is no comma before %1").arg(quoted({at, end})));
        }
        ++m_at;
    }
}

Result<JsonReader::Item> JsonReader::nextItem()
{
    JOINERY_TRY_VALUE(const bool there, skipToItem());
    if (!there)
        return Item::End;
    m_first = false;
    m_itemLine = m_line;
    for (;;) {
        const char *const at = m_buffer.constData() + m_begin;
        const char *end = m_buffer.constData() + m_buffer.size();
        const char *const lineEnd = m_form == Form::Lines ? std::find(at, end, '\n') : end;
        if (m_form == Form::Lines && lineEnd == end && !m_atEnd) {
            JOINERY_TRY(fill());
            continue;
        }
        JsonScan object = scanJson(at, lineEnd, m_form == Form::Lines || m_atEnd);
        if (object.state == JsonScan::State::Incomplete && m_form == Form::Array && !m_atEnd) {
            JOINERY_TRY(fill());
            continue;
        }
        if (m_form == Form::Lines) {
            m_at = lineEnd - m_buffer.constData();
            const bool clean = object.state == JsonScan::State::Complete && skipJsonBlanks(object.end, lineEnd) == lineEnd;
            if (clean)
                return readObject(at, object.end);
            m_problem = QStringLiteral("it is no JSON at %1").arg(quoted({object.end, lineEnd}));
            return Item::Bad;
        }
        if (object.state != JsonScan::State::Complete) {
            m_line += std::count(at, object.end, '\n');
            return broken(object.state == JsonScan::State::Wrong ? QStringLiteral("it is no JSON at %1").arg(quoted({object.end, end}))
                                                                 : QStringLiteral("the file ends in the middle of an object"));
        }
        m_at = object.end - m_buffer.constData();
        m_line += std::count(at, object.end, '\n');
        return readObject(at, object.end);
    }
}

/// Takes a checked object apart.
JsonReader::Item JsonReader::readObject(const char *at, const char *end)
{
    m_members.clear();
    if (*at != '{') {
        m_problem = QStringLiteral("it is no object");
        return Item::Bad;
    }
    if (m_encoding == Encoding::Utf8 && !QUtf8StringView(at, end - at).isValidUtf8()) {
        m_problem = QStringLiteral("it holds bytes that are no UTF-8");
        return Item::Bad;
    }
    at = skipJsonBlanks(at + 1, end);
    while (*at == '"') {
        const JsonScan key = scanJson(at, end, true);
        const QByteArrayView name(at + 1, key.end - 1);
        at = skipJsonBlanks(skipJsonBlanks(key.end, end) + 1, end);
        const JsonScan value = scanJson(at, end, true);
        m_members.push_back({columnOf(name, m_members.size()), at, value.end});
        at = skipJsonBlanks(value.end, end);
        if (*at == ',')
            at = skipJsonBlanks(at + 1, end);
    }
    return Item::Object;
}

int JsonReader::columnOf(QByteArrayView key, size_t position)
{
    // Mostly all objects have the same keys in the same order.
    if (position < size_t(m_keys.size()) && !key.contains('\\') && m_keys.at(qsizetype(position)) == key)
        return int(position);
    const QByteArray name = unescapedJson(key);
    const auto known = m_columns.constFind(name);
    if (known != m_columns.cend())
        return *known;
    m_columns.insert(name, int(m_keys.size()));
    m_keys.append(name);
    return int(m_keys.size()) - 1;
}

void JsonReader::appendTo(driver::RowBlock &rows)
{
    m_byColumn.assign(size_t(m_keys.size()), nullptr);
    for (const Member &member : m_members)
        m_byColumn[size_t(member.column)] = &member;
    for (const Member *member : m_byColumn) {
        if (member)
            appendValue(rows, {member->begin, member->end});
        else
            rows.appendNull();
    }
}

void JsonReader::appendValue(driver::RowBlock &rows, QByteArrayView value)
{
    switch (value.front()) {
    case 'n': rows.appendNull(); return;
    case 't': rows.appendBoolean(true); return;
    case 'f': rows.appendBoolean(false); return;
    case '"':
        value = value.sliced(1).chopped(1);
        if (value.contains('\\')) {
            m_scratch = unescapedJson(value);
            value = m_scratch;
        }
        rows.append(driver::ValueTag::Text, value.data(), size_t(value.size()));
        return;
    default: rows.append(driver::ValueTag::Lexical, value.data(), size_t(value.size())); return;
    }
}

} // namespace joinery::transfer
