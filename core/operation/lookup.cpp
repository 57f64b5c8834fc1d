// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operation/lookup.h"

#include "core/schema/index_columns.h"

#include <algorithm>

namespace joinery::operation {

namespace {

bool sameContent(const schema::Unique &a, const schema::Unique &b) { return a.columns == b.columns; }
bool sameContent(const schema::ForeignKey &a, const schema::ForeignKey &b)
{
    return a.columns == b.columns && a.referredTable == b.referredTable
        && (a.referredColumns == b.referredColumns || a.referredColumns.isEmpty() || b.referredColumns.isEmpty());
}
bool sameContent(const schema::Check &a, const schema::Check &b) { return a.expression == b.expression; }
bool sameContent(const schema::Exclusion &a, const schema::Exclusion &b) { return a.definition == b.definition; }
bool sameContent(const schema::Index &a, const schema::Index &b)
{
    return a.items == b.items && a.unique == b.unique && a.where == b.where;
}

template <class Element>
qsizetype find(const std::vector<Element> &elements, const Element &wanted)
{
    const auto place = [&](auto matches) -> qsizetype {
        const auto found = std::ranges::find_if(elements, matches);
        return found == elements.end() ? -1 : std::distance(elements.begin(), found);
    };
    qsizetype index = -1;
    if (!wanted.uid.isNull())
        index = place([&](const Element &element) { return element.uid == wanted.uid; });
    if (index < 0 && !wanted.name.isEmpty())
        index = place([&](const Element &element) { return element.name == wanted.name; });
    if (index < 0) {
        index = place([&](const Element &element) {
            return (element.name.isEmpty() || wanted.name.isEmpty()) && sameContent(element, wanted);
        });
    }
    return index;
}

template <class Element>
qsizetype findNamed(const std::vector<Element> &elements, const Name &wanted)
{
    const auto found = std::ranges::find(elements, wanted, &Element::name);
    return found == elements.end() ? -1 : std::distance(elements.begin(), found);
}

template <class Element>
std::optional<Constraint> heldIn(const std::vector<Element> &elements, const Element &wanted)
{
    const qsizetype index = find(elements, wanted);
    return index < 0 ? std::nullopt : std::optional<Constraint>(elements[size_t(index)]);
}

} // namespace

qsizetype indexOf(const std::vector<schema::Unique> &elements, const schema::Unique &wanted)
{
    return find(elements, wanted);
}
qsizetype indexOf(const std::vector<schema::ForeignKey> &elements, const schema::ForeignKey &wanted)
{
    return find(elements, wanted);
}
qsizetype indexOf(const std::vector<schema::Check> &elements, const schema::Check &wanted)
{
    return find(elements, wanted);
}
qsizetype indexOf(const std::vector<schema::Exclusion> &elements, const schema::Exclusion &wanted)
{
    return find(elements, wanted);
}
qsizetype indexOf(const std::vector<schema::Index> &elements, const schema::Index &wanted)
{
    return find(elements, wanted);
}

qsizetype indexOf(const std::vector<schema::Definition> &elements, const schema::Definition &wanted)
{
    const auto same = [&](const schema::Definition &element) {
        return element.kind == wanted.kind && element.name == wanted.name && element.signature == wanted.signature
            && element.table == wanted.table;
    };
    const auto found = std::ranges::find_if(elements, same);
    return found == elements.end() ? -1 : std::distance(elements.begin(), found);
}

qsizetype indexOf(const std::vector<schema::Table> &elements, const Name &wanted) { return findNamed(elements, wanted); }
qsizetype indexOf(const std::vector<schema::EnumType> &elements, const Name &wanted)
{
    return findNamed(elements, wanted);
}
qsizetype indexOf(const std::vector<schema::Sequence> &elements, const Name &wanted)
{
    return findNamed(elements, wanted);
}
qsizetype indexOf(const std::vector<schema::View> &elements, const Name &wanted) { return findNamed(elements, wanted); }

std::optional<Constraint> find(const schema::Table &table, const Constraint &wanted)
{
    return std::visit(Overloaded{
        [&](const schema::PrimaryKey &) {
            return table.primaryKey ? std::optional<Constraint>(*table.primaryKey) : std::nullopt;
        },
        [&](const schema::Unique &unique) { return heldIn(table.uniques, unique); },
        [&](const schema::ForeignKey &key) { return heldIn(table.foreignKeys, key); },
        [&](const schema::Check &check) { return heldIn(table.checks, check); },
        [&](const schema::Exclusion &exclusion) { return heldIn(table.exclusions, exclusion); },
    }, wanted);
}

bool isIndexOfKey(const schema::Index &index, const schema::ForeignKey &key)
{
    return !key.name.isEmpty() && index.name == key.name && schema::columnsOf(index) == key.columns;
}

qsizetype indexOfKey(const schema::Table &table, const schema::ForeignKey &key)
{
    const auto at = std::ranges::find_if(table.indexes, [&](const schema::Index &index) { return isIndexOfKey(index, key); });
    return at == table.indexes.end() ? -1 : at - table.indexes.begin();
}

QString nameOf(const Constraint &constraint)
{
    return std::visit(Overloaded{
        [](const schema::PrimaryKey &key) { return key.name; },
        [](const schema::Unique &unique) { return unique.name; },
        [](const schema::ForeignKey &key) { return key.name; },
        [](const schema::Check &check) { return check.name; },
        [](const schema::Exclusion &exclusion) { return exclusion.name; },
    }, constraint);
}

QString kindOf(const Constraint &constraint)
{
    return std::visit(Overloaded{
        [](const schema::PrimaryKey &) { return QStringLiteral("primary key"); },
        [](const schema::Unique &) { return QStringLiteral("unique"); },
        [](const schema::ForeignKey &) { return QStringLiteral("foreign key"); },
        [](const schema::Check &) { return QStringLiteral("check"); },
        [](const schema::Exclusion &) { return QStringLiteral("exclusion"); },
    }, constraint);
}

} // namespace joinery::operation
