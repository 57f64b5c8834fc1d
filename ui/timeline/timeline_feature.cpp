// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timeline_feature.h"

#include "ui/timeline/timeline_page.h"

namespace joinery::ui {

TimelineFeature::TimelineFeature(Workbench &workbench) : Feature(workbench)
{
    workbench.addOpener(Location::Kind::Timeline, [this](const Location &location, const QJsonObject &saved) -> Page * {
        return new TimelinePage(this->workbench(), location, saved);
    });
    const auto go = [this]() -> TimelinePage * {
        Location location;
        location.kind = Location::Kind::Timeline;
        return qobject_cast<TimelinePage *>(this->workbench().go(location));
    };
    // Each action works from everywhere: it brings the timeline to the front, where its preview appears.
    const auto add = [&](const QString &id, std::function<QString()> text, const QString &iconName, void (TimelinePage::*act)()) {
        workbench.actions().add({id, std::move(text), iconName, {}, [go, act] {
            if (TimelinePage *page = go(); page && act)
                (page->*act)();
        }});
    };
    add(QStringLiteral("timeline.open"), [] { return tr("Migrations"); }, QStringLiteral("timeline"), nullptr);
    add(QStringLiteral("timeline.newRevision"), [] { return tr("New revision from the models…"); }, QStringLiteral("plus"), &TimelinePage::newRevision);
    add(QStringLiteral("timeline.upgrade"), [] { return tr("Upgrade database…"); }, QStringLiteral("arrow-up"), &TimelinePage::upgrade);
    add(QStringLiteral("timeline.downgrade"), [] { return tr("Downgrade database…"); }, QStringLiteral("arrow-down"), &TimelinePage::downgrade);
    add(QStringLiteral("timeline.rehearse"), [] { return tr("Rehearse the upgrade on a copy…"); }, QStringLiteral("play"), &TimelinePage::rehearse);
    add(QStringLiteral("timeline.drift"), [] { return tr("Compare the database with its revision…"); }, QStringLiteral("eye"), &TimelinePage::showDrift);
    add(QStringLiteral("timeline.merge"), [] { return tr("Merge the heads…"); }, QStringLiteral("merge"), &TimelinePage::merge);
    add(QStringLiteral("timeline.squash"), [] { return tr("Squash up to the selected revision…"); }, QStringLiteral("tidy"), &TimelinePage::squash);
    add(QStringLiteral("timeline.stamp"), [] { return tr("Stamp database…"); }, QStringLiteral("bookmark"), &TimelinePage::stamp);
}

} // namespace joinery::ui
