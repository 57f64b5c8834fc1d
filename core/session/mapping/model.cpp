// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/mapping/model.h"

namespace joinery::session {

namespace {

Error invalid(const QString &message)
{
    Error error;
    error.kind = ErrorKind::InvalidInput;
    error.message = message;
    return error;
}

QStringList referredColumns(const schema::ForeignKey &key, const schema::Table &referred)
{
    if (!key.referredColumns.isEmpty() || !referred.primaryKey)
        return key.referredColumns;
    return referred.primaryKey->columns;
}

const schema::ForeignKey *foreignKeyTo(const schema::Table &table, const schema::Table &referred, const QStringList &columns,
                                       const schema::ForeignKey *after = nullptr)
{
    bool started = after == nullptr;
    for (const schema::ForeignKey &key : table.foreignKeys) {
        if (started && key.referredTable == referred.name && (columns.isEmpty() || key.columns == columns))
            return &key;
        started = started || &key == after;
    }
    return nullptr;
}

} // namespace

const Entity *Model::entity(const QString &name) const
{
    for (const auto &entity : m_entities) {
        if (entity->name() == name)
            return entity.get();
    }
    return nullptr;
}

Result<Entity *> Model::find(const QString &name)
{
    if (const Entity *found = entity(name))
        return const_cast<Entity *>(found);
    return fail(invalid(QStringLiteral("There is no entity %1.").arg(name)));
}

Status Model::add(const QString &name, const schema::Table &table)
{
    if (entity(name))
        return fail(invalid(QStringLiteral("There is an entity %1 already.").arg(name)));
    if (!table.primaryKey || table.primaryKey->columns.isEmpty())
        return fail(invalid(QStringLiteral("Table %1 has no primary key: its rows cannot be told apart.").arg(table.name.toString())));
    m_entities.push_back(std::make_unique<Entity>(name, table));
    m_entities.back()->m_index = int(m_entities.size()) - 1;
    return {};
}

Relationship *Model::put(Entity &owner, Relationship relationship)
{
    if (relationship.name.isEmpty())
        return nullptr;
    relationship.owner = &owner;
    relationship.index = int(owner.m_relationships.size());
    owner.m_relationships.push_back(std::make_unique<Relationship>(std::move(relationship)));
    return owner.m_relationships.back().get();
}

Status Model::link(const ForeignKeyLink &link)
{
    JOINERY_TRY_VALUE(Entity *parent, find(link.parent));
    JOINERY_TRY_VALUE(Entity *child, find(link.child));
    const schema::ForeignKey *key = foreignKeyTo(child->table(), parent->table(), link.columns);
    if (!key)
        return fail(invalid(QStringLiteral("%1 has no such foreign key to %2.").arg(link.child, link.parent)));
    if (link.columns.isEmpty() && foreignKeyTo(child->table(), parent->table(), {}, key))
        return fail(invalid(QStringLiteral("%1 has several foreign keys to %2: name the columns of one.").arg(link.child, link.parent)));

    Relationship collection, reference;
    collection.direction = Relationship::Direction::OneToMany;
    collection.name = link.collection;
    collection.target = child;
    collection.cascade = link.collectionCascade;
    reference.name = link.reference;
    reference.target = parent;
    reference.cascade = link.referenceCascade;
    collection.postUpdate = reference.postUpdate = link.postUpdate;
    const QStringList referred = referredColumns(*key, parent->table());
    for (qsizetype i = 0; i < key->columns.size(); ++i) {
        const int in = child->columnIndex(key->columns.at(i)), of = parent->columnIndex(referred.value(i));
        if (in < 0 || of < 0)
            return fail(invalid(QStringLiteral("The foreign key from %1 to %2 names columns that are not there.").arg(link.child, link.parent)));
        collection.pairs.push_back({of, in});
        reference.pairs.push_back({in, of});
    }
    Relationship *one = put(*parent, std::move(collection));
    Relationship *other = put(*child, std::move(reference));
    if (one && other) {
        one->reverse = other;
        other->reverse = one;
    }
    if (one && one->cascade.testFlag(CascadeRule::DeleteOrphan))
        child->m_orphanRules.push_back(one);
    return {};
}

Status Model::link(const AssociationLink &link)
{
    JOINERY_TRY_VALUE(Entity *left, find(link.left));
    JOINERY_TRY_VALUE(Entity *right, find(link.right));
    const schema::ForeignKey *toLeft = foreignKeyTo(link.association, left->table(), {});
    const schema::ForeignKey *toRight = foreignKeyTo(link.association, right->table(), {}, left == right ? toLeft : nullptr);
    if (!toLeft || !toRight)
        return fail(invalid(QStringLiteral("%1 does not refer to %2 and %3.").arg(link.association.name.toString(), link.left, link.right)));

    const auto columnsFor = [](const Entity &entity, const schema::ForeignKey &key) {
        const QStringList referred = referredColumns(key, entity.table());
        QStringList columns;
        for (const int column : entity.key())
            columns.append(key.columns.value(referred.indexOf(entity.column(column).name)));
        return columns;
    };
    Relationship one, other;
    one.direction = other.direction = Relationship::Direction::ManyToMany;
    one.association = other.association = link.association.name;
    one.cascade = other.cascade = link.cascade;
    one.name = link.leftCollection;
    one.target = right;
    one.ownerColumns = other.targetColumns = columnsFor(*left, *toLeft);
    other.name = link.rightCollection;
    other.target = left;
    other.ownerColumns = one.targetColumns = columnsFor(*right, *toRight);
    Relationship *first = put(*left, std::move(one));
    Relationship *second = put(*right, std::move(other));
    if (first && second) {
        first->reverse = second;
        second->reverse = first;
    }
    return {};
}

Status Model::check(const QString &name, OptimisticCheck check, const QString &versionColumn)
{
    JOINERY_TRY_VALUE(Entity *entity, find(name));
    const int column = entity->columnIndex(versionColumn);
    if (check == OptimisticCheck::Version && column < 0)
        return fail(invalid(QStringLiteral("%1 has no column %2 to count its changes in.").arg(name, versionColumn)));
    entity->m_check = check;
    entity->m_versionColumn = check == OptimisticCheck::Version ? column : -1;
    return {};
}

namespace {

/// Two foreign keys that are the whole table.
bool isAssociation(const schema::Table &table)
{
    if (table.foreignKeys.size() != 2 || !table.primaryKey)
        return false;
    const QStringList columns = table.foreignKeys[0].columns + table.foreignKeys[1].columns;
    return columns.size() == qsizetype(table.columns.size())
           && std::all_of(table.columns.begin(), table.columns.end(), [&](const schema::Column &column) { return columns.contains(column.name); });
}

QString freeName(const Entity *entity, QString name)
{
    while (entity->relationship(name) || entity->columnIndex(name) >= 0)
        name += u'_';
    return name;
}

QString withoutId(const QString &column) { return column.endsWith(u"_id") && column.size() > 3 ? column.chopped(3) : column; }

} // namespace

Result<Model> Model::fromCatalog(const schema::Catalog &catalog)
{
    Model model;
    for (const schema::Table &table : catalog.tables) {
        if (table.primaryKey && !isAssociation(table))
            JOINERY_TRY(model.add(table.name.toString(), table));
    }
    for (const schema::Table &table : catalog.tables) {
        if (isAssociation(table)) {
            const Entity *left = model.entity(table.foreignKeys[0].referredTable.toString());
            const Entity *right = model.entity(table.foreignKeys[1].referredTable.toString());
            if (left && right) {
                AssociationLink link{left->name(), freeName(left, right->name()), right->name(), freeName(right, left->name()), table};
                if (left == right)
                    link.rightCollection = freeName(right, left->name() + QStringLiteral("_"));
                JOINERY_TRY(model.link(link));
            }
            continue;
        }
        const Entity *child = model.entity(table.name.toString());
        for (const schema::ForeignKey &key : table.foreignKeys) {
            const Entity *parent = model.entity(key.referredTable.toString());
            if (!child || !parent)
                continue;
            ForeignKeyLink link;
            link.parent = parent->name();
            link.child = child->name();
            link.columns = key.columns;
            link.reference = freeName(child, withoutId(key.columns.front()));
            link.collection = freeName(parent, parent == child ? QStringLiteral("children") : child->name());
            JOINERY_TRY(model.link(link));
        }
    }
    return model;
}

} // namespace joinery::session
