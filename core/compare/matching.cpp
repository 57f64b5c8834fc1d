// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/matching.h"

#include <algorithm>

namespace joinery::compare {

namespace {

/// Pairs the elements of two lists by one rule after the other; what a rule paired, the next one does not see.
template <class Element>
class Pairing
{
public:
    Pairing(std::vector<const Element *> from, std::vector<const Element *> to) : m_from(std::move(from)), m_to(std::move(to)) {}

    template <class Key>
    void by(Key key)
    {
        QHash<std::invoke_result_t<Key, const Element &, bool>, const Element *> known;
        for (const Element *element : m_from) {
            if (const auto value = key(*element, true); value != decltype(value)())
                known.insert(value, element);
        }
        std::vector<const Element *> left;
        for (const Element *element : m_to) {
            const auto value = key(*element, false);
            const Element *other = value == decltype(value)() ? nullptr : known.take(value);
            if (!other) {
                left.push_back(element);
                continue;
            }
            pairs.emplace_back(other, element);
            std::erase(m_from, other);
        }
        m_to = std::move(left);
    }
    const std::vector<const Element *> &dropped() const { return m_from; }
    const std::vector<const Element *> &added() const { return m_to; }

    std::vector<std::pair<const Element *, const Element *>> pairs;

private:
    std::vector<const Element *> m_from, m_to;
};

template <class Element>
std::vector<const Element *> pointers(const std::vector<Element> &elements)
{
    std::vector<const Element *> all;
    for (const Element &element : elements)
        all.push_back(&element);
    return all;
}

QString folded(const QString &name, const Options &options) { return options.caseSensitive ? name : name.toLower(); }

void matchColumns(TablePair &pair, const Options &options)
{
    Pairing<schema::Column> pairing(pointers(pair.from->columns), pointers(pair.to->columns));
    pairing.by([](const schema::Column &column, bool) { return column.uid.isNull() ? QString() : column.uid.toString(); });
    pairing.by([&](const schema::Column &column, bool isFrom) {
        for (const RenameHint &hint : options.renames) {
            const bool here = hint.fromTable.name == pair.from->name.name && hint.toTable.name == pair.to->name.name;
            if (!hint.fromColumn.isEmpty() && here && column.name == (isFrom ? hint.fromColumn : hint.toColumn))
                return QString(u'>' + hint.toColumn);
        }
        return QString();
    });
    pairing.by([&](const schema::Column &column, bool) { return folded(column.name, options); });
    for (const auto &[from, to] : pairing.pairs)
        pair.columns.push_back({from, to});
    std::ranges::sort(pair.columns, {}, [&](const ColumnPair &each) { return each.to - pair.to->columns.data(); });
    pair.dropped = pairing.dropped();
    pair.added = pairing.added();
}

std::vector<const schema::Table *> tablesOf(const schema::Catalog &catalog, const Options &options)
{
    std::vector<const schema::Table *> tables;
    for (const schema::Table &table : catalog.tables) {
        if (!options.ignoredTables.contains(table.name.name))
            tables.push_back(&table);
    }
    std::ranges::stable_sort(tables, {}, &schema::Table::name);
    return tables;
}

} // namespace

Matching match(const schema::Catalog &from, const schema::Catalog &to, const Options &options)
{
    Pairing<schema::Table> tables(tablesOf(from, options), tablesOf(to, options));
    tables.by([](const schema::Table &table, bool) { return table.uid.isNull() ? QString() : table.uid.toString(); });
    tables.by([&](const schema::Table &table, bool isFrom) {
        for (const RenameHint &hint : options.renames) {
            if (hint.fromColumn.isEmpty() && table.name == (isFrom ? hint.fromTable : hint.toTable))
                return QString(u'>' + hint.toTable.toString());
        }
        return QString();
    });
    tables.by([&](const schema::Table &table, bool) { return folded(table.name.toString(), options); });
    Matching matching;
    for (const auto &[old, fresh] : tables.pairs) {
        matching.tables.push_back({old, fresh, {}, {}, {}});
        matchColumns(matching.tables.back(), options);
    }
    std::ranges::sort(matching.tables, {}, [](const TablePair &pair) { return pair.to->name; });
    if (!options.keepUnknownTables)
        matching.dropped = tables.dropped();
    matching.added = tables.added();

    if (options.namedEnums) {
        Pairing<schema::EnumType> enums(pointers(from.enums), pointers(to.enums));
        enums.by([](const schema::EnumType &type, bool) { return type.uid.isNull() ? QString() : type.uid.toString(); });
        enums.by([](const schema::EnumType &type, bool) { return type.name.toString(); });
        matching.enums = enums.pairs;
        matching.droppedEnums = enums.dropped();
        matching.addedEnums = enums.added();
    }
    return matching;
}

} // namespace joinery::compare
