// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/rows/cell_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace joinery::ui {

using driver::ValueTag;

namespace {

constexpr qsizetype kShownBytes = 300;  // of a text
constexpr qsizetype kShownOctets = 12;  // of a blob

QString oneLine(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("↵"));
    text.replace(u'\n', u'↵');
    text.replace(u'\r', u'↵');
    text.replace(u'\t', u' ');
    return text;
}

} // namespace

QString sizeText(qint64 bytes)
{
    if (bytes < 1024)
        return QCoreApplication::translate("joinery::ui::GridModel", "%n bytes", nullptr, int(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

GridModel::Cell cellOf(const driver::Value &value, const GridColumn &column)
{
    using Kind = GridModel::Cell::Kind;
    GridModel::Cell cell;
    switch (value.tag()) {
    case ValueTag::Null: cell.kind = Kind::Null; return cell;
    case ValueTag::Default: cell.kind = Kind::Given; return cell;
    case ValueTag::Boolean:
        cell.kind = Kind::Boolean;
        cell.checked = value.toBoolean();
        cell.text = value.toText();
        return cell;
    case ValueTag::Integer:
        if (column.look == GridColumn::Look::Boolean && (value.toInteger() == 0 || value.toInteger() == 1)) {
            cell.kind = Kind::Boolean;
            cell.checked = value.toInteger() == 1;
            cell.text = cell.checked ? QStringLiteral("true") : QStringLiteral("false");
            return cell;
        }
        break;
    case ValueTag::Unsigned:
    case ValueTag::Real: break;
    case ValueTag::Bytes: {
        cell.kind = Kind::Text;
        const QByteArray &bytes = value.data();
        cell.text = QStringLiteral("\\x") + QString::fromLatin1(bytes.left(kShownOctets).toHex());
        if (bytes.size() > kShownOctets)
            cell.text += u'…';
        cell.size = sizeText(value.wholeSize());
        return cell;
    }
    case ValueTag::Text:
    case ValueTag::Lexical:
        if (value.data().isEmpty()) {
            cell.kind = Kind::Empty;
            return cell;
        }
        cell.kind = Kind::Text;
        if (value.data().size() > kShownBytes) {
            cell.text = oneLine(QString::fromUtf8(value.data().left(kShownBytes))) + u'…';
            cell.size = sizeText(value.wholeSize());
        } else {
            cell.text = oneLine(QString::fromUtf8(value.data()));
        }
        return cell;
    }
    cell.kind = Kind::Text;
    cell.text = value.toText();
    return cell;
}

} // namespace joinery::ui
