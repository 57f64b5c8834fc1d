// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/project.h"

#include "core/base/json_file.h"
#include "core/project/model_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace joinery::project {

namespace {

constexpr Environment::Kind kKinds[] = {Environment::Kind::Development, Environment::Kind::Staging,
                                        Environment::Kind::Production};

Result<Environment> environmentFromJson(const QString &name, const QJsonObject &json)
{
    Environment environment;
    environment.name = name;
    environment.url = json.value(QLatin1String("url")).toString();
    environment.readOnly = json.value(QLatin1String("read_only")).toBool();
    const QString kind = json.value(QLatin1String("kind")).toString(kindName(Environment::Kind::Development));
    for (const Environment::Kind each : kKinds) {
        if (kindName(each) == kind) {
            environment.kind = each;
            return environment;
        }
    }
    return fail(ErrorKind::Corrupt, QStringLiteral("The environment %1 is of the unknown kind \"%2\".").arg(name, kind));
}

QJsonObject toJson(const Environment &environment)
{
    QJsonObject json{{QStringLiteral("url"), environment.url}, {QStringLiteral("kind"), kindName(environment.kind)}};
    if (environment.readOnly)
        json.insert(QStringLiteral("read_only"), true);
    return json;
}

QJsonArray toJson(const std::vector<migration::DriftRule> &rules)
{
    QJsonArray array;
    for (const migration::DriftRule &each : rules)
        array.append(QJsonObject{{QStringLiteral("kind"), each.kind}, {QStringLiteral("object"), each.object}, {QStringLiteral("reason"), each.reason}});
    return array;
}

Result<std::vector<migration::DriftRule>> driftRulesFromJson(const QJsonValue &value)
{
    std::vector<migration::DriftRule> rules;
    if (!value.isUndefined() && !value.isArray())
        return fail(ErrorKind::Corrupt, QStringLiteral("\"ignored_drift\" should be a list of rules."));
    for (const QJsonValue each : value.toArray()) {
        const QJsonObject json = each.toObject();
        migration::DriftRule rule{json.value(QLatin1String("kind")).toString(), json.value(QLatin1String("object")).toString(), json.value(QLatin1String("reason")).toString()};
        if (rule.kind.isEmpty() || rule.object.isEmpty() || rule.reason.isEmpty())
            return fail(ErrorKind::Corrupt, QStringLiteral("A rule of \"ignored_drift\" has to have a kind, an object and a reason."));
        rules.push_back(std::move(rule));
    }
    return rules;
}

/// A URL that somebody typed by hand may hold a password: it does not reach the disk.
QString withoutPassword(const QString &url)
{
    const Result<driver::Url> parsed = driver::Url::parse(url);
    return parsed && parsed->hasPassword ? parsed->toStorageString() : url;
}

} // namespace

QString kindName(Environment::Kind kind)
{
    switch (kind) {
    case Environment::Kind::Development:
        break;
    case Environment::Kind::Staging:
        return QStringLiteral("staging");
    case Environment::Kind::Production:
        return QStringLiteral("production");
    }
    return QStringLiteral("development");
}

Result<Project> Project::create(const QString &directory, const QString &name)
{
    Project project;
    project.m_directory = QDir::cleanPath(QFileInfo(directory).absoluteFilePath());
    project.m_name = name.isEmpty() ? QFileInfo(project.m_directory).fileName() : name;
    if (QFileInfo::exists(project.path(fileName()))) {
        return fail(ErrorKind::Duplicate,
                    QStringLiteral("%1 holds a project already.").arg(QDir::toNativeSeparators(project.m_directory)));
    }
    JOINERY_TRY(project.save());
    return project;
}

Result<Project> Project::open(const QString &path)
{
    const QFileInfo info(path);
    Project project;
    project.m_directory = QDir::cleanPath(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    const QString file = info.isDir() ? project.path(fileName()) : info.absoluteFilePath();
    if (!QFileInfo::exists(file)) {
        return fail(ErrorKind::Io, QStringLiteral("%1 holds no project: there is no %2 in it.")
                                       .arg(QDir::toNativeSeparators(project.m_directory), fileName()));
    }
    JOINERY_TRY_VALUE(const QJsonObject json, readJsonFile(file));
    JOINERY_TRY(checkFormat(json, kFormat, file));
    if (Status status = project.read(json); !status) {
        Error error = std::move(status).error();
        error.message = QStringLiteral("%1: %2").arg(QDir::toNativeSeparators(file), error.message);
        return fail(std::move(error));
    }
    return project;
}

QString Project::find(const QString &start)
{
    QDir directory(QFileInfo(start).absoluteFilePath());
    do {
        if (directory.exists(fileName()))
            return directory.absolutePath();
    } while (directory.cdUp());
    return {};
}

Status Project::read(const QJsonObject &json)
{
    m_other = json;
    m_other.remove(QStringLiteral("format"));
    const QJsonValue name = m_other.take(QLatin1String("name"));
    const QJsonValue chosen = m_other.take(QLatin1String("default_environment"));
    const QJsonValue environments = m_other.take(QLatin1String("environments"));
    const QJsonValue rules = m_other.take(QLatin1String("ignored_drift"));
    JOINERY_TRY_VALUE(m_driftRules, driftRulesFromJson(rules));
    if (!name.isString())
        return fail(ErrorKind::Corrupt, QStringLiteral("\"name\" should be the name of the project."));
    if (!environments.isUndefined() && !environments.isObject())
        return fail(ErrorKind::Corrupt, QStringLiteral("\"environments\" should be an object of names."));
    m_name = name.toString();
    m_defaultEnvironment = chosen.toString();
    const QJsonObject all = environments.toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        JOINERY_TRY_VALUE(Environment environment, environmentFromJson(it.key(), it.value().toObject()));
        m_environments.push_back(std::move(environment));
    }
    return {};
}

Status Project::save() const
{
    QJsonObject json = m_other;
    json.insert(QStringLiteral("format"), kFormat);
    json.insert(QStringLiteral("name"), m_name);
    QJsonObject environments;
    for (const Environment &environment : m_environments)
        environments.insert(environment.name, toJson(environment));
    json.insert(QStringLiteral("environments"), environments);
    if (!m_driftRules.empty())
        json.insert(QStringLiteral("ignored_drift"), toJson(m_driftRules));
    if (!m_defaultEnvironment.isEmpty())
        json.insert(QStringLiteral("default_environment"), m_defaultEnvironment);
    return writeJsonFile(path(fileName()), json);
}

const Environment *Project::environment(const QString &name) const
{
    const auto found = std::ranges::find(m_environments, name, &Environment::name);
    return found == m_environments.end() ? nullptr : &*found;
}

const Environment *Project::defaultEnvironment() const
{
    const Environment *chosen = environment(m_defaultEnvironment);
    return chosen || m_environments.empty() ? chosen : &m_environments.front();
}

void Project::setEnvironment(const Environment &environment)
{
    Environment stored = environment;
    stored.url = withoutPassword(stored.url);
    const auto found = std::ranges::find(m_environments, environment.name, &Environment::name);
    if (found == m_environments.end())
        m_environments.push_back(stored);
    else
        *found = stored;
    if (m_defaultEnvironment.isEmpty())
        m_defaultEnvironment = environment.name;
}

void Project::removeEnvironment(const QString &name)
{
    std::erase_if(m_environments, [&](const Environment &each) { return each.name == name; });
    if (m_defaultEnvironment == name)
        m_defaultEnvironment = m_environments.empty() ? QString() : m_environments.front().name;
}

void Project::setDriftRule(const migration::DriftRule &rule)
{
    removeDriftRule(rule.id());
    m_driftRules.push_back(rule);
}

bool Project::removeDriftRule(const QString &id)
{
    return std::erase_if(m_driftRules, [&](const migration::DriftRule &each) { return each.id() == id; }) > 0;
}

Result<driver::Url> Project::urlOf(const Environment &environment) const
{
    JOINERY_TRY_VALUE(driver::Url url, driver::Url::parse(environment.url));
    if (url.dialect == QLatin1String("sqlite") && !url.database.isEmpty() && QDir::isRelativePath(url.database))
        url.database = QDir::cleanPath(path(url.database));
    return url;
}

Result<schema::Catalog> Project::loadModels() const { return readModels(path(QStringLiteral("models"))); }

Status Project::saveModels(const schema::Catalog &models) const
{
    return writeModels(path(QStringLiteral("models")), models);
}

migration::RevisionDirectory Project::revisions() const
{
    return migration::RevisionDirectory(path(QStringLiteral("migrations")));
}

} // namespace joinery::project
