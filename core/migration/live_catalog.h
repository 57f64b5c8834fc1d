// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dialect/dialect.h"

namespace joinery::migration {

/// What a database holds while it is migrated. Read once, then carried along by the operations; read again only where
/// the next operation needs what they cannot tell (SQLite's stored text of a table that was changed before).
class LiveCatalog
{
public:
    /// `model` is the state of the model that belongs to the database.
    LiveCatalog(const dialect::Dialect &dialect, driver::Connection &connection, schema::Catalog model)
        : m_dialect(dialect), m_connection(connection), m_model(std::move(model)) {}

    /// What an operation on the model means in the terms of the engine: an enumeration is a check where there are no
    /// types of that name, a model of another engine is translated.
    Result<operation::Operations> native(const operation::Operation &operation, const QString &writtenFor);
    /// The catalogue on which native operations are to be rendered, one after the other.
    Result<const schema::Catalog *> before(const operation::Operations &operations, const CancelToken &token);
    void applied(const operation::Operation &native);
    /// After an error, when nobody knows what is there.
    void forget() { m_known = false; }

private:
    bool needsReading(const operation::Operation &operation) const;

    const dialect::Dialect &m_dialect;
    driver::Connection &m_connection;
    schema::Catalog m_model;
    schema::Catalog m_catalog;
    bool m_known = false;
};

} // namespace joinery::migration
