// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/unit_of_work/dependency.h"
#include "core/session/unit_of_work/topological.h"

namespace joinery::session {

/// The order of a flush: whole tables where their foreign keys form no circle, single records in those that do.
class FlushPlan
{
public:
    explicit FlushPlan(Flush &flush) : m_flush(flush) {}
    /// Kind Unsupported where records wait for each other in a circle.
    Status run();

private:
    enum class Kind { DeleteTable, PostUpdate, WriteRelationship, WriteRelationshipOf, DeleteRecord, SaveRecord, SaveTable };
    struct Step
    {
        Kind kind;
        QString name; ///< what steps of a layer are ordered by, so that every run is like the other
        const Entity *entity = nullptr;
        Dependency *dependency = nullptr;
        Record *record = nullptr;
        bool deleting = false;
        bool wanted = true;
    };

    FlushStep step(Kind kind, const Entity *entity, Dependency *dependency = nullptr, Record *record = nullptr, bool deleting = false);
    void order(FlushStep first, FlushStep second);
    FlushSteps tableSteps(Dependency &dependency);
    void buildTables();
    Status splitCircles();
    Status splitTable(FlushStep table, std::vector<FlushStep> &parts);
    Status splitRelationship(Dependency &dependency, const std::vector<Record *> &records, bool deleting);
    Status runLayers(bool split);
    Status runSteps(const std::vector<FlushStep> &steps);

    Flush &m_flush;
    std::vector<Step> m_steps;
    std::map<std::tuple<Kind, const void *, const void *, bool>, FlushStep> m_numbers;
    std::set<std::pair<FlushStep, FlushStep>> m_edges;
    std::vector<bool> m_circles;
};

} // namespace joinery::session
