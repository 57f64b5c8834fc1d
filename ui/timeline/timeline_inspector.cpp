// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_inspector.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"
#include "ui/timeline/change_list.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace joinery::ui {

namespace {

QString placeOf(const Standing &standing, const RevisionModel &model)
{
    switch (standing.state) {
    case Standing::State::NotConnected: return TimelineInspector::tr("not connected");
    case Standing::State::Reading: return TimelineInspector::tr("asking…");
    case Standing::State::Failed: return TimelineInspector::tr("unknown");
    case Standing::State::Foreign: return TimelineInspector::tr("another project");
    case Standing::State::Known: break;
    }
    if (standing.heads.isEmpty())
        return TimelineInspector::tr("nothing applied");
    const int pending = model.pendingCount(standing);
    return pending == 0 ? TimelineInspector::tr("at the head") : TimelineInspector::tr("%n behind", nullptr, pending);
}

} // namespace

TimelineInspector::TimelineInspector(QWidget *parent)
    : QWidget(parent), m_title(new QLabel), m_route(new QLabel), m_changes(new ChangeList), m_whereTitle(new QLabel),
      m_where(new QVBoxLayout), m_reversibleTitle(new QLabel), m_structure(new QLabel), m_data(new QLabel)
{
    m_title->setProperty("role", QStringLiteral("heading"));
    m_route->setProperty("role", QStringLiteral("caption"));
    m_route->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_whereTitle->setProperty("role", QStringLiteral("section"));
    m_reversibleTitle->setProperty("role", QStringLiteral("section"));
    for (QLabel *label : {m_route, m_structure, m_data}) {
        label->setWordWrap(true);
        label->setMinimumWidth(1);
    }
    m_where->setSpacing(metrics::kUnit);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(3 * metrics::kUnit, 3 * metrics::kUnit, 3 * metrics::kUnit, 3 * metrics::kUnit);
    column->setSpacing(2 * metrics::kUnit);
    column->addWidget(m_title);
    column->addWidget(m_route);
    column->addWidget(m_changes);
    column->addSpacing(metrics::kUnit);
    column->addWidget(m_whereTitle);
    column->addLayout(m_where);
    column->addSpacing(metrics::kUnit);
    column->addWidget(m_reversibleTitle);
    column->addWidget(m_structure);
    column->addWidget(m_data);
    column->addStretch();
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
    retranslating(this, [this] { retranslate(); });
}

void TimelineInspector::retranslate()
{
    m_title->setText(tr("What changes"));
    m_whereTitle->setText(tr("WHERE DATABASES STAND"));
    m_reversibleTitle->setText(tr("REVERSIBLE"));
}

void TimelineInspector::showRevision(const migration::Revision *revision)
{
    m_changes->show(revision ? revision->operations : operation::Operations());
    if (!revision)
        m_route->setText(tr("Select a revision."));
    else if (revision->parents.isEmpty())
        m_route->setText(tr("the first revision, %1").arg(revision->id));
    else
        m_route->setText(QString(revision->parents.join(QLatin1String(", ")) + QStringLiteral(" → ") + revision->id));
    m_reversibleTitle->setVisible(revision);
    m_structure->clear();
    m_data->clear();
}

void TimelineInspector::showReversible(const worker::RevisionText &text)
{
    m_structure->setText(text.reversible ? tr("Structure: yes") : tr("Structure: no, a step has no way back"));
    if (text.losses.isEmpty())
        m_data->setText(text.reverseLosses.isEmpty() ? tr("Data: yes")
                                                     : tr("Data: yes; the way back drops what came after"));
    else
        m_data->setText(tr("Data: no. %1").arg(text.losses.join(QLatin1String("; "))));
}

void TimelineInspector::showStandings(const QList<Standing> &standings, const RevisionModel &model)
{
    while (QLayoutItem *item = m_where->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Standing &standing : standings) {
        auto *line = new QWidget;
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        auto *dot = new QLabel(line);
        dot->setPixmap(icon(QStringLiteral("database"), environmentColor(standing.environment)).pixmap(14, 14));
        dot->setToolTip(environmentName(standing.environment));
        auto *name = new QLabel(standing.name, line);
        name->setMinimumWidth(1);
        name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        name->setToolTip(standing.name);
        row->addWidget(dot);
        row->addWidget(name, 1);
        if (standing.readOnly) {
            auto *lock = new QLabel(line);
            lock->setPixmap(icon(QStringLiteral("lock"), theme().colors().dim).pixmap(14, 14));
            lock->setToolTip(tr("Read-only"));
            row->addWidget(lock);
        }
        if (standing.state == Standing::State::NotConnected) {
            auto *button = new QPushButton(tr("Connect"), line);
            button->setProperty("role", QStringLiteral("link"));
            button->setAccessibleName(tr("Connect %1").arg(standing.name));
            connect(button, &QPushButton::clicked, this, [this, id = standing.connection] { Q_EMIT connectAsked(id); });
            row->addWidget(button);
        } else if (!standing.halfApplied.isEmpty() || standing.isDrifted()) {
            auto *button = new QPushButton(standing.halfApplied.isEmpty() ? tr("%n difference(s)", nullptr, *standing.differences) : tr("half applied"), line);
            button->setProperty("role", QStringLiteral("link"));
            button->setIcon(icon(QStringLiteral("warning"), standing.halfApplied.isEmpty() ? theme().colors().changed : theme().colors().deleted));
            button->setAccessibleName(RevisionModel::standingText(standing));
            button->setToolTip(RevisionModel::standingText(standing));
            connect(button, &QPushButton::clicked, this, [this, id = standing.connection] { Q_EMIT driftAsked(id); });
            row->addWidget(button);
        } else {
            auto *place = new QLabel(placeOf(standing, model), line);
            place->setProperty("role", QStringLiteral("caption"));
            place->setToolTip(standing.failure);
            row->addWidget(place);
        }
        m_where->addWidget(line);
    }
    m_whereTitle->setVisible(!standings.isEmpty());
}

} // namespace joinery::ui
