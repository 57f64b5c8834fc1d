// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/project_session.h"

#include <QUndoCommand>

namespace joinery::ui {

namespace {

/// One step over the document. It was applied before it is pushed, so its first redo() does nothing.
class ModelStep : public QUndoCommand
{
public:
    ModelStep(project::Document &document, operation::Operations forward, operation::Operations backward,
              const QString &text)
        : QUndoCommand(text), m_document(document), m_forward(std::move(forward)), m_backward(std::move(backward))
    {
    }

    void redo() override
    {
        if (!std::exchange(m_applied, true))
            run(m_forward, m_backward);
    }

    void undo() override
    {
        if (std::exchange(m_applied, false))
            run(m_backward, m_forward);
    }

private:
    // The inverses are taken anew on each way: they hold what was there at that moment.
    void run(const operation::Operations &operations, operation::Operations &inverses)
    {
        operation::Operations collected;
        for (const operation::Operation &operation : operations) {
            Result<operation::Operation> inverse = m_document.apply(operation);
            if (!inverse) { // the document was replaced under the stack
                setObsolete(true);
                return;
            }
            collected.insert(collected.begin(), *std::move(inverse));
        }
        inverses = std::move(collected);
    }

    project::Document &m_document;
    operation::Operations m_forward;
    operation::Operations m_backward;
    bool m_applied = true;
};

} // namespace

ProjectSession::ProjectSession(project::Project project, schema::Catalog model, QObject *parent)
    : QObject(parent), m_project(std::move(project)), m_document(std::move(model))
{
    connect(&m_undoStack, &QUndoStack::cleanChanged, this, &ProjectSession::modifiedChanged);
    // A model that was replaced from outside has no steps to go back.
    connect(&m_document, &project::Document::wasReset, &m_undoStack, &QUndoStack::clear);
}

Status ProjectSession::apply(const operation::Operations &operations, const QString &text)
{
    operation::Operations inverses;
    for (const operation::Operation &operation : operations) {
        Result<operation::Operation> inverse = m_document.apply(operation);
        if (!inverse) {
            for (const operation::Operation &back : inverses)
                if (const auto undone = m_document.apply(back); !undone)
                    break;
            return fail(std::move(inverse).error());
        }
        inverses.insert(inverses.begin(), *std::move(inverse));
    }
    if (!operations.empty())
        m_undoStack.push(new ModelStep(m_document, operations, std::move(inverses), text));
    return {};
}

void ProjectSession::restoreDraft(schema::Catalog draft)
{
    m_document.reset(std::move(draft));
    m_undoStack.resetClean();
}

Status ProjectSession::save()
{
    JOINERY_TRY(m_project.saveModels(m_document.catalog()));
    m_undoStack.setClean();
    Q_EMIT saved();
    return {};
}

} // namespace joinery::ui
