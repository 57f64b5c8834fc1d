// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation/operation.h"
#include "ui/workbench/project_session.h"

#include <QPointer>

namespace joinery::ui {

/// What changed in the model since it was saved, as operations: what undo takes back leaves the list again.
class ChangeLog : public QObject
{
    Q_OBJECT
public:
    explicit ChangeLog(ProjectSession *project, QObject *parent = nullptr);

    /// A column that is new and was changed since is one operation.
    operation::Operations operations() const;
    /// The model before the first of them.
    schema::CatalogPtr before() const { return m_before; }

Q_SIGNALS:
    void changed();

private:
    struct Step
    {
        operation::Operation operation;
        std::optional<operation::Operation> inverse;
    };
    void add(const operation::Operation &operation);
    void restart();

    QPointer<ProjectSession> m_project;
    schema::CatalogPtr m_before;
    schema::CatalogPtr m_latest;
    std::vector<Step> m_steps;
};

} // namespace joinery::ui
