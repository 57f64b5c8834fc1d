// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transfer/load_columns.h"

#include "core/schema/type_kinds.h"
#include "core/transfer/decimal_comma.h"

#include <charconv>

namespace joinery::transfer {

using schema::Type;
using schema::TypeKind;

namespace {

// SQLite keeps a decimal as a double, which has so many digits in any case.
constexpr int kDigitsOfDouble = 15;

std::optional<bool> booleanOf(QByteArrayView text)
{
    for (const char *word : {"1", "t", "true", "yes", "y", "on"}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const char *word : {"0", "f", "false", "no", "n", "off"}) {
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return false;
    }
    return {};
}

bool isHex(QByteArrayView text)
{
    return text.size() % 2 == 0 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

const QString *targetIn(const std::vector<std::pair<QString, QString>> &map, const QString &source)
{
    for (const auto &[from, to] : map) {
        if (from == source)
            return &to;
    }
    return nullptr;
}

Status checkMap(const QStringList &fileColumns, const std::vector<std::pair<QString, QString>> &map)
{
    for (const auto &[from, to] : map) {
        if (!fileColumns.contains(from))
            return fail(ErrorKind::InvalidInput, QStringLiteral("The file has no column \"%1\". It has: %2.")
                                                     .arg(from, fileColumns.join(QStringLiteral(", "))));
    }
    return {};
}

} // namespace

Result<QStringList> namesAfter(const QStringList &fileColumns, const std::vector<std::pair<QString, QString>> &map)
{
    JOINERY_TRY(checkMap(fileColumns, map));
    QStringList names;
    for (const QString &source : fileColumns) {
        const QString *target = targetIn(map, source);
        names.append(target ? *target : source);
    }
    return names;
}

Result<LoadColumns> LoadColumns::match(const QStringList &fileColumns, const std::vector<std::pair<QString, QString>> &map,
                                       const std::vector<std::pair<QString, Type>> &tableColumns, bool decimalComma)
{
    JOINERY_TRY_VALUE(const QStringList wanted, namesAfter(fileColumns, map));
    LoadColumns columns;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString &name = wanted.at(i);
        if (name.isEmpty() && targetIn(map, fileColumns.at(i)))
            continue;
        auto found = std::ranges::find(tableColumns, name, [](const auto &column) { return column.first; });
        if (found == tableColumns.end())
            found = std::ranges::find_if(tableColumns, [&](const auto &column) { return column.first.compare(name, Qt::CaseInsensitive) == 0; });
        if (found == tableColumns.end()) {
            QStringList names;
            for (const auto &column : tableColumns)
                names.append(column.first);
            return fail(ErrorKind::InvalidInput, QStringLiteral("The table has no column \"%1\". It has: %2. Map the file's column to "
                                                                "one of them, or to nothing to leave it out.")
                                                     .arg(name, names.join(QStringLiteral(", "))));
        }
        if (columns.m_names.contains(found->first))
            return fail(ErrorKind::InvalidInput, QStringLiteral("Two columns of the file go to the column \"%1\".").arg(found->first));
        columns.m_names.append(found->first);
        columns.m_sources.push_back(int(i));
        Conversion conversion = Conversion::None;
        const Type &type = found->second;
        if (type.kind == TypeKind::Boolean)
            conversion = Conversion::Boolean;
        else if (type.kind == TypeKind::LargeBinary)
            conversion = Conversion::Bytes;
        else if (type.nativeDialect == u"mysql" && type.nativeText.startsWith(u"bit"))
            conversion = Conversion::Bits;
        else if (decimalComma && schema::isNumber(type.kind))
            conversion = Conversion::DecimalComma;
        columns.m_conversions.push_back(conversion);
        columns.m_asTheyAre = columns.m_asTheyAre && conversion == Conversion::None && i + 1 == qsizetype(columns.m_names.size());
    }
    if (columns.m_names.isEmpty())
        return fail(ErrorKind::InvalidInput, QStringLiteral("No column of the file goes into the table."));
    columns.m_asTheyAre = columns.m_asTheyAre && columns.m_names.size() == fileColumns.size();
    return columns;
}

const driver::RowBlock &LoadColumns::converted(const driver::RowBlock &rows)
{
    if (m_asTheyAre)
        return rows;
    m_block.clear(int(m_names.size()));
    for (int row = 0; row < rows.rowCount(); ++row) {
        for (size_t index = 0; index < m_sources.size(); ++index)
            append(rows, row, index);
    }
    return m_block;
}

void LoadColumns::append(const driver::RowBlock &rows, int row, size_t index)
{
    const int source = m_sources[index];
    const driver::ValueTag tag = rows.tag(row, source);
    const QByteArrayView text = rows.bytes(row, source);
    if (tag == driver::ValueTag::Text || tag == driver::ValueTag::Lexical) {
        switch (m_conversions[index]) {
        case Conversion::None: break;
        case Conversion::Boolean:
            if (const auto value = booleanOf(text)) {
                m_block.appendBoolean(*value);
                return;
            }
            break;
        case Conversion::Bytes:
            if (text.startsWith("\\x") && isHex(text.sliced(2))) {
                const QByteArray bytes = QByteArray::fromHex(text.sliced(2).toByteArray());
                m_block.append(driver::ValueTag::Bytes, bytes.constData(), size_t(bytes.size()));
                return;
            }
            break;
        case Conversion::DecimalComma:
            if (const QByteArray number = withPoint(text); !number.isNull()) {
                m_block.append(tag, number.constData(), size_t(number.size()));
                return;
            }
            break;
        case Conversion::Bits: {
            quint64 bits = 0;
            const auto parsed = std::from_chars(text.data(), text.data() + text.size(), bits);
            if (parsed.ec == std::errc() && parsed.ptr == text.data() + text.size()) {
                m_block.appendUnsigned(bits);
                return;
            }
            break;
        }
        }
    }
    m_block.append(tag, text.data(), size_t(text.size()));
}

Type storableType(Type type, const dialect::Dialect &dialect)
{
    if (type.kind == TypeKind::Numeric && dialect.capabilities().looseTypes && type.precision.value_or(0) > kDigitsOfDouble)
        return Type::of(TypeKind::Text);
    if (type.kind == TypeKind::Uuid && dialect.typeText(type).compare(u"uuid", Qt::CaseInsensitive) != 0)
        return Type::string(36);
    if (type.timezone && !dialect.capabilities().looseTypes) {
        Type local = type;
        local.timezone = false;
        if (dialect.typeText(local) == dialect.typeText(type))
            return Type::of(TypeKind::Text);
    }
    return type;
}

} // namespace joinery::transfer
