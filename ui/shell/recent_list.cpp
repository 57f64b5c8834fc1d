// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recent_list.h"

#include "ui/common/json_file.h"

#include <QJsonArray>
#include <QLocale>

namespace joinery::ui {

RecentList::RecentList(QString file, Clock clock, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_clock(std::move(clock))
{
    const Result<QJsonObject> root = readJsonFile(m_file);
    if (!root)
        return; // a list of conveniences: it begins anew
    for (const QJsonValue &value : root->value(u"recent").toArray()) {
        const QJsonObject object = value.toObject();
        m_entries.append({object.value(u"kind").toString() == u"project" ? Kind::Project : Kind::Connection,
                          object.value(u"key").toString(),
                          QDateTime::fromString(object.value(u"when").toString(), Qt::ISODate)});
    }
}

void RecentList::touch(Kind kind, const QString &key)
{
    m_entries.removeIf([&](const Entry &entry) { return entry.kind == kind && entry.key == key; });
    m_entries.prepend({kind, key, m_clock()});
    if (m_entries.size() > kMost)
        m_entries.resize(kMost);
    save();
    Q_EMIT changed();
}

void RecentList::forget(Kind kind, const QString &key)
{
    if (m_entries.removeIf([&](const Entry &entry) { return entry.kind == kind && entry.key == key; }) == 0)
        return;
    save();
    Q_EMIT changed();
}

QString RecentList::ago(const QDateTime &when) const
{
    const QDateTime now = m_clock().toLocalTime();
    const QDateTime then = when.toLocalTime();
    const qint64 seconds = then.secsTo(now);
    const qint64 days = then.date().daysTo(now.date());
    if (seconds < 60)
        return tr("now");
    if (seconds < 3600)
        return tr("%1 min").arg(seconds / 60);
    if (days == 0)
        return tr("%1 h").arg(seconds / 3600);
    if (days == 1)
        return tr("yesterday");
    const QLocale locale;
    if (days < 7)
        return locale.dayName(then.date().dayOfWeek());
    return locale.toString(then.date(), then.date().year() == now.date().year() ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy"));
}

void RecentList::save() const
{
    QJsonArray recent;
    for (const Entry &entry : m_entries)
        recent.append(QJsonObject{{QStringLiteral("kind"), entry.kind == Kind::Project ? QStringLiteral("project") : QStringLiteral("connection")},
                                  {QStringLiteral("key"), entry.key},
                                  {QStringLiteral("when"), entry.when.toString(Qt::ISODate)}});
    // Nothing is lost but a convenience where the folder cannot be written.
    if (const Status written = writeJsonFile(m_file, {{QStringLiteral("recent"), recent}}); !written)
        return;
}

} // namespace joinery::ui
