// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/project/document.h"

#include <QObject>
#include <QUndoStack>

#include <memory>

namespace joinery::ui {

/// The project that is open: its model behind a Document, its undo stack, its folder.
class ProjectSession : public QObject
{
    Q_OBJECT
public:
    explicit ProjectSession(QString folder, schema::Catalog model, QObject *parent = nullptr);

    const QString &folder() const { return m_folder; }
    QString name() const;
    project::Document &document() { return m_document; }
    QUndoStack &undoStack() { return m_undoStack; }

    /// Applies to the document as one undo step; `text` is what Undo says ("rename column"). An error has changed nothing.
    Status apply(const operation::Operations &operations, const QString &text);

    bool isModified() const { return !m_undoStack.isClean(); }
    Status save();

Q_SIGNALS:
    void modifiedChanged();
    void saved();
    /// Revisions were written or removed: the timeline reads the folder again.
    void revisionsChanged();

private:
    QString m_folder;
    project::Document m_document;
    QUndoStack m_undoStack;
};

} // namespace joinery::ui
