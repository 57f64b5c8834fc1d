// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"
#include "ui/workbench/project_session.h"

#include <QPointer>

namespace joinery::ui {

/// One table of the open project, by its identity, and the way to change it. What the models of the designer share.
class TableTarget : public QObject
{
    Q_OBJECT
public:
    TableTarget(ProjectSession *project, const Uid &table, QObject *parent = nullptr);

    ProjectSession *project() const { return m_project; }
    const Uid &uid() const { return m_uid; }
    const schema::Table *table() const;      ///< nullptr when it was deleted
    const schema::Catalog &catalog() const;
    /// One undo step.
    Status apply(const operation::Operations &operations, const QString &text);

Q_SIGNALS:
    /// The table, or the model around it, is another one now.
    void changed();

private:
    QPointer<ProjectSession> m_project;
    Uid m_uid;
};

} // namespace joinery::ui
