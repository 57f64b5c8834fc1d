// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/name.h"

#include <QFlags>
#include <QStringList>

#include <vector>

namespace joinery::session {

class Entity;

/// What goes from a record to the records that it is related to.
enum class CascadeRule {
    SaveUpdate = 1,   ///< adding the record adds them
    Merge = 2,        ///< merging the record merges them
    Delete = 4,       ///< deleting the record deletes them
    DeleteOrphan = 8, ///< leaving their parent deletes them
    Expunge = 16,
    RefreshExpire = 32,
};
Q_DECLARE_FLAGS(Cascade, CascadeRule)
Q_DECLARE_OPERATORS_FOR_FLAGS(Cascade)

inline constexpr Cascade kDefaultCascade = CascadeRule::SaveUpdate | CascadeRule::Merge;
inline constexpr Cascade kWholeCascade = kDefaultCascade | CascadeRule::Delete | CascadeRule::Expunge | CascadeRule::RefreshExpire;

/// One side of a relationship: a name on its entity that gives one record or many of another one.
struct Relationship
{
    enum class Direction {
        ManyToOne,  ///< the foreign key is here: one record or none
        OneToMany,  ///< the foreign key is there
        ManyToMany, ///< through an association table
    };
    /// Columns that hold the same value: of the entity here, and of the target or, through an association, of that table.
    struct Pair
    {
        int here = 0;
        int there = 0; ///< ManyToMany: unused, the association's columns are by name
    };

    QString name;
    Direction direction = Direction::ManyToOne;
    const Entity *owner = nullptr;
    const Entity *target = nullptr;
    std::vector<Pair> pairs;
    schema::Name association;             ///< ManyToMany
    QStringList ownerColumns;             ///< of the association, in the order of the owner's key
    QStringList targetColumns;            ///< likewise of the target's
    Cascade cascade = kDefaultCascade;
    bool postUpdate = false;              ///< the foreign key is written by an UPDATE of its own, behind both rows: for circles
    const Relationship *reverse = nullptr; ///< the other side, kept in step; a null pointer where it has no name
    int index = 0;                        ///< among those of its owner

    bool isCollection() const { return direction != Direction::ManyToOne; }
    bool isSelfReferential() const { return owner == target; }
};

} // namespace joinery::session
