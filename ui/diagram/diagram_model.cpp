// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/diagram_model.h"

#include "core/diagram/paint/fonts.h"
#include "ui/diagram/diagram_look.h"

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

namespace joinery::ui {

namespace {

/// Up to that many relations are routed within a frame.
constexpr size_t kQuickRelations = 150;
constexpr int kAnimation = 240;
/// A diagram of more tables starts with their keys alone: all columns of all of them would be too small to read.
constexpr size_t kManyTables = 30;

bool containsAll(const std::vector<bool> &placed) { return std::ranges::find(placed, false) == placed.end(); }
bool containsNone(const std::vector<bool> &placed) { return std::ranges::find(placed, true) == placed.end(); }

} // namespace

/// What is done on another thread: a value goes there, a value comes back.
struct DiagramModel::Task
{
    diagram::Chart chart;
    std::vector<bool> placed;
    bool arrange = false;
    bool animate = false;
    std::optional<Error> failure;

    void work()
    {
        if (arrange) {
            if (const Status arranged = diagram::arrange(chart); !arranged) {
                failure = arranged.error();
                diagram::placeNewcomers(chart, std::vector<bool>(chart.cards.size(), false));
            }
        } else if (!containsAll(placed)) {
            diagram::placeNewcomers(chart, placed);
        }
        diagram::route(chart);
    }
};

DiagramModel::DiagramModel(std::unique_ptr<DiagramSource> source, QObject *parent)
    : QObject(parent), m_source(std::move(source))
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(400);
    connect(&m_saveSoon, &QTimer::timeout, this, &DiagramModel::save);
    connect(m_source.get(), &DiagramSource::changed, this, &DiagramModel::rebuild);
    rebuild();
}

DiagramModel::~DiagramModel()
{
    if (m_saveSoon.isActive())
        save();
}

void DiagramModel::setDetail(diagram::Detail detail)
{
    if (detail == m_diagram.detail || !m_loaded)
        return;
    m_diagram.detail = detail;
    m_saveSoon.start();
    rebuild();
}

void DiagramModel::rebuild()
{
    m_animation.stop();
    m_catalog = m_source->catalog();
    if (!m_catalog) {
        ++m_generation;
        m_chart = {};
        Q_EMIT chartChanged();
        return;
    }
    if (!m_loaded) {
        m_loaded = true;
        if (Result<diagram::Diagram> stored = m_source->load()) {
            m_diagram = *std::move(stored);
            if (m_diagram.tables.empty() && m_catalog->tables.size() > kManyTables)
                m_diagram.detail = diagram::Detail::Keys;
        } else {
            m_mayWrite = false;
            Q_EMIT failed(stored.error());
        }
    }
    Task task;
    task.chart = diagram::makeChart(*m_catalog, m_diagram.detail, diagramFonts().measure(),
                                    [this](const schema::Type &type) { return m_source->typeText(type); });
    task.placed = m_diagram.place(task.chart);
    task.arrange = containsNone(task.placed) && !task.chart.cards.empty();
    if (task.arrange || task.chart.relations.size() > kQuickRelations)
        return run(std::move(task));
    ++m_generation;
    task.work();
    take(std::move(task.chart), false);
}

void DiagramModel::run(Task task)
{
    const quint64 generation = ++m_generation;
    if (!std::exchange(m_busy, true))
        Q_EMIT busyChanged();
    auto promise = std::make_shared<QPromise<Task>>();
    auto *watcher = new QFutureWatcher<Task>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, generation] {
        watcher->deleteLater();
        if (generation != m_generation)
            return; // asked again in between
        m_busy = false;
        Task done = watcher->result();
        if (done.failure)
            Q_EMIT failed(*done.failure);
        take(std::move(done.chart), done.animate);
        Q_EMIT busyChanged();
    });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, task = std::move(task)]() mutable {
        promise->start();
        task.work();
        promise->addResult(std::move(task));
        promise->finish();
    });
}

void DiagramModel::take(diagram::Chart chart, bool animate)
{
    const bool sameCards = chart.cards.size() == m_chart.cards.size();
    if (m_busy && !animate)
        m_busy = false;
    if (!animate || !sameCards || chart.relations.size() > kQuickRelations || !animationsWanted()) {
        m_chart = std::move(chart);
        keepPlaces();
        Q_EMIT chartChanged();
        return;
    }
    std::vector<QPointF> from;
    std::vector<QPointF> to;
    for (size_t i = 0; i < chart.cards.size(); ++i) {
        from.push_back(m_chart.cards[i].position);
        to.push_back(chart.cards[i].position);
    }
    m_animation.disconnect(this);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setDuration(kAnimation);
    m_animation.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this, from, to](const QVariant &value) {
        for (size_t i = 0; i < m_chart.cards.size() && i < to.size(); ++i)
            m_chart.cards[i].position = from[i] + (to[i] - from[i]) * value.toDouble();
        diagram::route(m_chart);
        Q_EMIT placesChanged();
    });
    connect(&m_animation, &QVariantAnimation::finished, this, [this, chart = std::move(chart)]() mutable {
        m_chart = std::move(chart);
        keepPlaces();
        Q_EMIT chartChanged();
    });
    m_animation.start();
}

void DiagramModel::move(const std::vector<size_t> &cards, const std::vector<QPointF> &places)
{
    for (size_t i = 0; i < cards.size(); ++i)
        m_chart.cards[cards[i]].position = places[i];
    diagram::rerouteAround(m_chart, cards);
    Q_EMIT placesChanged();
}

void DiagramModel::finishMove()
{
    keepPlaces();
    if (m_chart.relations.size() <= kQuickRelations) {
        diagram::route(m_chart);
        Q_EMIT placesChanged();
        return;
    }
    Task task;
    task.chart = m_chart;
    task.placed.assign(m_chart.cards.size(), true);
    run(std::move(task));
}

void DiagramModel::tidy()
{
    if (m_chart.cards.empty())
        return;
    m_animation.stop();
    Task task;
    task.chart = m_chart;
    task.arrange = true;
    task.animate = true;
    run(std::move(task));
}

void DiagramModel::keepPlaces()
{
    const diagram::Diagram before = m_diagram;
    m_diagram.remember(m_chart);
    if (!(before == m_diagram))
        m_saveSoon.start();
}

void DiagramModel::save()
{
    m_saveSoon.stop();
    if (!m_mayWrite)
        return;
    if (const Status saved = m_source->save(m_diagram); !saved)
        Q_EMIT failed(saved.error());
}

} // namespace joinery::ui
