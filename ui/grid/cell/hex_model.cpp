// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/cell/hex_model.h"

namespace joinery::ui {

namespace {

constexpr int kInLine = 16;

QString lineText(const QByteArray &bytes, qsizetype from)
{
    QString hex, ascii;
    for (qsizetype i = from; i < from + kInLine; ++i) {
        if (i == from + kInLine / 2)
            hex += u' ';
        if (i >= bytes.size()) {
            hex += QStringLiteral("   ");
            continue;
        }
        const auto byte = quint8(bytes.at(i));
        hex += QStringLiteral("%1 ").arg(byte, 2, 16, QLatin1Char('0'));
        ascii += byte >= 0x20 && byte < 0x7f ? QChar(byte) : QChar(u'.');
    }
    return QStringLiteral("%1  ").arg(from, 8, 16, QLatin1Char('0')) % hex % u' ' % ascii;
}

} // namespace

void HexModel::setBytes(const QByteArray &bytes)
{
    beginResetModel();
    m_bytes = bytes;
    endResetModel();
}

int HexModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int((m_bytes.size() + kInLine - 1) / kInLine);
}

QVariant HexModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return lineText(m_bytes, qsizetype(index.row()) * kInLine);
}

} // namespace joinery::ui
