// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_feature.h"

#include "ui/diagram/canvas.h"
#include "ui/diagram/connection_source.h"
#include "ui/diagram/diagram_page.h"
#include "ui/diagram/project_source.h"

namespace joinery::ui {

DiagramFeature::DiagramFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::DatabaseDiagram, [&workbench](const Location &location, const QJsonObject &saved) -> Page * {
        ConnectionItem *connection = workbench.connection(location.connection);
        if (!connection)
            return nullptr;
        if (connection->state() == ConnectionItem::State::Closed)
            connection->open();
        return new DiagramPage(workbench, std::make_unique<ConnectionSource>(connection), saved);
    });
    workbench.addOpener(Location::Kind::ProjectDiagram, [&workbench](const Location &, const QJsonObject &saved) -> Page * {
        if (!workbench.project())
            return nullptr;
        return new DiagramPage(workbench, std::make_unique<ProjectSource>(workbench.project()), saved);
    });
    addActions();
}

void DiagramFeature::addActions()
{
    ActionRegistry &actions = workbench().actions();
    actions.add({QStringLiteral("diagram.database"), [] { return tr("Diagram of the database"); },
                 QStringLiteral("diagram"), {}, [this] {
                     if (ConnectionItem *connection = workbench().currentConnection()) {
                         Location location;
                         location.kind = Location::Kind::DatabaseDiagram;
                         location.connection = connection->id();
                         workbench().go(location);
                     } else {
                         workbench().say(tr("Open a database first: then its diagram can be shown."));
                     }
                 }});
    actions.add({QStringLiteral("diagram.project"), [] { return tr("Diagram of the project"); },
                 QStringLiteral("diagram"), {}, [this] {
                     if (!workbench().project()) {
                         workbench().say(tr("Open a project first: then its diagram can be shown."));
                         return;
                     }
                     Location location;
                     location.kind = Location::Kind::ProjectDiagram;
                     workbench().go(location);
                 }});
    // Those for the diagram that is in front.
    const auto add = [&](const QString &id, std::function<QString()> text, const QString &iconName,
                         const QList<QKeySequence> &shortcuts, std::function<void(DiagramPage &)> act) {
        actions.add({id, std::move(text), iconName, shortcuts, [this, act = std::move(act)] {
                         if (auto *page = qobject_cast<DiagramPage *>(workbench().currentPage()))
                             act(*page);
                     }});
    };
    add(QStringLiteral("diagram.tidy"), [] { return tr("Diagram: tidy"); }, QStringLiteral("tidy"), {},
        [](DiagramPage &page) { page.model().tidy(); });
    add(QStringLiteral("diagram.fit"), [] { return tr("Diagram: fit into the window"); }, QStringLiteral("zoom-fit"),
        {QKeySequence(QStringLiteral("Ctrl+9"))}, [](DiagramPage &page) { page.canvas()->fit(); });
    add(QStringLiteral("diagram.actualSize"), [] { return tr("Diagram: zoom to 100 %"); }, QStringLiteral("zoom-in"),
        {QKeySequence(QStringLiteral("Ctrl+0"))}, [](DiagramPage &page) { page.canvas()->setScale(1); });
    add(QStringLiteral("diagram.zoomIn"), [] { return tr("Diagram: zoom in"); }, QStringLiteral("zoom-in"),
        {QKeySequence(QKeySequence::ZoomIn)}, [](DiagramPage &page) { page.canvas()->zoom(1.25); });
    add(QStringLiteral("diagram.zoomOut"), [] { return tr("Diagram: zoom out"); }, QStringLiteral("zoom-out"),
        {QKeySequence(QKeySequence::ZoomOut)}, [](DiagramPage &page) { page.canvas()->zoom(0.8); });
    add(QStringLiteral("diagram.names"), [] { return tr("Diagram: show names"); }, {}, {},
        [](DiagramPage &page) { page.model().setDetail(diagram::Detail::Names); });
    add(QStringLiteral("diagram.keys"), [] { return tr("Diagram: show keys"); }, {}, {},
        [](DiagramPage &page) { page.model().setDetail(diagram::Detail::Keys); });
    add(QStringLiteral("diagram.columns"), [] { return tr("Diagram: show keys and columns"); }, {}, {},
        [](DiagramPage &page) { page.model().setDetail(diagram::Detail::All); });
}

} // namespace joinery::ui
