// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_feature.h"

#include "core/project/project.h"
#include "ui/common/dialogs.h"
#include "ui/editor/sql_page.h"

#include <QFile>

namespace joinery::ui {

namespace {

constexpr qint64 kLargestScript = 16 * 1024 * 1024;

} // namespace

EditorFeature::EditorFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::NewQuery, [this](const Location &location, const QJsonObject &saved) -> Page * {
        QJsonObject state = saved;
        if (!state.contains(QLatin1String("title")))
            state.insert(QStringLiteral("title"), tr("Query %1").arg(++m_count));
        return new SqlPage(this->workbench(), location, state);
    });
    workbench.addOpener(Location::Kind::SavedQuery, [this](const Location &location, const QJsonObject &saved) -> Page * {
        QJsonObject state = saved;
        if (!state.contains(QLatin1String("sql"))) {
            ProjectSession *session = this->workbench().project();
            Result<project::Project> project = session ? project::Project::open(session->folder())
                                                       : Result<project::Project>(fail(ErrorKind::Undefined, tr("No project is open.")));
            const Result<QString> sql = project ? project->loadQuery(location.text) : Result<QString>(fail(project.error()));
            if (!sql) {
                this->workbench().report(sql.error(), tr("Open query %1").arg(location.text));
                return nullptr;
            }
            state.insert(QStringLiteral("sql"), *sql);
        }
        Location at = location;
        if (at.connection.isEmpty() && this->workbench().currentConnection())
            at.connection = this->workbench().currentConnection()->id();
        return new SqlPage(this->workbench(), at, state);
    });
    addActions();
}

void EditorFeature::addActions()
{
    workbench().actions().add({QStringLiteral("sql.runAll"), [] { return tr("Run all statements"); }, QStringLiteral("play"),
                               {QKeySequence(QStringLiteral("Ctrl+Shift+Return"))}, [this] {
        if (auto *page = qobject_cast<SqlPage *>(workbench().currentPage()))
            page->runAll();
    }});
    workbench().actions().add({QStringLiteral("sql.openFile"), [] { return tr("Open SQL file…"); }, QStringLiteral("file"), {}, [this] {
        dialogs::openFile(workbench().window(), tr("Open SQL file"), tr("SQL scripts (*.sql);;All files (*)"),
                          [this](const QString &path) { openFile(path); });
    }});
}

void EditorFeature::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        workbench().report(fail(ErrorKind::Io, tr("%1 cannot be read: %2").arg(path, file.errorString())).value(), tr("Open SQL file"));
        return;
    }
    if (file.size() > kLargestScript) {
        workbench().report(fail(ErrorKind::Unsupported, tr("%1 is larger than the editor opens (16 MB); joinery-cli query -f runs it.")
                                                            .arg(path)).value(), tr("Open SQL file"));
        return;
    }
    Location location;
    location.kind = Location::Kind::NewQuery;
    location.connection = workbench().currentConnection() ? workbench().currentConnection()->id() : QString();
    location.text = QString::fromUtf8(file.readAll());
    workbench().go(location);
}

} // namespace joinery::ui
