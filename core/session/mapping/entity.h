// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/table.h"
#include "core/session/mapping/relationship.h"

#include <memory>

namespace joinery::session {

/// How a flush makes sure that nobody else changed the row.
enum class OptimisticCheck {
    Key,       ///< the row is found by its key alone; one that is gone is an error
    Version,   ///< a column counts the changes
    OldValues, ///< what is changed must be in the row as it was read; a deleted row in every column that was
};

/// A table whose rows are records: columns by index, the key, and relationships. Belongs to a Model.
class Entity
{
public:
    Entity(QString name, schema::Table table);
    Entity(const Entity &) = delete;
    Entity &operator=(const Entity &) = delete;

    const QString &name() const { return m_name; }
    const schema::Table &table() const { return m_table; }
    int columnCount() const { return int(m_table.columns.size()); }
    const schema::Column &column(int index) const { return m_table.columns[size_t(index)]; }
    int columnIndex(const QString &column) const { return int(m_table.columnIndex(column)); }
    /// The columns that identify a record; never empty in a Model.
    const std::vector<int> &key() const { return m_key; }
    bool isInKey(int column) const { return m_traits[size_t(column)].inKey; }
    /// The server puts something there where an INSERT names no value, or computes it.
    bool hasServerValue(int column) const { return m_traits[size_t(column)].serverValue; }
    /// An UPDATE of other columns may change it.
    bool changesOnUpdate(int column) const { return m_traits[size_t(column)].onUpdate; }
    bool isWritable(int column) const { return !m_table.columns[size_t(column)].computed; }

    OptimisticCheck check() const { return m_check; }
    int versionColumn() const { return m_versionColumn; } ///< -1 where there is none

    const std::vector<std::unique_ptr<Relationship>> &relationships() const { return m_relationships; }
    const Relationship *relationship(const QString &name) const;
    /// Relationships of other entities that delete their orphans, which are of this one.
    const std::vector<const Relationship *> &orphanRules() const { return m_orphanRules; }
    int index() const { return m_index; } ///< in its Model

private:
    friend class Model;
    struct Traits
    {
        bool inKey = false, serverValue = false, onUpdate = false;
    };

    QString m_name;
    schema::Table m_table;
    std::vector<int> m_key;
    std::vector<Traits> m_traits;
    std::vector<std::unique_ptr<Relationship>> m_relationships;
    std::vector<const Relationship *> m_orphanRules;
    OptimisticCheck m_check = OptimisticCheck::Key;
    int m_versionColumn = -1;
    int m_index = 0;
};

} // namespace joinery::session
