// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/project_desk.h"

#include "core/worker/background.h"
#include "core/worker/sample_job.h"
#include "ui/common/dialogs.h"
#include "ui/shell/new_project_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace joinery::ui {

namespace {

Environment ofKind(project::Environment::Kind kind)
{
    switch (kind) {
    case project::Environment::Kind::Development: return Environment::Development;
    case project::Environment::Kind::Staging: return Environment::Staging;
    case project::Environment::Kind::Production: return Environment::Production;
    }
    return Environment::None;
}

project::Environment::Kind kindOf(Environment environment)
{
    switch (environment) {
    case Environment::Production: return project::Environment::Kind::Production;
    case Environment::Staging: return project::Environment::Kind::Staging;
    case Environment::None:
    case Environment::Development: break;
    }
    return project::Environment::Kind::Development;
}

} // namespace

ProjectDesk::ProjectDesk(Shell &shell) : QObject(&shell), m_shell(shell)
{
    connect(&shell, &Workbench::projectChanged, this, &ProjectDesk::joinEnvironments);
}

void ProjectDesk::openFolder()
{
    dialogs::chooseFolder(m_shell.window(), tr("Open a project"), [this](const QString &folder) { open(folder); });
}

void ProjectDesk::open(const QString &folder)
{
    afterUnsaved([this, folder] {
        connect(&m_shell, &Workbench::projectChanged, this, &ProjectDesk::showProject, Qt::SingleShotConnection);
        m_shell.openProject(folder);
    });
}

void ProjectDesk::create(ConnectionItem *from)
{
    auto *dialog = new NewProjectDialog(m_shell.connections(), from && from->catalog() ? from : nullptr, m_shell.window());
    connect(dialog, &NewProjectDialog::chosen, this,
            [this](const QString &name, const QString &folder, const QString &connectionId, bool baseline) {
                afterUnsaved([=, this] { make(name, folder, m_shell.connection(connectionId), baseline); });
            });
    dialog->open();
}

void ProjectDesk::make(const QString &name, const QString &folder, ConnectionItem *from, bool baseline)
{
    struct Made
    {
        project::Project project;
        schema::Catalog models;
    };
    const schema::CatalogPtr reflected = from ? from->catalog() : nullptr;
    std::optional<project::Environment> environment;
    if (from) {
        environment = project::Environment::of(environmentKey(Environment::Development), from->target().url);
        environment->kind = kindOf(from->environment());
        environment->name = project::kindName(environment->kind);
        environment->readOnly = from->isReadOnly();
    }
    const std::optional<QString> message = baseline ? std::optional(tr("Initial schema")) : std::nullopt;
    worker::inBackground<Made>([=](const CancelToken &) -> Result<Made> {
        JOINERY_TRY_VALUE(project::Project project, project::Project::create(folder, name));
        if (environment) {
            project.setEnvironment(*environment);
            JOINERY_TRY(project.save());
        }
        schema::Catalog models;
        if (reflected) {
            JOINERY_TRY_VALUE(models, project.importCatalog(*reflected, message));
        }
        return Made{std::move(project), std::move(models)};
    }, this, [this, name](Result<Made> answer) {
        if (!answer) {
            m_shell.report(answer.error(), tr("The project %1 was not made").arg(name));
            return;
        }
        m_shell.adoptProject(std::move(answer->project), std::move(answer->models));
        Location diagram;
        diagram.kind = Location::Kind::ProjectDiagram;
        m_shell.go(diagram);
    });
}

void ProjectDesk::openSample()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QString folder = documents.filePath(QStringLiteral("Joinery/bookshop"));
    for (int i = 2; QFileInfo::exists(folder) && !QDir(folder).isEmpty(); ++i)
        folder = documents.filePath(QStringLiteral("Joinery/bookshop-%1").arg(i));
    afterUnsaved([this, folder] {
        worker::createSample(folder, this, [this, folder](const Result<project::Project> &made) {
            if (!made) {
                m_shell.report(made.error(), tr("The sample was not made"));
                return;
            }
            connect(&m_shell, &Workbench::projectChanged, this, &ProjectDesk::showProject, Qt::SingleShotConnection);
            m_shell.openProject(folder);
            m_shell.say(tr("The bookshop is in %1. Change it as you like.").arg(QDir::toNativeSeparators(folder)));
        });
    });
}

void ProjectDesk::showProject()
{
    if (!m_shell.project())
        return;
    Location diagram;
    diagram.kind = Location::Kind::ProjectDiagram;
    m_shell.go(diagram);
    openDefaultDatabase();
}

ConnectionItem *ProjectDesk::openDefaultDatabase()
{
    ProjectSession *project = m_shell.project();
    const project::Environment *environment = project ? project->project().defaultEnvironment() : nullptr;
    if (!environment || environment->kind != project::Environment::Kind::Development)
        return nullptr;
    const Result<driver::Url> url = project->project().urlOf(*environment);
    if (!url)
        return nullptr;
    m_shell.openUrl(*url, environment->readOnly);
    return m_shell.connectionList().of(*url, environment->readOnly);
}

void ProjectDesk::save()
{
    ProjectSession *project = m_shell.project();
    if (!project)
        return;
    if (const Status saved = project->save(); !saved)
        m_shell.report(saved.error(), tr("The project was not saved"));
    else
        m_shell.say(tr("%1 is saved.").arg(project->name()));
}

void ProjectDesk::closeProject()
{
    afterUnsaved([this] { m_shell.closeProject(); });
}

void ProjectDesk::afterUnsaved(std::function<void()> then)
{
    ProjectSession *project = m_shell.project();
    if (!project || !project->isModified()) {
        then();
        return;
    }
    m_shell.confirm(tr("Save %1 first?").arg(project->name()), tr("The model has changes that are not saved. They are saved before the project is closed."),
                    tr("Save and go on"), false, [this, project, then = std::move(then)] {
                        if (const Status saved = project->save(); !saved)
                            m_shell.report(saved.error(), tr("The project was not saved"));
                        else
                            then();
                    });
}

// The databases of a project stand in the navigator beside the user's own.
void ProjectDesk::joinEnvironments()
{
    ProjectSession *project = m_shell.project();
    if (!project)
        return;
    for (const project::Environment &environment : project->project().environments()) {
        const Result<driver::Url> url = project->project().urlOf(environment);
        if (!url)
            continue;
        const qsizetype before = m_shell.connections().size();
        ConnectionItem *connection = m_shell.connectionList().of(*url, environment.readOnly);
        if (m_shell.connections().size() == before)
            continue;
        ConnectionDraft draft = m_shell.connectionList().draftOf(connection);
        draft.environment = ofKind(environment.kind);
        m_shell.connectionList().change(connection, draft);
    }
}

} // namespace joinery::ui
