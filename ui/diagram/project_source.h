// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_source.h"
#include "ui/workbench/project_session.h"

#include <QPointer>

namespace joinery::ui {

/// The diagram of the project's model. Its places are in diagrams/ of the project, by the identity of the tables.
class ProjectSource : public DiagramSource
{
    Q_OBJECT
public:
    explicit ProjectSource(ProjectSession *project, QObject *parent = nullptr);

    schema::CatalogPtr catalog() const override;
    QString emptyText() const override;
    Result<diagram::Diagram> load() const override;
    Status save(const diagram::Diagram &diagram) const override;
    QString title() const override;
    QString origin() const override;
    Location location() const override;
    Location locationOf(const diagram::Card &card) const override;
    ProjectSession *project() const override { return m_project; }

private:
    QPointer<ProjectSession> m_project;
};

} // namespace joinery::ui
