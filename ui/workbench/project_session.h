// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/document.h"
#include "core/project/project.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace joinery::ui {

/// The project that is open: its folder, its model behind a Document, its undo stack.
class ProjectSession : public QObject
{
    Q_OBJECT
public:
    ProjectSession(project::Project project, schema::Catalog model, QObject *parent = nullptr);

    const QString &folder() const { return m_project.directory(); }
    const QString &name() const { return m_project.name(); }
    /// Revisions, diagrams, queries, environments. Call save() on it after a change of joinery.json.
    project::Project &project() { return m_project; }
    project::Document &document() { return m_document; }
    QUndoStack &undoStack() { return m_undoStack; }

    /// Applies to the document as one undo step; `text` is what Undo says ("rename column"). An error has changed nothing.
    Status apply(const operation::Operations &operations, const QString &text);

    /// The unsaved model of the last time: the steps that led to it are gone, it counts as modified.
    void restoreDraft(schema::Catalog draft);

    bool isModified() const { return !m_undoStack.isClean(); }
    /// Writes the models; the undo stack stays and is clean.
    Status save();

Q_SIGNALS:
    void modifiedChanged();
    void saved();
    /// Revisions were written or removed: the timeline reads the folder again.
    void revisionsChanged();
    /// Saved queries were written or removed.
    void queriesChanged();

private:
    project::Project m_project;
    project::Document m_document;
    QUndoStack m_undoStack;
};

} // namespace joinery::ui
