// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/row_cache.h"

#include <QObject>

namespace joinery::ui {

/// Rows that come in blocks: a table's, or a statement's result. The model asks what is there and says what is seen.
class RowFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual std::optional<session::RowCache::Found> find(qint64 row) const = 0;
    virtual qint64 total() const = 0;
    virtual bool isTotalExact() const = 0;
    /// What is on the screen: these rows are wanted first.
    virtual void setVisible(qint64 first, qint64 last) = 0;
    virtual bool isReading() const = 0;

Q_SIGNALS:
    /// Rows came, or the total changed. `shifts` tells rows that turned out to stand elsewhere.
    void changed(const std::vector<joinery::session::RowCache::Shift> &shifts);
    void failed(const joinery::Error &error);
};

} // namespace joinery::ui
