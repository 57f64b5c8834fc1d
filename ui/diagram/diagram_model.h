// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_source.h"

#include <QTimer>
#include <QVariantAnimation>

namespace joinery::ui {

/// The chart of a source, kept up to date: follows the schema, keeps what was placed, lays out and routes on another
/// thread, saves the places a moment after they changed.
class DiagramModel : public QObject
{
    Q_OBJECT
public:
    explicit DiagramModel(std::unique_ptr<DiagramSource> source, QObject *parent = nullptr);
    ~DiagramModel() override;

    DiagramSource &source() const { return *m_source; }
    const diagram::Chart &chart() const { return m_chart; }
    schema::CatalogPtr catalog() const { return m_catalog; }
    bool isBusy() const { return m_busy; } ///< a layout is under way
    diagram::Detail detail() const { return m_diagram.detail; }

    void setDetail(diagram::Detail detail);
    /// Moves cards while they are dragged: their lines follow.
    void move(const std::vector<size_t> &cards, const std::vector<QPointF> &places);
    /// The drag ended: all lines are routed again, the places are kept.
    void finishMove();
    /// Lays all out anew.
    void tidy();

Q_SIGNALS:
    /// Cards and relations are new: indexes that were held speak of others now.
    void chartChanged();
    /// The same cards at other places.
    void placesChanged();
    void busyChanged();
    void failed(const joinery::Error &error);

private:
    struct Task;
    void rebuild();
    void run(Task task);
    void take(diagram::Chart chart, bool animate);
    void keepPlaces();
    void save();

    std::unique_ptr<DiagramSource> m_source;
    schema::CatalogPtr m_catalog;
    diagram::Diagram m_diagram;
    bool m_loaded = false;
    bool m_mayWrite = true; ///< false where the stored places could not be read: nothing writes over them
    diagram::Chart m_chart;
    quint64 m_generation = 0;
    bool m_busy = false;
    QTimer m_saveSoon;
    QVariantAnimation m_animation;
};

} // namespace joinery::ui
