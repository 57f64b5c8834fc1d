// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workbench/project_session.h"

#include <QTimer>

namespace joinery::ui {

/// Keeps what is changed in a model and not saved yet, beside the session: a crash or a quit loses nothing. One file for
/// a project, gone when the model is saved.
class Draft : public QObject
{
    Q_OBJECT
public:
    /// Follows the project; belongs to it. `stateFolder` is Places::state.
    Draft(const QString &stateFolder, ProjectSession &project);

    /// The unsaved model of the last time, nothing where there is none or it cannot be read.
    static std::optional<schema::Catalog> read(const QString &stateFolder, const QString &projectFolder);
    void writeNow();

Q_SIGNALS:
    void failed(const joinery::Error &error);

private:
    static QString fileOf(const QString &stateFolder, const QString &projectFolder);
    void remove();
    QString m_file;
    ProjectSession &m_project;
    QTimer m_soon;
};

} // namespace joinery::ui
