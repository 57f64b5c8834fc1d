// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/unit_of_work/flush_plan.h"

#include "core/session/unit_of_work/row_writer.h"

namespace joinery::session {

Status FlushPlan::run()
{
    buildTables();
    m_circles = stepsInCircles(int(m_steps.size()), {m_edges.begin(), m_edges.end()});
    const bool split = std::find(m_circles.begin(), m_circles.end(), true) != m_circles.end();
    if (split)
        JOINERY_TRY(splitCircles());
    return runLayers(split);
}

FlushStep FlushPlan::step(Kind kind, const Entity *entity, Dependency *dependency, Record *record, bool deleting)
{
    const void *first = dependency ? static_cast<const void *>(dependency) : entity;
    const auto [at, fresh] = m_numbers.try_emplace({kind, first, record, deleting}, FlushStep(m_steps.size()));
    if (fresh) {
        const Entity &of = dependency ? *dependency->relationship().owner : *entity;
        m_steps.push_back({kind, dependency ? QString(of.name() % u'.' % dependency->relationship().name) : of.name(), entity, dependency, record, deleting});
    }
    return at->second;
}

void FlushPlan::order(FlushStep first, FlushStep second)
{
    if (first >= 0 && second >= 0)
        m_edges.emplace(first, second);
}

FlushSteps FlushPlan::tableSteps(Dependency &dependency)
{
    const Relationship &relationship = dependency.relationship();
    const bool collection = relationship.direction == Relationship::Direction::OneToMany;
    const Entity *referring = collection ? relationship.target : relationship.owner; // whose rows a post-update changes
    FlushSteps steps;
    steps.saveHere = step(Kind::SaveTable, relationship.owner);
    steps.saveThere = step(Kind::SaveTable, relationship.target);
    steps.deleteHere = step(Kind::DeleteTable, relationship.owner);
    steps.deleteThere = step(Kind::DeleteTable, relationship.target);
    steps.afterSave = step(Kind::WriteRelationship, nullptr, &dependency, nullptr, false);
    steps.beforeDelete = step(Kind::WriteRelationship, nullptr, &dependency, nullptr, true);
    if (relationship.postUpdate) {
        steps.updateSaved = step(Kind::PostUpdate, referring, nullptr, nullptr, false);
        steps.updateDeleted = step(Kind::PostUpdate, referring, nullptr, nullptr, true);
    }
    return steps;
}

void FlushPlan::buildTables()
{
    for (const auto &entity : m_flush.session().model().entities()) {
        if (m_flush.hasRecordsOf(*entity))
            order(step(Kind::SaveTable, entity.get()), step(Kind::DeleteTable, entity.get()));
    }
    for (Dependency *dependency : m_flush.wired())
        dependency->orderTables(tableSteps(*dependency), [this](FlushStep first, FlushStep second) { order(first, second); });
}

Status FlushPlan::splitCircles()
{
    const FlushStep tables = FlushStep(m_circles.size());
    const auto inCircle = [&](FlushStep at) { return at < tables && m_circles[size_t(at)]; };
    std::map<FlushStep, std::vector<FlushStep>> parts;
    for (FlushStep at = 0; at < tables; ++at) {
        if (m_circles[size_t(at)])
            JOINERY_TRY(splitTable(at, parts[at]));
    }
    for (const auto &[first, second] : std::set(m_edges)) {
        if (!m_steps[size_t(first)].wanted || !m_steps[size_t(second)].wanted) {
            m_edges.erase({first, second});
        } else if (inCircle(first) || inCircle(second)) {
            m_edges.erase({first, second});
            if (inCircle(first) && inCircle(second))
                continue;
            for (const FlushStep part : parts[inCircle(first) ? first : second])
                inCircle(first) ? order(part, second) : order(first, part);
        }
    }
    for (FlushStep at = 0; at < tables; ++at) {
        if (m_circles[size_t(at)])
            m_steps[size_t(at)].wanted = false;
    }
    return {};
}

Status FlushPlan::splitTable(FlushStep table, std::vector<FlushStep> &parts)
{
    const Step whole = m_steps[size_t(table)];
    if (whole.kind != Kind::SaveTable && whole.kind != Kind::DeleteTable)
        return {}; // relationships are split with the tables of their owners
    const bool deleting = whole.kind == Kind::DeleteTable;
    const std::vector<Record *> records = m_flush.recordsOf(*whole.entity, deleting);
    // Saves stay before deletes, so that a new record can take the row of one that goes.
    const FlushStep other = step(deleting ? Kind::SaveTable : Kind::DeleteTable, whole.entity);
    for (Record *record : records) {
        const FlushStep part = step(deleting ? Kind::DeleteRecord : Kind::SaveRecord, whole.entity, nullptr, record);
        deleting ? order(other, part) : order(part, other);
        parts.push_back(part);
    }
    for (Dependency *dependency : m_flush.wired()) {
        if (dependency->relationship().owner == whole.entity)
            JOINERY_TRY(splitRelationship(*dependency, records, deleting));
    }
    return {};
}

Status FlushPlan::splitRelationship(Dependency &dependency, const std::vector<Record *> &records, bool deleting)
{
    const Relationship &relationship = dependency.relationship();
    const FlushSteps tables = tableSteps(dependency);
    m_steps[size_t(deleting ? tables.beforeDelete : tables.afterSave)].wanted = false;
    const auto inCircle = [this](FlushStep at) { return size_t(at) < m_circles.size() && m_circles[size_t(at)]; };
    const bool targetsInCircle = inCircle(tables.saveThere);
    const bool ownersInCircle = inCircle(deleting ? tables.deleteHere : tables.saveHere);
    const FlushOrder before = [this](FlushStep first, FlushStep second) { order(first, second); };
    for (Record *record : records) {
        JOINERY_TRY_VALUE(const auto targets, heldAndBefore(*record, relationship, deleting ? kFetch : kHeld));
        if (targets.empty())
            continue;
        FlushSteps steps;
        steps.updateSaved = tables.updateSaved;
        steps.updateDeleted = tables.updateDeleted;
        if (deleting) {
            steps.beforeDelete = step(Kind::WriteRelationshipOf, nullptr, &dependency, record, true);
            steps.deleteHere = ownersInCircle ? step(Kind::DeleteRecord, relationship.owner, nullptr, record) : tables.deleteHere;
        } else {
            steps.afterSave = step(Kind::WriteRelationshipOf, nullptr, &dependency, record, false);
            steps.saveHere = ownersInCircle ? step(Kind::SaveRecord, relationship.owner, nullptr, record) : tables.saveHere;
        }
        if (!targetsInCircle) {
            dependency.orderRecords(steps, tables.saveThere, false, deleting, before);
            dependency.orderRecords(steps, tables.deleteThere, true, deleting, before);
            continue;
        }
        for (const RecordPtr &target : targets) {
            const bool takesPart = target && m_flush.isRegistered(*target);
            const bool deleted = takesPart && m_flush.isToDelete(*target);
            const FlushStep there = takesPart ? step(deleted ? Kind::DeleteRecord : Kind::SaveRecord, relationship.target, nullptr, target.get()) : -1;
            dependency.orderRecords(steps, there, deleted, deleting, before);
        }
    }
    return {};
}

Status FlushPlan::runLayers(bool split)
{
    std::vector<bool> wanted;
    for (const Step &each : m_steps)
        wanted.push_back(each.wanted);
    const auto layers = layersOf(int(m_steps.size()), {m_edges.begin(), m_edges.end()}, wanted);
    if (!layers)
        return fail(ErrorKind::Unsupported, QStringLiteral("The records refer to each other in a circle: none can be written first. A "
                                                           "relationship with a post-update opens it."));
    for (std::vector<FlushStep> layer : *layers) {
        std::sort(layer.begin(), layer.end(), [this](FlushStep a, FlushStep b) {
            const Step &x = m_steps[size_t(a)], &y = m_steps[size_t(b)];
            return std::tie(x.kind, x.name, x.deleting, a) < std::tie(y.kind, y.name, y.deleting, b);
        });
        // Single records of a kind in one layer are written together.
        for (size_t first = 0; first < layer.size();) {
            size_t end = first + 1;
            const auto alike = [&](FlushStep other) {
                const Step &x = m_steps[size_t(layer[first])], &y = m_steps[size_t(other)];
                return split && x.record && x.kind == y.kind && x.entity == y.entity && x.dependency == y.dependency && x.deleting == y.deleting;
            };
            while (end < layer.size() && alike(layer[end]))
                ++end;
            JOINERY_TRY(runSteps({layer.begin() + std::ptrdiff_t(first), layer.begin() + std::ptrdiff_t(end)}));
            first = end;
        }
    }
    return {};
}

Status FlushPlan::runSteps(const std::vector<FlushStep> &numbers)
{
    const Step &first = m_steps[size_t(numbers.front())];
    std::vector<Record *> records;
    for (const FlushStep number : numbers)
        records.push_back(m_steps[size_t(number)].record);
    RowWriter writer(m_flush);
    switch (first.kind) {
    case Kind::SaveTable: return writer.save(*first.entity, m_flush.recordsOf(*first.entity, false));
    case Kind::DeleteTable: return writer.remove(*first.entity, m_flush.recordsOf(*first.entity, true));
    case Kind::SaveRecord: return writer.save(*first.entity, std::move(records));
    case Kind::DeleteRecord:
        std::erase_if(records, [this](const Record *record) { return !m_flush.isToDelete(*record) || (record->inside().flush & kListOnly); });
        return writer.remove(*first.entity, std::move(records));
    case Kind::WriteRelationship:
        records = m_flush.recordsOf(*first.dependency->relationship().owner, first.deleting);
        [[fallthrough]];
    case Kind::WriteRelationshipOf: return first.deleting ? first.dependency->writeDeletes(records) : first.dependency->writeSaves(records);
    case Kind::PostUpdate: return writer.postUpdate(*first.entity, first.deleting);
    }
    Q_UNREACHABLE();
}

} // namespace joinery::session
