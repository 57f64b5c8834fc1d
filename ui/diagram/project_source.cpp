// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/project_source.h"

#include "core/diagram/diagram_json.h"

namespace joinery::ui {

namespace {

QString diagramName() { return QStringLiteral("Overview"); }

} // namespace

ProjectSource::ProjectSource(ProjectSession *project, QObject *parent) : DiagramSource(parent), m_project(project)
{
    connect(&project->document(), &project::Document::changed, this, &DiagramSource::changed);
    connect(&project->document(), &project::Document::wasReset, this, &DiagramSource::changed);
}

schema::CatalogPtr ProjectSource::catalog() const
{
    return m_project ? m_project->document().snapshot() : nullptr;
}

QString ProjectSource::emptyText() const
{
    return m_project ? tr("The model has no tables yet. Add the first one, or import a database.")
                     : tr("The project was closed.");
}

Result<diagram::Diagram> ProjectSource::load() const
{
    diagram::Diagram fresh;
    fresh.name = diagramName();
    if (!m_project)
        return fresh;
    JOINERY_TRY_VALUE(const QJsonObject json, m_project->project().loadDiagram(diagramName()));
    return json.isEmpty() ? fresh : diagram::diagramFromJson(json);
}

Status ProjectSource::save(const diagram::Diagram &diagram) const
{
    return m_project ? m_project->project().saveDiagram(diagramName(), diagram::toJson(diagram)) : Status();
}

QString ProjectSource::title() const { return tr("Overview"); }
QString ProjectSource::origin() const { return m_project ? m_project->name() : QString(); }

Location ProjectSource::location() const
{
    Location location;
    location.kind = Location::Kind::ProjectDiagram;
    return location;
}

Location ProjectSource::locationOf(const diagram::Card &card) const
{
    Location location;
    location.kind = Location::Kind::Model;
    location.uid = card.uid;
    location.name = card.table;
    return location;
}

} // namespace joinery::ui
