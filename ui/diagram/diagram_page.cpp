// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_page.h"

#include "core/diagram/paint/render.h"
#include "ui/common/dialogs.h"
#include "ui/common/retranslate.h"
#include "ui/common/role.h"
#include "ui/common/theme.h"
#include "ui/designer/model_actions.h"
#include "ui/designer/table_inspector.h"
#include "ui/diagram/canvas.h"
#include "ui/diagram/diagram_look.h"
#include "ui/diagram/diagram_toolbar.h"
#include "ui/diagram/minimap.h"
#include "ui/diagram/zoom_bar.h"
#include "ui/workbench/workbench.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace joinery::ui {

DiagramPage::DiagramPage(Workbench &workbench, std::unique_ptr<DiagramSource> source, const QJsonObject &saved,
                         QWidget *parent)
    : Page(parent), m_workbench(workbench), m_model(new DiagramModel(std::move(source), this)),
      m_canvas(new Canvas(*m_model, this)),
      m_toolbar(new DiagramToolbar(m_canvas, m_model->source().project() != nullptr, this)),
      m_zoomBar(new ZoomBar(m_canvas, m_canvas)), m_minimap(new Minimap(m_canvas, m_canvas)),
      m_empty(new QLabel(m_canvas)), m_inspector(new TableInspector(workbench))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_canvas, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", QStringLiteral("dim"));
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusProxy(m_canvas);

    connect(m_model, &DiagramModel::chartChanged, this, [this] {
        updateEmpty();
        updateInspector();
        Q_EMIT statusChanged();
        Q_EMIT verbsChanged();
    });
    connect(m_model, &DiagramModel::busyChanged, this, &DiagramPage::updateEmpty);
    connect(m_model, &DiagramModel::failed, this,
            [this](const Error &error) { m_workbench.report(error, tr("The diagram of %1").arg(origin())); });
    connect(&m_model->source(), &DiagramSource::headerChanged, this, &Page::headerChanged);
    connect(m_canvas, &Canvas::activated, this, &DiagramPage::open);
    connect(m_canvas, &Canvas::menuWanted, this, &DiagramPage::showMenu);
    connect(m_canvas, &Canvas::viewChanged, this, [this] {
        placeOverlays();
        Q_EMIT stateChanged();
    });
    connect(m_canvas, &Canvas::selectionChanged, this, [this] {
        updateInspector();
        Q_EMIT statusChanged();
    });
    connect(m_toolbar, &DiagramToolbar::exportWanted, this, &DiagramPage::askExport);
    if (ProjectSession *project = m_model->source().project()) {
        connect(m_toolbar, &DiagramToolbar::addTableWanted, this, [this] {
            if (ProjectSession *session = m_model->source().project())
                newTable(this, m_workbench, *session);
        });
        connect(m_toolbar, &DiagramToolbar::addRelationWanted, this, [this] {
            ProjectSession *session = m_model->source().project();
            if (!session)
                return;
            const std::vector<size_t> &chosen = m_canvas->selection();
            newForeignKey(this, m_workbench, *session,
                          chosen.empty() ? Uid() : m_model->chart().cards[chosen.front()].uid,
                          chosen.size() < 2 ? Uid() : m_model->chart().cards[chosen[1]].uid);
        });
        connect(&project->undoStack(), &QUndoStack::indexChanged, this, &Page::verbsChanged);
        connect(project, &ProjectSession::modifiedChanged, this, &Page::verbsChanged);
    }
    if (saved.contains(QLatin1String("scale"))) {
        m_canvas->restoreView(saved[QLatin1String("scale")].toDouble(1),
                              {saved[QLatin1String("x")].toDouble(), saved[QLatin1String("y")].toDouble()});
    }
    retranslating(this, [this] {
        m_canvas->setAccessibleName(tr("Diagram"));
        m_canvas->setAccessibleDescription(
            tr("Tab and the arrow keys go from table to table, Return opens one, Alt with the arrows moves it."));
        updateEmpty();
        Q_EMIT headerChanged();
    });
    updateInspector();
}

DiagramPage::~DiagramPage() { delete m_inspector; }

QString DiagramPage::title() const { return m_model->source().title(); }
QString DiagramPage::origin() const { return m_model->source().origin(); }
Environment DiagramPage::environment() const { return m_model->source().environment(); }
QString DiagramPage::connectionId() const { return m_model->source().connectionId(); }
Location DiagramPage::location() const { return m_model->source().location(); }
QWidget *DiagramPage::inspector() { return m_inspector; }

bool DiagramPage::can(Verb verb) const
{
    ProjectSession *project = m_model->source().project();
    const bool tables = !m_model->chart().cards.empty();
    switch (verb) {
    case Verb::Find:
    case Verb::Export: return tables;
    case Verb::Refresh: return !project;
    case Verb::Undo: return project && project->undoStack().canUndo();
    case Verb::Redo: return project && project->undoStack().canRedo();
    case Verb::Save: return project && project->isModified();
    case Verb::Run:
    case Verb::Commit:
    case Verb::Revert:
    case Verb::Cancel: break;
    }
    return false;
}

void DiagramPage::perform(Verb verb)
{
    if (!can(verb))
        return;
    ProjectSession *project = m_model->source().project();
    switch (verb) {
    case Verb::Find: m_toolbar->focusFind(); break;
    case Verb::Export: askExport(); break;
    case Verb::Refresh: m_model->source().refresh(); break;
    case Verb::Undo: project->undoStack().undo(); break;
    case Verb::Redo: project->undoStack().redo(); break;
    case Verb::Save:
        if (const Status saved = project->save(); !saved)
            m_workbench.report(saved.error(), tr("The model could not be saved"));
        break;
    case Verb::Run:
    case Verb::Commit:
    case Verb::Revert:
    case Verb::Cancel: break;
    }
}

PageStatus DiagramPage::status() const
{
    const diagram::Chart &chart = m_model->chart();
    PageStatus status;
    if (const ProjectSession *project = m_model->source().project())
        status.transaction = project->isModified() ? tr("Model with unsaved changes") : tr("Model saved");
    status.summary = tr("%n tables", nullptr, int(chart.cards.size())) + QLatin1String(", ")
        + tr("%n relations", nullptr, int(chart.relations.size()));
    const std::vector<size_t> &selection = m_canvas->selection();
    if (selection.size() == 2) {
        const size_t steps = chart.path(selection[0], selection[1]).size();
        const QString names = chart.cards[selection[0]].table.name + QStringLiteral(" – ")
            + chart.cards[selection[1]].table.name;
        status.selection = steps == 0 ? tr("%1: not related").arg(names)
                                      : tr("%1: %2").arg(names, tr("%n steps", nullptr, int(steps)));
    } else if (selection.size() == 1) {
        status.selection = tr("%1 selected").arg(chart.cards[selection.front()].table.name);
    } else if (!selection.empty()) {
        status.selection = tr("%1 tables selected").arg(selection.size());
    } else if (const auto relation = m_canvas->selectedRelation()) {
        status.selection = chart.relations[*relation].toString();
    }
    return status;
}

QJsonObject DiagramPage::state() const
{
    const QPointF centre = m_canvas->viewport().centre();
    return {{QLatin1String("scale"), m_canvas->viewport().scale()},
            {QLatin1String("x"), centre.x()},
            {QLatin1String("y"), centre.y()}};
}

void DiagramPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    placeOverlays();
}

void DiagramPage::placeOverlays()
{
    constexpr int kMargin = 16;
    m_zoomBar->adjustSize();
    m_zoomBar->move(kMargin, m_canvas->height() - m_zoomBar->height() - kMargin);
    m_minimap->move(m_canvas->width() - m_minimap->width() - kMargin, m_canvas->height() - m_minimap->height() - kMargin);
    m_empty->setGeometry(m_canvas->rect().adjusted(80, 40, -80, -40));
}

void DiagramPage::updateEmpty()
{
    const bool empty = m_model->chart().cards.empty();
    m_empty->setVisible(empty);
    m_zoomBar->setVisible(!empty);
    if (empty)
        m_empty->setText(m_model->isBusy() ? tr("Arranging the tables …") : m_model->source().emptyText());
}

void DiagramPage::updateInspector()
{
    const schema::CatalogPtr catalog = m_model->catalog();
    const std::vector<size_t> &selection = m_canvas->selection();
    if (!catalog || selection.empty()) {
        if (const auto relation = m_canvas->selectedRelation(); relation && catalog) {
            const diagram::Relation &shown = m_model->chart().relations[*relation];
            m_inspector->inspect(catalog, m_model->chart().cards[shown.child].uid, shown.childTable, shown.childColumns.value(0),
                              m_model->source().project());
            return;
        }
        m_inspector->showNothing();
        return;
    }
    const diagram::Card &card = m_model->chart().cards[selection.back()];
    m_inspector->inspect(catalog, card.uid, card.table, m_canvas->selectedColumn(), m_model->source().project());
}

void DiagramPage::open(size_t card) { m_workbench.go(m_model->source().locationOf(m_model->chart().cards[card])); }

void DiagramPage::showMenu(const QPoint &global)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    ProjectSession *project = m_model->source().project();
    const std::vector<size_t> selection = m_canvas->selection();
    if (selection.size() == 1) {
        const diagram::Card card = m_model->chart().cards[selection.front()];
        menu->addAction(icon(project ? QStringLiteral("edit") : QStringLiteral("rows")),
                        project ? tr("Edit table") : tr("Show rows"), this, [this, card] {
                            m_workbench.go(m_model->source().locationOf(card));
                        });
        menu->addAction(icon(QStringLiteral("copy")), tr("Copy name"), this,
                        [card] { QGuiApplication::clipboard()->setText(card.table.toString()); });
        if (project) {
            menu->addAction(icon(QStringLiteral("foreign-key")), tr("Add foreign key …"), this, [this, project, card] {
                newForeignKey(this, m_workbench, *project, card.uid, {});
            });
            menu->addAction(icon(QStringLiteral("trash")), tr("Delete table …"), this,
                            [this, project, card] { deleteTable(m_workbench, *project, card.uid); });
        }
        menu->addSeparator();
    }
    if (project)
        menu->addAction(icon(QStringLiteral("plus")), tr("New table …"), this,
                        [this, project] { newTable(this, m_workbench, *project); });
    menu->addAction(icon(QStringLiteral("zoom-fit")), tr("Fit"), m_canvas, &Canvas::fit);
    menu->addAction(icon(QStringLiteral("tidy")), tr("Tidy"), m_model, &DiagramModel::tidy);
    menu->addAction(icon(QStringLiteral("export")), tr("Export …"), this, &DiagramPage::askExport);
    menu->popup(global);
}

void DiagramPage::askExport()
{
    dialogs::saveFile(this, tr("Export the diagram"), origin() + QStringLiteral(".svg"),
                      tr("Pictures (*.svg *.png *.pdf)"), [this](const QString &file) { exportTo(file); });
}

void DiagramPage::exportTo(const QString &file)
{
    paint::RenderOptions options;
    options.look = diagramLook();
    options.title = origin();
    if (const Status written = paint::render(m_model->chart(), options, file); !written)
        m_workbench.report(written.error(), tr("The diagram could not be exported"));
    else
        m_workbench.say(tr("The diagram was written to %1.").arg(file));
}

} // namespace joinery::ui
