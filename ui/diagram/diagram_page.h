// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/diagram_model.h"
#include "ui/workbench/page.h"

#include <QPointer>

class QLabel;

namespace joinery::ui {

class Canvas;
class DiagramToolbar;
class Minimap;
class TableInspector;
class Workbench;
class ZoomBar;

/// The diagram of a database or of the project.
class DiagramPage : public Page
{
    Q_OBJECT
public:
    DiagramPage(Workbench &workbench, std::unique_ptr<DiagramSource> source, const QJsonObject &saved,
                QWidget *parent = nullptr);
    ~DiagramPage() override;

    QString kind() const override { return QStringLiteral("diagram"); }
    QString title() const override;
    QString origin() const override;
    QString iconName() const override { return QStringLiteral("diagram"); }
    Environment environment() const override;
    QString connectionId() const override;
    Location location() const override;
    bool can(Verb verb) const override;
    void perform(Verb verb) override;
    PageStatus status() const override;
    QWidget *inspector() override;
    QJsonObject state() const override;

    Canvas *canvas() const { return m_canvas; }
    DiagramModel &model() { return *m_model; }
    void exportTo(const QString &file);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeOverlays();
    void updateEmpty();
    void updateInspector();
    void showMenu(const QPoint &global);
    void askExport();
    void open(size_t card);

    Workbench &m_workbench;
    DiagramModel *m_model;
    Canvas *m_canvas;
    DiagramToolbar *m_toolbar;
    ZoomBar *m_zoomBar;
    Minimap *m_minimap;
    QLabel *m_empty;
    QPointer<TableInspector> m_inspector; ///< the window gives it another parent while it is shown
};

} // namespace joinery::ui
