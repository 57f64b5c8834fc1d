// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/schema/catalog.h"
#include "core/session/mapping/entity.h"

namespace joinery::session {

/// Which tables are entities, and how they are related. Built once, then only read: sessions share it.
class Model
{
public:
    /// The two sides of a foreign key. A side without a name is not there; one side must have one.
    struct ForeignKeyLink
    {
        QString parent;      ///< the entity that is referred to
        QString collection;  ///< its name for the referring records
        QString child;       ///< the entity with the foreign key
        QString reference;   ///< its name for the record that it refers to
        QStringList columns; ///< of the foreign key; empty: the only one between the two tables
        Cascade collectionCascade = kDefaultCascade;
        Cascade referenceCascade = kDefaultCascade;
        bool postUpdate = false;
    };
    /// The two sides of an association table.
    struct AssociationLink
    {
        QString left, leftCollection;   ///< an entity, and its name for the records of the other one
        QString right, rightCollection;
        schema::Table association;
        Cascade cascade = kDefaultCascade;
    };

    /// Every table with a primary key as an entity of its name, but for association tables; relationships from the foreign
    /// keys: a reference is called as its column without "_id", a collection as the referring table.
    static Result<Model> fromCatalog(const schema::Catalog &catalog);

    /// A table must have a primary key.
    Status add(const QString &name, const schema::Table &table);
    Status link(const ForeignKeyLink &link);
    Status link(const AssociationLink &link);
    /// The name of the column is for OptimisticCheck::Version alone: a whole number that Joinery counts up.
    Status check(const QString &entity, OptimisticCheck check, const QString &versionColumn = {});

    const std::vector<std::unique_ptr<Entity>> &entities() const { return m_entities; }
    const Entity *entity(const QString &name) const;

private:
    Result<Entity *> find(const QString &name);
    static Relationship *put(Entity &owner, Relationship relationship);

    std::vector<std::unique_ptr<Entity>> m_entities;
};

} // namespace joinery::session
