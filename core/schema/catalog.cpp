// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/catalog.h"

#include <algorithm>

namespace joinery::schema {

namespace {

template <class Elements>
auto findNamed(Elements &elements, const Name &name)
{
    const auto found = std::ranges::find_if(elements, [&](const auto &element) { return element.name == name; });
    return found == elements.end() ? nullptr : &*found;
}

/// Every Uid of the catalogue, in one place.
template <class Visitor>
void visitUids(Catalog &catalog, Visitor visit)
{
    const auto visitAll = [&](auto &elements) {
        for (auto &element : elements)
            visit(element.uid);
    };
    for (Table &table : catalog.tables) {
        visit(table.uid);
        visitAll(table.columns);
        if (table.primaryKey)
            visit(table.primaryKey->uid);
        visitAll(table.uniques);
        visitAll(table.foreignKeys);
        visitAll(table.checks);
        visitAll(table.exclusions);
        visitAll(table.indexes);
    }
    visitAll(catalog.enums);
    visitAll(catalog.sequences);
    visitAll(catalog.views);
    for (View &view : catalog.views)
        visitAll(view.columns);
    visitAll(catalog.definitions);
}

} // namespace

const Table *Catalog::table(const Name &name) const { return findNamed(tables, name); }
Table *Catalog::table(const Name &name) { return findNamed(tables, name); }
const EnumType *Catalog::enumType(const Name &name) const { return findNamed(enums, name); }
EnumType *Catalog::enumType(const Name &name) { return findNamed(enums, name); }
const View *Catalog::view(const Name &name) const { return findNamed(views, name); }

const Table *Catalog::table(const Uid &uid) const
{
    const auto found = std::ranges::find(tables, uid, &Table::uid);
    return found == tables.end() || uid.isNull() ? nullptr : &*found;
}

void assignUids(Catalog &catalog)
{
    visitUids(catalog, [](Uid &uid) {
        if (uid.isNull())
            uid = Uid::create();
    });
}

Catalog withoutUids(Catalog catalog)
{
    visitUids(catalog, [](Uid &uid) { uid = Uid(); });
    return catalog;
}

} // namespace joinery::schema
