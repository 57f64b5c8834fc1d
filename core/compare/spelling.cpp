// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/spelling.h"

#include "core/compare/normal_form.h"

namespace joinery::compare {

using schema::Table;
using Place = Spelling::Place;

namespace {

struct Expression
{
    Place place;
    QString element;
    size_t item = 0; ///< of an index
    QString *text = nullptr;
};

std::vector<Expression> expressionsOf(Table &table)
{
    std::vector<Expression> all;
    for (schema::Check &check : table.checks)
        all.push_back({Place::Check, check.name, 0, &check.expression});
    for (schema::Column &column : table.columns) {
        if (column.defaultValue && column.defaultValue->kind == schema::Default::Kind::Expression)
            all.push_back({Place::Default, column.name, 0, &column.defaultValue->text});
        if (column.computed)
            all.push_back({Place::Computed, column.name, 0, &column.computed->expression});
    }
    for (schema::Index &index : table.indexes) {
        if (!index.where.isEmpty())
            all.push_back({Place::IndexWhere, index.name, 0, &index.where});
        for (size_t item = 0; item < index.items.size(); ++item) {
            if (!index.items[item].expression.isEmpty())
                all.push_back({Place::IndexItem, index.name, item, &index.items[item].expression});
        }
    }
    return all;
}

bool isNamedIn(const std::vector<Expression> &all, const Expression &wanted)
{
    return std::ranges::any_of(all, [&](const Expression &each) { return each.place == wanted.place && each.element == wanted.element; });
}

} // namespace

QString Spelling::toString() const
{
    const auto called = [this](const char *what) { return element.isEmpty() ? QLatin1String(what) : QString(QLatin1String(what) % u' ' % element); };
    QString what;
    switch (place) {
    case Place::Check: what = called("check"); break;
    case Place::Default: what = called("default of"); break;
    case Place::Computed: what = called("computed column"); break;
    case Place::IndexWhere: what = called("condition of index"); break;
    case Place::IndexItem: what = called("expression of index"); break;
    }
    return what % QLatin1String(place == Place::Default ? " in " : " of ") % table.toString();
}

std::vector<Spelling> spellingsApart(const schema::Catalog &from, const schema::Catalog &to)
{
    std::vector<Spelling> apart;
    for (Table before : from.tables) {
        const Table *found = to.table(before.name);
        if (!found)
            continue;
        Table after = *found;
        const std::vector<Expression> ours = expressionsOf(before), theirs = expressionsOf(after);
        for (const Expression &one : ours) {
            for (const Expression &other : theirs) {
                if (one.place != other.place || one.item != other.item)
                    continue;
                const bool unnamed = one.place == Place::Check && (one.element.isEmpty() || other.element.isEmpty());
                if (unnamed ? (!one.element.isEmpty() && isNamedIn(theirs, one)) || (!other.element.isEmpty() && isNamedIn(ours, other))
                            : one.element != other.element)
                    continue;
                if (normalExpression(*one.text, from.dialect) != normalExpression(*other.text, to.dialect))
                    apart.push_back({before.name, one.place, one.element.isEmpty() ? other.element : one.element, *one.text, *other.text});
            }
        }
    }
    return apart;
}

void respell(schema::Catalog &catalog, const Spelling &spelling, const QString &now, const QString &then)
{
    if (Table *table = catalog.table(spelling.table)) {
        for (const Expression &each : expressionsOf(*table)) {
            if (each.place == spelling.place && *each.text == now)
                *each.text = then;
        }
    }
}

} // namespace joinery::compare
