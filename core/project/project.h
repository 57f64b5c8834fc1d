// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/migration/drift_rule.h"
#include "core/migration/revision_directory.h"
#include "core/project/environment.h"

#include <QJsonObject>

namespace joinery::project {

/// A project folder:
///   joinery.json           name, format, environments, differences that are let stand
///   models/schema.json     enums, sequences, views, definitions
///   models/<table>.json    one file for each table, so that git merges them apart
///   migrations/            revisions
///   diagrams/<name>.json   positions and looks, as core/diagram writes them
///   queries/<name>.sql     saved queries
/// Every file is written whole or not at all. No file holds a password.
class Project
{
public:
    static constexpr int kFormat = 1;
    static QString fileName() { return QStringLiteral("joinery.json"); }

    /// Fails with Duplicate where the folder holds a project already.
    static Result<Project> create(const QString &directory, const QString &name);
    /// The folder, or its joinery.json. Errors: Io, Corrupt with the place, NewerFormat.
    static Result<Project> open(const QString &path);
    /// The nearest folder from `start` upwards that holds a project; empty where there is none.
    static QString find(const QString &start);

    const QString &directory() const { return m_directory; }
    const QString &name() const { return m_name; }
    void setName(const QString &name) { m_name = name; }

    const std::vector<Environment> &environments() const { return m_environments; }
    const Environment *environment(const QString &name) const;
    const Environment *defaultEnvironment() const; ///< nullptr where there is none
    /// Adds, or replaces the one of the same name. The first becomes the default one.
    void setEnvironment(const Environment &environment);
    void removeEnvironment(const QString &name);
    void setDefaultEnvironment(const QString &name) { m_defaultEnvironment = name; }
    /// The URL of an environment; a relative SQLite path is taken from the project folder.
    Result<driver::Url> urlOf(const Environment &environment) const;

    /// Differences between a database and its revision that are let stand, each with its reason.
    const std::vector<migration::DriftRule> &driftRules() const { return m_driftRules; }
    /// Adds, or replaces the one of the same kind and object.
    void setDriftRule(const migration::DriftRule &rule);
    /// False where there is none of that kind and object.
    bool removeDriftRule(const QString &id);

    /// Writes joinery.json.
    Status save() const;

    /// Tables sorted by name. A project without models has an empty catalogue.
    Result<schema::Catalog> loadModels() const;
    /// Writes what changed and removes the files of tables that are gone.
    Status saveModels(const schema::Catalog &models) const;

    migration::RevisionDirectory revisions() const;

    /// Makes the models from a reflected catalogue: identities are given, the version table is left out. With a
    /// message, a first revision is written that creates all of it. Refused where the project has models already.
    /// Returns the models.
    Result<schema::Catalog> importCatalog(schema::Catalog reflected, const std::optional<QString> &baseline) const;

    QStringList diagrams() const;
    Result<QJsonObject> loadDiagram(const QString &name) const; ///< empty where there is no such file
    Status saveDiagram(const QString &name, const QJsonObject &diagram) const;
    Status removeDiagram(const QString &name) const;

    QStringList queries() const;
    Result<QString> loadQuery(const QString &name) const;
    Status saveQuery(const QString &name, const QString &sql) const;
    Status removeQuery(const QString &name) const;

private:
    QString path(const QString &relative) const { return m_directory + u'/' + relative; }
    Status read(const QJsonObject &json);

    QString m_directory;
    QString m_name;
    QString m_defaultEnvironment;
    std::vector<Environment> m_environments;
    std::vector<migration::DriftRule> m_driftRules;
    QJsonObject m_other; ///< members that belong to other parts of the program, kept as they are
};

} // namespace joinery::project
