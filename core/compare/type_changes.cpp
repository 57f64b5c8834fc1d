// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/difference_builder.h"
#include "core/schema/sql_text.h"

#include <algorithm>

namespace joinery::compare {

namespace {

using Kind = schema::Definition::Kind;

/// What tables may need, and what needs no table.
bool comesFirst(const schema::Definition &definition, const schema::Catalog &catalog)
{
    switch (definition.kind) {
    case Kind::Extension:
    case Kind::SchemaNamespace:
    case Kind::Domain:
    case Kind::CompositeType:
    case Kind::RangeType:
        return true;
    case Kind::Trigger:
    case Kind::Rule:
    case Kind::Policy:
    case Kind::Statistics:
        return false;
    case Kind::Function:
    case Kind::Procedure:
    case Kind::Aggregate:
    case Kind::Operator:
    case Kind::Event:
    case Kind::VirtualTable:
    case Kind::Other:
        break;
    }
    return std::ranges::none_of(definition.uses, [&](const schema::Name &name) { return catalog.table(name) || catalog.view(name); });
}

QString identityOf(const schema::Definition &definition)
{
    return QStringList{QString::number(int(definition.kind)), definition.name.toString(), definition.signature,
                       definition.table.toString()}.join(u'\n');
}

template <class Element>
const Element *named(const std::vector<Element> &elements, const schema::Name &name)
{
    const auto found = std::ranges::find(elements, name, &Element::name);
    return found == elements.end() ? nullptr : &*found;
}

} // namespace

void DifferenceBuilder::createTypes()
{
    for (const schema::EnumType *type : m_matching.addedEnums)
        emitOperation(operation::CreateEnum{*type});
    for (const auto &[from, to] : m_matching.enums)
        changeEnum(*from, *to);
    if (m_options.sequences) {
        for (const schema::Sequence &sequence : m_to.sequences) {
            const schema::Sequence *present = named(m_state.sequences, sequence.name);
            if (!present)
                emitOperation(operation::CreateSequence{sequence});
            else if (m_fromShape.of(*present) != m_toShape.of(sequence))
                emitOperation(operation::AlterSequence{*present, sequence});
        }
    }
    QHash<QString, const schema::Definition *> present;
    for (const schema::Definition &definition : m_from.definitions)
        present.insert(identityOf(definition), &definition);
    for (const schema::Definition &definition : m_to.definitions) {
        const schema::Definition *old = present.value(identityOf(definition));
        if (old && m_fromShape.of(*old) == m_toShape.of(definition))
            continue;
        if (!comesFirst(definition, m_to))
            m_definitionsToMake.push_back(definition);
        else if (old)
            emitOperation(operation::ReplaceDefinition{*old, definition});
        else
            emitOperation(operation::CreateDefinition{definition});
    }
}

void DifferenceBuilder::changeEnum(const schema::EnumType &from, const schema::EnumType &to)
{
    if (from.name != to.name)
        emitOperation(operation::RenameEnum{from.name, to.name});
    schema::EnumType state = from;
    state.name = to.name;
    for (const RenameHint &hint : m_options.renames) {
        const bool here = hint.toTable == to.name && !hint.fromColumn.isEmpty();
        if (here && state.values.contains(hint.fromColumn) && to.values.contains(hint.toColumn) && !state.values.contains(hint.toColumn)) {
            emitOperation(operation::RenameEnumValue{to.name, hint.fromColumn, hint.toColumn});
            state.values.replace(state.values.indexOf(hint.fromColumn), hint.toColumn);
        }
    }
    if (state.values == to.values)
        return;
    QStringList kept;
    std::ranges::copy_if(to.values, std::back_inserter(kept), [&](const QString &value) { return state.values.contains(value); });
    if (kept == state.values) {
        // Only new values: the ones that are there keep their order.
        for (int i = 0; i < to.values.size(); ++i) {
            if (i < state.values.size() && state.values[i] == to.values[i])
                continue;
            const std::optional<QString> before = i < state.values.size() ? std::optional(state.values[i]) : std::nullopt;
            emitOperation(operation::AddEnumValue{to.name, to.values[i], before});
            state.values.insert(i, to.values[i]);
        }
        return;
    }
    if (state.values.size() == to.values.size()) {
        for (int i = 0; i < to.values.size(); ++i) {
            if (state.values[i] != to.values[i] && !to.values.contains(state.values[i]) && !state.values.contains(to.values[i])) {
                m_result.candidates.push_back({RenameCandidate::Kind::EnumValue, from.name, to.name, state.values[i], to.values[i], 0.6,
                                               {QStringLiteral("same place among the values")}});
            }
        }
    }
    schema::EnumType wanted = to;
    emitOperation(operation::RebuildEnum{state, wanted, {}});
}

void DifferenceBuilder::clearWay()
{
    // Definitions and views that go or change; and views over columns that change, where the engine holds these fast.
    QHash<QString, const schema::Definition *> wanted;
    for (const schema::Definition &definition : m_to.definitions)
        wanted.insert(identityOf(definition), &definition);
    const std::vector<schema::Definition> definitions = m_state.definitions;
    for (auto each = definitions.rbegin(); each != definitions.rend(); ++each) {
        const bool changes = std::ranges::any_of(m_definitionsToMake, [&](const schema::Definition &next) { return identityOf(next) == identityOf(*each); });
        if (changes || (!wanted.contains(identityOf(*each)) && !comesFirst(*each, m_state)))
            emitOperation(operation::DropDefinition{*each});
    }
    QSet<schema::Name> touched;
    if (m_options.viewsPinColumns) {
        for (const TableChange &change : m_changes) {
            if (change.changesColumns())
                touched.insert(change.table);
        }
    }
    std::vector<schema::View> toDrop;
    for (const schema::View &view : m_state.views) {
        const schema::View *next = named(m_to.views, view.name);
        const bool same = next && m_fromShape.of(view) == m_toShape.of(*next);
        const bool pinned = std::ranges::any_of(touched, [&](const schema::Name &name) {
            return schema::mentionsTable(view.query, name, m_state.dialect);
        });
        if (same && !pinned)
            continue;
        toDrop.push_back(view);
        if (m_options.viewsPinColumns)
            touched.insert(view.name);
    }
    for (const schema::View &view : m_to.views) {
        const bool dropped = std::ranges::any_of(toDrop, [&](const schema::View &each) { return each.name == view.name; });
        if (dropped || !named(m_state.views, view.name))
            m_viewsToMake.push_back(view);
    }
    for (auto view = toDrop.rbegin(); view != toDrop.rend(); ++view)
        emitOperation(operation::DropView{*view});
}

void DifferenceBuilder::dropTypes()
{
    QHash<QString, const schema::Definition *> wanted;
    for (const schema::Definition &definition : m_to.definitions)
        wanted.insert(identityOf(definition), &definition);
    const std::vector<schema::Definition> definitions = m_state.definitions;
    for (auto each = definitions.rbegin(); each != definitions.rend(); ++each) {
        if (!wanted.contains(identityOf(*each)))
            emitOperation(operation::DropDefinition{*each});
    }
    for (const schema::EnumType *type : m_matching.droppedEnums)
        emitOperation(operation::DropEnum{*type});
    if (!m_options.sequences)
        return;
    const std::vector<schema::Sequence> sequences = m_state.sequences;
    for (const schema::Sequence &sequence : sequences) {
        if (!named(m_to.sequences, sequence.name))
            emitOperation(operation::DropSequence{sequence});
    }
}

void DifferenceBuilder::createViews()
{
    for (const schema::View &view : m_viewsToMake)
        emitOperation(operation::CreateView{view});
    for (const schema::Definition &definition : m_definitionsToMake)
        emitOperation(operation::CreateDefinition{definition});
}

} // namespace joinery::compare
