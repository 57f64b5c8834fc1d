// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo/change_log.h"

#include "core/operation/apply.h"

namespace joinery::ui {

namespace {

/// Lets a change of a new column go into the operation that adds it. Only where nothing between the two could need the
/// column as it was.
bool foldIntoAddition(operation::Operations &earlier, const operation::Operation &change)
{
    const auto *altered = std::get_if<operation::AlterColumn>(&change);
    const auto *renamed = std::get_if<operation::RenameColumn>(&change);
    if (!altered && !renamed)
        return false;
    for (size_t i = earlier.size(); i-- > 0;) {
        if (auto *added = std::get_if<operation::AddColumn>(&earlier[i])) {
            if (altered && added->table == altered->table && added->column.name == altered->from.name) {
                added->column = altered->to;
                return true;
            }
            if (renamed && added->table == renamed->table && added->column.name == renamed->from) {
                added->column.name = renamed->to;
                return true;
            }
            continue;
        }
        if (!std::holds_alternative<operation::AlterColumn>(earlier[i])
            && !std::holds_alternative<operation::RenameColumn>(earlier[i]))
            return false;
    }
    return false;
}

} // namespace

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
    for (const Step &step : m_steps) {
        if (!foldIntoAddition(all, step.operation))
            all.push_back(step.operation);
    }
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
