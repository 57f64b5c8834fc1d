// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/worker/import_jobs.h"

#include <QAbstractTableModel>

namespace joinery::ui {

/// The first rows of a file as they were read.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(const worker::ImportPreview &preview);
    void clear() { show({}); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    worker::ImportPreview m_preview;
};

} // namespace joinery::ui
