// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/location.h"

#include <array>

namespace joinery::ui {

namespace {

constexpr std::array<std::pair<Location::Kind, const char *>, 10> kKinds{{
    {Location::Kind::Table, "table"},
    {Location::Kind::DatabaseDiagram, "database-diagram"},
    {Location::Kind::NewQuery, "query"},
    {Location::Kind::Model, "model"},
    {Location::Kind::ProjectDiagram, "project-diagram"},
    {Location::Kind::Timeline, "timeline"},
    {Location::Kind::SavedQuery, "saved-query"},
    {Location::Kind::Welcome, "welcome"},
    {Location::Kind::Import, "import"},
    {Location::Kind::Export, "export"},
}};

} // namespace

QJsonObject Location::toJson() const
{
    QJsonObject object;
    for (const auto &[value, key] : kKinds)
        if (value == kind)
            object.insert(u"kind", QLatin1String(key));
    const auto put = [&](QStringView key, const QString &value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put(u"connection", connection);
    put(u"schema", name.schema);
    put(u"name", name.name);
    put(u"column", column);
    put(u"uid", uid.isNull() ? QString() : uid.toString());
    put(u"text", text);
    return object;
}

std::optional<Location> Location::fromJson(const QJsonObject &object)
{
    const QString word = object.value(u"kind").toString();
    for (const auto &[value, key] : kKinds) {
        if (word != QLatin1String(key))
            continue;
        Location location;
        location.kind = value;
        location.connection = object.value(u"connection").toString();
        location.name = {object.value(u"schema").toString(), object.value(u"name").toString()};
        location.column = object.value(u"column").toString();
        location.uid = Uid::fromString(object.value(u"uid").toString());
        location.text = object.value(u"text").toString();
        return location;
    }
    return {};
}

} // namespace joinery::ui
