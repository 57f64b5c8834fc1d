// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/change_log.h"

#include "core/operation/apply.h"

namespace joinery::ui {

ChangeLog::ChangeLog(ProjectSession *project, QObject *parent) : QObject(parent), m_project(project)
{
    connect(&project->document(), &project::Document::changed, this, &ChangeLog::add);
    connect(&project->document(), &project::Document::wasReset, this, &ChangeLog::restart);
    connect(project, &ProjectSession::saved, this, &ChangeLog::restart);
    restart();
}

operation::Operations ChangeLog::operations() const
{
    operation::Operations all;
    for (const Step &step : m_steps)
        all.push_back(step.operation);
    return all;
}

void ChangeLog::add(const operation::Operation &operation)
{
    if (!m_steps.empty() && m_steps.back().inverse == operation)
        m_steps.pop_back();
    else
        m_steps.push_back({operation, operation::invert(operation, *m_latest)});
    m_latest = m_project->document().snapshot();
    Q_EMIT changed();
}

void ChangeLog::restart()
{
    m_steps.clear();
    m_before = m_latest = m_project->document().snapshot();
    Q_EMIT changed();
}

} // namespace joinery::ui
