// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grid/kept_table.h"

#include "core/base/json_file.h"
#include "ui/grid/related_rows.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QStandardPaths>

namespace joinery::ui {

namespace {

constexpr int kFormat = 1;
constexpr int kDelay = 300; // milliseconds

QStringList toStrings(const QJsonValue &json)
{
    QStringList strings;
    for (const QJsonValue &item : json.toArray())
        strings.append(item.toString());
    return strings;
}

} // namespace

KeptTable::KeptTable(const QString &connectionId, const schema::Name &table, QObject *parent) : QObject(parent)
{
    // Names may hold anything a file name may not.
    const QByteArray id = (connectionId + u'\n' + table.schema + u'\n' + table.name).toUtf8();
    m_path = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/tables/")
             + QString::fromLatin1(QCryptographicHash::hash(id, QCryptographicHash::Sha1).toHex()) + QStringLiteral(".json");
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelay);
    connect(&m_timer, &QTimer::timeout, this, &KeptTable::flush);
    read();
}

KeptTable::~KeptTable()
{
    if (m_timer.isActive())
        flush();
}

/// What cannot be read is as if nothing were remembered: it is only how things look.
void KeptTable::read()
{
    if (!QFile::exists(m_path))
        return;
    const auto json = readJsonFile(m_path);
    if (!json || !checkFormat(*json, kFormat, m_path))
        return;
    const QJsonObject look = (*json)[QStringLiteral("look")].toObject();
    m_look.order = toStrings(look[QStringLiteral("order")]);
    m_look.hidden = toStrings(look[QStringLiteral("hidden")]);
    const QJsonObject widths = look[QStringLiteral("widths")].toObject();
    for (auto width = widths.begin(); width != widths.end(); ++width)
        m_look.widths.insert(width.key(), width.value().toInt());
    m_look.frozen = look[QStringLiteral("frozen")].toInt();
    m_look.lines = qBound(1, look[QStringLiteral("lines")].toInt(1), 8);
    for (const QJsonValue &filter : (*json)[QStringLiteral("filters")].toArray()) {
        m_filters.push_back({filter[QStringLiteral("name")].toString(), filter[QStringLiteral("where")].toString(),
                             filtersFromText(filter[QStringLiteral("columns")].toString())});
    }
}

void KeptTable::setLook(const TableLook &look)
{
    if (look == m_look)
        return;
    m_look = look;
    m_timer.start();
}

void KeptTable::save(const SavedFilter &filter)
{
    const auto known = std::ranges::find(m_filters, filter.name, &SavedFilter::name);
    if (known == m_filters.end())
        m_filters.push_back(filter);
    else
        *known = filter;
    std::ranges::sort(m_filters, [](const QString &a, const QString &b) { return a.localeAwareCompare(b) < 0; }, &SavedFilter::name);
    m_timer.start();
}

void KeptTable::remove(const QString &name)
{
    std::erase_if(m_filters, [&](const SavedFilter &filter) { return filter.name == name; });
    m_timer.start();
}

void KeptTable::flush()
{
    m_timer.stop();
    QJsonObject widths;
    for (auto width = m_look.widths.begin(); width != m_look.widths.end(); ++width)
        widths[width.key()] = width.value();
    const QJsonObject look{{QStringLiteral("order"), QJsonArray::fromStringList(m_look.order)},
                           {QStringLiteral("hidden"), QJsonArray::fromStringList(m_look.hidden)}, {QStringLiteral("widths"), widths},
                           {QStringLiteral("frozen"), m_look.frozen}, {QStringLiteral("lines"), m_look.lines}};
    QJsonArray filters;
    for (const SavedFilter &filter : m_filters) {
        filters.append(QJsonObject{{QStringLiteral("name"), filter.name}, {QStringLiteral("where"), filter.where},
                                   {QStringLiteral("columns"), filtersToText(filter.filters)}});
    }
    const Status written = writeJsonFile(m_path, {{QStringLiteral("format"), kFormat}, {QStringLiteral("look"), look},
                                                  {QStringLiteral("filters"), filters}});
    if (!written)
        Q_EMIT failed(written.error());
}

} // namespace joinery::ui
