// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mapping/entity.h"

namespace joinery::session {

Entity::Entity(QString name, schema::Table table) : m_name(std::move(name)), m_table(std::move(table))
{
    for (const schema::Column &column : m_table.columns) {
        Traits traits;
        traits.inKey = m_table.isInPrimaryKey(column.name);
        traits.serverValue = column.defaultValue || column.identity || column.computed;
        traits.onUpdate = column.computed || !column.onUpdate.isEmpty();
        m_traits.push_back(traits);
    }
    if (!m_table.primaryKey)
        return;
    for (const QString &column : m_table.primaryKey->columns)
        m_key.push_back(columnIndex(column));
}

const Relationship *Entity::relationship(const QString &name) const
{
    for (const auto &relationship : m_relationships) {
        if (relationship->name == name)
            return relationship.get();
    }
    return nullptr;
}

} // namespace joinery::session
