// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_toolbar.h"

#include "ui/common/retranslate.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace joinery::ui {

namespace {

/// Short enough for a button: a long name must not widen the window.
QString shortName(const QString &name)
{
    constexpr qsizetype kLongest = 22;
    return name.size() <= kLongest ? name : QString(name.left(kLongest - 1) + QChar(0x2026));
}

} // namespace

TimelineToolbar::TimelineToolbar(QWidget *parent)
    : PageBar(parent), m_upgrade(new QPushButton(this)), m_targets(new QToolButton(this)), m_downgrade(new QPushButton(this)),
      m_rehearse(new QPushButton(this)), m_stamp(new QPushButton(this)), m_more(new QToolButton(this)), m_create(new QPushButton(this)), m_sliderLabel(new QLabel(this)),
      m_slider(new QSlider(Qt::Horizontal, this)), m_sliderRevision(new QLabel(this))
{
    m_upgrade->setProperty("role", QStringLiteral("primary"));
    m_targets->setProperty("role", QStringLiteral("outlined"));
    m_targets->setPopupMode(QToolButton::InstantPopup);
    m_targets->setToolButtonStyle(Qt::ToolButtonIconOnly); // its name is on the button beside it
    m_targets->setMenu(new QMenu(m_targets));
    m_more->setProperty("role", QStringLiteral("outlined"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_more->setMenu(new QMenu(m_more));
    m_drift = m_more->menu()->addAction(icon(QStringLiteral("eye")), QString());
    m_merge = m_more->menu()->addAction(icon(QStringLiteral("merge")), QString());
    m_squash = m_more->menu()->addAction(icon(QStringLiteral("tidy")), QString());
    m_more->menu()->setToolTipsVisible(true);
    m_sliderLabel->setProperty("role", QStringLiteral("dim"));
    m_sliderRevision->setFont(theme().monospaced());
    m_sliderRevision->setMinimumWidth(QFontMetrics(theme().monospaced()).horizontalAdvance(QStringLiteral("000000000000")));
    m_slider->setMinimumWidth(120);
    m_slider->setMaximumWidth(220);
    m_slider->setPageStep(1);
    for (QWidget *widget : {static_cast<QWidget *>(m_targets), static_cast<QWidget *>(m_upgrade), static_cast<QWidget *>(m_rehearse), static_cast<QWidget *>(m_downgrade),
                            static_cast<QWidget *>(m_stamp), static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_create)})
        row().addWidget(widget);
    row().addStretch();
    row().addWidget(m_sliderLabel);
    row().addWidget(m_slider);
    row().addWidget(m_sliderRevision);
    connect(m_targets->menu(), &QMenu::aboutToShow, this, &TimelineToolbar::targetsAsked);
    connect(m_upgrade, &QPushButton::clicked, this, &TimelineToolbar::upgradeAsked);
    connect(m_downgrade, &QPushButton::clicked, this, &TimelineToolbar::downgradeAsked);
    connect(m_stamp, &QPushButton::clicked, this, &TimelineToolbar::stampAsked);
    connect(m_create, &QPushButton::clicked, this, &TimelineToolbar::createAsked);
    connect(m_rehearse, &QPushButton::clicked, this, &TimelineToolbar::rehearseAsked);
    connect(m_drift, &QAction::triggered, this, &TimelineToolbar::driftAsked);
    connect(m_merge, &QAction::triggered, this, &TimelineToolbar::mergeAsked);
    connect(m_squash, &QAction::triggered, this, &TimelineToolbar::squashAsked);
    connect(m_slider, &QSlider::valueChanged, this, &TimelineToolbar::rowChosen);
    retranslating(this, [this] { retranslate(); });
}

void TimelineToolbar::retranslate()
{
    m_downgrade->setText(tr("Downgrade…"));
    m_stamp->setText(tr("Stamp…"));
    m_rehearse->setText(tr("Rehearse…"));
    m_rehearse->setToolTip(tr("Run the upgrade on a copy: up, down and up again"));
    m_more->setToolTip(tr("More"));
    m_more->setAccessibleName(tr("More for revisions and databases"));
    m_drift->setText(tr("Compare the database with its revision…"));
    m_merge->setText(tr("Merge the heads…"));
    m_merge->setToolTip(tr("Put the lines of work together by a revision"));
    m_squash->setText(tr("Squash up to the selected revision…"));
    m_squash->setToolTip(tr("Make one revision of several in a row"));
    m_stamp->setToolTip(tr("Write the selected revision into the version table, and change nothing else"));
    m_sliderLabel->setText(tr("Schema at"));
    m_slider->setAccessibleName(tr("Schema at revision"));
    m_targets->setAccessibleName(tr("Database to move"));
}

void TimelineToolbar::offer(const Offer &offer)
{
    const Standing *target = offer.target;
    m_targets->setToolTip(target ? tr("Database to move: %1").arg(target->name) : tr("Choose a database"));
    m_targets->setIcon(icon(QStringLiteral("database"), environmentColor(target ? target->environment : Environment::None)));
    m_upgrade->setText(target ? tr("Upgrade %1…").arg(shortName(target->name)) : tr("Upgrade…"));
    m_upgrade->setEnabled(offer.upgrade);
    m_downgrade->setEnabled(offer.downgrade);
    m_downgrade->setToolTip(offer.isBelow ? tr("Take back every revision above the selected one") : tr("Take back the selected revision"));
    m_stamp->setEnabled(offer.stamp);
    m_rehearse->setEnabled(offer.rehearse);
    m_drift->setEnabled(offer.drift);
    m_merge->setEnabled(offer.merge);
    m_squash->setEnabled(offer.squash);
    m_more->setIcon(icon(QStringLiteral("dots")));
    m_create->setIcon(icon(QStringLiteral("plus")));
    m_create->setText(tr("Revision from %n model change(s)", nullptr, offer.changes));
    m_create->setVisible(offer.changes > 0);
}

void TimelineToolbar::fillTargets(const QList<Standing> &standings, const QString &current)
{
    QMenu *menu = m_targets->menu();
    menu->clear();
    for (const Standing &standing : standings) {
        QAction *action = menu->addAction(icon(QStringLiteral("database"), environmentColor(standing.environment)),
                                          QString(standing.name + QStringLiteral(" · ") + environmentName(standing.environment)));
        action->setCheckable(true);
        action->setChecked(standing.connection == current);
        connect(action, &QAction::triggered, this, [this, id = standing.connection] { Q_EMIT targetChosen(id); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Connect to a database first"))->setEnabled(false);
}

void TimelineToolbar::setRevisions(int count)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, std::max(0, count - 1));
    m_slider->setEnabled(count > 1);
}

void TimelineToolbar::showRevision(int row, const QString &id)
{
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(row);
    m_sliderRevision->setText(id);
}

} // namespace joinery::ui
