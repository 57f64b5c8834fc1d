// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/designer/table_target.h"

namespace joinery::ui {

TableTarget::TableTarget(ProjectSession *project, const Uid &table, QObject *parent)
    : QObject(parent), m_project(project), m_uid(table)
{
    connect(&project->document(), &project::Document::changed, this, &TableTarget::changed);
    connect(&project->document(), &project::Document::wasReset, this, &TableTarget::changed);
}

const schema::Catalog &TableTarget::catalog() const
{
    static const schema::Catalog none;
    return m_project ? m_project->document().catalog() : none;
}

const schema::Table *TableTarget::table() const { return catalog().table(m_uid); }

Status TableTarget::apply(const operation::Operations &operations, const QString &text)
{
    if (!m_project)
        return fail(ErrorKind::Undefined, tr("The project was closed."));
    return m_project->apply(operations, text);
}

} // namespace joinery::ui
