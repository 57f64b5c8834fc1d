// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QByteArray>

namespace joinery::ui {

/// Bytes as lines of sixteen: offset, hexadecimal, and what of them is ASCII. A line is made when it is shown.
class HexModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setBytes(const QByteArray &bytes);
    const QByteArray &bytes() const { return m_bytes; }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QByteArray m_bytes;
};

} // namespace joinery::ui
