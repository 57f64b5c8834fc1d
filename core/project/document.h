// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/operation/operation.h"

#include <QObject>

namespace joinery::project {

/// An open model, and the only writer of it. Everything that changes it is an Operation; the returned inverse is all
/// that undo needs.
class Document : public QObject
{
    Q_OBJECT
public:
    explicit Document(schema::Catalog catalog = {}, QObject *parent = nullptr);

    const schema::Catalog &catalog() const { return *m_catalog; }
    schema::CatalogPtr snapshot() const { return m_catalog; } ///< stays as it is when the document goes on

    /// Applies and returns the inverse; elements without a Uid get one. On an error nothing has changed.
    Result<operation::Operation> apply(const operation::Operation &operation);
    /// Replaces the whole model, e.g. after the file changed on disk.
    void reset(schema::Catalog catalog);

Q_SIGNALS:
    void changed(const joinery::operation::Operation &operation);
    void wasReset();

private:
    schema::CatalogPtr m_catalog;
};

} // namespace joinery::project
